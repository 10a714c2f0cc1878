"""What is not for everybody, and what leans on it: lines that name or refer to something narrow may tell of it."""

from __future__ import annotations

from typing import Any, Final

from teammeet.model.family import Edit, Family, put
from teammeet.model.record import LIST_OF
from teammeet.model.removal import SIGNED
from teammeet.model.shapes import references
from teammeet.model.values import Item

_WHO_MAY_SEE: Final = (".record_of", ".kept_from", ".only_for")
"""Places of references that say for whom an item as a whole is."""


def is_narrow(item: Item) -> bool:
    """Whether the item as a whole is not for everybody: part of a record, kept from somebody, or for some alone."""
    return item.record != "none" or item.taken_back or bool(item.kept_from or item.only_for)


def is_narrower(after: Item, before: Item) -> bool:
    """Whether somebody who saw ``before`` may not see ``after``."""
    return is_narrow(after) and not _covers(before, after)


def leaning_on(family: Family, item_id: str) -> tuple[Item, ...]:
    """The items that refer to the narrow item ``item_id`` and are for more people than it, in the order of the record.

    What says for whom an item is does not count as referring to somebody; what was signed is left as it is.
    """
    item = family.get(item_id)
    if item is None or not is_narrow(item):
        return ()
    others = (one for one in family.items() if one.id not in (item_id, family.header.id))
    return tuple(one for one in others if item_id in _named_in(one) and not _covers(one, item) and _may_change(one))


def as_narrow_as(item: Item, leaning: tuple[Item, ...]) -> tuple[Edit, ...]:
    """The edits that keep ``leaning`` from everybody from whom ``item`` is kept, beside those they are kept from already."""
    return tuple(put(_narrowed(one, item)) for one in leaning)


def _narrowed(one: Item, item: Item) -> Item:
    """A record of its own stays; of two lists of people that alone may see, those on both remain, if any."""
    fields: dict[str, Any] = {"kept_from": tuple(dict.fromkeys((*one.kept_from, *item.kept_from)))}
    if one.record == "none" and item.record != "none":
        fields |= {"record": item.record, "record_of": item.record_of}
    if item.taken_back:
        fields["taken_back"] = True
    if item.only_for:
        both = tuple(who for who in item.only_for if who in one.only_for)
        fields["only_for"] = both or item.only_for
    return one.changed(**fields)


def _covers(one: Item, item: Item) -> bool:
    """Whether everybody from whom ``item`` is kept does not see ``one`` either."""
    if one.taken_back or item.taken_back:
        return one.taken_back
    record = item.record == "none" or one.record != "none"
    only = not item.only_for or (bool(one.only_for) and set(one.only_for) <= set(item.only_for))
    return record and only and set(item.kept_from) <= set(one.kept_from)


def _named_in(item: Item) -> frozenset[str]:
    """The ids of what ``item`` refers to, apart from those who may see it or not."""
    return frozenset(named for place, named, _ in references(item) if not place.startswith(_WHO_MAY_SEE))


def _may_change(item: Item) -> bool:
    return LIST_OF[type(item)] not in SIGNED
