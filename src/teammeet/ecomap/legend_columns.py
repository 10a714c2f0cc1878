"""Columns for the legend of a sheet: each filled from its top, in as few rows as the width allows."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from teammeet.ecomap.shapes import SIZE

_MOST: Final = 7
_BETWEEN: Final = SIZE * 1.1
"""The least room between two columns."""
_LOOSE: Final = SIZE * 4
"""No more room than this lies between two columns."""


def in_columns(widths: Sequence[float], room: float) -> list[tuple[float, int]]:
    """How far from the left each entry stands, and in which row.

    Columns are as wide as their widest entry and are read downwards; only the last row may not reach across. Where the order
    of the entries leaves room for fewer columns than another would, the long ones come last.
    """
    for rows in range(1, len(widths) + 1):
        count = math.ceil(len(widths) / rows)
        for order in _orders(widths):
            columns = _parted(order, count)
            wide = [max(widths[number] for number in column) for column in columns]
            if count == 1 or (count <= _MOST and sum(wide) + _BETWEEN * (count - 1) <= room):
                return _placed(columns, wide, room)
    return []


def _orders(widths: Sequence[float]) -> list[list[int]]:
    """The entries as they come, then with more and more of the long ones last."""
    found = []
    for longest in sorted(set(widths), reverse=True):
        short = [number for number, width in enumerate(widths) if width <= longest]
        found.append(short + sorted(set(range(len(widths))) - set(short), key=lambda number: widths[number]))
    return found


def _parted(order: Sequence[int], count: int) -> list[Sequence[int]]:
    """The order cut into columns, the first ones longer by one where it does not come out even."""
    rows, more = divmod(len(order), count)
    starts = [number * rows + min(number, more) for number in range(count + 1)]
    return [order[first:last] for first, last in pairwise(starts)]


def _placed(columns: Sequence[Sequence[int]], wide: Sequence[float], room: float) -> list[tuple[float, int]]:
    gap = min(_LOOSE, (room - sum(wide)) / max(1, len(columns) - 1))
    places: dict[int, tuple[float, int]] = {}
    x = 0.0
    for column, width in zip(columns, wide, strict=True):
        places |= {number: (x, row) for row, number in enumerate(column)}
        x += width + gap
    return [places[number] for number in sorted(places)]
