"""The map larger than the screen, and moved on it."""

from __future__ import annotations

from typing import Final

from teammeet.tui.commands import Command
from teammeet.tui.ecomap.held import HeldEcomap

_ACROSS: Final = 10
_DOWN: Final = 4
"""By so many cells a key moves the map."""


class ZoomsMap(HeldEcomap):
    """How much of the map is seen."""

    ZOOMING = (
        Command("look.zoom-in", "plus,equals_sign"),
        Command("look.zoom-out", "minus"),
        Command("look.fit", "0"),
        *(Command(f"look.pan-{way}", f"shift+{way}") for way in ("up", "down", "left", "right")),
    )

    def action_zoom_in(self) -> None:
        """The next larger picture."""
        self.map.zoom(1)

    def action_zoom_out(self) -> None:
        """The next smaller picture."""
        self.map.zoom(-1)

    def action_fit(self) -> None:
        """The picture that fits."""
        self.map.zoom(-self.map.levels)

    def action_pan_up(self) -> None:
        """What lies above."""
        self.map.pan(0, -_DOWN)

    def action_pan_down(self) -> None:
        """What lies below."""
        self.map.pan(0, _DOWN)

    def action_pan_left(self) -> None:
        """What lies to the left."""
        self.map.pan(-_ACROSS, 0)

    def action_pan_right(self) -> None:
        """What lies to the right."""
        self.map.pan(_ACROSS, 0)
