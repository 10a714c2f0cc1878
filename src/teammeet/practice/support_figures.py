"""What the ecomap says in figures: counts with a plain meaning, never a score, never a judgment.

They are counted from a View: from what one reader may see, so that a figure tells nobody of what is not there for them.
Only supports that are active now count; possible and ended ones are named apart. Where people see a tie differently, that
is a count of its own: nobody's word is taken for the other's. What the figures are for is wraparound's own question, how a
family goes on with natural supports as formal help fades (PRACTICE.md sections 2 and 5: transition, natural supports,
strategies from natural or community sources).
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import gcd

from teammeet.model.domains import DOMAINS, domain_order
from teammeet.model.people import Person
from teammeet.model.supports import Support, SupportKind
from teammeet.model.view import View
from teammeet.practice.support_hands import Hands, hands_of_needs
from teammeet.practice.support_lines import Energy, SupportLine, lines_of


@dataclass(frozen=True, slots=True)
class Around:
    """The ids of the supports: the active ones by kind, then those that are only possible and those that have ended.

    ``twice`` are active ones whose name stands on the map once more, for a support or for somebody of the family: it may be
    one person who is counted more than once, or two of one name. Nobody but the family knows, so it is asked.
    """

    natural: tuple[str, ...] = ()
    peer: tuple[str, ...] = ()
    community: tuple[str, ...] = ()
    formal: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()
    ended: tuple[str, ...] = ()
    twice: tuple[str, ...] = ()

    @property
    def natural_to_formal(self) -> tuple[int, int] | None:
        """Natural supports to formal ones in the smallest whole numbers, 6 to 4 as 3 to 2; ``None`` without one of either."""
        shared = gcd(len(self.natural), len(self.formal))
        return (len(self.natural) // shared, len(self.formal) // shared) if self.natural and self.formal else None

    @property
    def not_formal(self) -> tuple[str, ...]:
        """Every active support that is not formal: natural, peer, community."""
        return (*self.natural, *self.peer, *self.community)


@dataclass(frozen=True, slots=True)
class BareDomain:
    """A life domain without an active support; ``needs`` are the open needs in it, ``possible`` supports wished for there."""

    domain: str
    needs: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeldBy:
    """Which active supports hold a living member of the family by a line of their own: two people of one support are one.

    ``differ`` are supports whose every line to the person some call cut off and others do not. ``home`` are supports with
    a line to a home where the person lives: they stand apart, for they may know others of the home and not this person.
    """

    person: str
    own: tuple[str, ...] = ()
    differ: tuple[str, ...] = ()
    home: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Those of ``own`` and ``differ``."""
        return (*self.own, *self.differ)


@dataclass(frozen=True, slots=True)
class Found:
    """How helpful the family finds an active support, 0 not at all to 10, and in its words."""

    support: str
    score: int | None
    words: str


@dataclass(frozen=True, slots=True)
class AfterFormal:
    """What is left when the formal services end.

    ``emptied`` are domains in which every active support is formal. ``members`` are held as they will be then, and ``homes``
    that have a line now, with its supports as their own; ``let_go`` are the people who have a line of their own now and
    would have none. Needs: ``unheld`` lose all who carry them,
    ``family_alone`` keep only the family's own hands, ``thinner`` lose some and keep others.
    """

    emptied: tuple[BareDomain, ...]
    members: tuple[HeldBy, ...]
    homes: tuple[HeldBy, ...]
    let_go: tuple[HeldBy, ...]
    unheld: tuple[Hands, ...]
    family_alone: tuple[Hands, ...]
    thinner: tuple[Hands, ...]


@dataclass(frozen=True, slots=True)
class SupportFigures:
    """All figures of one map. ``found`` goes from most to least helpful; of ``unasked`` supports nobody said so.

    ``hands`` are those of every open need that somebody or some service carries. Of ``unplaced`` active supports nobody said
    in which part of life they help.
    """

    around: Around
    bare: tuple[BareDomain, ...]
    members: tuple[HeldBy, ...]
    hands: tuple[Hands, ...]
    found: tuple[Found, ...]
    unasked: tuple[str, ...]
    lines: tuple[SupportLine, ...]
    after: AfterFormal
    unplaced: tuple[str, ...] = ()

    @property
    def on_formal(self) -> tuple[Hands, ...]:
        """The open needs that hang on formal services."""
        return tuple(each for each in self.hands if each.on_formal)

    def with_energy(self, energy: Energy) -> tuple[SupportLine, ...]:
        """The lines of active supports whose energy goes so."""
        return tuple(line for line in self.lines if line.energy == energy)


def support_figures(view: View) -> SupportFigures:
    """The figures of what the reader of ``view`` may see, on the day of the view."""
    active = {support.id: support for support in view.supports if support.status == "active"}
    lines = tuple(line for line in lines_of(view) if line.support in active)
    members = tuple(_held(person, lines) for person in _members(view))
    hands = hands_of_needs(view)
    found = _found(active.values())
    return SupportFigures(
        around=_around(view),
        bare=_bare(view),
        members=members,
        hands=hands,
        found=found,
        unasked=tuple(id for id in active if id not in {each.support for each in found}),
        lines=lines,
        after=_after(view, active, lines, members, hands),
        unplaced=tuple(id for id, support in active.items() if not support.domain),
    )


def _around(view: View) -> Around:
    def those(fits: Callable[[Support], bool]) -> tuple[str, ...]:
        return tuple(support.id for support in view.supports if fits(support))

    def active(kind: SupportKind) -> tuple[str, ...]:
        return those(lambda support: support.status == "active" and support.kind == kind)

    return Around(
        natural=active("natural"),
        peer=active("peer"),
        community=active("community"),
        formal=active("formal"),
        possible=those(lambda support: support.status == "possible"),
        ended=those(lambda support: support.status == "ended"),
        twice=_twice(view),
    )


def _twice(view: View) -> tuple[str, ...]:
    active = [support for support in view.supports if support.status == "active" and support.label]
    family = [_plain(person.label) for person in view.people if person.in_family and person.label]
    names = Counter([*family, *(_plain(support.label) for support in active)])
    return tuple(support.id for support in active if names[_plain(support.label)] > 1)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _bare(view: View) -> tuple[BareDomain, ...]:
    """Domains with an open need first, then the rest of the default list; an agency's own only where there is a need."""
    covered = {support.domain for support in view.supports if support.status == "active"}
    needed = {need.domain for need in view.needs if need.status == "open" and need.domain}
    found = [_bare_domain(view, domain) for domain in sorted({*DOMAINS, *needed}, key=domain_order) if domain not in covered]
    return tuple(sorted(found, key=lambda each: not each.needs))


def _bare_domain(view: View, domain: str) -> BareDomain:
    return BareDomain(
        domain,
        tuple(need.id for need in view.needs if need.status == "open" and need.domain == domain),
        tuple(support.id for support in view.supports if support.status == "possible" and support.domain == domain),
    )


def _members(view: View) -> tuple[Person, ...]:
    """The living people of the family; a pet, the dead and the unborn are held in other ways."""
    return tuple(person for person in view.people if person.in_family and person.nature == "person" and person.life == "living")


def _held(person: Person, lines: Iterable[SupportLine]) -> HeldBy:
    there = [line for line in lines if line.holds != "no"]
    own = dict.fromkeys(line.support for line in there if line.to == person.id and line.holds == "yes")
    differ = dict.fromkeys(line.support for line in there if line.to == person.id and line.support not in own)
    home = dict.fromkeys(line.support for line in there if line.to in person.households)
    return HeldBy(person.id, tuple(own), tuple(differ), tuple(home))


def _home_held(home: str, lines: Iterable[SupportLine]) -> HeldBy:
    """Which supports have a line to all of a home."""
    there = [line for line in lines if line.to == home and line.holds != "no"]
    own = dict.fromkeys(line.support for line in there if line.holds == "yes")
    return HeldBy(home, tuple(own), tuple(dict.fromkeys(line.support for line in there if line.support not in own)))


def _found(active: Iterable[Support]) -> tuple[Found, ...]:
    """From most to least helpful as the family says it; words without a number last."""
    said = [
        Found(support.id, support.helpfulness.score, support.helpfulness.words)
        for support in active
        if support.helpfulness and (support.helpfulness.score is not None or support.helpfulness.words)
    ]
    return tuple(sorted(said, key=lambda each: -1 if each.score is None else each.score, reverse=True))


def _after(
    view: View,
    active: dict[str, Support],
    lines: tuple[SupportLine, ...],
    now: tuple[HeldBy, ...],
    hands: tuple[Hands, ...],
) -> AfterFormal:
    staying = {id for id, support in active.items() if support.kind != "formal"}
    kept = {active[id].domain for id in staying}
    emptied = {support.domain for support in active.values() if support.domain and support.domain not in kept}
    left = [line for line in lines if line.support in staying]
    members = tuple(_held(person, left) for person in _members(view))
    return AfterFormal(
        emptied=tuple(_bare_domain(view, domain) for domain in sorted(emptied, key=domain_order)),
        members=members,
        homes=tuple(_home_held(home.id, left) for home in view.households if _home_held(home.id, lines).all),
        let_go=tuple(then for then, before in zip(members, now, strict=True) if before.all and not then.all),
        unheld=tuple(each for each in hands if each.on_formal and not each.family),
        family_alone=tuple(each for each in hands if each.on_formal and each.family),
        thinner=tuple(each for each in hands if each.has_formal and not each.on_formal),
    )
