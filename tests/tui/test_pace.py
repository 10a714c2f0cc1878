"""The clock of a meeting on its screen: for the facilitator alone, at once when a minute turns, stealing no answer."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.tui.meeting_app import Room, Time, at_meeting, fresh_desk
from tests.tui.meeting_scenes import FIRST, TEN, scene_at, small_family
from textual.color import Color
from textual.widgets import OptionList

from teammeet.desk import Desk, Place
from teammeet.model.family import put
from teammeet.model.meetings import Attendance, Meeting, StepMinutes
from teammeet.model.people import Person
from teammeet.model.plan import Task
from teammeet.model.values import Words
from teammeet.room_window.glass import RoomGlass
from teammeet.tui import themes
from teammeet.tui.meeting.clock import LONGEST, seconds_of, with_seconds_beside
from teammeet.tui.meeting.end_words import read_end
from teammeet.tui.meeting.time_dialog import TimeDialog
from teammeet.tui.meeting.time_words import time_mark
from teammeet.tui.widgets.line_input import LineInput
from teammeet.tui.widgets.rail import Rail, RailStop, StepBar
from teammeet.tui.widgets.record_list import RecordList

PLANNED = {"welcome": 6, "story-and-vision": 9, "going-well": 8, "needs": 8, "outcomes": 7, "ideas-and-tasks": 10}


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file of the room's window lies where this test looks, and nowhere else."""
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    """An hour's meeting of a family of which nothing is known yet."""
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=FIRST) as there:
        yield there


def bar(room: Room) -> str:
    return room.app.screen.query_one(StepBar).render().plain.strip()


def whole(room: Room) -> str:
    """How the whole meeting stands, below the line."""
    return str(room.meeting.line.border_subtitle or "")


async def after(room: Room, minutes: float) -> None:
    """So much time passes; then the clock is looked at."""
    room.time.now += timedelta(minutes=minutes)
    room.meeting.tick()
    await room.pilot.pause()


async def somebody_leaves(room: Room, minute: float, *, name: str = "Dani") -> None:
    """The youth is here and must leave then."""
    youth = Person(id="dani", used_name=name, enrolled=True)
    at = TEN + timedelta(minutes=minute)
    here = Attendance(meeting=room.meeting.meeting.id, who="dani", how="room", arrived_at=TEN, must_leave_at=at)
    assert room.app.keep(put(youth), put(here))
    await room.pilot.pause()


# What is shown


async def test_the_minutes_of_the_step_stand_in_the_bar_and_turn_by_themselves(room: Room) -> None:
    assert bar(room).endswith("0 of 6 min")
    await after(room, 4)
    assert bar(room).endswith("4 of 6 min")


async def test_a_step_that_comes_to_its_end_says_so_in_words_and_by_level(room: Room) -> None:
    await after(room, 5)
    assert bar(room).endswith("5 of 6 min · wrap up")
    await after(room, 0.8)
    assert bar(room).endswith("5 of 6 min · time is up")
    await after(room, 3.2)
    assert bar(room).endswith("3 min over")


async def test_spanish_says_it_too(room: Room) -> None:
    room.app.save_settings(language="es")
    room.meeting.show_all()
    await after(room, 5)
    assert bar(room).endswith("5 de 6 min · cierre ya")


@pytest.mark.parametrize("theme", themes.THEMES, ids=lambda theme: theme.name)
def test_the_ground_of_amber_and_red_can_be_read_in_every_look(theme: Any) -> None:
    for ground in (theme.warning, theme.error):
        assert contrast(theme.background, ground) >= 4.5


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [part / 255 for part in Color.parse(colour).rgb]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


async def test_below_the_line_stands_ahead_or_behind_and_what_is_left(room: Room) -> None:
    assert "on time · 60 min left" in whole(room)
    await after(room, 10)
    assert "4 min behind · 50 min left" in whole(room)
    await room.press("pagedown", "pagedown", "pagedown")
    assert "4 min behind · 50 min left" in whole(room)
    await after(room, 55)
    assert "5 min past the end" in whole(room)


async def test_who_only_turns_pages_is_neither_ahead_nor_behind_and_no_step_takes_over_their_minutes(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=FIRST, size=(160, 45)) as room:
        planned = [f"{step.minutes} min" for step in room.meeting.agenda.steps]
        for number in range(1, len(planned)):
            await room.press("pagedown")
            assert "on time · 60 min left" in whole(room)
            here = ["0 of " + words if place == number else words for place, words in enumerate(planned)]
            assert minutes_in_rail(room) == here


async def test_a_step_is_ticked_still_when_the_machine_stopped_after_something_was_kept_there(tmp_path: Path) -> None:
    time = Time()
    vault = tmp_path / "kept.vault"
    desk = Desk.create(vault, "one two three four five six")
    desk.clock = time
    family = desk.start_family("Rivera family").header.id
    async with at_meeting(desk, family, time, agenda=FIRST) as room:
        await room.press("pagedown", "pagedown")
        await room.type("cooks")
        await room.press("pagedown")
        assert room.meeting.stand.done == {"going-well"}
        as_it_lay = Desk.unlock(vault, "one two three four five six")  # what another program would read, were this one killed
        place = as_it_lay.place(family)
        as_it_lay.close()
        assert place is not None
        assert place.done == ("going-well",)
        room.app.go("family")
        await room.pilot.pause()
    again = Desk.unlock(vault, "one two three four five six")
    again.clock = time
    async with at_meeting(again, family, time) as room:
        assert room.meeting.stand.done == {"going-well"}


async def test_what_a_step_runs_over_is_taken_from_the_others_at_once(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=FIRST, size=(160, 45)) as room:
        await after(room, 18)
        assert minutes_in_rail(room) == [
            "12 min over",
            *(f"{minutes} min (was {planned})" for minutes, planned in ((6, 9), (6, 8), (6, 8), (5, 7), (7, 10))),
            "7 min",
            "5 min",
        ]
        await room.press("alt+4")
        assert minutes_in_rail(room)[:4] == ["18 of 6 min", "6 min (was 9)", "6 min (was 8)", "0 of 6 min"]
        await after(room, 6)
        assert minutes_in_rail(room)[:3] == ["18 of 6 min", "9 min · not done", "8 min · not done"]


def minutes_in_rail(room: Room) -> list[str]:
    stops = room.app.screen.query_one(Rail).query(RailStop)
    return [str(stop.content).splitlines()[-1].strip() for stop in stops]


async def test_a_minute_that_turns_paints_the_clock_and_not_the_record(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    painted = []
    monkeypatch.setattr(RecordList, "show", lambda *_: painted.append(1))
    await after(room, 3)
    assert bar(room).endswith("3 of 6 min")
    assert painted == []


async def test_a_meeting_left_open_for_a_night_has_no_pace(room: Room) -> None:
    await after(room, 5 * 60 + 1)
    assert "min" not in whole(room)


# The room sees no clock


async def test_a_screen_that_the_room_sees_has_nothing_of_the_clock(room: Room) -> None:
    room.meeting.share("screen")
    for _ in range(8):
        await after(room, 9)
        assert " min" not in room.screen_text
        assert " behind" not in whole(room)
        assert not room.told
        await room.press("pagedown")
    assert "Minutes" not in room.screen_text


async def test_on_request_the_room_sees_a_calm_mark_and_then_no_more(room: Room) -> None:
    room.meeting.share("screen")
    await after(room, 36)
    assert "●" not in whole(room)
    await room.press("shift+f5")
    assert "●●●○○" in whole(room)
    await after(room, 12)
    assert "●●●●○" in whole(room)
    await room.press("shift+f5")
    assert "●" not in whole(room)


async def test_the_rooms_window_has_the_mark_only_when_the_facilitator_wants_it(room: Room) -> None:
    await after(room, 30)
    assert room.meeting.time_mark() == ""
    await room.press("shift+f5", "m", "escape")
    assert room.meeting.time_mark() == "●●○○○"
    assert room.meeting.room_page().time_mark == "●●○○○"
    room.meeting.share("window")
    await room.press("escape")
    await after(room, 12)
    page = RoomGlass.join(room.app.room.code).look()
    assert page is not None
    assert page.time_mark == "●●●○○"


def test_the_mark_is_the_same_calm_bar_after_the_end() -> None:
    family = small_family(meetings=(Meeting(id="now", agenda=FIRST, started_at=TEN - timedelta(hours=5)),))
    assert time_mark(scene_at("welcome", family)) == "●●●●●"
    over = small_family(meetings=(Meeting(id="now", agenda=FIRST, started_at=TEN, ended_at=TEN),))
    assert time_mark(scene_at("welcome", over)) == ""


# Remarks


async def test_at_twenty_minutes_to_go_it_says_once_what_can_wait_and_what_must_not(room: Room) -> None:
    await room.press("alt+4")
    room.app.keep(put(Task(words=Words(text="call the school"))))
    await after(room, 39)
    assert room.told == ""
    await after(room, 1)
    assert room.told.startswith("20 minutes to go. This can wait till you meet again: What will be different.")
    assert "If things get hard · " in room.told
    assert "1 task with no name (or no one will do it)" in room.told
    assert "the next date" in room.told
    await room.press("escape")
    await after(room, 1)
    assert room.told == ""


async def test_a_remark_waits_for_a_hint_and_for_a_question(room: Room) -> None:
    await room.press("alt+4")
    room.meeting.tell("What came of it.")
    await after(room, 40)
    assert room.told == "What came of it."
    room.meeting.tell("")
    await room.press("f6")
    await after(room, 0)
    assert room.told == ""
    await room.press("escape")
    await after(room, 0)
    assert room.told.startswith("20 minutes to go.")


async def test_who_must_leave_early_is_said_before_with_what_comes_first_and_when_it_is_time(room: Room) -> None:
    await somebody_leaves(room, 40)
    assert "40 min till Dani leaves" in whole(room)
    await after(room, 20)
    assert room.told.startswith("Dani must leave at 10:40. Do this before: ")
    assert room.told.endswith("the next date. Start by 10:28.")
    await room.press("escape")
    await after(room, 20)
    assert room.told == "Dani must leave now (10:40)."
    await room.press("escape")
    await after(room, 1)
    assert "till Dani leaves" not in whole(room)
    assert not room.told.startswith("Dani")


async def test_a_name_that_looks_like_markup_is_only_a_name(room: Room) -> None:
    await somebody_leaves(room, 15, name="[/] [@click=app.quit]")
    await after(room, 0)
    assert room.told.startswith("[/] [@click=app.quit] must leave at 10:15.")
    await room.press("shift+f5")
    assert isinstance(room.app.screen, TimeDialog)


async def test_when_not_even_the_last_steps_fit_it_says_so(room: Room) -> None:
    await room.press("alt+4")
    await after(room, 50)
    assert room.told.startswith("Time is too short for If things get hard · ")
    assert "2 min are missing" in room.told


# The overview


async def test_the_overview_lists_the_steps_and_enter_goes_to_one(room: Room) -> None:
    await after(room, 20)
    await room.press("shift+f5")
    assert isinstance(room.app.screen, TimeDialog)
    lines = [line for line in room.screen_text.splitlines() if "can wait" in line]
    assert len(lines) == len(PLANNED) - 1
    assert room.screen_text.count("must not wait") == 2
    await room.press("down", "down", "enter")
    assert room.meeting.stand.step == "going-well"


async def test_a_click_on_a_step_goes_there(room: Room) -> None:
    await room.press("shift+f5")
    await room.pilot.click(OptionList, offset=(6, 3))
    await room.pilot.pause()
    assert room.meeting.stand.step == "needs"


async def test_a_click_on_the_present_step_or_its_minutes_opens_the_overview_for_the_facilitator_alone(room: Room) -> None:
    for offset in ((4, 0), (76, 0)):
        await room.pilot.click(StepBar, offset=offset)
        await room.pilot.pause()
        assert isinstance(room.app.screen, TimeDialog)
        await room.press("escape")
    room.meeting.share("screen")
    await room.pilot.click(StepBar, offset=(4, 0))
    await room.pilot.pause()
    assert not isinstance(room.app.screen, TimeDialog)
    assert room.meeting.time_mark() == ""


async def test_the_planned_end_is_set_in_words_and_undo_takes_it_back(room: Room) -> None:
    await room.press("shift+f5", "tab")
    await type_end(room, "20 more minutes")
    assert room.family.meetings[0].ends_at == TEN + timedelta(minutes=80)
    await room.press("tab")
    await type_end(room, "")
    assert room.family.meetings[0].ends_at is None
    await room.press("escape")
    assert "60 min left" in whole(room)
    await room.press("ctrl+z")
    assert room.family.meetings[0].ends_at == TEN + timedelta(minutes=80)


async def type_end(room: Room, said: str) -> None:
    room.app.screen.query_one("#end", LineInput).value = said
    await room.press("enter")
    await room.pilot.pause()


async def test_an_end_that_is_past_or_not_understood_is_told_and_changes_nothing(room: Room) -> None:
    await after(room, 30)
    await room.press("shift+f5", "tab")
    await type_end(room, "soon")
    assert "Write it like: until 16:30" in room.screen_text
    await type_end(room, "until 10:20")
    assert "10:20 is past." in room.screen_text
    assert room.family.meetings[0].ends_at is None


@pytest.mark.parametrize(
    ("said", "end"),
    [
        ("until 16:30", (16, 30)),
        ("till 4:30 pm", (16, 30)),
        ("hasta las 16:30", (16, 30)),
        ("a las 4", (16, 0)),
        ("until 1", (13, 0)),
        ("11:15", (11, 15)),
        ("20 more minutes", (11, 20)),
        ("20 minutes more", (11, 20)),
        ("+20", (11, 20)),
        ("20 minutos más", (11, 20)),
        ("10 minutes less", (10, 50)),
        ("-10", (10, 50)),
        ("10 minutos menos", (10, 50)),
        ("in 15 minutes", (10, 45)),
        ("en 15 min", (10, 45)),
        ("15 min left", (10, 45)),
        ("until 9:15", (9, 15)),
    ],
)
def test_an_end_as_people_say_it(said: str, end: tuple[int, int]) -> None:
    now = TEN + timedelta(minutes=30)
    found = read_end(said, now, TEN + timedelta(minutes=60))
    assert found == datetime(2026, 3, 2, *end, tzinfo=TEN.tzinfo)


def test_in_the_evening_a_time_of_the_morning_means_the_evening() -> None:
    evening = TEN + timedelta(hours=8)
    assert read_end("until 7:30", evening, evening) == datetime(2026, 3, 2, 19, 30, tzinfo=TEN.tzinfo)


@pytest.mark.parametrize("said", ["soon", "20", "until the bus comes", "99:99", "20 more minutes than 5", "until 16:30 or so"])
def test_an_end_that_is_not_understood_is_none(said: str) -> None:
    assert read_end(said, TEN, TEN + timedelta(minutes=60)) is None


# Seconds are kept


async def test_when_the_machine_stops_no_more_than_a_few_seconds_are_lost(tmp_path: Path) -> None:
    time = Time()
    desk = Desk.create(tmp_path / "kept.vault", "one two three four five six")
    desk.clock = time
    family = desk.start_family("Rivera family").header.id
    async with at_meeting(desk, family, time, agenda=FIRST) as room:
        before = len(room.app.desk.history(family))
        for _ in range(10):
            await after(room, 0.2)
        time.now += timedelta(seconds=9)
        assert seconds_of(room.meeting.meeting, "welcome") == 0
        assert len(room.app.desk.history(family)) == before
    again = Desk.unlock(tmp_path / "kept.vault", "one two three four five six")
    again.clock = time
    async with at_meeting(again, family, time) as room:
        assert seconds_of(room.meeting.meeting, "welcome") == 120


async def test_typing_writes_no_place_for_the_seconds_alone(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    written = []
    monkeypatch.setattr(room.app.desk, "save_place", lambda *_: written.append(1))
    for letter in "a quick line":
        room.time.now += timedelta(seconds=0.5)
        room.line.insert_text_at_cursor(letter)
        await room.pilot.pause()
    assert written == []


def test_what_lies_beside_never_counts_twice() -> None:
    kept = Meeting(id="m", steps=(StepMinutes(step="welcome", seconds=300),))
    assert with_seconds_beside(kept, Place(meeting="m", step="welcome", step_seconds=290)) == kept
    found = with_seconds_beside(kept, Place(meeting="m", step="welcome", step_seconds=320))
    assert seconds_of(found, "welcome") == 320
    assert with_seconds_beside(kept, Place(meeting="other", step="welcome", step_seconds=900)) == kept
    assert (
        with_seconds_beside(kept.changed(ended_at=TEN), Place(meeting="m", step="welcome", step_seconds=900)).steps
        == kept.steps
    )


async def test_after_a_night_what_was_counted_before_stands_and_the_clock_begins_anew(room: Room) -> None:
    await after(room, 2)
    await after(room, LONGEST / 60 + 1)
    assert seconds_of(room.meeting.meeting, "welcome") == 120
    await after(room, 5)
    assert seconds_of(room.meeting.meeting, "welcome") == 420
