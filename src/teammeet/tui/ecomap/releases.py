"""What the map's screen says of who may see the kind of a tie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

if TYPE_CHECKING:
    from teammeet.model.supports import Tie
    from teammeet.tui.app import TeamMeetApp


def key_and_state(app: TeamMeetApp, tie: Tie) -> Content:
    """The key, and who may see the kind of the tie as it is now."""
    return Content.styled("r", "bold $accent") + Content(f" {app.say(f'release.shown.{tie.shown_to}')}")
