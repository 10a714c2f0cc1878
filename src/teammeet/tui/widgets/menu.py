"""A short menu: one of some words, by the arrows and Enter, by its number, or by the mouse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from teammeet.tui.screens.base import HouseModal


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be chosen."""

    id: str
    words: str


class Menu(HouseModal[str]):
    """Asks for one of ``entries``; the answer is its id, or ``None``."""

    CSS_PATH = "../styles/family.tcss"
    HELP_KEY: ClassVar[str] = "family.help.menu"

    def __init__(self, title: str, entries: tuple[Entry, ...]) -> None:
        super().__init__()
        self._title = title
        self._entries = entries

    def compose_body(self) -> ComposeResult:
        """The question and the entries."""
        yield Static(Content(self._title), classes="dialog-title")
        numbered = ((f"{number} " if number < 10 else "  ", entry) for number, entry in enumerate(self._entries, start=1))
        options = (Option(Content.styled(sign, "$accent") + Content(entry.words), id=entry.id) for sign, entry in numbered)
        yield OptionList(*options, markup=False, classes="menu")

    def on_mount(self) -> None:
        """The first one is under the cursor."""
        entries = self.query_one(OptionList)
        entries.highlighted = 0
        entries.focus()

    def on_key(self, event: events.Key) -> None:
        """A figure chooses at once."""
        if event.character and event.character in "123456789" and int(event.character) <= len(self._entries):
            event.stop()
            self.dismiss(self._entries[int(event.character) - 1].id)

    @on(OptionList.OptionSelected)
    def _chosen(self, selected: OptionList.OptionSelected) -> None:
        self.dismiss(selected.option_id)
