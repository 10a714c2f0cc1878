"""Stop well: a meeting that must end early closes in three short parts, each of which can be skipped; Esc goes back to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static, Tab, Tabs

from teammeet.tui.commands import Command
from teammeet.tui.meeting import next_date, stopping
from teammeet.tui.meeting.deeds import DoesDeeds
from teammeet.tui.meeting.scene import Scene, StepPanel
from teammeet.tui.meeting.stopping import CLOSE, PARTS, STEP, NextDate, SafetySteps, Waits
from teammeet.tui.screens.base import BLANK
from teammeet.tui.screens.dialogs import Question
from teammeet.tui.widgets.capture import CaptureLine, CoachLine, CommandKey, Entered, KeyStrip, RemoveWanted, SelectionMoved
from teammeet.tui.widgets.record_list import LetterPressed, RecordList, StepBy

if TYPE_CHECKING:
    from teammeet.model.family import Family

_EDITING: Final = frozenset({"escape", "delete", "B"})
"""Keys of commands that mean something else while there is text in the line."""


class StopWellScreen(DoesDeeds):
    """``scene_of`` tells the moment of the meeting below, ``waits`` what was said there of its steps; ``stopped`` ends it.

    ``left`` hears what people say of the steps: it stands when they go back to the meeting and come again.
    """

    CSS_PATH = "../styles/stop_well.tcss"
    HELP_KEY: ClassVar[str] = "ending.help.stop-well"
    PLACE_KEY: ClassVar[str] = "ending.place"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("ending.next-part", "pagedown", footer=True),
        Command("ending.close", "f12", footer=True),
        Command("ending.previous-part", "pageup"),
        Command("ending.mode", "f3"),
        Command("ending.edit", "f2"),
        Command("ending.remove", "delete"),
        BLANK,
        Command("ending.back", "escape", footer=True),
    )

    def __init__(
        self,
        scene_of: Callable[[], Scene],
        waits: Waits,
        left: Callable[[Waits], None],
        stopped: Callable[[tuple[str, ...]], None],
    ) -> None:
        super().__init__()
        self._left = left
        self._scene_of = scene_of
        self._stopped = stopped
        self._part: stopping.Part = PARTS[0]
        self._modes: dict[str, str] = {}
        self._rows: dict[str, str] = {}
        self._waits = waits
        self._told_live = ""

    def compose_body(self) -> ComposeResult:
        """The parts, what this one is for, its record, the line."""
        names = (self.app.say(f"ending.part.{part}") for part in PARTS)
        tabs = Tabs(*(Tab(f"{n} {name}", id=part) for n, (part, name) in enumerate(zip(PARTS, names, strict=True), start=1)))
        tabs.can_focus = False
        with Vertical(id="stop"):
            yield tabs
            yield Static(id="why-stop", markup=False)
            yield RecordList(self.app.say("meeting.line.empty"))
            yield KeyStrip()
            yield CoachLine()
            yield CaptureLine()

    def on_mount(self) -> None:
        """Ready to read, and to type."""
        self.line.commands = frozenset(key for one in self.COMMANDS_HERE for key in one.key.split(",")) - _EDITING
        self.line.focus()

    # What is shown

    @property
    def panel(self) -> StepPanel:
        """What this part does."""
        return {"safety": SafetySteps(), "next": NextDate(), "waits": self._waits}[self._part]

    def scene(self) -> Scene:
        """This moment, at this part."""
        scene = self._scene_of()
        modes = self.panel.modes(scene)
        held = self._modes.get(self._part, "")
        selected = self._rows.get(self._part, "")
        scene = replace(scene, mode=held if held in modes else modes[0], selected=selected)
        known = any(row.id == selected for row in self.panel.rows(scene))
        return scene if known else replace(scene, selected=self.panel.first(scene))

    def watch_family(self, family: Family | None) -> None:
        """Whatever changed is shown."""
        if family is not None:
            self.show_all()

    def show_all(self) -> None:
        """Everything, from the record as it stands; where others look, the whole record cannot be reached from it."""
        scene = self.scene()
        scene = scene if scene.private else scene.for_the_room()
        keys = self.panel.keys(scene)
        letters = frozenset(key.letter for key in keys)
        self.query_one("#why-stop", Static).update(Content(self.app.say(f"ending.why.{self._part}")))
        self.query_one(RecordList).show(self.panel.rows(scene), scene.selected, letters)
        self.query_one(KeyStrip).show(keys, self.app.say("meeting.key.alt"))
        self.line.letters = letters
        if self.asking is not None:
            self.line.ask(self.asking.question, "", answers=True)
        else:
            self.line.ask(self.panel.line_for(scene), self.panel.example(scene))

    def select(self, row: str) -> None:
        """Select a row of this part."""
        self._rows[self._part] = row
        self.show_all()

    def family_to_read(self) -> Family | None:
        """What those present may see."""
        return self.scene().shown

    def turn(self, mode: str) -> None:
        """Let the line add something else."""
        self._modes[self._part] = mode
        self.show_all()

    # The line and the list

    @on(Entered)
    def _enter(self, entered: Entered) -> None:
        typed = entered.line.strip()
        if self.asking is not None:
            self.answer(self.asking, typed)
        elif typed:
            self.do(lambda: self.panel.kept(self.scene(), typed), typed)
        else:
            self.action_edit()

    @on(Input.Changed, "#capture")
    def _typing(self, changed: Input.Changed) -> None:
        if self._part != "next" or self.asking is not None:
            return
        told = next_date.live(self.scene(), changed.value) if changed.value.strip() else ""
        if told != self._told_live:
            self._told_live = told
            self.tell(told)

    @on(SelectionMoved)
    def _selection_moved(self, moved: SelectionMoved) -> None:
        self.query_one(RecordList).step(moved.by)

    @on(OptionList.OptionHighlighted, "#record")
    def _selected(self, highlighted: OptionList.OptionHighlighted) -> None:
        self._rows[self._part] = highlighted.option_id or ""

    @on(OptionList.OptionSelected, "#record")
    def _opened(self) -> None:
        self.action_edit()

    @on(LetterPressed)
    def _letter(self, pressed: LetterPressed) -> None:
        scene = self.scene()
        key = next((key for key in self.panel.keys(scene) if key.letter == pressed.letter), None)
        if key is not None and key.id == "waits":
            self._turn_step(scene.selected)
        elif key is not None:
            self.do(lambda: self.panel.act(scene, key.id))

    @on(CommandKey)
    def _command_key(self, pressed: CommandKey) -> None:
        command = next(one for one in self.COMMANDS_HERE if pressed.key in one.key.split(","))
        getattr(self, f"action_{command.action}")()

    @on(StepBy)
    def _part_by(self, wanted: StepBy) -> None:
        self._go(wanted.by)

    @on(Tabs.TabActivated)
    def _part_chosen(self, activated: Tabs.TabActivated) -> None:
        activated.stop()
        self._part = next(part for part in PARTS if part == activated.tab.id)
        self.tell("")
        self.show_all()

    @on(CoachLine.Dismissed)
    def _read(self) -> None:
        self.tell("")

    @on(RemoveWanted)
    def _remove_wanted(self) -> None:
        self.action_remove()

    # Commands

    def action_next_part(self) -> None:
        """On to the next part: this one may be skipped."""
        self._go(1)

    def action_previous_part(self) -> None:
        """Back to the part before."""
        self._go(-1)

    def action_mode(self) -> None:
        """The line adds something else."""
        scene = self.scene()
        modes = self.panel.modes(scene)
        self.turn(modes[(modes.index(scene.mode) + 1) % len(modes)])

    def action_edit(self) -> None:
        """Open or take the selected row."""
        scene = self.scene()
        if self._part == "waits" and scene.selected == CLOSE:
            self.action_close()
        elif self._part == "waits" and scene.selected.startswith(STEP):
            self._turn_step(scene.selected)
        else:
            self.do(lambda: self.panel.opened(scene))

    def action_remove(self) -> None:
        """Take the selected row out; undo brings it back."""
        self.do(lambda: self.panel.removed(self.scene()))

    @work(exclusive=True, group="stop")
    async def action_close(self) -> None:
        """Close the meeting early, if that is meant; what is still missing is said first and stops nobody."""
        if self.line_is_left("ending.told.line-not-kept"):
            return
        scene = self.scene()
        left = self._waits.steps_left(scene)
        planned = next_date.next_meeting(scene, scene.shown)
        missing = self.app.say("ending.close.no-date") if planned is None else ""
        asked = Question("ending.close", yes_first=True, steps=len(left), missing=missing)
        if await self.app.push_screen_wait(asked):
            self.app.back()
            self._stopped(left)

    def action_back(self) -> None:
        """Close a question or a remark first; then back to the meeting, which goes on with all that was said here."""
        if self.asking is not None:
            self.end_asking()
        elif self.line_is_left("ending.told.line-left"):
            return
        elif self.query_one(CoachLine).display and not self.line.value:
            self.tell("")
        else:
            self.app.back()

    def _go(self, by: int) -> None:
        place = PARTS.index(self._part) + by
        if 0 <= place < len(PARTS):
            self.query_one(Tabs).active = PARTS[place]
        elif by > 0:
            self.action_close()

    def _turn_step(self, row: str) -> None:
        if row.startswith(STEP):
            self._waits = self._waits.with_turned(row.removeprefix(STEP))
            self._left(self._waits)
            self.select(row)
        else:
            self.tell(self.app.say("ending.told.select-step"))
