"""An hour's meeting typed as fast as somebody can: no key is lost, also when the program is killed again and again."""

import os
import random
import sys
import time
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from benchmarks.meeting_script import ALL, IDEAS, NEEDS, OUTCOMES, PARTS, PEOPLE, STRENGTHS, TASKS, Part
from benchmarks.terminal import Terminal
from tests.program.conftest import WORDS

from teammeet.desk import Desk
from teammeet.model.family import Family

KEYS: Final = {"NPage": "\x1b[6~", "F3": "\x1bOR", "Enter": "\r"}
GAP: Final = 0.012
"""Seconds between two keys: eighty a second, five times as fast as the fastest typists."""
CHANCE: Final = 20261124


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A vault in which one family was opened last, so that the program begins with it."""
    desk = Desk.create(tmp_path / "families.vault", WORDS)
    family = desk.start_family("The Brook family")
    desk.save_settings(desk.settings().changed(last_family=family.header.id))
    desk.close()
    return tmp_path


def opened(home: Path, size: tuple[int, int] = (80, 24)) -> Terminal:
    """The program in a terminal, the vault unlocked."""
    command = [sys.executable, "-m", "teammeet", "--store", str(home / "families.vault")]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "TEXTUAL"))}
    looks = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "HOME": str(home)}
    terminal = Terminal(command, size, {**kept, **looks, "PYTHONPATH": os.pathsep.join(sys.path)})
    terminal.wait_for("assphrase", 60)
    terminal.settle(0.2)
    terminal.type(WORDS + "\r")
    return terminal


def begin(terminal: Terminal) -> None:
    """From the family into its first meeting."""
    terminal.wait_for("The Brook family", 60)
    terminal.wait_for("Who", 60)
    terminal.settle(0.2)
    terminal.type("m")
    terminal.wait_for("Which meeting?", 60)
    terminal.type("\r")
    terminal.wait_for("1 Welcome", 60)
    terminal.settle(0.2)


def press(terminal: Terminal, keys: str) -> None:
    """Keys one by one, whatever the program does meanwhile."""
    for key in keys:
        terminal.type(key)
        until = time.perf_counter() + GAP
        while (left := until - time.perf_counter()) > 0:
            terminal.read(left)


def kept(home: Path) -> Family:
    desk = Desk.unlock(home / "families.vault", WORDS)
    try:
        (line,) = desk.families(date.today())
        return desk.open(line.id)
    finally:
        desk.close()


def lines_kept(family: Family) -> list[str]:
    """Each line of the script that stands in the record, as the script has it, as often as it stands there."""
    names = [person.used_name for person in family.people] + [support.name for support in family.supports]
    people = [line for line in PEOPLE for name in names if line.split(",")[0] == name]
    said = (family.strengths, family.needs, family.outcomes, family.options, family.tasks)
    words = [item.words.text for items in said for item in items]
    rest = [line for line in ALL[len(PEOPLE) :] for said in words if said and _says(line, said)]
    return [*people, *rest]


def _says(line: str, said: str) -> bool:
    """Whether ``said`` is what the record keeps of ``line``: without initials and the day."""
    return said in (line, line.partition(": ")[2], line.partition(" @")[0])


def test_eighty_keys_a_second_for_a_whole_meeting_and_none_is_lost(home: Path) -> None:
    with opened(home) as terminal:
        begin(terminal)
        for part in PARTS:
            for key in part.keys:
                press_key(terminal, key)
            for line in part.lines:
                press(terminal, line)
                press_key(terminal, "Enter")
        terminal.wait_until(lambda: _line_is_empty(terminal) and TASKS[-1].partition(" @")[0] in terminal.text(), 120)
    family = kept(home)
    assert lines_kept(family) == list(ALL)
    assert len(family.people) + len(family.supports) == len(PEOPLE)
    assert [str(each.words) for each in family.needs] == list(NEEDS)
    assert [str(each.words) for each in family.outcomes] == list(OUTCOMES)
    assert [str(each.words) for each in family.options] == list(IDEAS)
    assert len(family.strengths) == len(STRENGTHS)
    assert len(family.tasks) == len(TASKS)
    assert all(task.owners and task.due for task in family.tasks)
    assert {each.how for each in family.attendances} == {"room"}


def press_key(terminal: Terminal, name: str) -> None:
    """A key that is no letter: the terminal sends it at once."""
    terminal.type(KEYS[name])
    until = time.perf_counter() + GAP
    while (left := until - time.perf_counter()) > 0:
        terminal.read(left)


@pytest.mark.parametrize(("kills", "lines"), [(2, 10), pytest.param(50, len(ALL), marks=pytest.mark.slow)])
def test_killed_at_any_moment_it_goes_on_and_nothing_acknowledged_is_lost(home: Path, kills: int, lines: int) -> None:
    chance = random.Random(CHANCE)
    waits = [chance.uniform(0.2, 1.6 * lines / kills) for _ in range(kills)]
    typist = Typist(home, lines)
    for wait in waits:
        typist.type_until(time.perf_counter() + wait)
        if typist.is_done:
            break
        typist.kill()
        assert typist.lost == []
    typist.type_until(time.perf_counter() + 600)
    typist.kill()
    assert typist.lost == []
    assert lines_kept(kept(home)) == list(ALL[:lines])


class Typist:
    """Types the script line by line, each until it is shown as kept; after a kill the line that is not in the record again."""

    def __init__(self, home: Path, lines: int) -> None:
        self._home = home
        self._lines = lines
        self._terminal: Terminal | None = None
        self._acknowledged: list[str] = []
        self.lost: list[str] = []

    @property
    def is_done(self) -> bool:
        return len(self._acknowledged) == self._lines

    def kill(self) -> None:
        """With -9, and look at what is on disk."""
        if self._terminal is not None:
            self._terminal.end()
            self._terminal = None
        on_disk = lines_kept(kept(self._home))
        self.lost = [line for line in self._acknowledged if line not in on_disk]
        assert len(on_disk) == len(set(on_disk)), "no line is kept twice"
        self._acknowledged = list(on_disk)

    def type_until(self, end: float) -> None:
        """Go on where the record ends, until ``end``."""
        terminal = self._terminal = self._terminal or self._opened()
        part = self._part()
        self._stand_at(terminal, part)
        while not self.is_done and time.perf_counter() < end:
            following = self._part()
            if following is not part:
                part = following
                self._stand_at(terminal, part)
            line = ALL[len(self._acknowledged)]
            for letter in line:
                press(terminal, letter)
                if time.perf_counter() > end:
                    return
            terminal.type("\r")
            terminal.wait_until(lambda: _line_is_empty(terminal), 30)
            terminal.wait_until(lambda: "✓ kept" in terminal.text() or "Kept" in terminal.text(), 30)
            self._acknowledged.append(line)

    def _opened(self) -> Terminal:
        terminal = opened(self._home)
        terminal.wait_until(lambda: "1 Welcome" in terminal.text() or "▶" in terminal.text() or " m " in terminal.text(), 60)
        terminal.settle(0.3)
        if "▶" not in terminal.text():
            begin(terminal)
        terminal.type("\x15")  # what stood unfinished in the line is typed anew
        terminal.settle(0.2)
        return terminal

    def _part(self) -> Part:
        left = len(self._acknowledged)
        for part in PARTS:
            if left < len(part.lines):
                return part
            left -= len(part.lines)
        return PARTS[-1]

    def _stand_at(self, terminal: Terminal, part: Part) -> None:
        """Step by Alt and its number, then the line until it adds what the part says."""
        terminal.type("\x1b" + part.step[0])
        terminal.wait_for(part.step, 30)
        for _ in range(9):
            terminal.settle(0.15)
            if f"─ {part.mode}" in terminal.text():
                return
            terminal.type(KEYS["F3"])
        raise AssertionError(f"no line for {part.mode}\n{terminal.text()}")


def _line_is_empty(terminal: Terminal) -> bool:
    """Whether the capture line holds nothing that was typed: its example stands there again."""
    rows = terminal.text().splitlines()
    field = next((n for n in range(len(rows) - 1, -1, -1) if rows[n].startswith("╭─ ")), None)
    return field is not None and ALL_STARTS.isdisjoint({rows[field + 1][2:12].strip()})


ALL_STARTS: Final = {line[:10].strip() for line in ALL}
