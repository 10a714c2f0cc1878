"""Meeting facts: what can be counted while a meeting runs. Counts and shares, never grades, never a fidelity score.

The instruments that measure fidelity are licensed and need raters; nothing here stands for one of them. Who may see a fact is
decided before: the facts are counted from the record that is given, so from a View they tell only what its reader sees.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from teammeet.messages import LANGUAGES
from teammeet.model.family import Family
from teammeet.model.meetings import Meeting
from teammeet.model.people import Person
from teammeet.model.plan import Option, Strategy, Task
from teammeet.model.record import Record
from teammeet.model.supports import SupportKind
from teammeet.model.view import View
from teammeet.practice.crisis_calls import calls_in_order
from teammeet.practice.groups import GroupCounts, counted
from teammeet.practice.outstanding import Outstanding, outstanding
from teammeet.practice.phrases import spans, word_list, words_of

Shown: TypeAlias = Family | View
"""What facts are counted from: a family, or what one reader sees of it."""

_ADULT: Final = 18


@dataclass(frozen=True, slots=True)
class Share:
    """``part`` of ``whole``."""

    part: int
    whole: int


@dataclass(frozen=True, slots=True)
class Presence:
    """Who was there. ``youth`` and ``caregiver`` are ``None`` when the record knows of nobody who could be it.

    A meeting without both is not a planning meeting (Milwaukee Wraparound: Plan of Care policy). Size is the number present.
    """

    groups: GroupCounts
    youth: bool | None
    caregiver: bool | None

    @property
    def size(self) -> int:
        """How many were there."""
        return self.groups.all

    @property
    def natural_share(self) -> Share:
        """Natural and community supports among all present."""
        return Share(self.groups.natural + self.groups.community, self.groups.all)


@dataclass(frozen=True, slots=True)
class NeedOptions:
    """How many options the team found for a need, and where they come from (``None``: nobody said)."""

    need: str
    number: int
    mix: tuple[tuple[SupportKind | None, int], ...]


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What the plan as it stands says of itself. Needs and outcomes that were set aside are left out."""

    options: tuple[NeedOptions, ...]
    leaning_on_a_strength: Share
    natural_or_community: Share
    needs_with_a_whole_outcome: Share
    tasks_with_owner_and_date: Share
    earlier_tasks_done: Share
    task_owners: GroupCounts


@dataclass(frozen=True, slots=True)
class CrisisFacts:
    """What the crisis plan covers. ``ordered``: its steps go from less to more; ``call``: there is a name and a number."""

    home: bool
    school: bool
    community: bool
    ordered: bool
    call: bool
    call_day_and_night: bool


@dataclass(frozen=True, slots=True)
class AgreementFacts:
    """How far those who said so stand behind the plan, 1 to 5; with somebody ``below_two`` there is no consensus yet."""

    said: int
    lowest: int | None
    spread: int | None
    below_two: int


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """All facts of one meeting. ``minutes`` is the whole meeting, ``step_minutes`` the time at each step of its agenda."""

    presence: Presence
    minutes: int | None
    step_minutes: tuple[tuple[str, int], ...]
    plan: PlanFacts
    crisis: CrisisFacts
    agreement: AgreementFacts
    outstanding: Outstanding


def meeting_facts(shown: Shown, meeting_id: str) -> MeetingFacts:
    """The facts of a meeting of ``shown``. A meeting that is not there has nobody present and no minutes."""
    meeting = shown.get(meeting_id)
    held = meeting if isinstance(meeting, Meeting) else None
    return MeetingFacts(
        presence=presence(shown, meeting_id),
        minutes=_minutes(held),
        step_minutes=_step_minutes(held),
        plan=plan_facts(shown, held),
        crisis=crisis_facts(shown),
        agreement=agreement_facts(shown, meeting_id),
        outstanding=outstanding(shown),
    )


def presence(record: Record, meeting_id: str) -> Presence:
    """Who was there, in the room or by phone or video."""
    present = frozenset(a.who for a in record.attendances if a.meeting == meeting_id and a.was_present)
    meeting = record.get(meeting_id)
    youths = [person.id for person in _living(record) if person.enrolled]
    near = caregivers(record, meeting.on if isinstance(meeting, Meeting) else None)
    return Presence(counted(record, present), _any_of(youths, present), _any_of(near, present))


def plan_facts(record: Record, meeting: Meeting | None = None) -> PlanFacts:
    """The facts of the plan; earlier tasks are those that were not made in ``meeting``."""
    strategies = record.strategies
    open_tasks = [task for task in record.tasks if task.is_open]
    needs = [need for need in record.needs if need.status != "set_aside"]
    whole = {
        need
        for outcome in record.outcomes
        if outcome.status != "set_aside" and outcome.baseline and outcome.target and outcome.due
        for need in outcome.needs
    }
    return PlanFacts(
        options=tuple(_need_options(record, need.id) for need in needs),
        leaning_on_a_strength=_share(bool(s.leans_on) for s in strategies),
        natural_or_community=_share(_source(record, s) in ("natural", "community") for s in strategies),
        needs_with_a_whole_outcome=_share(need.id in whole for need in needs),
        tasks_with_owner_and_date=_share(bool(t.owners) and t.due is not None for t in open_tasks),
        earlier_tasks_done=_share(t.status == "done" for t in _earlier(record, meeting)),
        task_owners=_owners(record, open_tasks),
    )


def crisis_facts(record: Record) -> CrisisFacts:
    """What the crisis plan covers; a step for anywhere covers home, school and community."""
    said = [stage for stage in record.crisis_stages if str(stage.words)]
    places = {stage.place for stage in said}
    calls = [call for call in calls_in_order(record) if call.phone and call.name]
    return CrisisFacts(
        home=bool(places & {"home", "anywhere"}),
        school=bool(places & {"school", "anywhere"}),
        community=bool(places & {"community", "anywhere"}),
        ordered=len({stage.intensity for stage in said}) > 1,
        call=bool(calls),
        call_day_and_night=any(call.day_and_night for call in calls),
    )


def agreement_facts(record: Record, meeting_id: str) -> AgreementFacts:
    """The degrees of agreement said in a meeting; each person's last word counts."""
    last = {a.who: a.degree for a in record.agreements if a.meeting == meeting_id and a.degree is not None}
    degrees = sorted(last.values())
    if not degrees:
        return AgreementFacts(0, None, None, 0)
    return AgreementFacts(len(degrees), degrees[0], degrees[-1] - degrees[0], sum(degree < 2 for degree in degrees))


def _minutes(meeting: Meeting | None) -> int | None:
    """Whole minutes from start to end, else those of the steps together, if any was timed."""
    if meeting is None:
        return None
    if meeting.started_at and meeting.ended_at and meeting.ended_at >= meeting.started_at:
        return int((meeting.ended_at - meeting.started_at).total_seconds()) // 60
    return sum(step.seconds for step in meeting.steps) // 60 if meeting.steps else None


def _step_minutes(meeting: Meeting | None) -> tuple[tuple[str, int], ...]:
    seconds: Counter[str] = Counter()
    for step in meeting.steps if meeting else ():
        seconds[step.step] += step.seconds
    return tuple((step, spent // 60) for step, spent in seconds.items())


def _living(record: Record) -> list[Person]:
    return [p for p in record.people if p.in_family and p.nature == "person" and p.life == "living"]


def caregivers(record: Record, day: date | None) -> list[str]:
    """Who may be a youth's caregiver: who decides for the youth or lives there, else any grown member of the family."""
    youths = [person for person in _living(record) if person.enrolled]
    grown = [person for person in _living(record) if not person.enrolled and _is_grown(person, day)]
    deciding = {right.held_by for youth in youths for right in youth.decision_rights}
    homes = {home for youth in youths for home in youth.households}
    near = [person.id for person in grown if person.id in deciding or homes & set(person.households)]
    return near or [person.id for person in grown]


def _is_grown(person: Person, day: date | None) -> bool:
    """By age where it is known, else by role."""
    age = person.age_on(day) if day else None
    if age is not None:
        return age >= _ADULT
    return not is_of_a_child(person.role)


def is_of_a_child(role: str) -> bool:
    """Whether a role is one of a child of the family, such as "sister" or "hijo": not by age, but by what they are called."""
    words = words_of(role)
    return any(spans(word_list(language, "roles_of_a_child"), words) for language in LANGUAGES)


def _any_of(ids: Iterable[str], present: frozenset[str]) -> bool | None:
    known = frozenset(ids)
    return bool(known & present) if known else None


def _need_options(record: Record, need: str) -> NeedOptions:
    outcomes = {outcome.id for outcome in record.outcomes if need in outcome.needs}
    found = [option for option in record.options if option.need == need or option.outcome in outcomes]
    mix = Counter(option.source for option in found)
    return NeedOptions(need, len(found), tuple(mix.most_common()))


def _source(record: Record, strategy: Strategy) -> SupportKind | None:
    """Where a strategy comes from: what it says itself, else what the option said."""
    option = record.get(strategy.option)
    return strategy.source or (option.source if isinstance(option, Option) else None)


def _earlier(record: Record, meeting: Meeting | None) -> list[Task]:
    """The tasks that an earlier meeting left: those settled before the last meeting, or not needed any more, are left out."""
    met = [m for m in record.meetings if m.form != "not_held"]
    before = [m.on for m in met if m.on and (meeting is None or (meeting.on and m.on < meeting.on))]
    since = max(before, default=None)
    return [
        task
        for task in record.tasks
        if (meeting is None or task.meeting != meeting.id)
        and task.status != "no_longer_needed"
        and (task.status != "done" or since is None or task.status_on is None or task.status_on >= since)
    ]


def _owners(record: Record, tasks: Iterable[Task]) -> GroupCounts:
    """Each owner of each task counts once."""
    each = [counted(record, task.owners) for task in tasks]
    return GroupCounts(
        family=sum(one.family for one in each),
        natural=sum(one.natural for one in each),
        community=sum(one.community for one in each),
        peer=sum(one.peer for one in each),
        professional=sum(one.professional for one in each),
    )


def _share(held: Iterable[bool]) -> Share:
    answers = list(held)
    return Share(sum(answers), len(answers))
