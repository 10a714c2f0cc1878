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
    """What the room sees. A ``card`` (the opening, a pause, a part read back) stands before the step until it is taken away."""

    def __init__(self, app: TeamMeetApp) -> None:
        self._app = app
        self._link: RoomLink | None = None
        self._timer: Timer | None = None
        self._step: RoomPage | None = None
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
        self._app.sharing = self._app.sharing.turned(wall, meeting) if wall != "none" else Sharing()
        self._app.save_settings(wall=wall, shared_meeting=meeting if wall != "none" else "", room_secret=secret)
        return True

    def follow(self, page: RoomPage) -> None:
        """The meeting stands at ``page`` now."""
        self._step = page
        self.show()

    def show_card(self, card: RoomPage | None) -> None:
        """Show ``card`` before the step; ``None`` takes it away."""
        self._card = card
        self.show()

    def show(self) -> None:
        """Bring the window up to date, if there is one."""
        if self._link is None:
            return
        from teammeet.room_window.page import RoomPage

        page = self._card or self._step
        if page is None or self._app.sharing.blank:
            page = RoomPage(kind="waiting", language=self._app.language)
        if page != self._shown:
            self._shown = page
            self._write(page)

    def leave(self) -> None:
        """The program ends or is locked: the window goes blank; after a restart it can be shared again under its code."""
        self._close()

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
        self._timer = self._link = self._shown = self._card = None

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
