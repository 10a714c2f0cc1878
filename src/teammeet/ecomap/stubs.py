"""Ties to another home: straight when the way is free, else a short line to a badge that stands for that home or person."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from teammeet.ecomap.breadth import half_breadth
from teammeet.ecomap.contour import Contour
from teammeet.ecomap.docks import RADIUS, badge_label
from teammeet.ecomap.geometry import cross, enters_oval, nearest, pairs, runs_through
from teammeet.ecomap.graph import Tie
from teammeet.ecomap.outline import crossing, inset
from teammeet.ecomap.shapes import SIZE, Badge, Box, Line, Measure, Node, Point
from teammeet.ecomap.tracks import straight_way

_LONG: Final = (3.2, 4.0, 2.6, 5.0, 2.0)
"""How far inwards the badge may stand, in text sizes, in order of liking; where there is no room it stands outwards."""
_TURNS: Final = (0.0, 0.3, -0.3, 0.6, -0.6, 0.9, -0.9, 1.15, -1.15)


def stub_lines(
    ties: Sequence[Tie], ring: Sequence[Node], starts: Mapping[str, Point], contour: Contour, laid: Sequence[Line],
    badges: Sequence[Badge], marks: Mapping[str, str], measure: Measure, *,
    outwards: bool, form: str = "tie",
) -> tuple[list[Line], list[Badge], list[Tie]]:  # fmt: skip
    """Lines and badges of those ties that find a place, inside the ring or ``outwards`` of it, and the ties that do not."""
    nodes = {node.id: node for node in ring}
    broads = [(*pair, half_breadth(line.claims)) for line in laid for pair in pairs(line.points)]
    ways = [(a, b) for a, b, _ in broads]
    lines: list[Line] = []
    found: list[Badge] = []
    left: list[Tie] = []
    for tie in ties:
        straight = straight_way(tie, nodes, ring, ways, contour, [*badges, *found])
        if straight is not None:
            ways.append(straight)
            broads.append((*straight, half_breadth(tie.views)))
            lines.append(Line(tie.support, tie.to, straight, tie.views, form))
            continue
        stub = _stub(tie, nodes[tie.support], starts[tie.support], ring, contour, broads, [*badges, *found], outwards)
        if stub is None:
            left.append(tie)
            continue
        start, middle = stub
        far = math.dist(start, middle)
        rim = middle[0] + (start[0] - middle[0]) * RADIUS / far, middle[1] + (start[1] - middle[1]) * RADIUS / far
        found.append(Badge(tie.to, badge_label(marks[tie.to], middle, measure), RADIUS))
        ways.append((start, rim))
        broads.append((start, rim, half_breadth(tie.views)))
        lines.append(Line(tie.support, tie.to, (start, rim), tie.views, form, badge=True))
    return lines, found, left


def _stub(
    tie: Tie,
    node: Node,
    port: Point,
    ring: Sequence[Node],
    contour: Contour,
    ways: Sequence[tuple[Point, Point, float]],
    badges: Sequence[Badge],
    outwards: bool,
) -> tuple[Point, Point] | None:
    """Where a stub begins and where its badge stands."""
    tries = (outward_places if outwards else _tries)(node, port, len(tie.views) > 1)
    free = (place for place in tries if clear(*place, node, ring, contour, ways, badges, half_breadth(tie.views)))
    return next(free, None)


def clear(
    start: Point, middle: Point, node: Node, ring: Sequence[Node], contour: Contour, ways: Sequence[tuple[Point, Point, float]],
    badges: Sequence[Badge], broad: float,
) -> bool:  # fmt: skip
    """Whether a disc around ``middle``, and a line ``broad`` to each side from ``start`` at its node, touch nothing there."""
    if contour.enters(middle, middle, RADIUS + 1.5) or any(_near(middle, other.box) for other in ring):
        return False
    if any(_beside(middle, way) for way in ways) or any(cross(start, middle, a, b) for a, b, _ in ways):
        return False
    discs = [(badge.label.box.x, badge.label.box.y) for badge in badges]
    if any(math.dist(middle, disc) < 2 * RADIUS + 1.5 for disc in discs):
        return False
    if any(enters_oval(start, middle, Box(*disc, 2 * RADIUS, 2 * RADIUS).grown(0.5 + broad)) for disc in discs):
        return False
    return not any(runs_through(start, middle, other.box.grown(1 + broad)) for other in ring if other.id != node.id)


def _tries(node: Node, port: Point, differ: bool) -> Iterator[tuple[Point, Point]]:
    inwards = math.atan2(-port[1], -port[0])
    for long in _LONG:
        for turn in _TURNS:
            reach = (long + (1.6 if differ else 0.0)) * SIZE + RADIUS
            middle = port[0] + math.cos(inwards + turn) * reach, port[1] + math.sin(inwards + turn) * reach
            yield crossing(node.form, node.box, inset(node.box, port), middle), middle


def outward_places(node: Node, port: Point, differ: bool) -> Iterator[tuple[Point, Point]]:
    """Where a stub that leads away from the middle may begin and its disc stand."""
    box, reach = node.box, (4.2 if differ else 2.6) * SIZE + RADIUS
    sides = (math.copysign(1, box.x), 0.0), (0.0, math.copysign(1, box.y))
    for side_x, side_y in sides if abs(port[0]) * box.h > abs(port[1]) * box.w * 0.4 else sides[::-1]:
        middle = box.x + side_x * (box.w / 2 + reach), box.y + side_y * (box.h / 2 + reach)
        yield crossing(node.form, box, (box.x, box.y), middle), middle


def _near(middle: Point, box: Box) -> bool:
    return math.dist(middle, nearest(box, middle)) < RADIUS + 1.0


def _beside(middle: Point, way: tuple[Point, Point, float]) -> bool:
    """Whether a line of some breadth comes too near to a badge."""
    (ax, ay), (bx, by), broad = way
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    share = 0.0 if length == 0 else max(0.0, min(1.0, ((middle[0] - ax) * dx + (middle[1] - ay) * dy) / length))
    return math.dist(middle, (ax + dx * share, ay + dy * share)) < RADIUS + SIZE * 0.2 + broad
