"""How an outcome stood, day by day, side by side by who says so: people may differ, and all of it stands."""

from collections.abc import Iterator

from teammeet.model.plan import Outcome, Reading
from teammeet_word.markup import Column, Line, paragraph
from teammeet_word.sheet import Sheet

MOST_SIDE_BY_SIDE = 4
"""So many people fit beside each other; more are told one below the other."""


def readings(sheet: Sheet, outcome: Outcome) -> Iterator[str]:
    """The readings of ``outcome``: a column for each person, or a row for each reading."""
    found = sorted(sheet.plan.readings.get(outcome.id, ()), key=lambda reading: reading.on)
    if not found:
        return
    people = tuple(dict.fromkeys(reading.by for reading in found))
    yield paragraph(sheet.say("heading.readings"), "Caption", keep_next=True)
    if len(people) <= MOST_SIDE_BY_SIDE:
        yield _side_by_side(sheet, found, people)
    else:
        rows = [((sheet.short_day(r.on),), (sheet.called(r.by),), (_said(sheet, r),)) for r in found]
        yield sheet.table(sheet.say("heading.readings"), (("day", 2), ("who", 3), ("how", 5)), rows)


def _side_by_side(sheet: Sheet, found: list[Reading], people: tuple[str | None, ...]) -> str:
    columns = (Column(sheet.say("column.day"), 1.4), *(Column(sheet.called(who), 2) for who in people))
    rows: list[list[tuple[Line, ...]]] = []
    for day in dict.fromkeys(reading.on for reading in found):
        of_day = [reading for reading in found if reading.on == day]
        cells = [tuple(_said(sheet, r) for r in of_day if r.by == who) or (sheet.say("nothing_said"),) for who in people]
        rows.append([(sheet.short_day(day),), *cells])
    return sheet.table_under(sheet.say("heading.readings"), columns, rows)


def _said(sheet: Sheet, reading: Reading) -> str:
    score = sheet.say("score", score=reading.score) if reading.score is not None else ""
    return sheet.join(reading.value, score) or sheet.say("nothing_said")
