"""The meeting: the agenda's steps as a rail, the step's questions, the live record, and the line that keeps what is said."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input, OptionList, Static

from teammeet.model.plan import Option
from teammeet.tui.alt_keys import read_alt_keys
from teammeet.tui.commands import Command
from teammeet.tui.keeping import nothing_more
from teammeet.tui.meeting.agree_on_screen import ReadsBack
from teammeet.tui.meeting.arrive_on_screen import Arrives
from teammeet.tui.meeting.capture_on_screen import Captures
from teammeet.tui.meeting.commands import COMMANDS
from teammeet.tui.meeting.ending_on_screen import EndsMeeting
from teammeet.tui.meeting.held import TICK
from teammeet.tui.meeting.pace_on_screen import KeepsPace
from teammeet.tui.meeting.sharing_on_screen import SharesMeeting
from teammeet.tui.meeting.shown import Shown, shown, side_of
from teammeet.tui.meeting.turning_on_screen import TurnsLine
from teammeet.tui.screens.dialogs import Question
from teammeet.tui.widgets.capture import CaptureLine, CoachLine, CommandKey, Entered, KeyStrip, RemoveWanted, SelectionMoved
from teammeet.tui.widgets.rail import Rail, StepBar, StepWanted
from teammeet.tui.widgets.record_list import LetterPressed, RecordList, StepBy

if TYPE_CHECKING:
    from teammeet.model.family import Family

_EDITING: Final = frozenset({"escape", "delete", "B"})
"""Keys of commands that mean something else while there is text in the line."""
_FIGURES: Final = frozenset("0123456789")


class MeetingScreen(Arrives, EndsMeeting, ReadsBack, Captures, KeepsPace, TurnsLine, SharesMeeting):
    """A meeting that is held. ``meeting`` is its id; without one it is found or begun, with an agenda that is asked for."""

    CSS_PATH = "../styles/meeting.tcss"
    HELP_KEY: ClassVar[str] = "meeting.help.meeting"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = COMMANDS

    def compose_body(self) -> ComposeResult:
        """Rail, work, side."""
        with Horizontal(id="meeting"):
            yield Rail(self.app.say("meeting.rail.title"))
            with Vertical(id="work"):
                yield StepBar()
                yield Static(id="why", markup=False)
                yield Static(id="question", markup=False)
                yield Static(id="summary", markup=False)
                yield RecordList(self.app.say("meeting.line.empty"))
                yield KeyStrip()
                yield CoachLine()
                yield CaptureLine()
            with VerticalScroll(id="side", can_focus=False):
                yield Static(id="facts", markup=False)

    def on_mount(self) -> None:
        """Find the meeting, or ask which kind it shall be."""
        read_alt_keys()
        self.line.commands = frozenset(key for one in self.COMMANDS_HERE for key in one.key.split(",")) - _EDITING
        self.set_interval(TICK, self.tick)
        self.line.focus()
        self.begin()

    def on_screen_resume(self) -> None:
        """Back from the map or a dialog: this is the place again."""
        self.save_place()

    # Showing

    def watch_family(self, family: Family | None) -> None:
        """Whatever changed, the step shows it."""
        if self.is_held:
            self.show_all()
        elif self._meeting_id and family is not None:
            self.tell(self.app.say("meeting.told.no-meeting"))

    def show_all(self) -> None:
        """Everything, from the record as it stands."""
        scene = self.scene()
        parts = shown(scene, self.stand, self.clock)
        self.show_place(parts.place)
        self.query_one(Rail).show(parts.stops)
        self.query_one(StepBar).show(tuple(stop for stop, _ in parts.stops), parts.minutes)
        for name, words in (("why", parts.why), ("question", parts.question), ("summary", parts.summary)):
            self.query_one(f"#{name}", Static).update(words)
        self.query_one("#summary").display = bool(parts.summary.plain)
        if self.query_one("#side").display:
            self.query_one("#facts", Static).update(side_of(scene))
        self.query_one(RecordList).show(parts.rows, scene.selected, parts.letters)
        self._show_line(parts)
        self.is_shown()

    def on_resize(self) -> None:
        """The column at the side may have come."""
        if self.is_held and self.query_one("#side").display:
            self.query_one("#facts", Static).update(side_of(self.scene()))

    @on(events.DescendantFocus)
    def _focus_went(self) -> None:
        """The letters work alone in the list, with Alt in the line."""
        if self.is_held:
            self._show_line(shown(self.scene(), self.stand, self.clock))

    def _show_line(self, parts: Shown) -> None:
        """What the line adds, or what it answers; what the letters do."""
        self.line.letters = parts.letters - _FIGURES
        if self.asking is not None:
            self.line.ask(self.asking.question, "", answers=True)
        else:
            self.line.ask(parts.line, parts.example)
        record = self.query_one(RecordList)
        record.take_letters(parts.letters)
        in_list = record.has_focus
        keys = tuple(key for key in parts.keys if in_list or key.letter not in _FIGURES)
        self.query_one(KeyStrip).show(keys, "" if in_list else self.app.say("meeting.key.alt"))

    # The line and the list

    @on(Entered)
    def _enter(self, entered: Entered) -> None:
        typed = entered.line.strip()
        if not self.is_held:
            self.line.give_back(typed)
            self.tell(self.app.say("meeting.told.no-meeting"))
        elif self.asking is not None:
            self.answer(self.asking, typed)
        elif typed:
            self.do(lambda: self.panel.kept(self.scene(), typed), typed)
        else:
            self.action_edit()

    @on(Input.Changed, "#capture")
    def _typing(self) -> None:
        if self.is_held:
            self.app.save_place_soon(lambda: self.place_now() if self.is_held else None)

    @on(SelectionMoved)
    def _selection_moved(self, moved: SelectionMoved) -> None:
        self.query_one(RecordList).step(moved.by)

    @on(OptionList.OptionHighlighted, "#record")
    def _selected(self, highlighted: OptionList.OptionHighlighted) -> None:
        row = highlighted.option_id or ""
        if self.is_held and row != self.stand.selected:
            self.stand = self.stand.with_row(row)
            self._show_line(shown(self.scene(), self.stand, self.clock))

    @on(OptionList.OptionSelected, "#record")
    def _opened(self) -> None:
        """Enter or a click on the row that is selected."""
        self.action_edit()

    @on(LetterPressed)
    def _letter(self, pressed: LetterPressed) -> None:
        if not self.is_held:
            return
        scene = self.scene()
        key = next((key for key in self.panel.keys(scene) if key.letter == pressed.letter), None)
        if key is not None:
            self.do(lambda: self.panel.act(scene, key.id))

    @on(CommandKey)
    def _command_key(self, pressed: CommandKey) -> None:
        command = next(one for one in self.COMMANDS_HERE if pressed.key in one.key.split(","))
        if self.check_action(command.action, ()):
            getattr(self, f"action_{command.action}")()

    @on(StepBy)
    def _step_by(self, wanted: StepBy) -> None:
        self.go_to(self.step_number + wanted.by)

    @on(StepWanted)
    def _step_wanted(self, wanted: StepWanted) -> None:
        self.go_to(wanted.number)

    @on(CoachLine.Dismissed)
    def _read(self) -> None:
        self.tell("")

    @on(RemoveWanted)
    def _remove_wanted(self) -> None:
        self.action_remove()

    def on_key(self, event: events.Key) -> None:
        """Alt and a figure goes to that step."""
        figure = event.key.removeprefix("alt+")
        if figure != event.key and figure.isdigit() and figure != "0":
            event.stop()
            self.go_to(int(figure) - 1)

    # Commands

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a meeting there is nothing but the way back."""
        return self.is_held or action == "leave"

    def action_next_step(self) -> None:
        """On to the next step."""
        self.go_to(self.step_number + 1)

    def action_previous_step(self) -> None:
        """Back one step."""
        self.go_to(self.step_number - 1)

    def action_step_1(self) -> None:
        """To the first step."""
        self.go_to(0)

    def action_prompt(self) -> None:
        """Another question to ask the family."""
        self.stand = self.stand.with_next_question()
        self.show_all()

    def action_why(self) -> None:
        """Why this step matters, shown or not."""
        self.query_one("#why").toggle_class("-shown")

    def action_edit(self) -> None:
        """Open the selected row."""
        self.do(lambda: self.panel.opened(self.scene()))

    def action_move_up(self) -> None:
        """The selected row up."""
        self.do(lambda: self.panel.moved(self.scene(), -1))

    def action_move_down(self) -> None:
        """The selected row down."""
        self.do(lambda: self.panel.moved(self.scene(), 1))

    def action_remove(self) -> None:
        """Take the selected row out; undo brings it back."""
        self.do(lambda: self.panel.removed(self.scene()))

    def action_map(self) -> None:
        """The map, and back to this line; while ideas come, with the question who could carry the selected one."""
        self.count_time()
        row = self.panel.selected(self.scene())
        idea = row is not None and isinstance(self.family_now.get(row.id), Option)
        self.app.go("ecomap", **({"carry": row.id} if row is not None and idea else {}))

    def action_sign(self) -> None:
        """Agreement, signatures, export."""
        self.count_time()
        self.app.go("sign", meeting=self.meeting.id)

    @work(exclusive=True, group="end")
    async def action_end(self) -> None:
        """The meeting is over, if that is meant; what comes then is the agreement."""
        if self.line_is_left("ending.told.line-not-kept"):
            return
        if not await self.app.push_screen_wait(Question("meeting.end")) or not self.close_meeting():
            return
        sign = await self.app.push_screen_wait(Question("meeting.then-sign", yes_first=True))
        meeting = self.meeting.id
        self.app.back(partial(self.app.go, "sign", meeting=meeting) if sign else nothing_more)

    def action_leave(self) -> None:
        """Close a question or a hint first, warn of a line that was begun; then leave. The meeting goes on later."""
        coach = self.query_one(CoachLine)
        if self.asking is not None:
            self.end_asking()
        elif self.line_is_left("meeting.told.line-stays"):
            return
        elif coach.display and not self.line.value.strip():
            self.tell("")
        else:
            self.leave_meeting()
