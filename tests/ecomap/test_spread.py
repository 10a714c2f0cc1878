"""Docks on the household's outline: as near to their place as their room allows."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teammeet.ecomap.contour import Contour
from teammeet.ecomap.shapes import Box
from teammeet.ecomap.spread import apart


@given(st.lists(st.floats(0, 99.9), min_size=2, max_size=20))
def test_everything_gets_its_room_and_keeps_its_order(places: list[float]) -> None:
    places = sorted(places)
    moved = apart(places, [2.0] * len(places), [False] * len(places), 100.0)
    turns = [(after - before) % 100 for before, after in zip(moved, moved[1:] + moved[:1], strict=True)]
    assert all(turn >= 4 - 1e-6 for turn in turns)
    assert sum(turns) == pytest.approx(100)


def test_what_has_room_stays() -> None:
    assert apart([10, 30, 60], [2, 2, 2], [False] * 3, 100) == pytest.approx([10, 30, 60])


def test_two_at_one_place_move_equally_and_a_fixed_one_hardly() -> None:
    assert apart([50, 50], [3, 3], [False, False], 100) == pytest.approx([47, 53])
    assert apart([50, 50], [3, 3], [True, False], 100) == pytest.approx([50, 56], abs=0.1)


def test_without_room_they_stand_evenly() -> None:
    moved = apart([1, 2, 3, 4], [40] * 4, [False] * 4, 100)
    assert sorted((b - a) % 100 for a, b in zip(moved, moved[1:] + moved[:1], strict=True)) == pytest.approx([25] * 4)


@pytest.mark.parametrize(
    "outline",
    [
        Contour((Box(0, 0, 200, 120),)),
        Contour((Box(0, -50, 200, 120), Box(0, 60, 160, 140))),
        Contour((Box(-60, 0, 120, 90), Box(60, 0, 120, 160)), (0.0, 0.0)),
    ],
)
def test_an_angle_and_its_place_on_the_outline_are_the_same_point(outline: Contour) -> None:
    for angle in (0.1, 0.7, 2.0, 4.4, 6.2):
        assert outline.angle_of(outline.place(angle)) == pytest.approx(angle)
        assert outline.angle(outline.at(angle)) == pytest.approx(angle)


def test_two_ovals_have_a_notch_on_each_side_where_no_tie_comes_in() -> None:
    stacked = Contour((Box(0, -60, 200, 130), Box(0, 60, 200, 130)))
    assert [round(stacked.angle_of(place) / math.pi, 2) for place, _ in stacked.notches] == [0.5, 1.5]
    assert [stacked.owner(angle) for angle in (0.0, 1.0, 2.2, 3.14, 4.0, 5.4)] == [0, 0, 1, 1, 1, 0]
    assert not Contour((Box(0, 0, 200, 130),)).notches
