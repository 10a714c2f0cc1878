"""Rules of what the eye meets: colours that stand out from their ground, letters that are large enough."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from teammeet_word.accessibility.document import Checked, Place, W, cell_of, rows_of, text_of

if TYPE_CHECKING:
    from lxml import etree

LEAST_CONTRAST: Final = 4.5
"""WCAG 2.2, 1.4.3."""
LEAST_SIZE: Final = 19
"""In half points: 9.5 pt, for the footer; the text itself has 12."""
TEXT_SIZE: Final = 24
_HEX: Final = re.compile(r"[0-9A-Fa-f]{6}")


def colours_can_be_read(document: Checked) -> Iterator[Place]:
    """Words that hardly stand out from what is behind them. A colour of the theme is not looked at."""
    told: set[tuple[str, str]] = set()
    for root in document.shown:
        for run in root.iter(f"{W}r"):
            paragraph = next(run.iterancestors(f"{W}p"), None)
            if paragraph is None or not text_of(run).strip():
                continue
            colour, ground = _colour(document, run, paragraph), _ground(document, run, paragraph)
            if (colour, ground) not in told and contrast(colour, ground) < LEAST_CONTRAST:
                told.add((colour, ground))
                yield Place(f"{colour} on {ground}", run)


def letters_are_large_enough(document: Checked) -> Iterator[Place]:
    """Letters smaller than everybody can read."""
    default = document.styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz")
    plain = document.inherited(document.plain, f"{W}rPr/{W}sz")
    if _size(plain if plain is not None else default) < TEXT_SIZE:
        yield Place("the text")
    for root in (document.styles, *document.shown):
        for size in root.iter(f"{W}sz"):
            if _size(size) < LEAST_SIZE:
                yield Place(f"{_size(size)} half points", None if root is document.styles else size)


def contrast(colour: str, ground: str) -> float:
    """How well two colours are told apart (WCAG 2.2, contrast ratio)."""
    light, dark = sorted((_luminance(colour), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _size(size: "etree._Element | None") -> int:
    said = size.get(f"{W}val", "0") if size is not None else "20"
    return int(said) if said.isdecimal() else 0


def _colour(document: Checked, run: "etree._Element", paragraph: "etree._Element") -> str:
    """The colour of a run: its own, else of its style, of its paragraph's style, of its row by the table's style."""
    own = run.find(f"{W}rPr/{W}color")
    named = run.find(f"{W}rPr/{W}rStyle")
    if own is None and named is not None:
        own = document.inherited(named.get(f"{W}val", ""), f"{W}rPr/{W}color")
    if own is None:
        own = document.inherited(document.style_of(paragraph), f"{W}rPr/{W}color")
    if own is None:
        own = _of_the_row(document, paragraph, f"{W}rPr/{W}color")
    said = own.get(f"{W}val", "") if own is not None else ""
    if _HEX.fullmatch(said):
        return said
    ground = _ground(document, run, paragraph)
    return "FFFFFF" if contrast("FFFFFF", ground) > contrast("000000", ground) else "000000"


def _ground(document: Checked, run: "etree._Element", paragraph: "etree._Element") -> str:
    """What is behind a run: its own shade, else its paragraph's, its cell's, its row's by the table's style, the paper."""
    cell = cell_of(paragraph)
    shades = (
        run.find(f"{W}rPr/{W}shd"),
        paragraph.find(f"{W}pPr/{W}shd"),
        document.inherited(document.style_of(paragraph), f"{W}pPr/{W}shd"),
        cell.find(f"{W}tcPr/{W}shd") if cell is not None else None,
        _of_the_row(document, paragraph, f"{W}tcPr/{W}shd"),
    )
    for shade in shades:
        fill = shade.get(f"{W}fill", "") if shade is not None else ""
        if _HEX.fullmatch(fill):
            return fill
    return "FFFFFF"


def _of_the_row(document: Checked, paragraph: "etree._Element", path: str) -> "etree._Element | None":
    """What the style of a table says of its first row, where the paragraph stands in that."""
    table = next(paragraph.iterancestors(f"{W}tbl"), None)
    named = table.find(f"{W}tblPr/{W}tblStyle") if table is not None else None
    style = document.style(named.get(f"{W}val", "")) if named is not None else None
    row = next(paragraph.iterancestors(f"{W}tr"), None)
    if style is None or table is None or next(rows_of(table), None) is not row:
        return None
    return style.find(f"{W}tblStylePr[@{W}type='firstRow']/{path}")
