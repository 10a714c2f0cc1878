"""Readings of an outcome, side by side by who gave them; a moved task among the earlier ones."""

from datetime import date

from tests.tui.meeting_scenes import small_family

from teammeet.model.family import Family
from teammeet.model.meetings import Meeting
from teammeet.model.plan import Outcome, Reading, Task
from teammeet.practice.meeting_facts import plan_facts
from teammeet.practice.readings_by import side_by_side


def read() -> Family:
    readings = (
        Reading(id="r3", outcome="o", on=date(2026, 2, 20), score=6, by="ortiz"),
        Reading(id="r1", outcome="o", on=date(2026, 2, 1), score=2, by="ortiz", value="4 days"),
        Reading(id="r2", outcome="o", on=date(2026, 2, 10), value="better", by="dani"),
        Reading(id="r4", outcome="o", on=date(2026, 2, 20), score=5, by="rosa"),
        Reading(id="other", outcome="p", on=date(2026, 2, 20), score=1, by="rosa"),
    )
    return small_family(outcomes=(Outcome(id="o"), Outcome(id="p")), readings=readings)


def test_each_person_has_a_place_for_each_day() -> None:
    found = {one.by: one.scores for one in side_by_side(read(), "o")}
    assert found == {"ortiz": (2, None, 6), "dani": (None, None, None), "rosa": (None, None, 5)}


def test_somebody_without_a_score_is_listed_with_the_words() -> None:
    dani = next(one for one in side_by_side(read(), "o") if one.by == "dani")
    assert (dani.last.value, dani.has_scores) == ("better", False)


def test_nothing_said_is_nothing_listed() -> None:
    assert side_by_side(small_family(outcomes=(Outcome(id="o"),)), "o") == ()


def test_a_moved_task_is_not_counted_as_done() -> None:
    tasks = (
        Task(id="a", status="moved", status_on=date(2026, 3, 2), owners=("rosa",), due=date(2026, 4, 1)),
        Task(id="b", status="done", status_on=date(2026, 3, 2)),
    )
    facts = plan_facts(small_family(tasks=tasks), Meeting(id="now", on=date(2026, 3, 2)))
    assert (facts.earlier_tasks_done.part, facts.earlier_tasks_done.whole) == (1, 2)
    assert tasks[0].is_open
