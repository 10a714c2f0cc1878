"""The width of text as the shipped font draws it, from a table made of the font's file."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from teammeet_picture.truetype import advances

FOLDER: Final = Path(__file__).parent / "fonts"
REGULAR: Final = FOLDER / "DejaVuSans.ttf"
BOLD: Final = FOLDER / "DejaVuSans-Bold.ttf"
FAMILY: Final = "DejaVu Sans"
_WIDE: Final = 1.0
_EMOJI: Final = 1.4
_UNKNOWN: Final = 0.8
"""Widths, in text sizes, of letters that no font at hand can draw: generous, so that whatever draws them fits."""


class _Widths(dict[str, float | None]):
    """The advances of one font by letter, in text sizes; None for a letter it does not have.

    A run of the table is read when one of its letters is met: a map needs few of the thousands.
    """

    def __init__(self, units: int, runs: Sequence[str]) -> None:
        self._units, self._runs = units, runs
        self._starts = [int(run.partition(":")[0], 16) for run in runs]

    def __missing__(self, letter: str) -> float | None:
        number = bisect_right(self._starts, ord(letter)) - 1
        if number >= 0:
            self.update(self._read(number))
        return self.setdefault(letter, None)

    def _read(self, number: int) -> Iterator[tuple[str, float]]:
        point = self._starts[number]
        for part in self._runs[number].partition(":")[2].split(","):
            width, _, many = part.partition("*")
            for _ in range(int(many or 1)):
                yield chr(point), int(width) / self._units
                point += 1


@cache
def _table() -> Mapping[str, _Widths]:
    """The advances of each shipped font."""
    table = {}
    for line in (FOLDER / "widths.txt").read_text(encoding="ascii").splitlines():
        name, units, _, *runs = line.split()
        table[name] = _Widths(int(units), runs)
    return table


class FontMeasure:
    """Measures a line of text in points; ``fonts`` are files that draw what the shipped font cannot."""

    def __init__(self, fonts: tuple[Path, ...] = ()) -> None:
        extra: dict[str, float] = {}
        for font in fonts:
            extra = {**advances(font), **extra}
        self.family = FAMILY
        self._extra = extra
        self._regular, self._bold = _table()[REGULAR.stem], _table()[BOLD.stem]
        self._known: dict[tuple[str, bool], float] = {}

    def __call__(self, text: str, size: float, bold: bool = False) -> float:
        """The width of ``text`` at ``size``."""
        width = self._known.get((text, bold))
        if width is None:
            table = self._bold if bold else self._regular
            width = 0.0
            for letter in text:
                advance = table[letter]
                width += self._elsewhere(letter) if advance is None else advance
            self._known[text, bold] = width
        return width * size

    def missing(self, text: str) -> tuple[str, ...]:
        """The letters of ``text`` that no font at hand can draw, each once."""
        return tuple(dict.fromkeys(letter for letter in text if not self._drawn(letter) and _guess(letter)))

    def _drawn(self, letter: str) -> bool:
        return self._regular[letter] is not None or letter in self._extra

    def _elsewhere(self, letter: str) -> float:
        """The width of a letter that the shipped font does not have."""
        advance = self._extra.get(letter)
        return _guess(letter) if advance is None else advance


def _guess(letter: str) -> float:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf", "Cc") or "\ufe00" <= letter <= "\ufe0f":
        return 0.0
    if 0x1F000 <= ord(letter) < 0x1FC00:
        return _EMOJI
    if unicodedata.east_asian_width(letter) in ("W", "F"):
        return _WIDE
    return _UNKNOWN
