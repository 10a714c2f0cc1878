"""How the steps of a meeting and the signing look, at two sizes. Look at the pictures when one changes."""

from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.tui.meeting_scenes import TEN
from textual.pilot import Pilot
from textual.widgets import Input

from teammeet import demo
from teammeet.desk import Desk
from teammeet.model.family_file import write_family
from teammeet.tui.app import TeamMeetApp

SIZES = {"small": (80, 24), "roomy": (160, 45)}
STEPS = ("went-well", "earlier-tasks", "how-it-stands", "new-needs", "ideas-and-tasks", "crisis-plan", "closing")


@pytest.fixture(autouse=True)
def _still(monkeypatch: pytest.MonkeyPatch) -> None:
    """No blinking cursor: on a busy machine it would be gone by chance."""
    monkeypatch.setattr(Input.cursor_blink, "_default", False)


def demo_app(folder: Path, language: str = "en") -> TeamMeetApp:
    """The invented family at its review meeting, at ten of a day that stands still."""
    desk = Desk.throw_away(folder / "look.vault")
    desk.clock = lambda: TEN
    desk._journal._clock = lambda: TEN
    family = desk.accept(desk.look_at(write_family(demo.family(date(2026, 3, 2))).encode()))
    return TeamMeetApp(desk=desk, open_family=family.header.id, start_meeting=True, language=language)


def pressing(*keys: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    async def press(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        await pilot.wait_for_animation()
        await pilot.pause()

    return press


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("number", range(1, 8), ids=STEPS)
def test_a_step(number: int, size: str, tmp_path: Path, snap_compare: Any) -> None:
    assert snap_compare(demo_app(tmp_path), terminal_size=SIZES[size], run_before=pressing(f"alt+{number}"))


def test_who_is_here(tmp_path: Path, snap_compare: Any) -> None:
    assert snap_compare(demo_app(tmp_path), terminal_size=(80, 24), run_before=pressing("f3", "alt+r", "alt+p", "alt+a"))


def test_a_step_in_spanish(tmp_path: Path, snap_compare: Any) -> None:
    assert snap_compare(demo_app(tmp_path, "es"), terminal_size=(80, 24), run_before=pressing("alt+2", "alt+m"))


def test_choosing_with_a_hint_beside(tmp_path: Path, snap_compare: Any) -> None:
    keys = ("alt+4", *"MA: therapy", "enter")
    assert snap_compare(demo_app(tmp_path), terminal_size=(80, 24), run_before=pressing(*keys))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "es"])
def test_signing(language: str, size: str, tmp_path: Path, snap_compare: Any) -> None:
    keys = ("f9", "4", "down", "2", "f9", "tab", "enter", "i", "enter")
    assert snap_compare(demo_app(tmp_path, language), terminal_size=SIZES[size], run_before=pressing(*keys))


def test_the_page_that_is_handed_over(tmp_path: Path, snap_compare: Any) -> None:
    keys = ("f9", "f9", "tab", "enter", "t", "enter")
    assert snap_compare(demo_app(tmp_path), terminal_size=(80, 24), run_before=pressing(*keys))


def test_the_export(tmp_path: Path, snap_compare: Any) -> None:
    assert snap_compare(demo_app(tmp_path), terminal_size=(80, 24), run_before=pressing("f9", "f5"))
