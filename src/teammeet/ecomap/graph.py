"""What an ecomap shows, read from a View: homes, members, supports and the ties between them.

A tie's ``flow`` is read towards its ``to`` end: ``to`` gives energy to it, ``from`` takes energy from it.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from string import ascii_uppercase
from typing import TYPE_CHECKING, Final

from teammeet.text import TITLES, folded

if TYPE_CHECKING:
    from teammeet.model.view import View

TIE_KINDS: Final = ("strong", "ordinary", "tenuous", "stressful", "cut_off")
SUPPORT_KINDS: Final = ("natural", "peer", "community", "formal")
"""The order of the sectors, clockwise."""
HOUSE: Final = "\u2302"
ABSENT: Final = "absent"
"""The ``change`` of what is on the map of another moment only: its place is kept free."""
UNNAMED_HOME: Final = ""
"""The id of the home of people of whom no home is said."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What people say of a tie; ``kinds`` is empty when its kind is not said, or not for this reader."""

    kinds: tuple[str, ...] = ()
    flow: str = "none"
    said_by: tuple[str, ...] = ()
    change: str = ""
    """What became of its tie, for painters: see :attr:`Tie.change`."""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who lives in a home of the map. ``also_in`` are the other homes; ``mark`` stands for the name on a badge.

    ``age`` is in whole years; None when the day of birth is not known, or not to this reader.
    """

    id: str
    name: str
    role: str = ""
    home: str = UNNAMED_HOME
    also_in: tuple[str, ...] = ()
    life: str = "living"
    nature: str = "person"
    enrolled: bool = False
    mark: str = ""
    change: str = ""
    age: int | None = None

    @property
    def homes(self) -> tuple[str, ...]:
        """All homes that the member lives in."""
        return (self.home, *self.also_in)


@dataclass(frozen=True, slots=True)
class Home:
    """A household: ``kind`` is home, foster_home, kinship_home, facility or other."""

    id: str
    name: str
    kind: str = "home"


@dataclass(frozen=True, slots=True)
class Support:
    """A support around the family; ``people`` are names of those of it who hold ties of their own.

    ``change`` is what became of it between two moments: ``came``, ``went``, ``changed``, nothing; or ``absent``, whose place
    is kept free for the map of the other moment. See :mod:`teammeet.ecomap.compared`.
    """

    id: str
    name: str
    kind: str = "natural"
    domain: str = ""
    status: str = "active"
    people: tuple[str, ...] = ()
    change: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """A line of the map, from a support to a home, a member or another support. ``by`` names the person of the support.

    ``change`` is what became of it between two moments: see :class:`Support`.
    """

    id: str
    support: str
    to: str
    claims: tuple[Claim, ...] = ()
    by: str = ""
    change: str = ""

    @property
    def views(self) -> tuple[Claim, ...]:
        """Each thing that is said of the tie once, with everybody who says it; one empty claim when nothing is said."""
        return _views(self.claims, self.change)


@lru_cache(maxsize=1024)
def _views(claims: tuple[Claim, ...], change: str) -> tuple[Claim, ...]:
    said: dict[tuple[tuple[str, ...], str], tuple[str, ...]] = {}
    for claim in claims:
        kinds = tuple(kind for kind in TIE_KINDS if kind in claim.kinds)
        names = said.get((kinds, claim.flow), ())
        said[kinds, claim.flow] = names + tuple(name for name in claim.said_by if name not in names)
    if any(kinds for kinds, _ in said):
        said = {key: names for key, names in said.items() if key[0] or key[1] != "none"}
    return tuple(Claim(kinds, flow, names, change) for (kinds, flow), names in said.items()) or (Claim(change=change),)


@dataclass(frozen=True)
class EcomapGraph:
    """All that one map shows. ``loops`` are ties of a support to itself: not drawn, but said in words.

    ``note`` stands over its title: what must be known of this map, such as that nobody is named on it.
    """

    title: str = ""
    homes: tuple[Home, ...] = ()
    members: tuple[Member, ...] = ()
    supports: tuple[Support, ...] = ()
    ties: tuple[Tie, ...] = ()
    loops: tuple[Tie, ...] = ()
    centre: str = UNNAMED_HOME
    note: str = ""

    @property
    def things(self) -> "tuple[Home | Member | Support, ...]":
        """Homes, members and supports."""
        return (*self.homes, *self.members, *self.supports)

    @property
    def home(self) -> Home:
        """The home in the middle."""
        return next((home for home in self.homes if home.id == self.centre), Home(UNNAMED_HOME, ""))

    @property
    def in_middle(self) -> tuple[str, ...]:
        """The homes that belong in the middle of a page: the centre, and the home that most of its members live in too.

        Where nobody lives in two homes, a map of just two homes with living people has both in the middle.
        """
        others = [home.id for home in self.homes if home.id != self.centre and home.id != UNNAMED_HOME]
        shared = {home: sum({home, self.centre} <= set(member.homes) for member in self.members) for home in others}
        most = max(shared.values(), default=0)
        if most:
            return self.centre, next(home for home in others if shared[home] == most)
        lived_in = {member.home for member in self.members if member.life == "living"}
        if self.centre != UNNAMED_HOME and len(others) == 1 and lived_in == {self.centre, *others}:
            return self.centre, others[0]
        return (self.centre,)

    def home_mark(self, home: str) -> str:
        """What stands for a home on a badge and in cells: a little house, with a letter where one must be told from others.

        The letter is the first of its name; where those do not tell the homes apart, homes have A, B, C in their order.
        """
        named = [*self.in_middle, *(known.id for known in self.homes if known.id not in self.in_middle)]
        named = [name for name in named if name != UNNAMED_HOME]
        if home not in named or (len(named) < 3 and len(self.in_middle) < 2):
            return HOUSE
        letters = [self.name_of(name).strip()[:1].upper() for name in named]
        if len(set(letters)) < len(letters) or not all(letter.isalpha() for letter in letters):
            letters = list(ascii_uppercase)
        place = named.index(home)
        return f"{HOUSE}{letters[place] if place < len(letters) else place + 1}"

    def living_in(self, home: str) -> tuple[Member, ...]:
        """The members drawn in ``home``."""
        return tuple(member for member in self.members if member.home == home)

    def name_of(self, node: str) -> str:
        """The name of a home, member or support; empty when it has none."""
        return next((thing.name for thing in self.things if thing.id == node), "")

    def centred_on(self, home: str) -> "EcomapGraph":
        """The same map with another home in the middle: who lives in both is drawn there."""
        if home == self.centre or home not in {known.id for known in self.homes}:
            return self
        moved = tuple(_first_at(home, member) for member in self.members)
        return replace(self, centre=home, members=moved)


def _first_at(home: str, member: Member) -> Member:
    """The member with that home named first, if it is one of theirs."""
    if home not in member.also_in:
        return member
    return replace(member, home=home, also_in=tuple(other for other in member.homes if other != home))


def graph_of(view: "View") -> EcomapGraph:
    """The map of a View. Nothing in it is refused: what hangs loose is drawn loose."""
    members = _members(view)
    known = {home.id for home in view.households}
    homes = tuple(Home(home.id, home.label, home.kind) for home in view.households)
    if any(member.home not in known for member in members) or not homes:
        homes = (*homes, Home(UNNAMED_HOME, ""))
    enrolled = next((member.home for member in members if member.enrolled), None)
    centre = enrolled if enrolled is not None else next((m.home for m in members), homes[0].id)
    members = tuple(_first_at(centre, member) for member in members)
    graph = EcomapGraph(view.header.name, homes, members, _supports(view), centre=centre)
    ties = _ties(view, {thing.id for thing in graph.things})
    return replace(
        graph,
        ties=tuple(tie for tie in ties if tie.support != tie.to),
        loops=tuple(tie for tie in ties if tie.support == tie.to),
    )


def _members(view: "View") -> tuple[Member, ...]:
    known = {home.id for home in view.households}
    supports = {support.id for support in view.supports}
    members = []
    for person in view.people:
        if person.support in supports:
            continue
        homes = tuple(home for home in person.households if home in known) or (UNNAMED_HOME,)
        role = person.role if person.used_name else ""
        who = Member(person.id, person.label, role, homes[0], homes[1:], person.life, person.nature, person.enrolled)
        members.append(replace(who, age=person.age_on(view.on)))
    return marked(tuple(members))


def marked(members: tuple[Member, ...]) -> tuple[Member, ...]:
    """The members with badges that tell them apart: an initial, two letters, two initials, else numbers for all.

    A title such as "Mrs." is no part of them, as in the initials of the meeting.
    """
    names = [telling(member.name) for member in members]
    for mark in (_initial, _two_letters, _initials):
        marks = [mark(name) for name in names]
        if all(letters.isalnum() for letters in marks) and len(set(marks)) == len(marks):
            break
    else:
        marks = [str(number) for number in range(1, len(members) + 1)]
    return tuple(replace(member, mark=letters) for member, letters in zip(members, marks, strict=True))


def telling(name: str) -> str:
    """The name without its titles; all of it where nothing else is there."""
    words = name.split()
    return " ".join(word for word in words if folded(word).strip(".,") not in TITLES) or " ".join(words)


def _initial(name: str) -> str:
    return name.strip()[:1].upper()


def _two_letters(name: str) -> str:
    return name.strip()[:2].strip().capitalize()


def _initials(name: str) -> str:
    words = name.split()
    return f"{words[0][:1]}{words[-1][:1]}".upper() if len(words) > 1 else _two_letters(name)


def _supports(view: "View") -> tuple[Support, ...]:
    tied = {tie.support for tie in view.ties} | {tie.to for tie in view.ties}
    people: dict[str, tuple[str, ...]] = {}
    for person in view.people:
        if person.support and person.id in tied:
            people[person.support] = (*people.get(person.support, ()), person.label)
    return tuple(
        Support(s.id, s.label, s.kind, s.domain or "", s.status, tuple(n for n in people.get(s.id, ()) if n != s.label))
        for s in view.supports
    )


def _ties(view: "View", known: set[str]) -> tuple[Tie, ...]:
    """The ties that have both ends on the map; two between the same ends are one tie with the claims of both."""
    of_support = {person.id: person.support for person in view.people if person.support}
    names = {person.id: person.label for person in view.people} | {support.id: support.label for support in view.supports}
    merged: dict[tuple[str, str, str], Tie] = {}
    for tie in view.ties:
        start, end = of_support.get(tie.support, tie.support), of_support.get(tie.to, tie.to)
        if start not in known or end not in known:
            continue
        by = names.get(tie.support, "") if tie.support in of_support else ""
        claims = tuple(Claim(tuple(c.kinds), c.flow, (names[c.said_by],) if c.said_by in names else ()) for c in tie.claims)
        if (end, start, by) in merged and start != end:
            start, end, claims = end, start, tuple(_turned(claim) for claim in claims)
        before = merged.get((start, end, by), Tie(tie.id, start, end, (), by))
        merged[start, end, by] = replace(before, claims=(*before.claims, *claims))
    return tuple(merged.values())


def _turned(claim: Claim) -> Claim:
    return replace(claim, flow={"to": "from", "from": "to"}.get(claim.flow, claim.flow))
