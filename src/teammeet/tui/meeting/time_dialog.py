"""The facilitator's overview of time: every step as planned, as it fits now and as used, what can wait, and when to end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Final, TypeAlias

from rich.cells import set_cell_size
from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from teammeet.practice.pacing import Pace, StepPace
from teammeet.practice.waiting import what_waits
from teammeet.tui.commands import HELP, Command
from teammeet.tui.meeting.end_words import read_end
from teammeet.tui.meeting.scene import Scene, short
from teammeet.tui.meeting.time_words import hour, meeting_in_words, say, time_mark
from teammeet.tui.screens.base import CANCEL, HouseModal
from teammeet.tui.widgets.line_input import LineInput

_NAME: Final = 26
_FIGURE: Final = 6
"""Cells for the name of a step, and for each figure."""


@dataclass(frozen=True, slots=True)
class GoTo:
    """Go to that step of the agenda."""

    step: str


@dataclass(frozen=True, slots=True)
class EndAt:
    """The meeting shall end then; at the usual time if there is none."""

    at: datetime | None


@dataclass(frozen=True, slots=True)
class TurnMark:
    """Show the room a neutral mark, or hide it."""


Answer: TypeAlias = GoTo | EndAt | TurnMark


class TimeDialog(HouseModal[Answer]):
    """Enter on a step goes there; the line below sets the end; M is for the mark that the room sees."""

    HELP_KEY: ClassVar[str] = "pace.help.time"
    BOX_CLASSES: ClassVar[str] = "help time"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("pace.go", "enter", footer=True),
        Command("pace.end", "tab", footer=True),
        Command("pace.mark", "m", footer=True),
        CANCEL,
        HELP,
    )

    def __init__(self, scene: Scene, pace: Pace, *, marked: bool) -> None:
        super().__init__()
        self._scene = scene
        self._pace = pace
        self._marked = marked

    def compose_body(self) -> ComposeResult:
        """How it stands, the steps, the end, the mark."""
        scene, pace = self._scene, self._pace
        ends = self._said("dialog.ends", at=hour(pace.ends_at, pace.now))
        yield Static(
            Content(f"{self._said('dialog.title')} · {ends} · {meeting_in_words(scene, pace)}"), classes="dialog-title"
        )
        yield Static(Content.styled(heads(scene), "$quiet"), id="heads")
        yield OptionList(*(Option(line, id=step) for step, line in lines(scene, pace)), id="choices", markup=False)
        end = LineInput(id="end", placeholder=self._said("dialog.example"))
        end.border_title = Content(self._said("dialog.end"))
        yield end
        mark = self._said("dialog.mark-on" if self._marked else "dialog.mark-off", mark=time_mark(scene))
        yield Static(Content(mark), id="mark")

    def on_mount(self) -> None:
        """The present step is selected."""
        listed = self.query_one("#choices", OptionList)
        listed.highlighted = next((n for n, step in enumerate(self._pace.steps) if step.state == "here"), 0)
        listed.focus()

    @on(OptionList.OptionSelected, "#choices")
    def _go_there(self, chosen: OptionList.OptionSelected) -> None:
        self.dismiss(GoTo(chosen.option_id or ""))

    @on(Input.Submitted, "#end")
    def _end(self, submitted: Input.Submitted) -> None:
        said = submitted.value.strip()
        at = read_end(said, self._pace.now, self._pace.ends_at) if said else None
        if said and at is None:
            self._tell("told.end-not-understood")
        elif at is not None and at <= self._pace.now:
            self._tell("told.end-is-past", at=hour(at, self._pace.now))
        else:
            self.dismiss(EndAt(at))

    @on(events.Click, "#mark")
    def _clicked(self) -> None:
        self.action_mark()

    def action_go(self) -> None:
        """To the step that is selected; in the list Enter does it by itself."""
        self.query_one("#choices", OptionList).action_select()

    def action_end(self) -> None:
        """To the line where the end is set, and back to the steps."""
        end = self.query_one("#end", LineInput)
        (self.query_one("#choices", OptionList) if end.has_focus else end).focus()

    def action_mark(self) -> None:
        """The room's mark, shown or hidden."""
        self.dismiss(TurnMark())

    def _tell(self, key: str, **values: object) -> None:
        self.query_one("#mark", Static).update(Content.styled(self._said(key, **values), "bold $warning"))

    def _said(self, key: str, **values: object) -> str:
        return say(self._scene, key, **values)


def heads(scene: Scene) -> str:
    """The heads of the columns."""
    figures = (say(scene, f"dialog.{head}") for head in ("planned", "now", "spent"))
    return f"    {_name(say(scene, 'dialog.step'))}{''.join(f'{figure:>{_FIGURE}}' for figure in figures)}"


def lines(scene: Scene, pace: Pace) -> tuple[tuple[str, Content], ...]:
    """Each step's id and its line: where the meeting is, name, minutes planned, as they fit now, used, and what can wait."""
    waits = what_waits(scene.shown, scene.agenda, scene.meeting, pace)
    must = {each.step for each in waits.must_not}
    names = {step.id: step.name.in_language(scene.language) for step in scene.agenda.steps}
    found = []
    for number, step in enumerate(pace.steps, start=1):
        state = _state(step, step.id in must)
        words = f"  {say(scene, f'dialog.{state}')}" if state else ""
        note = Content.styled(words, "bold" if state == "must-not" else "$quiet")
        mark = {"here": "▶", "done": "✓"}.get(step.state, "·")
        now = step.minutes if step.state in ("here", "to_come") else "–"
        figures = "".join(f"{figure:>{_FIGURE}}" for figure in (step.planned, now, int(step.spent // 60)))
        found.append((step.id, Content(f"{mark} {number} {_name(names[step.id])}{figures}") + note))
    return tuple(found)


def _state(step: StepPace, must: bool) -> str:
    """What stands behind the figures; nothing behind the present step's, unless something must not wait there."""
    if must:
        return "must-not"
    return {"to_come": "can-wait", "skipped": "skipped", "done": "done"}.get(step.state, "")


def _name(words: str) -> str:
    """Cut or filled to the width of the column, in cells."""
    return set_cell_size(short(words, _NAME), _NAME)
