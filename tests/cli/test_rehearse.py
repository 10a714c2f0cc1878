"""``teammeet rehearse`` as somebody types it: its help, its refusals, and that nothing of it stays."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from teammeet.cli import main


def ran(tmp_path: Path, *arguments: str, lines: str = "") -> "subprocess.CompletedProcess[str]":
    """The program in a process of its own, at a home of its own."""
    home, temporary = tmp_path / "home", tmp_path / "temporary"
    home.mkdir()
    temporary.mkdir()
    places = {"HOME": str(home), "TMPDIR": str(temporary), "XDG_DATA_HOME": str(home), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-m", "teammeet", *arguments]
    return subprocess.run(command, input=lines, capture_output=True, text=True, check=False, env={**os.environ, **places})


def left_over(tmp_path: Path) -> list[Path]:
    return [path for path in tmp_path.rglob("*") if path.is_file()]


def test_without_a_terminal_it_refuses_in_one_line(tmp_path: Path) -> None:
    said = ran(tmp_path, "rehearse")
    assert said.returncode == 1
    assert len(said.stderr.strip().splitlines()) == 1
    assert left_over(tmp_path) == []


@pytest.mark.parametrize("speed", ["0", "2", "-4", "fast"])
def test_a_speed_that_there_is_not_is_wrong_usage(speed: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["rehearse", "--faster", speed])
    assert ended.value.code == 2
    assert "--faster" in capsys.readouterr().err


@pytest.mark.parametrize(("language", "words"), [("en_US.UTF-8", "nothing is kept"), ("es_MX.UTF-8", "no se guarda nada")])
def test_its_help_is_in_both_languages(
    language: str, words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", language)
    monkeypatch.setenv("COLUMNS", "200")
    with pytest.raises(SystemExit) as ended:
        main(["rehearse", "--help"])
    assert ended.value.code == 0
    assert words in capsys.readouterr().out


def test_in_plain_lines_it_says_what_to_try_and_then_what_was_tried(tmp_path: Path) -> None:
    said = ran(
        tmp_path, "rehearse", "--plain", "--faster", "30", lines="MA: sings\nLO: cooks\nTE: laughs\n/park the dog\n/quit\n"
    )
    assert said.returncode == 0, said.stderr
    lines = said.stdout.splitlines()
    assert "Nothing is kept. The clock runs 30×." in lines[0]
    tried, not_tried = lines.index("What you tried:"), lines.index("What is still there to try:")
    assert {"Three strengths", "Park a line"} == set(lines[tried + 1 : not_tried])
    assert "Mark who came" in lines[not_tried:]
    assert lines[-1] == "The rehearsal is over. Nothing of it was kept."
    assert left_over(tmp_path) == []


def test_the_vault_is_neither_opened_nor_made(tmp_path: Path) -> None:
    vault = tmp_path / "families.vault"
    vault.write_bytes(b"not to be touched")
    said = ran(tmp_path, "rehearse", "--plain", "--store", str(vault), lines="/quit\n")
    assert said.returncode == 0, said.stderr
    assert left_over(tmp_path) == [vault]
    assert vault.read_bytes() == b"not to be touched"
