"""The map over time on the screen: which moments, three ways of showing, and only what those who look may see."""

from datetime import date

import pytest
from tests.tui.hands import settled
from textual.pilot import Pilot
from textual.widgets import Static

from teammeet import demo
from teammeet.desk import Desk, Incoming
from teammeet.model.family import Family, drop, put
from teammeet.tui.app import TeamMeetApp
from teammeet.tui.screens.over_time import OverTime
from teammeet.tui.sharing import Sharing
from teammeet.tui.widgets.map_view import MapView

TODAY = date(2026, 3, 2)
SIGNED = "plan 1 (January 19, 2026)"


@pytest.fixture
def family(desk: Desk) -> Family:
    told = demo.family(TODAY)
    return desk.accept(Incoming(told, True, tuple(put(item) for item in told.items())))


@pytest.fixture
def app(desk: Desk, family: Family) -> TeamMeetApp:
    return TeamMeetApp(desk=desk, open_family=family.header.id)


async def since_the_signed_plan(app: TeamMeetApp, pilot: Pilot[None]) -> OverTime:
    await settled(pilot)
    app.go("ecomap")
    await settled(pilot)
    await pilot.press("m")
    await settled(pilot)
    await pilot.press("1")
    await settled(pilot)
    assert isinstance(app.screen, OverTime)
    return app.screen


def moments(screen: OverTime) -> str:
    return str(screen.query_one("#moments", Static).content)


def shown(screen: OverTime) -> list[str]:
    """The maps that are on the screen, the earlier first, else the words."""
    if screen.query_one("#told").display:
        return [str(screen.query_one("#told-text", Static).content)]
    canvases = [
        screen.query_one(f"#{side}-map", MapView).canvas for side in ("then", "now") if screen.query_one(f"#{side}").display
    ]
    return [canvas.text for canvas in canvases if canvas is not None]


async def test_m_compares_the_map_of_a_signed_plan_with_now_in_three_ways(app: TeamMeetApp, desk: Desk, family: Family) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await since_the_signed_plan(app, pilot)
        assert SIGNED in moments(screen)
        assert "to now (" in moments(screen)
        assert "1 came, 2 changed" in moments(screen)
        (marked,) = shown(screen)
        assert "+ Harbor" in marked
        assert "~ Uncle Chidi" in marked
        await pilot.press("m")
        (words,) = shown(screen)
        assert "Uncle Chidi: closer (was tenuous, now ordinary); now: Gives rides to the pool" in words
        told = screen.query_one("#told")
        told.query_one("#told-text", Static).update("\n".join(map(str, range(200))))
        await pilot.pause()
        places = []
        for key in ("pagedown", "end", "pageup", "home"):
            await pilot.press(key)
            places.append(round(told.scroll_y))
        assert 0 < places[0] < places[2] < places[1]
        assert places[3] == 0
        await pilot.press("m")
        await settled(pilot)
        (now,) = shown(screen)
        await pilot.press("space")
        await settled(pilot)
        (then,) = shown(screen)
        assert "Harbor food pantry" in now.replace("\n", " ") or "food pantry" in now
        assert "pantry" not in then
        assert desk.open(family.header.id) == family
        await pilot.press("escape")
        assert app.screen is not screen


async def test_on_a_wide_screen_both_maps_stand_next_to_each_other(app: TeamMeetApp) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        screen = await since_the_signed_plan(app, pilot)
        await pilot.press("M", "m")  # the help names the key with a capital
        await settled(pilot)
        then, now = shown(screen)
        assert "pantry" not in then
        assert "pantry" in now
        rows = [next(y for y, row in enumerate(text.splitlines()) if "Castell" in row) for text in (then, now)]
        assert rows[0] == rows[1]


async def test_what_becomes_hidden_or_shared_is_heeded_at_once(app: TeamMeetApp, desk: Desk, family: Family) -> None:
    """The signed plan has a support that the room may not see since, and one that was hidden before it was taken out."""
    chidi, bea = family.get("chidi"), family.get("bea")
    assert chidi is not None
    assert bea is not None
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.keep(put(chidi.changed(kept_from=("lola",))))
        app.keep(put(bea.changed(kept_from=("mari",))))
        app.keep(drop(bea), drop(next(tie for tie in family.ties if tie.support == "bea")))
        screen = await since_the_signed_plan(app, pilot)
        await pilot.press("m")
        (words,) = shown(screen)
        assert "Mrs. Bea next door: no longer on the map" in words
        assert "Uncle Chidi" in words
        app.sharing = Sharing("screen", demo.MEETING)
        await settled(pilot)
        for _ in range(3):
            told = "".join((moments(screen), *shown(screen)))
            assert "Bea" not in told
            assert "Chidi" not in told
            assert "stressful" not in told
            await pilot.press("m")
            await settled(pilot)
