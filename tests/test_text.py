"""The way in for a string: what is refused, what is mended, and how text is folded for searching."""

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.hostile import DECOMPOSED, FIT, FORBIDDEN, LONG, MARKED

from teammeet.errors import TextRefused
from teammeet.text import LINE_LIMIT, MOST_ACCENTS, REPLACEMENT, folded, is_clean, mended, refuse_unless_clean

SHARED = Path(__file__).parents[2] / "shared" / "hostile.json"
"""More such strings, where somebody keeps a list beside the checkout."""
ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=())) | st.text(
    st.sampled_from("aeZ é\u0301\u0308\u0316\u200d\u200b\n\r\t\x0b\x1b\x85\u2028\u202e\ud800\ufeff\ufffe\ue000Łß가")
)


@pytest.mark.parametrize("said", FORBIDDEN.values(), ids=FORBIDDEN)
def test_what_is_forbidden_is_refused_with_its_place(said: str) -> None:
    with pytest.raises(TextRefused, match=r"people\[3\]\.used_name"):
        refuse_unless_clean(said, "people[3].used_name")
    assert not is_clean(said)


@pytest.mark.parametrize("said", FORBIDDEN.values(), ids=FORBIDDEN)
def test_what_is_forbidden_is_mended_where_it_is_typed(said: str) -> None:
    kept, changed = mended(said)
    assert is_clean(kept)
    spaces = said.translate({ord(c): " " for c in "\t\r\x0b\x0c\x85\u2028\u2029"})
    assert changed is (kept != spaces)


@pytest.mark.parametrize("said", FIT.values(), ids=FIT)
def test_what_is_fit_stays_as_it_is(said: str) -> None:
    assert refuse_unless_clean(said, "here") == said
    assert mended(said) == (said, False)
    assert mended(said, lines=True) == (said, False)


def test_a_refusal_names_the_character_and_never_the_text() -> None:
    with pytest.raises(TextRefused) as refusal:
        refuse_unless_clean("Methadone\x1b[31m", "needs[0].words.text")
    assert "U+001B" in refusal.value.sentence()
    assert "Methadone" not in refusal.value.sentence()


def test_letters_are_composed_and_a_byte_order_mark_is_no_text() -> None:
    assert refuse_unless_clean(DECOMPOSED, "here") == "José"
    assert mended(DECOMPOSED) == ("José", False)
    assert refuse_unless_clean(MARKED, "here") == "Mia"
    assert mended(MARKED) == ("Mia", False)


def test_line_breaks_stay_in_notes_and_become_blanks_elsewhere() -> None:
    said = "one\r\ntwo\rthree\u2028four\x0bfive\x85six"
    assert mended(said, lines=True) == ("one\ntwo\nthree\nfour\nfive\nsix", False)
    assert mended(said) == ("one two three four five six", False)
    assert mended("one\n\n\ttwo") == ("one two", False)
    assert refuse_unless_clean("one\ntwo", "note", lines=True) == "one\ntwo"


def test_a_tab_in_a_note_becomes_a_blank() -> None:
    assert mended("one\ttwo\n\tthree", lines=True) == ("one two\n three", False)


def test_what_cannot_be_kept_is_seen() -> None:
    assert mended("a\x1bb\x00c") == (f"a{REPLACEMENT}b{REPLACEMENT}c", True)


def test_text_that_is_too_long_is_refused_or_cut_and_said() -> None:
    with pytest.raises(TextRefused) as refusal:
        refuse_unless_clean(LONG, "here")
    assert refusal.value.message_key == "text-too-long"
    assert mended(LONG) == ("M" * LINE_LIMIT, True)
    assert mended("M" * LINE_LIMIT) == ("M" * LINE_LIMIT, False)
    assert refuse_unless_clean("M" * LINE_LIMIT, "here") == "M" * LINE_LIMIT


def test_length_is_counted_in_composed_letters() -> None:
    assert refuse_unless_clean("e\u0301" * LINE_LIMIT, "here") == "é" * LINE_LIMIT


def test_no_letter_carries_more_than_four_accents_whatever_stands_between_them() -> None:
    for between in ("", "\u200d", "\u200b", "\u2060", "\u034f", "\u00ad"):
        kept, changed = mended("q" + ("\u0301" + between) * 12)
        assert changed
        assert kept.count("\u0301") <= MOST_ACCENTS
    assert mended("q\u0301\u0301\u0301\u0301q\u0301\u0301\u0301\u0301")[1] is False


@pytest.mark.parametrize(
    ("said", "sought"),
    [
        ("José", "jose"),
        (DECOMPOSED, "JOSÉ"),
        ("Ana\u200bBell", "anabell"),
        ("İstanbul", "istanbul"),
        ("Isparta", "ısparta"),
        ("Straße", "STRASSE"),
        ("Łukasz", "lukasz"),
        ("Søren", "soren"),
        ("Nguyễn", "nguyen"),
        ("Ｍｉａ", "mia"),
        ("ﬁn", "fin"),
        ("ΣΊΣΥΦΟΣ", "σισυφος"),
        ("Mia\u00a0Lee", "mia lee"),
    ],
)
def test_what_is_looked_for_is_found_as_people_type_it(said: str, sought: str) -> None:
    assert folded(sought) in folded(said)


@given(ANY_TEXT, st.booleans())
def test_what_was_mended_is_clean_and_stays_as_it_is(said: str, lines: bool) -> None:
    kept, _ = mended(said, lines=lines)
    assert mended(kept, lines=lines) == (kept, False)
    assert refuse_unless_clean(kept, "here", lines=lines) == kept
    assert unicodedata.is_normalized("NFC", kept)
    kept.encode("utf-8")


@given(ANY_TEXT, st.booleans())
def test_what_is_let_in_from_a_file_is_what_mending_would_leave_alone(said: str, lines: bool) -> None:
    try:
        clean = refuse_unless_clean(said, "here", lines=lines)
    except TextRefused:
        return
    assert mended(clean, lines=lines) == (clean, False)
    assert refuse_unless_clean(clean, "here", lines=lines) == clean


@given(ANY_TEXT, st.integers(1, 10))
def test_a_limit_holds_for_any_text(said: str, limit: int) -> None:
    assert len(mended(said, limit=limit)[0]) <= limit


@given(ANY_TEXT)
def test_folding_twice_is_folding_once_and_case_makes_no_difference(said: str) -> None:
    assert folded(folded(said)) == folded(said)
    assert folded(said.casefold()) == folded(said)


def test_every_hostile_string_is_mended_to_clean_text() -> None:
    shared = json.loads(SHARED.read_text(encoding="utf-8"))["strings"] if SHARED.is_file() else []
    for name, said in {**FORBIDDEN, **FIT, **{entry["id"]: entry["value"] for entry in shared}}.items():
        for lines in (False, True):
            kept, _ = mended(said, lines=lines)
            assert is_clean(kept, lines=lines), name
            assert folded(kept) == folded(folded(kept)), name


@pytest.mark.parametrize(("kept", "typed"), [("O’Brien", "o'brien"), ("D'Angelo", "d’angelo"), ("Ka‘ahumanu", "kaʻahumanu")])
def test_every_apostrophe_finds_every_other(kept: str, typed: str) -> None:
    assert folded(typed) == folded(kept)


def test_marks_without_end_are_taken_away_before_anybody_sorts_them() -> None:
    """To compose two kinds of marks in turn takes time that grows with the square of their number: this would take minutes."""
    endless = "a" + "\u0301\u0323" * 400_000
    kept, changed = mended(endless)
    assert changed
    assert is_clean(kept)
    assert folded(endless) == "a"
    with pytest.raises(TextRefused):
        refuse_unless_clean(endless, "here", limit=10**7)
