"""What a person is told before an item is taken out: what goes with it, and what only loses its link to it."""

from __future__ import annotations

from teammeet.messages import text
from teammeet.model.family import Edit, Family
from teammeet.model.record import LIST_OF
from teammeet.model.values import Item
from teammeet.tui.forms.naming import kind_name, title_of


def consequences(family: Family, item: Item, edits: tuple[Edit, ...], language: str) -> str:
    """What ``edits``, which take ``item`` out, do besides."""
    going = [one for one in (family.get(edit.id) for edit in edits if edit.after is None) if one not in (None, item)]
    names = "; ".join(_called(family, one, language) for one in going if one is not None)
    unlinked = sum(edit.after is not None for edit in edits)
    goes = text("family.goes-too", language, names=names) if names else ""
    loses = text("family.loses-link", language, number=unlinked) if unlinked else ""
    return " ".join(part for part in (goes, loses, text("family.undo-brings-back", language)) if part)


def _called(family: Family, item: Item, language: str) -> str:
    return f"{kind_name(LIST_OF[type(item)], language)}: {title_of(family, item, language)}"
