"""A meeting as it is held: which one, at which step and since when, and what must be found again after a restart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from textual import work

from teammeet.desk import Place
from teammeet.model.family import put
from teammeet.model.meetings import Meeting, PrivateNote
from teammeet.practice.coach import Hint
from teammeet.practice.task_hints import sharing_hints
from teammeet.tui.meeting import start
from teammeet.tui.meeting.clock import A_WHILE, StepClock, seconds_of
from teammeet.tui.meeting.days import day_words
from teammeet.tui.meeting.deeds import DoesDeeds
from teammeet.tui.meeting.hints import hints_for
from teammeet.tui.meeting.panels import PANELS
from teammeet.tui.meeting.pick import PickAgenda
from teammeet.tui.meeting.scene import AskLine, Deed, Keep, Scene, StepPanel
from teammeet.tui.meeting.sight import Sight
from teammeet.tui.meeting.stand import Stand
from teammeet.tui.screens.dialogs import Question
from teammeet.tui.widgets.capture import CoachLine

if TYPE_CHECKING:
    from teammeet.model.family import Family
    from teammeet.practice.agenda import Agenda

TICK: Final = 1.0
"""Seconds between two looks at the clock; a minute that turns is on the screen at once."""


class HeldMeeting(DoesDeeds):
    """The state of a meeting's screen. A subclass paints it."""

    def __init__(self, meeting: str = "", agenda: str = "") -> None:
        super().__init__()
        self.stand = Stand()
        self.clock = StepClock()
        self._wanted = meeting
        self._agenda_wanted = agenda
        self._meeting_id = ""
        self._agenda: Agenda | None = None
        self._hints_on = True
        self.sight = Sight()
        self.everything = False

    # What is held

    @property
    def is_held(self) -> bool:
        """Whether a meeting is open on this screen and still in the record."""
        return bool(self._meeting_id) and self.app.family is not None and self.app.family.get(self._meeting_id) is not None

    @property
    def family_now(self) -> Family:
        """The family as it stands."""
        assert self.app.family is not None, "a family is open"
        return self.app.family

    @property
    def meeting(self) -> Meeting:
        """The meeting as it stands in the record."""
        meeting = self.family_now.get(self._meeting_id)
        assert isinstance(meeting, Meeting), "the meeting is in the record"
        return meeting

    @property
    def agenda(self) -> Agenda:
        """Its agenda."""
        assert self._agenda is not None, "the meeting has begun"
        return self._agenda

    @property
    def panel(self) -> StepPanel:
        """What the present step does."""
        return PANELS[self.scene().step.phase]

    def scene(self) -> Scene:
        """This moment."""
        step = self.agenda.step(self.stand.step) or self.agenda.steps[0]
        scene = Scene(
            family=self.family_now,
            meeting=self.meeting,
            agenda=self.agenda,
            step=step,
            now=self.app.clock(),
            language=self.app.language,
            selected=self.stand.selected,
            sight=self._sight_now(),
            private=self.app.sharing.private,
            plain_signs=self.app.settings.plain_signs,
        )
        panel = PANELS[step.phase]
        modes = panel.modes(scene)
        scene = scene.at(self.stand.mode if self.stand.mode in modes else modes[0])
        if scene.shown is not scene.family and panel.selected(scene) is None:
            scene = replace(scene, selected="")  # nothing is done to a row that the room does not see
        return scene if scene.selected else scene.at(scene.mode, panel.first(scene))

    def is_shown(self) -> None:
        """Everything was painted anew."""

    def _sight_now(self) -> Sight:
        """How this screen looks at the family: a wall never sees everything."""
        sharing = self.app.sharing
        everything = self.everything and sharing.private
        on_wall = sharing.is_on or not sharing.private
        if (self.sight.everything, self.sight.on_wall) != (everything, on_wall):
            self.sight = Sight(everything=everything, on_wall=on_wall)
        return self.sight

    # Beginning and going on

    def begin(self) -> None:
        """Find the meeting, or ask which kind it shall be."""
        if self.app.family is None:
            return
        found = start.meeting_to_hold(self.app.family, self._wanted, self.app.clock())
        planned = None if found or self._agenda_wanted else start.planned_for_another_day(self.app.family, self.app.clock())
        if planned is not None:
            self._ask_planned(planned)
        else:
            self._begin_with(found)

    def _begin_with(self, found: Meeting | None) -> None:
        agenda = start.agenda_of(found.agenda if found else self._agenda_wanted, self.app.agenda_folders)
        if agenda is None:
            self._ask_agenda(found)
        else:
            self._open(found or start.new_meeting(agenda), agenda)

    @work(exclusive=True, group="agenda")
    async def _ask_planned(self, planned: Meeting) -> None:
        """The team may have met on another day than it had planned to."""
        day = day_words(planned.on, self.app.language) if planned.on else ""
        now = await self.app.push_screen_wait(Question("meeting.planned", yes_first=True, day=day))
        self._begin_with(planned if now else None)

    @work(exclusive=True, group="agenda")
    async def _ask_agenda(self, found: Meeting | None) -> None:
        agendas = start.known_agendas(self.app.agenda_folders)
        fitting = start.fitting_agenda(self.family_now, agendas)
        chosen = await self.app.push_screen_wait(PickAgenda(agendas, fitting))
        agenda = next((one for one in agendas if one.id == chosen), None)
        if agenda is None:
            self.app.back()
        else:
            self._open(found.changed(agenda=agenda.id) if found else start.new_meeting(agenda), agenda)

    def _open(self, meeting: Meeting, agenda: Agenda) -> None:
        now = self.app.clock()
        under_way = start.begun(meeting, now)
        if under_way != self.family_now.get(meeting.id) and not self.app.hold(under_way):
            return
        if who := start.run_by(self.family_now, under_way, self.app.settings.facilitator, self.app.settings.agency):
            self.app.keep(*who)
        self._meeting_id, self._agenda = meeting.id, agenda
        step, mode, unfinished = start.where_it_stood(self.app.place, under_way, agenda)
        self.stand = Stand(done=start.worked_on(self.app.place, meeting)).at(step)
        if mode:
            self.stand = self.stand.with_mode(mode)
        self.clock = StepClock().at("" if under_way.ended_at else step, now)
        self.take_line(unfinished)
        self.show_all()
        self.save_place()
        self.is_begun()

    def is_begun(self) -> None:
        """The meeting is on the screen, begun now or gone on with."""

    def go_to(self, number: int) -> None:
        """Go to a step by its number, counted from 0; the time at the last one is kept."""
        if not self.is_held or not 0 <= number < len(self.agenda.steps):
            return
        self.tell("")
        step = self.agenda.steps[number]
        counted = self.clock.counted(self.meeting, self.app.clock())
        if seconds_of(counted, self.stand.step) >= A_WHILE:
            self.stand = self.stand.with_done(self.stand.step)
        self.stand = self.stand.at(step.id)
        self.clock = self.clock.at(step.id if self.clock.step else "", self.app.clock())
        if counted == self.meeting or not self.app.hold(counted):
            self.show_all()
        self.save_place()
        if step.phase == "closing":
            self._say_hints("", sharing_hints(self.scene().shown, self.app.language))

    @property
    def step_number(self) -> int:
        """The number of the present step, counted from 0."""
        return next((n for n, step in enumerate(self.agenda.steps) if step.id == self.stand.step), 0)

    def count_time(self) -> None:
        """Write down the minutes of the present step."""
        if not self.is_held or self.meeting.ended_at is not None:
            return
        now = self.app.clock()
        counted = self.clock.counted(self.meeting, now)
        if counted != self.meeting and self.app.hold(counted):
            self.clock = self.clock.at(self.clock.step, now)

    def finish(self) -> None:
        """The program ends or is locked in the middle of a step: its minutes stay."""
        self.count_time()

    def close_meeting(self) -> bool:
        """The meeting is over: its minutes and its end are kept."""
        now = self.app.clock()
        done = self.app.hold(start.ended(self.clock.counted(self.meeting, now), now))
        if done:
            self.clock = self.clock.at("", now)
        return done

    def leave_meeting(self) -> None:
        """One screen down; the meeting stays open."""
        self.count_time()
        self.app.back()

    # Besides the steps

    def select(self, row: str) -> None:
        """Select a row of this step."""
        self.stand = self.stand.with_row(row)
        self.show_all()

    def is_kept(self, deed: Keep) -> None:
        """Say what came of it, and what the coach would ask."""
        super().is_kept(deed)
        if deed.edits and self.stand.step not in self.stand.done:
            self.stand = self.stand.with_done(self.stand.step)
            self.save_place()
            self.show_all()
        if deed.select and not self.sight.everything and deed.select in self.scene().not_for_the_room:
            self.tell(self.app.say("meeting.told.kept-unseen"))
            return
        self._say_hints(deed.said, hints_for(self.family_now, deed.hint, self.app.language))

    def _say_hints(self, said: str, found: tuple[Hint, ...]) -> None:
        """What came of it, then the first hint: an answer is never lost behind a hint."""
        if not found or not self._hints_on or not self.app.sharing.private:
            return
        first, *more = found
        words = self.app.say("meeting.line.hint", reason=first.reason, ask=first.ask)
        rest = self.app.say("meeting.line.hint-more", number=len(more)) if more else ""
        self.query_one(CoachLine).say("  ".join(filter(None, (said, words, rest))))

    def family_to_read(self) -> Family | None:
        """What the room may see of it, unless everything is shown."""
        return self.scene().shown

    def action_everything(self) -> None:
        """What is not for the room, shown or not."""
        if not self.app.sharing.private:
            self.tell(self.app.say("share.told.not-here"))
            return
        self.everything = not self.everything
        self.tell("")
        self.show_all()

    def action_coach(self) -> None:
        """Hints on, or off."""
        self._hints_on = not self._hints_on
        self.tell("")
        self.app.tell("meeting.told.coach-on" if self._hints_on else "meeting.told.coach-off")

    def action_note(self) -> None:
        """The line is for the facilitator alone; with no line, it is asked for."""

        def noted(words: str) -> Deed:
            item = PrivateNote(text=words, meeting=self.meeting.id, step=self.stand.step, on=self.app.today())
            return Keep((put(item),), said=self.app.say("meeting.told.note-kept"))

        self.keep_aside("meeting.ask.note", noted)

    def keep_aside(self, question: str, kept: Callable[[str], Deed]) -> None:
        """Keep what is typed besides the step; with no line, ask ``question`` for it."""
        typed = self.line.take().strip() if self.asking is None else ""
        self.do(lambda: kept(typed) if typed else AskLine(self.app.say(question), kept), typed)

    def save_place(self) -> None:
        """Remember the step, what the line adds, and the line."""
        if self.is_held:
            self.app.save_place(self.place_now())

    def place_now(self) -> Place:
        """The step, what the line adds, and the line."""
        mode, step, meeting = self.stand.mode, self.stand.step, self._meeting_id
        place = Place(screen="meeting", meeting=meeting, step=step, field=mode, unfinished=self.unfinished())
        return place.changed(done_in=meeting, done=tuple(sorted(self.stand.done)))
