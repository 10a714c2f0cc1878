"""Meetings that were left open on another day: people say what becomes of them when the family or the meeting is opened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from textual import work

from teammeet.desk import CLOCK
from teammeet.model.meetings import Meeting
from teammeet.practice.left_open import closed_as_of, last_change, left_open, still_goes_on
from teammeet.tui.meeting.days import day_words
from teammeet.tui.screens.base import HouseScreen

if TYPE_CHECKING:
    from teammeet.tui.app import TeamMeetApp
    from teammeet.tui.widgets.menu import Menu


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """A meeting without an end, when something was last kept in it, and whether people may be in the middle of it still."""

    meeting: Meeting
    last: datetime
    goes_on: bool


def found_open(app: TeamMeetApp) -> LeftOpen | None:
    """The latest meeting of the open family that began on another day and has no end."""
    family, now = app.family, app.clock()
    meeting = next(iter(left_open(family, now)), None) if family is not None else None
    if family is None or meeting is None:
        return None
    moments = (change.at for change in app.desk.history(family.header.id) if change.actor != CLOCK)
    last = last_change(family, meeting, moments) or now
    return LeftOpen(meeting, last.astimezone(now.tzinfo), still_goes_on(last, now))


def to_ask_about(app: TeamMeetApp) -> LeftOpen | None:
    """The meeting that must be asked about, unless that was done since the program began."""
    found = found_open(app)
    return None if found is None or found.goes_on or found.meeting.id in app.asked_about else found


def question(app: TeamMeetApp, found: LeftOpen) -> Menu:
    """What shall become of it: ``on``, ``close``, or ``leave``; Esc leaves it."""
    from teammeet.tui.widgets.menu import Entry, Menu

    began = (found.meeting.started_at or found.last).astimezone(found.last.tzinfo)
    when = f"{_day(app, found.last)}, {found.last:%H:%M}"
    keys = {"on": "g", "close": "c", "leave": "l"}
    entries = tuple(Entry(name, app.say(f"ending.open.{name}", when=when), key) for name, key in keys.items())
    return Menu(app.say("ending.open.title", day=_day(app, began), when=when), entries, "on")


def close(app: TeamMeetApp, found: LeftOpen) -> bool:
    """End it as of its last change."""
    from teammeet.tui.meeting.clock import with_seconds_beside  # late: it brings the steps of a meeting

    family, whole = app.family, with_seconds_beside(found.meeting, app.place)
    return family is not None and app.keep(*closed_as_of(family, whole, found.last))


def _day(app: TeamMeetApp, moment: datetime) -> str:
    return day_words(moment.date(), app.language, app.today())


class MindsLeftOpen(HouseScreen):
    """A screen of a family that asks what shall become of a meeting without an end."""

    def on_mount(self) -> None:
        """Ask once the screen is there."""
        self.call_after_refresh(self._mind_left_open)

    @work(exclusive=True, group="left-open")
    async def _mind_left_open(self) -> None:
        found = to_ask_about(self.app)
        if found is None or not self.is_current:
            return
        answer = await self.app.push_screen_wait(question(self.app, found))
        self.app.asked_about.add(found.meeting.id)
        if answer == "close" and close(self.app, found):
            self.app.tell("ending.told.closed-as-of")
        elif answer == "on":
            self.app.go("meeting", meeting=found.meeting.id)
