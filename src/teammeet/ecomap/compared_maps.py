"""Two maps drawn together: one with what came, went and changed marked, or two with everything at the same place in both."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from teammeet.ecomap.change_marks import LEFT
from teammeet.ecomap.compared import CAME, CHANGED, WENT, Comparison, tie_pairs
from teammeet.ecomap.graph import ABSENT, UNNAMED_HOME, EcomapGraph, Home, Member, Support, Tie
from teammeet.ecomap.graph import marked as with_badges

T = TypeVar("T", Home, Member, Support)
_LATER: Final = {CAME: CAME, CHANGED: CHANGED}
_FORMER: Final = {WENT: LEFT, CHANGED: CHANGED}
"""What is said on a map of what became of a thing that is there."""


def marked(comparison: Comparison) -> EcomapGraph:
    """The map as it is, with what went still on it; each support, member and tie says what became of it."""
    return _said(_Union(comparison.after, comparison.before, comparison.after).graph(WENT), comparison, _LATER)


def beside(comparison: Comparison) -> tuple[EcomapGraph, EcomapGraph]:
    """Both maps as they were, each with free places for what is on the other only.

    On the later one it says what is new, on the former one what is gone since, on both what changed.
    """
    before, after = comparison.before, comparison.after
    former = _said(_Union(before, after, after).graph(ABSENT), comparison, _FORMER)
    return former, _said(_Union(after, before, after).graph(ABSENT), comparison, _LATER)


def _said(union: EcomapGraph, comparison: Comparison, told: Mapping[str, str]) -> EcomapGraph:
    """The map on which what is there says what became of it, as far as that is ``told`` on it."""
    things = {thing.thing.id: told[thing.change] for thing in comparison.things if thing.change in told}
    lines = {tie.tie.id: told[tie.change] for thing in comparison.things for tie in thing.ties if tie.change in told}
    return replace(
        union,
        members=tuple(replace(member, change=member.change or things.get(member.id, "")) for member in union.members),
        supports=tuple(replace(support, change=support.change or things.get(support.id, "")) for support in union.supports),
        ties=tuple(replace(tie, change=tie.change or lines.get(tie.id, "")) for tie in union.ties),
    )


def absent(graph: EcomapGraph) -> frozenset[str]:
    """The ids of the supports and members of whom only a free place is on this map."""
    supports = {support.id for support in graph.supports if support.change == ABSENT}
    return frozenset(supports | {member.id for member in graph.members if member.change == ABSENT})


@dataclass(frozen=True, slots=True)
class _Union:
    """All that is on ``own``, and what ``other`` has besides; in the order of ``first``, so that two unions agree."""

    own: EcomapGraph
    other: EcomapGraph
    first: EcomapGraph

    def graph(self, missing: str) -> EcomapGraph:
        """The one map; what is on ``other`` only is ``missing``."""
        others = self.other
        members = self._joined(self.own.members, [replace(member, change=missing) for member in others.members])
        homes = self._homes({home for member in members for home in member.homes})
        centre = self.own.centre if any(home.id == self.own.centre for home in homes) else others.centre
        supports = self._joined(self.own.supports, [replace(support, change=missing) for support in others.supports])
        ties = (*self.own.ties, *self._other_ties(missing))
        return replace(self.own, homes=homes, members=with_badges(members), supports=supports, ties=ties, centre=centre)

    def _homes(self, lived_in: Container[str]) -> tuple[Home, ...]:
        """The homes of both; where nobody lives in the one that stands for a home that is not said, any other will do."""
        homes = self._joined(self.own.homes, self.other.homes)
        said = tuple(home for home in homes if home.id != UNNAMED_HOME or home.id in lived_in)
        return said or homes

    def _joined(self, own: Iterable[T], others: Iterable[T]) -> tuple[T, ...]:
        found = {thing.id: thing for thing in others}
        found |= {thing.id: thing for thing in own}
        order = {thing.id: place for place, thing in enumerate(self.first.things)}
        return tuple(found[name] for name in sorted(found, key=lambda name: order.get(name, len(order))))

    def _other_ties(self, missing: str) -> Iterable[Tie]:
        """The ties that only ``other`` has; one whose end was moved is two ties, so that they need two ids."""
        ids = {tie.id for tie in self.own.ties}
        for tie, own in tie_pairs(self.other, self.own):
            if own is None and tie is not None:
                yield replace(tie, id=f"{tie.id}-{missing}" if tie.id in ids else tie.id, change=missing)
