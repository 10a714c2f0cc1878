"""What can wait and what must not when a meeting runs short, and who has to leave before it ends.

What must not wait: the crisis plan and the closing, tasks that nobody owns yet, and the next date (Meyers: Building Team
Facilitation Skills; Mississippi Administrative Code 24-2-41.2). Whether youth and caregiver are there decides whether it is a
planning meeting (Milwaukee Wraparound: Plan of Care policy); who else must be there, each family says.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from teammeet.model.family import Family
from teammeet.model.meetings import Meeting
from teammeet.model.people import Person
from teammeet.model.view import View
from teammeet.practice.meeting_facts import caregivers
from teammeet.practice.pacing import Pace
from teammeet.practice.plan_sections import next_meeting
from teammeet.practice.steps import Agenda

TO_GO: Final = 20 * 60
"""Seconds before the end at which it is time to choose what waits."""

Why = Literal["to_come", "begun", "skipped"]
Must = Literal["reserved", "tasks_without_owner", "next_date"]
Part = Literal["youth", "caregiver", "must_be_there"]


@dataclass(frozen=True, slots=True)
class CanWait:
    """A step that can be taken up at another meeting: it was not come to, was only begun, or was gone past."""

    step: str
    why: Why


@dataclass(frozen=True, slots=True)
class MustNot:
    """What must not wait: a reserved step, ``number`` tasks that nobody owns, the next date. ``step`` is where it is done."""

    why: Must
    step: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Waits:
    """What can wait and what must not, each in the order of the agenda."""

    can_wait: tuple[CanWait, ...]
    must_not: tuple[MustNot, ...]

    @property
    def steps(self) -> tuple[str, ...]:
        """Ids of the steps of the agenda that were not reached or not done."""
        return tuple(each.step for each in self.can_wait)


@dataclass(frozen=True, slots=True)
class Leaver:
    """Somebody of weight who has to leave at a time, and why it weighs."""

    who: str
    at: datetime
    part: Part


def what_waits(shown: Family | View, agenda: Agenda, meeting: Meeting, at: Pace) -> Waits:
    """What can wait at this moment of ``meeting``, and what must not, told from what is ``shown``.

    The step where tasks are given an owner does not wait while there are some without. The present step is in neither list,
    unless it is reserved or the next date or an owner is missing there.
    """
    must = _must_not(shown, agenda, meeting, at)
    held = {each.step for each in must}
    return Waits(tuple(_can_wait(at, held)), must)


def leavers(shown: Family | View, meeting: Meeting) -> tuple[Leaver, ...]:
    """Who of youth, caregivers and those who must be there has said when to leave and has not left, the first one first."""
    parts = _parts(shown, meeting)
    found = [
        Leaver(each.who, each.must_leave_at, parts[each.who])
        for each in shown.attendances
        if each.meeting == meeting.id and each.must_leave_at and each.left_at is None and each.who in parts
        if each.how not in ("absent", "sent_word")
    ]
    return tuple(sorted(found, key=lambda leaver: leaver.at))


def _can_wait(at: Pace, held: set[str]) -> list[CanWait]:
    waiting = []
    for step in at.steps:
        if step.reserved or step.id in held or step.state not in ("to_come", "skipped"):
            continue
        why: Why = "skipped" if step.state == "skipped" else "begun" if step.spent >= 60 else "to_come"
        waiting.append(CanWait(step.id, why))
    return waiting


def _must_not(shown: Family | View, agenda: Agenda, meeting: Meeting, at: Pace) -> tuple[MustNot, ...]:
    order = {step.id: number for number, step in enumerate(agenda.steps)}
    found = [MustNot("reserved", step.id) for step in at.steps if step.reserved and step.state in ("here", "to_come")]
    ownerless = sum(task.is_open and not task.owners for task in shown.tasks)
    if ownerless:
        found.append(MustNot("tasks_without_owner", _step_of_tasks(agenda), ownerless))
    if next_meeting(shown, meeting.id, at.now.date()) is None:
        found.append(MustNot("next_date", _closing(agenda)))
    return tuple(sorted(found, key=lambda each: order[each.step]))


def _step_of_tasks(agenda: Agenda) -> str:
    """Where tasks are made: the last step of that kind, for a review looks at the earlier ones first."""
    making = [step for step in agenda.steps if "tasks" in step.works_on]
    return (making or list(agenda.steps))[-1].id


def _closing(agenda: Agenda) -> str:
    return next((step.id for step in agenda.steps if step.phase == "closing"), agenda.steps[-1].id)


def _parts(shown: Family | View, meeting: Meeting) -> dict[str, Part]:
    """Whose leaving weighs, by id. A person of a support that must be there stands for it."""
    parts: dict[str, Part] = {}
    wanted = {member.who for member in shown.team if member.must_be_there and member.left_on is None}
    for person in shown.people:
        if person.id in wanted or _support_of(person) in wanted:
            parts[person.id] = "must_be_there"
    parts.update(dict.fromkeys(wanted, "must_be_there"))
    parts.update(dict.fromkeys(caregivers(shown, meeting.on), "caregiver"))
    parts.update({person.id: "youth" for person in shown.people if person.enrolled})
    return parts


def _support_of(person: Person) -> str:
    return person.support or ""
