"""The application of the room's window: it asks for the code, then follows. It has no desk, no vault, no family."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any, ClassVar, Final

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from teammeet.errors import TeammeetError
from teammeet.room_window.glass import RoomGlass
from teammeet.room_window.page import RoomPage
from teammeet.tui import themes
from teammeet.tui.calm_app import CalmApp
from teammeet.tui.commands import Command, bindings
from teammeet.tui.room.code_card import CodeCard
from teammeet.tui.room.keys import BLANK, COLORS, COMMANDS, JOIN, LEAVE, LEAVE_ALWAYS, SCROLLING, KeyLine
from teammeet.tui.room.view import RoomView

LOOK_SECONDS: Final = 0.04
"""How often it looks for another page: what is looked at is a file's date, so it costs next to nothing."""
_KEYS_FROM: Final = 20
"""Rows from which the line of keys has room of its own."""
_THEMES: Final = (themes.CONTRAST, themes.LIGHT, themes.DARK)


class RoomApp(CalmApp):
    """``folder`` is where the link lies, if it is another than this machine's own."""

    CSS_PATH: ClassVar[Any] = ["../styles/ecomap.tcss", "../styles/room.tcss"]  # the map looks as it does everywhere
    TITLE = "teammeet"
    FAULT_KEY = "room-fault"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COMMANDS), *SCROLLING]

    def __init__(self, *, language: str = "en", folder: Path | None = None) -> None:
        super().__init__()
        self._language = self._language_shown = language
        self._folder = folder
        self._glass: RoomGlass | None = None
        self._page = RoomPage(kind="waiting")
        self._keys_wanted: bool | None = None
        for theme in themes.THEMES:
            self.register_theme(theme)
        self.theme = themes.CONTRAST

    def compose(self) -> ComposeResult:
        """The card for the code, the page, the keys."""
        yield CodeCard(self._language)
        yield RoomView()
        yield KeyLine()

    def on_mount(self) -> None:
        """It begins with the code, whatever it showed before it was closed."""
        self._ask()

    # The code

    @property
    def is_joined(self) -> bool:
        """Whether a code has fitted."""
        return self._glass is not None

    def _ask(self) -> None:
        self.workers.cancel_group(self, "follow")
        self._glass = None
        self.screen.add_class("-asks")
        self.query_one(CodeCard).ask()
        self._language_shown = self._language
        self._show(RoomPage(kind="waiting"))

    @on(CodeCard.Typed)
    def _typed(self, typed: CodeCard.Typed) -> None:
        self._join(typed.code)

    @work(thread=True, exclusive=True, group="join")
    def _join(self, code: str) -> None:
        try:
            glass = RoomGlass.join(code, self._folder)
        except TeammeetError as error:
            self.call_from_thread(self.query_one(CodeCard).refuse, error)
            return
        self.call_from_thread(self._joined, glass)

    def _joined(self, glass: RoomGlass) -> None:
        self._glass = glass
        self.query_one(CodeCard).ask()
        self.screen.remove_class("-asks")
        self.set_focus(None)
        self._follow(glass)

    # Following

    @work(exclusive=True, group="follow")
    async def _follow(self, glass: RoomGlass) -> None:
        """Look again and again; a timer would send a message each time."""
        while True:
            page = glass.look()
            if page is not None:
                self._show(page)
            await asyncio.sleep(LOOK_SECONDS)

    def _show(self, page: RoomPage) -> None:
        """Show ``page``; while there is none to see, the words are in the language of the last."""
        if page.kind != "waiting":
            self._language_shown = page.language
        self._page = page if page.kind != "waiting" else RoomPage(kind="waiting", language=self._language_shown)
        self._repaint(self.query_one(RoomView).blank)

    def _repaint(self, blank: bool) -> None:
        self.query_one(RoomView).show(self._page, blank=blank and self.is_joined)
        self._show_keys()

    # Keys

    def on_resize(self, event: events.Resize) -> None:
        """The line of keys goes where there is no room for it."""
        self._show_keys(event.size.height)

    def _show_keys(self, height: int = 0) -> None:
        roomy = (height or self.size.height) >= _KEYS_FROM
        calm = not self.is_joined or self.query_one(RoomView).is_calm
        self.screen.set_class(roomy or calm if self._keys_wanted is None else self._keys_wanted, "-keys")
        self.query_one(KeyLine).show(self._commands_now(), self._page.language)

    def _commands_now(self) -> tuple[Command, ...]:
        if not self.is_joined:
            return JOIN, LEAVE_ALWAYS
        return (COLORS, LEAVE) if self._may_ask() else (BLANK, COLORS, LEAVE)

    def _may_ask(self) -> bool:
        """Another code can be typed while nothing is shown."""
        return self.is_joined and self._page.kind == "waiting"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Blanking needs something to blank, another code a page that waits."""
        if action == "code":
            return self._may_ask()
        return self.is_joined if action == "blank" else True

    async def action_join(self) -> None:
        """Try what was typed, as Enter does."""
        await self.query_one("#code", Input).action_submit()

    def action_blank(self) -> None:
        """Show nothing here, or the meeting again. What the facilitator does is followed meanwhile."""
        self._repaint(not self.query_one(RoomView).blank)

    def action_colors(self) -> None:
        """The next of the three looks."""
        self.theme = _THEMES[(_THEMES.index(self.theme) + 1) % len(_THEMES)]

    def action_code(self) -> None:
        """Ask for another code."""
        self._ask()

    def action_keys(self) -> None:
        """Show the line of keys, or hide it."""
        self._keys_wanted = not self.screen.has_class("-keys")
        self._show_keys()

    def action_move(self, key: str) -> None:
        """Scroll the lines."""
        self.query_one(RoomView).move(key)

    def action_leave(self) -> None:
        """Close this window."""
        self.exit()

    @on(events.Click, "#title")
    def _title_clicked(self) -> None:
        self.action_keys()

    def language_of_faults(self) -> str:
        """The language that was asked for."""
        return self._language
