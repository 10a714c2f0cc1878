"""Fragments of a body taken apart: blocks, rows, cells, and the words of a paragraph.

The text in a fragment is escaped, so that a ``<`` is always one of a tag: what a tag means is found without a parser.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, repeat
from typing import Final, NamedTuple

PICTURE: Final = "<w:drawing"
TABLE: Final = "<w:tbl>"
_PROPERTIES: Final = re.compile(r"<w:p(?: [^>]*)?>(<w:pPr>.*?</w:pPr>)?(.*)</w:p>", re.DOTALL)
_STYLE: Final = re.compile(r'<w:pStyle w:val="([^"]*)"')
_STYLED: Final = '<w:p><w:pPr><w:pStyle w:val="'
_HEADING: Final = f"{_STYLED}Heading"
_HIGHEST: Final = (f'{_STYLED}PageHeading"', f'{_STYLED}Title"')
_BLOCK: Final = f'{_STYLED}BlockHeading"'
"""The heading of a need, of the second level."""
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


Atom = tuple[str, str]
"""The least that is struck out or put in: the look of a word and the word; or :data:`WHOLE` and a run that is no text."""
WHOLE: Final = "whole"


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
    return tuple(_elements(body, "p|tbl")) if TABLE in body else _each(body, "p")


def table_of(block: str) -> Grid:
    """A table taken apart."""
    inner = block.removeprefix(TABLE).removesuffix("</w:tbl>")
    begin = inner.find("<w:tr>")
    return Grid(inner[:begin], _each(inner[begin:], "tr"))


def row_of(row: str) -> Strip:
    """A row taken apart."""
    inner = row.removeprefix("<w:tr>").removesuffix("</w:tr>")
    properties, found, cells = inner.partition("</w:trPr>")
    return Strip(properties.removeprefix("<w:trPr>") if found else "", _each(cells if found else inner, "tc"))


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
    return Paragraph(found[1] or "", _each(found[2], "r") if found[2] else ())


def atoms_of(inside: tuple[str, ...]) -> tuple[Atom, ...]:
    """The words of a paragraph, each with its look."""
    return tuple(chain.from_iterable(map(_atoms, inside)))


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
    if block.startswith(_BLOCK):
        return 2
    return 1 if block.startswith(_HIGHEST) else 0


def words_of(fragment: str) -> frozenset[str]:
    """The words in a fragment, whatever they look like."""
    return frozenset(" ".join(_TEXTS.findall(fragment)).split())


def _atoms(piece: str) -> Iterable[Atom]:
    run = _RUN.fullmatch(piece)
    parts = list(_IN_RUN.finditer(run[2])) if run else []
    if run is None or any(part[1] is None and part[0] not in ("<w:br/>", "<w:tab/>") for part in parts):
        return ((WHOLE, piece),)
    said = [(part[0],) if part[1] is None else _TOKEN.findall(part[1]) for part in parts]
    return zip(repeat(run[1] or ""), chain.from_iterable(said))


def _each(fragment: str, name: str) -> tuple[str, ...]:
    """The outermost elements of that name, with whatever lies between them."""
    opening, closing = f"<w:{name}>", f"</w:{name}>"
    *pieces, rest = fragment.split(closing)
    if not rest and all(piece.rfind(opening) == 0 for piece in pieces):  # most fragments: one after the other
        return tuple([piece + closing for piece in pieces])
    return tuple(_elements(fragment, name))


def _elements(fragment: str, names: str) -> Iterator[str]:
    """The same for elements of several names (``p|tbl``)."""
    place, tags = 0, _tags(names)
    while (tag := tags.search(fragment, place)) is not None:
        if tag.start() > place:
            yield fragment[place : tag.start()]
        place = tag.end() if tag[2] else _end(fragment, tag.start(), tag[1])
        yield fragment[tag.start() : place]
    if place < len(fragment):
        yield fragment[place:]


def _end(fragment: str, begin: int, name: str) -> int:
    """Where the element of that name ends which begins there; others of its name may stand in it."""
    opening, closing = f"<w:{name}>", f"</w:{name}>"
    end, depth = begin + 1, 1
    while depth:
        seen, end = end, fragment.index(closing, end) + len(closing)
        depth += fragment.count(opening, seen, end) - 1
    return end


@cache
def _tags(names: str) -> re.Pattern[str]:
    return re.compile(rf"<w:({names})(?=[ >/])[^>]*?(/?)>")
