"""Pieces of WordprocessingML (ECMA-376 part 1) as strings: runs, paragraphs, tables, the picture.

Text is put in as text only: there is no way for it to become a field, a link or an element.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, repeat
from typing import Final

from teammeet_word.scripts import Script, is_mixed, is_right_to_left, language_of, pieces

_MEANS_SOMETHING: Final = re.compile('[&<>"\n]')


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one look (the id of a character style) in one language; empty means the paragraph's, the document's."""

    text: str
    look: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """What Word computes, such as ``PAGE``; for the footer only, never made of what people said."""

    instruction: str
    shown: str = "1"


Inline = str | Span | Field
Line = Inline | Sequence[Inline]
"""What stands in one paragraph."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A line that is an entry of a list, in the cell of a table."""

    line: Line


Cell = Sequence[Line | Listed]
"""The paragraphs of a cell: the first stands out, the others are notes to it."""
Row = Sequence[Cell]

TAB: Final = Span("\t")


def paragraph(line: Line, style: str = "", *, keep_next: bool = False, right_tab: int = 0) -> str:
    """One paragraph. Its direction is that of its first letter; ``keep_next`` holds it on the page of what follows.

    ``right_tab`` is where a tab ends, in twentieths of a point.
    """
    if isinstance(line, str) and line.isascii():  # most of a document: nothing to mark
        return f"<w:p>{_properties(style, keep_next, right_tab, False)}{_run(line) if line else ''}</w:p>"
    parts: Sequence[Inline] = (line,) if isinstance(line, (str, Span, Field)) else line
    right_to_left = _from_the_right(parts)
    runs = "".join([_runs(part, right_to_left) for part in parts])
    return f"<w:p>{_properties(style, keep_next, right_tab, right_to_left)}{runs}</w:p>"


def escaped(text: str) -> str:
    """``text`` as character data or as the value of an attribute."""
    if not _MEANS_SOMETHING.search(text):
        return text
    named = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return named.replace('"', "&quot;").replace("\n", "&#10;")


def stays_with_next(number: int, of: int) -> bool:
    """Whether the line or row of that number stays with the one after it, so that none stands alone at the edge of a page."""
    return number < of and number in (1, of - 1)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, and its share of the table's width."""

    heading: str
    share: float


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row. Each cell is the lines in it: the first stands out, the others are notes to it.

    ``caption`` and ``description`` are read aloud by screen readers. ``row_height`` is the least height in twentieths of
    a point: for signatures.
    """

    caption: str
    description: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    style: str = "PlanTable"
    row_height: int = 0


def table(plan: Table, width: int) -> str:
    """The table, ``width`` twentieths of a point wide.

    No row breaks over pages, none stands alone before or after the end of a page, and the header comes back on each.
    """
    whole = sum(column.share for column in plan.columns)
    widths = [int(width * column.share / whole) for column in plan.columns]
    widths[-1] += width - sum(widths)
    rows = "".join(
        _row(cells, widths, plan.row_height, keep_next=stays_with_next(number, len(plan.rows)))
        for number, cells in enumerate(plan.rows, start=1)
    )
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{plan.style}"/><w:tblW w:w="{width}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escaped(plan.caption)}"/><w:tblDescription w:val="{escaped(plan.description)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        f"{_header_row(plan.columns, widths)}{rows}</w:tbl>"
    )


def picture(relation: str, name: str, alternative: str, width: int, height: int) -> str:
    """A paragraph with a picture in the line; ``width`` and ``height`` are in English metric units (914,400 an inch)."""
    said = escaped(alternative)
    return (
        '<w:p><w:pPr><w:pStyle w:val="Picture"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="1" name="{escaped(name)}" descr="{said}"/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="1" name="{escaped(name)}" descr="{said}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )


def _header_row(columns: Iterable[Column], widths: Sequence[int]) -> str:
    cells = zip(columns, widths, strict=True)
    made = "".join(_cell(paragraph(column.heading, "TableHeading"), width) for column, width in cells)
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{made}</w:tr>"


def _row(cells: Row, widths: Sequence[int], height: int, keep_next: bool) -> str:
    made = "".join(_cell(_lines(lines, keep_next), width) for lines, width in zip(cells, widths, strict=True))
    tall = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{tall}</w:trPr>{made}</w:tr>"


def _lines(lines: Cell, keep_next: bool) -> str:
    """The paragraphs of a cell; an empty one holds the one paragraph that Word asks for."""
    if len(lines) == 1 and not isinstance(lines[0], Listed):
        return paragraph(lines[0], "TableText", keep_next=keep_next)
    styles = chain(("TableText",), repeat("TableNote"))
    return "".join([_cell_line(line, style, keep_next) for line, style in zip(lines or ("",), styles, strict=False)])


def _cell_line(line: Line | Listed, style: str, keep_next: bool) -> str:
    if isinstance(line, Listed):
        return paragraph(line.line, "TableBullet", keep_next=keep_next)
    return paragraph(line, style, keep_next=keep_next)


def _cell(content: str, width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


@lru_cache(maxsize=512)
def _properties(style: str, keep_next: bool, right_tab: int, right_to_left: bool) -> str:
    properties = (
        (f'<w:pStyle w:val="{style}"/>' if style else "")
        + ("<w:keepNext/>" if keep_next else "")
        + (f'<w:tabs><w:tab w:val="right" w:pos="{right_tab}"/></w:tabs>' if right_tab else "")
        + ("<w:bidi/>" if right_to_left else "")
    )
    return f"<w:pPr>{properties}</w:pPr>" if properties else ""


def _from_the_right(parts: Sequence[Inline]) -> bool:
    texts = [part if isinstance(part, str) else part.text for part in parts if not isinstance(part, Field)]
    return is_right_to_left("".join(texts))


def _runs(part: Inline, right_to_left: bool) -> str:
    if isinstance(part, str):
        return _said(part, "", "", right_to_left)
    if isinstance(part, Field):
        return f'<w:fldSimple w:instr=" {part.instruction} "><w:r><w:t>{part.shown}</w:t></w:r></w:fldSimple>'
    return _said(part.text, f'<w:rStyle w:val="{part.look}"/>' if part.look else "", part.language, right_to_left)


def _said(said: str, look: str, language: str, right_to_left: bool) -> str:
    if not said:
        return ""
    if not language and not is_mixed(said):
        return _run(said, look)
    made: list[str] = []
    for text, script in pieces(said, right_to_left):
        made.append(_run(text, look + _script_marks(script, language_of(text, script, language))))
    return "".join(made)


def _run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{_text(text)}</w:r>" if properties else f"<w:r>{_text(text)}</w:r>"


def _script_marks(script: Script, language: str) -> str:
    if script == "right_to_left":
        return f'<w:rtl/><w:lang w:bidi="{language}"/>'
    if script == "east_asian":
        return f'<w:rFonts w:hint="eastAsia"/><w:lang w:eastAsia="{language}"/>'
    return f'<w:lang w:val="{language}"/>' if language else ""


def _text(text: str) -> str:
    if text == "\t":
        return "<w:tab/>"
    if not _MEANS_SOMETHING.search(text):
        return f'<w:t xml:space="preserve">{text}</w:t>'
    return "<w:br/>".join([f'<w:t xml:space="preserve">{escaped(part)}</w:t>' for part in text.split("\n")])
