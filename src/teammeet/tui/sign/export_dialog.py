"""The dialog that exports: a few answers, one key, and then the name of the file that was written."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static
from textual.worker import Worker, WorkerState

from teammeet.errors import ExportRefused, TeammeetError
from teammeet.export import Options
from teammeet.model.family import Family
from teammeet.model.values import Item
from teammeet.tui.commands import HELP, Command
from teammeet.tui.screens.base import CANCEL, HouseModal
from teammeet.tui.screens.dialogs import Question
from teammeet.tui.sign.export_answers import ExportAnswers
from teammeet.tui.sign.export_choices import needs_passphrase
from teammeet.tui.sign.export_options import files_changed, is_of_a_form, options_of
from teammeet.tui.sign.exporting import WHATS, Order, Written, gone_for, note, path_as_told, places_kept, write

_EXISTS: Final = "export-exists"


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
        """The answers, the button, and room for what came of it."""
        yield Static(Content(self.app.say("sign.export.title")), classes="dialog-title")
        yield ExportAnswers(self._family, self._what, self._edition)
        with Horizontal(classes="dialog-buttons"):
            yield Button(Content(self.app.say("sign.export.write")), id="write", variant="primary")
        with VerticalScroll(id="came-of-it", can_focus=False):
            yield Static(id="written", markup=False)

    def on_mount(self) -> None:
        """The button has the focus: the usual case is one key."""
        self.query_one("#write").focus()

    @on(Button.Pressed, "#write")
    def action_write(self) -> None:
        """Write the file."""
        answers = self.query_one(ExportAnswers)
        order, passphrase = answers.order(), answers.take_passphrase()
        if needs_passphrase(order) and not passphrase:
            self._say(self.app.say("papers.told.passphrase-first"))
            answers.ask_passphrase()
            return
        self._say(self.app.say("sign.export.working"))
        self._begin(order, passphrase)

    def _begin(self, order: Order, passphrase: str) -> None:
        """Ask the desk for all that the thread needs: the vault is not for threads."""
        try:
            places = places_kept(self.app.desk, self._family, order)
            gone = gone_for(self.app.desk, self._family, order)
        except TeammeetError as error:
            self._say("")
            self.app.tell_error(error)
        else:
            basis = Options(today=self.app.today(), places=places)
            options = partial(options_of, order, basis, passphrase, self.app.clock)
            self._write(self._family, order, options, gone, overwrite=False)

    @work(thread=True, exclusive=True, group="export", exit_on_error=False)
    def _write(
        self, family: Family, order: Order, options: Callable[[], Options], gone: tuple[Item, ...], overwrite: bool
    ) -> None:
        """Write the file in a thread; what had to be opened for it is opened once, and let go when it is written."""
        asked: Options | None = None
        try:
            asked = options()
            written = write(family, order, asked, gone, overwrite=overwrite)
        except TeammeetError as error:
            again = partial(self._write, family, order, partial(_same, asked), gone, overwrite=True) if asked else None
            self.app.call_from_thread(self._refused, error, order, again)
        else:
            self.app.call_from_thread(self._done, written, order)

    def _done(self, written: Written, order: Order) -> None:
        """Say which file it is and what must be told about it; write down that it was made."""
        try:
            note(self.app.desk, self._family, order, written)
        except TeammeetError as error:
            self.app.tell_error(error)
        self._remember(order)
        told = [self.app.say("sign.export.written", path=path_as_told(written.path)), *written.remarks]
        if order.key:
            told.append(self.app.say("papers.told.sealed"))
        self._say("\n".join(told))

    def _remember(self, order: Order) -> None:
        """Where the form and the key are is asked only once. A document without them says nothing of them."""
        if changed := files_changed(self.app.settings, order):
            self.app.save_settings(**changed)

    @work(exclusive=True, group="overwrite")
    async def _refused(self, error: TeammeetError, order: Order, again: Callable[[], object] | None) -> None:
        """A file that is there already is written over only after a question."""
        self._say(self.app.say("papers.told.form-check") if is_of_a_form(error) else "")
        if error.message_key != _EXISTS or again is None:
            self.app.tell_error(error)
        elif await self.app.push_screen_wait(Question("sign.overwrite", name=error.values.get("path", ""))):
            self._say(self.app.say("sign.export.working"))
            again()

    def on_worker_state_changed(self, changed: Worker.StateChanged) -> None:
        """An exporter that fails in a way of its own must not end the meeting."""
        if changed.worker.group == "export" and changed.state is WorkerState.ERROR:
            self._say("")
            self.app.tell_error(ExportRefused(why=self.app.say("sign.export.failed")))

    @property
    def _family(self) -> Family:
        assert self.app.family is not None, "a family is open"
        return self.app.family

    def _say(self, words: str) -> None:
        """Say what came of it: all of it can be read, by the arrow keys where it is long."""
        self.set_class(bool(words), "-told")
        self.query_one("#written", Static).update(Content(words))
        self.call_after_refresh(self._show_all_of_it)

    def _show_all_of_it(self) -> None:
        room = self.query_one("#came-of-it", VerticalScroll)
        room.can_focus = room.max_scroll_y > 0
        room.scroll_home(animate=False)
        room.scroll_visible(animate=False)


def _same(options: Options) -> Options:
    return options
