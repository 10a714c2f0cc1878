"""Many families in one call: every one to a file, none held up by another, nothing held on to."""

import gc
import json
from pathlib import Path

import pytest

from teammeet.cli import main
from teammeet.desk import Desk
from teammeet.model.family import Family

from .conftest import WORDS


@pytest.fixture
def vault(vault: list[str], tmp_path: Path) -> list[str]:
    """The vault of all commands, with three families in it."""
    desk = Desk.unlock(tmp_path / "families.vault", WORDS)
    for name in ("Ferrin", "Okonkwo", "Dube"):
        desk.start_family(name)
    desk.close()
    return vault


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "plans"
    made.mkdir()
    return made


def test_the_whole_vault_goes_to_one_folder(vault: list[str], folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--all", "--to", "crisis-page", "-o", str(folder), "--json", *vault]) == 0
    told = json.loads(capsys.readouterr().out)
    assert sorted(Path(each["file"]) for each in told) == sorted(folder.iterdir())
    assert len(told) == 3


def test_codes_and_files_may_be_named_together(
    vault: list[str], folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["demo", "--file", str(tmp_path / "demo.json")]) == 0
    assert main(["list", "--json", *vault]) == 0
    code = json.loads(capsys.readouterr().out.splitlines()[-1])[0]["code"]
    assert main(["export", code, str(tmp_path / "demo.json"), "--to", "family-file", "-o", str(folder), *vault]) == 0
    assert "2 files" in capsys.readouterr().out
    assert len(list(folder.iterdir())) == 2


def test_one_that_cannot_be_written_holds_up_no_other(
    vault: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "--all", "--to", "family-file", "-o", str(folder), *vault]) == 0
    lost = sorted(folder.iterdir())[0]
    lost.unlink()
    capsys.readouterr()
    assert main(["export", "--all", "--to", "family-file", "-o", str(folder), *vault]) == 1
    said = capsys.readouterr()
    assert "One file" in said.out
    assert "2 of 3 families could not be written" in said.err
    assert lost.exists()


def test_a_folder_that_is_not_there_is_made_for_its_owner_alone(vault: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "new"
    assert main(["export", "--all", "--to", "family-file", "-o", str(folder), *vault]) == 0
    assert folder.stat().st_mode & 0o777 == 0o700
    assert len(list(folder.iterdir())) == 3


def test_a_folder_whose_parent_is_not_there_is_said_before_anything_is_written(
    vault: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "--all", "--to", "family-file", "-o", str(tmp_path / "nowhere" / "new"), *vault]) == 1
    assert "no such folder" in capsys.readouterr().err


@pytest.mark.parametrize("named", [[], ["--all", "F-7K2M"]])
def test_whom_to_write_is_said_once(named: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["export", *named, "--to", "word"])
    assert ended.value.code == 2
    assert "--all" in capsys.readouterr().err


def test_a_family_that_was_written_is_let_go(vault: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    most: list[int] = []
    let_go = Desk.let_go

    def counted(desk: Desk, family_id: str) -> None:
        let_go(desk, family_id)
        gc.collect()
        most.append(sum(isinstance(each, Family) for each in gc.get_objects()))

    monkeypatch.setattr(Desk, "let_go", counted)
    assert main(["export", "--all", "--to", "family-file", "-o", str(folder), *vault]) == 0
    assert most[-1] <= most[0]
