"""What the desk promises: kept on disk, undone across restarts, merged between two, taken in from files strictly."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from teammeet import demo
from teammeet.desk import Desk, Place, Settings, new_passphrase
from teammeet.errors import (
    ConflictingChange,
    FamilyUnknown,
    FileRefused,
    NothingToUndo,
    PassphraseWrong,
    TeammeetError,
)
from teammeet.model.family import drop, put
from teammeet.model.family_file import write_family
from teammeet.model.people import Person
from teammeet.model.plan import Need, Task
from teammeet.model.sharing import Signature
from teammeet.model.values import Words

TODAY = date(2026, 3, 2)
WORDS = "plum otter lamp river cedar moss"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "families.vault"


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    desk = Desk.create(path, WORDS)
    yield desk
    desk.close()


def said(text: str) -> Need:
    return Need(words=Words(text=text, verbatim=True))


def test_a_change_is_there_after_the_vault_is_opened_again(desk: Desk, path: Path) -> None:
    family = desk.start_family("The Ash family")
    need = said("I need one evening a week that is quiet.")
    desk.change(family.header.id, [put(need)])
    again = Desk.unlock(path, WORDS)
    assert again.open(again.id_of(family.code)).needs == (need,)
    again.close()


def test_undo_and_redo_work_across_a_restart(desk: Desk, path: Path) -> None:
    family_id = desk.start_family("The Ash family").header.id
    desk.change(family_id, [put(said("first"))])
    desk.change(family_id, [put(said("second"))])
    desk.close()
    again = Desk.unlock(path, WORDS)
    again.open(family_id)
    assert [str(n.words) for n in again.undo(family_id).needs] == ["first"]
    assert again.can_redo(family_id)
    assert [str(n.words) for n in again.redo(family_id).needs] == ["first", "second"]
    again.close()


def test_an_item_that_comes_back_stands_where_it_stood(desk: Desk) -> None:
    family_id = desk.start_family("The Ash family").header.id
    first, second = said("first"), said("second")
    desk.change(family_id, [put(first)])
    desk.change(family_id, [put(second)])
    desk.change(family_id, [drop(first)])
    assert desk.undo(family_id).needs == (first, second)


def test_undo_does_not_cross_a_signed_edition(desk: Desk) -> None:
    family_id = desk.start_family("The Ash family").header.id
    desk.change(family_id, [put(said("before signing"))])
    desk.fix_edition(family_id, None)
    assert not desk.can_undo(family_id)
    with pytest.raises(NothingToUndo):
        desk.undo(family_id)


def test_undo_does_not_cross_a_signature(desk: Desk) -> None:
    family_id = desk.start_family("The Ash family").header.id
    person = Person(used_name="Ada", role="mother")
    desk.change(family_id, [put(person)])
    desk.fix_edition(family_id, None)
    desk.change(family_id, [put(Signature(who=person.id, edition=1, method="ink"))])
    with pytest.raises(NothingToUndo):
        desk.undo(family_id)
    desk.change(family_id, [put(said("after signing"))])
    assert desk.undo(family_id).needs == ()
    assert len(desk.open(family_id).signatures) == 1


def test_two_desks_merge_what_does_not_touch_and_stop_at_what_does(desk: Desk, path: Path) -> None:
    family_id = desk.start_family("The Ash family").header.id
    need = said("a need")
    desk.change(family_id, [put(need)])
    other = Desk.unlock(path, WORDS)
    other.open(family_id)
    mine = Task(words=Words(text="mine"))
    other.change(family_id, [put(mine), put(need.changed(rank=1))])
    theirs = Task(words=Words(text="theirs"))
    assert desk.change(family_id, [put(theirs)]).tasks == (mine, theirs)
    other.change(family_id, [put(need.changed(rank=2))])
    with pytest.raises(ConflictingChange) as conflict:
        desk.change(family_id, [put(need.changed(rank=3))])
    assert conflict.value.item == need.id
    other.close()


def test_a_signed_edition_stays_as_it_was_signed_whatever_comes_later(desk: Desk) -> None:
    family_id = desk.start_family("The Ash family").header.id
    need = said("as signed")
    desk.change(family_id, [put(need)])
    signed = desk.fix_edition(family_id, None)
    assert (signed.plan_number, signed.plan_state) == (1, "signed")
    later = desk.change(family_id, [put(need.changed(words=Words(text="later"))), put(said("one more"))])
    assert (later.plan_number, later.plan_state) == (2, "draft")
    kept = later.as_signed(1)
    assert kept is not None
    assert kept.needs == (need,)
    assert later.as_signed(2) is None


def test_the_caseload_shows_the_next_meeting_and_what_is_overdue(desk: Desk) -> None:
    desk.start_family("Álvarez")
    desk.accept(desk.look_at(write_family(demo.family(TODAY)).encode()))
    lines = {line.name: line for line in desk.families(TODAY)}
    assert lines["The Okonjo-Reyes family"].next_meeting == TODAY
    assert lines["The Okonjo-Reyes family"].overdue_tasks == 1
    assert lines["Álvarez"].next_meeting is None


def test_the_place_and_the_unfinished_line_are_there_after_a_restart(desk: Desk, path: Path) -> None:
    family_id = desk.start_family("The Ash family").header.id
    place = Place(screen="meeting", meeting="m1", step="needs", unfinished="We need som")
    desk.save_place(family_id, place)
    desk.save_settings(Settings(language="es", theme="teammeet-light"))
    desk.close()
    again = Desk.unlock(path, WORDS)
    assert again.place(family_id) == place
    assert again.settings().language == "es"
    assert again.place("another") is None
    again.close()


def test_a_file_of_a_family_that_is_there_is_looked_at_before_it_changes_anything(desk: Desk) -> None:
    family = demo.family(TODAY)
    desk.accept(desk.look_at(write_family(family).encode()))
    changed = family.with_edits([put(family.needs[0].changed(rank=4)), drop(family.risks[0])])
    incoming = desk.look_at(write_family(changed).encode())
    assert not incoming.is_new
    assert {(edit.kind, edit.after is None) for edit in incoming.edits} == {("needs", False), ("risks", True)}
    assert desk.open(family.header.id) == family
    assert desk.accept(incoming) == changed


def test_a_file_with_another_familys_ids_is_refused_and_changes_nothing(desk: Desk) -> None:
    family = demo.family(TODAY)
    desk.accept(desk.look_at(write_family(family).encode()))
    stranger = family._with_lists({"header": family.header.changed(id="someone-else"), "editions": ()})
    with pytest.raises(FileRefused) as refusal:
        desk.look_at(write_family(stranger).encode())
    assert "home-lola" in refusal.value.sentence()
    assert len(desk.families(TODAY)) == 1


def test_history_tells_who_made_what_newest_first(desk: Desk) -> None:
    family_id = desk.start_family("The Ash family").header.id
    need = said("a need")
    desk.change(family_id, [put(need)])
    desk.undo(family_id)
    newest, middle, oldest = desk.history(family_id)
    assert newest.undoes == middle.version
    assert middle.edits[0].after == need
    assert oldest.edits[0].kind == "header"
    assert desk.first_fault(family_id) is None


def test_codes_are_found_in_small_letters_and_unknown_ones_said_plainly(desk: Desk) -> None:
    family = desk.start_family("The Ash family")
    assert desk.id_of(family.code.lower()) == family.header.id
    with pytest.raises(FamilyUnknown):
        desk.id_of("F-0000-\x1b[2J")


def test_a_changed_passphrase_opens_and_the_old_one_does_not(desk: Desk, path: Path) -> None:
    desk.start_family("The Ash family")
    new = new_passphrase()
    assert len(new.split()) == 6
    desk.change_passphrase(WORDS, new)
    desk.close()
    with pytest.raises(PassphraseWrong):
        Desk.unlock(path, WORDS)
    again = Desk.unlock(path, new)
    assert [line.name for line in again.families(TODAY)] == ["The Ash family"]
    again.close()


def test_every_error_says_what_happened_in_both_languages() -> None:
    def all_kinds(kind: type[TeammeetError]) -> Iterator[type[TeammeetError]]:
        yield kind
        for below in kind.__subclasses__():
            yield from all_kinds(below)

    for kind in all_kinds(TeammeetError):
        error = kind("x") if kind is ConflictingChange else kind()
        error.message_key = kind.key
        assert error.what("en") != error.what("es")
        assert error.sentence("es")


def test_the_places_of_a_map_are_kept_by_family_and_reader_outside_history(path: Path, desk: Desk) -> None:
    one, other = desk.start_family("Reyes").header.id, desk.start_family("Lind").header.id
    desk.save_map_places(one, "team", {"map": "a", "map 468x407": "b"})
    desk.save_map_places(one, "team", {"map": "c"})
    before = len(desk.history(one))
    desk.close()
    again = Desk.unlock(path, WORDS)
    assert dict(again.map_places(one, "team")) == {"map": "c", "map 468x407": "b"}
    assert not again.map_places(one, "agency")
    assert not again.map_places(other, "team")
    assert len(again.history(one)) == before
    assert again.place(one) is None
    again.close()
