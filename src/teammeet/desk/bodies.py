"""What the journal keeps of an item, and what is read from it again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from teammeet.desk.values import Change, FamilyLine
from teammeet.errors import VaultNewer
from teammeet.model.family import Edit, Family
from teammeet.model.record import ITEM_KINDS
from teammeet.model.values import Item, Value

if TYPE_CHECKING:
    from teammeet.store.journal import Event

V = TypeVar("V", bound=Value)


def family_line(family_id: str, items: list[tuple[str, dict[str, str]]], today: date) -> FamilyLine:
    """A caseload line from the raw items: a hundred families are listed without building them."""
    name, meetings, due, open_tasks, is_held = "", [], 0, 0, False
    for kind, item in items:
        if kind == "header":
            name = item.get("name", "")
        elif kind == "meetings" and "ended_at" not in item:
            is_held = is_held or "started_at" in item
            meetings += [date.fromisoformat(item["on"])] if item.get("on", "") >= today.isoformat() else []
        elif kind == "tasks" and item.get("status", "open") in ("open", "moved", "still_hard"):
            open_tasks += 1
            due += "due" in item and item["due"] < today.isoformat()
    return FamilyLine(family_id, name, min(meetings, default=None), due, open_tasks, is_held)


def item_of(kind: str, body: str) -> Item:
    """The item in a body of the journal.

    Raises:
        VaultNewer: a kind or a field is unknown here. The vault's pages prove that nobody else wrote it.
    """
    try:
        return ITEM_KINDS[kind].model_validate_json(body)
    except (KeyError, ValidationError):  # its text may quote what the body says: it is not passed on
        raise VaultNewer("record-newer") from None


def body_of(item: Item | None) -> str | None:
    """The body that the journal keeps of an item; ``None`` takes it away."""
    return None if item is None else item.model_dump_json(by_alias=True, exclude_defaults=True)


def family_of(items: Iterable[tuple[str, str, str]]) -> Family:
    """The family of which the journal has these kinds, ids and bodies."""
    return Family.of_items(item_of(kind, body) for kind, _, body in items)


def change_of(events: tuple[Event, ...]) -> Change:
    """The events that were written together, as one change."""
    first = events[0]
    edits = tuple(Edit(e.kind, e.item, item_of(e.kind, e.body) if e.body is not None else None) for e in events)
    at = datetime.fromisoformat(first.at)
    return Change(first.version, at, first.actor, first.undoes, edits, any(event.withheld for event in events))


def kept_beside(kind: type[V], body: str | None) -> V | None:
    """What was kept beside the journal. What a newer teammeet kept there is not read: it is a convenience, and no record."""
    try:
        return kind.model_validate_json(body) if body else None
    except ValidationError:
        return None
