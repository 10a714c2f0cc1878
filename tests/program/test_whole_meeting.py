"""A whole meeting typed in a real terminal at 80×24, killed in the middle, finished, signed, exported."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from tests.program.conftest import WORDS
from tests.program.terminal import Terminal

from teammeet.desk import Desk
from teammeet.model.family import Family


def unlock(terminal: Terminal, vault: Path) -> None:
    terminal.start("--store", str(vault))
    terminal.wait_for("assphrase")
    terminal.type(WORDS, "Enter")


def say(terminal: Terminal, *lines: str) -> None:
    """Type lines as the facilitator does: each is kept before the next."""
    for line in lines:
        terminal.type(line, "Enter")
        terminal.wait_for("Kept")


def start_a_family(terminal: Terminal, name: str) -> None:
    terminal.wait_for("Families")
    terminal.type("C-n")
    terminal.wait_for("A new family")
    terminal.type(name, "Enter")
    terminal.wait_for(f"{name}  Who")


def start_the_first_meeting(terminal: Terminal) -> None:
    terminal.type("m")
    terminal.wait_for("Which meeting?")
    terminal.type("Enter")
    terminal.wait_for("1 Welcome")


def kept(vault: Path) -> Family:
    desk = Desk.unlock(vault, WORDS)
    try:
        (line,) = desk.families(desk.clock().date())
        return desk.open(line.id)
    finally:
        desk.close()


def document_text(path: Path) -> str:
    document = docx.Document(str(path))
    return "\n".join(node.text or "" for node in document.element.iter("{*}t"))


def test_a_meeting_is_typed_killed_resumed_signed_and_exported(terminal: Terminal, vault: Path, tmp_path: Path) -> None:
    unlock(terminal, vault)
    start_a_family(terminal, "The Ash family")
    start_the_first_meeting(terminal)
    say(terminal, "Ada, mother", "Ben, youth", "Aunt Bea, aunt", "Ms. Reed, Hill School")
    terminal.type("NPage", "F3")
    terminal.wait_for("Vision 2/7")
    say(terminal, "We want to laugh at breakfast again.")
    terminal.type("NPage")
    terminal.wait_for("3 What's going well")
    say(terminal, "BE: fixes bikes for the whole street", "AD: stays calm on the phone")
    terminal.type("NPage")
    terminal.wait_for("4 What we need")
    say(terminal, "! Ben shouts at night", "Ben needs to know who is coming home when")

    terminal.type("and one more thing that")
    terminal.wait_for("and one more thing that")
    wait_until_the_line_is_beside_the_journal(terminal)
    terminal.kill()
    unlock(terminal, vault)
    terminal.wait_for("4 What we need", "and one more thing that", "Ben shouts at night")

    terminal.type(" we need: a quiet corner", "Enter")
    terminal.wait_for("Kept")
    terminal.type("NPage")
    terminal.wait_for("5 What will be different")
    say(terminal, "Ben sleeps in his own bed")
    terminal.type("NPage")
    terminal.wait_for("6 Ideas")
    say(terminal, "A night light with a bell", "Aunt Bea sleeps over on Fridays")
    terminal.type("F3", "F3")
    terminal.wait_for("Task 3/3")
    say(terminal, "Buy the light @AD by next Friday")
    terminal.type("NPage")
    terminal.wait_for("7 If things get hard")
    say(terminal, "When Ben runs out of the house")
    terminal.type("NPage")
    terminal.wait_for("8 Closing")
    say(terminal, "in two weeks at 4 pm, library")

    terminal.type("F9")
    terminal.wait_for("Agree and sign")
    terminal.type("4", "Down", "5")
    terminal.wait_for("I am fully behind it")
    terminal.type("F9")
    terminal.wait_for("Close edition 1 for signing?")
    terminal.type("Tab", "Enter")
    terminal.wait_for("Edition 1 of the plan")
    terminal.type("F5")
    terminal.wait_for("Write the file")
    terminal.type("F9")
    terminal.wait_for("Written")

    family = kept(vault)
    assert [str(need.words) for need in family.needs] == [
        "Ben needs to know who is coming home when",
        "and one more thing that we need: a quiet corner",
    ]
    assert family.plan_number == 1
    assert {a.degree for a in family.agreements} == {4, 5}
    (written,) = (tmp_path / "terminal-0").glob("plan-F-*-1.docx")
    told = document_text(written)
    for words in ("We want to laugh at breakfast again.", "fixes bikes for the whole street", "Buy the light", "quiet corner"):
        assert words in told
    assert any(name.startswith("word/media/") for name in zipfile.ZipFile(written).namelist())


def wait_until_the_line_is_beside_the_journal(terminal: Terminal) -> None:
    """The unfinished line is written a second after the last key; nothing on the screen tells, so wait for two."""
    import time

    time.sleep(2)
    terminal.wait_for("4 What we need")


def test_the_demo_cleans_up_after_itself(terminal: Terminal, tmp_path: Path) -> None:
    leftovers = tmp_path / "temporary"
    leftovers.mkdir()
    terminal.type(f"export TMPDIR={leftovers}", "Enter")
    terminal.start("demo")
    terminal.wait_for("The Okonjo-Reyes family")
    terminal.type("C-q")
    terminal.wait_for("ended 0")
    assert list(leftovers.iterdir()) == []


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (160, 45)])
def test_the_demo_goes_straight_into_todays_meeting(terminal_of: Callable[..., Terminal], columns: int, lines: int) -> None:
    terminal = terminal_of(columns, lines)
    terminal.start("demo", "--meeting")
    screen = terminal.wait_for("What went well since", "Mari fixes anything with a motor")
    assert max(map(len, screen.splitlines())) <= columns


def test_a_small_window_says_what_it_needs_and_comes_back(terminal: Terminal) -> None:
    terminal.start("demo", "--meeting")
    terminal.wait_for("What went well")
    terminal.resize(40, 10)
    terminal.wait_for("60")
    for columns, lines in ((200, 60), (30, 8), (61, 17), (132, 43), (80, 24)):
        terminal.resize(columns, lines)
    terminal.wait_for("What went well", "Mari fixes anything with a motor")


def test_without_utf_8_it_says_so_in_one_sentence(terminal_of: Callable[..., Terminal]) -> None:
    terminal = terminal_of(LANG="C", LC_ALL="POSIX", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", PYTHONIOENCODING="ascii")
    terminal.start("demo")
    screen = terminal.wait_for("UTF-8", "ended 1")
    assert "Traceback" not in screen


def test_without_colour_it_works(terminal_of: Callable[..., Terminal]) -> None:
    terminal = terminal_of(NO_COLOR="1", TERM="vt100")
    terminal.start("demo", "--meeting")
    terminal.wait_for("What went well", "Mari fixes anything with a motor")


def test_a_wrong_passphrase_is_said_plainly_and_the_right_one_still_opens(terminal: Terminal, vault: Path) -> None:
    terminal.start("--store", str(vault))
    terminal.wait_for("assphrase")
    terminal.type("not the six words at all", "Enter")
    terminal.wait_for("That passphrase does not open this vault")
    terminal.type("C-u", WORDS, "Enter")
    terminal.wait_for("Families")


def test_pasted_escapes_do_nothing_to_the_terminal(terminal: Terminal) -> None:
    terminal.start("demo", "--meeting")
    terminal.wait_for("What went well")
    terminal.paste("Ana\x1b[2J\x1b]0;pwned\x07 [/] [@click=app.quit]x")
    terminal.type("Enter")
    screen = terminal.wait_for("[/] [@click=app.quit]x", "What went well")
    assert "Ana" in screen
