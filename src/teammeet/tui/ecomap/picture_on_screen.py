"""The map as a picture: from its screen to the dialog that writes files, with the picture chosen."""

from __future__ import annotations

from typing import Final

from teammeet.tui.commands import Command
from teammeet.tui.ecomap.held import HeldEcomap

PICTURE: Final = "ecomap-png"


class WritesPicture(HeldEcomap):
    """The map leaves the house as a picture."""

    PICTURING = (Command("roles.picture", "f5"),)

    def action_picture(self) -> None:
        """Write the map to a file, for one reader."""
        from teammeet.tui.sign.export_dialog import ExportDialog

        self.app.push_screen(ExportDialog(what=PICTURE))
