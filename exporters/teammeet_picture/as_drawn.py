"""How wide letters that join come out: they are drawn, and what is seen is measured.

The advances of such letters say too little: a consonant may take another form, a vowel sign without a letter gets a circle to
stand on, two letters become one flag. What is drawn here is drawn the same way in the picture.
"""

import struct
import zlib
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Final

_SIZE: Final = 24
"""Pixels for a text size."""
_HIGH: Final = 8 * _SIZE
"""Room for the highest stack of signs."""
_MOST: Final = 1.5
"""No letter is wider than its advance and this, in text sizes: the circle that a sign stands on is 0.6."""
_APART: Final = 0.1
"""What stays free beside it, in text sizes: the white that a letter has beside it, and what a pixel hides."""


def drawn_width(text: str, advance: float, fonts: Sequence[Path], family: str) -> float:
    """How much room ``text`` takes, in text sizes, where its middle is put in the middle of that room.

    ``advance`` is the sum of its letters' advances. Nothing to be seen takes that.
    """
    import resvg_py

    long = round((advance + _MOST * (len(text) + 1)) * _SIZE)
    # from above to below and from below to above: the first row in which anything is seen is at the end that is farther out
    ways = "".join(
        f'<text transform="translate({_HIGH / 2} {long / 2}) rotate({way})">{escape(text)}</text>' for way in (90, -90)
    )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_HIGH}" height="{long}" font-family="{escape(family)}" '
        f'font-size="{_SIZE}" text-anchor="middle">{ways}</svg>'
    )
    made = resvg_py.svg_to_bytes(
        svg_string=svg, dpi=96, font_files=[str(font) for font in fonts], skip_system_fonts=True, font_family=family
    )
    first = next((number for number, row in enumerate(_rows(bytes(made))) if any(row)), None)
    return advance if first is None else (long - 2 * first) / _SIZE + _APART


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
