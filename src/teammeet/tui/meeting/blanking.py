"""One key blanks what the room sees, from every screen that the room may look at."""

from __future__ import annotations

from typing import Final

from teammeet.tui.commands import Command
from teammeet.tui.screens.base import HouseScreen

BLANK: Final = Command("share.blank", "ctrl+b,full_stop,B")


class Blanks(HouseScreen):
    """A screen that can be blanked; nothing on it is lost."""

    def action_blank(self) -> None:
        """The room's window, if there is one, shows nothing, or again what it showed; else this screen does."""
        from teammeet.tui.screens.curtain import BlankScreen

        sharing = self.app.sharing
        if sharing.wall == "window":
            self.app.sharing = sharing.blanked()
            self.app.room.show()
            self.app.tell("share.told.blank" if self.app.sharing.blank else "share.told.shown-again")
        else:
            self.app.push_screen(BlankScreen())
