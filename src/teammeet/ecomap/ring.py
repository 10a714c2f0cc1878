"""Placing: the smallest curve on which everything fits, then the widest spacing on it; or two columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from teammeet.ecomap.contour import Contour
from teammeet.ecomap.curve import Curve, pack
from teammeet.ecomap.geometry import nearest
from teammeet.ecomap.shapes import SIZE, Box, Node, Point

ROOM: Final = SIZE * 2.75
"""The shortest tie, from the household's line to the curve."""
MARGIN: Final = SIZE * 0.9
_CORNER: Final = 0.8
"""The share of that room that must be left in slanting directions."""
_FEW: Final = 9
"""So few nodes may stand very far apart, so that they stand all around."""
_ANY: Final = 40.0
"""A scale at which everything fits."""
POWERS: Final = (2.4, 4.0)
"""Shapes of the curve that are tried: rounder, squarer."""


@dataclass(frozen=True, slots=True)
class Ring:
    """Nodes in their places around (0, 0); ``starts`` are the points where their ties begin, by id."""

    nodes: tuple[Node, ...]
    starts: Mapping[str, Point]
    half: Point
    power: float
    size: Point
    steps: tuple[int, ...] = ()
    count: int = 0
    gap: float = 0.0


def steps_for(number: int) -> int:
    """How finely the curve is cut for so many nodes."""
    return 720 if number <= 80 else 1440


def margins(nodes: Sequence[Node]) -> Point:
    """The width and height of the largest node."""
    return max((node.box.w for node in nodes), default=0.0), max((node.box.h for node in nodes), default=0.0)


class Fit:
    """Nodes of one text width on curves of one power inside pages of one shape."""

    def __init__(self, nodes: Sequence[Node], contour: Contour, page: Point, power: float) -> None:
        self.nodes, self.contour, self.page, self.power = nodes, contour, page, power
        self.sizes = [(node.box.w, node.box.h) for node in nodes]
        self.widest, self.highest = margins(nodes)
        self.gap = SIZE * (0.6 if len(nodes) <= 34 else 0.36)
        self.count = steps_for(len(nodes))

    def half(self, scale: float) -> Point:
        """The curve's half axes on the page at ``scale``, never smaller than the household needs."""
        wide = self.page[0] * scale / 2 - self.widest - MARGIN
        high = self.page[1] * scale / 2 - self.highest - MARGIN
        return wide, high

    def packed(self, scale: float, gap: float) -> list[int] | None:
        """The steps on the curve at ``scale``; None when they do not fit or the household does not."""
        wide, high = self.half(scale)
        if not self._holds_middle(wide, high):
            return None
        curve = Curve(wide, high, self.power, self.count)
        return pack(curve, self.sizes, gap, self._breaks(curve), min(gap, SIZE * 0.6))

    def _holds_middle(self, wide: float, high: float) -> bool:
        """Whether every tie is long enough: two ovals fill the corners of their room, which a round curve cuts off."""
        whole = self.contour.box
        if wide < whole.w / 2 + ROOM or high < whole.h / 2 + ROOM:
            return False
        if len(self.contour.ovals) == 1:
            return True
        wide, high = wide - ROOM * _CORNER, high - ROOM * _CORNER
        return all((abs(x) / wide) ** self.power + (abs(y) / high) ** self.power <= 1 for x, y in self.contour.points)

    def _breaks(self, curve: Curve) -> dict[int, int]:
        share = 0.012 if len(self.nodes) <= 44 else 0.004
        return {
            number: max(1, int(curve.steps * share)) if number else 0
            for number, node in enumerate(self.nodes)
            if node.form == "caption"
        }

    def smallest(self, least: float, most: float) -> float:
        """The least scale at which all fits, from ``least`` up to ``most``; above it when none does."""
        if self.packed(least, self.gap):
            return least
        if most < _ANY:
            if not self.packed(most, self.gap):
                return most + 1.0
            high = most
            while (low := high / 1.12) > least and self.packed(low, self.gap):
                high = low
        else:
            low, high = least, least * 1.12
            while high < most and not self.packed(high, self.gap):
                low, high = high, high * 1.12
        for _ in range(4):
            middle = (low + high) / 2
            if self.packed(middle, self.gap):
                high = middle
            else:
                low = middle
        return high

    def spread(self, scale: float) -> Ring:
        """The ring at ``scale`` with the widest gap that still closes."""
        best, gap = self.packed(scale, self.gap), self.gap
        few = len(self.nodes) <= _FEW
        low, high = self.gap, self.gap * (200 if few else 40)
        for _ in range(11 if few else 8):
            middle = (low + high) / 2
            found = self.packed(scale, middle)
            if found:
                best, low, gap = found, middle, middle
            else:
                high = middle
        wide, high_ = self.half(scale)
        curve = Curve(wide, high_, self.power, self.count)
        return hung(curve, self.nodes, best or [], (self.page[0] * scale, self.page[1] * scale), gap)


def hung(curve: Curve, nodes: Sequence[Node], steps: Sequence[int], size: Point, gap: float) -> Ring:
    """Nodes on a curve at known steps."""
    placed, starts = [], {}
    for node, step in zip(nodes, steps, strict=True):
        placed.append(node.moved(*curve.hung(step, node.box.w, node.box.h)))
        starts[node.id] = nearest(placed[-1].box, curve.point(step))
    return Ring(tuple(placed), starts, (curve.half_width, curve.half_height), curve.power, size, tuple(steps), curve.steps, gap)


def smallest_fit(
    choices: Mapping[float, Sequence[Node]], contour: Contour, page: Point, least: float, spacing: float = 1.0,
    most: float = _ANY,
) -> tuple[float, float, Fit]:  # fmt: skip
    """The scale of the smallest page, its text width and its fit, over all text widths and powers; of equals, the first.

    Scales above ``most`` are not looked for: what is found then is one above it.
    """
    best: tuple[float, float, Fit] | None = None
    for width, nodes in choices.items():
        for power in POWERS:
            fit = Fit(nodes, contour, page, power)
            fit.gap *= spacing
            scale = fit.smallest(least, min(best[0], most) if best else most)
            if best is None or scale < best[0] - 1e-6:
                best = scale, width, fit
    if best is None:
        raise ValueError("no text width to choose from")
    return best


def columns(nodes: Sequence[Node], oval: Box, gap: float = SIZE) -> Ring:
    """Everything in two columns, clockwise: the way that always works, since every tie and every track is free there."""
    total = sum(node.box.h + gap for node in nodes)
    right: list[Node] = []
    height = 0.0
    for node in nodes:
        if height + node.box.h / 2 > total / 2:
            break
        right.append(node)
        height += node.box.h + gap
    left = list(nodes[len(right) :])[::-1]
    half = max(oval.w / 2 + ROOM * 1.6, total * 0.14 * gap / SIZE if gap > SIZE else 0.0)
    placed, starts = {}, {}
    for side, column in ((1, right), (-1, left)):
        room = max(0.0, oval.h - sum(node.box.h + gap for node in column)) / max(1, len(column))
        y = -sum(node.box.h + gap + room for node in column) / 2
        for node in column:
            y += (node.box.h + gap + room) / 2
            placed[node.id] = node.moved(side * (half + node.box.w / 2), y)
            starts[node.id] = (side * half, y)
            y += (node.box.h + gap + room) / 2
    widest, _ = margins(nodes)
    high = max((abs(node.box.y) + node.box.h / 2 for node in placed.values()), default=0.0)
    return Ring(
        tuple(placed[node.id] for node in nodes), starts, (half, max(high, oval.h / 2 + ROOM)), 0.0,
        (2 * (half + widest + MARGIN), 2 * max(high, oval.h / 2 + ROOM) + 2 * MARGIN), gap=gap,
    )  # fmt: skip
