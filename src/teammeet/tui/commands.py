"""Commands, each declared once: key, footer, command palette and help page all read the same declaration."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from textual.binding import Binding, BindingType
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.screen import Screen

from teammeet.messages import text

if TYPE_CHECKING:
    from teammeet.tui.app import TeamMeetApp


@dataclass(frozen=True, slots=True)
class Command:
    """Something that a person can ask for.

    ``id`` is ``ROOM.NAME``: the messages ``ROOM.command.NAME.title`` (short: it stands in the footer) and ``.help`` say
    what it does, and the method ``action_NAME`` of the screen (or widget, or app) that declares it does it; dots and
    hyphens of NAME are underscores there. ``key`` may name several keys, with commas; the first is shown.
    ``priority`` lets it work while a field has the focus that would take the key itself.
    """

    id: str
    key: str
    footer: bool = False
    priority: bool = False

    @property
    def action(self) -> str:
        """The name of the method, without ``action_``."""
        return self._name.replace(".", "_").replace("-", "_")

    @property
    def title_key(self) -> str:
        """The message that names it."""
        return f"{self._room}.command.{self._name}.title"

    @property
    def help_key(self) -> str:
        """The message that says in a sentence what it does."""
        return f"{self._room}.command.{self._name}.help"

    @property
    def shown_key(self) -> str:
        """The key as people know it: ``Ctrl+N``, ``F1``, ``Esc``, ``n``."""
        words = self.key.split(",")[0].split("+")
        if len(words) == 1 and len(words[0]) == 1:
            return words[0]
        return "+".join(_KEY_NAMES.get(word, word.upper() if len(word) == 1 else word.capitalize()) for word in words)

    def key_in(self, language: str) -> str:
        """The key as people know it in their language: the space bar is no name but a word."""
        return text("tui.key.space", language) if self.shown_key == _KEY_NAMES["space"] else self.shown_key

    def binding(self) -> Binding:
        """The binding that Textual wants; what people read is looked up when it is shown, in their language."""
        return Binding(self.key, self.action, self.id, show=self.footer, priority=self.priority, id=self.id)

    @property
    def _room(self) -> str:
        return self.id.partition(".")[0]

    @property
    def _name(self) -> str:
        return self.id.partition(".")[2]


_KEY_NAMES: Final = {
    "escape": "Esc",
    "question_mark": "?",
    "slash": "/",
    "delete": "Del",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "space": "Space",
    "plus": "+",
    "minus": "-",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}

HELP: Final = Command("tui.help", "f1", footer=True)
APP_COMMANDS: Final = (
    HELP,
    Command("tui.palette", "ctrl+p"),
    Command("tui.undo", "ctrl+z"),
    Command("tui.redo", "ctrl+y"),
    Command("tui.settings", "f10"),
    Command("tui.lock", "ctrl+l", priority=True),
    Command("tui.leave", "ctrl+q"),
)
"""What works on every screen."""
BLANK_EVERYWHERE: Final = Command("share.blank", "ctrl+b", priority=True)
"""Works on every screen of a family too, also in a dialog; it stands in the lists of those screens that are shown to a room."""


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """The bindings of ``commands``."""
    return [command.binding() for command in commands]


def commands_of(screen: Screen[Any]) -> tuple[Command, ...]:
    """The commands of ``screen``, then those of every screen (a dialog has its own only)."""
    from teammeet.tui.screens.base import Furnished

    own = screen.commands() if isinstance(screen, Furnished) else ()
    return own if screen.is_modal else (*own, *APP_COMMANDS)


def footer_commands(screen: Screen[Any]) -> tuple[Command, ...]:
    """Those of them that stand in the footer."""
    return tuple(command for command in commands_of(screen) if command.footer)


def can_run(screen: Screen[Any], command: Command) -> bool | None:
    """Whether ``command`` can run now: ``None`` means not yet (it is shown dimmed), ``False`` not here (it is not shown)."""
    node = screen.app if command in APP_COMMANDS and not screen.is_modal else screen
    return node.check_action(command.action, ())


async def perform(screen: Screen[Any], command: Command) -> None:
    """Run ``command`` on ``screen``, as its key would."""
    node = screen.app if command in APP_COMMANDS and not screen.is_modal else screen
    await screen.app.run_action(command.action, default_namespace=node)


class HouseCommands(Provider):
    """The command palette: every command that can run now, in the language of the screen."""

    async def discover(self) -> Hits:
        """All of them, before anything was typed."""
        for command in self._runnable():
            title, help_text = self._words(command)
            yield DiscoveryHit(title, self._runner(command), help=help_text)

    async def search(self, query: str) -> Hits:
        """Those whose title fits what was typed."""
        matcher = self.matcher(query)
        for command in self._runnable():
            title, help_text = self._words(command)
            score = matcher.match(title)
            if score > 0:
                yield Hit(score, matcher.highlight(title), self._runner(command), help=help_text)

    @property
    def _app(self) -> TeamMeetApp:
        from teammeet.tui.app import TeamMeetApp

        assert isinstance(self.app, TeamMeetApp)
        return self.app

    def _words(self, command: Command) -> tuple[str, str]:
        say = self._app.say
        return f"{say(command.title_key)}  ({command.key_in(self._app.language)})", say(command.help_key)

    def _runnable(self) -> Iterable[Command]:
        return (command for command in commands_of(self.screen) if can_run(self.screen, command))

    def _runner(self, command: Command) -> _Run:
        return _Run(self.screen, command)


@dataclass(frozen=True, slots=True)
class _Run:
    """Runs a command of the screen that the palette was opened on."""

    screen: Screen[Any]
    command: Command

    async def __call__(self) -> None:
        await perform(self.screen, self.command)
