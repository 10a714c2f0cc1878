"""The facilitator's end of the room's window: it begins, follows the meeting, and goes blank when the facilitator is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.timer import Timer

from teammeet.errors import TeammeetError
from teammeet.tui.sharing import Sharing

if TYPE_CHECKING:
    from teammeet.room_window.link import RoomLink
    from teammeet.room_window.page import RoomPage
    from teammeet.tui.app import TeamMeetApp
    from teammeet.tui.sharing import Wall

BEAT: Final = 1.5
"""Seconds between two signs of life: the room's window goes blank after five without one."""


class RoomKeeper:
    """What the room sees. A ``card`` (the opening, a pause, a part read back) stands before the step until it is taken away.

    While the facilitator is at the map, the map stands before the step too.
    """

    def __init__(self, app: TeamMeetApp) -> None:
        self._app = app
        self._link: RoomLink | None = None
        self._timer: Timer | None = None
        self._step: RoomPage | None = None
        self._map: RoomPage | None = None
        self._card: RoomPage | None = None
        self._shown: RoomPage | None = None

    @property
    def code(self) -> str:
        """The code that joins the window; empty without one."""
        return self._link.code if self._link is not None else ""

    def share(self, wall: Wall, meeting: str) -> bool:
        """Let the room look at something else from now on, or at nothing; False when the window could not begin."""
        self._close()
        secret = ""
        if wall == "window":
            secret = self._begin(meeting)
            if not secret:
                return False
        sharing = self._app.sharing
        self._remember(sharing.turned(wall, meeting) if wall != "none" else sharing.stopped(), secret)
        return True

    def end(self) -> None:
        """The meeting is left: the facilitator looks alone again, and the room at nothing."""
        self._close()
        self._remember(Sharing(), "")

    def turn_scribe(self, meeting: str) -> None:
        """A scribe types at ``meeting`` from now on, or no longer."""
        self._remember(self._app.sharing.with_scribe(meeting), self._app.settings.room_secret)

    def look_as_before(self, meeting: str) -> None:
        """After a restart at ``meeting``: who looked at this very screen looks at it still, before anything is on it."""
        settings = self._app.settings
        if not meeting or settings.shared_meeting != meeting:
            return
        if settings.scribe:
            self._app.sharing = self._app.sharing.with_scribe(meeting)
        if settings.wall == "screen":
            self._app.sharing = self._app.sharing.turned("screen", meeting)
            if self._app.family is not None:
                self._app.desk.note_access(self._app.family.header.id, "show:screen")

    def blank(self) -> None:
        """The room's window, if there is one, shows nothing, or again what it showed; else this screen does."""
        from teammeet.tui.screens.curtain import BlankScreen

        app = self._app
        if app.sharing.wall == "window":
            app.sharing = app.sharing.blanked()
            self.show()
            app.tell("share.told.blank" if app.sharing.blank else "share.told.shown-again")
        elif isinstance(app.screen, BlankScreen):
            app.screen.action_lift()
        else:
            app.push_screen(BlankScreen())

    def follow(self, page: RoomPage) -> None:
        """The meeting stands at ``page`` now."""
        self._step = page
        self.show()

    def show_card(self, card: RoomPage | None) -> None:
        """Show ``card`` before the step; ``None`` takes it away."""
        self._card = card
        self.show()

    def show_map(self, page: RoomPage) -> None:
        """The facilitator is at the map: show it as ``page`` has it."""
        self._map = page
        self.show()

    def leave_map(self, page: RoomPage) -> None:
        """The facilitator has left the map that ``page`` showed: the step again."""
        if self._map is page:
            self._map = None
            self.show()

    def show(self) -> None:
        """Bring the window up to date, if there is one."""
        if self._link is None:
            return
        from teammeet.room_window.page import RoomPage

        page = self._card or self._map or self._step
        if page is None or self._app.sharing.blank:
            page = RoomPage(kind="waiting", language=self._app.language)
        if page != self._shown:
            self._shown = page
            self._write(page)

    def leave(self) -> None:
        """The program ends or is locked: the window goes blank; after a restart it can be shared again under its code."""
        self._close()

    def _remember(self, sharing: Sharing, secret: str) -> None:
        """Who looks is known after a restart too."""
        self._app.sharing = sharing
        self._app.save_settings(wall=sharing.wall, scribe=sharing.scribe, shared_meeting=sharing.meeting, room_secret=secret)

    def _begin(self, meeting: str) -> str:
        from teammeet.room_window.link import RoomLink

        settings = self._app.settings
        is_known = settings.room_secret and settings.shared_meeting == meeting
        try:
            self._link = RoomLink.resume(settings.room_secret) if is_known else RoomLink.begin()
        except TeammeetError as error:
            self._app.tell_error(error)
            return ""
        self._timer = self._app.set_interval(BEAT, self._beat)
        return self._link.secret

    def _close(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        if self._link is not None:
            self._link.close()
        self._timer = self._link = self._shown = self._card = self._map = None

    def _write(self, page: RoomPage) -> None:
        try:
            if self._link is not None:
                self._link.show(page)
        except TeammeetError as error:
            self._app.tell_error(error)

    def _beat(self) -> None:
        """A sign of life; where it fails, the window goes blank by itself, and the next page tells why."""
        try:
            if self._link is not None:
                self._link.beat()
        except TeammeetError:
            self._shown = None
