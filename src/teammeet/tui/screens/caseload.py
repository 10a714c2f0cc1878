"""The caseload: every family of this vault, found by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from teammeet.errors import TeammeetError
from teammeet.tui.commands import Command
from teammeet.tui.screens.base import HouseScreen
from teammeet.tui.widgets.family_list import FamilyHead, FamilyList
from teammeet.tui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from teammeet.desk import FamilyLine, Incoming
    from teammeet.desk.taking_back import ComingBack, Question


class CaseloadScreen(HouseScreen):
    """The search has the focus all the time; arrows move in the list, Enter opens."""

    CSS_PATH = "../styles/caseload.tcss"
    HELP_KEY: ClassVar[str] = "tui.help.caseload"
    PLACE_KEY: ClassVar[str] = "tui.caseload.place"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("tui.caseload.open", "enter", footer=True),
        Command("tui.caseload.new", "ctrl+n", footer=True),
        Command("tui.caseload.import", "ctrl+o", footer=True),
        Command("tui.caseload.passphrase", "f9"),
        Command("tui.caseload.empty-search", "escape"),
        Command("tui.caseload.up", "up", priority=True),
        Command("tui.caseload.down", "down", priority=True),
        Command("tui.caseload.page-up", "pageup", priority=True),
        Command("tui.caseload.page-down", "pagedown", priority=True),
    )

    _told = ""
    """What was said last of a file that came in."""

    def compose_body(self) -> ComposeResult:
        """Search, head of the columns, list."""
        say = self.app.say
        with Vertical(id="caseload"):
            search = LineInput(placeholder=say("tui.caseload.search"), id="search", select_on_focus=False)
            search.border_title = say("tui.caseload.find")
            yield search
            yield FamilyHead(id="head")
            yield FamilyList(id="families")
            yield Static(id="empty")

    def on_mount(self) -> None:
        """Ready to type."""
        self.query_one("#search").focus()

    def on_screen_suspend(self) -> None:
        """What was said of a file that came in does not cover the title of the next screen."""
        if self._told and self.app.status == self._told:
            self.app.status = ""

    def on_screen_resume(self) -> None:
        """Read the families, also after somebody came back from one."""
        self._read()

    @work(thread=True, exclusive=True, group="families")
    def _read(self) -> None:
        try:
            lines = self.app.desk.families(self.app.today())
        except TeammeetError as error:
            self.app.call_from_thread(self.app.tell_error, error)
            return
        self.app.call_from_thread(self._show, lines)

    def _show(self, lines: tuple[FamilyLine, ...]) -> None:
        self.query_one(FamilyList).put(lines)
        self._say_how_many()

    def _say_how_many(self) -> None:
        families, empty = self.query_one(FamilyList), self.query_one("#empty", Static)
        key = "" if families.shown else ("tui.caseload.none-found" if families.total else "tui.caseload.none-yet")
        empty.update(Content(self.app.say(key)) if key else "")
        families.display = self.query_one("#head").display = bool(families.shown)
        empty.display = bool(key)
        search = self.query_one("#search", LineInput)
        search.border_subtitle = f"{families.shown} / {families.total}" if families.total else ""
        self.refresh_bindings()

    @on(Input.Changed, "#search")
    def _find(self, changed: Input.Changed) -> None:
        self.query_one(FamilyList).find(changed.value)
        self._say_how_many()

    @on(Input.Submitted, "#search")
    def action_caseload_open(self) -> None:
        """Open the family under the cursor."""
        chosen = self.query_one(FamilyList).chosen
        if chosen is not None:
            self.app.go("family", family=chosen.id)

    @on(FamilyList.Chosen)
    def _open(self, chosen: FamilyList.Chosen) -> None:
        self.app.go("family", family=chosen.family)

    def action_caseload_up(self) -> None:
        """One family up."""
        self.query_one(FamilyList).move(-1)

    def action_caseload_down(self) -> None:
        """One family down."""
        self.query_one(FamilyList).move(1)

    def action_caseload_page_up(self) -> None:
        """A page up."""
        families = self.query_one(FamilyList)
        families.move(-families.size.height)

    def action_caseload_page_down(self) -> None:
        """A page down."""
        families = self.query_one(FamilyList)
        families.move(families.size.height)

    def action_caseload_empty_search(self) -> None:
        """Show all families again."""
        self.query_one("#search", LineInput).value = ""

    @work(group="asking")
    async def action_caseload_new(self) -> None:
        """A new family: only a way to call it is asked."""
        from teammeet.tui.screens.new_family import NewFamily

        name = await self.app.push_screen_wait(NewFamily())
        if not name:
            return
        try:
            who = self.app.settings
            family = self.app.desk.start_family(name, self.app.language, facilitator=who.facilitator, agency=who.agency)
        except TeammeetError as error:
            self.app.tell_error(error)
            return
        self.app.go("family", family=family.header.id)

    @work(group="asking")
    async def action_caseload_import(self) -> None:
        """A family file or a plan in Word into the vault, once its changes were looked at."""
        from teammeet.tui.screens.import_file import ImportFile, LookAt
        from teammeet.tui.screens.take_back import TakeBack
        from teammeet.tui.taking_back import CameBack

        incoming = await self.app.push_screen_wait(ImportFile())
        if isinstance(incoming, CameBack):
            chosen = await self.app.push_screen_wait(TakeBack(incoming.coming, incoming.remarks))
            if chosen is not None:
                self._take(incoming.coming, chosen)
        elif incoming is not None and await self.app.push_screen_wait(LookAt(incoming)):
            self._accept(incoming)

    def action_caseload_passphrase(self) -> None:
        """Another passphrase for this vault."""
        from teammeet.tui.screens.passphrase import ChangePassphrase

        self.app.push_screen(ChangePassphrase())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Opening needs a family."""
        if action == "caseload_open":
            return True if self.query_one(FamilyList).chosen is not None else None
        return True

    def _take(self, coming: ComingBack, chosen: tuple[Question, ...]) -> None:
        try:
            incoming = self.app.desk.taking(coming, chosen)
        except TeammeetError as error:
            self.app.tell_error(error)
            return
        self._accept(incoming, len(chosen))

    def _accept(self, incoming: Incoming, texts: int = 0) -> None:
        """Keep it; ``texts`` is how many were taken of a plan in Word."""
        from teammeet.tui.taking_back import told_when_in

        try:
            family = self.app.desk.accept(incoming)
        except TeammeetError as error:
            self.app.tell_error(error)
            return
        self._read()
        number = 0 if incoming.is_new else texts
        self.app.tell(told_when_in(number), name=family.header.name, number=number)
        self._told = self.app.status
