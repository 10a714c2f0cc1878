"""Any sequence of edits, undos and redos by two people agrees with a plain model of it."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from teammeet.errors import ConflictingChange, NothingToUndo
from teammeet.store import schema
from teammeet.store.engine import SqliteEngine
from teammeet.store.journal import Entry, Journal

ACTORS = st.sampled_from(["ana", "bo"])
ITEMS = st.sampled_from(["a", "b", "c"])
KINDS = st.sampled_from(["need", "task"])
BODIES = st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
Items = dict[str, tuple[str, str]]


@dataclass
class Done:
    """One change as the model remembers it: how its items stood before and after."""

    before: dict[str, tuple[str, str] | None]
    after: dict[str, tuple[str, str] | None]


@dataclass
class Model:
    items: Items = field(default_factory=dict)
    created: dict[str, int] = field(default_factory=dict)
    touched: list[str] = field(default_factory=list)  # the item of each event
    states: list[tuple[tuple[str, str, str], ...]] = field(default_factory=lambda: [()])
    done: dict[str, list[Done]] = field(default_factory=lambda: {"ana": [], "bo": []})
    undone: dict[str, list[Done]] = field(default_factory=lambda: {"ana": [], "bo": []})

    def standing(self) -> tuple[tuple[str, str, str], ...]:
        order = sorted(self.items, key=self.created.__getitem__)
        return tuple((self.items[item][0], item, self.items[item][1]) for item in order)

    def put(self, item: str, value: tuple[str, str] | None) -> None:
        self.touched.append(item)
        self.created.setdefault(item, len(self.touched))
        if value is None:
            self.items.pop(item, None)
        else:
            self.items[item] = value
        self.states.append(self.standing())

    def others_lose_their_redo(self, actor: str) -> None:
        for other in self.undone:
            if other != actor:
                self.undone[other].clear()


def conflict_of(work: Callable[[], int]) -> str | None:
    """The item that stood in the way."""
    try:
        work()
    except ConflictingChange as conflict:
        return conflict.item
    return None


class JournalMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.connection = sqlite3.connect(":memory:", isolation_level=None)
        engine = SqliteEngine(self.connection, sqlite3.Error)
        schema.lay(engine)
        self.journal = Journal(engine)
        self.model = Model()
        self.seen = {"ana": 0, "bo": 0}

    def teardown(self) -> None:
        self.connection.close()

    @rule(actor=ACTORS)
    def look(self, actor: str) -> None:
        self.seen[actor] = self.journal.head("F")[0]

    @rule(actor=ACTORS, entries=st.lists(st.builds(Entry, KINDS, ITEMS, BODIES), min_size=1, max_size=3))
    def edit(self, actor: str, entries: list[Entry]) -> None:
        later = set(self.model.touched[self.seen[actor] :])
        refused = conflict_of(lambda: self.journal.change("F", self.seen[actor], entries, actor))
        if refused:
            assert refused in later
            return
        assert later.isdisjoint(entry.item for entry in entries)
        before = {entry.item: self.model.items.get(entry.item) for entry in entries}
        for entry in entries:
            self.model.put(entry.item, None if entry.body is None else (entry.kind, entry.body))
        after = {item: self.model.items.get(item) for item in before}
        self.model.done[actor].append(Done(before, after))
        self.model.undone[actor].clear()
        self.model.others_lose_their_redo(actor)
        if not later:
            self.seen[actor] = self.journal.head("F")[0]

    @rule(actor=ACTORS)
    def sign(self, actor: str) -> None:
        self.journal.change("F", self.journal.head("F")[0], [Entry("editions", "e", "signed")], actor)
        self.model.put("e", ("editions", "signed"))
        for each in ("ana", "bo"):
            self.model.done[each].clear()
            self.model.undone[each].clear()

    @rule(actor=ACTORS)
    def undo(self, actor: str) -> None:
        done = self.model.done[actor]
        assert self.journal.can_undo("F", actor) == bool(done)
        if not done:
            with pytest.raises(NothingToUndo):
                self.journal.undo("F", actor)
            return
        refused = conflict_of(lambda: self.journal.undo("F", actor))
        if refused:
            assert self._body(refused) != _body_of(done[-1].after[refused])
            return
        change = done.pop()
        for item, value in self._written(change.before):
            self.model.put(item, value)
        self.model.undone[actor].append(change)
        self.model.others_lose_their_redo(actor)

    @rule(actor=ACTORS)
    def redo(self, actor: str) -> None:
        undone = self.model.undone[actor]
        assert self.journal.can_redo("F", actor) == bool(undone)
        if not undone:
            with pytest.raises(NothingToUndo):
                self.journal.redo("F", actor)
            return
        self.journal.redo("F", actor)
        change = undone.pop()
        for item, value in self._written(change.after):
            self.model.put(item, value)
        self.model.done[actor].append(change)
        self.model.others_lose_their_redo(actor)

    @invariant()
    def the_journal_agrees_with_the_model(self) -> None:
        assert self.journal.items("F") == self.model.standing()
        assert self.journal.head("F")[0] == len(self.model.touched)
        assert self.journal.verify("F") is None

    @invariant()
    def every_past_version_can_be_read(self) -> None:
        last = len(self.model.touched)
        for version in {0, last // 3, last // 2, last}:
            assert self.journal.state("F", version) == self.model.states[version]

    def _body(self, item: str) -> str | None:
        return _body_of(self.model.items.get(item))

    def _written(self, wanted: dict[str, tuple[str, str] | None]) -> list[tuple[str, tuple[str, str] | None]]:
        """The events that an undo or redo wrote, in the order in which it wrote them; each item once."""
        items = [event.item for event in self.journal.log("F", after=len(self.model.touched))]
        assert sorted(items) == sorted(wanted)
        return [(item, wanted[item]) for item in items]


def _body_of(value: tuple[str, str] | None) -> str | None:
    return value[1] if value else None


JournalMachine.TestCase.settings = settings(max_examples=80, stateful_step_count=30, deadline=None)
TestJournalAgainstAModel = JournalMachine.TestCase
