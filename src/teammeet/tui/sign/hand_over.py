"""The keyboard is handed over: one person reads the statement in their language and types their own name."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from teammeet.messages import text
from teammeet.text import NAME_LIMIT
from teammeet.tui.commands import Command
from teammeet.tui.screens.base import HouseModal
from teammeet.tui.widgets.line_input import LineInput


class HandOver(HouseModal[str]):
    """Asks for a typed name in ``language``; the answer is the name, ``None`` if the person does not sign now.

    The whole screen is theirs: no other person's words, and no way on but to sign or to give the keyboard back.
    """

    CSS_PATH = "../styles/sign.tcss"
    HELP_KEY: ClassVar[str] = "sign.help.hand-over"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (Command("sign.give-back", "escape", footer=True),)
    BOX_CLASSES: ClassVar[str] = "hand-over"

    def __init__(self, name: str, edition: int, code: str, language: str) -> None:
        super().__init__()
        self._name = name
        self._edition = edition
        self._code = code
        self._language = language

    def compose_body(self) -> ComposeResult:
        """Which plan, the statement, the field."""
        yield Static(Content(self._say("hand-over.title", name=self._name)), classes="dialog-title")
        yield Static(Content(self._say("hand-over.plan", number=self._edition, code=self._code)), classes="dialog-text")
        yield Static(Content(text("word.statement", self._language)), classes="dialog-text")
        field = LineInput(limit=NAME_LIMIT, id="typed-name", select_on_focus=False)
        field.border_title = Content(self._say("hand-over.field"))
        yield field
        yield Static(Content(self._say("hand-over.how")), classes="quiet")

    def on_mount(self) -> None:
        """Ready to type."""
        self.query_one("#typed-name").focus()

    @on(Input.Submitted, "#typed-name")
    def _sign(self, entered: Input.Submitted) -> None:
        name = entered.value.strip()
        if name:
            self.dismiss(name)

    def action_give_back(self) -> None:
        """Not now."""
        self.dismiss(None)

    def _say(self, key: str, **values: object) -> str:
        return text(f"sign.{key}", self._language, **values)
