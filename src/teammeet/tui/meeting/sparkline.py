"""Scores from 0 to 10 as small columns in plain characters: for drawing only, and always beside words."""

from collections.abc import Sequence
from typing import Final

COLUMNS: Final = "▁▂▃▄▅▆▇█"
NOTHING: Final = "·"
"""Stands where somebody gave no score."""
MOST: Final = 16
"""Scores that are drawn at most, the last ones: the words beside must fit into 80 columns."""
HIGHEST: Final = 10


def sparkline(scores: Sequence[int | None], *, plain: bool = False) -> str:
    """``scores`` as columns, the lowest for 0 and the highest for 10; with ``plain`` signs the numbers themselves.

    Raises:
        ValueError: a score is not from 0 to 10.
    """
    drawn = tuple(scores)[-MOST:]
    if any(score is not None and not 0 <= score <= HIGHEST for score in drawn):
        raise ValueError("a score is from 0 to 10")
    if plain:
        return " ".join("-" if score is None else str(score) for score in drawn)
    return "".join(NOTHING if score is None else COLUMNS[_height(score)] for score in drawn)


def _height(score: int) -> int:
    return (score * (len(COLUMNS) - 1) + HIGHEST // 2) // HIGHEST
