"""A list to choose one entry from, narrowed by typing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from teammeet.text import folded
from teammeet.tui.screens.base import HouseModal
from teammeet.tui.widgets.line_input import LineInput


class Choose(HouseModal[str]):
    """Gives the id of the entry that was chosen; ``None`` when none was. ``entries`` are pairs of id and words."""

    CSS_PATH = "../styles/choose.tcss"
    HELP_KEY: ClassVar[str] = "tui.help.choose"
    BOX_CLASSES: ClassVar[str] = "choose"

    def __init__(self, title: str, entries: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._title_said = title
        self._entries = tuple(entries)
        self._folded = tuple(folded(words) for _, words in self._entries)

    def compose_body(self) -> ComposeResult:
        """Title, field, list."""
        yield Static(Content(self._title_said), classes="dialog-title")
        yield LineInput(placeholder=self.app.say("tui.choose.placeholder"), id="part")
        yield OptionList(*self._options(""), id="entries")

    def on_mount(self) -> None:
        """Ready to type, the first entry marked."""
        self.query_one("#part").focus()
        self._list.highlighted = 0 if self._list.option_count else None

    @property
    def _list(self) -> OptionList:
        return self.query_one("#entries", OptionList)

    @on(Input.Changed, "#part")
    def _narrow(self, changed: Input.Changed) -> None:
        self._list.set_options(self._options(changed.value))
        self._list.highlighted = 0 if self._list.option_count else None

    def on_key(self, event: events.Key) -> None:
        """The arrows move in the list while the field has the focus."""
        if event.key in ("up", "down") and self.focused is self.query_one("#part"):
            event.stop()
            if event.key == "up":
                self._list.action_cursor_up()
            else:
                self._list.action_cursor_down()

    @on(Input.Submitted, "#part")
    def _take_marked(self) -> None:
        marked = self._list.highlighted_option
        if marked is not None:
            self.dismiss(marked.id)

    @on(OptionList.OptionSelected, "#entries")
    def _take(self, chosen: OptionList.OptionSelected) -> None:
        self.dismiss(chosen.option_id)

    def _options(self, part: str) -> list[Option]:
        wanted = folded(part.strip())
        texts = zip(self._entries, self._folded, strict=True)
        return [Option(Content(words), id) for (id, words), text in texts if wanted in text]
