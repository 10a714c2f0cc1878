"""teammeet import with a plan in Word, as somebody types it."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from tests.word.back.papers import bare, plan, retyped, without
from tests.word.records import demo

from teammeet.cli import main
from teammeet.desk import Desk
from teammeet.model.plan import Need

WORDS = "plum otter lamp river cedar moss"


@pytest.fixture
def vault(tmp_path: Path) -> list[str]:
    path = tmp_path / "families.vault"
    Desk.create(path, WORDS).close()
    (tmp_path / "words").write_text(WORDS + "\n")
    return ["--store", str(path), "--passphrase-file", str(tmp_path / "words")]


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    content = plan(demo())
    changed = retyped(content, {f"{demo().needs[0].id}/words.text": "Somebody who listens"})
    made = {"plan": content, "changed": changed, "bare": bare(changed), "empty": without(content, "customXml/item1.xml")}
    for name, held in made.items():
        (tmp_path / f"{name}.docx").write_bytes(held)
    return {name: tmp_path / f"{name}.docx" for name in made}


class Keyboard(io.StringIO):
    """Somebody who types."""

    def isatty(self) -> bool:
        return True


def need_in(vault: list[str]) -> str:
    desk = Desk.unlock(Path(vault[1]), WORDS)
    try:
        need = desk.open(demo().header.id).get(demo().needs[0].id)
    finally:
        desk.close()
    assert isinstance(need, Need)
    return need.words.text


def listed(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_a_plan_of_a_family_that_is_not_here_comes_in_whole(
    vault: list[str], files: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(files["plan"]), *vault, "--json"]) == 0
    (value,) = listed(capsys)
    assert value["new"]
    assert value["questions"] == []
    assert need_in(vault) == demo().needs[0].words.text


@pytest.mark.parametrize("name", ["changed", "bare"])
def test_what_differs_is_refused_unasked_and_listed_for_programs(
    vault: list[str], files: dict[str, Path], name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(files["plan"]), *vault]) == 0
    capsys.readouterr()
    assert main(["import", str(files[name]), *vault, "--json"]) == 1
    (value,) = listed(capsys)
    assert [(q["path"], q["now"], q["changed"]) for q in value["questions"]] == [("words.text", "Somebody who listens", "file")]
    assert need_in(vault) == demo().needs[0].words.text
    assert main(["import", str(files[name]), *vault, "--accept-changes"]) == 0
    assert need_in(vault) == "Somebody who listens"


@pytest.mark.parametrize(("typed", "expected"), [("t\n", "Somebody who listens"), ("what?\n\n", ""), ("k\n", "")])
def test_at_a_keyboard_each_text_is_asked(
    vault: list[str], files: dict[str, Path], typed: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["import", str(files["plan"]), *vault]) == 0
    monkeypatch.setattr("sys.stdin", Keyboard(typed))
    assert main(["--language", "en", "import", str(files["changed"]), *vault]) == 0
    assert need_in(vault) == (expected or demo().needs[0].words.text)


def test_who_stops_answering_has_changed_nothing(
    vault: list[str], files: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["import", str(files["plan"]), *vault]) == 0
    monkeypatch.setattr("sys.stdin", Keyboard(""))
    assert main(["import", str(files["changed"]), *vault]) == 1
    assert need_in(vault) == demo().needs[0].words.text


def test_a_file_without_a_plan_says_what_to_do(
    vault: list[str], files: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--language", "en", "import", str(files["empty"]), *vault]) == 1
    assert "no plan inside" in capsys.readouterr().err
