"""Ties inside the curve: straight to a member when nothing is in the way, else to a badge on the household's outline."""

import math
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from teammeet.ecomap.breadth import half_breadth
from teammeet.ecomap.contour import Contour
from teammeet.ecomap.geometry import cross, enters_oval, nearest, runs_through
from teammeet.ecomap.graph import Tie
from teammeet.ecomap.inside import Inside
from teammeet.ecomap.outline import crossing, inset, touching
from teammeet.ecomap.shapes import SIZE, Badge, Box, Label, Line, Measure, Node, Point
from teammeet.ecomap.spread import apart

RADIUS: Final = SIZE * 0.78
_BADGE_TEXT: Final = SIZE * 0.86
_HALF: Final = SIZE * 0.38
"""Half the room that a tie without a badge takes on the outline."""
_AIR: Final = SIZE * 0.1
_APART: Final = SIZE * 1.6
_BETWEEN: Final = SIZE * 0.7
"""How far from each other the lines of one support begin: at least, and between broad ones."""
_BESIDE: Final = SIZE * 0.34
"""Room for each further claim of a tie."""


@dataclass(slots=True)
class _Dock:
    """Where a tie comes in: ``angle`` on the outline; one with an ``aim`` goes on straight to its member or home there.

    One with a ``badge`` and no aim ends at a badge, since what lies behind the outline is not what it goes to.
    """

    tie: Tie
    start: Point
    angle: float
    half: float
    badge: bool
    aim: Point | None = None
    form: str = "tie"

    def turn_away(self, contour: Contour) -> None:
        """Let it end at a badge on the outline."""
        self.aim, self.badge, self.half = None, True, _half(self.tie, True)
        self.angle = contour.angle(self.start)


def room_needed(ties: Sequence[Tie], contour: Contour, members: Container[str]) -> float:
    """By how much the outline must grow so that all ties find their room on it."""
    strange = len(contour.ovals) > 1
    needed = sum(2 * _half(tie, strange or tie.to in members) for tie in ties)
    open_line = contour.around - sum(2 * half for _, half in contour.notches)
    return max(1.0, needed * 1.15 / open_line)


def inner_lines(
    ties: Sequence[Tie], ring: Mapping[str, Node], starts: Mapping[str, Point], inside: Inside, measure: Measure, *,
    straight: bool = True, forms: Mapping[str, str] | None = None,
) -> tuple[list[Line], list[Badge], list[tuple[Tie, Point]]]:  # fmt: skip
    """The lines of all ties to a home in the middle or a member in it, and the badges where they need one.

    Ties whose badge would lie on the line of a home that is not theirs come apart, each with that place.
    """
    contour = inside.contour
    docks = [_dock(tie, starts[tie.support], inside) for tie in ties]
    for dock in docks:
        dock.form = (forms or {}).get(dock.tie.id, "tie")
    if straight:
        _aim_straight(docks, inside)
    _spread(docks, contour)
    while _turned_away(docks, inside):
        _spread(docks, contour)
    lines, badges, strange = [], [], []
    _begin_apart(docks, ring, contour)
    for dock in docks:
        node, tie = ring[dock.tie.support], dock.tie
        target = dock.aim or contour.at(dock.angle)
        if dock.aim is None and dock.badge and inside.strange(tie.to, target, RADIUS):
            strange.append((tie, target))
            continue
        start = _clear_start(dock, node, target, ring)
        ends_at_badge = dock.aim is None and dock.badge
        if ends_at_badge:
            badge, target = _badge(tie.to, inside.marks[tie.to], target, start, measure)
            badges.append(badge)
        lines.append(Line(tie.support, tie.to, (start, target), tie.views, dock.form, ends_at_badge))
    return lines, badges, strange


def _begin_apart(docks: Sequence[_Dock], ring: Mapping[str, Node], contour: Contour) -> None:
    """Let the lines of one support begin apart on the side that faces the middle, in the order of their ends."""
    for name in dict.fromkeys(dock.tie.support for dock in docks):
        own, box = [dock for dock in docks if dock.tie.support == name], ring[name].box
        if len(own) < 2:
            continue
        x, y = own[0].start
        flat = abs(y - box.y) * box.w >= abs(x - box.x) * box.h
        way = (-math.copysign(1.0, y - contour.pole[1]), 0.0) if flat else (0.0, math.copysign(1.0, x - contour.pole[0]))
        port_turn = contour.angle((x, y))
        ends = {id(dock): (contour.angle(dock.aim or contour.at(dock.angle)) - port_turn + math.pi) % math.tau for dock in own}
        own.sort(key=lambda dock: ends[id(dock)])
        broads = [half_breadth(dock.tie.views) for dock in own]
        steps = [0.0, *accumulate(max(_APART, one + other + _BETWEEN) for one, other in pairwise(broads))]
        most = min(1.0, (box.w if flat else box.h) * 0.7 / steps[-1])
        middle, half = (box.x if flat else box.y), steps[-1] * most / 2
        room = max(0.0, (box.w if flat else box.h) / 2 - half - SIZE * 0.3)
        at = min(max(x if flat else y, middle - room), middle + room)
        for dock, step in zip(own, steps, strict=True):
            far = at + (step * most - half) * (way[0] + way[1])
            dock.start = (far, y) if flat else (x, far)


def _clear_start(dock: _Dock, node: Node, target: Point, ring: Mapping[str, Node]) -> Point:
    """Where the line leaves its support: a broad one where its waves do not touch what stands beside the support."""
    broad = half_breadth(dock.tie.views) - SIZE * 0.2
    usual = crossing(node.form, node.box, inset(node.box, dock.start), target)
    if broad <= 1:
        return usual
    others = [other.box.grown(broad) for other in ring.values() if other is not node]
    for start in (usual, *_other_starts(node, dock.start, target)):
        lead = min(SIZE / (math.dist(start, target) or 1.0), 0.14)
        begun = start[0] + (target[0] - start[0]) * lead, start[1] + (target[1] - start[1]) * lead
        if not any(runs_through(begun, target, box) for box in others):
            return start
    return usual


def _other_starts(node: Node, port: Point, target: Point) -> Iterator[Point]:
    """Other places on a support's outline that look to where its line goes."""
    box = node.box
    left, top, right, bottom = box.sides
    for inner in (nearest(box, target), (box.x, box.y), (2 * box.x - port[0], port[1])):
        yield crossing(node.form, box, inset(box, inner), target)
    for side in ((left, box.y), (right, box.y), (box.x, top), (box.x, bottom)):
        if not runs_through(side, target, box.grown(-0.5)):
            yield crossing(node.form, box, (box.x, box.y), side)


def _half(tie: Tie, badge: bool) -> float:
    beside = (len(tie.views) - 1) * _BESIDE
    return max((RADIUS * 1.1 if badge else _HALF) + beside, half_breadth(tie.views) + _AIR)


def _dock(tie: Tie, start: Point, inside: Inside) -> _Dock:
    angle = inside.contour.angle(start)
    badge = tie.to in inside.seated or not inside.open_at(tie.to, angle)
    return _Dock(tie, start, angle, _half(tie, badge), badge)


def _aim_straight(docks: Sequence[_Dock], inside: Inside) -> None:
    """Let ties go straight to their member, or to their home's own line, where that crosses nothing, the shortest first."""
    contour = inside.contour
    laid = [(dock.start, contour.at(dock.angle)) for dock in docks if not dock.badge]
    taken: list[Point] = []
    ways = []
    for dock in docks:
        if dock.badge:
            aim = _aim(dock, inside, taken)
            taken.append(aim)
            ways.append((round(math.dist(dock.start, aim), 6), dock.tie.support, dock.tie.to, dock, aim))
    for _, _, _, dock, aim in sorted(ways, key=lambda way: way[:3]):
        if _blocked(dock, aim, inside) or any(cross(dock.start, aim, *way) for way in laid):
            laid.append((dock.start, contour.at(dock.angle)))
            continue
        dock.aim, dock.half = aim, _half(dock.tie, False)
        dock.angle = contour.angle(_entry(dock.start, aim, contour))
        laid.append((dock.start, aim))


def _aim(dock: _Dock, inside: Inside, taken: Sequence[Point]) -> Point:
    """Where a straight tie would end: at its member, or at the nearest end of its own home's line that is not taken."""
    if dock.tie.to in inside.seated:
        node = inside.seated[dock.tie.to]
        if len(dock.tie.views) > 1:  # the lines beside the middle one must meet the shape too
            return crossing(node.form, node.box, (node.box.x, node.box.y), dock.start, 0.6)
        return touching(node.form, node.box, dock.start, 0.6)
    contour = inside.contour
    here, around = contour.place(dock.angle), contour.around
    edges = [
        (place + turn * (half + 2 * _HALF * step)) % around
        for place, half in contour.notches
        for turn in (-1, 1)
        for step in (0.6, 1.7, 2.8)
    ]
    own = [place for place in edges if inside.open_at(dock.tie.to, contour.angle_of(place))]
    points = sorted((_way_round(place - here, around), contour.at(contour.angle_of(place))) for place in own)
    free = (point for _, point in points if all(math.dist(point, other) > 1.6 * _HALF for other in taken))
    return next(free, points[0][1] if points else contour.at(dock.angle))


def _way_round(step: float, around: float) -> float:
    """How far apart two places of a circle are."""
    return min(step % around, -step % around)


def _blocked(dock: _Dock, aim: Point, inside: Inside) -> bool:
    """Whether something in the middle is in the way of a straight tie: another member, a name, a home that is not meant."""
    to, broad = dock.tie.to, half_breadth(dock.tie.views)
    others = [node.box.grown(1.2 + broad) for name, node in inside.seated.items() if name != to]
    names = [title.box.grown(1 + broad) for title in inside.titles]
    if any(runs_through(dock.start, aim, box) for box in (*others, *names)):
        return True
    for number, oval in enumerate(inside.contour.ovals):
        own = number in inside.rooms[to]
        if (not own or to not in inside.seated) and enters_oval(dock.start, aim, oval.grown(-0.1 if own else broad)):
            return True
    return False


def _turned_away(docks: Sequence[_Dock], inside: Inside) -> bool:
    """Send to a badge what goes straight but crosses something or runs over a badge, now that the others have moved.

    So is what came to stand at the line of another home.
    """
    contour = inside.contour
    ways = [(dock, dock.start, dock.aim or contour.at(dock.angle)) for dock in docks]
    discs = [(dock, Box(*contour.at(dock.angle), 2 * RADIUS, 2 * RADIUS)) for dock in docks if dock.half > RADIUS]
    turned = False
    for dock, start, aim in ways:
        if dock.aim is None:
            if not dock.badge and not inside.open_at(dock.tie.to, dock.angle):
                dock.turn_away(contour)
                turned = True
            continue
        crossed = any(cross(start, aim, a, b) for other, a, b in ways if other is not dock and other.aim is None)
        if crossed or any(
            enters_oval(start, aim, disc.grown(0.8 + half_breadth(dock.tie.views)))
            for other, disc in discs
            if other.aim is None
        ):
            dock.turn_away(contour)
            turned = True
    return turned


def _entry(start: Point, aim: Point, contour: Contour) -> Point:
    """Where a straight line comes into the outline."""
    low, high = 0.0, 1.0
    for _ in range(20):
        middle = (low + high) / 2
        point = start[0] + (aim[0] - start[0]) * middle, start[1] + (aim[1] - start[1]) * middle
        if contour.enters(point, point):
            high = middle
        else:
            low = middle
    return point


def _spread(docks: list[_Dock], contour: Contour) -> None:
    """Move the free docks along the outline, in their order, until each has its room; none stands in a notch."""
    docks.sort(key=lambda dock: (dock.angle, dock.tie.support, dock.tie.to))
    held: list[tuple[float, float, _Dock | None]] = [(contour.place(dock.angle), dock.half, dock) for dock in docks]
    held += [(place, half, None) for place, half in contour.notches]
    held.sort(key=lambda thing: thing[0])
    fixed = [dock is None or dock.aim is not None for _, _, dock in held]
    moved = apart([place for place, _, _ in held], [half for _, half, _ in held], fixed, contour.around)
    for (_, _, dock), place in zip(held, moved, strict=True):
        if dock is not None and dock.aim is None:
            dock.angle = contour.angle_of(place)


def badge_label(mark: str, middle: Point, measure: Measure) -> Label:
    """The mark of a badge, small enough for the disc."""
    size = _BADGE_TEXT if len(mark) < 2 else _BADGE_TEXT * 0.8
    return Label((mark,), Box(*middle, measure(mark, size, True), size), size, True)


def _badge(end: str, mark: str, at: Point, start: Point, measure: Measure) -> tuple[Badge, Point]:
    """The badge on the outline, and where the line meets its rim."""
    far = math.dist(at, start) or 1.0
    rim = at[0] + (start[0] - at[0]) * RADIUS / far, at[1] + (start[1] - at[1]) * RADIUS / far
    return Badge(end, badge_label(mark, at, measure), RADIUS), rim
