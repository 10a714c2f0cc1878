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
    for names, held in groups.items():
        whose = names or (sheet.say("all_of_us") if len(groups) > 1 else "")
        for strength in held:
            yield from _strength(sheet, whose, strength)


def _strength(sheet: Sheet, whose: str, strength: Strength) -> Iterator[str]:
    by = sheet.view.label(strength.said_by)
    where = sheet.join(strength.setting, sheet.domain(strength.domain), sheet.say("said_by", name=by) if by else "")
    beside = list(sheet.beside(strength.words))
    line = (
        Span(f"{whose}: " if whose else "", "Strong"),
        sheet.own(strength.words),
        Span(f" ({where})" if where else "", "Soft"),
    )
    yield paragraph(line, "ListBullet", keep_next=bool(beside))
    yield "".join(paragraph(other, "ListContinue") for other in beside)
