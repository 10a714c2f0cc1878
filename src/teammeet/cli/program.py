"""The program with its screens, on the vault or on the invented family."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from teammeet.cli.says import language_of, tell
from teammeet.messages import text
from teammeet.system import agenda_folders, need_a_terminal, spoken_language, vault_path

if TYPE_CHECKING:
    from teammeet.desk import Desk


def program(asked: argparse.Namespace) -> None:
    """The screens, or plain lines in their place: set-up at the first run, else unlock."""
    if asked.plain:
        from teammeet.cli import lines
        from teammeet.tui.start import finish

        finish(lines.program(asked))
        return
    need_a_terminal()
    from teammeet.tui import start

    start.make_ready()
    path = asked.store or vault_path()
    code = start.run(
        path,
        passphrase=_given_passphrase(asked, path),
        language=asked.language or spoken_language(),
        keep_language=bool(asked.language),
        agenda_folders=agenda_folders(),
    )
    start.finish(code)


def _given_passphrase(asked: argparse.Namespace, path: Path) -> str:
    """From the file that was named, if there is a vault to open; once it was locked, it is typed.

    Where no file was named nothing is imported: the screen to unlock would wait for the desk and the whole model.
    """
    if not asked.passphrase_file or not path.exists():
        return ""
    from teammeet.cli.vault import asked_passphrase
    from teammeet.tui.system import was_locked

    return "" if was_locked() else asked_passphrase(asked)


def show(asked: argparse.Namespace) -> None:
    """The room's window: no vault, no passphrase; it asks for the code that the facilitator's window shows."""
    need_a_terminal()
    from teammeet.tui.system import close_side_doors

    close_side_doors()
    from teammeet.tui.room.app import RoomApp

    app = RoomApp(language=language_of(asked))
    app.run()
    sys.exit(app.return_code or 0)


def demo(asked: argparse.Namespace) -> None:
    """The invented family: on the screens or in plain lines, in a vault that is thrown away, or as a family file."""
    if asked.file:
        _demo_file(asked)
        return
    from teammeet.tui import start

    if not asked.plain:
        need_a_terminal()
        start.make_ready()
    from teammeet.desk import Desk

    with TemporaryDirectory(prefix="teammeet-demo-") as folder:
        desk = Desk.throw_away(Path(folder) / "demo.vault")
        try:
            code = _shown(asked, desk, _move_in(desk))
        finally:
            desk.close()
    start.finish(code)


def rehearse(asked: argparse.Namespace) -> None:
    """A whole meeting alone: the invented family, a clock that can run faster, things to try. Nothing of it is kept."""
    from teammeet.tui import start

    if not asked.plain:
        need_a_terminal()
        start.make_ready()
    from teammeet.desk import Desk
    from teammeet.tui.rehearsal.start import in_lines, on_screens

    with TemporaryDirectory(prefix="teammeet-rehearsal-") as place:
        folder = Path(place) / "files"
        folder.mkdir()
        desk = Desk.throw_away(Path(place) / "rehearsal.vault")
        try:
            if asked.plain:
                code = in_lines(desk, factor=asked.faster, language=language_of(asked))
            else:
                code = on_screens(desk, folder, factor=asked.faster, language=language_of(asked))
        finally:
            desk.close()
    tell(asked, {"kept": False}, (text("rehearse.over", language_of(asked)),))
    start.finish(code)


def _shown(asked: argparse.Namespace, desk: Desk, family_id: str) -> int:
    """The invented family on the screens or in lines, until it is left; the exit code."""
    if asked.plain:
        from teammeet.cli import lines

        return lines.demo(asked, desk, family_id)
    from teammeet.tui import start

    return start.run(
        desk=desk,
        open_family=family_id,
        start_meeting=asked.meeting,
        language=asked.language or spoken_language(),
        agenda_folders=agenda_folders(),
    )


def _move_in(desk: Desk) -> str:
    """Put the invented family into the vault and say its id."""
    from teammeet import demo
    from teammeet.desk import Incoming
    from teammeet.model.family import put

    family = demo.family(date.today())
    desk.accept(Incoming(family, True, tuple(put(item) for item in family.items())))
    return family.header.id


def _demo_file(asked: argparse.Namespace) -> None:
    from teammeet import demo
    from teammeet.export import Exported, save
    from teammeet.model.family_file import write_family

    save(Exported(write_family(demo.family(date.today())).encode()), asked.file, overwrite=asked.overwrite)
    tell(asked, {"file": str(asked.file)}, (text("cli.written", language_of(asked), path=asked.file),))
