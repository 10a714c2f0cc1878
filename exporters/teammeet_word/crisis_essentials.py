"""What of a crisis plan goes on a card and on a telephone: whom to call, what helps, first steps, what not to do or say."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from math import ceil
from typing import Final

from teammeet.messages import text
from teammeet.model.crisis import CrisisPlan, CrisisStage
from teammeet.model.view import View
from teammeet.practice.crisis_calls import calls_in_order, numbers_of

MOST_CALLS: Final = 8
"""So many lines of calls go on a card of paper; a long name takes two."""
MOST_LINES: Final = 4
"""So many entries of a list go on a card; the others stand on the crisis page, and it is said that there are more."""
_LETTERS: Final = 36
"""So many letters a line of a card takes."""
_PLACES: Final = ("home", "school", "community", "anywhere")


@dataclass(frozen=True, slots=True)
class Entry:
    """A list under a heading. ``more`` says how many of its lines are left to the whole plan."""

    name: str
    heading: str
    lines: tuple[str, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Essentials:
    """One crisis plan in brief: for whom, whom to call (name, number; either may be empty), then the lists.

    On paper there is room for ``calls_on_paper`` of the calls, on a telephone for all. ``has_numbers``: whether its reader
    gets numbers; then one that is empty is still to be found out.
    """

    whose: str
    calls: tuple[tuple[str, str], ...]
    calls_on_paper: int
    lists: tuple[Entry, ...]
    has_numbers: bool


def essentials(view: View, language: str) -> tuple[Essentials, ...]:
    """Every crisis plan of ``view`` in brief; one of which nothing is written is left out."""
    brief = (_brief(view, plan, language) for plan in view.crisis_plans)
    return tuple(each for each in brief if each.calls or each.lists)


def _brief(view: View, plan: CrisisPlan, language: str) -> Essentials:
    calls = calls_in_order(view, plan.id)
    named = tuple((told.name if told.name != told.phone else "", numbers_of(told)) for told in calls)
    names = view.labels(plan.whose) or tuple(p.label for p in view.people if p.enrolled and p.label)
    lists = tuple(_lists(view, plan, language))
    return Essentials(", ".join(names), named, _fitting(named), lists, not view.in_roles)


def _fitting(calls: tuple[tuple[str, str], ...]) -> int:
    """How many of the first calls have room on a card of paper."""
    lines = accumulate(ceil(len(f"{name}: {number}") / _LETTERS) for name, number in calls)
    return sum(1 for line in lines if line <= MOST_CALLS)


def _lists(view: View, plan: CrisisPlan, language: str) -> Iterator[Entry]:
    told: tuple[tuple[str, Iterable[str]], ...] = (
        ("what_helps", plan.what_helps),
        ("steps", _steps(view, plan, language)),
        ("what_makes_it_worse", plan.what_makes_it_worse),
        ("must_not_be_called", plan.must_not_be_called),
        ("tell", filter(None, (plan.tell_police_or_crisis_line,))),
    )
    for name, lines in told:
        if kept := tuple(line for line in lines if line):
            yield Entry(name, text(f"pages.card.{name}", language), kept[:MOST_LINES], max(0, len(kept) - MOST_LINES))


def _steps(view: View, plan: CrisisPlan, language: str) -> Iterator[str]:
    """First what fits on a card: a step for each place, then more of the first places; then the others, to be counted.

    At each place goes the step that they whose plan it is take themselves, for they carry the card; else the mildest.
    """
    mildest_first = sorted((s for s in view.crisis_stages if s.plan == plan.id and str(s.words)), key=lambda s: s.intensity)
    at = {place: here for place in _PLACES if (here := [s for s in mildest_first if s.place == place])}
    chosen = [next((s for s in here if not {*plan.whose}.isdisjoint(s.who)), here[0]) for here in at.values()]
    others = [stage for here in at.values() for stage in here if stage not in chosen]
    chosen += others[: max(0, MOST_LINES - len(chosen))]
    for place, here in at.items():
        kept = [stage for stage in here if stage in chosen]
        yield from (_step(stage, place if number == 0 else "", language) for number, stage in enumerate(kept))
    yield from (_step(stage, "", language) for stage in others if stage not in chosen)


def _step(stage: CrisisStage, place: str, language: str) -> str:
    """The words of a step; the first of a place says where."""
    words = stage.words.in_language(language)
    return f"{text(f'model.crisis_place.{place}', language)}: {words}" if place else words
