"""A former record as today's reader may see it: what was hidden, taken back or no longer released since stays hidden in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from teammeet.model.family import Family
from teammeet.model.shapes import guarded

if TYPE_CHECKING:
    from teammeet.model.readers import Reader
    from teammeet.model.values import Item
    from teammeet.model.view import View


def seen_since(then: Family, now: Family, reader: Reader, gone: Iterable[Item] = (), on: date | None = None) -> View:
    """What ``reader``, made of ``now``, may see of ``then``: the record as it was once.

    Both must let it be seen: what the record said then of who may see something, and what it says today. ``gone`` are items
    that are no more in the record, each as it stood last: what was hidden before it was taken out stays hidden. ``on`` is
    the day of ``then``, from which ages are told; without it they are those of today.
    """
    last = {item.id: item for item in (*gone, *now.items())}
    hidden = set(_hidden(now, reader, last))
    lists: dict[str, Any] = {}
    for name in Family.list_names():
        held = (_as_open(item, last, reader) for item in getattr(then, name) if item.id not in hidden)
        lists[name] = tuple(item for item in held if item is not None)
    view = Family.model_construct(**{**lists, "header": then.header, "editions": then.editions}).seen_by(reader)
    return view.model_copy(update={"on": on}) if on is not None else view


def _hidden(now: Family, reader: Reader, last: Mapping[str, Item]) -> Iterator[str]:
    """What the reader does not see today; of what is gone, what they could not see at the end."""
    here = {item.id for item in now.items()}
    yield from here - {item.id for item in now.seen_by(reader).items()}
    yield from (item.id for item in last.values() if item.id not in here and not reader.sees_item(item))


def _as_open(item: Item, last: Mapping[str, Item], reader: Reader) -> Item | None:
    """``item`` without the fields whose circle, as somebody chose it last, is not the reader's; ``None`` if it needs one."""
    today = last.get(item.id)
    if today is None or type(today) is not type(item):
        return item
    blanks: dict[str, Any] = {}
    for field in guarded(type(item)):
        circle = field.seen.said_in
        if circle and not reader.sees_told(getattr(today, circle), frozenset()):
            if field.required:
                return None
            blanks[field.name] = field.blank
    return item.model_copy(update=blanks) if blanks else item
