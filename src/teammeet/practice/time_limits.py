"""Time limits: what is due when, by an agenda's settings. None is universal; a limit that is not set is never due."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from teammeet.model.family import Family
from teammeet.model.meetings import Meeting
from teammeet.model.record import Edition
from teammeet.model.view import View
from teammeet.practice.steps import Limits

DueKind = Literal["first_meeting", "first_plan", "notice", "next_meeting", "next_plan", "copies"]


@dataclass(frozen=True, slots=True)
class Due:
    """One limit: ``kind`` should be done ``by`` a day. ``done_on`` is when it was done, ``planned_for`` when it is planned."""

    kind: DueKind
    by: date
    done_on: date | None = None
    planned_for: date | None = None

    def days_left(self, day: date) -> int:
        """Days from ``day`` to the limit; below 0 it has passed."""
        return (self.by - day).days

    def is_overdue(self, day: date) -> bool:
        """Whether it is not done and the limit has passed."""
        return self.done_on is None and self.by < day

    @property
    def is_planned_too_late(self) -> bool:
        """Whether it is planned for a day after the limit."""
        return self.done_on is None and self.planned_for is not None and self.planned_for > self.by


def day_of(meeting: Meeting) -> date | None:
    """The day of a meeting: its date, else the day on which it began."""
    return meeting.on or (meeting.started_at.date() if meeting.started_at else None)


def was_held(meeting: Meeting, day: date) -> bool:
    """Whether a meeting is over or under way on ``day``: it was begun, or its date has passed."""
    on = day_of(meeting)
    return meeting.started_at is not None or meeting.ended_at is not None or (on is not None and on < day)


def next_planned(shown: Family | View, day: date) -> Meeting | None:
    """The next meeting that is planned for ``day`` or later and has not begun."""
    ahead = [(m.on, m.at is None, m.at, m) for m in shown.meetings if m.on and m.on >= day and not was_held(m, day)]
    return min(ahead, key=lambda one: (one[0], one[1], str(one[2] or "")), default=(None, None, None, None))[3]


def what_is_due(limits: Limits, shown: Family | View, day: date) -> tuple[Due, ...]:
    """Every limit that holds for ``shown`` on ``day``, the earliest first.

    An update without the youth or the caregiver is no planning meeting, so it does not count as one.
    """
    held = sorted(on for m in shown.meetings if m.form == "planning" and was_held(m, day) and (on := day_of(m)))
    planned = next_planned(shown, day)
    found = [
        *_from_enrolment(limits, shown, held, planned),
        _next_meeting(limits, held, planned),
        _notice(limits, planned),
        *_after_signing(limits, shown),
    ]
    return tuple(sorted((due for due in found if due), key=lambda due: due.by))


def _from_enrolment(limits: Limits, shown: Family | View, held: list[date], planned: Meeting | None) -> list[Due | None]:
    enrolled = shown.header.enrolled_on
    signed = min((edition.fixed_at.date() for edition in shown.editions), default=None)
    first = held[0] if held else None
    ahead = planned.on if planned else None
    return [
        _due("first_meeting", enrolled, limits.days_to_first_meeting, done_on=first, planned_for=ahead),
        _due("first_plan", enrolled, limits.days_to_first_plan, done_on=signed),
    ]


def _next_meeting(limits: Limits, held: list[date], planned: Meeting | None) -> Due | None:
    last = held[-1] if held else None
    return _due("next_meeting", last, limits.days_between_meetings, planned_for=planned.on if planned else None)


def _notice(limits: Limits, planned: Meeting | None) -> Due | None:
    if planned is None or limits.notice_days is None:
        return None
    return _due("notice", planned.on, -limits.notice_days, done_on=planned.notice_given_on)


def _after_signing(limits: Limits, shown: Family | View) -> list[Due | None]:
    last = max(shown.editions, key=lambda edition: edition.number, default=None)
    if last is None:
        return []
    signed = last.fixed_at.date()
    return [
        _due("next_plan", signed, limits.days_between_plans),
        _due("copies", signed, limits.days_to_copies, done_on=_copies_given(shown, last)),
    ]


def _copies_given(shown: Family | View, edition: Edition) -> date | None:
    """The day on which the last copy of ``edition`` was given; ``None`` while one is owed, or none was noted."""
    given = [copy.given_on for copy in shown.copies if copy.edition in (None, edition.number)]
    done = [on for on in given if on is not None]
    return max(done) if done and len(done) == len(given) else None


def _due(
    kind: DueKind, since: date | None, days: int | None, *, done_on: date | None = None, planned_for: date | None = None
) -> Due | None:
    """The limit ``days`` after ``since``; ``None`` if either is not known, or the calendar ends before."""
    if since is None or days is None or not date.min.toordinal() <= since.toordinal() + days <= date.max.toordinal():
        return None
    return Due(kind, since + timedelta(days=days), done_on, planned_for)
