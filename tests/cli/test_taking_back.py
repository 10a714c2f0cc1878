"""teammeet import with a plan in Word, as somebody types it."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from tests.word.back.papers import bare, plan, retyped, without
from tests.word.records import TODAY, demo

from teammeet.cli import main
from teammeet.desk import Desk
from teammeet.model.family import put
from teammeet.model.plan import Need, Task
from teammeet.model.sharing import Release
from teammeet.model.supports import TeamMember
from teammeet.model.values import Words

from .conftest import WORDS


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


def test_one_may_go_back_and_stop_and_a_stop_takes_nothing(
    vault: list[str], files: dict[str, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(files["plan"]), *vault]) == 0
    capsys.readouterr()
    for typed, told in (("q\n", "Nothing was taken"), ("b\nt\n", "1 text taken")):
        monkeypatch.setattr("sys.stdin", Keyboard(typed))
        assert main(["--language", "en", "import", str(files["changed"]), *vault]) == 0
        out, err = capsys.readouterr()
        assert told in out + err
        assert "q stops: then nothing is taken" in err
        assert f"Need: {demo().needs[0].words.text[:30]}" in err
    assert need_in(vault) == "Somebody who listens"


def test_a_forged_release_and_a_forged_member_of_the_team_never_come_in(
    vault: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    family = demo()
    forged = [Release(records=("health",), signed_on=TODAY, what="Everything"), TeamMember(who=family.supports[0].id)]
    task = Task(words=Words(text="Ask about the early shift"))
    for name, items in (("first", []), ("forged", [*forged, task])):
        (tmp_path / f"{name}.docx").write_bytes(plan(family.with_edits(map(put, items)), "facilitator"))
        assert main(["--language", "en", "import", str(tmp_path / f"{name}.docx"), *vault, "--accept-changes"]) == 0
    told = capsys.readouterr().err
    for said in ("Release: Everything", "Team member:", "Words: Ask about the early shift", "No seal vouches"):
        assert said in told
    desk = Desk.unlock(Path(vault[1]), WORDS)
    after = desk.open(family.header.id)
    desk.close()
    assert {item.id for item in after.items()}.isdisjoint(item.id for item in forged)
    assert after.get(task.id) == task


def test_a_file_without_a_plan_says_what_to_do(
    vault: list[str], files: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--language", "en", "import", str(files["empty"]), *vault]) == 1
    assert "no plan inside" in capsys.readouterr().err
