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
from teammeet.tui.widgets.record_list import HeldKey


class RowMenu(HouseModal[str]):
    """The answer is the id of what was taken; ``None`` if nothing was.

    ``early`` are keys that were typed before it was there; what it does not need of them stays for what comes next.
    """

    HELP_KEY: ClassVar[str] = "capture.help.row-menu"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (CANCEL, HELP)

    def __init__(self, title: str, keys: tuple[StepKey, ...], early: list[HeldKey]) -> None:
        super().__init__()
        self._title_said = title
        self._keys = keys
        self._early = early
        self._is_answered = False

    def compose_body(self) -> ComposeResult:
        """The line that it is about, and the list."""
        yield Static(Content(self._title_said), classes="dialog-title")
        yield OptionList(*(Option(_entry(key), id=key.id) for key in self._keys), id="choices", markup=False)

    def on_mount(self) -> None:
        """The list has the focus, the first entry marked."""
        listed = self.query_one("#choices", OptionList)
        listed.highlighted = 0
        listed.focus()
        self.call_after_refresh(self.take_early)

    def take_early(self) -> None:
        """The keys that were typed before, until one of them answers."""
        while self._early and not self._is_answered:
            self._press(self._early.pop(0).key)

    def on_key(self, event: events.Key) -> None:
        """The letter of an entry takes it, with or without Alt; what is typed after that is for what comes next."""
        if self._is_answered:
            event.stop()
            event.prevent_default()
            self._early.append(HeldKey(event.key, event.character or ""))
        elif self._press(event.key):
            event.stop()

    def action_cancel(self) -> None:
        """Close without an answer."""
        self._answer(None)

    @on(OptionList.OptionSelected, "#choices")
    def _take(self, chosen: OptionList.OptionSelected) -> None:
        self._answer(chosen.option_id)

    def _press(self, key: str) -> bool:
        letter = key.removeprefix("alt+").lower()
        taken = next((each.id for each in self._keys if each.letter == letter), None)
        if taken is not None:
            self._answer(taken)
        return taken is not None

    def _answer(self, taken: str | None) -> None:
        """Once: a second answer would be given to a dialog that is gone."""
        if not self._is_answered:
            self._is_answered = True
            self.dismiss(taken)


def _entry(key: StepKey) -> Content:
    return Content.styled(f"{key.letter.upper()}  ", "bold $accent") + Content(key.title)
