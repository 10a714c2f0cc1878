"""The recovery sheet: the six words as a text file to print, the one thing that leaves the vault in plain sight."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from teammeet.errors import TeammeetError
from teammeet.tui.recovery_sheet import SHEET_NAME, recovery_sheet
from teammeet.tui.screens.base import HouseModal
from teammeet.tui.widgets.line_input import LineInput


class SaveSheet(HouseModal[str]):
    """Asks where; gives the file's name once it is written (mode 0600, never over another file)."""

    HELP_KEY: ClassVar[str] = "tui.help.recovery"

    def __init__(self, passphrase: str) -> None:
        super().__init__()
        self._passphrase = passphrase

    def compose_body(self) -> ComposeResult:
        """One field."""
        yield Static(Content(self.app.say("tui.recovery.title")), classes="dialog-title")
        yield Static(Content(self.app.say("tui.recovery.text")), classes="dialog-text")
        yield LineInput(str(Path.home() / SHEET_NAME), id="path")

    @on(Input.Submitted)
    def _save(self, submitted: Input.Submitted) -> None:
        from teammeet.export import Exported, save

        path = Path(submitted.value.strip() or SHEET_NAME).expanduser()
        try:
            save(Exported(self._sheet.encode()), path)
        except TeammeetError as error:
            self.app.tell_error(error)
            return
        self.dismiss(path.name)

    @property
    def _sheet(self) -> str:
        return recovery_sheet(self._passphrase, self.app.path, self.app.today(), self.app.language)
