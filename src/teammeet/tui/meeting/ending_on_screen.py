"""How a meeting ends on its screen: the next date told as it is typed, stopping well before the end, and one left open."""

from __future__ import annotations

from functools import partial
from typing import Final

from textual import on, work
from textual.widgets import Input

from teammeet.tui import left_open
from teammeet.tui.commands import Command
from teammeet.tui.keeping import nothing_more
from teammeet.tui.meeting import next_date, start
from teammeet.tui.meeting.held import HeldMeeting
from teammeet.tui.meeting.stopping import Waits
from teammeet.tui.screens.dialogs import Question

LOOK: Final = 60.0
"""Seconds between two looks at whether people are still there."""
COMMANDS_OF_ENDING: Final = (Command("ending.stop-well", "shift+f12"),)


class EndsMeeting(HeldMeeting):
    """A meeting that ends in its time, early, or not at all."""

    _told_live = ""
    _turned: frozenset[str] = frozenset()
    """Ids of the steps of which people said, when they were about to stop, the opposite of what was proposed."""

    def on_mount(self) -> None:
        """Look now and then whether a night came between."""
        self.set_interval(LOOK, self.mind_the_night)

    # The next date

    @on(Input.Changed, "#capture")
    def _next_date_typed(self, changed: Input.Changed) -> None:
        """Beside the line stands which day it means and what the limits say of it, while it is typed."""
        step = self.agenda.step(self.stand.step) if self.is_held and self.asking is None else None
        if step is None or step.phase != "closing":
            return
        scene = self.scene()
        told = next_date.live(scene, changed.value) if scene.mode == "next" and changed.value.strip() else ""
        if told != self._told_live:
            self._told_live = told
            self.tell(told)

    # Stopping well

    def action_stop_well(self) -> None:
        """The meeting must end early: the safety steps, the next date, what waits."""
        from teammeet.tui.screens.stop_well import StopWellScreen

        self.count_time()
        waits = Waits(self.stand.done, self._turned)
        self.app.push_screen(StopWellScreen(self.scene, waits, self._steps_turned, self._stopped))

    def _steps_turned(self, waits: Waits) -> None:
        self._turned = waits.turned

    def _stopped(self, steps_left: tuple[str, ...]) -> None:
        """Everything is said: the meeting is over, and what waits is written down with it."""
        now = self.app.clock()
        counted = self.clock.counted(self.meeting, now)
        if not self.app.hold(start.ended_early(counted, now, steps_left)):
            return
        self.clock = self.clock.at("", now)
        self._to_the_signing()

    @work(exclusive=True, group="end")
    async def _to_the_signing(self) -> None:
        meeting = self.meeting.id
        sign = await self.app.push_screen_wait(Question("ending.then-copies", yes_first=True))
        self.app.back(partial(self.app.go, "sign", meeting=meeting) if sign else nothing_more)

    # Left open

    def begin(self) -> None:
        """Before a meeting is held, one without an end is asked about."""
        found = left_open.found_open(self.app) if self.app.family is not None else None
        if found is not None and self._wanted in ("", found.meeting.id):
            if found.goes_on:  # midnight came while they talked
                self._wanted = found.meeting.id
            elif found.meeting.id not in self.app.asked_about:
                self._ask_left_open(found)
                return
        super().begin()

    def mind_the_night(self) -> None:
        """A screen that stood open for a night asks too."""
        if self.is_held and self.is_current and self._stood_over_night():
            found = left_open.to_ask_about(self.app)
            if found is not None and found.meeting.id == self.meeting.id:
                self._ask_left_open(found)

    def _stood_over_night(self) -> bool:
        began = self.meeting.started_at
        now = self.app.clock()
        return began is not None and self.meeting.ended_at is None and began.astimezone(now.tzinfo).date() != now.date()

    @work(exclusive=True, group="left-open")
    async def _ask_left_open(self, found: left_open.LeftOpen) -> None:
        answer = await self.app.push_screen_wait(left_open.question(self.app, found))
        self.app.asked_about.add(found.meeting.id)
        if answer == "on":
            self._go_on(found.meeting.id)
        elif answer == "close" and left_open.close(self.app, found):
            self._ended_as_of(found.meeting.id)
        else:
            self.app.back()

    def _go_on(self, meeting: str) -> None:
        if self.is_held:
            self.clock = self.clock.at(self.clock.step, self.app.clock())
            return
        self._wanted = meeting
        super().begin()

    def _ended_as_of(self, meeting: str) -> None:
        """It is over. Who wanted that very meeting is done; who wanted one now goes on to it."""
        self.app.tell("ending.told.closed-as-of")
        if self.is_held or self._wanted == meeting:
            self.clock = self.clock.at("", self.app.clock())
            self.app.back()
        else:
            super().begin()
