"""Taking an item out of a family, with what hangs on it: references are cleared, and what cannot be without it goes too."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from teammeet.model.family import Edit, Family, drop, put
from teammeet.model.people import Person
from teammeet.model.record import LIST_OF
from teammeet.model.shapes import referring
from teammeet.model.sharing import Release
from teammeet.model.values import Item, Value

SIGNED: Final = frozenset({"signatures", "editions"})
"""Lists that tell what was signed, by whom: nothing in them goes or changes because something else goes."""

WIDENING: Final = frozenset({(Person, "support"), (Release, "record_of"), *((kind, "only_for") for kind in LIST_OF)})
"""References that keep something narrow: emptied, a person of a support would read as family, a release would open
everybody's records, and what was for one person alone would be for all. So the item goes with the last of them."""


def without(family: Family, item_id: str) -> tuple[Edit, ...]:
    """The edits that take the item ``item_id`` out of ``family``, as one change; none if it is not there or is the header.

    A reference to it that may be empty is cleared, a list of references is shortened, and an item that cannot be without it
    (or would be seen by more people: :data:`WIDENING`) goes too, with all that hangs on that in turn. The items that go come
    last, those that others lean on at the very end.
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
        known = frozenset(gone)
        more = [item.id for item in family.items() if item.id not in gone and _pruned(item, known) is None]
        if not more:
            return tuple(gone)
        gone.update(dict.fromkeys(more))


def _changed(family: Family, gone: frozenset[str]) -> Iterable[Item]:
    """The items that stay but lose a reference."""
    for item in family.items():
        pruned = None if item.id in gone else _pruned(item, gone)
        if isinstance(pruned, Item) and pruned is not item:
            yield pruned


def _pruned(value: Value, gone: frozenset[str]) -> Value | None:
    """``value`` without references to what is ``gone``: itself if it has none, ``None`` if it cannot be without one."""
    changes: dict[str, Any] = {}
    for field in referring(type(value)):
        held = getattr(value, field.name)
        if field.many:
            kept = tuple(part for part in (_pruned_part(one, gone) for one in held) if part is not None)
            if held and not kept and (type(value), field.name) in WIDENING:
                return None
            if len(kept) != len(held) or any(new is not old for new, old in zip(kept, held, strict=True)):
                changes[field.name] = kept
        elif held is not None:
            part = _pruned_part(held, gone)
            if part is None and (field.required or (type(value), field.name) in WIDENING):
                return None
            if part is not held:
                changes[field.name] = field.blank if part is None else part
    return value.model_copy(update=changes) if changes else value


def _pruned_part(part: Any, gone: frozenset[str]) -> Any:
    """A value that stands in another, pruned in turn, or a reference if what it leads to stays."""
    if isinstance(part, Value):
        return _pruned(part, gone)
    return None if part in gone else part
