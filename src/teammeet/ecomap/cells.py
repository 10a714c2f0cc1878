"""A sheet of terminal cells: text in named styles, no colour in it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from rich.cells import cell_len

_JOINER: Final = "\u200d"


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
    """A finished picture: ``rows`` of runs, each row ``width`` cells wide.

    ``hidden`` supports found no room below, ``first`` rows of them are passed over.
    """

    width: int
    height: int
    rows: tuple[tuple[Run, ...], ...]
    spots: tuple[Spot, ...] = ()
    hidden: int = 0
    first: int = 0

    @property
    def text(self) -> str:
        """The rows without styles."""
        return "\n".join("".join(run.text for run in row) for row in self.rows)

    def at(self, x: int, y: int) -> str:
        """The id of what lies at a cell; empty when nothing does."""
        return next((spot.id for spot in self.spots if spot.y == y and spot.x <= x < spot.x + spot.width), "")


def window(canvas: Canvas, x: int, y: int, width: int, height: int) -> Canvas:
    """The part of a picture from a cell on, in as many cells as are asked for."""
    rows = tuple(
        tuple(_cut(canvas.rows[row], x, width)) if row < canvas.height else (Run(" " * width),) for row in range(y, y + height)
    )
    moved = (replace(spot, x=spot.x - x, y=spot.y - y) for spot in canvas.spots)
    return replace(canvas, width=width, height=height, rows=rows, spots=tuple(spot for spot in moved if 0 <= spot.y < height))


def _cut(row: tuple[Run, ...], x: int, width: int) -> Iterator[Run]:
    """The cells of a row from ``x`` on; of a letter that lies half outside a blank is left."""
    at, missing = 0, width
    for run in row:
        kept = ""
        for letter in letters(run.text):
            wide = cell_len(letter)
            inside = max(0, min(at + wide, x + width) - max(at, x))
            kept += letter if (inside == wide and (wide or x < at <= x + width)) else " " * inside
            missing -= inside
            at += wide
        if kept:
            yield Run(kept, run.style)
    if missing > 0:
        yield Run(" " * missing)


@lru_cache(maxsize=2048)
def letters(text: str) -> tuple[str, ...]:
    """The letters of a text, each with the marks that stand on it; pictures that are joined into one are one letter."""
    if text.isascii():
        return tuple(text)
    found: list[str] = []
    for letter in text:
        if found and (cell_len(letter) == 0 or found[-1].endswith(_JOINER)):
            found[-1] += letter
        else:
            found.append(letter)
    return tuple(found)


def fitted(text: str, width: int, more: str = "…") -> str:
    """The text in at most ``width`` cells; ``more`` says that something is left out."""
    if cell_len(text) <= width:
        return text
    kept, used = "", 0
    for letter in letters(text):
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
    """Cells that are written on; what is written later lies over what was."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._text = [[" "] * width for _ in range(height)]
        self._style = [[""] * width for _ in range(height)]
        self._seams: list[set[int]] = [{0, width} for _ in range(height)]
        self.spots: list[Spot] = []

    def put(self, x: int, y: int, text: str, style: str = "", spot: str = "") -> None:
        """Write text from a cell on; what falls outside is left out. ``spot`` makes it a place to point at."""
        if not 0 <= y < self.height:
            return
        start = x
        self._freed(y, x)
        if x >= 0 and x + len(text) <= self.width and _one_cell_each(text):
            self._text[y][x : x + len(text)] = text
            self._style[y][x : x + len(text)] = [style] * len(text)
            x, text = x + len(text), ""
        for letter in letters(text):
            wide = cell_len(letter)
            if wide == 0:
                if 0 < x <= self.width:
                    self._text[y][x - 1] += letter
                continue
            if x >= 0 and x + wide <= self.width:
                self._text[y][x], self._style[y][x] = letter, style
                if wide == 2:
                    self._text[y][x + 1], self._style[y][x + 1] = "", style
            x += wide
        self._freed(y, x)
        self._seams[y].update((min(max(0, start), self.width), min(max(0, x), self.width)))
        if spot:
            self.spots.append(Spot(spot, max(0, start), y, min(x, self.width) - max(0, start)))

    def _freed(self, y: int, x: int) -> None:
        """A letter of two cells that begins before ``x`` gives way: something else begins or ends there."""
        if 0 < x < self.width and not self._text[y][x]:
            self._text[y][x - 1] = self._text[y][x] = " "

    def canvas(self, hidden: int = 0, first: int = 0) -> Canvas:
        """The finished picture."""
        rows = tuple(tuple(self._runs(y)) for y in range(self.height))
        return Canvas(self.width, self.height, rows, tuple(self.spots), hidden, first)

    def _runs(self, y: int) -> Iterator[Run]:
        """The row in runs: a style ends only at a seam, where something that was written begins or ends."""
        text, style = "", None
        for start, end in pairwise(sorted(self._seams[y])):
            own = self._style[y][start]
            if own != style and text:
                yield Run(text, style or "")
                text = ""
            text, style = text + "".join(self._text[y][start:end]), own
        if text:
            yield Run(text, style or "")
