"""The help page: what a screen is for, and every key that works there."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from teammeet.messages import text
from teammeet.tui.commands import Command, commands_of
from teammeet.tui.screens.base import CANCEL, Furnished, HouseModal


class HelpScreen(HouseModal[None]):
    """Explains the screen ``of``; written from the same declarations as the footer and the palette."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (CANCEL,)
    BOX_CLASSES: ClassVar[str] = "help"

    def __init__(self, of: Screen[Any]) -> None:
        super().__init__()
        self._of = of
        self.page_language = of.page_language if isinstance(of, Furnished) else ""

    def compose_body(self) -> ComposeResult:
        """The purpose, then a line a command."""
        purpose = self._of.HELP_KEY if isinstance(self._of, Furnished) else "tui.help.general"
        beside = self._of.help_beside if isinstance(self._of, Furnished) else ""
        yield Static(Content(self._say("tui.help.title")), classes="dialog-title")
        yield Static(Content(" ".join(filter(None, (self._say(purpose), beside)))), classes="dialog-text")
        for command in commands_of(self._of):
            with Horizontal(classes="help-line"):
                yield Static(Content(command.key_in(self.page_language or self.app.language)), classes="help-key")
                yield Static(self._words(command), classes="help-text")

    def on_mount(self) -> None:
        """The keys scroll it."""
        self.query_one(".dialog").can_focus = True
        self.query_one(".dialog").focus()

    def _words(self, command: Command) -> Content:
        title = Content.styled(self._say(command.title_key), "bold")
        return title + Content(f": {self._say(command.help_key)}")

    def _say(self, key: str) -> str:
        """In the language of the page that is explained."""
        return text(key, self.page_language or self.app.language)
