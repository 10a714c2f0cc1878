"""The signature page: the statement, a line for each person, what was given in another way, and what is still outstanding."""

from collections.abc import Iterator
from typing import Final

from teammeet.messages import text
from teammeet.model.people import Person
from teammeet.model.sharing import Signature
from teammeet.practice.outstanding import Awaited, awaited
from teammeet.practice.signers import is_welcome_to_sign, may_be_a_minor, wait_for_consent
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
    yield from _read_by(sheet)


def outstanding(sheet: Sheet) -> Iterator[str]:
    """Who has not signed the plan yet, whose page is not seen, who wants more time, which copies are owed: with their days.

    While a changed plan is not closed yet, it is the one before it that is waited for, and that is said.
    """
    lines = outstanding_lines(sheet)
    if not lines and (sheet.view.in_roles or not of_this_edition(sheet)):
        return
    yield sheet.heading(2, sheet.say("heading.outstanding"))
    if lines and not sheet.view.signed and (closed := _closed_last(sheet)):
        yield paragraph(sheet.say("outstanding_before", number=closed), "Quiet", keep_next=True)
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
    given = next((s for s in of_this_edition(sheet) if s.who == who and s.is_here), None)
    part = (given.role if given else "") or part_of(sheet, who)
    welcome = sheet.say("may_sign") if given is None and is_welcome_to_sign(sheet.view, who, sheet.view.on) else ""
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


def _beside(sheet: Sheet) -> list[Row]:
    """Lines for who consents and is not noted; for an interpreter, where one is needed; for a witness of a yes aloud."""
    rows: list[Row] = [_consent_row(sheet, minor) for minor in _without_consent(sheet)]
    if names := _interpreters(sheet):
        rows.append(((Span(_told(sheet, "line.interpreter"), "Strong"), *names), (), ()))
    heard = [held for held in of_this_edition(sheet) if held.method == "verbal"]
    if heard:
        names = [sheet.join(held.witness, sheet.view.label(held.who)) for held in heard]
        rows.append(((Span(_told(sheet, "line.witness"), "Strong"), *names), (), ()))
    return rows


def _without_consent(sheet: Sheet) -> Iterator[Person]:
    """Children and youths of whom nobody on the page is noted as deciding, and who did not sign alone."""
    here = [held for held in of_this_edition(sheet) if held.is_here]
    settled = {minor for held in here for minor in held.signed_for} | {held.who for held in here if held.gives == "agreement"}
    for minor in wait_for_consent(sheet.view, sheet.view.on, signers(sheet)):
        person = sheet.view.get(minor)
        if minor not in settled and isinstance(person, Person) and person.label:
            yield person


def _consent_row(sheet: Sheet, minor: Person) -> Row:
    """A line for whoever decides, to be named by hand; with a name that stands in the record without its person."""
    named = dict.fromkeys(right.held_by_name for right in minor.decision_rights if right.held_by_name.strip())
    return ((Span(_told(sheet, "line.who-consents", name=minor.label), "Strong"), *named), (), ())


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
    """Every fact of each signature of an edition; then what they share: the plan's fingerprint."""
    of_it = [signature for signature in sheet.view.signatures if signature.edition == number]
    yield sheet.heading(2, sheet.say("heading.signed_so_far", number=number))
    if not (sheet.view.signed and number == sheet.view.plan_number):
        yield paragraph(sheet.say("signed_before"), "Quiet", keep_next=True)
    digests = {held.plan_digest for held in of_it if held.plan_digest and held.method not in _NO}
    for signature in of_it:
        yield from _signed(sheet, signature, with_digest=len(digests) > 1)
    if len(digests) == 1:
        yield paragraph(sheet.say("signed_digest", digest=digests.pop()), "Caption")


def _read_by(sheet: Sheet) -> Iterator[str]:
    """The words that were read, once for all who read the same, of whatever edition; where not all did, whose they are."""
    read: dict[tuple[str, str], dict[str, None]] = {}
    for held in sheet.view.signatures:
        if held.statement and held.method not in _NO:
            read.setdefault((held.statement, held.language or ""), {})[sheet.called(held.who)] = None
    if read:
        yield sheet.heading(2, _told(sheet, "heading.read"))
    for (words, language), names in read.items():
        foreign = language if _base(language) != _base(sheet.language) else ""
        whose = f"{', '.join(names)}: " if len(read) > 1 else ""
        yield paragraph((whose, Span(words, language=foreign)), "Quiet")


def _signed(sheet: Sheet, signature: Signature, *, with_digest: bool) -> Iterator[str]:
    name = Span(sheet.called(signature.who), "Strong")
    state = sheet.join(sheet.word("signature_method", signature.method), _when(sheet, signature))
    yield paragraph((name, ": ", state), "ListBullet", keep_next=True)
    yield "".join(paragraph(line, "ListContinue") for line in _signature_notes(sheet, signature, with_digest))


def _when(sheet: Sheet, signature: Signature) -> str:
    """When it was signed; of a page that nobody saw yet, and of who did not sign, when that was noted."""
    if signature.signed_at and not signature.page_is_awaited:
        return sheet.moment(signature.signed_at)
    noted = signature.noted_at or signature.signed_at
    return _told(sheet, "told.noted", day=sheet.moment(noted)) if noted else ""


def _signature_notes(sheet: Sheet, signature: Signature, with_digest: bool) -> Iterator[str]:
    notes = (
        signature.role,
        _told(sheet, f"gives.{signature.gives}") if signature.gives != "agreement" else "",
        sheet.say("typed", name=signature.typed_name) if signature.typed_name else "",
        sheet.say("signed_for", name=_those(sheet, signature)) if _those(sheet, signature) else "",
        sheet.say("witness", name=signature.witness) if signature.witness else "",
        sheet.say("saw_the_plan") if signature.saw_the_plan and signature.is_here else "",
        sheet.say("read_in", tongue=sheet.tongue(signature.language)) if signature.language else "",
        sheet.say("interpreter", name=signature.interpreter) if signature.interpreter else "",
    )
    shows_digest = with_digest and signature.plan_digest and signature.method not in _NO
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

    Nothing in a copy with roles in place of names: nobody signs it. Nobody owes a signature to a draft, but to the edition
    that was closed before it: those who did not sign that are not forgotten for a small change.
    """
    if sheet.view.in_roles:
        return ()
    edition = _closed_last(sheet)
    asked = [who for who in _asked(sheet, edition) if not is_welcome_to_sign(sheet.view, who, sheet.view.on)]
    waits = awaited(sheet.view, edition, asked)
    silent = [one for one in waits if _is_silent(one)]
    lines = [_outstanding_line(sheet, one) for one in waits if not _is_silent(one)]
    if silent:
        names = ", ".join(sheet.view.label(one.who) for one in silent)
        lines.append(sheet.join(sheet.say("signatures_of", names=names), *_days(sheet, silent[0])))
    return (*lines, *_later(sheet, {one.who for one in waits}))


def _closed_last(sheet: Sheet) -> int | None:
    """The number of the edition whose signatures are waited for; ``None`` while none was closed for signing."""
    return sheet.view.plan_number if sheet.view.signed else max((e.number for e in sheet.view.editions), default=None)


def _asked(sheet: Sheet, number: int | None) -> tuple[str, ...]:
    """Who is asked to sign an edition; not whom the family asked onto its team only after it was closed."""
    closed = next((edition.fixed_at.date() for edition in sheet.view.editions if edition.number == number), None)
    if closed is None:
        return signers(sheet) if number else ()
    since = {member.who for member in sheet.view.team if member.invited_on and member.invited_on > closed}
    return tuple(who for who in signers(sheet) if sheet.view.signed or who not in since)


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
