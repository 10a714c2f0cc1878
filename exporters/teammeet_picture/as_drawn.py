"""How wide and how high letters that join come out: they are drawn, and what is seen is measured.

The advances of such letters say too little: a consonant may take another form, a vowel sign without a letter gets a circle to
stand on, two letters become one flag. What is drawn here is drawn the same way in the picture.
"""

import struct
import zlib
from collections.abc import Iterator, Sequence
from html import escape
from math import ceil
from pathlib import Path
from typing import Final

_SIZE: Final = 24
"""Pixels for a text size."""
_HIGH: Final = 8.0
"""Room for the highest stack of signs, in text sizes."""
_MOST: Final = 1.5
"""No letter is wider than its advance and this, in text sizes: the circle that a sign stands on is 0.6."""
_APART: Final = 0.1
"""What stays free, half at each end, in text sizes: the white that a letter has beside it, and what a pixel hides."""


def drawn_width(text: str, advance: float, fonts: Sequence[Path], family: str) -> float:
    """How much room ``text`` takes, in text sizes, where its middle is put in the middle of that room.

    ``advance`` is the sum of its letters' advances. Nothing to be seen takes that.
    """
    # from above to below and from below to above: the first row in which anything is seen is at the end that is farther out
    far = _farthest(text, ("rotate(90)", "rotate(-90)"), _HIGH, advance + _MOST * (len(text) + 1), fonts, family)
    return advance if far is None else 2 * far + _APART


def drawn_height(text: str, room: float, fonts: Sequence[Path], family: str) -> tuple[float, float]:
    """How far ``text`` reaches above its baseline and below it, in text sizes; ``room`` is the width that it takes."""
    above, below = (_farthest(text, (way,), room, _HIGH, fonts, family) or 0.0 for way in ("scale(1)", "scale(1 -1)"))
    return above + _APART / 2, below + _APART / 2


def _farthest(
    text: str, ways: Sequence[str], wide: float, high: float, fonts: Sequence[Path], family: str
) -> float | None:  # fmt: skip
    """How far above the middle of a page anything is seen, in text sizes, of the text put there in some ways."""
    import resvg_py

    across, down = ceil(wide * _SIZE), 2 * ceil(high * _SIZE / 2)
    drawn = "".join(f'<text transform="translate({across / 2} {down / 2}) {way}">{escape(text)}</text>' for way in ways)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{across}" height="{down}" font-family="{escape(family)}" '
        f'font-size="{_SIZE}" text-anchor="middle">{drawn}</svg>'
    )
    made = resvg_py.svg_to_bytes(
        svg_string=svg, dpi=96, font_files=[str(font) for font in fonts], skip_system_fonts=True, font_family=family
    )
    first = next((number for number, row in enumerate(_rows(bytes(made))) if any(row)), None)
    return None if first is None else (down / 2 - first) / _SIZE


def _rows(png: bytes) -> Iterator[bytes]:
    """The rows of pixels as they are stored: as the difference to what is before. Down to the first that is seen all are zeros.

    (PNG specification, filtering: before each row stands a byte for how the difference was made.)
    """
    wide, _, depth, colour = struct.unpack_from(">IIBB", png, 16)
    length = wide * depth // 8 * {0: 1, 2: 3, 4: 2, 6: 4}[colour] + 1
    data = zlib.decompress(b"".join(_image_data(png)))
    for start in range(0, len(data), length):
        yield data[start + 1 : start + length]


def _image_data(png: bytes) -> Iterator[bytes]:
    place = 8
    while place < len(png):
        size, kind = struct.unpack_from(">I4s", png, place)
        if kind == b"IDAT":
            yield png[place + 8 : place + 8 + size]
        place += 12 + size
