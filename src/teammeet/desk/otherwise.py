"""What a plan in a copy says otherwise than the record, and who changed it: somebody in the file, or somebody here since."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final

from teammeet.desk.admitted import NotTaken, admits_text, title_in, why_not
from teammeet.desk.bounded import CopyFor
from teammeet.desk.questions import Who
from teammeet.desk.values import Change
from teammeet.model.facts import FACTS, fact_at
from teammeet.model.family import Family
from teammeet.model.paths import text_at
from teammeet.model.people import Person
from teammeet.model.readers import facilitator
from teammeet.model.record import LIST_OF, Record
from teammeet.model.shapes import FieldShape, shape_of
from teammeet.model.supports import Support
from teammeet.model.values import Item, Words
from teammeet.text import folded

_NOT_COMPARED: Final = frozenset({"id", "position", "rank", "record_kept"})
"""Fields that only order, since a copy numbers what it shows anew; and the former plan, which no copy carries."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text or a fact of a plan in a file: whose it is, as the plan inside says it, and as the file says it now."""

    item: str
    path: str
    was: str
    now: str


def same(one: str, other: str) -> bool:
    """Whether two texts say the same: on paper a note has no blank lines, and a line no break."""
    return one.split() == other.split()


@dataclass(frozen=True)
class Otherwise:
    """The record that a copy is laid beside, with all that it ever said: then it is known who changed what.

    ``present`` is the record; ``None`` if there is none here. ``gone`` are ids of what is no more in it, each with the item as
    it stood last, or nothing where that was withheld. ``withheld`` are ids of which not all that they said is known.
    """

    present: Family | None
    today: date
    copy: CopyFor
    former: Mapping[str, tuple[Item, ...]]
    gone: Mapping[str, Item | None]
    withheld: Collection[str] = frozenset()

    @cached_property
    def _seen(self) -> Record | None:
        """The record as the reader of the copy sees it today."""
        if self.present is None:
            return None
        return self.present.seen_by(self.copy.reader(self.present, facilitator(self.today)))

    def can_take(self, family: Family, there: Item, one: Said) -> bool:
        """Whether a name is nobody else's, and a fact has a place here.

        All whom a fact names must be here, and it may be of nobody whom the copy does not show. Who would be called as
        somebody else is might get what is for that one.
        """
        if isinstance(there, Person):
            named = self.present or family
            others = {folded(named.label(who.id)) for who in (*named.people, *named.supports) if who.id != there.id}
            return bool(one.now) and folded(one.now) not in others
        if FACTS.get(LIST_OF[type(there)], {}).get(one.path) != "who" or self.present is None or self._seen is None:
            return True
        shown = self._seen.get(there.id)
        is_whole = shown is not None and fact_at(shown, one.path) == fact_at(there, one.path)
        return is_whole and all(isinstance(self.present.get(who), (Person, Support)) for who in one.now.split())

    def who(self, one: Said, path: str, held: str) -> Who:
        """Who changed a text or a fact. What was never said here was not changed here."""
        if same(held, one.was):
            return "file"
        if not same(one.was, one.now):
            return "both"
        return "record" if self.present is None or self._ever(one.item, path, one.was) else "file"

    def said_in_the_plan(self, family: Family, said: Sequence[Said]) -> Iterator[Said]:
        """Texts and facts that the plan inside says otherwise than the record, where the document says nothing else of them.

        Another agency may have worked on the plan in its own record.
        """
        told = {(one.item, one.path) for one in said}
        for item, shown in self._both(family):
            for path, now in _texts_and_facts(item):
                held = fact_at(shown, path) if path in FACTS.get(LIST_OF[type(item)], ()) else text_at(shown, path)
                if now and (item.id, path) not in told and not same(now, held or ""):
                    yield Said(item.id, path, now, now)

    def other_fields(self, family: Family) -> Iterator[NotTaken]:
        """What else of an item that is here the file has otherwise, and the record never had so."""
        for item in family.items():
            there = self.present.get(item.id) if self.present else None
            if there is not None and type(there) is not type(item):
                yield NotTaken(LIST_OF[type(item)], title_in(family, item), "other")
        for item, shown in self._both(family):
            kind = LIST_OF[type(item)]
            for field in shape_of(type(item)):
                if self._is_otherwise(item, shown, field):
                    yield NotTaken(kind, title_in(family, item), why_not(kind, "field"), field.name)

    def _is_otherwise(self, item: Item, shown: Item, field: FieldShape) -> bool:
        if field.name in _NOT_COMPARED or _is_asked(item, field):
            return False
        now: Any = getattr(item, field.name)
        is_lacking = now == field.blank and not isinstance(now, bool) and self.copy.role != "facilitator"
        if is_lacking or now == getattr(shown, field.name):
            return False
        return all(getattr(version, field.name, None) != now for version in self.former.get(item.id, ()))

    def _both(self, family: Family) -> Iterator[tuple[Item, Item]]:
        """Items that are here too and that the file has otherwise, each with what the reader of the copy sees of it."""
        for item in family.items():
            there = self.present.get(item.id) if self.present else None
            shown = (self._seen.get(item.id) if self._seen else None) or there
            if there is not None and type(there) is type(item) and type(shown) is type(item) and shown != item:
                yield item, shown

    def _ever(self, item_id: str, path: str, told: str) -> bool:
        """Whether the record said so once; also if not all is known of what it said."""
        if item_id in self.withheld:
            return True
        return any(same(told, once) for version in self.former.get(item_id, ()) for once in _at(version, path))


def former_of(changes: Iterable[Change]) -> tuple[dict[str, tuple[Item, ...]], frozenset[str]]:
    """Every version of each item that the changes tell of, and the ids of those of which something was withheld."""
    found: dict[str, tuple[Item, ...]] = {}
    withheld: set[str] = set()
    for change in changes:
        for edit in change.edits:
            if edit.after is not None:
                found[edit.id] = (*found.get(edit.id, ()), edit.after)
            elif change.withheld:
                withheld.add(edit.id)
            found.setdefault(edit.id, ())
    return found, frozenset(withheld)


def _at(item: Item, path: str) -> tuple[str, ...]:
    """What a version says at a path; of a list every line, since lines move, and of words every translation."""
    kind = LIST_OF[type(item)]
    if path in FACTS.get(kind, ()):
        return (fact_at(item, path),)
    field, _, rest = path.partition(".")
    held: Any = getattr(item, field, None)
    if isinstance(held, tuple) and rest:
        return tuple(line for line in held if isinstance(line, str))
    if isinstance(held, Words) and rest.startswith("translations."):
        return tuple(one.text for one in held.translations)
    return (text_at(item, path) or "",)


def _is_asked(item: Item, field: FieldShape) -> bool:
    """Whether the field holds texts or a fact that are asked one by one."""
    kind = LIST_OF[type(item)]
    return field.name in FACTS.get(kind, ()) or (not field.lists and admits_text(kind, field.name))


def _texts_and_facts(item: Item) -> Iterator[tuple[str, str]]:
    """Every text and every fact of an item that a file may bring, by its path."""
    kind = LIST_OF[type(item)]
    for field in FACTS.get(kind, ()):
        yield field, fact_at(item, field)
    for shape in shape_of(type(item)):
        held: Any = getattr(item, shape.name)
        if not _is_asked(item, shape) or shape.name in FACTS.get(kind, ()):
            continue
        if isinstance(held, Words):
            yield f"{shape.name}.text", held.text
            yield f"{shape.name}.reworded", held.reworded
            yield from ((f"{shape.name}.translations.{n}.text", one.text) for n, one in enumerate(held.translations))
        elif isinstance(held, tuple):
            yield from ((f"{shape.name}.{number}", line) for number, line in enumerate(held))
        else:
            yield shape.name, held
