"""What a typed line says: whom it names, what remains of the words, which day it means."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tui.meeting_scenes import small_family

from teammeet.model.people import Person
from teammeet.text import mended
from teammeet.tui.meeting.days import cut_day, cut_due, cut_time, day_words
from teammeet.tui.meeting.initials import tags_of
from teammeet.tui.meeting.spoken import parts, read_line, rung_said, score_said

MONDAY = date(2026, 3, 2)
TAGS = tags_of(small_family())


def test_initials_are_of_the_family_first_and_differ() -> None:
    assert TAGS.of == {"rosa": "RR", "dani": "DA", "carmen": "AC", "ortiz": "OR"}


def test_two_people_with_the_same_initials_get_tags_of_their_own() -> None:
    people = tuple(Person(id=f"p{n}", used_name=name) for n, name in enumerate(["Ana Lee", "Alan Lopez", "Al Long", "Ann Lo"]))
    tags = tags_of(small_family(people=people, supports=(), team=(), attendances=())).of
    assert tags["p0"] == "AL"
    assert len(set(tags.values())) == len(people)


@pytest.mark.parametrize(
    ("line", "words", "whose"),
    [
        ("DA: draws buses", "draws buses", ("dani",)),
        ("da: draws buses", "draws buses", ("dani",)),
        ("Dani: draws buses", "draws buses", ("dani",)),
        ("Rosa: sings", "sings", ("rosa",)),
        ("RO: sings", "sings", ("rosa",)),
        ("RR, AC: cook together", "cook together", ("rosa", "carmen")),
        ("RR and AC: cook together", "cook together", ("rosa", "carmen")),
        ("draws buses @DA", "draws buses", ("dani",)),
        ("call @OR, then wait", "call, then wait", ("ortiz",)),
        ("cook @rosa @carmen", "cook", ("rosa", "carmen")),
    ],
)
def test_known_names_attach_and_leave_the_words(line: str, words: str, whose: tuple[str, ...]) -> None:
    said = read_line(line, TAGS)
    assert (said.words, said.people) == (words, whose)


@pytest.mark.parametrize(
    "line",
    [
        "XQ: draws buses",
        "RR, XQ: cook",
        "No: he never does",
        "So: that is that",
        "Ro: is no start of a name in small letters",
        "at 8:30 he eats",
        "write to rosa@example.org",
        "@SUM(B2)",
        "meet at 10:30:smile: ok",
        "a strength when he is calm",
        ":",
        "@",
    ],
)
def test_what_is_not_understood_stays_in_the_words(line: str) -> None:
    said = read_line(line, TAGS)
    assert (said.words, said.people) == (line, ())


def test_a_line_of_nothing_but_a_name_is_kept_as_it_is() -> None:
    assert read_line("@DA", TAGS).words == "@DA"


def test_an_unknown_mention_is_told() -> None:
    assert read_line("ask @XQ", TAGS).strange == ("XQ",)


@given(st.text(max_size=80).map(lambda raw: mended(raw)[0]))
def test_no_line_loses_its_words(line: str) -> None:
    said = read_line(line, TAGS)
    assert said.people or said.words == line.strip()


@pytest.mark.parametrize(
    ("line", "words", "due"),
    [
        ("Call the school by next Tuesday", "Call the school", date(2026, 3, 10)),
        ("Call in two weeks", "Call", date(2026, 3, 16)),
        ("Ask before the 3rd", "Ask", date(2026, 3, 3)),
        ("Buy milk 3/14", "Buy milk", date(2026, 3, 14)),
        ("Send it tomorrow", "Send it", date(2026, 3, 3)),
    ],
)
def test_a_day_at_the_end_is_the_due_date(line: str, words: str, due: date) -> None:
    assert cut_due(line, MONDAY, "en")[:2] == (words, due)


@pytest.mark.parametrize(
    "line",
    ["Read chapter 3", "Meet her every Tuesday", "Go for a walk", "Be calm on the bus", "next Tuesday", "Sit in the front", ""],
)
def test_no_day_is_read_where_none_is_meant(line: str) -> None:
    assert cut_due(line, MONDAY, "en") == (line, None, "")


@pytest.mark.parametrize(
    ("line", "words", "due"),
    [
        ("Llamar antes del 3", "Llamar", date(2026, 3, 3)),
        ("Llamar el próximo martes", "Llamar", date(2026, 3, 3)),
        ("Preguntar mañana", "Preguntar", date(2026, 3, 3)),
        ("Salir los martes", "Salir los martes", None),
    ],
)
def test_days_in_spanish(line: str, words: str, due: date | None) -> None:
    assert cut_due(line, MONDAY, "es")[:2] == (words, due)


@pytest.mark.parametrize(
    ("line", "at", "rest"),
    [
        ("in two weeks at 4 pm, library", time(16), "in two weeks, library"),
        ("Friday 16:30", time(16, 30), "Friday"),
        ("el viernes a las 4", time(16), "el viernes"),
        ("el viernes a las 11", time(11), "el viernes"),
        ("Friday 9 a.m.", time(9), "Friday"),
        ("3/30", None, "3/30"),
        ("in 2 weeks", None, "in 2 weeks"),
        ("at 99 pm", None, "at 99 pm"),
    ],
)
def test_a_time_of_day_is_taken_out(line: str, at: time | None, rest: str) -> None:
    assert cut_time(line) == (at, rest)


def test_the_day_begins_the_line_and_the_place_follows() -> None:
    assert cut_day("in two weeks, library, room 2", MONDAY, "en") == (date(2026, 3, 16), "library, room 2")
    assert cut_day("next Tuesday at school", MONDAY, "en") == (date(2026, 3, 10), "at school")
    assert cut_day("some day", MONDAY, "en") == (None, "some day")


@pytest.mark.parametrize(
    ("said", "number", "rest"),
    [
        ("6/10 he went", 6, "he went"),
        ("6/10", 6, ""),
        ("6 of 10: good", 6, "good"),
        ("10", 10, ""),
        ("7 de 10", 7, ""),
        ("2 nights a week she texts", None, "2 nights a week she texts"),
        ("6 of 10 days", None, "6 of 10 days"),
        ("6/100", None, "6/100"),
        ("11 days", None, "11 days"),
        ("six", None, "six"),
    ],
)
def test_a_score_is_of_ten_or_a_number_alone_and_words_are_never_cut(said: str, number: int | None, rest: str) -> None:
    assert score_said(said) == (number, rest)


def test_a_place_on_the_ladder_has_a_dot_or_a_bracket() -> None:
    assert rung_said("3. call Nana") == (3, "call Nana")
    assert rung_said("3) call Nana") == (3, "call Nana")
    assert rung_said("2 deep breaths") == (None, "2 deep breaths")


def test_commas_cut_at_most_so_often() -> None:
    assert parts("Ms. Ortiz, teacher, Lincoln School, room 3", 3) == ("Ms. Ortiz", "teacher", "Lincoln School, room 3")


def test_a_far_day_says_its_year() -> None:
    assert day_words(date(2026, 3, 3), "en", MONDAY) == "Tue, Mar 3"
    assert day_words(date(2028, 3, 3), "en", MONDAY) == "Fri, Mar 3, 2028"
    assert day_words(date(2026, 3, 3), "es", MONDAY) == "mar 3 de mar"
