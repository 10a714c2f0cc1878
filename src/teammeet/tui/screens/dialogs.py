"""Two dialogs that every screen uses: a notice of what went wrong, and a question."""

from __future__ import annotations

from typing import ClassVar, Final, Literal

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, Static

from teammeet.errors import TeammeetError
from teammeet.tui.commands import HELP, Command
from teammeet.tui.screens.base import CANCEL, HouseModal

_VARIANTS: Final[tuple[Literal["primary", "default"], ...]] = ("primary", "default")
"""The first answer stands out: it has the focus."""


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

    ``values`` fill the messages. Esc is the answer no, and no has the focus: nothing happens by a stray Enter; with
    ``yes_first`` yes has it, where no harm is done.
    """

    HELP_KEY: ClassVar[str] = "tui.help.question"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("tui.yes", "y,s", footer=True),
        Command("tui.no", "n", footer=True),
        Command("tui.other-answer", "left,right,up,down", footer=True),
        Command("tui.answer", "enter", footer=True),
        CANCEL,
        HELP,
    )

    def __init__(self, key: str, *, yes_first: bool = False, **values: object) -> None:
        super().__init__()
        self._key = key
        self._values = values
        self._answers = ("yes", "no") if yes_first else ("no", "yes")

    def compose_body(self) -> ComposeResult:
        """The question, its consequences, two buttons."""
        yield Static(Content(self._said("title")), classes="dialog-title")
        yield Static(Content(self._said("text")), classes="dialog-text")
        with Horizontal(classes="dialog-buttons"):
            for answer, variant in zip(self._answers, _VARIANTS, strict=True):
                yield Button(Content(self._said(answer)), id=answer, variant=variant)

    def on_mount(self) -> None:
        """The answer that does no harm has the focus."""
        self.query_one(f"#{self._answers[0]}", Button).focus()

    def action_yes(self) -> None:
        """Yes."""
        self.dismiss(True)

    def action_no(self) -> None:
        """No."""
        self.dismiss(False)

    def action_other_answer(self) -> None:
        """The other button."""
        other = next(button for button in self.query(Button) if not button.has_focus)
        other.focus()

    def action_answer(self) -> None:
        """Press the button that has the focus; without one it is no."""
        self.dismiss(self.query_one("#yes", Button).has_focus)

    def action_cancel(self) -> None:
        """Esc says no."""
        self.dismiss(False)

    @on(Button.Pressed)
    def _answer(self, pressed: Button.Pressed) -> None:
        self.dismiss(pressed.button.id == "yes")

    def _said(self, part: str) -> str:
        return self.app.say(f"{self._key}.{part}", **self._values)
