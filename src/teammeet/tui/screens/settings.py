"""Settings: colours, language, signs. A choice takes effect at once and is remembered in the vault."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Checkbox, Input, OptionList, Static
from textual.widgets.option_list import Option

from teammeet.messages import LANGUAGES
from teammeet.text import NAME_LIMIT
from teammeet.tui import themes
from teammeet.tui.screens.base import HouseModal
from teammeet.tui.widgets.line_input import LineInput


class SettingsScreen(HouseModal[None]):
    """One box; the screen behind shows each choice at once."""

    CSS_PATH = "../styles/settings.tcss"
    HELP_KEY: ClassVar[str] = "tui.help.settings"
    BOX_CLASSES: ClassVar[str] = "settings"

    def compose_body(self) -> ComposeResult:
        """Two lists, a check, who the facilitator is."""
        settings = self.app.settings
        say = self.app.say
        yield Static(Content(say("tui.settings.title")), classes="dialog-title")
        yield Static(Content(say("tui.settings.theme")), classes="label")
        yield OptionList(*(Option(Content(say(f"tui.theme.{name}")), id=name) for name in themes.NAMES), id="themes")
        yield Static(Content(say("tui.settings.language")), classes="label")
        yield OptionList(*(Option(Content(say(f"tui.language.{tag}")), id=tag) for tag in LANGUAGES), id="languages")
        yield Checkbox(Content(say("tui.settings.plain-signs")), settings.plain_signs, id="plain-signs")
        yield Static(Content(say("tui.settings.facilitator")), classes="label")
        yield LineInput(settings.facilitator, limit=NAME_LIMIT, id="facilitator")
        yield Static(Content(say("tui.settings.agency")), classes="label")
        yield LineInput(settings.agency, limit=NAME_LIMIT, id="agency")

    def on_mount(self) -> None:
        """Stand on what is chosen now."""
        self.query_one("#themes", OptionList).highlighted = themes.NAMES.index(self.app.theme)
        self.query_one("#languages", OptionList).highlighted = _known(self.app.language)
        self.query_one("#themes").focus(scroll_visible=False)
        self.call_after_refresh(self.query_one(".dialog").scroll_home, animate=False)

    @on(OptionList.OptionSelected, "#themes")
    def _take_theme(self, chosen: OptionList.OptionSelected) -> None:
        self.app.save_settings(theme=chosen.option_id)

    @on(OptionList.OptionSelected, "#languages")
    async def _take_language(self, chosen: OptionList.OptionSelected) -> None:
        if {chosen.option_id} != {self.app.language, self.app.settings.language}:
            self.app.save_settings(language=chosen.option_id)
            await self.recompose()
            self.on_mount()
            self.query_one("#languages").focus()

    @on(Checkbox.Changed, "#plain-signs")
    def _take_signs(self, changed: Checkbox.Changed) -> None:
        if changed.value != self.app.settings.plain_signs:
            self.app.save_settings(plain_signs=changed.value)

    @on(Input.Blurred, "#facilitator,#agency")
    @on(Input.Submitted, "#facilitator,#agency")
    def _take_name(self, left: Input.Blurred | Input.Submitted) -> None:
        self._keep_name(left.input)

    def action_cancel(self) -> None:
        """Close; a name that was typed is kept, as it is when its line is left in any other way."""
        for line in self.query(LineInput):
            self._keep_name(line)
        self.dismiss(None)

    def _keep_name(self, line: Input) -> None:
        name = line.id or ""
        if line.value != getattr(self.app.settings, name):
            self.app.save_settings(**{name: line.value})


def _known(language: str) -> int:
    return LANGUAGES.index(language) if language in LANGUAGES else 0
