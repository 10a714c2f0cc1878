"""What a Word document says now: its paragraphs in pieces, each with the tag of the control that it stands in.

Changes that somebody tracked are read as if they were accepted (ECMA-376 part 1, 17.13.5). What nobody sees on paper is not
read, and counted: hidden text, and white or tiny text beside such as is seen.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from teammeet.errors import FileRefused
from teammeet_word.headings import LEVELS
from teammeet_word.hidden import Unseen

if TYPE_CHECKING:
    from lxml import etree

MOST_PARAGRAPHS: Final = 50_000
"""A plan of a thousand pages has fewer."""
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TAKEN_OUT: Final = frozenset({f"{_W}del", f"{_W}moveFrom"})
_TRACKED: Final = frozenset({*_TAKEN_OUT, f"{_W}ins", f"{_W}moveTo"})
_NOT_SAID: Final = frozenset({f"{_W}pPr", f"{_W}rPr", f"{_W}sdtPr", f"{_W}tblPr", f"{_W}trPr", f"{_W}tcPr", f"{_W}instrText"})
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS: Final = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "\u2011",
    f"{_W}softHyphen": "\u00ad",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one control, or in none (``tag`` is empty)."""

    text: str
    tag: str = ""


Paragraph = tuple[Piece, ...]


@dataclass(frozen=True)
class Document:
    """The paragraphs that say something, in order; what each control says; whether changes were tracked."""

    paragraphs: tuple[Paragraph, ...]
    controls: Mapping[str, tuple[str, ...]]
    is_tracked: bool
    hidden: int = 0
    """Pieces of text that nobody sees on paper."""
    places: tuple[str, ...] = ()
    """For each paragraph the headings that it stands under."""

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Each paragraph as one text."""
        return tuple(text_of(paragraph) for paragraph in self.paragraphs)


def text_of(paragraph: Paragraph) -> str:
    """What a paragraph says."""
    return "".join(piece.text for piece in paragraph)


def read_document(root: "etree._Element", styles: "etree._Element | None" = None) -> Document:
    """What the part with the text says, shown in the looks of ``styles``.

    Raises:
        FileRefused: ``plan-too-long``: it has more paragraphs than any plan.
    """
    reading = _Reading(Unseen(styles))
    reading.walk(root, "")
    reading.end()
    controls = {tag: tuple(said) for tag, said in reading.controls.items()}
    return Document(tuple(reading.paragraphs), controls, reading.is_tracked, reading.hidden, tuple(reading.places))


class _Reading:
    """One walk through a document."""

    def __init__(self, unseen: Unseen) -> None:
        self.paragraphs: list[Paragraph] = []
        self.controls: dict[str, list[str]] = defaultdict(list)
        self.places: list[str] = []
        self.is_tracked = False
        self.hidden = 0
        self._headings: dict[int, str] = {}
        self._unseen = unseen
        self._is_faint = False
        self._pieces: list[tuple[Piece, bool]] = []
        self._lines: list[list[list[tuple[str, bool]]]] = []
        """For each control that is open, what it said so far: in lines, each text with whether it is faint."""

    def walk(self, element: "etree._Element", tag: str) -> None:
        """Read what stands in ``element``, which is in the control ``tag``."""
        for child in element:
            name = child.tag
            if name == f"{_W}t":
                self._say(child.text or "", tag)
            elif name in _SIGNS:
                self._say(_SIGNS[name], tag)
            elif name == f"{_W}r":
                self._run(child, tag)
            elif name == f"{_W}sdt":
                self._control(child, tag)
            elif name == f"{_W}p":
                self._paragraph(child, tag)
            elif name in _TAKEN_OUT:
                self.is_tracked = True
            elif name not in _NOT_SAID and name != _FALLBACK and isinstance(name, str):
                self.is_tracked |= name in _TRACKED
                self.walk(child, tag)

    def end(self) -> None:
        """A last paragraph whose mark was taken out ends with the document."""
        self._keep_paragraph(0)

    def _run(self, run: "etree._Element", tag: str) -> None:
        """Unless it is hidden; what is faint is marked so."""
        if self._unseen.is_hidden(run):
            self.hidden += 1
            return
        around, self._is_faint = self._is_faint, self._unseen.is_faint(run, self._is_faint)
        self.hidden += bool(self._is_faint and tag)
        self.walk(run, tag)
        self._is_faint = around

    def _paragraph(self, paragraph: "etree._Element", tag: str) -> None:
        if self._unseen.is_hidden(paragraph):
            self.hidden += 1
            return
        around, self._is_faint = self._is_faint, self._unseen.is_faint(paragraph, self._is_faint)
        self.walk(paragraph, tag)
        self._is_faint = around
        self._end_paragraph(paragraph)

    def _control(self, control: "etree._Element", around: str) -> None:
        mark = control.find(f"{_W}sdtPr/{_W}tag")
        said = (mark.get(f"{_W}val") or "") if mark is not None else ""
        tag = said if "/" in said else around
        if tag == around:
            self.walk(control, around)
            return
        self._lines.append([[]])
        if control.find(f"{_W}sdtPr/{_W}showingPlcHdr") is None:
            self.walk(control, tag)
        written = self._lines.pop()
        is_seen = any(_is_seen(part) for line in written for part in line)
        lines = ("".join(text for text, is_faint in line if not (is_seen and is_faint)) for line in written)
        self.controls[tag].append("\n".join(line for line in lines if line.strip()))

    def _say(self, text: str, tag: str) -> None:
        self._pieces.append((Piece(text, tag), self._is_faint))
        for lines in self._lines:
            lines[-1].append((text, self._is_faint))

    def _end_paragraph(self, paragraph: "etree._Element") -> None:
        """Unless its mark was taken out: then it goes on in the next one."""
        marks = paragraph.find(f"{_W}pPr/{_W}rPr")
        if marks is not None and any(mark.tag in _TRACKED for mark in marks):
            self.is_tracked = True
            if any(mark.tag in _TAKEN_OUT for mark in marks):
                return
        for lines in self._lines:
            lines.append([])
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        self._keep_paragraph(LEVELS.get(str(style.get(f"{_W}val")), 0) if style is not None else 0)

    def _keep_paragraph(self, level: int) -> None:
        """Keep what was said since the last paragraph; ``level`` is that of a heading, 0 for any other."""
        parts, self._pieces = self._pieces, []
        if any(_is_seen((piece.text, is_faint)) for piece, is_faint in parts):
            self.hidden += sum(is_faint and not piece.tag for piece, is_faint in parts)
            parts = [(piece, False) for piece, is_faint in parts if not is_faint]
        pieces = tuple(_joined(piece for piece, _ in parts))
        if text_of(pieces).strip():
            above = [text for depth, text in sorted(self._headings.items()) if not level or depth < level]
            self.places.append(" › ".join(above))
            self.paragraphs.append(pieces)
            if level:
                self._headings = {depth: text for depth, text in self._headings.items() if depth < level}
                self._headings[level] = text_of(pieces).split("\n")[0]
        if len(self.paragraphs) > MOST_PARAGRAPHS:
            raise FileRefused("plan-too-long", most=MOST_PARAGRAPHS)


def _is_seen(part: tuple[str, bool]) -> bool:
    """Whether a text says something that is not faint."""
    text, is_faint = part
    return not is_faint and bool(text.strip())


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Neighbours of one control as one piece."""
    last: Piece | None = None
    for piece in pieces:
        if last is not None and last.tag == piece.tag:
            last = Piece(last.text + piece.text, piece.tag)
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last
