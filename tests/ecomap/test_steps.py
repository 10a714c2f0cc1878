"""The arrow keys on the map: no key is without an effect, and everything can be reached."""

import pytest
from tests.ecomap.families import graph

from teammeet.ecomap.cells import Canvas, Spot
from teammeet.ecomap.rail import rail
from teammeet.ecomap.star import ring
from teammeet.ecomap.steps import next_on

WAYS = ("up", "down", "left", "right")
FAMILIES = [graph(25, odd=True), graph(12, homes=2, seed=4), graph(25, seed=5, homes=3), graph(3), graph(60, odd=True, homes=2)]


def reached(canvas: Canvas) -> set[str]:
    """All that single steps come to from the first thing on."""
    first = canvas.spots[0].id
    found, edge = {first}, [first]
    while edge:
        here = edge.pop()
        for way in WAYS:
            there = next_on(canvas, here, way, around=True)
            assert there != here
            if there not in found:
                found.add(there)
                edge.append(there)
    return found


@pytest.mark.parametrize("number", range(len(FAMILIES)))
def test_everything_is_reached_and_no_key_is_stuck(number: int) -> None:
    family = FAMILIES[number]
    for canvas in (rail(family, 80, 19), rail(family, 100, 60), ring(family, 160, 40), ring(family, 200, 54)):
        if canvas is not None:
            assert reached(canvas) == {spot.id for spot in canvas.spots}


def columns(*spots: tuple[str, int, int]) -> Canvas:
    return Canvas(80, 20, (), tuple(Spot(id, x, y, 6) for id, x, y in spots), between=(30, 50))


def test_left_and_right_cross_a_rail_to_the_nearest_row() -> None:
    canvas = columns(("rosa", 60, 9), ("pete", 60, 11), ("home", 36, 1), ("ana", 36, 8), ("tom", 5, 2), ("joan", 5, 10))
    assert next_on(canvas, "rosa", "left") == "ana"
    assert next_on(canvas, "ana", "left") == "joan"
    assert next_on(canvas, "joan", "right") == "ana"
    assert next_on(canvas, "ana", "right") == "rosa"
    assert next_on(canvas, "rosa", "right") == "joan"


def test_left_crosses_to_the_other_column_where_nobody_is_between() -> None:
    canvas = columns(("rosa", 60, 9), ("tom", 5, 2), ("joan", 5, 10))
    assert next_on(canvas, "rosa", "left") == "joan"


def test_up_and_down_walk_the_column_and_nothing_else() -> None:
    canvas = columns(("rosa", 60, 9), ("pete", 60, 11), ("ana", 36, 10), ("joan", 5, 10))
    assert next_on(canvas, "rosa", "down") == "pete"
    assert next_on(canvas, "pete", "down") == ""
    assert next_on(canvas, "pete", "down", around=True) == "rosa"


def test_in_a_ring_what_lies_straight_ahead_is_chosen_before_what_lies_aside() -> None:
    canvas = Canvas(80, 20, (), tuple(Spot(id, x, y, 4) for id, x, y in (("a", 38, 18), ("b", 38, 2), ("c", 48, 14))))
    assert next_on(canvas, "a", "up") == "b"
    assert next_on(canvas, "b", "down") == "a"
    assert next_on(canvas, "a", "right") == "c"
