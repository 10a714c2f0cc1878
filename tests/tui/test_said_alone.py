"""What people say at the keyboard alone: a degree, a rating, their name. Nothing of it is on the screen afterwards."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from tests.tui.meeting_app import Room, Time, at_meeting, demo_desk
from tests.tui.meeting_scenes import TEN, small_family

from teammeet.messages import LANGUAGES, text
from teammeet.model.family import Family, put
from teammeet.model.meetings import Attendance, MeetingRating
from teammeet.model.readers import CIRCLES, reader_named
from teammeet.model.sharing import Agreement
from teammeet.tui.meeting.pick import PickOne
from teammeet.tui.screens.meeting import MeetingScreen
from teammeet.tui.screens.sign import SignScreen
from teammeet.tui.sheets import meetings
from teammeet.tui.sheets.row import Look
from teammeet.tui.sign import degree, listing, rating, signing
from teammeet.tui.sign.hand_over import HandOver
from teammeet.tui.sign.private_page import PrivatePage
from teammeet.tui.sign.scene import SignScene
from teammeet.tui.wall import seen_on_wall
from teammeet.tui.widgets.line_input import LineInput


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    """The signing of the demo's meeting; Mari, the youth, is selected."""
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time, screen="sign", meeting="me-2") as there:
        yield there


def agreement(room: Room) -> Agreement:
    return next(a for a in room.family.agreements if a.who == "mari" and a.meeting == "me-2")


def page(room: Room) -> PrivatePage:
    assert isinstance(room.app.screen, PrivatePage)
    return room.app.screen


def others(room: Room) -> list[str]:
    return [room.family.label(who) for who in signing.signers(room.family, "me-2") if who != "mari"]


# A degree


async def test_a_degree_is_said_on_a_page_with_nothing_else_on_it(room: Room) -> None:
    await room.press("p")
    assert "stand behind" in room.screen_text
    assert not any(name in room.screen_text for name in (*others(room), room.family.header.name))
    await room.press("4", "1")
    said = agreement(room)
    assert (said.degree, said.degree_shown_to) == (4, "facilitator")
    assert "said privately" in room.screen_text
    assert text("model.degree.4") not in room.screen_text


async def test_a_degree_for_the_team_is_shown_as_it_was_said(room: Room) -> None:
    await room.press("p", "5", "2")
    assert (agreement(room).degree, agreement(room).degree_shown_to) == (5, "team")
    assert text("model.degree.5") in room.screen_text


async def test_a_low_degree_is_asked_about_alone_and_the_words_go_where_the_degree_goes(room: Room) -> None:
    await room.press("p", "2")
    page(room).query_one(LineInput).value = "A ride home"
    await room.press("enter", "1", "2")
    said = agreement(room)
    assert (said.degree, said.dissent.text, said.dissent_shown_to) == (2, "A ride home", "facilitator")
    assert isinstance(room.app.screen, SignScreen)
    assert "A ride home" not in room.screen_text
    assert text("sign.said.dissent") not in room.screen_text


async def test_words_said_alone_are_not_put_on_the_screen_by_another_key_nor_lost_by_it(room: Room) -> None:
    await room.press("p", "2")
    page(room).query_one(LineInput).value = "A ride home"
    await room.press("enter", "1", "2", "d")
    assert "A ride home" not in room.screen_text
    await room.press("enter")
    assert agreement(room).dissent.text == "A ride home"


async def test_whoever_is_of_the_family_can_ask_to_go_back_at_once(room: Room) -> None:
    await room.press("p", "1", "enter", "2", "1")
    assert isinstance(room.app.screen, PickOne)
    await room.press("down", "down", "down", "down", "enter")
    await room.pilot.pause()
    assert isinstance(room.app.screen, MeetingScreen)
    assert room.meeting.step_number == 3


async def test_escape_goes_back_one_question_and_from_the_first_nothing_is_kept(room: Room) -> None:
    before = room.family
    await room.press("p", "2", "escape", "5", "escape", "escape")
    assert isinstance(room.app.screen, SignScreen)
    assert room.family is before


async def test_the_page_is_in_the_language_of_the_person(room: Room) -> None:
    mari = next(person for person in room.family.people if person.id == "mari")
    room.app.keep(put(mari.changed(languages=("es",))))
    await room.press("p")
    assert "¿Hasta dónde apoya este plan?" in room.screen_text


async def test_a_low_degree_said_aloud_asks_what_would_move_it_and_leads_back(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        await room.press("f9", "2")
        await room.type("Two more rides")
        await room.press("enter")
        assert agreement(room).dissent.text == "Two more rides"
        assert isinstance(room.app.screen, PickOne)
        await room.press("down", "enter")
        assert isinstance(room.app.screen, MeetingScreen)
        assert room.meeting.step_number == 0


async def test_staying_is_an_answer_too(room: Room) -> None:
    await room.press("1")
    await room.type("Two more rides")
    await room.press("enter", "enter")
    assert isinstance(room.app.screen, SignScreen)


def sign_scene(family: Family, **more: Any) -> SignScene:
    return SignScene(family, "now", TEN, "en", **more)


def said_by(*agreements: Agreement) -> Family:
    return small_family(agreements=agreements)


def test_nobody_who_is_paid_leads_the_team_back() -> None:
    scene = sign_scene(small_family())
    assert degree.means_going_back(scene, Agreement(who="rosa", degree=2))
    assert not degree.means_going_back(scene, Agreement(who="rosa", degree=3))
    assert not degree.means_going_back(scene, Agreement(who="ortiz", degree=1))


def test_on_a_wall_a_degree_stands_only_where_it_was_said_for_the_room() -> None:
    for circle in CIRCLES:
        family = said_by(Agreement(who="rosa", meeting="now", degree=2, degree_shown_to=circle))
        row = next(
            r for r in listing.rows(sign_scene(family, shown=seen_on_wall(family, ("rosa",), TEN.date()))) if r.id == "rosa"
        )
        assert ("2" in row.mark) == (circle == "room"), circle
        assert (text("model.degree.2") in row.detail) == (circle == "room"), circle


@pytest.mark.parametrize("shown", ["facilitator", "team"])
def test_two_degrees_that_nobody_may_see_give_the_same_list(shown: Any) -> None:
    lists = set()
    for number in range(1, 6):
        family = said_by(Agreement(id="a", who="rosa", meeting="now", degree=number, degree_shown_to=shown))
        lists.add(listing.rows(sign_scene(family, shown=seen_on_wall(family, ("rosa",), TEN.date()))))
    assert len(lists) == 1


def test_not_yet_is_an_answer() -> None:
    family = small_family()
    family = family.with_edits((put(family.fixed(TEN, "now")),))
    assert "rosa" in signing.missing(sign_scene(family))
    later = Agreement(who="rosa", meeting="now", not_yet_until=TEN.date())
    assert "rosa" not in signing.missing(sign_scene(family.with_edits((put(later),))))


# A typed name


async def fix(room: Room) -> None:
    await room.press("f9", "tab", "enter")
    await room.pilot.pause()


async def test_the_interpreter_and_a_witness_are_named_beside_a_typed_name(room: Room) -> None:
    there = next((a for a in room.family.attendances if a.meeting == "me-2" and a.who == "mari"), None)
    there = there or Attendance(meeting="me-2", who="mari", how="room")
    room.app.keep(put(there.changed(interpreter="Ana Ruiz")))
    await fix(room)
    await room.press("t", "enter")
    handed = room.app.screen
    assert isinstance(handed, HandOver)
    handed.query_one("#typed-name", LineInput).value = "Mari O."
    handed.query_one("#witness", LineInput).value = "Noor Haddad"
    await room.press("enter")
    signature = next(s for s in room.family.signatures if s.who == "mari" and s.edition == 2)
    assert (signature.typed_name, signature.interpreter, signature.witness) == ("Mari O.", "Ana Ruiz", "Noor Haddad")


async def test_taken_home_asks_for_a_day(room: Room) -> None:
    await fix(room)
    await room.press("h")
    await room.type("next Friday")
    home = next(s for s in room.family.signatures if s.who == "mari" and s.edition == 2)
    assert (home.method, str(home.expected_by)) == ("taken_home", "2026-03-13")


# The rating


async def rate(room: Room, *keys: str) -> None:
    """At the keyboard: the answers to three questions, a line, the name."""
    await room.press("m", "enter", *keys)


async def test_three_questions_a_line_and_the_name_only_if_it_is_wanted(room: Room) -> None:
    await rate(room, "5", "4", "0")
    page(room).query_one(LineInput).value = "Good snacks"
    await room.press("enter", "2")
    held = room.family.meeting_ratings[0]
    assert (held.who, held.heard, held.mattered, held.fits, held.words) == ("mari", 5, 4, None, "Good snacks")
    assert "Good snacks" not in room.screen_text


async def test_without_a_name_nothing_leads_to_the_person(room: Room) -> None:
    await rate(room, "1", "1", "1", "enter", "2")
    await rate(room, "2", "2", "2", "enter", "1")
    assert [(r.who, r.heard) for r in room.family.meeting_ratings] == [(None, 2)]


async def test_a_paper_sheet_is_noted_and_typed_in_later(room: Room) -> None:
    await room.press("m", "down", "enter")
    assert [(r.who, r.on_paper, r.heard) for r in room.family.meeting_ratings] == [("mari", True, None)]
    await room.press("m", "down", "down", "enter", "3", "3", "3", "enter", "2")
    assert [(r.who, r.on_paper, r.heard) for r in room.family.meeting_ratings] == [("mari", True, 3)]


async def test_the_closing_step_hands_the_keyboard_over_to_anybody_or_to_somebody_with_no_name(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        await room.press("alt+7", "alt+m")
        assert isinstance(room.app.screen, PickOne)
        await room.press("end", "enter", "enter")
        assert not any(person.label in room.screen_text for person in room.family.people)
        await room.press("4", "4", "4", "enter")
        assert [(r.who, r.fits) for r in room.family.meeting_ratings] == [(None, 4)]
        assert isinstance(room.app.screen, MeetingScreen)


def rated(*ratings: MeetingRating) -> Family:
    return small_family(meeting_ratings=ratings)


def test_the_facilitator_reads_counts_and_no_grades() -> None:
    family = rated(
        MeetingRating(meeting="now", heard=5, fits=1),
        MeetingRating(meeting="now", heard=4, fits=3),
        MeetingRating(meeting="now", who="rosa", on_paper=True),
    )
    said = list(rating.in_words(family, "now", "en"))
    assert said == [
        "2 people answered",
        "I was heard. yes 2, partly 0, no 0",
        "The plan fits us. yes 0, partly 1, no 1",
        "on paper, not typed in yet: 1",
    ]
    assert list(rating.in_words(rated(), "now", "en")) == []


def test_the_summary_stands_in_the_meetings_sheet_for_the_facilitator_alone() -> None:
    family = rated(MeetingRating(meeting="now", heard=5, words="Thank you"))
    for private in (True, False):
        rows = list(meetings.rows(Look(family, TEN.date(), "en", private)))
        told = " ".join(f"{row.words} {row.detail}" for row in rows)
        assert ("Private ratings" in told) == private
        assert ("Thank you" in told) == private


@pytest.mark.parametrize("reader", ["team", "family", "agency", "room", "person:rosa"])
def test_no_copy_knows_that_anybody_rated(reader: str) -> None:
    family = rated(MeetingRating(meeting="now", who="rosa", heard=1, words="CANARY"))
    assert family.seen_by(reader_named(family, reader, TEN.date())).meeting_ratings == ()


def test_every_degree_and_answer_has_its_words_in_every_language() -> None:
    for language in LANGUAGES:
        asked = degree.questions(language, may_go_back=True)({})
        assert asked is not None
        assert len(asked.choices) == 5
        heard = rating.questions(language, asks_name=True)({})
        assert heard is not None
        assert len(heard.choices) == 6
