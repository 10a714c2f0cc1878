"""The commands as somebody types them: what they print, what they leave alone, and their exit codes."""

import json
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from teammeet.cli import main
from teammeet.desk import Desk

WORDS = "plum otter lamp river cedar moss"


@pytest.fixture
def vault(tmp_path: Path) -> list[str]:
    path = tmp_path / "families.vault"
    Desk.create(path, WORDS).close()
    (tmp_path / "words").write_text(WORDS + "\n")
    return ["--store", str(path), "--passphrase-file", str(tmp_path / "words")]


@pytest.fixture
def demo_file(tmp_path: Path) -> Path:
    file = tmp_path / "demo.json"
    assert main(["demo", "--file", str(file)]) == 0
    return file


def printed(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out.splitlines()[-1])


def test_the_demo_as_a_file_is_what_the_schema_says(demo_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["schema", "--json"]) == 0
    schema = printed(capsys)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(demo_file.read_text()), schema)


def test_import_then_export_gives_the_same_file(vault: list[str], demo_file: Path, tmp_path: Path) -> None:
    assert main(["import", str(demo_file), *vault]) == 0
    out = tmp_path / "out.json"
    assert main(["export", "f-vspc", "--to", "family-file", "-o", str(out), *vault]) == 0
    assert out.read_bytes() == demo_file.read_bytes()
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_a_file_is_written_over_only_when_that_was_said(demo_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = demo_file.read_bytes()
    assert main(["demo", "--file", str(demo_file)]) == 1
    assert "--overwrite" in capsys.readouterr().err
    assert demo_file.read_bytes() == before
    assert main(["demo", "--file", str(demo_file), "--overwrite"]) == 0


def test_list_prints_one_json_value(vault: list[str], demo_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", str(demo_file), *vault])
    capsys.readouterr()
    assert main(["list", "--json", *vault]) == 0
    (line,) = printed(capsys)
    assert line["code"] == "F-VSPC"
    assert line["overdue_tasks"] == 1


def test_a_family_that_is_there_changes_only_when_that_was_accepted(vault: list[str], demo_file: Path, tmp_path: Path) -> None:
    main(["import", str(demo_file), *vault])
    changed = tmp_path / "changed.json"
    changed.write_text(demo_file.read_text().replace("We need a dry bedroom wall before winter.", "We need a dry wall."))
    assert main(["import", str(changed), *vault]) == 1
    assert main(["import", str(changed), "--accept-changes", *vault]) == 0


def test_a_wrong_file_is_refused_by_place_without_its_words(
    vault: list[str], demo_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    loaded = json.loads(demo_file.read_text())
    loaded["needs"][1]["words"]["text"] = "canary\x1b[2J"
    bad = tmp_path / "bad.json"
    bad.write_text(json.dumps(loaded))
    assert main(["import", str(bad), *vault]) == 1
    said = capsys.readouterr().err
    assert "needs[1].words.text" in said
    assert "canary" not in said
    assert "\x1b" not in said
    assert main(["list", "--json", *vault]) == 0
    assert printed(capsys) == []


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["list", "--store", "no-such.vault"], 1),
        (["export", "no-such.json", "--to", "family-file"], 1),
        (["export", "no-such.json", "--to", "no-such-exporter"], 1),
        (["agendas", "check", "no-such.toml"], 1),
        (["exporters"], 0),
        (["agendas", "--json"], 0),
    ],
)
def test_exit_codes(arguments: list[str], code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == code
    assert list(tmp_path.iterdir()) == []


def test_wrong_usage_is_code_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["export"])
    assert end.value.code == 2


def test_a_wrong_passphrase_is_one_sentence(vault: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "words").write_text("not those words at all here")
    assert main(["list", *vault]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "not those words" not in said.err


def test_passphrase_gives_new_words_that_open_it(vault: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["passphrase", "--json", *vault]) == 0
    (tmp_path / "words").write_text(printed(capsys)["passphrase"])
    assert main(["list", *vault]) == 0


def test_the_coach_gives_one_value_a_line_and_its_reasons(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = tmp_path / "lines.txt"
    lines.write_text("Sam needs therapy\nSam needs one adult at school who believes him\n")
    assert main(["coach", "need", "--file", str(lines), "--json", "--language", "en"]) == 0
    poor, good = printed(capsys)
    assert poor["text"] == "Sam needs therapy"
    assert {"rule", "phrase", "reason", "ask"} == set(poor["hints"][0])
    assert good["hints"] == []


def test_the_screens_need_a_terminal() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "teammeet", "demo"], capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_help_comes_in_spanish_where_the_machine_speaks_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "es_MX.UTF-8")
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "plan de cuidado" in capsys.readouterr().out
