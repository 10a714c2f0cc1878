"""A row of a dialog that writes files: a label, and beside it a list to choose from or a field to type into."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Select, Static

from teammeet.tui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from teammeet.tui.meeting.scene import Choice


class ChoiceRow(Horizontal):
    """A list to choose one from. Names of people are never read as markup."""

    def __init__(self, name: str, label: str, choices: tuple[Choice, ...], value: str) -> None:
        super().__init__(id=f"row-{name}", classes="export-row")
        self._label = label
        self.select = Select[str](options(choices), value=value, allow_blank=False, id=name, compact=True)

    def compose(self) -> ComposeResult:
        """The label and the list."""
        yield Static(Content(self._label), classes="export-label")
        yield self.select

    def offer(self, choices: tuple[Choice, ...]) -> None:
        """Other choices; what was chosen stays chosen where it still can be."""
        kept = str(self.select.value)
        self.select.set_options(options(choices))
        if kept in {choice.id for choice in choices}:
            self.select.value = kept


class PathRow(Horizontal):
    """A field to type into: a path, or hidden words."""

    def __init__(self, name: str, label: str, value: str, *, hint: str = "", password: bool = False) -> None:
        super().__init__(id=f"row-{name}", classes="export-row")
        self._label = label
        self.field = LineInput(value, id=name, password=password, placeholder=hint, select_on_focus=False)

    def compose(self) -> ComposeResult:
        """The label and the field."""
        yield Static(Content(self._label), classes="export-label")
        yield self.field


def options(choices: tuple[Choice, ...]) -> list[tuple[Any, str]]:
    """Choices as a list takes them."""
    return [(Content(choice.words), choice.id) for choice in choices]
