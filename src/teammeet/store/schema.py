"""The tables, and how a vault of an older teammeet is brought forward.

``user_version`` is the number of steps taken. Steps go forward only, each in one transaction, so that a vault is
always at one of them and never between two.
"""

from collections.abc import Callable, Sequence
from typing import Final

from teammeet.errors import VaultForeign, VaultNewer
from teammeet.store.engine import Engine

APPLICATION: Final = 0x746D7674
"""SQLite's ``application_id`` of a vault: "tmvt"."""

Step = tuple[str, ...]

STEPS: Final[tuple[Step, ...]] = (
    (
        # One line of the journal. ``part_of`` is the version of the first line of the same change.
        """create table event(
            family text not null, version integer not null, at text not null, actor text not null, kind text not null,
            item text not null, part_of integer not null, undoes integer, digest text not null, hash text not null,
            primary key(family, version))""",
        "create index event_item on event(item, family, version)",
        # What a line says, kept apart so that it can be withheld; no text means "taken away".
        "create table body(digest text not null primary key, salt text not null, text text)",
        # The journal's outcome: how each item stands now. ``created`` is the version that named it first.
        """create table item(
            family text not null, id text not null, kind text not null, version integer not null,
            created integer not null, body text not null, primary key(family, id))""",
        "create index item_kind on item(kind, family)",
        # Who opened, showed or exported what: a chain of its own.
        """create table access(
            family text not null, number integer not null, at text not null, actor text not null, what text not null,
            hash text not null, primary key(family, number))""",
        # The unfinished line and the place, overwritten, outside history.
        "create table place(family text not null primary key, body text not null)",
    ),
)


def lay(engine: Engine, steps: Sequence[Step] = STEPS) -> None:
    """Make the tables in an empty file."""
    with engine.writing():
        for step in steps:
            for statement in step:
                engine.rows(statement)
        engine.rows(f"pragma application_id = {APPLICATION}")
        engine.rows(f"pragma user_version = {len(steps)}")


def recognise(engine: Engine, steps: Sequence[Step] = STEPS) -> None:
    """Refuse what is not a vault that this teammeet can read, before anything in it is used.

    Raises:
        VaultForeign: another program's file, or one that holds triggers, views or virtual tables: code that would
            run when a table is read or written. A vault has none.
        VaultNewer: a newer teammeet has made it.
    """
    if _number(engine, "application_id") != APPLICATION:
        raise VaultForeign
    if _number(engine, "user_version") > len(steps):
        raise VaultNewer
    code = "select 1 from sqlite_master where type not in ('table', 'index') or lower(sql) like 'create virtual%'"
    if engine.rows(code):
        raise VaultForeign


def bring_forward(engine: Engine, save_copy: Callable[[int], object], steps: Sequence[Step] = STEPS) -> None:
    """Take the steps that the vault lacks.

    ``save_copy`` is called once with the version that the vault has, before the first step is taken.
    """
    have = _number(engine, "user_version")
    if have == len(steps):
        return
    save_copy(have)
    for number, step in enumerate(steps[have:], have + 1):
        with engine.writing():
            if _number(engine, "user_version") >= number:  # another program was faster
                continue
            for statement in step:
                engine.rows(statement)
            engine.rows(f"pragma user_version = {number}")


def prove_writable(engine: Engine) -> None:
    """Write what stands there already, so that a vault which may only be read is said now, not at the first line.

    Raises:
        VaultFull: it may not be written to, or there is no space for one page.
    """
    with engine.writing():  # of a file that may only be read, this alone would be granted
        engine.rows(f"pragma user_version = {_number(engine, 'user_version')}")


def _number(engine: Engine, pragma: str) -> int:
    ((number,),) = engine.rows(f"pragma {pragma}")
    return int(number)
