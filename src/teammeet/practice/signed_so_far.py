"""How far the signing of an edition is: a plan is signed when everybody has signed who is asked to, and not before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from teammeet.model.family import Family
from teammeet.model.view import View
from teammeet.practice.signers import asked_to_sign, is_welcome_to_sign


@dataclass(frozen=True, slots=True)
class SignedSoFar:
    """How many of those who are asked to sign have signed."""

    signed: int
    asked: int

    @property
    def is_whole(self) -> bool:
        """Whether everybody signed."""
        return 0 < self.signed == self.asked


def signed_so_far(shown: Family | View, edition: int, asked: Iterable[str]) -> SignedSoFar:
    """How many of ``asked`` have signed ``edition``; nobody waits for who only may sign."""
    waited_for = [who for who in asked if not is_welcome_to_sign(shown, who)]
    of_it = [held for held in shown.signatures if held.edition == edition]
    given = {held.who for held in of_it if not held.is_outstanding and held.method != "refused"}
    return SignedSoFar(sum(who in given for who in waited_for), len(waited_for))


def everybody_asked(shown: Family | View, edition: int, agreed: Iterable[str], day: date, meeting: str = "") -> tuple[str, ...]:
    """Who is asked to sign ``edition``: family, team, who came to ``meeting``; and whoever agreed to it or signed it."""
    signed = [held.who for held in shown.signatures if held.edition == edition]
    everybody = dict.fromkeys([*asked_to_sign(shown, day, meeting), *agreed, *signed])
    return tuple(who for who in everybody if shown.label(who))


def signed_of(family: Family, day: date) -> SignedSoFar:
    """How far the signing of the edition is that was closed last, as the program tells it everywhere."""
    last = family.last_edition
    if last is None:
        return SignedSoFar(0, 0)
    agreed = [held.who for held in family.agreements if held.meeting in (None, last.meeting)]
    return signed_so_far(family, last.number, everybody_asked(family, last.number, agreed, day))
