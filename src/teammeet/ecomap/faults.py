"""What is wrong with a layout: the check that runs on every drawing before it is shown."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from teammeet.ecomap.breadth import half_breadth
from teammeet.ecomap.geometry import cross, enters_oval, nearest, pairs, reaches_oval, runs_through
from teammeet.ecomap.shapes import SIZE, Badge, Box, Layout, Line, Point
from teammeet.ecomap.strokes import Oval, Path, Stroke, tie_strokes

_TOUCH: Final = 0.3
"""Boxes may come that much into each other, and lines into boxes, before it counts: nobody can see it."""

_HAIR: Final = 0.2
"""The same for the edge of what is drawn of a line."""
_OVAL: Final = SIZE * 0.11
"""Half the breadth of a household's line."""
_AT_HOME: Final = SIZE * 0.32
"""So far over the line of a home a tie's waves and heads may reach that ends there."""
_ASIDE: Final = SIZE * 0.7
"""So far aside of its breadth a line reaches with the heads of its arrows and its signs."""


@dataclass(frozen=True, slots=True)
class Faults:
    """How often things lie over each other. A drawing with ``any`` is not fit to be shown; crossings only count."""

    boxes: int = 0
    lines_through: int = 0
    crossings: int = 0

    @property
    def any(self) -> bool:
        """Whether something cannot be read."""
        return bool(self.boxes or self.lines_through)


@dataclass(frozen=True, slots=True)
class _Solid:
    """A box that no line may enter, with its sides at hand."""

    id: str
    box: Box
    inside: bool
    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def of(cls, name: str, box: Box, inside: bool) -> "_Solid":
        """The box, a hair smaller."""
        small = box.grown(-_TOUCH)
        return cls(name, small, inside, *small.sides)


def faults(layout: Layout) -> Faults:
    """Count them. A home's outline may be crossed to reach somebody who lives there."""
    outer = [node.box for node in layout.nodes if not node.inside]
    inner = [node.box for node in layout.nodes if node.inside]
    titles = [home.title.box for home in layout.homes if home.title]
    inner += titles
    overlaps = _overlaps(outer) + _overlaps(inner) + _misplaced(layout, outer)
    overlaps += sum(_disc_meets(badge, box) for badge in layout.badges for box in (*outer, *inner))
    overlaps += _discs_meet(layout.badges) + sum(_at_strange_home(layout, badge) for badge in layout.badges)
    segments = [(line, a, b) for line in layout.lines for a, b in pairs(line.points)]
    solid = _solid(layout)
    through = sum(_through(layout, line, a, b, solid) for line, a, b in segments)
    through += sum(_brushes(layout, line, solid) for line in layout.lines)
    return Faults(overlaps, through, crossings(segments))


def touching(layout: Layout) -> Callable[[Line], bool]:
    """What tells whether a line of a layout, or one that may take its place, touches what is not its end."""
    solid = _solid(layout)

    def touches(line: Line) -> bool:
        return any(_through(layout, line, a, b, solid) for a, b in pairs(line.points)) or bool(_brushes(layout, line, solid))

    return touches


def _solid(layout: Layout) -> list[_Solid]:
    solid = [_Solid.of(node.id, node.box, node.inside) for node in layout.nodes]
    return [*solid, *(_Solid.of("title", home.title.box, True) for home in layout.homes if home.title)]


def _misplaced(layout: Layout, outer: Sequence[Box]) -> int:
    """Boxes that reach into the oval of a home to which they do not belong."""
    count = 0
    for home in layout.homes:
        oval = home.box.grown(-_TOUCH)
        strange = [node.box for node in layout.nodes if node.inside and node.id not in home.people]
        count += sum(reaches_oval(box, oval) for box in (*outer, *strange))
    return count


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
    return Box(badge.label.box.x, badge.label.box.y, badge.radius * 2, badge.radius * 2)


def _disc_meets(badge: Badge, box: Box) -> bool:
    middle = badge.label.box.x, badge.label.box.y
    return math.dist(middle, nearest(box, middle)) < badge.radius - _TOUCH


def _at_strange_home(layout: Layout, badge: Badge) -> int:
    """The homes at whose line a disc lies though it stands neither for them nor for somebody in them."""
    middle, near = (badge.label.box.x, badge.label.box.y), badge.radius + _OVAL
    strange = (home for home in layout.homes if badge.node != home.id and badge.node not in home.people)
    return sum(enters_oval(middle, middle, home.box.grown(near)) for home in strange)


def _discs_meet(badges: Sequence[Badge]) -> int:
    middles = [((badge.label.box.x, badge.label.box.y), badge.radius) for badge in badges]
    return sum(
        math.dist(one, other) < radius + other_radius - _TOUCH
        for number, (one, radius) in enumerate(middles)
        for other, other_radius in middles[:number]
    )


def _overlaps(boxes: list[Box]) -> int:
    return sum(box.meets(other, -_TOUCH) for number, box in enumerate(boxes) for other in boxes[:number])


def _through(layout: Layout, line: Line, a: Point, b: Point, solid: Sequence[_Solid]) -> int:
    left, right = min(a[0], b[0]), max(a[0], b[0])
    top, bottom = min(a[1], b[1]), max(a[1], b[1])
    count = 0
    for thing in solid:
        if thing.left >= right or thing.right <= left or thing.top >= bottom or thing.bottom <= top:
            continue
        own = thing.id in (line.start, line.end) and not (thing.inside and line.badge)
        count += not own and runs_through(a, b, thing.box)
    for badge in layout.badges:
        middle, far = badge.label.box, badge.radius
        if middle.x - far >= right or middle.x + far <= left or middle.y - far >= bottom or middle.y + far <= top:
            continue
        if not _own(badge, line):
            count += enters_oval(a, b, _disc(badge).grown(-_TOUCH))
    for home in layout.homes:
        if line.badge or line.end not in home.people:
            count += enters_oval(a, b, home.box.grown(-2 * _TOUCH))
    return count


def _brushes(layout: Layout, line: Line, solid: Sequence[_Solid]) -> int:
    """How often what is drawn of a line, with its breadth, waves and heads, touches a box or badge that is not its end.

    Only where the line passes near one are its strokes made.
    """
    reach, ends = half_breadth(line.claims) + _ASIDE, (line.start, line.end)
    near = _around(line.points)
    left, top, right, bottom = near.grown(reach).sides
    boxes = [
        thing.box.grown(_TOUCH)
        for thing in solid
        if thing.left < right and thing.right > left and thing.top < bottom and thing.bottom > top and thing.id not in ends
    ]
    boxes = [box for box in boxes if _passes(line, box.grown(reach))]
    badges = [badge for badge in layout.badges if not _own(badge, line)]
    discs = [disc for disc in map(_disc, badges) if near.meets(disc, reach) and _passes(line, disc.grown(reach))]
    for home in layout.homes:
        if line.end == home.id or (line.badge and line.end in home.people):
            discs += [home.box.grown(-_AT_HOME)] if half_breadth(line.claims) > _AT_HOME else []
        elif line.end not in home.people:
            discs.append(home.box.grown(_OVAL))
    if not boxes and not discs:
        return 0
    return sum(
        sum(runs_through(a, b, box.grown(half - _HAIR)) for box in boxes)
        + sum(enters_oval(a, b, disc.grown(half - _HAIR)) for disc in discs)
        for stroke in tie_strokes(line, layout)
        for a, b, half in _pieces(stroke)
    )


def _around(points: Sequence[Point]) -> Box:
    """The box that the points just fill."""
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    return Box((left + right) / 2, (top + bottom) / 2, right - left, bottom - top)


def _passes(line: Line, box: Box) -> bool:
    return any(runs_through(a, b, box) for a, b in pairs(line.points))


def _pieces(stroke: Stroke) -> Iterator[tuple[Point, Point, float]]:
    """A stroke in straight pieces, each with half its breadth."""
    if isinstance(stroke, Oval):
        middle = stroke.box.x, stroke.box.y
        yield middle, middle, stroke.box.w / 2
    elif isinstance(stroke, Path) and stroke.curved:
        points = stroke.points
        for (ax, ay), (cx, cy), (bx, by) in zip(points[::2], points[1::2], points[2::2], strict=False):
            crest = (ax + 2 * cx + bx) / 4, (ay + 2 * cy + by) / 4
            up = (9 * ax + 6 * cx + bx) / 16, (9 * ay + 6 * cy + by) / 16
            down = (ax + 6 * cx + 9 * bx) / 16, (ay + 6 * cy + 9 * by) / 16
            for a, b in pairs(((ax, ay), up, crest, down, (bx, by))):
                yield a, b, stroke.width / 2
    elif isinstance(stroke, Path):
        for a, b in pairs((*stroke.points, stroke.points[0]) if stroke.closed else stroke.points):
            yield a, b, stroke.width / 2


def _own(badge: Badge, line: Line) -> bool:
    """Whether the line ends at that badge."""
    return line.badge and badge.node == line.end and _near(badge, line.points[-1])


def _near(badge: Badge, point: Point) -> bool:
    far = abs(badge.label.box.x - point[0]) + abs(badge.label.box.y - point[1])
    return far < badge.radius * 1.6
