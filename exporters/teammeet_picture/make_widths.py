"""Write ``fonts/widths.txt`` from the font files beside it: ``python -m teammeet_picture.make_widths`` (needs fontTools).

One line a font: its name, units per em, the width of a missing glyph, then runs ``first:width*count,width,…`` of the
advances of neighbouring code points (hexadecimal start), in font units. A test makes it again and compares.
"""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

FONTS: Final = Path(__file__).parent / "fonts"


def widths_line(font: Path) -> str:
    """The line of the width table for one font file."""
    from fontTools.ttLib import TTFont

    with TTFont(font, lazy=True) as opened:
        advances, units = opened["hmtx"].metrics, opened["head"].unitsPerEm
        by_point = {point: advances[glyph][0] for point, glyph in opened.getBestCmap().items()}
    runs = " ".join(f"{start:x}:{_packed(row)}" for start, row in _rows(by_point))
    return f"{font.stem} {units} {advances['.notdef'][0]} {runs}"


def _rows(by_point: dict[int, int]) -> Iterator[tuple[int, list[int]]]:
    points = sorted(by_point)
    for _, group in groupby(enumerate(points), key=lambda pair: pair[1] - pair[0]):
        row = [point for _, point in group]
        yield row[0], [by_point[point] for point in row]


def _packed(row: list[int]) -> str:
    parts = []
    for width, same in groupby(row):
        many = len(list(same))
        parts.append(f"{width}*{many}" if many > 1 else str(width))
    return ",".join(parts)


def table() -> str:
    """The whole width table."""
    return "".join(f"{widths_line(font)}\n" for font in sorted(FONTS.glob("*.ttf")))


if __name__ == "__main__":
    (FONTS / "widths.txt").write_text(table(), encoding="ascii")
