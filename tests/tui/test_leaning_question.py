"""When an item is made narrower, the editor asks about the lines that lean on it."""

from tests.tui.editing import editing, family_with, go_to, now
from textual.widgets import Select, Static

from teammeet.desk import Desk
from teammeet.model.plan import Need, Strategy, Task
from teammeet.model.values import Words
from teammeet.tui.screens.dialogs import Question
from teammeet.tui.widgets.editor import EditItem

NEED = Need(id="need", words=Words(text="to stay sober"))
PLAN = Strategy(id="plan", words=Words(text="relapse plan"), needs=("need",))
TASK = Task(id="task", words=Words(text="call the sponsor"), strategy="plan")


async def test_lines_that_lean_on_it_are_listed_and_hidden_by_yes_round_by_round(desk: Desk) -> None:
    family = family_with(desk, NEED, PLAN, TASK)
    async with editing(desk, family, NEED) as pilot:
        await go_to(pilot, "kept_from")
        pilot.app.screen.query_one("CollapsibleTitle").focus()
        await pilot.press("enter")
        await go_to(pilot, "kept_from")
        await pilot.press(*"nan", "enter")
        await pilot.pause()
        for line in ("relapse plan", "call the sponsor"):
            assert isinstance(pilot.app.screen, Question)
            assert line in " ".join(str(part.content) for part in pilot.app.screen.query(Static))
            await pilot.click("#yes")
            await pilot.pause()
        assert isinstance(pilot.app.screen, EditItem)
        assert now(pilot).strategies[0].kept_from == ("nan",)
        assert now(pilot).tasks[0].kept_from == ("nan",)
        pilot.app.undo()
        assert (now(pilot).strategies[0].kept_from, now(pilot).tasks[0].kept_from) == (("nan",), ())


async def test_no_leaves_them_open(desk: Desk) -> None:
    family = family_with(desk, NEED, PLAN)
    async with editing(desk, family, NEED) as pilot:
        pilot.app.screen.query_one("#field-record Select", Select).value = "substance_use"
        await pilot.pause()
        assert isinstance(pilot.app.screen, Question)
        await pilot.press("escape")
        await pilot.pause()
        assert now(pilot).needs[0].record == "substance_use"
        assert now(pilot).strategies[0] == PLAN
