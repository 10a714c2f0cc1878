"""Small words that had to be guessed at: the signs beside the supports, and where the others would begin."""

from pathlib import Path

import pytest
from tests.tui.meeting_app import Time, at_meeting, demo_desk

from teammeet.model.family import put
from teammeet.tui.meeting.dots import dots_in_words


@pytest.mark.parametrize(("language", "told"), [("en", "() own people"), ("es", "() su gente")])
async def test_a_quiet_line_says_what_the_signs_of_the_supports_mean(tmp_path: Path, language: str, told: str) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time, size=(160, 45)) as room:
        room.app.save_settings(language=language)
        await room.press("alt+5")
        assert told in room.screen_text


@pytest.mark.parametrize(
    ("language", "one", "two"),
    [("en", "RE would begin here", "RE, LI would begin here"), ("es", "RE empezaría aquí", "RE, LI empezarían aquí")],
)
async def test_a_dot_says_who_would_begin_there(tmp_path: Path, language: str, one: str, two: str) -> None:
    time = Time()
    desk, family = demo_desk(tmp_path, time)
    async with at_meeting(desk, family, time) as room:
        room.app.save_settings(language=language)
        need = room.family.needs[0]
        for dots, told in ((("reed",), one), (("reed", "lind"), two)):
            room.app.keep(put(need.changed(dots=dots)))
            assert list(dots_in_words(room.meeting.scene(), room.family.needs[0])) == [told]
