"""Ties inside the curve: straight to a member when nothing is in the way, else to a badge on the household's outline."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from teammeet.ecomap.breadth import half_breadth
from teammeet.ecomap.geometry import at_angle, cross, enters_oval, on_oval, oval_angle, runs_through
from teammeet.ecomap.graph import Member, Tie
from teammeet.ecomap.outline import crossing, inset, touching
from teammeet.ecomap.shapes import SIZE, Badge, Box, Label, Line, Measure, Node, Point
from teammeet.ecomap.spread import Outline, apart

RADIUS: Final = SIZE * 0.78
_BADGE_TEXT: Final = SIZE * 0.86
_HALF: Final = SIZE * 0.38
"""Half the room that a tie without a badge takes on the outline."""
_BESIDE: Final = SIZE * 0.34
"""Room for each further claim of a tie."""


@dataclass(slots=True)
class _Dock:
    """Where a tie comes in: ``angle`` on the outline; a ``fixed`` one goes on straight to its member at ``aim``."""

    tie: Tie
    start: Point
    angle: float
    half: float
    aim: Point | None = None
    form: str = "tie"


def room_needed(ties: Sequence[Tie], oval: Box, members: Mapping[str, Node]) -> float:
    """By how much the outline must grow so that all ties find their room on it."""
    needed = sum(2 * _half(tie, tie.to in members) for tie in ties)
    around = math.pi * (oval.w + oval.h) / 2
    return max(1.0, needed * 1.15 / around)


def inner_lines(
    ties: Sequence[Tie], ring: Mapping[str, Node], starts: Mapping[str, Point], oval: Box, title: Label,
    seated: Mapping[str, Node], people: Mapping[str, Member], measure: Measure, *, straight: bool = True,
    forms: Mapping[str, str] | None = None,
) -> tuple[list[Line], list[Badge]]:  # fmt: skip
    """The lines of all ties to the household or a member in it, and the badges where they need one."""
    docks = [_dock(tie, starts[tie.support], oval, tie.to in seated) for tie in ties]
    for dock in docks:
        dock.form = (forms or {}).get(dock.tie.id, "tie")
    if straight:
        _aim_straight(docks, oval, title, seated)
    _spread(docks, oval)
    while _turned_away(docks, oval):
        _spread(docks, oval)
    lines, badges = [], []
    for dock in docks:
        node = ring[dock.tie.support]
        end = at_angle(oval, dock.angle)
        target = dock.aim or end
        start = crossing(node.form, node.box, inset(node.box, dock.start), target)
        if dock.aim is None and dock.tie.to in seated:
            badge, end = _badge(people[dock.tie.to], end, start, measure)
            badges.append(badge)
            target = end
        lines.append(
            Line(
                dock.tie.support,
                dock.tie.to,
                (start, target),
                dock.tie.views,
                dock.form,
                dock.aim is None and dock.tie.to in seated,
            )
        )
    return lines, badges


def _half(tie: Tie, member: bool) -> float:
    beside = (len(tie.views) - 1) * _BESIDE
    return (RADIUS * 1.1 if member else _HALF) + beside


def _dock(tie: Tie, start: Point, oval: Box, member: bool) -> _Dock:
    return _Dock(tie, start, oval_angle(oval, on_oval(oval, start)), _half(tie, member))


def _aim_straight(docks: Sequence[_Dock], oval: Box, title: Label, seated: Mapping[str, Node]) -> None:
    """Let ties go straight to their member where that crosses nothing, the shortest first."""
    laid = [(dock.start, at_angle(oval, dock.angle)) for dock in docks if dock.tie.to not in seated]
    ways = []
    for dock in docks:
        if dock.tie.to in seated:
            node = seated[dock.tie.to]
            aim = touching(node.form, node.box, dock.start, 0.6)
            ways.append((round(math.dist(dock.start, aim), 6), dock.tie.support, dock.tie.to, dock, aim))
    for _, _, to, dock, aim in sorted(ways, key=lambda way: way[:3]):
        others = [node.box.grown(1.2 + half_breadth(dock.tie.views)) for name, node in seated.items() if name != to]
        blocked = any(
            runs_through(dock.start, aim, box) for box in (*others, title.box.grown(1 + half_breadth(dock.tie.views)))
        )
        if blocked or any(cross(dock.start, aim, *way) for way in laid):
            laid.append((dock.start, at_angle(oval, dock.angle)))
            continue
        dock.aim, dock.half = aim, _half(dock.tie, False)
        dock.angle = oval_angle(oval, _entry(dock.start, aim, oval))
        laid.append((dock.start, aim))


def _turned_away(docks: Sequence[_Dock], oval: Box) -> bool:
    """Send to the outline what goes straight but crosses something or runs over a badge, now that the others have moved."""
    ways = [(dock, dock.start, dock.aim or at_angle(oval, dock.angle)) for dock in docks]
    discs = [(dock, Box(*at_angle(oval, dock.angle), 2 * RADIUS, 2 * RADIUS)) for dock in docks if dock.half > RADIUS]
    turned = False
    for dock, start, aim in ways:
        if dock.aim is None:
            continue
        crossed = any(cross(start, aim, a, b) for other, a, b in ways if other is not dock and other.aim is None)
        if crossed or any(
            enters_oval(start, aim, disc.grown(0.8 + half_breadth(dock.tie.views)))
            for other, disc in discs
            if other.aim is None
        ):
            dock.aim, dock.half = None, _half(dock.tie, True)
            dock.angle = oval_angle(oval, on_oval(oval, start))
            turned = True
    return turned


def _entry(start: Point, aim: Point, oval: Box) -> Point:
    """Where a straight line comes into the outline."""
    low, high = 0.0, 1.0
    for _ in range(20):
        middle = (low + high) / 2
        point = start[0] + (aim[0] - start[0]) * middle, start[1] + (aim[1] - start[1]) * middle
        if enters_oval(point, point, oval):
            high = middle
        else:
            low = middle
    return point


def _spread(docks: list[_Dock], oval: Box) -> None:
    """Move the free docks along the outline, in their order, until each has its room."""
    docks.sort(key=lambda dock: (dock.angle, dock.tie.support, dock.tie.to))
    outline = Outline(oval)
    places = [outline.place(dock.angle) for dock in docks]
    moved = apart(places, [dock.half for dock in docks], [dock.aim is not None for dock in docks], outline.around)
    for dock, place in zip(docks, moved, strict=True):
        if dock.aim is None:
            dock.angle = outline.angle(place)


def badge_label(mark: str, middle: Point, measure: Measure) -> Label:
    """The mark of a badge, small enough for the disc."""
    size = _BADGE_TEXT if len(mark) < 2 else _BADGE_TEXT * 0.8
    return Label((mark,), Box(*middle, measure(mark, size, True), size), size, True)


def _badge(member: Member, at: Point, start: Point, measure: Measure) -> tuple[Badge, Point]:
    """The badge on the outline, and where the line meets its rim."""
    far = math.dist(at, start) or 1.0
    rim = at[0] + (start[0] - at[0]) * RADIUS / far, at[1] + (start[1] - at[1]) * RADIUS / far
    return Badge(member.id, badge_label(member.mark, at, measure), RADIUS), rim
