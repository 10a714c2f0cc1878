"""What the declarations of a value say, read once: which circle sees a field, and which fields refer to other items."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from pydantic.fields import FieldInfo

from teammeet.model.values import RefersTo, Seen, Value, Whole


@dataclass(frozen=True, slots=True)
class FieldShape:
    """One field: who may see it, what it refers to, and whether values of their own stand in it."""

    name: str
    seen: Seen
    lists: tuple[str, ...]
    many: bool
    required: bool
    blank: Any
    nested: bool


@cache
def shape_of(kind: type[Value]) -> tuple[FieldShape, ...]:
    """The fields of ``kind`` in the order of their declaration."""
    return tuple(_field_shape(name, info) for name, info in kind.model_fields.items())


@cache
def guarded(kind: type[Value]) -> tuple[FieldShape, ...]:
    """The fields of ``kind`` that not everybody sees, or that hold values with such fields."""
    return tuple(f for f in shape_of(kind) if f.seen != Seen("room") or f.nested)


@cache
def referring(kind: type[Value]) -> tuple[FieldShape, ...]:
    """The fields of ``kind`` that refer to items, or hold values that may."""
    return tuple(f for f in shape_of(kind) if f.lists or f.nested)


def references(value: Value, place: str = "") -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Every reference in ``value``: its place, the id, and the lists in which that item must stand."""
    for field in referring(type(value)):
        held = getattr(value, field.name)
        parts = (
            [(f"{place}.{field.name}[{n}]", one) for n, one in enumerate(held)]
            if field.many
            else [(f"{place}.{field.name}", held)]
        )
        for where, part in parts:
            if isinstance(part, Value):
                yield from references(part, where)
            elif field.lists and part is not None:
                yield where, part, field.lists


def _field_shape(name: str, info: FieldInfo) -> FieldShape:
    marks = [*info.metadata, *_marks(info.annotation)]
    seen = next((m for m in marks if isinstance(m, Seen)), Seen("room"))
    refers = next((m for m in marks if isinstance(m, RefersTo)), RefersTo(()))
    many = getattr(info.annotation, "__origin__", None) is tuple
    required = info.is_required()
    blank = None if required else info.default
    return FieldShape(name, seen, refers.lists, many, required, blank, _holds_values(info.annotation))


def _marks(annotation: Any) -> Iterator[Any]:
    """The marks of ``Annotated`` anywhere inside an annotation, but not inside other values."""
    for argument in get_args(annotation):
        yield from _marks(argument)
    yield from getattr(annotation, "__metadata__", ())


def _holds_values(annotation: Any) -> bool:
    """Whether values stand in the field that have guarded fields or references of their own."""
    if isinstance(annotation, type) and issubclass(annotation, Value):
        return not issubclass(annotation, Whole) and bool(guarded(annotation) or referring(annotation))
    return any(_holds_values(argument) for argument in get_args(annotation))
