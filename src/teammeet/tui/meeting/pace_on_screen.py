"""The clock of a meeting on its screen: for the facilitator alone, painted when a minute turns, kept to a few seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import on, work
from textual.content import Content

from teammeet.model.family import put
from teammeet.tui.commands import Command
from teammeet.tui.meeting.clock import LONGEST, seconds_of, with_seconds, with_seconds_beside
from teammeet.tui.meeting.held import HeldMeeting
from teammeet.tui.meeting.scene import Scene
from teammeet.tui.meeting.shown import stops_of
from teammeet.tui.meeting.time_dialog import EndAt, GoTo, TimeDialog
from teammeet.tui.meeting.time_words import (
    hour,
    meeting_in_words,
    pace_of,
    remarks,
    say,
    time_mark,
)
from teammeet.tui.widgets.capture import CoachLine
from teammeet.tui.widgets.rail import Rail, StepBar, TimeWanted

if TYPE_CHECKING:
    from datetime import datetime

    from teammeet.desk import Place
    from teammeet.model.meetings import Meeting
    from teammeet.practice.agenda import Agenda

COMMANDS_OF_PACE: Final = (Command("pace.time", "shift+f5"),)
SECONDS_UNTIL_COUNTED: Final = 300
"""Seconds of a step after which its minutes are written into the record, for whoever reads it elsewhere."""
SECONDS_BESIDE: Final = 10
"""Seconds of a step after which they are written down beside the journal: no more is lost when the machine stops."""


class KeepsPace(HeldMeeting):
    """A meeting whose facilitator sees how its time stands."""

    _time_shown = ""
    _beside = ("", 0)
    _mark_wanted = False
    _mark_shown = ""

    def __init__(self, meeting: str = "", agenda: str = "") -> None:
        super().__init__(meeting, agenda)
        self._remarked: set[tuple[object, ...]] = set()

    # What is shown

    def tick(self) -> None:
        """A look at the clock: what a turned minute changes is painted, and nothing else."""
        if not self.is_held or not self.clock.step or self.meeting.ended_at is not None:
            return
        self._keep_seconds(self.app.clock())
        if self.is_current:
            scene = self._moment()
            self.show_time(scene)
            if self.time_mark() != self._mark_shown:
                self.show_all()  # the room's window goes on too
            self._remark(scene)

    def show_time(self, scene: Scene) -> None:
        """The minutes of the steps and of the meeting; each part is painted only where it changed."""
        stops = stops_of(scene, self.stand, self.clock)
        self.query_one(Rail).show(stops)
        self.query_one(StepBar).show(tuple(stop for stop, _ in stops), next((words for stop, words in stops if stop.here), ""))
        self._show_whole_time(scene)

    def is_shown(self) -> None:
        """All was painted; how the whole meeting stands too."""
        super().is_shown()
        self._mark_shown = self.time_mark()
        self._show_whole_time(self._moment())

    def _show_whole_time(self, scene: Scene) -> None:
        """Below the line, where the eyes are: how the time stands; to the room no more than the mark, if that is wanted."""
        told = self._time_told(scene)
        if told != self._time_shown:
            self._time_shown = told
            self.line.border_subtitle = Content(told) if told else ""

    def time_mark(self) -> str:
        """A neutral mark of how far the meeting is, for the room; nothing unless it is asked for."""
        return time_mark(self._moment()) if self._mark_wanted and self.is_held else ""

    def _time_told(self, scene: Scene) -> str:
        if not scene.private:
            return self.time_mark()
        pace = pace_of(scene, self.stand, self.clock)
        return meeting_in_words(scene, pace) if pace is not None else ""

    def _moment(self) -> Scene:
        """This moment without what is selected: enough for the clock, and quickly made."""
        return Scene(
            family=self.family_now,
            meeting=self.meeting,
            agenda=self.agenda,
            step=self.agenda.step(self.stand.step) or self.agenda.steps[0],
            now=self.app.clock(),
            language=self.app.language,
            sight=self._sight_now(),
            private=self.app.sharing.private,
        )

    # Remarks

    def _remark(self, scene: Scene) -> None:
        """Say once what time asks for; it waits while something else stands beside the line, or a question is open."""
        pace = pace_of(scene, self.stand, self.clock) if scene.private else None
        if pace is None or self.asking is not None or self.query_one(CoachLine).display:
            return
        due = next(((key, words) for key, words in remarks(scene, pace) if key not in self._remarked), None)
        if due is not None:
            self._remarked.add(due[0])
            self.tell(due[1])

    # Seconds

    def _open(self, meeting: Meeting, agenda: Agenda) -> None:
        """What was written down beside the journal and not counted comes back."""
        super()._open(with_seconds_beside(meeting, self.app.place), agenda)

    def place_now(self) -> Place:
        """The place, with the time at this step: after some seconds, not with every key."""
        step, seconds = self.stand.step, seconds_of(self.meeting, self.stand.step) + self.clock.seconds(self.app.clock())
        if step != self._beside[0] or seconds >= self._beside[1] + SECONDS_BESIDE:
            self._beside = (step, seconds)
        return super().place_now().changed(step_seconds=self._beside[1])

    def _keep_seconds(self, now: datetime) -> None:
        since = self.clock.since
        if since is not None and (now - since).total_seconds() > LONGEST:
            self._go_on_after_a_night(now)
        elif self.clock.running(now) >= SECONDS_UNTIL_COUNTED:
            self.count_time()
        elif self.clock.running(now) >= SECONDS_BESIDE:
            self.save_place()

    def _go_on_after_a_night(self, now: datetime) -> None:
        """Nobody was there: what was counted before stands, and the clock begins anew."""
        step, seconds = self._beside
        self.clock = self.clock.at(self.clock.step, now)
        if step == self.clock.step and seconds > seconds_of(self.meeting, step):
            self.app.hold(with_seconds(self.meeting, step, seconds))

    # The overview

    @on(TimeWanted)
    def _time_wanted(self) -> None:
        """A click opens the overview; on a screen that others see it does nothing."""
        if self.is_held and self.app.sharing.private:
            self.action_time()

    def action_time(self) -> None:
        """To the facilitator the overview of time; on a screen that others see, the mark alone."""
        if not self.app.sharing.private:
            self._turn_mark()
        else:
            self._look_at_time()

    @work(exclusive=True, group="time")
    async def _look_at_time(self) -> None:
        while True:
            scene = self._moment()
            pace = pace_of(scene, self.stand, self.clock)
            if pace is None:
                self.tell(say(scene, "dialog.not-running"))
                return
            answer = await self.app.push_screen_wait(TimeDialog(scene, pace, marked=self._mark_wanted))
            if answer is None:
                return
            if isinstance(answer, GoTo):
                self.go_to(next(n for n, step in enumerate(self.agenda.steps) if step.id == answer.step))
                return
            if isinstance(answer, EndAt):
                self._set_end(answer.at)
            else:
                self._turn_mark()

    def _set_end(self, at: datetime | None) -> None:
        if self.app.keep(put(self.meeting.changed(ends_at=at))):
            scene = self._moment()
            pace = pace_of(scene, self.stand, self.clock)
            if pace is not None:
                self.app.tell("pace.told.end-set", at=hour(pace.ends_at, pace.now))

    def _turn_mark(self) -> None:
        self._mark_wanted = not self._mark_wanted
        self.show_all()
        self.app.tell("pace.told.mark-on" if self._mark_wanted else "pace.told.mark-off")
