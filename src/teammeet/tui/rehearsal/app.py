"""The program as it is, at a rehearsal: it looks at what was done, says what to try next, and keeps nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual import work
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.screen import Screen
from textual.widgets import Input

from teammeet.model.family import Family
from teammeet.practice.agenda import agenda_named
from teammeet.tui import commands
from teammeet.tui.app import TeamMeetApp
from teammeet.tui.commands import Command, HouseCommands
from teammeet.tui.rehearsal.checks import Moment
from teammeet.tui.rehearsal.faster_clock import STOPPED, FasterClock, next_speed
from teammeet.tui.rehearsal.pages import Ending, ThingsToTry, Welcome
from teammeet.tui.rehearsal.prompter import LinePrompter, Prompter, SidePrompter
from teammeet.tui.rehearsal.things import Rehearsal, things_to_try
from teammeet.tui.rehearsal.told import in_a_column, in_a_line, mark_told, speed_told
from teammeet.tui.screens.base import HouseScreen

if TYPE_CHECKING:
    from teammeet.desk import Desk

LOOK: Final = 1.0
"""Seconds between two looks at what only the clock or a written file brings about."""
REHEARSAL_COMMANDS: Final = (
    Command("rehearse.things", "shift+f1"),
    Command("rehearse.speed", "shift+f2"),
    Command("rehearse.later", "shift+f4"),
)
_FOLDERS: Final = {"ExportDialog": "folder", "EverythingDialog": "folder-of-all"}
"""Dialogs that write files, and their field for the folder."""


class RehearsalCommands(Provider):
    """The keys of the rehearsal in the command palette."""

    async def discover(self) -> Hits:
        """All of them."""
        for title, run, help_text in self._offered():
            yield DiscoveryHit(title, run, help=help_text)

    async def search(self, query: str) -> Hits:
        """Those whose title fits what was typed."""
        matcher = self.matcher(query)
        for title, run, help_text in self._offered():
            score = matcher.match(title)
            if score > 0:
                yield Hit(score, matcher.highlight(title), run, help=help_text)

    def _offered(self) -> list[tuple[str, Callable[[], Any], str]]:
        app = self.app
        assert isinstance(app, RehearsalApp), "the rehearsal's commands belong to it"
        if self.screen.is_modal:
            return []
        return [
            (f"{app.say(one.title_key)}  ({one.shown_key})", getattr(app, f"action_{one.action}"), app.say(one.help_key))
            for one in REHEARSAL_COMMANDS
        ]


class RehearsalApp(TeamMeetApp):
    """The invented family ``begun`` in the throw-away vault of ``desk``; ``clock`` is the desk's, ``factor`` how fast it goes.

    Files go to ``folder``, which is thrown away too.
    """

    CSS_PATH: ClassVar[Any] = ["../styles/app.tcss", "../styles/rehearsal.tcss"]
    COMMANDS: ClassVar[set[Any]] = {HouseCommands, RehearsalCommands}
    BINDINGS: ClassVar[Any] = commands.bindings(REHEARSAL_COMMANDS)

    def __init__(
        self,
        desk: Desk,
        begun: Family,
        *,
        meeting: str,
        clock: FasterClock,
        factor: int,
        folder: Path,
        language: str = "en",
    ) -> None:
        super().__init__(desk=desk, open_family=begun.header.id, start_meeting=True, language=language)
        self.rehearsal = Rehearsal(things_to_try())
        self._begun = begun
        self._meeting = meeting
        self._agenda = agenda_named(_agenda_of(begun, meeting))
        self._clock = clock
        self._factor = factor
        self._folder = folder

    def on_mount(self) -> None:
        """Look whenever something may have been done; the clock waits until the welcome was read."""
        for name in ("family", "sharing", "language_shown"):
            self.watch(self, name, self.look, init=False)
        self.screen_change_signal.subscribe(self, self._screen_changed)
        self.set_interval(LOOK, self.look)
        self.call_after_refresh(self._welcome)

    @work(exclusive=True, group="rehearsal")
    async def _welcome(self) -> None:
        await self.push_screen_wait(Welcome(self._factor))
        self._clock.run(self._factor)
        self.look()

    # Looking and saying

    def look(self) -> None:
        """See what was done, and say what comes next."""
        if self.family is not None:
            self.rehearsal = self.rehearsal.looked(self._moment(self.family))
        self.say_it()

    def _moment(self, family: Family) -> Moment:
        return Moment(
            begun=self._begun,
            family=family,
            agenda=self._agenda,
            meeting_id=self._meeting,
            now=self.clock(),
            language=self.language,
            sharing=self.sharing,
            open_screens=frozenset(type(screen).__name__ for screen in self.screen_stack),
            files=sum(1 for _ in self._folder.iterdir()),
        )

    def say_it(self) -> None:
        """On the whole screen that is on top; nothing of it is there while others look at this screen."""
        private = self.sharing.private
        self.mark = mark_told(self._clock.factor, self.language) if private else ""
        screen = next((one for one in reversed(self.screen_stack) if isinstance(one, HouseScreen)), None)
        if screen is None or not screen.is_mounted:
            return
        self._furnish(screen)
        for prompter in screen.query(Prompter):
            told = in_a_line if isinstance(prompter, LinePrompter) else in_a_column
            prompter.show(told(self.rehearsal, self.language), private=private)

    def _furnish(self, screen: HouseScreen) -> None:
        """The line below the heading, and the place at the side, where there is one."""
        if screen.query(LinePrompter):
            return
        screen.mount(LinePrompter(), after="Heading")
        for side in screen.query("#side"):
            side.mount(SidePrompter(), before=0)

    def _screen_changed(self, screen: Screen[Any]) -> None:
        self.call_after_refresh(self.look)
        self.call_after_refresh(self._offer_folder, screen)

    def _offer_folder(self, screen: Screen[Any]) -> None:
        """What is written in a rehearsal goes where all of it is thrown away, unless another folder is typed."""
        field = _FOLDERS.get(type(screen).__name__)
        for folder in screen.query(f"#{field}") if field else ():
            if isinstance(folder, Input):
                folder.value = str(self._folder)

    # Commands

    @work(exclusive=True, group="rehearsal")
    async def action_things(self) -> None:
        """All there is to try, unless others look at this screen."""
        if not self.sharing.private:
            self.tell("rehearse.not-here")
            return
        picked = await self.push_screen_wait(ThingsToTry(self.rehearsal))
        if picked:
            self.rehearsal = self.rehearsal.with_picked(picked)
        self.look()

    def action_later(self) -> None:
        """Leave this for later."""
        self.rehearsal = self.rehearsal.left()
        self.look()

    def action_speed(self) -> None:
        """The next speed."""
        factor = next_speed(self._clock.factor)
        self._clock.run(factor)
        names = {STOPPED: "rehearse.told-stopped", 1: "rehearse.told-running"}
        self.tell(names.get(factor, "rehearse.told-speed"), speed=speed_told(factor, self.language))
        self.look()

    def action_leave(self) -> None:
        """Say what was tried and what was not; then end, if that is meant."""
        self._ask_to_end()

    @work(exclusive=True, group="rehearsal")
    async def _ask_to_end(self) -> None:
        if await self.push_screen_wait(Ending(self.rehearsal)):
            self.leave()


def _agenda_of(family: Family, meeting: str) -> str:
    return next(held.agenda for held in family.meetings if held.id == meeting)
