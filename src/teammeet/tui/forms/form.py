"""A form as data: which fields of an item are edited, in which order, by which kind of control, under which label."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType, NoneType
from typing import Any, Literal, get_args, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from teammeet.model.shapes import FieldShape, shape_of
from teammeet.model.values import Item, Value, new_id
from teammeet.text import LINE_LIMIT

Control = Literal[
    "line",
    "note",
    "lines",
    "number",
    "date",
    "time",
    "moment",
    "language",
    "languages",
    "domain",
    "choice",
    "choices",
    "check",
    "refer",
    "rows",
]
"""What a field is edited with. ``note`` and ``lines`` are areas of several lines (a note; one entry a line), ``refer`` finds
other items by typing, ``rows`` is a list of small values with a form of their own."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form. ``path`` leads to it, also into a value that stands in the item (``("words", "text")``).

    ``label`` and ``hint`` are message keys, ``choices`` is the message prefix of a choice, ``rows`` the form of one row.
    """

    path: tuple[str, ...]
    control: Control
    label: str
    hint: str = ""
    choices: str = ""
    rows: Form | None = None

    @property
    def name(self) -> str:
        """The path as one word, for ids and lookups."""
        return "-".join(self.path)


@dataclass(frozen=True, slots=True)
class Form:
    """How one kind of value is edited. ``seen`` are the fields that say who may see it: at the end, folded away.

    ``fixed`` names the fields that are read here and never edited: how somebody signed stays as they gave it.
    """

    kind: type[Value]
    fields: tuple[Field, ...]
    seen: tuple[Field, ...] = ()
    fixed: frozenset[str] = frozenset()

    @property
    def editable(self) -> tuple[Field, ...]:
        """The fields that an editor offers, without those of who may see it."""
        return tuple(field for field in self.fields if field.name not in self.fixed)

    @property
    def all_fields(self) -> tuple[Field, ...]:
        """Every field, those of who may see it last."""
        return (*self.fields, *self.seen)

    def shape(self, field: Field) -> FieldShape:
        """What the model declares of the field: references, circle, whether it is required."""
        return self._shape_at(len(field.path), field)

    def shapes_along(self, field: Field) -> tuple[FieldShape, ...]:
        """What the model declares of each field on the way to it, the outermost first."""
        return tuple(self._shape_at(depth, field) for depth in range(1, len(field.path) + 1))

    def options(self, field: Field) -> tuple[str, ...]:
        """The values that a choice offers, in the order of the model."""
        return _literals(self._info(field).annotation)

    def may_be_empty(self, field: Field) -> bool:
        """Whether a choice may also be nothing, or a text must stand."""
        info = self._info(field)
        return not info.is_required() and NoneType in get_args(info.annotation)

    def many(self, field: Field) -> bool:
        """Whether the field holds several values."""
        return self.shape(field).many

    def limit(self, field: Field) -> int:
        """Most characters of a text (of one line of it, for ``lines``)."""
        return _limit(self._info(field)) or _limit_inside(self._info(field).annotation) or LINE_LIMIT

    def bounds(self, field: Field) -> tuple[int, int]:
        """The least and the most that a number may be."""
        marks = _flat_marks(self._info(field))
        least = next((mark.ge for mark in marks if getattr(mark, "ge", None) is not None), 0)
        most = next((mark.le for mark in marks if getattr(mark, "le", None) is not None), 1_000_000)
        return int(least), int(most)

    def circle(self, field: Field) -> str:
        """The least circle that may see what stands in the field; empty if everybody may, or if it is said elsewhere."""
        circles = [shape.seen.circle for shape in self.shapes_along(field)]
        return next((circle for circle in circles if circle != "room"), "")

    @property
    def item_kind(self) -> type[Item]:
        """The kind of item that the form edits.

        Raises:
            TypeError: it edits a small value that stands in an item.
        """
        if not issubclass(self.kind, Item):
            raise TypeError(self.kind.__name__)
        return self.kind

    def required(self) -> tuple[Field, ...]:
        """The fields without which there is no such item."""
        return tuple(field for field in self.all_fields if len(field.path) == 1 and self.shape(field).required)

    def _shape_at(self, depth: int, field: Field) -> FieldShape:
        owner = _kind_at(self.kind, field.path[: depth - 1])
        return next(shape for shape in shape_of(owner) if shape.name == field.path[depth - 1])

    def _info(self, field: Field) -> FieldInfo:
        return _kind_at(self.kind, field.path[:-1]).model_fields[field.path[-1]]


@dataclass(frozen=True, slots=True)
class Draft:
    """A value as it is being edited: it may still lack what it cannot be without. A value: a change makes another."""

    form: Form
    held: Mapping[str, Any]

    @classmethod
    def of(cls, form: Form, value: Value) -> Draft:
        """The draft that begins with ``value``."""
        return cls(form, MappingProxyType({name: getattr(value, name) for name in type(value).model_fields}))

    @classmethod
    def new(cls, form: Form, **given: Any) -> Draft:
        """The draft of something new, with what is ``given``; an item has its id from the start."""
        made = {"id": new_id()} if issubclass(form.kind, Item) else {}
        return cls(form, MappingProxyType({**made, **given}))

    def get(self, field: Field) -> Any:
        """What stands in a field now."""
        held: Any = self.held.get(field.path[0], _default(self.form.kind, field.path[0]))
        for depth, name in enumerate(field.path[1:], start=1):
            part = held if held is not None else _kind_at(self.form.kind, field.path[:depth])()
            held = getattr(part, name)
        return held

    def with_value(self, field: Field, value: Any) -> Draft:
        """The draft with ``value`` in ``field``.

        Raises:
            pydantic.ValidationError: the value is not fit for the field.
        """
        first, *rest = field.path
        if rest:
            value = self._part_with(first, tuple(rest), value)
        changed = replace(self, held=MappingProxyType({**self.held, first: value}))
        if not changed.missing:
            changed.built()
        return changed

    @property
    def missing(self) -> tuple[Field, ...]:
        """The required fields that nothing stands in yet."""
        return tuple(field for field in self.form.required() if self.held.get(field.path[0]) is None)

    def built(self) -> Value:
        """The value, checked.

        Raises:
            pydantic.ValidationError: it lacks something, or something is not fit.
        """
        return self.form.kind.model_validate(dict(self.held))

    def _part_with(self, name: str, path: tuple[str, ...], value: Any) -> Value | None:
        """The value that stands in ``name``, changed at ``path``; nothing at all if it says nothing any more."""
        kind = _kind_at(self.form.kind, (name,))
        part = self.held.get(name) or _default(self.form.kind, name) or kind()
        changed: Value = part.changed(**{path[0]: value})
        empty_allowed = NoneType in get_args(self.form.kind.model_fields[name].annotation)
        return None if empty_allowed and changed == kind() else changed


def why_unfit(error: ValidationError) -> str:
    """The kind of a refusal, for a message that says it in plain words: never the value itself."""
    return str(error.errors(include_input=False, include_url=False)[0]["type"])


@cache
def _kind_at(kind: type[Value], path: tuple[str, ...]) -> type[Value]:
    """The type of the value that stands at ``path`` in ``kind``."""
    for name in path:
        annotation = kind.model_fields[name].annotation
        kind = next(part for part in (annotation, *get_args(annotation)) if _is_value(part))
    return kind


def _is_value(part: Any) -> bool:
    return isinstance(part, type) and issubclass(part, Value)


def _default(kind: type[Value], name: str) -> Any:
    info = kind.model_fields[name]
    return None if info.is_required() else info.get_default(call_default_factory=True, validated_data={})


def _literals(annotation: Any) -> tuple[str, ...]:
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return tuple(value for part in get_args(annotation) for value in _literals(part))


def _flat_marks(info: FieldInfo) -> tuple[Any, ...]:
    return (*info.metadata, *_marks_inside(info.annotation))


def _marks_inside(annotation: Any) -> tuple[Any, ...]:
    inner = tuple(mark for part in get_args(annotation) for mark in _marks_inside(part))
    own = getattr(annotation, "__metadata__", ())
    return (*inner, *(m for mark in own for m in (mark, *getattr(mark, "metadata", ()))))


def _limit(info: FieldInfo) -> int | None:
    return next((mark.max_length for mark in info.metadata if getattr(mark, "max_length", None)), None)


def _limit_inside(annotation: Any) -> int | None:
    return next((mark.max_length for mark in _marks_inside(annotation) if getattr(mark, "max_length", None)), None)
