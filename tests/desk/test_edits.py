"""What the desk lets into the journal: nothing that no record could be made of again, and nothing that leads nowhere."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from teammeet.demo import family as demo_family
from teammeet.desk import Desk, Place, Settings
from teammeet.errors import ConflictingChange, FamilyUnknown, FileRefused, NothingToUndo, VaultNewer
from teammeet.model import readers
from teammeet.model.family import Edit, Family, drop, put
from teammeet.model.family_file import read_family, write_family
from teammeet.model.meetings import Meeting
from teammeet.model.people import Header, Household, Person
from teammeet.model.plan import Need, Outcome, Task
from teammeet.model.roles import with_roles
from teammeet.model.sharing import Signature
from teammeet.model.supports import Support, TeamMember
from teammeet.store.journal import Entry
from teammeet.store.vault import Vault

WORDS = "plum otter lamp river cedar moss"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "families.vault"


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    desk = Desk.create(path, WORDS)
    yield desk
    desk.close()


@pytest.fixture
def other(desk: Desk, path: Path) -> Iterator[Desk]:
    other = Desk.unlock(path, WORDS)
    yield other
    other.close()


@pytest.mark.parametrize(
    "edit",
    [
        Edit("no_such_kind", "x1", Need(id="x1")),
        Edit("tasks", "x1", Need(id="x1")),
        Edit("needs", "x1", Need(id="x2")),
        Edit("header", "x1", Header(id="x1", name="Others")),
        Edit("header", "FAMILY", None),
    ],
    ids=["kind", "type", "id", "other header", "no header"],
)
def test_an_edit_that_fits_no_family_is_not_kept(desk: Desk, edit: Edit) -> None:
    family = desk.start_family("The Ash family")
    edit = Edit(edit.kind, family.header.id if edit.id == "FAMILY" else edit.id, edit.after)
    with pytest.raises(ValueError, match="fits no family"):
        desk.change(family.header.id, [put(Need(id="good")), edit])
    assert desk.open(family.header.id) == family


def test_a_change_of_a_family_that_was_not_opened_opens_it(desk: Desk, other: Desk) -> None:
    family_id = desk.start_family("The Ash family").header.id
    assert len(other.change(family_id, [put(Need(id="n1"))]).needs) == 1
    with pytest.raises(FamilyUnknown):
        other.change("no-such-family", [put(Need(id="n2"))])
    with pytest.raises(FamilyUnknown):
        other.fix_edition("no-such-family", None)


def test_nothing_leans_on_what_somebody_else_took_away(desk: Desk, other: Desk) -> None:
    family_id = desk.start_family("The Ash family").header.id
    need = Need(id="n1")
    desk.change(family_id, [put(need)])
    other.open(family_id)
    desk.change(family_id, [drop(need)])
    with pytest.raises(ConflictingChange) as conflict:
        other.change(family_id, [put(Outcome(id="o1", needs=("n1",)))])
    assert conflict.value.item == "o1"
    _stands_by_itself(desk, family_id)


def test_nothing_goes_on_which_somebody_else_leans_by_now(desk: Desk, other: Desk) -> None:
    family_id = desk.start_family("The Ash family").header.id
    need = Need(id="n1")
    desk.change(family_id, [put(need)])
    other.open(family_id)
    desk.change(family_id, [put(Task(id="t1", need="n1"))])
    with pytest.raises(ConflictingChange) as conflict:
        other.change(family_id, [drop(need)])
    assert conflict.value.item == "t1"
    _stands_by_itself(desk, family_id)


def test_after_a_conflict_the_family_is_opened_again_and_the_change_goes_through(desk: Desk, other: Desk) -> None:
    family_id = desk.start_family("The Ash family").header.id
    desk.change(family_id, [put(Need(id="n1"))])
    other.open(family_id)
    desk.change(family_id, [put(Need(id="n1", gap=True))])
    with pytest.raises(ConflictingChange):
        other.change(family_id, [put(Need(id="n1", status="met"))])
    assert other.open(family_id).needs[0].gap
    assert other.change(family_id, [put(Need(id="n1", status="met"))]).needs[0].status == "met"


@pytest.mark.parametrize(
    "entry",
    [
        Entry("needs", "n9", '{"id":"n9","mood":"canary"}'),
        Entry("moods", "m1", '{"id":"m1"}'),
        Entry("needs", "n9", '{"id":"n9","rank":"canary"}'),
    ],
    ids=["field", "kind", "type"],
)
def test_a_record_of_a_newer_teammeet_is_said_and_the_other_families_open(desk: Desk, path: Path, entry: Entry) -> None:
    family = desk.start_family("The Ash family")
    neighbour = desk.start_family("The Elm family")
    with Vault.open(path, WORDS) as newer:
        newer.journal.change(family.header.id, 1, [entry], "facilitator")
    for read in (desk.open, desk.history):
        with pytest.raises(VaultNewer) as fault:
            read(family.header.id)
        assert "canary" not in str(fault.value)
        assert fault.value.__cause__ is None
    assert desk.open(neighbour.header.id) == neighbour


def test_a_place_that_a_newer_teammeet_kept_is_no_hindrance(desk: Desk, path: Path) -> None:
    family_id = desk.start_family("The Ash family").header.id
    with Vault.open(path, WORDS) as newer:
        newer.journal.save_place("", '{"language":"es","mood":1}')
        newer.journal.save_place(family_id, '{"screen":"family","mood":1}')
    assert desk.settings() == Settings()
    assert desk.place(family_id) is None
    desk.save_place(family_id, Place(screen="family"))
    assert desk.place(family_id) == Place(screen="family")


def test_nobody_signs_a_plan_that_was_not_on_the_screen(desk: Desk, other: Desk) -> None:
    family_id = desk.start_family("The Ash family").header.id
    other.open(family_id)
    desk.change(family_id, [put(Need(id="n1"))])
    desk.fix_edition(family_id, None)
    with pytest.raises(ConflictingChange):
        other.fix_edition(family_id, None)
    other.open(family_id)
    assert [edition.number for edition in other.fix_edition(family_id, None).editions] == [1, 2]


def test_undo_never_takes_the_family_itself_away(desk: Desk) -> None:
    family = desk.start_family("The Ash family")
    assert not desk.can_undo(family.header.id)
    with pytest.raises(NothingToUndo):
        desk.undo(family.header.id)
    renamed = family.header.changed(name="The Elm family")
    desk.change(family.header.id, [put(renamed)])
    assert desk.undo(family.header.id) == family
    assert desk.redo(family.header.id).header == renamed


def test_undo_does_not_unmake_a_meeting_that_began(desk: Desk) -> None:
    family_id = desk.start_family("The Ash family").header.id
    meeting = Meeting(id="m1", on=date(2026, 3, 2))
    desk.change(family_id, [put(meeting)])
    begun = desk.hold(family_id, meeting.changed(started_at=datetime(2026, 3, 2, 9, tzinfo=UTC)))
    with pytest.raises(NothingToUndo):
        desk.undo(family_id)
    assert desk.open(family_id) == begun


def test_a_copy_for_others_does_not_take_away_what_it_leaves_out(desk: Desk) -> None:
    family_id = desk.start_family("The Ash family").header.id
    family = desk.change(family_id, [put(Need(id="n1", record="health"))])
    copy = write_family(family.seen_by(readers.team(family, date(2026, 3, 2)))).encode()
    assert b"n1" not in copy
    with pytest.raises(FileRefused, match="leaves things out"):
        desk.look_at(copy)
    whole = write_family(family.seen_by(readers.facilitator(date(2026, 3, 2)))).encode()
    assert desk.look_at(whole).edits == ()


def test_a_copy_for_others_can_be_taken_in_where_the_family_is_not(desk: Desk) -> None:
    family = Family.of_items([Header(id="ash", name="The Ash family"), Need(id="n1")])
    copy = write_family(family.seen_by(readers.team(family, date(2026, 3, 2)))).encode()
    assert desk.accept(desk.look_at(copy)) == family


def test_a_familys_copy_of_a_family_that_is_new_is_for_nobody_else_and_an_agencys_is_refused(desk: Desk) -> None:
    ash = Household(id="home", name="Home")
    mom = Person(id="mom", used_name="Mom", households=("home",), enrolled=True)
    lee = Support(id="lee", name="Lee", kind="formal")
    header, on_team = Header(id="ash", name="The Ash family"), TeamMember(id="t1", who="lee")
    family = Family.of_items([header, ash, mom, lee, on_team, Need(id="n1")])
    with pytest.raises(FileRefused, match="made for the agency"):
        desk.look_at(write_family(family.seen_by(readers.agency(date(2026, 3, 2)))).encode())
    taken = desk.accept(desk.look_at(write_family(family.seen_by(readers.family(family, date(2026, 3, 2)))).encode()))
    today = date(2026, 3, 2)
    assert family.seen_by(readers.somebody(family, "lee", today)).needs != ()
    assert taken.seen_by(readers.somebody(taken, "lee", today)).needs == ()
    assert taken.seen_by(readers.somebody(taken, "mom", today)).needs[0].id == "n1"


MOM = Person(id="mom", used_name="Mom", households=("home",))
LEE = Person(id="lee", used_name="Lee", support="elm")
ALONE = {who: Need(id=f"for-{who}", only_for=(who,)) for who in ("mom", "lee", "kit")}
ASH = Family.of_items(
    [
        *(Header(id="ash", name="The Ash family"), Household(id="home", name="Home"), MOM, LEE, TeamMember(id="t1", who="lee")),
        Support(id="elm", name="Elm", kind="formal"),
        *(Person(id="kit", used_name="Kit", households=("home",)), *ALONE.values(), Need(id="open")),
    ]
)
SEEN_BY = {
    "person:mom": {"mom": {"for-mom", "open"}},
    "person:lee": {"lee": {"for-lee", "open"}},
    "household:home": {"mom": {"open"}, "kit": {"open"}},
    "family": {"mom": {"open"}, "kit": {"open"}},
    "team": {"mom": {"open"}, "kit": {"open"}, "lee": {"open"}},
}


@pytest.mark.parametrize("says_whose", [True, False])
@pytest.mark.parametrize("name", SEEN_BY)
def test_a_file_for_one_person_opens_to_nobody_else_what_was_for_that_person(desk: Desk, name: str, says_whose: bool) -> None:
    today = date(2026, 3, 2)
    copy = write_family(ASH.seen_by(readers.reader_named(ASH, name, today)))
    held = {key: value for key, value in json.loads(copy).items() if says_whose or key != "copy_for_id"}
    taken = desk.accept(desk.look_at(json.dumps(held).encode()))
    seen = {who: {need.id for need in taken.seen_by(readers.somebody(taken, who, today)).needs} for who in ALONE}
    assert {who: needs for who, needs in seen.items() if needs} == (SEEN_BY[name] if says_whose else {})


def test_a_file_names_its_reader_only_where_it_is_a_persons_or_homes_own() -> None:
    family = demo_family(date(2026, 3, 2))
    named = {"person:teo": "teo", "youth": "mari", "household:home-lola": "home-lola", "person:lola": "lola"}
    named |= dict.fromkeys(("family", "team"), family.header.id)
    for name in (*named, "room", "agency", "facilitator", "school", "primary-care"):
        seen = family.seen_by(readers.reader_named(family, name, date(2026, 3, 2)))
        assert json.loads(write_family(seen)).get("copy_for_id") == named.get(name), name
        assert "copy_for_id" not in json.loads(write_family(with_roles(seen, "en")))


def test_an_older_file_does_not_take_away_what_was_signed_since(desk: Desk) -> None:
    family_id = desk.start_family("The Ash family").header.id
    family = desk.change(family_id, [put(Person(id="mom", used_name="Mom"))])
    before = write_family(family).encode()
    desk.fix_edition(family_id, None)
    signed = desk.change(family_id, [put(Signature(id="s1", who="mom", edition=1, method="taken_home"))])
    with pytest.raises(FileRefused, match="signed"):
        desk.look_at(before)
    with pytest.raises(FileRefused, match="signed"):
        desk.look_at(write_family(signed.with_edits([drop(signed.signatures[0])])).encode())
    inked = signed.signatures[0].changed(method="ink")
    assert desk.look_at(write_family(signed.with_edits([put(inked)])).encode()).edits == (put(inked),)


def _stands_by_itself(desk: Desk, family_id: str) -> None:
    """Every reference in the family leads somewhere: its file can be read again."""
    family = desk.open(family_id)
    assert read_family(write_family(family).encode()) == family
