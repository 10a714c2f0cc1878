"""The journal keeps what it was told, in order, and lets two people work at once."""

import sqlite3

import pytest

from teammeet.errors import ConflictingChange
from teammeet.store.journal import Entry, Journal


def need(item: str, body: str | None = '{"text":"sleep"}') -> Entry:
    return Entry("need", item, body)


def test_what_was_appended_is_how_the_family_stands(journal: Journal) -> None:
    version = journal.change("F", 0, [need("n1", "{}"), Entry("task", "t1", '{"do":"call"}')], "ana")
    assert version == 2
    assert journal.items("F") == (("need", "n1", "{}"), ("task", "t1", '{"do":"call"}'))
    assert journal.snapshot("F") == (*journal.head("F"), journal.items("F"))


def test_a_family_without_a_journal_is_empty(journal: Journal) -> None:
    assert journal.items("F") == ()
    assert journal.head("F")[0] == 0
    assert journal.families() == ()
    assert journal.log("F") == ()
    assert journal.verify("F") is None


def test_a_change_of_nothing_leaves_the_version(journal: Journal) -> None:
    version = journal.change("F", 0, [need("n1")], "ana")
    assert journal.change("F", version, [], "ana") == version


def test_items_come_in_the_order_in_which_they_were_first_named(journal: Journal) -> None:
    journal.change("F", 0, [need("z"), need("a"), need("m")], "ana")
    journal.change("F", 3, [need("z", None)], "ana")
    journal.undo("F", "ana")
    journal.change("F", 5, [need("a", '{"text":"changed"}')], "ana")
    assert [item for _, item, _ in journal.items("F")] == ["z", "a", "m"]
    assert [item for _, item, _ in journal.state("F", 6)] == ["z", "a", "m"]


def test_one_item_may_be_named_twice_in_one_change(journal: Journal) -> None:
    journal.change("F", 0, [need("n1", "1"), need("n1", "2")], "ana")
    assert journal.items("F") == (("need", "n1", "2"),)
    journal.undo("F", "ana")
    assert journal.items("F") == ()


def test_a_change_is_kept_whole_or_not_at_all(journal: Journal) -> None:
    with pytest.raises(UnicodeEncodeError):
        journal.change("F", 0, [need("n1"), need("n2", "\ud800")], "ana")
    assert journal.head("F")[0] == 0
    assert journal.items("F") == ()


def test_what_others_wrote_on_other_items_stays(journal: Journal) -> None:
    journal.change("F", 0, [need("n1", "1"), need("n2", "1")], "ana")
    journal.change("F", 2, [need("n1", "ana")], "ana")
    journal.change("F", 2, [need("n2", "bo")], "bo")
    assert journal.items("F") == (("need", "n1", "ana"), ("need", "n2", "bo"))


def test_an_item_changed_since_it_was_read_is_a_conflict_and_nothing_is_appended(journal: Journal) -> None:
    journal.change("F", 0, [need("n1", "1"), need("n2", "1")], "ana")
    journal.change("F", 2, [need("n1", "ana")], "ana")
    with pytest.raises(ConflictingChange) as caught:
        journal.change("F", 2, [need("n3", "bo"), need("n1", "bo")], "bo")
    assert caught.value.item == "n1"
    assert journal.head("F")[0] == 3


def test_an_item_taken_away_since_it_was_read_is_a_conflict(journal: Journal) -> None:
    journal.change("F", 0, [need("n1")], "ana")
    journal.change("F", 1, [need("n1", None)], "ana")
    with pytest.raises(ConflictingChange):
        journal.change("F", 1, [need("n1", "bo")], "bo")


def test_families_do_not_mix(journal: Journal) -> None:
    journal.change("F", 0, [need("n1", "f")], "ana")
    journal.change("G", 0, [need("n1", "g"), need("n2", "g")], "ana")
    assert journal.families() == ("F", "G")
    assert journal.items("F") == (("need", "n1", "f"),)
    journal.undo("G", "ana")
    assert journal.items("F") == (("need", "n1", "f"),)


def test_the_caseload_reads_some_kinds_across_families(journal: Journal) -> None:
    journal.change("G", 0, [need("n2"), Entry("family", "g", "G")], "ana")
    journal.change("F", 0, [Entry("family", "f", "F"), Entry("meeting", "m", "M")], "ana")
    assert journal.all_items(["family", "meeting"]) == (
        ("F", "family", "f", "F"),
        ("F", "meeting", "m", "M"),
        ("G", "family", "g", "G"),
    )
    assert journal.all_items([]) == ()


def test_an_item_is_found_even_after_it_was_taken_away(journal: Journal) -> None:
    journal.change("F", 0, [need("n1")], "ana")
    journal.change("F", 1, [need("n1", None)], "ana")
    assert journal.find_item("n1") == "F"
    assert journal.find_item("n2") is None


def test_any_past_version_can_be_read(journal: Journal) -> None:
    journal.change("F", 0, [need("n1", "1"), need("n2", "1")], "ana")
    journal.change("F", 2, [need("n1", "2")], "ana")
    journal.change("F", 3, [need("n2", None)], "ana")
    assert journal.state("F", 2) == (("need", "n1", "1"), ("need", "n2", "1"))
    assert journal.state("F", 3) == (("need", "n1", "2"), ("need", "n2", "1"))
    assert journal.state("F", 99) == journal.items("F") == (("need", "n1", "2"),)
    assert journal.state("F", 0) == ()


def test_the_log_says_when_by_whom_and_in_which_change(journal: Journal) -> None:
    journal.change("F", 0, [need("n1", "1"), need("n2", "2")], "ana")
    journal.undo("F", "ana")
    first, second, third, fourth = journal.log("F")
    assert (first.family, first.version, first.at, first.actor, first.kind, first.item, first.body) == (
        "F", 1, "2026-03-01T09:00:01.000+00:00", "ana", "need", "n1", "1",
    )  # fmt: skip
    assert [event.group for event in (first, second, third, fourth)] == [1, 1, 3, 3]
    assert [event.undoes for event in (first, second, third, fourth)] == [None, None, 1, 1]
    assert third.body is None
    assert not third.withheld
    assert [event.version for event in journal.log("F", after=1, upto=3)] == [2, 3]


def test_the_place_is_overwritten_and_leaves_no_history(journal: Journal, database: sqlite3.Connection) -> None:
    assert journal.place("F") is None
    journal.save_place("F", '{"screen":"meeting"}')
    journal.save_place("F", '{"screen":"plan"}')
    journal.save_place("", '{"theme":"light"}')
    assert journal.place("F") == '{"screen":"plan"}'
    assert journal.place("") == '{"theme":"light"}'
    assert journal.families() == ()
    assert database.execute("select count(*) from place").fetchone() == (2,)
