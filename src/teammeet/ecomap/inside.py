"""What ties from outside find in the middle, and the order of the members there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import pi, tau

from teammeet.ecomap.contour import Contour
from teammeet.ecomap.geometry import enters_oval, oval_angle
from teammeet.ecomap.graph import Tie
from teammeet.ecomap.household import Household
from teammeet.ecomap.shapes import SIZE, Box, Label, Node, Point


@dataclass(frozen=True)
class Inside:
    """The homes' contour and names, the members ``seated`` in it, who or what lies in which ovals, and marks for badges.

    ``rooms`` has the numbers of the ovals by the id of a home or member.
    """

    contour: Contour
    titles: tuple[Label, ...]
    seated: Mapping[str, Node]
    rooms: Mapping[str, tuple[int, ...]]
    marks: Mapping[str, str]

    def open_at(self, end: str, angle: float) -> bool:
        """Whether the line at that angle belongs to a home of that end."""
        return self.contour.owner(angle) in self.rooms[end]

    def strange(self, end: str, point: Point, near: float) -> bool:
        """Whether the point lies in a home that is not a home of that end, or within ``near`` of its line."""
        others = (oval for number, oval in enumerate(self.contour.ovals) if number not in self.rooms[end])
        return any(enters_oval(point, point, oval.grown(near + SIZE * 0.11)) for oval in others)


def members_by_ties(
    names: tuple[str, ...], home: Household, starts: Mapping[str, Point], ties: Sequence[Tie]
) -> tuple[str, ...]:  # fmt: skip
    """The members in the order that keeps each nearest to its own ties; without ties, in the family's order."""
    if len(names) < 2:
        return names
    unit = Box(*home.pole, 2, 2)
    angles = [oval_angle(unit, slot) for slot in home.slots]
    wanted = {name: [oval_angle(unit, starts[tie.support]) for tie in ties if tie.to == name] for name in names}
    best = names
    cost = _cost(best, angles, wanted)
    improved = True
    while improved:
        improved = False
        for tried in _swaps(best, home):
            tried_cost = _cost(tried, angles, wanted)
            if tried_cost < cost - 1e-6:
                best, cost, improved = tried, tried_cost, True
    return best


def _swaps(order: tuple[str, ...], home: Household) -> Iterator[tuple[str, ...]]:
    """The order with any two changed who live in the same home."""
    for one in range(len(order)):
        for other in range(one + 1, len(order)):
            if home.room_of(one) != home.room_of(other):
                continue
            swapped = list(order)
            swapped[one], swapped[other] = swapped[other], swapped[one]
            yield tuple(swapped)


def _cost(order: tuple[str, ...], angles: list[float], wanted: Mapping[str, list[float]]) -> float:
    """How far members stand from where their ties come from, in turns."""
    return sum(abs((angles[place] - angle + pi) % tau - pi) for place, name in enumerate(order) for angle in wanted[name])
