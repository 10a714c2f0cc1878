"""Where the room's window asks for its code: one field, one plain sentence when the code does not fit."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from teammeet.errors import TeammeetError
from teammeet.messages import text
from teammeet.tui.widgets.line_input import LineInput

_LONGEST: int = 40
"""Letters that may be typed: a code with blanks between."""


class CodeCard(Vertical):
    """A card in the middle. What was typed is forgotten once it fits."""

    @dataclass
    class Typed(Message):
        """Somebody typed this code and pressed Enter."""

        code: str

    def __init__(self, language: str) -> None:
        super().__init__(id="code-card")
        self._language = language

    def compose(self) -> ComposeResult:
        """Title, lead, field, and what was said of the code."""
        yield Static(Content(text("show.code.title", self._language)), classes="title")
        yield Static(Content(text("show.code.lead", self._language)), classes="lead")
        field = LineInput(id="code", limit=_LONGEST)
        field.border_title = text("show.code.field", self._language)
        yield field
        yield Static(id="said", markup=False)

    def ask(self) -> None:
        """Empty, and ready to type."""
        self.query_one(LineInput).clear()
        self.query_one(LineInput).disabled = False
        self.query_one(LineInput).focus()
        self.query_one("#said", Static).update("")

    def refuse(self, error: TeammeetError) -> None:
        """Say why it does not fit, and let it be typed again."""
        self.ask()
        self.query_one("#said", Static).update(Content(f"! {error.sentence(self._language)}"))

    @on(Input.Submitted)
    def _submitted(self, submitted: Input.Submitted) -> None:
        submitted.stop()
        if submitted.value.strip():
            self.query_one(LineInput).disabled = True
            self.query_one("#said", Static).update(Content(text("show.code.looking", self._language)))
            self.post_message(self.Typed(submitted.value))
