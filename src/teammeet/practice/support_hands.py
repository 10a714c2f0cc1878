"""Who carries a need: the hands of its strategies and of its open tasks (PRACTICE.md section 5: who owns the tasks)."""

from collections.abc import Iterator
from dataclasses import dataclass

from teammeet.model.plan import Need, Option, Strategy, Task
from teammeet.model.supports import SupportKind
from teammeet.model.view import View
from teammeet.practice.groups import group_of
from teammeet.practice.support_lines import support_of


@dataclass(frozen=True, slots=True)
class Hands:
    """Who carries an open need: people and supports by id; ``unnamed`` are sources of strategies that name nobody."""

    need: str
    formal: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    unnamed: frozenset[SupportKind] = frozenset()

    @property
    def has_formal(self) -> bool:
        """Whether a formal service carries a part of it."""
        return bool(self.formal) or "formal" in self.unnamed

    @property
    def on_formal(self) -> bool:
        """Whether it hangs on formal services: they carry it, and no natural, peer or community support does."""
        return self.has_formal and not self.others and not self.unnamed - {"formal"}


def hands_of_needs(view: View) -> tuple[Hands, ...]:
    """The hands of every open need that has any, in the family's order."""
    needs = [need for need in view.needs if need.status == "open"]
    going_on = [(strategy, frozenset(needs_of(view, strategy))) for strategy in view.strategies if _goes_on(view, strategy)]
    ordered = sorted(needs, key=lambda need: (need.rank is None, need.rank or 0))
    tasks = [task for task in view.tasks if task.is_open]
    found = (_hands(view, need, [strategy for strategy, serves in going_on if need.id in serves], tasks) for need in ordered)
    return tuple(each for each in found if each.formal or each.others or each.family or each.unnamed)


def _hands(view: View, need: Need, strategies: list[Strategy], tasks: list[Task]) -> Hands:
    whos = dict.fromkeys(_carrying(view, need, strategies, tasks))
    unnamed = {_source(view, strategy) for strategy in strategies if not strategy.carried_by} - {None}
    return Hands(
        need.id,
        tuple(who for who in whos if group_of(view, who) == "professional"),
        tuple(who for who in whos if group_of(view, who) in ("natural", "peer", "community")),
        tuple(who for who in whos if group_of(view, who) == "family"),
        frozenset(kind for kind in unnamed if kind is not None),
    )


def _carrying(view: View, need: Need, strategies: list[Strategy], tasks: list[Task]) -> Iterator[str]:
    """Who carries a strategy of the need, and who owns one of the open tasks for it; of supports, only those active now."""
    ids = {strategy.id for strategy in strategies}
    owners = [who for task in tasks if _serves(task, need.id, ids) for who in task.owners]
    for who in [who for strategy in strategies for who in strategy.carried_by] + owners:
        support = support_of(view, who)
        if support is None or support.status == "active":
            yield who


def _serves(task: Task, need: str, strategies: set[str]) -> bool:
    """A task serves the need that it names, else those of its strategy."""
    return task.need == need if task.need else task.strategy in strategies


def needs_of(view: View, strategy: Strategy) -> tuple[str, ...]:
    """The needs that a strategy serves: those it names, those of its outcomes, else those of the option that it was."""
    outcomes = [outcome for outcome in view.outcomes if outcome.id in strategy.outcomes]
    named = (*strategy.needs, *(need for outcome in outcomes for need in outcome.needs))
    option = view.get(strategy.option)
    if named or not isinstance(option, Option):
        return named
    through = [outcome for outcome in view.outcomes if outcome.id == option.outcome]
    return (option.need,) if option.need else tuple(need for outcome in through for need in outcome.needs)


def _goes_on(view: View, strategy: Strategy) -> bool:
    return strategy.ends_on is None or strategy.ends_on >= view.on


def _source(view: View, strategy: Strategy) -> SupportKind | None:
    """Where a strategy comes from: what it says itself, else what the option said."""
    option = view.get(strategy.option)
    return strategy.source or (option.source if isinstance(option, Option) else None)
