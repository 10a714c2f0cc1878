"""``teammeet show`` in a real terminal, a small writer in the facilitator's place; either side dies and comes back."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.program.terminal import Terminal

from teammeet.room_window.link import RoomLink

WRITER = """
import select, sys
from pathlib import Path
from teammeet.room_window.link import BEAT_SECONDS, RoomLink
from teammeet.room_window.page import RoomLine, RoomPage
link = RoomLink.resume(sys.argv[1], Path(sys.argv[2]))
print(link.code, flush=True)
while True:
    if not select.select([sys.stdin], [], [], BEAT_SECONDS)[0]:
        link.beat()
        continue
    words = sys.stdin.readline().strip()
    if not words:
        break
    lines = tuple(RoomLine(words=f"{words} {n}", mark="+", here=n == 7) for n in range(12))
    page = RoomPage(kind="page", title=words, step=2, steps=8, questions=("What matters?",), lines=lines)
    link.show(RoomPage(kind="waiting") if words == "blank" else page)
link.close()
"""
CALM = "One moment. We go on soon."


class Writer:
    """A process in the facilitator's place."""

    def __init__(self, secret: str, folder: Path) -> None:
        arguments = [sys.executable, "-c", WRITER, secret, str(folder)]
        self._process = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        self.code = self._process.stdout.readline().strip()

    def show(self, words: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{words}\n")
        self._process.stdin.flush()

    def end(self) -> None:
        """Close the link, as when the meeting ends."""
        self._process.communicate("\n")

    def kill(self) -> None:
        self._process.kill()
        self._process.communicate()


@pytest.fixture
def runtime(tmp_path: Path) -> Path:
    folder = tmp_path / "runtime"
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture
def writer_of(runtime: Path) -> Iterator[Callable[[], Writer]]:
    """Starts writers of one link, one after another; all are ended."""
    first = RoomLink.begin(runtime / "own")
    first.close()
    writers: list[Writer] = []

    def begin() -> Writer:
        (runtime / "teammeet").mkdir(mode=0o700, exist_ok=True)
        writers.append(Writer(first.secret, runtime / "teammeet"))
        return writers[-1]

    yield begin
    for writer in writers:
        writer.kill()


@pytest.mark.parametrize(("columns", "lines"), [(40, 12), (80, 24)])
def test_the_window_follows_and_either_side_may_die(
    terminal_of: Callable[..., Terminal],
    writer_of: Callable[[], Writer],
    runtime: Path,
    columns: int,
    lines: int,
) -> None:
    terminal = terminal_of(columns, lines, XDG_RUNTIME_DIR=str(runtime))
    writer = writer_of()
    writer.show("Welcome")
    terminal.start("show")
    terminal.wait_for("Type the code")
    terminal.type(writer.code, "Enter")
    screen = terminal.wait_for("Welcome", "step 2 of 8", "What matters?", "▶ + Welcome 7")
    assert max(map(len, screen.splitlines())) <= columns

    writer.show("Needs")
    terminal.wait_for("▶ + Needs 7")
    terminal.wait_without("Welcome")
    writer.show("blank")
    terminal.wait_for(CALM)
    assert "Needs" not in terminal.screen()
    writer.show("Ideas")
    terminal.wait_for("Ideas 7")

    writer.kill()
    terminal.wait_for(CALM)
    assert "Ideas" not in terminal.screen()
    writer = writer_of()
    writer.show("Tasks")
    terminal.wait_for("Tasks 7")

    terminal.kill()
    terminal.start("show")
    terminal.wait_for("Type the code")
    assert "Tasks" not in terminal.screen()
    terminal.type("wrong", "Enter")
    terminal.wait_for("That code does not fit.")
    terminal.type(writer.code.lower(), "Enter")
    terminal.wait_for("Tasks 7")

    writer.end()
    terminal.wait_for(CALM)
    assert list((runtime / "teammeet").iterdir()) == []
    terminal.type("q")
    terminal.wait_for("ended 0")


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="reads what a process was started with from /proc")
def test_neither_the_command_nor_the_title_nor_a_file_tells_the_code_or_a_word(
    terminal: Terminal, writer_of: Callable[[], Writer], tmp_path: Path
) -> None:
    terminal.type(f"export XDG_RUNTIME_DIR={tmp_path / 'runtime'}", "Enter")
    writer = writer_of()
    writer.show("Xanthippe")
    terminal.start("show")
    terminal.wait_for("Type the code")
    terminal.type(writer.code, "Enter")
    terminal.wait_for("Xanthippe 7")
    process = (tmp_path / "terminal-0" / "pid").read_text().strip()
    told = Path(f"/proc/{process}/cmdline").read_bytes() + terminal.title().encode()
    for path in tmp_path.rglob("*"):
        told += str(path).encode() + (path.read_bytes() if path.is_file() else b"")
    for secret in ("Xanthippe", writer.code, writer.code.replace("-", "")):
        assert secret.encode() not in told
    assert b"show" in told


def test_without_utf_8_it_says_so_in_one_sentence(terminal_of: Callable[..., Terminal]) -> None:
    terminal = terminal_of(LANG="C", LC_ALL="POSIX", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", PYTHONIOENCODING="ascii")
    terminal.start("show")
    terminal.wait_for("UTF-8", "ended 1")


def test_without_a_terminal_it_refuses() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "teammeet", "show"], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )
    assert done.returncode == 1
    assert "needs a terminal" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_it_touches_no_vault(terminal_of: Callable[..., Terminal], own_home: Path, tmp_path: Path) -> None:
    terminal = terminal_of(XDG_DATA_HOME=str(own_home / "data"), XDG_RUNTIME_DIR=str(tmp_path))
    terminal.start("show")
    terminal.wait_for("Type the code")
    terminal.type("C-q")
    terminal.wait_for("ended 0")
    assert not (own_home / "data").exists()
