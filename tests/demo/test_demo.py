"""The invented family: an example of good practice on every day of the year."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from teammeet import demo
from teammeet.model.family import Family
from teammeet.practice.coach import hints

WINTER, SUMMER = date(2026, 3, 2), date(2026, 7, 6)


@pytest.fixture(scope="module")
def family() -> Family:
    return demo.family(WINTER)


def test_the_coach_has_nothing_to_ask_of_its_needs_outcomes_and_strengths(family: Family) -> None:
    asked = [hint for need in family.needs for hint in hints("need", str(need.words), "en")]
    asked += [hint for outcome in family.outcomes for hint in hints("outcome", str(outcome.words), "en")]
    asked += [hint for strength in family.strengths for hint in hints("strength", str(strength.words), "en")]
    assert asked == []


def test_its_strengths_say_where_they_work_and_its_outcomes_from_where_to_where(family: Family) -> None:
    assert all(strength.setting and strength.whose for strength in family.strengths)
    assert all(o.baseline and o.target and o.measure and o.due and o.needs for o in family.outcomes)


def test_most_of_its_strategies_are_carried_by_people_who_stay(family: Family) -> None:
    natural = [strategy for strategy in family.strategies if strategy.source in ("natural", "community", "peer")]
    assert len(natural) > len(family.strategies) / 2
    assert all(strategy.leans_on for strategy in family.strategies)


def test_no_child_interprets(family: Family) -> None:
    children = {person.used_name for person in family.people if (age := person.age_on(WINTER)) is not None and age < 18}
    assert children
    interpreters = [item.interpreter for item in family.attendances] + [item.interpreter for item in family.signatures]
    assert not [one for one in interpreters if any(child in one for child in children)]


@pytest.mark.parametrize("today", [WINTER, SUMMER, SUMMER + timedelta(days=365)])
def test_its_meetings_begin_at_the_hour_that_was_told_all_year_round(today: date) -> None:
    family = demo.family(today)
    meeting = family.get(demo.MEETING)
    assert getattr(meeting, "on", None) == today
    begun = [m.started_at.astimezone(ZoneInfo(m.zone)) for m in family.meetings if m.started_at]
    assert {(moment.hour, moment.minute) for moment in begun} == {(17, 34)}
