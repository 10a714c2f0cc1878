"""What lines of the record are: which kinds can be joined, cut and moved, and whether two are for the same people."""

from typing import Final, TypeAlias

from teammeet.model.meetings import Parked
from teammeet.model.plan import Need, Option, Outcome, Strategy, Strength, Task, TransitionStep, Worry
from teammeet.model.values import Item

Spoken: TypeAlias = Strength | Worry | Need | Outcome | Option | Strategy | Task | TransitionStep | Parked
"""An item that is one line of somebody's words."""

SPOKEN: Final = (Strength, Worry, Need, Outcome, Option, Strategy, Task, TransitionStep, Parked)
WHO_MAY_SEE: Final = ("record", "record_of", "kept_from", "only_for", "taken_back")
"""The fields that say for whom an item as a whole is; the lists of people in any order."""


def same_readers(one: Item, other: Item) -> bool:
    """Whether the same people may see both: only then can they become one line without anybody seeing more or less."""
    return all(_of(one, name) == _of(other, name) for name in WHO_MAY_SEE)


def readers_of(item: Item) -> dict[str, object]:
    """The fields that say who may see ``item``, to go along to another one."""
    return {name: getattr(item, name) for name in WHO_MAY_SEE}


def _of(item: Item, name: str) -> object:
    held = getattr(item, name)
    return frozenset(held) if isinstance(held, tuple) else held
