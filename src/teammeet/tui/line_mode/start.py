"""How the plain line mode is begun and ended; the commands call this and nothing else of it."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Callable
from pathlib import Path

from teammeet.desk import Desk
from teammeet.errors import PassphraseWrong, TeammeetError
from teammeet.tui.line_mode.answers import Closed
from teammeet.tui.line_mode.caseload import CaseloadRoom
from teammeet.tui.line_mode.console import Console, Leave, Lock
from teammeet.tui.line_mode.family import FamilyRoom
from teammeet.tui.line_mode.first import set_up
from teammeet.tui.line_mode.house import House
from teammeet.tui.system import START_AGAIN


def standard_console(language: str) -> Console:
    """The console of this process: its standard input and output, whatever they are.

    Where the machine names no encoding but ASCII, lines are read as UTF-8; what cannot be read is not dropped unsaid.
    """
    by_hand = sys.stdin.isatty() and sys.stdout.isatty()
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        is_ascii = codecs.lookup(sys.stdin.encoding or "ascii").name == "ascii"
        reconfigure(encoding="utf-8" if is_ascii else sys.stdin.encoding, errors="surrogateescape")
    return Console(sys.stdin, sys.stdout, by_hand=by_hand, language=language)


def run(
    path: Path,
    *,
    language: str,
    agenda_folders: tuple[Path, ...] = (),
    passphrase: Callable[[], str],
    ask_again: bool,
    keep_language: bool = False,
) -> int:
    """The mode on the vault at ``path``, which is set up if there is none; the exit code.

    ``passphrase`` asks for it; where it was wrong it is asked for again if ``ask_again``.
    """
    console = standard_console(language)
    try:
        if path.exists():
            desk = _unlocked(console, path, passphrase, ask_again=ask_again)
            spoken = language if keep_language else desk.settings().language
        else:
            desk = set_up(console, path)
            spoken = console.language
    except (Leave, Closed):
        console.tell("nothing-made" if not path.exists() else "left")
        return 0
    try:
        return converse(House(console, desk, language=spoken, agenda_folders=agenda_folders))
    finally:
        desk.close()


def run_demo(desk: Desk, family_id: str, *, language: str, agenda_folders: tuple[Path, ...], meeting: bool) -> int:
    """The mode on the invented family, open already."""
    house = House(standard_console(language), desk, language=language, agenda_folders=agenda_folders)
    return converse(house, open_family=family_id, meeting=meeting)


def converse(house: House, open_family: str = "", *, meeting: bool = False) -> int:
    """Be in the rooms until they are left: first where somebody was before the program ended."""
    house.console.tell("welcome")
    try:
        _go_on(house, open_family, meeting=meeting)
        CaseloadRoom(house).run()
    except Lock:
        house.console.tell("locked")
        return START_AGAIN
    except Leave:
        house.console.tell("left")
    return 0


def _go_on(house: House, open_family: str, *, meeting: bool) -> None:
    wanted = open_family or house.settings.last_family
    if not wanted:
        return
    try:
        house.open(wanted)
    except TeammeetError as error:
        house.tell_error(error)
        return
    FamilyRoom(house).go_on(meeting=meeting)
    house.close_family()


def _unlocked(console: Console, path: Path, passphrase: Callable[[], str], *, ask_again: bool) -> Desk:
    """The vault, opened.

    Raises:
        TeammeetError: it cannot be opened.
    """
    while True:
        try:
            return Desk.unlock(path, passphrase())
        except PassphraseWrong as error:
            if not ask_again:
                raise
            console.say(error.sentence(console.language))
