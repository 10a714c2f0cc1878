"""What the family screen shows: history, signed plans, long lists, hostile names, Spanish."""

from pathlib import Path

import pytest
from tests.tui.family_shown import a_family, go_to, sheet, shown, the_demo

from teammeet.desk import Desk
from teammeet.model.family import put
from teammeet.model.people import Person
from teammeet.model.plan import Need
from teammeet.model.supports import Support, Tie
from teammeet.tui.screens.family import FamilyScreen
from teammeet.tui.screens.signed_plan import SignedPlan
from teammeet.tui.widgets.line_input import LineInput


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


async def test_tabs_headings_and_buttons_are_in_the_language_of_the_screen_and_fit_it(desk: Desk) -> None:
    family = a_family(desk)
    async with shown(desk, family, language="es") as pilot:
        assert max(button.region.right for button in pilot.app.screen.query("#deeds Button")) <= 80
        await pilot.press("3")
        await pilot.pause()
        assert "Necesidades, en el orden de la familia" in {row.words for row in sheet(pilot).rows}
