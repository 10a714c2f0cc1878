"""Agreement: how far each member stands behind the plan, and who is asked to sign it."""

from collections.abc import Iterator
from typing import Final

from teammeet.model.meetings import SectionRead
from teammeet.model.sharing import Agreement, Signature
from teammeet.model.values import Words
from teammeet.practice.said_last import said_last
from teammeet.practice.signers import asked_to_sign
from teammeet_word.markup import Cell, Row, Span, paragraph
from teammeet_word.sheet import Sheet

_PART_COLUMNS: Final = (("name", 3), ("part_of_plan", 4), ("own_words", 4))
_AGREEMENT_COLUMNS: Final = (("name", 3), ("agreement", 4), ("own_words", 4))


def agreement(sheet: Sheet) -> Iterator[str]:
    """Each member's degree in words; a dissent only where this reader may see it (gradients of agreement, Kaner)."""
    rows = [_agreement_row(sheet, held) for held in current(sheet) if _says_something(held)]
    if rows:
        yield sheet.heading(1, sheet.say("heading.agreement"))
        yield from (paragraph(line, "Quiet", keep_next=True) for line in _agreed_at(sheet))
        yield sheet.table(sheet.say("heading.agreement"), _AGREEMENT_COLUMNS, rows)
        yield from _not_said(sheet)
    yield from _seen_differently(sheet, 1 if not rows else 2)


def _not_said(sheet: Sheet) -> Iterator[str]:
    """Who of those who are asked has no answer here: that it is not noted is all that this reader's copy knows of it."""
    said = {held.who for held in current(sheet) if _says_something(held)}
    names = sheet.names(tuple(who for who in signers(sheet) if who not in said))
    if names:
        yield paragraph(sheet.say("not_said", names=names), "Quiet")


def _seen_differently(sheet: Sheet, level: int) -> Iterator[str]:
    """What somebody said of a part when it was read back, where this reader may see it; of the others there is no trace."""
    rows = [_part_row(sheet, read) for read in sheet.view.sections_read if read.words.text or read.words.reworded]
    if rows:
        title = sheet.say("heading.seen_differently")
        yield sheet.heading(level, title)
        yield sheet.table(title, _PART_COLUMNS, rows)


def _part_row(sheet: Sheet, read: SectionRead) -> Row:
    meeting = next((meeting for meeting in sheet.view.meetings if meeting.id == read.meeting), None)
    day = sheet.day(meeting.on) if meeting is not None and meeting.on else ""
    name = sheet.called(read.who) if read.who else sheet.say("somebody")
    part: Cell = (Span(sheet.word("read_section", read.section), "Strong"), *([day] if day else []))
    return ((Span(name, "Strong"),), part, sheet.spoken(read.words))


def signers(sheet: Sheet) -> tuple[str, ...]:
    """Whose line the signature page has: the family's people, the team, and whoever agreed or signed."""
    asked = asked_to_sign(sheet.view, sheet.view.on)
    agreed = [held.who for held in current(sheet)]
    signed = [signature.who for signature in of_this_edition(sheet)]
    return tuple(who for who in dict.fromkeys([*asked, *agreed, *signed]) if sheet.view.label(who))


def current(sheet: Sheet) -> tuple[Agreement, ...]:
    """What each member said last: at the latest meeting at which anybody said something, or at none and since.

    What belongs to no day is current too: nobody can tell that it was said before.
    """
    now = {held.id for said in said_last(sheet.view.agreements, sheet.held).values() for held in said}
    return tuple(held for held in sheet.view.agreements if held.id in now or (held.meeting is None and held.said_on is None))


def earlier_agreement(sheet: Sheet) -> Iterator[str]:
    """What people said of the plan before: at a meeting, the latest first, then at none."""
    now = {held.id for held in current(sheet)}
    before = [held for held in sheet.view.agreements if held.id not in now and _says_something(held)]
    for meeting in (*reversed(sheet.held), *sheet.to_come):
        day = sheet.day(meeting.on) if meeting.on else ""
        yield from _said_before(sheet, day, [held for held in before if held.meeting == meeting.id])
    yield from _said_before(sheet, "", [held for held in before if held.meeting is None])


def _said_before(sheet: Sheet, day: str, said: list[Agreement]) -> Iterator[str]:
    if said:
        yield sheet.heading(2, sheet.join(sheet.say("heading.agreement"), day))
        yield sheet.table(sheet.say("heading.agreement"), _AGREEMENT_COLUMNS, [_agreement_row(sheet, held) for held in said])


def _says_something(held: Agreement) -> bool:
    return held.degree is not None or held.dissent != Words() or held.not_yet_until is not None


def _agreed_at(sheet: Sheet) -> Iterator[str]:
    """Of which meeting what is shown as current is; what was said at none has its day beside it."""
    shown = {held.meeting for held in current(sheet)}
    for meeting in sheet.held:
        if meeting.id in shown and meeting.on:
            yield sheet.say("agreed_at", day=sheet.day(meeting.on))


def of_this_edition(sheet: Sheet) -> list[Signature]:
    """How people signed the plan as it stands; nobody did where it is not closed for signing."""
    if not sheet.view.signed:
        return []
    return [signature for signature in sheet.view.signatures if signature.edition == sheet.view.plan_number]


def _agreement_row(sheet: Sheet, held: Agreement) -> Row:
    degree = [_degree(sheet, held.degree)] if held.degree else []
    if held.said_on and held.meeting is None:
        degree.append(sheet.say("said_at_none", day=sheet.day(held.said_on)))
    if held.not_yet_until:
        degree.append(sheet.say("not_yet", day=sheet.day(held.not_yet_until)))
    said = bool(held.dissent.text or held.dissent.reworded)
    name = Span(sheet.called(held.who), "Strong")
    return ((name,), tuple(degree), sheet.spoken(held.dissent) if said else ())


def _degree(sheet: Sheet, degree: int) -> str:
    return sheet.say("of_five", degree=degree, words=sheet.word("degree", degree))
