"""What holds on every screen: commands are declared once and whole, the footer fits, nothing private leaves."""

import importlib
import os
import pkgutil
import re
import sys
from collections import Counter
from pathlib import Path

import pytest
from tests.tui.hands import settled
from textual.command import CommandPalette
from textual.theme import Theme
from textual.widget import Widget

from teammeet.desk import Desk
from teammeet.messages import LANGUAGES, text
from teammeet.tui import screens, system, themes, widgets
from teammeet.tui.app import TeamMeetApp
from teammeet.tui.commands import APP_COMMANDS, Command, commands_of
from teammeet.tui.screens.base import Furnished
from teammeet.tui.screens.caseload import CaseloadScreen
from teammeet.tui.screens.settings import SettingsScreen
from teammeet.tui.widgets.footer import MOST_ITEMS, LeanFooter

for package in (screens, widgets):
    for found in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{found.name}")


def furnished(kind: type[Furnished] = Furnished) -> list[type[Furnished]]:
    return [kind for child in kind.__subclasses__() for kind in (child, *furnished(child))]


SCREENS = [kind for kind in furnished() if "COMMANDS_HERE" in kind.__dict__]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", SCREENS, ids=lambda kind: kind.__name__)
def test_every_command_has_a_name_a_help_line_and_a_method(kind: type[Furnished], language: str) -> None:
    for command in kind.COMMANDS_HERE:
        assert text(command.title_key, language)
        assert text(command.help_key, language)
        assert hasattr(kind, f"action_{command.action}")
    assert text(kind.HELP_KEY, language)


@pytest.mark.parametrize("kind", SCREENS, ids=lambda kind: kind.__name__)
def test_no_key_does_two_things(kind: type[Furnished]) -> None:
    keys = Counter(key for command in kind.COMMANDS_HERE for key in command.key.split(","))
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", SCREENS, ids=lambda kind: kind.__name__)
def test_what_a_screen_puts_into_its_footer_fits_80_columns(kind: type[Furnished], language: str) -> None:
    own = [command for command in kind.COMMANDS_HERE if command.footer and command not in APP_COMMANDS]
    every = [*own, *(command for command in APP_COMMANDS if command.footer)][:MOST_ITEMS]
    assert sum(len(f" {command.shown_key} {text(command.title_key, language)}  ") for command in every) <= 80


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_works_everywhere_has_words_and_a_method(language: str) -> None:
    for command in APP_COMMANDS:
        assert text(command.title_key, language)
        assert text(command.help_key, language)
        assert hasattr(TeamMeetApp, f"action_{command.action}")


def test_a_command_that_lacks_its_words_is_found() -> None:
    with pytest.raises(KeyError):
        text(Command("tui.no-such-thing", "f7").title_key)


async def test_the_palette_offers_every_command_and_no_screenshot(app: TeamMeetApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await settled(pilot)
        wanted = {app.say(command.title_key) for command in commands_of(app.screen) if command.id != "tui.caseload.open"}
        await pilot.press("ctrl+p")
        await settled(pilot)
        assert isinstance(app.screen, CommandPalette)
        options = app.screen.query_one("CommandList")
        shown = " ".join(str(option.prompt) for option in options._options)  # type: ignore[attr-defined]  # the palette's list is an OptionList
        need_a_family = {app.say("tui.command.undo.title"), app.say("tui.command.redo.title")}
        assert {title for title in wanted if title not in shown} <= need_a_family
        assert "creenshot" not in shown


async def test_a_command_of_the_palette_does_what_its_key_does(app: TeamMeetApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+p", *"settings")
        await settled(pilot)
        await pilot.pause(0.3)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, SettingsScreen)


async def test_the_footer_is_clicked_like_a_key(app: TeamMeetApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        footer = app.screen.query_one(LeanFooter)
        before = sum(footer._width(command) for command in footer.items()[:-1])
        await pilot.click(LeanFooter, offset=(before + 2, 0))
        assert type(app.screen).__name__ == "HelpScreen"


async def test_moving_the_focus_builds_nothing(app: TeamMeetApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("f10")
        watchers = sum(len(kept) for kept in app.__dict__.get("__watchers", {}).values())
        widgets_before = [id(widget) for widget in app.screen.walk_children(Widget)]
        for _ in range(60):
            app.screen.focus_next()
            await pilot.pause(0)
        assert [id(widget) for widget in app.screen.walk_children(Widget)] == widgets_before
        assert sum(len(kept) for kept in app.__dict__.get("__watchers", {}).values()) == watchers


async def test_settings_take_effect_at_once_and_are_remembered(app: TeamMeetApp, desk: Desk) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("f10", "up", "enter", "tab", "down", "enter")
        await settled(pilot)
        assert (desk.settings().theme, desk.settings().language) == (themes.LIGHT, "es")
        assert app.theme == themes.LIGHT
        await pilot.press("tab", "tab", *"Ines", "escape")
        assert desk.settings().facilitator == "Ines"
        footer = app.screen.query_one(LeanFooter)
        assert "Ayuda" in str(footer.render())


async def test_a_storm_of_sizes_ends_on_the_same_screen(app: TeamMeetApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        for number in range(30):
            await pilot.resize_terminal(20 + number * 7 % 200, 3 + number * 11 % 60)
        await pilot.resize_terminal(80, 24)
        assert isinstance(app.screen, CaseloadScreen)


async def test_it_runs_without_colour(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = TeamMeetApp(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert app.no_color


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", themes.THEMES, ids=lambda theme: theme.name)
def test_every_colour_of_letters_stands_out_from_what_lies_behind(theme: Theme) -> None:
    least = 7 if theme.name == themes.CONTRAST else 4.5
    names = ("foreground", "primary", "secondary", "accent", "success", "warning", "error")
    letters = [getattr(theme, name) for name in names]
    letters += [theme.variables[name] for name in ("quiet", "tie-strong", "tie-stressful", "tie-cut-off")]
    for colour in letters:
        for behind in ("background", "surface", "panel"):
            assert _contrast(colour, getattr(theme, behind)) >= least, (colour, behind)
    assert _contrast(theme.variables["chosen-text"], theme.variables["chosen"]) >= 7


def test_textuals_side_doors_are_shut() -> None:
    environment = {"TEXTUAL": "devtools", "TEXTUAL_LOG": "/tmp/log", "TEXTUAL_SCREENSHOT": "1", "HOME": "/home/ana"}
    system.close_side_doors(environment)
    assert environment == {"HOME": "/home/ana"}


def test_locking_replaces_the_process_by_the_same_command() -> None:
    replaced: list[tuple[str, list[str]]] = []
    environment: dict[str, str] = {}
    assert not system.was_locked(environment)
    system.start_anew(
        ["python", "-m", "teammeet"],
        system="posix",
        replace=lambda path, words: replaced.append((path, words)),
        environment=environment,
    )
    assert replaced == [("python", ["python", "-m", "teammeet"])]
    assert system.was_locked(environment)


def test_where_a_process_cannot_replace_itself_the_parent_starts_it_again(tmp_path: Path) -> None:
    counter = tmp_path / "runs"
    program = f"import pathlib, sys; p = pathlib.Path({str(counter)!r}); n = len(p.read_text()) if p.exists() else 0; "
    program += f"p.write_text('x' * (n + 1)); sys.exit({system.START_AGAIN} if n < 2 else 3)"
    assert system.start_anew(system="nt") == system.START_AGAIN
    assert system.watch([sys.executable, "-c", program]) == 3
    assert counter.read_text() == "xxx"


def test_the_small_parent_is_made_once() -> None:
    assert system.needs_watching({}, "nt")
    assert not system.needs_watching({"TEAMMEET_WATCHED": "1"}, "nt")
    assert not system.needs_watching({}, "posix")


async def test_locking_closes_the_vault_and_asks_to_be_started_anew(desk: Desk) -> None:
    app = TeamMeetApp(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+l")
        await pilot.pause()
    assert app.lock_wanted


async def test_the_window_title_never_has_a_name(desk: Desk) -> None:
    started = desk.start_family("Rivera family")
    app = TeamMeetApp(desk=desk, open_family=started.header.id)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "Rivera" not in f"{app.title}{app.sub_title}{app.screen.title}{app.screen.sub_title}"


def test_styles_use_no_colour_of_their_own() -> None:
    folder = Path(str(screens.__file__)).parents[1] / "styles"
    for sheet in folder.glob("*.tcss"):
        assert not re.search(r"#[0-9a-fA-F]{3,8}\b(?=\s*[;%}])", sheet.read_text(encoding="utf-8")), sheet.name
    assert os.listdir(folder)
