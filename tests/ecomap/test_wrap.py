"""Names in lines: nothing lost, nothing too wide."""

from hypothesis import example, given
from hypothesis import strategies as st

from teammeet.ecomap.wrap import balanced, wrapped
from teammeet_picture.measure import FontMeasure

MEASURE = FontMeasure()


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn", "Zl", "Zp")), max_size=300), st.floats(30, 200))
@example(name="0000.AK00", width=30.0)  # the hyphen comes after the first letter behind a stop
def test_no_letter_is_lost_and_no_line_too_wide(name: str, width: float) -> None:
    for lines in (wrapped(name, MEASURE, width), balanced(name, MEASURE, width)):
        rest = "".join("".join(lines).split())
        kept = iter(rest)
        assert all(letter in kept for letter in "".join(name.split()))
        assert len(rest) - len("".join(name.split())) == sum(line.endswith("-") for line in lines) - _own(name, lines)
    assert all(MEASURE(line, 8) <= width or len(line) <= 2 or not line[:-1].isascii() for line in wrapped(name, MEASURE, width))


def _own(name: str, lines: tuple[str, ...]) -> int:
    """Hyphens at the end of lines that were in the name."""
    added = len("".join("".join(lines).split())) - len("".join(name.split()))
    return sum(line.endswith("-") for line in lines) - added


def test_a_word_is_broken_only_when_it_does_not_fit() -> None:
    assert balanced("Community supports", MEASURE, 84, 8, True) == ("Community", "supports")


def test_a_long_word_gets_a_hyphen_between_letters() -> None:
    first, *_ = wrapped("Donaudampfschifffahrtsgesellschaft", MEASURE, 60)
    assert first.endswith("-")


def test_chinese_is_broken_anywhere_without_a_hyphen() -> None:
    assert "-" not in "".join(wrapped("山田太郎山田太郎山田太郎", MEASURE, 40))


def test_a_broken_word_leaves_no_letter_alone() -> None:
    lines = wrapped("Zwetschgenbaum-Regenbogen", MEASURE, 66)
    assert min(len(line) for line in lines) >= 6
