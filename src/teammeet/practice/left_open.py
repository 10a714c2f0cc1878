"""A meeting that was left open: it began on another day and has no end. It can go on, or be closed as of its last change."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from teammeet.model.family import Edit, Family, put
from teammeet.model.meetings import Meeting

LONGEST_PAUSE: Final = timedelta(hours=4)
"""The longest time without a word after which a meeting still goes on: past midnight nobody is asked in the middle of it."""


def left_open(family: Family, now: datetime) -> tuple[Meeting, ...]:
    """The meetings that began on another day than today and have no end, the latest first.

    A day that is still to come counts too: then the clock of the machine went back meanwhile.
    """
    found = [m for m in family.meetings if m.started_at is not None and m.ended_at is None and _began_elsewhen(m, now)]
    return tuple(sorted(found, key=lambda meeting: meeting.started_at or now, reverse=True))


def last_change(family: Family, meeting: Meeting, moments: Iterable[datetime] = ()) -> datetime | None:
    """When something was last kept in ``meeting``; ``None`` if it never began.

    ``moments`` are those at which people changed the family. What came more than :data:`LONGEST_PAUSE` after the change
    before it was not in the meeting any more.
    """
    if meeting.started_at is None:
        return None
    end = meeting.started_at
    for moment in sorted((*_noted(family, meeting), *moments)):
        if moment >= end:
            if moment - end > LONGEST_PAUSE:
                break
            end = moment
    return end


def still_goes_on(last: datetime | None, now: datetime) -> bool:
    """Whether the last change is so near that nobody left: midnight came while they talked."""
    return last is not None and abs(now - last) <= LONGEST_PAUSE


def closed_as_of(family: Family, meeting: Meeting, end: datetime) -> tuple[Edit, ...]:
    """The meeting ended then, never before it began: who was still there left then, and no step took longer than that."""
    began = meeting.started_at or end
    end = max(end, began)
    closed = meeting.changed(ended_at=end, steps=_within(meeting, int((end - began).total_seconds())).steps)
    there = [each for each in family.attendances if each.meeting == meeting.id and each.is_present]
    left = [each.changed(left_at=max(end, each.arrived_at or end)) for each in there]
    return (put(closed), *map(put, left))


def _began_elsewhen(meeting: Meeting, now: datetime) -> bool:
    return meeting.started_at is not None and meeting.started_at.astimezone(now.tzinfo).date() != now.date()


def _noted(family: Family, meeting: Meeting) -> Iterable[datetime]:
    """The moments that stand in the record of the meeting itself."""
    for each in family.attendances:
        if each.meeting == meeting.id:
            yield from (at for at in (each.arrived_at, each.left_at) if at is not None)
    for read in family.sections_read:
        if read.meeting == meeting.id and read.read_at is not None:
            yield read.read_at


def _within(meeting: Meeting, seconds: int) -> Meeting:
    """The minutes of the steps without those that a screen stood open at night: they were counted at the longest step."""
    over = sum(step.seconds for step in meeting.steps) - seconds
    if over <= 0:
        return meeting
    longest = max(meeting.steps, key=lambda step: step.seconds)
    steps = tuple(s.changed(seconds=max(0, s.seconds - over)) if s is longest else s for s in meeting.steps)
    return meeting.changed(steps=steps)
