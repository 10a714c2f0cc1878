"""The steps of a meeting: a rail at the side where there is room, one line on top where there is not. Both can be clicked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

NAME_WIDTH: Final = 24
"""Cells for the name of a step in the rail; a longer one goes on below."""

GROUNDS: Final = {"amber": "bold $background on $warning", "red": "bold $background on $error"}
"""How minutes look that come to an end, by level."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A step as the rail shows it: minutes planned and spent, whether the meeting has been there, and whether it is there.

    ``level`` is ``amber`` or ``red`` where its minutes come to an end; the words beside it say so too.
    """

    name: str
    planned: int
    spent: int
    done: bool
    here: bool
    level: str = "enough"

    @property
    def mark(self) -> str:
        """Not by colour alone: where we are, where we have been."""
        return "▶" if self.here else "✓" if self.done else "·"


@dataclass
class StepWanted(Message):
    """Somebody clicked a step; ``number`` counts from 0."""

    number: int


@dataclass
class TimeWanted(Message):
    """Somebody clicked the step that the meeting is at, or its minutes."""


class RailStop(Static):
    """One step of the rail."""

    ALLOW_SELECT = False

    def __init__(self, number: int) -> None:
        super().__init__(markup=False)
        self._number = number
        self._shown: tuple[Stop, str] | None = None

    def show(self, stop: Stop, minutes: str) -> None:
        """Number, name, minutes; only what changed is painted."""
        if (stop, minutes) == self._shown:
            return
        self._shown = (stop, minutes)
        self.set_class(stop.here, "-here")
        head = Content.styled(f"{stop.mark} {self._number + 1} ", "bold")
        name = Content("\n    ").join(Content(stop.name).wrap(NAME_WIDTH))
        self.update(head + name + self._time(stop, minutes))

    def _time(self, stop: Stop, minutes: str) -> Content:
        """The minutes below the name; on a ground of their own when they come to an end."""
        if not minutes:
            return Content("")
        if stop.level == "enough":
            return Content.styled(f"\n    {minutes}", "$quiet")
        return Content("\n   ") + Content.styled(f" {minutes} ", GROUNDS[stop.level])

    def on_click(self) -> None:
        """Go there: steps are never locked. Where we are already, it is the time that is asked for."""
        is_here = self._shown is not None and self._shown[0].here
        self.post_message(TimeWanted() if is_here else StepWanted(self._number))


class Rail(Vertical):
    """All steps, one below the other."""

    can_focus = False

    def __init__(self, title: str) -> None:
        super().__init__(id="rail")
        self._title = title

    def compose(self) -> ComposeResult:
        """The steps come when the agenda is known."""
        yield Static(Content(self._title), classes="title")

    def show(self, stops: Sequence[tuple[Stop, str]]) -> None:
        """Where the meeting stands, with each step's minutes in words."""
        entries = list(self.query(RailStop))
        if len(entries) != len(stops):
            self.query(RailStop).remove()
            entries = [RailStop(number) for number in range(len(stops))]
            self.mount_all(entries)
        for entry, (stop, minutes) in zip(entries, stops, strict=True):
            entry.show(stop, minutes)


class StepBar(Widget):
    """The same in one line: marks and numbers, and the name of the step that the meeting is at."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"stepbar--here", "stepbar--done", "stepbar--open", "stepbar--minutes"}

    def __init__(self) -> None:
        super().__init__(id="stepbar")
        self._stops: tuple[Stop, ...] = ()
        self._minutes = ""

    def show(self, stops: tuple[Stop, ...], minutes: str) -> None:
        """Repaint when something changed."""
        if (stops, minutes) != (self._stops, self._minutes):
            self._stops, self._minutes = stops, minutes
            self.refresh()

    def render(self) -> Content:
        """Each step by its number, the present one by its name; the minutes at the end."""
        level = next((stop.level for stop in self._stops if stop.here), "enough")
        style = GROUNDS.get(level) or self.get_visual_style("stepbar--minutes")
        end = Content.styled(f" {self._minutes} ", style) if self._minutes else Content("")
        room = max(0, self.size.width - end.cell_length)
        line = Content("").join(self._parts()).truncate(room, ellipsis=True)
        return line + Content(" " * (room - line.cell_length)) + end

    def on_click(self, event: events.Click) -> None:
        """Go to the step under the mouse; on the present one and on the minutes it is the time that is asked for."""
        at = event.x
        for number, (stop, part) in enumerate(zip(self._stops, self._parts(), strict=True)):
            at -= part.cell_length
            if at < 0:
                self.post_message(TimeWanted() if stop.here else StepWanted(number))
                return
        self.post_message(TimeWanted())

    def _parts(self) -> list[Content]:
        return [self._part(number, stop) for number, stop in enumerate(self._stops, start=1)]

    def _part(self, number: int, stop: Stop) -> Content:
        if stop.here:
            return Content.styled(f" {stop.mark} {number} {stop.name} ", self.get_visual_style("stepbar--here"))
        name = "stepbar--done" if stop.done else "stepbar--open"
        return Content.styled(f" {number}{stop.mark if stop.done else ' '}", self.get_visual_style(name))
