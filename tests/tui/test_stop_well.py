"""Stop well: a meeting that ends early closes with safety steps, a next date and what waits; Esc goes back, nothing lost."""

from pathlib import Path

import pytest
from tests.tui.meeting_app import Room, Time, at_meeting, demo_desk, fresh_desk

from teammeet.model.family import put
from teammeet.model.meetings import Attendance, Meeting, Parked
from teammeet.tui.screens.dialogs import Question
from teammeet.tui.screens.meeting import MeetingScreen
from teammeet.tui.screens.sign import SignScreen
from teammeet.tui.screens.stop_well import StopWellScreen


def held(room: Room) -> Meeting:
    return next(meeting for meeting in room.family.meetings if meeting.started_at and meeting.on == room.time.now.date())


def planned(room: Room) -> Meeting | None:
    return next((meeting for meeting in room.family.meetings if meeting.on and meeting.on > room.time.now.date()), None)


def stopping(room: Room) -> StopWellScreen:
    screen = room.app.screen
    assert isinstance(screen, StopWellScreen)
    return screen


async def test_the_three_parts_one_after_the_other_close_the_meeting(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        time.pass_minutes(9)
        await room.press("shift+f12")
        assert "gone for more than an hour" in room.screen_text
        await room.press("pagedown")
        await room.type("in three weeks at 4 pm, library")
        meeting = planned(room)
        assert meeting is not None
        assert meeting.place == "library"
        await room.press("pagedown")
        await room.type("Who drives on Thursdays?")
        assert any(
            str(line.words) == "Who drives on Thursdays?" and line.goes_to == "next_agenda" for line in room.family.parked
        )
        time.pass_minutes(1)
        await room.press("f12")
        await room.press("enter")
        meeting = held(room)
        assert meeting.cut_short
        assert meeting.ended_at == time.now
        assert "needs" not in meeting.steps_left
        assert "ideas-and-tasks" in meeting.steps_left
        assert "went-well" not in meeting.steps_left
        assert "closing" not in meeting.steps_left
        await room.press("enter")
        assert isinstance(room.app.screen, SignScreen)


async def test_every_part_can_be_skipped_by_one_key(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        await room.press("shift+f12", "f12", "enter")
        assert held(room).cut_short


async def test_esc_goes_back_to_the_meeting_and_keeps_what_was_said_there(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        room.line.replace("half a line", 0, 0)
        await room.press("shift+f12", "pagedown")
        await room.type("in three weeks")
        await room.press("escape", "escape")
        assert isinstance(room.app.screen, MeetingScreen)
        assert room.line.value == "half a line"
        assert planned(room) is not None
        assert not held(room).cut_short
        assert held(room).ended_at is None


async def test_a_line_that_is_not_kept_is_not_dropped_unasked(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        await room.press("shift+f12", "pagedown", "pagedown")
        room.line.replace("must not be lost", 0, 0)
        await room.press("escape")
        assert stopping(room).line.value == "must not be lost"
        assert "not kept yet" in room.told
        await room.press("escape")
        assert isinstance(room.app.screen, MeetingScreen)


async def test_closing_says_first_that_a_line_is_not_kept(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        await room.press("shift+f12")
        room.line.replace("Leo goes to his aunt", 0, 0)
        await room.press("f12")
        assert stopping(room).line.value == "Leo goes to his aunt"
        assert "not kept yet" in room.told
        await room.press("f12")
        assert isinstance(room.app.screen, Question)
        await room.press("enter")
        assert held(room).cut_short


async def test_ending_the_meeting_says_first_that_a_line_is_not_kept(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        room.line.replace("Abuela said yes", 0, 0)
        await room.press("f12")
        assert room.meeting.line.value == "Abuela said yes"
        assert "not kept yet" in room.told
        await room.press("f12")
        assert isinstance(room.app.screen, Question)


async def test_what_a_day_means_goes_when_the_line_is_empty_again(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        await room.press("shift+f12", "pagedown")
        room.line.replace("in three weeks", 0, 0)
        await room.pilot.pause()
        assert "Mar 23" in room.told
        await room.press("ctrl+u")
        assert room.told == ""


async def test_a_safety_step_is_corrected_in_its_place(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        await room.press("shift+f12")
        stopping(room).select("safe-storage:0")
        await room.press("enter")
        await room.type("Pills are with Emeka now.")
        assert room.family.crisis_plans[0].weapons_and_medicine == "Pills are with Emeka now."


async def test_enter_corrects_the_first_safety_step_before_anybody_selected_one(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        await room.press("shift+f12", "enter")
        assert "Select a line first" not in room.screen_text
        assert stopping(room).scene().selected == "definition:0"
        assert stopping(room).asking is not None
        await room.type("Mari is gone and nobody knows where.")
        assert room.family.crisis_plans[0].definition.text == "Mari is gone and nobody knows where."


async def test_a_day_that_is_offered_is_taken_by_enter(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        await room.press("enter")
        await room.press("shift+f12", "pagedown", "down", "enter")
        meeting = planned(room)
        assert meeting is not None
        assert meeting.on is not None
        assert (meeting.on - time.now.date()).days == 14


@pytest.mark.parametrize("language", ["en", "es"])
async def test_the_days_to_choose_from_show_their_question_whole_at_80_by_24(tmp_path: Path, language: str) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        room.app.language_shown = language
        await room.pilot.pause()
        await room.press("alt+7", "alt+w")
        assert room.app.say("ending.offer.title") in room.screen_text
        assert "Ohio" not in room.screen_text  # its limit is for copies


async def test_what_a_day_means_is_told_while_it_is_typed(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        await room.press("shift+f12", "pagedown", *"tomorrow")
        assert "in 1 day" in room.told
        assert "! 14 days' notice: 13 days short" in room.told
        room.line.value = ""
        await room.press("escape", "pageup")


async def test_people_say_of_a_step_that_it_need_not_wait(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        await room.press("shift+f12", "pagedown", "pagedown")
        stopping(room).select("step:how-it-stands")
        await room.press("enter", "alt+w", "alt+w", "f12", "enter")
        assert "how-it-stands" not in held(room).steps_left


async def test_what_people_said_of_a_step_stands_when_they_go_back_and_come_again(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        await room.press("shift+f12", "pagedown", "pagedown")
        before = stopping(room)._waits.steps_left(stopping(room).scene())
        stopping(room).select(f"step:{before[0]}")
        await room.press("enter")
        assert before[0] not in stopping(room)._waits.steps_left(stopping(room).scene())
        await room.press("escape")
        assert isinstance(room.app.screen, MeetingScreen)
        await room.press("shift+f12")
        assert stopping(room)._waits.steps_left(stopping(room).scene()) == before[1:]


async def test_a_parked_line_gets_its_destination(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        await room.press("shift+f12", "pagedown", "pagedown")
        await room.type("The rent")
        await room.press("alt+g")
        line = next(item for item in room.family.parked if str(item.words) == "The rent")
        assert isinstance(line, Parked)
        assert line.goes_to == "private_follow_up"


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_it_is_whole_at_both_sizes_and_in_both_languages(tmp_path: Path, size: tuple[int, int]) -> None:
    for language in ("en", "es"):
        time = Time()
        folder = tmp_path / language
        folder.mkdir()
        desk, family = demo_desk(folder, time)
        async with at_meeting(desk, family, time, size=size) as room:
            room.app.save_settings(language=language)
            await room.press("shift+f12", "pagedown", "pagedown")
            words = {"en": ("What waits", "Close the meeting now"), "es": ("Lo que espera", "Cerrar la reunión ahora")}
            assert all(said in room.screen_text for said in words[language])


async def test_the_line_of_the_closing_step_tells_the_day_too(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        room.meeting.go_to(len(room.meeting.agenda.steps) - 1)
        await room.press(*"in 2 weeks")
        assert "in 14 days" in room.told
        room.line.value = ""
        await room.pilot.pause()
        assert room.told == ""


async def test_the_safety_steps_are_those_that_everybody_present_may_see(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    record = desk.open(family)
    call = record.crisis_calls[0]
    present = next(person for person in record.people if person.in_family)
    desk.change(family, [put(call.changed(kept_from=(present.id,), phone="555-9999"))])
    async with at_meeting(desk, family, time) as room:
        here = Attendance(meeting=held(room).id, who=present.id, how="room")
        room.app.keep(put(here))
        await room.press("shift+f12")
        told = [row.words + row.detail for row in stopping(room).panel.rows(stopping(room).scene())]
        assert not [line for line in told if "555-9999" in line]
