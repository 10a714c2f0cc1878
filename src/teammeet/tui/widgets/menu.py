"""A short menu: one of some words, by the arrows and Enter, by its own key, or by the mouse."""

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
    """Something that can be chosen; ``key`` is the letter or figure that chooses it at once."""

    id: str
    words: str
    key: str


class Menu(HouseModal[str]):
    """Asks for one of ``entries``; the answer is its id, or ``None``. The one called ``first`` is under the cursor."""

    CSS_PATH = "../styles/family.tcss"
    HELP_KEY: ClassVar[str] = "family.help.menu"

    def __init__(self, title: str, entries: tuple[Entry, ...], first: str = "") -> None:
        super().__init__()
        self._title = title
        self._entries = entries
        self._first = first
        self.is_ready = False
        """Whether it can be chosen from; until then keys wait."""
        self._is_answered = False

    def compose_body(self) -> ComposeResult:
        """The question and the entries."""
        yield Static(Content(self._title), classes="dialog-title")
        signs = ((Content.styled(f"{entry.key} ", "$accent"), entry) for entry in self._entries)
        options = (Option(sign + Content(entry.words), id=entry.id) for sign, entry in signs)
        yield OptionList(*options, markup=False, classes="menu")

    def on_mount(self) -> None:
        """The likeliest one is under the cursor."""
        entries = self.query_one(OptionList)
        entries.highlighted = next((place for place, entry in enumerate(self._entries) if entry.id == self._first), 0)
        entries.focus()
        self.call_after_refresh(self._ready)

    def _ready(self) -> None:
        self.is_ready = True
        self.app.release_keys()

    def on_key(self, event: events.Key) -> None:
        """The key of an entry chooses it at once; what is typed after it is for what comes next."""
        if self._is_answered:
            self.app.take_key(event)
            return
        chosen = next((entry for entry in self._entries if entry.key == event.character), None)
        if chosen is not None:
            event.stop()
            self._answer(chosen.id)

    @on(OptionList.OptionSelected)
    def _chosen(self, selected: OptionList.OptionSelected) -> None:
        self._answer(selected.option_id)

    def _answer(self, id: str | None) -> None:
        if not self._is_answered:
            self._is_answered = True
            self.dismiss(id)
