"""The numbers of the screens, each program run from outside in a terminal of its own (POSIX, Linux's ``/proc``)."""

import os
import random
import string
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.rows import Row
from benchmarks.terminal import Terminal
from teammeet.desk import Desk
from teammeet.text import folded

STARTS: Final = 9
KEYS: Final = 300
SWITCHES: Final = 40
FOCUS_CHANGES: Final = 600
SIZE: Final = (80, 24)
_HERE: Final = Path(__file__).parent
_THERE_AND_BACK: Final = ("\x1b[6~", "\x1b[5~")
"""Page down and page up: the next step of a meeting, and the one before."""


def rows() -> list[Row]:
    """Every row of the screens."""
    with TemporaryDirectory() as home:
        Desk.create(Path(home, "vault"), "six words for the benchmark only").close()
        return [*start_rows(home), *typing_rows(home), step_row(home), *map_rows(home), focus_row(home), find_row()]


def start_rows(home: str) -> list[Row]:
    """Processor time from the start to the first screen, and the most memory, against one line of text."""
    bare, unlock, demo = [], [], []
    for _ in range(STARTS):
        bare.append(_start(_bare("hello"), "Hello", home))
        unlock.append(_start(_teammeet("--store", f"{home}/vault"), "Passphrase", home))
        demo.append(_start(_teammeet("demo"), "Okonjo-Reyes", home))
    anchor, memory = (median(run[part] for run in bare) for part in (0, 1))
    return [
        _at_most("start to the unlock screen", median(run[0] for run in unlock), anchor, 1.5, "ms of CPU"),
        _at_most("start to the demo's family", median(run[0] for run in demo), anchor, 2.2, "ms of CPU"),
        _at_most("peak memory after the start of the demo", median(run[1] for run in demo), memory, 2, "MB"),
    ]


def typing_rows(home: str) -> list[Row]:
    """Key to frame in the meeting's line, against a bare field."""
    with Terminal(_bare("input"), SIZE, _environment(home)) as bare:
        bare.wait_for("Hello")
        plain = _typing(bare)
    with Terminal(_teammeet("demo", "--meeting"), SIZE, _environment(home)) as ours:
        ours.wait_for("Okonjo-Reyes")
        typed = _typing(ours)
    return [
        _at_most("key to frame while typing, p50", median(typed), median(plain), 1.8),
        _at_most("key to frame while typing, p95", _p95(typed), _p95(plain), 2),
    ]


def step_row(home: str) -> Row:
    """From step to step of the meeting, against bare modes."""
    times = []
    bare = _bare("modes"), "Hello", ("\x1bOQ", "\x1bOQ")
    ours = _teammeet("demo", "--meeting"), "Okonjo-Reyes", _THERE_AND_BACK
    for command, words, keys in (bare, ours):
        with Terminal(command, SIZE, _environment(home)) as terminal:
            terminal.wait_for(words)
            terminal.settle()
            times.append(median(terminal.key_to_frame(keys[number % 2], 0.15) * 1e3 for number in range(SWITCHES)))
    return _at_most("step switch, p50", times[1], times[0], 1.3)


def map_rows(home: str) -> list[Row]:
    """One tie changed on the map of 25 supports, on disk and on the screen, against a key in a bare field.

    What it writes to the terminal, against the frame that shows the whole map first.
    """
    found = []
    for size, reach in ((SIZE, 2), ((160, 45), 6)):
        with Terminal(_bare("input"), size, _environment(home)) as bare:
            bare.wait_for("Hello")
            plain = _typing(bare, 100)
        with Terminal([sys.executable, str(_HERE / "live_map.py")], size, _environment(home)) as ours:
            ours.wait_for("Rivera")
            ours.settle()
            shown = len(ours.chunks)
            ours.type("e")
            ours.wait_for("Support number")
            ours.settle()
            whole = _written(ours, shown)
            times, sizes = [], []
            for number in range(100):
                before = len(ours.chunks)
                times.append(ours.key_to_frame("12345"[number % 5]) * 1e3)
                sizes.append(_written(ours, before))
        name = f"one tie changed on the live map, {size[0]}×{size[1]}"
        found.append(_at_most(f"{name}, p50", median(times), median(plain), reach))
        found.append(_at_most(f"{name}, written to the terminal", median(sizes), whole, 0.1, "bytes"))
    return found


def _written(terminal: Terminal, since: int) -> int:
    """Bytes that came since a chunk."""
    return sum(len(data) for _, data in terminal.chunks[since:])


def focus_row(home: str) -> Row:
    """What memory grows by while the focus moves about the settings."""
    with Terminal(_teammeet("demo"), SIZE, _environment(home)) as ours:
        ours.wait_for("Okonjo-Reyes")
        ours.settle()
        ours.type("\x1b[21~")
        ours.settle()
        before = ours.memory("VmRSS")
        for _ in range(FOCUS_CHANGES // 20):
            ours.type("\t" * 20)
            ours.settle(0.1)
        grown = ours.memory("VmRSS") - before
    return Row(f"memory over {FOCUS_CHANGES} changes of focus", grown, None, "MB", "≤ 15 MB", grown <= 15)


def find_row() -> Row:
    """One key of a search among 100,000 families, as the caseload does it."""
    names = [f"Family {number:06} of José {number % 97}" for number in range(100_000)]
    texts = [folded(name) for name in names]
    wanted = folded("JOSÉ 9")
    seconds = min(_seconds(lambda: [place for place, text in enumerate(texts) if wanted in text]) for _ in range(9))
    return Row("a family found among 100,000", seconds * 1e3, None, "ms", "≤ 16 ms", seconds <= 0.016)


def _start(command: list[str], words: str, home: str) -> tuple[float, float]:
    """Milliseconds of processor time until ``words`` are on the screen; megabytes at most."""
    with Terminal(command, SIZE, _environment(home)) as terminal:
        terminal.wait_for(words)
        spent = terminal.processor_seconds() * 1e3
        terminal.settle()
        return spent, terminal.memory("VmHWM")


def _typing(terminal: Terminal, keys: int = KEYS) -> list[float]:
    """Milliseconds from key to frame: letters, and every 40 of them taken back."""
    chance = random.Random(7)
    terminal.settle()
    pressed = (chance.choice(string.ascii_lowercase) if number // 40 % 2 == 0 else "\x7f" for number in range(keys))
    return [terminal.key_to_frame(key) * 1e3 for key in pressed]


def _teammeet(*words: str) -> list[str]:
    return [sys.executable, "-m", "teammeet", *words]


def _bare(name: str) -> list[str]:
    return [sys.executable, str(_HERE / "bare.py"), name]


def _environment(home: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "TEXTUAL"))}
    looks = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    return {**kept, **looks, "HOME": home, "PYTHONPATH": os.pathsep.join(sys.path)}


def _seconds(work: Callable[[], object]) -> float:
    from time import perf_counter

    began = perf_counter()
    work()
    return perf_counter() - began


def _p95(values: list[float]) -> float:
    return quantiles(values, n=20)[-1]


def _at_most(name: str, ours: float, anchor: float, times: float, unit: str = "ms") -> Row:
    return Row(name, ours, anchor, unit, f"≤ {times:g}×", ours <= times * anchor)
