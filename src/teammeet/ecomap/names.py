"""Names in few cells: whole where there is room, then in two rows, then with shorter words; the tail is cut last of all."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from rich.cells import cell_len

from teammeet.ecomap.cells import fitted, letters

_WORD: Final = re.compile(r"[^\W\d_]+")
_WIDE: Final = r"\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60"
_PIECE: Final = re.compile(rf"[^\s{_WIDE}-]*-+|[{_WIDE}]|[^\s{_WIDE}-]+|\s+")
"""Words, parts of words up to a hyphen, and single letters of scripts that are written without spaces."""
_LEAST: Final = 3
"""So many first letters of a word are kept: fewer, and nobody knows it again."""


def shortened(name: str) -> Iterator[str]:
    """The name, then ever shorter: each time the longest word loses one more letter at its end, for a dot."""
    parts: list[tuple[str, str]] = []
    last = 0
    for found in _WORD.finditer(name):
        parts.append((name[last : found.start()], found.group()))
        last = found.end()
    tail, cut = name[last:], [0] * len(parts)
    yield name
    while True:
        longest = max(range(len(parts)), key=lambda place: (_left(parts[place][1], cut[place]), place), default=None)
        if longest is None or _left(parts[longest][1], cut[longest]) <= _LEAST + 1:
            return
        cut[longest] += 1 + (not cut[longest])  # the dot takes the place of the first letter that goes
        yield "".join(gap + _cut(word, off) for (gap, word), off in zip(parts, cut, strict=True)) + tail


def _left(word: str, off: int) -> int:
    return len(word) - off + (off > 0)


def _cut(word: str, off: int) -> str:
    return f"{word[:-off]}." if off else word


@lru_cache(maxsize=1024)
def abbreviated(name: str, width: int, more: str = "…") -> str:
    """The name in at most ``width`` cells: words lose letters at their ends before anything is left out."""
    short = name
    for short in shortened(name):
        if cell_len(short) <= width:
            return short
    return fitted(short, width, more)


def breaks(label: str) -> Iterator[tuple[str, str]]:
    """The label in two rows, in every way: between words, after a hyphen, between wide letters."""
    for place in range(1, len(label)):
        before, after = label[place - 1], label[place]
        if after == " ":
            yield label[:place], label[place + 1 :]
        elif before == "-" or (cell_len(before) == 2 and cell_len(after) == 2):
            yield label[:place], label[place:]


def two_rows(label: str) -> tuple[str, str] | None:
    """The label in the two rows that are narrowest together; None when it cannot be broken."""
    return min(breaks(label), key=lambda rows: (max(map(cell_len, rows)), cell_len(rows[1])), default=None)


@lru_cache(maxsize=1024)
def in_two_rows(before: str, name: str, after: str, width: int) -> tuple[str, ...]:
    """The name between what stands around it, in one or two rows of at most ``width`` cells; nothing where that fails."""
    for short in shortened(name):
        label = f"{before}{short}{after}"
        if cell_len(label) <= width:
            return (label,)
        broken = two_rows(label)
        if broken and max(map(cell_len, broken)) <= width:
            return broken
    return ()


@lru_cache(maxsize=8192)
def in_rows(label: str, width: int) -> tuple[str, ...]:
    """The whole label in as few rows of at most ``width`` cells as it takes, of much the same length.

    It is broken between words and after hyphens; inside a word only where the word alone is wider than a row.
    """
    rows = _filled(label, width)
    narrower = rows
    while len(narrower) == len(rows) > 1:
        rows, width = narrower, max(map(cell_len, narrower)) - 1
        narrower = _filled(label, width) if width > 0 else ()
        if narrower and any(_cut_inside(label, row, after) for row, after in pairwise(narrower)):
            break
    return rows


def _cut_inside(label: str, row: str, after: str) -> bool:
    return f"{row} {after}" not in label and not row.endswith("-") and cell_len(row[-1:]) < 2


def widest_piece(label: str) -> int:
    """The cells of the longest part of a label that should not be broken."""
    return max(map(cell_len, _PIECE.findall(label)), default=0)


def _filled(label: str, width: int) -> tuple[str, ...]:
    """Rows filled with as many pieces as fit."""
    rows, row = [], ""
    for piece in _PIECE.findall(label):
        if cell_len((row + piece).rstrip()) > width and row.strip():
            rows.append(row.strip())
            row = ""
        row += piece
        while cell_len(row.rstrip()) > width:
            fit = _head(row, width)
            rows.append(row[:fit])
            row = row[fit:]
    return (*rows, row.strip()) if row.strip() else tuple(rows) or ("",)


def _head(text: str, width: int) -> int:
    """How many letters fill ``width`` cells, one letter at least; marks stay with the letter that they stand on."""
    used = place = 0
    for letter in letters(text):
        used += cell_len(letter)
        if used > width and place:
            return place
        place += len(letter)
    return place
