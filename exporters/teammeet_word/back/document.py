"""What a Word document says now: its paragraphs in pieces, each with the tag of the control that it stands in.

Changes that somebody tracked are read as if they were accepted (ECMA-376 part 1, 17.13.5).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from teammeet.errors import FileRefused

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

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Each paragraph as one text."""
        return tuple(text_of(paragraph) for paragraph in self.paragraphs)


def text_of(paragraph: Paragraph) -> str:
    """What a paragraph says."""
    return "".join(piece.text for piece in paragraph)


def read_document(root: "etree._Element") -> Document:
    """What the part with the text says.

    Raises:
        FileRefused: ``plan-too-long``: it has more paragraphs than any plan.
    """
    reading = _Reading()
    reading.walk(root, "")
    reading.end()
    controls = {tag: tuple(said) for tag, said in reading.controls.items()}
    return Document(tuple(reading.paragraphs), controls, reading.is_tracked)


class _Reading:
    """One walk through a document."""

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self.controls: dict[str, list[str]] = defaultdict(list)
        self.is_tracked = False
        self._pieces: list[Piece] = []
        self._lines: list[list[str]] = []
        """For each control that is open, what it said so far."""

    def walk(self, element: "etree._Element", tag: str) -> None:
        """Read what stands in ``element``, which is in the control ``tag``."""
        for child in element:
            name = child.tag
            if name == f"{_W}t":
                self._say(child.text or "", tag)
            elif name in _SIGNS:
                self._say(_SIGNS[name], tag)
            elif name == f"{_W}sdt":
                self._control(child, tag)
            elif name == f"{_W}p":
                self.walk(child, tag)
                self._end_paragraph(child)
            elif name in _TAKEN_OUT:
                self.is_tracked = True
            elif name not in _NOT_SAID and name != _FALLBACK and isinstance(name, str):
                self.is_tracked |= name in _TRACKED
                self.walk(child, tag)

    def end(self) -> None:
        """A last paragraph whose mark was taken out ends with the document."""
        self._keep_paragraph()

    def _control(self, control: "etree._Element", around: str) -> None:
        mark = control.find(f"{_W}sdtPr/{_W}tag")
        said = (mark.get(f"{_W}val") or "") if mark is not None else ""
        tag = said if "/" in said else around
        if tag == around:
            self.walk(control, around)
            return
        self._lines.append([""])
        if control.find(f"{_W}sdtPr/{_W}showingPlcHdr") is None:
            self.walk(control, tag)
        lines = (line for line in self._lines.pop() if line.strip())
        self.controls[tag].append("\n".join(lines))

    def _say(self, text: str, tag: str) -> None:
        self._pieces.append(Piece(text, tag))
        for lines in self._lines:
            lines[-1] += text

    def _end_paragraph(self, paragraph: "etree._Element") -> None:
        """Unless its mark was taken out: then it goes on in the next one."""
        marks = paragraph.find(f"{_W}pPr/{_W}rPr")
        if marks is not None and any(mark.tag in _TRACKED for mark in marks):
            self.is_tracked = True
            if any(mark.tag in _TAKEN_OUT for mark in marks):
                return
        for lines in self._lines:
            lines.append("")
        self._keep_paragraph()

    def _keep_paragraph(self) -> None:
        pieces, self._pieces = tuple(_joined(self._pieces)), []
        if text_of(pieces).strip():
            self.paragraphs.append(pieces)
        if len(self.paragraphs) > MOST_PARAGRAPHS:
            raise FileRefused("plan-too-long", most=MOST_PARAGRAPHS)


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
