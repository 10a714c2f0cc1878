"""Another passphrase for the vault."""

from __future__ import annotations

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from teammeet.errors import PassphraseWrong, TeammeetError
from teammeet.tui.commands import HELP, Command
from teammeet.tui.screens.base import CANCEL, HouseModal
from teammeet.tui.widgets.line_input import LineInput

_FIELDS = ("old", "new", "again")


class ChangePassphrase(HouseModal[None]):
    """The present one, the new one twice; six new words are offered."""

    HELP_KEY: ClassVar[str] = "tui.help.passphrase"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        CANCEL,
        Command("tui.passphrase.show", "f2", footer=True),
        Command("tui.passphrase.words", "f4", footer=True),
        HELP,
    )

    def compose_body(self) -> ComposeResult:
        """Three fields."""
        say = self.app.say
        yield Static(Content(say("tui.passphrase.title")), classes="dialog-title")
        yield Static(Content(say("tui.passphrase.text")), classes="dialog-text")
        for name in _FIELDS:
            field = LineInput(password=True, id=name)
            field.border_title = say(f"tui.passphrase.{name}")
            yield field
        yield Static(id="said")

    def action_passphrase_show(self) -> None:
        """Show what is typed, or hide it."""
        for field in self.query(LineInput):
            field.password = not field.password

    def action_passphrase_words(self) -> None:
        """Put six new words by chance into the field, shown to be written down."""
        from teammeet.desk import new_passphrase

        field = self._field("new")
        field.password = False
        field.value = new_passphrase()
        self._field("again").focus()

    @on(Input.Submitted)
    def _next(self, submitted: Input.Submitted) -> None:
        at = _FIELDS.index(submitted.input.id or "old")
        if at + 1 < len(_FIELDS):
            self._field(_FIELDS[at + 1]).focus()
        else:
            self._change()

    def _change(self) -> None:
        old, new, again = (" ".join(self._field(name).value.split()) for name in _FIELDS)
        if len(new) < _FEWEST:
            self._say("tui.passphrase.too-short", number=_FEWEST)
            self._field("new").focus()
        elif new != again:
            self._say("tui.passphrase.differ")
            self._field("again").focus()
        else:
            self._say("tui.passphrase.working")
            self._write(old, new)

    @work(thread=True, exclusive=True)
    def _write(self, old: str, new: str) -> None:
        try:
            self.app.desk.change_passphrase(old, new)
        except TeammeetError as error:
            self.app.call_from_thread(self._refused, error)
            return
        self.app.call_from_thread(self._done, new)

    def _refused(self, error: TeammeetError) -> None:
        self.query_one("#said", Static).update(Content(error.sentence(self.app.language)))
        if isinstance(error, PassphraseWrong):
            self._field("old").focus()

    def _done(self, new: str) -> None:
        """Offer the recovery sheet of the new words: the old one opens nothing any more."""
        from teammeet.tui.screens.recovery import SaveSheet

        self.app.tell("tui.passphrase.done")
        self.dismiss(None)
        self.app.push_screen(SaveSheet(new), self._sheet_saved)

    def _sheet_saved(self, name: str | None) -> None:
        if name:
            self.app.tell("tui.recovery.saved", name=name)

    def _field(self, name: str) -> LineInput:
        return self.query_one(f"#{name}", LineInput)

    def _say(self, key: str, **values: object) -> None:
        self.query_one("#said", Static).update(Content(self.app.say(key, **values)))


_FEWEST = 16
"""Letters that a passphrase of one's own must have."""
