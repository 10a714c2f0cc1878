"""Every Word document that there is, in every language, of every kind of record, before every judge. Slow: run it by name.

    python -m pytest -m slow tests/word/test_every_document.py

``TEAMMEET_FAMILY_FILES`` may name a folder of family files of one's own (``*.json``): they are tried too, and nothing of them
is kept.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import cycle
from pathlib import Path

import pytest
from ooxml_integrity import check
from openxml_audit import OpenXmlValidator
from tests.hostile import FIT

from teammeet.errors import TeammeetError
from teammeet.export import Exporter, Options, exporters, made
from teammeet.messages import LANGUAGES
from teammeet.model.family import Family, drop, put
from teammeet.model.family_file import read_family, write_family
from teammeet.model.plan import Need, Outcome, Task
from teammeet.model.readers import reader_named
from teammeet.model.values import Words

from .accessibility import findings, package_of, text_of
from .records import TODAY, bare, demo, full

pytestmark = pytest.mark.slow

FOLDER = "TEAMMEET_FAMILY_FILES"
MANY = 200
BATCH = 150
LAYOUTS = {
    "plain": {language: Options(today=TODAY) for language in (*LANGUAGES, "ar", "km")},
    "large": {language: Options(today=TODAY, large=True) for language in ("en", "ar")},
    "beside": {
        "en": Options(today=TODAY, second="es"),
        "es": Options(today=TODAY, second="ar"),
        "he": Options(today=TODAY, second="en"),
    },
}


def hostile() -> Family:
    """A record with a string that breaks programs in every field of text."""
    family, marks = full()
    text = write_family(family)
    said = cycle(value for value in FIT.values() if "\n" not in value and len(value) <= 60)
    for mark in marks:
        text = text.replace(mark, json.dumps(f"{mark[-3:]}{next(said)}")[1:-1])
    return read_family(text.encode())


def many() -> Family:
    """A family with 200 needs, each with an outcome and a task."""
    edits = []
    for number in range(MANY):
        need = Need(id=f"need-{number}", words=Words(text=f"What we need, number {number}"), rank=number + 1)
        outcome = Outcome(id=f"outcome-{number}", needs=(need.id,), words=Words(text=f"It is better by {number}"))
        edits += [need, outcome, Task(id=f"task-{number}", need=need.id, words=Words(text=f"Do it {number} times"))]
    return demo().with_edits(map(put, edits))


@cache
def records() -> dict[str, Family]:
    """Invented records, and those of the folder that was named."""
    ours = {"full": full()[0], "demo": demo(), "bare": bare(), "many": many(), "hostile": hostile()}
    folder = os.environ.get(FOLDER)
    return ours | {path.stem: read_family(path.read_bytes()) for path in sorted(Path(folder or os.devnull).glob("*.json"))}


def word_exporters() -> list[Exporter]:
    return [exporter for exporter in exporters() if exporter.suffix == "docx"]


def documents() -> Iterator[tuple[str, bytes]]:
    """Every document, by a name that says what it is."""
    for exporter in word_exporters():
        for layout, languages in LAYOUTS.items():
            for language, options in languages.items():
                if not options.asked <= exporter.heeds:
                    continue
                for name, family in records().items():
                    try:
                        view = family.seen_by(reader_named(family, exporter.reader, TODAY))
                        content = made(exporter, view, language, _since(exporter, family, options)).content
                    except TeammeetError:  # no such reader, nothing to compare with: it says so
                        continue
                    yield f"{exporter.name}_{layout}_{language}_{name}", content


def _since(exporter: Exporter, family: Family, options: Options) -> Options:
    """With a former moment for those that compare: the record without its first need."""
    if "before" not in exporter.heeds:
        return options
    former = family.with_edits(map(drop, family.needs[:1]))
    return replace(options, before=former.seen_by(reader_named(former, exporter.reader, TODAY)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All of them, written once."""
    made_in = tmp_path_factory.mktemp("documents")
    for name, content in documents():
        (made_in / f"{name}.docx").write_bytes(content)
    return made_in


def test_no_judge_finds_anything_in_any_document(folder: Path) -> None:
    found: dict[str, list[object]] = {}
    for path in sorted(folder.glob("*.docx")):
        here = [*findings(path.read_bytes()), *check(path), *OpenXmlValidator().validate(path).errors]
        if here:
            found[path.name] = [str(finding)[:300] for finding in here[:4]]
    assert found == {}


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice (soffice)")
def test_libreoffice_shows_all_of_the_text_of_every_document(folder: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    asked = ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder)]
    files = sorted(folder.glob("*.docx"))
    for start in range(0, len(files), BATCH):  # of many hundreds at once it leaves some out without a word
        batch = map(str, files[start : start + BATCH])
        subprocess.run([*asked, *batch], check=True, capture_output=True, timeout=900)
    lost: dict[str, list[str]] = {}
    for path in files:
        shown = " ".join(path.with_suffix(".txt").read_text(encoding="utf-8-sig").split())
        said = (" ".join(text_of(paragraph).split()) for paragraph in package_of(path.read_bytes()).paragraphs)
        if gone := [ascii(line[:80]) for line in said if line not in shown]:
            lost[path.name] = gone[:3]
    assert lost == {}
