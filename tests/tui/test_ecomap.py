"""The ecomap's screen: single keys change the chosen support, every change is kept at once."""

from datetime import date
from pathlib import Path

import pytest
from tests.tui.hands import settled
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Static

from teammeet import demo
from teammeet.desk import Desk, Incoming
from teammeet.model.family import Family, put
from teammeet.model.supports import Claim, Support, Tie
from teammeet.tui.app import TeamMeetApp
from teammeet.tui.ecomap import changes
from teammeet.tui.screens.ecomap import EcomapScreen
from teammeet.tui.widgets.line_input import LineInput
from teammeet.tui.widgets.map_view import MapView

TODAY = date(2026, 3, 2)


@pytest.fixture
def family(desk: Desk) -> Family:
    told = demo.family(TODAY)
    return desk.accept(Incoming(told, True, tuple(put(item) for item in told.items())))


@pytest.fixture
def at_the_map(desk: Desk, family: Family) -> TeamMeetApp:
    return TeamMeetApp(desk=desk, open_family=family.header.id)


def kinds_of_chosen(screen: EcomapScreen) -> tuple[str, ...]:
    """What is said first of the tie that keys change."""
    tie = screen._chosen_tie()
    assert tie is not None
    return tie.claims[0].kinds


async def go_to_map(app: TeamMeetApp, pilot: Pilot[None]) -> EcomapScreen:
    await settled(pilot)
    app.go("ecomap")
    await settled(pilot)
    assert isinstance(app.screen, EcomapScreen)
    return app.screen


def picture(screen: EcomapScreen) -> str:
    canvas = screen.map.canvas
    assert canvas is not None
    return canvas.text


def said(screen: EcomapScreen) -> str:
    return str(screen.query_one("#chosen", Static).content)


async def test_the_number_keys_turn_kinds_on_and_off_two_at_once(at_the_map: TeamMeetApp, desk: Desk, family: Family) -> None:
    async with at_the_map.run_test(size=(80, 24)) as pilot:
        screen = await go_to_map(at_the_map, pilot)
        screen._select(next(s.id for s in family.supports if s.name == "Patience"))
        before = picture(screen)
        await pilot.press("4")
        tie = screen._chosen_tie()
        assert tie is not None
        assert tie.claims[0].kinds == ("strong", "stressful")
        assert picture(screen) != before
        assert desk.open(family.header.id).get(tie.id) == tie
        await pilot.press("5")
        assert kinds_of_chosen(screen) == ("stressful", "cut_off")
        await pilot.press("5", "4")
        assert kinds_of_chosen(screen) == ()


async def test_the_same_widgets_show_the_changed_picture(at_the_map: TeamMeetApp) -> None:
    async with at_the_map.run_test(size=(80, 24)) as pilot:
        screen = await go_to_map(at_the_map, pilot)
        before = list(screen.walk_children())
        await pilot.press("1", "f", "k", "down", "2", "ctrl+z", "p")
        assert list(screen.walk_children()) == before


async def test_each_line_of_a_paste_becomes_a_support(at_the_map: TeamMeetApp, desk: Desk, family: Family) -> None:
    async with at_the_map.run_test(size=(80, 24)) as pilot:
        screen = await go_to_map(at_the_map, pilot)
        await pilot.press("n")
        field = screen.query_one("#name", LineInput)
        field.post_message(Paste("Coach Ray\n\nAunt Bea\n"))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert field.value == "Aunt Bea"
        await pilot.press("enter", "escape")
        assert isinstance(at_the_map.screen, EcomapScreen)
        now = desk.open(family.header.id)
        assert [support.name for support in now.supports[-2:]] == ["Coach Ray", "Aunt Bea"]
        assert [tie.support for tie in now.ties[-2:]] == [support.id for support in now.supports[-2:]]


async def test_a_support_goes_with_its_lines_and_comes_back(at_the_map: TeamMeetApp, desk: Desk, family: Family) -> None:
    async with at_the_map.run_test(size=(80, 24)) as pilot:
        screen = await go_to_map(at_the_map, pilot)
        screen._select("chidi")
        await pilot.press("delete")
        fewer = desk.open(family.header.id)
        assert len(fewer.supports) == len(family.supports) - 1
        assert len(fewer.ties) < len(family.ties)
        await pilot.press("ctrl+z")
        again = desk.open(family.header.id)
        assert (len(again.supports), len(again.ties)) == (len(family.supports), len(family.ties))
        assert screen._selected == "chidi", "the next key is meant for it"
        await pilot.press("ctrl+y")
        screen._select("sam")
        await pilot.press("ctrl+z")
        assert screen._selected == "sam", "unless somebody else was chosen since"
        screen._select("abuela")
        await pilot.press("t", "x", "ctrl+z", "3")
        tie = desk.open(family.header.id).get("t17")
        assert isinstance(tie, Tie)
        assert tie.claims[0].kinds == (), "and a line too"


async def test_somebody_who_signed_stays_on_the_map(at_the_map: TeamMeetApp, desk: Desk, family: Family) -> None:
    async with at_the_map.run_test(size=(80, 24)) as pilot:
        screen = await go_to_map(at_the_map, pilot)
        screen._select("abuela")
        await pilot.press("delete")
        assert desk.open(family.header.id) == family


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_arrows_reach_every_support(at_the_map: TeamMeetApp, family: Family, size: tuple[int, int]) -> None:
    async with at_the_map.run_test(size=size) as pilot:
        screen = await go_to_map(at_the_map, pilot)
        reached, edge = {screen._selected}, [screen._selected]
        while edge:
            here = edge.pop()
            for way in ("up", "down", "left", "right"):
                screen._select(here)
                screen._select(screen.map.step(way))
                if screen._selected not in reached:
                    reached.add(screen._selected)
                    edge.append(screen._selected)
        assert {support.id for support in family.supports} <= reached


async def test_the_mouse_chooses_what_it_points_at(at_the_map: TeamMeetApp) -> None:
    async with at_the_map.run_test(size=(80, 24)) as pilot:
        screen = await go_to_map(at_the_map, pilot)
        assert screen.map.canvas is not None
        spot = screen.map.canvas.spots[-1]
        await pilot.click(MapView, offset=(spot.x + 1, spot.y))
        assert screen._selected == spot.id


async def test_the_map_is_read_in_words_too(at_the_map: TeamMeetApp, family: Family) -> None:
    async with at_the_map.run_test(size=(80, 24)) as pilot:
        screen = await go_to_map(at_the_map, pilot)
        await pilot.press("l")
        words = str(screen.query_one("#words-text", Static).content)
        assert all(support.name in words for support in family.supports)
        await pilot.press("l")
        assert screen.map.has_focus


async def test_plain_signs_are_only_ascii_but_for_names(desk: Desk) -> None:
    started = desk.start_family("Rivera family")
    support = Support(name="Coach")
    desk.change(started.header.id, [put(support), put(Tie(support=support.id, to=support.id))])
    app = TeamMeetApp(desk=desk, open_family=started.header.id)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await go_to_map(app, pilot)
        await pilot.press("p")
        assert picture(screen).isascii()
        assert desk.settings().plain_signs


async def test_an_empty_family_says_how_to_begin(desk: Desk) -> None:
    started = desk.start_family("Rivera family")
    app = TeamMeetApp(desk=desk, open_family=started.header.id)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await go_to_map(app, pilot)
        assert app.say("tui.ecomap.empty") in said(screen)
        await pilot.press("1", "f", "k", "t", "a", "x", "delete", "enter", "h", *("up", "down", "left", "right"))
        assert isinstance(app.screen, EcomapScreen)


def test_what_others_say_of_a_tie_stays() -> None:
    theirs = Claim(kinds=("stressful",))
    tie = Tie(support="s1", to="p1", claims=(Claim(kinds=("strong",)), theirs))
    assert changes.with_next_flow(changes.with_kind(tie, "ordinary")).claims[1] == theirs


def test_a_second_line_between_the_same_two_is_not_made(tmp_path: Path) -> None:
    family = demo.family(TODAY)
    tie = family.ties[0]
    assert changes.tie_to(family, tie.support, tie.to) is None
    assert changes.tie_to(family, tie.support, tie.support) is None


async def test_after_a_restart_the_map_is_there_with_what_was_chosen_and_the_name_being_typed(tmp_path: Path) -> None:
    vault, words = tmp_path / "map.vault", "one two three four five six"
    told = demo.family(TODAY)
    sam = next(s.id for s in told.supports if s.name == "Sam")
    first = Desk.create(vault, words)
    first.accept(Incoming(told, True, tuple(put(item) for item in told.items())))
    app = TeamMeetApp(desk=first, open_family=told.header.id)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await go_to_map(app, pilot)
        screen._select(sam)
        await pilot.press("n", *"Coach")
        app.places.flush()  # what the clock does within a second, before the machine dies

    again = TeamMeetApp(desk=Desk.unlock(vault, words))
    async with again.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        found = again.screen
        assert isinstance(found, EcomapScreen)
        assert found._selected == sam
        assert found.query_one("#name", LineInput).value == "Coach"
        await pilot.press("escape", "escape")
        await settled(pilot)
        assert again.place is not None
        assert again.place.screen == "family"
