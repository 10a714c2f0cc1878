"""Two homes in the middle: one oval each, overlapping where those stand who live in both; without anybody there, touching."""

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from teammeet.ecomap.graph import Member
from teammeet.ecomap.household import APART, RIM, Household, member_nodes, title_label
from teammeet.ecomap.shapes import SIZE, Box, Measure, Point

_DEPTHS: Final = tuple(SIZE * share for share in (0.9, 1.5, 2.3, 3.4, 5.0, 7.0))
"""How far an oval may reach beyond those who live in both."""
_ENDS: Final = tuple(SIZE * share for share in (0.0, 0.7, 1.6, 2.8, 4.5, 7.0))
"""How far an oval may reach beyond its rim at its outer end."""
_AWAY: Final = tuple(SIZE * share for share in (0.8, 2.0, 3.5, 5.5))
"""How far those of one home may stand from the line of the other."""
_COLUMNS: Final = (1, 2, 3, 4)
_AROUND: Final = (210.0, 120.0)
"""About the width and height that supports on both sides of the middle take of a page."""


@dataclass(frozen=True, slots=True)
class _Block:
    """Rows of boxes, with or without a title, around (0, 0)."""

    slots: tuple[Point, ...]
    title: Point
    size: Point


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two homes, measured outwards from the pole: its block, where that begins, the oval's half width and end."""

    block: _Block
    start: float
    half: float
    end: float
    cost: float


@dataclass(frozen=True, slots=True)
class _Inner:
    """What both homes have in common: those who live in both, and how far each oval reaches beyond the pole."""

    block: _Block
    depth: float


def two_homes(
    titles: Sequence[str], rooms: Sequence[Sequence[Member]], measure: Measure, language: str, *, tied: Collection[str],
    page: Point, stacked: bool,
) -> Household:  # fmt: skip
    """Two homes with those who live in the first only, in both, and in the second only; as small as the names allow.

    ``stacked`` homes stand one over the other, others side by side. ``page`` is the shape that they are to suit.
    """
    nodes, width, height = member_nodes([member for room in rooms for member in room], measure, language, tied)
    headings = [title_label(title, measure, width * 1.3) for title in titles]
    counts = len(rooms[0]), len(rooms[1]), len(rooms[2])
    sizes = (headings[0].box.w, headings[0].box.h), (headings[1].box.w, headings[1].box.h)
    inner, first, second = _best(counts, (width, height), sizes, page, stacked)
    ovals, slots, places = [], [], []
    for turn, side in ((-1, first), (1, second)):
        middle, long = (side.end - inner.depth) / 2, side.end + inner.depth
        ovals.append(Box(*_laid(0, turn * middle, stacked), *_laid(2 * side.half, long, stacked)))
        along = side.start + _laid(*side.block.size, stacked)[1] / 2
        shift = _laid(0, turn * along, stacked)
        slots.append([(x + shift[0], y + shift[1]) for x, y in side.block.slots])
        places.append((side.block.title[0] + shift[0], side.block.title[1] + shift[1]))
    headings = [heading.moved(*place) for heading, place in zip(headings, places, strict=True)]
    placed = (*slots[0], *inner.block.slots, *slots[1])
    return Household(tuple(ovals), placed, tuple(headings), nodes, counts, (0.0, 0.0), stacked).centred()


def _laid(across: float, along: float, stacked: bool) -> Point:
    """A point or size in x and y (or back): homes stand along y when stacked, else along x."""
    return (across, along) if stacked else (along, across)


@lru_cache(maxsize=64)
def _best(
    counts: tuple[int, int, int], cell: Point, titles: tuple[Point, Point], page: Point, stacked: bool
) -> tuple[_Inner, _Side, _Side]:
    """The way to set both homes that leaves most of the page to what stands around them."""
    best: tuple[float, tuple[_Inner, _Side, _Side]] | None = None
    weights = _laid(1 / page[0], 1 / page[1], stacked)
    for inner in _inners(counts[1], cell, stacked):
        first = _side(counts[0], cell, titles[0], inner, weights, stacked, first=True)
        second = _side(counts[2], cell, titles[1], inner, weights, stacked, first=False)
        wide, high = _laid(2 * max(first.half, second.half), first.end + second.end, stacked)
        across, along = (wide + _AROUND[0]) / page[0], (high + _AROUND[1]) / page[1]
        cost = max(across, along) + 0.1 * (across + along)
        if best is None or cost < best[0] - 1e-9:
            best = cost, (inner, first, second)
    if best is None:
        raise ValueError("no way to set two homes")
    return best[1]


def _inners(count: int, cell: Point, stacked: bool) -> Iterator[_Inner]:
    if not count:
        yield _Inner(_Block((), (0.0, 0.0), (0.0, 0.0)), 0.0)
        return
    for columns in _COLUMNS[:count]:
        block = _block(count, columns, cell, (0.0, 0.0), first=True)
        for depth in _DEPTHS:
            yield _Inner(block, _laid(*block.size, stacked)[1] / 2 + depth)


def _side(
    count: int, cell: Point, title: Point, inner: _Inner, weights: Point, stacked: bool, *, first: bool
) -> _Side:  # fmt: skip
    """The best way for one of the homes: rows, distance and length of its oval."""
    best: _Side | None = None
    for columns in _COLUMNS[: max(1, count)]:
        block = _block(count, columns, cell, title, first=first or not stacked)
        long = _laid(*block.size, stacked)[1]
        for away in _AWAY:
            start = inner.depth + away
            corners = [*_corners(block, cell, title, start + long / 2, stacked, first), *_inner_corners(inner, stacked)]
            for more in _ENDS:
                end = start + long + RIM + more
                half = _half(corners, end, inner.depth)
                cost = 2 * half * weights[0] + end * weights[1]
                if best is None or cost < best.cost - 1e-9:
                    best = _Side(block, start, half, end, cost)
    if best is None:
        raise ValueError("no way to set a home")
    return best


def _corners(
    block: _Block, cell: Point, title: Point, middle: float, stacked: bool, first: bool
) -> Iterator[Point]:  # fmt: skip
    """The corners of what one home holds: how far aside, and how far outwards from the pole."""
    turn = -1 if first else 1
    for (x, y), (wide, high) in (*((slot, cell) for slot in block.slots), (block.title, title)):
        aside, out = _laid(x, y, stacked)
        half_aside, half_out = _laid(wide / 2, high / 2, stacked)
        yield abs(aside) + half_aside, middle + turn * out + half_out
        yield abs(aside) + half_aside, middle + turn * out - half_out


def _inner_corners(inner: _Inner, stacked: bool) -> Iterator[Point]:
    aside, out = _laid(inner.block.size[0] / 2, inner.block.size[1] / 2, stacked)
    if aside:
        yield aside, out
        yield aside, -out


def _half(corners: Sequence[Point], end: float, depth: float) -> float:
    """The half width of the narrowest oval from ``-depth`` to ``end`` that holds the corners with a rim."""
    middle, long = (end - depth) / 2, (end + depth) / 2
    half = SIZE * 5
    for aside, out in corners:
        share = 1 - ((out - middle) / long) ** 2
        half = max(half, aside / math.sqrt(share) + RIM if share > 1e-6 else math.inf)
    return half


def _block(count: int, columns: int, cell: Point, title: Point, *, first: bool) -> _Block:
    """So many boxes in rows of ``columns``, under their title if ``first``, else over it; the fullest row away from it."""
    rows = math.ceil(count / columns)
    lengths = [count // rows + (row >= rows - count % rows) for row in range(rows)] if rows else []
    width, height = cell
    over = title[1] + (APART * 0.8 if title[1] and count else 0.0)
    high = over + rows * (height + APART) - (APART if rows else 0.0)
    slots = []
    for number, length in enumerate(lengths):
        y = -high / 2 + over + height / 2 + number * (height + APART)
        slots += [((place - (length - 1) / 2) * (width + APART), y) for place in range(length)]
    wide = max([title[0], *(length * (width + APART) - APART for length in lengths)])
    turn = 1 if first else -1
    ordered = slots if first else slots[::-1]
    return _Block(tuple((x * turn, y * turn) for x, y in ordered), (0.0, turn * (title[1] / 2 - high / 2)), (wide, high))
