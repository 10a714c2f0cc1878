"""The numbers of the store: an edit on disk, a long journal opened, kills survived."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from benchmarks.rows import Row
from teammeet.store.journal import Entry, Journal
from teammeet.store.vault import Vault

EDITS = 2000
KILLS = 200
_PASSPHRASE = "six words for the benchmark only"
_LINE = 512
_TYPIST = Path(__file__).with_name("typist.py")


@dataclass(frozen=True, slots=True)
class Kills:
    """What became of a vault whose writer was killed again and again."""

    acknowledged: int
    lost: int
    halves: int


def rows(edits: int = EDITS, kills: int = KILLS) -> list[Row]:
    """Every row of the store."""
    return [*edit_rows(edits), open_row(), kill_row(kills)]


def edit_rows(edits: int) -> list[Row]:
    """One edit acknowledged on disk, against 512 bytes appended and synced, taken in turns."""
    ours, plain = [], []
    with TemporaryDirectory() as folder, Vault.demo(Path(folder, "vault")) as vault, Path(folder, "log").open("ab") as log:
        for number in range(edits):
            plain.append(milliseconds(partial(append_and_sync, log.fileno())))
            ours.append(milliseconds(partial(_edit, vault.journal, number)))
    return [
        _at_most("one edit, acknowledged on disk, p50", median(ours), median(plain), 3),
        _at_most("one edit, acknowledged on disk, p99", _p99(ours), _p99(plain), 3),
    ]


def open_row() -> Row:
    """The current state of a family with 10,000 events against one with 100, each read after an unlock."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "vault"
        with Vault.create(path, _PASSPHRASE) as vault:
            _fill(vault.journal, "long", events=10_000, items=300)
            _fill(vault.journal, "short", events=100, items=60)
        long = median(_unlock_and_read(path, "long") for _ in range(9))
        short = median(_unlock_and_read(path, "short") for _ in range(9))
    met = long <= 10 * short and long < 100
    return Row("a family with 10,000 events read, after unlock", long, short, "ms", "≤ 10× and < 100 ms", met)


def kill_row(kills: int) -> Row:
    """Acknowledged edits lost when the program is killed while it writes."""
    with TemporaryDirectory() as folder:
        outcome = kill_again_and_again(Path(folder) / "vault", kills)
    name = f"edits lost of {outcome.acknowledged} in {kills} kill -9"
    return Row(name, outcome.lost + outcome.halves, None, "edits", "0", not outcome.lost + outcome.halves)


def kill_again_and_again(path: Path, kills: int, seed: int = 1) -> Kills:
    """Let a program write to a new vault and kill it at a random moment; look at the vault after each kill."""
    chance = random.Random(seed)
    Vault.create(path, _PASSPHRASE).close()
    acknowledged = lost = halves = 0
    for _ in range(kills):
        printed = _write_until_killed(path, chance.uniform(0, 0.06))
        with Vault.open(path, _PASSPHRASE) as vault:
            version, _ = vault.journal.head("typed")
            vault.check()
        acknowledged += len(printed)
        lost += sum(each > version for each in printed)
        halves += version % 2
    return Kills(acknowledged, lost, halves)


def _write_until_killed(path: Path, seconds: float) -> list[int]:
    command = [sys.executable, str(_TYPIST), str(path), _PASSPHRASE]
    search = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=search) as writer:
        if writer.stdout is None:
            raise RuntimeError("the writer has no output")
        first = writer.stdout.readline()
        time.sleep(seconds)
        writer.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
        rest = writer.stdout.read()
    # What was printed only in part was not read by anybody, so it was not acknowledged.
    return [int(line) for line in f"{first}{rest}".splitlines(keepends=True) if line.endswith("\n")]


def _edit(journal: Journal, number: int) -> None:
    body = json.dumps({"number": number, "text": "y" * (_LINE - 40)})
    journal.change("family", number, (Entry("task", f"task-{number % 50}", body),), "bench")


def _fill(journal: Journal, family: str, events: int, items: int) -> None:
    batch = 100
    for start in range(0, events, batch):
        numbers = range(start, start + batch)
        entries = [Entry("task", f"{family}-{n % items}", json.dumps({"n": n, "text": "z" * 200})) for n in numbers]
        journal.change(family, start, entries, "bench")


def _unlock_and_read(path: Path, family: str) -> float:
    with Vault.open(path, _PASSPHRASE) as vault:
        return milliseconds(lambda: vault.journal.snapshot(family))


def append_and_sync(descriptor: int) -> None:
    """The plainest way to keep a line: 512 bytes at the end of a file, on disk when this returns."""
    os.write(descriptor, b"x" * _LINE)
    os.fsync(descriptor)


def milliseconds(work: Callable[[], object]) -> float:
    """How long ``work`` takes."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1e3


def _p99(values: list[float]) -> float:
    return quantiles(values, n=100)[-1]


def _at_most(name: str, ours: float, anchor: float, times: float) -> Row:
    return Row(name, ours, anchor, "ms", f"≤ {times:g}×", ours <= times * anchor)
