"""Which change an undo takes back, and which a redo brings back, read from the journal alone.

Nothing about undo is kept beside the journal, so it works across restarts. Every change is one of three:

- an *edit* has no ``undoes``;
- an *undo* names in ``undoes`` the edit that it takes back;
- a *redo* names in ``undoes`` the undo that it takes back. To undo a redo names the edit again.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from teammeet.errors import NothingToUndo
from teammeet.store import events
from teammeet.store.engine import Engine, Row, marks
from teammeet.store.events import Entry

_PAGE: Final = 100

UndoesOf = Callable[[int], int | None]
"""What the change with that version undoes."""


@dataclass(frozen=True, slots=True)
class Change:
    """Events that were made together: from ``first`` to ``last``."""

    first: int
    last: int
    actor: str
    undoes: int | None
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Plan:
    """What an undo or a redo would write.

    ``undoes`` is the version of the change that it takes back, ``entries`` set every item back to how it stood before
    that change, and ``left`` says how that change left them (item, body): only then may they be set back.
    """

    undoes: int
    entries: tuple[Entry, ...]
    left: tuple[tuple[str, str | None], ...]


def to_undo(newest_first: Iterable[Change], barrier: Collection[str], undoes_of: UndoesOf) -> Change | None:
    """Of one person's changes, the last one that was not taken back, unless a kind in ``barrier`` lies above it.

    ``newest_first`` holds that person's changes, and those of anybody that are a barrier.
    """
    taken_back: set[int] = set()
    for change in newest_first:
        if not change.kinds.isdisjoint(barrier):
            return None
        edit, stands = _edit_of(change, undoes_of)
        if edit not in taken_back and stands:
            return change
        taken_back.add(edit)
    return None


def to_redo(newest_first: Iterable[Change], actor: str, undoes_of: UndoesOf) -> Change | None:
    """The undo that ``actor`` may take back: none once somebody else has written, or ``actor`` something new."""
    brought_back: set[int] = set()
    for change in newest_first:
        if change.actor != actor or change.undoes is None:
            return None
        if undoes_of(change.undoes) is not None:
            brought_back.add(change.undoes)
        elif change.first not in brought_back:
            return change
    return None


def _edit_of(change: Change, undoes_of: UndoesOf) -> tuple[int, bool]:
    """The edit that a change is, takes back or brings back; and whether the edit stands after it."""
    if change.undoes is None:
        return change.first, True
    further = undoes_of(change.undoes)
    return (change.undoes, False) if further is None else (further, True)


def plan_undo(engine: Engine, family: str, actor: str, barrier: Collection[str], lasting: Collection[str] = ()) -> Plan:
    """What taking back the last change of ``actor`` would write.

    Raises:
        NothingToUndo: there is no such change, or a body of it, or one that would come back, was withheld; or an item of
            a kind in ``lasting`` would be gone.
    """
    own = _newest_first(engine, family, f"and (actor=? or kind in {marks(barrier)})", actor, *barrier)
    change = to_undo(own, barrier, _undoes_in(engine, family))
    if change is None:
        raise NothingToUndo
    # To undo a redo is to undo the edit that it brought back.
    edit, _ = _edit_of(change, _undoes_in(engine, family))
    plan = _plan(engine, family, change, edit)
    if any(entry.body is None and entry.kind in lasting for entry in plan.entries):
        raise NothingToUndo
    return plan


def plan_redo(engine: Engine, family: str, actor: str) -> Plan:
    """What bringing back the change that ``actor`` took back last would write.

    Raises:
        NothingToUndo: as ``plan_undo``.
    """
    change = to_redo(_newest_first(engine, family), actor, _undoes_in(engine, family))
    if change is None:
        raise NothingToUndo
    return _plan(engine, family, change, change.first)


def _plan(engine: Engine, family: str, change: Change, undoes: int) -> Plan:
    lines = tuple(events.log(engine, family, change.first - 1, change.last))
    left = {line.item: line for line in lines}
    first_of = {line.item: line for line in reversed(lines)}
    before = tuple((line, events.last_of(engine, family, item, change.first)) for item, line in first_of.items())
    if any(line.withheld for line in left.values()) or any(earlier and earlier.withheld for _, earlier in before):
        raise NothingToUndo
    entries = tuple(
        Entry(earlier.kind, earlier.item, earlier.body) if earlier else Entry(line.kind, line.item, None)
        for line, earlier in before
    )
    return Plan(undoes, entries, tuple((item, line.body) for item, line in left.items()))


def _newest_first(engine: Engine, family: str, condition: str = "", *values: object) -> Iterator[Change]:
    """The changes of a family that meet a condition, newest first, read as far as the caller wants them."""
    for first, rows in groupby(_pages(engine, family, condition, *values), key=lambda row: row[1]):
        (last, _, actor, undoes, kind), *others = rows
        yield Change(first, last, actor, undoes, frozenset({kind, *(other[4] for other in others)}))


def _pages(engine: Engine, family: str, condition: str, *values: object) -> Iterator[Row]:
    below = events.LATEST
    while page := engine.rows(
        f"""select version, part_of, actor, undoes, kind from event where family=? and version<? {condition}
            order by version desc limit {_PAGE}""",
        family, below, *values,
    ):  # fmt: skip
        yield from page
        below = page[-1][0]


def _undoes_in(engine: Engine, family: str) -> UndoesOf:
    def undoes_of(version: int) -> int | None:
        ((undoes,),) = engine.rows("select undoes from event where family=? and version=?", family, version)
        return None if undoes is None else int(undoes)

    return undoes_of
