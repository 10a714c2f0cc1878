"""The commands as somebody types them: what they print, what they leave alone, and their exit codes."""

import json
import math
import os
import re
import stat
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from teammeet.cli import main
from teammeet.desk import Desk
from teammeet.model.family import put
from teammeet.model.supports import Support
from teammeet.store.vault import Vault

from .conftest import WORDS

AGENDAS = Path(__file__).parents[2] / "agendas"


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


def test_nothing_that_is_installed_beside_it_is_handed_what_a_record_says(tmp_path: Path) -> None:
    (tmp_path / "eager-1.dist-info").mkdir()
    (tmp_path / "eager-1.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: eager\nVersion: 1\n")
    (tmp_path / "eager-1.dist-info" / "entry_points.txt").write_text("[pydantic]\neager = eager:plugin\n")
    (tmp_path / "eager.py").write_text("print('eager was loaded')\nplugin = None\n")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYDANTIC")}
    environment = {**kept, "PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])}
    for code, is_loaded in (
        ("import pydantic; pydantic.create_model('M', a=(int, 1))", True),
        ("from teammeet.cli import main; main(['schema'])", False),
    ):
        ran = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
        assert ("eager was loaded" in ran.stdout) == is_loaded


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
    said = "We need a dry bedroom wall before winter."
    changed.write_text(demo_file.read_text().replace(said, "We need a dry wall.", 1))
    assert main(["import", str(changed), *vault]) == 1
    assert main(["import", str(changed), "--accept-changes", *vault]) == 0


def test_a_signed_plan_is_never_changed_by_a_file(vault: list[str], demo_file: Path, tmp_path: Path) -> None:
    main(["import", str(demo_file), *vault])
    forged = tmp_path / "forged.json"
    forged.write_text(demo_file.read_text().replace("We need a dry bedroom wall before winter.", "We need a dry wall."))
    assert main(["import", str(forged), "--accept-changes", *vault]) == 1


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


def test_a_fault_that_nobody_foresaw_is_one_sentence_without_what_it_held(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def breaks(_: object) -> None:
        canary = "canary of a family"
        raise RuntimeError(canary)

    monkeypatch.setattr("teammeet.cli.plain.schema", breaks)
    assert main(["schema", "--language", "en"]) == 1
    said = capsys.readouterr()
    assert said.err.startswith("Something went wrong")
    assert said.err.count("\n") == 1
    assert "canary" not in said.err + said.out


def test_an_address_is_no_vault_and_its_password_is_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--store", "postgresql://anna:canary@host/families"]) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "canary" not in said


@pytest.mark.parametrize(
    "arguments",
    [["demo", "--file", "OUT"], ["exporters"], ["agendas"], ["agendas", "check", "AGENDA"], ["schema"]],
    ids=lambda arguments: " ".join(arguments),
)
def test_every_command_prints_one_json_value(arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    places = {"OUT": str(tmp_path / "out.json"), "AGENDA": str(next(AGENDAS.glob("*.toml")))}
    assert main([*(places.get(word, word) for word in arguments), "--json"]) == 0
    json.loads(capsys.readouterr().out)


def test_files_before_a_refused_one_are_told_as_one_json_value(
    vault: list[str], demo_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.json").write_text("{")
    capsys.readouterr()
    assert main(["import", str(demo_file), str(tmp_path / "bad.json"), "--json", *vault]) == 1
    said = capsys.readouterr()
    (taken,) = json.loads(said.out)
    assert (taken["code"], taken["new"]) == ("F-VSPC", True)
    assert "bad.json" in said.err


def test_a_file_larger_than_any_family_is_not_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    huge = tmp_path / "huge.json"
    with huge.open("wb") as file:
        file.truncate(2**31)
    assert main(["export", str(huge), "--to", "family-file", "--language", "en"]) == 1
    assert str(2**31) in capsys.readouterr().err


def test_a_folder_is_not_looked_up_as_a_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(tmp_path), "--to", "word", "--language", "en"]) == 1
    assert "no file that can be read" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["", "x" * 300 + ".json", "no-such-folder/x.json"])
def test_a_name_that_cannot_be_written_is_one_sentence(
    name: str, demo_file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(demo_file.parent)
    capsys.readouterr()
    for asked in ([], ["--overwrite"]):
        assert main(["export", "demo.json", "--to", "family-file", "-o", name, "--language", "en", *asked]) == 1
        said = capsys.readouterr().err
        assert said.startswith("The export could not be written")
        assert said.count("\n") == 1
    assert {path.name for path in demo_file.parent.iterdir()} == {"demo.json"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_is_no_file_is_not_replaced_by_one(demo_file: Path) -> None:
    pipe = demo_file.with_name("pipe")
    os.mkfifo(pipe)
    assert main(["export", str(demo_file), "--to", "family-file", "-o", str(pipe), "--overwrite"]) == 1
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_no_path_speaks_to_the_terminal(demo_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = demo_file.with_name("x\x1b[2J.json")
    assert main(["export", str(demo_file), "--to", "family-file", "-o", str(out)]) == 0
    assert main(["export", str(demo_file), "--to", "x\x1b[2J"]) == 1
    said = capsys.readouterr()
    assert "\x1b" not in said.out + said.err
    assert out.exists()


@pytest.mark.parametrize("arguments", [["list"], ["list", "--json"], ["schema"], ["agendas"], ["coach", "need", "--file", "-"]])
def test_a_terminal_that_knows_only_ascii_stops_no_command(arguments: list[str], vault: list[str], demo_file: Path) -> None:
    named = demo_file.with_name("named.json")
    named.write_text(demo_file.read_text().replace("The Okonjo-Reyes family", "Ñandú 家族"))
    main(["import", str(named), *vault])
    done = _run([*arguments, *(vault if arguments[0] == "list" else [])], stdin="José needs ¿?\n", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    if "--json" in arguments:
        assert json.loads(done.stdout)[0]["name"] == "Ñandú 家族"


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="this system has no device that is always full")
def test_a_passphrase_that_could_not_be_shown_locks_nothing(vault: list[str]) -> None:
    with open("/dev/full", "w") as full:
        done = _run(["passphrase", *vault], stdout=full)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert main(["list", *vault]) == 0


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="this system has no device that is always full")
@pytest.mark.parametrize(
    "arguments", [["schema"], ["exporters", "--json"], ["export", "FILE", "--to", "family-file", "-o", "-"]]
)
def test_output_that_finds_no_room_is_said(arguments: list[str], demo_file: Path) -> None:
    with open("/dev/full", "w") as full:
        done = _run([str(demo_file) if word == "FILE" else word for word in arguments], stdout=full)
    assert done.returncode == 1
    assert done.stderr.startswith("What was asked for could not be printed")
    assert done.stderr.count("\n") == 1


def test_a_passphrase_is_not_asked_for_where_it_would_be_seen(vault: list[str]) -> None:
    done = _run(["list", *vault[:2]])
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1


@dataclass(frozen=True)
class Ended:
    """How a command ended in a process of its own."""

    returncode: int
    stdout: str
    stderr: str


def _run(arguments: list[str], stdin: str = "", stdout: Any = subprocess.PIPE, **settings: str) -> Ended:
    """One command in a process that has no terminal."""
    done = subprocess.run(
        [sys.executable, "-m", "teammeet", *arguments],
        input=stdin.encode(),
        stdout=stdout,
        stderr=subprocess.PIPE,
        start_new_session=True,
        env={**os.environ, "LANG": "C.UTF-8", **settings},
        check=False,
    )
    return Ended(done.returncode, (done.stdout or b"").decode(), done.stderr.decode())


def test_an_export_is_noted_with_its_reader_before_anybody_gets_it(vault: list[str], demo_file: Path, tmp_path: Path) -> None:
    main(["import", str(demo_file), *vault])
    taken = tmp_path / "taken.json"
    taken.write_text("")
    assert main(["export", "F-VSPC", "--to", "family-file", "--for", "person:school", "-o", str(taken), *vault]) == 1
    assert main(["export", "F-VSPC", "--to", "family-file", "--for", "Mari Reyes", "-o", str(taken), *vault]) == 1
    with Vault.open(Path(vault[1]), WORDS) as opened:
        (family_id,) = opened.journal.families()
        (line,) = opened.journal.access_log(family_id)
        assert line.what.startswith("export family-file for person:school, sha256 ")


def test_a_map_from_the_vault_keeps_its_places_by_reader(vault: list[str], demo_file: Path, tmp_path: Path) -> None:
    """Two exports with a support added between: nothing else moves far, and another reader's map knows nothing of it."""
    assert main(["import", str(demo_file), *vault]) == 0
    first, second, other = tmp_path / "1.svg", tmp_path / "2.svg", tmp_path / "3.svg"
    asked = ["export", "F-VSPC", "--to", "ecomap-svg", *vault]
    assert main([*asked, "-o", str(first)]) == 0
    with closing(Desk.unlock(Path(vault[1]), WORDS)) as desk:
        family_id = desk.id_of("F-VSPC")
        kept = desk.map_places(family_id, "team")
        desk.change(family_id, [put(Support(id="new", name="Cousin Aurelio", kind="natural", domain="family"))])
    assert main([*asked, "-o", str(second)]) == 0
    moved, diagonal = _moved(first.read_text(), second.read_text())
    assert len(moved) >= 10
    assert sum(moved) / len(moved) <= 0.005 * diagonal
    with closing(Desk.unlock(Path(vault[1]), WORDS)) as desk:
        assert set(kept) == set(desk.map_places(family_id, "team"))
        assert kept != desk.map_places(family_id, "team")
        assert "Aurelio" not in json.dumps(dict(desk.map_places(family_id, "team")))
        assert not desk.map_places(family_id, "agency")
    assert main([*asked, "--for", "agency", "-o", str(other)]) == 0
    fresh = tmp_path / "fresh.svg"
    assert (
        main(["export", "F-VSPC", "--to", "family-file", "-o", str(tmp_path / "now.json"), "--for", "facilitator", *vault]) == 0
    )
    assert main(["export", str(tmp_path / "now.json"), "--to", "ecomap-svg", "--for", "agency", "-o", str(fresh)]) == 0
    assert other.read_bytes() == fresh.read_bytes()


def _moved(before: str, after: str) -> tuple[list[float], float]:
    """How far each support moved, as seen from the middle of the household, and the diagonal of the first map."""
    places, size = [], re.findall(r'viewBox="0 0 (\S+) (\S+)"', before)[0]
    for svg in (before, after):
        x, y = (float(number) for number in re.findall(r'<ellipse cx="(\S+)" cy="(\S+)"', svg)[0])
        supports = re.findall(r'<g class="support.*?<title>(.*?)</title>.*?<tspan x="(\S+)" y="(\S+)"', svg)
        places.append({name: (float(left) - x, float(top) - y) for name, left, top in supports})
    old, new = places
    return [math.dist(old[name], new[name]) for name in old], math.hypot(*map(float, size))


def test_a_passphrase_from_a_file_opens_the_screens_too_but_not_after_a_lock(
    vault: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[str] = []

    def run(_path: Path, *, passphrase: str, **_: object) -> int:
        given.append(passphrase)
        return 0

    monkeypatch.setattr("teammeet.cli.program.need_a_terminal", lambda: None)
    monkeypatch.setattr("teammeet.tui.start.make_ready", lambda: None)
    monkeypatch.setattr("teammeet.tui.start.run", run)
    monkeypatch.delenv("TEAMMEET_LOCKED", raising=False)
    elsewhere = ["--store", str(tmp_path / "none.vault"), *vault[2:]]
    for words, locked in ((vault, ""), (elsewhere, ""), (vault, "1")):
        if locked:
            monkeypatch.setenv("TEAMMEET_LOCKED", locked)
        with pytest.raises(SystemExit):
            main(words)
    assert given == [WORDS, "", ""]


def test_a_language_that_is_asked_for_in_plain_lines_holds_for_that_run_alone(
    vault: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    for options, welcome in ((["--language", "es"], "líneas simples"), ([], "plain lines")):
        monkeypatch.setattr(sys, "stdin", StringIO("/new Diaz family\n/quit\n"))
        with pytest.raises(SystemExit) as ended:
            main(["--plain", *options, *vault])
        assert ended.value.code == 0
        assert welcome in capsys.readouterr().out
