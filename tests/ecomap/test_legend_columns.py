"""The legend's samples stand in columns without holes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from teammeet.ecomap.legend_columns import in_columns


@settings(max_examples=25, deadline=None)
@given(widths=st.lists(st.floats(30, 460), max_size=24), room=st.floats(460, 1000))
def test_columns_are_filled_but_for_the_last_row_and_nothing_reaches_the_next(widths: list[float], room: float) -> None:
    places = in_columns(widths, room)
    assert len(places) == len(widths) == len(set(places))
    rows = max((row for _, row in places), default=-1) + 1
    lefts = sorted({x for x, _ in places})
    for number, left in enumerate(lefts):
        here = [(row, width) for (x, row), width in zip(places, widths, strict=True) if x == left]
        assert sorted(row for row, _ in here) == list(range(len(here)))
        assert len(here) >= rows - 1
        assert left + max(width for _, width in here) < ([*lefts, room + 0.01][number + 1])


def test_there_are_no_more_columns_than_the_rows_need() -> None:
    assert in_columns([100.0] * 8, 560.0) == [
        (x, row) for x in sorted({p[0] for p in in_columns([100.0] * 8, 560.0)}) for row in (0, 1)
    ]


def test_long_entries_go_last_where_that_saves_a_row() -> None:
    places = in_columns([100.0, 300.0, 100.0, 300.0], 450.0)
    assert max(row for _, row in places) == 1
    assert places[1][0] == places[3][0] > places[0][0] == places[2][0]
