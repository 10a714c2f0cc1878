"""A former record as today's reader may see it: what was hidden since stays hidden, and nothing of it is in any View."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.model.test_non_interference import PATIENT, READERS, looks, twins

from teammeet import demo
from teammeet.model.family import Family, drop, put
from teammeet.model.family_file import write_family
from teammeet.model.people import Contact, Header, Person
from teammeet.model.readers import Reader, facilitator, household, room, somebody, team
from teammeet.model.sharing import Agreement
from teammeet.model.since import seen_since
from teammeet.model.supports import Claim, Support, Tie
from teammeet.model.values import Item

TODAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def then() -> Family:
    return demo.family(TODAY).with_edits(
        [
            put(Support(id="aunt", name="Aunt Lotte")),
            put(Tie(id="ta", support="aunt", to="mari", claims=(Claim(kinds=("strong",)),), shown_to="room")),
        ]
    )


def item(family: Family, name: str) -> Item:
    found = family.get(name)
    assert found is not None
    return found


def the_team(family: Family) -> Reader:
    return team(family, TODAY)


def the_room(family: Family) -> Reader:
    return room(family, ("lola", "mari"), TODAY)


@pytest.mark.parametrize(
    "change", [{"kept_from": ("lola",)}, {"only_for": ("noor",)}, {"taken_back": True}, {"record": "legal"}]
)
def test_what_is_not_for_the_reader_today_is_in_no_former_record(then: Family, change: dict[str, object]) -> None:
    now = then.with_edits([put(item(then, "aunt").changed(**change))])
    for reader in (the_team(now), the_room(now)):
        view = seen_since(then, now, reader)
        assert "Lotte" not in write_family(view)
        assert view.get("ta") is None
    assert seen_since(then, now, facilitator(TODAY)).get("aunt") == item(then, "aunt")


def test_a_former_record_differs_in_nothing_that_is_hidden_today(then: Family) -> None:
    """Two former records that differ only in the hidden support give the same View, byte by byte."""
    now = then.with_edits([put(item(then, "aunt").changed(kept_from=("lola",)))])
    without = then.with_edits([drop(item(then, "ta")), drop(item(then, "aunt"))])
    assert write_family(seen_since(then, now, the_team(now))) == write_family(seen_since(without, now, the_team(now)))


def test_what_was_hidden_before_it_was_taken_out_stays_hidden(then: Family) -> None:
    last = item(then, "aunt").changed(kept_from=("lola",))
    now = then.with_edits([drop(item(then, "ta")), drop(item(then, "aunt"))])
    assert "Lotte" in write_family(seen_since(then, now, the_team(now)))
    assert "Lotte" not in write_family(seen_since(then, now, the_team(now), [last]))


def test_what_a_later_edition_hid_before_it_was_taken_out_stays_hidden_in_a_family_file_too(then: Family) -> None:
    family = then.with_edits([put(then.fixed(NOON, None))])
    first = family.editions[-1].number
    family = family.with_edits([put(item(then, "aunt").changed(kept_from=("lola",)))])
    family = family.with_edits([put(family.fixed(NOON, None))])
    now = family.with_edits([drop(item(then, "ta")), drop(item(then, "aunt"))])
    for number, reader in ((first, the_team(now)), (first + 1, the_team(now)), (first, somebody(now, "lola", TODAY))):
        edition = now.as_signed(number)
        assert edition is not None
        assert "Lotte" not in write_family(seen_since(edition, now, reader))
        assert "Lotte" in write_family(seen_since(edition, now, facilitator(TODAY)))


@pytest.mark.parametrize(("was", "now", "seen"), [("room", "room", True), ("room", "team", False), ("team", "room", False)])
def test_a_wall_shows_the_kind_of_a_tie_only_where_it_was_released_then_and_is_now(
    then: Family, was: str, now: str, seen: bool
) -> None:
    former = then.with_edits([put(item(then, "ta").changed(shown_to=was))])
    today = then.with_edits([put(item(then, "ta").changed(shown_to=now))])
    tie = seen_since(former, today, the_room(today)).get("ta")
    assert isinstance(tie, Tie)
    assert bool(tie.claims) == seen


def test_a_release_that_ended_opens_no_former_record(then: Family) -> None:
    secret = item(then, "aunt").changed(record="school", record_of="mari")
    former = then.with_edits([put(secret)])
    release = item(then, "rl-1")
    ended = former.with_edits([put(release.changed(ends_on=date(2026, 2, 1)))])
    assert seen_since(former, former, somebody(former, "noor", TODAY)).get("aunt") is not None
    assert seen_since(former, ended, somebody(ended, "noor", TODAY)).get("aunt") is None


def test_a_former_view_is_of_its_own_day(then: Family) -> None:
    view = seen_since(then, then, facilitator(TODAY), on=date(2026, 1, 19))
    assert view.on == date(2026, 1, 19)
    assert seen_since(then, then, facilitator(TODAY)).on == TODAY


def test_whose_kind_was_released_once_and_is_not_now_is_not_told_by_who_might_see_it(then: Family) -> None:
    tie = item(then, "ta")
    taken_back = then.with_edits([put(tie.changed(shown_to="team"))])
    assert write_family(seen_since(then, taken_back, the_room(taken_back))) == write_family(
        seen_since(taken_back, taken_back, the_room(taken_back))
    )


def test_whether_a_plan_is_as_signed_does_not_tell_that_something_is_hidden_today(then: Family) -> None:
    """One edition holds a support that was hidden since, the other never did: the same bytes, the same number, both signed."""
    bare = then.with_edits([drop(item(then, "ta")), drop(item(then, "aunt"))])
    told = []
    for record in (then, bare):
        signed = record.with_edits([put(record.fixed(NOON, None).changed(id="ed-1"))])
        now = signed.with_edits([put(item(then, "aunt").changed(kept_from=("lola",)))])
        edition = now.as_signed(signed.plan_number)
        assert edition is not None
        for reader in (the_team(now), the_room(now), somebody(now, "lola", TODAY)):
            view = seen_since(edition, now, reader)
            assert view.signed
            told.append((reader.role, view.plan_number, write_family(view)))
    assert told[:3] == told[3:]


def test_a_way_to_reach_somebody_is_in_no_former_record_for_those_who_may_not_know_it_now(then: Family) -> None:
    mari = item(then, "mari")
    assert isinstance(mari, Person)
    home = mari.households[0]
    shown = then.with_edits([put(mari.changed(contacts=(Contact(value="zanzibar 7", shown_to="team"),)))])
    hidden = then.with_edits([put(mari.changed(contacts=(Contact(value="zanzibar 7", shown_to="household"),)))])
    assert "zanzibar 7" in write_family(seen_since(shown, shown, the_team(shown)))
    assert "zanzibar 7" not in write_family(seen_since(shown, hidden, the_team(hidden)))
    moved = hidden.with_edits([put(mari.changed(households=()))])
    at_home = [household(record, home, TODAY) for record in (hidden, moved)]
    assert "zanzibar 7" in write_family(seen_since(hidden, hidden, at_home[0]))
    assert "zanzibar 7" not in write_family(seen_since(hidden, moved, at_home[1])), "who left is found by nobody who stayed"


def test_a_plan_of_which_somebody_sees_less_than_when_it_was_signed_is_the_signed_plan_for_them(then: Family) -> None:
    """Else a number and a word would tell them that something was hidden."""
    signed = then.with_edits([put(then.fixed(NOON, None))])
    now = signed.with_edits([put(item(then, "aunt").changed(kept_from=("lola",)))])
    for reader in (facilitator(TODAY), the_team(now), somebody(now, "lola", TODAY), somebody(now, "mari", TODAY)):
        view = now.seen_by(reader)
        assert view.signed, reader.role
        assert view.plan_number == now.plan_number
    changed = now.with_edits([put(item(then, "lola").changed(role="great-aunt"))])
    assert not changed.seen_by(the_team(changed)).signed


def once_open(family: Family, known: set[str]) -> Family:
    """The same when nothing of those with the ids ``known`` was hidden yet from anybody."""
    everybody = {"kept_from": (), "only_for": (), "record": "none", "record_of": None, "taken_back": False}
    items = []
    for held in family.items():
        told = {"shown_to": "room"} if isinstance(held, Tie) else {}
        told = {"degree_shown_to": "room", "dissent_shown_to": "room"} if isinstance(held, Agreement) else told
        if held.id in known:
            items.append(held if isinstance(held, Header) else held.changed(**everybody, **told))
    return Family.of_items(items)


@pytest.mark.parametrize("name", ["the room of two", "the team", "a support", "a household"])
@PATIENT
@given(data=st.data())
def test_two_former_records_that_differ_in_what_is_hidden_today_give_equal_bytes(name: str, data: st.DataObject) -> None:
    now, other = data.draw(twins(READERS[name]))
    known, reader = {held.id for held in now.items()}, READERS[name](now)
    first, second = (seen_since(once_open(then, known), now, reader) for then in (now, other))
    assert list(looks(first)) == list(looks(second))
    assert list(looks(seen_since(other, now, reader))) == list(looks(now.seen_by(reader)))
