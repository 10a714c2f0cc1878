"""Taking an item out of a family, with what hangs on it: references are cleared, and what cannot be without it goes too."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import Final

from teammeet.model.family import Edit, Family, drop, put
from teammeet.model.pruning import Stays, pruned
from teammeet.model.values import Item

SIGNED: Final = frozenset({"signatures", "editions"})
"""Lists that tell what was signed, by whom: nothing in them goes or changes because something else goes."""


def without(family: Family, item_id: str) -> tuple[Edit, ...]:
    """The edits that take the item ``item_id`` out of ``family``, as one change; none if it is not there or is the header.

    A reference to it that may be empty is cleared, a list of references is shortened, and an item that cannot be without it
    (or would be seen by more people: :data:`teammeet.model.pruning.WIDENING`) goes too, with all that hangs on that in
    turn. The items that go come last, those that others lean on at the very end.
    """
    if family.get(item_id) is None or item_id == family.header.id:
        return ()
    gone = _going(family, item_id)
    changed = (put(kept) for kept in _changed(family, frozenset(gone)))
    dropped = (drop(item) for item in map(family.get, reversed(gone)) if item is not None)
    return (*changed, *dropped)


def touches_signed(edits: Iterable[Edit]) -> bool:
    """Whether ``edits`` would take away or change what was signed: a signature, or an edition of the plan."""
    return any(edit.kind in SIGNED for edit in edits)


def _going(family: Family, item_id: str) -> tuple[str, ...]:
    """The ids of all items that go: the first one, then those that cannot be without one of them, round by round."""
    gone = {item_id: None}
    while True:
        more = [item.id for item in family.items() if item.id not in gone and pruned(item, _outside(gone)) is None]
        if not more:
            return tuple(gone)
        gone.update(dict.fromkeys(more))


def _changed(family: Family, gone: frozenset[str]) -> Iterable[Item]:
    """The items that stay but lose a reference."""
    for item in family.items():
        left = None if item.id in gone else pruned(item, _outside(gone))
        if left is not None and left is not item:
            yield left


def _outside(gone: Container[str]) -> Stays:
    """What stays: everything but ``gone``."""
    return lambda item_id: item_id not in gone
