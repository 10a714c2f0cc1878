"""The program at a meeting of an invented family, driven by keys."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

from tests.tui.meeting_scenes import TEN
from textual.pilot import Pilot

from teammeet import demo
from teammeet.desk import Desk
from teammeet.model.family import Family
from teammeet.model.family_file import write_family
from teammeet.tui.app import TeamMeetApp
from teammeet.tui.screens.meeting import MeetingScreen
from teammeet.tui.screens.sign import SignScreen
from teammeet.tui.widgets.capture import CaptureLine, CoachLine
from teammeet.tui.widgets.record_list import RecordList


class Time:
    """A clock that goes on when it is told to."""

    def __init__(self) -> None:
        self.now = TEN

    def __call__(self) -> datetime:
        return self.now

    def pass_minutes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)


class Room:
    """A pilot that types as a facilitator does."""

    def __init__(self, pilot: Pilot[None], app: TeamMeetApp, time: Time) -> None:
        self.pilot = pilot
        self.app = app
        self.time = time

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, line: str) -> None:
        """Type a line and press Enter."""
        self.line.replace(line, 0, len(self.line.value))
        await self.press("enter")

    @property
    def family(self) -> Family:
        assert self.app.family is not None
        return self.app.family

    @property
    def line(self) -> CaptureLine:
        return self.app.screen.query_one(CaptureLine)

    @property
    def record(self) -> RecordList:
        return self.app.screen.query_one(RecordList)

    @property
    def meeting(self) -> MeetingScreen:
        assert isinstance(self.app.screen, MeetingScreen)
        return self.app.screen

    @property
    def signing(self) -> SignScreen:
        assert isinstance(self.app.screen, SignScreen)
        return self.app.screen

    @property
    def told(self) -> str:
        """What stands beside the line."""
        coach = self.app.screen.query_one(CoachLine)
        return str(coach.content) if coach.display else ""

    @property
    def screen_text(self) -> str:
        """Every character on the screen."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)


def fresh_desk(folder: Path, time: Time) -> tuple[Desk, str]:
    """A vault with a family of which nothing is known but its name."""
    desk = Desk.throw_away(folder / "fresh.vault")
    desk.clock = time
    return desk, desk.start_family("Rivera family").header.id


def demo_desk(folder: Path, time: Time) -> tuple[Desk, str]:
    """A vault with the invented family of the demo."""
    desk = Desk.throw_away(folder / "demo.vault")
    desk.clock = time
    family = desk.accept(desk.look_at(write_family(demo.family(date(2026, 3, 2))).encode()))
    return desk, family.header.id


@asynccontextmanager
async def at_meeting(
    desk: Desk, family: str, time: Time, *, size: tuple[int, int] = (80, 24), screen: str = "meeting", **where: str
) -> AsyncIterator[Room]:
    """The program with the family open at its meeting (or another screen of it)."""
    app = TeamMeetApp(desk=desk, open_family=family)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        if app.place is None or app.place.screen != screen:
            app.go(screen, **where)
        await pilot.pause()
        await pilot.pause()
        yield Room(pilot, app, time)
