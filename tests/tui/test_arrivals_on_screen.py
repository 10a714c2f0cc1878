"""Arrivals on the screen: told to the facilitator alone, at the right time, and the opening card."""

from pathlib import Path

from tests.tui.meeting_app import Room, Time, at_meeting, demo_desk

from teammeet.model.meetings import Meeting
from teammeet.tui.meeting.arrive_on_screen import ARRIVE_COMMANDS
from teammeet.tui.screens.meeting import MeetingScreen
from teammeet.tui.screens.opening_card import OpeningCard

NOT = "Not a planning meeting"
EVERYBODY = 9


async def mark(room: Room, *letters: str) -> None:
    """Mark one after the other from the top of the list."""
    await room.press("f3")
    for letter in letters:
        await room.press(f"alt+{letter}")


async def test_it_is_told_once_everybody_was_marked(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        await mark(room, "a", *"r" * (EVERYBODY - 2))
        assert NOT not in room.told
        await room.press("alt+r")
        assert "Mari is not here" in room.told


async def test_it_is_told_when_the_step_is_left_and_not_where_nobody_was_marked(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        await room.press("pagedown")
        assert NOT not in room.told
        await room.press("pageup")
        await mark(room, "a", "r")
        assert NOT not in room.told
        await room.press("pagedown")
        assert NOT in room.told


async def test_on_a_shared_screen_it_waits_until_the_facilitator_looks_alone(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        room.meeting.share("screen")
        await room.pilot.pause()
        await mark(room, "a", *"r" * (EVERYBODY - 1))
        assert NOT not in room.screen_text
        await room.press("shift+f6")
        assert NOT not in room.screen_text
        room.meeting.share("none")
        await room.press("enter")  # the big screen is off
        room.meeting._look_who_is_missing()
        assert NOT in room.told


async def test_another_date_closes_the_meeting_and_leaves_it(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        await mark(room, "a", *"r" * (EVERYBODY - 1))
        held = room.meeting.meeting.id
        await room.press("shift+f6", "enter")
        await room.type("in two weeks at 4 pm")
        await room.pilot.pause()
        assert not isinstance(room.app.screen, MeetingScreen)
        meeting = room.family.get(held)
        assert isinstance(meeting, Meeting)
        assert (meeting.form, meeting.ended_at) == ("not_held", time.now)


async def test_the_opening_card_opens_is_typed_anew_and_closes_by_its_key(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        room.line.value = "half a sen"
        await room.press("alt+0")
        assert isinstance(room.app.screen, OpeningCard)
        await room.press("e")
        await room.type("We plan the summer.")
        await room.pilot.pause()
        assert isinstance(room.app.screen, OpeningCard)
        assert "We plan the summer." in room.screen_text
        await room.press("alt+0")
        assert isinstance(room.app.screen, MeetingScreen)
        assert room.line.value == "half a sen"


async def test_the_letters_stand_in_two_lines_at_80_columns_in_both_languages(tmp_path: Path) -> None:
    for language in ("en", "es"):
        time = Time()
        folder = tmp_path / language
        folder.mkdir()
        desk, family = demo_desk(folder, time)
        async with at_meeting(desk, family, time) as room:
            room.app.save_settings(language=language)
            await room.press("f3")
            assert room.app.screen.query_one("#keys").size.height == 2


def test_its_keys_are_its_own() -> None:
    assert [command.key for command in ARRIVE_COMMANDS] == ["alt+0", "shift+f6"]
