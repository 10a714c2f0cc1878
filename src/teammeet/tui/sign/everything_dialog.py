"""The dialog that writes everything for everybody: what goes to whom is seen before, how far it is while it is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, Input, OptionList, Select, Static
from textual.widgets.option_list import Option
from textual.worker import Worker, WorkerState

from teammeet.errors import ExportRefused, TeammeetError
from teammeet.export import Options
from teammeet.model.family import Family
from teammeet.model.values import Item
from teammeet.tui.commands import HELP, Command
from teammeet.tui.screens.base import CANCEL, HouseModal
from teammeet.tui.screens.dialogs import Question
from teammeet.tui.sign.everything import (
    PLAN,
    Outcome,
    Sending,
    copies_given,
    in_folder,
    is_for_somebody_in,
    sendings,
    write_all,
)
from teammeet.tui.sign.everything_rows import EXISTS, entry, handed_out
from teammeet.tui.sign.export_choices import LARGE, USUAL, size_choices
from teammeet.tui.sign.export_options import seal_with
from teammeet.tui.sign.export_rows import ChoiceRow, PathRow
from teammeet.tui.sign.exporting import folder_at, gone_since, own_folder, path_as_told
from teammeet.tui.widgets.line_input import LineInput

GIVEN: Final = "given"
"""The row that says whether each copy is noted as given today."""


class EverythingDialog(HouseModal[None]):
    """Every file for everybody, of the plan as it stands or of a signed ``edition``; F9 or the button writes them."""

    CSS_PATH = "../styles/sign.tcss"
    HELP_KEY: ClassVar[str] = "ending.help.everything"
    BOX_CLASSES: ClassVar[str] = "everything"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("ending.write-all", "f9", footer=True),
        Command("ending.mark", "space", footer=True),
        Command("ending.note-given", "g"),
        CANCEL,
        HELP,
    )

    def __init__(self, edition: int | None = None) -> None:
        super().__init__()
        self._edition = edition
        self._all: tuple[Sending, ...] = ()
        self._left_out: set[str] = {GIVEN}
        self._writing = False
        self._gone: tuple[Item, ...] = ()
        self._given = False
        self._seal: Callable[[bytes], bytes] | None = None
        """The key that was opened, while files are written; never longer."""
        self._handed: dict[str, Outcome] = {}
        """What came of each file, by its name, once they were written: the list says then who gets which."""

    def compose_body(self) -> ComposeResult:
        """The files, the folder, the button, and room for what came of it."""
        yield Static(Content(self.app.say("ending.all.title")), classes="dialog-title")
        yield OptionList(id="sendings", markup=False)
        say, language = self.app.say, self.app.language
        yield PathRow("folder-of-all", say("ending.all.folder"), f"~/{own_folder(self._family, self._edition)}")
        yield ChoiceRow("size", say("papers.row.size"), size_choices(language), USUAL)
        yield PathRow("key", say("papers.row.key"), self.app.settings.key_file, hint=say("papers.hint.key"))
        words = say("papers.row.passphrase"), say("papers.hint.passphrase")
        yield PathRow("passphrase", words[0], "", hint=words[1], password=True)
        with Horizontal(classes="dialog-buttons"):
            yield Button("", id="write-all", variant="primary")
        yield Static(id="told", markup=False)

    def on_mount(self) -> None:
        """What there is to write; a sheet to say how it was is written only when it is wanted."""
        options = Options(today=self.app.today())
        self._gone = gone_since(self.app.desk, self._family, self._edition)
        shown = self.app.family_shown(self._family)
        everything = sendings(self._family, folder_at(self._folder), options, self._edition, self._gone, rating=True)
        self._all = tuple(sending for sending in everything if is_for_somebody_in(shown, sending))
        self._left_out |= {each.usual for each in self._all if each.is_asked_for}
        self._asked_otherwise()
        self.query_one("#sendings", OptionList).focus()
        self._show_button()

    # Choosing

    @on(OptionList.OptionSelected, "#sendings")
    def _clicked(self, chosen: OptionList.OptionSelected) -> None:
        self._mark(chosen.option_index)

    def action_mark(self) -> None:
        """Write the selected file, or leave it out."""
        listed = self.query_one("#sendings", OptionList)
        if listed.highlighted is not None:
            self._mark(listed.highlighted)

    def _mark(self, place: int) -> None:
        if self._writing or self._handed:
            return
        row = self._rows()[place]
        self._left_out ^= {row}
        self.query_one("#sendings", OptionList).replace_option_prompt_at_index(place, self._entry(row))
        self._show_button()

    @on(Input.Changed, "#folder-of-all")
    @on(Input.Changed, "#key")
    @on(Select.Changed, "#size")
    def _asked_otherwise(self) -> None:
        self.query_one("#row-passphrase").display = bool(self._typed("key"))
        self._all = in_folder(self._all, folder_at(self._folder), large=self._is_large, key=self._typed("key"))
        if self._all:
            self._handed, self._given = {}, False
            self._show_list()

    @on(Input.Submitted)
    def _next_answer(self) -> None:
        self.focus_next()

    # Writing

    @on(Button.Pressed, "#write-all")
    def action_write_all(self) -> None:
        """Write every file that is marked, under a seal if a key is named: its words are taken out of their field."""
        wanted = tuple(each for each in self._all if each.usual not in self._left_out)
        if self._writing or not wanted:
            return
        key, field = self._typed("key"), self.query_one("#passphrase", LineInput)
        passphrase, field.value = field.value, ""
        if key and not passphrase:
            self._say(self.app.say("papers.told.passphrase-first"))
            field.focus()
            return
        try:
            self._seal = seal_with(key, passphrase, self.app.clock) if key else None
        except TeammeetError as error:
            self.app.tell_error(error)
            return
        if key != self.app.settings.key_file:
            self.app.save_settings(key_file=key)
        self._begin(wanted, overwrite=False)

    def _begin(self, wanted: tuple[Sending, ...], *, overwrite: bool) -> None:
        """Ask the desk for all that the thread needs: the vault is not for threads."""
        try:
            options = {reader: self._options(reader) for reader in {each.order.reader for each in wanted}}
        except TeammeetError as error:
            self.app.tell_error(error)
            return
        self._writing = True
        self._progress(0, len(wanted))
        self._write(self._family, wanted, options, overwrite)

    @work(thread=True, exclusive=True, group="everything", exit_on_error=False)
    def _write(self, family: Family, wanted: tuple[Sending, ...], options: Mapping[str, Options], overwrite: bool) -> None:
        outcomes = write_all(
            family,
            wanted,
            options,
            overwrite=overwrite,
            progress=lambda done: self.app.call_from_thread(self._progress, done, len(wanted)),
            gone=self._gone,
        )
        self.app.call_from_thread(self._done, outcomes)

    def _done(self, outcomes: tuple[Outcome, ...]) -> None:
        """Say what was written and what was not, note it, and ask about those that were there already."""
        self._writing = False
        written = tuple(outcome for outcome in outcomes if outcome.written is not None)
        self._note(written)
        there = tuple(o.sending for o in outcomes if o.error is not None and o.error.message_key == EXISTS)
        self._handed |= {outcome.sending.name: outcome for outcome in outcomes}
        self._show_list()
        self.query_one("#sendings", OptionList).focus()
        self._say("\n".join(self._told(written, len(there))))
        if there:
            self._ask_to_overwrite(there)
        else:
            self._seal = None

    def _note(self, written: tuple[Outcome, ...]) -> None:
        """What left the house, where things lie on each map, and who has a copy now if that was said."""
        family_id = self._family.header.id
        try:
            for outcome in written:
                order = outcome.sending.order
                if outcome.written is None:
                    continue
                self.app.desk.note_access(family_id, outcome.written.noted_as)
                if order.edition is None and order.what == PLAN:
                    self.app.desk.save_map_places(family_id, order.reader, outcome.written.places)
        except TeammeetError as error:
            self.app.tell_error(error)
        if GIVEN not in self._left_out:
            self._note_given(written)

    def _note_given(self, written: tuple[Outcome, ...]) -> None:
        edits = copies_given(self._family, written, Options(today=self.app.today()))
        if edits and self.app.keep(*edits):
            self._given = True
            self.app.tell("ending.all.noted")

    def action_note_given(self) -> None:
        """Once they are written: each copy is noted as given today, if that was not said before."""
        if self._handed and not self._given:
            self._note_given(self._written)

    @property
    def _written(self) -> tuple[Outcome, ...]:
        return tuple(outcome for outcome in self._handed.values() if outcome.written is not None)

    def _told(self, written: tuple[Outcome, ...], there: int) -> list[str]:
        say = self.app.say
        told = [say("ending.all.written", number=len(written), path=path_as_told(folder_at(self._folder)))] if written else []
        told += [say("ending.all.exists", number=there)] if there else []
        return [*told, say("ending.all.g-notes")] if written and not self._given else told

    @work(exclusive=True, group="overwrite-all")
    async def _ask_to_overwrite(self, there: tuple[Sending, ...]) -> None:
        """A file that is there already is written over only after a question."""
        if await self.app.push_screen_wait(Question("ending.all-exists")):
            self._begin(there, overwrite=True)
        else:
            self._seal = None

    def on_worker_state_changed(self, changed: Worker.StateChanged) -> None:
        """An exporter that fails in a way of its own must not end the meeting."""
        if changed.worker.group == "everything" and changed.state is WorkerState.ERROR:
            self._writing, self._seal = False, None
            self._say("")
            self.app.tell_error(ExportRefused(why=self.app.say("sign.export.failed")))

    # What is shown

    @property
    def _family(self) -> Family:
        assert self.app.family is not None, "a family is open"
        return self.app.family

    @property
    def _folder(self) -> str:
        return self.query_one("#folder-of-all", LineInput).value

    def _typed(self, name: str) -> str:
        return self.query_one(f"#{name}", LineInput).value.strip()

    @property
    def _is_large(self) -> bool:
        return bool(self.query_one("#size", Select).value == LARGE)

    def _options(self, reader: str) -> Options:
        places = self.app.desk.map_places(self._family.header.id, reader)
        return Options(today=self.app.today(), places=places, large=self._is_large, seal=self._seal)

    def _rows(self) -> tuple[str, ...]:
        return (*(each.usual for each in self._all), GIVEN)

    def _show_list(self) -> None:
        """What goes to whom, to be marked; once it was written, which file is whose: names stand here alone."""
        listed = self.query_one("#sendings", OptionList)
        place = listed.highlighted or 0
        title = self.app.say("ending.all.who-gets" if self._handed else "ending.all.title")
        self.query_one(".dialog-title", Static).update(Content(title))
        family, language = self._family, self.app.language
        entries = [Option(handed_out(family, each, language)) for each in self._handed.values()]
        entries = entries or [Option(self._entry(row), id=row) for row in self._rows()]
        listed.set_options(entries)
        listed.highlighted = min(place, len(entries) - 1) if not self._handed else 0

    def _entry(self, row: str) -> Content:
        """A file that is marked or not; or whether each copy is noted as given."""
        sending = next((each for each in self._all if each.usual == row), None)
        return entry(self._family, sending, self.app.language, is_marked=row not in self._left_out)

    def _show_button(self) -> None:
        number = sum(each.usual not in self._left_out for each in self._all)
        self.query_one("#write-all", Button).label = Content(self.app.say("ending.all.write", number=number))

    def _progress(self, done: int, of: int) -> None:
        self._say(self.app.say("ending.all.working", done=done, all=of))

    def _say(self, words: str) -> None:
        self.query_one("#told", Static).update(Content(words))
