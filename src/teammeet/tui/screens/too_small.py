"""What covers the screen while the terminal is too small to read anything."""

from __future__ import annotations

from textual import getters
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from teammeet.tui.app import TeamMeetApp
from teammeet.tui.going import LEAST_SIZE


class TooSmall(Screen[None]):
    """One line; it goes away by itself when the terminal grows."""

    app = getters.app(TeamMeetApp)

    def compose(self) -> ComposeResult:
        """Say which size is needed."""
        width, height = LEAST_SIZE
        yield Static(Content(self.app.say("tui.too-small", width=width, height=height)), classes="too-small")
