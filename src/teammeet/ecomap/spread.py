"""Things in a circle moved apart as little as can be, in their order."""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Final

_FIXED: Final = 1000.0


def apart(places: Sequence[float], halves: Sequence[float], fixed: Sequence[bool], around: float) -> list[float]:
    """New places on a circle of length ``around`` for things at ascending ``places`` that take ``halves`` to each side.

    The sum of squares of the ways that they move is least; ``fixed`` ones hardly move. When there is not room for all,
    they stand evenly.
    """
    count = len(places)
    if count < 2:
        return list(places)
    cut = max(range(count), key=lambda number: (_gap(places, number, around), -number))
    order = [(cut + number) % count for number in range(count)]
    line = [places[number] + (around if number < cut else 0.0) for number in order]
    needs = [halves[a] + halves[b] for a, b in pairwise(order)]
    offsets = [0.0, *accumulate(needs)]
    total = offsets[-1] + halves[order[-1]] + halves[order[0]]
    if total > around:
        moved = [line[0] + offset * around / total for offset in offsets]
    else:
        weights = [_FIXED if fixed[number] else 1.0 for number in order]
        level = _rising([place - offset for place, offset in zip(line, offsets, strict=True)], weights)
        most = around - total
        middle = sum(level) / count
        level = [min(max(value, middle - most / 2), middle + most / 2) for value in level]
        moved = [value + offset for value, offset in zip(level, offsets, strict=True)]
    result = [0.0] * count
    for number, place in zip(order, moved, strict=True):
        result[number] = place % around
    return result


def _gap(places: Sequence[float], number: int, around: float) -> float:
    return (places[number] - places[number - 1]) % around


def _rising(values: Sequence[float], weights: Sequence[float]) -> list[float]:
    """The nearest values that never fall (pool adjacent violators)."""
    blocks: list[tuple[float, float, int]] = []
    for value, weight in zip(values, weights, strict=True):
        blocks.append((value, weight, 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            last, last_weight, last_count = blocks.pop()
            before, before_weight, before_count = blocks.pop()
            both = before_weight + last_weight
            blocks.append(((before * before_weight + last * last_weight) / both, both, before_count + last_count))
    return [value for value, _, count in blocks for _ in range(count)]
