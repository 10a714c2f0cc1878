"""Set-up and unlock: the first run makes a vault, the second opens it."""

import stat
from pathlib import Path

import pytest
from tests.tui.hands import settled, typed
from textual.pilot import Pilot
from textual.widgets import Static

from teammeet.desk import Desk
from teammeet.errors import PassphraseWrong
from teammeet.tui.app import TeamMeetApp
from teammeet.tui.screens.caseload import CaseloadScreen
from teammeet.tui.screens.setup import SetupScreen
from teammeet.tui.screens.unlock import UnlockScreen
from teammeet.tui.widgets.heading import Heading
from teammeet.tui.widgets.line_input import LineInput


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "families.vault"


async def to_the_words(pilot: Pilot[None]) -> tuple[str, ...]:
    await pilot.pause()
    await pilot.press("enter")
    return tuple(str(box.content) for box in pilot.app.screen.query(".word").results(Static))


async def answer_the_check(pilot: Pilot[None], words: tuple[str, ...]) -> None:
    await pilot.press("enter")
    for field in pilot.app.screen.query(LineInput):
        assert field.id is not None
        await typed(pilot, words[int(field.id.removeprefix("word-"))])


async def test_the_first_run_makes_a_vault_that_its_six_words_open(path: Path) -> None:
    app = TeamMeetApp(path)
    async with app.run_test(size=(80, 24)) as pilot:
        words = await to_the_words(pilot)
        assert len(words) == 6
        await answer_the_check(pilot, words)
        await typed(pilot, "Ana Cole", "County")
        await settled(pilot)
        assert isinstance(app.screen, SetupScreen)
        assert not path.exists()
        assert app.focused is app.screen.query_one("#themes")
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, CaseloadScreen)
        assert (app.settings.facilitator, app.settings.agency) == ("Ana Cole", "County")
    again = Desk.unlock(path, " ".join(words))
    assert again.settings().facilitator == "Ana Cole"
    again.close()


async def test_a_wrong_word_is_said_and_nothing_is_made(path: Path) -> None:
    app = TeamMeetApp(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_words(pilot)
        await pilot.press("enter")
        await typed(pilot, "zebra", "zebra")
        assert isinstance(app.screen, SetupScreen)
        assert str(app.screen.query_one("#said", Static).content)
        assert not path.exists()


async def test_the_recovery_sheet_is_for_its_owner_only_and_never_over_another_file(path: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.txt"
    app = TeamMeetApp(path)
    async with app.run_test(size=(80, 24)) as pilot:
        words = await to_the_words(pilot)
        await pilot.press("f4", "ctrl+u")
        await typed(pilot, str(sheet))
        await pilot.pause()
        told = sheet.read_text(encoding="utf-8")
        assert all(word in told for word in words)
        assert stat.S_IMODE(sheet.stat().st_mode) == 0o600
        sheet.write_text("mine", encoding="utf-8")
        await pilot.press("f4", "ctrl+u")
        await typed(pilot, str(sheet))
        await pilot.press("enter", "escape")
    assert sheet.read_text(encoding="utf-8") == "mine"


async def test_set_up_speaks_the_language_that_was_chosen(path: Path) -> None:
    app = TeamMeetApp(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("down", "enter")
        said = " ".join(str(part.content) for part in app.screen.query(Static))
        assert "seis palabras" in said


async def test_the_passphrase_opens_and_a_wrong_one_is_told(path: Path) -> None:
    Desk.create(path, "plum otter lamp river cedar moss").close()
    app = TeamMeetApp(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, UnlockScreen)
        await typed(pilot, "wrong words")
        await settled(pilot)
        assert PassphraseWrong().what() in str(app.screen.query_one("#said", Static).content)
        await typed(pilot, "Plum  otter lamp river cedar moss")
        await settled(pilot)
        assert isinstance(app.screen, CaseloadScreen)


async def test_a_language_that_was_asked_for_wins_over_the_vaults_and_is_not_written_into_it(path: Path) -> None:
    Desk.create(path, "plum otter lamp river cedar moss").close()
    app = TeamMeetApp(path, passphrase="plum otter lamp river cedar moss", language="es", keep_language=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, CaseloadScreen)
        app.save_settings(facilitator="Ana Cole")
        assert (app.language, app.desk.settings().language) == ("es", "en")
        app.save_settings(language="en")
        assert app.language == "en"


async def test_the_passphrase_is_hidden_until_it_is_asked_for(path: Path) -> None:
    Desk.create(path, "plum otter lamp river cedar moss").close()
    app = TeamMeetApp(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        field = app.screen.query_one(LineInput)
        assert field.password
        await pilot.press("f2")
        assert not field.password


async def test_a_file_that_is_no_vault_is_told_and_left(tmp_path: Path) -> None:
    path = tmp_path / "families.vault"
    path.write_text("a letter", encoding="utf-8")
    app = TeamMeetApp(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await typed(pilot, "any words")
        await settled(pilot)
        assert "not a teammeet vault" in str(app.screen.query_one("#said", Static).content)
    assert path.read_text(encoding="utf-8") == "a letter"


async def test_each_page_says_which_of_the_four_it_is(path: Path) -> None:
    app = TeamMeetApp(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.screen.query_one(Heading)._place == "Set-up · 1 of 4"
        await to_the_words(pilot)
        assert app.screen.query_one(Heading)._place == "Set-up · 2 of 4"


async def test_a_passphrase_that_was_given_opens_unasked_and_a_wrong_one_is_told(path: Path) -> None:
    Desk.create(path, "one two three four five six").close()
    app = TeamMeetApp(path, passphrase="one two three four five six")
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, CaseloadScreen)
        assert app.passphrase_at_start == ""
    app = TeamMeetApp(path, passphrase="six five four")
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        said = str(app.screen.query_one("#said", Static).content)
        assert said == PassphraseWrong().sentence("en")
        assert not app.screen.query_one(LineInput).disabled
