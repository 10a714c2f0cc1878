"""The screen of a plan that comes back: each text that differs, marked one by one."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from tests.word.back.papers import changed, plan, retyped
from tests.word.records import demo
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from teammeet.desk import Desk
from teammeet.model.family import put
from teammeet.model.family_file import write_family
from teammeet.model.plan import Need, Task
from teammeet.model.values import Words
from teammeet.tui.app import TeamMeetApp
from teammeet.tui.screens.take_back import TakeBack
from teammeet.tui.widgets.line_input import LineInput

WORDS = "plum otter lamp river cedar moss"


@asynccontextmanager
async def looked_at(folder: Path, content: bytes) -> AsyncIterator[tuple[Desk, Pilot[None], TeamMeetApp]]:
    (folder / "plan.docx").write_bytes(content)
    desk = Desk.create(folder / "families.vault", WORDS)
    desk.accept(desk.look_at(write_family(demo()).encode()))
    app = TeamMeetApp(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.screen.action_caseload_import()  # type: ignore[attr-defined]  # the caseload is the first screen
        await pilot.pause()
        app.screen.query_one("#path", LineInput).value = str(folder / "plan.docx")
        await pilot.press("enter")
        await pilot.pause()
        yield desk, pilot, app
    desk.close()


def need_in(desk: Desk) -> str:
    need = desk.open(demo().header.id).get(demo().needs[0].id)
    assert isinstance(need, Need)
    return need.words.text


@pytest.mark.parametrize("keys", [("space", "f9"), ("ctrl+a", "f9")])
async def test_what_is_marked_is_taken_and_the_rest_stays(tmp_path: Path, keys: tuple[str, ...]) -> None:
    content = retyped(plan(demo()), {f"{demo().needs[0].id}/words.text": "Somebody who listens"})
    async with looked_at(tmp_path, content) as (desk, pilot, app):
        assert isinstance(app.screen, TakeBack)
        assert app.screen.query_one("#texts", OptionList).option_count == 1
        sides = [str(app.screen.query_one(f"#{side}-side", Static).content) for side in ("record", "file")]
        assert demo().needs[0].words.text in sides[0]
        assert "Somebody who listens" in sides[1]
        await pilot.press("f9")  # nothing is marked: nothing comes in
        assert isinstance(app.screen, TakeBack)
        await pilot.press(*keys)
        await pilot.pause()
        assert not isinstance(app.screen, TakeBack)
        assert need_in(desk) == "Somebody who listens"
        assert app.status == "1 text taken from the file."
        await pilot.press("f1")
        await pilot.pause()
        assert app.status == "", "the next screen's title is not covered"


async def test_what_a_marked_item_belongs_to_is_asked_for_and_days_are_shown_as_days(tmp_path: Path) -> None:
    need = Need(words=Words(text="Sleep"))
    task = Task(words=Words(text="Call the clinic"), need=need.id)
    family = demo().with_edits([put(need), put(task)])
    content = retyped(plan(family, "facilitator"), {f"{demo().tasks[0].id}/due": "July 1, 2031"})
    async with looked_at(tmp_path, content) as (desk, pilot, app):
        sides = [str(app.screen.query_one(f"#{side}-side", Static).content) for side in ("record", "file")]
        assert "2031-07-01" in sides[1]
        await pilot.press("end", "space", "f9")
        await pilot.pause()
        assert isinstance(app.screen, TakeBack)
        assert "This is not marked: Need: Sleep" in app.status
        await pilot.press("space", "f9")
        await pilot.pause()
        after = desk.open(demo().header.id)
        assert after.get(need.id) is not None
        assert after.get(task.id) is not None
        assert after.tasks[0].due == demo().tasks[0].due


async def test_of_two_texts_for_one_place_no_more_than_one_is_marked(tmp_path: Path) -> None:
    tag = f'w:val="{demo().needs[0].id}/words.text"'.encode()

    def said_twice(document: bytes) -> bytes:
        before, after = document.split(tag, 1)
        start, end = before.rindex(b"<w:sdt>"), len(before + tag) + after.index(b"</w:sdt>") + len(b"</w:sdt>")
        control = document[start:end]
        return document[:end] + control.replace(b"First way", b"Second way") + document[end:]

    content = changed(retyped(plan(demo()), {f"{demo().needs[0].id}/words.text": "First way"}), said_twice)
    async with looked_at(tmp_path, content) as (desk, pilot, app):
        assert app.screen.query_one("#texts", OptionList).option_count == 2
        await pilot.press("ctrl+a", "f9")
        assert isinstance(app.screen, TakeBack), "both at once are not marked"
        await pilot.press("home", "space", "down", "space", "f9")
        await pilot.pause()
        assert not isinstance(app.screen, TakeBack)
        assert need_in(desk) == "Second way"


async def test_a_file_that_says_the_same_offers_nothing_to_take(tmp_path: Path) -> None:
    async with looked_at(tmp_path, plan(demo())) as (desk, pilot, app):
        assert isinstance(app.screen, TakeBack)
        assert not app.screen.query_one("#take").display
        await pilot.press("escape")
        assert need_in(desk) == demo().needs[0].words.text
