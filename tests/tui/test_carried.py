"""What waits since last time opens the next meeting."""

from datetime import timedelta

import pytest
from tests.tui.meeting_scenes import FIRST, REVIEW, TEN, acted, rows, scene_at, small_family

from teammeet.model.family import Family
from teammeet.model.meetings import Meeting, Parked
from teammeet.model.values import Words
from teammeet.tui.meeting import carried
from teammeet.tui.meeting.panels import PANELS

OPENINGS = [(FIRST, "welcome"), (REVIEW, "went-well")]


def after_a_stop(agenda: str) -> Family:
    before = Meeting(id="before", agenda=REVIEW, started_at=TEN - timedelta(days=30), cut_short=True, steps_left=("new-needs",))
    now = Meeting(id="now", agenda=agenda, on=TEN.date(), started_at=TEN)
    line = Parked(id="line", words=Words(text="Who drives on Thursdays"), goes_to="next_agenda", meeting="before")
    return small_family(meetings=(before, now), parked=(line,))


@pytest.mark.parametrize(("agenda", "step"), OPENINGS)
def test_the_first_step_opens_with_it(agenda: str, step: str) -> None:
    scene = scene_at(step, after_a_stop(agenda), agenda=agenda)
    first = rows(scene)[:3]
    assert [row.id for row in first] == ["carried", "carried:new-needs", "line"]
    assert first[2].words == "Who drives on Thursdays"


@pytest.mark.parametrize(("agenda", "step"), OPENINGS)
def test_a_line_is_settled_by_one_key_and_waits_no_more(agenda: str, step: str) -> None:
    scene = scene_at(step, after_a_stop(agenda), agenda=agenda, selected="line")
    assert [key.letter for key in PANELS[scene.step.phase].keys(scene)] == ["d"]
    settled = acted(scene, "settled")
    assert settled.parked[0].settled
    assert [row.id for row in rows(scene_at(step, settled, agenda=agenda))][:2] == ["carried", "carried:new-needs"]


def test_nothing_is_there_where_nothing_waits_nor_at_a_later_step() -> None:
    assert carried.rows(scene_at("went-well", small_family(), agenda=REVIEW)) == ()
    assert carried.rows(scene_at("closing", after_a_stop(REVIEW), agenda=REVIEW)) == ()


def test_what_the_room_may_not_see_does_not_wait_on_the_wall() -> None:
    family = after_a_stop(REVIEW)
    hidden = family.parked[0].changed(kept_from=("ortiz",))
    from teammeet.model.family import put

    now = family.get("now")
    assert isinstance(now, Meeting)
    here = scene_at("went-well", family.with_edits([put(hidden)]), agenda=REVIEW)
    assert "line" not in [row.id for row in rows(here)]
