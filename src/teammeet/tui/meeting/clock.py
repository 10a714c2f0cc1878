"""How long a meeting stands at each step. Seconds are counted while the screen is there, and kept when the step changes."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from teammeet.desk import Place
from teammeet.model.meetings import Meeting, StepMinutes
from teammeet.practice import pacing

LONGEST: Final = 4 * 3600
"""Seconds at one step above which nobody was there any more: a laptop that was left open for a night."""


A_WHILE: Final = pacing.A_WHILE
"""Seconds at a step after which it was worked on, not only passed."""


@dataclass(frozen=True, slots=True)
class StepClock:
    """At which step the meeting stands, and since when; ``step`` is empty when nothing is counted."""

    step: str = ""
    since: datetime | None = None

    def at(self, step: str, now: datetime) -> "StepClock":
        """The clock of the next step."""
        return replace(self, step=step, since=now)

    def running(self, now: datetime) -> float:
        """Seconds since the step began; none when the clock went back or the night came between."""
        if self.since is None or not self.step:
            return 0.0
        spent = (now - self.since).total_seconds()
        return spent if 0 <= spent <= LONGEST else 0.0

    def seconds(self, now: datetime) -> int:
        """The same in whole seconds."""
        return int(self.running(now))

    def counted(self, meeting: Meeting, now: datetime) -> Meeting:
        """The meeting with the time of this step added."""
        spent = self.seconds(now)
        if not self.step or spent == 0:
            return meeting
        return with_seconds(meeting, self.step, seconds_of(meeting, self.step) + spent)


def with_seconds(meeting: Meeting, step: str, seconds: int) -> Meeting:
    """The meeting with so many seconds for a step, in all."""
    steps = list(meeting.steps)
    place = next((n for n, each in enumerate(steps) if each.step == step), None)
    if place is None:
        steps.append(StepMinutes(step=step, seconds=seconds))
    else:
        steps[place] = steps[place].changed(seconds=seconds)
    return meeting.changed(steps=tuple(steps))


def with_seconds_beside(meeting: Meeting, place: Place | None) -> Meeting:
    """The meeting with the seconds that ``place`` remembers of its last step, where the program ended without counting them."""
    if place is None or place.meeting != meeting.id or meeting.ended_at is not None or not place.step:
        return meeting
    beside = place.step_seconds
    return with_seconds(meeting, place.step, beside) if beside > seconds_of(meeting, place.step) else meeting


def seconds_of(meeting: Meeting, step: str) -> int:
    """Seconds that were kept for a step."""
    return sum(each.seconds for each in meeting.steps if each.step == step)


def minutes_of(meeting: Meeting, step: str) -> int:
    """Minutes that were kept for a step, to the nearest."""
    return round(seconds_of(meeting, step) / 60)
