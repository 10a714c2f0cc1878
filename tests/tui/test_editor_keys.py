"""The ways of the keys through a form: Enter and the arrows go on, what is typed too early waits, the menu's keys stay."""

import asyncio
import itertools

from tests.tui.editing import editing, family_with, go_to, now, row
from tests.tui.family_shown import a_family, shown
from tests.tui.family_shown import go_to as go_to_row
from textual.events import Key
from textual.widgets import Select

from teammeet.desk import Desk
from teammeet.model.people import Person
from teammeet.model.plan import Need
from teammeet.tui.forms import form_of
from teammeet.tui.screens.family import FamilyScreen
from teammeet.tui.widgets.editor import EditItem
from teammeet.tui.widgets.footer import LeanFooter
from teammeet.tui.widgets.line_input import LineInput
from teammeet.tui.widgets.menu import Menu


async def test_arrows_keep_the_line_and_go_to_the_field_before_or_after(desk: Desk) -> None:
    family = family_with(desk)
    async with editing(desk, family, family.people[1]) as pilot:
        await pilot.press("end", "a", "down")
        await pilot.pause()
        assert now(pilot).label("nan") == "Nana"
        assert row(pilot, "role").has_focus_within
        await pilot.press("up")
        await pilot.pause()
        assert row(pilot, "used_name").has_focus_within


async def test_enter_goes_on_from_every_field_and_each_comes_into_view(desk: Desk) -> None:
    family = family_with(desk)
    async with editing(desk, family, family.people[1]) as pilot:
        names = [field.name for field in form_of(Person).fields]
        places = {name for name in names if row(pilot, name).field.control not in ("rows", "note")}
        for name, after in itertools.pairwise(names):
            if name in places:
                await go_to(pilot, name)
                await pilot.press("enter")
                await pilot.pause()
                assert row(pilot, after).has_focus_within, name
                fields = pilot.app.screen.query_one(".editor-fields")
                assert fields.region.overlaps(row(pilot, after).control.region)


async def test_space_and_down_open_a_choice_and_enter_does_not(desk: Desk) -> None:
    family = family_with(desk)
    async with editing(desk, family, Need(id="need")) as pilot:
        for key in ("space", "down"):
            await go_to(pilot, "status")
            await pilot.press(key)
            await pilot.pause()
            assert row(pilot, "status").query_one(Select).expanded
            await pilot.press("escape")
            await pilot.pause()
            assert not row(pilot, "status").query_one(Select).expanded


async def test_tab_stands_in_the_footer_of_a_form(desk: Desk) -> None:
    family = family_with(desk)
    async with editing(desk, family, family.people[1]) as pilot:
        assert "Tab Next field" in str(pilot.app.screen.query_one(LeanFooter).render())
        await pilot.press("tab")
        assert row(pilot, "role").has_focus_within


async def test_what_is_typed_while_a_form_opens_goes_into_the_form_or_nowhere(desk: Desk) -> None:
    family = a_family(desk)
    async with shown(desk, family) as pilot:
        await go_to_row(pilot, "ty")
        for key in ("enter", "s", "e", "m"):
            pilot.app.post_message(Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        await pilot.pause()
        assert [type(screen) for screen in pilot.app.screen_stack[-2:]] == [FamilyScreen, EditItem]


async def test_keys_before_the_first_field_is_ready_are_given_to_it(desk: Desk) -> None:
    family = family_with(desk)
    async with editing(desk, family, Need(id="need")) as pilot:
        form = EditItem(Need(id="other"))
        pilot.app.push_screen(form)
        for letter in "sleep":
            pilot.app.post_message(Key(letter, letter))
        await asyncio.sleep(0)
        await pilot.pause()
        await pilot.pause()
        assert pilot.app.screen is form
        assert form.query_one("#field-words-text").query_one(LineInput).value == "sleep"


async def test_after_a_form_was_closed_the_sheet_has_its_keys_again(desk: Desk) -> None:
    family = a_family(desk)
    async with shown(desk, family) as pilot:
        await go_to_row(pilot, "ty")
        await pilot.press("enter", "escape")
        await pilot.pause()
        await pilot.press("n", "escape")
        await pilot.pause()
        await pilot.press("n")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Menu)


async def test_the_keys_of_the_menu_stay_wherever_the_cursor_is_and_what_fits_is_marked(desk: Desk) -> None:
    family = a_family(desk)
    keys, marked = [], []
    async with shown(desk, family) as pilot:
        for item in ("home", "ty"):
            await go_to_row(pilot, item)
            await pilot.press("n")
            await pilot.pause()
            assert isinstance(pilot.app.screen, Menu)
            keys.append({entry.id: entry.key for entry in pilot.app.screen._entries})
            marked.append(pilot.app.screen._first)
            await pilot.press("escape")
            await pilot.pause()
    assert keys[0] == keys[1]
    assert marked == ["people", "team"]
