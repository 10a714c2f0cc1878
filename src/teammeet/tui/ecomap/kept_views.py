"""The dialogs of kept views: the list of them, and the line for a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from teammeet.text import NAME_LIMIT
from teammeet.tui.commands import HELP, Command
from teammeet.tui.screens.base import CANCEL, HouseModal
from teammeet.tui.widgets.line_input import LineInput

NEW = "+"
"""The entry that keeps what is looked at now."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What shall be done with the kept view ``id``: look through it, or keep what is looked at; call it anew; take it out."""

    what: Literal["light", "rename", "take-out"]
    id: str


class KeptViews(HouseModal[Wanted]):
    """Enter looks through a view, R calls it anew, Delete takes it out. ``entries`` are pairs of id and words."""

    CSS_PATH = "../styles/ecomap.tcss"
    HELP_KEY: ClassVar[str] = "spotlight.help.views"
    BOX_CLASSES: ClassVar[str] = "help long-list"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("spotlight.view-light", "enter", footer=True),
        Command("spotlight.view-rename", "r", footer=True),
        Command("spotlight.view-take-out", "delete,x", footer=True),
        CANCEL,
        HELP,
    )

    def __init__(self, entries: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._entries = tuple(entries)

    def compose_body(self) -> ComposeResult:
        """Title and list."""
        yield Static(Content(self.app.say("spotlight.ask.views")), classes="dialog-title")
        yield OptionList(*(Option(Content(words), id=id) for id, words in self._entries), id="choices")

    def on_mount(self) -> None:
        """The first entry is marked."""
        listed = self.query_one("#choices", OptionList)
        listed.highlighted = 0
        listed.focus()

    def action_view_light(self) -> None:
        """The marked entry."""
        self.query_one("#choices", OptionList).action_select()

    @on(OptionList.OptionSelected, "#choices")
    def _take(self, chosen: OptionList.OptionSelected) -> None:
        self.dismiss(Wanted("light", chosen.option_id or ""))

    def action_view_rename(self) -> None:
        """Another name for the marked view."""
        self._do("rename")

    def action_view_take_out(self) -> None:
        """The marked view goes."""
        self._do("take-out")

    def _do(self, what: Literal["rename", "take-out"]) -> None:
        marked = self.query_one("#choices", OptionList).highlighted_option
        if marked is not None and marked.id not in (None, NEW):
            self.dismiss(Wanted(what, marked.id or ""))


class NameView(HouseModal[str]):
    """A name for a view that is not one of ``taken``: two of one name could not be told apart."""

    HELP_KEY: ClassVar[str] = "spotlight.help.name"

    def __init__(self, title: str, name: str, taken: Sequence[str]) -> None:
        super().__init__()
        self._title_said = title
        self._name_now = name
        self._taken = tuple(taken)

    def compose_body(self) -> ComposeResult:
        """Title, line, what is wrong with the name."""
        yield Static(Content(self._title_said), classes="dialog-title")
        yield LineInput(self._name_now, limit=NAME_LIMIT, id="view-name")
        yield Static(id="said")

    def on_mount(self) -> None:
        """Ready to type."""
        self.query_one("#view-name").focus()

    @on(Input.Submitted, "#view-name")
    def _take(self, submitted: Input.Submitted) -> None:
        name = submitted.value.strip()
        if not name:
            return
        if name in self._taken:
            self.query_one("#said", Static).update(Content(self.app.say("spotlight.told.name-taken")))
        else:
            self.dismiss(name)
