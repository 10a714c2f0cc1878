"""Two maps of one family at two moments: what came, what went, what is otherwise. Pure; the words are in ``compared_words``.

Things are the same when their ids are; a tie also when both its ends are. What one person says of a tie is compared with
what the same person said: two claims by two people are never made one.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias

from teammeet.ecomap.compared_claims import Voice, told, voices_of
from teammeet.ecomap.graph import SUPPORT_KINDS, UNNAMED_HOME, Claim, EcomapGraph, Home, Member, Support, Tie, graph_of

if TYPE_CHECKING:
    from teammeet.model.view import View

CAME: Final = "came"
WENT: Final = "went"
CHANGED: Final = "changed"
_COMPARED: Final = {
    Support: ("name", "kind", "domain", "status"),
    Member: ("name", "role", "life", "home", "also_in"),
    Home: ("name", "kind"),
}
"""The fields of which a change is told, by kind of thing, in the order in which it is told."""

Thing: TypeAlias = Home | Member | Support


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a support besides what the map draws; ``helpful`` is how helpful the family finds it, 0 to 10."""

    role: str = ""
    note: str = ""
    helpful: int | None = None


FACTS: Final = ("role", "note", "helpful")
"""Differences that are told last: what is known beside the lines of the map."""
_NOTHING: Final = (Claim(),)
NO_FACTS: Final[Mapping[str, Facts]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that was otherwise. Ids of homes stand for homes; ``""`` is nothing."""

    what: str
    was: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class TieChange:
    """A tie that came, went or changed. ``voices`` are those who said something of it; all are there once one changed."""

    tie: Tie
    change: str
    voices: tuple[Voice, ...] = ()


@dataclass(frozen=True, slots=True)
class ThingChange:
    """A support, a member or a home with all that became of it and of the ties that begin at it."""

    thing: Thing
    change: str
    differences: tuple[Difference, ...] = ()
    ties: tuple[TieChange, ...] = ()
    tie_count: int = 0
    """How many ties it has and had: with one, nobody asks which."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two maps with the same home in the middle, and all that is otherwise on ``after``."""

    before: EcomapGraph
    after: EcomapGraph
    things: tuple[ThingChange, ...] = ()

    @property
    def told(self) -> tuple[ThingChange, ...]:
        """Those of whom there is something to tell: what became of a tie is told once, where it begins."""
        return tuple(each for each in self.things if each.change != CHANGED or each.differences or each.ties)

    def count(self, change: str) -> int:
        """How many supports, members and homes came, went or changed, of those who are told of."""
        return sum(thing.change == change for thing in self.told)


def facts_of(view: "View") -> Mapping[str, Facts]:
    """What a View tells of its supports besides what the map draws, by their ids."""
    return {
        support.id: Facts(support.role, support.note, support.helpfulness.score if support.helpfulness else None)
        for support in view.supports
    }


def compared(
    before: EcomapGraph, after: EcomapGraph, facts_before: Mapping[str, Facts] = NO_FACTS,
    facts_after: Mapping[str, Facts] = NO_FACTS, *, may_be_hidden: bool = False,
) -> Comparison:  # fmt: skip
    """What became of ``before``: supports in the order of the sectors, then members, then homes.

    ``may_be_hidden``: where nothing is said of a former tie, the reader may only not see it; then it is not told as changed.
    """
    before = before.centred_on(after.centre)
    ties = tuple(_tie_changes(before, after, may_be_hidden))
    found = [
        _thing_change(was, now, _more(was, now, facts_before, facts_after), ties, before, after)
        for was, now in _paired(before, after)
    ]
    return Comparison(before, after, tuple(change for change in found if change.change))


def compared_views(before: "View", view: "View") -> Comparison:
    """What became of the map of ``before``, as one and the same reader sees both."""
    outside = view.role in ("room", "recipient")
    return compared(graph_of(before), graph_of(view), facts_of(before), facts_of(view), may_be_hidden=outside)


def _paired(before: EcomapGraph, after: EcomapGraph) -> Iterator[tuple[Thing | None, Thing | None]]:
    """Everything of both maps, what it was beside what it is; what stands for a home that is not said is no thing."""
    was = {thing.id: thing for thing in before.things}
    now = {thing.id: thing for thing in after.things}
    everything = {**was, **now}
    supports = [thing for thing in everything.values() if isinstance(thing, Support)]
    supports.sort(key=lambda support: SUPPORT_KINDS.index(support.kind))
    others = [thing for kind in (Member, Home) for thing in everything.values() if isinstance(thing, kind)]
    for thing in (*supports, *(thing for thing in others if thing.id != UNNAMED_HOME)):
        yield was.get(thing.id), now.get(thing.id)


def _more(was: Thing | None, now: Thing | None, before: Mapping[str, Facts], after: Mapping[str, Facts]) -> tuple[Facts, Facts]:
    known = was or now
    return (before.get(known.id, Facts()), after.get(known.id, Facts())) if known else (Facts(), Facts())


def _thing_change(
    was: Thing | None, now: Thing | None, facts: tuple[Facts, Facts], ties: Sequence[TieChange],
    before: EcomapGraph, after: EcomapGraph,
) -> ThingChange:  # fmt: skip
    thing = now or was
    if thing is None:
        raise ValueError("a thing stands on one of two maps")
    own = tuple(change for change in ties if change.tie.support == thing.id)
    count = sum(thing.id in (tie.support, tie.to) for pair in tie_pairs(before, after) for tie in (pair[1] or pair[0],) if tie)
    if was is None or now is None:
        differences = _differences_of_facts(Facts(), facts[1], thing.name) if was is None else ()
        return ThingChange(thing, CAME if was is None else WENT, differences, own, count)
    differences = (*_differences(was, now), *_differences_of_facts(*facts, thing.name))
    touched = any(thing.id in (change.tie.support, change.tie.to) for change in ties)
    otherwise = bool(differences or own or (touched and isinstance(thing, Support)))
    return ThingChange(thing, CHANGED if otherwise else "", differences, own, count)


def _differences(was: Thing, now: Thing) -> Iterator[Difference]:
    for kind, fields in _COMPARED.items():
        if isinstance(was, kind) and isinstance(now, kind):
            for field in fields:
                then, this = (_plain(getattr(thing, field)) for thing in (was, now))
                if then != this:
                    yield Difference(field, then, this)


def _plain(held: object) -> str:
    return " ".join(held) if isinstance(held, tuple) else str(held)


def _differences_of_facts(was: Facts, now: Facts, name: str) -> tuple[Difference, ...]:
    found = []
    if was.role != now.role and now.role != name:
        found.append(Difference("role", was.role, now.role))
    if was.note != now.note:
        found.append(Difference("note", was.note, now.note))
    if was.helpful != now.helpful and now.helpful is not None:
        found.append(Difference("helpful", "" if was.helpful is None else str(was.helpful), str(now.helpful)))
    return tuple(found)


def tie_pairs(before: EcomapGraph, after: EcomapGraph) -> tuple[tuple[Tie | None, Tie | None], ...]:
    """What each tie was beside what it is, in the order of ``after``; then those that went.

    It is the same tie while its ends are the same, and the person of the support who holds it, or else its id.
    """
    former = {(tie.id, frozenset({tie.support, tie.to})): tie for tie in before.ties}
    left = {tie.id: tie for tie in before.ties}
    found: dict[str, Tie] = {}
    for tie in after.ties:
        was = former.get((tie.id, frozenset({tie.support, tie.to})))
        if was is not None:
            found[tie.id] = left.pop(was.id)
    by_ends = {_ends(tie): tie for tie in left.values()}
    for tie in after.ties:
        if tie.id not in found and _ends(tie) in by_ends:
            found[tie.id] = left.pop(by_ends[_ends(tie)].id)
    return (*((found.get(tie.id), tie) for tie in after.ties), *((tie, None) for tie in left.values()))


def _ends(tie: Tie) -> tuple[frozenset[str], str]:
    return frozenset({tie.support, tie.to}), tie.by


def _tie_changes(before: EcomapGraph, after: EcomapGraph, may_be_hidden: bool) -> Iterator[TieChange]:
    """The ties of both maps that are not the same; a turned tie is turned back before it is compared."""
    renamed = _renamed(before, after)
    for was, now in tie_pairs(before, after):
        if now is None:
            if was is not None:
                yield TieChange(was, WENT, tuple(voices_of(was.claims, ())))
        elif was is None:
            yield TieChange(now, CAME, tuple(voices_of((), now.claims)))
        elif was.claims or not may_be_hidden:
            pairs = voices_of(_as_towards(now, was, renamed) or _NOTHING, now.claims or _NOTHING)
            voices = tuple(voice for voice in pairs if {told(voice.was), told(voice.now)} != {told(None)})
            if any(told(voice.was) != told(voice.now) for voice in voices):
                yield TieChange(now, CHANGED, voices)


def _renamed(before: EcomapGraph, after: EcomapGraph) -> Mapping[str, str]:
    """What somebody was called before, with what the same one is called now: who said something is known by name.

    A name that several had says nobody's.
    """
    now = {thing.id: thing.name for thing in after.things}
    held = Counter(thing.name for thing in before.things)
    known = (thing for thing in before.things if thing.id in now and held[thing.name] == 1)
    return {thing.name: now[thing.id] for thing in known if thing.name != now[thing.id]}


def _as_towards(now: Tie, was: Tie, renamed: Mapping[str, str]) -> tuple[Claim, ...]:
    """The former claims, read towards the end at which the tie ends now, by people as they are called now."""
    turn = {"to": "from", "from": "to"} if now.to != was.to else {}
    return tuple(
        Claim(claim.kinds, turn.get(claim.flow, claim.flow), tuple(renamed.get(name, name) for name in claim.said_by))
        for claim in was.claims
    )
