"""A fault must not lead in a circle: the next start comes up one page before, and the line that was typed waits."""

from pathlib import Path

import pytest
from tests.tui.meeting_app import Time, fresh_desk

from teammeet.tui.app import TeamMeetApp
from teammeet.tui.going import name_of
from teammeet.tui.screens.meeting import MeetingScreen
from teammeet.tui.widgets.capture import CaptureLine

FIRST = "first-wraparound-meeting"
FAULT = RuntimeError("something in this page")


def failing() -> None:
    raise FAULT


async def fail_at(app: TeamMeetApp, screen: str, **where: str) -> None:
    """Go there, type half a line, and let the program end by a fault."""
    with pytest.raises(RuntimeError, match="something in this page"):
        await _go_and_fail(app, screen, **where)


async def _go_and_fail(app: TeamMeetApp, screen: str, **where: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.go(screen, **where)
        await pilot.pause()
        await pilot.pause()
        if screen == "meeting":
            app.screen.query_one(CaptureLine).value = "half a line"
            await pilot.pause()
        app.call_later(failing)
        await pilot.pause()


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TeamMeetApp:
    """A program whose vault stays open when it ends, so that the next one finds it."""
    desk, family = fresh_desk(tmp_path, Time())
    monkeypatch.setattr(desk, "close", lambda: None)
    return TeamMeetApp(desk=desk, open_family=family)


async def test_after_a_fault_in_a_meeting_the_family_comes_up_and_the_line_waits_in_the_meeting(kept: TeamMeetApp) -> None:
    await fail_at(kept, "meeting", agenda=FIRST)
    again = TeamMeetApp(desk=kept.desk)
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert name_of(again.screen) == "family"
        again.go("meeting")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(again.screen, MeetingScreen)
        assert again.screen.query_one(CaptureLine).value == "half a line"
        again.leave()
    onward = TeamMeetApp(desk=kept.desk)
    async with onward.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert name_of(onward.screen) == "meeting"


async def test_after_a_fault_on_the_familys_page_the_caseload_comes_up(kept: TeamMeetApp) -> None:
    await fail_at(kept, "family")
    again = TeamMeetApp(desk=kept.desk)
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert name_of(again.screen) == "caseload"


async def test_who_asks_for_a_family_gets_its_page_also_after_a_fault_there(kept: TeamMeetApp) -> None:
    await fail_at(kept, "family")
    again = TeamMeetApp(desk=kept.desk, open_family=kept.open_at_start)
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert name_of(again.screen) == "family"
