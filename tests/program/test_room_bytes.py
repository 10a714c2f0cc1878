"""Every byte that reaches the room's terminal, at every step: nothing that somebody present may not see is among them."""

import os
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from benchmarks.terminal import Terminal
from tests.model.test_non_interference import canary_family
from tests.program.conftest import WORDS

from teammeet.desk import Desk, Incoming
from teammeet.model import readers
from teammeet.model.family import Family, put
from teammeet.model.family_file import read_file, write_family
from teammeet.model.meetings import Attendance, Meeting
from teammeet.model.plan import Need, Strength, Task
from teammeet.model.supports import Claim, Support, TeamMember, Tie
from teammeet.model.values import Words
from teammeet.practice.agenda import agenda_named

NARROWER: Final = ("zqfacilitator", "zqagency", "zqhousehold", "zqfamily", "zqkept", "zqtaken")
"""Words that stand in fields of these circles, in lines kept from somebody present, and in what was taken back."""
PAGE_DOWN: Final = "\x1b[6~"
MAP: Final = "\x1b[19~"
"""F8."""


def family_of_canaries() -> Family:
    """One item of every kind, each text with a word that says who may see it; and lines that are not for everybody here."""
    record = canary_family("room")
    written = write_family(record.seen_by(readers.facilitator(date(2026, 3, 2))))
    family = read_file(re.sub(r" for ([a-z]+)", r" zq\1", written).encode()).family
    narrow = [
        Need(id="kept-need", words=Words(text="a need zqkept"), kept_from=("supports-0",)),
        Strength(id="kept-strength", words=Words(text="a strength zqkept"), only_for=("people-0",)),
        Task(id="kept-task", words=Words(text="a task zqkept"), record="substance_use"),
        Need(id="gone-need", words=Words(text="a need zqtaken"), taken_back=True),
        Support(id="kept-support", name="a support zqkept", kept_from=("people-0",)),
        Tie(id="kept-tie", support="kept-support", to="people-0", claims=(Claim(kinds=("strong",)),), shown_to="room"),
        Tie(id="team-tie", support="supports-0", to="people-0", claims=(Claim(kinds=("stressful",), flow="from"),)),
    ]
    return family.with_edits([put(TeamMember(id="member", who="supports-0")), *map(put, narrow)])


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A vault in which that family was opened last, in a meeting where one of the family and one of its supports are."""
    (tmp_path / "run").mkdir(mode=0o700)
    desk = Desk.create(tmp_path / "families.vault", WORDS)
    now = desk.clock()
    meeting = Meeting(id="now", agenda="first-wraparound-meeting", started_at=now, on=now.date())
    whos = ("people-0", "supports-0")
    there = [Attendance(id=f"there-{who}", meeting="now", who=who, how="room", arrived_at=now) for who in whos]
    family = family_of_canaries().with_edits([put(meeting), *map(put, there)])
    desk.accept(Incoming(family, True, tuple(put(item) for item in family.items())))
    desk.save_settings(desk.settings().changed(last_family=family.header.id))
    desk.close()
    return tmp_path


def started(home: Path, *arguments: str) -> Terminal:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "TEXTUAL"))}
    looks = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "HOME": str(home)}
    environment = {**kept, **looks, "XDG_RUNTIME_DIR": str(home / "run"), "PYTHONPATH": os.pathsep.join(sys.path)}
    return Terminal([sys.executable, "-m", "teammeet", *arguments], (160, 60), environment)


@pytest.fixture
def windows(home: Path) -> Iterator[tuple[Terminal, Terminal]]:
    """The facilitator's window in the meeting, and the room's, joined."""
    with started(home, "--store", str(home / "families.vault")) as facilitator, started(home, "show") as room:
        facilitator.wait_for("assphrase", 60)
        facilitator.settle(0.2)
        facilitator.type(WORDS + "\r")
        facilitator.wait_for("1 Who", 60)
        facilitator.settle(0.3)
        facilitator.type("m")
        facilitator.wait_for("Welcome", 60)
        facilitator.settle(0.3)
        facilitator.type("\x0f")
        facilitator.wait_for("Before the room looks")
        facilitator.type("w")
        facilitator.wait_until(lambda: re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", facilitator.text()) is not None)
        found = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", facilitator.text())
        assert found
        facilitator.type("\r")
        room.wait_for("ode", 60)
        room.settle(0.2)
        room.type(found[0] + "\r")
        yield facilitator, room


def test_no_byte_of_the_rooms_terminal_tells_what_somebody_there_may_not_see(windows: tuple[Terminal, Terminal]) -> None:
    facilitator, room = windows
    agenda = agenda_named("first-wraparound-meeting")
    for number, step in enumerate(agenda.steps, start=1):
        room.wait_for(f"step {number} of {len(agenda.steps)}", 30)
        room.wait_for(step.name.in_language("en"), 30)
        assert f"▶ {number} " in facilitator.text(), "both windows stand at the same step"
        room.settle(0.2)
        for key in ("\x1b[6~", "\x1b[6~", "\x1b[6~"):  # all of a long page
            room.type(key)
            room.settle(0.1)
        if number < len(agenda.steps):
            facilitator.type(PAGE_DOWN)
            facilitator.settle(0.2)
    facilitator.type(MAP)
    room.wait_for("Who is around us", 30)
    facilitator.wait_for("stressful", 30)
    for key in ("\x1b[C", "s", "s", "\x1b"):
        facilitator.type(key)
        facilitator.settle(0.2)
    room.settle(0.2)
    came = b"".join(data for _, data in room.chunks).decode()
    assert [word for word in NARROWER if word in came] == []
    assert "stressful" not in came, "nobody reads on a wall that he is a stress"
    assert "zqroom" in came
    assert "zqteam" in came, "both are of the family and its team"
    seen_by_the_facilitator = b"".join(data for _, data in facilitator.chunks).decode()
    assert "zqkept" in seen_by_the_facilitator, "what the room may not see stands in the facilitator's window"
    assert "zqtaken" in seen_by_the_facilitator
