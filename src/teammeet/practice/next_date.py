"""The next date against the agenda's time limits, while it is chosen: what each asks, and whether the day keeps it.

No limit is universal, and none blocks: a family may have its reasons (first plan, next plan and notice: Milwaukee Wraparound:
Plan of Care policy; days between meetings: Mississippi Administrative Code 24-2-41.2).
"""

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Final, Literal

from teammeet.model.family import Family
from teammeet.model.meetings import Meeting
from teammeet.model.view import View
from teammeet.practice.steps import Limits
from teammeet.practice.time_limits import day_of, was_held

AskedKind = Literal["next_meeting", "first_plan", "next_plan", "notice"]
WEEKS: Final = (1, 2, 3, 4)
"""Weeks from today that are offered: in each of them people have the hour of today's meeting free."""
_QUARTER: Final = 15


@dataclass(frozen=True, slots=True)
class Asked:
    """One limit for a day: ``days`` is the setting, ``by`` the last day that keeps it (for ``notice`` the first).

    ``off`` is by how many days it is missed; 0 when it is kept.
    """

    kind: AskedKind
    days: int
    by: date
    off: int

    @property
    def is_kept(self) -> bool:
        """Whether the day keeps the limit."""
        return self.off == 0


def asked_of(limits: Limits, shown: Family | View, day: date, today: date, meeting: Meeting | None = None) -> tuple[Asked, ...]:
    """What the limits ask of ``day`` as the next meeting, when ``meeting`` is held ``today``. One that is not set asks nothing.

    The days between meetings count from today, unless nothing is planned in ``meeting``: then from the last that planned.
    """
    last = max(shown.editions, key=lambda edition: edition.number, default=None)
    since = today if meeting is None or meeting.form == "planning" else _planned_last(shown, meeting, today)
    found = [_until("next_meeting", since, limits.days_between_meetings, day)]
    if last is None:
        found.append(_until("first_plan", shown.header.enrolled_on, limits.days_to_first_plan, day))
    else:
        found.append(_until("next_plan", last.fixed_at.date(), limits.days_between_plans, day))
    if limits.notice_days is not None:
        first = today + timedelta(days=limits.notice_days)
        found.append(Asked("notice", limits.notice_days, first, max(0, (first - day).days)))
    return tuple(asked for asked in found if asked is not None)


def proposed(meeting: Meeting, today: date) -> tuple[tuple[date, time | None], ...]:
    """Days to choose from: some weeks from today, the same weekday, at the hour of this meeting (to the quarter)."""
    at = hour_of(meeting)
    return tuple((today + timedelta(weeks=weeks), at) for weeks in WEEKS)


def hour_of(meeting: Meeting) -> time | None:
    """The hour of a meeting: as it was set, else when it began, to the quarter of an hour below."""
    if meeting.at is not None:
        return meeting.at
    began = meeting.started_at
    return time(began.hour, began.minute // _QUARTER * _QUARTER) if began else None


def _planned_last(shown: Family | View, meeting: Meeting, today: date) -> date | None:
    """The day of the last planning meeting other than ``meeting``."""
    others = (m for m in shown.meetings if m.id != meeting.id and m.form == "planning" and was_held(m, today))
    return max((on for on in map(day_of, others) if on is not None), default=None)


def _until(kind: AskedKind, since: date | None, days: int | None, day: date) -> Asked | None:
    if since is None or days is None:
        return None
    by = since + timedelta(days=days)
    return Asked(kind, days, by, max(0, (day - by).days))
