"""Roles in place of names, asked for in the dialog that exports; and the way from the map to its picture."""

from datetime import date
from pathlib import Path

import pytest
from tests.tui.meeting_app import Time, at_meeting, demo_desk
from tests.tui.test_sign import export_to, said
from textual.widgets import Select, Static

from teammeet import demo
from teammeet.export import Options
from teammeet.messages import text
from teammeet.tui.commands import Command
from teammeet.tui.screens.ecomap import EcomapScreen
from teammeet.tui.sign import exporting
from teammeet.tui.sign.export_dialog import ExportDialog

NAMES = ("Mari", "Lola", "Reed", "Lind", "Okonjo", "Harbor")


async def test_a_file_with_roles_is_called_noted_and_read_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time, screen="sign", meeting="me-2") as room:
        noted: list[str] = []
        monkeypatch.setattr(room.app.desk, "note_access", lambda family, what: noted.append(what))
        await export_to(room, tmp_path, what="ecomap-svg", names="roles")
        assert str(tmp_path / "ecomap-svg-roles.svg") in said(room)
        assert not any(name in (tmp_path / "ecomap-svg-roles.svg").read_text() for name in NAMES)
        told = room.app.screen.query_one("#read-first", Static)
        assert told.display
        assert str(told.content) == text("roles.read-first", room.app.language)
        room.app.screen.query_one("#names", Select).value = "names"
        await room.pilot.pause()
        assert not told.display
        assert [line.partition(", sha256 ")[0] for line in noted] == ["export ecomap-svg for team with roles"]
        assert not room.app.desk.map_places(room.family.header.id, "team")


async def test_the_map_leads_to_its_picture(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time, screen="sign", meeting="me-2") as room:
        room.app.go("ecomap")
        await room.pilot.pause()
        assert Command("roles.picture", "f5") in EcomapScreen.COMMANDS_HERE
        await room.press("f5")
        dialog = room.app.screen
        assert isinstance(dialog, ExportDialog)
        assert dialog.query_one("#what", Select).value == "ecomap-png"
        assert not dialog.query_one("#read-first").display


@pytest.mark.parametrize("what", exporting.WHATS)
def test_whatever_is_written_with_roles_has_no_name_in_its_own(what: str, tmp_path: Path) -> None:
    order = exporting.Order(what, "person:reed", "es", tmp_path, in_roles=True)
    written = exporting.write(demo.family(date(2026, 3, 2)), order, Options(today=date(2026, 3, 2)))
    assert written.path.name.startswith(("plan-roles-", f"{what}-roles-"))
    assert "F-" not in written.path.name
    assert not order.keeps_places
