"""A meeting that is planned for today begins from the family's page only after it was asked about."""

from pathlib import Path

from tests.tui.meeting_app import Time, at_meeting, fresh_desk

from teammeet.model.family import put
from teammeet.model.meetings import Meeting
from teammeet.tui.screens.dialogs import Question
from teammeet.tui.screens.family import FamilyScreen
from teammeet.tui.screens.meeting import MeetingScreen


async def test_a_key_too_many_begins_no_planned_meeting(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    desk.change(family, [put(Meeting(id="today", on=time.now.date(), agenda="first-wraparound-meeting"))])
    async with at_meeting(desk, family, time, screen="family") as room:
        await room.press("m")
        assert isinstance(room.app.screen, Question)
        await room.press("escape")
        assert isinstance(room.app.screen, FamilyScreen)
        assert room.family.meetings[0].started_at is None
        await room.press("m", "enter")
        assert isinstance(room.app.screen, MeetingScreen)
        began = room.family.meetings[0].started_at
        assert began is not None
        await room.press("escape", "m")
        assert isinstance(room.app.screen, MeetingScreen), "what is under way is gone on with"
        assert room.family.meetings[0].started_at == began
        await room.press("escape", "v")
        assert room.app.status == room.app.say("family.private-shown")
        await room.press("v")
        assert room.app.status == room.app.say("family.private-hidden")
