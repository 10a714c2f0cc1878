"""How the rail shares its width: names on the left, ties, the household, ties, names on the right."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rich.cells import cell_len

from teammeet.ecomap.middle import needed
from teammeet.ecomap.names import two_rows
from teammeet.ecomap.order import Seat
from teammeet.ecomap.terminal import Scene
from teammeet.ecomap.tie_cells import cells_of_counts, needed_cells

_LONG_TIE: Final = 16
_SHORT_TIE: Final = 6
_DOUBLE_TIE: Final = 9
"""The least cells of a tie, and of two ties (or two views of one) side by side."""
_MOST_TIE: Final = 13
"""So many at most, however many ties and views there are."""
_LEAST_LABEL: Final = 5


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of the rail's columns, in cells; each side has its own labels and ties."""

    left: int
    left_tie: int
    middle: int
    right_tie: int
    right: int


@dataclass(frozen=True, slots=True)
class _Need:
    """What one label takes: in one row, and in two (as much as in one when it cannot be broken)."""

    one: int
    two: int


def shared(scene: Scene, left: Sequence[Seat], right: Sequence[Seat], width: int, rows: int) -> Columns:
    """The columns in which the fewest names of both sides must be shortened; what is left over makes ties longer."""
    wanted = needed(scene)[0] + 6
    middle = max(14, min(wanted, width // 3))
    ties = [_tie(scene, side) for side in (left, right)]
    needs = tuple(tuple(_need(scene.whole_label(seat)) for seat in side) for side in (left, right))
    room = width - middle - sum(ties)
    most = [max((need.one for need in side), default=0) for side in needs]
    spare = room - sum(most)
    if spare < 0:
        one = _best_share(needs, room, rows)
        return Columns(one, ties[0], middle, ties[1], room - one)
    whole = min(max(0, wanted - middle), spare)
    longer = [max(0, min(_LONG_TIE - tie, (spare - whole) // 2)) for tie in ties]
    wider = whole + max(0, min(min(width // 6, 24) - middle - whole, spare - whole - sum(longer)))
    margin = spare - sum(longer) - wider
    return Columns(
        most[0] + margin // 2, ties[0] + longer[0], middle + wider, ties[1] + longer[1], most[1] + margin - margin // 2
    )


def _tie(scene: Scene, side: Sequence[Seat]) -> int:
    grouped = [group for group in map(scene.group, side) if group is not None]
    if grouped:
        return max(_SHORT_TIE, *(cells_of_counts(scene, group) for group in grouped))
    several = [ties for ties in map(scene.ties, side) if len(ties) > 1 or (ties and len(ties[0].views) > 1)]
    if not several:
        return _SHORT_TIE
    return max(_DOUBLE_TIE, min(_MOST_TIE, max(needed_cells(scene, ties) for ties in several)))


@lru_cache(maxsize=1024)
def _need(label: str) -> _Need:
    one = cell_len(label)
    broken = two_rows(label)
    return _Need(one, max(map(cell_len, broken)) if broken else one)


@lru_cache(maxsize=64)
def _best_share(needs: tuple[tuple[_Need, ...], ...], room: int, rows: int) -> int:
    """The width of the left labels with which the names lose least; two rows are better than a shortened name."""
    least = min(_LEAST_LABEL, room // 2)
    choices = range(least, max(least, room - least) + 1)
    costs = [{wide: _cost(side, wide, rows) for wide in choices} for side in needs]

    def cost(one: int) -> tuple[int, int, int]:
        lost, broken = (a + b for a, b in zip(costs[0][one], costs[1].get(room - one, (0, 0)), strict=True))
        return lost, broken, abs(room - 2 * one)

    return min(choices, key=cost)


def _cost(side: Sequence[_Need], wide: int, rows: int) -> tuple[int, int]:
    """The cells that names lose at this width, squared so that no name loses much, and how many stand in two rows."""
    over = sorted((need for need in side if need.one > wide), key=lambda need: need.one, reverse=True)
    free = max(0, rows - len(side))
    lost = sum((need.two - wide) ** 2 for need in over[:free] if need.two > wide)
    return lost + sum((need.one - wide) ** 2 for need in over[free:]), len(over[:free])
