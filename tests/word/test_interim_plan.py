"""A plan of a meeting that was cut short says so first: what is agreed so far, what waits, when the team goes on."""

import io
from datetime import UTC, date, datetime

import docx
import pytest

from teammeet.model.family import Family, put
from teammeet.model.meetings import Meeting, Parked
from teammeet.model.values import Words

from .accessibility import findings, said
from .conftest import Write
from .records import TODAY, bare, demo

STOPPED = Meeting(
    id="stopped",
    agenda="review-meeting",
    on=TODAY,
    started_at=datetime(TODAY.year, TODAY.month, TODAY.day, 16, 0, tzinfo=UTC),
    ended_at=datetime(TODAY.year, TODAY.month, TODAY.day, 16, 25, tzinfo=UTC),
    cut_short=True,
    steps_left=("new-needs", "our-own-step"),
)
NEXT = Meeting(id="next", on=date(TODAY.year + 1, 1, 7), place="Library")


def stopped(**changes: object) -> Family:
    lines = (
        Parked(id="p1", words=Words(text="Who drives on Thursdays"), goes_to="next_agenda"),
        Parked(id="p2", words=Words(text="The quiet word"), goes_to="private_follow_up"),
        Parked(id="p3", words=Words(text="All settled"), goes_to="next_agenda", settled=True),
    )
    return bare().with_edits(map(put, (STOPPED.changed(**changes), NEXT, *lines)))


def first_page(text: str) -> str:
    return text[: text.index("\nOur vision\n")]


def test_the_first_page_says_what_it_is_what_waits_and_when_the_team_goes_on(write: Write) -> None:
    page = first_page(said(write(stopped())))
    assert "Interim plan of care" in page
    assert "ended early. What stands here is what we agreed so far." in page
    assert "Our own step" in page
    assert "Who drives on Thursdays" in page
    assert "We go on: January 7" in page
    assert "Library" in page
    assert "The quiet word" not in page
    assert "All settled" not in page


def test_the_steps_have_the_names_of_their_agenda_in_the_language_of_the_copy(write: Write) -> None:
    from teammeet.practice.agenda import agenda_named

    step = agenda_named("review-meeting").step("new-needs")
    assert step is not None
    for language in ("en", "es"):
        assert step.name.in_language(language) in said(write(stopped(), language=language))
    assert "Este es un plan provisional" in said(write(stopped(), language="es"))


def test_the_title_of_the_file_says_it_too(write: Write) -> None:
    assert docx.Document(io.BytesIO(write(stopped()))).core_properties.title == "Interim plan of care"


def test_without_a_next_date_and_without_anything_that_waits_that_is_said(write: Write) -> None:
    alone = bare().with_edits([put(STOPPED.changed(steps_left=()))])
    page = first_page(said(write(alone)))
    assert "The date is not set yet." in page
    assert "Nothing waits" in page


@pytest.mark.parametrize("family", [demo(), stopped(cut_short=False)], ids=["demo", "whole"])
def test_a_meeting_that_came_to_its_end_makes_a_plan(write: Write, family: Family) -> None:
    assert "nterim plan" not in said(write(family))


def test_the_meeting_after_it_makes_a_plan_again(write: Write) -> None:
    later = NEXT.changed(on=TODAY, started_at=datetime(TODAY.year, TODAY.month, TODAY.day, 18, 0, tzinfo=UTC))
    assert "nterim plan" not in said(write(stopped().with_edits([put(later)])))


def test_a_meeting_after_it_that_was_not_held_leaves_it_an_interim_plan(write: Write) -> None:
    at = datetime(TODAY.year, TODAY.month, TODAY.day, 18, 0, tzinfo=UTC)
    later = Meeting(id="missed", on=TODAY, started_at=at, ended_at=at, form="not_held")
    assert "Our own step" in first_page(said(write(stopped().with_edits([put(later)]))))


@pytest.mark.parametrize("language", ["en", "es"])
def test_nothing_is_found_against_accessibility(write: Write, language: str) -> None:
    assert findings(write(stopped(), "team", language)) == []
    assert findings(write(demo().with_edits([put(STOPPED)]), "team", language)) == []
