"""Taking back what was said: off every screen and copy, and kept for the facilitator alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from teammeet.model.crisis import CrisisPlan
from teammeet.model.family import Edit, Family, put
from teammeet.model.leaning import as_narrow_as, leaning_on
from teammeet.model.meetings import Attendance, Meeting, PrivateNote
from teammeet.model.people import Header
from teammeet.model.supports import TeamMember
from teammeet.model.values import Item, Words
from teammeet.tui.meeting.splitting import MARK


@dataclass(frozen=True, slots=True)
class LastLine:
    """The line that was kept last: as it was typed, the ids of the items that it made, and of those it was written into."""

    typed: str = ""
    made: tuple[str, ...] = ()
    written_into: tuple[str, ...] = ()

    @classmethod
    def of(cls, before: Family, edits: tuple[Edit, ...], typed: str) -> LastLine:
        """What ``typed`` became in ``before`` by ``edits``. What was only put in another place says nothing new."""
        after = [edit.after for edit in edits if edit.after is not None]
        made = tuple(item.id for item in after if before.get(item.id) is None)
        written = (item.id for item in after if item.id not in made and _said_in(item) != _said_in(before.get(item.id)))
        return cls(typed, made, tuple(written))


def taken_back(family: Family, last: LastLine, meeting: str, step: str, on: date) -> tuple[Edit, ...]:
    """The edits that take ``last`` back; none if nothing of it is there any more.

    What it made is for the facilitator alone, with all that leans on it; so is a line of words that it became, or that it was
    cut into. What it was written into loses the line, which goes to a private note: a vision or a crisis plan as a whole
    stays, also if this was the first line in it.
    """
    made, written = (tuple(filter(None, map(family.get, ids))) for ids in (last.made, last.written_into))
    holding = [item for item in (*made, *written) if _holds_more(item) and dict(_fields_without(item, last.typed))]
    whole = [item for item in made if item not in holding] + [item for item in written if _is_the_line(item, last.typed)]
    now = family
    edits: tuple[Edit, ...] = ()
    for item in whole:
        held = now.get(item.id)
        if held is not None and not held.taken_back:
            more = item_taken_back(now, held)
            now, edits = now.with_edits(more), (*edits, *more)
    bare = [now.get(item.id) for item in (*holding, *written) if item not in whole]
    for item in dict.fromkeys(filter(None, bare)):
        edits = (*edits, *_cut_out(item, last.typed, meeting, step, on))
    return edits


def words_taken_back(item: Item, field: str, meeting: str, step: str, on: date) -> tuple[Edit, ...]:
    """The edits that take all the words in ``field`` out of ``item`` (a vision, a story) and keep them in a private note."""
    words = getattr(item, field)
    if not isinstance(words, Words) or not (words.text or words.reworded):
        return ()
    bare = item.changed(**{field: words.changed(text="", reworded="", translations=())})
    return put(bare), _noted((words.text, *_beside(words)), meeting, step, on)


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


def _holds_more(item: Item) -> bool:
    """Whether an item stays where a line in it goes: others hang on it, or it says more than words."""
    return isinstance(item, CrisisPlan | Attendance | Meeting)


def _is_the_line(item: Item, typed: str) -> bool:
    """Whether the words of ``item`` are what was typed, or one of the parts that it was cut into."""
    words = getattr(item, "words", None)
    return isinstance(words, Words) and words.text in {typed, *(part.strip() for part in typed.split(MARK))} - {""}


def _cut_out(item: Item, typed: str, meeting: str, step: str, on: date) -> tuple[Edit, ...]:
    """``item`` without the line, and the note that keeps it, with other wordings of the words that it stood in."""
    changes = dict(_fields_without(item, typed)) if typed else {}
    if not changes:
        return ()
    lost = [one for name in changes for one in _lost_beside(getattr(item, name), changes[name])]
    return put(item.changed(**changes)), _noted((typed, *lost), meeting, step, on)


def _noted(said: Iterable[str], meeting: str, step: str, on: date) -> Edit:
    return put(PrivateNote(text="\n".join(dict.fromkeys(filter(None, said))), meeting=meeting or None, step=step, on=on))


def _beside(words: Words) -> tuple[str, ...]:
    """The other wordings of ``words``."""
    return (words.reworded, *(translation.text for translation in words.translations))


def _lost_beside(before: Any, after: Any) -> tuple[str, ...]:
    both = isinstance(before, Words) and isinstance(after, Words)
    return tuple(one for one in _beside(before) if one not in _beside(after)) if both else ()


def _said_in(item: Item | None) -> tuple[Any, ...]:
    """All that ``item`` says in words."""
    if item is None:
        return ()
    held = (getattr(item, name) for name in type(item).model_fields if name != "id")
    return tuple(one for one in held if isinstance(one, Words | str) or (isinstance(one, tuple) and _is_of_lines(one)))


def _is_of_lines(held: tuple[Any, ...]) -> bool:
    return all(isinstance(one, str) for one in held)


def _words_without(words: Words, typed: str) -> Words:
    """A rewording and translations say the whole: where a line of it goes, they go with it."""
    if typed in words.text:
        return words.changed(text=_cut(words.text, typed, " "), reworded="", translations=())
    kept = tuple(translation for translation in words.translations if typed not in translation.text)
    return words.changed(reworded="" if typed in words.reworded else words.reworded, translations=kept)


def _fields_without(item: Item, typed: str) -> Iterator[tuple[str, Any]]:
    for name in type(item).model_fields:
        held = getattr(item, name)
        if isinstance(held, Words):
            without = _words_without(held, typed)
            if without != held:
                yield name, without
        elif isinstance(held, str) and typed in held and name != "id":
            yield name, _cut(held, typed, "\n" if "\n" in held else " ")
        elif isinstance(held, tuple) and typed in held:
            place = len(held) - 1 - held[::-1].index(typed)
            yield name, (*held[:place], *held[place + 1 :])


def _cut(text: str, typed: str, between: str) -> str:
    """``text`` without the last time that ``typed`` stands in it, nor a double blank where it stood."""
    head, _, tail = text.rpartition(typed)
    return between.join(part for part in (head.strip(), tail.strip()) if part)
