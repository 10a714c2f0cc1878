"""Writing a file in lines with more than the usual: compared, large, in two languages, in a form, under a seal."""

from pathlib import Path

import pytest
from tests.line_mode.talk import Talk
from tests.tui.meeting_scenes import TEN

from teammeet_word.seal import locked, new_key, sha256_of, verified

WORDS = "three green doors"


@pytest.fixture
def key(tmp_path: Path) -> Path:
    path = tmp_path / "agency.p12"
    path.write_bytes(locked(new_key("An agency", TEN), WORDS))
    return path


def test_a_large_sealed_plan_in_two_languages_is_known_to_the_vault(demo_talk: Talk, tmp_path: Path, key: Path) -> None:
    out = demo_talk.say("/export word", "", "", "", "", "1, 2, 4", str(key), WORDS, str(tmp_path))
    content = next(tmp_path.glob("plan-*.docx")).read_bytes()
    assert verified(content).holds
    assert [held.code for held in demo_talk.desk.noted_files(sha256_of(content))] == [demo_talk.family.code]
    assert WORDS not in out
    assert demo_talk.desk.settings().key_file == str(key)
    again = demo_talk.say("/export crisis-page", "", "", "", "", "2", "", WORDS, str(tmp_path))
    assert f"Enter takes: {key}" in again
    assert verified(next(tmp_path.glob("crisis-page-*.docx")).read_bytes()).holds


def test_a_wrong_passphrase_and_a_bad_form_are_told_and_nothing_is_written(demo_talk: Talk, tmp_path: Path, key: Path) -> None:
    (tmp_path / "form.docx").write_bytes(b"PK\x03\x04 damaged")
    wrong = demo_talk.say("/export word", "", "", "", "", "4", str(key), "not it", str(tmp_path))
    assert "does not open this key" in wrong
    bad = demo_talk.say("/export word", "", "", "", "", "3", str(tmp_path / "form.docx"), str(tmp_path))
    assert "teammeet form check" in bad
    assert not list(tmp_path.glob("plan-*"))


def test_the_map_in_lines_may_be_compared_with_a_signed_plan(demo_talk: Talk, tmp_path: Path) -> None:
    demo_talk.say("/export ecomap-svg", "", "", "", "", "2", "2", str(tmp_path))
    assert [path.name for path in tmp_path.glob("*.svg")] == [f"ecomap-svg-{demo_talk.family.code}-2-since-1-beside.svg"]


def test_all_copies_may_be_sealed_at_once(demo_talk: Talk, tmp_path: Path, key: Path) -> None:
    demo_talk.say("/sign", "/copies", "1, 2, 3", "2", str(key), WORDS, str(tmp_path), "no")
    found = sorted(path.name.partition("-F")[0] for path in tmp_path.glob("*.docx"))
    assert found == ["crisis-page", "plan", "wallet-card"]
    assert all(verified(path.read_bytes()).holds for path in tmp_path.glob("*.docx"))
