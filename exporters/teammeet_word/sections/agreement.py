"""Agreement and signatures: how far each member stands behind the plan, ink lines, and what is still outstanding."""

from collections.abc import Iterator
from typing import Final

from teammeet.model.meetings import SectionRead
from teammeet.model.sharing import Agreement, Signature
from teammeet.model.values import Words
from teammeet.practice.signers import is_welcome_to_sign
from teammeet_word.markup import Cell, Row, Span, paragraph
from teammeet_word.sections.team import part_of
from teammeet_word.sheet import Sheet

LEAST_LINES: Final = 4
"""So many ink lines the page has at least."""
INK_ROW: Final = 720
"""Room for a signature, in twentieths of a point: half an inch."""
_PART_COLUMNS: Final = (("name", 3), ("part_of_plan", 4), ("own_words", 4))
_AGREEMENT_COLUMNS: Final = (("name", 3), ("agreement", 4), ("own_words", 4))


def agreement(sheet: Sheet) -> Iterator[str]:
    """Each member's degree in words; a dissent only where this reader may see it (gradients of agreement, Kaner)."""
    rows = [_agreement_row(sheet, held) for held in current(sheet) if _says_something(held)]
    if rows:
        yield sheet.heading(1, sheet.say("heading.agreement"))
        yield from (paragraph(line, "Quiet", keep_next=True) for line in _agreed_at(sheet))
        yield sheet.table(sheet.say("heading.agreement"), _AGREEMENT_COLUMNS, rows)
    yield from _seen_differently(sheet, 1 if not rows else 2)


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


def signatures(sheet: Sheet) -> Iterator[str]:
    """The signature page: a line for each person, and what is known of signatures given in another way.

    Nobody signs a copy with roles in place of names.
    """
    if sheet.view.in_roles:
        return
    yield sheet.heading(1, sheet.say("heading.signatures"), new_page=True)
    yield paragraph(sheet.say("statement"), keep_next=True)
    rows = [_ink_row(sheet, who) for who in signers(sheet)]
    rows += [((), (), ())] * max(1, LEAST_LINES - len(rows))
    columns = (("signer", 4.6), ("signature", 4), ("date", 1.7))
    yield sheet.table(sheet.say("heading.signatures"), columns, rows, style="InkTable", row_height=INK_ROW)
    yield paragraph(sheet.say("whole_digest", digest=sheet.view.digest), "Caption")
    for number in sorted({signature.edition for signature in sheet.view.signatures}, reverse=True):
        yield sheet.heading(2, sheet.say("heading.signed_so_far", number=number))
        for signature in sheet.view.signatures:
            if signature.edition == number:
                yield from _signed(sheet, signature)


def outstanding(sheet: Sheet) -> Iterator[str]:
    """Who has not signed this plan yet, who wants more time, which copies are owed."""
    if sheet.view.in_roles:
        return
    lines = [*_unsigned(sheet), *_later(sheet), *_owed(sheet)]
    if not lines and not _of_this_edition(sheet):
        return
    yield sheet.heading(2, sheet.say("heading.outstanding"))
    yield sheet.bullets(tuple(lines)) if lines else paragraph(sheet.say("nothing_outstanding"))


def signers(sheet: Sheet) -> tuple[str, ...]:
    """Whose line the signature page has: the family's people, the team, and whoever agreed or signed."""
    people = [p.id for p in sheet.view.people if p.in_family and p.nature == "person" and p.life == "living"]
    members = [m.who for m in sheet.view.team if m.left_on is None or m.left_on > sheet.view.on]
    agreed = [held.who for held in current(sheet)]
    signed = [signature.who for signature in _of_this_edition(sheet)]
    return tuple(who for who in dict.fromkeys([*people, *members, *agreed, *signed]) if sheet.view.label(who))


def current(sheet: Sheet) -> tuple[Agreement, ...]:
    """The agreements that belong to the latest meeting that has any, and those that belong to none."""
    agreed = {held.meeting for held in sheet.view.agreements}
    latest = next((meeting.id for meeting in reversed(sheet.held) if meeting.id in agreed), None)
    return tuple(held for held in sheet.view.agreements if held.meeting in (None, latest))


def earlier_agreement(sheet: Sheet) -> Iterator[str]:
    """What people said of the plan at earlier meetings."""
    now = {held.id for held in current(sheet)}
    for meeting in (*reversed(sheet.held), *sheet.to_come):
        rows = [
            _agreement_row(sheet, held)
            for held in sheet.view.agreements
            if held.meeting == meeting.id and held.id not in now and _says_something(held)
        ]
        if rows:
            day = sheet.day(meeting.on) if meeting.on else ""
            yield sheet.heading(2, sheet.join(sheet.say("heading.agreement"), day))
            yield sheet.table(sheet.say("heading.agreement"), _AGREEMENT_COLUMNS, rows)


def _says_something(held: Agreement) -> bool:
    return held.degree is not None or held.dissent != Words() or held.not_yet_until is not None


def _agreed_at(sheet: Sheet) -> Iterator[str]:
    """Of which meeting the agreements are that are shown as current."""
    shown = {held.meeting for held in current(sheet)}
    for meeting in sheet.held:
        if meeting.id in shown and meeting.on:
            yield sheet.say("agreed_at", day=sheet.day(meeting.on))


def _of_this_edition(sheet: Sheet) -> list[Signature]:
    if not sheet.view.signed:
        return []
    return [signature for signature in sheet.view.signatures if signature.edition == sheet.view.plan_number]


def _agreement_row(sheet: Sheet, held: Agreement) -> Row:
    degree = [_degree(sheet, held.degree)] if held.degree else []
    if held.not_yet_until:
        degree.append(sheet.say("not_yet", day=sheet.day(held.not_yet_until)))
    said = bool(held.dissent.text or held.dissent.reworded)
    name = Span(sheet.called(held.who), "Strong")
    return ((name,), tuple(degree), sheet.spoken(held.dissent) if said else ())


def _degree(sheet: Sheet, degree: int) -> str:
    return sheet.say("of_five", degree=degree, words=sheet.word("degree", degree))


def _ink_row(sheet: Sheet, who: str) -> Row:
    given = next((s for s in _of_this_edition(sheet) if s.who == who and _is_given(s)), None)
    part = (given.role if given else "") or part_of(sheet, who)
    welcome = sheet.say("may_sign") if given is None and is_welcome_to_sign(sheet.view, who) else ""
    notes = sheet.join(part, welcome)
    signer: Cell = (Span(sheet.view.label(who), "Strong"), *([notes] if notes else []))
    if given is None:
        return (signer, (), ())
    day = (sheet.short_day(given.signed_at.date()),) if given.signed_at else ()
    return (signer, tuple(filter(None, (given.typed_name, sheet.word("signature_method", given.method)))), day)


def _is_given(signature: Signature) -> bool:
    """Whether it is said on the line itself that somebody signed, and how; there is room for ink beside it all the same."""
    return not signature.is_outstanding and signature.method != "refused"


def _signed(sheet: Sheet, signature: Signature) -> Iterator[str]:
    name = Span(sheet.called(signature.who), "Strong")
    state = sheet.join(
        sheet.word("signature_method", signature.method),
        sheet.moment(signature.signed_at) if signature.signed_at else "",
    )
    yield paragraph((name, ": ", state), "ListBullet", keep_next=True)
    yield "".join(paragraph(line, "ListContinue") for line in _signature_notes(sheet, signature))


def _signature_notes(sheet: Sheet, signature: Signature) -> Iterator[str]:
    for_whom = sheet.view.label(signature.for_person)
    notes = (
        signature.role,
        sheet.say("typed", name=signature.typed_name) if signature.typed_name else "",
        sheet.say("signed_for", name=for_whom) if for_whom else "",
        sheet.say("witness", name=signature.witness) if signature.witness else "",
        sheet.say("saw_the_plan" if signature.saw_the_plan else "saw_no_plan"),
        sheet.say("read_in", tongue=sheet.tongue(signature.language)) if signature.language else "",
        sheet.say("interpreter", name=signature.interpreter) if signature.interpreter else "",
    )
    digest = sheet.say("signed_digest", digest=signature.plan_digest) if signature.plan_digest else ""
    yield from filter(None, (sheet.join(*notes), signature.note, digest))


def _unsigned(sheet: Sheet) -> Iterator[str]:
    known = _of_this_edition(sheet)
    heard_of = {signature.who for signature in known}
    settled = {signature.who for signature in known if not signature.is_outstanding}
    if silent := [
        sheet.view.label(who) for who in signers(sheet) if who not in heard_of and not is_welcome_to_sign(sheet.view, who)
    ]:
        yield sheet.say("signatures_of", names=", ".join(silent))
    for signature in known:
        if signature.who not in settled:
            how = sheet.word("signature_method", signature.method)
            yield sheet.join(sheet.say("signatures_of", names=sheet.view.label(signature.who)), how)


def _later(sheet: Sheet) -> Iterator[str]:
    for held in current(sheet):
        if held.not_yet_until:
            name = sheet.called(held.who)
            yield sheet.say("wants_time", name=name, day=sheet.day(held.not_yet_until))


def _owed(sheet: Sheet) -> Iterator[str]:
    for copy in sheet.view.copies:
        if copy.given_on is None:
            name = sheet.view.label(copy.to) or copy.to_name or sheet.say("somebody")
            by = sheet.say("by_day", day=sheet.day(copy.owed_by)) if copy.owed_by else ""
            yield sheet.join(sheet.say("copy_for", name=name), by)
