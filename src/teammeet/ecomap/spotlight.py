"""What of a map is talked over: what stands out, and the map with nothing else on it."""

from dataclasses import replace

from teammeet.ecomap.graph import EcomapGraph, Support
from teammeet.model.supports import Spotlight


def lit(graph: EcomapGraph, spotlight: Spotlight) -> frozenset[str]:
    """The ids of what stands out: the supports that the spotlight is on, and the people, homes and supports they are tied to.

    The home in the middle always does. Empty when nothing narrows it: then nothing is dim.
    """
    if not spotlight.narrows:
        return frozenset()
    beside = _beside(graph, spotlight.of) if spotlight.of else None
    bright = {support.id for support in graph.supports if _is_meant(support, spotlight, beside)}
    ends = {end for tie in graph.ties for end in (tie.support, tie.to) if bright & {tie.support, tie.to}}
    around = ends - {support.id for support in graph.supports}
    more = around if beside is None else around & (beside | _of(graph, spotlight.of))
    return frozenset({graph.centre, *bright, *more, *filter(None, (spotlight.of,))})


def narrowed(graph: EcomapGraph, spotlight: Spotlight) -> EcomapGraph:
    """The map with nothing but what stands out, where the spotlight is ``alone``; homes and their members stay."""
    if not (spotlight.alone and spotlight.narrows):
        return graph
    bright = lit(graph, spotlight)
    supports = tuple(support for support in graph.supports if support.id in bright)
    gone = {support.id for support in graph.supports} - bright
    ties = tuple(tie for tie in graph.ties if not gone & {tie.support, tie.to})
    if spotlight.of:
        own = _of(graph, spotlight.of)
        ties = tuple(tie for tie in ties if own & {tie.support, tie.to})
    return replace(graph, supports=supports, ties=ties, loops=tuple(tie for tie in graph.loops if tie.support not in gone))


def _of(graph: EcomapGraph, of: str | None) -> frozenset[str]:
    """Somebody or a support; a home with all who live in it."""
    if of is None:
        return frozenset()
    return frozenset({of, *(member.id for member in graph.members if of in (member.home, *member.also_in))})


def _beside(graph: EcomapGraph, of: str) -> frozenset[str]:
    """Who has a tie to ``of``, and ``of`` itself; to a home, also who has one to somebody in it."""
    own = _of(graph, of)
    return frozenset({of, *(end for tie in graph.ties for end in (tie.support, tie.to) if own & {tie.support, tie.to})})


def _is_meant(support: Support, spotlight: Spotlight, beside: frozenset[str] | None) -> bool:
    return (
        (beside is None or support.id in beside)
        and (not spotlight.domain or support.domain == spotlight.domain)
        and (not spotlight.kinds or support.kind in spotlight.kinds)
    )
