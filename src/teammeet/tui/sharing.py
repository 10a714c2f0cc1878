"""Who looks at the screens: the facilitator alone, a scribe, or the room."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Wall = Literal["none", "window", "screen"]
"""What the room looks at: nothing, a window of its own in a second terminal, or this very screen."""


@dataclass(frozen=True, slots=True)
class Sharing:
    """What is shared of the meeting with the id ``meeting``; ``blank`` hides it; a ``scribe`` types for the facilitator."""

    wall: Wall = "none"
    meeting: str = ""
    blank: bool = False
    scribe: bool = False

    @property
    def private(self) -> bool:
        """Whether this screen is the facilitator's own: notes, the clock and hints are on it then, and only then."""
        return self.wall != "screen" and not self.scribe

    @property
    def is_on(self) -> bool:
        """Whether the room looks at something."""
        return self.wall != "none"

    def turned(self, wall: Wall, meeting: str) -> Sharing:
        """Shared in another way, not blank."""
        return replace(self, wall=wall, meeting=meeting, blank=False)

    def stopped(self) -> Sharing:
        """The room looks no more. A scribe types on, and sees no more than before."""
        return self.turned("none", self.meeting if self.scribe else "")

    def blanked(self) -> Sharing:
        """Blank, or no longer."""
        return replace(self, blank=not self.blank)

    def with_scribe(self, meeting: str) -> Sharing:
        """A scribe types at ``meeting``, or no longer."""
        return replace(self, scribe=not self.scribe, meeting=meeting if self.is_on or not self.scribe else "")
