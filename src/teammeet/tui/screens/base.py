"""What every screen of the house has: a heading, a footer, its commands, and the family mirrored from the app."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual import getters, on
from textual.app import ComposeResult
from textual.reactive import reactive
from textual.screen import ModalScreen, Screen

from teammeet.tui.app import TeamMeetApp
from teammeet.tui.commands import HELP, Command, bindings
from teammeet.tui.widgets.footer import LeanFooter
from teammeet.tui.widgets.heading import Heading, is_covered
from teammeet.tui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from teammeet.model.family import Family
    from teammeet.model.values import Item
    from teammeet.tui.forms.form import Draft

Result = TypeVar("Result")
BACK = Command("tui.back", "escape", footer=True)
"""Leave this screen for the one below."""
CANCEL = Command("tui.cancel", "escape", footer=True)
"""Close a dialog without an answer."""
BLANK = Command("share.blank", "ctrl+b,full_stop,B")
"""Blank what the room sees. Ctrl+B does it everywhere; a screen that is not typed into lists it for its other keys."""


class Furnished:
    """Commands and help of a screen. ``COMMANDS_HERE`` become its bindings; ``HELP_KEY`` is what F1 says of it."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = ()
    HELP_KEY: ClassVar[str] = "tui.help.general"
    page_language = ""
    """The language of a page that one person reads: its footer and its help follow it. Empty: that of the program."""
    help_beside = ""
    """What F1 says besides, of this one question."""

    def __init_subclass__(cls, **options: Any) -> None:
        """Make the bindings of the commands that a class declares."""
        if "COMMANDS_HERE" in cls.__dict__:
            cls.BINDINGS = bindings(cls.COMMANDS_HERE)  # type: ignore[attr-defined]  # read by the screen beside it
        super().__init_subclass__(**options)

    def commands(self) -> tuple[Command, ...]:
        """The commands that this screen offers, in the order of the footer and the help page."""
        return self.COMMANDS_HERE


class HouseScreen(Furnished, Screen[None]):
    """A whole screen. A subclass gives ``compose_body`` and says where we are by ``PLACE_KEY`` or ``show_place``."""

    app = getters.app(TeamMeetApp)
    PLACE_KEY: ClassVar[str] = ""
    family: reactive[Family | None] = reactive(None, always_update=True, init=False, repaint=False)
    """The open family, mirrored: widgets bind to it, or the screen has a ``watch_family``."""
    _behind = False

    def compose(self) -> ComposeResult:
        """Heading, body, footer."""
        yield Heading()
        yield from self.compose_body()
        yield LeanFooter()

    def compose_body(self) -> ComposeResult:
        """What stands between heading and footer."""
        yield from ()

    def on_mount(self) -> None:
        """Mirror the app's family. Textual calls this and the ``on_mount`` of a subclass, each once."""
        if self.PLACE_KEY:
            self.show_place(self.app.say(self.PLACE_KEY))
        self.watch(self.app, "family", self._take_family)

    def show_place(self, place: str) -> None:
        """Say in the heading where we are."""
        self.query_one(Heading).show_place(place)

    def edit_item(
        self, item: Item | Draft, then: Callable[[Any], None] | None = None, title: str = "", focus: str = ""
    ) -> None:
        """Open the form of an item over this screen; ``then`` takes what comes of it."""
        from teammeet.tui.widgets.editor import EditItem  # late: a screen is there before anything is edited

        self.app.push_screen(EditItem(item, title=title, focus=focus), then)

    def finish(self) -> None:
        """The program ends: keep what is not kept yet."""

    def action_blank(self) -> None:
        """The room sees nothing, or again what it saw."""
        self.app.room.blank()

    def action_back(self) -> None:
        """Leave this screen for the one below."""
        self.app.back()

    @on(LineInput.Said)
    def _pass_on(self, said: LineInput.Said) -> None:
        self.app.tell(said.key, **said.values)

    def on_screen_resume(self) -> None:
        """Catch up with what changed while another screen covered this one."""
        self.query_one(Heading).refresh()
        if self._behind:
            self._behind = False
            self.family = self.app.family

    def _take_family(self, family: Family | None) -> None:
        """Repaint at once what can be seen; what another screen covers waits until it can."""
        self._behind = is_covered(self)
        if not self._behind:
            self.family = family


class HouseModal(Furnished, ModalScreen[Result]):
    """A dialog over a screen: a subclass gives ``compose_body``, which goes into one box; Esc closes it with ``None``."""

    app = getters.app(TeamMeetApp)
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (CANCEL, HELP)
    BOX_CLASSES: ClassVar[str] = ""

    def compose(self) -> ComposeResult:
        """The box, and the footer below."""
        from textual.containers import VerticalScroll

        with VerticalScroll(classes=f"dialog {self.BOX_CLASSES}", can_focus=False):
            yield from self.compose_body()
        yield LeanFooter()

    def compose_body(self) -> ComposeResult:
        """What stands in the box."""
        yield from ()

    def action_blank(self) -> None:
        """The room sees nothing, or again what it saw."""
        self.app.room.blank()

    def action_cancel(self) -> None:
        """Close without an answer."""
        self.dismiss(None)

    def action_help(self) -> None:
        """What this dialog is for."""
        self.app.action_help()

    @on(LineInput.Said)
    def _pass_on(self, said: LineInput.Said) -> None:
        self.app.tell(said.key, **said.values)
