"""What is still to come after a signing: signatures and copies (PRACTICE.md section 5: both counts should come down to 0)."""

from collections.abc import Iterable
from dataclasses import dataclass

from teammeet.model.family import Family
from teammeet.model.sharing import Signature
from teammeet.model.view import View


@dataclass(frozen=True, slots=True)
class Outstanding:
    """Who has still to sign the last signed edition, and which copies (ids) are still owed."""

    signatures: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()


def outstanding(shown: Family | View) -> Outstanding:
    """What is outstanding for the edition that was signed last; nothing is, before there is one."""
    number = max((edition.number for edition in shown.editions), default=0)
    of_it = [signature for signature in shown.signatures if signature.edition == number]
    return Outstanding(_unsigned(of_it), tuple(copy.id for copy in shown.copies if copy.given_on is None))


def _unsigned(signatures: Iterable[Signature]) -> tuple[str, ...]:
    """Those whose every signature is outstanding: a page that came back settles the one that was taken home."""
    settled: dict[str, bool] = {}
    for signature in signatures:
        settled[signature.who] = settled.get(signature.who, False) or not signature.is_outstanding
    return tuple(who for who, is_settled in settled.items() if not is_settled)
