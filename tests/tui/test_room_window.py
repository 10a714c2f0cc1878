"""The room's window: it asks for a code, follows, is whole when the font is large, and lets nothing private out."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.hostile import FIT, FORBIDDEN
from tests.room_window.test_page import PAGES
from textual.color import Color
from textual.content import Content
from textual.events import MouseScrollDown
from textual.pilot import Pilot
from textual.widgets import Input

from teammeet.room_window.link import BEAT_SECONDS, RoomLink
from teammeet.room_window.page import RoomLine, RoomPage
from teammeet.room_window.room_map import MapHome, MapMember, MapSupport, MapTie, RoomMap
from teammeet.tui import themes
from teammeet.tui.room.app import RoomApp
from teammeet.tui.room.painting import HERE, LEAST_WIDTH, asked, card, heading, lines, summed_up

LARGE_FONT, SMALL, ROOMY = (40, 12), (80, 24), (160, 45)
QUESTIONS = (
    "What does each of you need most, so that things get better at home?",
    "¿Qué necesita más cada uno de ustedes, para que las cosas mejoren en casa?",
)
NEEDS = RoomPage(
    kind="page",
    title="What we need",
    step=4,
    steps=8,
    questions=QUESTIONS,
    summary="3 needs, ranked by the family",
    lines=(
        RoomLine(words="Needs", heading=True, detail="3"),
        RoomLine(words="Ben needs to know who is coming home when", mark="1", detail="Ben", level=1),
        RoomLine(words="Ben shouts at night", mark="!", level=2),
        RoomLine(words="Ada needs one evening a week", mark="2", level=1, here=True),
        RoomLine(words="A quiet corner", mark="3", level=1),
    ),
)
MANY = RoomPage(
    kind="page",
    title="What is going well",
    step=3,
    steps=8,
    questions=("What are you proud of?",),
    lines=tuple(RoomLine(words=f"Strength number {n}", mark="+", level=1, here=n == 40) for n in range(60)),
)
OPENING = RoomPage(
    kind="opening", title="Welcome", lines=(RoomLine(words="Nobody records."), RoomLine(words="All may say stop."))
)
PAUSE = RoomPage(kind="pause", title="We pause", lines=(RoomLine(words="Who we call", heading=True), RoomLine(words="Bea")))
MAP = RoomPage(
    kind="map",
    title="Around us",
    summary="Ties of Ada",
    map=RoomMap(
        homes=(MapHome(name="Ada's home"),),
        members=(MapMember(name="Ada", enrolled=True, mark="A"),),
        supports=tuple(MapSupport(name=f"Support number {n}") for n in range(70)),
        ties=tuple(MapTie(start=n + 2, end=n % 2) for n in range(70)),
        lit=(1,),
        chosen=60,
    ),
)
BLANK = RoomPage(kind="waiting")
CALM = "One moment. We go on soon."
PATIENCE = 500
"""Looks until a page must have come: a bound against hanging, not a measure of speed."""


@pytest.fixture
def link(tmp_path: Path) -> RoomLink:
    return RoomLink.begin(tmp_path / "room")


@asynccontextmanager
async def window(link: RoomLink, tmp_path: Path, size: tuple[int, int]) -> AsyncIterator[Pilot[None]]:
    """The window on ``link``, its code typed."""
    app = RoomApp(folder=tmp_path / "room")
    beating = asyncio.create_task(keep_beating(link))
    async with app.run_test(size=size) as pilot:
        await give_code(pilot, link.code)
        yield pilot
    beating.cancel()


async def keep_beating(link: RoomLink) -> None:
    while True:
        link.beat()
        await asyncio.sleep(BEAT_SECONDS)


async def give_code(pilot: Pilot[None], code: str) -> None:
    pilot.app.query_one("#code", Input).value = code.lower()
    await pilot.press("enter")
    await until(pilot, lambda: room(pilot).is_joined)


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    for _ in range(PATIENCE):
        await pilot.pause(0.01)
        if holds():
            return
    raise AssertionError(f"it never came:\n{painted(pilot)}")


async def see(pilot: Pilot[None], link: RoomLink, page: RoomPage, words: str) -> str:
    link.show(page)
    await until(pilot, lambda: words in painted(pilot))
    await pilot.pause()
    return painted(pilot)


def room(pilot: Pilot[None]) -> RoomApp:
    assert isinstance(pilot.app, RoomApp)
    return pilot.app


def painted(pilot: Pilot[None]) -> str:
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


def words_of(screen: str) -> str:
    """The words one after another, wherever lines were broken."""
    return " ".join(screen.split())


# The code


@pytest.mark.parametrize("size", [LARGE_FONT, SMALL, ROOMY])
async def test_it_asks_for_the_code_and_says_plainly_when_it_does_not_fit(
    link: RoomLink, tmp_path: Path, size: tuple[int, int]
) -> None:
    app = RoomApp(folder=tmp_path / "room")
    async with app.run_test(size=size) as pilot:
        await pilot.press(*"aaaabbbb", "enter")
        await until(pilot, lambda: "That code does not fit." in painted(pilot))
        screen = words_of(painted(pilot))
        assert "! That code does not fit. Look at the code on the other screen and type it again." in screen
        assert "Enter Join Ctrl+Q End" in screen
        link.show(NEEDS)
        await give_code(pilot, link.code)
        await until(pilot, lambda: NEEDS.title in painted(pilot))
        assert app.query_one("#code", Input).value == ""


async def test_hostile_codes_are_only_wrong(link: RoomLink, tmp_path: Path) -> None:
    async with RoomApp(folder=tmp_path / "room").run_test(size=SMALL) as pilot:
        for string in (*FORBIDDEN.values(), *FIT.values()):
            field = pilot.app.query_one("#code", Input)
            field.value = ""
            field.replace(string, 0, 0)
            await pilot.press("enter")
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
            assert not room(pilot).is_joined
            assert pilot.app.focused is field


async def test_where_no_meeting_is_shown_it_says_so(tmp_path: Path) -> None:
    async with RoomApp(language="es", folder=tmp_path / "room").run_test(size=SMALL) as pilot:
        await pilot.press(*"k7qf2m9x", "enter")
        await until(pilot, lambda: "Ahora no se muestra ninguna reunión" in painted(pilot))


# The page


async def test_with_a_large_font_the_page_is_whole(link: RoomLink, tmp_path: Path) -> None:
    async with window(link, tmp_path, LARGE_FONT) as pilot:
        screen = await see(pilot, link, NEEDS, "step 4 of 8")
        assert screen.splitlines()[0].split() == ["What", "we", "need", "step", "4", "of", "8"]
        for question in QUESTIONS:
            assert question in words_of(screen)
        assert f"{HERE}2 Ada needs one evening a week" in screen
        seen = screen
        for key in ("pageup", "pageup", "pagedown"):
            await pilot.press(key)
            await pilot.pause()
            seen += f"\n{painted(pilot)}"
        for line in NEEDS.lines:
            assert line.words in words_of(seen), line
        assert max(map(len, seen.splitlines())) <= LARGE_FONT[0]


@pytest.mark.parametrize("size", [SMALL, ROOMY])
async def test_everything_stands_on_one_screen_where_there_is_room(
    link: RoomLink, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with window(link, tmp_path, size) as pilot:
        screen = words_of(await see(pilot, link, NEEDS, "step 4 of 8"))
        for words in (*QUESTIONS, NEEDS.summary, *(line.words for line in NEEDS.lines), "●●●●○○○○", "B Blank T Colors Q End"):
            assert words in screen


async def test_with_a_large_font_a_long_title_keeps_its_line_and_the_step_is_told_in_short(
    link: RoomLink, tmp_path: Path
) -> None:
    async with window(link, tmp_path, LARGE_FONT) as pilot:
        told = NEEDS.model_copy(update={"title": "Is the crisis plan still right?"})
        first, second, *_ = (await see(pilot, link, told, "4/8")).splitlines()
        assert first.split() == ["Is", "the", "crisis", "plan", "still", "right?", "4/8"]
        assert second.strip() == "What does each of you need most, so"
        longer = told.model_copy(update={"title": "A title that is far too long for one line"})
        assert "step 4 of 8" in await see(pilot, link, longer, "A title that is far")


async def test_a_step_in_another_language_is_named_in_it(link: RoomLink, tmp_path: Path) -> None:
    async with window(link, tmp_path, SMALL) as pilot:
        await see(pilot, link, NEEDS.model_copy(update={"language": "es"}), "paso 4 de 8")
        await see(pilot, link, BLANK, "Un momento. Enseguida seguimos.")


async def test_the_time_is_marked_where_the_facilitator_wants_it(link: RoomLink, tmp_path: Path) -> None:
    async with window(link, tmp_path, SMALL) as pilot:
        screen = await see(pilot, link, NEEDS.model_copy(update={"time_mark": "half of it"}), "half of it")
        assert "step 4 of 8" in screen


@pytest.mark.parametrize("size", [LARGE_FONT, SMALL, ROOMY])
@pytest.mark.parametrize("page", [OPENING, PAUSE], ids=["opening", "pause"])
async def test_a_card_is_whole(link: RoomLink, tmp_path: Path, size: tuple[int, int], page: RoomPage) -> None:
    async with window(link, tmp_path, size) as pilot:
        screen = await see(pilot, link, page, page.title)
        for line in page.lines:
            assert line.words in screen
        row = next(row for row in screen.splitlines() if page.title in row)
        assert abs(row.index(page.title) + len(page.title) / 2 - size[0] / 2) <= 2


@pytest.mark.parametrize("size", [LARGE_FONT, SMALL, ROOMY])
async def test_the_line_that_is_spoken_of_is_brought_into_view(link: RoomLink, tmp_path: Path, size: tuple[int, int]) -> None:
    async with window(link, tmp_path, size) as pilot:
        for place in (40, 0, 59, 3):
            told = tuple(line.model_copy(update={"here": n == place}) for n, line in enumerate(MANY.lines))
            await see(pilot, link, MANY.model_copy(update={"lines": told}), f"{HERE}+ Strength number {place}")


async def test_another_step_begins_at_its_top(link: RoomLink, tmp_path: Path) -> None:
    async with window(link, tmp_path, LARGE_FONT) as pilot:
        await see(pilot, link, MANY, "number 40")
        nowhere = tuple(line.model_copy(update={"here": False}) for line in MANY.lines)
        await see(pilot, link, MANY.model_copy(update={"lines": nowhere, "step": 5}), "Strength number 0")


async def test_arrows_pages_and_the_wheel_scroll(link: RoomLink, tmp_path: Path) -> None:
    nowhere = tuple(line.model_copy(update={"here": False}) for line in MANY.lines)
    async with window(link, tmp_path, LARGE_FONT) as pilot:
        await see(pilot, link, MANY.model_copy(update={"lines": nowhere}), "number 0")
        scroll = pilot.app.query_one("#scroll")
        tops = [scroll.scroll_offset.y]
        for key in ("down", "pagedown", "end", "pageup", "up", "home"):
            await pilot.press(key)
            await pilot.pause()
            tops.append(scroll.scroll_offset.y)
        assert tops[0] < tops[1] < tops[2] < tops[3] > tops[4] > tops[5] > tops[6] == 0
        await pilot._post_mouse_events([MouseScrollDown], "#scroll", button=0)
        await until(pilot, lambda: scroll.scroll_offset.y > 0)


async def test_it_stays_where_somebody_scrolled_while_the_same_step_goes_on(link: RoomLink, tmp_path: Path) -> None:
    nowhere = tuple(line.model_copy(update={"here": False}) for line in MANY.lines)
    async with window(link, tmp_path, LARGE_FONT) as pilot:
        await see(pilot, link, MANY.model_copy(update={"lines": nowhere}), "number 0")
        await pilot.press("end")
        await until(pilot, lambda: "number 59" in painted(pilot))
        grown = (RoomLine(words="One more", mark="+", level=1), *nowhere)
        link.show(MANY.model_copy(update={"lines": grown}))
        await until(pilot, lambda: "number 58" in painted(pilot) and "number 59" not in painted(pilot))


@pytest.mark.parametrize("size", [(20, 5), (1, 1), (2, 9), (3, 40), (30, 8), (61, 17), (200, 60)])
async def test_any_size_is_survived(link: RoomLink, tmp_path: Path, size: tuple[int, int]) -> None:
    async with window(link, tmp_path, SMALL) as pilot:
        for page in (NEEDS, OPENING, MAP, MANY, PAUSE):
            link.show(page)
            await pilot.pause(0.1)
            await pilot.resize_terminal(*size)
            await pilot.pause()
        await pilot.resize_terminal(*SMALL)
        await see(pilot, link, NEEDS, "step 4 of 8")


async def test_hostile_words_are_only_words(link: RoomLink, tmp_path: Path) -> None:
    async with window(link, tmp_path, ROOMY) as pilot:
        for number, string in enumerate((*FORBIDDEN.values(), *FIT.values())):
            line = RoomLine(words=string, mark=string, detail=string, level=1, here=number % 2 == 0)
            page = RoomPage(
                kind="opening" if number % 3 == 0 else "page",
                title=f"{string} title {number}",
                step=1,
                steps=2,
                questions=(string, string),
                summary=string,
                lines=(line, RoomLine(words=string, heading=True, detail=string, mark=string)),
                time_mark=string,
            )
            screen = await see(pilot, link, page, f"title {number}")
            assert not [sign for sign in screen if sign < " " and sign != "\n"]
        for string in (FIT["tag"], FIT["action"], FIT["colour tag"]):
            assert string in await see(pilot, link, RoomPage(kind="page", lines=(RoomLine(words=string),)), string)


# Waiting, blank, gone


async def test_a_blank_page_shows_one_calm_sentence_and_nothing_stays_behind_it(link: RoomLink, tmp_path: Path) -> None:
    async with window(link, tmp_path, SMALL) as pilot:
        await see(pilot, link, NEEDS, "step 4 of 8")
        screen = await see(pilot, link, BLANK, CALM)
        assert words_of(screen) == f"{CALM} T Colors Q End"
        for name in ("#title", "#asked", "#lines"):
            assert str(pilot.app.query_one(name).render()) == ""


async def test_when_the_facilitator_goes_the_room_waits_and_follows_again(link: RoomLink, tmp_path: Path) -> None:
    async with window(link, tmp_path, LARGE_FONT) as pilot:
        await see(pilot, link, NEEDS, "step 4 of 8")
        link.close()
        await until(pilot, lambda: CALM in painted(pilot))
        again = RoomLink.resume(link.secret, tmp_path / "room")
        await see(pilot, again, MANY, "step 3 of 8")


async def test_another_code_can_be_typed_while_it_waits_and_only_then(link: RoomLink, tmp_path: Path) -> None:
    other = RoomLink.begin(tmp_path / "room")
    async with window(link, tmp_path, SMALL) as pilot:
        await see(pilot, link, NEEDS, "step 4 of 8")
        await pilot.press("enter")
        assert room(pilot).is_joined
        await see(pilot, link, BLANK, CALM)
        await pilot.press("enter")
        assert not room(pilot).is_joined
        assert "Type the code" in painted(pilot)
        other.show(MANY)
        await give_code(pilot, other.code)
        await until(pilot, lambda: MANY.title in painted(pilot))
        link.show(NEEDS)
        await pilot.pause(0.2)
        assert NEEDS.title not in painted(pilot)


async def test_the_window_asks_for_the_code_again_after_it_was_closed(link: RoomLink, tmp_path: Path) -> None:
    async with window(link, tmp_path, SMALL) as pilot:
        await see(pilot, link, NEEDS, "step 4 of 8")
    async with RoomApp(folder=tmp_path / "room").run_test(size=SMALL) as pilot:
        await pilot.pause(0.2)
        assert "Type the code" in painted(pilot)
        assert NEEDS.title not in painted(pilot)


@pytest.mark.parametrize("key", ["b", "B", "full_stop"])
async def test_one_key_blanks_this_window_and_loses_nothing(link: RoomLink, tmp_path: Path, key: str) -> None:
    async with window(link, tmp_path, LARGE_FONT) as pilot:
        await see(pilot, link, NEEDS, "step 4 of 8")
        await pilot.press(key)
        assert "This window is blank." in painted(pilot)
        link.show(MANY)
        await pilot.pause(0.2)
        assert MANY.title not in painted(pilot)
        await pilot.press(key)
        assert MANY.title in painted(pilot)


# Keys and mouse


async def test_the_looks_go_round_and_begin_with_the_one_of_most_contrast(link: RoomLink, tmp_path: Path) -> None:
    async with window(link, tmp_path, SMALL) as pilot:
        seen = []
        for _ in range(4):
            seen.append(pilot.app.theme)
            await pilot.press("t")
        assert seen == [themes.CONTRAST, themes.LIGHT, themes.DARK, themes.CONTRAST]


async def test_the_look_that_it_begins_with_has_a_contrast_of_seven_to_one(link: RoomLink, tmp_path: Path) -> None:
    async with window(link, tmp_path, SMALL) as pilot:
        seen = set()
        for page in (NEEDS, OPENING, PAUSE, MANY, BLANK):
            await see(pilot, link, page, page.title or CALM)
            seen |= looks(pilot)
        await pilot.press("b")
        seen |= looks(pilot)
        assert len(seen) > 5
        assert min((contrast(ink, ground), ink.hex, ground.hex) for ink, ground in seen) >= (7.0, "", "")


def contrast(ink: Color, ground: Color) -> float:
    """How much lighter one is than the other, 1 to 21 (Web Content Accessibility Guidelines 2.2, contrast ratio)."""
    light, dark = sorted((luminance(ink), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: Color) -> float:
    parts = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.normalized)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def test_contrast_is_measured_as_the_guideline_says() -> None:
    assert round(contrast(Color(255, 255, 255), Color(0, 0, 0)), 2) == 21.0
    assert round(contrast(Color(119, 119, 119), Color(255, 255, 255)), 2) == 4.48


def looks(pilot: Pilot[None]) -> set[tuple[Color, Color]]:
    """The pairs of ink and ground in which words are painted."""
    segments = [segment for strip in pilot.app.screen._compositor.render_strips() for segment in strip]
    pairs = set()
    for segment in segments:
        if segment.text.strip(" ─▁▂▃▄▅▆▇█▔▏▎▍▌▋▊▉") and segment.style and segment.style.color and segment.style.bgcolor:
            ink, ground = (Color.from_rich_color(each) for each in (segment.style.color, segment.style.bgcolor))
            pairs.add((ground, ink) if segment.style.reverse else (ink, ground))
    return pairs


@pytest.mark.parametrize("key", ["q", "Q", "ctrl+q", "ctrl+c"])
async def test_it_ends_by_a_key(link: RoomLink, tmp_path: Path, key: str) -> None:
    async with window(link, tmp_path, SMALL) as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert not pilot.app.is_running
        assert pilot.app.return_code == 0


async def test_while_a_code_is_typed_letters_are_letters(link: RoomLink, tmp_path: Path) -> None:
    async with RoomApp(folder=tmp_path / "room").run_test(size=SMALL) as pilot:
        await pilot.press("q", "b", "t", ".")
        assert pilot.app.query_one("#code", Input).value == "qbt."
        await pilot.press("ctrl+q")
        assert not pilot.app.is_running


async def test_every_key_of_the_line_can_be_clicked(link: RoomLink, tmp_path: Path) -> None:
    async with window(link, tmp_path, SMALL) as pilot:
        screen = await see(pilot, link, NEEDS, "step 4 of 8")
        row = screen.splitlines()[-1]
        await pilot.click("#keys", offset=(row.index("Colors"), 0))
        assert pilot.app.theme == themes.LIGHT
        await pilot.click("#keys", offset=(row.index("Blank"), 0))
        assert "This window is blank." in painted(pilot)
        await pilot.click("#keys", offset=(row.index("End"), 0))
        assert not pilot.app.is_running


async def test_a_code_can_be_joined_by_a_click(link: RoomLink, tmp_path: Path) -> None:
    async with RoomApp(folder=tmp_path / "room").run_test(size=LARGE_FONT) as pilot:
        await pilot.press(*link.code.lower().replace("-", ""))
        await pilot.click("#keys", offset=(3, 0))
        await until(pilot, lambda: room(pilot).is_joined)


@pytest.mark.parametrize("way", ["f1", "question_mark", "click"])
async def test_with_a_large_font_the_keys_are_shown_when_they_are_wanted(link: RoomLink, tmp_path: Path, way: str) -> None:
    async with window(link, tmp_path, LARGE_FONT) as pilot:
        screen = await see(pilot, link, NEEDS, "step 4 of 8")
        for expected in (True, False):
            assert ("B Blank" in screen) is not expected
            await (pilot.click("#title", offset=(2, 0)) if way == "click" else pilot.press(way))
            await pilot.pause()
            screen = painted(pilot)
            assert ("B Blank" in screen) is expected


# Nothing leaves


async def test_the_title_the_clipboard_and_the_palette_tell_nothing(
    link: RoomLink, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with window(link, tmp_path, SMALL) as pilot:
        await see(pilot, link, NEEDS, "step 4 of 8")
        written: list[str] = []
        monkeypatch.setattr(pilot.app._driver, "write", written.append)
        pilot.app.copy_to_clipboard("Ada")
        assert written == []
        await pilot.press("ctrl+p")
        await pilot.pause()
        assert len(pilot.app.screen_stack) == 1
        assert (pilot.app.title, pilot.app.sub_title) == ("teammeet", "")


def test_an_unexpected_fault_ends_in_one_sentence_without_values() -> None:
    app = RoomApp()
    app._handle_exception(ValueError("Ada needs one evening"))
    (told,) = app._exit_renderables
    assert "Something went wrong in this window." in str(told)
    assert "Ada" not in str(told)
    assert app.return_code == 1


def test_it_loads_no_vault_no_record_and_no_document() -> None:
    code = "import sys, teammeet.tui.room.app; print(' '.join(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    ours = ("teammeet.model", "teammeet.desk", "teammeet.store", "teammeet.practice", "teammeet.export", "teammeet.ecomap")
    assert [name for name in loaded if name.startswith(ours)] == []
    assert {name.partition(".")[0] for name in loaded} & {"sqlcipher3", "docx", "lxml"} == set()
    assert "teammeet.tui.room.app" in loaded


# Painting


def test_the_line_that_is_spoken_of_is_told_by_its_form() -> None:
    plain = lines(NEEDS, 60, airy=False)
    assert plain.here is not None
    begins, ends = plain.here
    assert [row.plain for row in plain.rows[begins:ends]] == [f"{HERE}2 Ada needs one evening a week".ljust(60)]
    assert not any(row.plain.startswith(HERE) for row in (*plain.rows[:begins], *plain.rows[ends:]))


@pytest.mark.parametrize("width", [12, 20, 37, 72, 110])
def test_no_row_is_wider_than_its_room_and_no_word_is_lost(width: int) -> None:
    for page in (NEEDS, MANY, OPENING, PAUSE):
        for paint in (lines, card):
            rows = paint(page, width, airy=True).rows
            told = "".join("".join(row.plain.split()) for row in rows)
            assert all(line.words.replace(" ", "") in told for line in page.lines)
            if width >= 20:
                assert max(row.cell_length for row in rows) <= width


@given(PAGES, st.integers(LEAST_WIDTH, 160), st.booleans())
def test_any_page_can_be_painted_for_any_width(page: RoomPage, width: int, airy: bool) -> None:
    for painted_page in (heading(page, width), asked(page, width, airy), summed_up(page, width), lines(page, width, airy)):
        assert Content("\n").join(painted_page.rows).plain == painted_page.whole.plain
    for painted_page in (lines(page, width, airy), card(page, width, airy)):
        spoken_of = [line for line in page.lines if line.here]
        assert (painted_page.here is None) == (not spoken_of)
        if painted_page.here is not None:
            begins, ends = painted_page.here
            assert 0 <= begins < ends <= len(painted_page.rows)
            assert HERE.strip() in painted_page.rows[begins].plain
