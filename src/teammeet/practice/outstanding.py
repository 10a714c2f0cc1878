"""What is still to come after a signing: signatures, pages and copies (PRACTICE.md section 5: both counts should come to 0)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from teammeet.model.family import Family
from teammeet.model.sharing import Signature, SignatureMethod
from teammeet.model.view import View


@dataclass(frozen=True, slots=True)
class Outstanding:
    """Who has still to sign the last signed edition, and which copies (ids) are still owed."""

    signatures: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Awaited:
    """Something that is still to come from or for ``who``, since when, and by when where a day was named.

    A signature; a page that was signed by hand and was not seen yet; a guardian's consent beside a minor's assent; a copy
    (``who`` may be nobody of the record: ``name``). ``method`` is what was noted instead of a signature.
    """

    what: Literal["signature", "page", "consent", "copy"]
    who: str = ""
    name: str = ""
    method: SignatureMethod | None = None
    since: date | None = None
    by: date | None = None

    def is_late(self, day: date) -> bool:
        """Whether the day by which it should have come is over."""
        return self.by is not None and self.by < day


def outstanding(shown: Family | View) -> Outstanding:
    """What is outstanding for the edition that was signed last; nothing is, before there is one."""
    of_it = [signature for signature in shown.signatures if signature.edition == _last_number(shown)]
    return Outstanding(_unsigned(of_it), tuple(copy.id for copy in shown.copies if copy.given_on is None))


def awaited(shown: Family | View, edition: int | None, asked: Iterable[str]) -> tuple[Awaited, ...]:
    """All that is still to come for an edition of the plan: what is due first stands first, then what waits longest.

    ``edition`` is ``None`` for a plan that is not closed for signing: then everybody ``asked`` has still to sign. Somebody
    may have signed more than once: a page that came back settles the one that was taken home.
    """
    of_it = [signature for signature in shown.signatures if signature.edition == edition]
    since = next((e.fixed_at.date() for e in shown.editions if e.number == edition), None)
    wait = [*_signatures(shown, of_it, asked, since), *_pages(of_it), *_consents(of_it), *_copies(shown)]
    return tuple(sorted(wait, key=lambda one: (one.by or date.max, one.since or date.max)))


def _last_number(shown: Family | View) -> int:
    return max((edition.number for edition in shown.editions), default=0)


def _signatures(shown: Family | View, of_it: list[Signature], asked: Iterable[str], since: date | None) -> Iterator[Awaited]:
    """Of whom nothing was noted, and who said that it comes later."""
    wanted = {held.who: held.not_yet_until for held in shown.agreements if held.not_yet_until is not None}
    settled = {signature.who for signature in of_it if not signature.is_outstanding}
    noted = {signature.who: signature for signature in of_it}
    for who in dict.fromkeys([*asked, *noted]):
        if who in settled:
            continue
        held = noted.get(who)
        if held is None:
            yield Awaited("signature", who, since=since, by=wanted.get(who))
        else:
            day = held.noted_at.date() if held.noted_at else since
            yield Awaited("signature", who, method=held.method, since=day, by=held.expected_by or wanted.get(who))


def _pages(of_it: list[Signature]) -> Iterator[Awaited]:
    """Ink is outstanding until somebody noted who saw it."""
    seen = {signature.who for signature in of_it if not signature.is_outstanding and not signature.page_is_awaited}
    for held in of_it:
        if held.page_is_awaited and held.signed_at is not None and held.who not in seen:
            yield Awaited("page", held.who, method=held.method, since=held.signed_at.date(), by=held.expected_by)


def _consents(of_it: list[Signature]) -> Iterator[Awaited]:
    """A minor's assent stands beside the consent of a parent or guardian."""
    given = {whom for held in of_it if _is_yes(held) for whom in held.signed_for}
    for held in of_it:
        if held.gives == "assent" and _is_yes(held) and held.who not in given:
            yield Awaited("consent", held.who, since=held.signed_at.date() if held.signed_at else None)


def _is_yes(held: Signature) -> bool:
    return not held.is_outstanding and held.method != "refused"


def _copies(shown: Family | View) -> Iterator[Awaited]:
    for copy in shown.copies:
        if copy.given_on is None:
            yield Awaited("copy", copy.to or "", copy.to_name, by=copy.owed_by)


def _unsigned(signatures: Iterable[Signature]) -> tuple[str, ...]:
    """Those whose every signature is outstanding: a page that came back settles the one that was taken home."""
    settled: dict[str, bool] = {}
    for signature in signatures:
        settled[signature.who] = settled.get(signature.who, False) or not signature.is_outstanding
    return tuple(who for who, is_settled in settled.items() if not is_settled)
