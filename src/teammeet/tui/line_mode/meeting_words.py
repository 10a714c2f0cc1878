"""What a meeting says of itself: the step, its question, what a line adds, who is here, the time, the plan and the map."""

from __future__ import annotations

from collections.abc import Iterator

from teammeet.messages import count
from teammeet.model.readers import Reader
from teammeet.practice.coach import Hint
from teammeet.room_window.page import RoomPage
from teammeet.tui.forms.privacy import family_for_the_wall
from teammeet.tui.line_mode.followed import FollowedRoom
from teammeet.tui.line_mode.held_meeting import HeldMeeting
from teammeet.tui.line_mode.plan_read import PlanReading
from teammeet.tui.line_mode.spoken_rows import can_be_selected
from teammeet.tui.meeting.aloud import say_aloud
from teammeet.tui.meeting.clock import seconds_of
from teammeet.tui.meeting.initials import Tags
from teammeet.tui.meeting.scene import Scene
from teammeet.tui.meeting.side import facts_in_words
from teammeet.tui.meeting.tongues import in_languages
from teammeet.tui.sheets.row import Look


class SaysOfMeeting(FollowedRoom):
    """The part of a meeting's room that only tells."""

    held: HeldMeeting

    def here(self) -> None:
        """The step with its number, its question, what a line adds, how many rows stand there."""
        scene, language = self.held.scene(), self.house.language
        name = self.held.step.name.in_language(language)
        self.console.tell("step", number=self.held.number + 1, all=len(self.held.agenda.steps), name=name)
        if self.held.number == 0:
            self.console.tell("opening-offered")
        self.say_question()
        self.say_line()
        rows = sum(can_be_selected(row) for row in self.held.panel.rows(scene))
        if rows:
            self.console.say(count("plain.rows", rows, language))
        self.say_told(say_aloud(scene))
        self.say_told(self.held.panel.summary(scene))
        self.say_selected()

    def say_question(self) -> None:
        """One of the step's questions, with its number; where an interpreter is at work, in both languages."""
        prompts = self.held.step.prompts
        place = self.held.stand.question % len(prompts)
        words, *others = in_languages(self.held.scene(), prompts[place])
        self.console.tell("question", number=place + 1, all=len(prompts), words=words)
        self.console.say(*others)

    def say_line(self) -> None:
        """What a line adds now, with an example."""
        scene, panel = self.held.scene(), self.held.panel
        self.console.tell("line", mode=panel.line_for(scene), example=panel.example(scene))

    def hint_in_words(self, hint: object) -> str:
        """A hint: the words that gave rise to it, the reason, the question."""
        assert isinstance(hint, Hint), "hints are the coach's"
        about = self.house.say("plain.hint-on", words=hint.phrase) if hint.phrase else self.house.say("plain.hint")
        return f"{about} {hint.reason} {hint.ask}"

    def do_why(self, _: str) -> None:
        """Why this step matters."""
        self.console.say(self.held.step.why.in_language(self.house.language))

    def do_steps(self, _: str) -> None:
        """Every step with its number and its minutes."""
        language = self.house.language
        for number, step in enumerate(self.held.agenda.steps, start=1):
            key = "step-here" if step.id == self.held.step.id else "step-line"
            name = step.name.in_language(language)
            self.console.tell(key, number=number, name=name, minutes=self.minutes_of_step(step.id, step.minutes))

    def minutes_of_step(self, step: str, planned: int) -> str:
        """Minutes at a step, of those that are planned."""
        spent = (seconds_of(self.held.meeting, step) + (self._running() if step == self.held.clock.step else 0)) // 60
        return self.house.say("meeting.rail.spent", spent=spent, planned=planned)

    def _running(self) -> int:
        return self.held.clock.seconds(self.house.now()) if self.held.clock.step else 0

    def do_who(self, _: str) -> None:
        """Everybody who can be named, with initials, and who is here."""
        for line in _named(self.held.scene(), self.held.scene().tags):
            self.console.say(line)

    def do_counts(self, _: str) -> None:
        """What can be counted in this meeting."""
        for label, told in facts_in_words(self.held.scene()):
            self.console.say(": ".join(part for part in (label, told.replace(" · ", ", ")) if part))

    def do_map(self, said: str) -> None:
        """The map in words, as the room may see it; the room's window shows it drawn until the next line."""
        if said:
            self.console.tell("map-alone")
            return
        from teammeet.ecomap.graph import graph_of
        from teammeet.ecomap.words import as_text

        shown = self.held.scene().shown
        self.console.say(as_text(graph_of(shown.seen_by(Reader("facilitator", self.house.today()))), self.house.language))
        self.show_card(self._drawn_map)

    def _drawn_map(self) -> RoomPage:
        from teammeet.tui.ecomap.room_map import Glance, RoomSight

        house = self.house
        sight = RoomSight.of(house.open_family, self.held.meeting.id, house.today())
        return sight.page(Glance(plain=house.settings.plain_signs), house.language)

    def do_figures(self, _: str) -> None:
        """What can be counted on the map, of what those may see who hear it."""
        from teammeet.practice.support_figures_said import figures_as_text
        from teammeet.tui.wall import looking_at

        house = self.house
        shown = self.held.scene().shown if house.sharing.private else house.open_family
        view = shown.seen_by(looking_at(shown, house.sharing, house.today()))
        self.console.say(figures_as_text(view, house.language))

    def do_read(self, said: str) -> None:
        """The plan read back: all of it, or one section by its number or name."""
        self._plan().read(self.console, said)

    def do_sections(self, _: str) -> None:
        """The sections of the plan, numbered."""
        self._plan().say_sections(self.console)

    def read_plan(self) -> None:
        """The plan read back."""
        self.do_read("")

    def _plan(self) -> PlanReading:
        shown = family_for_the_wall(self.held.scene().shown)
        return PlanReading(Look(shown, self.house.today(), self.house.language))


def _named(scene: Scene, tags: Tags) -> Iterator[str]:
    for who, tag in tags.of.items():
        if scene.shown.get(who) is not None:
            here = scene.say("key.room") if who in scene.present else ""
            yield ", ".join(part for part in (f"{tag}: {scene.shown.label(who)}", here) if part)
