"""A vault with a new family, and one with the invented family of the demo."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.line_mode.talk import Talk


@pytest.fixture(autouse=True)
def own_room_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test meets the window of another one, or of somebody's meeting."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))


@pytest.fixture
def talk(tmp_path: Path) -> Iterator[Talk]:
    made = Talk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def demo_talk(tmp_path: Path) -> Iterator[Talk]:
    made = Talk(tmp_path, demo=True)
    yield made
    made.close()
