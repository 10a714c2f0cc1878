"""Moving an item up or down: a need in the family's own rank, anything else in the order of its list."""

from __future__ import annotations

from typing import Final

from teammeet.model.family import Edit, Family, put, reordered
from teammeet.model.plan import Need
from teammeet.model.record import LIST_OF
from teammeet.model.values import Item
from teammeet.tui.sheets.row import Row

MOVABLE: Final = frozenset(
    {
        "households",
        "people",
        "team",
        "mandates",
        "strengths",
        "worries",
        "needs",
        "outcomes",
        "options",
        "strategies",
        "tasks",
        "risks",
        "transition",
        "crisis_calls",
        "parked",
    }
)
"""Lists that people sort by hand; the others stand in the order of a date, a kind or a step."""


def moved(family: Family, rows: tuple[Row, ...], row: Row, by: int) -> tuple[Edit, ...]:
    """The edits that move what ``row`` shows one place up (-1) or down (1); none if it cannot go there."""
    item = family.get(row.item)
    if item is None or row.field or LIST_OF[type(item)] not in MOVABLE:
        return ()
    if isinstance(item, Need):
        return _ranked(family.needs, item, by)
    neighbour = _neighbour(family, rows, row, by)
    if neighbour is None:
        return ()
    items = [one for one in getattr(family, LIST_OF[type(item)]) if one.id != item.id]
    place = next(n for n, one in enumerate(items) if one.id == neighbour) + (by > 0)
    return reordered((*items[:place], item, *items[place:]))


def _neighbour(family: Family, rows: tuple[Row, ...], row: Row, by: int) -> str | None:
    """The item of the same kind that stands next to it on the sheet, at the same level, under the same parent."""
    kind = type(family.get(row.item))
    place = next(n for n, one in enumerate(rows) if one.key == row.key)
    after = rows[place + 1 :] if by > 0 else tuple(reversed(rows[:place]))
    for one in after:
        if one.level < row.level or (one.heading and not row.heading):
            return None
        if one.level == row.level and type(family.get(one.item)) is kind and not one.field:
            return one.item
    return None


def _ranked(needs: tuple[Need, ...], need: Need, by: int) -> tuple[Edit, ...]:
    """The family's rank without gaps: up gives an unranked need the last rank, down takes the last one's rank away."""
    ranked: list[Need] = sorted((one for one in needs if one.rank is not None), key=lambda one: one.rank or 0)
    if need.rank is None:
        ranked += [need] if by < 0 else []
    else:
        place = ranked.index(need)
        ranked.remove(need)
        if place + by < 0:
            return ()
        if place + by <= len(ranked):
            ranked.insert(place + by, need)
    ranks = {one.id: rank for rank, one in enumerate(ranked, start=1)}
    changed: list[Item] = [one.changed(rank=ranks.get(one.id)) for one in needs if one.rank != ranks.get(one.id)]
    return tuple(put(one) for one in changed)
