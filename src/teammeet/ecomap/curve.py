"""The convex curve on whose outside the supports hang, so that no tie inside it can cross a support."""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

from teammeet.ecomap.shapes import Box, Point

STEPS = 720
_NEAR = 4
"""So many boxes before a box can touch it."""


@lru_cache(maxsize=8)
def _unit(power: float, steps: int) -> tuple[tuple[float, float, float, float], ...]:
    """Points of the superellipse |x|^p + |y|^p = 1, clockwise from the top, each with |x|^(p-1), |y|^(p-1) signed."""
    points = []
    for step in range(steps):
        angle = math.tau * step / steps
        x, y = math.sin(angle), -math.cos(angle)
        far: float = (abs(x) ** power + abs(y) ** power) ** (-1 / power)
        x, y = x * far, y * far
        points.append((x, y, math.copysign(abs(x) ** (power - 1), x), math.copysign(abs(y) ** (power - 1), y)))
    return tuple(points)


class Curve:
    """A superellipse of half axes ``half_width`` and ``half_height`` around (0, 0), in ``steps`` steps."""

    def __init__(self, half_width: float, half_height: float, power: float, steps: int = STEPS) -> None:
        self.half_width, self.half_height, self.power, self.steps = half_width, half_height, power, steps
        self._unit = _unit(power, steps)
        self._slides: dict[int, tuple[float, ...]] = {}

    def point(self, step: int) -> Point:
        """The point of the curve at a step."""
        x, y, _, _ = self._unit[step % self.steps]
        return x * self.half_width, y * self.half_height

    def hung(self, step: int, width: float, height: float) -> Point:
        """Where the middle of a box must be to hang at ``step``: wholly outside the curve, touching it or near."""
        step %= self.steps
        x, y, slide_x, slide_y, nx, ny, dip_w, dip_h = self._slides.get(step) or self._slide(step)
        dip = dip_w * width + dip_h * height
        return x + slide_x * width + nx * dip, y + slide_y * height + ny * dip

    def _slide(self, step: int) -> tuple[float, ...]:
        """The point and how a box slides along there, worked out when it is asked for: most steps of a trial never are."""
        _, _, gx, gy = self._unit[step]
        nx, ny = gx / self.half_width, gy / self.half_height
        length = math.hypot(nx, ny)
        nx, ny = nx / length, ny / length
        slide_x, slide_y = max(-1.0, min(1.0, nx * 1.6)), max(-1.0, min(1.0, ny * 1.6))
        dips = (abs(nx) - nx * slide_x) / 2, (abs(ny) - ny * slide_y) / 2
        made = self._slides[step] = (*self.point(step), slide_x / 2, slide_y / 2, nx, ny, *dips)
        return made

    def box(self, step: int, width: float, height: float) -> Box:
        """The box that hangs at ``step``."""
        return Box(*self.hung(step, width, height), width, height)


def pack(curve: Curve, sizes: Sequence[Point], gap: float, breaks: Mapping[int, int], close: float) -> list[int] | None:
    """Steps at which boxes of ``sizes`` hang one after the other, ``gap`` apart; None when they do not all fit.

    ``breaks`` are the headings: so many steps stay free before one, and what follows stands only ``close`` by it.
    """
    steps: list[int] = []
    hung: list[tuple[float, float, float, float]] = []
    step = 0
    for number, (width, height) in enumerate(sizes):
        apart = close if number and number - 1 in breaks else gap
        found = _first_free(curve, step + breaks.get(number, 0), hung[-_NEAR:], width, height, apart)
        if found is None:
            return None
        steps.append(found)
        hung.append((*curve.hung(found, width, height), width, height))
        step = found + 1
    count = len(hung)
    for first in range(min(_NEAR, count)):
        for last in range(max(first + 1, count - _NEAR), count):
            if count - last + first <= last - first and _meet(hung[first], hung[last], gap):
                return None
    return steps


def _meet(a: tuple[float, float, float, float], b: tuple[float, float, float, float], gap: float) -> bool:
    return abs(a[0] - b[0]) < (a[2] + b[2]) / 2 + gap and abs(a[1] - b[1]) < (a[3] + b[3]) / 2 + gap


def _first_free(
    curve: Curve, step: int, before: Sequence[tuple[float, float, float, float]], width: float, height: float, gap: float
) -> int | None:
    """The first step from ``step`` on where the box is free of those before it: doubling, then halving."""

    def free(at: int) -> bool:
        box = (*curve.hung(at, width, height), width, height)
        return not any(_meet(box, other, gap) for other in before)

    low, reach = step, 1
    if step >= curve.steps:
        return None
    if free(step):
        return step
    while not free(low + reach):
        low, reach = low + reach, reach * 2
        if low + reach >= curve.steps:
            reach = curve.steps - 1 - low
            if reach <= 0 or not free(low + reach):
                return None
    high = low + reach
    while high - low > 1:
        middle = (low + high) // 2
        if free(middle):
            high = middle
        else:
            low = middle
    return high
