"""Commands that open the vault: list, import, passphrase."""

import argparse
import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from teammeet.cli.says import contents, language_of, say, tell
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
    desk = Desk.unlock(path, _passphrase(asked))
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
    """Family files into the vault, each all or nothing; a family that is there changes only when that was accepted."""
    done = []
    with unlocked(asked) as desk:
        for path in asked.files:
            incoming = desk.look_at(contents(path))
            if not incoming.is_new and incoming.edits and not asked.accept_changes:
                raise TeammeetError("family-is-there", code=incoming.family.code, number=len(incoming.edits))
            family = desk.accept(incoming)
            done.append({"code": family.code, "new": incoming.is_new, "changes": len(incoming.edits)})
            if not asked.json:
                say(
                    asked,
                    "imported-new" if incoming.is_new else "imported-changes",
                    code=family.code,
                    number=len(incoming.edits),
                )
    if asked.json:
        tell(asked, done, ())


def passphrase(asked: argparse.Namespace) -> None:
    """Lock the vault with another passphrase: a new one of six words, shown once."""
    path = asked.store or vault_path()
    if not path.exists():
        raise VaultMissing
    old = _passphrase(asked)
    desk = Desk.unlock(path, old)
    try:
        new = new_passphrase()
        desk.change_passphrase(old, new)
    finally:
        desk.close()
    tell(asked, {"passphrase": new}, (text("cli.new-passphrase", language_of(asked)), "", f"    {new}", ""))


def _passphrase(asked: argparse.Namespace) -> str:
    if asked.passphrase_file:
        return contents(asked.passphrase_file).decode("utf-8", "replace").strip()
    try:
        return getpass.getpass(text("cli.ask-passphrase", language_of(asked)) + " ")
    except EOFError:
        raise TeammeetError("passphrase-wrong") from None


def _shown(line: FamilyLine, language: str) -> str:
    meeting = line.next_meeting.isoformat() if line.next_meeting else "–"
    overdue = text("cli.overdue", language, number=line.overdue_tasks) if line.overdue_tasks else ""
    return f"{line.code}  {meeting:10}  {line.name}  {overdue}".rstrip()
