"""Fields that are found by typing: initials, names, the list, the mouse."""

from tests.tui.editing import editing, family_with, go_to, now, remark, row

from teammeet.desk import Desk
from teammeet.model.people import Person
from teammeet.model.plan import Need
from teammeet.tui.widgets.editor import EditItem
from teammeet.tui.widgets.line_input import LineInput


async def test_people_are_chosen_by_typing_and_let_go_by_backspace(desk: Desk) -> None:
    family = family_with(desk)
    async with editing(desk, family, Need(id="need")) as pilot:
        await go_to(pilot, "whose")
        await pilot.press(*"ty", "enter", *"gra")
        await pilot.press("backspace", "backspace", "backspace", *"nan", "enter")
        await pilot.pause()
        assert now(pilot).needs[0].whose == ("ty", "nan")
        await pilot.press("backspace")
        await pilot.pause()
        assert now(pilot).needs[0].whose == ("ty",)


async def test_people_are_chosen_from_the_list_that_down_opens_and_escape_closes_it_first(desk: Desk) -> None:
    family = family_with(desk)
    async with editing(desk, family, Need(id="need")) as pilot:
        await go_to(pilot, "whose")
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        assert now(pilot).needs[0].whose == ("nan",)
        await pilot.press("down", "escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, EditItem)
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(pilot.app.screen, EditItem)


async def test_somebody_who_is_not_there_is_told_and_the_words_stay(desk: Desk) -> None:
    family = family_with(desk)
    async with editing(desk, family, Need(id="need")) as pilot:
        await go_to(pilot, "whose")
        await pilot.press(*"Zorro", "tab")
        await pilot.pause()
        assert row(pilot, "whose").query_one(LineInput).value == "Zorro"
        assert remark(pilot, "whose")


async def test_the_mouse_opens_the_list_and_chooses(desk: Desk) -> None:
    family = family_with(desk)
    async with editing(desk, family, Need(id="need"), (120, 45)) as pilot:
        await pilot.click("#field-whose Input")
        await pilot.pause()
        await pilot.click("#field-whose .find-list", offset=(4, 1))
        await pilot.pause()
        assert now(pilot).needs[0].whose == ("nan",)


async def test_a_list_of_five_hundred_people_shows_a_part_and_finds_the_rest(desk: Desk) -> None:
    many = [Person(id=f"p{number}", used_name=f"Person {number}") for number in range(500)]
    family = family_with(desk, *many)
    async with editing(desk, family, Need(id="need")) as pilot:
        await go_to(pilot, "whose")
        await pilot.press("down")
        await pilot.pause()
        assert len(pilot.app.screen.query("*")) < 400
        await pilot.press(*"person 499", "enter")
        await pilot.pause()
        assert now(pilot).needs[0].whose == ("p499",)
