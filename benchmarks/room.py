"""The numbers of the room: key to frame while a whole meeting is typed, and how soon the room's window follows (POSIX)."""

import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.meeting_script import PARTS
from benchmarks.rows import Row
from benchmarks.terminal import Terminal
from teammeet.desk import Desk

WORDS: Final = "six words for the benchmark only"
SIZE: Final = (80, 24)
STEPS: Final = 24
FOLLOWS_WITHIN: Final = 0.1
"""Seconds within which the room's window follows the facilitator's step."""
SAMPLE: Final = 5
"""Of the script's letters every fifth is timed, once the frames of those before it are out, as those of the anchor are."""
QUIET: Final = 0.06
"""Seconds without a frame after which the screen stands."""
_KEYS: Final = {"NPage": "\x1b[6~", "F3": "\x1bOR"}


def rows() -> list[Row]:
    """Every row of the room."""
    return [*script_rows(), follow_row()]


def script_rows() -> list[Row]:
    """Key to frame over the script of an hour's meeting, in the record as it grows, against a bare field."""
    with TemporaryDirectory() as home:
        with Terminal([sys.executable, str(Path(__file__).parent / "bare.py"), "input"], SIZE, _environment(home)) as bare:
            bare.wait_for("Hello")
            bare.settle()
            plain = [bare.key_to_frame(key) * 1e3 for key in "a quick brown fox jumps over the lazy dog" * 5]
        with in_a_meeting(home) as ours:
            typed, entered = _typed(ours)
    p50, p95 = median(typed) / median(plain), _p95(typed) / _p95(plain)
    return [
        Row("key to frame over an hour's meeting, p50", median(typed), median(plain), "ms", "≤ 1.8×", p50 <= 1.8),
        Row("key to frame over an hour's meeting, p95", _p95(typed), _p95(plain), "ms", "≤ 2×", p95 <= 2),
        Row("Enter to the line on disk and on the screen, p50", median(entered), median(plain), "ms", "told", True),
    ]


def follow_row() -> Row:
    """From the facilitator's Page Down to the new step in the room's window."""
    with TemporaryDirectory() as home:
        Path(home, "run").mkdir(mode=0o700)
        with in_a_meeting(home) as ours:
            ours.type("\x0f")
            ours.wait_for("Before the room looks")
            ours.type("w")
            ours.wait_until(lambda: re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", ours.text()) is not None)
            found = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", ours.text())
            assert found
            ours.type("\r")
            with Terminal(_teammeet("show"), SIZE, _environment(home)) as room:
                room.wait_for("ode")
                room.settle()
                room.type(found[0] + "\r")
                room.wait_for("step 1 of 8")
                times = [_followed(ours, room, number) for number in range(STEPS)]
    told = f"p95 ≤ {FOLLOWS_WITHIN * 1e3:g} ms"
    return Row("the room's window follows a step, p95", _p95(times), None, "ms", told, _p95(times) <= FOLLOWS_WITHIN * 1e3)


@contextmanager
def in_a_meeting(home: str) -> Iterator[Terminal]:
    """The program at the first meeting of a new family."""
    desk = Desk.create(Path(home, "vault"), WORDS)
    family = desk.start_family("The Brook family")
    desk.save_settings(desk.settings().changed(last_family=family.header.id))
    desk.close()
    with Terminal(_teammeet("--store", f"{home}/vault"), SIZE, _environment(home)) as terminal:
        terminal.wait_for("assphrase")
        terminal.settle()
        terminal.type(WORDS + "\r")
        terminal.wait_for("Who")
        terminal.settle()
        terminal.type("m")
        terminal.wait_for("Which meeting?")
        terminal.type("\r")
        terminal.wait_for("1 Welcome")
        terminal.settle()
        yield terminal


def _typed(terminal: Terminal) -> tuple[list[float], list[float]]:
    """Milliseconds of the letters that were timed, and of each Enter."""
    letters: list[float] = []
    entered: list[float] = []
    for part in PARTS:
        for key in part.keys:
            terminal.key_to_frame(_KEYS[key], 0.2)
        for line in part.lines:
            for number, letter in enumerate(line):
                if number % SAMPLE:
                    terminal.type(letter)
                else:
                    terminal.settle(QUIET, 1.0)
                    letters.append(terminal.key_to_frame(letter) * 1e3)
            terminal.settle(QUIET, 1.0)
            entered.append(terminal.key_to_frame("\r") * 1e3)
    return letters, entered


def _followed(ours: Terminal, room: Terminal, number: int) -> float:
    """Milliseconds until the room's window stands at the other step."""
    forth = number // 7 % 2 == 0
    step = number % 7 + 2 if forth else 7 - number % 7
    room.settle(0.1)
    ours.settle(0.1)
    began = time.perf_counter()
    ours.type("\x1b[6~" if forth else "\x1b[5~")
    return (room.wait_for(f"step {step} of 8") - began) * 1e3


def _teammeet(*words: str) -> list[str]:
    return [sys.executable, "-m", "teammeet", *words]


def _environment(home: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "TEXTUAL"))}
    looks = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    return {**kept, **looks, "HOME": home, "XDG_RUNTIME_DIR": f"{home}/run", "PYTHONPATH": os.pathsep.join(sys.path)}


def _p95(values: list[float]) -> float:
    return quantiles(values, n=20)[-1]
