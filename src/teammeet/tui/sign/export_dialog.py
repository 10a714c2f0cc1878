"""The dialog that exports: six answers, one key, and then the name of the file that was written."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, Select, Static
from textual.worker import Worker, WorkerState

from teammeet.errors import ExportRefused, TeammeetError
from teammeet.export import Options
from teammeet.model.family import Family
from teammeet.model.values import Item
from teammeet.tui.commands import HELP, Command
from teammeet.tui.meeting.scene import Choice
from teammeet.tui.screens.base import CANCEL, HouseModal
from teammeet.tui.screens.dialogs import Question
from teammeet.tui.sign.exporting import (
    NAMES,
    ROLES,
    WHATS,
    Order,
    Written,
    edition_choices,
    folder_at,
    gone_since,
    language_choices,
    leaves_out,
    names_choices,
    note,
    path_as_told,
    places_kept,
    reader_choices,
    write,
)
from teammeet.tui.widgets.line_input import LineInput

_EXISTS: Final = "export-exists"
_USUAL: Final = "team"
"""For whom a file is if nobody says it."""


class ExportDialog(HouseModal[None]):
    """What, for whom, in which language, of which edition, to which folder; F9 or the button writes it."""

    CSS_PATH = "../styles/sign.tcss"
    HELP_KEY: ClassVar[str] = "sign.help.export"
    BOX_CLASSES: ClassVar[str] = "export"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (Command("sign.write", "f9", footer=True), CANCEL, HELP)

    def __init__(self, edition: int | None = None, what: str = WHATS[0]) -> None:
        super().__init__()
        self._edition = edition
        self._what = what

    def compose_body(self) -> ComposeResult:
        """The choices, the folder, the button, and room for what came of it."""
        family, language = self.app.family_shown(self._family), self.app.language
        whats = tuple(Choice(what, self.app.say(f"sign.what.{what}")) for what in WHATS)
        yield Static(Content(self.app.say("sign.export.title")), classes="dialog-title")
        yield from self._choice("what", whats, self._what)
        yield from self._choice("reader", reader_choices(family, language), _USUAL)
        yield Static(id="leaves-out", markup=False)
        yield from self._choice("edition", edition_choices(family, language), str(self._edition or ""))
        yield from self._choice("language", language_choices(language), self._known_language())
        yield from self._choice("names", names_choices(language), NAMES)
        yield Static(Content(self.app.say("roles.read-first")), id="read-first", markup=False)
        folder = LineInput("~", id="folder", select_on_focus=False)
        folder.border_title = Content(self.app.say("sign.export.folder"))
        yield folder
        with Horizontal(classes="dialog-buttons"):
            yield Button(Content(self.app.say("sign.export.write")), id="write", variant="primary")
        yield Static(id="written", markup=False)

    def on_mount(self) -> None:
        """The button has the focus: the usual case is one key."""
        self.query_one("#read-first").display = False
        self.query_one("#leaves-out").display = False
        self.query_one("#write").focus()

    @on(Select.Changed, "#names")
    def _roles_asked(self) -> None:
        """What cannot be known is said where roles are asked for."""
        self.query_one("#read-first").display = self._chosen("names") == ROLES

    @on(Select.Changed, "#reader")
    def _reader_chosen(self) -> None:
        """What a file for another reader than the team leaves out is said before it is written."""
        reader, told = self._chosen("reader"), self.query_one("#leaves-out", Static)
        told.display = reader != _USUAL
        told.update(Content(leaves_out(self._family, reader, self.app.today(), self.app.language)))

    @on(Button.Pressed, "#write")
    def action_write(self) -> None:
        """Write the file."""
        self._say(self.app.say("sign.export.working"))
        self._begin(self._order(), overwrite=False)

    def _begin(self, order: Order, *, overwrite: bool) -> None:
        """Ask the desk for all that the thread needs: the vault is not for threads."""
        try:
            places = places_kept(self.app.desk, self._family, order)
            gone = gone_since(self.app.desk, self._family, order.edition)
        except TeammeetError as error:
            self._say("")
            self.app.tell_error(error)
        else:
            self._write(self._family, order, Options(today=self.app.today(), places=places), gone, overwrite)

    @work(thread=True, exclusive=True, group="export", exit_on_error=False)
    def _write(self, family: Family, order: Order, options: Options, gone: tuple[Item, ...], overwrite: bool) -> None:
        try:
            written = write(family, order, options, gone, overwrite=overwrite)
        except TeammeetError as error:
            self.app.call_from_thread(self._refused, error, order)
        else:
            self.app.call_from_thread(self._done, written, order)

    def _done(self, written: Written, order: Order) -> None:
        """Say which file it is and what must be told about it; write down that it was made."""
        try:
            note(self.app.desk, self._family, order, written)
        except TeammeetError as error:
            self.app.tell_error(error)
        told = [self.app.say("sign.export.written", path=path_as_told(written.path)), *written.remarks]
        self._say("\n".join(told))
        self.call_after_refresh(self.query_one("#written").scroll_visible, top=True, animate=False)

    @work(exclusive=True, group="overwrite")
    async def _refused(self, error: TeammeetError, order: Order) -> None:
        """A file that is there already is written over only after a question."""
        self._say("")
        if error.message_key != _EXISTS:
            self.app.tell_error(error)
        elif await self.app.push_screen_wait(Question("sign.overwrite", name=error.values.get("path", ""))):
            self._begin(order, overwrite=True)

    def on_worker_state_changed(self, changed: Worker.StateChanged) -> None:
        """An exporter that fails in a way of its own must not end the meeting."""
        if changed.worker.group == "export" and changed.state is WorkerState.ERROR:
            self._say("")
            self.app.tell_error(ExportRefused(why=self.app.say("sign.export.failed")))

    @property
    def _family(self) -> Family:
        assert self.app.family is not None, "a family is open"
        return self.app.family

    def _order(self) -> Order:
        edition = self._chosen("edition")
        return Order(
            what=self._chosen("what"),
            reader=self._chosen("reader"),
            language=self._chosen("language"),
            folder=folder_at(self.query_one("#folder", LineInput).value),
            edition=int(edition) if edition else None,
            in_roles=self._chosen("names") == ROLES,
        )

    def _chosen(self, name: str) -> str:
        return str(self.query_one(f"#{name}", Select).value)

    def _known_language(self) -> str:
        tags = [choice.id for choice in language_choices(self.app.language)]
        wanted = self._family.header.language.split("-")[0]
        return wanted if wanted in tags else tags[0]

    def _choice(self, name: str, choices: tuple[Choice, ...], value: str) -> ComposeResult:
        """A label and a list to choose from. Names of people are never read as markup."""
        options = [(Content(choice.words), choice.id) for choice in choices]
        with Horizontal(classes="export-row"):
            yield Static(Content(self.app.say(f"sign.export.{name}")), classes="export-label")
            yield Select[str](options, value=value, allow_blank=False, id=name, compact=True)

    def _say(self, words: str) -> None:
        self.query_one("#written", Static).update(Content(words))
