"""The menu of a line, parking with a destination, and what is chosen beside: by keys and by mouse, on the screen."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.tui.meeting_app import Room, Time, at_meeting, fresh_desk
from tests.tui.meeting_scenes import FIRST
from textual import events
from textual.widgets import OptionList

from teammeet.model.family import put
from teammeet.model.plan import Strength
from teammeet.model.values import Words
from teammeet.tui.meeting.row_menu import RowMenu
from teammeet.tui.screens.meeting import MeetingScreen

ALMOST_MARKUP = "[/] [@click=app.quit]go[/] $name"


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    """A meeting at the step on strengths, with two of them: the second is selected."""
    time = Time()
    desk, family = fresh_desk(tmp_path, time)
    async with at_meeting(desk, family, time, agenda=FIRST) as room:
        await room.type("Rosa, mother")
        await room.press("alt+3")
        await room.type("RO: cooks for everybody")
        await room.type("sings and dances")
        yield room


async def menu(room: Room, *letters: str) -> None:
    await room.press("ctrl+e")
    assert isinstance(room.app.screen, RowMenu)
    await room.press(*letters)
    await room.pilot.pause()


def texts(room: Room) -> list[str]:
    return [strength.words.text for strength in room.family.strengths]


async def test_a_line_is_joined_with_another_and_one_undo_makes_them_two(room: Room) -> None:
    await menu(room, "m")
    await room.press("enter")
    assert texts(room) == ["sings and dances / cooks for everybody"]
    assert room.record.selected == room.family.strengths[0].id
    await room.press("ctrl+z")
    assert texts(room) == ["cooks for everybody", "sings and dances"]


async def test_a_line_is_cut_where_the_mark_stands(room: Room) -> None:
    await menu(room, "s")
    assert room.line.value == "sings | and dances"
    await room.press("enter")
    assert texts(room) == ["cooks for everybody", "sings", "and dances"]
    await room.press("ctrl+z")
    assert texts(room) == ["cooks for everybody", "sings and dances"]


async def test_a_cut_that_changes_words_is_refused_and_the_line_stays(room: Room) -> None:
    await menu(room, "s")
    await room.type("sings | and jumps")
    assert "|" in room.told
    assert room.line.value == "sings | and jumps"
    assert len(texts(room)) == 2


async def test_a_strength_that_was_really_a_need_moves_and_its_hint_comes(room: Room) -> None:
    await menu(room, "t", "n")
    assert texts(room) == ["cooks for everybody"]
    assert [need.words.text for need in room.family.needs] == ["sings and dances"]
    assert "needs" in room.told


async def test_a_line_is_parked_with_where_it_goes(room: Room) -> None:
    await menu(room, "p", "p")
    assert [(one.words.text, one.goes_to) for one in room.family.parked] == [("sings and dances", "private_follow_up")]
    assert texts(room) == ["cooks for everybody"]


async def test_word_for_word_is_turned_off_and_on_and_shown_in_quotes(room: Room) -> None:
    assert "“sings and dances”" in room.screen_text
    await menu(room, "w")
    assert not room.family.strengths[1].words.verbatim
    assert "“sings and dances”" not in room.screen_text
    await menu(room, "w")
    assert room.family.strengths[1].words.verbatim


async def test_a_rewording_stands_beneath_the_words_and_never_in_their_place(room: Room) -> None:
    await menu(room, "r")
    await room.type(f"is joyful {ALMOST_MARKUP}")
    assert "“sings and dances”" in room.screen_text
    assert f"in other words: is joyful {ALMOST_MARKUP}" in room.screen_text
    await menu(room, "r")
    await room.type("")
    assert room.family.strengths[1].words.reworded == ""


async def test_a_translation_says_by_whom_and_whether_it_was_read_back(room: Room) -> None:
    await menu(room, "l")
    await room.type("canta y baila @RO")
    await room.press("down", "enter")
    (told,) = room.family.strengths[1].words.translations
    assert (told.language, told.text, told.by, told.read_back) == ("es", "canta y baila", "Rosa", True)
    await menu(room, "l")
    assert room.line.value == "canta y baila"
    await room.type("mam: nb'itzan")
    await room.press("enter")
    assert [(t.language, t.read_back) for t in room.family.strengths[1].words.translations] == [("es", True), ("mam", False)]


async def test_a_line_is_taken_back_from_its_menu(room: Room) -> None:
    gone = room.family.strengths[1].id
    await menu(room, "b")
    taken = room.family.get(gone)
    assert taken is not None
    assert taken.taken_back
    assert "sings and dances" not in [str(row) for row in room.screen_text.splitlines() if "│" in row]


async def test_the_right_mouse_button_opens_the_menu_of_the_row_under_it(room: Room) -> None:
    await room.pilot.click("#record", offset=(8, 2), button=3)
    await room.pilot.pause()
    assert isinstance(room.app.screen, RowMenu)
    listed = room.app.screen.query_one("#choices", OptionList)
    await room.pilot.click(listed, offset=(4, listed.get_option_index("verbatim") + 1))
    await room.pilot.pause()
    assert not room.family.strengths[0].words.verbatim


async def test_a_click_selects_a_row_and_another_opens_it(room: Room) -> None:
    await room.pilot.click("#record", offset=(8, 2))
    await room.pilot.pause()
    assert isinstance(room.app.screen, MeetingScreen)
    assert room.record.selected == room.family.strengths[0].id
    await room.pilot.click("#record", offset=(8, 2))
    await room.pilot.pause()
    assert not isinstance(room.app.screen, MeetingScreen)


async def test_without_a_selected_line_the_menu_says_what_to_do(room: Room) -> None:
    await room.press("alt+4", "ctrl+e")
    assert room.told
    assert isinstance(room.app.screen, MeetingScreen)


async def test_escape_leaves_all_as_it_was(room: Room) -> None:
    before = room.family
    await menu(room, "escape")
    assert room.family is before
    await menu(room, "t", "escape")
    assert room.family is before


async def test_what_the_room_does_not_see_is_not_offered_to_be_joined(room: Room) -> None:
    rosa = room.family.people[0].id
    room.app.keep(put(Strength(id="hush", words=Words(text="a secret"), kept_from=(rosa,))))
    await menu(room, "m")
    listed = room.app.screen.query_one("#choices", OptionList)
    assert listed.option_count == 1


# Parking


async def test_parking_goes_on_at_once_and_one_key_says_where_it_goes(room: Room) -> None:
    await room.type("typed")
    room.line.replace("bus passes", 0, 0)
    await room.press("f6")
    assert [one.goes_to for one in room.family.parked] == ["undecided"]
    assert "Alt+N" in room.told
    await room.press("alt+n")
    assert [one.goes_to for one in room.family.parked] == ["next_agenda"]
    assert "Next agenda" in room.told
    await room.press("alt+p")
    assert [one.goes_to for one in room.family.parked] == ["next_agenda"]


async def test_the_letters_of_parking_end_with_its_remark_and_never_take_a_letter_of_the_step(room: Room) -> None:
    await room.press("alt+6")
    await room.press("f3")
    room.line.replace("bus passes", 0, 0)
    await room.press("f6")
    taken = {key.letter.upper() for key in room.meeting.panel.keys(room.meeting.scene())}
    offered = {part.split()[0] for part in room.told.split("Alt+")[1:]}
    assert len(offered) == 3
    assert not offered & taken
    await room.type("an idea")
    await room.press(f"alt+{next(iter(offered)).lower()}")
    assert [one.goes_to for one in room.family.parked] == ["undecided"]


async def test_keys_typed_while_the_menu_opens_do_not_end_the_program(room: Room) -> None:
    await room.pilot.press("ctrl+e", "m", "escape", "ctrl+e", "x", "escape")
    await room.pilot.pause()
    assert room.app.is_running


# A worry, a need, advice


async def test_the_need_behind_a_worry_is_typed_after_one_letter_from_the_line_or_the_list(room: Room) -> None:
    await room.press("alt+4")
    await room.type("! hides in the stairwell")
    await room.press("alt+n")
    await room.type("to know that he may leave")
    await room.press("alt+4")
    await room.press("up", "up", "tab", "n")
    await room.type("a friend")
    worry = room.family.worries[0].id
    assert [(need.words.text, need.behind) for need in room.family.needs] == [
        ("to know that he may leave", (worry,)),
        ("a friend", (worry,)),
    ]


async def test_advice_is_refused_kindly_until_the_family_has_ranked(room: Room) -> None:
    await room.press("alt+1")
    await room.type("Ms. Ortiz, teacher")
    await room.press("alt+4")
    await room.type("to rest")
    await room.press("alt+d")
    assert "family says first" in room.told
    await room.press("alt+up", "alt+d")
    await room.type("OR")
    assert "OR would begin here" in " ".join(room.screen_text.split())


async def test_one_letter_ends_the_storm_and_that_is_said(room: Room) -> None:
    await room.press("alt+6")
    await room.type("a club")
    assert "The storm is open" in room.screen_text
    await room.press("alt+e")
    assert "storm is over" in room.told
    assert "The storm is open" not in room.screen_text
    assert "ten ideas" not in room.screen_text
    await room.press("alt+n")
    assert room.family.strategies[0].source == "natural"


# Faster than the menu opens


def in_one_go(room: Room, *keys: tuple[str, str]) -> None:
    """Keys that are all there before the first of them was looked at, as a terminal hands on what is typed fast."""
    for key, character in keys:
        event = events.Key(key, character or None)
        event.set_sender(room.app)
        room.app.post_message(event)


async def settled(room: Room) -> None:
    for _ in range(6):
        await room.pilot.pause()


@pytest.mark.parametrize("where", ["line", "list"])
async def test_a_letter_typed_before_the_menu_is_there_is_for_the_menu(room: Room, where: str) -> None:
    if where == "list":
        await room.press("tab")
    in_one_go(room, ("ctrl+e", ""), ("w", "w"))
    await settled(room)
    assert not room.family.strengths[1].words.verbatim
    assert room.line.value == ""
    in_one_go(room, ("ctrl+e", ""), ("t", "t"), ("n", "n"))
    await settled(room)
    assert [need.words.text for need in room.family.needs] == ["sings and dances"]
    assert room.line.value == ""


async def test_what_is_typed_after_the_letter_goes_into_the_line_that_it_opens(room: Room) -> None:
    in_one_go(room, ("ctrl+e", ""), ("r", "r"), ("j", "j"), ("o", "o"), ("y", "y"), ("enter", "\r"))
    await settled(room)
    assert room.family.strengths[1].words.reworded == "joy"


async def test_keys_held_back_type_again_when_there_is_no_menu(room: Room) -> None:
    await room.press("alt+4")
    in_one_go(room, ("ctrl+e", ""), ("r", "r"), ("e", "e"), ("s", "s"), ("t", "t"))
    await settled(room)
    assert room.line.value == "rest"
    await room.press("x")
    assert room.line.value == "restx"
    await room.type("a friend")
    in_one_go(room, ("ctrl+e", ""), ("w", "w"), ("ctrl+e", ""), ("w", "w"), ("escape", ""))
    await settled(room)
    assert room.app.is_running
