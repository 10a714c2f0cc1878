"""What became of a family by one change, in a few words: for undo and redo, which say what they took back."""

from __future__ import annotations

from typing import Final, get_args

from teammeet.messages import text
from teammeet.model.family import Family
from teammeet.model.record import LIST_OF, Edition
from teammeet.model.supports import Tie, TieKind
from teammeet.model.values import Item
from teammeet.tui.forms import form_of
from teammeet.tui.forms.form import Draft
from teammeet.tui.forms.naming import kind_name, title_of

_LONGEST: Final = 47
"""Letters of it all; more do not fit into the heading."""
_BRIEFEST: Final = 12
"""Letters of an item's words at least."""


def in_few_words(before: Family, after: Family, language: str) -> str:
    """What differs: the kind and first words of the first item that does, its field, and how many more there are.

    What stands in private fields is never said; that the field changed is. Empty if nothing differs.
    """
    pairs = _differing(before, after)
    if not pairs:
        return ""
    was, now = pairs[0]
    family, item = (before, was) if was is not None else (after, now)
    assert item is not None, "one of the two differs from nothing"
    title, more = title_of(family, item, language), len(pairs) - 1

    def said(title: str, *, in_part: bool) -> str:
        named = _named(was, now, item, title, language, in_part=in_part)
        return text("family.and-others", language, named=named, number=more) if more else named

    in_part = _LONGEST - len(said("", in_part=True)) >= min(len(title), _BRIEFEST)
    return said(_shortened(title, max(_BRIEFEST, _LONGEST - len(said("", in_part=in_part)))), in_part=in_part)


def _differing(before: Family, after: Family) -> list[tuple[Item | None, Item | None]]:
    """Each item that is not the same, as it was and as it is, in the order of the record."""
    ids = dict.fromkeys(item.id for family in (before, after) for item in family.items())
    pairs = [(before.get(one), after.get(one)) for one in ids]
    return [(was, now) for was, now in pairs if was is not now and was != now]


def _named(was: Item | None, now: Item | None, item: Item, title: str, language: str, *, in_part: bool) -> str:
    """What an item is called, and what of it differs unless there is no room for that part."""
    if isinstance(item, Tie):
        old, new = (was, now) if was is not None and now is not None else (item, item)
        what = _of_tie(old, new, language) if in_part else ""
        return text("family.line-told" if what else "family.line-alone", language, line=title, what=what)
    kind = kind_name(LIST_OF[type(item)], language)
    field = _field(was, now, language) if in_part and was is not None and now is not None else ""
    called = kind if title == kind else f"{kind} “{title}”"
    return f"{called}: {field}" if field else called


def _of_tie(was: Item, now: Item, language: str) -> str:
    """What of a tie differs: its kinds in words, as long as who may see them stays the same; of a whole one its kinds."""
    assert isinstance(was, Tie), "a tie was a tie"
    assert isinstance(now, Tie), "a tie stays one"
    if was.shown_to != now.shown_to:
        return text("family.line-differs.shown", language)
    old, new = ({(claim.said_by, kind) for claim in tie.claims for kind in claim.kinds} for tie in (was, now))
    changed = {kind for _, kind in (old if was == now else old ^ new)}
    if changed or was == now:
        return " + ".join(text(f"ecomap.tie.{kind}", language) for kind in get_args(TieKind) if kind in changed)
    part = "energy" if was.claims != now.claims else "note" if was.note != now.note else "end"
    return text(f"family.line-differs.{part}", language)


def _shortened(title: str, most: int) -> str:
    return title if len(title) <= most else f"{title[: most - 1].rstrip()}…"


def _field(was: Item, now: Item, language: str) -> str:
    """The first field of the form that differs; empty where the words themselves do, which are named already."""
    if isinstance(was, Edition):
        return ""
    form = form_of(type(was))
    old, new = Draft.of(form, was), Draft.of(form, now)
    changed = [field for field in form.all_fields if old.get(field) != new.get(field)]
    return text(changed[0].label, language) if changed and changed[0] is not form.fields[0] else ""
