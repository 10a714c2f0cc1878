"""Commands that open the vault: list, import, passphrase."""

import argparse
import getpass
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from teammeet.cli.says import contents, flush, language_of, remark, say, tell
from teammeet.cli.taking_back import import_copy, is_word_file
from teammeet.desk import Desk, FamilyLine, new_passphrase
from teammeet.errors import TeammeetError, VaultMissing
from teammeet.messages import text
from teammeet.system import vault_path


@contextmanager
def unlocked(asked: argparse.Namespace) -> Iterator[Desk]:
    """The vault that was asked for, opened with the passphrase from the file or, hidden, from the keyboard."""
    path = asked.store or vault_path()
    if not path.exists():
        raise VaultMissing
    desk = Desk.unlock(path, asked_passphrase(asked))
    try:
        yield desk
    finally:
        desk.close()


def list_families(asked: argparse.Namespace) -> None:
    """Codes and names of the families, with their next meeting and overdue tasks."""
    with unlocked(asked) as desk:
        lines = desk.families(date.today())
    value = [
        {
            "code": line.code,
            "name": line.name,
            "next_meeting": line.next_meeting.isoformat() if line.next_meeting else None,
            "open_tasks": line.open_tasks,
            "overdue_tasks": line.overdue_tasks,
        }
        for line in lines
    ]
    tell(asked, value, (_shown(line, language_of(asked)) for line in lines))


def import_files(asked: argparse.Namespace) -> None:
    """Files into the vault, each all or nothing; a family that is there changes only when that was accepted.

    A family file is taken whole; a plan of care in Word is read back, and what differs is asked.

    The first file that is refused ends it: those before it are in, and told.
    """
    done: list[dict[str, Any]] = []
    with unlocked(asked) as desk:
        try:
            for path in asked.files:
                _import(asked, desk, path, done)
        finally:
            if asked.json:
                tell(asked, done, ())


def _import(asked: argparse.Namespace, desk: Desk, path: Path, done: list[dict[str, Any]]) -> None:
    """Take one file in, and say so; what became of it goes to ``done``."""
    try:
        raw = contents(path)
        if is_word_file(raw):
            import_copy(asked, desk, path, raw, done)
            return
        incoming = desk.look_at(raw)
        number = len(incoming.edits)
        if not incoming.is_new and incoming.edits and not asked.accept_changes:
            raise TeammeetError("family-is-there", code=incoming.family.code, number=number)
        family = desk.accept(incoming)
    except TeammeetError:
        if len(asked.files) > 1:
            remark(f"{path}:")
        raise
    if not asked.json:
        key = "imported-new" if incoming.is_new else f"imported-changes.{'one' if number == 1 else 'many'}"
        say(asked, key, code=family.code, number=number)
    done.append({"file": str(path), "code": family.code, "new": incoming.is_new, "changes": number})


def passphrase(asked: argparse.Namespace) -> None:
    """Lock the vault with another passphrase: a new one of six words, shown once.

    The words go out before they lock anything: if nobody could read them, nobody could open the vault.
    """
    path = asked.store or vault_path()
    if not path.exists():
        raise VaultMissing
    old = asked_passphrase(asked)
    desk = Desk.unlock(path, old)
    try:
        new = new_passphrase()
        tell(asked, {"passphrase": new}, (text("cli.new-passphrase", language_of(asked)), "", f"    {new}", ""))
        flush()
        desk.change_passphrase(old, new)
        if not asked.json:
            say(asked, "passphrase-changed")
    finally:
        desk.close()


def asked_passphrase(asked: argparse.Namespace) -> str:
    """The passphrase from the file that was named or, hidden, from the keyboard.

    Raises:
        TeammeetError: ``passphrase-unasked``: there is no keyboard to ask at; or the file cannot be read.
    """
    if asked.passphrase_file:
        return contents(asked.passphrase_file).decode("utf-8-sig", "replace").strip()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)  # it would be shown while it is typed
            return getpass.getpass(text("cli.ask-passphrase", language_of(asked)) + " ")
    except (EOFError, getpass.GetPassWarning):
        raise TeammeetError("passphrase-unasked") from None


def _shown(line: FamilyLine, language: str) -> str:
    meeting = line.next_meeting.isoformat() if line.next_meeting else "–"
    overdue = text("cli.overdue", language, number=line.overdue_tasks) if line.overdue_tasks else ""
    return f"{line.code}  {meeting:10}  {line.name}  {overdue}".rstrip()
