"""The line around what lies in the middle: one oval, or two that overlap or touch.

Two ovals with a common point are star-shaped about it: every direction from there meets their line once. So ties come in by
angle around two homes as around one.
"""

import math
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Final

from teammeet.ecomap.geometry import at_angle, enters_oval, oval_angle
from teammeet.ecomap.shapes import Box, Point

_STEPS: Final = 144
_FEW: Final = 48
_DEEP: Final = 0.6
"""How far towards the other oval, as a share of its own half axis, an oval's line still lies open for ties."""


class Contour:
    """The outer line of ``ovals``, measured from the top clockwise. ``pole`` lies in all of them (or where they touch)."""

    def __init__(self, ovals: Sequence[Box], pole: Point = (0.0, 0.0)) -> None:
        self.ovals, self.pole = tuple(ovals), pole
        self.box = around(self.ovals)
        self._seen_from_pole = Box(*pole, self.box.w, self.box.h)

    def angle(self, point: Point) -> float:
        """The angle of a point seen from the pole, 0 at the top, clockwise, in the measure of the whole."""
        return oval_angle(self._seen_from_pole, point)

    def at(self, angle: float) -> Point:
        """The point of the line at that angle."""
        if len(self.ovals) == 1:
            return at_angle(self.ovals[0], angle)
        share = max(self._exits(angle))
        return self.pole[0] + share * self.box.w * math.sin(angle), self.pole[1] - share * self.box.h * math.cos(angle)

    def owner(self, angle: float) -> int:
        """The number of the oval to which the line belongs at that angle."""
        if len(self.ovals) == 1:
            return 0
        exits = self._exits(angle)
        return exits.index(max(exits))

    def _exits(self, angle: float) -> list[float]:
        """How far the way from the pole goes before it leaves each oval."""
        way = self.box.w * math.sin(angle), -self.box.h * math.cos(angle)
        return [_exit(oval, self.pole, way) for oval in self.ovals]

    def enters(self, start: Point, end: Point, by: float = 0.0) -> bool:
        """Whether the segment comes into the middle or nearer to it than about ``by``."""
        return any(enters_oval(start, end, oval.grown(by)) for oval in self.ovals)

    @cached_property
    def _lengths(self) -> list[float]:
        ring = [self.at(math.tau * step / _STEPS) for step in range(_STEPS + 1)]
        return [0.0, *accumulate(math.dist(a, b) for a, b in pairwise(ring))]

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """Some points all along the line."""
        return tuple(self.at(math.tau * step / _FEW) for step in range(_FEW))

    @property
    def around(self) -> float:
        """The length of the line."""
        return self._lengths[-1]

    def place(self, angle: float) -> float:
        """How far along the line an angle lies."""
        step, share = divmod(angle % math.tau / math.tau * _STEPS, 1)
        low, high = self._lengths[int(step) % _STEPS], self._lengths[int(step) % _STEPS + 1]
        return low + (high - low) * share

    def angle_of(self, place: float) -> float:
        """The angle at so far along the line."""
        place %= self.around
        step = min(bisect_right(self._lengths, place) - 1, _STEPS - 1)
        low, high = self._lengths[step], self._lengths[step + 1]
        return (step + (place - low) / (high - low)) / _STEPS * math.tau

    @cached_property
    def notches(self) -> tuple[tuple[float, float], ...]:
        """Where the two ovals meet, too deep for a tie to come in: the middle of each and half its length along the line."""
        if len(self.ovals) == 1:
            return ()
        owners = [self.owner(math.tau * step / _STEPS) for step in range(_STEPS)]
        found = []
        for step in range(_STEPS):
            if owners[step - 1] != owners[step]:
                low, high = step - 1, step
                while self._deep(low) and step - low < _STEPS // 4:
                    low -= 1
                while self._deep(high) and high - step < _STEPS // 4:
                    high += 1
                start, end = (self.place(math.tau * edge / _STEPS) for edge in (low, high))
                half = (end - start) % self.around / 2
                found.append(((start + half) % self.around, half))
        return tuple(found)

    def _deep(self, step: int) -> bool:
        """Whether the line lies in the notch between both ovals there."""
        angle = math.tau * step / _STEPS
        number = self.owner(angle)
        own, other, (x, y) = self.ovals[number], self.ovals[1 - number], self.at(angle)
        dx, dy = other.x - own.x, other.y - own.y
        far = math.hypot(dx, dy) or 1.0
        return ((x - own.x) / own.w * dx + (y - own.y) / own.h * dy) * 2 / far > _DEEP


def _exit(oval: Box, pole: Point, way: Point) -> float:
    """At which share of the way from a point in the oval its line lies."""
    px, py = (pole[0] - oval.x) * 2 / oval.w, (pole[1] - oval.y) * 2 / oval.h
    dx, dy = way[0] * 2 / oval.w, way[1] * 2 / oval.h
    square, half, rest = dx * dx + dy * dy, px * dx + py * dy, px * px + py * py - 1
    return max(0.0, (-half + math.sqrt(max(0.0, half * half - square * rest))) / square)


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds them all."""
    sides = [box.sides for box in boxes]
    left, top = min(side[0] for side in sides), min(side[1] for side in sides)
    right, bottom = max(side[2] for side in sides), max(side[3] for side in sides)
    return Box((left + right) / 2, (top + bottom) / 2, right - left, bottom - top)
