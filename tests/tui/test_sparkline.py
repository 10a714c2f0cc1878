"""Scores as small columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teammeet.tui.meeting.sparkline import COLUMNS, MOST, sparkline

SCORES = st.lists(st.one_of(st.none(), st.integers(0, 10)))


def test_the_lowest_and_the_highest_column_are_nought_and_ten() -> None:
    assert sparkline((0, 10)) == COLUMNS[0] + COLUMNS[-1]


def test_a_day_without_a_score_keeps_its_place() -> None:
    assert sparkline((2, None, 6)) == "▂·▅"


def test_plain_signs_are_the_numbers() -> None:
    plain = sparkline((2, None, 10), plain=True)
    assert plain == "2 - 10"
    assert plain.isascii()


@pytest.mark.parametrize("score", [-1, 11])
def test_what_is_no_score_is_refused(score: int) -> None:
    with pytest.raises(ValueError, match="0 to 10"):
        sparkline((score,))


@given(SCORES)
def test_a_line_is_never_wider_than_it_may_be_and_rises_with_the_score(scores: list[int | None]) -> None:
    drawn = sparkline(scores)
    assert len(drawn) == min(len(scores), MOST)
    heights = [(score, COLUMNS.index(sign)) for score, sign in zip(scores[-MOST:], drawn, strict=True) if score is not None]
    assert all(low <= high for a, low in heights for b, high in heights if a <= b)
