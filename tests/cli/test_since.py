"""``teammeet export --since``: with which moment, and what is refused."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from teammeet.cli import main
from teammeet.desk import Desk
from teammeet.model.family import put
from teammeet.model.removal import without
from teammeet.model.supports import Support

from .conftest import WORDS


def exported(capsys: pytest.CaptureFixture[str], *asked: str) -> str:
    """What is in the file that is written."""
    capsys.readouterr()
    assert main(["export", *asked, "--language", "en", "-o", "-"]) == 0
    return capsys.readouterr().out


def refused(capsys: pytest.CaptureFixture[str], *asked: str) -> str:
    assert main(["export", *asked, "--language", "en"]) == 1
    return capsys.readouterr().err


def test_a_file_is_compared_with_a_signed_edition_by_its_number_or_its_day(
    demo_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    by_number = exported(capsys, str(demo_file), "--to", "ecomap-words", "--since", "1")
    assert by_number.startswith("The map from plan 1 (")
    assert "Harbor food pantry: new on the map" in by_number
    fixed = date.fromisoformat(json.loads(demo_file.read_text())["editions"][0]["fixed_at"][:10])
    assert exported(capsys, str(demo_file), "--to", "ecomap-words", "--since", str(fixed + timedelta(days=3))) == by_number


def test_the_name_of_the_file_says_since_when_and_nothing_else(
    demo_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["export", str(demo_file), "--to", "ecomap-svg", "--since", "1"]) == 0
    assert main(["export", str(demo_file), "--to", "ecomap-svg", "--since", "1", "--beside"]) == 0
    assert main(["export", str(demo_file), "--to", "ecomap-svg"]) == 0
    names = sorted(file.name for file in tmp_path.glob("*.svg"))
    assert names == ["ecomap-svg-F-VSPC-2-since-1-beside.svg", "ecomap-svg-F-VSPC-2-since-1.svg", "ecomap-svg-F-VSPC-2.svg"]


@pytest.mark.parametrize("since", ["0", "7", "-1", "1999-01-01", "2026-13-01", "yesterday", "٣", ""])
def test_a_moment_of_which_nothing_is_known_is_refused(demo_file: Path, capsys: pytest.CaptureFixture[str], since: str) -> None:
    assert "Nothing is known" in refused(capsys, str(demo_file), "--to", "ecomap-svg", f"--since={since}")


def test_what_cannot_be_compared_is_refused(demo_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "can do nothing with" in refused(capsys, str(demo_file), "--to", "word", "--since", "1")
    assert "two moments" in refused(capsys, str(demo_file), "--to", "ecomap-svg", "--beside")


def test_a_family_of_the_vault_is_compared_with_a_day_of_its_journal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was hidden before it was taken out stays hidden; the places of the plain map stay as they were."""
    path = tmp_path / "families.vault"
    (tmp_path / "words").write_text(WORDS + "\n")
    desk = Desk.create(path, WORDS)
    family = desk.start_family("The Ash family")
    desk.change(family.header.id, [put(Support(name="Aunt Lotte"))])
    desk.close()
    vault = ["--store", str(path), "--passphrase-file", str(tmp_path / "words")]
    today = date.today().isoformat()
    said = exported(capsys, family.code, "--to", "ecomap-words", "--since", today, *vault)
    assert "Nothing on the map is different." in said
    yesterday = (date.today() - timedelta(days=1)).isoformat()
    assert "Nothing is known" in refused(capsys, family.code, "--to", "ecomap-words", "--since", yesterday, *vault)


def test_an_edition_by_itself_is_what_its_reader_may_see_of_it_today(
    demo_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "families.vault"
    (tmp_path / "words").write_text(WORDS + "\n")
    desk = Desk.create(path, WORDS)
    family = desk.accept(desk.look_at(demo_file.read_bytes()))
    first, second = family.supports[:2]
    desk.change(family.header.id, [put(support.changed(kept_from=("reed",))) for support in (first, second)])
    desk.change(family.header.id, without(desk.open(family.header.id), second.id))
    desk.close()
    vault = ["--store", str(path), "--passphrase-file", str(tmp_path / "words")]
    for reader, is_there in (("facilitator", True), ("person:reed", False)):
        told = exported(capsys, family.code, *vault, "--to", "ecomap-words", "--edition", "1", "--for", reader)
        assert (first.name in told) == is_there, reader
        assert (second.name in told) == is_there, reader
