"""What a meeting is to mind: its time, who leaves, who must be there and is not; and the card that opens it."""

from __future__ import annotations

from teammeet.model.family import put
from teammeet.model.meetings import Meeting
from teammeet.practice.pacing import Pace, planned_end
from teammeet.tui.line_mode import answers
from teammeet.tui.line_mode.asides import KeepsAside
from teammeet.tui.line_mode.spoken_rows import in_words
from teammeet.tui.meeting import opening, planning
from teammeet.tui.meeting.end_words import read_end
from teammeet.tui.meeting.scene import AskLine, Deed
from teammeet.tui.meeting.time_words import hour, meeting_in_words, pace_of, remarks, to_go_in_words


class MindsMeeting(KeepsAside):
    """The part of a meeting's room that reminds. Each thing is said once; none stops anybody."""

    _step_was_left = False
    """Whether the step in which people are marked was left: whoever was not marked by then is not there."""
    _told_missing: tuple[object, ...] = ()
    _remarked: frozenset[tuple[object, ...]] = frozenset()

    def mind(self) -> None:
        """Say what is to be minded now, if it was not said before."""
        scene = self.held.scene()
        missing = planning.missing(scene)
        if not missing:
            self._told_missing = ()
        elif missing != self._told_missing and (planning.is_taken(scene) or self._step_was_left):
            self._told_missing = missing
            self.say_told(planning.why_not(scene))
            self.console.tell("planning-how")
        found = pace_of(scene, self.held.stand, self.held.clock)
        for key, words in remarks(scene, found) if found is not None else ():
            if key not in self._remarked:
                self._remarked |= {key}
                self.say_told(words)
                return

    def step_is_left(self) -> None:
        """The step is left: if people are marked in it, it can be said now who is missing."""
        scene = self.held.scene()
        if "attendances" in scene.step.works_on:
            self._step_was_left = planning.was_begun(scene)

    def do_time(self, _: str) -> None:
        """The minutes of this step, and of the whole meeting: what is left, what can wait, what must not."""
        scene, step = self.held.scene(), self.held.step
        name = step.name.in_language(self.house.language)
        self.console.tell("time-step", name=name, minutes=self.minutes_of_step(step.id, step.minutes))
        found = pace_of(scene, self.held.stand, self.held.clock)
        if found is not None:
            self.say_told(meeting_in_words(scene, found))
            self.say_told(to_go_in_words(scene, found))

    def do_until(self, said: str) -> None:
        """When the meeting shall end; without a time it is asked."""
        scene = self.held.scene()
        found = pace_of(scene, self.held.stand, self.held.clock)
        if found is None:
            self.console.say(self.house.say("pace.dialog.not-running"))
            return
        ends, question = hour(found.ends_at, found.now), self.house.say("plain.until-when")
        while True:
            typed = said or answers.ask_line(self.console, question, ends)
            if typed is None or self._end_is_set("" if typed == answers.NOTHING else typed, found):
                return
            said = ""

    def _end_is_set(self, said: str, found: Pace) -> bool:
        """Whether it was understood when the meeting shall end; nothing said means as the agenda has it."""
        at = read_end(said, found.now, found.ends_at) if said else None
        if said and at is None:
            self.console.say(self.house.say("pace.told.end-not-understood"))
            return False
        if at is not None and at <= found.now:
            self.console.say(self.house.say("pace.told.end-is-past", at=hour(at, found.now)))
            return False
        meeting = self.held.meeting.changed(ends_at=at)
        if self.house.keep(put(meeting)):
            ends = planned_end(self.held.agenda, meeting, found.now)
            self.console.say(self.house.say("pace.told.end-set", at=hour(ends, found.now)))
        return True

    def do_planning(self, _: str) -> None:
        """What becomes of a meeting without somebody who must be there: another date, an update, or going on."""
        self.do(lambda: planning.ask(self.held.scene()), about="")
        meeting = self.house.open_family.get(self.held.meeting.id) if self.held.is_there else None
        if isinstance(meeting, Meeting) and meeting.form == "not_held":
            self.leave_room()

    def do_opening(self, said: str) -> None:
        """The card to be read aloud: why we are here, what stays here, no recording, ground rules; with words, another why."""
        if said:
            self.do(lambda: self._with_purpose(said), about="")
        scene = self.held.scene()
        for row in opening.opening_lines(scene):
            self.console.say(in_words(row, scene.shown, self.house.language, with_kind=False))
        self.console.tell("opening-how")
        self.show_card(lambda: opening.opening_page(self.held.scene_on_screen()))

    def _with_purpose(self, said: str) -> Deed:
        asked = opening.ask_purpose(self.held.scene())
        return asked.then(said) if isinstance(asked, AskLine) else asked
