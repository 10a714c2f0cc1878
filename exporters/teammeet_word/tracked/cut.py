"""Fragments of a body taken apart: blocks, rows, cells, and the words of a paragraph.

The text in a fragment is escaped, so that a ``<`` is always one of a tag: what a tag means is found without a parser.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

PICTURE: Final = "<w:drawing"
TABLE: Final = "<w:tbl>"
_PROPERTIES: Final = re.compile(r"<w:p(?: [^>]*)?>(<w:pPr>.*?</w:pPr>)?(.*)</w:p>", re.DOTALL)
_STYLE: Final = re.compile(r'<w:pStyle w:val="([^"]*)"')
_STYLED: Final = '<w:p><w:pPr><w:pStyle w:val="'
_HEADING: Final = f"{_STYLED}Heading"
_HIGHEST: Final = (f'{_STYLED}PageHeading"', f'{_STYLED}Title"')
_RUN: Final = re.compile(r"<w:r>(<w:rPr>.*?</w:rPr>)?(.*)</w:r>", re.DOTALL)
_IN_RUN: Final = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:br/>|<w:tab/>|<[^>]*>")
_COLUMN: Final = re.compile(r'(?<=<w:gridCol )w:w="\d+"')
_CELL_WIDTH: Final = re.compile(r'(?<=<w:tcW )w:w="\d+"')
_TEXTS: Final = re.compile(">([^<]+)<")
_TOKEN: Final = re.compile(
    r"&[#\w]+;|\s+"
    r"|[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff][\ufe00-\ufe0f\U000e0100-\U000e01ef]*"  # written without spaces: a sign each
    r"|[.,;:!?()\"“”«»…]"
    r"|[^\s&.,;:!?()\"“”«»…\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+"
    r"|.",
    re.DOTALL,
)
"""A word with the marks that belong to its letters, a sign, or a space; an escaped sign stays whole."""


class Atom(NamedTuple):
    """The least that is struck out or put in: a word with its look; or, as ``whole``, a run that is no text."""

    look: str
    text: str
    whole: bool = False


class Paragraph(NamedTuple):
    """A paragraph: its properties (empty or a ``w:pPr``), and what stands in it, a run or another element each."""

    properties: str
    inside: tuple[str, ...]


class Grid(NamedTuple):
    """A table: what stands before its rows, and the rows."""

    head: str
    rows: tuple[str, ...]


class Strip(NamedTuple):
    """A row: its properties without their tags, and the cells."""

    properties: str
    cells: tuple[str, ...]


def blocks_of(body: str) -> tuple[str, ...]:
    """The paragraphs and tables of a body or of a cell; anything else between them is a block of its own."""
    return tuple(_elements(body, "p|tbl"))


def table_of(block: str) -> Grid:
    """A table taken apart."""
    inner = block.removeprefix(TABLE).removesuffix("</w:tbl>")
    head, *rows = _elements(inner, "tr")
    return Grid(head, tuple(rows))


def row_of(row: str) -> Strip:
    """A row taken apart."""
    inner = row.removeprefix("<w:tr>").removesuffix("</w:tr>")
    parts = list(_elements(inner, "tc"))
    properties = "" if parts[0].startswith("<w:tc>") else parts.pop(0)
    return Strip(properties.removeprefix("<w:trPr>").removesuffix("</w:trPr>"), tuple(parts))


def as_wide_as(head: str, row: str) -> str:
    """A row with the widths of the table that begins with ``head``: both are of one shape."""
    widths = iter(_COLUMN.findall(head))
    return _CELL_WIDTH.sub(lambda found: next(widths, found[0]), row)


def cell_of(cell: str) -> tuple[str, tuple[str, ...]]:
    """A cell: its properties, and its blocks."""
    inner = cell.removeprefix("<w:tc>").removesuffix("</w:tc>")
    properties, found, rest = inner.partition("</w:tcPr>")
    return (properties + found, blocks_of(rest)) if found else ("", blocks_of(inner))


def paragraph_of(block: str) -> Paragraph:
    """A paragraph taken apart."""
    found = _PROPERTIES.fullmatch(block)
    if found is None:
        return Paragraph("", ())
    return Paragraph(found[1] or "", tuple(_elements(found[2], "r")))


def atoms_of(inside: tuple[str, ...]) -> tuple[Atom, ...]:
    """The words of a paragraph, each with its look."""
    return tuple(atom for piece in inside for atom in _atoms(piece))


def is_paragraph(block: str) -> bool:
    """Whether a block is a paragraph."""
    return block.startswith(("<w:p>", "<w:p "))


def style_of(block: str) -> str:
    """The style of the first paragraph in a block; empty for the body's own."""
    found = _STYLE.search(block)
    return found[1] if found else ""


def level_of(block: str) -> int:
    """The level of a heading, 1 the highest; 0 for anything else."""
    if block.startswith(_HEADING):
        return int(block[len(_HEADING)])
    return 1 if block.startswith(_HIGHEST) else 0


def words_of(fragment: str) -> frozenset[str]:
    """The words in a fragment, whatever they look like."""
    return frozenset(" ".join(_TEXTS.findall(fragment)).split())


def _atoms(piece: str) -> Iterator[Atom]:
    run = _RUN.fullmatch(piece)
    parts = list(_IN_RUN.finditer(run[2])) if run else []
    if run is None or any(part[1] is None and part[0] not in ("<w:br/>", "<w:tab/>") for part in parts):
        yield Atom("", piece, whole=True)
        return
    look = run[1] or ""
    for part in parts:
        if part[1] is None:
            yield Atom(look, part[0])
        else:
            yield from (Atom(look, token) for token in _TOKEN.findall(part[1]))


def _elements(fragment: str, names: str) -> Iterator[str]:
    """The outermost elements of these names, with whatever lies between them."""
    depth = begin = end = 0
    for tag in _tags(names).finditer(fragment):
        if tag[1]:
            depth -= 1
        elif depth == 0:
            begin = tag.start()
        depth += not tag[1] and not tag[2]
        if depth == 0:
            if begin > end:
                yield fragment[end:begin]
            end = tag.end()
            yield fragment[begin:end]
    if end < len(fragment):
        yield fragment[end:]


@cache
def _tags(names: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?)w:(?:{names})(?=[ >/])[^>]*?(/?)>")
