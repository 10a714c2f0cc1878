"""Who on a map could carry something: those of the family's own life, near the need first, then those with a strong tie."""

from typing import Final

from teammeet.ecomap.graph import EcomapGraph, Member, Support

_ASKED_FIRST: Final = ("natural", "peer", "community")


def could_carry(graph: EcomapGraph, domain: str = "") -> tuple[Support, ...]:
    """The active supports that are not paid: those of ``domain`` first, then those with a strong tie, then by their kind.

    A tie whose kind is not on this map is not strong on it.
    """
    held = [support for support in graph.supports if support.kind in _ASKED_FIRST and support.status == "active"]
    strong = strongly_tied(graph)
    return tuple(sorted(held, key=lambda s: (not is_near(s, domain), s.id not in strong, _ASKED_FIRST.index(s.kind))))


def strongly_tied(graph: EcomapGraph) -> frozenset[str]:
    """The ids of all at either end of a tie that anybody calls strong."""
    strong = (tie for tie in graph.ties if any("strong" in claim.kinds for claim in tie.claims))
    return frozenset(end for tie in strong for end in (tie.support, tie.to))


def paid(graph: EcomapGraph) -> tuple[Support, ...]:
    """The active formal ones, that are looked at last."""
    return tuple(support for support in graph.supports if support.kind == "formal" and support.status == "active")


def is_near(support: Support, domain: str) -> bool:
    """Whether a support stands in the part of life that the need is of."""
    return bool(domain) and support.domain == domain


def people(graph: EcomapGraph) -> tuple[Member, ...]:
    """The people of the homes: they may carry it themselves."""
    return tuple(member for member in graph.members if member.life == "living" and member.nature == "person")
