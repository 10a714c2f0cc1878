"""Tables as strings of WordprocessingML: one header row, no row broken over pages, columns as wide as their words need."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, repeat
from typing import Final

from teammeet_word.direction import from_the_right
from teammeet_word.markup import (
    Cell,
    Column,
    Field,
    Line,
    Listed,
    Row,
    Span,
    Table,
    escaped,
    paragraph,
    parts_of,
    stays_with_next,
)
from teammeet_word.widths import widths_of

_FIRST, _OTHER = 2, 4
"""A first row of so many paragraphs may stand alone, under the header, at the end of a page; and another one on the next."""
_ONE_LINE: Final = 44
"""So many letters, with what names them, stand in one line of large print."""


def table(plan: Table, width: int, texts: Sequence[Sequence[str]] | None = None) -> str:
    """The table, ``width`` twentieths of a point wide; ``texts`` are :func:`texts_in` where they are known already.

    No row breaks over pages, none that is low stands alone before or after the end of a page, and the header comes back
    on each.
    """
    widths = widths_of(plan.columns, texts_in(plan) if texts is None else texts, width, plan.letter)
    rows = "".join(
        _row(cells, widths, plan.row_height, keep_next=_stays_with_next(number, plan.rows))
        for number, cells in enumerate(plan.rows, start=1)
    )
    return _around(plan, widths, rows)


def table_of_blocks(plan: Table, rows: Sequence[Sequence[str]], width: int) -> str:
    """A table whose cells hold finished paragraphs; ``plan`` says the rest."""
    widths = widths_of(plan.columns, [()] * len(plan.columns), width)
    made = ("".join(_cell(content, column) for content, column in zip(row, widths, strict=True)) for row in rows)
    return _around(plan, widths, "".join(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{row}</w:tr>" for row in made))


def _stays_with_next(number: int, rows: Sequence[Row]) -> bool:
    """Whether the row of that number stays with the next one, so that what stands alone is never a line or two."""
    if not stays_with_next(number, len(rows)):
        return False
    alone_at_the_end = number == 1 and _paragraphs(rows[0]) < _FIRST
    alone_on_the_next = number == len(rows) - 1 and _paragraphs(rows[-1]) < _OTHER
    return alone_at_the_end or alone_on_the_next


def _paragraphs(row: Row) -> int:
    return max(map(len, row), default=0)


def texts_in(plan: Table) -> list[list[str]]:
    """The texts in each column, the heading not among them."""
    texts: list[list[str]] = [[] for _ in plan.columns]
    for row in plan.rows:
        for held, cell in zip(texts, row, strict=True):
            for line in cell:
                if isinstance(line, str):
                    held.append(line)
                elif isinstance(line, Span):
                    held.append(line.text)
                else:
                    held += texts_of(line)
    return texts


def texts_of(line: Line | Listed) -> Iterator[str]:
    """The texts of one line."""
    said = line.line if isinstance(line, Listed) else line
    parts = (said,) if isinstance(said, str) or not isinstance(said, Sequence) else said
    yield from (part if isinstance(part, str) else part.text for part in parts if not isinstance(part, Field))


def _around(plan: Table, widths: Sequence[int], rows: str) -> str:
    """The table around its finished rows."""
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    direction = "<w:bidiVisual/>" if from_the_right() else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{plan.style}"/>{direction}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escaped(plan.caption)}"/><w:tblDescription w:val="{escaped(plan.description)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        f"{_header_row(plan.columns, widths)}{rows}</w:tbl>"
    )


def _header_row(columns: Sequence[Column], widths: Sequence[int]) -> str:
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


def stacked(plan: Table) -> Table:
    """The same table for columns that would be too narrow: one column, in which each row tells its cells line by line.

    Each cell after the first begins with the heading of its column.
    """
    rows = [[_one_below_the_other(plan.columns, row)] for row in plan.rows]
    return replace(plan, columns=(Column(plan.columns[0].heading, 1),), rows=rows)


def _one_below_the_other(columns: Sequence[Column], row: Row) -> Cell:
    return [
        line for number, (column, cell) in enumerate(zip(columns, row, strict=True)) for line in _labelled(column, cell, number)
    ]


def _labelled(column: Column, cell: Cell, number: int) -> Iterator[Line | Listed]:
    """The lines of a cell, the first with the heading of its column before it."""
    if number == 0:
        yield from cell
        return
    label = Span(f"{column.heading}: ", "Label")
    first, *others = cell or ("",)
    if first == "" and not others:
        return
    if isinstance(first, Listed):
        yield (label,)
        yield from (first, *others)
        return
    yield from _run_on([(label, *parts_of(first)), *others])


def _run_on(lines: Sequence[Line | Listed]) -> Iterator[Line | Listed]:
    """The lines of a cell in one, if that is short enough: a word such as *agreed* takes no line of its own."""
    told = [line for line in lines if not isinstance(line, Listed)]
    letters = sum(len(text) for line in told for text in texts_of(line))
    if len(told) < len(lines) or letters > _ONE_LINE:
        yield from lines
        return
    first, *others = told
    yield (*parts_of(first), *chain.from_iterable((" · ", *parts_of(line)) for line in others))
