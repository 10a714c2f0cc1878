"""What of a map is talked over: what stands out, the map with nothing else on it, and what is gone from it then."""

from dataclasses import dataclass, replace

from teammeet.ecomap.graph import EcomapGraph, Member, Support, Tie
from teammeet.model.supports import Spotlight, SupportKind


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a map loses when supports of some kinds are left out.

    ``supports`` are those that are gone; ``untied`` the people of the homes whose every tie that holds was with one of them.
    """

    supports: tuple[Support, ...] = ()
    untied: tuple[Member, ...] = ()


def lit(graph: EcomapGraph, spotlight: Spotlight) -> frozenset[str]:
    """The ids of what stands out: the supports that the spotlight is on, and the people, homes and supports they are tied to.

    The home in the middle does too, unless the spotlight is on somebody: a tie with all of it is nobody's own. Empty when
    nothing narrows it: then nothing is dim.
    """
    if not spotlight.narrows:
        return frozenset()
    beside = _beside(graph, spotlight.of) if spotlight.of else None
    bright = {support.id for support in graph.supports if _is_meant(support, spotlight, beside)}
    ends = {end for tie in graph.ties for end in (tie.support, tie.to) if bright & {tie.support, tie.to}}
    around = ends - {support.id for support in graph.supports}
    more = around if beside is None else around & (beside | _of(graph, spotlight.of))
    return frozenset({spotlight.of or graph.centre, *bright, *more})


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


def left_out(graph: EcomapGraph, spotlight: Spotlight) -> LeftOut:
    """What is gone where only supports of the spotlight's kinds are left; nothing where it names no kinds.

    A tie holds where its support is active and somebody says of it something else than cut off. A tie with a home counts for
    all who live in it. Only what ``graph`` shows counts, so it tells those who look nothing that they do not see.
    """
    if not spotlight.kinds:
        return LeftOut()
    gone = tuple(support for support in graph.supports if support.kind not in spotlight.kinds)
    stays = {support.id for support in graph.supports if support.kind in spotlight.kinds and support.status == "active"}
    goes = {support.id for support in gone if support.status == "active"}
    holding = tuple(tie for tie in graph.ties if _holds(tie))
    untied = tuple(
        member
        for member in graph.members
        if _is_there(member) and _tied(member, holding, goes) and not _tied(member, holding, stays)
    )
    return LeftOut(gone, untied)


def on(spotlight: Spotlight | None, of: str) -> Spotlight | None:
    """The next step of a spotlight on ``of``: its ties stand out; nothing else is left; off (what else narrows stays)."""
    now = spotlight or Spotlight()
    if now.of != of:
        return _made(of, now.domain, now.kinds, now.alone and bool(now.kinds))
    if not now.alone:
        return _made(of, now.domain, now.kinds, True)
    return _made(None, now.domain, now.kinds, bool(now.kinds))


def on_domain(spotlight: Spotlight | None, domain: str) -> Spotlight | None:
    """The same for a part of life; no ``domain`` is all of them."""
    now = spotlight or Spotlight()
    if domain and now.domain != domain:
        return _made(now.of, domain, now.kinds, now.alone and bool(now.kinds))
    if domain and not now.alone:
        return _made(now.of, domain, now.kinds, True)
    return _made(now.of, None, now.kinds, bool(now.kinds))


def only(spotlight: Spotlight | None, *kinds: SupportKind) -> Spotlight | None:
    """Nothing but supports of ``kinds``; where it is so already, all kinds again."""
    now = spotlight or Spotlight()
    if now.kinds == kinds:
        return _made(now.of, now.domain, (), False)
    return _made(now.of, now.domain, kinds, True)


def held_to(spotlight: Spotlight | None, graph: EcomapGraph) -> Spotlight | None:
    """The spotlight, unless it is on somebody who is no longer on the map."""
    if spotlight is None or spotlight.of is None or any(thing.id == spotlight.of for thing in graph.things):
        return spotlight
    return _made(None, spotlight.domain, spotlight.kinds, bool(spotlight.kinds))


def _made(of: str | None, domain: str | None, kinds: tuple[SupportKind, ...], alone: bool) -> Spotlight | None:
    """One without a name, for what is kept under a name has changed; nothing where it would narrow nothing."""
    made = Spotlight(of=of, domain=domain, kinds=kinds, alone=alone)
    return made if made.narrows else None


def _is_there(member: Member) -> bool:
    return member.life == "living" and member.nature == "person"


def _holds(tie: Tie) -> bool:
    return any(view.kinds != ("cut_off",) for view in tie.views)


def _tied(member: Member, ties: tuple[Tie, ...], supports: set[str]) -> bool:
    own = {member.id, member.home, *member.also_in}
    return any(own & {tie.support, tie.to} and supports & {tie.support, tie.to} for tie in ties)


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
