"""What of a crisis plan goes on a card and on a telephone: whom to call, what helps, what not to do, what to say."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from teammeet.messages import text
from teammeet.model.crisis import CrisisPlan
from teammeet.model.view import View

MOST_CALLS: Final = 5
MOST_LINES: Final = 4
"""So many entries of a list go on a card; the others stand in the plan, and it is said that there are more."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A list under a heading. ``more`` says how many of its lines are left to the whole plan."""

    name: str
    heading: str
    lines: tuple[str, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Essentials:
    """One crisis plan in brief: for whom, whom to call (name, number, day and night first), then the lists."""

    whose: str
    calls: tuple[tuple[str, str], ...]
    more_calls: int
    lists: tuple[Entry, ...]


def essentials(view: View, language: str) -> tuple[Essentials, ...]:
    """Every crisis plan of ``view`` in brief; one of which nothing is written is left out."""
    brief = (_brief(view, plan, language) for plan in view.crisis_plans)
    return tuple(each for each in brief if each.calls or each.lists)


def _brief(view: View, plan: CrisisPlan, language: str) -> Essentials:
    calls = sorted((c for c in view.crisis_calls if c.plan == plan.id), key=lambda call: not call.day_and_night)
    named = [(", ".join(dict.fromkeys(filter(None, (view.label(c.who), c.name)))), c.phone) for c in calls if c.phone]
    names = view.labels(plan.whose) or tuple(p.label for p in view.people if p.enrolled and p.label)
    lists = tuple(_lists(view, plan, language))
    return Essentials(", ".join(names), tuple(named[:MOST_CALLS]), max(0, len(named) - MOST_CALLS), lists)


def _lists(view: View, plan: CrisisPlan, language: str) -> Iterator[Entry]:
    first = sorted((s for s in view.crisis_stages if s.plan == plan.id), key=lambda stage: stage.intensity)
    told: tuple[tuple[str, Iterable[str]], ...] = (
        ("what_helps", plan.what_helps),
        ("steps", (stage.words.in_language(language) for stage in first if stage.place in ("home", "anywhere"))),
        ("out", (stage.words.in_language(language) for stage in first if stage.place == "community")),
        ("what_makes_it_worse", plan.what_makes_it_worse),
        ("must_not_be_called", plan.must_not_be_called),
        ("tell", filter(None, (plan.tell_police_or_crisis_line,))),
    )
    for name, lines in told:
        if kept := tuple(line for line in lines if line):
            yield Entry(name, text(f"pages.card.{name}", language), kept[:MOST_LINES], max(0, len(kept) - MOST_LINES))
