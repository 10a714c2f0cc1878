"""Finding other items by typing: a name, the beginning of a word, or somebody's initials."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from teammeet.model.people import Person
from teammeet.model.record import LIST_OF, Record
from teammeet.text import folded
from teammeet.tui.forms.naming import kind_name, name_of, title_of
from teammeet.tui.meeting.initials import tags_of

_INITIALS, _START, _WORD, _INSIDE, _NOT = range(5)
_PEOPLE: Final = ("people", "supports")


@dataclass(frozen=True, slots=True)
class Found:
    """Something that can be chosen: its id, how it is called, and what tells it from one of the same name."""

    id: str
    name: str
    beside: str


@dataclass(frozen=True)
class Finder:
    """All items of some lists of a record, searched as one types."""

    record: Record
    lists: tuple[str, ...]
    language: str

    @cached_property
    def all(self) -> tuple[Found, ...]:
        """Everything that can be chosen, in the order of the record; people of the family first."""
        return tuple(Found(item.id, title_of(self.record, item, self.language), self._beside(item)) for item in self._items())

    def fitting(self, typed: str) -> tuple[Found, ...]:
        """Those that fit what was typed, best first: initials, the start of the name, of a word, anywhere in it."""
        wanted = folded(typed.strip())
        if not wanted:
            return self.all
        ranked = [(self._rank(place, wanted), place) for place in range(len(self.all))]
        return tuple(self.all[place] for rank, place in sorted(ranked) if rank < _NOT)

    def _rank(self, place: int, wanted: str) -> int:
        name = self._folded[place]
        if folded(self._tags.get(self.all[place].id, "")) == wanted:
            return _INITIALS
        if name.startswith(wanted):
            return _START
        if any(word.startswith(wanted) for word in name.split()):
            return _WORD
        return _INSIDE if wanted in name else _NOT

    @cached_property
    def _folded(self) -> tuple[str, ...]:
        return tuple(folded(found.name) for found in self.all)

    @cached_property
    def _tags(self) -> dict[str, str]:
        return tags_of(self.record).of if set(self.lists) & set(_PEOPLE) else {}

    def _items(self) -> Iterable[Person]:
        items = [item for name in self.lists for item in getattr(self.record, name)]
        return sorted(items, key=lambda item: isinstance(item, Person) and not item.in_family)

    def _beside(self, item: Person) -> str:
        if isinstance(item, Person):
            return name_of(self.record, item.support, self.language) or (item.role if item.used_name else "")
        return kind_name(LIST_OF[type(item)], self.language) if len(self.lists) > 1 else ""
