"""For whom an item that comes in from a copy may be: for nobody who would not have got that copy.

A copy does not say what is kept from whom: that is the facilitator's. So what is new in it is for its reader alone, until the
facilitator opens it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from teammeet.errors import FileRefused
from teammeet.model.family import Family
from teammeet.model.family_file import FamilyFile
from teammeet.model.people import Household, Person
from teammeet.model.readers import Reader, Role, household, reader_named, somebody
from teammeet.model.supports import Support
from teammeet.model.values import Item, RecordKind

AnItem = TypeVar("AnItem", bound=Item)


class Bounds(Protocol):
    """What keeps an item from somebody: the fields of an item that say so."""

    @property
    def record(self) -> RecordKind:
        """The kind of record that it is part of."""

    @property
    def record_of(self) -> str | None:
        """Whose record it is."""

    @property
    def kept_from(self) -> tuple[str, ...]:
        """From whom it is kept."""

    @property
    def only_for(self) -> tuple[str, ...]:
        """Whom alone it is for; nobody named means everybody."""

    @property
    def taken_back(self) -> bool:
        """Whether it is for the facilitator alone."""


@dataclass(frozen=True, slots=True)
class OfACopy:
    """The bounds of a copy: what is new in it is for these people, or for the facilitator alone."""

    only_for: tuple[str, ...] = ()
    taken_back: bool = False
    record: RecordKind = "none"
    record_of: None = None
    kept_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CopyFor:
    """For whom a copy was written: a role, and the id of the one person or home whose own it is, if it is.

    Not ``is_known``: the copy does not say whether it was for all of them, or for whom of them.
    """

    role: Role = "facilitator"
    who: str = ""
    is_known: bool = True

    @classmethod
    def said_in(cls, file: FamilyFile, reader: str = "") -> CopyFor:
        """For whom ``file`` says that it was written; ``reader`` is whose own the document around it says that it is."""
        who = reader or file.copy_for_id or ""
        is_known = bool(who) or file.copy_for not in ("family", "team", "recipient")
        return cls(file.copy_for or "facilitator", "" if who == file.header.id else who, is_known)

    def reader(self, record: Family, today: Reader) -> Reader:
        """The same reader today, for ``record``; ``today`` is the facilitator."""
        if self.role == "facilitator":
            return today
        item = record.get(self.who)
        if isinstance(item, Household):
            return household(record, self.who, today.on)
        if isinstance(item, (Person, Support)):
            return somebody(record, self.who, today.on)
        return reader_named(record, "room" if self.role == "recipient" else self.role, today.on)

    def bounds(self, record: Family, today: Reader) -> OfACopy:
        """What narrows all that is new in the copy. Of a facilitator's, it is said in the copy; the room's is for everybody."""
        if self.role in ("facilitator", "room"):
            return OfACopy()
        if self.role == "agency" or not self.is_known or (self.who and record.get(self.who) is None):
            return OfACopy(taken_back=True)
        reader = self.reader(record, today)
        ids = (reader.who,) if reader.ids else tuple(member.who for member in reader.members)
        only_for = tuple(who for who in ids if who)
        return OfACopy(only_for, taken_back=not only_for)

    def bounds_of_a_new_family(self, family: Family, today: Reader) -> OfACopy:
        """What narrows a whole family that is new here.

        The copy of all the team comes in as it is: that is how agencies exchange plans.

        Raises:
            FileRefused: ``plan-of-agency``: nobody can tell any more what was kept from whom in an agency's copy.
        """
        if self.role == "agency":
            raise FileRefused("plan-of-agency", code=family.code)
        is_of_the_team = self.role == "team" and self.is_known and not self.who
        return OfACopy() if is_of_the_team else self.bounds(family, today)


def narrowed(item: AnItem, others: Iterable[Bounds]) -> AnItem:
    """``item``, seen by nobody who may not see all that ``others`` bound; where two bounds differ, by the facilitator alone."""
    for other in others:
        changes: dict[str, Any] = {"taken_back": item.taken_back or other.taken_back}
        changes["kept_from"] = tuple(dict.fromkeys((*item.kept_from, *other.kept_from)))
        if item.only_for and other.only_for:
            changes["only_for"] = tuple(who for who in item.only_for if who in other.only_for)
            changes["taken_back"] |= not changes["only_for"]
        else:
            changes["only_for"] = item.only_for or other.only_for
        if item.record == "none":
            changes |= {"record": other.record, "record_of": other.record_of}
        elif other.record != "none" and (other.record, other.record_of) != (item.record, item.record_of):
            changes["taken_back"] = True
        item = item.model_copy(update=changes)
    return item
