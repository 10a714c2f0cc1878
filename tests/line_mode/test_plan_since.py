"""What changed in the plan since a signed one, in lines."""

from datetime import date

from tests.line_mode.talk import Talk


def test_what_changed_in_the_plan_is_told_or_what_to_type(demo_talk: Talk) -> None:
    out = demo_talk.say("/plan since", "/plan since 1", "/plan since 7", "/language es", "/plan desde 1", "/language en")
    assert out.count("From plan 1 (") == 2
    assert "Task: Make up the sofa bed before Tuesday" in out
    assert "- This is done." in out
    assert out.count("Say /plan since and the number of a signed plan, or a day: /plan since 1, or /plan since 2") == 1
    assert "Está hecha." in out


def test_a_day_can_be_named_of_which_there_is_a_record(demo_talk: Talk) -> None:
    out = demo_talk.say(f"/plan since {date.today().isoformat()}", "/plan since 1999-01-01", "/plan since 2031-99-01")
    assert out.count("to now (") == 1
    assert out.count("Say /plan since and") == 2


def test_where_no_plan_is_signed_that_is_said(talk: Talk) -> None:
    assert "No plan was signed before" in talk.say("/plan since")
