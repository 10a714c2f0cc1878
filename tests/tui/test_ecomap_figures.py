"""What the map says: a list under the map, each line of which lights up those of whom it speaks."""

from datetime import date

import pytest
from tests.tui.hands import settled
from textual.pilot import Pilot

from teammeet import demo
from teammeet.desk import Desk, Incoming
from teammeet.model.family import Family, put
from teammeet.model.meetings import Attendance, Meeting
from teammeet.model.supports import Support
from teammeet.tui.app import TeamMeetApp
from teammeet.tui.screens.ecomap import EcomapScreen

TODAY = date(2026, 3, 2)


@pytest.fixture
def family(desk: Desk) -> Family:
    told = demo.family(TODAY)
    return desk.accept(Incoming(told, True, tuple(put(item) for item in told.items())))


async def at_the_map(app: TeamMeetApp, pilot: Pilot[None]) -> EcomapScreen:
    await settled(pilot)
    app.go("ecomap")
    await settled(pilot)
    assert isinstance(app.screen, EcomapScreen)
    return app.screen


def told(screen: EcomapScreen) -> str:
    return "\n".join(str(option.prompt) for option in screen.figures.options)


async def test_each_line_lights_up_those_of_whom_it_speaks(desk: Desk, family: Family) -> None:
    app = TeamMeetApp(desk=desk, open_family=family.header.id)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await at_the_map(app, pilot)
        await pilot.press("i")
        await settled(pilot)
        assert app.focused is screen.figures
        assert "• Nobody on the map is close to these yet: Teo. Who could be?" in told(screen)
        formal = {support.id for support in family.supports if support.kind == "formal" and support.status == "active"}
        assert screen._look().highlighted == formal
        await pilot.press("down", "down")
        assert screen._look().highlighted == {"patience"}
        app.keep(put(Support(id="new", name="Coach Ray", kind="formal")))
        await settled(pilot)
        assert "Coach Ray" in told(screen)
        assert screen.pointed == {"patience"}
        await pilot.press("enter")
        assert (screen._selected, screen.figures.display) == ("patience", False)
        assert screen._look().highlighted == {"patience"}
        await pilot.press("escape")
        assert screen._look().highlighted == frozenset()
        await pilot.press("i", "escape")
        assert app.screen is screen
        assert app.focused is not None
        assert app.focused.id == "map"


async def test_on_a_shared_screen_it_says_what_the_room_may_see(desk: Desk, family: Family) -> None:
    meeting = Meeting(id="now", on=TODAY)
    there = [Attendance(id=f"at-{who}", meeting="now", who=who, how="room") for who in ("lola", "noor")]
    hidden = Support(id="court", name="Youth court", kind="formal", kept_from=("noor",))
    app = TeamMeetApp(desk=desk, open_family=family.header.id)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.keep(put(meeting), *map(put, there), put(hidden))
        app.sharing = app.sharing.turned("screen", "now")
        screen = await at_the_map(app, pilot)
        await pilot.press("i")
        await settled(pilot)
        assert told(screen).startswith("Counted from what")
        assert "Youth court" not in told(screen)
        assert "takes energy" not in told(screen)
        assert "of 10" not in told(screen)
        app.sharing = app.sharing.stopped()
        screen._redraw()
        assert "Youth court" in told(screen)
        assert "Housing office takes energy from Lola's home" in told(screen)
