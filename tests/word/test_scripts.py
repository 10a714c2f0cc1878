"""Each run of a text is marked with the way it runs: Word draws it in the right order, and a voice reads it rightly."""

import pytest

from teammeet_word.markup import Span, paragraph
from teammeet_word.scripts import is_right_to_left, language_of, pieces

MOTHER = "\u0623\u0645"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Maya", False),
        (f"{MOTHER} Maya", True),
        (f"Maya {MOTHER}", False),
        (f"3. {MOTHER}", True),
        ("", False),
        ("\u7389", False),
    ],
)
def test_the_first_letter_decides_which_way_a_paragraph_runs(text: str, answer: bool) -> None:
    assert is_right_to_left(text) is answer


@pytest.mark.parametrize(
    ("text", "right_to_left", "cut"),
    [
        ("Maya, 3", False, ["Maya, 3"]),
        (f"Maya ({MOTHER}) 3", False, ["Maya (", MOTHER, ") 3"]),
        (f"{MOTHER} {MOTHER}", False, [f"{MOTHER} {MOTHER}"]),
        (f"{MOTHER} (Maya) 3", True, [f"{MOTHER} (", "Maya", ") 3"]),
        ("a\u7389\u8389 b", False, ["a", "\u7389\u8389", " b"]),
    ],
)
def test_what_has_no_direction_goes_with_its_neighbours_or_all(text: str, right_to_left: bool, cut: list[str]) -> None:
    assert [piece for piece, _ in pieces(text, right_to_left)] == cut


def test_a_language_is_the_one_that_was_said_if_the_letters_are_its_own() -> None:
    assert language_of(MOTHER, "right_to_left", "fa") == "fa"
    assert language_of(MOTHER, "right_to_left", "") == "ar-SA"
    assert language_of("\u05d0\u05de\u05d0", "right_to_left", "en") == "he-IL"
    assert language_of("\u30de\u30e4", "east_asian", "") == "ja-JP"
    assert language_of("\ub9c8\uc57c", "east_asian", "") == "ko-KR"
    assert language_of("\u7389\u8389", "east_asian", "zh-TW") == "zh-TW"
    assert language_of("Maya", "plain", "ar") == ""
    assert language_of("Maya", "plain", "vi") == "vi"


def test_runs_carry_their_marks() -> None:
    made = paragraph(Span(f"Maya {MOTHER}", "Strong", "ar"))
    assert '<w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t xml:space="preserve">Maya </w:t>' in made
    assert '<w:rPr><w:rStyle w:val="Strong"/><w:rtl/><w:lang w:bidi="ar"/></w:rPr>' in made
    assert "<w:bidi/>" not in made
    assert "<w:bidi/>" in paragraph(f"{MOTHER} Maya")


def test_a_long_text_of_changing_scripts_is_cut_without_loss() -> None:
    text = f"a {MOTHER} " * 5_000
    assert "".join(piece for piece, _ in pieces(text, False)) == text
