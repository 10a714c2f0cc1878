"""Times of day as people say them, to come and past."""

from datetime import datetime, timedelta, timezone

import pytest
from tests.hostile import FIT

from teammeet.practice.said_times import time_ahead, time_past

NOW = datetime(2026, 3, 2, 14, 30, tzinfo=timezone(timedelta(hours=-5)))


def clock(at: datetime | None) -> str | None:
    return at.strftime("%H:%M") if at else None


@pytest.mark.parametrize(
    ("said", "means"),
    [
        ("at 4", "16:00"),
        ("4", "16:00"),
        ("15:40", "15:40"),
        ("by 16.15", "16:15"),
        ("4 pm", "16:00"),
        ("in 20 minutes", "14:50"),
        ("20 min", "14:50"),
        ("in half an hour", "15:00"),
        ("in an hour", "15:30"),
        ("16 h", "16:00"),
        ("a las 4", "16:00"),
        ("A las 4 de la tarde", "16:00"),
        ("en media hora", "15:00"),
        ("en 20 minutos", "14:50"),
        ("dentro de una hora", "15:30"),
    ],
)
def test_a_time_to_come(said: str, means: str) -> None:
    assert clock(time_ahead(said, NOW)) == means


@pytest.mark.parametrize(
    "said", ["", "1:15 am", "2:00", "2 am", "14:00", "14:30", "noon", "25:00", "9:75", "soon", "in 3 days", "in 900 minutes"]
)
def test_what_is_over_or_no_time_is_no_time_to_come(said: str) -> None:
    assert time_ahead(said, NOW) is None


@pytest.mark.parametrize(
    ("said", "means"),
    [
        ("10:15", "10:15"),
        ("came 1:40", "13:40"),
        ("2", "14:00"),
        ("9 am", "09:00"),
        ("noon", "12:00"),
        ("now", "14:30"),
        ("5 minutes ago", "14:25"),
        ("hace 10 minutos", "14:20"),
        ("hace media hora", "14:00"),
    ],
)
def test_a_time_that_has_passed(said: str, means: str) -> None:
    assert clock(time_past(said, NOW)) == means


@pytest.mark.parametrize("said", ["", "15:40", "3 pm", "3:15", "in 20 minutes", "yesterday", "24:00"])
def test_what_is_to_come_or_no_time_has_not_passed(said: str) -> None:
    assert time_past(said, NOW) is None


@pytest.mark.parametrize("said", FIT.values(), ids=FIT.keys())
def test_any_line_is_a_time_of_today_or_none(said: str) -> None:
    for at in (time_ahead(said, NOW), time_past(said, NOW)):
        assert at is None or at.date() == NOW.date()
