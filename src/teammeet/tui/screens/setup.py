"""Set-up: the first run, in four pages. It makes the passphrase, sees that it was written down, and makes the vault."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from teammeet.errors import TeammeetError
from teammeet.tui import themes
from teammeet.tui.commands import Command
from teammeet.tui.screens import setup_pages
from teammeet.tui.screens.base import HouseScreen
from teammeet.tui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from teammeet.desk import Desk

_PAGES = ("welcome", "words", "check", "you")
_ASKED_BACK = 2


class SetupScreen(HouseScreen):
    """Nothing is made before the last page."""

    CSS_PATH = "../styles/setup.tcss"
    HELP_KEY: ClassVar[str] = "tui.help.setup"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("tui.setup.on", "enter", footer=True),
        Command("tui.setup.back", "escape", footer=True),
        Command("tui.setup.sheet", "f4", footer=True),
        Command("tui.setup.other-words", "f5", footer=True),
    )

    def __init__(self) -> None:
        super().__init__()
        self._page = "welcome"
        self._words: tuple[str, ...] = ()
        self._asked: tuple[int, ...] = ()
        self._theme = themes.DARK

    def compose_body(self) -> ComposeResult:
        """The page that we are on."""
        with VerticalScroll(id="setup", can_focus=False):
            yield from setup_pages.page(self.app, self._page, self._words, self._asked)

    def on_mount(self) -> None:
        """The first page."""
        self._begin_page()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The sheet and other words belong to the page of the words; there is nothing before the first page."""
        if action in ("setup_sheet", "setup_other_words"):
            return self._page == "words"
        return action != "setup_back" or self._page != "welcome"

    # From page to page

    async def action_setup_on(self) -> None:
        """On to the next page, once this one is done."""
        if self._page == "check" and not self._words_fit():
            return
        if self._page == "you":
            self._make()
            return
        await self._turn_to(_PAGES[_PAGES.index(self._page) + 1])

    async def action_setup_back(self) -> None:
        """Back to the page before."""
        await self._turn_to(_PAGES[max(0, _PAGES.index(self._page) - 1)])

    async def action_setup_other_words(self) -> None:
        """Six other words."""
        self._words = ()
        await self._turn_to("words")

    @work(group="asking")
    async def action_setup_sheet(self) -> None:
        """Save the recovery sheet as a text file."""
        from teammeet.tui.screens.recovery import SaveSheet

        name = await self.app.push_screen_wait(SaveSheet(" ".join(self._words)))
        if name:
            self.app.tell("tui.recovery.saved", name=name)

    @on(Input.Submitted)
    async def _entered(self, submitted: Input.Submitted) -> None:
        """Enter in a field goes to the next one, from the last one to the next page."""
        fields = list(self.query("#setup LineInput, #setup OptionList"))
        at = fields.index(submitted.input)
        if at + 1 < len(fields):
            fields[at + 1].focus()
        else:
            await self.action_setup_on()

    @on(OptionList.OptionSelected, "#language")
    async def _take_language(self, chosen: OptionList.OptionSelected) -> None:
        self.app.language_shown = chosen.option_id or self.app.language
        await self._turn_to("words")

    @on(OptionList.OptionHighlighted, "#themes")
    def _try_theme(self, chosen: OptionList.OptionHighlighted) -> None:
        self.app.theme = self._theme = themes.known(chosen.option_id or "")

    @on(OptionList.OptionSelected, "#themes")
    async def _take_theme(self) -> None:
        await self.action_setup_on()

    async def _turn_to(self, page: str) -> None:
        if page == "words" and not self._words:
            from teammeet.desk import new_passphrase

            self._words = tuple(new_passphrase().split())
        if page == "check":
            self._asked = tuple(sorted(secrets.SystemRandom().sample(range(len(self._words)), _ASKED_BACK)))
        self._page = page
        body = self.query_one("#setup", VerticalScroll)
        await body.remove_children()
        await body.mount_all(setup_pages.page(self.app, page, self._words, self._asked))
        self._begin_page()

    def _begin_page(self) -> None:
        self.show_place(self.app.say("tui.setup.step", number=_PAGES.index(self._page) + 1, all=len(_PAGES)))
        first = next(iter(self.query("#setup OptionList, #setup LineInput")), None)
        self.set_focus(first)
        self.refresh_bindings()

    def _words_fit(self) -> bool:
        for number in self._asked:
            field = self.query_one(f"#word-{number}", LineInput)
            if field.value.strip().casefold() != self._words[number]:
                self._say(self.app.say("tui.setup.check.wrong", number=number + 1))
                field.focus()
                return False
        return True

    # The vault

    def _make(self) -> None:
        self._say(self.app.say("tui.setup.you.making"))
        name, agency = (self.query_one(f"#{field}", LineInput).value.strip() for field in ("facilitator", "agency"))
        self._create(" ".join(self._words), name, agency)

    @work(thread=True, exclusive=True)
    def _create(self, passphrase: str, name: str, agency: str) -> None:
        from teammeet.desk import Desk, Settings

        assert self.app.path is not None, "set-up needs a place for the vault"
        try:
            desk = Desk.create(self.app.path, passphrase)
            look = Settings(language=self.app.language, theme=self._theme, facilitator=name, agency=agency)
            desk.save_settings(look)
        except TeammeetError as error:
            self.app.call_from_thread(self._refused, error)
            return
        self.app.call_from_thread(self._made, desk)

    def _refused(self, error: TeammeetError) -> None:
        self._say("")
        self.app.tell_error(error)

    def _made(self, desk: Desk) -> None:
        self._words = ()
        self.app.take_desk(desk)
        self.app.go("caseload")

    def _say(self, said: str) -> None:
        self.query_one("#said", Static).update(Content(said))
