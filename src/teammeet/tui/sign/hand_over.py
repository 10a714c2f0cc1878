"""The keyboard is handed over: one person reads the statement in their language and types their own name."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from teammeet.messages import text
from teammeet.model.values import Circle
from teammeet.practice.statement import spoken_in
from teammeet.text import LINE_LIMIT, NAME_LIMIT
from teammeet.tui.commands import Command
from teammeet.tui.screens.base import HouseModal
from teammeet.tui.screens.dialogs import Question
from teammeet.tui.sign.own_names import fits
from teammeet.tui.sign.tongues import tongue_named
from teammeet.tui.sign.typed_name import SignPage, TypedName, next_language, what_is_wrong
from teammeet.tui.widgets.choice_fields import Mark
from teammeet.tui.widgets.footer import LeanFooter
from teammeet.tui.widgets.line_input import LineInput

NAME: Final = "typed-name"
TEAM: Final = "team"
_SAID: Final = ("degree", "dissent")
_THERE: Final = ("interpreter", "witness")
_FIELDS: Final = {NAME: NAME_LIMIT, "degree": 1, "dissent": LINE_LIMIT, "interpreter": NAME_LIMIT, "witness": NAME_LIMIT}
"""The fields, and how much each holds: the name; then what may stay empty, in one row each."""


class IsOwnName(Question):
    """Asks in ``language`` about a name that is not one of theirs: who signs decides, nobody else."""

    def __init__(self, language: str, typed: str, name: str) -> None:
        super().__init__("sign.own-name", typed=typed, name=name)
        self._language = self.page_language = language

    def _said(self, part: str) -> str:
        return text(f"{self._key}.{part}", self._language, **self._values)


class HandOver(HouseModal[TypedName]):
    """Asks for a typed name; the answer is what was signed, ``None`` if the person does not sign now.

    The whole screen is theirs: no other person's words, and no way on but to sign or to give the keyboard back. They may
    read it in another language. A name that has no word in common with theirs is asked about before it signs.
    """

    CSS_PATH = "../styles/sign.tcss"
    HELP_KEY: ClassVar[str] = "sign.help.hand-over"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("sign.tongue", "f4", footer=True),
        Command("sign.give-back", "escape", footer=True),
    )
    BOX_CLASSES: ClassVar[str] = "hand-over"

    def __init__(self, page: SignPage) -> None:
        super().__init__()
        self._page = page
        self._language = self.page_language = spoken_in(page.wanted)

    def compose_body(self) -> ComposeResult:
        """Which plan, the statement, the name; then what may stay empty."""
        yield Static(id="whose-page", classes="dialog-title", markup=False)
        yield Static(id="statement", markup=False)
        yield LineInput(limit=_FIELDS[NAME], id=NAME, select_on_focus=False)
        for name in (*_SAID, TEAM, *_THERE):
            yield self._beside(name)
        yield Static(id="wrong", markup=False)
        yield Static(id="how", classes="quiet", markup=False)

    def on_mount(self) -> None:
        """Ready to type."""
        self._say_all()
        self.query_one(f"#{NAME}").focus()

    def action_tongue(self) -> None:
        """The same in another language; what was typed stays."""
        self._language = self.page_language = next_language(self._language)
        self._say_all()
        self.query_one(LeanFooter).refresh()

    def _beside(self, name: str) -> Horizontal:
        """A field that may stay empty, in one row with what it is for."""
        value = self._page.interpreter if name == "interpreter" else ""
        line = LineInput(value, limit=_FIELDS.get(name, 0), id=name, select_on_focus=False, compact=True)
        field = Mark("", id=TEAM, compact=True) if name == TEAM else line
        return Horizontal(Static(id=f"for-{name}", classes="hand-over-for", markup=False), field, classes="hand-over-row")

    def _say_all(self) -> None:
        """Every word of the page, in the language that is read."""
        page, language = self._page, self._language
        title = self._say("hand-over.title", name=page.name)
        plan = self._say("hand-over.plan", number=page.edition, code=page.family.code)
        self.query_one("#whose-page", Static).update(Content(title) + Content.styled(f"\n{plan}", "not bold $quiet"))
        lines = (*page.read_in(language).lines, page.in_other_words(language))
        self.query_one("#statement", Static).update(Content("\n".join(filter(None, lines))))
        self.query_one(f"#{NAME}", LineInput).border_title = Content(self._say(f"hand-over.{NAME}"))
        for name in (*_SAID, TEAM, *_THERE):
            self.query_one(f"#for-{name}", Static).update(Content(self._say(f"hand-over.{name}")))
        other = next_language(language)
        self.query_one("#how", Static).update(self._say("hand-over.how", tongue=tongue_named(other, other)))
        self._tell("")

    @on(Input.Submitted)
    def _sign(self) -> None:
        """Enter signs, in any field, once the name is there; without it, that is where one goes on."""
        typed = self._typed()
        wrong = what_is_wrong(self._page, typed) if typed.name else ""
        self._tell(wrong)
        if wrong or not typed.name:
            self.query_one(f"#{NAME}").focus()
        elif fits(typed.name, self._page.known):
            self.dismiss(typed)
        else:
            self._ask_about(typed)

    @work(exclusive=True, group="own-name")
    async def _ask_about(self, typed: TypedName) -> None:
        """Whether it is right that this name stands on this page."""
        if await self.app.push_screen_wait(IsOwnName(self._language, typed.name, self._page.name)):
            self.dismiss(typed)
        else:
            self.query_one(f"#{NAME}").focus()

    def _typed(self) -> TypedName:
        said = {name: self.query_one(f"#{name}", LineInput).value.strip() for name in _FIELDS}
        name = said.pop(NAME)
        shown_to: Circle = "team" if self.query_one(f"#{TEAM}", Mark).value else "facilitator"
        return TypedName(name, self._page.read_in(self._language), shown_to=shown_to, **said)

    def _tell(self, words: str) -> None:
        told = self.query_one("#wrong", Static)
        told.display = bool(words)
        told.update(Content(words))

    def action_give_back(self) -> None:
        """Not now."""
        self.dismiss(None)

    def _say(self, key: str, **values: object) -> str:
        return text(f"sign.{key}", self._language, **values)
