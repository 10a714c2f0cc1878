"""One line that was two: each part keeps whose it is, who may see it and all links."""

from typing import Any

from teammeet.model.family import Edit, Family, put, reordered
from teammeet.model.plan import Need
from teammeet.model.shapes import referring
from teammeet.model.values import Item, Words, new_id
from teammeet.tui.meeting.ranks import counted_anew, ranked
from teammeet.tui.meeting.same_kind import SPOKEN, Spoken

MARK = "|"
"""Stands where the line is cut."""
_CUTS = ("; ", ". ", " / ", ", and ", ", y ", ", ", " and ", " y ", " but ", " pero ")
"""Where a line is mostly cut, the likeliest first."""


def with_mark(words: str) -> str:
    """``words`` with the mark where people mostly cut: after the first sentence, at an "and", else near the middle."""
    for sign in _CUTS:
        at = words.find(sign)
        if 0 < at < len(words) - len(sign):
            end = at + 1 if sign[0] in ";.," else at
            return f"{words[:end]} {MARK}{words[end:]}"
    parts = words.split(" ")
    middle = (len(parts) + 1) // 2
    return f"{' '.join(parts[:middle])} {MARK} {' '.join(parts[middle:])}".rstrip()


def cut_at_mark(words: str, typed: str) -> tuple[str, str] | None:
    """Both parts of ``words`` as ``typed`` marks them; ``None`` if a part is empty or anything but the mark was changed."""
    for place, sign in enumerate(typed):
        first, second = typed[:place].strip(), typed[place + 1 :].strip()
        if sign == MARK and first and second and _bare(first + second) == _bare(words):
            return first, second
    return None


def split(family: Family, item_id: str, first: str, second: str) -> tuple[tuple[Edit, ...], str]:
    """The edits that make two lines of one, and the id of the second part; none if it is no line of words.

    The first part keeps the id. The second stands below it, refers to the same and is in every list that the first is in.
    What can belong to one line only (a reading, the choice of an idea) stays with the first; so do a rewording and
    translations, which say the whole: they are not read back any more. Both parts have the family's rank, one after the other.
    """
    item = family.get(item_id)
    if not isinstance(item, SPOKEN):
        return (), ""
    part = item.changed(id=new_id(), words=Words(text=second, verbatim=item.words.verbatim, language=item.words.language))
    edits = {item.id: put(_first_part(item, first)), part.id: put(part)}
    edits |= {one.id: put(_listing_both(one, item.id, part.id)) for one in family.items() if _lists(one, item.id)}
    edits |= {edit.id: edit for edit in _ranked(family.with_edits(edits.values()), item, part)}
    edits |= {edit.id: edit for edit in _below(family.with_edits(edits.values()), edits[item.id], part)}
    return tuple(edits.values()), part.id


def _first_part(item: Spoken, text: str) -> Item:
    told = tuple(translation.changed(read_back=False) for translation in item.words.translations)
    return item.changed(words=item.words.changed(text=text, translations=told))


def _lists(one: Item, item_id: str) -> bool:
    return any(field.many and field.lists and item_id in getattr(one, field.name) for field in referring(type(one)))


def _listing_both(one: Item, item_id: str, part_id: str) -> Item:
    changes: dict[str, Any] = {}
    for field in referring(type(one)):
        held = getattr(one, field.name)
        if field.many and field.lists and item_id in held:
            place = held.index(item_id) + 1
            changes[field.name] = (*held[:place], part_id, *held[place:])
    return one.model_copy(update=changes)


def _ranked(family: Family, item: Item, part: Item) -> tuple[Edit, ...]:
    """The second part of a ranked need comes next in the family's order; the others stay in theirs."""
    if not isinstance(item, Need) or item.rank is None:
        return ()
    return counted_anew(sorted(ranked(family), key=lambda need: (need.rank or 0, need.id == part.id)))


def _below(family: Family, first: Edit, part: Item) -> tuple[Edit, ...]:
    """The list with the second part below the first."""
    listed = getattr(family, first.kind)
    others = [one for one in listed if one.id != part.id]
    place = next(n for n, one in enumerate(others) if one.id == first.id) + 1
    part_now = next(one for one in listed if one.id == part.id)
    return reordered((*others[:place], part_now, *others[place:]))


def _bare(words: str) -> str:
    return "".join(words.split())
