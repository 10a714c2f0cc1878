"""Ties between supports: straight between neighbours, else outside the ring on nested tracks."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from teammeet.ecomap.breadth import half_breadth
from teammeet.ecomap.contour import Contour
from teammeet.ecomap.geometry import cross, enters_oval, pairs, runs_through
from teammeet.ecomap.graph import Tie
from teammeet.ecomap.outline import crossing, touching
from teammeet.ecomap.shapes import SIZE, Badge, Box, Line, Node, Point
from teammeet.ecomap.ways import rounded

PITCH: Final = SIZE * 0.75
_CLEAR: Final = 0.8
_ASIDE: Final = (0.0, -0.22, 0.22, -0.36, 0.36)
"""Where on a side of a box a line may leave it, as a share of the side from its middle."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """The rectangle on which a track runs, by its half sides."""

    x: float
    y: float

    def place(self, point: Point) -> float:
        """How far along the frame a point of it lies, clockwise from the top left."""
        x, y = point
        if y <= -self.y + 1e-6:
            return x + self.x
        if x >= self.x - 1e-6:
            return 2 * self.x + y + self.y
        if y >= self.y - 1e-6:
            return 2 * self.x + 2 * self.y + self.x - x
        return 4 * self.x + 2 * self.y + self.y - y

    def point(self, place: float) -> Point:
        """The point so far along the frame."""
        place %= 4 * (self.x + self.y)
        if place < 2 * self.x:
            return place - self.x, -self.y
        place -= 2 * self.x
        if place < 2 * self.y:
            return self.x, place - self.y
        place -= 2 * self.y
        return (self.x - place, self.y) if place < 2 * self.x else (-self.x, self.y - (place - 2 * self.x))

    def between(self, start: Point, end: Point, clockwise: bool) -> list[Point]:
        """The corners on the way from one point of the frame to another."""
        around = 4 * (self.x + self.y)
        first, last = self.place(start), self.place(end)
        corners = (0.0, 2 * self.x, 2 * self.x + 2 * self.y, 4 * self.x + 2 * self.y)
        turn = 1 if clockwise else -1
        far = turn * (last - first) % around
        passed = sorted(turn * (corner - first) % around for corner in corners)
        return [self.point(first + turn * way) for way in passed if 0 < way < far]


def outer_lines(
    ties: Sequence[Tie], ring: Sequence[Node], laid: Sequence[Line], badges: Sequence[Badge], contour: Contour,
    form: str = "tie",
) -> list[Line]:  # fmt: skip
    """The lines between nodes of the ring (which is in order around (0, 0))."""
    nodes = {node.id: node for node in ring}
    rank = {node.id: number for number, node in enumerate(ring)}
    order = sorted(ties, key=lambda tie: (_apart(rank, tie, len(ring)), rank[tie.support], rank[tie.to]))
    lines: list[Line] = []
    ways = [pair for line in laid for pair in pairs(line.points)]
    far = []
    for tie in order:
        straight = straight_way(tie, nodes, ring, ways, contour, badges)
        if straight is None:
            far.append(tie)
            continue
        ways.append(straight)
        lines.append(Line(tie.support, tie.to, straight, tie.views, form))
    return lines + _on_tracks(far, nodes, rank, ring, badges, laid, contour, form)


def _apart(rank: Mapping[str, int], tie: Tie, count: int) -> int:
    apart = abs(rank[tie.support] - rank[tie.to])
    return min(apart, count - apart)


def straight_way(
    tie: Tie,
    nodes: Mapping[str, Node],
    ring: Sequence[Node],
    ways: Sequence[tuple[Point, Point]],
    contour: Contour,
    badges: Sequence[Badge],
) -> tuple[Point, Point] | None:
    """The straight way between two nodes, when it is free and long enough to be seen."""
    one, other = nodes[tie.support], nodes[tie.to]
    broad = half_breadth(tie.views)
    start = touching(one.form, one.box, (other.box.x, other.box.y))
    end = touching(other.form, other.box, start)
    start = touching(one.form, one.box, end)
    if math.dist(start, end) < SIZE * 1.1 or contour.enters(start, end, SIZE + broad):
        return None
    others = [node.box.grown(_CLEAR + broad) for node in ring if node.id not in (one.id, other.id)]
    if any(runs_through(start, end, box) for box in others) or any(cross(start, end, *way) for way in ways):
        return None
    if any(enters_oval(start, end, _square(badge).grown(_CLEAR + broad)) for badge in badges):
        return None
    return start, end


def _square(badge: Badge) -> Box:
    return Box(badge.label.box.x, badge.label.box.y, 2 * badge.radius, 2 * badge.radius)


def _on_tracks(
    ties: Sequence[Tie],
    nodes: Mapping[str, Node],
    rank: Mapping[str, int],
    ring: Sequence[Node],
    badges: Sequence[Badge],
    laid: Sequence[Line],
    contour: Contour,
    form: str,
) -> list[Line]:
    if not ties:
        return []
    broad = max(half_breadth(tie.views) for tie in ties)
    solid = [*contour.ovals, *(node.box for node in ring), *(_square(badge) for badge in badges)]
    points = [point for line in laid for point in line.points]
    half_x = max(*(abs(box.x) + box.w / 2 for box in solid), *(abs(x) for x, _ in points), 0.0) + broad + SIZE
    half_y = max(*(abs(box.y) + box.h / 2 for box in solid), *(abs(y) for _, y in points), 0.0) + broad + SIZE
    pitch = max(PITCH, 2 * broad + SIZE * 0.3)
    numbers = _track_numbers(ties, rank, len(ring))
    exits: dict[str, list[tuple[Point, Point]]] = {}
    lines = []
    for tie, number in zip(ties, numbers, strict=True):
        frame = _Frame(half_x + pitch * number, half_y + pitch * number)
        ways = []
        for name in (tie.support, tie.to):
            way = _exit(nodes[name], frame, solid, exits, half_breadth(tie.views))
            exits.setdefault(name, []).append(way)
            ways.append(way)
        (start, out), (end, back) = ways
        clockwise = (rank[tie.to] - rank[tie.support]) % len(ring) <= len(ring) / 2
        way_around = rounded((start, out, *frame.between(out, back, clockwise), back, end), SIZE * 0.7)
        lines.append(Line(tie.support, tie.to, way_around, tie.views, form))
    return lines


def _track_numbers(ties: Sequence[Tie], rank: Mapping[str, int], count: int) -> list[int]:
    """A track for each tie so that two on one track do not share a stretch: inner tracks first."""
    taken: list[list[tuple[int, int]]] = []
    numbers = []
    for tie in ties:
        low, high = sorted((rank[tie.support], rank[tie.to]))
        spans = [(low, high)] if high - low <= count - (high - low) else [(high, count - 1), (0, low)]
        number = 0
        while number < len(taken) and any(a <= d and c <= b for a, b in spans for c, d in taken[number]):
            number += 1
        if number == len(taken):
            taken.append([])
        taken[number].extend(spans)
        numbers.append(number)
    return numbers


def _exit(
    node: Node, frame: _Frame, solid: Sequence[Box], exits: Mapping[str, list[tuple[Point, Point]]], broad: float
) -> tuple[Point, Point]:
    """The way from a node straight out to its track that is freest, then shortest."""
    box = node.box
    others = [other.grown(_CLEAR + broad).sides for other in solid if other != box]
    used = [way for ways in exits.values() for way in ways]
    best: tuple[tuple[float, float], tuple[Point, Point]] | None = None
    for side_x, side_y in ((1, 0), (-1, 0), (0, -1), (0, 1)):
        if side_x * box.x < 0 or side_y * box.y < 0:
            continue
        for aside in _ASIDE:
            x, y = box.x + (aside * box.w if side_y else 0), box.y + (aside * box.h if side_x else 0)
            out = (side_x * frame.x, y) if side_x else (x, side_y * frame.y)
            start = _edge(node, (x, y), out)
            hits = _blocked(start, out, others)
            near = sum(_along(start, out, way) for way in used)
            cost = (hits * 10.0 + near * 4.0, math.dist(start, out) + abs(aside) * SIZE)
            if best is None or cost < best[0]:
                best = cost, (start, out)
    if best is None:
        raise ValueError("a node without a side that looks outwards")
    return best[1]


def _blocked(start: Point, out: Point, others: Sequence[tuple[float, float, float, float]]) -> int:
    """Through how many boxes, of which the sides are given, a level or upright way runs."""
    (x0, x1), (y0, y1) = sorted((start[0], out[0])), sorted((start[1], out[1]))
    return len([0 for left, top, right, bottom in others if x0 < right and x1 > left and y0 < bottom and y1 > top])


def _along(start: Point, out: Point, way: tuple[Point, Point]) -> bool:
    """Whether a way out runs on or close beside one that is taken."""
    other, far = way
    for axis in (0, 1):
        if (
            abs(start[axis] - out[axis]) < 1e-6
            and abs(other[axis] - far[axis]) < 1e-6
            and abs(start[axis] - other[axis]) < SIZE * 0.45
        ):
            along = 1 - axis
            low, high = sorted((start[along], out[along]))
            return min(other[along], far[along]) < high and max(other[along], far[along]) > low
    return False


def _edge(node: Node, inside: Point, out: Point) -> Point:
    """Where a way that starts inside the node leaves its outline, level with it."""
    return crossing(node.form, node.box, inside, out)
