"""The end of a meeting is set by a line: a time, minutes, or the usual end."""

from datetime import timedelta

import pytest
from tests.line_mode.talk import Talk


def ends_at(talk: Talk) -> str:
    end = talk.family.meetings[0].ends_at
    return end.strftime("%H:%M") if end else ""


@pytest.mark.parametrize(
    ("line", "end"),
    [("/until 11:15", "11:15"), ("/until until 11:15", "11:15"), ("/hasta las 11:15", "11:15"), ("/until 11", "")],
)
def test_a_time_sets_the_end(talk: Talk, line: str, end: str) -> None:
    talk.meet()
    talk.time.pass_minutes(1)
    out = talk.meet(line)
    assert ends_at(talk) == end
    assert ("The meeting should now end at 11:15." in out) == bool(end), out


def test_minutes_are_added_to_the_end_and_undo_takes_them_back(talk: Talk) -> None:
    talk.meet("/until 11:15")
    talk.meet("/until 20 more minutes")
    assert ends_at(talk) == "11:35"
    talk.meet("/undo")
    assert ends_at(talk) == "11:15"


def test_without_a_time_it_is_asked_until_it_is_understood_and_a_minus_sign_means_the_usual_end(talk: Talk) -> None:
    out = talk.meet("/until", "soon", "9:55", "11:15")
    assert out.count("When shall the meeting end?") == 3
    assert "Write it like: until 16:30" in out
    assert ends_at(talk) == "11:15"
    out = talk.meet("/until", "")
    assert ends_at(talk) == "11:15"
    assert "Now: 11:15." in out
    talk.meet("/until", "-")
    assert talk.family.meetings[0].ends_at is None


def test_the_end_that_is_set_counts(talk: Talk) -> None:
    talk.meet()
    end = (talk.time.now + timedelta(minutes=12)).strftime("%H:%M")
    assert "12 min left" in talk.meet(f"/until {end}", "/time")
