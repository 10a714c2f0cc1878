"""A sheet of terminal cells: text and braille lines in named styles, no colour in it."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rich.cells import cell_len

_DOTS: Final = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one style: words such as ``tie-strong`` or ``kind-formal selected``, which the theme gives a look."""

    text: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something can be pointed at: cells ``x`` to ``x + width`` of row ``y`` belong to ``id``."""

    id: str
    x: int
    y: int
    width: int


@dataclass(frozen=True, slots=True)
class Canvas:
    """A finished picture: ``rows`` of runs, each row ``width`` cells wide. ``hidden`` supports found no room below."""

    width: int
    height: int
    rows: tuple[tuple[Run, ...], ...]
    spots: tuple[Spot, ...] = ()
    hidden: int = 0

    @property
    def text(self) -> str:
        """The rows without styles."""
        return "\n".join("".join(run.text for run in row) for row in self.rows)

    def at(self, x: int, y: int) -> str:
        """The id of what lies at a cell; empty when nothing does."""
        return next((spot.id for spot in self.spots if spot.y == y and spot.x <= x < spot.x + spot.width), "")


def fitted(text: str, width: int, more: str = "…") -> str:
    """The text in at most ``width`` cells; ``more`` says that something is left out."""
    if cell_len(text) <= width:
        return text
    kept, used = "", 0
    for letter in text:
        used += cell_len(letter)
        if used > width - cell_len(more):
            break
        kept += letter
    return (kept + more)[:width] if width > 0 else ""


@lru_cache(maxsize=2048)
def _one_cell_each(text: str) -> bool:
    """Whether no letter takes two cells or none."""
    return all(cell_len(letter) == 1 for letter in text)


class Grid:
    """Cells that are drawn on. Text lies over lines."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._text = [[" "] * width for _ in range(height)]
        self._style = [[""] * width for _ in range(height)]
        self._dots: dict[tuple[int, int], tuple[int, str]] = {}
        self._under: dict[tuple[int, int], tuple[str, str]] = {}
        self.spots: list[Spot] = []

    def put(self, x: int, y: int, text: str, style: str = "", spot: str = "") -> None:
        """Write text from a cell on; what falls outside is left out. ``spot`` makes it a place to point at."""
        if not 0 <= y < self.height:
            return
        start = x
        if x >= 0 and x + len(text) <= self.width and _one_cell_each(text):
            self._text[y][x : x + len(text)] = text
            self._style[y][x : x + len(text)] = [style] * len(text)
            x, text = x + len(text), ""
        for letter in text:
            wide = cell_len(letter)
            if wide == 0:
                if 0 < x <= self.width and self._text[y][x - 1]:
                    self._text[y][x - 1] += letter
                continue
            if x >= 0 and x + wide <= self.width:
                self._text[y][x], self._style[y][x] = letter, style
                if wide == 2:
                    self._text[y][x + 1], self._style[y][x + 1] = "", style
            x += wide
        if spot:
            self.spots.append(Spot(spot, max(0, start), y, min(x, self.width) - max(0, start)))

    def dot(self, x: float, y: float, style: str) -> None:
        """Set one of the eight dots of a cell: two across and four down."""
        column, row = int(x) // 2, int(y) // 4
        if 0 <= column < self.width and 0 <= row < self.height:
            bits, before = self._dots.get((column, row), (0, style))
            self._dots[column, row] = (bits | _DOTS[int(y) % 4][int(x) % 2], before)

    def under(self, x: int, y: int, letter: str, style: str) -> None:
        """Write a letter of a line, under all text."""
        self._under.setdefault((x, y), (letter, style))

    def canvas(self, hidden: int = 0) -> Canvas:
        """The finished picture."""
        for (x, y), (bits, style) in self._dots.items():
            if self._text[y][x] == " ":
                self._text[y][x], self._style[y][x] = chr(0x2800 + bits), style
        for (x, y), (letter, style) in self._under.items():
            if 0 <= x < self.width and 0 <= y < self.height and self._text[y][x] == " ":
                self._text[y][x], self._style[y][x] = letter, style
        rows = tuple(tuple(self._runs(y)) for y in range(self.height))
        return Canvas(self.width, self.height, rows, tuple(self.spots), hidden)

    def _runs(self, y: int) -> Iterator[Run]:
        text, style = "", self._style[y][0] if self.width else ""
        for letter, own in zip(self._text[y], self._style[y], strict=True):
            if own != style and letter:
                yield Run(text, style)
                text, style = "", own
            text += letter
        if text:
            yield Run(text, style)


def steps(x0: float, y0: float, x1: float, y1: float) -> Iterator[tuple[float, float, float]]:
    """Points on a line, one a unit of its longer side, each with its distance from the start."""
    count = max(1, int(max(abs(x1 - x0), abs(y1 - y0))))
    far = math.hypot(x1 - x0, y1 - y0)
    for step in range(count + 1):
        share = step / count
        yield x0 + (x1 - x0) * share, y0 + (y1 - y0) * share, far * share
