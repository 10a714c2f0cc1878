"""Invented records: one that holds something in every field there is, one that holds next to nothing, and the demo's."""

import types
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from itertools import count
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import AwareDatetime
from pydantic.fields import FieldInfo

from teammeet.demo import family as demo_family
from teammeet.model.family import Family
from teammeet.model.people import Header
from teammeet.model.record import ITEM_KINDS
from teammeet.model.values import Item, RefersTo, Value

TODAY = date(2031, 5, 14)
BEFORE = date(2031, 5, 7)
AFTER = date(2031, 6, 2)
AS_IT_IS = frozenset({"id", "position", "record", "record_of", "kept_from", "only_for"})
"""Fields that say who may see an item and where it stands; they are not printed."""
MACHINE_WORDS = frozenset({"meetings.agenda", "meetings.steps.step", "spotlights.name"})
"""Names of an agenda's file, of its steps and of kept views of the map: not words of the plan."""


@dataclass
class Filler:
    """Makes items with a mark in every field of text, and remembers the marks with their places."""

    marks: dict[str, str] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def item(self, kind: str, number: int = 1, **given: Any) -> Item:
        """An item of a list, with ``given`` in place of what would be made."""
        made = {
            name: self._value(info.annotation, tuple(info.metadata), f"{kind}.{name}")
            for name, info in ITEM_KINDS[kind].model_fields.items()
            if name not in AS_IT_IS and name not in given
        }
        return ITEM_KINDS[kind].model_validate({"id": f"{kind.replace('_', '-')}-{number}", **made, **given})

    def mark(self, place: str) -> str:
        """A word that stands nowhere else."""
        said = f"Zq{next(self._numbers):04d}x"
        self.marks[said] = place
        return said

    def _value(self, kind: Any, metadata: tuple[Any, ...], place: str) -> Any:
        if get_origin(kind) is Annotated:
            return self._value(get_args(kind)[0], (*metadata, *get_args(kind)[1:]), place)
        if get_origin(kind) in (Union, types.UnionType):
            return self._value(next(k for k in get_args(kind) if k is not type(None)), metadata, place)
        if get_origin(kind) is tuple:
            return (self._value(get_args(kind)[0], metadata, place),)
        if get_origin(kind) is Literal:
            return "room" if "room" in get_args(kind) and "household" in get_args(kind) else get_args(kind)[0]
        if isinstance(kind, type) and issubclass(kind, Value):
            return self._nested(kind, place)
        return self._plain(kind, metadata, place)

    def _nested(self, kind: type[Value], place: str) -> Value:
        fields = kind.model_fields.items()
        return kind.model_validate({n: self._value(i.annotation, tuple(i.metadata), f"{place}.{n}") for n, i in fields})

    def _plain(self, kind: Any, metadata: tuple[Any, ...], place: str) -> Any:
        if kind is str:
            return self._text(metadata, place)
        if kind is date:
            return AFTER if place.endswith(("until", "ends_on")) else BEFORE
        made = {bool: True, int: 1, time: time(16, 30), AwareDatetime: datetime(2031, 5, 7, 16, 40, tzinfo=UTC)}
        return made[kind]

    def _text(self, metadata: tuple[Any, ...], place: str) -> str:
        if refers := next((m for m in metadata if isinstance(m, RefersTo)), None):
            return f"{refers.lists[0].replace('_', '-')}-1"
        pattern = next(filter(None, map(_pattern, metadata)), "")
        if pattern.startswith("^[A-Za-z]"):
            return "so"
        if pattern.startswith("^([0-9a-f]"):
            return "ab" * 32
        if pattern:
            return "own-domain"
        return self.mark(place)


def _pattern(mark: Any) -> str:
    parts = mark.metadata if isinstance(mark, FieldInfo) else [mark]
    return next((str(part.pattern) for part in parts if getattr(part, "pattern", None)), "")


def full() -> tuple[Family, dict[str, str]]:
    """A family with a mark in every field of text, and the marks with their places."""
    filler = Filler()
    lists: dict[str, Any] = {
        kind: (filler.item(kind),)
        for kind in ITEM_KINDS
        if kind not in ("header", "people", "meetings", "attendances", "agreements", "editions")
    }
    lists["people"] = (filler.item("people", support=None), filler.item("people", 2, support="supports-1"))
    lists["meetings"] = (
        filler.item("meetings", 1, on=BEFORE, mode="mixed"),
        filler.item("meetings", 2, on=date(2031, 4, 2), form="update_only", mode="phone", started_at=None, ended_at=None),
        filler.item("meetings", 3, on=AFTER, started_at=None, ended_at=None, mode="video", form="planning", update_reason=""),
    )
    lists["attendances"] = tuple(filler.item("attendances", n, meeting=f"meetings-{n}", how="room") for n in (1, 2, 3))
    lists["agreements"] = tuple(filler.item("agreements", n, meeting=f"meetings-{n}", degree=n) for n in (1, 2, 3))
    return Family(header=filler.item("header"), **lists), filler.marks  # type: ignore[arg-type]  # the header is a Header


def bare() -> Family:
    """A family of which only the name is known."""
    return Family(header=Header(id="bare", name="Ferrin"))


def demo() -> Family:
    """The family that comes with the program."""
    return demo_family(TODAY)
