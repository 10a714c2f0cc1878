"""Whether a step back or forth would show somebody what was hidden from them since."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from teammeet.model.record import Record
    from teammeet.model.values import Item


def reveals(now: Record, seen: Record, seen_after: Record) -> bool:
    """Whether a reader who sees ``seen`` of the record ``now`` would see more of it in ``seen_after``, which follows.

    What is new, or was taken out and comes back, hides from nobody; what stands in ``now``, be it in a private note, does.
    """
    fresh: set[str] = set()
    for item in seen_after.items():
        held, full = seen.get(item.id), now.get(item.id)
        if item == held:
            continue
        new = set(_facts(item)) - (set(_facts(held)) if held is not None else set())
        if full is not None and (held is None or new & set(_facts(full))):
            return True
        fresh |= {said for _, said in new if isinstance(said, str) and " " in said}
    hidden = {said for item in now.items() for _, said in _facts(item)} if fresh else set()
    shown = {said for item in seen.items() for _, said in _facts(item)} if fresh else set()
    return bool(fresh & (hidden - shown))


def _facts(item: Item) -> Iterator[tuple[str, Any]]:
    yield from _inside("", item.model_dump(exclude={"id", "position"}, exclude_defaults=True))


def _inside(place: str, held: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(held, dict):
        for name, part in held.items():
            yield from _inside(f"{place}.{name}", part)
    elif isinstance(held, tuple | list):
        for part in held:
            yield from _inside(place, part)
    else:
        yield place, held
