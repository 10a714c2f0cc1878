"""Sharing a meeting in lines: what is looked at before, the window and its code, and what becomes of it when one leaves."""

from __future__ import annotations

from dataclasses import replace

from teammeet.tui.line_mode import answers
from teammeet.tui.line_mode.command_words import SLASH, command_named
from teammeet.tui.line_mode.minding import MindsMeeting
from teammeet.tui.line_mode.spoken_rows import beside
from teammeet.tui.meeting.scene import Scene
from teammeet.tui.meeting.share_check import what_is_visible, who_is_there


class SharesMeeting(MindsMeeting):
    """A meeting of which the room sees a part, in a window of its own."""

    def run(self) -> None:
        """After a restart nobody looks until it is shared again: the people there may be others."""
        if self.house.window.was_shared(self.held.meeting.id):
            self.console.tell("room-was-shared")
        self.house.heard_at = self.held.meeting.id
        super().run()

    def finish(self) -> None:
        """The meeting is left: the code is gone. The program ends: the code holds for a restart."""
        self.house.heard_at = ""
        if self.is_left:
            self.house.window.stop()
        else:
            self.house.window.leave()

    def take(self, line: str) -> None:
        """As every room; a card that stood before the step goes, unless the room is only blanked."""
        word = line.removeprefix(SLASH).partition(" ")[0] if line.startswith(SLASH) else ""
        if command_named(word) != "blank":
            self.house.window.card = None
        super().take(line)

    def here(self) -> None:
        """As every meeting; what the room sees is said first."""
        window = self.house.window
        if window.is_on:
            self.console.tell("room-is-blank" if window.is_blank else "room-looks")
        super().here()

    def _scene_aloud(self) -> Scene:
        """Once somebody is there, the check is read out to the room: then it does not say that there is more."""
        scene = self.held.scene()
        return replace(scene, private=not scene.sight.on_wall)

    def do_share(self, _: str) -> None:
        """Who is there and what will be seen; then the room may look, if that is meant. When it does look: the code."""
        scene, window, say = self._scene_aloud(), self.house.window, self.house.say
        self.console.say(say("share.check.title-window" if window.is_on else "share.check.title-none"))
        for label, lines in (("there", who_is_there(scene)), ("visible", what_is_visible(scene))):
            if lines:
                self.console.say(f"{say(f'share.check.{label}')}:", *(beside(line, self.house.language) for line in lines))
        if not window.is_on:
            if not answers.ask_yes(self.console, "plain.share") or not window.begin(self.held.meeting.id, self.held.room_page):
                return
            self.house.desk.note_access(self.house.open_family.header.id, "show:window")
        self.console.say(say("share.code.how"), window.code)
        self.console.tell("room-how")
