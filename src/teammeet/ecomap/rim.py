"""The household's outline in cells: a box, or an oval of steps, to whose every free point a tie can come."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from teammeet.ecomap.cells import Grid
from teammeet.ecomap.glyphs import Glyphs

_ROUND: Final = 3.0
"""The power of the superellipse: 2 is an ellipse, more is nearer to a box."""


@dataclass(frozen=True, slots=True)
class Rim:
    """An outline from column ``left`` and row ``top``; ``indents`` says how far in each of its rows begins and ends."""

    left: int
    top: int
    wide: int
    indents: tuple[int, ...]

    @property
    def high(self) -> int:
        """Rows from the uppermost to the lowest."""
        return len(self.indents)

    @property
    def bottom(self) -> int:
        """The lowest row."""
        return self.top + self.high - 1

    @property
    def middle(self) -> int:
        """The column in the middle."""
        return self.left + self.wide // 2

    def ends(self, y: int) -> tuple[int, int]:
        """The first and the last column of a row, on which its line stands."""
        indent = self.indents[y - self.top]
        return self.left + indent, self.left + self.wide - 1 - indent

    def inside(self, y: int) -> tuple[int, int]:
        """The columns of the line that are nearest to the middle in a row: between them there is room for words."""
        row = y - self.top
        indent = max(self.indents[max(0, row - 1) : row + 2])
        return self.left + indent, self.left + self.wide - 1 - indent

    def upper(self, x: int) -> int:
        """The highest row of the line in column ``x``."""
        return self.top + self._first(min(x - self.left, self.left + self.wide - 1 - x))

    def lower(self, x: int) -> int:
        """The lowest row of the line in column ``x``."""
        return self.bottom - self._first(min(x - self.left, self.left + self.wide - 1 - x))

    def _first(self, far: int) -> int:
        return next((row for row, indent in enumerate(self.indents) if indent <= far), self.high // 2)


def box(left: int, top: int, wide: int, high: int) -> Rim:
    """An outline with straight sides."""
    return Rim(left, top, wide, (0,) * high)


def oval(left: int, top: int, wide: int, high: int) -> Rim:
    """An outline that is round at its corners."""
    return Rim(left, top, wide, oval_indents(wide, high))


@lru_cache(maxsize=64)
def oval_indents(wide: int, high: int) -> tuple[int, ...]:
    """How far in each row of an oval begins: the same from above and from below."""
    half = []
    for row in range((high + 1) // 2):
        away = abs((row + 0.5) * 2 / high - 1)
        half.append(round(wide / 2 * (1 - (1 - away**_ROUND) ** (1 / _ROUND))))
    if high % 2 and len(half) > 1:
        half[-1] = half[-2]
    return (*half, *reversed(half[: high // 2]))


def draw(grid: Grid, rim: Rim, glyphs: Glyphs, style: str) -> None:
    """The line of the outline."""
    over_left, over_right, under_left, under_right = (glyphs.corners[place] for place in range(4))
    for row, indent in enumerate(rim.indents):
        y = rim.top + row
        start, end = rim.ends(y)
        if row in (0, rim.high - 1):
            first, last = (over_left, over_right) if row == 0 else (under_left, under_right)
            grid.put(start, y, first + glyphs.flat * (end - start - 1) + last, style)
            continue
        wider, narrower = rim.indents[row - 1] - indent, rim.indents[row + 1] - indent
        if wider > 0:
            _step(grid, (start, end), y, wider, (over_left, under_right, under_left, over_right), glyphs.flat, style)
        elif narrower > 0:
            _step(grid, (start, end), y, narrower, (under_left, over_right, over_left, under_right), glyphs.flat, style)
        else:
            grid.put(start, y, glyphs.upright, style)
            grid.put(end, y, glyphs.upright, style)


def _step(grid: Grid, ends: tuple[int, int], y: int, by: int, corners: Sequence[str], flat: str, style: str) -> None:
    """A row in which the line goes ``by`` cells outwards or inwards at both ends."""
    line = flat * (by - 1)
    grid.put(ends[0], y, corners[0] + line + corners[1], style)
    grid.put(ends[1] - by, y, corners[2] + line + corners[3], style)
