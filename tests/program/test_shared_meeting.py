"""Two real terminals: the facilitator's and the room's. The room follows, sees nothing private, and outlives every accident."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.program.conftest import WORDS
from tests.program.terminal import Terminal
from tests.program.test_whole_meeting import kept, say, start_a_family, start_the_first_meeting, unlock

CALM = "One moment. We go on soon."
NOTE = "Xanthippe drinks again"


@pytest.fixture
def terminals(terminal_of: Callable[..., Terminal], tmp_path: Path) -> tuple[Terminal, Terminal]:
    """The facilitator's, and the room's with a large font."""
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    return terminal_of(80, 24, XDG_RUNTIME_DIR=str(runtime)), terminal_of(40, 12, XDG_RUNTIME_DIR=str(runtime))


def share(facilitator: Terminal) -> str:
    """Give the room its window, and read the code off the screen."""
    facilitator.type("C-o")
    facilitator.wait_for("Before the room looks")
    facilitator.type("w")
    return read_code(facilitator)


def read_code(facilitator: Terminal) -> str:
    screen = facilitator.wait_for("The room's window is ready")
    (code,) = re.findall(r"[0-9A-Z]{4}-[0-9A-Z]{4}", screen)
    facilitator.type("Escape")
    facilitator.wait_without("The room's window is ready")
    assert isinstance(code, str)
    return code


def share_again(facilitator: Terminal) -> str:
    """After a restart it is asked whether the room shall look again."""
    facilitator.wait_for("Before the room looks")
    facilitator.type("w")
    return read_code(facilitator)


def test_the_room_follows_and_outlives_every_accident(terminals: tuple[Terminal, Terminal], vault: Path) -> None:
    facilitator, room = terminals
    unlock(facilitator, vault)
    start_a_family(facilitator, "The Ash family")
    start_the_first_meeting(facilitator)
    say(facilitator, "Ada, mother", "Ben, youth")
    code = share(facilitator)
    room.start("show")
    room.wait_for("Type the code")
    room.type(code.lower(), "Enter")
    room.wait_for("Welcome", "1")

    facilitator.type("NPage", "NPage")
    room.wait_for("What's going well")
    say(facilitator, "BE: fixes bikes")
    room.wait_for("fixes bikes")
    facilitator.type("C-b")
    room.wait_for(CALM)
    facilitator.type("C-b")
    room.wait_for("fixes bikes")

    facilitator.kill()
    room.wait_for(CALM)
    assert "fixes bikes" not in room.screen()
    unlock(facilitator, vault)
    assert share_again(facilitator) == code
    room.wait_for("fixes bikes")

    room.kill()
    room.start("show")
    room.wait_for("Type the code")
    room.type(code, "Enter")
    room.wait_for("fixes bikes")

    facilitator.type("C-l")
    room.wait_for(CALM)
    facilitator.wait_for("assphrase")
    facilitator.type(WORDS, "Enter")
    assert share_again(facilitator) == code
    room.wait_for("fixes bikes")

    facilitator.type("C-q")
    room.wait_for(CALM)
    facilitator.wait_for("ended 0")


def test_a_private_note_and_the_clock_never_reach_the_room(terminals: tuple[Terminal, Terminal], vault: Path) -> None:
    facilitator, room = terminals
    room.resize(80, 24)
    unlock(facilitator, vault)
    start_a_family(facilitator, "The Ash family")
    start_the_first_meeting(facilitator)
    say(facilitator, "Ada, mother")
    code = share(facilitator)
    room.start("show")
    room.wait_for("Type the code")
    room.type(code, "Enter")
    told = [room.wait_for("step 1 of 8")]
    facilitator.type(NOTE, "F7")
    facilitator.wait_without(NOTE)
    for step in range(2, 9):
        facilitator.type("NPage")
        told.append(room.wait_for(f"step {step} of 8"))
    assert "left" in facilitator.screen()
    facilitator.type("C-q")
    facilitator.wait_for("ended 0")
    assert [note.text for note in kept(vault).notes] == [NOTE]
    for screen in told:
        assert "Xanthippe" not in screen
        assert " left" not in screen
