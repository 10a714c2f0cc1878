"""Keys, sealed exports and ``verify`` as somebody types them."""

import getpass
import hashlib
import json
import stat
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from teammeet.cli import main
from teammeet.store.vault import Vault
from teammeet_word.seal import read_key, sealing

from .conftest import WORDS

KEY_WORDS = "heron salt"
NAME = "Riverbend Family Partnership"


@pytest.fixture
def key(tmp_path: Path) -> list[str]:
    (tmp_path / "key-words").write_text(KEY_WORDS + "\n")
    words = ["--key-passphrase-file", str(tmp_path / "key-words")]
    assert main(["key", "new", "-o", str(tmp_path / "key.p12"), "--name", NAME, *words]) == 0
    return ["--seal", str(tmp_path / "key.p12"), *words]


def sealed_from_file(demo_file: Path, key: list[str], to: str = "crisis-page") -> Path:
    out = demo_file.with_name(f"{to}.docx")
    assert main(["export", str(demo_file), "--to", to, "-o", str(out), *key]) == 0
    return out


def printed(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out.splitlines()[-1])


def typed(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Whoever is asked at the keyboard answers so; the questions."""
    questions: list[str] = []
    left: Iterator[str] = iter(answers)

    def answer(question: str) -> str:
        questions.append(question)
        return next(left)

    monkeypatch.setattr(getpass, "getpass", answer)
    return questions


# Keys


def test_a_new_key_is_private_and_says_how_to_keep_it(
    tmp_path: Path, key: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "new.p12"
    assert main(["key", "new", "-o", str(path), "--name", NAME, *key[2:]]) == 0
    said = capsys.readouterr().out
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    found = read_key(path.read_bytes(), KEY_WORDS)
    assert found.name == NAME
    for told in (NAME, "keep a copy", "a day early", found.fingerprint, str(found.certificate.not_valid_after_utc.date())):
        assert told in said
    assert KEY_WORDS not in said


def test_a_key_is_never_written_over(tmp_path: Path, key: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    before = (tmp_path / "key.p12").read_bytes()
    assert main(["key", "new", "-o", str(tmp_path / "key.p12"), *key[2:]]) == 1
    assert (tmp_path / "key.p12").read_bytes() == before
    assert "already" in capsys.readouterr().err


def test_the_passphrase_of_a_new_key_is_asked_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "typed.p12"
    questions = typed(monkeypatch, "one", "other")
    assert main(["key", "new", "-o", str(path)]) == 1
    assert len(questions) == 2
    assert not path.exists()
    typed(monkeypatch, "one", "one")
    assert main(["key", "new", "-o", str(path)]) == 0
    assert read_key(path.read_bytes(), "one").name == "teammeet (no name given)"


@pytest.mark.parametrize("answers", [("",), ()])
def test_without_a_passphrase_no_key_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answers: tuple[str, ...]) -> None:
    def nobody(_: str) -> str:
        raise EOFError

    if answers:
        typed(monkeypatch, *answers)
    else:
        monkeypatch.setattr(getpass, "getpass", nobody)
    assert main(["key", "new", "-o", str(tmp_path / "none.p12")]) == 1
    assert not (tmp_path / "none.p12").exists()


def test_a_name_that_no_certificate_can_hold_is_refused(
    tmp_path: Path, key: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("x" * 65, "a\x1b[31m"):
        assert main(["key", "new", "-o", str(tmp_path / "other.p12"), "--name", name, *key[2:]]) == 1
        assert "\x1b" not in capsys.readouterr().err
    assert not (tmp_path / "other.p12").exists()


# Export


def test_an_export_from_a_file_says_that_no_vault_knows_it(
    demo_file: Path, key: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    sealed_from_file(demo_file, key)
    assert "no vault knows" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("file", "words", "told"),
    [
        ("key.p12", "wrong", "does not open this key"),
        ("key.p12", "", "passphrase"),
        ("demo.json", KEY_WORDS, "not a key file"),
        ("nothing.p12", KEY_WORDS, "file"),
    ],
)
def test_a_key_that_cannot_be_used_writes_nothing(
    tmp_path: Path, demo_file: Path, key: list[str], file: str, words: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "other-words").write_text(words)
    out, asked = tmp_path / "out.docx", ["--seal", str(tmp_path / file), "--key-passphrase-file", str(tmp_path / "other-words")]
    assert main(["export", str(demo_file), "--to", "crisis-page", "-o", str(out), *asked]) == 1
    assert told in capsys.readouterr().err
    assert not out.exists()


def test_what_cannot_be_sealed_is_refused_by_name(demo_file: Path, key: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(demo_file), "--to", "ecomap-svg", *key]) == 1
    assert "word" in capsys.readouterr().err


def test_a_sealed_export_is_noted_with_its_sum_and_found_there(
    vault: list[str], demo_file: Path, key: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "page.docx"
    assert main(["import", str(demo_file), *vault]) == 0
    assert main(["export", "F-VSPC", "--to", "crisis-page", "-o", str(out), *key, *vault]) == 0
    assert "no vault" not in capsys.readouterr().err
    with closing(Vault.open(tmp_path / "families.vault", WORDS)) as opened:
        (family,) = opened.journal.families()
        noted = [line.what for line in opened.journal.access_log(family)]
    assert f"export crisis-page for team, sealed, sha256 {hashlib.sha256(out.read_bytes()).hexdigest()}" in noted
    assert main(["verify", str(out), "--json", *vault]) == 0
    (found,) = printed(capsys)["vault"]
    assert (found["code"], found["chain_holds"]) == ("F-VSPC", True)
    assert main(["verify", str(out), *vault]) == 0
    said = capsys.readouterr().out
    assert "F-VSPC" in said
    assert "teammeet wrote this file" in said


def test_a_copy_that_was_zipped_again_holds_but_no_vault_wrote_it(
    vault: list[str], demo_file: Path, key: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, again = tmp_path / "page.docx", tmp_path / "again.docx"
    main(["import", str(demo_file), *vault])
    main(["export", "F-VSPC", "--to", "crisis-page", "-o", str(out), *key, *vault])
    with zipfile.ZipFile(out) as package, zipfile.ZipFile(again, "w") as other:
        for name in package.namelist():
            other.writestr(name, package.read(name))
    assert main(["verify", str(again)]) == 0
    capsys.readouterr()
    assert main(["verify", str(again), *vault]) == 1
    assert "No export of this very file" in capsys.readouterr().out


def test_a_vault_whose_list_was_changed_proves_nothing(
    vault: list[str], demo_file: Path, key: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "page.docx"
    main(["import", str(demo_file), *vault])
    main(["export", "F-VSPC", "--to", "crisis-page", "-o", str(out), *key, *vault])
    with closing(Vault.open(tmp_path / "families.vault", WORDS)) as opened:
        engine = opened.journal._engine
        with engine.writing():
            engine.rows("update access set actor='nobody'")
    assert main(["verify", str(out), *vault]) == 1
    assert "proves nothing" in capsys.readouterr().out


# Verify


def test_verify_says_what_holds_and_what_it_does_not_prove(
    demo_file: Path, key: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    out = sealed_from_file(demo_file, key)
    capsys.readouterr()
    assert main(["verify", str(out)]) == 0
    said = capsys.readouterr().out
    for told in (
        NAME,
        "Unchanged since it was sealed with the key",
        "does not say that a person signed",
        hashlib.sha256(out.read_bytes()).hexdigest(),
    ):
        assert told in said
    assert main(["--language", "es", "verify", str(out)]) == 0
    assert "Sin cambios desde" in capsys.readouterr().out


def test_verify_names_the_part_that_was_changed(demo_file: Path, key: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    out = sealed_from_file(demo_file, key)
    with zipfile.ZipFile(out) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(out, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part.replace(b"NUMPAGES", b"NUMPAGEX") if "footer" in name else part)
    capsys.readouterr()
    assert main(["verify", str(out)]) == 1
    told = capsys.readouterr()
    assert "word/footer1.xml is not as it was sealed" in told.out
    assert "Do not rely on it" in told.err
    assert main(["verify", str(out), "--json"]) == 1
    value = printed(capsys)
    assert value["holds"] is False
    assert [(fault["kind"], fault["place"]) for fault in value["faults"]] == [("changed", "word/footer1.xml")]


def test_verify_tells_an_unsealed_file_from_one_that_is_no_word_file(
    demo_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = demo_file.with_name("plain.docx")
    assert main(["export", str(demo_file), "--to", "crisis-page", "-o", str(out)]) == 0
    assert main(["verify", str(out)]) == 1
    said = capsys.readouterr()
    assert "This file has no seal." in said.out
    assert "has no seal" in said.err
    assert "not changed" not in said.err
    assert main(["verify", str(demo_file)]) == 1
    assert "not a Word file" in capsys.readouterr().err
    assert main(["verify", str(demo_file.with_name("nothing.docx"))]) == 1


def test_verify_says_who_sealed_only_of_the_key_that_was_given(
    tmp_path: Path, demo_file: Path, key: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    out = sealed_from_file(demo_file, key)
    mine = read_key((tmp_path / "key.p12").read_bytes(), KEY_WORDS).fingerprint
    capsys.readouterr()
    assert main(["verify", str(out)]) == 0
    assert "teammeet wrote" not in capsys.readouterr().out
    assert main(["verify", str(out), "--fingerprint", mine.replace(":", "").lower()]) == 0
    assert "teammeet wrote this file" in capsys.readouterr().out
    assert main(["verify", str(out), "--fingerprint", mine[:-2] + ("00" if mine[-2:] != "00" else "01"), "--json"]) == 1
    said = capsys.readouterr()
    value = json.loads(said.out)
    assert (value["holds"], [fault["kind"] for fault in value["faults"]]) == (False, ["other-key"])
    assert "another key" in said.err
    assert "not changed" not in said.err
    assert main(["verify", str(out), "--fingerprint", "AB:CD"]) == 1
    assert "64" in capsys.readouterr().err


@pytest.mark.parametrize("part", ["word/document.xml", ""])
def test_without_a_seal_that_holds_nothing_good_is_said_of_the_plan_inside(
    demo_file: Path, key: list[str], part: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = demo_file.with_name("plan.docx")
    assert main(["export", str(demo_file), "--to", "word", "-o", str(out), *(key if part else ())]) == 0
    with zipfile.ZipFile(out) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(out, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content.replace(b"Lola", b"Lula") if name == part else content)
    capsys.readouterr()
    assert main(["verify", str(out)]) == 1
    assert "inside the file" not in capsys.readouterr().out
    assert main(["verify", str(out), "--json"]) == 1
    assert printed(capsys)["plan"] == "agrees"


def test_verify_tells_of_the_plan_inside(demo_file: Path, key: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    page, plan = sealed_from_file(demo_file, key), sealed_from_file(demo_file, key, "word")
    told = {}
    for file in (page, plan):
        capsys.readouterr()
        assert main(["verify", str(file), "--json"]) == 0
        told[file] = printed(capsys)["plan"]
    assert told == {page: "none", plan: "agrees"}


def test_a_seal_over_a_plan_that_is_not_what_its_sum_says_is_not_enough(
    demo_file: Path, key: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, forged = tmp_path / "plan.docx", tmp_path / "forged.docx"
    assert main(["export", str(demo_file), "--to", "word", "-o", str(out)]) == 0
    with zipfile.ZipFile(out) as package, zipfile.ZipFile(forged, "w") as other:
        for name in package.namelist():
            part = package.read(name)
            other.writestr(name, part.replace(b"Lola", b"Lula") if name == "customXml/item1.xml" else part)
    seal = sealing((tmp_path / "key.p12").read_bytes(), KEY_WORDS, lambda: datetime.now(UTC))
    forged.write_bytes(seal(forged.read_bytes()))
    assert main(["verify", str(forged), "--json"]) == 1
    value = printed(capsys)
    assert (value["holds"], value["plan"], value["faults"]) == (False, "altered", [])
