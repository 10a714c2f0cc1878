"""Files in which roles stand for names: no name in any byte of any of them, nor in what is said and written down of them."""

import io
import json
import re
import zipfile
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from tests.model.named import canary_family, canary_view, said_in

from teammeet.cli import main
from teammeet.desk import Desk
from teammeet.export import BUILT_IN, Options, exporter_named, exporters, file_name
from teammeet.messages import text
from teammeet.model.codes import code_of
from teammeet.model.family_file import write_family
from teammeet.model.roles import both_in_roles, with_roles
from teammeet.model.view import View
from teammeet.store.vault import Vault

DAY: Final = date(2026, 3, 2)
WORDS: Final = "plum otter lamp river cedar moss"


def everything_in(content: bytes) -> str:
    """All text of a file: of each part of a package, with and without its markup."""
    parts = [content]
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = [*(name.encode() for name in package.namelist()), *map(package.read, package.namelist())]
    texts = [part.decode("utf-8", "replace") for part in parts]
    return "\n".join([*texts, *(re.sub(r"<[^>]*>", "", one) for one in texts)])


def _options(name: str, view: View) -> Options:
    """What an exporter is asked for: the one that only marks changes is given a moment before."""
    return Options(today=DAY, before=view if name == "word-changes" else None)


@pytest.mark.parametrize(("reader", "language"), [("facilitator", "en"), ("person:zid-people", "es")])
@pytest.mark.parametrize("name", BUILT_IN)
def test_no_exporter_names_anybody(name: str, reader: str, language: str) -> None:
    view, names = canary_view(reader)
    made, exporter = with_roles(view, language), exporter_named(name)
    exported = exporter.write(made, language, _options(name, made))
    told = "\n".join((everything_in(exported.content), file_name(exporter, made, language), *exported.remarks))
    assert said_in(told, (*names, view.code, view.digest, view.digest_code, "ab" * 32)) == []
    assert said_in(everything_in(exporter.write(view, language, _options(name, view)).content), names) or name == "rating-sheet"


def test_the_file_says_that_roles_stand_for_names_and_is_called_so() -> None:
    view = with_roles(canary_view("facilitator")[0], "en")
    called = {name: file_name(exporter_named(name), view) for name in ("ecomap-svg", "word", "family-file")}
    assert called == {
        "ecomap-svg": "ecomap-svg-roles-facilitator.svg",
        "word": "plan-roles-facilitator.docx",
        "family-file": "family-file-roles.json",
    }
    for name in set(BUILT_IN) - {"family-file"}:
        written = everything_in(exporter_named(name).write(view, "en", _options(name, view)).content)
        assert text("roles.printed", "en") in written


def test_nobody_signs_a_copy_with_roles() -> None:
    view, _ = canary_view("facilitator")
    written = everything_in(exporter_named("word").write(with_roles(view, "en"), "en", Options(today=DAY)).content)
    for key in ("word.heading.signatures", "signed.statement", "word.heading.outstanding"):
        assert text(key, "en") not in written


@pytest.mark.parametrize("name", [exporter.name for exporter in exporters() if "before" in exporter.heeds])
@pytest.mark.parametrize("beside", [False, True])
def test_two_moments_name_nobody_either(name: str, beside: bool) -> None:
    view, names = canary_view("facilitator")
    support = view.supports[0].changed(name="Quexavell", organisation="Brankovine")
    before = view.model_copy(update={"supports": (support, support.changed(id="gone", name="Tildorane"))})
    now, then = both_in_roles(view, before, "en")
    options = Options(today=DAY, before=then, beside=beside, moments=("plan 1", "now"))
    told = everything_in(exporter_named(name).write(now, "en", options).content)
    assert said_in(told, (*names, "Quexavell", "Brankovine", "Tildorane")) == []
    assert text("roles.printed", "en") in told


def test_the_command_names_nobody_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    family, names = canary_family()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "family.json").write_text(write_family(family))
    (tmp_path / "words").write_text(WORDS)
    Desk.create(tmp_path / "v.vault", WORDS).close()
    vault = ["--store", "v.vault", "--passphrase-file", "words"]
    assert main(["import", "family.json", *vault]) == 0
    capsys.readouterr()
    asked = ["export", family.code, "--to", "ecomap-svg", "--for", "person:zid-people", "--roles", "--json", *vault]
    assert main([*asked, "--language", "es"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["file"] == "ecomap-svg-roles-family-es.svg"
    assert text("roles.read-first", "es") in said.err
    written = (tmp_path / "ecomap-svg-roles-family-es.svg").read_text()
    assert said_in(f"{said.out}{said.err}{written}", (*names, family.code, code_of("zid-people"))) == []
    with Vault.open(tmp_path / "v.vault", WORDS) as opened:
        (line,) = opened.journal.access_log("zid-family")
        assert line.what.startswith("export ecomap-svg for person:zid-people with roles, in es, sha256 ")
    with closing(Desk.unlock(tmp_path / "v.vault", WORDS)) as desk:  # a map with roles moves nothing on the reader's own
        assert not desk.map_places("zid-family", "person:zid-people")
