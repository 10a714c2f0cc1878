"""Calm screens that show nothing of anybody: while the room's view is blank, and before private screens come back."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from teammeet.tui.commands import Command
from teammeet.tui.screens.base import HouseModal


class Curtain(HouseModal[None]):
    """Covers everything with the message ``KEY.title`` and ``KEY.text``; the keys of its command, or a click, take it away."""

    CSS_PATH = "../styles/sharing.tcss"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = ()
    key: ClassVar[str] = ""

    def compose(self) -> ComposeResult:
        """Two sentences in the middle, nothing else."""
        with Vertical(classes="curtain"):
            yield Static(Content(self.app.say(f"{self.key}.title")), classes="curtain-title")
            yield Static(Content(self.app.say(f"{self.key}.text")), classes="curtain-text")

    def on_click(self, event: events.Click) -> None:
        """The mouse takes it away too."""
        event.stop()
        self.action_lift()

    def action_lift(self) -> None:
        """Show what lies below again."""
        self.dismiss(None)


class BlankScreen(Curtain):
    """The room sees nothing for a while; nothing is lost."""

    key: ClassVar[str] = "share.blank"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("share.lift", "full_stop,b,B,ctrl+b,escape,enter,space", footer=False),
    )


class PrivateNext(Curtain):
    """This screen was the room's; what comes next is the facilitator's."""

    key: ClassVar[str] = "share.private-next"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (Command("share.lift", "enter", footer=False),)

    def action_cancel(self) -> None:
        """Esc, perhaps pressed once more than was meant, does not take it away: what is private comes by Enter alone."""
