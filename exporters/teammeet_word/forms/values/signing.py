"""Agreement, signatures, copies and permissions to share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from teammeet.model.meetings import Meeting
from teammeet.model.people import Person
from teammeet.model.sharing import Agreement, Copy, Release, Signature
from teammeet.practice.meeting_facts import caregivers
from teammeet_word.forms.values.around import part_in, role_of
from teammeet_word.forms.values.plan import said
from teammeet_word.sections.agreement import signers
from teammeet_word.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody whose line a signature page has, and the signature of this very plan if there is one."""

    who: str
    given: Signature | None


def signers_of(sheet: Sheet) -> tuple[Signer, ...]:
    """Everybody whose line the page has; nobody signs a copy with roles in place of names.

    Whose page was not seen yet has a free line: a form is printed to be signed.
    """
    if sheet.view.in_roles:
        return ()
    here = [s for s in sheet.view.signatures if sheet.view.signed and s.edition == sheet.view.plan_number]
    given = {signature.who: signature for signature in here if signature.method != "ink" or signature.is_here}
    return tuple(Signer(who, given.get(who)) for who in signers(sheet))


def _is_signed(signer: Signer) -> bool:
    given = signer.given
    return given is not None and not given.is_outstanding and given.method != "refused"


def _given(tag: str) -> Callable[[Sheet, Signer], Any]:
    return lambda sheet, signer: GETTERS["signature"].get(tag, _own(tag))(sheet, signer.given) if signer.given else None


def _own(tag: str) -> Callable[[Sheet, Any], Any]:
    return lambda sheet, item: getattr(item, tag)


def _parts(sheet: Sheet, signer: Signer) -> frozenset[str]:
    """What somebody is where a form has a line for each part: the youth, a guardian, the facilitator, family, formal help."""
    item = sheet.view.get(signer.who)
    parts = {part_in(sheet, signer.who)}
    if isinstance(item, Person) and item.enrolled:
        parts.add("youth")
    if signer.who in caregivers(sheet.view, sheet.view.on):
        parts.add("guardian")
    if sheet.view.header.facilitator and sheet.view.label(signer.who) == sheet.view.header.facilitator:
        parts.add("facilitator")
    return frozenset(parts)


def _signer_role(sheet: Sheet, signer: Signer) -> str:
    return (signer.given.role if signer.given else "") or role_of(sheet, signer.who)


def _signature(sheet: Sheet, signature: Signature) -> str:
    day = sheet.short_day(signature.signed_at.date()) if signature.signed_at else ""
    return sheet.join(sheet.called(signature.who), sheet.word("signature_method", signature.method), day)


def _agreement(sheet: Sheet, held: Agreement) -> str:
    degree = sheet.word("degree", held.degree) if held.degree else ""
    at_none = sheet.short_day(held.said_on) if held.said_on and held.meeting is None else ""
    return f"{sheet.called(held.who)}: {sheet.join(degree, said(held.dissent), at_none)}"


def _said_on(sheet: Sheet, held: Agreement) -> date | None:
    """The day of the meeting at which it was said, else the day on which it was said at none."""
    if held.meeting is None:
        return held.said_on
    meeting = sheet.view.get(held.meeting)
    return meeting.on if isinstance(meeting, Meeting) else None


def _copy_to(sheet: Sheet, copy: Copy) -> str:
    return ", ".join(part for part in dict.fromkeys((sheet.view.label(copy.to), copy.to_name)) if part)


def _copy(sheet: Sheet, copy: Copy) -> str:
    return sheet.join(_copy_to(sheet, copy), sheet.word("copy_how", copy.how))


def _records(sheet: Sheet, release: Release) -> str:
    return ", ".join(sheet.word("record_kind", record) for record in release.records)


def _release(sheet: Sheet, release: Release) -> str:
    return sheet.join(_records(sheet, release), release.what, sheet.names(release.to))


GETTERS: Final[Mapping[str, Mapping[str, Callable[[Sheet, Any], Any]]]] = {
    "agreement": {
        "name": lambda sheet, held: sheet.called(held.who),
        "day": _said_on,
        "how_far": lambda sheet, held: str(held.degree) if held.degree else "",
        "until": lambda sheet, held: held.not_yet_until,
    },
    "signature": {
        "name": lambda sheet, signature: sheet.called(signature.who),
        "signed_on": lambda sheet, signature: signature.signed_at.date() if signature.signed_at else None,
        "language": lambda sheet, signature: sheet.tongue(signature.language) if signature.language else "",
        "for_whom": lambda sheet, signature: sheet.names(signature.signed_for),
        "plan_number": lambda sheet, signature: signature.edition,
        "noted_on": lambda sheet, signature: signature.noted_at.date() if signature.noted_at else None,
        "scan": lambda sheet, signature: signature.scan_digest,
    },
    "signer": {
        "name": lambda sheet, signer: sheet.called(signer.who),
        "role": _signer_role,
        "signed": lambda sheet, signer: _is_signed(signer),
        **{
            tag: _given(tag)
            for tag in (
                *("typed_name", "witness", "interpreter", "language", "for_whom", "note"),
                *("signed_on", "saw_the_plan", "method", "gives", "statement", "received_by", "received_on", "scan"),
                *("noted_on", "expected_by"),
            )
        },
    },
    "other_view": {
        "who": lambda sheet, read: sheet.called(read.who),
        "part": lambda sheet, read: sheet.word("read_section", read.section),
        "day": lambda sheet, read: next((m.on for m in sheet.view.meetings if m.id == read.meeting), None),
    },
    "copy": {"to": _copy_to, "plan_number": lambda sheet, copy: copy.edition},
    "release": {
        "records": _records,
        "whose": lambda sheet, release: sheet.view.label(release.record_of),
        "to": lambda sheet, release: sheet.names(release.to),
    },
}
IN_A_LINE: Final[Mapping[str, Callable[[Sheet, Any], Any]]] = {
    "agreement": _agreement,
    "signer": lambda sheet, signer: sheet.called(signer.who),
    "signature": _signature,
    "other_view": lambda sheet, read: read.words,
    "copy": _copy,
    "release": _release,
}
MARKS: Final[Mapping[str, Callable[[Sheet, Any], frozenset[str]]]] = {
    "signer": _parts,
    "signature": lambda sheet, signature: frozenset({signature.method}),
}
