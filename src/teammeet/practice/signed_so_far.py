"""How far the signing of an edition is: a plan is signed when everybody has signed who is asked to, and not before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from teammeet.model.family import Family
from teammeet.model.view import View
from teammeet.practice.said_last import held_by, said_last
from teammeet.practice.signers import asked_to_sign, is_welcome_to_sign


@dataclass(frozen=True, slots=True)
class SignedSoFar:
    """How many of those who are asked to sign have: ``signed`` a name or a page that was seen, or only ``said`` yes.

    A yes that was said aloud or by e-mail counts, but it is no signature, so it is told apart (PRACTICE.md section 8).
    """

    signed: int
    asked: int
    said: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether everybody signed or said yes."""
        return 0 < self.signed + self.said == self.asked


def signed_so_far(shown: Family | View, edition: int, asked: Iterable[str], day: date) -> SignedSoFar:
    """How many of ``asked`` have signed ``edition`` by ``day``; nobody waits for who only may sign.

    A page that was signed by hand counts once somebody noted that they saw it.
    """
    waited_for = [who for who in asked if not is_welcome_to_sign(shown, who, day)]
    here = [held for held in shown.signatures if held.edition == edition and held.is_here]
    said = {held.who for held in here if held.method in ("email", "verbal")}
    given = {held.who for held in here} - said
    return SignedSoFar(sum(who in given for who in waited_for), len(waited_for), sum(who in said for who in waited_for))


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
    said = said_last(family.agreements, held_by(family, day))
    return signed_so_far(family, last.number, everybody_asked(family, last.number, said, day), day)
