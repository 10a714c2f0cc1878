"""The terminal application: it holds the open family, keeps every change, and takes people from screen to screen."""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual import events
from textual.reactive import reactive
from textual.timer import Timer

from teammeet.errors import TeammeetError
from teammeet.messages import text
from teammeet.tui import commands, faults, going, themes
from teammeet.tui.acts_everywhere import ActsEverywhere
from teammeet.tui.commands import APP_COMMANDS, HouseCommands
from teammeet.tui.keeping import Keeper, nothing_more
from teammeet.tui.places import PlaceKeeper
from teammeet.tui.room_keeper import RoomKeeper
from teammeet.tui.settings_keeper import SettingsKeeper
from teammeet.tui.sharing import Sharing
from teammeet.tui.typed_ahead import TypesAhead

if TYPE_CHECKING:
    from teammeet.desk import Desk, Place, Settings
    from teammeet.model.family import Edit, Family
    from teammeet.model.meetings import Meeting

STATUS_SECONDS: Final = 6.0
"""How long a sentence in the heading stays before the mark of what was kept comes back."""


class TeamMeetApp(TypesAhead, ActsEverywhere):
    """Screens mirror ``family`` and ask ``keep`` for every change. A given ``desk`` is open already."""

    CSS_PATH = "styles/app.tcss"
    TITLE = "teammeet"
    FAULT_KEY = "unexpected-on-screen"
    DEFAULT_MODE = going.FIRST_MODE
    COMMANDS: ClassVar[set[Any]] = {HouseCommands}
    BINDINGS = commands.bindings((*APP_COMMANDS, commands.BLANK_EVERYWHERE))

    family: reactive[Family | None] = reactive(None, always_update=True, init=False, repaint=False)
    status: reactive[str] = reactive("", init=False, repaint=False)
    sharing: reactive[Sharing] = reactive(Sharing(), init=False, repaint=False)
    language_shown: reactive[str] = reactive("en", init=False, repaint=False)
    mark: reactive[str] = reactive("", init=False, repaint=False)  # what stands first in the heading: that this is a rehearsal

    def __init__(
        self,
        path: Path | None = None,
        *,
        desk: Desk | None = None,
        open_family: str | None = None,
        start_meeting: bool = False,
        passphrase: str = "",
        language: str = "en",
        keep_language: bool = False,
        agenda_folders: tuple[Path, ...] = (),
    ) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal"), (120, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (36, "-high")]
        self.path = path
        self.agenda_folders = agenda_folders
        self.lock_wanted = False
        self._desk = desk
        self.open_at_start = open_family
        self.meeting_at_start = start_meeting
        self.passphrase_at_start = passphrase
        self.asked_about: set[str] = set()  # meetings left open of which people said already what becomes of them
        self._status_timer: Timer | None = None
        self.places = PlaceKeeper(self)
        self._keeper = Keeper(self)
        self.room = RoomKeeper(self)
        self.set_reactive(TeamMeetApp.language_shown, language)
        self._look = SettingsKeeper(self, keep_language=keep_language or desk is not None)
        self.add_mode(going.FIRST_MODE, partial(going.first_screen, self))
        for theme in themes.THEMES:
            self.register_theme(theme)
        self.theme = themes.DARK

    # What everybody reads

    @property
    def desk(self) -> Desk:
        """The unlocked vault; there is none on the screens before."""
        assert self._desk is not None, "the vault is not unlocked"
        return self._desk

    @property
    def unlocked(self) -> bool:
        """Whether there is a desk."""
        return self._desk is not None

    @property
    def settings(self) -> Settings:
        """How the program looks for whoever holds this vault."""
        return self._look.held

    @property
    def language(self) -> str:
        """The language of the screens."""
        return self.language_shown

    @property
    def place(self) -> Place | None:
        """Where somebody was in the open family when it was left last."""
        return self.places.last

    def clock(self) -> datetime:
        """This moment, with its zone."""
        if self._desk is not None:
            return self._desk.clock()
        return datetime.now().astimezone()

    def today(self) -> date:
        """This day."""
        return self.clock().date()

    def say(self, key: str, **values: object) -> str:
        """The message ``key`` in the language of the screens."""
        return text(key, self.language_shown, **values)

    # Changes

    def keep(self, *edits: Edit, then: Callable[[], None] = nothing_more) -> bool:
        """Put ``edits`` on disk and show the new family; False when that failed, which was then told in a dialog.

        Where somebody else changed the same thing, both texts are shown: ``then`` is called if one's own is kept after all.
        """
        return self._keeper.keep(edits, then)

    def undo(self) -> bool:
        """Take back one's own last change to the open family."""
        return self._step_asked("undo", self._keeper.undo)

    def redo(self) -> bool:
        """Bring back what was taken back last."""
        return self._step_asked("redo", self._keeper.redo)

    def hold(self, meeting: Meeting) -> bool:
        """Keep what the clock says of ``meeting`` (begun, minutes, ended): undo passes it by."""
        return self._keeper.hold(meeting)

    def fix_edition(self, meeting: str | None) -> bool:
        """Fix the plan as it stands as the next edition, to be signed."""
        return self._keeper.fix_edition(meeting)

    def _step_asked(self, direction: str, step: Callable[[], bool]) -> bool:
        """Take a step; where others look, ask before it shows them what was hidden from them: undo goes back for days."""
        if self.family is None or not self._keeper.shows_more(direction == "undo"):
            return self._step(direction, step)
        from teammeet.tui.screens.dialogs import Question

        def answered(yes: bool | None) -> None:
            if yes:
                self._step(direction, step)

        self.push_screen(Question("family.shows-more"), answered)
        return False

    def _step(self, direction: str, step: Callable[[], bool]) -> bool:
        """Take a step back or forth, and say what it took back or brought back."""
        before = self.family
        if before is None or not step():
            return False
        from teammeet.tui.forms.difference import in_few_words

        was, now = (self.family_shown(family) for family in (before, self.family or before))
        what = in_few_words(was, now, self.language)
        self.tell(f"family.{direction}-told" if what else f"tui.status.{direction}", what=what)
        return True

    def family_shown(self, family: Family) -> Family:
        """``family``, as it is now or was once, as this screen may show it: whole, unless others than the facilitator look."""
        if self.sharing.private:
            return family
        from teammeet.tui.wall import as_seen_now

        now = self.family or family
        gone = () if family is now else self.desk.gone(now.header.id)
        return as_seen_now(family, now, self.sharing.meeting, self.today(), gone)

    def save_settings(self, **changed: object) -> None:
        """Change how the program looks, and remember it in the vault."""
        self._look.save(changed)

    def save_place(self, place: Place) -> None:
        """Remember where somebody is in the open family: at once, or after a second when only the unfinished line differs."""
        self.places.save(place)

    def save_place_soon(self, made: Callable[[], Place | None]) -> None:
        """The same while keys are typed: ``made`` tells the place within a second, so that no key waits for it."""
        self.places.soon(made)

    # Telling

    def tell(self, key: str, **values: object) -> None:
        """Say a short sentence in the heading for some seconds."""
        self.status = self.say(key, **values)
        if self._status_timer is not None:
            self._status_timer.stop()
        self._status_timer = self.set_timer(STATUS_SECONDS, self._quiet)

    def tell_error(self, error: TeammeetError) -> None:
        """Say in a dialog what happened, what was kept and what to do."""
        from teammeet.tui.screens.dialogs import Notice

        self.push_screen(Notice(error))

    def _quiet(self) -> None:
        self.status = ""

    # Going about

    def go(self, screen: str, **where: str) -> None:
        """Show a screen: ``unlock``, ``setup``, ``caseload``, ``family``, ``meeting``, ``ecomap`` or ``sign``.

        ``family`` takes ``family=ID``, which opens it; the others act on the open family, with what their class takes.
        """
        if not self.sharing.private and screen in going.PRIVATE:
            self._draw_curtain(lambda: self.go(screen, **where))
            return
        try:
            going.go(self, screen, where)
        except TeammeetError as error:
            self.tell_error(error)

    def back(self, then: Callable[[], None] = nothing_more) -> None:
        """Leave the screen on top for the one below it, from the family to the caseload; ``then`` comes after it."""
        if not self.sharing.private and going.leads_to(self) in going.PRIVATE:
            self._draw_curtain(partial(self.back, then))
        else:
            going.back(self)
            then()

    def _draw_curtain(self, then: Callable[[], None]) -> None:
        """This screen was the room's: before what is private comes back, it is said that it does."""
        from teammeet.tui.screens.curtain import PrivateNext

        def lifted(_: None) -> None:
            self.room.end()
            then()

        self.push_screen(PrivateNext(), lifted)

    def take_desk(self, desk: Desk) -> None:
        """The vault is unlocked: take up its settings."""
        self._desk = desk
        self._look.show(desk.settings())

    def resume(self) -> None:
        """Go on where somebody was before the program ended, else to the caseload."""
        name, where = going.start(self)
        self.go(name, **where)

    # Leaving, and faults

    def leave(self) -> None:
        """Save the place and what the screens still hold, close the vault, end."""
        going.finish_screens(self)
        self.places.flush()
        faults.forget(self)
        self.room.leave()
        self.exit()

    def on_mount(self) -> None:
        """After the first paint the collector may run again, but not through what was read in by then."""
        if not gc.isenabled():
            self.call_after_refresh(_collect_again)

    def language_of_faults(self) -> str:
        """The language of the screens."""
        return self.language_shown

    def save_what_stands(self) -> None:
        """At which screen it failed; the place, with the line that is being typed."""
        faults.remember(self)
        self.places.flush()

    def on_unmount(self) -> None:
        """The vault closes with the program."""
        if self._desk is not None:
            self._desk.close()

    def on_resize(self, event: events.Resize) -> None:
        """Say so when nothing can be read at this size."""
        going.mind_the_size(self, event.size.width, event.size.height)


def _collect_again() -> None:
    gc.freeze()
    gc.enable()
