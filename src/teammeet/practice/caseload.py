"""The caseload: what a list of families says of each on a day."""

from dataclasses import dataclass
from datetime import date

from teammeet.model.family import Family
from teammeet.model.meetings import Meeting
from teammeet.model.plan import Task
from teammeet.model.view import View
from teammeet.practice.outstanding import copies_overdue, outstanding
from teammeet.practice.time_limits import next_planned


@dataclass(frozen=True, slots=True)
class CaseloadLine:
    """One family on the list: its next meeting, its open and overdue tasks, who has still to sign, which copies are late."""

    code: str
    name: str
    next_meeting: Meeting | None
    open_tasks: tuple[Task, ...]
    overdue_tasks: tuple[Task, ...]
    unsigned: tuple[str, ...]
    late_copies: tuple[str, ...]


def caseload_line(shown: Family | View, day: date) -> CaseloadLine:
    """What the list says of ``shown`` on ``day``."""
    return CaseloadLine(
        code=shown.code,
        name=shown.header.name,
        next_meeting=next_planned(shown, day),
        open_tasks=open_tasks(shown),
        overdue_tasks=overdue_tasks(shown, day),
        unsigned=outstanding(shown).signatures,
        late_copies=copies_overdue(shown, day),
    )


def open_tasks(shown: Family | View) -> tuple[Task, ...]:
    """The tasks that somebody still has to do: those with a date first, the earliest before the others."""
    found = [task for task in shown.tasks if task.is_open]
    return tuple(sorted(found, key=lambda task: task.due or date.max))


def overdue_tasks(shown: Family | View, day: date) -> tuple[Task, ...]:
    """The open tasks whose day was before ``day``; a task that is due today is not late."""
    return tuple(task for task in open_tasks(shown) if task.due is not None and task.due < day)
