"""The program is killed while it writes: what it had acknowledged is there, and no half change."""

import importlib
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from teammeet.errors import PassphraseWrong
from teammeet.store.journal import Entry
from teammeet.store.vault import Vault

ROOT = Path(__file__).parents[2]
REKEY = """
import sys
from pathlib import Path
from teammeet.store.vault import Vault
vault = Vault.open(Path(sys.argv[1]), "old")
print("go", flush=True)
vault.change_passphrase("old", "new")
"""


def kill(path: Path, kills: int) -> None:
    sys.path.insert(0, str(ROOT))
    try:
        outcome = importlib.import_module("benchmarks.store").kill_again_and_again(path, kills)
    finally:
        sys.path.remove(str(ROOT))
    assert outcome.acknowledged >= kills
    assert outcome.lost == 0
    assert outcome.halves == 0


def test_nothing_acknowledged_is_lost_in_twenty_kills(tmp_path: Path) -> None:
    kill(tmp_path / "vault", 20)


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_in_two_hundred_kills(tmp_path: Path) -> None:
    kill(tmp_path / "vault", 200)


def kill_while_the_passphrase_changes(path: Path, seconds: float) -> None:
    search = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen([sys.executable, "-c", REKEY, str(path)], stdout=subprocess.PIPE, env=search) as other:
        assert other.stdout
        other.stdout.readline()
        time.sleep(seconds)
        other.kill()


@pytest.mark.parametrize("milliseconds", range(60, 240, 30))
def test_a_kill_while_the_passphrase_changes_leaves_one_that_opens(tmp_path: Path, milliseconds: int) -> None:
    path = tmp_path / "vault"
    with Vault.create(path, "old") as vault:
        vault.journal.change("F", 0, [Entry("need", str(n), "x" * 2000) for n in range(2000)], "ana")
    kill_while_the_passphrase_changes(path, milliseconds / 1000)
    try:
        vault = Vault.open(path, "old")
    except PassphraseWrong:
        vault = Vault.open(path, "new")
    with vault:
        assert vault.journal.head("F")[0] == 2000
        vault.check()
