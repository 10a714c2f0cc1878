"""The room's window while a meeting is held in lines: it follows what is kept, and goes blank when the program is gone."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING

from teammeet.errors import TeammeetError
from teammeet.room_window.page import RoomPage

if TYPE_CHECKING:
    from teammeet.room_window.link import RoomLink
    from teammeet.tui.line_mode.house import House


class BeatingLink:
    """A link that gives its signs of life by itself, for the program stands still while it waits for a line.

    The thread that does so touches nothing else, and never at the same time as the program. It dies with the program.
    """

    def __init__(self, link: RoomLink, every: float) -> None:
        self.code = link.code
        self.secret = link.secret
        self.has_faltered = False
        self._link = link
        self._every = every
        self._one_at_a_time = Lock()
        self._closed = Event()
        Thread(target=self._beat, name="room-window", daemon=True).start()

    def show(self, page: RoomPage) -> None:
        """Let the room see ``page``.

        Raises:
            TeammeetError: it could not be written.
        """
        with self._one_at_a_time:
            self.has_faltered = False
            self._link.show(page)

    def close(self) -> None:
        """The window goes blank at once, and no sign of life comes any more."""
        self._closed.set()
        with self._one_at_a_time:
            self._link.close()

    def _beat(self) -> None:
        """Where it fails, the window goes blank by itself, and the next line tells why."""
        while not self._closed.wait(self._every):
            with self._one_at_a_time:
                try:
                    self._link.beat()
                except TeammeetError:
                    self.has_faltered = True


class RoomWindow:
    """What the room sees. A ``card`` (the opening, a pause, a part read back) stands before the step until it is taken away."""

    def __init__(self, house: House) -> None:
        self.card: Callable[[], RoomPage] | None = None
        self.is_blank = False
        self._house = house
        self._link: BeatingLink | None = None
        self._step: Callable[[], RoomPage] | None = None
        self._shown: RoomPage | None = None
        self._was_told = False
        """Whether it was told that the window cannot be written; it is told once, until it can be."""

    @property
    def is_on(self) -> bool:
        """Whether the room looks."""
        return self._link is not None

    @property
    def code(self) -> str:
        """The code that joins the window; empty without one."""
        return self._link.code if self._link is not None else ""

    def was_shared(self, meeting: str) -> bool:
        """Whether the room looked at ``meeting`` when the program ended."""
        settings = self._house.settings
        return settings.wall == "window" and settings.shared_meeting == meeting

    def begin(self, meeting: str, step: Callable[[], RoomPage]) -> bool:
        """Let the room look at what ``step`` gives; False when the window could not begin, which was told.

        After a restart in the same meeting the window has the code that it had.
        """
        from teammeet.room_window.link import BEAT_SECONDS, RoomLink

        settings = self._house.settings
        is_known = settings.room_secret and self.was_shared(meeting)
        try:
            link = RoomLink.resume(settings.room_secret) if is_known else RoomLink.begin()
        except TeammeetError as error:
            self._house.tell_error(error)
            return False
        self._link, self._step = BeatingLink(link, BEAT_SECONDS), step
        self._house.remember(wall="window", shared_meeting=meeting, room_secret=link.secret)
        self.follow()
        return True

    def stop(self) -> None:
        """The room sees nothing more, and the code is worth nothing."""
        if self._link is not None:
            self.leave()
            settings = self._house.settings
            meeting = settings.shared_meeting if settings.scribe else ""  # a scribe of the screens types on there
            self._house.remember(wall="none", shared_meeting=meeting, room_secret="")

    def leave(self) -> None:
        """The program ends: the window goes blank; after a restart it can be shared again under its code."""
        if self._link is not None:
            self._link.close()
        self._link = self._step = self._shown = self.card = None
        self.is_blank = False

    def turn_blank(self) -> None:
        """The room sees nothing, or again what it saw; nothing is lost."""
        self.is_blank = not self.is_blank
        self.follow()

    def follow(self) -> None:
        """Bring the window up to date, if there is one."""
        if self._link is None or self._step is None:
            return
        page = RoomPage(kind="waiting", language=self._house.language) if self.is_blank else (self.card or self._step)()
        if page == self._shown and not self._link.has_faltered:
            return
        self._shown = page
        try:
            self._link.show(page)
            self._was_told = False
        except TeammeetError as error:
            if not self._was_told:
                self._house.tell_error(error)
            self._was_told = True
