"""What the line adds, turned by keys: round the few kinds of a step, or picked from a list where there are many."""

from __future__ import annotations

from string import ascii_lowercase
from typing import Final

from teammeet.tui.commands import Command
from teammeet.tui.meeting.asked_next import turned
from teammeet.tui.meeting.held import HeldMeeting
from teammeet.tui.meeting.scene import MODE, AskPick, Choice, Deed, Scene, Turn
from teammeet.tui.widgets.record_list import RecordList

COMMANDS_OF_TURNING: Final = (
    Command("meeting.mode", "f3", footer=True),
    Command("meeting.mode-on", "ctrl+down"),
    Command("meeting.mode-back", "ctrl+up,shift+f3"),
)
MOST_TO_GO_ROUND: Final = 7
"""Kinds that F3 goes round one by one: more are listed, for nobody presses a key a dozen times."""


def another_kind(scene: Scene, modes: tuple[str, ...]) -> Deed:
    """The next kind of line; of many, the one that is picked, each with a letter and the present one marked."""
    if len(modes) <= MOST_TO_GO_ROUND:
        return Turn(modes[(modes.index(scene.mode) + 1) % len(modes)])
    listed = zip(modes, ascii_lowercase, strict=False)
    choices = tuple(Choice(mode, scene.say(f"mode.{mode}"), letter) for mode, letter in listed)
    return AskPick(scene.say("ask.mode"), choices, lambda ids: Turn(ids[0]), (scene.mode,), many=False)


class TurnsLine(HeldMeeting):
    """A meeting's screen whose line adds one kind of thing after the other."""

    def action_mode(self) -> None:
        """The line adds something else."""
        scene = self.scene()
        self.do(lambda: another_kind(scene, self.panel.modes(scene)))

    def action_mode_on(self) -> None:
        """The line adds what comes next in the step."""
        self._turn_by(1)

    def action_mode_back(self) -> None:
        """The same, the other way round."""
        self._turn_by(-1)

    def turn(self, mode: str) -> None:
        """Let the line add something else, and show the part of the record where that goes."""
        self.stand = turned(self.stand, self.scene().step, mode, self.app.language)
        record = self.query_one(RecordList)
        scene = self.scene()
        row = self.panel.first(scene) or f"{MODE}{mode}"
        if any(each.id == row for each in self.panel.rows(scene)):
            self.stand = self.stand.with_row(row)
        self.tell("")
        self.show_all()
        record.scroll_to_highlight(top=row.startswith(MODE))
        self.save_place()
        self.line.focus()

    def _turn_by(self, by: int) -> None:
        scene = self.scene()
        modes = self.panel.modes(scene)
        self.turn(modes[(modes.index(scene.mode) + by) % len(modes)])
