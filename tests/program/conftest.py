"""A vault and a terminal for the whole program."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.program.terminal import Terminal

from teammeet.desk import Desk, Settings

WORDS = "plum otter lamp river cedar moss"
"""What opens the vault of these tests."""


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    path = tmp_path / "families.vault"
    desk = Desk.create(path, WORDS)
    desk.save_settings(Settings(language="en", facilitator="Ruth"))
    desk.close()
    return path


@pytest.fixture
def terminal_of(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Opens terminals of any size; all are closed at the end."""
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed")
    opened: list[Terminal] = []

    def open_terminal(columns: int = 80, lines: int = 24, **environment: str) -> Terminal:
        folder = tmp_path / f"terminal-{len(opened)}"
        folder.mkdir()
        opened.append(Terminal(folder, columns, lines, **environment))
        return opened[-1]

    yield open_terminal
    for terminal in opened:
        terminal.close()


@pytest.fixture
def terminal(terminal_of: Callable[..., Terminal]) -> Terminal:
    return terminal_of()
