"""Two languages side by side: one plan told in two languages, each line beside the same line in the other language.

Both are fragments that the same sections wrote on two sheets of one view, so that they have the same order. Headings and
tables stand once, with both languages in each; what is told in between stands in two columns, row by row.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from teammeet_word.direction import from_the_right
from teammeet_word.headings import LEVELS
from teammeet_word.markup import Column, Table, paragraph
from teammeet_word.tables import table_of_blocks
from teammeet_word.tracked.cut import PICTURE, TABLE, blocks_of, cell_of, row_of, style_of, table_of

_TITLES: Final = frozenset({"DocumentKind", "Title", "Subtitle"})
_LONGEST_IN_ONE_LINE: Final = 46
"""Longer headings stand one under the other, in characters."""
_TAG: Final = re.compile("<[^>]*>|[\u200e\u200f]")
"""What is not said: tags, and the marks around words of another direction."""
_PROPERTIES: Final = re.compile(r"(<w:p>(?:<w:pPr>.*?</w:pPr>)?)(.*)(</w:p>)", re.DOTALL)
_RUN: Final = re.compile(r"<w:r>(?:<w:rPr>(.*?)</w:rPr>)?(?!<w:drawing)")
_STYLE: Final = re.compile("(<w:tblStyle [^>]*/>)")
_HEADER: Final = re.compile(r'<w:tbl(Caption|Description) w:val="([^"]*)"/>')

Pair = tuple[str, str]
"""A block in the first language, and the same in the second; empty where one has no more."""


@dataclass(frozen=True, slots=True)
class Languages:
    """The two languages: what each is called by those who speak it, the tag of the second, the width of the text.

    ``apart`` is the heading under which each language tells what is not in the other, one after the other.
    """

    names: tuple[str, str]
    second: str
    width: int
    apart: str


def side_by_side(first: str, second: str, languages: Languages) -> str:
    """The body that tells both; ``first`` and ``second`` are the bodies in either language."""
    second = in_language(second, languages.second)
    made: list[str] = []
    for left, right in zip_longest(_groups(first), _groups(second), fillvalue=()):
        made += _group(left, right, languages)
    return "".join(made)


def both(first: str, second: str, language: str) -> str:
    """One paragraph that says something in two languages: the footer."""
    return _in_one(first, in_language(second, language))


def in_language(fragment: str, language: str) -> str:
    """A fragment whose runs say that they are in ``language``, where they say none."""
    return _RUN.sub(lambda run: f"<w:r><w:rPr>{_tagged(run[1] or '', language)}</w:rPr>", fragment)


def _tagged(properties: str, language: str) -> str:
    return properties if "<w:lang " in properties else f'{properties}<w:lang w:val="{language}"/>'


def _groups(body: str) -> Iterator[tuple[str, ...]]:
    """The blocks of a body, each heading with what follows it."""
    group: list[str] = []
    for block in blocks_of(body):
        if style_of(block) in LEVELS and not block.startswith(TABLE) and group:
            yield tuple(group)
            group = []
        group.append(block)
    if group:
        yield tuple(group)


def _group(left: Sequence[str], right: Sequence[str], languages: Languages) -> Iterator[str]:
    """A heading and what stands under it."""
    about = ""
    while left and right and not left[0].startswith(TABLE) and (style := style_of(left[0])) in _TITLES | LEVELS.keys():
        about = _said(left[0]) if style != "Subtitle" else about
        yield _in_one(left[0], right[0])
        left, right = left[1:], right[1:]
    if about == languages.apart:
        yield from (*left, *map(_as_the_page_runs, right))
        return
    pairs = _paired(left, right)
    told: list[Pair] = []
    for number, pair in enumerate(pairs):
        if _stands_alone(pairs, number):
            yield _columns(told, about, languages)
            told = []
            yield _one_or_both(pair, languages)
        else:
            told.append(pair)
    yield _columns(told, about, languages)


def _as_the_page_runs(block: str) -> str:
    """A block whose table begins at the side at which the page begins, whatever its language."""
    block = block.replace("<w:bidiVisual/>", "")
    return _STYLE.sub(r"\1<w:bidiVisual/>", block) if from_the_right() else block


def _paired(left: Sequence[str], right: Sequence[str]) -> list[Pair]:
    """Block beside block; where one language needs more blocks than the other, all of both beside each other."""
    if [block.startswith(TABLE) for block in left] == [block.startswith(TABLE) for block in right]:
        return list(zip(left, right, strict=True))
    if any(block.startswith(TABLE) for block in (*left, *right)):
        return list(zip_longest(left, right, fillvalue=""))
    return [("".join(left), "".join(right))]


def _stands_alone(pairs: Sequence[Pair], number: int) -> bool:
    """Whether a pair takes the whole width: tables, pictures, and the line beside a table, for two tables never touch.

    So does a group in which both languages say the same.
    """
    near = pairs[max(0, number - 1) : number + 2]
    if any(block.startswith(TABLE) or PICTURE in block for pair in near for block in pair):
        return True
    return all(_said(one) == _said(other) for one, other in pairs)


def _one_or_both(pair: Pair, languages: Languages) -> str:
    one, other = pair
    if one.startswith(TABLE) and other.startswith(TABLE):
        return _both_tables(one, other) if _shape(one) == _shape(other) else _one_after_the_other(one, other, languages)
    return one if PICTURE in one or not other or _said(one) == _said(other) else one + other


def _columns(pairs: Sequence[Pair], about: str, languages: Languages) -> str:
    """The pairs in two columns; nothing without any."""
    if not pairs:
        return ""
    columns = tuple(Column(name, 1) for name in languages.names)
    caption = about or " · ".join(languages.names)
    described = Table(caption, " · ".join(languages.names), columns, [], style="BesideTable")
    return table_of_blocks(described, [tuple(map(_in_a_cell, pair)) for pair in pairs], languages.width)


def _in_a_cell(block: str) -> str:
    """A block free to stand on another page than the next: rows stay whole, and the first stays with its heading."""
    return block.replace("<w:keepNext/>", "") or "<w:p/>"


def _in_one(one: str, other: str) -> str:
    """Both in one paragraph: in one line if there is room, else the second under the first; once if they are the same."""
    if _said(one) == _said(other):
        return one
    first, second = _PROPERTIES.fullmatch(one), _PROPERTIES.fullmatch(other)
    if first is None or second is None:
        return one + other
    short = len(_said(one)) + len(_said(other)) < _LONGEST_IN_ONE_LINE
    between = '<w:r><w:t xml:space="preserve"> · </w:t></w:r>' if short else "<w:r><w:br/></w:r>"
    return f"{first[1]}{first[2]}{between}{second[2]}{first[3]}"


def _shape(block: str) -> list[int]:
    """How many cells each row of a table has."""
    return [len(row_of(row).cells) for row in table_of(block).rows]


def _one_after_the_other(one: str, other: str, languages: Languages) -> str:
    """Two tables that cannot be one: words that are too long for its columns in one language only stack it in that one."""
    name = in_language(paragraph(languages.names[1], "Quiet", keep_next=True), languages.second)
    return f"{one}{name}{_as_the_page_runs(other)}"


def _both_tables(one: str, other: str) -> str:
    """A table with both languages in each cell; what is the same stands once."""
    first, second = table_of(one), table_of(other)
    rows = [_both_rows(*pair) for pair in zip(first.rows, second.rows, strict=True)]
    captions = dict(_HEADER.findall(second.head))
    head = _HEADER.sub(lambda found: _both_said(found, captions.get(found[1], "")), first.head)
    return f"<w:tbl>{head}{''.join(rows)}</w:tbl>"


def _both_said(found: re.Match[str], other: str) -> str:
    said = found[2] if not other or other == found[2] else f"{found[2]} · {other}"
    return f'<w:tbl{found[1]} w:val="{said}"/>'


def _both_rows(one: str, other: str) -> str:
    first, second = row_of(one), row_of(other)
    cells = []
    for left, right in zip(first.cells, second.cells, strict=True):
        properties, blocks = cell_of(left)
        others = [block for block in cell_of(right)[1] if _said(block) and block not in blocks]
        said = {_said(block) for block in blocks}
        cells.append(f"<w:tc>{properties}{''.join(blocks)}{''.join(b for b in others if _said(b) not in said)}</w:tc>")
    return f"<w:tr><w:trPr>{first.properties}</w:trPr>{''.join(cells)}</w:tr>"


def _said(fragment: str) -> str:
    return _TAG.sub("", fragment)
