"""A vault with a new family, and one with the invented family of the demo."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.line_mode.talk import Talk


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
