"""The family screen: everything by keyboard or mouse, each change kept at once, undone and brought back."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static, Tabs

from teammeet import demo
from teammeet.desk import Desk
from teammeet.model.family import Family, put
from teammeet.model.family_file import write_family
from teammeet.model.people import Household, Person
from teammeet.model.plan import Need
from teammeet.model.supports import Support, Tie
from teammeet.tui.app import TeamMeetApp
from teammeet.tui.screens.dialogs import Question
from teammeet.tui.screens.family import FamilyScreen
from teammeet.tui.screens.signed_plan import SignedPlan
from teammeet.tui.widgets.editor import EditItem
from teammeet.tui.widgets.field import FieldRow
from teammeet.tui.widgets.line_input import LineInput
from teammeet.tui.widgets.menu import Menu
from teammeet.tui.widgets.sheet import Sheet

DAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def the_demo(desk: Desk) -> Family:
    return desk.accept(desk.look_at(write_family(demo.family(DAY)).encode()))


def a_family(desk: Desk) -> Family:
    started = desk.start_family("Rivera family")
    home = Household(id="home", name="Home")
    youth = Person(id="ty", used_name="Ty", enrolled=True, households=("home",))
    return desk.change(started.header.id, [put(home), put(youth)])


@asynccontextmanager
async def shown(desk: Desk, family: Family, size: tuple[int, int] = (80, 24), language: str = "en") -> AsyncIterator[Any]:
    """The family's screen; gives the pilot."""
    app = TeamMeetApp(desk=desk, open_family=family.header.id, language=language)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, FamilyScreen)
        yield pilot


def now(pilot: Pilot[None]) -> Family:
    family = pilot.app.family  # type: ignore[attr-defined]  # the pilot's app is ours
    assert isinstance(family, Family)
    return family


def sheet(pilot: Pilot[None]) -> Sheet:
    return pilot.app.screen.query_one(Sheet)


async def go_to(pilot: Pilot[None], item: str) -> None:
    """The cursor on the row of an item."""
    sheet(pilot).highlighted = next(n for n, row in enumerate(sheet(pilot).rows) if row.item == item)
    await pilot.pause()


async def add(pilot: Pilot[None], kind: str) -> None:
    """Add something by its place in the menu."""
    await pilot.press("n")
    await pilot.pause()
    menu = pilot.app.screen
    assert isinstance(menu, Menu)
    place = next(number for number, entry in enumerate(menu._entries, start=1) if entry.id == kind)
    await pilot.press(str(place))
    await pilot.pause()
    assert isinstance(pilot.app.screen, EditItem)


async def to_field(pilot: Pilot[None], name: str) -> None:
    """Tab on until the field has the focus."""
    row = pilot.app.screen.query_one(f"#field-{name}", FieldRow)
    for _ in range(60):
        if row.has_focus_within:
            return
        await pilot.press("tab")
    raise AssertionError(name)


async def test_a_mother_a_school_with_two_claims_and_a_need_by_keyboard_alone(desk: Desk) -> None:
    family = a_family(desk)
    async with shown(desk, family) as pilot:
        await add(pilot, "people")
        await pilot.press(*"Lola", "enter", *"mother", "escape")
        await pilot.pause()
        assert now(pilot).people[1].label == "Lola"

        await pilot.press("2")
        await add(pilot, "supports")
        await pilot.press(*"School", "enter", "enter", "home", "enter")
        await pilot.press("tab", *"school and work", "enter", "escape")
        await pilot.pause()
        school = now(pilot).supports[0]
        assert (school.name, school.kind, school.domain) == ("School", "formal", "education")

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

        await pilot.press("3")
        await add(pilot, "needs")
        await pilot.press(*"to feel safe on the bus", "escape")
        await pilot.pause()
        assert [(str(need.words), need.whose) for need in now(pilot).needs] == [("to feel safe on the bus", ("ty",))]
        before = now(pilot)
        await pilot.press("ctrl+z", "ctrl+z")
        await pilot.pause()
        assert now(pilot).needs == ()
        assert now(pilot) != before
        await pilot.press("ctrl+y", "ctrl+y")
        await pilot.pause()
        assert now(pilot) == before
        assert desk.open(family.header.id) == before


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
        assert sheet(pilot).row.item == "ty"  # type: ignore[union-attr]  # said above


async def test_a_line_of_the_plan_opens_the_family_s_own_form_at_its_field(desk: Desk) -> None:
    family = a_family(desk)
    async with shown(desk, family) as pilot:
        await pilot.press("3", "down", "enter")
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


async def test_history_says_what_changed_and_that_the_chain_holds(desk: Desk) -> None:
    family = a_family(desk)
    desk.change(family.header.id, [put(family.people[0].changed(role="son"))])
    async with shown(desk, family) as pilot:
        await pilot.press("5")
        await pilot.pause()
        told = [f"{row.words} {row.detail}" for row in sheet(pilot).rows]
        assert "no change was altered" in told[0]
        assert "Ctrl+Z" in told[1]
        assert any("Person: Ty Who they are (mother…): nothing → son" in line for line in told)


async def test_a_signed_plan_is_shown_as_it_was_signed_and_exported(desk: Desk, tmp_path: Path) -> None:
    family = the_demo(desk)
    strength = family.strengths[0]
    desk.change(family.header.id, [put(strength.changed(words=strength.words.changed(text="changed since")))])
    async with shown(desk, family) as pilot:
        await pilot.press("4")
        await go_to(pilot, family.editions[0].id)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, SignedPlan)
        words = [row.words for row in sheet(pilot).rows]
        assert str(strength.words) in words
        assert "changed since" not in words
        await pilot.press("x")
        path = pilot.app.screen.query_one(LineInput)
        assert path.value.endswith(f"plan-{family.code}-{family.editions[0].number}.docx")
        path.value = str(tmp_path / "signed.docx")
        await pilot.press("enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
    assert (tmp_path / "signed.docx").read_bytes()[:2] == b"PK"


async def test_five_hundred_items_are_one_widget(desk: Desk) -> None:
    family = a_family(desk)
    family = desk.change(family.header.id, [put(Need(id=f"n{number}")) for number in range(500)])
    async with shown(desk, family) as pilot:
        await pilot.press("3")
        await pilot.pause()
        assert len(sheet(pilot).rows) > 500
        assert len(pilot.app.screen.query("*")) < 60


@pytest.mark.parametrize("words", ["[/]", "[@click=app.quit]Ana[/]", "$who", "👨‍👩‍👧", "İzmir ı", "{0}", "-", "x" * 400])
async def test_names_are_shown_as_they_are_on_every_tab(desk: Desk, words: str) -> None:
    from teammeet.model.values import Words

    family = a_family(desk)
    items = (
        Person(id="p", used_name=words, households=("home",)),
        Support(id="s", name=words),
        Tie(id="t", support="s", to="p"),
        Need(id="n", words=Words(text=words), whose=("p",)),
    )
    desk.change(family.header.id, [put(item) for item in items])
    async with shown(desk, family, (160, 45)) as pilot:
        for tab, item in (("1", "p"), ("2", "s"), ("3", "n"), ("4", ""), ("5", "")):
            await pilot.press(tab)
            await pilot.pause()
            if item:
                row = next(row for row in sheet(pilot).rows if row.item == item)
                assert row.words == words
                await go_to(pilot, item)
        assert isinstance(pilot.app.screen, FamilyScreen)


async def test_tabs_and_headings_are_in_the_language_of_the_screen(desk: Desk) -> None:
    family = a_family(desk)
    async with shown(desk, family, language="es") as pilot:
        await pilot.press("3")
        await pilot.pause()
        assert "Necesidades, en el orden de la familia" in {row.words for row in sheet(pilot).rows}
