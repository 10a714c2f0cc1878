"""The outlines of nodes, as polygons: where lines meet them, and what painters draw."""

import math
from functools import lru_cache
from typing import Final

from teammeet.ecomap.shapes import SIZE, Box, Point

_CUT: Final = SIZE * 0.75
_ROUND: Final = SIZE * 1.5


@lru_cache(maxsize=512)
def outline(form: str, box: Box) -> tuple[Point, ...]:
    """The corners of a node's outline, clockwise. Round ends come as short edges."""
    left, top, right, bottom = box.sides
    if form == "community":
        cut = min(_CUT, box.h * 0.4)
        return (left + cut, top), (right - cut, top), (right, box.y), (right - cut, bottom), (left + cut, bottom), (left, box.y)
    if form in ("peer", "unborn"):
        return _chamfered(box, min(_CUT * 0.8, box.h * 0.3))
    if form in ("natural", "person"):
        return _rounded(box, min(box.h / 2, box.w / 2, _ROUND))
    if form == "pet":
        lean = min(_CUT, box.h * 0.35)
        return (left + lean, top), (right, top), (right - lean, bottom), (left, bottom)
    return (left, top), (right, top), (right, bottom), (left, bottom)


def _chamfered(box: Box, cut: float) -> tuple[Point, ...]:
    left, top, right, bottom = box.sides
    return (
        (left + cut, top), (right - cut, top), (right, top + cut), (right, bottom - cut),
        (right - cut, bottom), (left + cut, bottom), (left, bottom - cut), (left, top + cut),
    )  # fmt: skip


def _rounded(box: Box, radius: float) -> tuple[Point, ...]:
    left, top, right, bottom = box.sides
    corners = (
        (right - radius, top + radius, 0),
        (right - radius, bottom - radius, 1),
        (left + radius, bottom - radius, 2),
        (left + radius, top + radius, 3),
    )
    points = []
    for x, y, quarter in corners:
        for part in range(9):
            angle = (quarter + part / 8) * math.pi / 2
            points.append((x + radius * math.sin(angle), y - radius * math.cos(angle)))
    return tuple(points)


def inset(box: Box, point: Point) -> Point:
    """The point inside the box, away from its rounded or cut corners, that is nearest to ``point``."""
    deep = min(box.h, box.w, 2 * _ROUND) / 2 * 0.98
    left, top, right, bottom = box.sides
    return min(max(point[0], left + deep), right - deep), min(max(point[1], top + deep), bottom - deep)


def touching(form: str, box: Box, towards: Point, off: float = 0.0) -> Point:
    """Where a line that comes from ``towards`` meets the outline, ``off`` before it: aimed at the box's long middle."""
    reach = max(0.0, box.w / 2 - box.h / 2)
    spine = (min(max(towards[0], box.x - reach), box.x + reach), box.y)
    return crossing(form, box, spine, towards, off)


def crossing(form: str, box: Box, inside: Point, towards: Point, off: float = 0.0) -> Point:
    """Where the way from a point inside the outline to one outside crosses it, ``off`` further on."""
    corners = outline(form, box)
    share = 0.0
    for a, b in zip(corners, (*corners[1:], corners[0]), strict=True):
        share = max(share, _meeting(inside, towards, a, b))
    far = math.dist(inside, towards) or 1.0
    share = min(1.0, share + off / far)
    return inside[0] + (towards[0] - inside[0]) * share, inside[1] + (towards[1] - inside[1]) * share


def _meeting(start: Point, end: Point, a: Point, b: Point) -> float:
    """At which share of the way start → end the edge ab lies; 0 when it does not."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    ex, ey = b[0] - a[0], b[1] - a[1]
    turn = dx * ey - dy * ex
    if abs(turn) < 1e-12:
        return 0.0
    along = ((a[0] - start[0]) * ey - (a[1] - start[1]) * ex) / turn
    across = ((a[0] - start[0]) * dy - (a[1] - start[1]) * dx) / turn
    return along if 0 <= along <= 1 and -1e-9 <= across <= 1 + 1e-9 else 0.0
