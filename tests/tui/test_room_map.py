"""The map on a wall: made of what everybody present may see alone, numbered, and drawn as the map is drawn everywhere."""

from dataclasses import replace
from datetime import date
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.model.test_non_interference import READERS, canary_family, twins
from tests.tui.test_room_page import FEW, NOW, with_those_present

from teammeet import demo
from teammeet.ecomap.graph import EcomapGraph
from teammeet.ecomap.terminal import Look, painted
from teammeet.model.family import Family, put
from teammeet.model.meetings import Attendance
from teammeet.model.supports import Claim, Spotlight, Support, TeamMember, Tie
from teammeet.practice import released_ties
from teammeet.room_window.page import RoomPage
from teammeet.tui.ecomap import room_map
from teammeet.tui.ecomap.room_map import Glance, RoomSight
from teammeet.tui.room.map import graph_of, look_of

DAY: Final = date(2026, 3, 2)
SIZES: Final = ((40, 12), (80, 24), (160, 45))
LIGHTS: Final = (
    None,
    Spotlight(of="people-0"),
    Spotlight(of="supports-0", alone=True),
    Spotlight(of="supports-1"),
    Spotlight(of="households-0", alone=True),
    Spotlight(domain="health"),
    Spotlight(domain="probation", alone=True),
    Spotlight(kinds=("natural",), alone=True),
    Spotlight(kinds=("natural", "peer", "community"), alone=True),
    Spotlight(of="more-0"),
    Spotlight(id="spotlights-0", domain="education"),
)
"""Every mode of a spotlight, some of them on what the room may not see."""


def every_page(family: Family) -> list[bytes]:
    """The map in every spotlight, with something else chosen and in the middle each time."""
    ids = ("", "people-0", "supports-0", "supports-1", "ties-0", "households-0", "more-0")
    sight = RoomSight.of(family, "now", NOW.date())
    return [
        sight.page(Glance(ids[number % 7], light, ids[(number + 2) % 7]), "en").as_json() for number, light in enumerate(LIGHTS)
    ]


@pytest.mark.parametrize("of_the_team", [True, False], ids=["all of the team", "a stranger among them"])
@FEW
@given(data=st.data())
def test_what_somebody_present_may_not_see_changes_no_byte_of_the_map(of_the_team: bool, data: st.DataObject) -> None:
    member = [put(TeamMember(id="member", who="supports-0"))] if of_the_team else []

    def reader_of(family: Family) -> object:
        return READERS["the room of two"](family.with_edits(member if family.get("supports-0") else []))

    twin = data.draw(twins(reader_of))  # type: ignore[arg-type]  # a reader of the room, as READERS has them
    one, other = (with_those_present(each.with_edits(member if each.get("supports-0") else [])) for each in twin)
    assert every_page(one) == every_page(other)


def family_with(*items: Support | Tie | Spotlight) -> Family:
    """Two are there: Lola, and a support of the team; the items beside them."""
    family = canary_family("room").with_edits([put(TeamMember(id="member", who="supports-0")), *map(put, items)])
    return with_those_present(family)


HIDDEN: Final[tuple[Support | Tie | Spotlight, ...]] = (
    Support(id="kept", name="zanzibar", kept_from=("people-0",), domain="probation"),
    Support(id="of-a-record", name="zanzibar", record="substance_use"),
    Tie(id="kept-tie", support="kept", to="people-0", claims=(Claim(kinds=("strong",)),), shown_to="room"),
    Tie(
        id="team-tie",
        support="supports-0",
        to="people-0",
        claims=(Claim(kinds=("stressful", "cut_off"), flow="from", said_by="people-0"),),
        note="zanzibar",
    ),
    Spotlight(id="spotlights-0", name="zanzibar", domain="education", kept_from=("people-0",)),
)


@pytest.mark.parametrize("light", [*LIGHTS, Spotlight(of="kept"), Spotlight(id="spotlights-0", domain="education")])
def test_neither_a_hidden_support_nor_an_unreleased_kind_nor_an_id_stands_in_the_bytes(light: Spotlight | None) -> None:
    family = family_with(*HIDDEN)
    told = RoomSight.of(family, "now", NOW.date()).page(Glance("", light, "kept"), "en").as_json().decode()
    for word in ("stressful", "cut_off", "from", *(item.id for item in family.items())):
        assert f'"{word}"' not in told, word
    assert "zanzibar" not in told
    assert "probation" not in told
    assert '"chosen":null' in told
    assert "canary supports.name for room" in told or (light is not None and light.alone)


def test_a_page_made_of_the_facilitators_map_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    from teammeet.model import readers
    from teammeet.tui import wall

    monkeypatch.setattr(wall, "reader_of_the_room", lambda family, present, on: readers.facilitator(on))
    one, other = family_with(), family_with(*HIDDEN)
    assert every_page(one) != every_page(other)


def test_a_spotlight_on_somebody_whom_the_room_does_not_see_shows_the_whole_map() -> None:
    sight = RoomSight.of(family_with(*HIDDEN), "now", NOW.date())
    whole = sight.page(Glance(), "en")
    for light in (Spotlight(of="kept"), Spotlight(of="kept", alone=True, name="zanzibar"), Spotlight(domain="probation")):
        assert sight.page(Glance("", light), "en") == whole


def test_the_line_says_what_stands_out_by_the_name_that_the_team_gave_it_or_plainly() -> None:
    named = Spotlight(id="kept-view", name="After school", domain="education")
    family = family_with(named)
    sight = RoomSight.of(family, "now", NOW.date())
    assert sight.page(Glance("", named), "en").summary == "After school"
    assert sight.page(Glance("", named.changed(id="not-kept")), "en").summary == "", "nobody whom the room sees is in it"
    sight = RoomSight.of(family.with_edits([put(Support(name="Club", domain="education"))]), "now", NOW.date())
    assert sight.page(Glance("", named.changed(id="not-kept")), "en").summary == "School and work"
    without = Spotlight(kinds=("natural", "peer", "community"), alone=True)
    assert sight.page(Glance("", without), "es").summary.startswith("Sin servicios formales")
    assert sight.page(Glance("", Spotlight(name="nothing")), "en").summary == ""


def test_the_wall_stays_as_it_was_while_somebody_unseen_is_looked_at() -> None:
    hidden = Support(id="hid", name="zanzibar", domain="probation", kept_from=("people-0",))
    sight = RoomSight.of(family_with(hidden, Support(id="bea", name="Bea", domain="health")), "now", NOW.date())
    before = Glance("", Spotlight(of="bea"), "bea")
    for light in (Spotlight(of="hid"), Spotlight(domain="probation"), Spotlight(of="hid", alone=True)):
        unseen = Glance("no-home-of-theirs", light, "hid")
        assert sight.page(sight.held_to(unseen, before), "en") == sight.page(before, "en")
    for seen in (Glance("", None, "bea"), Glance("", Spotlight(domain="health"), "bea"), Glance("", None, "")):
        assert sight.held_to(seen, before) == seen
    assert sight.held_to(Glance("", None, "hid"), Glance()).selected == sight.graph.supports[0].id


def demo_sight() -> RoomSight:
    return RoomSight.of(demo.family(DAY), "none", DAY)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("light", [None, Spotlight(kinds=("natural",), alone=True), Spotlight(domain="education")])
def test_after_the_journey_it_is_the_same_picture(size: tuple[int, int], light: Spotlight | None) -> None:
    from teammeet.ecomap.spotlight import lit, narrowed

    sight = demo_sight()
    chosen = sight.graph.supports[3].id
    home = sight.graph.homes[-1].id
    page = RoomPage.from_json(sight.page(Glance(home, light, chosen), "es").as_json())
    assert page.map is not None
    graph = sight.graph.centred_on(home)
    look = Look("es", chosen, lit(graph, light) if light else frozenset())
    expected = painted(narrowed(graph, light) if light else graph, *size, look)
    drawn = painted(graph_of(page.map), *size, look_of(page.map, "es"))
    assert drawn.rows == expected.rows


def test_a_map_beyond_all_bounds_is_cut_and_its_middle_stays() -> None:
    graph = demo_sight().graph
    many = replace(
        graph,
        supports=tuple(replace(graph.supports[0], id=f"s{n}") for n in range(3_000)),
        ties=tuple(replace(graph.ties[0], id=f"t{n}", support=f"s{n % 3_000}") for n in range(7_000)),
        homes=tuple(replace(graph.homes[0], id=f"h{n}") for n in range(200)) + graph.homes,
    )
    page = RoomSight(many, {}).page(Glance(), "en")
    assert page.map is not None
    assert len(page.map.supports) == 2_000
    assert page.map.homes[page.map.centre].name == graph.home.name
    assert room_map._bounded(graph) == graph


def test_an_empty_map_and_one_of_people_without_a_home_make_the_journey() -> None:
    for graph in (EcomapGraph(), replace(demo_sight().graph, members=())):
        whole = graph if graph.homes else replace(graph, homes=(graph.home,))
        page = RoomSight(whole, {}).page(Glance(), "en")
        assert page.map is not None
        assert graph_of(page.map).home.id == ("" if not graph.homes else graph_of(page.map).centre)
        assert painted(graph_of(page.map), 80, 24).rows


# Releasing


def test_only_what_was_released_reaches_the_room_tie_by_tie() -> None:
    first = Tie(id="first", support="supports-0", to="people-0", claims=(Claim(kinds=("stressful",)),))
    other = Tie(id="other", support="supports-0", to="households-0", claims=(Claim(kinds=("cut_off",)),))
    for tie, seen, unseen in ((first, "stressful", "cut_off"), (other, "cut_off", "stressful")):
        family = family_with(first, other).with_edits([put(released_ties.released(tie))])
        told = RoomSight.of(family, "now", NOW.date()).page(Glance(), "en").as_json().decode()
        assert seen in told
        assert unseen not in told
        back = family.with_edits([put(released_ties.taken_back(released_ties.released(tie)))])
        assert seen not in RoomSight.of(back, "now", NOW.date()).page(Glance(), "en").as_json().decode()


def test_a_kind_that_was_for_the_facilitator_alone_goes_back_to_the_facilitator() -> None:
    tie = Tie(support="a", to="b", shown_to="facilitator")
    assert released_ties.taken_back(released_ties.released(tie), tie.shown_to) == tie
    assert released_ties.taken_back(released_ties.released(tie), "room").shown_to == "team"


def test_a_released_tie_that_becomes_stressful_is_the_teams_again() -> None:
    tie = Tie(id="t", support="supports-0", to="people-0", claims=(Claim(kinds=("strong",)),), shown_to="room")
    family = family_with(tie)
    heavy = tie.changed(claims=(Claim(kinds=("strong", "stressful")),))
    (edit,) = released_ties.asked_anew(family, (put(heavy),))
    assert edit.after == heavy.changed(shown_to="team")
    (moved,) = released_ties.asked_anew(family.with_edits([put(heavy)]), (put(heavy.changed(to="households-0")),))
    assert moved.after == heavy.changed(to="households-0", shown_to="team")
    thin = put(tie.changed(claims=(Claim(kinds=("tenuous",)),)))
    assert released_ties.asked_anew(family, (thin,)) == (thin,)
    calm = family.with_edits([put(heavy)])
    assert released_ties.asked_anew(calm, (put(heavy.changed(note="x")),)) == (put(heavy.changed(note="x")),)


def test_who_comes_in_changes_what_stands_on_the_map() -> None:
    kept = Support(id="kept", name="zanzibar", kept_from=("people-0",))
    family = family_with(kept)
    assert "zanzibar" not in RoomSight.of(family, "now", NOW.date()).page(Glance(), "en").as_json().decode()
    lola = family.get("there-people-0")
    assert isinstance(lola, Attendance)
    gone = family.with_edits([put(lola.changed(left_at=NOW))])
    assert "zanzibar" in RoomSight.of(gone, "now", NOW.date()).page(Glance(), "en").as_json().decode()
