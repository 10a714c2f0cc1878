"""Hypothesis strategies drawn from the model's own declarations: items of every kind, and families of them.

They read annotations, never a list of fields, so that a new field is tested from the day it is declared.
"""

import string
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta, timezone
from types import UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic.fields import FieldInfo

from teammeet.model.family import Family
from teammeet.model.people import Header
from teammeet.model.record import ITEM_KINDS, Record
from teammeet.model.values import Item, RefersTo, Value

Ids = Mapping[str, Sequence[str]]
"""The ids that a reference may lead to, by list."""

LETTERS: Final = string.ascii_letters + " .,'-áéñüßŁøЖ中مرحباאא😀🏳️‍🌈[](){}<>&\"\\/%=@"
TEXT: Final = st.text(LETTERS, max_size=12).map(lambda said: unicodedata.normalize("NFC", said))
ZONES: Final = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
SHAPES: Final = {
    "language": st.sampled_from(["en", "es", "es-MX", "mam", "zh-Hant"]),
    "domain": st.sampled_from(["family", "money", "our_own"]),
    "digest": st.sampled_from(["", "0" * 64, "ab" * 32]),
}


def fields_of(kind: type[Value], ids: Ids, without: Sequence[str] = ()) -> dict[str, st.SearchStrategy[Any]]:
    """A strategy for each field of ``kind``, but not for those in ``without``."""
    return {
        name: _drawn(info.annotation, info.metadata, ids)
        for name, info in kind.model_fields.items()
        if name not in ("id", *without)
    }


def values(kind: type[Value], ids: Ids, **given: Any) -> st.SearchStrategy[Any]:
    """Values of ``kind`` with the ``given`` fields as they are; any other may be left at its default."""
    drawn = fields_of(kind, ids, tuple(given))
    required = {name: drawn[name] for name in drawn if kind.model_fields[name].is_required()}
    optional = {name: drawn[name] for name in drawn if name not in required}
    return st.fixed_dictionaries(required, optional=optional).map(lambda fields: kind(**fields, **given))


@st.composite
def families(draw: st.DrawFn, without: Sequence[str] = (), most: int = 8) -> Family:
    """Families of items of some kinds, whose references all lead somewhere."""
    lists = [name for name in Record.list_names() if name not in without]
    chosen = draw(st.permutations(lists))[: draw(st.integers(2, most))]
    ids: dict[str, list[str]] = {"header": ["fam"]}
    for name in dict.fromkeys(("people", "supports", "households", *_leaning(chosen), *chosen)):
        ids[name] = [f"{name.replace('_', '-')}-{number}" for number in range(draw(st.integers(1, 2)))]
    items: list[Item] = [draw(values(Header, ids, id="fam", name=draw(TEXT.filter(str.strip))))]
    for name, held in ids.items():
        if name != "header":
            items += [draw(values(ITEM_KINDS[name], ids, id=one)) for one in held]
    return Family.of_items(items)


def _leaning(names: Sequence[str]) -> Iterator[str]:
    """The lists on which items of these lists cannot do without leaning."""
    for name in names:
        for info in ITEM_KINDS[name].model_fields.values():
            refers = _refers(info.annotation, info.metadata) if info.is_required() else None
            yield from refers.lists if refers else ()


def _refers(annotation: Any, metadata: Sequence[Any]) -> RefersTo | None:
    return next((mark for mark in _flat(metadata) if isinstance(mark, RefersTo)), None)


def _flat(metadata: Sequence[Any]) -> Iterator[Any]:
    for mark in metadata:
        if isinstance(mark, FieldInfo):
            yield from _flat(mark.metadata)
        else:
            yield mark


def _drawn(annotation: Any, metadata: Sequence[Any], ids: Ids) -> st.SearchStrategy[Any]:
    """A strategy for what may stand under ``annotation``."""
    marks = list(_flat(metadata))
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _drawn(arguments[0], [*marks, *arguments[1:]], ids)
    if (refers := _refers(annotation, marks)) and annotation is str:
        there = [one for name in refers.lists for one in ids.get(name, ())]
        return st.sampled_from(there) if there else st.nothing()
    if origin in (Union, UnionType):
        return st.one_of(*(_drawn(part, marks, ids) for part in arguments))
    if origin is tuple:
        inner = _drawn(arguments[0], marks, ids)
        return st.just(()) if inner.is_empty else st.lists(inner, max_size=2).map(tuple)
    if origin is Literal:
        return st.sampled_from(arguments)
    return _plain(annotation, marks, ids)


def _plain(annotation: Any, marks: Sequence[Any], ids: Ids) -> st.SearchStrategy[Any]:
    if annotation is type(None):
        return st.none()
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return st.none()
    if isinstance(annotation, type) and issubclass(annotation, Value):
        return values(annotation, ids)
    if annotation is str:
        return _text(marks)
    if annotation is bool:
        return st.booleans()
    if annotation is int:
        return st.integers(_bound(marks, "ge", 0), _bound(marks, "le", 10_000))
    moments = {
        date: st.dates(),
        time: st.times(),
        datetime: st.datetimes(min_value=datetime(2, 1, 1), max_value=datetime(9998, 1, 1), timezones=ZONES),
    }
    if annotation in moments:
        return moments[annotation]
    if "AwareDatetime" in str(annotation):
        return moments[datetime]
    raise TypeError(f"no way to draw {annotation!r}")


def _bound(marks: Sequence[Any], name: str, otherwise: int) -> int:
    return next((getattr(mark, name) for mark in marks if hasattr(mark, name)), otherwise)


def _text(marks: Sequence[Any]) -> st.SearchStrategy[str]:
    pattern = next((mark.pattern for mark in marks if getattr(mark, "pattern", None)), None)
    if pattern is None:
        return TEXT
    shape = "digest" if "{64}" in pattern else "language" if "A-Za-z" in pattern else "domain"
    return SHAPES[shape]
