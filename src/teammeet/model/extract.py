"""Extracts: what a copy for one recipient about one person holds, such as the copy for a child's school.

An extract is made of what its reader may see, never of more, and of that it keeps only what says that it is about the person
and what the recipient needs (the minimum necessary of 45 CFR 164.502(b)). What does not say whose it is stays out of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, Final, Literal, TypeVar

from teammeet.model.outsiders import Outsiders, is_shown, outsiders
from teammeet.model.people import Header, Mandate, Person
from teammeet.model.plan import Need, Outcome, Reading, Strategy, Strength, Task
from teammeet.model.shapes import shape_of
from teammeet.model.supports import Service, Support, Tie
from teammeet.model.values import Item, RecordKind, Value

T = TypeVar("T", bound=Item)
Lists = dict[str, tuple[Item, ...]]
Share = Literal["part", "all"]
"""Of what is about the person: that in which the recipient has a part, or all of it."""


@dataclass(frozen=True, slots=True)
class Holds:
    """What an extract for a service holds of what is about the person."""

    needs: Share
    outcomes: Share
    strategies: Share
    strengths: bool
    mandates: bool


HOLDS: Final[Mapping[Service, Holds]] = {
    "school": Holds(needs="part", outcomes="part", strategies="part", strengths=True, mandates=False),
    "primary_care": Holds(needs="all", outcomes="all", strategies="all", strengths=False, mandates=False),
    "court": Holds(needs="part", outcomes="part", strategies="part", strengths=True, mandates=True),
    "child_welfare": Holds(needs="all", outcomes="all", strategies="part", strengths=True, mandates=True),
}
"""What each service gets (docs/readers.md prints it as a table). Tasks and readings are always the recipient's own."""

NUMBERED: Final = ("strengths", "needs", "outcomes", "readings", "strategies", "tasks", "mandates")
"""The lists of whose lines an extract may leave some out, and tell the facilitator which."""
RECORDS: Final[tuple[RecordKind, ...]] = ("substance_use", "school", "health", "mental_health", "legal")
_FROM_EACH: Final = ("other-people", "family-story", "meetings", "other-tasks")
_MORE_FROM: Final[Mapping[Service, tuple[str, ...]]] = {
    "school": ("mandates", "other-needs"),
    "primary_care": ("mandates", "strengths"),
    "court": ("other-needs",),
    "child_welfare": (),
}
"""What each leaves out, by rule, beside what its role does not get (:data:`teammeet.model.readers.WITHHELD`)."""


@dataclass(frozen=True)
class Extract:
    """For which service, about whom, for which support, on which day. ``told_of`` are all of whom the copy may not tell."""

    service: Service
    about: str
    who: str
    on: date
    told_of: tuple[Item, ...] = field(default=(), compare=False, repr=False)

    @cached_property
    def names(self) -> Outsiders:
        """All by which those are told of whom the copy does not have."""
        return outsiders(self.told_of, self.about, self.who, self.on)

    def withheld(self, opened: Collection[RecordKind]) -> tuple[str, ...]:
        """The kinds of fact that such a copy leaves out; of records, those that no release in force has ``opened``."""
        records = tuple(f"{kind}-record" for kind in RECORDS if kind not in opened)
        return (*records, *_FROM_EACH, *_MORE_FROM[self.service])

    def knowing(self, items: Iterable[Item]) -> Extract:
        """The same with the names of more ``items``, such as those that are no more in the record."""
        return replace(self, told_of=(*self.told_of, *items))


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many lines the recipient might have had: for the facilitator, never in the file.

    ``naming`` tell of somebody whom the copy does not have; ``unsaid`` do not say whose they are; ``hanging`` are the
    recipient's own tasks and what else it has a part in, but hang on what is in no copy for it. ``ids`` are those of the
    first and the last; ``places`` the list of each, with its number from 1 in the whole plan. ``hinted`` says of any copy for
    somebody by name that words in it tell a way to reach somebody which it leaves out.
    """

    naming: int = 0
    unsaid: int = 0
    hanging: int = 0
    ids: tuple[str, ...] = field(default=(), compare=False, repr=False)
    places: tuple[tuple[str, int], ...] = field(default=(), compare=False, repr=False)
    hinted: bool = field(default=False, compare=False, repr=False)

    def placed(self, lists: Mapping[str, Iterable[Item]]) -> LeftOut:
        """The same with its places in the whole plan, of which ``lists`` are the lists that a copy takes lines from."""
        found: list[tuple[str, int]] = []
        for name, items in lists.items():
            told = [item for item in items if not item.taken_back]
            if name == "needs":
                told.sort(key=lambda item: item.rank if isinstance(item, Need) and item.rank else len(told) + 1)
            found += [(name, number) for number, item in enumerate(told, start=1) if item.id in self.ids]
        return replace(self, places=tuple(found))


def narrowed(lists: Lists, header: Header, extract: Extract) -> tuple[Lists, Header, LeftOut]:
    """The extract of what the recipient may see; references may lead nowhere in it."""
    holds, about, who = HOLDS[extract.service], extract.about, extract.who
    ids = {who} | {person.id for person in _of(lists, "people", Person) if person.support == who}
    kept: Lists = dict.fromkeys(lists, ())
    kept |= {name: tuple(item for item in lists[name] if is_shown(item, about, who)) for name in ("people", "supports")}
    kept["ties"] = tuple(tie for tie in _of(lists, "ties", Tie) if tie.support in ids and tie.to == about)
    kept["strengths"] = _theirs(lists["strengths"], about) if holds.strengths else ()
    kept["mandates"] = _theirs(lists["mandates"], about) if holds.mandates else ()
    kept["releases"] = lists["releases"]
    kept |= _plan(lists, about, ids, holds)
    told, naming = _without_names(kept, extract)
    hanging = _hanging(lists, extract, ids)
    left_out = LeftOut(len(naming), _unsaid(lists, ids, holds), len(hanging), (*naming, *hanging))
    return told, _header(header, told, extract), left_out


def _of(lists: Lists, name: str, kind: type[T]) -> tuple[T, ...]:
    return tuple(item for item in lists[name] if isinstance(item, kind))


def _theirs(items: Iterable[T], about: str) -> tuple[T, ...]:
    return tuple(item for item in items if about in _whose(item))


def _whose(item: Item) -> tuple[str, ...]:
    if isinstance(item, Mandate):
        return item.of
    return item.whose if isinstance(item, Need | Strength) else ()


def _plan(lists: Lists, about: str, ids: Collection[str], holds: Holds) -> Lists:
    """The person's needs and what serves them, as much of it as the recipient needs."""
    needs = {need.id for need in _theirs(_of(lists, "needs", Need), about)}
    serves = {item: served & needs for item, served in _served(lists).items() if served & needs}
    tasks = _partly(_of(lists, "tasks", Task), serves, ids, "part", ())
    strategies = _partly(_of(lists, "strategies", Strategy), serves, ids, holds.strategies, {task.strategy for task in tasks})
    through = {outcome for strategy in strategies for outcome in strategy.outcomes}
    outcomes = _partly(_of(lists, "outcomes", Outcome), serves, ids, holds.outcomes, through)
    told = {outcome.id for outcome in outcomes}
    served = {need for item in (*tasks, *strategies, *outcomes) for need in serves[item.id]}
    return {
        "needs": tuple(need for need in lists["needs"] if need.id in (needs if holds.needs == "all" else served)),
        "outcomes": outcomes,
        "readings": tuple(r for r in _of(lists, "readings", Reading) if r.outcome in told and r.by in ids),
        "strategies": strategies,
        "tasks": tasks,
    }


Step = TypeVar("Step", Task, Strategy, Outcome)


def _partly(
    items: tuple[Step, ...], serves: Mapping[str, set[str]], ids: Collection[str], share: Share, leads: Collection[str | None]
) -> tuple[Step, ...]:
    """Those that serve a need of the person: all, or those in which the recipient has a part or to which such a one leads."""
    theirs = (item for item in items if item.id in serves)
    return tuple(item for item in theirs if share == "all" or item.id in leads or _has_part(item, ids))


def _served(lists: Lists) -> dict[str, set[str]]:
    """The needs that each outcome, strategy and task serves, of itself or through what it hangs on."""
    serves: dict[str, set[str]] = {outcome.id: set(outcome.needs) for outcome in _of(lists, "outcomes", Outcome)}
    for strategy in _of(lists, "strategies", Strategy):
        through = (serves.get(outcome, set()) for outcome in strategy.outcomes)
        serves[strategy.id] = set(strategy.needs).union(*through)
    for task in _of(lists, "tasks", Task):
        serves[task.id] = {task.need} if task.need else set(serves.get(task.strategy or "", ()))
    return serves


def _has_part(item: Task | Strategy | Outcome, ids: Collection[str]) -> bool:
    """Whether the recipient, or somebody of it, does it, carries it or watches it."""
    if isinstance(item, Task):
        return not set(ids).isdisjoint(item.owners)
    return not set(ids).isdisjoint(item.carried_by if isinstance(item, Strategy) else item.monitored_by)


def _unsaid(lists: Lists, ids: Collection[str], holds: Holds) -> int:
    """How many lines might be about the person but do not say so."""
    lacking = ["needs", *(["strengths"] if holds.strengths else []), *(["mandates"] if holds.mandates else [])]
    nobodys = sum(not _whose(item) for name in lacking for item in lists[name])
    return nobodys + sum(not _leans_on(item) for item in _parts(lists, ids))


def _parts(lists: Lists, ids: Collection[str]) -> tuple[Task | Strategy | Outcome, ...]:
    """What the recipient, or somebody of it, has a part in."""
    parts: tuple[Task | Strategy | Outcome, ...]
    parts = (*_of(lists, "tasks", Task), *_of(lists, "strategies", Strategy), *_of(lists, "outcomes", Outcome))
    return tuple(item for item in parts if _has_part(item, ids))


def _leans_on(item: Task | Strategy | Outcome) -> set[str]:
    """The needs, outcomes and strategies that an item hangs on as it says itself, seen or not."""
    if isinstance(item, Task):
        return {one for one in (item.need, item.strategy) if one}
    return {*item.needs, *(item.outcomes if isinstance(item, Strategy) else ())}


def _hanging(lists: Lists, extract: Extract, ids: Collection[str]) -> tuple[str, ...]:
    """What the recipient has a part in and has in no copy: each thing it hangs on is hidden from it, or is of somebody else.

    What serves a sibling whom the support serves too stands in that copy, and is not lost.
    """
    support = next((item for item in _of(lists, "supports", Support) if item.id == extract.who), None)
    youths = {person.id for person in _of(lists, "people", Person) if person.enrolled and person.in_family}
    served = {extract.about} | (set(support.serves) if support and support.serves else youths)
    told = {need.id for need in _of(lists, "needs", Need) if not need.whose or served & set(need.whose)}
    serves = _served(lists)
    return tuple(item.id for item in _parts(lists, ids) if _leans_on(item) and not serves[item.id] & told)


def _without_names(lists: Lists, extract: Extract) -> tuple[Lists, tuple[str, ...]]:
    """Without the lines that tell of somebody whom the copy does not have, and the ids of those lines.

    Of people, supports and releases only the field goes in which another is named.
    """
    told: Lists = {}
    naming: list[str] = []
    for name, items in lists.items():
        if name in ("people", "supports", "releases"):
            told[name] = tuple(item.model_copy(update=_naming(item, extract)) for item in items)
        else:
            named = {item.id for item in items if _is_naming(_texts(item), extract)}
            told[name] = tuple(item for item in items if item.id not in named)
            naming += [item.id for item in items if item.id in named]
    return told, tuple(naming)


def _naming(item: Item, extract: Extract) -> dict[str, Any]:
    """The fields in which somebody is named whom the copy does not have, each with what it is when empty."""
    own = {"id", "used_name"} if item.id == extract.about else {"id"}
    fields = {shape.name: shape.blank for shape in shape_of(type(item)) if shape.name not in own and not shape.lists}
    return {name: blank for name, blank in fields.items() if _is_naming(_texts_in(getattr(item, name)), extract)}


def _is_naming(texts: Iterable[str], extract: Extract) -> bool:
    return any(map(extract.names.are_in, texts))


def _header(header: Header, lists: Lists, extract: Extract) -> Header:
    """A header called by the person, not by the family, whose name may tell of others; with its language and whom to ask."""
    person = next((item for item in _of(lists, "people", Person) if item.id == extract.about), None)
    called = person.label.strip() if person else ""
    agency, facilitator = ("" if extract.names.are_in(said) else said for said in (header.agency, header.facilitator))
    return Header(id=header.id, name=called or "–", language=header.language, agency=agency, facilitator=facilitator)


def _texts(item: Item) -> Iterator[str]:
    """Every text of an item, its own id with it, but not the ids that it refers to."""
    yield from (said for shape in shape_of(type(item)) if not shape.lists for said in _texts_in(getattr(item, shape.name)))


def _texts_in(held: object) -> Iterator[str]:
    if isinstance(held, str):
        yield held
    elif isinstance(held, tuple):
        yield from (said for part in held for said in _texts_in(part))
    elif isinstance(held, Value):
        shapes = (shape for shape in shape_of(type(held)) if not shape.lists)
        yield from (said for shape in shapes for said in _texts_in(getattr(held, shape.name)))
