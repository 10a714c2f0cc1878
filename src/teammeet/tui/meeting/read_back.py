"""The whole plan on the screen, to be read back to the family, or read again as it was signed."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from teammeet.model.family import Family
from teammeet.tui.forms.privacy import family_for_the_wall
from teammeet.tui.screens.base import HouseModal
from teammeet.tui.sheets import plan
from teammeet.tui.sheets.row import Look
from teammeet.tui.widgets.sheet import Sheet


class ReadBack(HouseModal[None]):
    """Shows the plan of ``family`` without what the facilitator alone sees; nothing can be changed here."""

    CSS_PATH = "../styles/sign.tcss"
    HELP_KEY: ClassVar[str] = "meeting.help.read-back"
    BOX_CLASSES: ClassVar[str] = "read-back"

    def __init__(self, family: Family, title: str) -> None:
        super().__init__()
        self._read = family
        self._title = title

    def compose_body(self) -> ComposeResult:
        """Title and plan."""
        yield Static(Content(self._title), classes="dialog-title")
        yield Sheet()

    def on_mount(self) -> None:
        """The plan, from its beginning."""
        sheet = self.query_one(Sheet)
        sheet.show(tuple(plan.rows(Look(family_for_the_wall(self._read), self.app.today(), self.app.language))))
        sheet.focus()
