"""Taking back what was said: off every screen and copy, and kept for the facilitator alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from teammeet.model.family import Edit, Family, put
from teammeet.model.leaning import as_narrow_as, leaning_on
from teammeet.model.meetings import Attendance, PrivateNote
from teammeet.model.people import Header
from teammeet.model.supports import TeamMember
from teammeet.model.values import Item, Words


@dataclass(frozen=True, slots=True)
class LastLine:
    """The line that was kept last: as it was typed, the ids of the items that it made, and of those it was written into."""

    typed: str = ""
    made: tuple[str, ...] = ()
    written_into: tuple[str, ...] = ()

    @classmethod
    def of(cls, before: Family, edits: tuple[Edit, ...], typed: str) -> LastLine:
        """What ``typed`` became in ``before`` by ``edits``."""
        ids = [edit.id for edit in edits if edit.after is not None]
        made = tuple(each for each in ids if before.get(each) is None)
        return cls(typed, made, tuple(each for each in ids if each not in made))


def taken_back(family: Family, last: LastLine, meeting: str, step: str, on: date) -> tuple[Edit, ...]:
    """The edits that take ``last`` back; none if nothing of it is there any more.

    What it made is for the facilitator alone, with all that leans on it. What it was written into loses the line, which goes
    to a private note: a vision or a crisis plan as a whole stays.
    """
    made = [item for item in map(family.get, last.made) if item is not None and not item.taken_back]
    edits = tuple(edit for item in made for edit in item_taken_back(family, item))
    bare = tuple(put(item) for item in _without_line(family, last))
    if not bare:
        return edits
    note = PrivateNote(text=last.typed, meeting=meeting or None, step=step, on=on)
    return (*edits, *bare, put(note))


def item_taken_back(family: Family, item: Item) -> tuple[Edit, ...]:
    """The edits that keep ``item``, and whatever leans on it, for the facilitator alone; none for the family's header."""
    if isinstance(item, Header):
        return ()
    gone = item.model_copy(update={"taken_back": True})
    edits: dict[str, Edit] = {item.id: put(gone)}
    waiting = [item.id]
    while waiting:
        now = family.with_edits(edits.values())
        held = waiting.pop()
        narrowed = now.get(held)
        leaning = tuple(one for one in leaning_on(now, held) if _says_it_too(one))
        for edit in as_narrow_as(narrowed, leaning) if narrowed is not None else ():
            edits[edit.id] = edit
            waiting.append(edit.id)
    return tuple(edits.values())


def is_signed(family: Family, items: tuple[str, ...]) -> int | None:
    """The number of the newest signed plan that holds one of ``items``: its copies keep what was signed."""
    for edition in sorted(family.editions, key=lambda each: -each.number):
        kept = edition.record_kept
        if kept is not None and any(kept.get(one) is not None for one in items):
            return edition.number
    return None


def _says_it_too(item: Item) -> bool:
    """Whether an item that refers to another may tell of it. Somebody's place at the table or on the team is plain to see."""
    return not isinstance(item, Attendance | TeamMember)


def _without_line(family: Family, last: LastLine) -> Iterator[Item]:
    for item in map(family.get, last.written_into):
        if item is None or not last.typed:
            continue
        changes = dict(_fields_without(item, last.typed))
        if changes:
            yield item.changed(**changes)


def _fields_without(item: Item, typed: str) -> Iterator[tuple[str, Any]]:
    for name in type(item).model_fields:
        held = getattr(item, name)
        if isinstance(held, Words) and typed in held.text:
            yield name, held.changed(text=_cut(held.text, typed, " "))
        elif isinstance(held, str) and typed in held and name != "id":
            yield name, _cut(held, typed, "\n" if "\n" in held else " ")
        elif isinstance(held, tuple) and typed in held:
            place = len(held) - 1 - held[::-1].index(typed)
            yield name, (*held[:place], *held[place + 1 :])


def _cut(text: str, typed: str, between: str) -> str:
    """``text`` without the last time that ``typed`` stands in it, nor a double blank where it stood."""
    head, _, tail = text.rpartition(typed)
    return between.join(part for part in (head.strip(), tail.strip()) if part)
