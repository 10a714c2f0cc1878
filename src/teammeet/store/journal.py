"""The journal: every change says "item X is now Y" and is appended, on disk before it counts as kept."""

from collections.abc import Callable, Collection, Sequence
from datetime import UTC, datetime
from typing import Final

from teammeet.errors import ConflictingChange, NothingToUndo
from teammeet.store import access, events
from teammeet.store.access import Access
from teammeet.store.engine import Engine, marks
from teammeet.store.events import Entry, Event
from teammeet.store.undo import plan_redo, plan_undo

__all__ = ["BARRIER", "Access", "Clock", "Entry", "Event", "Items", "Journal", "now"]

Clock = Callable[[], datetime]
Items = tuple[tuple[str, str, str], ...]
"""Kind, id and body (JSON) of each item, in the order in which they were first named."""

BARRIER: Final = ("editions",)
"""Kinds that an undo never crosses: what was signed stays signed."""


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


class Journal:
    """The journals of all families in one vault. Every method may raise a ``VaultError``."""

    def __init__(self, engine: Engine, clock: Clock = now) -> None:
        self._engine = engine
        self._clock = clock

    # What is there

    def families(self) -> tuple[str, ...]:
        """The id of every family that has a journal, sorted."""
        # Leaps from one family to the next along the index, past all their events.
        found = self._engine.rows(
            """with recursive each(id) as (select min(family) from event union all
               select (select min(family) from event where family > each.id) from each where each.id is not null)
               select id from each where id is not null order by id"""
        )
        return tuple(family for (family,) in found)

    def items(self, family: str) -> Items:
        """How the family stands now."""
        found = self._engine.rows("select kind, id, body from item where family=? order by created", family)
        return tuple((kind, item, body) for kind, item, body in found)

    def snapshot(self, family: str) -> tuple[int, str, Items]:
        """Version, hash and items of one and the same moment, whoever else is writing."""
        with self._engine.reading():
            return *self.head(family), self.items(family)

    def all_items(self, kinds: Collection[str]) -> tuple[tuple[str, str, str, str], ...]:
        """Family, kind, id and body of every item of these kinds, family by family."""
        found = self._engine.rows(
            f"select family, kind, id, body from item where kind in {marks(kinds)} order by family, created", *kinds
        )
        return tuple((family, kind, item, body) for family, kind, item, body in found)

    def find_item(self, item: str) -> str | None:
        """The family that has, or ever had, an item with this id."""
        found = self._engine.rows("select family from event where item=? limit 1", item)
        return str(found[0][0]) if found else None

    def last_writer(self, family: str, item: str) -> str | None:
        """Who wrote the last event of an item."""
        last = events.last_of(self._engine, family, item, events.LATEST)
        return last.actor if last else None

    def head(self, family: str) -> tuple[int, str]:
        """Version and hash of the family's last event; version 0 where there is none."""
        return events.head(self._engine, family)

    def log(self, family: str, after: int = 0, upto: int | None = None) -> tuple[Event, ...]:
        """The events after version ``after``, up to and with version ``upto``, oldest first."""
        return tuple(events.log(self._engine, family, after, upto))

    def state(self, family: str, upto: int) -> Items:
        """How the family stood at version ``upto``; an item whose body there was withheld since is left out."""
        standing: dict[str, tuple[str, str | None]] = {}  # keeps the order in which items were first named
        for event in events.log(self._engine, family, upto=upto):
            standing[event.item] = (event.kind, event.body)
        return tuple((kind, item, body) for item, (kind, body) in standing.items() if body is not None)

    def began(self, family: str) -> str | None:
        """The moment of the family's first event (ISO 8601, UTC); None where there is none."""
        found = self._engine.rows("select at from event where family=? order by version limit 1", family)
        return str(found[0][0]) if found else None

    def version_at(self, family: str, moment: datetime) -> int:
        """The last version that was written by then; 0 when nothing was."""
        found = self._engine.rows("select max(version) from event where family=? and at<=?", family, _written(moment))
        return int(found[0][0] or 0)

    def gone(self, family: str) -> Items:
        """What stands no more, each as it stood last; what was withheld is left out."""
        found = self._engine.rows(
            """select e.kind, e.item, b.text, max(e.version) from event e join body b on b.digest=e.digest
               where e.family=? and b.text is not null and e.item not in (select id from item where family=?)
               group by e.item order by e.item""",
            family, family,
        )  # fmt: skip
        return tuple((kind, item, body) for kind, item, body, _ in found)

    # Changes

    def change(
        self,
        family: str,
        seen: int,
        entries: Sequence[Entry],
        actor: str,
        undoes: int | None = None,
        fits: Callable[[Items], None] | None = None,
    ) -> int:
        """Append ``entries``, all or none, and return the new version; it is on disk when this returns.

        ``seen`` is the version that the writer was looking at. What others wrote since stays, unless it touched one of
        the same items; then ``fits`` is asked about the items as they stand, and may raise to refuse.

        Raises:
            ConflictingChange: an item of ``entries`` was changed after ``seen``; nothing was appended.
        """
        with self._engine.writing():
            for item in {entry.item: None for entry in entries}:
                later = "select 1 from event where item=? and family=? and version>? limit 1"
                if self._engine.rows(later, item, family, seen):
                    raise ConflictingChange(item)
            if fits is not None and self.head(family)[0] != seen:
                fits(self.items(family))
            return self._append(family, entries, actor, undoes)

    def undo(self, family: str, actor: str, barrier: Collection[str] = BARRIER, lasting: Collection[str] = ()) -> int:
        """Take back the last change that ``actor`` made and has not taken back; return the new version.

        Raises:
            NothingToUndo: there is none, an event of a kind in ``barrier`` lies above it, a body that would come
                back was withheld, or an item of a kind in ``lasting`` would be gone.
            ConflictingChange: one of its items no longer stands as that change left it.
        """
        with self._engine.writing():
            plan = plan_undo(self._engine, family, actor, barrier, lasting)
            for item, body in plan.left:
                if self._current(family, item) != body:
                    raise ConflictingChange(item)
            return self._append(family, plan.entries, actor, plan.undoes)

    def redo(self, family: str, actor: str) -> int:
        """Bring back what ``actor`` took back last; return the new version.

        Raises:
            NothingToUndo: there is none, somebody else has written since, or ``actor`` has written something new.
        """
        with self._engine.writing():
            plan = plan_redo(self._engine, family, actor)
            return self._append(family, plan.entries, actor, plan.undoes)

    def undo_writes(
        self, family: str, actor: str, barrier: Collection[str] = BARRIER, lasting: Collection[str] = ()
    ) -> tuple[Entry, ...]:
        """What :meth:`undo` would write; raises as it does."""
        return tuple(plan_undo(self._engine, family, actor, barrier, lasting).entries)

    def redo_writes(self, family: str, actor: str) -> tuple[Entry, ...]:
        """What :meth:`redo` would write; raises as it does."""
        return tuple(plan_redo(self._engine, family, actor).entries)

    def can_undo(self, family: str, actor: str, barrier: Collection[str] = BARRIER, lasting: Collection[str] = ()) -> bool:
        """Whether there is something to undo; somebody else's change may still stand in its way."""
        try:
            plan_undo(self._engine, family, actor, barrier, lasting)
        except NothingToUndo:
            return False
        return True

    def can_redo(self, family: str, actor: str) -> bool:
        """Whether there is something to redo."""
        try:
            plan_redo(self._engine, family, actor)
        except NothingToUndo:
            return False
        return True

    def withhold(self, family: str, version: int) -> tuple[int, ...]:
        """Drop for good the body of one event, and every copy of it that undo and redo have made.

        The chain still holds. An item that stands at this body goes too; it comes back when it is written anew.
        Returns the versions that have lost their body: none if this one had none.
        """
        with self._engine.writing():
            found = self._engine.rows(
                """select e.version, e.digest, e.item from event e join body b on b.digest=e.digest
                   where (e.family, e.item, b.text) = (select o.family, o.item, w.text from event o
                   join body w on w.digest=o.digest where o.family=? and o.version=?)""",
                family, version,
            )  # fmt: skip
            for each, digest, item in found:
                self._engine.rows("delete from body where digest=?", digest)
                self._engine.rows("delete from item where family=? and id=? and version=?", family, item, each)
        self._engine.tidy()
        return tuple(sorted(each for each, _, _ in found))

    def verify(self, family: str) -> int | None:
        """The first version at which the chain, or an item that should stand as it says, does not hold; else None.

        A journal whose end was cut off holds: compare ``head`` with what was printed.
        """
        return events.verify(self._engine, family)

    # Beside the journal

    def note_access(self, family: str, actor: str, what: str) -> None:
        """Note that ``actor`` opened, showed or exported ``what``."""
        access.note(self._engine, family, self._moment(), actor, what)

    def access_log(self, family: str) -> tuple[Access, ...]:
        """Who opened, showed or exported what, oldest first."""
        return access.log(self._engine, family)

    def accesses_ending_with(self, said: str) -> tuple[Access, ...]:
        """The lines of every family's access log whose ``what`` ends with ``said``, oldest first."""
        return access.ending_with(self._engine, said)

    def verify_access(self, family: str) -> int | None:
        """The number of the first line of the access log that does not hold, or None."""
        return access.verify(self._engine, family)

    def save_place(self, family: str, body: str) -> None:
        """Keep the unfinished line and the place (JSON), over what was kept before; family "" is the program's own."""
        with self._engine.writing():
            self._engine.rows(
                "insert into place values(?,?) on conflict(family) do update set body=excluded.body", family, body
            )

    def place(self, family: str) -> str | None:
        """The place that was kept last."""
        found = self._engine.rows("select body from place where family=?", family)
        return str(found[0][0]) if found else None

    def _append(self, family: str, entries: Sequence[Entry], actor: str, undoes: int | None) -> int:
        return events.append(self._engine, family, entries, actor, self._moment(), undoes)

    def _current(self, family: str, item: str) -> str | None:
        found = self._engine.rows("select body from item where family=? and id=?", family, item)
        return str(found[0][0]) if found else None

    def _moment(self) -> str:
        return _written(self._clock())


def _written(moment: datetime) -> str:
    """A moment as lines of the journal have it: of two, the later one sorts later."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")
