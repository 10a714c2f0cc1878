"""Lines whose breadth touches what they pass are led past it: they leave their boxes a little further along the side."""

import math
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import Final

from teammeet.ecomap.faults import Faults, faults, touching
from teammeet.ecomap.geometry import at_angle, cross, oval_angle
from teammeet.ecomap.outline import crossing
from teammeet.ecomap.shapes import SIZE, Box, Layout, Line, Node, Point

_ACROSS: Final = (0.0, 0.3, -0.3, 0.6, -0.6, 0.85, -0.85, 0.96, -0.96)
_DOWN: Final = (0.0, 0.4, -0.4, 0.8, -0.8)
"""Where in a box a line may come from, as shares of the way from its middle to its sides."""
_SLIDES: Final = (SIZE * 0.12, SIZE * 0.24, SIZE * 0.36, SIZE * 0.5, SIZE * 0.75, SIZE * 1.0, SIZE * 1.3)
"""How far a line may come in beside its place on the household's line, in points."""
_MOST: Final = 90
"""So many ways are tried for a line, the nearest to its own first."""


def nudged(layout: Layout) -> tuple[Layout, Faults]:
    """The layout with those straight lines moved that touch something, where they can be, and its faults."""
    found = faults(layout)
    if found.boxes or not found.lines_through:
        return layout, found
    touches = touching(layout)
    lines = list(layout.lines)
    for number, line in enumerate(lines):
        if len(line.points) == 2 and touches(line):
            others = [other for other in lines if other is not line]
            free = [way for way in islice(_ways(layout, line), _MOST) if not touches(way)]
            lines[number] = min(free, key=partial(_crossings, others), default=line)
    moved = replace(layout, lines=tuple(lines))
    return moved, faults(moved)


def _ways(layout: Layout, line: Line) -> Iterator[Line]:
    """Other straight ways for a line, from the nearest to its own on."""
    start, end = layout.node(line.start), layout.node(line.end)
    first, last = line.points
    firsts = tuple(_places(start, first, last)) if start else (first,)
    lasts: tuple[Point, ...] = (last,)
    if end is None and not line.badge:
        lasts = (last, *(place for home in layout.homes if home.id == line.end for place in _along(home.box, last)))
    elif end is not None and not line.badge and not end.inside:
        lasts = tuple(_places(end, last, first))
    ways = sorted((math.dist(a, first) + math.dist(b, last), a, b) for a in firsts for b in lasts)
    return (replace(line, points=(a, b)) for far, a, b in ways if far > 0)


def _along(oval: Box, point: Point) -> Iterator[Point]:
    """Places near a point on the household's line."""
    angle, round_ = oval_angle(oval, point), (oval.w + oval.h) / 4
    for far in _SLIDES:
        for turn in (far / round_, -far / round_):
            yield at_angle(oval, angle + turn)


def _places(node: Node, now: Point, towards: Point) -> Iterator[Point]:
    """Where a line to ``towards`` may leave a node."""
    yield now
    box = node.box
    for x in _ACROSS:
        for y in _DOWN:
            yield crossing(node.form, box, (box.x + x * box.w / 2, box.y + y * box.h / 2), towards)


def _crossings(others: list[Line], line: Line) -> int:
    a, b = line.points[0], line.points[-1]
    return sum(any(cross(a, b, c, d) for c, d in zip(o.points, o.points[1:], strict=False)) for o in others)
