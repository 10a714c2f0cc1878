"""Two dialogs that every screen uses: a notice of what went wrong, and a question."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, Static

from teammeet.errors import TeammeetError
from teammeet.tui.screens.base import HouseModal


class Notice(HouseModal[None]):
    """What happened, what was kept, what to do; Enter or Esc closes it."""

    HELP_KEY: ClassVar[str] = "tui.help.notice"

    def __init__(self, error: TeammeetError) -> None:
        super().__init__()
        self.error = error

    def compose_body(self) -> ComposeResult:
        """The three sentences, and one button."""
        language = self.app.language
        yield Static(Content(self.error.what(language)), classes="dialog-title")
        for part in (self.error.kept(language), self.error.do(language)):
            if part:
                yield Static(Content(part), classes="dialog-text")
        with Horizontal(classes="dialog-buttons"):
            yield Button(Content(self.app.say("tui.answer.understood")), id="understood", variant="primary")

    @on(Button.Pressed, "#understood")
    def _close(self) -> None:
        self.dismiss(None)


class Question(HouseModal[bool]):
    """A question with two answers: ``KEY.title``, ``KEY.text``, ``KEY.yes`` and ``KEY.no`` of the catalogue.

    ``values`` fill the messages. Esc is the answer no, and no has the focus: nothing happens by a stray Enter.
    """

    HELP_KEY: ClassVar[str] = "tui.help.question"

    def __init__(self, key: str, **values: object) -> None:
        super().__init__()
        self._key = key
        self._values = values

    def compose_body(self) -> ComposeResult:
        """The question, its consequences, two buttons."""
        yield Static(Content(self._said("title")), classes="dialog-title")
        yield Static(Content(self._said("text")), classes="dialog-text")
        with Horizontal(classes="dialog-buttons"):
            yield Button(Content(self._said("no")), id="no", variant="primary")
            yield Button(Content(self._said("yes")), id="yes")

    def action_cancel(self) -> None:
        """Esc says no."""
        self.dismiss(False)

    @on(Button.Pressed)
    def _answer(self, pressed: Button.Pressed) -> None:
        self.dismiss(pressed.button.id == "yes")

    def _said(self, part: str) -> str:
        return self.app.say(f"{self._key}.{part}", **self._values)
