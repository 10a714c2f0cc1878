"""The keys of the room's window, and the quiet line that shows them to the mouse."""

from __future__ import annotations

from typing import Final

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget

from teammeet.messages import text
from teammeet.tui.commands import Command

JOIN: Final = Command("show.join", "enter", footer=True)
BLANK: Final = Command("show.blank", "B,b,full_stop", footer=True)
COLORS: Final = Command("show.colors", "T,t", footer=True)
OTHER_CODE: Final = Command("show.code", "enter", footer=True)
KEYS: Final = Command("show.keys", "f1,question_mark")
LEAVE: Final = Command("show.leave", "Q,q", footer=True)
LEAVE_ALWAYS: Final = Command("show.leave", "ctrl+q,ctrl+c", footer=True, priority=True)
COMMANDS: Final = (BLANK, COLORS, OTHER_CODE, KEYS, LEAVE, LEAVE_ALWAYS)
"""All of them. In the field of the code letters are letters: there only Enter and Ctrl+Q do something."""
SCROLLING: Final = tuple(
    Binding(key, f"move('{key}')", show=False) for key in ("up", "down", "pageup", "pagedown", "home", "end")
)
"""What scrolls the lines, as everywhere."""


class KeyLine(Widget):
    """One line with the keys that do something now; each can be clicked."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__(id="keys")
        self._commands: tuple[Command, ...] = ()
        self._language = "en"

    def show(self, commands: tuple[Command, ...], language: str) -> None:
        """Show these."""
        if (commands, language) != (self._commands, self._language):
            self._commands, self._language = commands, language
            self.refresh()

    def render(self) -> Content:
        """Key and title of each."""
        return Content("").join(part for command in self._commands for part in self._words(command))

    async def on_click(self, event: events.Click) -> None:
        """Run the command under the mouse."""
        event.stop()
        at = event.x
        for command in self._commands:
            at -= sum(part.cell_length for part in self._words(command))
            if at < 0:
                await self.app.run_action(command.action)
                return

    def _words(self, command: Command) -> tuple[Content, Content]:
        title = text(command.title_key, self._language)
        return Content.styled(f" {command.shown_key} ", "bold $accent"), Content.styled(f"{title}  ", "$quiet")
