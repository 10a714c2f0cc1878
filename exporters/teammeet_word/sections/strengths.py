"""What is going well: strengths by person, with where and when they show."""

from collections.abc import Iterator

from teammeet.model.plan import Strength
from teammeet_word.markup import Span, paragraph
from teammeet_word.sheet import Sheet


def strengths(sheet: Sheet) -> Iterator[str]:
    """Strengths, one person after another, so that a strategy can lean on them (PRACTICE: functional strengths)."""
    yield sheet.heading(1, sheet.say("heading.strengths"))
    if not sheet.view.strengths:
        yield sheet.placeholder("strengths")
    groups: dict[str, list[Strength]] = {}
    for strength in sheet.view.strengths:
        groups.setdefault(sheet.names(strength.whose), []).append(strength)
    for whose, held in groups.items():
        if whose or len(groups) > 1:
            yield sheet.heading(2, whose or sheet.say("all_of_us"))
        for strength in held:
            yield from _strength(sheet, strength)


def _strength(sheet: Sheet, strength: Strength) -> Iterator[str]:
    by = sheet.view.label(strength.said_by)
    where = sheet.join(strength.setting, sheet.domain(strength.domain), sheet.say("said_by", name=by) if by else "")
    notes = [*sheet.beside(strength.words), *([Span(where)] if where else [])]
    yield paragraph(sheet.own(strength.words), "ListBullet", keep_next=bool(notes))
    for number, line in enumerate(notes, start=1):
        yield paragraph(line, "ListContinue", keep_next=number < len(notes))
