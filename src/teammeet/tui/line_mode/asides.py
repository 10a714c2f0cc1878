"""Beside the steps of a meeting: park, note, the menu of a row, taking back what was said, a pause, reading back."""

from __future__ import annotations

from collections.abc import Callable

from teammeet.messages import text
from teammeet.model.family import put
from teammeet.model.meetings import Parked, PrivateNote
from teammeet.model.values import Words
from teammeet.tui.line_mode import answers
from teammeet.tui.line_mode.command_words import named_among
from teammeet.tui.line_mode.meeting_words import SaysOfMeeting
from teammeet.tui.line_mode.spoken_rows import in_words
from teammeet.tui.meeting import pausing, taking_back
from teammeet.tui.meeting.row_deeds import FURTHER, further_deed, further_keys, row_deed, row_keys
from teammeet.tui.meeting.scene import AskLine, Choice, Deed, Keep, StepKey
from teammeet.tui.meeting.taking_back import LastLine


class KeepsAside(SaysOfMeeting):
    """The part of a meeting's room that is about no step."""

    def do_park(self, said: str) -> None:
        """The line waits for later."""

        def parked(words: str) -> Deed:
            item = Parked(words=Words(text=words), meeting=self.held.meeting.id)
            return Keep((put(item),), said=self.house.say("meeting.told.parked"))

        self._keep_aside("meeting.ask.park", parked, said)

    def do_note(self, said: str) -> None:
        """The line is for the facilitator alone."""

        def noted(words: str) -> Deed:
            item = PrivateNote(text=words, meeting=self.held.meeting.id, step=self.held.step.id, on=self.house.today())
            return Keep((put(item),), said=self.house.say("meeting.told.note-kept"))

        self._keep_aside("meeting.ask.note", noted, said)

    def _keep_aside(self, question: str, kept: Callable[[str], Deed], said: str) -> None:
        self.do(lambda: kept(said) if said else AskLine(self.house.say(question), kept), about="")

    # The menu of a row

    def do_menu(self, said: str) -> None:
        """What can be done with the selected row, whatever step it stands in; then do it."""
        scene = self.held.scene()
        keys = row_keys(scene)
        if not keys:
            self.console.say(scene.say("told.nothing-selected"))
            return
        key = self._taken(said, keys, self.house.say("plain.what-to-do"))
        if key in FURTHER:
            to = self._taken("", further_keys(scene, key), self.house.say(f"capture.ask.{key}"))
            if to:
                self.do(lambda: further_deed(self.held.scene(), key, to))
        elif key:
            self.do(lambda: row_deed(self.held.scene(), key))

    def _taken(self, said: str, keys: tuple[StepKey, ...], question: str) -> str:
        """What was said, or is picked, among ``keys``: by its letter, its number or its words; empty if nothing."""
        by_letter = {key.letter: key.id for key in keys}
        named = by_letter.get(said.lower()) or named_among(said, ((key.id, key.title) for key in keys))
        if named:
            return named
        choices = tuple(Choice(key.id, f"{key.title} ({key.letter})") for key in keys)
        picked = answers.ask_choice(self.console, question, choices, many=False)
        return picked[0] if picked else ""

    # Taking back

    def do_takeback(self, _: str) -> None:
        """The last line goes off every screen and copy; it is kept for the facilitator alone."""
        family, last = self.house.open_family, self.held.last_line
        edits = taking_back.taken_back(family, last, self.held.meeting.id, self.held.step.id, self.house.today())
        if not edits:
            self.console.say(self.house.say("share.told.nothing-to-take-back"))
            return
        if not self.house.keep(*edits):
            return
        self.held.last_line = LastLine()
        self.held.save_place()
        self.say_told(self.house.say("share.told.taken-back"))
        signed = taking_back.is_signed(self.house.open_family, last.made)
        if signed:
            self.console.say(self.house.say("share.told.still-signed", number=signed))

    # Looking after people

    def do_pause(self, _: str) -> None:
        """What to mind, whom to call, the crisis plan."""
        scene, language = self.held.scene(), self.house.language
        self.console.say(*pausing.reminders(scene))
        rows = pausing.calls(scene)
        self.console.say(text("meeting.heading.call", language) if rows else self.house.say("share.pause.no-calls"))
        for row in (*rows, *pausing.crisis_plan(scene)):
            self.console.say(in_words(row, scene.shown, language, with_kind=False))
        self.console.tell("paused")
        self.show_card(lambda: pausing.room_card(self.held.scene()))

    def do_readback(self, _: str) -> None:
        """The plan part by part: is this what you said?"""
        from teammeet.tui.line_mode.reading_back import ReadBackRoom

        self.held.count_time()
        ReadBackRoom(self.house, self.held.meeting.id).run()
        self.here()
