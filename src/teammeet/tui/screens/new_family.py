"""A new family: a way to call it, nothing more."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from teammeet.text import NAME_LIMIT
from teammeet.tui.screens.base import HouseModal
from teammeet.tui.widgets.line_input import LineInput


class NewFamily(HouseModal[str]):
    """Gives the name; ``None`` when nothing was to be made."""

    HELP_KEY: ClassVar[str] = "tui.help.new-family"

    def compose_body(self) -> ComposeResult:
        """One field."""
        yield Static(Content(self.app.say("tui.new-family.title")), classes="dialog-title")
        yield Static(Content(self.app.say("tui.new-family.text")), classes="dialog-text")
        yield LineInput(limit=NAME_LIMIT, id="name", placeholder=self.app.say("tui.new-family.placeholder"))

    @on(Input.Submitted)
    def _done(self, submitted: Input.Submitted) -> None:
        name = submitted.value.strip()
        if name:
            self.dismiss(name)
