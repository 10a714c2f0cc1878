"""What the keys do that work on every screen: help, palette, undo and redo, settings, lock, blank, leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.command import CommandPalette

from teammeet.tui.calm_app import CalmApp

if TYPE_CHECKING:
    from textual.reactive import reactive

    from teammeet.model.family import Family
    from teammeet.tui.room_keeper import RoomKeeper


class ActsEverywhere(CalmApp):
    """The actions of the whole program; what they act on is the app's."""

    room: RoomKeeper
    lock_wanted: bool

    if TYPE_CHECKING:
        family: reactive[Family | None]

        @property
        def unlocked(self) -> bool:
            """Whether there is an open vault."""
            ...

        def say(self, key: str, **values: object) -> str:
            """A message in the app's language."""
            ...

        def undo(self) -> bool:
            """Take back the last change."""
            ...

        def redo(self) -> bool:
            """Bring it back."""
            ...

        def leave(self) -> None:
            """End the program."""
            ...

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Undo and redo need a family, locking and settings an unlocked vault."""
        if action in ("undo", "redo", "blank"):
            return self.family is not None
        if action in ("lock", "settings"):
            return self.unlocked
        return True

    def action_help(self) -> None:
        """Say what this screen is for and what its keys do."""
        from teammeet.tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self.screen))

    def action_palette(self) -> None:
        """Every command, by typing part of its name."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=self.say("tui.palette.placeholder"), id="--command-palette"))

    def action_undo(self) -> None:
        """Take back the last change."""
        self.undo()

    def action_redo(self) -> None:
        """Bring it back."""
        self.redo()

    def action_settings(self) -> None:
        """Theme, language, plain signs."""
        from teammeet.tui.screens.settings import SettingsScreen

        self.push_screen(SettingsScreen())

    def action_lock(self) -> None:
        """Close the vault and start anew, so that nothing stays in memory."""
        self.lock_wanted = True
        self.leave()

    def action_blank(self) -> None:
        """The room sees nothing, or again what it saw."""
        self.room.blank()

    def action_leave(self) -> None:
        """End the program; all that was shown as kept is on disk."""
        self.leave()
