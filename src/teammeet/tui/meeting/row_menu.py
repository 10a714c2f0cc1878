"""A small list of what can be done, each with its letter: a second key does it, or Enter, or a click."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from teammeet.tui.commands import HELP, Command
from teammeet.tui.meeting.scene import StepKey
from teammeet.tui.screens.base import CANCEL, HouseModal


class RowMenu(HouseModal[str]):
    """The answer is the id of what was taken; ``None`` if nothing was."""

    HELP_KEY: ClassVar[str] = "capture.help.row-menu"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (CANCEL, HELP)

    def __init__(self, title: str, keys: tuple[StepKey, ...]) -> None:
        super().__init__()
        self._title_said = title
        self._keys = keys

    def compose_body(self) -> ComposeResult:
        """The line that it is about, and the list."""
        yield Static(Content(self._title_said), classes="dialog-title")
        yield OptionList(*(Option(_entry(key), id=key.id) for key in self._keys), id="choices", markup=False)

    def on_mount(self) -> None:
        """The list has the focus, the first entry marked."""
        listed = self.query_one("#choices", OptionList)
        listed.highlighted = 0
        listed.focus()

    def on_key(self, event: events.Key) -> None:
        """The letter of an entry takes it, with or without Alt."""
        letter = event.key.removeprefix("alt+").lower()
        taken = next((key.id for key in self._keys if key.letter == letter), None)
        if taken is not None:
            event.stop()
            self.dismiss(taken)

    @on(OptionList.OptionSelected, "#choices")
    def _take(self, chosen: OptionList.OptionSelected) -> None:
        self.dismiss(chosen.option_id)


def _entry(key: StepKey) -> Content:
    return Content.styled(f"{key.letter.upper()}  ", "bold $accent") + Content(key.title)
