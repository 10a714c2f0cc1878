"""What is due when by an agenda's settings, and what the caseload says of a family."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.model.drawn import families

from teammeet.model.family import Family, put
from teammeet.model.meetings import Meeting
from teammeet.model.people import Header, Person
from teammeet.model.sharing import Copy
from teammeet.model.values import Item
from teammeet.practice.steps import Limits
from teammeet.practice.time_limits import Due, DueKind, next_planned, was_held, what_is_due

DAY = date(2026, 3, 2)
LIMITS = Limits(
    days_to_first_meeting=20,
    days_to_first_plan=30,
    days_between_meetings=30,
    days_between_plans=60,
    notice_days=14,
    days_to_copies=14,
)


def family_of(*items: Item, enrolled: date | None = None) -> Family:
    return Family.of_items([Header(id="fam", name="Rivers", enrolled_on=enrolled), Person(id="ty"), *items])


def due(family: Family, day: date = DAY, limits: Limits = LIMITS) -> dict[DueKind, Due]:
    return {one.kind: one for one in what_is_due(limits, family, day)}


def days(number: int) -> date:
    return DAY + timedelta(days=number)


def test_first_meeting_and_first_plan_are_counted_from_enrolment() -> None:
    found = due(family_of(enrolled=days(-25)))
    assert found["first_meeting"] == Due("first_meeting", days(-5))
    assert found["first_meeting"].is_overdue(DAY)
    assert found["first_plan"].days_left(DAY) == 5
    assert not found["first_plan"].is_overdue(DAY)
    assert due(family_of()) == {}


def test_what_was_done_is_not_overdue() -> None:
    family = family_of(Meeting(id="m", on=days(-10)), enrolled=days(-40))
    family = family.with_edits([put(family.fixed(datetime(2026, 2, 27, 17, tzinfo=UTC), "m"))])
    found = due(family)
    assert found["first_meeting"].done_on == days(-10)
    assert found["first_plan"].done_on == date(2026, 2, 27)
    assert not any(one.is_overdue(DAY) for one in (found["first_meeting"], found["first_plan"]))


def test_the_next_meeting_is_due_from_the_last_planning_meeting() -> None:
    held, update = Meeting(id="a", on=days(-20)), Meeting(id="b", on=days(-5), form="update_only")
    found = due(family_of(held, update, Meeting(id="c", on=days(15))))
    assert found["next_meeting"] == Due("next_meeting", days(10), planned_for=days(15))
    assert found["next_meeting"].is_planned_too_late
    assert not due(family_of(held, Meeting(id="c", on=days(10))))["next_meeting"].is_planned_too_late


def test_notice_is_due_before_the_planned_meeting() -> None:
    assert due(family_of(Meeting(id="m", on=days(10))))["notice"] == Due("notice", days(-4))
    told = due(family_of(Meeting(id="m", on=days(10), notice_given_on=days(-6))))["notice"]
    assert not told.is_overdue(DAY)


def test_the_next_plan_and_the_copies_are_due_from_the_signature() -> None:
    family = family_of(enrolled=days(-100))
    family = family.with_edits([put(family.fixed(datetime(2026, 2, 10, 17, tzinfo=UTC), None))])
    assert due(family)["next_plan"].by == date(2026, 4, 11)
    assert due(family)["copies"] == Due("copies", date(2026, 2, 24))
    owed = family.with_edits([put(Copy(id="1", edition=1, given_on=days(-7))), put(Copy(id="2", edition=1))])
    assert due(owed)["copies"].is_overdue(DAY)
    given_all = owed.with_edits([put(Copy(id="2", edition=1, given_on=days(-6)))])
    assert due(given_all)["copies"].done_on == days(-6)


def test_a_limit_that_is_not_set_is_never_due() -> None:
    family = family_of(Meeting(id="m", on=days(-5)), Meeting(id="n", on=days(5)), enrolled=days(-100))
    assert what_is_due(Limits(), family, DAY) == ()


def test_limits_come_the_earliest_first() -> None:
    family = family_of(Meeting(id="m", on=days(-5)), Meeting(id="n", on=days(5)), enrolled=days(-100))
    found = [one.by for one in what_is_due(LIMITS, family, DAY)]
    assert found == sorted(found)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_break_nothing(day: date) -> None:
    family = family_of(Meeting(id="m", on=date.min), Meeting(id="n", on=date.max), enrolled=date.max)
    what_is_due(LIMITS, family, day)


def test_a_meeting_was_held_when_it_began_or_its_day_has_passed() -> None:
    began = datetime(2026, 3, 2, 9, tzinfo=UTC)
    assert was_held(Meeting(id="m", on=days(-1)), DAY)
    assert was_held(Meeting(id="m", on=DAY, started_at=began), DAY)
    assert not was_held(Meeting(id="m", on=DAY), DAY)
    assert not was_held(Meeting(id="m"), DAY)


def test_the_next_meeting_is_the_earliest_by_day_and_time() -> None:
    family = family_of(
        Meeting(id="untimed", on=days(3)),
        Meeting(id="late", on=days(3), at=time(15)),
        Meeting(id="early", on=days(3), at=time(9)),
        Meeting(id="past", on=days(-3)),
        Meeting(id="undated"),
    )
    found = next_planned(family, DAY)
    assert found is not None
    assert found.id == "early"
    assert next_planned(family_of(), DAY) is None


@settings(suppress_health_check=list(HealthCheck), max_examples=40)
@given(families(), st.dates())
def test_any_family_has_limits_on_any_day(family: Family, day: date) -> None:
    what_is_due(LIMITS, family, day)
