"""A room of the mode that the room's window follows: it can be blanked and ended from there."""

from __future__ import annotations

from collections.abc import Callable

from teammeet.room_window.page import RoomPage
from teammeet.tui.line_mode.deeds import DoesDeeds


class FollowedRoom(DoesDeeds):
    """After each line the room's window, if there is one, is brought up to date."""

    def guarded(self, do: Callable[[], None]) -> None:
        """As every room; a question that was closed may have changed something too."""
        super().guarded(do)
        super().guarded(self.house.window.follow)

    def show_card(self, card: Callable[[], RoomPage]) -> None:
        """Let the room see a card until the next line; say so."""
        window = self.house.window
        if window.is_on:
            window.card = card
            window.follow()
            self.console.tell("room-has-card" if not window.is_blank else "room-is-blank")

    def do_blank(self, _: str) -> None:
        """The room's window shows nothing, or again what it showed."""
        window = self.house.window
        if not window.is_on:
            self.console.tell("room-has-none")
            return
        window.turn_blank()
        self.say_told(self.house.say("share.told.blank" if window.is_blank else "share.told.shown-again"))

    def do_unshare(self, _: str) -> None:
        """The room sees nothing any more."""
        if not self.house.window.is_on:
            self.console.tell("room-has-none")
            return
        self.house.window.stop()
        self.house.desk.note_access(self.house.open_family.header.id, "show:none")
        self.console.say(self.house.say("share.told.none"))
