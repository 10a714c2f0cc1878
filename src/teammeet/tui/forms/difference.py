"""What became of a family by one change, in a few words: for undo and redo, which say what they took back."""

from __future__ import annotations

from typing import Final

from teammeet.messages import text
from teammeet.model.family import Family
from teammeet.model.record import LIST_OF, Edition
from teammeet.model.values import Item
from teammeet.tui.forms import form_of
from teammeet.tui.forms.form import Draft
from teammeet.tui.forms.naming import kind_name, title_of

_LONGEST: Final = 40
"""Letters of an item's words; more do not fit into the heading."""


def in_few_words(before: Family, after: Family, language: str) -> str:
    """What differs: the kind and first words of the first item that does, its field, and how many more there are.

    What stands in private fields is never said; that the field changed is. Empty if nothing differs.
    """
    pairs = _differing(before, after)
    if not pairs:
        return ""
    was, now = pairs[0]
    first = _called(before, was, language) if was is not None else _called(after, now, language) if now is not None else ""
    field = _field(was, now, language) if was is not None and now is not None else ""
    named = f"{first}: {field}" if field else first
    more = len(pairs) - 1
    return text("family.and-others", language, named=named, number=more) if more else named


def _differing(before: Family, after: Family) -> list[tuple[Item | None, Item | None]]:
    """Each item that is not the same, as it was and as it is, in the order of the record."""
    ids = dict.fromkeys(item.id for family in (before, after) for item in family.items())
    pairs = [(before.get(one), after.get(one)) for one in ids]
    return [(was, now) for was, now in pairs if was is not now and was != now]


def _called(family: Family, item: Item, language: str) -> str:
    kind, title = kind_name(LIST_OF[type(item)], language), title_of(family, item, language)
    if title == kind:
        return kind
    short = title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1].rstrip()}…"
    return f"{kind} “{short}”"


def _field(was: Item, now: Item, language: str) -> str:
    """The first field of the form that differs; empty where the words themselves do, which are named already."""
    if isinstance(was, Edition):
        return ""
    form = form_of(type(was))
    old, new = Draft.of(form, was), Draft.of(form, now)
    changed = [field for field in form.all_fields if old.get(field) != new.get(field)]
    return text(changed[0].label, language) if changed and changed[0] is not form.fields[0] else ""
