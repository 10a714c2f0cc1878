"""A signed edition of the plan: shown as it was signed, exported to Word as it was signed."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from teammeet.errors import TeammeetError
from teammeet.model.family import Family
from teammeet.model.readers import team
from teammeet.model.since import seen_since
from teammeet.model.view import View
from teammeet.tui.commands import HELP, Command
from teammeet.tui.forms.privacy import family_for_the_wall
from teammeet.tui.screens.base import CANCEL, HouseModal
from teammeet.tui.sheets import plan
from teammeet.tui.sheets.row import Look
from teammeet.tui.widgets.footer import LeanFooter
from teammeet.tui.widgets.line_input import LineInput
from teammeet.tui.widgets.sheet import Sheet


class SignedPlan(HouseModal[None]):
    """Edition ``number`` to read; Enter in the line below writes it as a Word file for the team."""

    CSS_PATH = "../styles/family.tcss"
    HELP_KEY: ClassVar[str] = "family.help.signed-plan"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("family.export-signed", "x", footer=True),
        Command("changed.what-changed", "w,W", footer=True),
        CANCEL,
        HELP,
    )

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number

    def compose(self) -> ComposeResult:
        """The plan as it was, the line for the file's name."""
        with Vertical(classes="dialog signed-plan"):
            yield Static(Content(self.app.say("family.edition", number=self._number)), classes="dialog-title")
            yield Sheet(id="signed")
            yield Static(classes="signed-told")
            yield LineInput(compact=True)
        yield LeanFooter()

    def on_mount(self) -> None:
        """Show the plan of that day."""
        name = self.query_one(LineInput)
        name.display = False
        sheet = self.query_one(Sheet)
        if (signed := self._signed()) is not None:
            sheet.show(tuple(plan.rows(Look(family_for_the_wall(signed), self.app.today(), self.app.language))))
        sheet.focus()

    def action_what_changed(self) -> None:
        """What is otherwise now."""
        from teammeet.tui.plan_changes import as_signed
        from teammeet.tui.screens.what_changed import WhatChangedSince

        since = as_signed(self.app.family, self._number) if self.app.family is not None else None
        if since is not None:
            self.app.push_screen(WhatChangedSince(since))

    def action_export_signed(self) -> None:
        """Ask where to; Enter writes the file."""
        from teammeet.export import exporter_named, file_name

        signed, word = self._signed(), exporter_named("word")
        if signed is None:
            return
        name = self.query_one(LineInput)
        name.value = str(Path.cwd() / file_name(word, self._seen(signed), self.app.language))
        name.display = True
        name.focus()
        self._say(self.app.say("family.export-where"))

    @on(LineInput.Submitted)
    def _write(self, submitted: LineInput.Submitted) -> None:
        submitted.stop()
        signed = self._signed()
        if signed is not None and submitted.value.strip():
            self._say(self.app.say("family.export-writes"))
            self._export(self._seen(signed), Path(submitted.value.strip()).expanduser())

    @work(thread=True, exclusive=True, group="export", exit_on_error=False)
    def _export(self, view: View, path: Path) -> None:
        """Write the Word file; what went wrong, or where it is, is told when it is done."""
        from teammeet.export import Options, exporter_named, made, save
        from teammeet.noted import Shown, noted_as

        word, options, language = exporter_named("word"), Options(today=self.app.today()), self.app.language
        try:
            done = made(word, view, language, options)
            save(done, path)
        except TeammeetError as error:
            self.app.call_from_thread(self.app.tell_error, error)
            return
        noted = noted_as(word, view, done.content, options, Shown("team", language, self._number))
        self.app.call_from_thread(self._written, path, noted)

    def _written(self, path: Path, noted: str) -> None:
        family = self.app.family
        if family is not None:
            self.app.desk.note_access(family.header.id, noted)
        self.query_one(LineInput).display = False
        self.query_one(Sheet).focus()
        self._say(self.app.say("family.exported", path=path))

    def _signed(self) -> Family | None:
        return self.app.family.as_signed(self._number) if self.app.family is not None else None

    def _seen(self, signed: Family) -> View:
        """The edition as the team may see it today."""
        now = self.app.family or signed
        return seen_since(signed, now, team(now, self.app.today()), self.app.desk.gone(now.header.id))

    def _say(self, words: str) -> None:
        self.query_one(".signed-told", Static).update(Content(words))
