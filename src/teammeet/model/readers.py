"""Readers: who looks at a record, and what they may see (DESIGN.md rule 1).

A reader is a role with the people it stands for, the releases in force, and a date. A group (the room, the team, a
household) sees what every one of its members may see.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Final, Literal

from teammeet.errors import TeammeetError
from teammeet.messages import Message
from teammeet.model.people import Household, Person
from teammeet.model.record import Record
from teammeet.model.sharing import Release
from teammeet.model.supports import Support, TeamMember
from teammeet.model.values import Circle, Item, Value

if TYPE_CHECKING:
    from teammeet.model.extract import Extract

Role = Literal["room", "family", "team", "facilitator", "agency", "recipient"]

CIRCLES: Final[dict[Circle, frozenset[Role]]] = {
    "room": frozenset({"room", "family", "team", "facilitator", "agency", "recipient"}),
    "family": frozenset({"family", "facilitator"}),
    "team": frozenset({"family", "team", "facilitator", "agency"}),
    "facilitator": frozenset({"facilitator"}),
    "agency": frozenset({"facilitator", "agency"}),
    "household": frozenset({"facilitator"}),
}
"""Which roles each circle holds: sets, not a ladder. Members of the very household see ``household`` too."""

_FROM_OUTSIDERS: Final = (
    "private-notes",
    "family-notes",
    "team-notes",
    "crisis-plans",
    "legal-names",
    "contact-details",
    "records",
    "named-people",
)
WITHHELD: Final[dict[Role, tuple[str, ...]]] = {
    "facilitator": (),
    "agency": ("private-notes", "family-notes", "contact-details", "records", "named-people"),
    "team": ("private-notes", "family-notes", "legal-names", "contact-details", "records", "named-people"),
    "family": ("private-notes", "legal-names", "contact-details", "records", "named-people"),
    "recipient": _FROM_OUTSIDERS,
    "room": _FROM_OUTSIDERS,
}
"""Which kinds of fact a role does not get, by rule: the same list whether the family has such facts or not."""


_SCOPE: Final = frozenset({"what", "purpose", "starts_on", "ends_on", "signed_on"})
COPIES: Final = ("youth", "school", "primary-care", "court", "child-welfare")
"""What a copy can be named by instead of somebody's id."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody, or a group, that looks at a record on a day."""

    role: Role
    on: date
    ids: frozenset[str] = frozenset()
    households: frozenset[str] = frozenset()
    releases: tuple[Release, ...] = ()
    kept_out_with: frozenset[str] = frozenset()
    """Ids of others that stand for the same reader where something is *kept from* one of them, never where it is for one."""
    members: tuple[Reader, ...] = field(default=())
    who: str | None = None
    """The id of the one person, support or household that this reader is; ``None`` for a role."""
    on_wall: bool = False
    """Whether it is a wall that is read: what somebody said who may see is there only if they said the room."""
    extract: Extract | None = None
    """Where the copy is for one service about one person: what it holds of what this reader may see."""

    @property
    def withheld(self) -> tuple[str, ...]:
        """The kinds of fact that this reader does not get, by rule.

        An extract lists each kind of record by itself; one that a release in force opens to this reader is not listed.
        """
        if self.extract is None:
            return WITHHELD[self.role]
        kinds = tuple(kind for kind in WITHHELD[self.role] if kind != "records")
        return (*self.extract.withheld({kind for release in self.releases for kind in release.records}), *kinds)

    def knowing(self, gone: Iterable[Item]) -> Reader:
        """The same reader, for an extract that may not have the names of those who are no more in the record either."""
        if self.extract is None:
            return self
        return replace(self, extract=self.extract.knowing(self._unnamed(tuple(gone))))

    def _unnamed(self, items: tuple[Item, ...]) -> Iterator[Item]:
        """Whom an extract may not name in words: all of the family, and of others those whom this reader may not see.

        A school may read of the club that helps, and of who there does; a sibling has no place in its copy.
        """
        hidden = {item.id for item in items if isinstance(item, Support) and not self.sees_item(item)}
        for item in items:
            is_elsewhere = isinstance(item, Support) or (isinstance(item, Person) and not item.in_family)
            group = item.support if isinstance(item, Person) else item.id
            if not is_elsewhere or group in (hidden | self.ids) or not self.sees_item(item):
                yield item

    def sees_circle(self, circle: Circle, owner_households: frozenset[str]) -> bool:
        """Whether the reader is in ``circle``, for a field of somebody who lives in ``owner_households``."""
        if self.role in CIRCLES[circle]:
            return True
        return circle == "household" and bool(self.households & owner_households)

    def sees_told(self, circle: Circle, owner_households: frozenset[str]) -> bool:
        """The same for a circle that people chose, such as that of a degree or of the kind of a tie."""
        return circle == "room" if self.on_wall else self.sees_circle(circle, owner_households)

    def sees_item(self, item: Item) -> bool:
        """Whether the item as a whole may be seen: its kind, its record, the people it is kept from or only for."""
        if self.extract is not None and item.record_of not in (None, self.extract.about):
            return False
        if not self.sees_circle(item.least_circle, frozenset()):
            return False
        if self.role == "facilitator" or not _is_narrow(item):
            return True
        if item.taken_back:
            return False
        if self.members:
            return all(member.sees_item(item) for member in self.members)
        return self._named(item) and self._released(item) and self._party_to(item)

    def sees_scope(self, value: Value, field: str) -> bool:
        """Whether a field says what a release covers: it goes with each copy that is made under it (42 CFR 2.32)."""
        return self.extract is not None and isinstance(value, Release) and field in _SCOPE

    def is_under_part_two(self, item: Item) -> bool:
        """Whether the item is seen because a release of substance use records opens it, not as one's own (42 CFR 2.32)."""
        if self.role in ("facilitator", "agency") or item.record == "none":
            return False
        if self.members:
            return any(member.is_under_part_two(item) for member in self.members)
        if item.record_of is not None and item.record_of in self.ids:
            return False
        return item.record == "substance_use" or any(r.law == "part_2" for r in self.releases if _opens(r, item))

    def _named(self, item: Item) -> bool:
        if item.only_for:
            return bool(self.ids & frozenset(item.only_for))
        if self.ids:
            return not (self.ids | self.kept_out_with) & frozenset(item.kept_from)
        return not item.kept_from or self.role == "agency"

    def _party_to(self, item: Item) -> bool:
        """A release is seen by those it names: that there is one tells that there is such a record (42 CFR 2.13)."""
        if not isinstance(item, Release) or self.role == "agency":
            return True
        return bool(self.ids & {*item.to, item.record_of})

    def _released(self, item: Item) -> bool:
        if item.record == "none" or (item.record_of is not None and item.record_of in self.ids):
            return True
        return any(_opens(release, item) for release in self.releases)


def _opens(release: Release, item: Item) -> bool:
    return item.record in release.records and release.record_of in (None, item.record_of)


def _is_narrow(item: Item) -> bool:
    """Whether not everybody sees the item as a whole."""
    return item.record != "none" or item.taken_back or bool(item.kept_from or item.only_for) or isinstance(item, Release)


def owners_of(item: Item) -> frozenset[str]:
    """Ids of the households whose own the contact details in ``item`` are."""
    if isinstance(item, Household):
        return frozenset({item.id})
    return frozenset(item.households) if isinstance(item, Person) else frozenset()


def facilitator(on: date) -> Reader:
    """Who keeps the record: sees everything."""
    return Reader("facilitator", on)


def agency(on: date) -> Reader:
    """The agency: sees legal names, not private notes."""
    return Reader("agency", on)


def somebody(record: Record, who: str, on: date) -> Reader:
    """A person or support as a reader of their own: of the family, of its team, or somebody else who gets a copy."""
    item = record.get(who)
    ids, people = frozenset({who}), _people_of(record, who)
    households: frozenset[str] = frozenset()
    if isinstance(item, Person) and item.in_family:
        role: Role = "family"
        households = frozenset(item.households)
    else:
        if isinstance(item, Person) and item.support:
            ids |= {item.support}
        on_team = {member.who for member in record.team if _is_on_team(member, on)}
        role = "team" if (ids | people) & on_team else "recipient"
    releases = tuple(r for r in record.releases if r.is_in_force(on) and ids & frozenset(r.to))
    return Reader(role, on, ids, households, releases, kept_out_with=people, who=who)


def recipient(record: Record, extract: Extract, on: date) -> Reader:
    """A support that gets an extract, whatever its people get as members of the team."""
    to = (release for release in record.releases if release.is_in_force(on) and extract.who in release.to)
    releases = tuple(release for release in to if release.record_of in (None, extract.about))
    out = _people_of(record, extract.who)
    return Reader(
        "recipient", on, frozenset({extract.who}), releases=releases, kept_out_with=out, who=extract.who, extract=extract
    )


def household(record: Record, household_id: str, on: date) -> Reader:
    """A household as it shares one copy: what each of its people may see, and the household's own contact details."""
    people = [p for p in record.people if household_id in p.households and p.nature == "person" and p.life == "living"]
    members = tuple(somebody(record, person.id, on) for person in people)
    role = _role_of_all(members) or "recipient"
    return Reader(role, on, households=frozenset({household_id}), members=members, who=household_id)


def family(record: Record, on: date) -> Reader:
    """The whole family at once: what each of its people may see."""
    people = [p for p in record.people if p.in_family and p.nature == "person" and p.life == "living"]
    return Reader("family", on, members=tuple(somebody(record, person.id, on) for person in people))


def team(record: Record, on: date) -> Reader:
    """The whole team at once, the family in it: what each member may see."""
    members = [member.who for member in record.team if _is_on_team(member, on)]
    members += [p.id for p in record.people if p.in_family and p.nature == "person" and p.life == "living"]
    return Reader("team", on, members=tuple(somebody(record, who, on) for who in dict.fromkeys(members)))


def room(record: Record, present: Iterable[str], on: date) -> Reader:
    """The room: what everybody now present may see. ``present`` are ids of people and supports.

    Where all of them are of the family and its team, the wall shows what the team may see, but what somebody said who may
    see (the kind of a tie, a degree, a dissent) only once they said the room: nobody reads on a wall that he is a stress.
    """
    members = tuple(somebody(record, who, on) for who in dict.fromkeys(present))
    return Reader(_role_of_all(members) or "room", on, members=members, on_wall=True)


def reader_named(record: Record, name: str, on: date) -> Reader:
    """The reader that a command names: a role, ``person:ID`` (also for a support), ``household:ID``, or a copy by what it
    is for: ``youth``, ``school``, ``primary-care``, ``court``, ``child-welfare`` (:mod:`teammeet.model.copies`).

    Raises:
        TeammeetError: ``reader-unknown``; ``reader-no-such-id``, with the ids that there are; ``copy-nobody``
            or ``copy-several`` where not exactly one such copy fits.
    """
    kind, _, item_id = name.partition(":")
    if kind in COPIES:
        from teammeet.model.copies import copy_reader  # few ask for such a copy

        return copy_reader(record, name, on)
    item = record.get(item_id)
    if kind == "person" and isinstance(item, (Person, Support)):
        return somebody(record, item_id, on)
    if kind == "household" and isinstance(item, Household):
        return household(record, item_id, on)
    if kind in ("person", "household"):
        held = record.households if kind == "household" else (*record.people, *record.supports)
        ids = ", ".join(item.id for item in held if not item.taken_back)
        raise TeammeetError("reader-no-such-id", name=Message(f"copies.noun.{kind}"), ids=ids or "–")
    readers = {
        "facilitator": lambda: facilitator(on),
        "agency": lambda: agency(on),
        "team": lambda: team(record, on),
        "family": lambda: family(record, on),
        "room": lambda: room(record, (), on),
    }
    if name not in readers:
        raise TeammeetError("reader-unknown", name=kind)
    return readers[name]()


def _role_of_all(members: tuple[Reader, ...]) -> Role | None:
    """The role in which all of ``members`` may look at once; ``None`` if there are none, or somebody is of no such circle."""
    roles = {member.role for member in members}
    if roles == {"family"}:
        return "family"
    return "team" if roles and roles <= {"family", "team"} else None


def _is_on_team(member: TeamMember, on: date) -> bool:
    return member.left_on is None or member.left_on > on


def _people_of(record: Record, who: str) -> frozenset[str]:
    """The people of a support: what is kept from one of them is kept from the support, that hands on what it gets."""
    return frozenset(person.id for person in record.people if person.support == who)
