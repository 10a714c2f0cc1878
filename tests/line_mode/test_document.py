"""The page on the mode names every command in both languages; no word means two commands."""

from collections import Counter
from pathlib import Path

import pytest

from teammeet.messages import LANGUAGES, keys, text
from teammeet.text import folded
from teammeet.tui.line_mode.caseload import CaseloadRoom
from teammeet.tui.line_mode.command_words import COMMANDS, command_named, word_of
from teammeet.tui.line_mode.family import FamilyRoom
from teammeet.tui.line_mode.meeting import MeetingRoom
from teammeet.tui.line_mode.reading_back import ReadBackRoom
from teammeet.tui.line_mode.room import EVERYWHERE, Room
from teammeet.tui.line_mode.signing import SignRoom
from teammeet.tui.line_mode.stop_well import StopWellRoom

PAGE = (Path(__file__).parents[2] / "docs" / "plain.md").read_text(encoding="utf-8")
ROOMS: tuple[type[Room], ...] = (CaseloadRoom, FamilyRoom, MeetingRoom, ReadBackRoom, SignRoom, StopWellRoom)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_is_on_the_page(language: str) -> None:
    assert [command for command in COMMANDS if f"`/{word_of(command, language)}`" not in PAGE] == []


def test_no_word_means_two_commands() -> None:
    words = Counter(
        word
        for command in COMMANDS
        for word in {folded(each) for language in LANGUAGES for each in text(f"plain.word.{command}", language).split()}
    )
    assert [word for word, number in words.items() if number > 1] == []
    assert command_named("QUIÉN") == command_named("quien") == "who"


def test_every_command_of_a_room_is_known_and_done_there() -> None:
    for room in ROOMS:
        for command in (*room.commands, *EVERYWHERE):
            assert command in COMMANDS, command
            assert callable(getattr(room, f"do_{command}")), (room, command)
    assert set(COMMANDS) == {command for room in ROOMS for command in (*room.commands, *EVERYWHERE)}


def test_what_stands_in_place_of_a_message_has_its_placeholders_and_is_needed() -> None:
    for key in keys("en"):
        if key.startswith("plain.instead."):
            replaced = key.removeprefix("plain.instead.")
            assert replaced in keys("en"), key
            assert text(replaced, "en") != text(key, "en"), key
