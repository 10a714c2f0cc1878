"""A meeting typed by keys alone, at 80×24."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.tui.meeting_app import Room, Time, at_meeting, demo_desk, fresh_desk
from tests.tui.meeting_scenes import FIRST, REVIEW, TEN

from teammeet.desk import Desk
from teammeet.errors import VaultFull
from teammeet.model.family import put
from teammeet.model.meetings import Meeting
from teammeet.model.people import Person
from teammeet.model.plan import Strength, Task
from teammeet.model.values import Words
from teammeet.tui.meeting.clock import minutes_of
from teammeet.tui.meeting.pick import PickAgenda
from teammeet.tui.screens.family import FamilyScreen
from teammeet.tui.screens.meeting import MeetingScreen
from teammeet.tui.sheets import history
from teammeet.tui.sheets.row import Look
from teammeet.tui.widgets.editor import EditItem
from teammeet.tui.widgets.rail import Rail, StepBar


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    """The first meeting of a family of which nothing is known yet."""
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=FIRST) as there:
        yield there


@pytest.fixture
async def review(tmp_path: Path) -> AsyncIterator[Room]:
    """The review meeting of the demo's family."""
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as there:
        yield there


async def test_a_first_meeting_typed_by_keys_alone(room: Room) -> None:
    for line in ("Rosa Rivera, mother", "Dani, youth", "Abuela Carmen, grandmother", "Ms. Ortiz, teacher"):
        await room.type(line)
    await room.press("f3")
    await room.type("One person talks at a time")
    await room.press("pagedown")
    await room.type("We came by ferry when Dani was four")
    await room.press("f3")
    await room.type("Dinner together without slamming doors")
    await room.press("pagedown")
    await room.type("DA: draws every bus route in town when he is upset")
    await room.press("pagedown")
    await room.type("! runs out of class @DA")
    await room.type("to know he may leave without trouble")
    await room.press("alt+up", "alt+b")
    await room.press("enter")
    await room.press("pagedown")
    await room.type("Dani tells an adult before he leaves, by next Friday")
    await room.press("pagedown")
    await room.type("AC: my kitchen after school")
    await room.press("f3", "alt+n", "f3")
    await room.type("Ask the principal @OR by next Tuesday")
    await room.press("alt+a", "pagedown")
    await room.type("When I cannot find him")
    await room.press("pagedown")
    await room.type("in two weeks at 4 pm, library")
    family = room.family
    assert [p.label for p in family.people] == ["Rosa Rivera", "Dani"]
    assert [(s.label, s.kind) for s in family.supports] == [("Abuela Carmen", "natural"), ("Ms. Ortiz", "formal")]
    assert all(a.is_present for a in family.attendances)
    assert family.header.ground_rules == ("One person talks at a time",)
    assert family.header.vision.verbatim
    assert family.strengths[0].whose == (family.people[1].id,)
    assert (family.needs[0].rank, family.needs[0].behind) == (1, (family.worries[0].id,))
    assert family.outcomes[0].needs == (family.needs[0].id,)
    assert family.strategies[0].source == "natural"
    assert (family.tasks[0].consent, family.tasks[0].strategy) == ("agreed", family.strategies[0].id)
    assert str(family.crisis_plans[0].definition) == "When I cannot find him"
    assert [str(m.on) for m in family.meetings] == ["2026-03-02", "2026-03-16"]


async def test_a_review_typed_by_keys_alone(review: Room) -> None:
    await review.type("MA: asked for help twice")
    await review.press("pagedown", "alt+d", "alt+h", "alt+m")
    await review.type("in two weeks")
    await review.press("alt+3", "down", "down")
    await review.type("MA: 7/10 most days")
    statuses = [task.status for task in review.family.tasks if task.status_on == review.app.today()]
    assert sorted(statuses) == ["done", "moved", "still_hard"]
    assert review.family.readings[-1].score == 7
    assert str(review.family.strengths[-1].words) == "asked for help twice"


async def test_the_review_of_today_goes_on_without_a_question(review: Room) -> None:
    assert review.meeting.meeting.agenda == REVIEW
    assert review.meeting.meeting.started_at is not None


async def test_without_a_planned_meeting_the_kind_is_asked(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        assert isinstance(room.app.screen, PickAgenda)
        await room.press("enter")
        assert room.meeting.agenda.id == FIRST


async def test_no_answer_to_the_kind_of_meeting_leads_back(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        await room.press("escape")
        assert not isinstance(room.app.screen, PickAgenda | MeetingScreen)
        assert room.family.meetings == ()


async def test_steps_are_never_locked(room: Room) -> None:
    for key, step in (
        ("alt+5", "outcomes"),
        ("pageup", "needs"),
        ("alt+8", "closing"),
        ("pagedown", "closing"),
        ("alt+1", "welcome"),
    ):
        await room.press(key)
        assert room.meeting.stand.step == step
    await room.press("alt+9")
    assert room.meeting.stand.step == "welcome"


async def test_steps_are_jumped_to_by_mouse_in_the_bar_and_in_the_rail(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=FIRST) as room:
        await room.pilot.click(StepBar, offset=(18, 0))
        await room.pilot.pause()
        assert room.meeting.stand.step != "welcome"
        await room.pilot.resize_terminal(160, 45)
        await room.pilot.pause()
        await room.pilot.click(Rail, offset=(6, 4))
        await room.pilot.pause()
        assert room.meeting.stand.step == "welcome"


async def test_after_a_sudden_end_the_same_step_opens_with_the_same_line(tmp_path: Path) -> None:
    time = Time()
    desk = Desk.create(tmp_path / "kept.vault", "one two three four five six")
    desk.clock = time
    family = desk.start_family("Rivera family").header.id
    async with at_meeting(desk, family, time, agenda=FIRST) as room:
        await room.press("alt+7", "ctrl+down", "ctrl+down", *"goes very qui")
        room.app.places.flush()  # what the pause of a second does
    again = Desk.unlock(tmp_path / "kept.vault", "one two three four five six")
    again.clock = time
    async with at_meeting(again, family, time) as room:
        assert (room.meeting.stand.step, room.meeting.stand.mode) == ("if-things-get-hard", "sign")
        assert room.line.value == "goes very qui"
        await room.press(*"et", "enter")
        assert room.family.crisis_plans[0].early_signs == ("goes very quiet",)


async def test_of_many_kinds_the_line_is_turned_to_the_one_that_is_picked_by_its_letter(room: Room) -> None:
    await room.press("alt+7", *"If yelling starts: Kayla takes her brother out", "f3")
    assert "What shall the line add?" in room.screen_text
    await room.press("f", "enter")
    assert [(stage.place, str(stage.words)) for stage in room.family.crisis_stages] == [
        ("home", "If yelling starts: Kayla takes her brother out")
    ]
    await room.press("f3", "escape")
    assert room.meeting.stand.mode == "home"
    await room.press("ctrl+up", "f3", "down", "enter")
    assert room.meeting.stand.mode == "home"


async def test_what_was_typed_before_a_kind_was_chosen_says_where_it_went(room: Room) -> None:
    await room.press("alt+7")
    await room.type("If yelling starts: Kayla takes her brother out")
    assert "what a crisis is" in room.told


async def test_the_line_waits_while_a_question_is_answered(room: Room) -> None:
    await room.type("Rosa, mother")
    await room.press(*"half a li", "alt+w")
    assert room.line.value == ""
    assert room.meeting.unfinished() == "half a li"
    await room.type("I am with you")
    assert room.line.value == "half a li"
    assert room.family.attendances[0].update == "I am with you"


async def test_escape_takes_a_question_back_and_keeps_the_line(room: Room) -> None:
    await room.type("Rosa, mother")
    await room.press(*"half", "alt+w", *"not this", "escape")
    assert room.line.value == "half"
    assert room.family.attendances[0].how == "room"


async def test_when_the_vault_is_full_the_line_stays(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    await room.press("alt+3")

    def full(*_: object) -> None:
        raise VaultFull

    monkeypatch.setattr(room.app.desk, "change", full)
    await room.type("sings to the baby")
    await room.press("enter")
    assert room.line.value == "sings to the baby"
    assert room.family.strengths == ()
    monkeypatch.undo()
    await room.press("enter")
    assert room.line.value == ""
    assert len(room.family.strengths) == 1


async def test_what_does_not_fit_is_told_and_the_line_stays(room: Room) -> None:
    await room.press("f3", "f3", "f3")
    await room.type("v" * 1_500)
    await room.type("w" * 1_500)
    assert len(room.line.value) == 1_500
    assert room.told
    assert len(room.family.header.vision.text) == 1_500


async def test_undo_takes_back_the_last_line_and_never_the_clock(room: Room) -> None:
    await room.press("alt+3")
    await room.type("sings")
    room.time.pass_minutes(3)
    await room.press("alt+4", "ctrl+z")
    assert room.family.strengths == ()
    assert minutes_of(room.meeting.meeting, "going-well") == 3
    assert room.meeting.meeting.started_at is not None


async def test_redo_brings_it_back(room: Room) -> None:
    await room.press("alt+3")
    await room.type("sings")
    await room.press("ctrl+z", "ctrl+y")
    assert len(room.family.strengths) == 1


async def test_minutes_are_kept_for_each_step(room: Room) -> None:
    for key, minutes in (("pagedown", 5), ("pagedown", 9), ("pageup", 2)):
        room.time.pass_minutes(minutes)
        await room.press(key)
    meeting = room.meeting.meeting
    assert [minutes_of(meeting, step) for step in ("welcome", "story-and-vision", "going-well")] == [5, 9, 2]


@pytest.mark.parametrize("key", ["ctrl+q", "ctrl+l"])
async def test_leaving_or_locking_the_program_keeps_the_minutes(tmp_path: Path, key: str) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=FIRST) as room:
        time.pass_minutes(6)
        await room.press(key)
        assert minutes_of(room.family.meetings[0], "welcome") == 6


async def test_minutes_are_written_down_from_time_to_time_and_history_does_not_tell_each(room: Room) -> None:
    for _ in range(15):
        room.time.pass_minutes(1)
        room.meeting.tick()
    assert minutes_of(room.meeting.meeting, "welcome") == 15
    changes = room.app.desk.history(room.family.header.id)
    told = [row for row in history.rows(Look(room.family, TEN.date(), "en"), changes) if row.heading]
    assert len(changes) - len(told) == 3


async def test_the_meeting_ends_after_a_question(room: Room) -> None:
    room.time.pass_minutes(50)
    await room.press("f12", "tab", "enter")
    meeting = room.family.meetings[0]
    assert meeting.ended_at == room.time.now
    assert minutes_of(meeting, "welcome") == 50
    assert not isinstance(room.app.screen, MeetingScreen)


async def test_a_line_is_parked_by_one_key_and_noted_by_another(room: Room) -> None:
    await room.press(*"bus passes", "f6")
    await room.press(*"he looked sad", "f7")
    assert (str(room.family.parked[0].words), room.family.parked[0].meeting) == ("bus passes", room.family.meetings[0].id)
    assert (room.family.notes[0].text, room.family.notes[0].step) == ("he looked sad", "welcome")
    assert room.line.value == ""
    assert "he looked sad" not in room.screen_text


async def test_with_no_line_parking_asks(room: Room) -> None:
    await room.press("f6")
    assert room.meeting.asking is not None
    await room.type("bus passes")
    assert len(room.family.parked) == 1
    assert room.meeting.asking is None


async def test_a_hint_has_a_reason_never_blocks_and_goes_by_escape(room: Room) -> None:
    await room.press("alt+3")
    await room.type("kind")
    assert room.told
    assert len(room.family.strengths) == 1
    await room.press("escape")
    assert room.told == ""
    assert isinstance(room.app.screen, MeetingScreen)


async def test_a_hint_goes_when_the_step_changes_or_the_next_line_is_kept(room: Room) -> None:
    await room.press("alt+3")
    await room.type("kind")
    await room.press("pagedown")
    assert room.told == ""
    await room.press("pageup")
    await room.type("kind")
    assert room.told
    await room.type("He sings in the choir of his church every Sunday")
    assert room.told == ""


async def test_a_hint_does_not_push_what_was_just_said_out_of_view(room: Room) -> None:
    await room.press("alt+3")
    room.app.keep(*(put(Strength(words=Words(text=f"Number {n} fixes boats at the harbor"))) for n in range(30)))
    await room.type("gentle")
    await room.pilot.pause()
    assert room.told
    assert "gentle" in room.screen_text


async def test_an_answer_is_not_lost_behind_a_hint(room: Room) -> None:
    await room.press("alt+6")
    room.meeting.turn("task")
    await room.type("@QQ: call the school")
    assert "QQ" in room.told
    assert "Who will do it?" in room.told


async def test_work_that_is_all_the_familys_is_asked_about_at_the_close(room: Room) -> None:
    ana = Person(used_name="Ana", role="mother")
    tasks = (Task(words=Words(text=words), owners=(ana.id,)) for words in ("call the school", "ask the landlord"))
    room.app.keep(put(ana), *map(put, tasks))
    room.meeting.go_to(len(room.meeting.agenda.steps) - 1)
    assert "family" in room.told.casefold()
    await room.press("pageup")
    assert room.told == ""


async def test_hints_can_be_switched_off(room: Room) -> None:
    await room.press("alt+3", "ctrl+t")
    await room.type("kind")
    assert room.told == ""


async def test_strengths_are_reordered_and_taken_out_by_keys(room: Room) -> None:
    await room.press("alt+3")
    for line in ("one of them", "two of them", "three of them"):
        await room.type(line)
    await room.press("alt+up", "up", "delete")
    assert [str(s.words) for s in room.family.strengths] == ["three of them", "two of them"]
    await room.press("ctrl+z")
    assert len(room.family.strengths) == 3


async def test_figures_rank_needs_in_the_list(room: Room) -> None:
    await room.press("alt+4")
    await room.type("first said")
    await room.type("said second")
    await room.press("tab", "1")
    assert [need.rank for need in room.family.needs] == [None, 1]


async def test_letters_type_in_the_line_and_act_in_the_list(room: Room) -> None:
    await room.type("Rosa, mother")
    await room.press("a")
    assert room.line.value == "a"
    assert [a.how for a in room.family.attendances] == ["room"]
    await room.press("backspace", "tab", "a")
    assert [a.how for a in room.family.attendances] == ["absent"]


async def test_enter_on_the_empty_line_opens_the_selected_row(room: Room) -> None:
    await room.press("alt+3")
    await room.type("sings to the baby")
    await room.press("enter")
    assert isinstance(room.app.screen, EditItem)
    await room.press("escape")
    assert isinstance(room.app.screen, MeetingScreen)


async def test_a_row_can_be_clicked_and_opens_when_it_is_clicked(room: Room) -> None:
    await room.press("alt+3")
    await room.type("sings to the baby")
    await room.pilot.click("#record", offset=(5, 2))
    await room.pilot.pause()
    assert isinstance(room.app.screen, EditItem)


async def test_questions_follow_each_other_and_why_can_be_shown(room: Room) -> None:
    first = room.screen_text
    await room.press("f4")
    assert "2/5" in room.screen_text
    assert "2/5" not in first
    await room.press("f5")
    assert "Why:" in room.screen_text


async def test_pasted_lines_come_one_by_one(room: Room) -> None:
    from textual.events import Paste

    await room.press("alt+3")
    room.line.post_message(Paste("sings to the baby\nfixes bikes with Dani"))
    await room.pilot.pause()
    await room.press("enter")
    await room.pilot.pause()
    assert room.line.value == "fixes bikes with Dani"
    await room.press("enter")
    assert [str(s.words) for s in room.family.strengths] == ["sings to the baby", "fixes bikes with Dani"]


@pytest.mark.parametrize("size", [(80, 24), (160, 45), (60, 16)])
async def test_every_step_shows_its_record_and_its_line(tmp_path: Path, size: tuple[int, int]) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time, size=size) as room:
        for number in range(1, 8):
            await room.press(f"alt+{number}")
            assert room.line.region.height == 3
            assert room.record.size.height >= {24: 8, 45: 20, 16: 3}[size[1]]
            assert room.app.screen.region.contains_region(room.line.region)


async def test_rail_and_side_come_with_room_for_them(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        shown = {name: room.app.screen.query_one(name).display for name in ("#rail", "#stepbar", "#side")}
        assert shown == {"#rail": False, "#stepbar": True, "#side": False}
        await room.pilot.resize_terminal(160, 45)
        await room.pilot.pause()
        shown = {name: room.app.screen.query_one(name).display for name in ("#rail", "#stepbar", "#side")}
        assert shown == {"#rail": True, "#stepbar": False, "#side": True}
        assert "Needs with a full outcome" in room.screen_text


async def test_a_meeting_that_is_over_is_shown_and_its_time_stands_still(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    over = Meeting(id="over", agenda=FIRST, on=time.now.date(), started_at=time.now, ended_at=time.now)
    desk.open(family)
    desk.change(family, [put(over)])
    async with at_meeting(desk, family, time, meeting="over") as room:
        time.pass_minutes(10)
        await room.press("pagedown")
        assert room.meeting.meeting == over


async def test_a_meeting_of_an_agenda_that_is_gone_asks_again(tmp_path: Path) -> None:
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    desk.open(family)
    desk.change(family, [put(Meeting(id="lost", agenda="no-such-agenda", on=time.now.date()))])
    async with at_meeting(desk, family, time) as room:
        assert isinstance(room.app.screen, PickAgenda)
        await room.press("enter")
        assert room.meeting.meeting.id == "lost"
        assert room.meeting.meeting.agenda == FIRST


async def test_an_answer_that_another_question_cuts_short_comes_back_in_the_line(room: Room) -> None:
    await room.press("alt+4")
    await room.type("more rest")
    for begun, after in (("", "better sleep"), ("said", "said better sleep"), ("said ", "said better sleep")):
        room.line.replace(begun, 0, len(room.line.value))
        await room.press("ctrl+e", "r")
        room.line.replace("better sleep", 0, len(room.line.value))
        await room.press("f6")
        assert (room.meeting.unfinished(), room.line.value) == (after, "")
        await room.press("escape")
        assert room.line.value == after


async def test_a_question_that_follows_from_an_answer_lays_nothing_aside(room: Room) -> None:
    await room.type("Rosa, mother")
    await room.press("alt+i")
    await room.type("Ana")
    assert room.meeting.asking is not None  # which language?
    assert room.meeting.unfinished() == ""


async def test_escape_leaves_and_the_meeting_goes_on_where_it_was(room: Room) -> None:
    await room.press("alt+4", *"half a nee", "escape", "escape")
    assert isinstance(room.app.screen, FamilyScreen)
    room.app.go("meeting")
    await room.pilot.pause()
    assert (room.meeting.stand.step, room.line.value) == ("needs", "half a nee")


def test_alt_with_a_figure_arrives_from_a_terminal_as_what_it_is() -> None:
    from textual._xterm_parser import XTermParser
    from textual.events import Key

    from teammeet.tui.alt_keys import read_alt_keys

    read_alt_keys()
    read_alt_keys()
    for sent, key in (("\x1b7", "alt+7"), ("\x1bf", "alt+f"), ("\x1bb", "alt+b"), ("\x1br", "alt+r")):
        parser = XTermParser()
        got = [event.key for event in (*parser.feed(sent), *parser.feed("")) if isinstance(event, Key)]
        assert got == [key]


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        ("\x1br\x1br\x1bp", ["alt+r", "alt+r", "alt+p"]),  # one key each, down the list of who is here
        ("\x1br\x1b[B", ["alt+r", "down"]),
        ("\x1b4\x1bn", ["alt+4", "alt+n"]),
        ("\x1brMari", ["alt+r", "M", "a", "r", "i"]),
    ],
)
def test_keys_with_alt_that_come_at_once_all_arrive_and_none_is_typed(sent: str, keys: list[str]) -> None:
    from textual._xterm_parser import XTermParser
    from textual.events import Key

    from teammeet.tui.alt_keys import read_alt_keys

    read_alt_keys()
    got = [event for event in XTermParser().feed(sent) if isinstance(event, Key)]
    assert [event.key for event in got] == keys
    assert not any(event.is_printable for event in got if event.key.startswith("alt+"))


async def test_lines_typed_faster_than_they_are_kept_stay_whole_and_in_their_step(room: Room) -> None:
    from textual.events import Key

    def at_once(keys: list[str]) -> None:
        for key in keys:
            assert room.app._driver is not None
            room.app._driver.send_message(Key(key, key if len(key) == 1 else None))

    at_once(["pagedown", "pagedown"])
    for number in range(8):
        at_once([*f"strength{number}", "enter"])
    at_once(["pagedown", *"need1", "enter", "pageup", *"strength8", "enter", "f6"])
    for _ in range(40):
        await room.pilot.pause()
    assert [str(strength.words) for strength in room.family.strengths] == [f"strength{number}" for number in range(9)]
    assert [str(need.words) for need in room.family.needs] == ["need1"]


async def test_a_line_that_was_not_kept_stands_before_what_was_typed_since(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    await room.press("alt+3")
    keeps = room.app.keep

    def slow_and_failing(*_: object, **__: object) -> bool:
        room.line.insert_text_at_cursor("next")
        return False

    monkeypatch.setattr(room.app, "keep", slow_and_failing)
    await room.type("first")
    assert room.line.value == "first next"
    monkeypatch.setattr(room.app, "keep", keeps)


async def test_one_key_shows_the_map_and_the_way_back_keeps_the_line(review: Room) -> None:
    await review.press("alt+4", *"half a nee", "f8")
    await review.pilot.pause()
    assert not isinstance(review.app.screen, MeetingScreen)
    await review.press("escape")
    await review.pilot.pause()
    assert (review.meeting.stand.step, review.line.value) == ("new-needs", "half a nee")
    assert review.app.place is not None
    assert review.app.place.screen == "meeting"
