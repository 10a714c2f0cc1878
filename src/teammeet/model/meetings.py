"""Meetings: who was there, how long each step took, what was parked, and contacts in between."""

from datetime import date, time
from typing import Annotated, ClassVar, Literal

from pydantic import AwareDatetime, Field

from teammeet.model.plan import MeetingRef
from teammeet.model.values import Circle, Item, Line, Name, Note, Seen, Value, WhoRef, Words


class StepMinutes(Value):
    """How long the meeting stood at a step of its agenda."""

    step: Name
    seconds: Annotated[int, Field(ge=0)]


class Meeting(Item):
    """A meeting, planned or held. Without youth or caregiver it is an ``update_only``, or ``not_held``, with the reason."""

    agenda: Name = ""
    on: date | None = None
    at: time | None = None
    zone: Name = ""
    place: Annotated[Name, Seen("team")] = ""
    mode: Literal["in_person", "phone", "video", "mixed"] = "in_person"
    purpose: Line = ""
    notice_given_on: date | None = None
    started_at: AwareDatetime | None = None
    ended_at: AwareDatetime | None = None
    ends_at: AwareDatetime | None = None
    """When it is meant to end, where that was set; else its agenda says how long it takes."""
    form: Literal["planning", "update_only", "not_held"] = "planning"
    update_reason: Line = ""
    cut_short: bool = False
    """It ended before its agenda did: the plan is an interim one, and ``steps_left`` wait."""
    steps_left: tuple[Name, ...] = ()
    """Ids of the agenda's steps that were not reached."""
    steps: tuple[StepMinutes, ...] = ()


class Attendance(Item):
    """How somebody took part in a meeting: when they came, when they left, what they sent instead."""

    meeting: MeetingRef
    who: WhoRef
    how: Literal["expected", "room", "phone", "video", "sent_word", "absent"] = "expected"
    arrived_at: AwareDatetime | None = None
    left_at: AwareDatetime | None = None
    must_leave_at: AwareDatetime | None = None
    interpreter: Name = ""
    update: Line = ""

    @property
    def was_present(self) -> bool:
        """Whether the person was there, in the room or by phone or video."""
        return self.how in ("room", "phone", "video")

    @property
    def is_present(self) -> bool:
        """Whether the person is there now."""
        return self.was_present and self.left_at is None


class Parked(Item):
    """A line kept for later, and where it goes from here."""

    words: Words = Words()
    meeting: MeetingRef | None = None
    goes_to: Literal["next_agenda", "private_follow_up", "somebody_else", "undecided"] = "undecided"
    settled: bool = False


class PrivateNote(Item):
    """A note for the facilitator alone."""

    text: Annotated[Note, Seen("facilitator")]
    meeting: MeetingRef | None = None
    step: Name = ""
    on: date | None = None


ReadSection = Literal["vision", "strengths", "needs", "outcomes", "strategies", "tasks", "crisis", "transition", "next_meeting"]
"""A part of the plan that is read back by itself."""


class SectionRead(Item):
    """A section of the plan as it was read back: whether people said that this is what they had said.

    A dissent is in the person's own words; who may read it is asked. For others there is no such answer: that
    there is a dissent would say whose it is.
    """

    meeting: MeetingRef
    section: Annotated[ReadSection, Seen(said_in="shown_to")]
    answer: Literal["agreed", "corrected", "dissent"] = "agreed"
    who: Annotated[WhoRef | None, Seen(said_in="shown_to")] = None
    words: Annotated[Words, Seen(said_in="shown_to")] = Words()
    shown_to: Circle = "facilitator"
    read_at: AwareDatetime | None = None
    digest: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$"), Seen("facilitator")] = ""
    """Of the section as those present saw it, to tell whether it has changed since; it would let others guess at words."""


class MeetingRating(Item):
    """What somebody thought of a meeting, in private: 1 not at all to 5 wholly; ``who`` is empty where no name was wanted."""

    least_circle: ClassVar[Circle] = "facilitator"

    meeting: MeetingRef
    who: WhoRef | None = None
    heard: Annotated[int | None, Field(ge=1, le=5)] = None
    mattered: Annotated[int | None, Field(ge=1, le=5)] = None
    fits: Annotated[int | None, Field(ge=1, le=5)] = None
    words: Line = ""
    on_paper: bool = False


class ContactBetween(Item):
    """A contact between two meetings."""

    least_circle: ClassVar[Circle] = "team"

    on: date
    who: tuple[WhoRef, ...] = ()
    how: Literal["visit", "phone", "video", "message", "other"] = "phone"
    words: Annotated[Note, Seen("team")] = ""
    by: Annotated[Name, Seen("team")] = ""
