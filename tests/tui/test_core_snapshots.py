"""How set-up, unlock, caseload and ecomap look, at the smallest and at a roomy size. Look at the pictures when one changes."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.tui.hands import settled
from textual.pilot import Pilot
from textual.widgets import Input

from teammeet import demo
from teammeet.desk import Desk, Incoming
from teammeet.model.family import put
from teammeet.model.meetings import Meeting
from teammeet.model.plan import Task
from teammeet.tui import themes
from teammeet.tui.app import TeamMeetApp

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
TODAY = date(2026, 3, 2)
SIZES = {"small": (80, 24), "roomy": (160, 45)}
_FAMILIES = ("Rivera family", "Familia Núñez-Ortega", "The Okafors", "Ana and Joe Whitehorse", "小林 family", "Levy household")


@pytest.fixture(autouse=True)
def _still(monkeypatch: pytest.MonkeyPatch) -> None:
    """No blinking cursor, and no chance in the words."""
    monkeypatch.setattr(Input.cursor_blink, "_default", False)
    monkeypatch.setattr("teammeet.desk.new_passphrase", lambda: "plum otter lamp river cedar moss")


def a_desk(folder: Path) -> Desk:
    """Some families with ids that stand still."""
    desk = Desk.throw_away(folder / "look.vault")
    desk.clock = lambda: NOON
    for number, name in enumerate(_FAMILIES):
        family = demo.family(TODAY)
        header = family.header.changed(id=f"family{number}", name=name)
        items = [put(header)]
        if number % 2:
            items.append(put(Meeting(id=f"meeting-{number}", on=date(2026, 3, 2 + number))))
        items += [put(Task(id=f"task-{number}-{n}", due=date(2026, 2, 14 + 3 * n))) for n in range(number)]
        desk.accept(Incoming(type(family)(header=header), True, tuple(items)))
    return desk


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("page", ["welcome", "words", "you"])
def test_set_up(page: str, language: str, size: str, tmp_path: Path, snap_compare: Any) -> None:
    app = TeamMeetApp(tmp_path / "none.vault", language=language)

    async def turn(pilot: Pilot[None]) -> None:
        await settled(pilot)
        if page != "welcome":
            await app.screen._turn_to(page)  # type: ignore[attr-defined]  # set-up is the first screen of an app without a vault
        await settled(pilot)

    assert snap_compare(app, terminal_size=SIZES[size], run_before=turn)


@pytest.mark.parametrize("size", SIZES)
def test_unlock_after_a_wrong_passphrase(size: str, tmp_path: Path, snap_compare: Any) -> None:
    path = tmp_path / "families.vault"
    Desk.create(path, "plum otter lamp river cedar moss").close()

    async def try_once(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.press(*"wrong", "enter")
        await settled(pilot)

    assert snap_compare(TeamMeetApp(path), terminal_size=SIZES[size], run_before=try_once)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("look", themes.NAMES)
def test_the_caseload(look: str, size: str, tmp_path: Path, snap_compare: Any) -> None:
    desk = a_desk(tmp_path)
    desk.save_settings(desk.settings().changed(theme=look))

    async def down(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.press("down")

    assert snap_compare(TeamMeetApp(desk=desk), terminal_size=SIZES[size], run_before=down)


def test_the_settings_over_the_caseload_in_spanish(tmp_path: Path, snap_compare: Any) -> None:
    async def open_settings(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.press("f10")
        await settled(pilot)

    app = TeamMeetApp(desk=a_desk(tmp_path), language="es")
    assert snap_compare(app, terminal_size=(80, 30), run_before=open_settings)


def test_the_help_of_the_caseload(tmp_path: Path, snap_compare: Any) -> None:
    async def ask(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.press("f1")
        await settled(pilot)

    assert snap_compare(TeamMeetApp(desk=a_desk(tmp_path)), terminal_size=(80, 24), run_before=ask)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("look", themes.NAMES)
def test_the_ecomap(look: str, size: str, tmp_path: Path, snap_compare: Any) -> None:
    desk = a_desk(tmp_path)
    desk.save_settings(desk.settings().changed(theme=look))
    told = demo.family(TODAY)
    desk.accept(Incoming(told, True, tuple(put(item) for item in told.items())))
    app = TeamMeetApp(desk=desk, open_family=told.header.id)

    async def to_the_map(pilot: Pilot[None]) -> None:
        await settled(pilot)
        app.go("ecomap")
        await settled(pilot)
        await pilot.press("down", "down")
        await pilot.wait_for_animation()

    assert snap_compare(app, terminal_size=SIZES[size], run_before=to_the_map)
