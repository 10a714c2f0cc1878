"""What is wrong with a layout: the check that runs on every drawing before it is shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from teammeet.ecomap.geometry import cross, enters_oval, pairs, runs_through
from teammeet.ecomap.shapes import Badge, Box, Layout, Line, Point

_TOUCH: Final = 0.3
"""Boxes may come that much into each other, and lines into boxes, before it counts: nobody can see it."""


@dataclass(frozen=True, slots=True)
class Faults:
    """How often things lie over each other. A drawing with ``any`` is not fit to be shown; crossings of lines are only counted."""

    boxes: int = 0
    lines_through: int = 0
    crossings: int = 0

    @property
    def any(self) -> bool:
        """Whether something cannot be read."""
        return bool(self.boxes or self.lines_through)


def faults(layout: Layout) -> Faults:
    """Count them. The household's outline may be crossed to reach a member."""
    outer = [node.box for node in layout.nodes if not node.inside]
    inner = [node.box for node in layout.nodes if node.inside]
    inner += [layout.title.box] if layout.title.lines else []
    badges = [_disc(badge) for badge in layout.badges]
    overlaps = _overlaps([*outer, layout.household]) + _overlaps([*inner, *badges]) + _overlaps([*outer, *badges], len(outer))
    segments = [(line, a, b) for line in layout.lines for a, b in pairs(line.points)]
    through = sum(_through(layout, line, a, b) for line, a, b in segments)
    return Faults(overlaps, through, crossings(segments))


def crossings(segments: list[tuple[Line, Point, Point]]) -> int:
    """Pairs of lines that cross."""
    found = set()
    for number, (one, a, b) in enumerate(segments):
        left, right = min(a[0], b[0]), max(a[0], b[0])
        for other, c, d in segments[:number]:
            if other is one or max(c[0], d[0]) < left or min(c[0], d[0]) > right:
                continue
            if cross(a, b, c, d):
                found.add((id(one), id(other)))
    return len(found)


def _disc(badge: Badge) -> Box:
    return Box(badge.label.box.x, badge.label.box.y, badge.radius * 1.8, badge.radius * 1.8)


def _overlaps(boxes: list[Box], first: int = 0) -> int:
    """Pairs that overlap; pairs among those from ``first`` on are left out when it is given."""
    count = 0
    for number, box in enumerate(boxes):
        for other in boxes[: min(number, first) if first else number]:
            count += box.meets(other, -_TOUCH)
    return count


def _through(layout: Layout, line: Line, a: Point, b: Point) -> int:
    ends = (line.start, line.end)
    solid: Iterable[Box] = (node.box for node in layout.nodes if node.id not in ends or (node.inside and line.badge))
    count = sum(runs_through(a, b, box.grown(-_TOUCH)) for box in solid)
    count += bool(layout.title.lines) and runs_through(a, b, layout.title.box)
    for badge in layout.badges:
        own = line.badge and badge.node == line.end and _near(badge, line.points[-1])
        if not own:
            count += enters_oval(a, b, _disc(badge).grown(-_TOUCH))
    reaches_in = any(node.inside and node.id == line.end for node in layout.nodes) and not line.badge
    if not reaches_in:
        count += enters_oval(a, b, layout.household.grown(-2 * _TOUCH))
    return count


def _near(badge: Badge, point: Point) -> bool:
    far = abs(badge.label.box.x - point[0]) + abs(badge.label.box.y - point[1])
    return far < badge.radius * 1.6
