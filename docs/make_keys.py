"""Write ``docs/keys.md``: every key of every screen, read from the commands as they are declared.

Run ``python docs/make_keys.py`` after a command has changed; a test compares.
"""

from collections.abc import Iterator
from pathlib import Path

from teammeet.messages import text
from teammeet.tui.commands import APP_COMMANDS, Command
from teammeet.tui.room.keys import COMMANDS as COMMANDS_OF_THE_ROOM
from teammeet.tui.screens.caseload import CaseloadScreen
from teammeet.tui.screens.ecomap import EcomapScreen
from teammeet.tui.screens.family import FamilyScreen
from teammeet.tui.screens.meeting import MeetingScreen
from teammeet.tui.screens.sign import SignScreen

SCREENS = (
    ("Families", CaseloadScreen.COMMANDS_HERE),
    ("One family", FamilyScreen.COMMANDS_HERE),
    ("Meeting", MeetingScreen.COMMANDS_HERE),
    ("Ecomap", EcomapScreen.COMMANDS_HERE),
    ("Agree and sign", SignScreen.COMMANDS_HERE),
    ("The room's window", COMMANDS_OF_THE_ROOM),
    ("Everywhere", APP_COMMANDS),
)


def page() -> str:
    """The page as it should stand."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Keys"
    yield ""
    yield "F1 shows these on each screen, Ctrl+P finds them by name, and each can be clicked. This page is made from the"
    yield "program (`python docs/make_keys.py`)."
    for title, commands in SCREENS:
        yield from ("", f"## {title}", "", "| key | name | what it does |", "|---|---|---|")
        yield from (_row(command) for command in commands if command.key)


def _row(command: Command) -> str:
    keys = f"`{command.shown_key}`"
    return f"| {keys} | {text(command.title_key)} | {text(command.help_key)} |".replace("`|`", "`\\|`")


if __name__ == "__main__":
    Path(__file__).with_name("keys.md").write_text(page(), encoding="utf-8")
