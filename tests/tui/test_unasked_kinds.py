"""A tie whose kind the room may see goes back to the team when it becomes stressful, whichever way it is changed."""

from tests.tui.editing import editing, family_with, go_to, now

from teammeet.desk import Desk
from teammeet.model.supports import Claim, Tie
from teammeet.tui.widgets.editor import EditItem
from teammeet.tui.widgets.field import FieldRow

STRONG = Tie(id="t1", support="gym", to="ty", claims=(Claim(kinds=("strong",)),), shown_to="room")
STRESSFUL = STRONG.changed(claims=(Claim(kinds=("stressful",)),))


async def test_a_tie_that_becomes_stressful_in_its_form_is_the_teams_until_somebody_says_otherwise(desk: Desk) -> None:
    async with editing(desk, family_with(desk, STRONG), STRONG) as pilot:
        form = pilot.app.screen
        assert isinstance(form, EditItem)
        form._take(form.query_one("#field-claims", FieldRow), STRESSFUL.claims)
        await pilot.pause()
        assert now(pilot).get("t1") == STRESSFUL.changed(shown_to="team")
        assert form.draft.held["shown_to"] == "team", "the form shows what was kept"
        await go_to(pilot, "note")
        await pilot.press(*"loud", "tab")
        await pilot.pause()
        assert now(pilot).get("t1") == STRESSFUL.changed(shown_to="team", note="loud"), "the next field releases nothing"
        form._take(form.query_one("#field-shown_to", FieldRow), "room")
        await pilot.pause()
        assert now(pilot).get("t1") == STRESSFUL.changed(note="loud"), "who says so may"
