"""What may stand on a big screen: everything but what the facilitator alone, or with the agency alone, sees."""

from __future__ import annotations

from collections.abc import Container
from typing import Any, Final, TypeVar

from teammeet.model.family import Family
from teammeet.model.readers import Reader
from teammeet.model.shapes import FieldShape, guarded
from teammeet.model.values import Item, Seen, Value, Whole
from teammeet.tui.forms.form import Draft, Field

V = TypeVar("V", bound=Value)
_PRIVATE: Final = frozenset({"facilitator", "agency"})
"""Circles whose fields are shown only when somebody asks: private notes, legal names, who something is kept from."""


def for_the_wall(value: V) -> V:
    """``value`` without its private fields, also inside the values that stand in it; itself if it has none."""
    changes: dict[str, Any] = {}
    for field in guarded(type(value)):
        held = getattr(value, field.name)
        if _is_private(value, field):
            blank: Any = "" if isinstance(held, str) else field.blank
            if held != blank:
                changes[field.name] = blank
        elif field.nested and held:
            shown = _inside(held)
            if shown != held:
                changes[field.name] = shown
    return value.model_copy(update=changes) if changes else value


def has_private(value: Value) -> bool:
    """Whether something stands in ``value`` that is shown only when asked for; its place in a list is nobody's secret."""
    shown = for_the_wall(value)
    return shown is not value and (not isinstance(value, Item) or shown != value.model_copy(update={"position": 0}))


def family_for_the_wall(family: Family) -> Family:
    """The whole record with nothing private in it. Its signed editions stay: they are opened by themselves."""
    lists: dict[str, Any] = {"header": for_the_wall(family.header), "editions": family.editions}
    for name in Family.list_names():
        if name != "editions":
            lists[name] = tuple(for_the_wall(item) for item in getattr(family, name))
    return Family.model_construct(**lists)


def fields_for_the_room(draft: Draft, room: Reader, seen: Container[str]) -> tuple[Field, ...]:
    """The fields of a form that may stand on a wall that ``room`` reads, where the items with ids in ``seen`` are known.

    Who may see the item at all is not among them, nor is a field that names somebody whom the room does not see.
    """
    return tuple(field for field in draft.form.editable if _is_for_the_room(draft, field, room, seen))


def _is_for_the_room(draft: Draft, field: Field, room: Reader, seen: Container[str]) -> bool:
    if not all(_may_stand(draft, shape, room) for shape in draft.form.shapes_along(field)):
        return False
    if field.rows is not None and any(shape.seen != Seen("room") for shape in guarded(field.rows.kind)):
        return False
    if not draft.form.shape(field).lists:
        return True
    held = draft.get(field)
    named = held if isinstance(held, tuple) else (held,) if held else ()
    return all(one in seen for one in named)


def _may_stand(draft: Draft, shape: FieldShape, room: Reader) -> bool:
    if shape.seen.said_in:
        return room.sees_told(draft.held.get(shape.seen.said_in) or "facilitator", frozenset())
    return room.sees_circle(shape.seen.circle, frozenset())


def _is_private(value: Value, field: FieldShape) -> bool:
    circle = getattr(value, field.seen.said_in) if field.seen.said_in else field.seen.circle
    return circle in _PRIVATE


def _inside(held: Any) -> Any:
    if isinstance(held, tuple):
        return tuple(_inside(one) for one in held)
    return for_the_wall(held) if isinstance(held, Value) and not isinstance(held, Whole) else held
