"""The minutes of a meeting: what is shared out, what is kept free, what can wait, who leaves early."""

from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teammeet.model.family import Family
from teammeet.model.meetings import Attendance, Meeting, StepMinutes
from teammeet.model.people import Header, Person
from teammeet.model.plan import Task
from teammeet.model.supports import Support, TeamMember
from teammeet.practice.pacing import Pace, pace
from teammeet.practice.steps import Agenda, Limits, Step, Wording
from teammeet.practice.waiting import CanWait, leavers, what_waits

TEN = datetime(2026, 3, 2, 10, 0, tzinfo=timezone(timedelta(hours=-5)))
SAID = Wording({"en": "words"})


def a_step(
    step_id: str, minutes: int, *, reserved: bool = False, phase: Any = "needs", works_on: tuple[str, ...] = ("needs",)
) -> Step:
    return Step(
        id=step_id, name=SAID, phase=phase, works_on=works_on, why=SAID, prompts=(SAID,), minutes=minutes, reserved=reserved
    )


def an_agenda(*steps: Step, minutes: int | None = None) -> Agenda:
    return Agenda(id="a", title=SAID, for_whom=SAID, description=SAID, limits=Limits(minutes=minutes), steps=steps)


HOUR = an_agenda(
    a_step("welcome", 10),
    a_step("needs", 20),
    a_step("tasks", 15, phase="tasks", works_on=("strategies", "tasks")),
    a_step("crisis", 10, reserved=True, phase="crisis"),
    a_step("closing", 5, reserved=True, phase="closing"),
)


def at(minute: float, here: str, *, running: float = 0, leave: tuple[float, ...] = (), **spent: int) -> Pace:
    """The pace after so many minutes; ``spent`` are minutes that were kept, ``running`` those that were not yet."""
    meeting = a_meeting(**spent)
    leave_at = [TEN + timedelta(minutes=each) for each in leave]
    now = TEN + timedelta(minutes=minute)
    return pace(HOUR, meeting, here, now, running=running * 60, done=spent, leave_at=leave_at)


def a_meeting(**spent: int) -> Meeting:
    steps = tuple(StepMinutes(step=step, seconds=minutes * 60) for step, minutes in spent.items())
    return Meeting(id="now", started_at=TEN, on=TEN.date(), steps=steps)


def minutes_to_come(found: Pace) -> dict[str, int]:
    return {step.id: step.minutes for step in (found.here, *found.to_come)}


def test_at_the_start_the_agenda_stands_as_it_is() -> None:
    found = at(0, "welcome")
    assert minutes_to_come(found) == {"welcome": 10, "needs": 20, "tasks": 15, "crisis": 10, "closing": 5}
    assert (found.left, found.ahead, found.spare, found.short) == (3600, 0, 0, 0)


def test_the_present_step_keeps_its_minutes_while_they_run() -> None:
    for minute in range(11):
        found = at(minute, "welcome", running=minute)
        assert (found.here.minutes, found.ahead) == (10, 0)


def test_what_a_step_runs_over_is_shared_by_the_open_ones_in_proportion_and_the_reserved_keep_theirs() -> None:
    found = at(17, "welcome", running=17)
    assert minutes_to_come(found) == {"welcome": 10, "needs": 16, "tasks": 12, "crisis": 10, "closing": 5}
    assert (found.here.over, found.ahead) == (7 * 60, -7 * 60)


def test_whatever_pages_are_turned_at_the_start_it_is_on_time_and_every_step_keeps_its_minutes() -> None:
    for place, step in enumerate(HOUR.steps):
        found = at(place, step.id, running=place)
        assert (found.here.id, found.ahead, found.spare) == (step.id, 0, 0)
        assert {each.id: each.minutes for each in found.steps} == {each.id: each.minutes for each in HOUR.steps}
        assert "skipped" not in [each.state for each in found.steps]


def test_a_step_that_was_only_gone_past_waits_until_a_later_one_was_worked_on() -> None:
    looking = at(12, "tasks", running=2, welcome=10)
    assert [step.state for step in looking.steps] == ["done", "to_come", "here", "to_come", "to_come"]
    assert (minutes_to_come(looking)["needs"], looking.here.minutes, looking.ahead) == (20, 15, 0)
    working = at(20, "crisis", running=1, welcome=10, tasks=9)
    assert [step.state for step in working.steps] == ["done", "skipped", "done", "here", "to_come"]


def test_what_a_skipped_step_frees_is_shared_in_proportion_and_is_no_lead() -> None:
    found = at(12, "tasks", running=0, welcome=10, tasks=2)
    assert [step.state for step in found.steps] == ["done", "skipped", "here", "to_come", "to_come"]
    assert minutes_to_come(found) == {"tasks": 35, "crisis": 10, "closing": 5}
    assert found.ahead == 0


def test_ahead_and_behind_are_what_was_worked_on_compared_with_its_plan() -> None:
    assert at(6, "needs", welcome=6).ahead == 4 * 60
    assert at(14, "needs", welcome=14).ahead == -4 * 60
    assert at(26, "crisis", welcome=14, tasks=12).ahead == (-4 + 3) * 60


def test_a_reserved_step_that_was_passed_over_is_still_to_come() -> None:
    found = at(40, "closing", welcome=10, needs=20, tasks=10)
    assert minutes_to_come(found) == {"closing": 5, "crisis": 10}
    assert found.spare == 5 * 60


def test_a_step_that_came_early_keeps_the_rest_of_its_minutes() -> None:
    found = at(15, "needs", welcome=10, tasks=5)
    assert minutes_to_come(found)["tasks"] == 15
    assert found.ahead == 0


def test_when_not_even_the_reserved_steps_fit_it_says_what_is_missing() -> None:
    found = at(51, "needs", running=41, welcome=10)
    assert not found.fits
    assert found.short == 6 * 60
    assert minutes_to_come(found) == {"needs": 20, "tasks": 0, "crisis": 6, "closing": 3}


@pytest.mark.parametrize(("running", "level"), [(7.9, "enough"), (8, "amber"), (9.4, "amber"), (9.5, "red"), (14, "red")])
def test_amber_at_a_fifth_left_and_red_at_a_twentieth(running: float, level: str) -> None:
    assert at(running, "welcome", running=running).here.level == level


def test_a_limit_of_the_agenda_stretches_the_open_steps_and_not_the_reserved() -> None:
    agenda = an_agenda(*HOUR.steps, minutes=105)
    found = pace(agenda, a_meeting(), "welcome", TEN)
    assert minutes_to_come(found) == {"welcome": 20, "needs": 40, "tasks": 30, "crisis": 10, "closing": 5}
    assert found.ahead == 0


def test_a_planned_end_that_was_set_counts() -> None:
    meeting = a_meeting().changed(ends_at=TEN + timedelta(minutes=30))
    found = pace(HOUR, meeting, "welcome", TEN)
    assert found.left == 30 * 60
    assert sum(minutes_to_come(found).values()) == 30
    assert minutes_to_come(found)["crisis"] == 10


def test_somebody_who_leaves_early_brings_everything_before_that() -> None:
    found = at(10, "needs", welcome=10, leave=(40, 50))
    assert found.aim == TEN + timedelta(minutes=40)
    assert minutes_to_come(found) == {"needs": 9, "tasks": 6, "crisis": 10, "closing": 5}
    assert found.begin_reserved_by == TEN + timedelta(minutes=25)


def test_nobody_leaves_early_who_leaves_after_the_end_or_has_gone() -> None:
    assert at(10, "needs", welcome=10, leave=(5, 70)).aim == TEN + timedelta(minutes=60)


def test_after_the_end_nothing_is_left_and_nothing_is_negative() -> None:
    found = at(75, "tasks", running=45, welcome=10, needs=20)
    assert found.left == -15 * 60
    assert [step.remaining for step in found.to_come] == [0, 0]


# Properties

_STEPS = st.lists(st.tuples(st.integers(1, 90), st.booleans()), min_size=1, max_size=9)


@st.composite
def courses(draw: st.DrawFn) -> tuple[Agenda, Meeting, str, float, frozenset[str], list[float]]:
    """Any agenda, any place in it, any minutes behind it."""
    drawn = draw(_STEPS)
    agenda = an_agenda(
        *(a_step(f"s{n}", minutes, reserved=reserved) for n, (minutes, reserved) in enumerate(drawn)),
        minutes=draw(st.none() | st.integers(1, 300)),
    )
    ids = [step.id for step in agenda.steps]
    spent = draw(st.dictionaries(st.sampled_from(ids), st.integers(0, 4000)))
    here = draw(st.sampled_from(ids))
    elapsed = sum(spent.values()) + draw(st.integers(0, 600))
    done = frozenset(draw(st.sets(st.sampled_from(ids))))
    steps = tuple(StepMinutes(step=step, seconds=seconds) for step, seconds in spent.items())
    leave = draw(st.lists(st.floats(0, 20_000), max_size=2))
    return agenda, Meeting(id="now", started_at=TEN, steps=steps), here, float(elapsed), done, leave


def after(course: tuple[Agenda, Meeting, str, float, frozenset[str], list[float]], seconds: float) -> Pace:
    agenda, meeting, here, elapsed, done, leave = course
    now = TEN + timedelta(seconds=elapsed + seconds)
    leave_at = [TEN + timedelta(seconds=each) for each in leave]
    return pace(agenda, meeting, here, now, running=seconds, done=done, leave_at=leave_at)


@given(courses())
def test_what_is_meant_for_the_steps_fits_what_is_left(course: Any) -> None:
    found = after(course, 0)
    meant = sum(step.remaining for step in (found.here, *found.to_come))
    assert meant + found.spare == pytest.approx(max(0.0, found.to_aim), abs=1e-3)


@given(courses())
def test_nothing_is_below_nought(course: Any) -> None:
    found = after(course, 0)
    assert all(step.allotted >= 0 and step.remaining >= 0 and step.minutes >= 0 for step in found.steps)


@given(courses(), st.floats(0, 3000))
def test_the_reserved_steps_are_kept_first(course: Any, seconds: float) -> None:
    found = after(course, seconds)
    reserved = [step for step in found.to_come if step.reserved]
    if found.fits:
        assert all(step.remaining == pytest.approx(max(0.0, step.planned * 60 - step.spent), abs=1e-3) for step in reserved)
    elif not found.here.reserved:
        assert all(step.remaining == pytest.approx(0, abs=1e-3) for step in found.to_come if not step.reserved)


@given(courses(), st.floats(0, 3000), st.floats(0, 3000))
def test_as_time_goes_on_nothing_grows(course: Any, first: float, second: float) -> None:
    earlier, later = sorted((first, second))
    before, behind = after(course, earlier), after(course, later)
    if before.aim != behind.aim:
        return  # somebody has left meanwhile: the rest of the meeting is open again
    assert behind.left <= before.left
    assert behind.ahead <= before.ahead + 1e-3
    assert behind.short >= before.short - 1e-3
    for old, new in zip(before.to_come, behind.to_come, strict=True):
        assert new.remaining <= old.remaining + 1e-3
    order = ("enough", "amber", "red")
    assert order.index(behind.here.level) >= order.index(before.here.level)


@given(courses())
def test_the_order_of_the_agenda_is_kept(course: Any) -> None:
    assert [step.id for step in after(course, 0).steps] == [step.id for step in course[0].steps]


# What waits, who leaves


def a_family(**lists: Any) -> Family:
    given: dict[str, Any] = {
        "header": Header(id="fam", name="Rivera family"),
        "people": (
            Person(id="rosa", used_name="Rosa", born=date(1985, 1, 1)),
            Person(id="dani", used_name="Dani", enrolled=True, born=date(2012, 1, 1)),
            Person(id="ms-b", used_name="Ms. B", support="school"),
        ),
        "supports": (Support(id="school", name="School", kind="formal"), Support(id="club", name="Club", kind="community")),
        "meetings": (a_meeting(),),
    }
    return Family(**{**given, **lists})


def leaving(who: str, minute: int, **more: Any) -> Attendance:
    given: dict[str, Any] = {"how": "room", "must_leave_at": TEN + timedelta(minutes=minute), **more}
    return Attendance(id=f"a-{who}", meeting="now", who=who, **given)


def test_open_steps_can_wait_and_reserved_ones_and_the_next_date_must_not() -> None:
    found = what_waits(a_family(), HOUR, a_meeting(), at(40, "needs", running=30, welcome=10))
    assert found.can_wait == (CanWait("tasks", "to_come"),)
    assert [(each.why, each.step) for each in found.must_not] == [
        ("reserved", "crisis"),
        ("reserved", "closing"),
        ("next_date", "closing"),
    ]


def test_the_step_of_tasks_does_not_wait_while_a_task_has_no_owner() -> None:
    family = a_family(tasks=(Task(id="t"), Task(id="u", owners=("rosa",)), Task(id="v", status="done")))
    found = what_waits(family, HOUR, a_meeting(), at(40, "needs", running=30, welcome=10))
    assert found.can_wait == ()
    assert [(each.why, each.number) for each in found.must_not if each.step == "tasks"] == [("tasks_without_owner", 1)]


def test_with_a_next_date_it_is_not_asked_for() -> None:
    family = a_family(meetings=(a_meeting(), Meeting(id="next", on=date(2026, 3, 30))))
    found = what_waits(family, HOUR, a_meeting(), at(40, "needs", running=30, welcome=10))
    assert "next_date" not in [each.why for each in found.must_not]


def test_a_step_that_was_gone_past_waits_too_and_one_that_was_begun_says_so() -> None:
    found = what_waits(a_family(), HOUR, a_meeting(), at(20, "crisis", welcome=10, running=7, tasks=3))
    assert found.can_wait == (CanWait("needs", "skipped"),)
    early = what_waits(a_family(), HOUR, a_meeting(), at(20, "needs", welcome=10, running=7, tasks=3))
    assert early.can_wait == (CanWait("tasks", "begun"),)
    assert early.steps == ("tasks",)


def test_the_youth_a_caregiver_and_who_must_be_there_weigh_and_nobody_else() -> None:
    family = a_family(
        team=(TeamMember(id="m", who="school", must_be_there=True), TeamMember(id="n", who="club")),
        attendances=(leaving("ms-b", 50), leaving("rosa", 45), leaving("dani", 40), leaving("club", 30)),
    )
    assert [(each.who, each.part) for each in leavers(family, a_meeting())] == [
        ("dani", "youth"),
        ("rosa", "caregiver"),
        ("ms-b", "must_be_there"),
    ]


def test_who_has_left_or_did_not_come_does_not_leave_again() -> None:
    family = a_family(attendances=(leaving("dani", 40, left_at=TEN), leaving("rosa", 40, how="absent")))
    assert leavers(family, a_meeting()) == ()
