"""Walking along a line: how long it is, a part of it, a line beside it, a wave along it."""

import math
from collections.abc import Sequence

from teammeet.ecomap.geometry import pairs
from teammeet.ecomap.shapes import Point


def length(points: Sequence[Point]) -> float:
    """The length of a polyline."""
    return sum(math.dist(a, b) for a, b in pairs(points))


def reach(points: Sequence[Point], at: float) -> tuple[Point, Point]:
    """The point so far along, and the direction of the line there."""
    left = at
    last = ((points[0]), (1.0, 0.0))
    for a, b in pairs(points):
        far = math.dist(a, b)
        if far == 0:
            continue
        direction = (b[0] - a[0]) / far, (b[1] - a[1]) / far
        if left <= far:
            return (a[0] + direction[0] * left, a[1] + direction[1] * left), direction
        left -= far
        last = b, direction
    return last


def part_of(points: Sequence[Point], first: float, last: float) -> tuple[Point, ...]:
    """The part of a polyline between two lengths along it."""
    part = [reach(points, max(0.0, first))[0]]
    walked = 0.0
    for a, b in pairs(points):
        walked += math.dist(a, b)
        if first < walked < last:
            part.append(b)
    part.append(reach(points, max(first, last))[0])
    return tuple(part)


def beside(points: Sequence[Point], aside: float) -> tuple[Point, ...]:
    """A line that keeps ``aside`` from a polyline on its right, mitred at its corners."""
    if aside == 0 or len(points) < 2:
        return tuple(points)
    sides = []
    for a, b in pairs(points):
        far = math.dist(a, b) or 1.0
        sides.append((-(b[1] - a[1]) / far, (b[0] - a[0]) / far))
    moved = []
    for number, (x, y) in enumerate(points):
        before, after = sides[max(0, number - 1)], sides[min(number, len(sides) - 1)]
        mitre = aside / max(0.2, 1 + before[0] * after[0] + before[1] * after[1])
        moved.append((x + (before[0] + after[0]) * mitre, y + (before[1] + after[1]) * mitre))
    return tuple(moved)


def wave(points: Sequence[Point], high: float, long: float) -> tuple[Point, ...]:
    """A wave along a polyline as quadratic curves: on the line, control point, on the line, … It begins and ends straight."""
    whole = length(points)
    lead = min(long * 0.75, whole * 0.15)
    halves = max(2, 2 * int((whole - 2 * lead) / long))
    step = (whole - 2 * lead) / halves
    first = reach(points, lead)[0]
    drawn = [points[0], _middle(points[0], first), first]
    for number in range(halves):
        (x, y), (dx, dy) = reach(points, lead + step * (number + 0.5))
        side = high * 2 * (1 if number % 2 else -1)
        drawn += [(x - dy * side, y + dx * side), reach(points, lead + step * (number + 1))[0]]
    return (*drawn, _middle(drawn[-1], points[-1]), points[-1])


def _middle(a: Point, b: Point) -> Point:
    return (a[0] + b[0]) / 2, (a[1] + b[1]) / 2


def rounded(points: Sequence[Point], radius: float) -> tuple[Point, ...]:
    """The polyline with its corners rounded off, as short stretches."""
    drawn = [points[0]]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        near, far = math.dist(before, corner), math.dist(corner, after)
        cut = min(radius, near / 2, far / 2)
        if cut <= 0:
            continue
        start = corner[0] + (before[0] - corner[0]) * cut / near, corner[1] + (before[1] - corner[1]) * cut / near
        end = corner[0] + (after[0] - corner[0]) * cut / far, corner[1] + (after[1] - corner[1]) * cut / far
        for share in (0.0, 0.25, 0.5, 0.75, 1.0):
            one, two, three = (1 - share) ** 2, 2 * share * (1 - share), share**2
            drawn.append((one * start[0] + two * corner[0] + three * end[0], one * start[1] + two * corner[1] + three * end[1]))
    return (*drawn, points[-1])
