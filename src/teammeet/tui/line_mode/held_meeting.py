"""The meeting that is held: which one, at which step and since when, and what is found again after a restart."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from teammeet.desk import Place
from teammeet.model.meetings import Meeting
from teammeet.practice.agenda import Agenda, Step
from teammeet.room_window.page import RoomPage
from teammeet.tui.line_mode.command_words import instead
from teammeet.tui.line_mode.house import House
from teammeet.tui.meeting import start
from teammeet.tui.meeting.clock import A_WHILE, StepClock, seconds_of
from teammeet.tui.meeting.panels import PANELS
from teammeet.tui.meeting.room_page import page_of
from teammeet.tui.meeting.scene import Scene, StepPanel
from teammeet.tui.meeting.sight import Sight
from teammeet.tui.meeting.stand import Stand
from teammeet.tui.meeting.taking_back import LastLine
from teammeet.tui.wall import present_at


@dataclass(frozen=True)
class LineScene(Scene):
    """A moment of a meeting in lines: what speaks of keys on a screen is said in the words of this mode."""

    def say(self, key: str, **values: object) -> str:
        """The message ``meeting.KEY``, or what stands in its place here."""
        return instead("meeting", key, self.language, **values)


class HeldMeeting:
    """A meeting of the open family, begun or gone on with."""

    def __init__(self, house: House, meeting: Meeting, agenda: Agenda) -> None:
        self._house = house
        self._id = meeting.id
        self.agenda = agenda
        self.sight = Sight()
        step, mode, _ = start.where_it_stood(house.place, meeting, agenda)
        self.stand = Stand(done=start.worked_on(house.place, meeting)).at(step)
        if mode:
            self.stand = self.stand.with_mode(mode)
        self.clock = StepClock().at("" if meeting.ended_at else step, house.now())
        held = house.place if house.place is not None and house.place.meeting == meeting.id else Place()
        self.last_line = LastLine(held.last_line, held.last_made, held.last_written_into)
        self.save_place()

    @property
    def is_there(self) -> bool:
        """Whether the meeting is still in the record: undo may have taken it out."""
        return isinstance(self._house.open_family.get(self._id), Meeting)

    @property
    def meeting(self) -> Meeting:
        """The meeting as it stands in the record."""
        meeting = self._house.open_family.get(self._id)
        assert isinstance(meeting, Meeting), "the meeting is in the record"
        return meeting

    @property
    def step(self) -> Step:
        """The present step."""
        return self.agenda.step(self.stand.step) or self.agenda.steps[0]

    @property
    def number(self) -> int:
        """The number of the present step, counted from 0."""
        return self.agenda.steps.index(self.step)

    @property
    def panel(self) -> StepPanel:
        """What the present step does."""
        return PANELS[self.step.phase]

    def scene(self) -> Scene:
        """This moment."""
        scene: Scene = LineScene(
            family=self._house.open_family,
            meeting=self.meeting,
            agenda=self.agenda,
            step=self.step,
            now=self._house.now(),
            language=self._house.language,
            selected=self.stand.selected,
            sight=self._sight_now(),
        )
        modes = self.panel.modes(scene)
        scene = scene.at(self.stand.mode if self.stand.mode in modes else modes[0])
        if scene.shown is not scene.family and self.panel.selected(scene) is None:
            scene = replace(scene, selected="")  # nothing is done to a row that the room does not see
        return scene if scene.selected else scene.at(scene.mode, self.panel.first(scene))

    def scene_on_screen(self) -> Scene:
        """This moment in the words of the screens, for the room reads a screen."""
        scene = self.scene()
        plain = Scene(**{field.name: getattr(scene, field.name) for field in fields(Scene)})
        return replace(plain, plain_signs=self._house.settings.plain_signs)

    def room_page(self) -> RoomPage:
        """The step as everybody now present may see it; nothing when the meeting is no longer in the record."""
        if not self.is_there:
            return RoomPage(kind="waiting", language=self._house.language)
        return page_of(self.scene_on_screen(), self.stand)

    def _sight_now(self) -> Sight:
        """What is read aloud fills the room: once somebody is there, only what all who are there may see."""
        on_wall = not self.sight.everything and bool(present_at(self._house.open_family, self._id))
        if on_wall != self.sight.on_wall:
            self.sight = Sight(everything=self.sight.everything, on_wall=on_wall)
        return self.sight

    def look_anew(self, *, everything: bool) -> None:
        """Show everything from now on, or what the room may see."""
        self.sight = Sight(everything=everything)

    def go_to(self, number: int) -> bool:
        """Go to a step by its number, counted from 0; the time at the last one is kept. False if there is no such step."""
        if not 0 <= number < len(self.agenda.steps):
            return False
        now = self._house.now()
        counted = self.clock.counted(self.meeting, now)
        if seconds_of(counted, self.stand.step) >= A_WHILE:
            self.stand = self.stand.with_done(self.stand.step)
        self.stand = self.stand.at(self.agenda.steps[number].id)
        self.clock = self.clock.at(self.stand.step if self.clock.step else "", now)
        if counted != self.meeting:
            self._house.hold(counted)
        self.save_place()
        return True

    def count_time(self, least: int = 1) -> None:
        """Write down the seconds of the present step, if there are ``least``."""
        if not self.is_there or self.meeting.ended_at is not None:
            return
        now = self._house.now()
        if self.clock.seconds(now) < least:
            return
        counted = self.clock.counted(self.meeting, now)
        if counted != self.meeting and self._house.hold(counted):
            self.clock = self.clock.at(self.clock.step, now)

    def close(self, steps_left: tuple[str, ...] | None = None) -> bool:
        """The meeting is over: its minutes and its end are kept; ``steps_left`` wait, where it ended early."""
        now = self._house.now()
        counted = self.clock.counted(self.meeting, now)
        over = start.ended(counted, now) if steps_left is None else start.ended_early(counted, now, steps_left)
        done = self._house.hold(over)
        if done:
            self.clock = self.clock.at("", now)
        return done

    def save_place(self) -> None:
        """Remember the step, what a line adds, and the line that can be taken back."""
        last = self.last_line
        place = Place(screen="meeting", meeting=self._id, step=self.stand.step, field=self.stand.mode)
        place = place.changed(done_in=self._id, done=tuple(sorted(self.stand.done)))
        self._house.save_place(place.changed(last_line=last.typed, last_made=last.made, last_written_into=last.written_into))
