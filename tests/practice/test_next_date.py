"""The next date against the agenda's limits: told by how much, never blocked, and a limit that is not set asks nothing."""

from datetime import UTC, date, datetime, time

import pytest

from teammeet.model.family import Family
from teammeet.model.meetings import Meeting
from teammeet.model.people import Header
from teammeet.practice.next_date import asked_of, proposed
from teammeet.practice.steps import Limits

TODAY = date(2026, 3, 2)
LIMITS = Limits(days_between_meetings=30, days_to_first_plan=35, days_between_plans=60, notice_days=14)


def family(enrolled: date | None = None, signed: date | None = None) -> Family:
    bare = Family(header=Header(id="fam", name="Rivera family", enrolled_on=enrolled))
    if signed is None:
        return bare
    return bare.model_copy(
        update={"editions": (bare.fixed(datetime(signed.year, signed.month, signed.day, tzinfo=UTC), None),)}
    )


def off(day: date, of: Family, limits: Limits = LIMITS) -> dict[str, int]:
    return {asked.kind: asked.off for asked in asked_of(limits, of, day, TODAY)}


def test_a_day_that_keeps_every_limit_is_off_by_nothing() -> None:
    assert off(date(2026, 3, 20), family(enrolled=date(2026, 2, 20))) == {"next_meeting": 0, "first_plan": 0, "notice": 0}


def test_where_nothing_is_planned_today_the_days_count_from_the_last_planning_meeting() -> None:
    now = Meeting(id="now", on=TODAY, started_at=datetime(2026, 3, 2, 16, tzinfo=UTC))
    earlier = (Meeting(id="m1", on=date(2026, 2, 2)), Meeting(id="m2", on=date(2026, 2, 20), form="update_only"))
    of = family().model_copy(update={"meetings": (*earlier, now)})
    day = date(2026, 3, 20)
    for form, missed in (("planning", 0), ("update_only", 16), ("not_held", 16)):
        found = {asked.kind: asked.off for asked in asked_of(LIMITS, of, day, TODAY, now.changed(form=form))}
        assert found["next_meeting"] == missed
    alone = of.model_copy(update={"meetings": (now,)})
    assert "next_meeting" not in {a.kind for a in asked_of(LIMITS, alone, day, TODAY, now.changed(form="not_held"))}


@pytest.mark.parametrize(
    ("day", "kind", "days"),
    [
        (date(2026, 4, 3), "next_meeting", 2),
        (date(2026, 4, 1), "next_meeting", 0),
        (date(2026, 3, 15), "notice", 1),
        (date(2026, 3, 16), "notice", 0),
        (date(2026, 3, 28), "first_plan", 1),
        (date(2026, 3, 27), "first_plan", 0),
    ],
)
def test_a_limit_is_missed_by_the_days_between(day: date, kind: str, days: int) -> None:
    assert off(day, family(enrolled=date(2026, 2, 20)))[kind] == days


def test_once_a_plan_is_signed_the_next_plan_counts_and_the_first_no_more() -> None:
    told = off(date(2026, 4, 1), family(enrolled=date(2025, 1, 1), signed=date(2026, 1, 30)))
    assert told == {"next_meeting": 0, "next_plan": 1, "notice": 0}


def test_limits_that_are_not_set_or_have_no_beginning_ask_nothing() -> None:
    assert off(date(2027, 1, 1), family(), Limits()) == {}
    assert "first_plan" not in off(date(2027, 1, 1), family())


def test_days_to_choose_from_have_the_weekday_and_the_hour_of_this_meeting() -> None:
    began = Meeting(started_at=datetime(2026, 3, 2, 16, 7, tzinfo=UTC))
    days = proposed(began, TODAY)
    assert [day for day, _ in days] == [date(2026, 3, 9), date(2026, 3, 16), date(2026, 3, 23), date(2026, 3, 30)]
    assert {at for _, at in days} == {time(16, 0)}
    assert proposed(Meeting(at=time(9, 30)), TODAY)[0][1] == time(9, 30)
