"""The width of text as the shipped font draws it, from a table made of the font's file."""

import unicodedata
from collections.abc import Iterable, Mapping
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


@cache
def _table() -> Mapping[str, Mapping[str, float]]:
    """The advances of each shipped font by letter, in text sizes."""
    table = {}
    for line in (FOLDER / "widths.txt").read_text(encoding="ascii").splitlines():
        name, units, _, *runs = line.split()
        table[name] = dict(_letters(runs, int(units)))
    return table


def _letters(runs: Iterable[str], units: int) -> Iterable[tuple[str, float]]:
    for run in runs:
        start, _, widths = run.partition(":")
        point = int(start, 16)
        for part in widths.split(","):
            width, _, many = part.partition("*")
            for _ in range(int(many or 1)):
                yield chr(point), int(width) / units
                point += 1


class FontMeasure:
    """Measures a line of text in points; ``fonts`` are files that draw what the shipped font cannot."""

    def __init__(self, fonts: tuple[Path, ...] = ()) -> None:
        extra: dict[str, float] = {}
        for font in fonts:
            extra = {**advances(font), **extra}
        self.family = FAMILY
        self._regular: Mapping[str, float] = {**extra, **_table()[REGULAR.stem]}
        self._bold: Mapping[str, float] = {**extra, **_table()[BOLD.stem]}
        self._known: dict[tuple[str, bool], float] = {}

    def __call__(self, text: str, size: float, bold: bool = False) -> float:
        """The width of ``text`` at ``size``."""
        width = self._known.get((text, bold))
        if width is None:
            table = self._bold if bold else self._regular
            width = 0.0
            for letter in text:
                advance = table.get(letter)
                width += _guess(letter) if advance is None else advance
            self._known[text, bold] = width
        return width * size

    def missing(self, text: str) -> tuple[str, ...]:
        """The letters of ``text`` that no font at hand can draw, each once."""
        return tuple(dict.fromkeys(letter for letter in text if letter not in self._regular and _guess(letter)))


def _guess(letter: str) -> float:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf", "Cc") or "\ufe00" <= letter <= "\ufe0f":
        return 0.0
    if 0x1F000 <= ord(letter) < 0x1FC00:
        return _EMOJI
    if unicodedata.east_asian_width(letter) in ("W", "F"):
        return _WIDE
    return _UNKNOWN
