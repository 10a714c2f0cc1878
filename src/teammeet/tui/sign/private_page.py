"""The page that is one person's own: questions one at a time, in their language, with nothing else on the screen."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from teammeet.messages import text
from teammeet.text import LINE_LIMIT
from teammeet.tui.commands import HELP, Command
from teammeet.tui.screens.base import HouseModal
from teammeet.tui.sign.page_questions import Answers, NextQuestion, PageQuestion
from teammeet.tui.widgets.line_input import LineInput


class PrivatePage(HouseModal[Answers]):
    """Asks ``name`` what ``following`` says, in ``language``; the answer is all answers, ``None`` if nothing shall be kept.

    A figure answers, or the arrows and Enter: at first no answer is marked. Esc goes back one question. Nothing is on the
    screen but the question, and the answers that were given are not shown again.
    """

    CSS_PATH = "../styles/agree.tcss"
    HELP_KEY: ClassVar[str] = "agree.help.private"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (Command("agree.give-back", "escape", footer=True), HELP)
    BOX_CLASSES: ClassVar[str] = "private-page"

    def __init__(self, name: str, language: str, following: NextQuestion) -> None:
        super().__init__()
        self._name = name
        self._language = self.page_language = language
        self._following = following
        self._answers: dict[str, str] = {}

    def compose_body(self) -> ComposeResult:
        """Whose page it is, the question, what can be answered."""
        title = self._say("title", name=self._name) if self._name else self._say("title-none")
        yield Static(Content(title), classes="dialog-title")
        yield Static(id="asked", markup=False)
        yield OptionList(id="choices", markup=False)
        yield LineInput(limit=LINE_LIMIT, id="own-line", select_on_focus=False)
        yield Static(id="how", classes="quiet", markup=False)

    def on_mount(self) -> None:
        """The first question."""
        self._ask()

    @property
    def question(self) -> PageQuestion | None:
        """What is asked now."""
        return self._following(self._answers)

    def on_key(self, event: events.Key) -> None:
        """A figure is the answer at that place."""
        question = self.question
        if question is None or not question.choices:
            return
        choice = next((choice for choice in question.choices if choice.words.startswith(f"{event.character}  ")), None)
        if choice is not None and event.character:
            event.stop()
            self._take(choice.id)

    @on(OptionList.OptionSelected, "#choices")
    def _chosen(self, chosen: OptionList.OptionSelected) -> None:
        self._take(str(chosen.option_id))

    @on(Input.Submitted, "#own-line")
    def _typed(self, entered: Input.Submitted) -> None:
        self._take(entered.value.strip())

    def action_give_back(self) -> None:
        """One question back; from the first, the keyboard goes back and nothing is kept."""
        if not self._answers:
            self.dismiss(None)
            return
        del self._answers[next(reversed(self._answers))]
        self._ask()

    def _take(self, answer: str) -> None:
        question = self.question
        if question is None:
            return
        self._answers[question.id] = answer
        if self.question is None:
            self.dismiss(dict(self._answers))
        else:
            self._ask()

    def _ask(self) -> None:
        """Show the question of now."""
        question = self.question
        assert question is not None, "a page asks something"
        listed, line = self.query_one("#choices", OptionList), self.query_one("#own-line", LineInput)
        listed.display, line.display = bool(question.choices), not question.choices
        self.query_one("#asked", Static).update(Content.styled(question.asked, "bold"))
        self.query_one("#how", Static).update(Content(self._say("how-choice" if question.choices else "how-line")))
        listed.set_options(Option(Content(choice.words), id=choice.id) for choice in question.choices)
        line.value = ""
        if question.choices:
            listed.highlighted = None  # nothing is taken by an Enter that was pressed in passing
            listed.focus()
        else:
            line.focus()

    def _say(self, key: str, **values: object) -> str:
        return text(f"agree.private.{key}", self._language, **values)
