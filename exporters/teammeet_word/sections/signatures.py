"""The signature page: the statement, a line for each person, what was given in another way, and what is still outstanding."""

from collections.abc import Iterator
from typing import Final

from teammeet.messages import text
from teammeet.model.people import Person
from teammeet.model.sharing import Signature
from teammeet.practice.outstanding import Awaited, awaited
from teammeet.practice.signers import is_welcome_to_sign, may_be_a_minor
from teammeet.practice.statement import names_in_words, spoken_in, statement
from teammeet_word.markup import Cell, Row, Span, paragraph
from teammeet_word.sections.agreement import current, of_this_edition, signers
from teammeet_word.sections.team import part_of
from teammeet_word.sheet import Sheet

LEAST_LINES: Final = 4
"""So many ink lines the page has at least."""
INK_ROW: Final = 720
"""Room for a signature, in twentieths of a point: half an inch."""

_NO: Final = frozenset({"taken_home", "refused", "absent"})
"""Ways that say no yes."""


def signatures(sheet: Sheet) -> Iterator[str]:
    """The signature page: a line for each person, and what is known of signatures given in another way.

    Nobody signs a copy with roles in place of names.
    """
    if sheet.view.in_roles:
        return
    yield sheet.heading(1, sheet.say("heading.signatures"), new_page=True)
    for language in _read_in(sheet):
        foreign = language if language != spoken_in(sheet.language) else ""
        yield paragraph(Span(statement(language).words, language=foreign), keep_next=True)
    yield paragraph(sheet.say("whole_digest", digest=sheet.view.digest), "Caption", keep_next=True)
    rows = [_ink_row(sheet, who) for who in signers(sheet)]
    rows += [((), (), ())] * max(1, LEAST_LINES - len(rows))
    rows += _beside(sheet)
    columns = (("signer", 4.6), ("signature", 3.6), ("date", 2.1))
    yield sheet.table(sheet.say("heading.signatures"), columns, rows, style="InkTable", row_height=INK_ROW)
    for number in sorted({signature.edition for signature in sheet.view.signatures}, reverse=True):
        yield from _signed_so_far(sheet, number)


def outstanding(sheet: Sheet) -> Iterator[str]:
    """Who has not signed this plan yet, whose page is not seen, who wants more time, which copies are owed: with their days."""
    lines = outstanding_lines(sheet)
    if not lines and (sheet.view.in_roles or not of_this_edition(sheet)):
        return
    yield sheet.heading(2, sheet.say("heading.outstanding"))
    yield sheet.bullets(lines) if lines else paragraph(sheet.say("nothing_outstanding"))


# The page


def _read_in(sheet: Sheet) -> tuple[str, ...]:
    """The languages of the statement: the document's, then those that signers speak first and that it is written in."""
    people = [person for person in map(sheet.view.get, signers(sheet)) if isinstance(person, Person) and person.languages]
    own = (person.languages[0] for person in people)
    first = spoken_in(sheet.language)
    return tuple(dict.fromkeys([first, *(spoken_in(tag) for tag in own if spoken_in(tag) == _base(tag))]))


def _base(tag: str) -> str:
    return tag.split("-")[0].lower()


def _told(sheet: Sheet, key: str, **values: object) -> str:
    return text(f"signed.{key}", sheet.language, **values)


def _ink_row(sheet: Sheet, who: str) -> Row:
    given = next((s for s in of_this_edition(sheet) if s.who == who and _is_given(s)), None)
    part = (given.role if given else "") or part_of(sheet, who)
    welcome = sheet.say("may_sign") if given is None and is_welcome_to_sign(sheet.view, who) else ""
    notes = filter(None, (sheet.join(part, welcome), *_for_whom(sheet, who, given)))
    signer: Cell = (Span(sheet.view.label(who), "Strong"), *notes)
    if given is None:
        return (signer, (), ())
    at = given.signed_at.date() if given.signed_at else given.received_on
    day = (sheet.short_day(at),) if at else ()
    heard = sheet.say("witness", name=given.witness) if given.witness else ""
    return (signer, tuple(filter(None, (given.typed_name, sheet.word("signature_method", given.method), heard))), day)


def _for_whom(sheet: Sheet, who: str, given: Signature | None) -> Iterator[str]:
    """A minor's assent, a guardian's consent: as it was given, else as boxes to tick. The page asks, it does not decide."""
    person = sheet.view.get(who)
    if given is not None:
        if given.gives == "assent":
            yield _told(sheet, "line.assent")
        if given.signed_for:
            yield _told(sheet, "line.consent", names=_those(sheet, given))
    elif isinstance(person, Person) and person.in_family and may_be_a_minor(person, sheet.view.on):
        yield _told(sheet, "line.maybe-assent")
    else:
        for minor in sheet.may_consent.get(who, ()):
            if sheet.view.label(minor):
                yield _told(sheet, "line.maybe-consent", names=sheet.view.label(minor))


def _those(sheet: Sheet, given: Signature) -> str:
    """For whom a guardian consents."""
    return names_in_words(sheet.view.labels(given.signed_for), sheet.language)


def _is_given(signature: Signature) -> bool:
    """Whether it is said on the line itself that somebody signed, and how; there is room for ink beside it all the same."""
    return not signature.is_outstanding and signature.method != "refused"


def _beside(sheet: Sheet) -> list[Row]:
    """Lines for an interpreter, where somebody needs one, and for a witness, where somebody said yes aloud."""
    rows: list[Row] = []
    if names := _interpreters(sheet):
        rows.append(((Span(_told(sheet, "line.interpreter"), "Strong"), *names), (), ()))
    heard = [held for held in of_this_edition(sheet) if held.method == "verbal"]
    if heard:
        names = [sheet.join(held.witness, sheet.view.label(held.who)) for held in heard]
        rows.append(((Span(_told(sheet, "line.witness"), "Strong"), *names), (), ()))
    return rows


def _interpreters(sheet: Sheet) -> list[str]:
    """Who interprets, for whom; for those who want one and have none, their own names."""
    named = {held.who: held.interpreter for held in of_this_edition(sheet) if held.interpreter}
    meeting = sheet.held[-1].id if sheet.held else None
    here = {a.who: a.interpreter for a in sheet.view.attendances if a.meeting == meeting and a.interpreter}
    wanted = [p.id for p in map(sheet.view.get, signers(sheet)) if isinstance(p, Person) and p.interpreter]
    whos = dict.fromkeys([*named, *here, *wanted])
    return [sheet.join(named.get(who) or here.get(who, ""), sheet.view.label(who)) for who in whos]


# How people signed


def _signed_so_far(sheet: Sheet, number: int) -> Iterator[str]:
    """Every fact of each signature of an edition; then what they share: the plan's fingerprint, the words that were read."""
    of_it = [signature for signature in sheet.view.signatures if signature.edition == number]
    yield sheet.heading(2, sheet.say("heading.signed_so_far", number=number))
    if not (sheet.view.signed and number == sheet.view.plan_number):
        yield paragraph(sheet.say("signed_before"), "Quiet", keep_next=True)
    digests = {held.plan_digest for held in of_it if held.plan_digest and held.method not in _NO}
    for signature in of_it:
        yield from _signed(sheet, signature, with_digest=len(digests) > 1)
    if len(digests) == 1:
        yield paragraph(sheet.say("signed_digest", digest=digests.pop()), "Caption")
    yield from _read_by(sheet, of_it)


def _read_by(sheet: Sheet, of_it: list[Signature]) -> Iterator[str]:
    """The words that were read, once for all who read the same; where not all did, whose they are."""
    read: dict[tuple[str, str], list[str]] = {}
    for held in of_it:
        if held.statement:
            read.setdefault((held.statement, held.language or ""), []).append(sheet.called(held.who))
    for (words, language), names in read.items():
        foreign = language if _base(language) != _base(sheet.language) else ""
        told = _told(sheet, "told.statement-of", names=", ".join(names)) if len(read) > 1 else _told(sheet, "told.statement")
        yield paragraph((told, " ", Span(words, language=foreign)), "Quiet")


def _signed(sheet: Sheet, signature: Signature, *, with_digest: bool) -> Iterator[str]:
    name = Span(sheet.called(signature.who), "Strong")
    noted = _told(sheet, "told.noted", day=sheet.moment(signature.noted_at)) if signature.noted_at else ""
    state = sheet.join(
        sheet.word("signature_method", signature.method),
        sheet.moment(signature.signed_at) if signature.signed_at else noted,
    )
    yield paragraph((name, ": ", state), "ListBullet", keep_next=True)
    yield "".join(paragraph(line, "ListContinue") for line in _signature_notes(sheet, signature, with_digest))


def _signature_notes(sheet: Sheet, signature: Signature, with_digest: bool) -> Iterator[str]:
    said_yes = signature.method not in _NO
    notes = (
        signature.role,
        _told(sheet, f"gives.{signature.gives}") if signature.gives != "agreement" else "",
        sheet.say("typed", name=signature.typed_name) if signature.typed_name else "",
        sheet.say("signed_for", name=_those(sheet, signature)) if _those(sheet, signature) else "",
        sheet.say("witness", name=signature.witness) if signature.witness else "",
        sheet.say("saw_the_plan") if signature.saw_the_plan else sheet.say("saw_no_plan") if said_yes else "",
        sheet.say("read_in", tongue=sheet.tongue(signature.language)) if signature.language else "",
        sheet.say("interpreter", name=signature.interpreter) if signature.interpreter else "",
    )
    shows_digest = with_digest and signature.plan_digest and said_yes
    digest = sheet.say("signed_digest", digest=signature.plan_digest) if shows_digest else ""
    yield from filter(None, (sheet.join(*notes), _of_the_page(sheet, signature), signature.note, digest))
    if signature.scan_digest:
        yield _told(sheet, "told.scan-digest", digest=signature.scan_digest)


def _of_the_page(sheet: Sheet, signature: Signature) -> str:
    """Where the signed page is: to come back by a day, or back since one, and who saw it."""
    back_by = signature.expected_by if signature.is_outstanding else None
    received = signature.received_on if signature.method != "drawn" else None
    return sheet.join(
        _told(sheet, "told.back-by", day=sheet.day(back_by)) if back_by else "",
        _told(sheet, "told.received-whole", day=sheet.day(received)) if received else "",
        _told(sheet, "told.received-whole-by", name=signature.received_by) if signature.received_by else "",
    )


# What is outstanding


def outstanding_lines(sheet: Sheet) -> tuple[str, ...]:
    """What is due first stands first; of whom nothing was noted and no day was named, all in one line.

    Nothing in a copy with roles in place of names: nobody signs it. Nobody owes a signature to a draft.
    """
    if sheet.view.in_roles:
        return ()
    edition = sheet.view.plan_number if sheet.view.signed else None
    asked = [who for who in signers(sheet) if edition is not None and not is_welcome_to_sign(sheet.view, who)]
    waits = awaited(sheet.view, edition, asked)
    silent = [one for one in waits if _is_silent(one)]
    lines = [_outstanding_line(sheet, one) for one in waits if not _is_silent(one)]
    if silent:
        names = ", ".join(sheet.view.label(one.who) for one in silent)
        lines.append(sheet.join(sheet.say("signatures_of", names=names), *_days(sheet, silent[0])))
    return (*lines, *_later(sheet, {one.who for one in waits}))


def _is_silent(one: Awaited) -> bool:
    return one.what == "signature" and one.method is None and one.by is None


def _outstanding_line(sheet: Sheet, one: Awaited) -> str:
    name = sheet.view.label(one.who) or one.name or sheet.say("somebody")
    if one.what == "signature":
        how = sheet.word("signature_method", one.method) if one.method else ""
        return sheet.join(sheet.say("signatures_of", names=name), how, *_days(sheet, one))
    return sheet.join(_told(sheet, f"awaited.{one.what}", name=name), *_days(sheet, one))


def _days(sheet: Sheet, one: Awaited) -> Iterator[str]:
    if one.by is not None and one.what == "signature" and one.method is None:
        yield sheet.say("not_yet", day=sheet.day(one.by))
    elif one.by is not None:
        yield _told(sheet, "awaited.by", day=sheet.day(one.by))
    if one.since is not None:
        yield _told(sheet, "awaited.since", day=sheet.day(one.since))
    if one.is_late(sheet.view.on):
        yield _told(sheet, "awaited.late")


def _later(sheet: Sheet, waited_for: set[str]) -> Iterator[str]:
    """Who wants time to think, though they signed or are not waited for."""
    for held in current(sheet):
        if held.not_yet_until and held.who not in waited_for:
            yield sheet.say("wants_time", name=sheet.called(held.who), day=sheet.day(held.not_yet_until))
