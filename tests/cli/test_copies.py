"""``teammeet export --for school`` and the like: which copy is meant, what it is called, what is said of it."""

import hashlib
import json
from contextlib import closing
from pathlib import Path

import pytest
from tests.siblings import SIBLING, siblings

from teammeet.cli import main
from teammeet.desk import Desk
from teammeet.model.family import drop, put
from teammeet.model.family_file import read_family, write_family
from teammeet.store.vault import Vault

from .conftest import WORDS


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


def noted(folder: Path, family_id: str) -> list[str]:
    with closing(Vault.open(folder / "families.vault", WORDS)) as opened:
        return [line.what for line in opened.journal.access_log(family_id) if line.what.startswith("export")]


def test_the_chain_of_accesses_says_for_whom_in_which_layout_and_the_sum_of_the_file(
    tmp_path: Path, vault: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    family, _ = siblings(used_name="Zorvabal")
    family = family.with_edits([drop(edition) for edition in family.editions])
    (tmp_path / "family.json").write_text(write_family(family))
    assert main(["import", "family.json", *vault]) == 0
    for options in (
        ["--for", "school:tyrone", "--large", "--language", "es"],
        ["--for", "primary-care", "--beside-language", "es"],
    ):
        assert main(["export", family.code, "--to", "word", "--json", *options, *vault]) == 0
    files = [json.loads(line)["file"] for line in capsys.readouterr().out.splitlines() if "docx" in line]
    assert main(["export", "--all", "--to", "share-sheet", "-o", "all", *vault]) == 0
    files += [str(path) for path in Path("all").iterdir()]
    sums = [hashlib.sha256(Path(file).read_bytes()).hexdigest() for file in files]
    assert noted(tmp_path, family.header.id) == [
        f"export word for school:hill:tyrone, in es, large, sha256 {sums[0]}",
        f"export word for primary-care:clinic:tyrone, beside es, sha256 {sums[1]}",
        f"export share-sheet for primary-care:clinic:tyrone, sha256 {sums[2]}",
    ]


def test_a_map_for_a_team_of_others_has_no_gap_where_somebody_is_hidden_since(
    tmp_path: Path, vault: list[str], demo_file: Path
) -> None:
    def the_map(*options: str) -> bytes:
        out = tmp_path / "map.svg"
        assert main(["export", *options, "--to", "ecomap-svg", "-o", str(out), "--overwrite"]) == 0
        return out.read_bytes()

    assert main(["import", str(demo_file), *vault]) == 0
    family = read_family(demo_file.read_bytes())
    assert b"Housing" in the_map(family.code, *vault)
    with closing(Desk.unlock(tmp_path / "families.vault", WORDS)) as desk:
        housing = next(support for support in family.supports if support.id == "housing")
        now = desk.change(family.header.id, [put(housing.changed(kept_from=("mari",)))])
    demo_file.write_text(write_family(now))
    assert the_map(family.code, *vault) == the_map(str(demo_file))
