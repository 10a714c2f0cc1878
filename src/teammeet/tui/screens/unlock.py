"""Unlock: the passphrase, typed or from the file that was named, and nothing of the vault before it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Center, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from teammeet.errors import TeammeetError, VaultMissing
from teammeet.tui.commands import Command
from teammeet.tui.screens.base import HouseScreen
from teammeet.tui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from teammeet.desk import Desk

_HEAD_START: float = 0.3
"""Seconds after the first paint when the heavy modules are read in, while somebody types."""


class UnlockScreen(HouseScreen):
    """One field. What is typed is hidden unless asked for, and is forgotten once the vault is open."""

    CSS_PATH = "../styles/unlock.tcss"
    HELP_KEY: ClassVar[str] = "tui.help.unlock"
    PLACE_KEY: ClassVar[str] = "tui.unlock.place"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("tui.unlock.open", "enter", footer=True),
        Command("tui.unlock.show", "f2", footer=True),
    )

    def compose_body(self) -> ComposeResult:
        """A card in the middle."""
        say = self.app.say
        with Center(id="unlock-middle"), Vertical(id="unlock"):
            yield Static(Content(say("tui.unlock.welcome")), classes="title")
            yield Static(Content(say("tui.unlock.lead")), classes="lead")
            passphrase = LineInput(password=True, id="passphrase", placeholder=say("tui.unlock.placeholder"))
            passphrase.border_title = say("tui.unlock.passphrase")
            yield passphrase
            yield Static(id="said")

    def on_mount(self) -> None:
        """Ready to type; what opening needs is read in meanwhile."""
        self.query_one(LineInput).focus()
        given, self.app.passphrase_at_start = self.app.passphrase_at_start, ""
        if given:
            self._try(given)
        else:
            self.set_timer(_HEAD_START, self._warm_up)

    def action_unlock_show(self) -> None:
        """Show what is typed, or hide it."""
        field = self.query_one(LineInput)
        field.password = not field.password

    @on(Input.Submitted)
    def action_unlock_open(self) -> None:
        """Try the passphrase."""
        field = self.query_one(LineInput)
        if field.value.strip() and not field.disabled:
            self._try(field.value)

    def _try(self, passphrase: str) -> None:
        self.query_one(LineInput).disabled = True
        self._say("tui.unlock.opening", "quiet")
        self._unlock(passphrase)

    @work(thread=True, exit_on_error=False)
    def _warm_up(self) -> None:
        import_module("teammeet.desk")
        import_module("sqlcipher3")

    @work(thread=True, exclusive=True, group="unlock")
    def _unlock(self, passphrase: str) -> None:
        from teammeet.desk import Desk

        try:
            if self.app.path is None:
                raise VaultMissing
            desk = Desk.unlock(self.app.path, passphrase)
        except TeammeetError as error:
            self.app.call_from_thread(self._refused, error)
            return
        self.app.call_from_thread(self._opened, desk)

    def _opened(self, desk: Desk) -> None:
        self.query_one(LineInput).value = ""
        self.app.take_desk(desk)
        self.app.resume()

    def _refused(self, error: TeammeetError) -> None:
        field = self.query_one(LineInput)
        field.disabled = False
        field.focus()
        field.select_all()
        self.query_one("#said", Static).update(Content(error.sentence(self.app.language)))
        self.query_one("#said").set_classes("warning")

    def _say(self, key: str, look: str) -> None:
        self.query_one("#said", Static).update(Content(self.app.say(key)))
        self.query_one("#said").set_classes(look)
