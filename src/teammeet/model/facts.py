"""One fact inside an item that is no text: a day, a status, or who it is; named by its field, and written as a text.

A day is written as ``2026-11-28``, a status by its own name, people by their ids with blanks between; nothing said is empty.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final, Literal, TypeVar

from teammeet.model.plan import Task
from teammeet.model.values import Item

AnItem = TypeVar("AnItem", bound=Item)
Kind = Literal["day", "status", "who"]
FACTS: Final[Mapping[str, Mapping[str, Kind]]] = MappingProxyType(
    {
        "mandates": {"until": "day"},
        "outcomes": {"starts_on": "day", "due": "day", "status": "status"},
        "strategies": {"starts_on": "day", "ends_on": "day"},
        "tasks": {"owners": "who", "due": "day", "status": "status"},
    }
)
"""By list, the fields that hold one such fact of what the plan says, and which kind of fact each is."""


def fact_at(item: Item, field: str) -> str:
    """The fact in ``field``, written as a text."""
    held: Any = getattr(item, field)
    if isinstance(held, tuple):
        return " ".join(held)
    return held.isoformat() if isinstance(held, date) else str(held or "")


def with_fact_at(item: AnItem, field: str, told: str, kind: Kind) -> AnItem:
    """A checked copy of ``item`` in which the fact that ``told`` writes stands in ``field``.

    Whoever a task goes to is asked first, and the day of its status goes with the status that it was of.

    Raises:
        pydantic.ValidationError: there is no such status, or no such id can be.
        ValueError: it is no day.
    """
    value: Any = told
    if kind == "day":
        value = date.fromisoformat(told) if told else None
    elif kind == "who":
        value = tuple(told.split())
    changes: dict[str, Any] = {field: value}
    if isinstance(item, Task) and field in ("owners", "status"):
        changes |= {"consent": "asked"} if field == "owners" else {"status_on": None}
    return item.changed(**changes)
