"""The width of text as it is drawn: by the shipped font, from a table made of its file, or by another for what that lacks."""

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Final, TypeVar

from teammeet_picture.letters import follows, one_sign, shaped
from teammeet_picture.truetype import Advances

FOLDER: Final = Path(__file__).parent / "fonts"
REGULAR: Final = FOLDER / "DejaVuSans.ttf"
BOLD: Final = FOLDER / "DejaVuSans-Bold.ttf"
FAMILY: Final = "DejaVu Sans"
_WIDE: Final = 1.0
_EMOJI: Final = 1.4
_UNKNOWN: Final = 0.8
"""Widths, in text sizes, of letters that no font at hand can draw: generous, so that whatever draws them fits."""


_Made = TypeVar("_Made")


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


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line that one font draws: the shipped one (``font`` is None), or one of those beside it."""

    text: str
    font: int | None = None


class FontMeasure:
    """Measures a line of text in points; ``chosen`` fonts, then ``found`` ones, draw what the shipped font cannot.

    ``lacking`` are the letters it has met that no font at hand has.

    Raises:
        ExportRefused: one of the fonts is not a font.
    """

    def __init__(self, chosen: tuple[Path, ...] = (), found: tuple[Path, ...] = ()) -> None:
        self.family, self.fonts = FAMILY, (*chosen, *found)
        self.lacking: set[str] = set()
        self._more = (*map(Advances, chosen), *(Advances(font, chosen=False) for font in found))
        self._regular, self._bold = _table()[REGULAR.stem], _table()[BOLD.stem]
        self._known: dict[tuple[str, bool], float] = {}

    def __call__(self, text: str, size: float, bold: bool = False) -> float:
        """The width of ``text`` at ``size``."""
        width = self._known.get((text, bold))
        if width is None:
            width = sum(self._width(piece, bold) for piece in self.pieces(text))
            self._known[text, bold] = width
        return width * size

    def missing(self, text: str) -> tuple[str, ...]:
        """The letters of ``text`` that no font at hand can draw, each once."""
        return tuple(dict.fromkeys(letter for letter in text if not self._drawn(letter) and _guess(letter)))

    def pieces(self, text: str) -> tuple[Piece, ...]:
        """``text`` cut where another font takes over.

        Accents and joiners stay with their letter, and what stands between two words of one font is of that font too, if it
        has it: letters that join are drawn rightly only where one font has the whole piece.
        """
        if not self._more or all(self._regular[letter] is not None for letter in text):
            return (Piece(text),)
        fonts = self._settled(text, [self._font_of(letter) for letter in text])
        cut = groupby(zip(fonts, text, strict=True), key=lambda pair: pair[0])
        return tuple(Piece("".join(letter for _, letter in group), font) for font, group in cut)

    def height(self, piece: Piece) -> tuple[float, float]:
        """How far a piece of letters that join reaches above its baseline and below it, in text sizes."""
        from teammeet_picture.as_drawn import drawn_height  # most maps are drawn without it

        fonts = self.fonts if piece.font is None else (self.fonts[piece.font],)
        return drawn_height(piece.text, self(piece.text, 1), (REGULAR, *fonts), self.family)

    def _settled(self, text: str, fonts: list[int | None]) -> list[int | None]:
        last, since = None, 0
        for number, letter in enumerate(text):
            font = fonts[number]
            if last is None:
                last, since = font, number
            elif font == last:
                between = text[since + 1 : number]
                if not any(map(str.isalpha, between)) and all(self._more[last][one] is not None for one in between):
                    fonts[since:number] = [last] * (number - since)
                since = number
            elif since == number - 1 and follows(letter) and (self._more[last][letter] is not None or not _guess(letter)):
                fonts[number], since = last, number
            elif font is not None:
                last, since = font, number
        return fonts

    def _font_of(self, letter: str) -> int | None:
        if self._regular[letter] is not None:
            return None
        return next((number for number, font in enumerate(self._more) if font[letter] is not None), None)

    def _width(self, piece: Piece, bold: bool) -> float:
        if piece.font is not None:
            return self._elsewhere_width(piece.text, piece.font)
        table = self._bold if bold else self._regular
        width = 0.0
        for letter in piece.text:
            advance = table[letter]
            width += self._elsewhere(letter) if advance is None else advance
        return width

    def _elsewhere_width(self, text: str, number: int) -> float:
        """The width of a piece that one of the other fonts draws; those have one weight here."""
        font = self._more[number]
        wide = sum(_guess(letter) if (advance := font[letter]) is None else advance for letter in text)
        if not (shaped(text) or one_sign(text)):
            return wide
        from teammeet_picture.as_drawn import drawn_width  # most maps are drawn without it

        return drawn_width(text, wide, (REGULAR, self.fonts[number]), self.family)

    def _drawn(self, letter: str) -> bool:
        return self._regular[letter] is not None or self._font_of(letter) is not None

    def _elsewhere(self, letter: str) -> float:
        """The width of a letter that the shipped font does not have in this weight."""
        wide = _guess(letter)
        if not self._drawn(letter) and (wide or unicodedata.category(letter) in ("Mn", "Me")):
            self.lacking.add(letter)
        return wide


def measured(make: Callable[[FontMeasure], _Made], fonts: tuple[Path, ...] = ()) -> tuple[_Made, FontMeasure]:
    """What ``make`` makes, and the measure that it was made with.

    Where it holds letters that neither the shipped font nor ``fonts`` have, it is made again with installed fonts that do.

    Raises:
        ExportRefused: one of ``fonts`` is not a font.
    """
    measure = FontMeasure(fonts)
    made = make(measure)
    if measure.lacking:
        from teammeet_picture.installed_fonts import fonts_for  # most maps are drawn without it

        if found := fonts_for("".join(measure.lacking)):
            measure = FontMeasure(fonts, found)
            made = make(measure)
    return made, measure


def _guess(letter: str) -> float:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf", "Cc") or "\ufe00" <= letter <= "\ufe0f":
        return 0.0
    if 0x1F000 <= ord(letter) < 0x1FC00:
        return _EMOJI
    if unicodedata.east_asian_width(letter) in ("W", "F"):
        return _WIDE
    return _UNKNOWN
