"""``teammeet export --for school`` and the like: which copy is meant, what it is called, what is said of it."""

import json
from pathlib import Path

import pytest
from tests.siblings import SIBLING, siblings

from teammeet.cli import main
from teammeet.model.family_file import write_family


def asked(folder: Path, *options: str) -> int:
    family, _ = siblings(used_name="Zorvabal")
    (folder / "family.json").write_text(write_family(family))
    return main(["export", "family.json", "--language", "en", *options])


def test_a_copy_for_a_school_is_written_under_a_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    names = []
    for reader in ("school:tyrone", f"school:{SIBLING}", "primary-care", "person:hill"):
        assert asked(tmp_path, "--to", "word", "--for", reader, "--json") == 0
        told = capsys.readouterr()
        names.append(json.loads(told.out)["file"])
        assert "Zorvabal" not in told.err
        assert ("name somebody else" in told.err) is (reader in ("school:tyrone", "primary-care"))
    assert len(set(names)) == 4
    assert not [name for name in names if "school" in name or "care" in name or "recipient" not in name]


def test_where_several_fit_nothing_is_written_and_it_is_said_how_to_name_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert asked(tmp_path, "--to", "word", "--for", "school") == 1
    assert "school:hill:tyrone" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["family.json"]
