"""What hangs on what in a plan: each outcome, strategy, task and idea in one place, nothing lost, numbers that hold."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from teammeet.model.plan import Need, Option, Outcome, Reading, Strategy, Task
from teammeet.model.values import Item
from teammeet.model.view import View

T = TypeVar("T", bound=Item)

NO_NEED: Final = ""
"""The place of what hangs on no need that the reader sees."""


@dataclass(frozen=True)
class Arrangement:
    """A view's plan in the order in which it is told: the family's first need first.

    The mappings lead from a need's id (or :data:`NO_NEED`) to what is told under it. ``mentioned`` are outcomes and
    strategies that serve a need too but are told under another one. ``number`` counts each kind through the whole plan.
    """

    needs: tuple[Need, ...]
    outcomes: Mapping[str, tuple[Outcome, ...]]
    strategies: Mapping[str, tuple[Strategy, ...]]
    tasks: Mapping[str, tuple[Task, ...]]
    options: Mapping[str, tuple[Option, ...]]
    readings: Mapping[str, tuple[Reading, ...]]
    mentioned: Mapping[str, tuple[Outcome | Strategy, ...]]
    number: Mapping[str, int]
    chosen: Mapping[str, tuple[Strategy, ...]]
    """From an option's id to the strategies that were made of it."""

    def is_blank(self, need: str) -> bool:
        """Whether nothing is told under ``need``."""
        return not any(told.get(need) for told in (self.outcomes, self.strategies, self.tasks, self.options, self.mentioned))


def arranged(view: View) -> Arrangement:
    """The arrangement of all that ``view`` shows of a plan."""
    needs = tuple(sorted(view.needs, key=lambda need: need.rank or 1_000_000))
    order = {need.id: place for place, need in enumerate(needs)}
    serves = _served(view)
    homes = {item: min(set(ids) & set(order), key=order.__getitem__, default=NO_NEED) for item, ids in serves.items()}
    outcomes, strategies = _by(homes, view.outcomes), _by(homes, view.strategies)
    places = (*(need.id for need in needs), NO_NEED)
    return Arrangement(
        needs=needs,
        outcomes=outcomes,
        strategies=strategies,
        tasks=_by(homes, view.tasks),
        options=_by(homes, view.options),
        readings=_grouped((reading.outcome, reading) for reading in view.readings),
        mentioned=_mentioned((*view.outcomes, *view.strategies), serves, homes),
        number={
            item.id: number
            for told in ([needs], [outcomes.get(p, ()) for p in places], [strategies.get(p, ()) for p in places])
            for number, item in enumerate((item for group in told for item in group), start=1)
        },
        chosen=_grouped((strategy.option, strategy) for strategy in view.strategies if strategy.option),
    )


def _served(view: View) -> dict[str, tuple[str, ...]]:
    """The needs that each outcome, option, strategy and task serves: said of itself first, then through what it hangs on."""
    serves: dict[str, tuple[str, ...]] = {outcome.id: outcome.needs for outcome in view.outcomes}
    for option in view.options:
        serves[option.id] = (option.need,) if option.need else serves.get(option.outcome or "", ())
    for strategy in view.strategies:
        through = tuple(need for outcome in strategy.outcomes for need in serves.get(outcome, ()))
        serves[strategy.id] = (*strategy.needs, *through) or serves.get(strategy.option or "", ())
    for task in view.tasks:
        serves[task.id] = (task.need,) if task.need else serves.get(task.strategy or "", ())
    return serves


def _by(homes: Mapping[str, str], items: Iterable[T]) -> dict[str, tuple[T, ...]]:
    return _grouped((homes[item.id], item) for item in items)


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = defaultdict(list)
    for key, item in pairs:
        groups[key].append(item)
    return {key: tuple(items) for key, items in groups.items()}


def _mentioned(
    items: Iterable[Outcome | Strategy], serves: Mapping[str, tuple[str, ...]], homes: Mapping[str, str]
) -> dict[str, tuple[Outcome | Strategy, ...]]:
    return _grouped((need, item) for item in items for need in dict.fromkeys(serves[item.id]) if need != homes[item.id])
