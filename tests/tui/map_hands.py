"""What the tests of the map's screen share: a family moved in, its map opened, the screen that stands in front."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests.tui.hands import settled
from tests.tui.meeting_app import Room
from textual.pilot import Pilot

from teammeet.desk import Desk, Incoming
from teammeet.model.family import Family, put
from teammeet.tui.app import TeamMeetApp
from teammeet.tui.screens.ecomap import EcomapScreen


def the_map(room: Room) -> EcomapScreen:
    """The map in front of a meeting."""
    assert isinstance(room.app.screen, EcomapScreen)
    return room.app.screen


def app_of(desk: Desk, family: Family) -> TeamMeetApp:
    """The program on ``family``, which moves in."""
    desk.accept(Incoming(family, True, tuple(put(item) for item in family.items())))
    return TeamMeetApp(desk=desk, open_family=family.header.id)


@asynccontextmanager
async def on_the_map(app: TeamMeetApp) -> AsyncIterator[tuple[Pilot[None], EcomapScreen]]:
    """At 80 by 24, with the map open."""
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.go("ecomap")
        await settled(pilot)
        assert isinstance(app.screen, EcomapScreen)
        yield pilot, app.screen
