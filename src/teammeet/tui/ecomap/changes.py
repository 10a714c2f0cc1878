"""What the keys of the ecomap change: pure functions from a tie or a support to what it is afterwards."""

from __future__ import annotations

from typing import Final, get_args

from teammeet.model.family import Edit, Family, put
from teammeet.model.supports import Claim, Flow, Support, SupportKind, Tie, TieKind

TIE_KINDS: Final[tuple[TieKind, ...]] = get_args(TieKind)
"""In the order of the keys 1 to 5."""
KINDS: Final[tuple[SupportKind, ...]] = ("natural", "peer", "community", "formal")
FLOWS: Final[tuple[Flow, ...]] = ("none", "to", "from", "both")
MOST_KINDS: Final = 2
"""Kinds that one claim may have at once: strong and stressful, say."""


def ties_of(family: Family, support: str) -> tuple[Tie, ...]:
    """The ties that start at ``support`` or at a person of it, and those of other supports that end there."""
    own = {support, *(person.id for person in family.people if person.support == support)}
    return tuple(tie for tie in family.ties if tie.support in own or tie.to in own)


def with_kind(tie: Tie, kind: TieKind) -> Tie:
    """The tie with ``kind`` on or off; of three the one that was put on first goes."""
    claim = _claim(tie)
    kinds = tuple(k for k in claim.kinds if k != kind) if kind in claim.kinds else (*claim.kinds, kind)[-MOST_KINDS:]
    return _with_claim(tie, claim.changed(kinds=kinds))


def with_next_flow(tie: Tie) -> Tie:
    """The tie with the next direction: none, to the family, from it, both."""
    claim = _claim(tie)
    return _with_claim(tie, claim.changed(flow=FLOWS[(FLOWS.index(claim.flow) + 1) % len(FLOWS)]))


def with_next_kind(support: Support) -> Support:
    """The support as the next kind: natural, peer, community, formal."""
    return support.changed(kind=KINDS[(KINDS.index(support.kind) + 1) % len(KINDS)])


def new_support(family: Family, name: str, centre: str) -> tuple[Support, tuple[Edit, ...]]:
    """A natural support called ``name``, with a tie to the home ``centre``, else to who is enrolled, if there is either."""
    support = Support(name=name)
    end = centre or next((p.id for p in family.people if p.enrolled), None) or next((p.id for p in family.people), None)
    ties = (put(Tie(support=support.id, to=end)),) if end else ()
    return support, (put(support), *ties)


def tie_to(family: Family, support: str, end: str) -> Tie | None:
    """A new tie from ``support`` to ``end``; nothing if there is one already or both are the same."""
    if support == end or any({tie.support, tie.to} == {support, end} for tie in family.ties):
        return None
    return Tie(support=support, to=end)


def _claim(tie: Tie) -> Claim:
    """What the keys change: the first thing that was said of the tie; what others say of it stays."""
    return tie.claims[0] if tie.claims else Claim()


def _with_claim(tie: Tie, claim: Claim) -> Tie:
    return tie.changed(claims=(claim, *tie.claims[1:]))
