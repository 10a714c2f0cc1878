"""The next date while it is chosen: what the line means and what the limits say, and days to choose from."""

from datetime import date, time

import pytest
from tests.tui.meeting_scenes import REVIEW, acted, after, deed_at, kept, rows, scene_at, small_family

from teammeet.messages import text
from teammeet.model.family import Family
from teammeet.model.meetings import Meeting
from teammeet.model.people import Header
from teammeet.tui.meeting import next_date
from teammeet.tui.meeting.scene import AskPick, Keep, Scene


def at_the_end(**lists: object) -> Scene:
    return scene_at("closing", small_family(**lists), agenda=REVIEW, mode="next")


def planned(family: Family) -> Meeting:
    return next(meeting for meeting in family.meetings if meeting.id != "now")


@pytest.mark.parametrize("line", ["", "library", "in", "in two", "[/]"])
def test_nothing_is_said_before_a_day_is_read(line: str) -> None:
    assert next_date.live(at_the_end(), line) == ""


def test_the_line_says_which_day_it_means_and_what_each_limit_says() -> None:
    told = next_date.live(at_the_end(), "in two weeks at 4 pm, library")
    assert told.startswith("Mon, Mar 16 · 16:00 · library · in 14 days\n")
    assert "✓ meet again within 30 days" in told
    assert "✓ 14 days' notice" in told


def test_a_limit_that_is_missed_is_told_with_its_days_and_blocks_nothing() -> None:
    scene = at_the_end(header=Header(id="fam", name="Rivera family", enrolled_on=date(2026, 2, 1)))
    told = next_date.live(scene, "in 40 days")
    assert "! meet again within 30 days: 10 days too late" in told
    assert "! first plan by Tue, Mar 3: 39 days too late" in told
    assert planned(kept(scene, "in 40 days")).on == date(2026, 4, 11)
    assert "! 14 days' notice: 13 days short" in next_date.live(scene, "tomorrow")


def test_a_day_that_is_over_is_said_at_once() -> None:
    assert "over already" in next_date.live(at_the_end(), "February 3 2026")


def test_what_is_typed_is_what_is_kept() -> None:
    scene = at_the_end()
    meeting = planned(kept(scene, "in two weeks at 4 pm, library"))
    assert (meeting.on, meeting.at, meeting.place) == (date(2026, 3, 16), time(16, 0), "library")


def test_days_to_choose_from_are_taken_by_one_answer_and_keep_the_place_that_was_said() -> None:
    scene = at_the_end()
    scene = scene_at("closing", kept(scene, "in three weeks at 5 pm, library"), agenda=REVIEW, mode="next")
    asked = deed_at(scene, "days")
    assert isinstance(asked, AskPick)
    assert len(asked.choices) == 4
    assert all("in " in choice.words and "notice" in choice.words for choice in asked.choices)
    meeting = planned(after(scene, asked.then((asked.choices[1].id,))))
    assert (meeting.on, meeting.at, meeting.place) == (date(2026, 3, 16), time(10, 0), "library")


def test_where_the_limits_come_from_stands_with_them() -> None:
    asked = deed_at(at_the_end(), "days")
    assert isinstance(asked, AskPick)
    assert "Milwaukee Wraparound" in asked.question


def test_the_record_of_the_step_tells_only_the_limits_that_are_missed() -> None:
    scene = at_the_end()
    fine, late = (kept(scene, line) for line in ("in three weeks", "in 40 days"))
    shown = [next(row.detail for row in rows(_at(family)) if row.id == planned(family).id) for family in (fine, late)]
    assert shown == ["in 21 days", "in 40 days · ! meet again within 30 days: 10 days too late"]


def test_choosing_again_moves_the_same_meeting() -> None:
    first = kept(at_the_end(), "in two weeks")
    again = kept(_at(first), "in three weeks")
    assert len(again.meetings) == 2
    assert planned(again).id == planned(first).id


@pytest.mark.parametrize("language", ["en", "es"])
def test_it_is_told_in_the_language_of_the_screen(language: str) -> None:
    from dataclasses import replace

    scene = replace(at_the_end(), language=language)
    line = {"en": "in two weeks", "es": "en dos semanas"}[language]
    assert text("ending.limit.next_meeting", language, days=30) in next_date.live(scene, line)


def test_a_parked_line_still_needs_to_be_selected_for_its_letters() -> None:
    assert not isinstance(deed_at(at_the_end(), "goes"), Keep)
    with pytest.raises(AssertionError):
        acted(at_the_end(), "settled")


def _at(family: Family) -> Scene:
    return scene_at("closing", family, agenda=REVIEW, mode="next")
