"""Commands as buttons, for the mouse: those that the footer has no room for."""

from __future__ import annotations

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button

from teammeet.tui.app import TeamMeetApp


class DeedBar(Horizontal):
    """A row of ``deeds``, ids of commands such as ``family.move-up``; those of the room ``tui`` are the app's."""

    app = getters.app(TeamMeetApp)

    def __init__(self, deeds: tuple[str, ...], id: str | None = None) -> None:
        super().__init__(id=id)
        self._deeds = deeds

    def compose(self) -> ComposeResult:
        """A button each; none takes the focus."""
        for name in self._deeds:
            room, _, deed = name.partition(".")
            button = Button(Content(self.app.say(f"{room}.command.{deed}.title")), id=f"{room}-{deed}", compact=True)
            button.can_focus = False
            yield button

    @on(Button.Pressed)
    async def _deed(self, pressed: Button.Pressed) -> None:
        pressed.stop()
        room, _, deed = (pressed.button.id or "").partition("-")
        owner = self.app if room == "tui" else self.screen
        await self.app.run_action(deed.replace("-", "_"), default_namespace=owner)
