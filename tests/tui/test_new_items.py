"""New items: a home that is not there yet is made in passing, nothing typed is dropped unsaid, nothing said makes nothing."""

from tests.tui.editing import editing, family_with, go_to, now, remark, row
from tests.tui.family_shown import a_family, add, shown
from tests.tui.family_shown import now as now_shown
from textual.widgets import OptionList

from teammeet.desk import Desk
from teammeet.model.people import Person
from teammeet.tui.forms import form_of
from teammeet.tui.screens.family import FamilyScreen
from teammeet.tui.widgets.editor import EditItem
from teammeet.tui.widgets.line_input import LineInput


async def test_a_home_that_is_not_there_yet_is_made_in_the_same_change(desk: Desk) -> None:
    family = family_with(desk)
    async with editing(desk, family, family.people[1]) as pilot:
        await go_to(pilot, "households")
        await pilot.press(*"Rosa's home")
        await pilot.pause()
        offered = row(pilot, "households").query_one(".find-list", OptionList)
        assert "Make this home: “Rosa's home”" in str(offered.get_option_at_index(0).prompt)
        await pilot.press("enter")
        await pilot.pause()
        made = now(pilot).households[-1]
        assert made.name == "Rosa's home"
        assert made.id in now(pilot).people[1].households
        await pilot.press("enter")
        await pilot.pause()
        assert not row(pilot, "households").has_focus_within
        pilot.app.undo()
        assert now(pilot) == family


async def test_what_was_typed_and_not_taken_keeps_the_form_open_and_is_said(desk: Desk) -> None:
    family = family_with(desk)
    async with editing(desk, family, family.people[1]) as pilot:
        await go_to(pilot, "households")
        await pilot.press(*"Zorro", "escape")
        await pilot.pause()
        assert row(pilot, "households").query_one(LineInput).value == "Zorro"
        await go_to(pilot, "role")
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, EditItem)
        assert row(pilot, "households").has_focus_within
        assert remark(pilot, "households")
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(pilot.app.screen, EditItem)


async def test_a_form_for_a_new_person_that_says_nothing_makes_nobody(desk: Desk) -> None:
    family = a_family(desk)
    async with shown(desk, family) as pilot:
        await add(pilot, "people")
        for _ in form_of(Person).fields:
            await pilot.press("tab")
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, FamilyScreen)
        assert now_shown(pilot).people == family.people


async def test_a_new_person_of_whom_all_was_taken_back_is_not_left_behind(desk: Desk) -> None:
    family = a_family(desk)
    async with shown(desk, family) as pilot:
        await add(pilot, "people")
        await pilot.press("A", "enter", "up", "backspace", "enter", "escape")
        await pilot.pause()
        assert now_shown(pilot).people == family.people
