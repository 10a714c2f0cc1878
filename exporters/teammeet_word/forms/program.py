"""What a form becomes once it is read: strings as they stand, with the places between them where a View speaks.

To fill it is to walk it: no markup is read or built as a tree. A block (a repeated section, a group, a control, a line) holds
a program of its own; the places within a control print what that control tells.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from teammeet.errors import ExportRefused
from teammeet.messages import Message
from teammeet.model.values import Item
from teammeet.model.view import View
from teammeet_word.drawing import Drawing
from teammeet_word.forms.looks import Look
from teammeet_word.forms.tags import Path
from teammeet_word.sheet import Sheet

MOST_ROWS: Final = 50_000
"""So many rows one filled form may have: sections that lead back to each other could have millions."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a section: the item that it shows (``None``: an empty row to write on) and its number from 1.

    ``holder`` is the item in which a plain line stands, with the name of the list and its place there.
    """

    scope: str
    item: Any
    number: int = 0
    holder: tuple[Item, str] | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What a control tells: its lines, each with its language; the sign of a check; a date; whose text it is.

    ``kept`` is the tag by which the document is read back (``n1/words.text``), empty where it is no text of one item.
    """

    lines: tuple[tuple[str, str], ...] = ()
    checked: bool = False
    iso: str = ""
    kept: str = ""


NOTHING: Final = Told()


@dataclass(slots=True)
class Fill:
    """One filling: for whom, what was written so far, in which rows it stands."""

    sheet: Sheet
    taken: frozenset[str]
    drawing: Drawing | None = None
    keeps: bool = False
    out: list[str] = field(default_factory=list)
    rows: tuple[Row, ...] = ()
    told: Told = NOTHING
    line: tuple[str, str] = ("", "")
    numbers: int = 0
    count: int = 0
    shown: set[str] = field(default_factory=set)
    """Ids of the items of which something was written."""
    long: dict[tuple[str, int], int] = field(default_factory=dict)
    """The longest text of each control whose title asks for fewer letters: by that title and the most it asks for."""

    @property
    def view(self) -> View:
        """Whose plan it is."""
        return self.sheet.view

    def measure(self, title: str, most: int) -> None:
        """Remember that what is told now is longer than ``most``; it is never cut."""
        letters = sum(len(said) for said, _ in self.told.lines)
        if letters > most:
            self.long[title, most] = max(letters, self.long.get((title, most), 0))

    def next_number(self) -> int:
        """A number that nothing in this document has yet."""
        self.numbers += 1
        return self.numbers

    def enter(self) -> None:
        """Count a row.

        Raises:
            ExportRefused: the form asks for more rows than a document can have.
        """
        self.count += 1
        if self.count > MOST_ROWS:
            raise ExportRefused("form-refused", why=Message("forms.fault.too-many-rows", {"most": f"{MOST_ROWS:,}"}))


class Place(Protocol):
    """Something in a program that is no string."""

    def write(self, fill: Fill) -> None:
        """Add to what was written."""
        ...


Program = Sequence["str | Place"]


def run(program: Program, fill: Fill) -> None:
    """Write a program out."""
    out = fill.out
    for part in program:
        if part.__class__ is str:
            out.append(part)
        else:
            part.write(fill)  # type: ignore[union-attr]  # a string was written above; isinstance would cost a third of the time


class Reader(Protocol):
    """What evaluates the paths of a program."""

    def rows(self, fill: Fill, path: Path) -> Iterator[Row]:
        """The rows that a section shows."""
        ...

    def tell(self, fill: Fill, control: "Control") -> Told:
        """What a control tells."""
        ...

    def has(self, fill: Fill, path: Path) -> bool:
        """Whether a field says something."""
        ...


@dataclass(slots=True)
class Section:
    """What is written once for each row. Where there is none, one empty row stands, to be written on."""

    path: Path
    reader: Reader
    program: Program = ()

    def write(self, fill: Fill) -> None:
        """Every row after the other."""
        outer = fill.rows
        for row in self.reader.rows(fill, self.path):
            fill.enter()
            fill.rows = (*outer, row)
            run(self.program, fill)
        fill.rows = outer


@dataclass(slots=True)
class IfAny:
    """What is written only where a field says something."""

    path: Path
    reader: Reader
    program: Program = ()

    def write(self, fill: Fill) -> None:
        """All of it, or nothing."""
        if self.reader.has(fill, self.path):
            run(self.program, fill)


@dataclass(slots=True)
class Control:
    """One control: what it tells, and how the form wants it."""

    path: Path
    reader: Reader
    look: Look = Look()  # noqa: RUF009  # frozen; what it remembers of its openings is the same for every control
    kind: str = "text"
    date_form: str = ""
    entries: tuple[tuple[str, str], ...] = ()
    """Of a drop-down list: each value and how it is shown."""
    signs: tuple[tuple[str, str], tuple[str, str]] = (("\u2610", ""), ("\u2612", ""))
    """Of a check box: the sign and its font, unchecked and checked."""
    tag: str = ""
    title: str = ""
    most: int = 0
    """So many letters its title asks for at most (0: it says nothing of it)."""
    program: Program = ()

    def write(self, fill: Fill) -> None:
        """The control with what it tells."""
        outer = fill.told
        fill.told = self.reader.tell(fill, self)
        if self.most:
            fill.measure(self.title, self.most)
        run(self.program, fill)
        fill.told = outer


@dataclass(slots=True)
class Lines:
    """What is written once for each line: a paragraph with the form's own properties."""

    program: Program = ()

    def write(self, fill: Fill) -> None:
        """Every line; an empty one where there is none."""
        for line in fill.told.lines or (("", ""),):
            fill.line = line
            run(self.program, fill)


@dataclass(slots=True)
class WithMap:
    """What is written only where there is a map to show."""

    program: Program = ()

    def write(self, fill: Fill) -> None:
        """The picture, if there is one."""
        if fill.drawing is not None:
            run(self.program, fill)
