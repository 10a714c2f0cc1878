"""A map that is still empty: every key is answered, nothing ends the program, and Esc goes back one step."""

from datetime import date

from tests.tui.hands import settled
from tests.tui.map_hands import app_of, on_the_map

from teammeet import demo
from teammeet.desk import Desk
from teammeet.model.family import Family
from teammeet.tui.commands import can_run, footer_commands
from teammeet.tui.ecomap import changes
from teammeet.tui.screens.ecomap import EcomapScreen

NOTHING_YET = "No support is on the map yet. Press n to add the first one."


async def test_on_an_empty_map_each_key_is_answered_and_says_how_to_begin(desk: Desk) -> None:
    family = Family.of_items([demo.family(desk.clock().date()).header])
    app = app_of(desk, family)
    told: list[str] = []
    app.tell = lambda key, **values: told.append(app.say(key, **values))  # type: ignore[method-assign]  # what is told is read
    async with on_the_map(app) as (pilot, _):
        for key in ("1", "f", "k", "t", "a", "j", "x", "delete", "b", "r"):
            await pilot.press(key)
            await settled(pilot)
        assert told == [NOTHING_YET] * 9  # t has no next line to go to
        for key in ("s", "o", "o", "w", "w", "v", "d", "c", "h", "plus", "minus", "shift+up", "up", "enter", "i", "i", "l"):
            await pilot.press(key)
            await settled(pilot)
        assert isinstance(app.screen, EcomapScreen)
        assert told[9] == "Choose somebody on the map first."


def test_the_first_support_of_a_family_of_whom_nothing_is_said_yet_gets_a_line_to_its_home() -> None:
    family = Family.of_items([demo.family(date(2026, 3, 2)).header])
    first, edits = changes.new_support(family, "Grandma Rosa", "")
    family = family.with_edits(edits)
    (home,) = family.households
    assert [(tie.support, tie.to) for tie in family.ties] == [(first.id, home.id)]
    second, edits = changes.new_support(family, "Coach Ito", home.id)
    assert family.with_edits(edits).households == (home,)
    assert changes.ties_of(family.with_edits(edits), second.id)[0].to == home.id


async def test_esc_goes_from_the_words_to_the_picture_before_it_leaves_the_map(desk: Desk) -> None:
    family = demo.family(desk.clock().date())
    app = app_of(desk, family)
    async with on_the_map(app) as (pilot, screen):
        await pilot.press("l", "escape")
        await settled(pilot)
        assert screen.is_current
        assert screen.map.display
        assert screen.map.has_focus
        await pilot.press("escape")
        await settled(pilot)
        assert not screen.is_current


async def test_the_footer_dims_keys_that_a_name_takes_and_has_those_of_the_figures_while_they_are_read(desk: Desk) -> None:
    family = demo.family(desk.clock().date())
    app = app_of(desk, family)
    async with on_the_map(app) as (pilot, _):

        def dimmed() -> list[str]:
            return [command.shown_key for command in footer_commands(app.screen) if can_run(app.screen, command) is None]

        assert dimmed() == []
        await pilot.press("n")
        assert dimmed() == ["n", "Enter", "l"]
        await pilot.press("N", "e", "l", "enter")
        assert app.family is not None
        assert any(support.name == "Nel" for support in app.family.supports)
        await pilot.press("escape")
        assert dimmed() == []
        await pilot.press("i")
        assert dimmed() == []
        assert [command.shown_key for command in footer_commands(app.screen)] == ["↓", "Enter", "Esc", "F1"]
        await pilot.press("enter")
        await settled(pilot)
        assert app.screen.is_current
        assert isinstance(app.screen, EcomapScreen)
        assert dimmed() == []
