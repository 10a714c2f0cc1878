"""Stopping well in lines: a meeting that must end early closes in three short parts, each of which can be skipped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import ClassVar

from teammeet.tui.line_mode import answers
from teammeet.tui.line_mode.command_words import instead
from teammeet.tui.line_mode.editing import edit_item
from teammeet.tui.line_mode.followed import FollowedRoom
from teammeet.tui.line_mode.house import House
from teammeet.tui.line_mode.modes import mode_in, modes_in_words
from teammeet.tui.line_mode.plan_read import PlanReading
from teammeet.tui.meeting import next_date, stopping
from teammeet.tui.meeting.scene import Edited, Keep, Row, Scene, StepKey, StepPanel
from teammeet.tui.meeting.stopping import CLOSE, PARTS, STEP, NextDate, SafetySteps, Waits
from teammeet.tui.sheets.row import Look


class StopWellRoom(FollowedRoom):
    """The safety steps, the next date, what waits. ``steps_left`` are the steps that wait, once it was closed."""

    commands: ClassVar[tuple[str, ...]] = (
        *("next", "back", "add", "rows", "select", "keys", "do", "edit", "move", "remove", "blank", "unshare", "end"),
    )

    def __init__(self, house: House, scene_of: Callable[[], Scene], done: frozenset[str]) -> None:
        super().__init__(house)
        self.steps_left: tuple[str, ...] | None = None
        self._scene_of = scene_of
        self._part: stopping.Part = PARTS[0]
        self._modes: dict[str, str] = {}
        self._rows: dict[str, str] = {}
        self._waits = Waits(done)

    @property
    def panel(self) -> StepPanel:
        """What this part does."""
        return {"safety": SafetySteps(), "next": NextDate(), "waits": self._waits}[self._part]

    def scene(self) -> Scene:
        """This moment, at this part."""
        scene = self._scene_of()
        modes = self.panel.modes(scene)
        held, selected = self._modes.get(self._part, ""), self._rows.get(self._part, "")
        scene = replace(scene, mode=held if held in modes else modes[0], selected=selected)
        known = any(row.id == selected for row in self.panel.rows(scene))
        return scene if known else replace(scene, selected=self.panel.first(scene))

    # What deeds need

    def rows(self) -> Sequence[Row]:
        """What stands in this part."""
        return self.panel.rows(self.scene())

    def keys(self) -> Sequence[StepKey]:
        """What the letters do."""
        return self.panel.keys(self.scene())

    def act(self, key: str) -> None:
        """Do what a letter does; a step that waits is done after all, or the other way round."""
        if key == "waits":
            self._turn_step(self.selected)
        else:
            self.do(lambda: self.panel.act(self.scene(), key))

    @property
    def selected(self) -> str:
        """The row that is selected in this part."""
        return self.scene().selected

    def select(self, row: str) -> None:
        """Select a row of this part."""
        self._rows[self._part] = row

    def is_kept(self, deed: Keep) -> None:
        """Say what was kept."""
        words = self.row_in_words(deed.select or self.about or "")
        if deed.edits and words:
            self.console.tell("kept", row=words)
        elif deed.edits:
            self.console.tell("kept-short")
        self.say_told(deed.said)

    def edit(self, deed: Edited) -> None:
        """Ask for the fields of an item."""
        edit_item(self.house, deed.item)

    def read_plan(self) -> None:
        """The plan as those present may see it."""
        PlanReading(Look(self.scene().shown, self.house.today(), self.house.language)).read(self.console)

    def turn(self, mode: str) -> None:
        """Let a line add something else."""
        self._modes[self._part] = mode
        self._say_line()

    # The room

    def here(self) -> None:
        """The part, what it is for, what stands in it, what a line adds."""
        say, number = self.house.say, PARTS.index(self._part) + 1
        self.console.tell("step", number=number, all=len(PARTS), name=say(f"ending.part.{self._part}"))
        self.console.say(instead("ending", f"why.{self._part}", self.house.language))
        self.do_rows("")
        self._say_line()
        self.console.tell("stop-how")

    def _say_line(self) -> None:
        scene = self.scene()
        self.console.tell("line", mode=self.panel.line_for(scene), example=self.panel.example(scene))

    def speech(self, line: str) -> None:
        """What is said is kept in this part."""
        self.do(lambda: self.panel.kept(self.scene(), line), about=None)

    def do_next(self, _: str) -> None:
        """On to the next part; after the last one comes the end."""
        self._go(1)

    def do_back(self, _: str) -> None:
        """Back to the part before."""
        self._go(-1)

    def do_add(self, said: str) -> None:
        """Let a line add something else, by its name."""
        mode = mode_in(self.panel.modes(self.scene()), said)
        if mode:
            self.turn(mode)
        else:
            self.console.tell("what-a-line-adds", names=modes_in_words(self.panel.modes(self.scene()), self.house.language))

    def do_edit(self, said: str) -> None:
        """Open or take the selected row."""
        if said:
            self.do_select(said)
        row = self.selected
        if self._part == "waits" and row == CLOSE:
            self.do_end("")
        elif self._part == "waits" and row.startswith(STEP):
            self._turn_step(row)
        else:
            self.do(lambda: self.panel.opened(self.scene()))

    def do_move(self, said: str) -> None:
        """The selected row up or down."""
        by = self.direction(said)
        if by:
            self.do(lambda: self.panel.moved(self.scene(), by))

    def do_remove(self, said: str) -> None:
        """Take the selected row out."""
        if said:
            self.do_select(said)
        self.do(lambda: self.panel.removed(self.scene()), about="")

    def do_end(self, _: str) -> None:
        """Close the meeting early, if that is meant; what is still missing is said first and stops nobody."""
        scene = self.scene()
        left = self._waits.steps_left(scene)
        planned = next_date.next_meeting(scene, scene.shown)
        missing = self.house.say("ending.close.no-date") if planned is None else ""
        if answers.ask_yes(self.console, "ending.close", yes_first=True, steps=len(left), missing=missing):
            self.steps_left = left
            self.leave_room()

    def _go(self, by: int) -> None:
        place = PARTS.index(self._part) + by
        if 0 <= place < len(PARTS):
            self._part = PARTS[place]
            self.here()
        elif by > 0:
            self.do_end("")

    def _turn_step(self, row: str) -> None:
        if row.startswith(STEP):
            self._waits = self._waits.with_turned(row.removeprefix(STEP))
            self.select(row)
            self.say_selected()
        else:
            self.console.say(self.house.say("ending.told.select-step"))
