"""A task in the editor: whoever is put down for it is asked, not agreed."""

from tests.tui.editing import GYM, editing, family_with, go_to, now, row

from teammeet.desk import Desk
from teammeet.model.plan import Task


async def test_a_task_that_was_agreed_is_asked_again_of_a_new_owner(desk: Desk) -> None:
    task = Task(id="k1", owners=("nan",), consent="agreed")
    async with editing(desk, family_with(desk, task), task) as pilot:
        await go_to(pilot, "owners")
        await pilot.press(*"Gym", "enter", "tab")
        await pilot.pause()
        assert GYM.id in row(pilot, "owners").value
        kept = now(pilot).get("k1")
        assert isinstance(kept, Task)
        assert (kept.owners, kept.consent) == (("nan", "gym"), "asked")


async def test_the_next_field_does_not_agree_for_the_new_owner(desk: Desk) -> None:
    task = Task(id="k1", owners=("nan",), consent="agreed")
    async with editing(desk, family_with(desk, task), task) as pilot:
        await go_to(pilot, "owners")
        await pilot.press(*"Gym", "enter", "tab")
        await pilot.pause()
        await go_to(pilot, "due_said")
        await pilot.press(*"soon", "tab")
        await pilot.pause()
        kept = now(pilot).get("k1")
        assert isinstance(kept, Task)
        assert (kept.due_said, kept.consent) == ("soon", "asked")
