"""Where names stand around the household's outline in cells, so that every tie is short and straight to it.

Above and below names stand side by side with upright ties, left and right one under another with lying ones. Nothing
crosses: a name's rows and columns, as far as its tie goes, are its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeVar

from rich.cells import cell_len

from teammeet.ecomap.names import in_rows, widest_piece
from teammeet.ecomap.rim import Rim, oval, oval_indents

_Thing = TypeVar("_Thing")
_DEPTHS: Final = (2, 3, 1)
"""Rows of names above and below the household that are tried."""
_MOST_ROWS: Final = 3
_SHOULDER: Final = 2
"""So many rows below the uppermost of the outline the outermost upright ties come to it."""
_WIDE: Final = 140
"""From so many columns on ties are a little longer."""
_WIDEST_SLOT: Final = 34
_LONGEST_PIECE: Final = 26
"""A word longer than this may be broken."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What wants a place: its name, the columns of its ties upright, and a caption where a sector begins with it."""

    label: str
    columns: int = 1
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Rows of a name from column ``x`` and row ``y`` on, at ``side`` of the household (``over``, ``right``, ...).

    ``dock`` is the column (over, under) or row (right, left) in which its tie comes to the outline.
    """

    side: str
    rows: tuple[str, ...]
    x: int
    y: int
    dock: int
    caption: int | None = None
    """The row of its caption, if that found room."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The outline, a place for each wish, and how many cells a lying tie is long."""

    rim: Rim
    places: tuple[Place, ...]
    across: int


@dataclass(frozen=True, slots=True)
class _Trial:
    """One way of sharing: ``top`` names above and as many below in ``deep`` rows, names at the sides ``label`` wide."""

    top: int
    under: int
    deep: int
    upright: int
    label: int
    wide: int
    high: int
    across: int


@lru_cache(maxsize=32)
def planned(wishes: tuple[Wish, ...], need: tuple[int, int], width: int, rows: int, shortest: int) -> Plan | None:
    """The best plan in ``width`` by ``rows`` cells around a household that needs ``need``; None when names find no room.

    Lying ties are ``shortest`` cells long at least.
    """
    best: tuple[float, _Trial] | None = None
    for top in range(min(len(wishes) // 2, width // 16) + 1):
        for deep in _DEPTHS if top else (0,):
            trial = _trial(wishes, need, width, rows, shortest, top, deep)
            if trial is not None:
                cost = _cost(wishes, trial)
                if best is None or cost < best[0]:
                    best = cost, trial
    return _placed(wishes, width, rows, best[1]) if best else None


def _trial(
    wishes: Sequence[Wish], need: tuple[int, int], width: int, rows: int, shortest: int, top: int, deep: int
) -> _Trial | None:
    """The trial with the widest names at the sides that leave the household its room; None when that fails."""
    upright = 0 if not top else 4 if rows >= 33 else 3
    over, right, under, left = _sides(wishes, top, min(top, len(wishes) - top))
    across = shortest + (2 if width >= _WIDE else 0)
    most = rows - 2 * (deep + upright)
    busiest = max(len(right), len(left))
    high = max(need[1] + 4, 2 * _SHOULDER + round(2.4 * busiest) + 1, 9)
    high = min(most, high + max(0, most - high) // 2)
    if high < max(need[1] + 2, 5):
        return None
    room = high - 2 * _shoulder(top)
    sides = [wish.label for wish in (*right, *left)]
    least = max([min(_LONGEST_PIECE, widest_piece(label)) for label in sides], default=0)
    longest = max(map(cell_len, sides), default=0)
    wanted = max(round(need[0] * 1.2) + 8, min(2 * high, width // 3))
    for label in range(min(longest, (width - wanted) // 2 - across), least - 1, -1):
        if max(sum(len(in_rows(wish.label, label)) for wish in side) for side in (right, left)) > room:
            continue
        if any(len(in_rows(name, label)) > _MOST_ROWS for name in sides):
            continue
        wide = min(width - 2 * (label + across), max(wanted, round(2.8 * high)))
        trial = _Trial(top, len(under), deep, upright, label, wide, high, across)
        if all(_slots(row, trial, width) is not None for row in (over, under)):
            return trial
        return None
    return None


def _shoulder(top: int) -> int:
    return _SHOULDER if top else 1


def _cost(wishes: Sequence[Wish], trial: _Trial) -> float:
    """How far a trial is from names all around, at even distances, in one row each."""
    around = trial.wide + 2 * trial.high
    even = len(wishes) * trial.wide / (2 * around)
    _, right, _, left = _sides(wishes, trial.top, trial.under)
    taken = [sum(len(in_rows(wish.label, trial.label)) for wish in side) for side in (right, left)]
    broken = sum(taken) - len(right) - len(left)
    dense = max(taken) / max(1, trial.high - 2 * _shoulder(trial.top))
    return 2 * abs(trial.top - even) + broken * 0.25 + 6 * max(0, dense - 0.6) + 0.5 * (trial.deep == 3) + 2 * (trial.deep == 1)


def _sides(things: Sequence[_Thing], top: int, under: int) -> tuple[list[_Thing], list[_Thing], list[_Thing], list[_Thing]]:
    """The things above (from the left), right (from above), below (from the left), left (from above), clockwise from noon."""
    after_noon = (top + 1) // 2
    rest = len(things) - top - under
    down = after_noon + (rest + 1) // 2
    up = down + under
    over = [*things[len(things) - (top - after_noon) :], *things[:after_noon]]
    return over, list(things[after_noon:down]), list(things[down:up])[::-1], list(things[up : up + rest // 2])[::-1]


def _slots(row: Sequence[Wish], trial: _Trial, width: int) -> list[tuple[tuple[str, ...], int, int]] | None:
    """Rows, first column and dock of each name above or below; columns count from the middle. None without room."""
    if not row:
        return []
    span = trial.wide - 2 * oval_indents(trial.wide, trial.high)[_SHOULDER] - 4
    count = len(row)
    slot = min(_WIDEST_SLOT, width // count, span // (count - 2) if count > 2 else span)
    found = []
    for number, wish in enumerate(row):
        if slot - 2 < min(widest_piece(wish.label), _LONGEST_PIECE):
            return None
        rows = in_rows(wish.label, slot - 2)
        if len(rows) > trial.deep:
            return None
        centre = round((number - (count - 1) / 2) * slot)
        dock = max(-span // 2, min(span // 2 - wish.columns, centre - wish.columns // 2))
        half = slot // 2 - 1
        if not centre - half <= dock <= dock + wish.columns - 1 <= centre + half:
            return None
        wide = max(map(cell_len, rows))
        x = max(centre - half, min(dock + wish.columns // 2 - wide // 2, centre + half - wide + 1))
        found.append((rows, x, dock))
    return found


def _placed(wishes: Sequence[Wish], width: int, rows: int, trial: _Trial) -> Plan:
    """The plan of a trial."""
    high = trial.high + 2 * (trial.deep + trial.upright)
    rim = oval((width - trial.wide) // 2, (rows - high) // 2 + trial.deep + trial.upright, trial.wide, trial.high)
    over, right, under, left = _sides(range(len(wishes)), trial.top, trial.under)
    places: dict[int, Place] = {}
    for side, numbers in (("over", over), ("under", under)):
        slots = _slots([wishes[number] for number in numbers], trial, width) or []
        for number, (words, x, dock) in zip(numbers, slots, strict=True):
            places[number] = _over_or_under(side, words, x, dock, rim, trial, width)
    for side, numbers in (("right", right), ("left", left)):
        for number, place in zip(numbers, _column(side, [wishes[n] for n in numbers], rim, trial), strict=True):
            places[number] = place
    return Plan(rim, tuple(places[number] for number in range(len(wishes))), trial.across)


def _over_or_under(side: str, words: tuple[str, ...], x: int, dock: int, rim: Rim, trial: _Trial, width: int) -> Place:
    column = _off_corner(rim.middle + dock, side, rim)
    wide = max(map(cell_len, words))
    start = max(0, min(width - wide, rim.middle + x))
    if side == "over":
        return Place(side, words, start, rim.upper(column) - trial.upright - len(words), column)
    return Place(side, words, start, rim.lower(column) + trial.upright + 1, column)


def _off_corner(column: int, side: str, rim: Rim) -> int:
    """A tie comes to the flat of the outline, not to a corner of it."""
    start, end = rim.ends(rim.upper(column) if side == "over" else rim.lower(column))
    return max(start + 1, min(end - 1, column))


def _column(side: str, wishes: Sequence[Wish], rim: Rim, trial: _Trial) -> list[Place]:
    """Names one under another along the outline, each at the same distance from it, evenly in the height."""
    if not wishes:
        return []
    labels = [in_rows(wish.label, trial.label) for wish in wishes]
    room = rim.high - 2 * _shoulder(trial.top)
    captions = [bool(wish.caption) for wish in wishes]
    free = room - sum(map(len, labels))
    if sum(captions) > free:
        captions = [False] * len(wishes)
    free -= sum(captions)
    places, used = [], 0
    for number, (words, caption) in enumerate(zip(labels, captions, strict=True)):
        y = rim.top + _shoulder(trial.top) + used + caption + round((number + 0.5) * free / len(labels))
        used += len(words) + caption
        start, end = rim.ends(y)
        x = end + trial.across + 1 if side == "right" else start - trial.across - 1
        places.append(Place(side, words, x, y, y, y - 1 if caption else None))
    return places
