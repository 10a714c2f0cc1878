"""Maps of many supports: one node a kind and domain, and a table of who is in it."""

from collections import Counter
from dataclasses import dataclass, replace
from typing import Final

from teammeet.ecomap.graph import ABSENT, SUPPORT_KINDS, TIE_KINDS, Claim, EcomapGraph, Support, Tie
from teammeet.model.domains import domain_order

MOST: Final = 60
"""So many supports are drawn one by one."""


@dataclass(frozen=True, slots=True)
class Group:
    """Supports of one kind and domain that are drawn as one node; ``kinds`` counts the ties of each kind."""

    id: str
    kind: str
    domain: str
    supports: tuple[Support, ...]
    kinds: tuple[tuple[str, int], ...]


def groups(graph: EcomapGraph, most: int = MOST) -> tuple[Group, ...]:
    """The groups of a map with more than ``most`` supports, else nothing.

    When even kinds and domains are more than ``most``, the rarer domains of a kind go together.
    """
    if len(graph.supports) <= most:
        return ()
    domains = Counter((support.kind, support.domain) for support in graph.supports)
    kept = {pair for pair, _ in domains.most_common(most - len(SUPPORT_KINDS))} if len(domains) > most else set(domains)
    members: dict[tuple[str, str], list[Support]] = {}
    for support in graph.supports:
        pair = (support.kind, support.domain)
        members.setdefault(pair if pair in kept else (support.kind, "+"), []).append(support)
    kinds = _kinds_by_support(graph.ties)
    order = sorted(members, key=lambda pair: (SUPPORT_KINDS.index(pair[0]), domain_order(pair[1] or None)))
    return tuple(
        Group(f"group-{number}", *pair, tuple(members[pair]), _counts(kinds, members[pair]))
        for number, pair in enumerate(order)
    )


def _counts(kinds: dict[str, list[str]], supports: list[Support]) -> tuple[tuple[str, int], ...]:
    counted = Counter(kind for support in supports for kind in kinds.get(support.id, ()))
    return tuple((kind, counted[kind]) for kind in TIE_KINDS if counted[kind])


def _kinds_by_support(ties: tuple[Tie, ...]) -> dict[str, list[str]]:
    """Each kind of each tie that is there now, by the support from which the tie goes out."""
    found: dict[str, list[str]] = {}
    for tie in (tie for tie in ties if tie.change not in ("went", ABSENT)):
        found.setdefault(tie.support, []).extend({kind for view in tie.views for kind in view.kinds})
    return found


def grouped(graph: EcomapGraph, found: tuple[Group, ...]) -> EcomapGraph:
    """The map with groups in place of their supports: one plain line from each group to each home it has ties to."""
    group_of = {support.id: group.id for group in found for support in group.supports}
    home_of = {member.id: member.home for member in graph.members}
    lines: dict[tuple[str, str], Tie] = {}
    for tie in graph.ties:
        if tie.support not in group_of:
            if tie.to not in group_of:
                lines[tie.id, ""] = tie
            continue
        start, end = group_of[tie.support], home_of.get(tie.to, tie.to)
        if end not in group_of:
            lines.setdefault((start, end), Tie(f"{start}:{end}", start, end, (Claim(),)))
    supports = [Support(group.id, "", group.kind, group.domain) for group in found]
    supports += [support for support in graph.supports if support.id not in group_of]
    return replace(graph, supports=tuple(supports), ties=tuple(lines.values()), loops=())
