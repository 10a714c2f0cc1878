"""Who on a map could carry something: those of the family's own life first, nearest to the need before the others."""

from typing import Final

from teammeet.ecomap.graph import EcomapGraph, Member, Support

_ASKED_FIRST: Final = ("natural", "peer", "community")


def could_carry(graph: EcomapGraph, domain: str = "") -> tuple[Support, ...]:
    """The active supports that are not paid: those of ``domain`` first, then natural, peer and community ones."""
    held = [support for support in graph.supports if support.kind in _ASKED_FIRST and support.status == "active"]
    return tuple(sorted(held, key=lambda s: (not is_near(s, domain), _ASKED_FIRST.index(s.kind))))


def paid(graph: EcomapGraph) -> tuple[Support, ...]:
    """The active formal ones, that are looked at last."""
    return tuple(support for support in graph.supports if support.kind == "formal" and support.status == "active")


def is_near(support: Support, domain: str) -> bool:
    """Whether a support stands in the part of life that the need is of."""
    return bool(domain) and support.domain == domain


def people(graph: EcomapGraph) -> tuple[Member, ...]:
    """The people of the homes: they may carry it themselves."""
    return tuple(member for member in graph.members if member.life == "living" and member.nature == "person")
