"""The room's window of a meeting that is held through pipes: it follows, shows no narrow line, and goes blank by itself."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.line_mode.talk import vault_of
from tests.line_mode.test_whole_meeting import PASSPHRASE, ROOT

from teammeet.desk import Desk
from teammeet.model.family import put
from teammeet.model.people import Person
from teammeet.model.plan import Need
from teammeet.model.values import Words
from teammeet.room_window.glass import RoomGlass
from teammeet.room_window.page import RoomPage

NARROW = "zanzibar"
PATIENCE = 30.0
"""Seconds after which something that should come does not come."""
GONE = 6.0
"""Seconds after the last sign of life within which the window is blank."""


class Piped:
    """``teammeet --plain`` with pipes for a terminal."""

    def __init__(self, vault: Path, words: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "teammeet", "--plain", "--store", str(vault), "--passphrase-file", str(words)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT / "exporters")])},
        )
        self.seen: list[str] = []
        """Everything that the room could read, in whatever page."""

    def say(self, *lines: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write("".join(f"{line}\n" for line in lines))
        self.process.stdin.flush()

    def end(self) -> int:
        """End the input, and wait for the program to end; its exit code."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        return self.process.wait(PATIENCE)

    def hear(self, wanted: str) -> str:
        """Read what is answered up to the line with ``wanted``, which is given back."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if wanted in line:
                return line.rstrip("\n")
        raise AssertionError(f"never said: {wanted}")

    def share(self) -> RoomGlass:
        """Let the room look, and join its window by the code that is said."""
        self.say("/share", "yes")
        self.hear("teammeet show")
        assert self.process.stdout is not None
        return RoomGlass.join(self.process.stdout.readline().strip())

    def see(self, glass: RoomGlass, is_it: Callable[[RoomPage], bool]) -> RoomPage:
        """Look until the page comes."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            page = glass.look()
            if page is not None:
                self.seen.append(page.model_dump_json())
                if is_it(page):
                    return page
            time.sleep(0.01)
        raise AssertionError(f"never seen; last was {self.seen[-1:]}")


@pytest.fixture
def piped(tmp_path: Path) -> Iterator[Piped]:
    """A family with a need that is kept from the mother, who will be there."""
    vault, words = vault_of(tmp_path, PASSPHRASE)
    desk = Desk.unlock(vault, PASSPHRASE)
    family = desk.start_family("Diaz family").header.id
    ana = Person(used_name="Ana Diaz", role="mother")
    need = Need(words=Words(text=NARROW), kept_from=(ana.id,))
    desk.change(family, [put(ana), put(need), put(Need(words=Words(text="a quiet evening")))])
    desk.close()
    made = Piped(vault, words)
    made.say("diaz", "/meet", "1", "Ana Diaz", "/step 4")
    made.hear("Step 4 of")
    yield made
    made.process.kill()
    made.end()
    assert made.process.stdout is not None
    made.process.stdout.close()


def holds(words: str) -> Callable[[RoomPage], bool]:
    return lambda page: words in page.model_dump_json()


def is_blank(page: RoomPage) -> bool:
    return page.kind == "waiting"


def test_the_page_follows_the_lines_and_a_narrow_line_never_comes(piped: Piped) -> None:
    glass = piped.share()
    piped.see(glass, holds("a quiet evening"))
    piped.say("a bed of his own")
    piped.see(glass, holds("a bed of his own"))
    piped.say("/everything", "/rows", f"/select {NARROW}", "/readback", "/next", "/leave", "/step 5")
    piped.see(glass, lambda page: page.step == 5 and page.kind == "page" and not page.title.startswith("Needs ·"))
    piped.say("/blank")
    piped.see(glass, is_blank)
    piped.say("/blank")
    piped.see(glass, lambda page: page.step == 5)
    piped.say("/unshare")
    piped.see(glass, is_blank)
    assert not any(NARROW in page for page in piped.seen)


def test_while_a_line_is_waited_for_the_window_stays_alive(piped: Piped) -> None:
    glass = piped.share()
    piped.see(glass, holds("a quiet evening"))
    (sealed,) = (Path(os.environ["XDG_RUNTIME_DIR"]) / "teammeet").glob("*.room")
    written = {sealed.stat().st_mtime_ns}
    until = time.monotonic() + PATIENCE
    while len(written) < 4 and time.monotonic() < until:
        written.add(sealed.stat().st_mtime_ns)
        assert glass.look() is None, "it is the same page all the while"
        time.sleep(0.02)
    assert len(written) == 4


def test_after_a_kill_the_window_is_blank_within_six_seconds(piped: Piped) -> None:
    glass = piped.share()
    piped.see(glass, holds("a quiet evening"))
    piped.process.send_signal(signal.SIGKILL)
    piped.process.wait()
    glass.look()
    page = glass.look(time.monotonic() + GONE)
    assert page is not None
    assert is_blank(page)


def test_the_end_of_the_input_takes_the_window_with_it_at_once(piped: Piped) -> None:
    glass = piped.share()
    piped.see(glass, holds("a quiet evening"))
    assert piped.end() == 0
    page = glass.look()
    assert page is not None
    assert is_blank(page)
    assert list((Path(os.environ["XDG_RUNTIME_DIR"]) / "teammeet").glob("*.room")) == []
