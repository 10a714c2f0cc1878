"""Small fonts made for a test: every letter a black square of its own width, or nothing at all."""

from collections.abc import Mapping
from pathlib import Path

import pytest

UNITS = 1000


def make_font(
    path: Path, widths: Mapping[str, int], *, outlines: str = "glyf", blank: bool = False, named_for_printers: bool = True
) -> Path:
    """Write a font with these letters, ``widths`` in thousandths of the text's size; ``outlines`` are ``glyf`` or ``CFF``."""
    builder_of = pytest.importorskip("fontTools.fontBuilder", reason="small fonts are made with fontTools").FontBuilder
    named = {".notdef": 500, **{f"u{ord(letter):X}": width for letter, width in widths.items()}}
    builder = builder_of(UNITS, isTTF=outlines == "glyf")
    builder.setupGlyphOrder(list(named))
    builder.setupCharacterMap({ord(letter): f"u{ord(letter):X}" for letter in widths})
    if outlines == "glyf":
        builder.setupGlyf({glyph: square(width, blank) for glyph, width in named.items()})
    else:
        builder.setupCFF(path.stem, {}, {glyph: square_of_curves(width, blank) for glyph, width in named.items()}, {})
    builder.setupHorizontalMetrics({glyph: (width, 0) for glyph, width in named.items()})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    for_printers = {"psName": path.stem} if named_for_printers else {}
    builder.setupNameTable({"familyName": path.stem, "styleName": "Regular", **for_printers})
    builder.setupOS2()
    builder.setupPost()
    path.parent.mkdir(parents=True, exist_ok=True)
    builder.save(path)
    return path


def square(width: int, blank: bool) -> object:
    """A glyph with straight sides."""
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    pen = TTGlyphPen(None)
    draw_square(pen, width, blank)
    return pen.glyph()


def square_of_curves(width: int, blank: bool) -> object:
    """The same for a font of the other sort."""
    from fontTools.pens.t2CharStringPen import T2CharStringPen

    pen = T2CharStringPen(width, None)
    draw_square(pen, width, blank)
    return pen.getCharString()


def draw_square(pen: object, width: int, blank: bool) -> None:
    """From the baseline up, over all of the width."""
    if not blank:
        move, line, close = (getattr(pen, name) for name in ("moveTo", "lineTo", "closePath"))
        move((0, 0))
        for corner in ((0, 700), (width, 700), (width, 0)):
            line(corner)
        close()


def make_collection(path: Path, fonts: list[Path]) -> Path:
    """Put fonts into one file."""
    from fontTools.ttLib import TTCollection, TTFont

    collection = TTCollection()
    collection.fonts = [TTFont(font) for font in fonts]
    collection.save(path)
    return path
