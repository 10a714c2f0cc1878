"""What changed in the plan since a signed edition or a day, in lines."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from teammeet.model.readers import facilitator
from teammeet.tui.plan_changes import Then, as_signed, at_end_of, at_moment, signed_numbers, told_since

if TYPE_CHECKING:
    from teammeet.tui.line_mode.house import House


def plan_since(house: House, said: str) -> tuple[str, ...]:
    """What is otherwise now than in the signed plan with the number ``said``, or than at the end of that day.

    With nothing said it is the last signed plan that differs. It is as the facilitator sees both, without what is private.
    Where there is no such plan and nothing is known of that day: what can be typed.
    """
    family, reader = house.open_family, facilitator(house.today())
    numbers, gone = signed_numbers(family), tuple(house.desk.gone(family.header.id))
    if not numbers and not said:
        return (house.say("changed.none-signed"),)
    then = _then(house, said)
    if then is None:
        day = house.today().isoformat()
        return (house.say("changed.which", number=numbers[-1] if numbers else 1, day=day),)
    told = told_since(family, then, reader, gone, house.language)
    return (told.moments, *told.lines)


def _then(house: House, said: str) -> Then | None:
    from teammeet.practice.signed_before import signed_before

    family, desk, language = house.open_family, house.desk, house.language
    day = _day(said)
    if day is not None:
        return at_end_of(desk, family, day, language)
    number: int | None = int(said) if said.isascii() and said.isdigit() else None
    if not said:
        reader = facilitator(house.today())
        number = signed_before(family, reader, family.seen_by(reader), desk.gone(family.header.id))
    moment = as_signed(family, number) if number is not None else None
    return at_moment(desk, family, moment, language) if moment is not None else None


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said) if "-" in said else None
    except ValueError:
        return None
