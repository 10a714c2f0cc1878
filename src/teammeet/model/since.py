"""A former record as today's reader may see it: what was hidden, taken back or no longer released since stays hidden in it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from teammeet.model.family import Family
from teammeet.model.people import Contact, Household, Person
from teammeet.model.readers import owners_of
from teammeet.model.record import Edition, Record
from teammeet.model.shapes import FieldShape, guarded, shape_of
from teammeet.model.supports import Support

if TYPE_CHECKING:
    from teammeet.model.readers import Reader
    from teammeet.model.values import Item
    from teammeet.model.view import View


def seen_since(then: Family, now: Family, reader: Reader, gone: Iterable[Item] = (), on: date | None = None) -> View:
    """What ``reader``, made of ``now``, may see of ``then``: the record as it was once.

    Both must let it be seen: what the record said then of who may see something, and what it says today. ``gone`` are items
    that are no more in the record, each as it stood last: what was hidden before it was taken out stays hidden. Where that
    is not known, as in a family file, the last edition that has such an item tells it. ``on`` is the day of ``then``, from
    which ages are told; without it they are those of today. Whether ``then`` is a plan as it was signed is judged by what is
    seen of both: what is hidden today tells nothing by that either.
    """
    left = tuple(gone)
    reader = reader.knowing(left)
    last = {item.id: item for item in (*_in_editions(now), *left, *now.items())}
    hidden = frozenset(_hidden(now, reader, last))
    editions = tuple(_with_record(edition, last, hidden, reader) for edition in then.editions)
    former = Family.model_construct(**_open_lists(then, last, hidden, reader), header=then.header, editions=editions)
    view = former.seen_by(reader)
    if reader.who is not None:  # what is held back today is hidden in it already, and is told of as today
        view = view.model_copy(update={"left_out": now.seen_by(reader).left_out})
    return view.model_copy(update={"on": on}) if on is not None else view


def plan_seen_by(family: Family, reader: Reader, edition: int | None = None, gone: Iterable[Item] = ()) -> View | None:
    """What ``reader`` may see today of the plan as it stands, or as ``edition`` was signed; ``None`` if there is none such."""
    if edition is None:
        return family.seen_by(reader)
    signed = family.as_signed(edition)
    return seen_since(signed, family, reader, gone) if signed is not None else None


def as_open_today(kept: Record, now: Family, seen: Container[str], reader: Reader) -> Record:
    """``kept``, an edition's record, without what ``reader`` does not see in ``now``, of which they see the ids ``seen``."""
    last = {item.id: item for item in now.items()}
    return _opened(kept, last, frozenset(id for id in last if id not in seen), reader)


def _hidden(now: Family, reader: Reader, last: Mapping[str, Item]) -> Iterator[str]:
    """What the reader does not see today; of what is gone, what they could not see at the end."""
    here = {item.id for item in now.items()}
    yield from here - {item.id for item in now.seen_by(reader).items()}
    yield from (item.id for item in last.values() if item.id not in here and not reader.sees_item(item))


def _in_editions(family: Family) -> Iterator[Item]:
    """What stood in any edition, edition by edition."""
    for edition in sorted(family.editions, key=lambda edition: edition.number):
        if edition.record_kept is not None:
            yield from edition.record_kept.items()


def _with_record(edition: Edition, last: Mapping[str, Item], hidden: frozenset[str], reader: Reader) -> Edition:
    if edition.record_kept is None:
        return edition
    return edition.model_copy(update={"record_kept": _opened(edition.record_kept, last, hidden, reader)})


def _opened(record: Record, last: Mapping[str, Item], hidden: frozenset[str], reader: Reader) -> Record:
    return Record.model_construct(**_open_lists(record, last, hidden, reader), header=record.header)


def _open_lists(record: Record, last: Mapping[str, Item], hidden: frozenset[str], reader: Reader) -> dict[str, Any]:
    lists: dict[str, Any] = {}
    for name in Record.list_names():
        held = (_as_open(item, last, reader) for item in getattr(record, name) if item.id not in hidden)
        lists[name] = tuple(item for item in held if item is not None)
    return lists


def _as_open(item: Item, last: Mapping[str, Item], reader: Reader) -> Item | None:
    """``item`` without the fields whose circle, as somebody chose it last, is not the reader's; ``None`` if it needs one."""
    today = last.get(item.id)
    if today is None or type(today) is not type(item):
        return item
    blanks: dict[str, Any] = {}
    for field in guarded(type(item)):
        if not _may_see(field, today, reader):
            if field.required:
                return None
            told = (field.name, field.seen.said_in)
            blanks |= {shape.name: shape.blank for shape in shape_of(type(item)) if shape.name in told}
    if isinstance(item, (Household, Person, Support)) and isinstance(today, (Household, Person, Support)):
        blanks["contacts"] = tuple(way for way in item.contacts if _is_open(way, today, reader))
    changes = {name: blank for name, blank in blanks.items() if getattr(item, name) != blank}
    return item.model_copy(update=changes) if changes else item


def _may_see(field: FieldShape, today: Item, reader: Reader) -> bool:
    """Only what people choose may change: a circle that they say, and whose home it is."""
    if field.seen.said_in:
        return reader.sees_told(getattr(today, field.seen.said_in), frozenset())
    return field.seen.circle != "household" or reader.sees_circle("household", owners_of(today))


def _is_open(way: Contact, today: Household | Person | Support, reader: Reader) -> bool:
    """Whether a way to reach somebody is for the reader, by what is said of it today and by who lives there today."""
    circle = next((one.shown_to for one in today.contacts if (one.kind, one.value) == (way.kind, way.value)), way.shown_to)
    return reader.sees_told(circle, owners_of(today))
