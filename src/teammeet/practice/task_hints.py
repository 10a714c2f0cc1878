"""Hints about tasks as they stand in the record: who owns them, by when, and whether the whole team shares them."""

from typing import Final

from teammeet.model.plan import Task
from teammeet.model.record import Record
from teammeet.practice.coach import Hint, hint, hints
from teammeet.practice.groups import group_of

_FEWEST: Final = 2
"""One task alone says nothing about how the work is shared."""


def task_hints(task: Task, language: str = "en") -> tuple[Hint, ...]:
    """What may be asked about an open task: its owner, its date, and words that blame somebody."""
    if not task.is_open:
        return ()
    words = str(task.words)
    asked = (() if task.owners else ("task-owner",)) + (() if task.due else ("task-date",))
    return (*(hint(rule, words, language) for rule in asked), *hints("any", words, language))


def sharing_hints(record: Record, language: str = "en") -> tuple[Hint, ...]:
    """A hint when every open task that somebody owns is owned by the family alone: the work is the whole team's."""
    owned = [task for task in record.tasks if task.is_open and task.owners]
    groups = {group_of(record, owner) for task in owned for owner in task.owners}
    if len(owned) < _FEWEST or groups != {"family"}:
        return ()
    owners = dict.fromkeys(owner for task in owned for owner in task.owners)
    return (hint("task-family-alone", ", ".join(record.labels(tuple(owners))), language),)
