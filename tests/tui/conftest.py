"""A desk with a throw-away vault, and a clock that stands still."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.tui.meeting_app import Time, demo_desk

from teammeet.desk import Desk
from teammeet.tui.app import TeamMeetApp

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk.throw_away(tmp_path / "try.vault")
    desk.clock = lambda: NOON
    yield desk
    desk.close()


@pytest.fixture
def app(desk: Desk) -> TeamMeetApp:
    return TeamMeetApp(desk=desk)


@pytest.fixture
def time() -> Time:
    """A clock that a test moves."""
    return Time()


@pytest.fixture
def demo(tmp_path: Path, time: Time) -> tuple[Desk, str]:
    """The invented family in a vault of its own, and its id."""
    return demo_desk(tmp_path, time)
