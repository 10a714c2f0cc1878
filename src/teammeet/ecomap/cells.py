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

    ``hidden`` supports found no room below, ``first`` rows of them are passed over. ``between`` are the first and the last
    column of the household where what stands around it stands in two columns; None in a ring.
    """

    width: int
    height: int
    rows: tuple[tuple[Run, ...], ...]
    spots: tuple[Spot, ...] = ()
    hidden: int = 0
    first: int = 0
    between: tuple[int, int] | None = None

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


_Put = tuple[int, str, str]
"""A column, a text and its style."""


class Grid:
    """Cells that are written on; what is written later lies over what was."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._rows: list[list[_Put]] = [[] for _ in range(height)]
        self.spots: list[Spot] = []

    def put(self, x: int, y: int, text: str, style: str = "", spot: str = "") -> None:
        """Write text from a cell on; what falls outside is left out. ``spot`` makes it a place to point at."""
        if not 0 <= y < self.height or not text:
            return
        self._rows[y].append((x, text, style))
        if spot:
            start, end = max(0, x), min(x + cell_len(text), self.width)
            self.spots.append(Spot(spot, start, y, end - start))

    def canvas(self, hidden: int = 0, first: int = 0, between: tuple[int, int] | None = None) -> Canvas:
        """The finished picture."""
        rows = tuple(_composed(tuple(row), self.width) for row in self._rows)
        return Canvas(self.width, self.height, rows, tuple(self.spots), hidden, first, between)


@lru_cache(maxsize=4096)
def _composed(written: tuple[_Put, ...], width: int) -> tuple[Run, ...]:
    """A row of what was written in it. Most rows of a picture are those of the one before, and cost nothing."""
    row = _Row(width)
    for x, text, style in written:
        row.write(x, text, style)
    return tuple(row.runs())


class _Row:
    """The cells of one row. A letter of two cells is followed by an empty cell."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._text = [" "] * width
        self._style = [""] * width
        self._seams = {0, width}

    def write(self, x: int, text: str, style: str) -> None:
        """Write over what is there."""
        self._free(x)
        self._seams.add(min(max(0, x), self._width))
        if x >= 0 and x + len(text) <= self._width and _one_cell_each(text):
            self._text[x : x + len(text)] = text
            self._style[x : x + len(text)] = [style] * len(text)
            x, text = x + len(text), ""
        for letter in letters(text):
            wide = cell_len(letter)
            if wide == 0:
                if 0 < x <= self._width:
                    self._text[x - 1] += letter
            elif x >= 0 and x + wide <= self._width:
                self._text[x : x + wide] = [letter, *[""] * (wide - 1)]
                self._style[x : x + wide] = [style] * wide
            x += wide
        self._free(x)
        self._seams.add(min(max(0, x), self._width))

    def _free(self, x: int) -> None:
        """A letter of two cells that begins before ``x`` gives way: something else begins or ends there."""
        if 0 < x < self._width and not self._text[x]:
            self._text[x - 1] = self._text[x] = " "

    def runs(self) -> Iterator[Run]:
        """The row in runs: a style ends only at a seam, where something that was written begins or ends."""
        text, style = "", None
        for start, end in pairwise(sorted(self._seams)):
            own = self._style[start]
            if own != style and text:
                yield Run(text, style or "")
                text = ""
            text, style = text + "".join(self._text[start:end]), own
        if text:
            yield Run(text, style or "")
