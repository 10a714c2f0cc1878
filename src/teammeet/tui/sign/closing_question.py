"""The question that closes a plan for signing, with what is still empty and what a second look may find."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from teammeet.tui.commands import Command
from teammeet.tui.screens.dialogs import Question


class ClosingQuestion(Question):
    """The list above scrolls where the window is low, while the answers stay in sight; what it says holds nothing up."""

    CSS_PATH = "../styles/sign.tcss"
    BOX_CLASSES: ClassVar[str] = "closing"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        *Question.COMMANDS_HERE,
        Command("sign.list-down", "pagedown"),
        Command("sign.list-up", "pageup"),
    )

    def __init__(self, number: int, empty: str) -> None:
        super().__init__("sign.fix-empty", number=number, empty=empty)

    def compose_body(self) -> ComposeResult:
        """The question, the list, two buttons."""
        yield Static(Content(self._said("title")), classes="dialog-title")
        with VerticalScroll(id="still-empty", can_focus=False):
            yield Static(Content(self._said("text")))
        with Horizontal(classes="dialog-buttons"):
            yield Button(Content(self._said("no")), id="no", variant="primary")
            yield Button(Content(self._said("yes")), id="yes")

    def action_list_down(self) -> None:
        """The next part of the list."""
        self.query_one("#still-empty", VerticalScroll).scroll_page_down(animate=False)

    def action_list_up(self) -> None:
        """The part before it."""
        self.query_one("#still-empty", VerticalScroll).scroll_page_up(animate=False)
