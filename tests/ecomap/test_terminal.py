"""The map in cells: rail and ring."""

import pytest
from rich.cells import cell_len
from tests.ecomap.families import graph

from teammeet.ecomap.cells import Canvas
from teammeet.ecomap.graph import EcomapGraph, Home, Member, Support, Tie
from teammeet.ecomap.rail import rail
from teammeet.ecomap.star import ring
from teammeet.ecomap.terminal import Look, painted


def is_whole(canvas: Canvas) -> bool:
    return len(canvas.rows) == canvas.height and all(
        sum(cell_len(run.text) for run in row) == canvas.width for row in canvas.rows
    )


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (160, 45), (40, 10), (10, 3), (1, 1), (300, 90)])
@pytest.mark.parametrize("supports", [0, 1, 25, 60, 200])
def test_every_row_is_as_wide_as_asked(size: tuple[int, int], supports: int) -> None:
    for paint in (rail, ring, painted):
        for plain in (False, True):
            assert is_whole(paint(graph(supports, odd=True, homes=2), *size, Look(ascii_only=plain)))


def test_all_of_25_supports_can_be_read_at_80_by_24() -> None:
    many = graph(25)
    canvas = rail(many, 80, 24)
    assert canvas.hidden == 0
    assert all(support.name[:14] in canvas.text for support in many.supports)


def test_names_are_whole_in_the_ring_of_a_wide_terminal() -> None:
    many = graph(25)
    canvas = ring(many, 160, 45)
    assert all(support.name in canvas.text for support in many.supports)


def test_what_finds_no_room_is_counted_and_can_be_scrolled_to() -> None:
    many = graph(100)
    top, later = rail(many, 80, 24), rail(many, 80, 24, Look(first=20))
    assert top.hidden > 0
    assert f"+{top.hidden} more below" in top.text
    assert later.hidden < top.hidden
    assert later.text != top.text


def test_the_plain_set_is_ascii() -> None:
    for paint, size in ((rail, (80, 24)), (ring, (140, 40))):
        names = EcomapGraph(
            "Rey", (Home("h", "Home"),), (Member("m", "Mara", home="h", mark="M"),), (Support("s", "School"),), (), (), "h"
        )
        assert paint(names, *size, Look(ascii_only=True)).text.isascii()


def test_selected_and_dim_are_styles_and_every_support_can_be_pointed_at() -> None:
    many = graph(12)
    chosen = many.supports[3].id
    canvas = rail(many, 100, 30, Look(selected=chosen, highlighted=frozenset({chosen})))
    styles = {run.style for row in canvas.rows for run in row}
    assert any(style.endswith(" selected") for style in styles)
    assert any(style.endswith(" dim") for style in styles)
    assert {support.id for support in many.supports} <= {spot.id for spot in canvas.spots}
    spot = next(spot for spot in canvas.spots if spot.id == chosen)
    assert canvas.at(spot.x, spot.y) == chosen


def test_a_tie_whose_kind_is_not_told_is_neutral() -> None:
    few = EcomapGraph("Rey", (Home("h", "Home"),), (), (Support("s", "School"),), (Tie("t", "s", "h"),), (), "h")
    for canvas in (rail(few, 80, 24), ring(few, 130, 40)):
        styles = {run.style for row in canvas.rows for run in row if run.style.startswith("tie")}
        assert styles == {"tie-unsaid"}


def test_the_painter_chooses_by_size() -> None:
    assert painted(graph(9), 80, 24).text == rail(graph(9), 80, 24).text
    assert painted(graph(9), 150, 40).text == ring(graph(9), 150, 40).text
