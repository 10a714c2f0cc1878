"""A moment of the signing."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Final

from teammeet.messages import text
from teammeet.model.family import Family
from teammeet.model.meetings import Meeting
from teammeet.tui.meeting.initials import Tags, tags_of

AWAITED: Final = "awaited:"
"""How the id of a row begins that tells what is still to come from somebody."""


@dataclass(frozen=True)
class SignScene:
    """A moment of the signing: the family, the meeting that it belongs to, who is selected."""

    family: Family
    meeting: str
    now: datetime
    language: str
    selected: str = ""
    shown: Family | None = None
    """The family as this screen may show it, where others than the facilitator look."""
    outside: bool = False
    """Whether no meeting is under way: ``meeting`` is then the last one that was held; what is said now belongs to today."""

    @property
    def seen(self) -> Family:
        """What the list shows: names and answers come from it, edits from ``family``."""
        return self.family if self.shown is None else self.shown

    @property
    def who(self) -> str:
        """Of whom the selected row tells: a person, or what is still to come from them."""
        return self.selected.removeprefix(AWAITED).partition(":")[0] if self.selected.startswith(AWAITED) else self.selected

    @property
    def today(self) -> date:
        """The day."""
        return self.now.date()

    @cached_property
    def tags(self) -> Tags:
        """Initials of everybody who can be named."""
        return tags_of(self.family, self.today, self.seen)

    @property
    def edition(self) -> int | None:
        """The edition that is signed now: the last one, unless the plan has changed since."""
        last = self.family.last_edition
        return last.number if last is not None and self.family.plan_state == "signed" else None

    def say(self, key: str, **values: object) -> str:
        """The message ``sign.KEY`` in the language of the screen."""
        return text(f"sign.{key}", self.language, **values)

    def told(self, key: str, **values: object) -> str:
        """The message ``signed.KEY`` in the language of the screen."""
        return text(f"signed.{key}", self.language, **values)

    def say_agree(self, key: str, **values: object) -> str:
        """The message ``agree.KEY`` in the language of the screen."""
        return text(f"agree.{key}", self.language, **values)

    def term(self, key: str) -> str:
        """A word of the model in the language of the screen."""
        return text(f"model.{key}", self.language)


def last_meeting(family: Family, today: date) -> str:
    """The id of the last meeting that was held, or at which people agreed; empty if there was none."""
    agreed = {agreement.meeting for agreement in family.agreements}
    held = [each for each in family.meetings if each.id in agreed or _was_held(each, today)]
    return max(held, key=_when).id if held else ""


def is_under_way(family: Family, meeting: str, today: date) -> bool:
    """Whether a meeting began today and has not ended: it may have been left for a while."""
    held = family.get(meeting)
    return isinstance(held, Meeting) and held.started_at is not None and held.ended_at is None and _when(held)[0] == today


def _was_held(meeting: Meeting, today: date) -> bool:
    return meeting.form != "not_held" and (meeting.started_at is not None or (meeting.on is not None and meeting.on < today))


def _when(meeting: Meeting) -> tuple[date, str]:
    begun = meeting.started_at
    return meeting.on or (begun.date() if begun else date.min), begun.isoformat() if begun else ""
