"""The footer: at most five commands, painted by one widget.

Textual's own keeps about 100 kB at each change of focus (its issue 6666); this one builds nothing when the focus moves.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events, getters
from textual.content import Content
from textual.widget import Widget

from teammeet.messages import text
from teammeet.tui.commands import Command, can_run, footer_commands, perform

if TYPE_CHECKING:
    from textual.screen import Screen

    from teammeet.tui.app import TeamMeetApp

MOST_ITEMS: Final = 5


def _app() -> type[TeamMeetApp]:
    from teammeet.tui.app import TeamMeetApp

    return TeamMeetApp


class LeanFooter(Widget):
    """The commands that matter here, clickable; those that cannot run now are dimmed."""

    app = getters.app(_app)
    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"footer--key", "footer--title", "footer--idle"}

    def on_mount(self) -> None:
        """Repaint when keys or what can run change: nothing is built anew."""
        self.screen.bindings_updated_signal.subscribe(self, self._repaint)
        self.watch(self.app, "language_shown", self._retitle, init=False)

    def _retitle(self) -> None:
        self.refresh()

    def _repaint(self, _: Screen[object]) -> None:
        if self.screen.is_active:
            self.refresh()

    def items(self) -> tuple[Command, ...]:
        """The commands that stand in the footer, as many as fit."""
        room = self.size.width or 80
        kept: list[Command] = []
        here = (command for command in footer_commands(self.screen) if can_run(self.screen, command) is not False)
        for command in islice(here, MOST_ITEMS):
            room -= self._width(command)
            if room < 0:
                break
            kept.append(command)
        return tuple(kept)

    def render(self) -> Content:
        """One line: key and title of each command."""
        key, title, idle = (self.get_visual_style(f"footer--{part}") for part in ("key", "title", "idle"))
        parts: list[Content] = []
        for command in self.items():
            runs = can_run(self.screen, command)
            parts.append(Content.styled(f" {command.key_in(self._language)} ", key if runs else idle))
            parts.append(Content.styled(f"{text(command.title_key, self._language)}  ", title if runs else idle))
        return Content("").join(parts)

    async def on_click(self, event: events.Click) -> None:
        """Run the command under the mouse."""
        at = event.x
        for command in self.items():
            at -= self._width(command)
            if at < 0:
                await perform(self.screen, command)
                return

    def _width(self, command: Command) -> int:
        return Content(f" {command.key_in(self._language)} {text(command.title_key, self._language)}  ").cell_length

    @property
    def _language(self) -> str:
        """That of the page which is read, else that of the program."""
        return str(getattr(self.screen, "page_language", "")) or self.app.language
