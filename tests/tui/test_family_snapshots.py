"""How the family screen and the editor look, at the smallest and at a roomy size. Look at the pictures when one changes."""

from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from teammeet import demo
from teammeet.desk import Desk
from teammeet.model.family_file import write_family
from teammeet.tui.app import TeamMeetApp
from teammeet.tui.widgets.editor import EditItem

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
SIZES = {"small": (80, 24), "roomy": (160, 45)}


@pytest.fixture(autouse=True)
def _still(monkeypatch: pytest.MonkeyPatch) -> None:
    """No blinking cursor: on a busy machine it would be gone by chance."""
    monkeypatch.setattr(Input.cursor_blink, "_default", False)


def demo_app(folder: Path, language: str = "en") -> TeamMeetApp:
    """The invented family in a throw-away vault, at noon of a day that stands still."""
    desk = Desk.throw_away(folder / "look.vault")
    desk.clock = lambda: NOON
    desk._journal._clock = lambda: NOON
    family = desk.accept(desk.look_at(write_family(demo.family(date(2026, 3, 2))).encode()))
    return TeamMeetApp(desk=desk, open_family=family.header.id, language=language)


def on_tab(number: int, downs: int) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Turn to a tab, and some rows down."""

    async def turn(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await pilot.press(str(number), *["down"] * downs)
        await pilot.wait_for_animation()
        await pilot.pause()

    return turn


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("number", "downs"), [(1, 1), (2, 2), (3, 16), (4, 1), (5, 3)], ids=["who", "supports", "plan", "meetings", "history"]
)
def test_a_tab_of_the_family(number: int, downs: int, size: str, tmp_path: Path, snap_compare: Any) -> None:
    assert snap_compare(demo_app(tmp_path), terminal_size=SIZES[size], run_before=on_tab(number, downs))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "es"])
def test_the_editor_of_a_need(language: str, size: str, tmp_path: Path, snap_compare: Any) -> None:
    app = demo_app(tmp_path, language)

    async def edit(pilot: Pilot[None]) -> None:
        await pilot.pause()
        assert app.family is not None
        app.push_screen(EditItem(app.family.needs[0], focus="whose"))
        await pilot.pause()
        await pilot.press("down")
        await pilot.wait_for_animation()
        await pilot.pause()

    assert snap_compare(app, terminal_size=SIZES[size], run_before=edit)
