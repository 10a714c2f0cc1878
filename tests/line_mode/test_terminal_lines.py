"""On a terminal: the passphrase is hidden, Ctrl+C asks, Ctrl+D leaves, and a kill at any moment loses nothing that was kept."""

import os
import random
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.line_mode.talk import vault_of
from tests.line_mode.test_whole_meeting import PASSPHRASE, ROOT, family_in

pexpect = pytest.importorskip("pexpect")

ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT / "exporters")]),
    "LC_ALL": "C.UTF-8",
    "TERM": "dumb",
}


def on_terminal(vault: Path, *more: str):  # type: ignore[no-untyped-def]  # pexpect has no types
    command = ["-m", "teammeet", "--plain", "--store", str(vault), *more]
    return pexpect.spawn(sys.executable, command, env=ENVIRONMENT, encoding="utf-8", timeout=20)


def test_the_passphrase_is_asked_for_and_never_shown_and_a_wrong_one_is_asked_for_again(tmp_path: Path) -> None:
    vault, _ = vault_of(tmp_path, PASSPHRASE)
    child = on_terminal(vault)
    child.expect("Passphrase:")
    child.sendline("not these words")
    child.expect("Passphrase:")
    shown = child.before
    child.sendline(PASSPHRASE)
    child.expect("No family is here yet")
    shown += child.before
    assert "not these words" not in shown
    assert PASSPHRASE not in shown
    child.sendeof()
    child.expect("Left. All that was said as kept is on disk.")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


def test_ctrl_c_asks_before_it_leaves(tmp_path: Path) -> None:
    vault, words = vault_of(tmp_path, PASSPHRASE)
    child = on_terminal(vault, "--passphrase-file", str(words))
    child.expect("No family is here yet")
    child.expect("> ")
    child.sendintr()
    child.expect(r"Leave teammeet\?")
    child.sendline("no")
    child.expect("Stayed.")
    child.sendline("/new Diaz family")
    child.expect("Kept: a new family")
    child.sendintr()
    child.expect(r"Leave teammeet\?")
    child.sendline("yes")
    child.expect("Left.")
    child.expect(pexpect.EOF)
    assert family_in(vault).header.name == "Diaz family"


def test_nothing_on_a_terminal_is_drawn_or_coloured(tmp_path: Path) -> None:
    vault, words = vault_of(tmp_path, PASSPHRASE)
    child = on_terminal(vault, "--passphrase-file", str(words))
    child.sendline("/new Diaz family")
    child.sendline("/meet")
    child.sendline("1")
    child.sendline("/help")
    child.sendline("/quit")
    child.expect(pexpect.EOF)
    assert not re.search(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2500-\u259f]", child.before)


def killed_once(vault: Path, words: Path, number: int, after: int) -> list[str]:
    """Lines are typed, and the program is killed after so many answers; what was answered with Kept."""
    child = subprocess.Popen(
        [sys.executable, "-m", "teammeet", "--plain", "--store", str(vault), "--passphrase-file", str(words)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=ENVIRONMENT,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write("".join(f"said {number} {n}\n" for n in range(40)))
    child.stdin.flush()
    kept: list[str] = []
    while len(kept) < after:
        line = child.stdout.readline()
        found = re.search(r"Kept: \d+\. .*“(said \d+ \d+)”", line)
        if found:
            kept.append(found[1])
    child.send_signal(signal.SIGKILL)
    kept += re.findall(r"Kept: \d+\. .*“(said \d+ \d+)”", child.communicate()[0])
    return kept


@pytest.mark.parametrize("kills", [3, pytest.param(50, marks=pytest.mark.slow)])
def test_a_kill_at_any_moment_loses_nothing_that_was_said_as_kept(tmp_path: Path, kills: int) -> None:
    from tests.line_mode.test_whole_meeting import run_lines

    vault, words = vault_of(tmp_path, PASSPHRASE)
    run_lines(vault, words, ("/new Diaz family", "/meet", "1", "/step 3"))
    chance = random.Random(3)
    acknowledged: list[str] = []
    for number in range(kills):
        acknowledged += killed_once(vault, words, number, chance.randrange(1, 30))
    held = {str(strength.words) for strength in family_in(vault).strengths}
    assert set(acknowledged) <= held
    assert len(acknowledged) >= kills
