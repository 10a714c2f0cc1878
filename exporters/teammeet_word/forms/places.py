"""The places in a control that print what it tells: its text, its tag, its sign, its date, the map in its box."""

from dataclasses import dataclass
from typing import Final

from teammeet_word.forms.looks import Look
from teammeet_word.forms.program import Fill
from teammeet_word.markup import escaped
from teammeet_word.scripts import is_right_to_left

ROOM: Final = "\u2002"
"""A blank that keeps a place to write, as Word's own empty fields do (an en space)."""
ROOM_TO_WRITE: Final = ROOM * 5


@dataclass(frozen=True, slots=True)
class Number:
    """The number of a control, a picture: its own in the document."""

    def write(self, fill: Fill) -> None:
        """The next number."""
        fill.out.append(str(fill.next_number()))


@dataclass(frozen=True, slots=True)
class Tag:
    """The tag of a control: whose text it is now; the form's own where it is no text of one item."""

    own: str

    def write(self, fill: Fill) -> None:
        """The tag as the value of an attribute."""
        fill.out.append(escaped(fill.told.kept or self.own))


@dataclass(frozen=True, slots=True)
class State:
    """That the control is still empty, so that who clicks into it writes over what holds its place."""

    def write(self, fill: Fill) -> None:
        """Nothing where something is told."""
        if not fill.told.lines:
            fill.out.append("<w:showingPlcHdr/>")


@dataclass(frozen=True, slots=True)
class OneLine:
    """That the control holds plain text only.

    Where several lines are told it may hold any: LibreOffice sets the breaks of a plain control before its text.
    """

    def write(self, fill: Fill) -> None:
        """The kind of the control, where one line or nothing is told."""
        if len(fill.told.lines) < 2:
            fill.out.append('<w:text w:multiLine="1"/>')


@dataclass(frozen=True, slots=True)
class Runs:
    """All lines in one paragraph; ``alone``: nothing else stands in it, so it runs as they do; ``turned``: from the right."""

    look: Look
    room: str = ROOM_TO_WRITE
    alone: bool = False
    turned: bool = False

    def write(self, fill: Fill) -> None:
        """The runs; where nothing is told, room to write."""
        lines = fill.told.lines or ((self.room, ""),)
        turned = self.turned or (self.alone and _from_the_right(lines[0][0]))
        if len(lines) == 1:
            said, language = lines[0]
            fill.out.append(self.look.among(said, language, turned))
        else:
            fill.out.append("<w:r><w:br/></w:r>".join([self.look.among(said, tongue, turned) for said, tongue in lines]))


@dataclass(frozen=True, slots=True)
class LineRuns:
    """One line in its paragraph; ``turned``: it runs from the right, whatever the line is."""

    look: Look
    room: str = ROOM_TO_WRITE
    turned: bool = False

    def write(self, fill: Fill) -> None:
        """The runs of the line; where it says nothing, room to write."""
        said, language = fill.line
        fill.out.append(self.look.among(said or self.room, language, self.turned or _from_the_right(said)))


@dataclass(frozen=True, slots=True)
class Direction:
    """That a paragraph runs from the right: ``whole`` where all lines stand in it."""

    whole: bool

    def write(self, fill: Fill) -> None:
        """The mark among the paragraph's properties, where its first letter asks for it."""
        said = fill.told.lines[0][0] if self.whole and fill.told.lines else fill.line[0]
        if _from_the_right(said):
            fill.out.append("<w:bidi/>")


@dataclass(frozen=True, slots=True)
class Checked:
    """Whether a box is checked, as 0 or 1."""

    def write(self, fill: Fill) -> None:
        """The value of the attribute."""
        fill.out.append("1" if fill.told.checked else "0")


@dataclass(frozen=True, slots=True)
class Sign:
    """The sign of a check box."""

    look: Look
    signs: tuple[tuple[str, str], tuple[str, str]]

    def write(self, fill: Fill) -> None:
        """A run with the sign."""
        fill.out.append(self.look.glyph(*self.signs[fill.told.checked]))


@dataclass(frozen=True, slots=True)
class DateOf:
    """The date that a date picker holds: ``before`` and ``after`` are what stands around it."""

    before: str
    after: str

    def write(self, fill: Fill) -> None:
        """The element of the picker, with its day where one is told."""
        day = f' w:fullDate="{fill.told.iso}T00:00:00Z"' if fill.told.iso else ""
        fill.out.append(f"{self.before}{day}{self.after}")


@dataclass(frozen=True, slots=True)
class Alternative:
    """What the map shows, in words."""

    def write(self, fill: Fill) -> None:
        """The text as the value of an attribute."""
        fill.out.append(escaped(fill.drawing.alternative) if fill.drawing else "")


@dataclass(frozen=True, slots=True)
class Length:
    """How wide, or how high, the map is in the box that the form gives it, in English metric units."""

    box: tuple[int, int]
    high: bool

    def write(self, fill: Fill) -> None:
        """The length: as large as the box allows, in the map's own proportion."""
        width, height = fill.drawing.size if fill.drawing else self.box
        scale = min(self.box[0] / width, self.box[1] / height)
        fill.out.append(str(int((height if self.high else width) * scale)))


def _from_the_right(said: str) -> bool:
    """Whether a paragraph that begins so runs from the right."""
    return not said.isascii() and is_right_to_left(said)
