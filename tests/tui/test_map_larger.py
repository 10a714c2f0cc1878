"""The map's screen: larger than the terminal, and with very many supports on it."""

import pytest
from tests.tui.test_ecomap import go_to_map, picture, said
from textual.events import MouseScrollDown
from textual.pilot import Pilot

from teammeet import demo
from teammeet.desk import Desk
from teammeet.model.family import put
from teammeet.model.people import Household
from teammeet.model.supports import Support, Tie
from teammeet.tui.app import TeamMeetApp
from teammeet.tui.ecomap.changes import KINDS
from teammeet.tui.screens.ecomap import EcomapScreen
from teammeet.tui.widgets.map_view import MapView


@pytest.fixture
def many(desk: Desk) -> str:
    """A family with a hundred supports of every kind and two parts of life."""
    family = desk.start_family("Rivera family").header.id
    supports = [
        Support(id=f"s{n}", name=f"Support {n}", kind=KINDS[n % 4], domain="health" if n % 8 < 4 else None) for n in range(100)
    ]
    ties = [Tie(id=f"t{n}", support=f"s{n}", to="home") for n in range(100)]
    desk.change(family, [put(Household(id="home", name="Home")), *map(put, [*supports, *ties])])
    return family


def seen(screen: EcomapScreen) -> set[str]:
    canvas = screen.map.canvas
    assert canvas is not None
    return {spot.id for spot in canvas.spots if spot.x < canvas.width and spot.x + spot.width > 0}


async def turn_wheel(pilot: Pilot[None], view: MapView, *, ctrl: bool = False) -> None:
    view.post_message(MouseScrollDown(view, 5, 5, 0, 1, 0, False, False, ctrl))
    await pilot.pause()


async def test_the_map_is_made_larger_moved_and_fitted_again(desk: Desk) -> None:
    family = desk.start_family("Rivera family").header.id
    told = demo.family(desk.clock().date())
    desk.change(family, [put(item) for item in told.items() if item.id != told.header.id])
    app = TeamMeetApp(desk=desk, open_family=family)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await go_to_map(app, pilot)
        fits = picture(screen)
        await pilot.press("plus")
        assert "larger, step 1 of 4 (+ - 0)" in picture(screen)
        assert screen._selected in seen(screen)
        for way in ("down", "left", "up", "right", "down", "down"):
            await pilot.press(way)
            assert screen._selected in seen(screen)
        there = picture(screen)
        await pilot.press("shift+up", "shift+left")
        assert picture(screen) != there
        there = picture(screen)
        await turn_wheel(pilot, screen.map)
        assert picture(screen) != there
        await turn_wheel(pilot, screen.map, ctrl=True)
        assert "(+ - 0)" not in picture(screen)
        await pilot.press("plus")
        await pilot.resize_terminal(100, 30)
        assert screen._selected in seen(screen)
        canvas = screen.map.canvas
        assert canvas is not None
        spot = next(spot for spot in canvas.spots if spot.id != screen._selected and 0 < spot.x < 90 and spot.y < canvas.height)
        await pilot.click(MapView, offset=(spot.x + 1, spot.y))
        assert screen._selected == spot.id
        await pilot.resize_terminal(80, 24)
        await pilot.press("plus", "plus", "plus", "plus", "minus", "0")
        assert "(+ - 0)" not in picture(screen)
        assert len(picture(screen)) == len(fits)


async def test_many_supports_stand_in_rows_that_enter_opens_and_esc_closes(desk: Desk, many: str) -> None:
    app = TeamMeetApp(desk=desk, open_family=many)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await go_to_map(app, pilot)
        assert "Support 1" not in picture(screen)
        assert len(seen(screen)) == 9
        before = desk.open(many)
        screen._select("formal/health")
        await pilot.press("1", "f", "k", "x", "a", "delete")
        assert desk.open(many) == before
        assert "13 supports stand here as one" in said(screen)
        await pilot.press("enter")
        assert isinstance(app.screen, EcomapScreen)
        assert "Support 3" in picture(screen)
        await pilot.press("1")
        assert desk.open(many) != before
        assert "Support 3" in picture(screen)
        await pilot.press("escape")
        assert "Support 3" not in picture(screen)
