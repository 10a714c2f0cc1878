"""The map larger than the screen: the ring on a bigger sheet, of which a window is shown that follows what is selected."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from rich.cells import cell_len

from teammeet.ecomap.cells import Canvas, Run, Spot, fitted, window
from teammeet.ecomap.graph import EcomapGraph
from teammeet.ecomap.star import ring
from teammeet.ecomap.terminal import Look
from teammeet.messages import text

_SHEETS: Final = ((120, 32), (160, 40), (200, 54), (240, 72))
_MORE: Final = (24, 8)
"""By so many cells a sheet grows while not all names find room on it."""
_GROWN: Final = 6
_MARGIN: Final = (6, 3)
"""So many cells about what is selected are in the window too, with its tie."""


@dataclass(frozen=True, slots=True)
class Zoom:
    """``level`` 0 is the map that fits; from cell ``x``, ``y`` on a larger one is seen."""

    level: int = 0
    x: int = 0
    y: int = 0


def levels(width: int, height: int) -> int:
    """How many sheets are larger than a screen of that size."""
    return len(_sheets(width, height))


def _sheets(width: int, height: int) -> list[tuple[int, int]]:
    return [(max(wide, width), max(high, height)) for wide, high in _SHEETS if wide > width or high > height]


def magnified(graph: EcomapGraph, width: int, height: int, look: Look, level: int) -> Canvas | None:
    """The whole map on the sheet of a ``level`` from 1 on; None when its names find no room even on a larger one."""
    wide, high = _sheets(width, height)[level - 1]
    for grown in range(_GROWN + 1):
        canvas = ring(graph, wide + grown * _MORE[0], high + grown * _MORE[1], look)
        if canvas is not None:
            return canvas
    return None


def noted(canvas: Canvas, zoom: Zoom, size: tuple[int, int], all_levels: int, language: str) -> Canvas:
    """What is seen of a larger map in ``size`` (columns, rows), with a line below that says where one is."""
    width, height = size
    part = window(canvas, zoom.x, zoom.y, width, max(1, height - 1))
    note = fitted(text("look.zoom.place", language, level=zoom.level, levels=all_levels), width)
    line = (Run(" " * (width - cell_len(note))), Run(note, "legend"))
    return replace(part, height=height, rows=(*part.rows[: height - 1], line))


def moved(zoom: Zoom, canvas: Canvas, by: tuple[int, int], width: int, height: int) -> Zoom:
    """The window moved by so many cells, as far as there is any map."""
    x = max(0, min(zoom.x + by[0], canvas.width - width))
    y = max(0, min(zoom.y + by[1], canvas.height - height))
    return Zoom(zoom.level, x, y)


def following(zoom: Zoom, canvas: Canvas, selected: str, width: int, height: int) -> Zoom:
    """The window moved as little as it takes to see what is selected, with its tie; to the middle when nothing is."""
    spots = [spot for spot in canvas.spots if spot.id == selected]
    if not spots:
        return moved(
            zoom, canvas, ((canvas.width - width) // 2 - zoom.x, (canvas.height - height) // 2 - zoom.y), width, height
        )
    left, right, top, bottom = _around(spots, canvas)
    by_x = _least(zoom.x, left, right, width)
    by_y = _least(zoom.y, top, bottom, height)
    return moved(zoom, canvas, (by_x, by_y), width, height)


def _around(spots: Sequence[Spot], canvas: Canvas) -> tuple[int, int, int, int]:
    """The first and last columns and rows that should be seen: towards the middle of the map lies the tie."""
    left, right = min(spot.x for spot in spots), max(spot.x + spot.width for spot in spots)
    top, bottom = min(spot.y for spot in spots), max(spot.y for spot in spots) + 1
    if right < canvas.width // 2:
        right += 2 * _MARGIN[0]
    elif left > canvas.width // 2:
        left -= 2 * _MARGIN[0]
    return left - _MARGIN[0], right + _MARGIN[0], top - _MARGIN[1], bottom + _MARGIN[1]


def _least(at: int, first: int, last: int, room: int) -> int:
    """By how much a window of ``room`` cells moves to hold ``first`` to ``last``; what is too long begins at its start."""
    if first < at or last - first > room:
        return first - at
    return max(0, last - room - at)
