"""What the commands are tried on: an empty vault with the options that open it, and the demo as a file."""

from pathlib import Path

import pytest

from teammeet.cli import main
from teammeet.desk import Desk

WORDS = "plum otter lamp river cedar moss"


@pytest.fixture
def vault(tmp_path: Path) -> list[str]:
    """The options that open an empty vault."""
    Desk.create(tmp_path / "families.vault", WORDS).close()
    (tmp_path / "words").write_text(WORDS + "\n")
    return ["--store", str(tmp_path / "families.vault"), "--passphrase-file", str(tmp_path / "words")]


@pytest.fixture
def demo_file(tmp_path: Path) -> Path:
    """The demo as a family file."""
    assert main(["demo", "--file", str(tmp_path / "demo.json")]) == 0
    return tmp_path / "demo.json"
