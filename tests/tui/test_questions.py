"""Questions show their keys; the answer that does no harm has the focus."""

import pytest
from tests.tui.family_shown import a_family, shown
from textual.pilot import Pilot
from textual.widgets import Button

from teammeet.desk import Desk
from teammeet.tui.screens.dialogs import Question
from teammeet.tui.widgets.footer import LeanFooter


async def asked(pilot: Pilot[None], answers: list[bool | None]) -> None:
    pilot.app.push_screen(Question("meeting.end"), answers.append)
    await pilot.pause()


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (["y"], True),
        (["n"], False),
        (["escape"], False),
        (["enter"], False),
        (["right", "enter"], True),
        (["right", "left", "enter"], False),
        (["tab", "enter"], True),
    ],
)
async def test_a_question_is_answered_by_its_keys(desk: Desk, keys: list[str], answer: bool) -> None:
    answers: list[bool | None] = []
    async with shown(desk, a_family(desk)) as pilot:
        await asked(pilot, answers)
        await pilot.press(*keys)
        await pilot.pause()
    assert answers == [answer]


async def test_the_keys_stand_in_the_footer_and_no_has_the_focus(desk: Desk) -> None:
    async with shown(desk, a_family(desk)) as pilot:
        await asked(pilot, [])
        told = str(pilot.app.screen.query_one(LeanFooter).render())
        for key in ("y Yes", "n No", "←", "Enter", "Esc"):
            assert key in told
        assert pilot.app.screen.query_one("#no", Button).has_focus
