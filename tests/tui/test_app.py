"""The app: changes are kept and shown, faults are told, nothing private leaves."""

import pytest
from textual.widgets import Static

from teammeet.desk import Desk
from teammeet.errors import VaultFull
from teammeet.model.family import put
from teammeet.tui.app import TeamMeetApp
from teammeet.tui.commands import commands_of
from teammeet.tui.going import open_family
from teammeet.tui.screens.caseload import CaseloadScreen
from teammeet.tui.screens.dialogs import Notice
from teammeet.tui.screens.help import HelpScreen
from teammeet.tui.screens.too_small import TooSmall


async def test_a_kept_change_is_in_the_vault_and_on_the_app(desk: Desk) -> None:
    started = desk.start_family("Rivera family")
    app = TeamMeetApp(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        open_family(app, started.header.id)
        assert app.family is not None
        assert app.keep(put(app.family.header.changed(agency="County"))) is True
        assert app.family.header.agency == "County"
        assert desk.open(started.header.id).header.agency == "County"


async def test_undo_and_redo_go_back_and_forth(desk: Desk) -> None:
    started = desk.start_family("Rivera family")
    app = TeamMeetApp(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        open_family(app, started.header.id)
        app.keep(put(started.header.changed(agency="County")))
        await pilot.press("ctrl+z")
        assert app.family is not None
        assert app.family.header.agency == ""
        await pilot.press("ctrl+y")
        assert app.family.header.agency == "County"


async def test_a_change_that_fails_is_told_and_nothing_else_happens(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    started = desk.start_family("Rivera family")
    app = TeamMeetApp(desk=desk)

    def full(*_: object) -> None:
        raise VaultFull

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        open_family(app, started.header.id)
        monkeypatch.setattr(desk, "change", full)
        assert app.keep(put(started.header.changed(agency="County"))) is False
        await pilot.pause()
        assert isinstance(app.screen, Notice)
        said = " ".join(str(part.content) for part in app.screen.query(Static))
        assert VaultFull().what() in said
        await pilot.press("enter")
        assert isinstance(app.screen, CaseloadScreen)


async def test_a_small_terminal_says_so_and_comes_back_when_it_grows(app: TeamMeetApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for size in ((40, 10), (59, 40), (200, 15), (20, 3)):
            await pilot.resize_terminal(*size)
            assert isinstance(app.screen, TooSmall)
        await pilot.resize_terminal(60, 16)
        assert isinstance(app.screen, CaseloadScreen)


async def test_f1_names_every_command_of_the_screen(app: TeamMeetApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        wanted = [app.say(command.title_key) for command in commands_of(app.screen)]
        await pilot.press("f1")
        assert isinstance(app.screen, HelpScreen)
        said = " ".join(str(line.content) for line in app.screen.query(".help-text").results(Static))
        assert all(title in said for title in wanted)


async def test_the_terminal_clipboard_gets_nothing(app: TeamMeetApp, monkeypatch: pytest.MonkeyPatch) -> None:
    async with app.run_test(size=(80, 24)):
        written: list[str] = []
        assert app._driver is not None
        monkeypatch.setattr(app._driver, "write", written.append)
        app.copy_to_clipboard("Nan Rivera")
        assert app.clipboard == "Nan Rivera"
        assert written == []


async def test_a_fault_of_the_program_ends_in_one_sentence_without_values(
    app: TeamMeetApp, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(ZeroDivisionError):
        await _fail(app, "Nan Rivera")
    assert app.return_code == 1
    printed = capsys.readouterr()
    assert "Nan" not in printed.out + printed.err
    assert "did not expect" in printed.out + printed.err


async def _fail(app: TeamMeetApp, secret: str) -> None:
    def fail() -> None:
        raise ZeroDivisionError(secret)

    async with app.run_test(size=(80, 24)) as pilot:
        app.call_later(fail)
        await pilot.pause()
