"""How the minutes of a meeting stand: what is left for each step, and whether it runs ahead or behind.

An hour is what a team meeting may take (Florence County: wraparound team meetings), and the crisis plan and the closing keep
their minutes in it, however long the rest takes: a plan without its safety steps, its tasks and its next date is none
(Meyers: Building Team Facilitation Skills; Better Child and Family Team Meetings, Part One). Families go out of order, so
a step may be skipped, come early or be gone back to; each time the rest is shared out anew. A clock serves the facilitator
and is no measure of the family: nothing here is a grade.

Turning pages is not meeting: who looks at a step or goes past it has done nothing there and has left nothing out. So a step
that was not worked on waits, with its minutes, wherever the meeting stands; it counts as skipped, and its minutes are shared
out, only when a later step was worked on (something was kept there, or the record counts :data:`A_WHILE` of it), for by then
the family has taken up something else. And a meeting is ahead or behind only by what was worked on: what that took, compared
with what was planned for it. Minutes that nobody used yet are no lead, not even those of a skipped step: it may come yet.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from teammeet.model.meetings import Meeting
from teammeet.practice.steps import Agenda, Step

AMBER: Final = 0.20
"""Share of a step's minutes; with no more than that left it is time to come to an end."""
RED: Final = 0.05
"""Share of a step's minutes; with no more than that left, or none, its time is up."""

A_WHILE: Final = 120
"""Seconds at a step after which it was worked on, even if nothing was kept there: less is enough to read a page and turn it."""

Level = Literal["enough", "amber", "red"]
StepState = Literal["done", "skipped", "here", "to_come"]
"""``skipped``: gone past, and a later one was worked on. A reserved step cannot be skipped: it is to come until it was done."""


@dataclass(frozen=True, slots=True)
class StepPace:
    """A step and its time. ``planned`` and ``minutes`` (as re-planned) are minutes; ``spent`` and ``allotted`` are seconds.

    ``allotted`` is for the whole step, what was spent included; of a step that is over it is what it took.
    """

    id: str
    planned: int
    reserved: bool
    state: StepState
    spent: float
    allotted: float

    @property
    def remaining(self) -> float:
        """Seconds that are still meant for it."""
        return max(0.0, self.allotted - self.spent)

    @property
    def over(self) -> float:
        """Seconds that it took beyond those meant for it."""
        return max(0.0, self.spent - self.allotted)

    @property
    def minutes(self) -> int:
        """The whole step as re-planned, in minutes to the nearest."""
        return to_minutes(self.allotted)

    @property
    def level(self) -> Level:
        """Whether there is enough time left in it; a step that was given none has no more."""
        left = self.allotted - self.spent
        if left <= RED * self.allotted:
            return "red"
        return "amber" if left <= AMBER * self.allotted else "enough"


@dataclass(frozen=True, slots=True)
class Pace:
    """The time of a meeting at a moment. Seconds, unless it says otherwise.

    ``ends_at`` is the planned end; ``aim`` is when the plan has to be ready: the same, or the moment when the first of those
    who count leaves. ``left`` is the time until ``ends_at``, below 0 when it is past; ``to_aim`` the time until ``aim``.
    ``ahead`` compares what was worked on with the agenda as it fits the length of this meeting: below 0 the meeting is behind.
    ``short`` is what is missing for the reserved steps alone: how far past ``aim`` they would go.
    """

    steps: tuple[StepPace, ...]
    now: datetime
    ends_at: datetime
    aim: datetime
    ahead: float
    short: float

    @property
    def left(self) -> float:
        """Time until the planned end."""
        return (self.ends_at - self.now).total_seconds()

    @property
    def to_aim(self) -> float:
        """Time until the plan has to be ready."""
        return (self.aim - self.now).total_seconds()

    @property
    def here(self) -> StepPace:
        """The step at which the meeting stands."""
        return next(step for step in self.steps if step.state == "here")

    @property
    def to_come(self) -> tuple[StepPace, ...]:
        """The steps that are to come, in the order of the agenda."""
        return tuple(step for step in self.steps if step.state == "to_come")

    @property
    def fits(self) -> bool:
        """Whether the reserved steps still fit."""
        return self.short == 0

    @property
    def spare(self) -> float:
        """Time that no step needs."""
        return max(0.0, max(0.0, self.to_aim) - sum(step.remaining for step in (self.here, *self.to_come)))

    @property
    def begin_reserved_by(self) -> datetime:
        """When the reserved steps have to begin, so that they fit before ``aim``."""
        needed = sum(step.planned * 60 - step.spent for step in _needed(self.steps) if step.planned * 60 > step.spent)
        return self.aim - timedelta(seconds=needed)

    def step(self, step_id: str) -> StepPace | None:
        """The step with this id."""
        return next((step for step in self.steps if step.id == step_id), None)


def planned_end(agenda: Agenda, meeting: Meeting, now: datetime) -> datetime:
    """When the meeting is meant to end: as it was set, else after the agenda's limit, else after all its steps."""
    if meeting.ends_at is not None:
        return meeting.ends_at
    return (meeting.started_at or now) + timedelta(minutes=agenda.limits.minutes or agenda.minutes)


def pace(
    agenda: Agenda,
    meeting: Meeting,
    here: str,
    now: datetime,
    *,
    running: float = 0.0,
    done: Iterable[str] = (),
    leave_at: Iterable[datetime] = (),
) -> Pace:
    """The time of ``meeting`` at ``now``, while it stands at the step ``here``.

    ``running`` are the seconds at the present step that ``meeting`` does not count yet; ``done`` the ids of the steps that were
    worked on; ``leave_at`` when those leave without whom it is no planning meeting, or without whom the family will not plan.
    """
    ends_at = planned_end(agenda, meeting, now)
    aim = min((at for at in leave_at if now < at < ends_at), default=ends_at)
    to_aim = (aim - now).total_seconds()
    steps = _standing(agenda, meeting, here, running, frozenset(done))
    allotted = _replanned(steps, to_aim)
    return Pace(
        steps=tuple(_with(step, allotted.get(step.id, step.spent)) for step in steps),
        now=now,
        ends_at=ends_at,
        aim=aim,
        ahead=to_aim - _expected(steps, (aim - (meeting.started_at or now)).total_seconds()),
        short=max(0.0, sum(_wanted(step) for step in _needed(steps)) - to_aim) if _needed(steps) else 0.0,
    )


def to_minutes(seconds: float) -> int:
    """Seconds as minutes, to the nearest."""
    return (round(seconds) + 30) // 60


def _standing(agenda: Agenda, meeting: Meeting, here: str, running: float, done: frozenset[str]) -> tuple[StepPace, ...]:
    """The steps with what they took, before anything is shared out."""
    kept = {each.step: each.seconds for each in meeting.steps}
    steps = enumerate(agenda.steps)
    worked_on = max((n for n, step in steps if step.id in done or kept.get(step.id, 0) >= A_WHILE), default=-1)
    place = next((n for n, step in enumerate(agenda.steps) if step.id == here), 0)
    standing = []
    for number, step in enumerate(agenda.steps):
        spent = kept.get(step.id, 0) + (running if number == place else 0.0)
        state = _state(step, number - place, spent, step.id in done, later=number < worked_on)
        standing.append(StepPace(step.id, step.minutes, step.reserved, state, float(spent), float(spent)))
    return tuple(standing)


def _state(step: Step, ahead: int, spent: float, done: bool, *, later: bool) -> StepState:
    """``ahead`` is below 0 for a step before the present one; ``later``: one that comes after it was worked on.

    A step that came early keeps the rest of its minutes.
    """
    if ahead == 0:
        return "here"
    if ahead > 0:
        return "done" if done and spent >= step.minutes * 60 else "to_come"
    if done:
        return "done"
    return "skipped" if later and not step.reserved else "to_come"


def _replanned(steps: tuple[StepPace, ...], to_aim: float) -> Mapping[str, float]:
    """Seconds for the present step and those to come. The present one keeps what it was given when it began."""
    here = next(step for step in steps if step.state == "here")
    rest = {step.id: (_wanted(step), step.reserved) for step in steps if step.state == "to_come"}
    begun = {here.id: (here.planned * 60.0, here.reserved)}
    allotted = _shared(max(0.0, to_aim + here.spent), {**rest, **begun})[here.id]
    pot = max(0.0, max(0.0, to_aim) - max(0.0, allotted - here.spent))
    spent = {step.id: step.spent for step in steps}
    return {here.id: allotted, **{each: share + spent[each] for each, share in _shared(pot, rest).items()}}


def _expected(steps: tuple[StepPace, ...], length: float) -> float:
    """Seconds that what is not done would still take, if the agenda were stretched to ``length``: what was skipped, too."""
    fitted = _shared(max(0.0, length), {step.id: (step.planned * 60.0, step.reserved) for step in steps})
    return sum(max(0.0, fitted[step.id] - step.spent) for step in steps if step.state != "done")


def _shared(pot: float, wants: Mapping[str, tuple[float, bool]]) -> dict[str, float]:
    """``pot`` shared out: what is reserved first and in full, the rest in proportion to what each step wants.

    If not even the reserved steps fit, they share what there is, and the others get nothing.
    """
    reserved = sum(wanted for wanted, is_reserved in wants.values() if is_reserved)
    others = sum(wanted for wanted, is_reserved in wants.values() if not is_reserved)
    first = min(1.0, pot / reserved) if reserved else 0.0
    then = max(0.0, pot - reserved) / others if others else 0.0
    return {each: wanted * (first if is_reserved else then) for each, (wanted, is_reserved) in wants.items()}


def _wanted(step: StepPace) -> float:
    """Seconds that are left of a step's planned minutes."""
    return max(0.0, step.planned * 60.0 - step.spent)


def _needed(steps: tuple[StepPace, ...]) -> tuple[StepPace, ...]:
    """The reserved steps that are not over."""
    return tuple(step for step in steps if step.reserved and step.state in ("here", "to_come"))


def _with(step: StepPace, allotted: float) -> StepPace:
    return StepPace(step.id, step.planned, step.reserved, step.state, step.spent, allotted)
