"""Where somebody is, kept beside the journal, so that a restart goes on there with the unfinished line."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from textual.timer import Timer

from teammeet.errors import TeammeetError
from teammeet.tui import faults

if TYPE_CHECKING:
    from teammeet.desk import Place
    from teammeet.tui.app import TeamMeetApp

PAUSE: Final = 1.0
"""Seconds after which an unfinished line is written down."""


class PlaceKeeper:
    """Writes the place of the open family; never fails aloud: losing a place loses nothing that was shown as kept."""

    def __init__(self, app: TeamMeetApp) -> None:
        self._app = app
        self._last: Place | None = None
        self._written: Place | None = None
        self._timer: Timer | None = None
        self._made: Callable[[], Place | None] | None = None

    @property
    def last(self) -> Place | None:
        """The newest place of the open family, written or not."""
        return (self._made() if self._made is not None else None) or self._last

    def take(self, place: Place | None) -> None:
        """A family was opened that was left at ``place``."""
        self.flush()
        self._last = self._written = place

    def save(self, place: Place) -> None:
        """Remember ``place``: at once, or after a pause when only the unfinished line differs."""
        if faults.keeps_its_place(self._app, self._last, place):
            return
        self._made = None
        moved = self._last is None or place.changed(unfinished="") != self._last.changed(unfinished="")
        self._last = place
        self._stop()
        if moved:
            self.flush()
        elif place != self._written:
            self._timer = self._app.set_timer(PAUSE, self.flush)

    def soon(self, made: Callable[[], Place | None]) -> None:
        """A key was typed: the place, which ``made`` tells then, if there is one still, is written within a second."""
        self._made = made
        if self._timer is None:
            self._timer = self._app.set_timer(PAUSE, self.flush)

    def flush(self) -> None:
        """Write the newest place now."""
        self._stop()
        if self._made is not None:
            self._last, self._made = self._made() or self._last, None
        if self._last is None or self._last == self._written or self._app.family is None or not self._app.unlocked:
            return
        try:
            self._app.desk.save_place(self._app.family.header.id, self._last)
        except TeammeetError:
            self._app.status = self._app.say("tui.status.place-not-kept")
            return
        self._written = self._last

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
