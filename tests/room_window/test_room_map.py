"""The map of a page survives its journey, is clean and bounded, and points at nothing that is not on it."""

import json
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from tests.room_window.test_page import WORDS

from teammeet.model import people, supports
from teammeet.room_window import room_map
from teammeet.room_window.page import RoomPage
from teammeet.room_window.room_map import MapClaim, MapHome, MapMember, MapSupport, MapTie, RoomMap
from teammeet.room_window.sealed import MOST_BYTES
from teammeet.text import is_clean


def _any_of(kind: Any, field: str) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(kind.model_fields[field].annotation))


@st.composite
def maps(draw: st.DrawFn) -> RoomMap:
    """A map with a few of everything."""
    homes = tuple(MapHome(name=draw(WORDS), is_said=n > 0 or draw(st.booleans())) for n in range(draw(st.integers(1, 3))))
    home = st.integers(0, len(homes) - 1)
    member = st.builds(
        MapMember,
        name=WORDS,
        home=home,
        also_in=st.lists(home, max_size=2).map(tuple),
        life=_any_of(MapMember, "life"),
        nature=_any_of(MapMember, "nature"),
        enrolled=st.booleans(),
        mark=WORDS,
    )
    support = st.builds(
        MapSupport,
        name=WORDS,
        kind=_any_of(MapSupport, "kind"),
        domain=st.sampled_from(("", "health", "an-agencys-own")),
        status=_any_of(MapSupport, "status"),
    )
    members, around = draw(st.lists(member, max_size=3)), draw(st.lists(support, max_size=5))
    thing = st.integers(0, len(homes) + len(members) + len(around) - 1)
    kinds = st.lists(st.sampled_from(get_args(room_map.LineKind)), max_size=2, unique=True).map(tuple)
    claim = st.builds(MapClaim, kinds=kinds, flow=st.sampled_from(get_args(room_map.Energy)))
    tie = st.builds(MapTie, start=thing, end=thing, claims=st.lists(claim, max_size=3).map(tuple))
    return RoomMap(
        title=draw(WORDS),
        homes=homes,
        members=tuple(members),
        supports=tuple(around),
        ties=tuple(each for each in draw(st.lists(tie, max_size=6)) if each.start != each.end),
        centre=draw(home),
        lit=tuple(draw(st.sets(thing, max_size=3))),
        chosen=draw(st.none() | thing),
        plain=draw(st.booleans()),
    )


MAP_PAGES = st.builds(
    lambda told, title, words: RoomPage(kind="map", title=title, summary=words, map=told), maps(), WORDS, WORDS
)


@settings(max_examples=25)
@given(MAP_PAGES)
def test_a_page_with_a_map_is_the_same_after_a_journey_and_clean(page: RoomPage) -> None:
    assert RoomPage.from_json(page.as_json()) == page
    assert page.map is not None
    told = page.map
    names = [told.title, *(home.name for home in told.homes), *(support.name for support in told.supports)]
    names += [word for member in told.members for word in (member.name, member.mark)]
    assert all(is_clean(name) for name in names)


def test_a_map_stands_on_a_page_of_its_own_kind_and_there_always() -> None:
    told = RoomMap(homes=(MapHome(name="Lola's home"),))
    for kind in ("page", "opening", "pause", "waiting"):
        with pytest.raises(ValidationError):
            RoomPage(kind=kind, map=told)
    with pytest.raises(ValidationError):
        RoomPage(kind="map")
    with pytest.raises(ValueError, match=r"^not a page$"):
        RoomPage.from_json(b'{"kind": "waiting", "map": {"homes": [{"name": "Lola"}]}}')


@pytest.mark.parametrize(
    "wrong",
    [
        {"homes": []},
        {"centre": 1},
        {"centre": -1},
        {"chosen": 3},
        {"lit": [3]},
        {"ties": [{"start": 2, "end": 3}]},
        {"ties": [{"start": 2, "end": 0, "claims": [{"kinds": ["loving"]}]}]},
        {"ties": [{"start": 2, "end": 0, "claims": [{"said_by": ["Lola"]}]}]},
        {"members": [{"home": 2}]},
        {"members": [{"also_in": [1]}]},
        {"members": [{"id": "lola"}]},
        {"supports": [{"kind": "magic"}]},
        {"supports": [{"domain": "\u001b[2J"}]},
        {"supports": [{"name": "Bea"}] * 2_001},
        {"homes": [{"is_said": False}] * 2},
        {"plain": 1},
        {"centre": "0"},
        {"note": "zanzibar"},
    ],
    ids=lambda wrong: json.dumps(wrong)[:60],
)
def test_what_is_no_map_is_refused(wrong: dict[str, Any]) -> None:
    fit = {"homes": [{"name": "a home"}], "members": [{"name": "Lola"}], "supports": [{"name": "Bea"}]}
    assert RoomPage.from_json(json.dumps({"kind": "map", "map": fit}).encode()).map is not None
    with pytest.raises(ValueError, match=r"^not a page$"):
        RoomPage.from_json(json.dumps({"kind": "map", "map": {**fit, **wrong}}).encode())


def test_the_largest_map_fits_the_file_that_the_window_reads() -> None:
    name = "\U0001f9e1" * 500
    told = RoomMap(
        title=name,
        homes=tuple(MapHome(name=name) for _ in range(room_map.MOST_HOMES)),
        members=tuple(MapMember(name=name) for _ in range(room_map.MOST_MEMBERS)),
        supports=tuple(MapSupport(name=name, domain="d" * 40) for _ in range(room_map.MOST_SUPPORTS)),
        ties=tuple(
            MapTie(start=2_000, end=2_001, claims=(MapClaim(kinds=("strong", "stressful"), flow="both"),))
            for _ in range(room_map.MOST_TIES)
        ),
    )
    assert len(RoomPage(kind="map", map=told).as_json()) < MOST_BYTES


def test_the_words_of_a_map_are_those_of_the_record() -> None:
    assert get_args(room_map.LineKind) == get_args(supports.TieKind)
    assert set(get_args(room_map.Energy)) == set(get_args(supports.Flow))
    for kind, of, names in (
        (MapSupport, supports.Support, ("kind", "status")),
        (MapMember, people.Person, ("life", "nature")),
    ):
        for name in names:
            assert {*get_args(kind.model_fields[name].annotation)} == {*get_args(of.model_fields[name].annotation)}, name
