"""What the commands are tried on: an empty vault with the options that open it, and the demo as a file."""

from pathlib import Path

import pytest

from teammeet.cli import main
from teammeet.desk import Desk

WORDS = "plum otter lamp river cedar moss"


@pytest.fixture(scope="session")
def empty_vault(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """An empty vault: to make one takes a fifth of a second, for its passphrase is made slow to guess."""
    path = tmp_path_factory.mktemp("empty") / "families.vault"
    Desk.create(path, WORDS).close()
    return path.read_bytes()


@pytest.fixture
def vault(tmp_path: Path, empty_vault: bytes) -> list[str]:
    """The options that open an empty vault of its own."""
    (tmp_path / "families.vault").write_bytes(empty_vault)
    (tmp_path / "families.vault").chmod(0o600)
    (tmp_path / "words").write_text(WORDS + "\n")
    return ["--store", str(tmp_path / "families.vault"), "--passphrase-file", str(tmp_path / "words")]


@pytest.fixture
def demo_file(tmp_path: Path) -> Path:
    """The demo as a family file."""
    assert main(["demo", "--file", str(tmp_path / "demo.json")]) == 0
    return tmp_path / "demo.json"
