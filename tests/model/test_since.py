"""A former record as today's reader may see it: what was hidden since stays hidden, and nothing of it is in any View."""

from datetime import date

import pytest

from teammeet import demo
from teammeet.model.family import Family, drop, put
from teammeet.model.family_file import write_family
from teammeet.model.readers import Reader, facilitator, room, somebody, team
from teammeet.model.since import seen_since
from teammeet.model.supports import Claim, Support, Tie
from teammeet.model.values import Item

TODAY = date(2026, 3, 2)


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
