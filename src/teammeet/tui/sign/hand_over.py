"""The keyboard is handed over: one person reads the statement in their language and types their own name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from teammeet.messages import text
from teammeet.text import NAME_LIMIT
from teammeet.tui.commands import Command
from teammeet.tui.screens.base import HouseModal
from teammeet.tui.screens.dialogs import Question
from teammeet.tui.sign.own_names import fits
from teammeet.tui.widgets.line_input import LineInput


@dataclass(frozen=True, slots=True)
class TypedName:
    """What somebody signed: the own name, who interpreted, who saw it; both may be nobody."""

    name: str
    interpreter: str = ""
    witness: str = ""


class IsOwnName(Question):
    """Asks in ``language`` about a name that is not one of theirs: who signs decides, nobody else."""

    def __init__(self, language: str, typed: str, name: str) -> None:
        super().__init__("sign.own-name", typed=typed, name=name)
        self._language = language

    def _said(self, part: str) -> str:
        return text(f"{self._key}.{part}", self._language, **self._values)


class HandOver(HouseModal[TypedName]):
    """Asks for a typed name in ``language``; the answer is what was signed, ``None`` if the person does not sign now.

    The whole screen is theirs: no other person's words, and no way on but to sign or to give the keyboard back. A name that
    has no word in common with those that are ``known`` is asked about before it signs.
    """

    CSS_PATH = "../styles/sign.tcss"
    HELP_KEY: ClassVar[str] = "sign.help.hand-over"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (Command("sign.give-back", "escape", footer=True),)
    BOX_CLASSES: ClassVar[str] = "hand-over"

    def __init__(
        self, name: str, edition: int, code: str, language: str, interpreter: str = "", known: tuple[str, ...] = ()
    ) -> None:
        super().__init__()
        self._known = known
        self._interpreter = interpreter
        self._called = name
        self._edition = edition
        self._code = code
        self._language = language

    def compose_body(self) -> ComposeResult:
        """Which plan, the statement, the field."""
        yield Static(Content(self._say("hand-over.title", name=self._called)), classes="dialog-title")
        yield Static(Content(self._say("hand-over.plan", number=self._edition, code=self._code)), classes="dialog-text")
        yield Static(Content(text("word.statement", self._language)), classes="dialog-text")
        yield self._field("typed-name", "")
        with Horizontal(classes="hand-over-others"):
            yield self._field("interpreter", self._interpreter)
            yield self._field("witness", "")
        yield Static(Content(self._say("hand-over.how")), classes="quiet")

    def on_mount(self) -> None:
        """Ready to type."""
        self.query_one("#typed-name").focus()

    def _field(self, name: str, value: str) -> LineInput:
        field = LineInput(value, limit=NAME_LIMIT, id=name, select_on_focus=False)
        field.border_title = Content(self._say(f"hand-over.{name}"))
        return field

    @on(Input.Submitted)
    def _sign(self) -> None:
        """Enter signs, in any field, once the name is there; without it, that is where one goes on."""
        name, interpreter, witness = (self._typed(field) for field in ("typed-name", "interpreter", "witness"))
        if not name:
            self.query_one("#typed-name").focus()
        elif fits(name, self._known):
            self.dismiss(TypedName(name, interpreter, witness))
        else:
            self._ask_about(TypedName(name, interpreter, witness))

    @work(exclusive=True, group="own-name")
    async def _ask_about(self, typed: TypedName) -> None:
        """Whether it is right that this name stands on this page."""
        if await self.app.push_screen_wait(IsOwnName(self._language, typed.name, self._called)):
            self.dismiss(typed)
        else:
            self.query_one("#typed-name").focus()

    def _typed(self, field: str) -> str:
        return self.query_one(f"#{field}", LineInput).value.strip()

    def action_give_back(self) -> None:
        """Not now."""
        self.dismiss(None)

    def _say(self, key: str, **values: object) -> str:
        return text(f"sign.{key}", self._language, **values)
