"""Plane geometry of boxes, ovals and lines."""

import itertools
import math
from collections.abc import Iterable, Sequence

from teammeet.ecomap.shapes import Box, Point


def runs_through(start: Point, end: Point, box: Box) -> bool:
    """Whether the segment has a point inside ``box`` (Liang-Barsky)."""
    left, top, right, bottom = box.sides
    low, high = 0.0, 1.0
    for origin, step, least, most in ((start[0], end[0] - start[0], left, right), (start[1], end[1] - start[1], top, bottom)):
        if abs(step) < 1e-12:
            if origin <= least or origin >= most:
                return False
            continue
        near, far = (least - origin) / step, (most - origin) / step
        low, high = max(low, min(near, far)), min(high, max(near, far))
        if low >= high:
            return False
    return True


def enters_oval(start: Point, end: Point, oval: Box) -> bool:
    """Whether the segment has a point inside the ellipse that fills ``oval``."""
    half_w, half_h = oval.w / 2, oval.h / 2
    if half_w <= 0 or half_h <= 0:
        return False
    px, py = (start[0] - oval.x) / half_w, (start[1] - oval.y) / half_h
    dx, dy = (end[0] - oval.x) / half_w - px, (end[1] - oval.y) / half_h - py
    length = dx * dx + dy * dy
    share = 0.0 if length == 0 else max(0.0, min(1.0, -(px * dx + py * dy) / length))
    return bool((px + share * dx) ** 2 + (py + share * dy) ** 2 < 1)


def reaches_oval(box: Box, oval: Box) -> bool:
    """Whether a box reaches into the ellipse that fills ``oval``."""
    if oval.w <= 0 or oval.h <= 0:
        return False
    x, y = nearest(box, (oval.x, oval.y))
    return bool(((x - oval.x) * 2 / oval.w) ** 2 + ((y - oval.y) * 2 / oval.h) ** 2 < 1)


def entry(start: Point, end: Point, oval: Box) -> Point:
    """Where the way from outside an ellipse comes to its line; ``end`` when it does not."""
    px, py = (start[0] - oval.x) / (oval.w / 2), (start[1] - oval.y) / (oval.h / 2)
    dx, dy = (end[0] - oval.x) / (oval.w / 2) - px, (end[1] - oval.y) / (oval.h / 2) - py
    far, along = dx * dx + dy * dy, px * dx + py * dy
    root = along * along - far * (px * px + py * py - 1)
    share = (-along - math.sqrt(root)) / far if root > 0 and far > 0 else 1.0
    share = share if 0 <= share <= 1 else 1.0
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the segments ab and cd cross; touching at an end is not crossing."""
    return _side(a, b, c) * _side(a, b, d) < -1e-9 and _side(c, d, a) * _side(c, d, b) < -1e-9


def _side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def pairs(points: Sequence[Point]) -> Iterable[tuple[Point, Point]]:
    """The segments of a polyline."""
    return itertools.pairwise(points)


def leaving(box: Box, towards: Point) -> Point:
    """Where the way from the middle of ``box`` to a point leaves it."""
    dx, dy = towards[0] - box.x, towards[1] - box.y
    share = min(box.w / 2 / abs(dx) if dx else math.inf, box.h / 2 / abs(dy) if dy else math.inf, 1.0)
    return box.x + dx * share, box.y + dy * share


def nearest(box: Box, point: Point) -> Point:
    """The point of ``box`` that is nearest to a point outside it."""
    left, top, right, bottom = box.sides
    return min(max(point[0], left), right), min(max(point[1], top), bottom)


def on_oval(oval: Box, point: Point) -> Point:
    """Where the way from the middle of ``oval`` to a point leaves the ellipse."""
    dx, dy = (point[0] - oval.x) / (oval.w / 2), (point[1] - oval.y) / (oval.h / 2)
    far = math.hypot(dx, dy) or 1.0
    return oval.x + dx / far * oval.w / 2, oval.y + dy / far * oval.h / 2


def oval_angle(oval: Box, point: Point) -> float:
    """The angle of a point seen from the ellipse's middle, 0 at the top, clockwise, in the ellipse's own measure."""
    return math.atan2((point[0] - oval.x) / (oval.w / 2), -(point[1] - oval.y) / (oval.h / 2)) % math.tau


def at_angle(oval: Box, angle: float) -> Point:
    """The point of the ellipse at that angle: see :func:`oval_angle`."""
    return oval.x + oval.w / 2 * math.sin(angle), oval.y - oval.h / 2 * math.cos(angle)
