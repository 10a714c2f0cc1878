"""What goes wrong at a signing and is noticed: another's name, a signature on the wrong line, an empty plan, a stray Enter."""

from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.tui.meeting_app import Room, Time, at_meeting, demo_desk
from tests.tui.meeting_scenes import TEN, small_family

from teammeet.messages import LANGUAGES, text
from teammeet.model.family import Family, put
from teammeet.model.meetings import Meeting
from teammeet.model.people import DecisionRight, Header, Person
from teammeet.model.plan import Need, Outcome, Strategy, Task
from teammeet.model.sharing import Agreement, Copy, Signature
from teammeet.model.values import Words
from teammeet.tui.meeting.pick import PickOne
from teammeet.tui.screens.dialogs import Question
from teammeet.tui.screens.family import FamilyScreen
from teammeet.tui.screens.sign import SignScreen
from teammeet.tui.sign import listing, still_empty
from teammeet.tui.sign.facts import agreement_of
from teammeet.tui.sign.hand_over import HandOver, IsOwnName
from teammeet.tui.sign.own_names import fits, known_names
from teammeet.tui.sign.private_page import PrivatePage
from teammeet.tui.sign.scene import SignScene, is_under_way, last_meeting
from teammeet.tui.wall import seen_on_wall


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    """The signing of the demo's meeting; Mari, the youth, is selected."""
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time, screen="sign", meeting="me-2") as there:
        yield there


async def hand_over(room: Room, typed: str) -> None:
    """Close the plan; hand the keyboard over; a name is typed, and Enter."""
    await room.press("f9", "tab", "enter")
    await room.pilot.pause()
    await room.press("t", "enter")
    await type_name(room, typed)


async def type_name(room: Room, typed: str) -> None:
    room.app.screen.query_one("#typed-name").value = typed  # type: ignore[attr-defined]  # it is a line
    await room.press("enter")
    await room.pilot.pause()


def signed(room: Room) -> list[Signature]:
    return [s for s in room.family.signatures if s.who == "mari" and s.edition == 2]


def scene(family: Family, shown: Family | None = None) -> SignScene:
    return SignScene(family, "now", TEN, "en", shown=shown)


# The name


async def test_a_name_that_is_not_the_persons_is_asked_about_and_the_row_shows_what_was_typed(room: Room) -> None:
    await hand_over(room, "Dana Walker")
    assert isinstance(room.app.screen, IsOwnName)
    assert "You typed Dana Walker on Mari's page. Is that right?" in room.screen_text
    assert signed(room) == []
    await room.press("y")
    await room.pilot.pause()
    assert [s.typed_name for s in signed(room)] == ["Dana Walker"]
    assert "Dana Walker" in room.screen_text


async def test_enter_alone_does_not_sign_with_anothers_name_and_the_right_one_can_be_typed(room: Room) -> None:
    await hand_over(room, "Dana Walker")
    await room.press("enter")
    await room.pilot.pause()
    assert isinstance(room.app.screen, HandOver)
    assert signed(room) == []
    await type_name(room, "mari okonjo")
    assert [s.typed_name for s in signed(room)] == ["mari okonjo"]


async def test_the_question_is_in_the_language_of_the_person(room: Room) -> None:
    room.app.keep(put(next(p for p in room.family.people if p.id == "mari").changed(languages=("es",))))
    await hand_over(room, "Dana Walker")
    assert text("sign.own-name.title", "es", typed="Dana Walker", name="Mari") in room.screen_text


def test_a_word_in_common_is_a_fit_whatever_its_case_and_accents() -> None:
    assert fits("jose PEREZ", ("José",))
    assert fits("J. Pérez", ("Pepe", "José Pérez Luna"))
    assert not fits("Dana Walker", ("Abuela Rosa",))
    assert not fits("Rosalind", ("Rosa",))
    assert fits("Dana Walker", ())


def test_what_somebody_is_to_the_family_is_no_name() -> None:
    family = small_family(people=(Person(id="rosa", role="mother"), Person(id="lu", used_name="Lu", legal_name="Lucía Paz")))
    assert known_names(family, "rosa") == ()
    assert known_names(family, "lu") == ("Lu", "Lucía Paz")
    assert known_names(family, "nobody") == ()


# A mistake


async def test_a_signature_that_was_noted_by_mistake_is_taken_away_only_when_that_is_meant(room: Room) -> None:
    await hand_over(room, "Mari")
    await room.press("home", "x")
    assert isinstance(room.app.screen, PickOne)
    await room.press("enter")
    await room.pilot.pause()
    assert [s.method for s in signed(room)] == ["typed"]
    await room.press("home", "x")
    await room.press("down", "enter")
    await room.pilot.pause()
    assert signed(room) == []
    assert [edition.number for edition in room.family.editions] == [1, 2]
    assert room.family.plan_state == "signed"
    assert "taken away" in room.told


async def test_the_journal_keeps_what_was_taken_away_and_undo_does_not_bring_it_back(room: Room) -> None:
    await hand_over(room, "Mari")
    await room.press("home", "x", "down", "enter")
    await room.pilot.pause()
    await room.press("ctrl+z")
    assert signed(room) == []
    changes = room.app.desk.history(room.family.header.id)
    kinds = [[(edit.kind, edit.after is None) for edit in change.edits] for change in changes]
    assert [("signatures", False)] in kinds
    assert [("signatures", True)] in kinds


async def test_where_nothing_is_noted_there_is_nothing_to_take_away(room: Room) -> None:
    await room.press("f9", "tab", "enter")
    await room.pilot.pause()
    await room.press("x")
    assert isinstance(room.app.screen, SignScreen)
    assert "nothing is noted" in room.told


# The private page


async def test_on_a_page_of_ones_own_no_answer_is_marked_and_enter_alone_takes_none(room: Room) -> None:
    await room.press("p", "enter", "enter")
    page = room.app.screen
    assert isinstance(page, PrivatePage)
    assert page.question is not None
    assert page.question.id == "degree"
    await room.press("down", "enter")
    assert page.question.id == "move-up"


@pytest.mark.parametrize("keys", [("p",), ("p", "down"), ("p", "5"), ("p", "2")])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_question_is_in_sight_on_the_smallest_terminal(tmp_path: Path, keys: tuple[str, ...], language: str) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time, size=(60, 16), screen="sign", meeting="me-2") as room:
        room.app.keep(put(next(p for p in room.family.people if p.id == "mari").changed(languages=(language,))))
        await room.press(*keys)
        page = room.app.screen
        assert isinstance(page, PrivatePage)
        assert page.question is not None
        assert text("agree.private.title", language, name="Mari") in room.screen_text
        assert page.question.asked.split()[0] in room.screen_text
        assert all(choice.words[:20] in room.screen_text for choice in page.question.choices)


# Which meeting


async def test_from_the_familys_page_the_degrees_of_the_last_meeting_are_shown(tmp_path: Path) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time, screen="family") as room:
        await room.press("s")
        assert isinstance(room.app.screen, SignScreen)
        assert text("model.degree.3") in room.screen_text
        assert room.app.place is not None
        assert room.app.place.meeting == ""
        await room.press("5", "5")  # what was said at the meeting stands there: the second press means it
        assert "5" in room.screen_text
        said = {a.meeting: (a.degree, a.said_on, a.edition) for a in room.family.agreements if a.who == "mari"}
        assert said == {"me-1": (4, None, None), None: (5, TEN.date(), 2)}, "what was said at the meeting stays"
        await room.press("f9", "tab", "enter")
        await room.pilot.pause()
        assert [edition.meeting for edition in room.family.editions] == ["me-1", None]
        first, second = room.family.as_signed(1), room.family.as_signed(2)
        assert first is not None
        assert second is not None
        assert {a.degree for a in first.agreements if a.who == "mari"} == {4}
        assert {a.degree for a in second.agreements if a.who == "mari"} == {4, 5}
        await room.press("shift+f9")
        assert text("agree.told.no-meeting-now") in room.told
        await room.press("escape", "escape")
        assert isinstance(room.app.screen, FamilyScreen)


def test_the_last_meeting_is_one_that_was_held_or_in_which_people_agreed() -> None:
    first = Meeting(id="first", started_at=TEN.replace(month=1), on=TEN.date().replace(month=1))
    off = Meeting(id="off", on=TEN.date().replace(day=1), form="not_held")
    today = Meeting(id="today", on=TEN.date())
    family = small_family(meetings=(first, off, today), attendances=())
    assert last_meeting(family, TEN.date()) == "first"
    assert last_meeting(family.with_edits([put(Agreement(who="rosa", meeting="today", degree=4))]), TEN.date()) == "today"
    assert last_meeting(small_family(meetings=(), attendances=()), TEN.date()) == ""


def test_at_no_meeting_what_is_added_later_leaves_the_degree_and_its_day_in_sight() -> None:
    """Wanting time, or words, said on another day than the degree: both are told, and only the degree has a day."""
    over = Meeting(id="now", on=TEN.date() - timedelta(days=5), started_at=TEN - timedelta(days=5))
    at_it = Agreement(id="a", who="rosa", meeting="now", degree=4)
    family = small_family(meetings=(over,), agreements=(at_it,))
    assert not is_under_way(family, "now", TEN.date())
    there = SignScene(family, "now", TEN, "en", outside=True)
    later = agreement_of(there, "rosa").changed(not_yet_until=TEN.date() + timedelta(days=2))
    assert (later.meeting, later.degree, later.said_on) == (None, None, TEN.date())
    added = SignScene(family.with_edits([put(later)]), "now", TEN, "en", outside=True)
    told = next(row for row in listing.rows(added) if row.id == "rosa")
    assert told.mark.endswith("4")
    assert "I like it, on" in told.detail
    assert "wants to read it by" in told.detail
    assert agreement_of(added, "rosa") == later, "on the same day and of the same plan it is the same"
    tomorrow = SignScene(added.family, "now", TEN + timedelta(days=1), "en", outside=True)
    assert agreement_of(tomorrow, "rosa").id not in ("a", later.id)
    assert is_under_way(small_family(), "now", TEN.date()), "a meeting that was left for a while is gone on with"


# Words of the screen


async def test_it_is_told_that_people_have_not_signed(room: Room) -> None:
    await room.press("f9", "tab", "enter")
    await room.pilot.pause()
    assert "people have not signed yet" in room.screen_text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_the_degrees_mean_is_one_letter_away_and_whole(tmp_path: Path, language: str) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time, screen="sign", meeting="me-2") as room:
        room.app.save_settings(language=language)
        await room.press("g")
        shown = " ".join(line.strip("█ ") for line in room.screen_text.splitlines())
        for degree in range(1, 6):
            assert f"{degree} {text(f'model.degree.{degree}', language)}" in shown


def test_on_a_shared_screen_a_degree_for_the_team_was_not_said_privately() -> None:
    family = small_family(agreements=(Agreement(who="rosa", meeting="now", degree=4),))
    rows = listing.rows(scene(family, seen_on_wall(family, ("rosa",), TEN.date())))
    told = next(row.detail for row in rows if row.id == "rosa")
    assert "not shown here" in told
    assert "privately" not in told


# An empty plan


async def test_the_question_that_closes_the_plan_names_what_is_still_empty_and_holds_nothing_up(room: Room) -> None:
    header = room.family.header
    room.app.keep(put(header.changed(vision=Words(), mission=Words())))
    await room.press("f9")
    assert isinstance(room.app.screen, Question)
    words = " ".join(line.strip("│ ") for line in room.screen_text.splitlines())
    assert "the vision, the mission" in room.screen_text or "the vision, the mission" in words
    await room.press("tab", "enter")
    await room.pilot.pause()
    assert room.family.plan_state == "signed"


FORGOTTEN: dict[str, dict[str, Any]] = {
    "needs have no strategy": {"needs": (Need(id="n1"), Need(id="n2"))},
    "A task was only asked": {"tasks": (Task(owners=("mom",)), Task(owners=("mom",), consent="agreed"))},
    "A day in the words of an outcome was not read": {"outcomes": (Outcome(words=Words(text="Reads by the end of the term")),)},
    "who decides for Mari": {"people": (Person(id="mari", used_name="Mari", enrolled=True),)},
    "No one is named who leads": {"header": Header(name="A")},
    "Nobody watches the plan": {"header": Header(name="A", facilitator="F")},
    "No copy is promised": {"header": Header(name="A")},
}
THOUGHT_OF: dict[str, dict[str, Any]] = {
    "have no strategy": {"needs": (Need(id="n1"),), "strategies": (Strategy(needs=("n1",)),)},
    "only asked": {"tasks": (Task(consent="agreed"), Task(status="done"))},
    "was not read": {
        "outcomes": (
            Outcome(words=Words(text="Reads by June"), due=date(2027, 6, 30)),
            Outcome(words=Words(text="Walks by the river")),
        )
    },
    "who decides": {
        "people": (
            Person(id="mom", used_name="Rosa", born=date(1980, 1, 1)),
            Person(id="m", enrolled=True, decision_rights=(DecisionRight(area="medical", held_by="mom"),)),
        )
    },
    "who leads the meetings": {"header": Header(name="A", facilitator="F")},
    "watches the plan": {"header": Header(name="A", monitored_by="The team")},
    "No copy": {"copies": (Copy(to_name="School"),)},
}


@pytest.mark.parametrize("said", FORGOTTEN)
def test_what_may_be_forgotten_is_named_once_before_a_plan_is_closed(said: str) -> None:
    told = still_empty.in_words(scene(small_family(**FORGOTTEN[said])))
    assert told.count(said) == 1
    assert "In brackets is where" in told


@pytest.mark.parametrize("said", THOUGHT_OF)
def test_what_was_thought_of_is_not_named(said: str) -> None:
    assert said not in still_empty.in_words(scene(small_family(**THOUGHT_OF[said])))


def test_a_need_under_which_nothing_is_planned_is_named() -> None:
    need = Need(id="n1", words=Words(text="Sleep"))
    assert "what is done for a need" in still_empty.in_words(scene(small_family(needs=(need,))))
    planned = small_family(needs=(need,), strategies=(Strategy(needs=("n1",), words=Words(text="A quiet room")),))
    assert "what is done for a need" not in still_empty.in_words(scene(planned))
