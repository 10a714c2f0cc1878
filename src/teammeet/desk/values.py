"""What the desk hands over: lines of the caseload and of history, files that were looked at, and what is kept beside them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from teammeet.model.codes import code_of
from teammeet.model.family import Edit, Family
from teammeet.model.values import LanguageTag, Line, Name, Note, Value

Clock = Callable[[], datetime]


class Place(Value):
    """Where somebody was: kept beside the journal and overwritten, so that a restart goes on there with the unfinished line."""

    screen: Name = ""
    meeting: Name = ""
    step: Name = ""
    field: Name = ""
    unfinished: Note = ""
    step_seconds: Annotated[int, Field(ge=0)] = 0
    """How long the meeting stood at ``step`` in all, also what its record does not count yet."""
    last_line: Note = ""
    """The line that was kept last, with the ids of what it made and of what it was written into: it can be taken back."""
    last_made: tuple[Name, ...] = ()
    last_written_into: tuple[Name, ...] = ()
    done_in: Name = ""
    """The meeting of ``done``: it stays remembered while another screen is looked at."""
    done: tuple[Name, ...] = ()
    """The steps of that meeting that were worked on, also where something was kept within a minute."""

    def moved(self, screen: str, step: str, meeting: str = "") -> "Place":
        """Another place; which steps of a meeting were worked on stays remembered."""
        return Place(screen=screen, meeting=meeting, step=step, done_in=self.done_in, done=self.done)


class Settings(Value):
    """How the program looks for whoever holds this vault."""

    language: LanguageTag = "en"
    theme: Name = ""
    plain_signs: bool = False
    facilitator: Name = ""
    agency: Name = ""
    last_family: Name = ""
    """The id of the family that was open when the program ended: it is opened again."""
    wall: Literal["none", "window", "screen"] = "none"
    """What the room looked at in the meeting ``shared_meeting`` when the program ended; ``room_secret`` is its window's."""
    shared_meeting: Name = ""
    scribe: bool = False
    """Whether a scribe typed at that meeting then."""
    room_secret: Name = ""
    fault_at: Name = ""
    """The screen at which a fault ended the program last; empty after it was left well."""
    form_file: Line = ""
    """Where the agency's own form is, as it was typed last; ``key_file``: where the key is that seals files."""
    key_file: Line = ""


@dataclass(frozen=True, slots=True)
class FamilyLine:
    """One line of the caseload."""

    id: str
    name: str
    next_meeting: date | None
    overdue_tasks: int
    open_tasks: int
    is_held: bool = False
    """Whether a meeting of the family began and has no end."""

    @property
    def code(self) -> str:
        """The family's code."""
        return code_of(self.id)


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the journal, as history shows it: when, by whom, what became of each item."""

    version: int
    at: datetime
    actor: str
    undoes: int | None
    edits: tuple[Edit, ...]
    withheld: bool


@dataclass(frozen=True, slots=True)
class NotedFile:
    """A line of the chain of accesses that tells of the making of one file; ``chain_holds`` says that it can be believed."""

    code: str
    at: str
    actor: str
    what: str
    chain_holds: bool


@dataclass(frozen=True, slots=True)
class Incoming:
    """A family file that was read and checked: a new family, or the changes that it would make to one that is here."""

    family: Family
    is_new: bool
    edits: tuple[Edit, ...]
