"""The chain shows what was altered; what was withheld leaves no trace and no gap."""

import sqlite3

import pytest

from teammeet.errors import NothingToUndo
from teammeet.store import chain
from teammeet.store.journal import Entry, Journal


@pytest.fixture
def told(journal: Journal) -> Journal:
    """Five events of one family."""
    journal.change("F", 0, [Entry("need", "a", "1"), Entry("need", "b", "secret")], "ana")
    journal.change("F", 2, [Entry("need", "a", "2")], "bo")
    journal.change("F", 3, [Entry("task", "c", "1"), Entry("need", "a", None)], "ana")
    assert journal.verify("F") is None
    return journal


@pytest.mark.parametrize(
    ("tampering", "found_at"),
    [
        ("update body set text='3' where text='2'", 3),
        ("update body set text=null where text='2'", 3),
        ("update body set text='1' where text is null", 5),
        ("update body set salt='00' where text='2'", 3),
        ("delete from event where version=1", 1),
        ("delete from event where version=3", 3),
        ("update event set actor='bo' where version=2", 2),
        ("update event set at='2020-01-01T00:00:00.000+00:00' where version=2", 2),
        ("update event set kind='task' where version=2", 2),
        ("update event set item='a' where version=2", 2),
        ("update event set undoes=1 where version=3", 3),
        ("update event set part_of=1 where version=3", 3),
        ("update event set hash='00' where version=4", 4),
        ("update event set digest=(select digest from event where version=1) where version=3", 3),
        ("update event set version=9 where version=5", 5),
        ("update item set body='2' where id='c'", 4),
        ("update item set kind='need' where id='c'", 4),
        ("delete from item where id='b'", 2),
        ("insert into item values('F','z','need',5,5,'1')", 5),
    ],
)
def test_what_was_altered_is_found(told: Journal, database: sqlite3.Connection, tampering: str, found_at: int) -> None:
    assert database.execute(tampering).rowcount == 1
    assert told.verify("F") == found_at


def test_two_events_that_changed_places_are_found(told: Journal, database: sqlite3.Connection) -> None:
    database.execute("update event set version=-version where version in (3, 4)")
    database.execute("update event set version=7+version where version<0")
    assert told.verify("F") == 3


def test_an_event_moved_to_another_family_is_found(told: Journal, database: sqlite3.Connection) -> None:
    database.execute("update event set family='G' where version=1")
    assert told.verify("G") == 1


def test_a_cut_off_end_shows_only_against_a_head_that_was_noted(told: Journal, database: sqlite3.Connection) -> None:
    noted = told.head("F")
    database.execute("delete from event where version=5")
    database.execute("insert into item values('F','a','need',3,1,'2')")
    assert told.verify("F") is None
    assert told.head("F") != noted


def test_a_withheld_body_is_gone_and_the_chain_holds(told: Journal, database: sqlite3.Connection) -> None:
    assert told.withhold("F", 2) == (2,)
    assert told.verify("F") is None
    event = told.log("F")[1]
    assert event.withheld
    assert event.body is None
    assert "b" not in {item for _, item, _ in told.items("F")}
    assert "b" not in {item for _, item, _ in told.state("F", 2)}
    assert "secret" not in "\n".join(database.iterdump())
    assert told.withhold("F", 2) == ()


def test_withholding_a_past_body_leaves_the_present_one(told: Journal) -> None:
    told.change("F", 5, [Entry("need", "b", "open")], "ana")
    told.withhold("F", 2)
    assert ("need", "b", "open") in told.items("F")
    assert told.verify("F") is None


def test_copies_that_undo_and_redo_made_are_withheld_too(told: Journal, database: sqlite3.Connection) -> None:
    told.change("F", 5, [Entry("need", "b", "open")], "ana")
    told.undo("F", "ana")
    assert told.withhold("F", 7) == (2, 7)
    assert "secret" not in "\n".join(database.iterdump())
    assert told.verify("F") is None


def test_the_same_words_in_another_item_stay(told: Journal) -> None:
    told.change("F", 5, [Entry("need", "d", "secret")], "ana")
    assert told.withhold("F", 2) == (2,)
    assert ("need", "d", "secret") in told.items("F")


def test_what_is_not_there_or_was_taken_away_cannot_be_withheld(told: Journal) -> None:
    assert told.withhold("F", 5) == ()
    assert told.withhold("F", 99) == ()
    assert told.withhold("G", 1) == ()


def test_a_withheld_body_never_comes_back_by_undo(told: Journal) -> None:
    told.change("F", 5, [Entry("need", "b", "open")], "ana")
    told.withhold("F", 2)
    assert not told.can_undo("F", "ana")
    with pytest.raises(NothingToUndo):
        told.undo("F", "ana")


def test_a_withheld_body_never_comes_back_by_redo(journal: Journal) -> None:
    journal.change("F", 0, [Entry("need", "b", "secret")], "ana")
    journal.undo("F", "ana")
    journal.withhold("F", 1)
    assert not journal.can_redo("F", "ana")
    with pytest.raises(NothingToUndo):
        journal.redo("F", "ana")


def test_a_change_whose_body_was_withheld_is_not_taken_back(journal: Journal) -> None:
    journal.change("F", 0, [Entry("need", "b", "open")], "ana")
    journal.change("F", 1, [Entry("need", "b", "secret")], "ana")
    journal.withhold("F", 2)
    assert not journal.can_undo("F", "ana")


def test_equal_bodies_have_different_digests(journal: Journal) -> None:
    journal.change("F", 0, [Entry("need", "a", "1"), Entry("need", "b", "1")], "ana")
    first, second = journal.log("F")
    assert first.digest != second.digest


def test_parts_cannot_be_shifted_between_fields() -> None:
    assert chain.link("h", "ab", "c") != chain.link("h", "a", "bc")
    assert chain.link("h", "1") != chain.link("h", 1)
    assert chain.digest("s", None) != chain.digest("s", "null")


def test_the_access_log_is_a_chain_of_its_own(journal: Journal, database: sqlite3.Connection) -> None:
    journal.note_access("F", "ana", "opened")
    journal.note_access("F", "bo", "exported word for the team")
    journal.note_access("G", "bo", "opened")
    assert [(line.number, line.actor, line.what) for line in journal.access_log("F")] == [
        (1, "ana", "opened"),
        (2, "bo", "exported word for the team"),
    ]
    assert journal.access_log("F")[0].at == "2026-03-01T09:00:01.000+00:00"
    assert journal.verify_access("F") is None
    assert journal.families() == ()
    database.execute("update access set actor='ana' where family='F' and number=2")
    assert journal.verify_access("F") == 2
    database.execute("delete from access where family='F' and number=1")
    assert journal.verify_access("F") == 1
