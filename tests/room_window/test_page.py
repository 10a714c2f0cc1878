"""A page survives its journey as JSON, holds nothing that a terminal would obey, and is blank when it says so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from tests.hostile import DECOMPOSED, FIT, FORBIDDEN, LONG, MARKED

from teammeet.room_window.page import RoomLine, RoomPage
from teammeet.text import is_clean

WORDS = st.one_of(st.text(), st.sampled_from((*FORBIDDEN.values(), *FIT.values(), DECOMPOSED, MARKED, "one\ntwo\r\nthree")))
LINES = st.builds(
    RoomLine,
    words=WORDS,
    mark=WORDS,
    detail=WORDS,
    level=st.integers(0, 20),
    heading=st.booleans(),
    here=st.booleans(),
)
PAGES = st.builds(
    RoomPage,
    kind=st.sampled_from(("page", "opening", "pause")),
    language=st.sampled_from(("en", "es", "es-MX", "vi")),
    title=WORDS,
    step=st.integers(0, 1_000),
    steps=st.integers(0, 1_000),
    questions=st.lists(WORDS, max_size=2).map(tuple),
    summary=WORDS,
    lines=st.lists(LINES, max_size=5).map(tuple),
    time_mark=WORDS,
)


@given(PAGES)
def test_a_page_is_the_same_after_a_journey_as_json(page: RoomPage) -> None:
    assert RoomPage.from_json(page.as_json()) == page


@given(PAGES)
def test_every_text_of_a_page_is_clean(page: RoomPage) -> None:
    texts = [page.title, page.summary, page.time_mark, *page.questions]
    texts += [text for line in page.lines for text in (line.words, line.mark, line.detail)]
    assert [text for text in texts if not is_clean(text, lines=True)] == []


def test_what_is_fit_stays_as_it_was_said() -> None:
    for words in FIT.values():
        assert RoomLine(words=words).words == words


def test_a_very_long_text_is_cut_and_still_makes_the_journey() -> None:
    page = RoomPage(kind="page", lines=(RoomLine(words=LONG),))
    assert 0 < len(page.lines[0].words) < len(LONG)
    assert RoomPage.from_json(page.as_json()) == page


def test_a_waiting_page_can_hold_nothing() -> None:
    assert RoomPage.from_json(RoomPage(kind="waiting", language="es").as_json()) == RoomPage(kind="waiting", language="es")
    for told in (
        {"title": "Needs"},
        {"step": 1},
        {"steps": 8},
        {"questions": ("Who?",)},
        {"summary": "two"},
        {"lines": (RoomLine(words=""),)},
        {"time_mark": "half"},
    ):
        with pytest.raises(ValidationError):
            RoomPage.model_validate({"kind": "waiting", **told})


@pytest.mark.parametrize(
    "told",
    [
        b"",
        b"\xff",
        b"[]",
        b'{"kind": "page"',
        b'{"kind": "other"}',
        b'{"kind": "page", "kind": "page"}',
        b'{"kind": "page", "more": 1}',
        b'{"kind": "page", "step": NaN}',
        b'{"kind": "page", "step": "3"}',
        b'{"kind": "page", "step": -1}',
        b'{"kind": "page", "questions": ["a", "b", "c"]}',
        b'{"kind": "page", "lines": [{"mark": "x"}]}',
        b'{"kind": "waiting", "title": "Ada"}',
        b"[" * 100_000,
    ],
    ids=lambda told: told[:40].decode(errors="replace"),
)
def test_what_is_no_page_is_refused_without_telling_what_it_is(told: bytes) -> None:
    with pytest.raises(ValueError, match=r"^not a page$"):
        RoomPage.from_json(told)


def test_a_page_never_changes() -> None:
    page = RoomPage(kind="page", title="Needs")
    with pytest.raises(ValidationError):
        page.title = "Other"  # type: ignore[misc]  # that is what must not work
