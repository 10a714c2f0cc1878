"""Pieces of WordprocessingML (ECMA-376 part 1) as strings: runs, paragraphs, tables, the picture.

Text is put in as text only: there is no way for it to become a field, a link or an element.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from teammeet_word.breaking import after_sign
from teammeet_word.direction import FROM_THE_LEFT, FROM_THE_RIGHT, from_the_right
from teammeet_word.fonts import WRITINGS, font_for
from teammeet_word.scripts import PLAIN, holds_right_to_left, is_mixed, is_right_to_left, language_of, pieces
from teammeet_word.widths import LETTER

_MEANS_SOMETHING: Final = re.compile('[&<>"\n]')


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one look (the id of a character style) in one language; empty means the paragraph's, the document's."""

    text: str
    look: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Kept(Span):
    """Words inside a content control, by which a document is read back: ``tag`` says which text of the record they are.

    ``alias`` names it to a person, ``number`` is the control's own in the document; ``before`` and ``after``, such as
    quotation marks, stand outside.
    """

    tag: str = ""
    alias: str = ""
    number: int = 0
    before: str = ""
    after: str = ""


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


def parts_of(line: Line) -> Sequence[Inline]:
    """A line in its parts."""
    return (line,) if isinstance(line, (str, Span, Field)) else line


def paragraph(line: Line, style: str = "", *, keep_next: bool = False, right_tab: int = 0) -> str:
    """One paragraph; ``keep_next`` holds it on the page of what follows.

    Its direction is that of its first letter; in a document that runs from the right it is the document's.
    ``right_tab`` is where a tab ends, in twentieths of a point.
    """
    page = from_the_right()
    if not page and isinstance(line, str) and line.isascii():  # most of a document: nothing to mark
        return f"<w:p>{_properties(style, keep_next, right_tab, False)}{_run(line) if line else ''}</w:p>"
    if not page and isinstance(line, Span) and not is_mixed(line.text):
        return f"<w:p>{_properties(style, keep_next, right_tab, False)}{after_sign(style, _unmarked(line))}</w:p>"
    parts = parts_of(line)
    texts = [part if isinstance(part, str) else _text_of(part) for part in parts]
    if not page and not any(map(is_mixed, texts)):
        made = after_sign(style, "".join([_unmarked(part) for part in parts]))
        return f"<w:p>{_properties(style, keep_next, right_tab, False)}{made}</w:p>"
    right_to_left = page or is_right_to_left("".join(texts))
    runs = _mirrored(parts) if page else "".join([_among(part, right_to_left) for part in parts])
    return f"<w:p>{_properties(style, keep_next, right_tab, right_to_left)}{after_sign(style, runs)}</w:p>"


def kept_block(tag: str, alias: str, number: int, paragraphs: str) -> str:
    """Whole paragraphs inside one content control: a note of several lines."""
    return _controlled(tag, alias, number, paragraphs) if paragraphs else ""


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
    a point: for signatures. ``letter`` is how wide a letter is: see :mod:`teammeet_word.widths`.
    """

    caption: str
    description: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    style: str = "PlanTable"
    row_height: int = 0
    letter: int = LETTER


def picture(relation: str, name: str, alternative: str, width: int, height: int, number: int = 1) -> str:
    """A paragraph with a picture in the line; ``width`` and ``height`` are in English metric units (914,400 an inch).

    ``number`` is the picture's own in its document.
    """
    said = escaped(alternative)
    return (
        '<w:p><w:pPr><w:pStyle w:val="Picture"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{number}" name="{escaped(name)}" descr="{said}"/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="{escaped(name)}" descr="{said}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )


@lru_cache(maxsize=512)
def _properties(style: str, keep_next: bool, right_tab: int, right_to_left: bool) -> str:
    properties = (
        (f'<w:pStyle w:val="{style}"/>' if style else "")
        + ("<w:keepNext/>" if keep_next else "")
        + (f'<w:tabs><w:tab w:val="right" w:pos="{right_tab}"/></w:tabs>' if right_tab else "")
        + ("<w:bidi/>" if right_to_left else "")
    )
    return f"<w:pPr>{properties}</w:pPr>" if properties else ""


def _text_of(part: Inline) -> str:
    return part if isinstance(part, str) else "" if isinstance(part, Field) else part.text


def _mirrored(parts: Sequence[Inline]) -> str:
    """The runs of a paragraph that runs from the right. What is of another language is an island in it.

    Marks on both sides keep the signs of an island where they belong: a point at its end, a number at its beginning.
    """
    whole = holds_right_to_left("".join(map(_text_of, parts)))
    made: list[str] = []
    for part in parts:
        said = _text_of(part)
        if holds_right_to_left(said):
            made.append(_runs(part, True))
        elif isinstance(part, Field) or any(map(str.isalnum, said)):
            made += (FROM_THE_LEFT, *_island(part, whole))
        else:
            made.append(_neutral(part, whole))
    return "".join(made)


def _island(part: Inline, whole: bool) -> tuple[str, ...]:
    """A part of another language and the mark after it; the blank at its end is no longer of the island."""
    said = _text_of(part)
    core = said.rstrip(" ")
    if core == said or isinstance(part, (Field, Kept)):
        return _runs(part, False), FROM_THE_LEFT
    inside = core if isinstance(part, str) else replace(part, text=core)
    return _runs(inside, False), FROM_THE_LEFT, _neutral(said[len(core) :], whole)


def _neutral(part: Inline, whole: bool) -> str:
    """Signs and blanks, which run as what is around them does."""
    said = _text_of(part)
    return _run(said, "<w:rtl/>") if whole and said.strip("\t\n") else _runs(part, False)


def _among(part: Inline, right_to_left: bool) -> str:
    """A part of a paragraph; words that run from the right among others keep the signs at their ends."""
    if right_to_left or isinstance(part, str) or not is_right_to_left(_text_of(part)):
        return _runs(part, right_to_left)
    return FROM_THE_RIGHT + _runs(part, True) + FROM_THE_RIGHT


def _unmarked(part: Inline) -> str:
    """A part of a paragraph in which no script must be marked: most of a document."""
    if isinstance(part, str):
        return f"<w:r>{_text(part)}</w:r>" if part else ""
    if isinstance(part, Field) or part.language:
        return _runs(part, False)
    look = f'<w:rPr><w:rStyle w:val="{part.look}"/></w:rPr>' if part.look else ""
    if not isinstance(part, Kept):
        return f"<w:r>{look}{_text(part.text)}</w:r>" if part.text else ""
    before = f"<w:r>{look}{_text(part.before)}</w:r>" if part.before else ""
    after = f"<w:r>{look}{_text(part.after)}</w:r>" if part.after else ""
    return before + _controlled(part.tag, part.alias, part.number, f"<w:r>{look}{_text(part.text)}</w:r>") + after


def _runs(part: Inline, right_to_left: bool) -> str:
    if isinstance(part, str):
        return _said(part, "", "", right_to_left)
    if isinstance(part, Field):
        return f'<w:fldSimple w:instr=" {part.instruction} "><w:r><w:t>{part.shown}</w:t></w:r></w:fldSimple>'
    look = f'<w:rStyle w:val="{part.look}"/>' if part.look else ""
    if isinstance(part, Kept):
        return _kept(part, look, right_to_left)
    return _said(part.text, look, part.language, right_to_left)


def _kept(part: Kept, look: str, right_to_left: bool) -> str:
    """The words in their control and what stands around it, each marked as it would be in one piece."""
    whole = f"{part.before}{part.text}{part.after}"
    if not part.language and not is_mixed(whole):
        return _unmarked(part)
    starts, ends = len(part.before), len(part.before) + len(part.text)
    made, place = ["", "", ""], 0
    for text, script in pieces(whole, right_to_left):
        marks = look + _script_marks(script, language_of(text, script, part.language))
        left, right = max(0, starts - place), max(0, ends - place)
        cuts = (text[:left], text[left:right], text[right:])
        for zone, cut in enumerate(cuts):
            made[zone] += _run(cut, marks) if cut else ""
        place += len(text)
    return made[0] + _controlled(part.tag, part.alias, part.number, made[1]) + made[2]


def _controlled(tag: str, alias: str, number: int, content: str) -> str:
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{escaped(alias)}"/><w:tag w:val="{tag}"/><w:id w:val="{number}"/></w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


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


@lru_cache(maxsize=256)
def _script_marks(script: str, language: str) -> str:
    """What Word must be told of a run: its font where the document's own lacks the letters, its direction, its language."""
    if script == PLAIN:
        return f'<w:lang w:val="{language}"/>' if language else ""
    font, kind = font_for(script, language), WRITINGS[script].kind
    if kind == "east_asian":
        named = f' w:eastAsia="{font}"' if font else ""
        return f'<w:rFonts{named} w:hint="eastAsia"/><w:lang w:eastAsia="{language}"/>'
    named = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>' if font else ""
    if kind == "plain":
        return f'{named}<w:lang w:val="{language}"/>'
    return f'{named}<w:{"rtl" if kind == "right_to_left" else "cs"}/><w:lang w:bidi="{language}"/>'


def _text(text: str) -> str:
    if text == "\t":
        return "<w:tab/>"
    if not _MEANS_SOMETHING.search(text):
        return f'<w:t xml:space="preserve">{text}</w:t>'
    return "<w:br/>".join([f'<w:t xml:space="preserve">{escaped(part)}</w:t>' for part in text.split("\n")])
