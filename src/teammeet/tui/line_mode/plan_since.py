"""What changed in the plan since a signed edition, in lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teammeet.model.readers import facilitator
from teammeet.tui.plan_changes import signed_numbers, told_since

if TYPE_CHECKING:
    from teammeet.tui.line_mode.house import House


def plan_since(house: House, said: str) -> tuple[str, ...]:
    """What is otherwise now than in the signed plan with the number ``said``; with none, than in the last one that differs.

    It is as the facilitator sees both, without what is private. Where there is no such plan: what can be typed.
    """
    from teammeet.practice.signed_before import signed_before

    family, reader = house.open_family, facilitator(house.today())
    numbers, gone = signed_numbers(family), tuple(house.desk.gone(family.header.id))
    if not numbers:
        return (house.say("changed.none-signed"),)
    number = int(said) if said.isascii() and said.isdigit() else None
    if not said:
        number = signed_before(family, reader, family.seen_by(reader), gone)
    if number not in numbers:
        return (house.say("changed.which", number=numbers[-1]),)
    told = told_since(family, number, reader, gone, house.language)
    return (told.moments, *told.lines)
