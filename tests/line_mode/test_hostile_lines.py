"""Strings that break programs, typed as lines: they are kept as they are, or what had to be replaced is said; none obeys."""

import re
import unicodedata

import pytest
from tests.hostile import DECOMPOSED, FIT, FORBIDDEN, LONG, MARKED
from tests.line_mode.talk import Talk

from teammeet.model.family import put
from teammeet.model.people import Person
from teammeet.text import is_clean

CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def test_what_is_fit_stands_in_the_record_as_it_was_typed(talk: Talk) -> None:
    lines = [line for line in FIT.values() if "\n" not in line]
    out = talk.meet("/step 3", "/hints off", *(f"it is {line}" for line in lines))
    assert [str(s.words) for s in talk.family.strengths] == [unicodedata.normalize("NFC", f"it is {line}") for line in lines]
    assert not CONTROLS.search(out)


def test_what_may_not_be_kept_is_replaced_and_that_is_said(talk: Talk) -> None:
    lines = [line for line in FORBIDDEN.values() if not re.search(r"[\r\n]", line) and line.isprintable() is False]
    out = talk.meet("/step 3", "/hints off", *(f"it is {line}" for line in lines))
    assert len(talk.family.strengths) == len(lines)
    assert all(is_clean(str(s.words)) for s in talk.family.strengths)
    assert "A sign that may not be kept was replaced." in out
    assert not CONTROLS.search(out)


def test_a_line_that_is_too_long_is_cut_and_that_is_said(talk: Talk) -> None:
    out = talk.meet("/step 3", f"it is {LONG}")
    assert "A line holds at most 2000 letters. The rest was left out." in out
    assert len(str(talk.family.strengths[0].words)) == 2_000


def test_a_mark_at_the_beginning_and_letters_in_two_parts_are_composed(talk: Talk) -> None:
    talk.meet("/step 3", f"is {DECOMPOSED}", MARKED)
    assert [str(s.words) for s in talk.family.strengths] == ["is José", "Mia"]


@pytest.mark.parametrize("name", ["[/]", "[@click=app.quit]Mia[/]", "{who} {number}", "/next", "-", "0", "yes"])
def test_a_name_is_only_a_name_wherever_it_is_read(talk: Talk, name: str) -> None:
    person = Person(used_name=name, role="mother")
    talk.desk.change(talk.family_id, [put(person)])
    out = talk.meet(
        "/rows", "/who", "/select 1", "/r", "/keys", "/map", "/read", "/sign", "/rows", "/leave", "/leave", "/who", "/history"
    )
    assert f"1. {name}; " in out
    assert "Left." in out


def test_a_last_line_without_an_end_is_kept_too(talk: Talk) -> None:
    talk.meet()
    talk.converse("/step 3\nno end", meeting=True)
    assert [str(s.words) for s in talk.family.strengths] == ["no end"]
