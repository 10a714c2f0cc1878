"""One takes back one's own last change, whole, and brings it back; what was signed and what others wrote stays."""

import pytest

from teammeet.errors import ConflictingChange, NothingToUndo
from teammeet.store.journal import Entry, Journal


def write(journal: Journal, actor: str, item: str, body: str | None, kind: str = "need") -> int:
    return journal.change("F", journal.head("F")[0], [Entry(kind, item, body)], actor)


def bodies(journal: Journal) -> dict[str, str]:
    return {item: body for _, item, body in journal.items("F")}


def test_many_changes_are_taken_back_one_by_one_and_brought_back(journal: Journal) -> None:
    for number in range(5):
        write(journal, "ana", "n", str(number))
    for number in (3, 2, 1, 0):
        journal.undo("F", "ana")
        assert bodies(journal) == {"n": str(number)}
    journal.undo("F", "ana")
    assert bodies(journal) == {}
    assert not journal.can_undo("F", "ana")
    with pytest.raises(NothingToUndo):
        journal.undo("F", "ana")
    for number in range(5):
        assert journal.can_redo("F", "ana")
        journal.redo("F", "ana")
        assert bodies(journal) == {"n": str(number)}
    assert not journal.can_redo("F", "ana")
    with pytest.raises(NothingToUndo):
        journal.redo("F", "ana")


def test_back_and_forth_and_back_again(journal: Journal) -> None:
    write(journal, "ana", "n", "1")
    write(journal, "ana", "n", "2")
    for _ in range(3):
        journal.undo("F", "ana")
        journal.undo("F", "ana")
        assert bodies(journal) == {}
        journal.redo("F", "ana")
        assert bodies(journal) == {"n": "1"}
        journal.redo("F", "ana")
        assert bodies(journal) == {"n": "2"}
    journal.undo("F", "ana")
    assert bodies(journal) == {"n": "1"}


def test_a_change_of_several_items_is_taken_back_whole(journal: Journal) -> None:
    write(journal, "ana", "a", "1")
    journal.change("F", 1, [Entry("need", "a", None), Entry("need", "b", "1"), Entry("task", "c", "1")], "ana")
    journal.undo("F", "ana")
    assert bodies(journal) == {"a": "1"}
    journal.redo("F", "ana")
    assert bodies(journal) == {"b": "1", "c": "1"}


def test_the_kind_comes_back_with_the_body(journal: Journal) -> None:
    write(journal, "ana", "a", "1", kind="option")
    write(journal, "ana", "a", "2", kind="strategy")
    journal.undo("F", "ana")
    assert journal.items("F") == (("option", "a", "1"),)


def test_only_ones_own_change_is_taken_back(journal: Journal) -> None:
    write(journal, "ana", "a", "1")
    write(journal, "bo", "b", "1")
    journal.undo("F", "ana")
    assert bodies(journal) == {"b": "1"}
    assert not journal.can_undo("F", "cy")


def test_what_somebody_else_changed_since_is_a_conflict(journal: Journal) -> None:
    write(journal, "ana", "a", "1")
    write(journal, "bo", "a", "2")
    assert journal.can_undo("F", "ana")
    with pytest.raises(ConflictingChange) as caught:
        journal.undo("F", "ana")
    assert caught.value.item == "a"
    assert bodies(journal) == {"a": "2"}
    journal.undo("F", "bo")
    journal.undo("F", "ana")
    assert bodies(journal) == {}


def test_undo_never_crosses_an_edition_of_anybody(journal: Journal) -> None:
    write(journal, "ana", "a", "1")
    write(journal, "bo", "e", "signed", kind="editions")
    assert not journal.can_undo("F", "ana")
    with pytest.raises(NothingToUndo):
        journal.undo("F", "bo")
    write(journal, "ana", "a", "2")
    journal.undo("F", "ana")
    with pytest.raises(NothingToUndo):
        journal.undo("F", "ana")
    assert bodies(journal) == {"a": "1", "e": "signed"}


def test_an_edition_anywhere_in_a_change_is_a_barrier(journal: Journal) -> None:
    journal.change("F", 0, [Entry("editions", "e", "1"), Entry("need", "a", "1")], "ana")
    assert not journal.can_undo("F", "ana")


def test_the_caller_says_what_a_barrier_is(journal: Journal) -> None:
    write(journal, "ana", "s", "1", kind="signature")
    assert not journal.can_undo("F", "ana", barrier=("signature", "editions"))
    assert journal.can_undo("F", "ana", barrier=())
    journal.undo("F", "ana", barrier=())


def test_redo_ends_at_an_own_new_change(journal: Journal) -> None:
    write(journal, "ana", "a", "1")
    journal.undo("F", "ana")
    write(journal, "ana", "b", "1")
    assert not journal.can_redo("F", "ana")
    journal.undo("F", "ana")
    journal.redo("F", "ana")
    with pytest.raises(NothingToUndo):
        journal.redo("F", "ana")
    assert bodies(journal) == {"b": "1"}


def test_redo_ends_at_somebody_elses_change(journal: Journal) -> None:
    write(journal, "ana", "a", "1")
    journal.undo("F", "ana")
    assert not journal.can_redo("F", "bo")
    write(journal, "bo", "b", "1")
    assert not journal.can_redo("F", "ana")


def test_a_long_stretch_of_somebody_elses_changes_is_read_past(journal: Journal) -> None:
    write(journal, "ana", "a", "1")
    for number in range(250):
        write(journal, "bo", "b", str(number))
    journal.undo("F", "ana")
    assert bodies(journal) == {"b": "249"}


def test_a_change_longer_than_a_page_is_taken_back_whole(journal: Journal) -> None:
    journal.change("F", 0, [Entry("need", str(number), "1") for number in range(250)], "ana")
    journal.undo("F", "ana")
    assert bodies(journal) == {}
    journal.redo("F", "ana")
    assert len(bodies(journal)) == 250
