"""The plan: strengths, needs, outcomes, strategies, tasks, ideas, mandates, risks, moving on."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from teammeet.model.plan import Need, Option, Outcome, Reading, Risk, Strategy, Strength, Task, Worry
from teammeet.model.values import Item, Words
from teammeet.practice.arrangement import NO_NEED
from teammeet_word.sheet import Sheet


def said(words: Words) -> str:
    """What somebody said, in their own words; the rewording if there are none."""
    return words.text or words.reworded


def _of(sheet: Sheet, kind: type[Item], ids: Any) -> tuple[Any, ...]:
    return tuple(item for item in map(sheet.view.get, ids) if isinstance(item, kind))


def _both(told: Any, mentioned: Any, kind: type[Item]) -> tuple[Any, ...]:
    """What is told under a need, and what serves it too and is told under another."""
    return (*told, *(item for item in mentioned if isinstance(item, kind)))


def _outcomes(sheet: Sheet, need: Need) -> tuple[Outcome, ...]:
    return _both(sheet.plan.outcomes.get(need.id, ()), sheet.plan.mentioned.get(need.id, ()), Outcome)


def _strategies(sheet: Sheet, need: Need) -> tuple[Strategy, ...]:
    return _both(sheet.plan.strategies.get(need.id, ()), sheet.plan.mentioned.get(need.id, ()), Strategy)


def _toward(sheet: Sheet, outcome: Outcome) -> tuple[Strategy, ...]:
    """The strategies that name the outcome; and, where a need has this one only, all that are for the need."""
    alone = {need for need in outcome.needs if sum(need in other.needs for other in sheet.view.outcomes) == 1}
    return tuple(
        strategy
        for strategy in sheet.view.strategies
        if outcome.id in strategy.outcomes or (not strategy.outcomes and alone & set(strategy.needs))
    )


def _tasks_of(sheet: Sheet, strategies: Any) -> tuple[Task, ...]:
    ids = {strategy.id for strategy in strategies}
    return tuple(task for task in sheet.view.tasks if task.strategy in ids)


def _leaning(sheet: Sheet, strategies: Any) -> tuple[Strength, ...]:
    return _of(sheet, Strength, dict.fromkeys(held for strategy in strategies for held in strategy.leans_on))


def _needs(sheet: Sheet, item: Outcome | Strategy) -> tuple[Need, ...]:
    return _of(sheet, Need, item.needs)


def _outcomes_of(sheet: Sheet, strategy: Strategy) -> tuple[Outcome, ...]:
    return _of(sheet, Outcome, strategy.outcomes)


def _time_frame(sheet: Sheet, strategy: Strategy) -> str:
    """From when to when, or for how long; where nobody said until when, the day by which what it is for should be so."""
    first, last = (sheet.short_day(day) if day else "" for day in (strategy.starts_on, strategy.ends_on))
    if not last and not strategy.duration:
        last = ", ".join(map(sheet.short_day, sorted({o.due for o in _served(sheet, strategy) if o.due})))
    return sheet.join(" – ".join(filter(None, (first, last))), strategy.duration)


def _served(sheet: Sheet, strategy: Strategy) -> tuple[Outcome, ...]:
    """The outcomes that a strategy names; else those toward which it counts."""
    return _outcomes_of(sheet, strategy) or tuple(o for o in sheet.view.outcomes if strategy in _toward(sheet, o))


def _when(sheet: Sheet, task: Task) -> str:
    return sheet.join(sheet.short_day(task.due) if task.due else "", task.due_said)


def _task(sheet: Sheet, task: Task) -> str:
    who = sheet.join(sheet.names(task.owners), _when(sheet, task))
    return f"{said(task.words)} ({who})" if who else said(task.words)


def _from_meeting(sheet: Sheet, task: Task) -> Any:
    return next((meeting.on for meeting in sheet.view.meetings if meeting.id == task.meeting), None)


def _need_of(sheet: Sheet, item: Task | Option) -> Need | None:
    homes = (need for need in sheet.plan.needs if item in (*_under(sheet, need.id),))
    return next(homes, None)


def _under(sheet: Sheet, need: str) -> tuple[Task | Option, ...]:
    return (*sheet.plan.tasks.get(need, ()), *sheet.plan.options.get(need, ()))


def _reading(sheet: Sheet, reading: Reading) -> str:
    score = sheet.say("score", score=reading.score) if reading.score is not None else ""
    return f"{sheet.short_day(reading.on)}: {sheet.join(reading.value, score)}"


def _whose(sheet: Sheet, item: Strength | Worry | Need | Risk) -> str:
    return sheet.names(item.whose)


def _by(sheet: Sheet, item: Strength | Worry | Need) -> str:
    return sheet.view.label(item.said_by)


def _area(sheet: Sheet, item: Strength | Need) -> str:
    return sheet.domain(item.domain)


def _number(sheet: Sheet, item: Item) -> int | None:
    return sheet.plan.number.get(item.id)


def _marks(item: Item, own: str, told: Mapping[str, Sequence[Item]]) -> frozenset[str]:
    """What an item is, and whether it hangs on no need."""
    alone = any(other is item for other in told.get(NO_NEED, ()))
    return frozenset({own, "no_need"} if alone else {own})


GETTERS: Final[Mapping[str, Mapping[str, Callable[[Sheet, Any], Any]]]] = {
    "strength": {"whose": _whose, "area": _area, "said_by": _by},
    "worry": {"whose": _whose, "said_by": _by},
    "need": {
        "number": _number,
        "whose": _whose,
        "area": _area,
        "said_by": _by,
        "worries": lambda sheet, need: _of(sheet, Worry, need.behind),
        "outcomes": _outcomes,
        "strategies": _strategies,
        "tasks": lambda sheet, need: sheet.plan.tasks.get(need.id, ()),
        "options": lambda sheet, need: sheet.plan.options.get(need.id, ()),
        "strengths": lambda sheet, need: _leaning(sheet, _strategies(sheet, need)),
    },
    "outcome": {
        "number": _number,
        "watched_by": lambda sheet, outcome: sheet.names(outcome.monitored_by),
        "needs": _needs,
        "strategies": _toward,
        "tasks": lambda sheet, outcome: _tasks_of(sheet, _toward(sheet, outcome)),
        "readings": lambda sheet, outcome: sheet.plan.readings.get(outcome.id, ()),
    },
    "reading": {"day": lambda sheet, reading: reading.on, "who": lambda sheet, reading: sheet.view.label(reading.by)},
    "strategy": {
        "number": _number,
        "leans_on": lambda sheet, strategy: "\n".join(said(s.words) for s in _leaning(sheet, (strategy,))),
        "carried_by": lambda sheet, strategy: sheet.names(strategy.carried_by),
        "time_frame": _time_frame,
        "needs": _needs,
        "outcomes": _outcomes_of,
        "strengths": lambda sheet, strategy: _leaning(sheet, (strategy,)),
        "tasks": lambda sheet, strategy: _tasks_of(sheet, (strategy,)),
    },
    "task": {
        "who": lambda sheet, task: sheet.names(task.owners),
        "when": _when,
        "from_meeting": _from_meeting,
        "done": lambda sheet, task: task.status == "done",
        "need": _need_of,
        "strategy": lambda sheet, task: next(iter(_of(sheet, Strategy, (task.strategy,))), None),
    },
    "option": {
        "proposed_by": lambda sheet, option: sheet.view.label(option.proposed_by),
        "chosen": lambda sheet, option: bool(sheet.plan.chosen.get(option.id)),
        "need": _need_of,
        "strategies": lambda sheet, option: sheet.plan.chosen.get(option.id, ()),
    },
    "mandate": {"whose": lambda sheet, mandate: sheet.names(mandate.of)},
    "risk": {"whose": _whose, "watched_by": lambda sheet, risk: sheet.names(risk.watched_by)},
    "moving_on": {
        "support": lambda sheet, step: sheet.view.label(step.support),
        "carried_by": lambda sheet, step: sheet.names(step.carried_by),
    },
}
IN_A_LINE: Final[Mapping[str, Callable[[Sheet, Any], Any]]] = {
    **{
        scope: lambda sheet, item: item.words
        for scope in ("strength", "worry", "need", "outcome", "strategy", "option", "mandate", "risk", "moving_on")
    },
    "task": _task,
    "reading": _reading,
}
MARKS: Final[Mapping[str, Callable[[Sheet, Any], frozenset[str]]]] = {
    "need": lambda sheet, need: frozenset({need.status, "gap"} if need.gap else {need.status}),
    "outcome": lambda sheet, outcome: _marks(outcome, outcome.status, sheet.plan.outcomes),
    "option": lambda sheet, option: _marks(option, option.source or "", sheet.plan.options),
    "strategy": lambda sheet, strategy: _marks(strategy, strategy.source or "", sheet.plan.strategies),
    "task": lambda sheet, task: _marks(task, task.status, sheet.plan.tasks),
    "moving_on": lambda sheet, step: frozenset({step.aspect}),
}
