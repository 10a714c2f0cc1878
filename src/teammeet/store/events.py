"""The lines of the journal: how they are written, read, and checked against their chain."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from teammeet.store import chain
from teammeet.store.engine import Engine, Row

LATEST: Final = 2**62
"""Above every version."""

_SELECT: Final = """select e.family, e.version, e.at, e.actor, e.kind, e.item, e.part_of, e.undoes, e.digest, e.hash,
    b.salt, b.text from event e left join body b on b.digest = e.digest"""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a writer asks to append: ``item`` is now ``body``, its canonical JSON text; None takes it away."""

    kind: str
    item: str
    body: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the journal.

    ``at`` is a moment in UTC (ISO 8601). ``group`` is the version of the first event of the same change. ``undoes`` is
    the version (of the first event) of the change that this one takes back. ``body`` is None when the item was taken
    away, and when the body was ``withheld`` since.
    """

    family: str
    version: int
    at: str
    actor: str
    kind: str
    item: str
    group: int
    undoes: int | None
    digest: str
    hash: str
    body: str | None
    withheld: bool


def head(engine: Engine, family: str) -> tuple[int, str]:
    """Version and hash of a family's last event; version 0 where there is none."""
    found = engine.rows("select version, hash from event where family=? order by version desc limit 1", family)
    return (int(found[0][0]), str(found[0][1])) if found else (0, chain.start(family))


def log(engine: Engine, family: str, after: int = 0, upto: int | None = None) -> Iterator[Event]:
    """The events after version ``after``, up to and with version ``upto``, oldest first."""
    return (_event(row) for row in _rows(engine, family, after, upto))


def last_of(engine: Engine, family: str, item: str, below: int) -> Event | None:
    """The last event of an item under version ``below``."""
    found = engine.rows(
        f"{_SELECT} where e.item=? and e.family=? and e.version<? order by e.version desc limit 1", item, family, below
    )
    return _event(found[0]) if found else None


def append(engine: Engine, family: str, entries: Sequence[Entry], actor: str, at: str, undoes: int | None = None) -> int:
    """Write the lines of one change, inside a transaction that the caller holds; return the new version."""
    version, before = head(engine, family)
    first = version + 1
    for version, entry in enumerate(entries, first):
        salt = chain.fresh_salt()
        digest = chain.digest(salt, entry.body)
        line = (family, version, at, actor, entry.kind, entry.item, first, undoes, digest)
        before = chain.link(before, *line)
        engine.rows("insert into event values(?,?,?,?,?,?,?,?,?,?)", *line, before)
        engine.rows("insert into body values(?,?,?)", digest, salt, entry.body)
        _stand(engine, family, entry, version)
    return version


def verify(engine: Engine, family: str) -> int | None:
    """The first version at which the chain, or an item that should stand as it says, does not hold; else None."""
    before, last = chain.start(family), 0
    standing: dict[str, tuple[str, str, int, str]] = {}
    for row in _rows(engine, family):
        *line, found, salt, body = row
        _, version, _, _, kind, item, _, _, digest = line
        holds = version == last + 1 and found == chain.link(before, *line)
        if not holds or (salt is not None and digest != chain.digest(salt, body)):
            return last + 1
        before, last = found, version
        standing.pop(item, None)
        if body is not None:
            standing[item] = (kind, item, version, body)
    kept = engine.rows("select kind, id, version, body from item where family=?", family)
    return min((version for _, _, version, _ in set(kept) ^ set(standing.values())), default=None)


def _stand(engine: Engine, family: str, entry: Entry, version: int) -> None:
    """Bring the current state of one item up to its new event."""
    if entry.body is None:
        engine.rows("delete from item where family=? and id=?", family, entry.item)
        return
    engine.rows(
        """insert into item values(?,?,?,?,(select min(version) from event where item=? and family=?),?)
           on conflict(family, id) do update set kind=excluded.kind, version=excluded.version, body=excluded.body""",
        family, entry.item, entry.kind, version, entry.item, family, entry.body,
    )  # fmt: skip


def _rows(engine: Engine, family: str, after: int = 0, upto: int | None = None) -> list[Row]:
    last = LATEST if upto is None else upto
    return engine.rows(f"{_SELECT} where e.family=? and e.version>? and e.version<=? order by e.version", family, after, last)


def _event(row: Row) -> Event:
    *line, salt, body = row
    values: Row = (*line, body, salt is None)
    return Event(*values)
