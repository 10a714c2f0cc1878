"""The settings of the vault as the program shows them: colours, language; each choice is remembered at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teammeet.errors import TeammeetError
from teammeet.tui import themes

if TYPE_CHECKING:
    from teammeet.desk import Settings
    from teammeet.tui.app import TeamMeetApp


class SettingsKeeper:
    """Holds the settings as the vault has them.

    A language that was asked for when the program was started (``keep_language``) wins over the vault's until somebody chooses
    another one on a screen, and is not written into the vault.
    """

    def __init__(self, app: TeamMeetApp, *, keep_language: bool) -> None:
        self._app = app
        self._keep_language = keep_language
        self._held: Settings | None = None

    @property
    def held(self) -> Settings:
        """The settings as they are remembered; before a vault is unlocked, the usual ones."""
        if self._held is None:
            from teammeet.desk import Settings

            self._held = Settings(language=self._app.language)
        return self._held

    def show(self, settings: Settings) -> None:
        """Take up ``settings``: every screen follows."""
        self._held = settings
        if not self._keep_language:
            self._app.language_shown = settings.language
        self._app.theme = themes.known(settings.theme)

    def save(self, changed: dict[str, object]) -> None:
        """Change settings, remember them in the vault if one is unlocked, and show them; a fault is told in a dialog."""
        settings = self.held.changed(**changed)
        if self._app.unlocked:
            try:
                self._app.desk.save_settings(settings)
            except TeammeetError as error:
                self._app.tell_error(error)
                return
        self._keep_language = self._keep_language and "language" not in changed
        self.show(settings)
