"""What became of the map since a signed plan, in lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teammeet.model.readers import facilitator
from teammeet.tui.line_mode.command_words import means

if TYPE_CHECKING:
    from teammeet.tui.line_mode.house import House


def told_since(house: House, said: str) -> str:
    """The map of a signed plan compared with the map of now, as the facilitator sees both; else what can be typed.

    ``said`` is what follows the command: a word for *since*, and the number of a plan.
    """
    family = house.open_family
    numbers = [edition.number for edition in family.editions if edition.record_kept is not None]
    word, _, number = said.partition(" ")
    number = number.strip()
    if not (means("since", word) and number.isascii() and number.isdigit() and int(number) in numbers):
        key = "map-since-which" if numbers else "map-since-none"
        return house.say(f"plain.{key}", number=numbers[-1] if numbers else 0)
    return _compared(house, int(number))


def _compared(house: House, number: int) -> str:
    from teammeet.ecomap.compared import compared_views
    from teammeet.ecomap.compared_words import as_text, moment_words
    from teammeet.model.since import seen_since

    family, language, today = house.open_family, house.language, house.today()
    signed = family.as_signed(number)
    assert signed is not None, "only plans whose record is kept are asked for"
    fixed = next(edition.fixed_at for edition in family.editions if edition.number == number).astimezone().date()
    reader = facilitator(today)
    before = seen_since(signed, family, reader, house.desk.gone(family.header.id), fixed)
    since = moment_words("edition", fixed, language, number)
    return as_text(
        compared_views(before, family.seen_by(reader)), language, since=since, until=moment_words("now", today, language)
    )
