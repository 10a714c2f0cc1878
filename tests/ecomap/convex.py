"""Plane geometry of the checker, its own: convex shapes, strokes with their breadth, ellipses. Lengths are points."""

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

SLACK = 0.35
"""Points by which things may touch: less than a hairline."""
Point = tuple[float, float]
Polygon = tuple[Point, ...]
"""The corners of something convex, in turn. Two corners are a stroke."""


class Box(NamedTuple):
    """Left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def corners(self) -> Polygon:
        """The box as a polygon."""
        return (self.left, self.top), (self.right, self.top), (self.right, self.bottom), (self.left, self.bottom)

    def meets(self, other: "Box") -> bool:
        """Whether the two reach into each other."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > SLACK
            and min(self.bottom, other.bottom) - max(self.top, other.top) > SLACK
        )

    def holds(self, other: "Box") -> bool:
        """Whether the other lies in it."""
        return (
            other.left >= self.left - SLACK
            and other.top >= self.top - SLACK
            and other.right <= self.right + SLACK
            and other.bottom <= self.bottom + SLACK
        )


def around(points: Iterable[Point], margin: float = 0.0) -> Box:
    """The box that the points fill, and so much more."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin)


class Ellipse(NamedTuple):
    """An ellipse by its middle, its half axes and half the breadth of its line."""

    x: float
    y: float
    wide: float
    high: float
    line: float

    @property
    def box(self) -> Box:
        """What it takes up, without its line."""
        return Box(self.x - self.wide, self.y - self.high, self.x + self.wide, self.y + self.high)

    @property
    def polygon(self) -> Polygon:
        """The ellipse in forty-eight straight pieces."""
        turns = [math.tau * step / 48 for step in range(48)]
        return tuple((self.x + self.wide * math.cos(turn), self.y + self.high * math.sin(turn)) for turn in turns)

    def nearest(self, shape: Polygon, more: float) -> float:
        """How far the nearest point of a shape is from the middle, in half axes that are ``more`` longer: below 1 is inside."""
        flat = [((x - self.x) / (self.wide + more), (y - self.y) / (self.high + more)) for x, y in shape]
        if len(flat) > 2 and _inside((0.0, 0.0), flat):
            return 0.0
        return min(_far((0.0, 0.0), a, b) for a, b in edges(flat))

    def farthest(self, shape: Polygon, more: float) -> float:
        """The same for the farthest point."""
        return max(math.hypot((x - self.x) / (self.wide + more), (y - self.y) / (self.high + more)) for x, y in shape)

    def holds(self, shape: Polygon) -> bool:
        """Whether a shape lies inside, off the line."""
        return self.farthest(shape, SLACK - self.line) <= 1

    def meets(self, shape: Polygon, line: float | None = None) -> bool:
        """Whether a shape reaches inside or onto the line (``line``: half its breadth, when not as drawn)."""
        return self.nearest(shape, (self.line if line is None else line) - SLACK) < 1


def edges(shape: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    """The sides of a polygon; those of a stroke are the stroke."""
    return pairwise((*shape, shape[0])) if len(shape) > 2 else pairwise(shape)


def deep(one: Polygon, other: Polygon, breadth: float = 0.0) -> float:
    """How far two convex shapes reach into each other (separating axes); ``breadth`` is added all around. 0: they do not."""
    least = math.inf
    for x, y in (*_normals(one), *_normals(other), *_between(one, other)):
        a, b = [x * px + y * py for px, py in one], [x * px + y * py for px, py in other]
        least = min(least, max(a) - min(b) + breadth, max(b) - min(a) + breadth)
        if least <= 0:
            return 0.0
    return least


def _normals(shape: Polygon) -> Iterator[Point]:
    for (ax, ay), (bx, by) in edges(shape):
        far = math.hypot(bx - ax, by - ay)
        if far > 1e-9:
            yield (ay - by) / far, (bx - ax) / far


def _between(one: Polygon, other: Polygon) -> Iterator[Point]:
    """From each end of a stroke to the nearest corner: a stroke of some breadth is round there."""
    for stroke, shape in ((one, other), (other, one)):
        for x, y in stroke if len(stroke) == 2 else ():
            far, near = min((math.dist(corner, (x, y)), corner) for corner in shape)
            if far > 1e-9:
                yield (near[0] - x) / far, (near[1] - y) / far


def depth(point: Point, shape: Polygon) -> float:
    """How deep a point lies in a convex shape; below 0 when it lies outside."""
    turn = 1.0 if sum(a[0] * b[1] - b[0] * a[1] for a, b in edges(shape)) > 0 else -1.0
    return min(turn * side(a, b, point) / math.dist(a, b) for a, b in edges(shape) if a != b)


def holds(shape: Polygon, points: Iterable[Point]) -> bool:
    """Whether the points lie in a convex shape, or no more than the slack outside it."""
    return all(depth(point, shape) >= -SLACK for point in points)


def cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether two strokes cross; touching at an end is not crossing."""
    return side(a, b, c) * side(a, b, d) < -1e-9 and side(c, d, a) * side(c, d, b) < -1e-9


def side(p: Point, q: Point, r: Point) -> float:
    """On which side of the line pq a point lies; as a length it is that times the distance of p and q."""
    return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])


def _inside(point: Point, shape: Sequence[Point]) -> bool:
    turns = [side(a, b, point) for a, b in edges(shape)]
    return min(turns) >= 0 or max(turns) <= 0


def _far(point: Point, a: Point, b: Point) -> float:
    """How far a point is from a stroke."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    long = dx * dx + dy * dy
    share = max(0.0, min(1.0, ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / long)) if long else 0.0
    return math.dist(point, (a[0] + dx * share, a[1] + dy * share))
