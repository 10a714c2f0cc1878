"""A rehearsal driven by keys: each thing is ticked by doing it, nothing of it is on what the room sees, nothing is kept."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import pytest
from tests.tui.meeting_app import Room, Time
from textual.widgets import Input

from teammeet import demo
from teammeet.desk import Desk
from teammeet.tui.rehearsal.app import RehearsalApp
from teammeet.tui.rehearsal.faster_clock import STOPPED
from teammeet.tui.rehearsal.pages import Ending, ThingsToTry, Welcome
from teammeet.tui.rehearsal.prompter import LinePrompter, Prompter, SidePrompter
from teammeet.tui.rehearsal.start import move_in
from teammeet.tui.screens.sign import SignScreen

DAY = date(2026, 3, 2)


class Ticks:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


class Practice(Room):
    """A room that is rehearsed in."""

    app: RehearsalApp
    ticks: Ticks

    @property
    def tried(self) -> frozenset[str]:
        self.app.look()
        return self.app.rehearsal.tried

    @property
    def line_said(self) -> str:
        return str(self.app.screen.query_one(LinePrompter).content)

    async def wait(self) -> None:
        """Until the threads and dialogs have come to rest."""
        await self.app.workers.wait_for_complete(
            [worker for worker in self.app.workers if worker.group in ("export", "everything")]
        )
        await self.pilot.pause()
        await self.pilot.pause()


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))


@pytest.fixture
def files(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "files"
    folder.mkdir()
    yield folder
    assert not (tmp_path / "home").exists()


@asynccontextmanager
async def rehearsing(
    tmp_path: Path, files: Path, *, factor: int = STOPPED, size: tuple[int, int] = (80, 24), language: str = "en"
) -> AsyncIterator[Practice]:
    desk = Desk.throw_away(tmp_path / "rehearsal.vault")
    ticks = Ticks()
    begun, clock = move_in(desk, DAY, ticks)
    app = RehearsalApp(desk, begun, meeting=demo.MEETING, clock=clock, factor=factor, folder=files, language=language)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, Welcome)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        practice = Practice(pilot, app, Time())
        practice.ticks = ticks
        yield practice


@pytest.fixture
async def room(tmp_path: Path, files: Path) -> AsyncIterator[Practice]:
    async with rehearsing(tmp_path, files) as practice:
        yield practice


async def people_come(room: Practice) -> None:
    """Mari, Lola and Teo are marked; the next on the list is Emeka."""
    await room.press("f3", "alt+r", "alt+r", "alt+r")


# Each is ticked by doing it


async def test_the_opening_card(room: Practice) -> None:
    await room.press("alt+0")
    await room.pilot.pause()
    assert room.tried == {"card"}


async def test_who_came_and_who_did_not(room: Practice) -> None:
    await room.press("f3", "alt+r", "alt+r")
    assert room.tried == set()
    await room.press("alt+r")
    assert room.tried == {"came"}
    await room.press("alt+p")
    assert room.tried == {"came", "phone"}
    await room.press("alt+m")
    await room.type("3:40")
    assert room.tried == {"came", "phone", "leaves"}
    await room.press("alt+a")
    assert "away" in room.tried


async def test_somebody_who_is_not_on_the_team(room: Practice) -> None:
    await people_come(room)
    await room.type("Abuela Inés")
    assert room.tried == {"came"}
    await room.type("Coach Ruiz, swim coach")
    assert room.tried == {"came", "newcomer"}


async def test_three_strengths_with_initials(room: Practice) -> None:
    for line in ("MA: cooks", "MA: sings", "fixes bikes"):
        await room.type(line)
    assert room.tried == set()
    await room.type("TE: laughs")
    assert room.tried == {"strengths"}


async def test_an_earlier_task(room: Practice) -> None:
    await room.press("alt+2", "alt+d")
    assert room.tried == {"earlier"}


async def test_the_minutes_and_a_reading(room: Practice) -> None:
    await room.press("shift+f5")
    await room.pilot.pause()
    assert room.tried == {"time"}
    await room.press("escape", "alt+3", "down", "down")
    await room.type("MA: 7/10")
    assert room.tried == {"time", "reading"}


async def test_a_worry_the_need_behind_it_and_a_need_that_is_a_service(room: Practice) -> None:
    await room.press("alt+4")
    await room.type("! Mari slams the door")
    assert room.tried == {"worry"}
    await room.press("alt+n")
    await room.type("a place where I can be mad")
    assert room.tried == {"worry", "behind"}
    await room.type("Mari needs therapy")
    assert room.tried == {"worry", "behind", "service"}
    assert "service" in room.told


async def test_the_family_ranks(room: Practice) -> None:
    await room.press("alt+4")
    await room.type("MA: to sleep")
    assert "rank" not in room.tried
    await room.press("alt+up")
    assert "rank" in room.tried


async def test_ideas_a_choice_who_carries_it_and_a_task_for_somebody_who_is_not_there(room: Practice) -> None:
    await room.press("alt+5")
    for line in ("one", "two", "three"):
        await room.type(f"LO: idea {line}")
    assert room.tried == {"storm"}
    await room.press("alt+e")
    await room.press("alt+n")
    assert room.tried == {"storm", "choose"}
    await room.press("alt+w")
    await room.pilot.pause()
    await room.press("space", "enter")
    await room.pilot.pause()
    assert room.tried == {"storm", "choose", "carry"}
    await room.press("f3")
    await room.type("LI: call the coach by Friday")
    assert room.tried == {"storm", "choose", "carry", "task"}


async def test_a_parked_line_and_one_that_is_taken_back(room: Practice) -> None:
    await room.pilot.press(*"the dog")
    await room.press("f6")
    assert room.tried == {"park"}
    await room.type("MA: something private")
    await room.press("ctrl+k")
    assert room.tried == {"park", "take-back"}


async def test_a_pause(room: Practice) -> None:
    await room.press("ctrl+n")
    await room.pilot.pause()
    assert room.tried == {"pause"}


async def test_twenty_minutes_to_go_come_with_a_fast_clock(tmp_path: Path, files: Path) -> None:
    async with rehearsing(tmp_path, files, factor=4) as room:
        room.ticks.seconds += 599
        assert "twenty" not in room.tried
        room.ticks.seconds += 2
        assert "twenty" in room.tried
        room.meeting.tick()
        await room.pilot.pause()
        assert "20 minutes to go" in room.told


async def test_the_crisis_plan_and_the_next_date(room: Practice) -> None:
    await room.press("alt+6")
    await room.type("Churro at her feet")
    assert room.tried == {"crisis"}
    await room.press("alt+7")
    await room.type("in two weeks at 5 pm")
    assert room.tried == {"crisis", "next-date"}


async def test_reading_back_and_a_dissent(room: Practice) -> None:
    await people_come(room)
    await room.press("shift+f9")
    await room.pilot.pause()
    await room.press("a")
    assert room.tried == {"came", "read-back"}
    await room.press("d")
    await room.type("EM")
    await room.type("I want more days with the children")
    await room.pilot.pause()
    await room.press("enter")
    await room.pilot.pause()
    assert room.tried == {"came", "read-back", "dissent"}


async def test_stopping_well(room: Practice) -> None:
    await room.press("shift+f12")
    await room.pilot.pause()
    await room.press("f12")
    await room.pilot.pause()
    assert room.tried == set()
    await room.press("enter")
    await room.pilot.pause()
    assert room.tried == {"stop-well"}


async def test_a_degree_a_typed_name_and_the_copies(room: Practice, files: Path) -> None:
    await people_come(room)
    await room.press("f9")
    await room.pilot.pause()
    await room.press("4")
    assert room.tried == {"came", "degree"}
    await room.press("f9")
    await room.pilot.pause()
    await room.press("y")
    await room.pilot.pause()
    await room.press("t", "enter")  # Mari may be under age: the first answer is her assent
    await room.pilot.pause()
    await room.press(*"Mari", "enter")
    await room.pilot.pause()
    assert room.tried == {"came", "degree", "hand-over"}
    await room.press("f5")
    await room.pilot.pause()
    assert room.app.screen.query_one("#folder", Input).value == str(files)
    await room.press("f9")
    await room.wait()
    assert room.tried == {"came", "degree", "hand-over", "copies"}


async def test_a_private_rating(room: Practice) -> None:
    await people_come(room)
    await room.press("f9")
    await room.pilot.pause()
    await room.press("m")
    await room.pilot.pause()
    await room.press("enter", "5", "5", "5", "enter", "2")
    await room.pilot.pause()
    assert isinstance(room.app.screen, SignScreen)
    assert room.tried == {"came", "rate"}


# What the room sees


async def test_the_rooms_window_and_a_blank_are_ticked_and_have_nothing_of_the_rehearsal(room: Practice) -> None:
    await people_come(room)
    room.meeting.share("window")
    await room.pilot.pause()
    await room.press("escape", "ctrl+b")
    assert room.tried == {"came", "share", "blank"}
    page = repr(room.meeting.room_page())
    for words in ("rehearsal", "Try:", "Shift+F4"):
        assert words not in page
    assert "Try:" in room.screen_text


async def test_on_a_screen_that_the_room_sees_nothing_of_the_rehearsal_stands(room: Practice) -> None:
    await people_come(room)
    assert "rehearsal" in room.screen_text
    room.meeting.share("screen")
    await room.pilot.pause()
    assert not any(prompter.display for prompter in room.app.screen.query(Prompter))
    for words in ("rehearsal", "Try:", "Shift+F4", "12×"):
        assert words not in room.screen_text
    await room.press("shift+f1")
    await room.pilot.pause()
    assert not isinstance(room.app.screen, ThingsToTry)
    room.app.room.share("none", "")
    await room.pilot.pause()
    room.app.look()
    await room.pilot.pause()
    assert "Try:" in room.screen_text
    assert "rehearsal" in room.screen_text


# How it speaks


@pytest.mark.parametrize("language", ["en", "es"])
async def test_on_a_small_screen_the_meeting_is_whole_below_the_line(tmp_path: Path, files: Path, language: str) -> None:
    async with rehearsing(tmp_path, files, language=language) as room:
        prompter = room.app.screen.query_one(LinePrompter)
        assert prompter.region.y == 1
        assert prompter.region.height <= 3
        assert not prompter.region.overlaps(room.record.region)
        assert room.record.region.height >= 5
        assert room.line.region.bottom == 23
        assert not room.app.screen.query_one(SidePrompter).display


async def test_on_a_wide_screen_it_stands_at_the_side(tmp_path: Path, files: Path) -> None:
    async with rehearsing(tmp_path, files, size=(160, 45)) as room:
        side = room.app.screen.query_one(SidePrompter)
        assert side.display
        assert side.region.x >= 120
        assert not room.app.screen.query_one(LinePrompter).display
        await room.press("f9")
        await room.pilot.pause()
        assert room.app.screen.query_one(LinePrompter).display


async def test_the_speed_stands_in_the_heading_and_a_key_changes_it(tmp_path: Path, files: Path) -> None:
    async with rehearsing(tmp_path, files, factor=12) as room:
        assert "rehearsal · 12×" in room.screen_text
        await room.press("shift+f2")
        assert "rehearsal · 30×" in room.screen_text
        await room.press("shift+f2")
        assert "rehearsal · clock stopped" in room.screen_text
        before = room.app.clock()
        room.ticks.seconds += 100
        assert room.app.clock() == before


async def test_the_clock_waits_until_the_welcome_was_read(tmp_path: Path, files: Path) -> None:
    async with rehearsing(tmp_path, files, factor=30) as room:
        started = room.meeting.meeting.started_at
        assert started is not None
        assert (started.hour, started.minute) == (15, 0)
        assert room.app.clock() == started


async def test_minutes_and_times_of_coming_follow_the_fast_clock(tmp_path: Path, files: Path) -> None:
    async with rehearsing(tmp_path, files, factor=12) as room:
        room.ticks.seconds += 75
        await room.type("MA: sings")
        await room.press("f3", "alt+r")
        (held,) = [each for each in room.family.attendances if each.meeting == demo.MEETING]
        assert held.arrived_at is not None
        assert (held.arrived_at.hour, held.arrived_at.minute) == (15, 15)
        await room.press("pagedown")
        assert [step.seconds for step in room.meeting.meeting.steps] == [900]


async def test_a_thing_is_left_for_later_and_picked_from_the_list(room: Practice) -> None:
    assert "card" in room.line_said
    await room.press("shift+f4")
    assert "Mark three people" in room.line_said
    await room.press("shift+f1")
    await room.pilot.pause()
    assert isinstance(room.app.screen, ThingsToTry)
    assert "– Open with the card" in room.screen_text
    await room.press("up", "enter")
    await room.pilot.pause()
    assert "card" in room.line_said


async def test_its_keys_are_in_the_palette(room: Practice) -> None:
    await room.press("ctrl+p")
    await room.pilot.pause()
    await room.press(*"What to try")
    await room.pilot.pause(0.3)
    assert "What to try  (Shift+F1)" in room.screen_text


async def test_what_was_typed_is_never_read_as_markup(room: Practice) -> None:
    for line in ("[/] MA", "[@click=app.quit]x", "MA: [bold]"):
        await room.type(line)
    room.app.look()
    await room.pilot.pause()
    assert room.app.is_running


# The end


async def test_at_the_end_it_says_what_was_tried_and_gives_no_grade(room: Practice) -> None:
    await people_come(room)
    await room.press("ctrl+q")
    await room.pilot.pause()
    assert isinstance(room.app.screen, Ending)
    shown = room.screen_text
    assert shown.index("What you tried") < shown.index("Mark who came") < shown.index("What is still there to try")
    assert "%" not in shown
    await room.press("escape")
    await room.pilot.pause()
    assert room.app.is_running
    assert room.meeting.is_held


async def test_it_ends_with_enter(room: Practice) -> None:
    await room.press("ctrl+q")
    await room.pilot.pause()
    await room.press("enter")
    await room.pilot.pause()
    assert not room.app.is_running or room.app.return_code == 0
