"""The opening card on the facilitator's own screen: large spacing, to be read aloud."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from teammeet.tui.commands import HELP, Command
from teammeet.tui.meeting.scene import Row
from teammeet.tui.screens.base import BLANK, CANCEL, HouseModal


class OpeningCard(HouseModal[str]):
    """Shows the lines of the card; the answer is ``purpose`` when it shall be typed anew, ``None`` when people go on."""

    CSS_PATH = "../styles/opening.tcss"
    HELP_KEY: ClassVar[str] = "arrive.help.opening"
    BOX_CLASSES: ClassVar[str] = "opening"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("arrive.purpose", "e,f2", footer=True),
        Command("arrive.down", "down,space,pagedown", footer=True),
        Command("arrive.up", "up,pageup"),
        Command("arrive.go-on", "enter,alt+0", footer=True, priority=True),
        BLANK,
        CANCEL,
        HELP,
    )

    def __init__(self, lines: tuple[Row, ...]) -> None:
        super().__init__()
        self._lines = lines

    def compose_body(self) -> ComposeResult:
        """Title, then each part with room around it."""
        yield Static(Content(self.app.say("arrive.opening.title")), classes="dialog-title")
        for row in self._lines:
            yield Static(Content(row.words), classes="opening-part" if row.heading else "opening-line")

    def on_mount(self) -> None:
        """From the top."""
        self.query_one(".dialog").scroll_home(animate=False)

    def action_purpose(self) -> None:
        """Type the purpose anew."""
        self.dismiss("purpose")

    def action_go_on(self) -> None:
        """It was read."""
        self.dismiss(None)

    def action_down(self) -> None:
        """Further down."""
        self.query_one(".dialog").scroll_relative(y=4, animate=False)

    def action_up(self) -> None:
        """Back up."""
        self.query_one(".dialog").scroll_relative(y=-4, animate=False)
