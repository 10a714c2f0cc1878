"""What the arrow keys choose on a map in cells: the next in a column and across the columns of a rail; in a ring by angle."""

import math
from dataclasses import dataclass
from typing import Final

from teammeet.ecomap.cells import Canvas

WAYS: Final = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}
"""How a key goes: columns, rows."""
_WIDEST: Final = math.radians(75)
"""What lies further aside than this lies in another direction."""
_ASIDE: Final = 1.5
"""How much further away seems what lies aside at the half of a right angle."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where something stands: its middle, in rows (a cell is half as wide as high), and in which column of a rail."""

    id: str
    x: float
    y: float
    lane: int


def next_on(canvas: Canvas, selected: str, way: str, *, around: bool = False) -> str:
    """The id of what lies next that ``way``; empty when nothing does. With ``around`` the last is followed by the first.

    In a rail, Left and Right never end: beyond the outer column lies the other one.
    """
    places = _places(canvas)
    here = places.pop(selected, None)
    if here is None or not places:
        return next(iter(places), "")
    others = list(places.values())
    if canvas.between is not None and way in ("left", "right"):
        found = _across(here, others, WAYS[way][0])
    elif canvas.between is not None:
        found = _in_column(here, others, WAYS[way][1], around)
    else:
        found = _by_angle(here, others, WAYS[way])
    if found is None and around:
        found = _by_angle(here, others, WAYS[way]) or _furthest_behind(here, others, WAYS[way])
    return found.id if found else ""


def is_at_side(canvas: Canvas, id: str) -> bool:
    """Whether ``id`` stands in an outer column of a rail."""
    place = _places(canvas).get(id)
    return place is not None and place.lane != 0


def _places(canvas: Canvas) -> dict[str, _Place]:
    """Where each thing stands, from the top on."""
    found: dict[str, _Place] = {}
    for spot in sorted(canvas.spots, key=lambda spot: (spot.y, spot.x)):
        if spot.id not in found:
            rows = [each.y for each in canvas.spots if each.id == spot.id]
            x = spot.x + spot.width / 2
            lane = 0 if canvas.between is None else (x > canvas.between[1]) - (x < canvas.between[0])
            found[spot.id] = _Place(spot.id, x / 2, (rows[0] + rows[-1]) / 2, lane)
    return found


def _in_column(here: _Place, others: list[_Place], step: int, around: bool) -> _Place | None:
    column = sorted((each for each in (*others, here) if each.lane == here.lane), key=lambda each: (each.y, each.x))
    at = column.index(here) + step
    if 0 <= at < len(column):
        return column[at]
    return column[at % len(column)] if around and len(column) > 1 else None


def _across(here: _Place, others: list[_Place], step: int) -> _Place | None:
    """The nearest row of the next column in which anything stands."""
    for far in (1, 2):
        lane = (here.lane + 1 + far * step) % 3 - 1
        column = [each for each in others if each.lane == lane]
        if column:
            return min(column, key=lambda each: (abs(each.y - here.y), each.y))
    return None


def _by_angle(here: _Place, others: list[_Place], way: tuple[int, int]) -> _Place | None:
    """The nearest; what lies straight ahead is nearer than what lies aside."""

    def cost(each: _Place) -> float:
        ahead, aside = _seen(here, each, way)
        angle = math.atan2(aside, ahead)
        return math.hypot(ahead, aside) * (1 + _ASIDE * (angle / math.radians(45)) ** 2) if angle < _WIDEST else math.inf

    best = min(others, key=cost)
    return best if cost(best) < math.inf else None


def _furthest_behind(here: _Place, others: list[_Place], way: tuple[int, int]) -> _Place | None:
    """At the edge one goes on at the other edge."""
    behind = [each for each in others if _seen(here, each, way)[0] < 0]
    return min(behind, key=lambda each: _seen(here, each, way)[0] + 2 * _seen(here, each, way)[1], default=None)


def _seen(here: _Place, there: _Place, way: tuple[int, int]) -> tuple[float, float]:
    """How far ahead, and how far aside."""
    x, y = there.x - here.x, there.y - here.y
    return x * way[0] + y * way[1], abs(x * way[1]) + abs(y * way[0])
