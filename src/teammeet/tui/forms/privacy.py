"""What may stand on a big screen: everything but what the facilitator alone, or with the agency alone, sees."""

from __future__ import annotations

from typing import Any, Final, TypeVar

from teammeet.model.family import Family
from teammeet.model.shapes import FieldShape, guarded
from teammeet.model.values import Item, Value, Whole

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


def _is_private(value: Value, field: FieldShape) -> bool:
    circle = getattr(value, field.seen.said_in) if field.seen.said_in else field.seen.circle
    return circle in _PRIVATE


def _inside(held: Any) -> Any:
    if isinstance(held, tuple):
        return tuple(_inside(one) for one in held)
    return for_the_wall(held) if isinstance(held, Value) and not isinstance(held, Whole) else held
