"""Strings that break programs, in every field of the first screens: no crash, nothing but clean text on the screen."""

import unicodedata
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from tests.hostile import DECOMPOSED, FIT, FORBIDDEN, LONG, MARKED
from tests.tui.hands import settled
from textual.events import Paste
from textual.pilot import Pilot

from teammeet.desk import Desk
from teammeet.text import is_clean
from teammeet.tui.app import TeamMeetApp
from teammeet.tui.screens.caseload import CaseloadScreen
from teammeet.tui.widgets.line_input import LineInput

HOSTILE = (*FORBIDDEN.values(), DECOMPOSED, MARKED, LONG[:30_000], "one\ntwo\r\nthree", *FIT.values())
Way = Callable[[Pilot[None]], Awaitable[None]]


def on_screen(app: TeamMeetApp) -> str:
    """Every character that is painted."""
    return "".join(segment.text for strip in app.screen._compositor.render_strips() for segment in strip)


def unfit(painted: str) -> set[str]:
    turning = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"
    return {sign for sign in painted if unicodedata.category(sign) in ("Cc", "Cs", "Co") or sign in turning}


def pressing(*keys: str) -> Way:
    async def way(pilot: Pilot[None]) -> None:
        for key in keys:
            await pilot.press(key)
            await settled(pilot)

    return way


WAYS = {
    "search": pressing(),
    "new family": pressing("ctrl+n"),
    "path of a family file": pressing("ctrl+o"),
    "passphrase": pressing("f9", "f2"),
    "settings": pressing("f10", "tab", "tab", "tab"),
}


@pytest.mark.parametrize("name", WAYS)
async def test_every_hostile_string_goes_into_every_field(desk: Desk, name: str) -> None:
    desk.start_family("[/] Rivera [@click=app.quit]x[/]")
    app = TeamMeetApp(desk=desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await WAYS[name](pilot)
        field = app.focused
        assert isinstance(field, LineInput)
        for string in HOSTILE:
            field.value = ""
            field.post_message(Paste(string))
            await pilot.pause(0)
            assert is_clean(field.value), string
            assert len(field.value) <= field.limit
            assert unfit(on_screen(app)) == set()


async def test_every_hostile_name_stands_in_the_list_as_it_is(desk: Desk) -> None:
    names = [name for name in FIT.values() if name.strip() and len(name) <= 500 and is_clean(name)]
    for name in names:
        desk.start_family(name)
    app = TeamMeetApp(desk=desk)
    async with app.run_test(size=(160, 100)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, CaseloadScreen)
        assert unfit(on_screen(app)) == set()
        for _ in names:
            await pilot.press("down")


async def test_a_hostile_passphrase_opens_nothing_and_breaks_nothing(tmp_path: Path) -> None:
    path = tmp_path / "families.vault"
    Desk.create(path, "plum otter lamp river cedar moss").close()
    app = TeamMeetApp(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        field = app.screen.query_one(LineInput)
        field.password = False
        for string in ("'; drop table event; --", "[/]", *list(FORBIDDEN.values())[:6]):
            field.value = ""
            field.post_message(Paste(string))
            await pilot.press("enter")
            await settled(pilot)
            assert unfit(on_screen(app)) == set()
            assert not app.unlocked


async def test_what_may_not_be_kept_is_said(app: TeamMeetApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.screen.query_one(LineInput).post_message(Paste("Mia\x1b[31m"))
        await pilot.pause()
        assert app.status == app.say("tui.line.mended")
        app.screen.query_one(LineInput).post_message(Paste(LONG))
        await pilot.pause()
        assert str(app.screen.query_one(LineInput).limit) in app.status
