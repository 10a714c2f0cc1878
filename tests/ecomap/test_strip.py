"""The strip: one column of names for a narrow window, that all can be read from afar."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.hostile import FIT, LONG
from tests.tui.test_room_map import demo_sight

from teammeet.ecomap.graph import EcomapGraph
from teammeet.ecomap.strip import strip
from teammeet.ecomap.terminal import Look

GRAPH = demo_sight().graph


def test_at_40_by_12_every_name_is_whole_and_scrolling_comes_to_all() -> None:
    seen = [strip(GRAPH, 40, 12, Look(first=first, follow=False)) for first in (0, 5, 99)]
    told = "\n".join(canvas.text for canvas in seen)
    for support in GRAPH.supports:
        assert support.name in told
    assert (seen[0].hidden, seen[2].hidden) == (len(GRAPH.supports) - 9, 0)
    assert seen[2].first == len(GRAPH.supports) - 9
    assert "more below" in seen[0].text
    assert seen[0].text.startswith("● Mari")


def test_what_is_selected_is_in_sight_and_nothing_else_is_bright_where_somebody_stands_out() -> None:
    for support in GRAPH.supports:
        canvas = strip(GRAPH, 40, 12, Look(selected=support.id, highlighted=frozenset({support.id})))
        assert any(spot.id == support.id for spot in canvas.spots)
        styles = {run.style for row in canvas.rows for run in row if run.text.strip()}
        assert f"kind-{support.kind} selected" in styles
        assert not {style for style in styles if style.startswith("kind-") and not style.endswith(("dim", "selected"))}


LETTER_BY_LETTER = [name for name in FIT.values() if cell_len(name) == sum(map(cell_len, name))]
"""Names whose letters are drawn beside each other; joined pictures are as wide as a terminal makes them."""


@pytest.mark.parametrize("name", [*LETTER_BY_LETTER, LONG[:500], ""])
def test_every_row_is_as_wide_as_the_window_whatever_a_name_is(name: str) -> None:
    graph = replace(
        GRAPH,
        supports=tuple(replace(support, name=name) for support in GRAPH.supports),
        members=tuple(replace(member, name=name) for member in GRAPH.members),
    )
    for width in (20, 33, 40, 59):
        canvas = strip(graph, width, 12, Look(ascii_only=width == 33))
        assert {sum(cell_len(run.text) for run in row) for row in canvas.rows} == {width}


@settings(max_examples=25)
@given(st.integers(0, 70), st.integers(0, 30), st.booleans())
def test_any_size_and_no_support_at_all_are_survived(width: int, height: int, empty: bool) -> None:
    graph = EcomapGraph(homes=GRAPH.homes[:1], centre=GRAPH.homes[0].id) if empty else GRAPH
    assert len(strip(graph, width, height).rows) == height
