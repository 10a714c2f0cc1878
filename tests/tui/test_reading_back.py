"""The plan is read back part by part: by keys at 80×24, and as values."""

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.tui.meeting_app import Room, Time, at_meeting, demo_desk
from tests.tui.meeting_scenes import TEN, small_family
from textual.widgets import Static

from teammeet.model.family import Family, put
from teammeet.model.meetings import Attendance, Meeting, SectionRead
from teammeet.model.plan import Need, Strategy, Strength, Task
from teammeet.model.readers import team
from teammeet.model.values import Translation, Words
from teammeet.tui.meeting import answers
from teammeet.tui.meeting.pick import PickOne
from teammeet.tui.meeting.read_back import ReadBack
from teammeet.tui.meeting.read_sections import ReadSections
from teammeet.tui.meeting.reading import Reading, read_back_page, second_language
from teammeet.tui.meeting.scene import AskLine, AskPick, Edited, Keep, Tell
from teammeet.tui.screens.meeting import MeetingScreen
from teammeet.tui.screens.sign import SignScreen
from teammeet.tui.widgets.editor import EditItem
from teammeet.tui.widgets.reading_list import ReadingList

SAID = Words(text="Pot to sleep", verbatim=True, reworded="Sleep through the night")


def family_of(**lists: Any) -> Family:
    needs = (Need(id="n1", words=SAID, whose=("rosa",), rank=1), Need(id="n2", words=Words(text="Rides"), kept_from=("ortiz",)))
    given = {"needs": needs, "strengths": (Strength(id="s1", words=Words(text="They laugh")),)}
    return small_family(**{**given, **lists})


def reading(family: Family | None = None, **more: Any) -> Reading:
    return Reading(family or family_of(), "now", TEN, **more)


def answered(moment: Reading, deed: Any) -> Reading:
    assert isinstance(deed, Keep)
    return Reading(moment.family.with_edits(deed.edits), "now", TEN)


# As values


def test_the_familys_own_words_come_first_and_the_wording_of_the_team_after_them() -> None:
    row = reading().page("needs").rows[0]
    assert row.words.split("\n") == ["Pot to sleep", "In other words: Sleep through the night"]


def test_only_what_everybody_present_may_see_is_read() -> None:
    words = [row.words for row in reading().page("needs").rows]
    assert not any("Rides" in said for said in words)
    gone = family_of(attendances=())
    assert [row.item for row in reading(gone).page("needs").rows] == ["n1"]  # nobody is noted: still not for everybody


def test_a_part_with_nothing_in_it_is_not_read() -> None:
    assert reading().sections == ("strengths", "needs")


def test_tasks_and_strategies_are_read_once_each() -> None:
    strategies = (Strategy(id="st", words=Words(text="A quiet room"), needs=("n1",)),)
    tasks = (
        Task(id="t1", words=Words(text="Ask the landlord"), strategy="st", owners=("carmen",)),
        Task(id="t2", words=Words(text="Call the club")),
    )
    moment = reading(family_of(strategies=strategies, tasks=tasks))
    assert [row.item for row in moment.page("strategies").rows] == ["st"]
    assert [row.item for row in moment.page("tasks").rows] == ["t1", "t2"]
    assert "Abuela Carmen" in moment.page("tasks").rows[0].detail


def test_the_next_meeting_is_read_with_its_time_and_place() -> None:
    planned = Meeting(id="next", on=date(2026, 3, 16), place="library")
    moment = reading(family_of(meetings=(*family_of().meetings, planned)))
    assert [row.detail for row in moment.page("next_meeting").rows] == ["library"]


def test_agreed_is_marked_and_a_change_after_it_is_told() -> None:
    moment = answered(reading(), answers.agreed(reading(), "needs"))
    assert (moment.mark("needs"), moment.mark("strengths")) == ("agreed", "unread")
    other = moment.family.needs[0].changed(words=Words(text="Sleep"))
    changed = reading(moment.family.with_edits((put(other),)))
    assert changed.mark("needs") == "changed"
    assert changed.first_open() == "strengths"


def test_what_is_hidden_from_somebody_present_changes_no_mark() -> None:
    moment = answered(reading(), answers.agreed(reading(), "needs"))
    hidden = moment.family.needs[1].changed(words=Words(text="Something else that Ms. Ortiz does not see"))
    assert reading(moment.family.with_edits((put(hidden),))).mark("needs") == "agreed"


def test_what_is_corrected_waits_to_be_read_again() -> None:
    asked = answers.corrected(reading(), "needs", "n1")
    assert isinstance(asked, AskLine)
    assert asked.start == "Pot to sleep"
    moment = answered(reading(), asked.then("Both sleep"))
    said = moment.family.needs[0].words
    assert (said.text, said.verbatim, said.reworded) == ("Both sleep", True, "")
    assert (moment.mark("needs"), moment.first_open()) == ("corrected", "strengths")
    assert answered(moment, answers.agreed(moment, "needs")).mark("needs") == "agreed"
    assert len(answered(moment, answers.agreed(moment, "needs")).family.sections_read) == 1


def test_what_has_no_words_of_its_own_opens_in_the_editor() -> None:
    assert isinstance(answers.corrected(reading(), "next_meeting", "now"), Edited)
    assert isinstance(answers.corrected(reading(), "needs", ""), Tell)


def dissenting(circle: str) -> Family:
    """Carmen sees the needs differently; ``circle`` may read it."""
    asked = answers.dissents(reading(), "needs").then("carmen")
    assert isinstance(asked, AskLine)
    pick = asked.then("Not by June")
    assert isinstance(pick, AskPick)
    assert pick.chosen == ("facilitator",)
    return answered(reading(), pick.then((circle,))).family


def test_a_dissent_is_kept_in_own_words_for_those_who_may_read_it() -> None:
    held = dissenting("facilitator").sections_read[0]
    assert (held.answer, held.who, held.words.text, held.words.verbatim) == ("dissent", "carmen", "Not by June", True)
    assert held.shown_to == "facilitator"
    assert isinstance(answers.dissents(reading(), "needs").then("nobody"), Tell)


def test_a_dissent_leaves_no_trace_for_those_who_may_not_read_it() -> None:
    family = dissenting("facilitator")
    assert family.seen_by(team(family, TEN.date())).sections_read == ()
    assert reading(family).mark("needs") == "heard"
    assert reading(dissenting("room")).mark("needs") == "dissent"


def test_the_facilitator_alone_sees_that_somebody_sees_it_differently() -> None:
    family = dissenting("facilitator")
    alone = reading(family, marks_all=True)
    assert (alone.mark("needs"), alone.differing("needs")) == ("dissent", 1)
    room = reading(family, on_wall=True)
    assert (room.mark("needs"), room.differing("needs"), room.first_open()) == ("heard", 0, "strengths")


def test_the_words_of_the_second_language_stand_below() -> None:
    words = Words(text="Sleep", translations=(Translation(language="es", text="Dormir"),))
    page = reading(family_of(needs=(Need(id="n1", words=words),)), second="es").page("needs")
    assert page.rows[0].words.split("\n") == ["Sleep", "Dormir"]
    assert page.questions == ("Is this what you said?", "¿Es esto lo que dijeron?")


def test_who_is_there_with_an_interpreter_is_asked_in_their_language_too() -> None:
    rosa = family_of().people[0].changed(languages=("es-MX",))
    there = Attendance(meeting="now", who="rosa", how="room", interpreter="Ana")
    family = family_of(people=(rosa, *family_of().people[1:]), attendances=(there,))
    assert second_language(family, "now", "en") == "es"
    assert second_language(family, "now", "es") == ""
    assert second_language(family_of(), "now", "en") == ""
    unsaid = family_of(
        header=family_of().header.changed(other_languages=("es-MX",)),
        attendances=(Attendance(id="a1", meeting="now", who="rosa", how="room", arrived_at=TEN, interpreter="Ana"),),
    )
    assert second_language(unsaid, "now", "en") == "es"  # as the steps ask in two languages: the family's other one


# By keys


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    """The demo's review meeting, about to be read back."""
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as there:
        await there.press("shift+f9")
        yield there


def screen(room: Room) -> ReadSections:
    assert isinstance(room.app.screen, ReadSections)
    return room.app.screen


def read(room: Room, section: str) -> list[SectionRead]:
    return [r for r in room.family.sections_read if r.section == section and r.meeting == "me-2"]


async def test_agreed_goes_on_to_the_next_part(room: Room) -> None:
    assert screen(room).section == "vision"
    await room.press("a")
    assert [r.answer for r in read(room, "vision")] == ["agreed"]
    assert screen(room).section == "strengths"
    assert "✓" in room.screen_text


async def test_page_up_and_down_go_from_part_to_part(room: Room) -> None:
    await room.press("pagedown", "pagedown")
    assert screen(room).section == "needs"
    await room.press("pageup")
    assert screen(room).section == "strengths"
    assert room.family.sections_read == ()


async def test_it_is_left_and_found_again_at_the_part_that_is_open(room: Room) -> None:
    await room.press("a", "a", "escape")
    assert isinstance(room.app.screen, MeetingScreen)
    await room.press("shift+f9")
    assert screen(room).section == "needs"


async def test_the_line_that_was_begun_is_there_after_reading_back(room: Room) -> None:
    await room.press("escape", *"half")
    await room.press("shift+f9", "escape")
    assert room.line.value == "half"


async def test_the_right_words_are_typed_and_read_again(room: Room) -> None:
    await room.press("pagedown", "pagedown", "c")
    await room.type("I need two grown-ups who believe me.")
    assert read(room, "needs")[0].answer == "corrected"
    assert "two grown-ups" in room.screen_text
    assert screen(room).section == "needs"
    assert "read" in room.told.lower()


async def test_a_row_that_is_changed_in_the_editor_is_put_right(room: Room) -> None:
    await room.press("pagedown", "pagedown", "enter")
    assert isinstance(room.app.screen, EditItem)
    need = room.family.needs[0]
    room.app.keep(put(need.changed(words=Words(text="Somebody who believes me"))))
    await room.press("escape")
    assert [r.answer for r in read(room, "needs")] == ["corrected"]


async def test_a_dissent_asks_who_in_which_words_and_who_may_read_it(room: Room) -> None:
    await room.press("d")
    await room.type("Lola")
    await room.type("That is not how I said it")
    assert isinstance(room.app.screen, PickOne)
    assert room.family.sections_read == ()
    await room.press("enter")
    held = read(room, "vision")[0]
    assert (held.who, held.words.text, held.shown_to) == ("lola", "That is not how I said it", "facilitator")
    assert "not how I said" not in room.screen_text
    assert "heard, 1 sees it differently" in room.screen_text


async def test_a_dissent_that_the_room_may_not_read_is_only_heard_on_a_shared_screen(room: Room) -> None:
    held = SectionRead(meeting="me-2", section="vision", who="lola", answer="dissent", shown_to="facilitator")
    room.app.keep(put(held))
    assert "sees it differently" in str(room.app.screen.query_one("#parts", Static).content)
    assert room.app.room.share("screen", "me-2")
    screen(room).show_all()
    parts = str(room.app.screen.query_one("#parts", Static).content)
    assert "heard" in parts
    assert "differently" not in parts


async def test_the_question_who_may_read_it_names_the_key_that_takes(room: Room) -> None:
    await room.press("d")
    await room.type("Lola")
    await room.type("That is not how I said it")
    assert "Enter Take" in room.screen_text


async def test_without_saying_who_may_read_it_nothing_is_kept(room: Room) -> None:
    await room.press("d")
    await room.type("Lola")
    await room.type("That is not how I said it")
    await room.press("escape")
    assert room.family.sections_read == ()
    assert room.line.value == "That is not how I said it"  # asked again, with the words
    await room.press("enter", "enter")
    assert read(room, "vision")[0].words.text == "That is not how I said it"


async def test_the_whole_plan_is_one_letter_away(room: Room) -> None:
    await room.press("w")
    assert isinstance(room.app.screen, ReadBack)
    await room.press("escape")
    assert isinstance(room.app.screen, ReadSections)


async def test_the_last_part_says_that_all_was_read(room: Room) -> None:
    for _ in screen(room).reading().sections:
        await room.press("a")
    assert "read back" in room.told
    assert {screen(room).reading().mark(section) for section in screen(room).reading().sections} == {"agreed"}


async def test_every_row_has_room_around_it(room: Room) -> None:
    listed = room.app.screen.query_one(ReadingList)
    heights = [str(listed.get_option_at_index(n).prompt).endswith("\n") for n in range(listed.option_count)]
    assert all(heights)


async def test_the_closing_step_and_the_signing_read_back_too(room: Room) -> None:
    await room.press("escape", "alt+7")
    room.meeting.select("read-back")
    await room.press("enter")
    assert isinstance(room.app.screen, ReadSections)
    await room.press("escape", "f9")
    assert isinstance(room.app.screen, SignScreen)
    await room.press("shift+f9")
    assert isinstance(room.app.screen, ReadSections)


async def test_a_family_with_nothing_in_it_has_nothing_to_read(tmp_path: Path) -> None:
    from tests.tui.meeting_app import fresh_desk

    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda="review-meeting") as room:
        await room.press("shift+f9")
        await room.press("a", "c", "d", "pagedown")
        assert isinstance(room.app.screen, ReadSections)
        assert room.family.sections_read == ()
        assert "nothing" in room.told.lower()


async def test_markup_in_what_was_said_is_shown_as_it_was_typed(room: Room) -> None:
    need = room.family.needs[0].changed(words=Words(text="[/] [@click=app.quit]x", reworded="[bold]y"))
    room.app.keep(put(need))
    await room.press("pagedown", "pagedown")
    assert "[/] [@click=app.quit]x" in room.screen_text
    assert "[bold]y" in room.screen_text


async def test_one_key_blanks_the_screen_and_brings_it_back(room: Room) -> None:
    await room.press("full_stop")
    assert "Is this what you said" not in room.screen_text
    await room.press("full_stop")
    assert "Is this what you said" in room.screen_text


def test_the_rooms_window_gets_only_what_everybody_present_may_see() -> None:
    page = read_back_page(reading(), "needs")
    assert (page.title, page.step, page.steps, page.questions) == ("Needs", 2, 2, ("Is this what you said?",))
    assert b"Rides" not in page.as_json()
    assert b"Sleep through" in page.as_json()
