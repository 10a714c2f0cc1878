"""The family screen: everything by keyboard or mouse, each change kept at once, undone and brought back."""

from pathlib import Path

from tests.tui.family_shown import NOON, a_family, add, go_to, now, sheet, shown, the_demo, to_field
from textual.pilot import Pilot
from textual.widgets import Static, Tabs

from teammeet.desk import Desk
from teammeet.model.family import put
from teammeet.model.people import Person
from teammeet.model.plan import Need
from teammeet.model.supports import Support, Tie
from teammeet.tui.screens.dialogs import Question
from teammeet.tui.screens.family import FamilyScreen
from teammeet.tui.widgets.editor import EditItem
from teammeet.tui.widgets.footer import LeanFooter


async def test_a_mother_a_school_with_two_claims_and_a_need_by_keyboard_alone(desk: Desk) -> None:
    family = a_family(desk)
    async with shown(desk, family) as pilot:
        await add_a_mother(pilot)
        await add_a_school(pilot)
        await add_a_tie_with_two_claims(pilot)
        await add_a_need(pilot)
        before = now(pilot)
        await pilot.press("ctrl+z", "ctrl+z")
        await pilot.pause()
        assert now(pilot).needs == ()
        assert now(pilot) != before
        await pilot.press("ctrl+y", "ctrl+y")
        await pilot.pause()
        assert now(pilot) == before
        assert desk.open(family.header.id) == before


async def add_a_mother(pilot: Pilot[None]) -> None:
    await add(pilot, "people")
    await pilot.press(*"Lola", "enter", *"mother", "escape")
    await pilot.pause()
    assert now(pilot).people[1].label == "Lola"


async def add_a_school(pilot: Pilot[None]) -> None:
    await pilot.press("2")
    await add(pilot, "supports")
    await pilot.press(*"School", "enter", "space", "home", "enter", "enter", *"school and work", "enter", "escape")
    await pilot.pause()
    school = now(pilot).supports[0]
    assert (school.name, school.kind, school.domain) == ("School", "formal", "education")


async def add_a_tie_with_two_claims(pilot: Pilot[None]) -> None:
    """Strong and stressful for one, stressful for the other: both stand."""
    await add(pilot, "ties")
    await pilot.press(*"home", "enter")
    for who, marks in (("ty", ("space", "down", "down", "down", "space")), ("lola", ("down", "down", "down", "space"))):
        await to_field(pilot, "claims")
        await pilot.press("end", "enter")
        await pilot.pause()
        await pilot.press(*who, "enter", "tab", *marks, "escape")
        await pilot.pause()
    await pilot.press("escape")
    await pilot.pause()
    claims = now(pilot).ties[0].claims
    assert [claim.kinds for claim in claims] == [("strong", "stressful"), ("stressful",)]
    assert [now(pilot).label(claim.said_by) for claim in claims] == ["Ty", "Lola"]


async def add_a_need(pilot: Pilot[None]) -> None:
    """It is the youth's from the start: there is one."""
    await pilot.press("3")
    await add(pilot, "needs")
    await pilot.press(*"to feel safe on the bus", "escape")
    await pilot.pause()
    assert [(str(need.words), need.whose) for need in now(pilot).needs] == [("to feel safe on the bus", ("ty",))]


async def test_a_screen_that_is_opened_again_begins_on_the_same_tab(tmp_path: Path) -> None:
    desk = Desk.create(tmp_path / "again.vault", "six words of a quiet river")
    desk.clock = lambda: NOON
    family = the_demo(desk)
    async with shown(desk, family) as pilot:
        await pilot.press("4")
        await pilot.pause()
        rows = sheet(pilot).rows
    desk = Desk.unlock(tmp_path / "again.vault", "six words of a quiet river")
    desk.clock = lambda: NOON
    async with shown(desk, family) as pilot:
        assert sheet(pilot).rows == rows


async def test_enter_opens_what_the_cursor_is_on(desk: Desk) -> None:
    family = a_family(desk)
    async with shown(desk, family) as pilot:
        await go_to(pilot, "ty")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, EditItem)
        await pilot.press("end", "!", "escape")
        await pilot.pause()
        assert now(pilot).label("ty") == "Ty!"
        assert sheet(pilot).row is not None
        assert sheet(pilot).row.item == "ty"  # type: ignore[union-attr]  # the line above asserts that there is a row


async def test_a_line_of_the_plan_opens_the_family_s_own_form_at_its_field(desk: Desk) -> None:
    family = a_family(desk)
    async with shown(desk, family) as pilot:
        await pilot.press("3", "down", "down", "enter")
        await pilot.pause()
        await pilot.press(*"Together", "escape")
        await pilot.pause()
        assert str(now(pilot).header.mission) == "Together"


async def test_taking_out_tells_what_goes_and_one_undo_brings_all_back(desk: Desk) -> None:
    family = a_family(desk)
    gym = Support(id="gym", name="Gym")
    coach = Person(id="coach", used_name="Coach Bo", support="gym")
    items = (gym, coach, Tie(id="tie", support="coach", to="home"), Need(id="need", said_by="coach"))
    before = desk.change(family.header.id, [put(item) for item in items])
    async with shown(desk, family) as pilot:
        await pilot.press("2")
        await go_to(pilot, "gym")
        await pilot.press("delete")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Question)
        told = " ".join(str(part.content) for part in pilot.app.screen.query(Static))
        assert "Coach Bo" in told
        assert "Tie" in told
        await pilot.press("tab", "enter")
        await pilot.pause()
        assert now(pilot).supports == ()
        assert now(pilot).ties == ()
        assert now(pilot).needs[0].said_by is None
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert now(pilot) == before


async def test_taking_out_does_nothing_by_a_stray_enter(desk: Desk) -> None:
    family = a_family(desk)
    async with shown(desk, family) as pilot:
        await go_to(pilot, "ty")
        await pilot.press("delete")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert now(pilot) == family


async def test_what_was_signed_is_not_taken_out(desk: Desk) -> None:
    family = the_demo(desk)
    signer = family.signatures[0].who
    async with shown(desk, family) as pilot:
        await pilot.press("1" if isinstance(family.get(signer), Person) else "2")
        await go_to(pilot, signer)
        await pilot.press("delete")
        await pilot.pause()
        assert isinstance(pilot.app.screen, FamilyScreen)
        assert "signed" in pilot.app.status
        assert now(pilot) == family


async def test_needs_are_moved_by_keys_in_the_family_s_order(desk: Desk) -> None:
    family = a_family(desk)
    family = desk.change(family.header.id, [put(Need(id="a", rank=1)), put(Need(id="b", rank=2))])
    async with shown(desk, family) as pilot:
        await pilot.press("3")
        await go_to(pilot, "b")
        await pilot.press("plus")
        await pilot.pause()
        assert {need.id: need.rank for need in now(pilot).needs} == {"a": 2, "b": 1}
        await pilot.press("minus")
        await pilot.pause()
        assert {need.id: need.rank for need in now(pilot).needs} == {"a": 1, "b": 2}


async def test_tabs_rows_and_buttons_work_by_mouse(desk: Desk) -> None:
    family = a_family(desk)
    family = desk.change(family.header.id, [put(Need(id="a", rank=1)), put(Need(id="b", rank=2))])
    async with shown(desk, family) as pilot:
        await pilot.click("#plan")
        await pilot.pause()
        assert pilot.app.screen.query_one(Tabs).active == "plan"
        await go_to(pilot, "b")
        await pilot.click("#family-move-up")
        await pilot.pause()
        assert {need.id: need.rank for need in now(pilot).needs} == {"a": 2, "b": 1}
        await pilot.click("#tui-undo")
        await pilot.pause()
        assert {need.id: need.rank for need in now(pilot).needs} == {"a": 1, "b": 2}
        await pilot.click("#sheet", offset=(4, 0))
        await pilot.pause()
        assert isinstance(pilot.app.screen, EditItem)


async def test_an_empty_sheet_says_what_to_press_first_and_enter_does_it(desk: Desk) -> None:
    async with shown(desk, desk.start_family("Rivera family")) as pilot:
        first = sheet(pilot).rows[0]
        assert "N" in first.words
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, EditItem)
        await pilot.press("escape")
        for tab in "234":
            await pilot.press(tab)
            await pilot.pause()
            assert sheet(pilot).rows[0].key.startswith("beginning")


async def test_the_line_goes_when_something_stands_on_the_sheet(desk: Desk) -> None:
    async with shown(desk, a_family(desk)) as pilot:
        assert not any(row.key.startswith("beginning") for row in sheet(pilot).rows)


async def test_the_footer_has_help(desk: Desk) -> None:
    async with shown(desk, a_family(desk)) as pilot:
        assert "F1" in str(pilot.app.screen.query_one(LeanFooter).render())
