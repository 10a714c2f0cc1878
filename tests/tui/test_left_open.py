"""A meeting that was left open for a night goes on, or closes as of its last change, with everything in it."""

from datetime import timedelta
from pathlib import Path

from tests.tui.meeting_app import Room, Time, at_meeting, fresh_desk

from teammeet.model.meetings import Meeting
from teammeet.tui.screens.family import FamilyScreen
from teammeet.tui.screens.meeting import MeetingScreen
from teammeet.tui.widgets.menu import Menu


def the_meeting(room: Room) -> Meeting:
    return room.family.meetings[0]


async def begin(room: Room) -> None:
    await room.press("enter")
    await room.type("Rosa, mother")
    room.time.pass_minutes(20)
    await room.type("Dani, son")


async def leave_and_come_back_tomorrow(room: "Night", by: timedelta = timedelta(days=1)) -> None:
    await room.press("escape", "escape")
    assert isinstance(room.app.screen, FamilyScreen)
    room.time.now += by
    room.app.go("caseload")
    await room.pilot.pause()
    room.app.go("family", family=room.family_id)
    await room.pilot.pause()
    await room.pilot.pause()


class Night(Room):
    """A room that knows its family also while none is open."""

    family_id = ""


async def opened_next_day(room: Room, family: str, by: timedelta = timedelta(days=1)) -> Night:
    night = Night(room.pilot, room.app, room.time)
    night.family_id = family
    await begin(night)
    await leave_and_come_back_tomorrow(night, by)
    return night


async def test_opening_the_family_asks_and_closing_ends_it_when_something_was_last_kept(tmp_path: Path) -> None:
    time = Time()
    began = time.now
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        night = await opened_next_day(room, family)
        assert isinstance(room.app.screen, Menu)
        assert "10:20" in room.screen_text
        await night.press("c")
        assert the_meeting(night).ended_at == began + timedelta(minutes=20)
        assert {attendance.left_at for attendance in night.family.attendances} == {began + timedelta(minutes=20)}
        assert len(night.family.people) == 2


async def test_going_on_brings_back_the_step_and_everything_in_it(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        night = await opened_next_day(room, family)
        await night.press("enter")
        assert isinstance(room.app.screen, MeetingScreen)
        assert room.meeting.meeting.id == the_meeting(night).id
        assert the_meeting(night).ended_at is None
        assert "Dani" in room.screen_text


async def test_leaving_it_leaves_it_open_and_asks_no_more(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        night = await opened_next_day(room, family)
        await night.press("escape")
        assert isinstance(room.app.screen, FamilyScreen)
        assert the_meeting(night).ended_at is None
        await night.press("4")
        assert "still open" in room.screen_text
        room.app.go("caseload")
        await room.pilot.pause()
        room.app.go("family", family=family)
        await room.pilot.pause()
        await room.pilot.pause()
        assert isinstance(room.app.screen, FamilyScreen)


async def test_the_list_of_families_shows_that_one_is_open(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        await begin(room)
        assert [line.is_held for line in desk.families(time.now.date())] == [True]
        room.app.go("caseload")
        await room.pilot.pause()
        await room.pilot.pause()
        assert "still open" in room.screen_text


async def test_a_clock_that_jumped_back_loses_nothing(tmp_path: Path) -> None:
    time = Time()
    began = time.now
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        night = await opened_next_day(room, family, timedelta(days=-3))
        assert isinstance(room.app.screen, Menu)
        await night.press("c")
        assert the_meeting(night).ended_at == began + timedelta(minutes=20)


async def test_a_clock_that_jumped_back_within_a_meeting_ends_it_no_earlier_than_it_began(tmp_path: Path) -> None:
    time = Time()
    began = time.now
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        await begin(room)
        time.now = began - timedelta(hours=1)
        await room.press("f12", "y")
        assert the_meeting(room).ended_at == began


async def test_nobody_is_asked_when_midnight_comes_while_people_talk(tmp_path: Path) -> None:
    time = Time()
    time.now = time.now.replace(hour=23, minute=50)
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        night = await opened_next_day(room, family, timedelta(minutes=5))
        assert isinstance(room.app.screen, FamilyScreen)
        await night.press("m")
        await night.pilot.pause()
        assert len(night.family.meetings) == 1
        assert room.meeting.meeting.id == the_meeting(night).id


async def test_a_screen_that_stood_open_for_a_night_asks_too(tmp_path: Path) -> None:
    time = Time()
    began = time.now
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        await begin(room)
        for _ in range(20):
            time.pass_minutes(60)
            if isinstance(room.app.screen, MeetingScreen):
                room.meeting.mind_the_night()
            await room.pilot.pause()
        assert isinstance(room.app.screen, Menu)
        await room.press("c")
        meeting = the_meeting(room)
        assert meeting.ended_at == began + timedelta(minutes=20)
        assert sum(step.seconds for step in meeting.steps) <= 20 * 60
