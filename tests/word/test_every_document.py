"""Every Word document that there is, in every language, of every kind of record, before every judge. Slow: run it by name.

    python -m pytest -n0 -m slow tests/word/test_every_document.py

``TEAMMEET_FAMILY_FILES`` may name a folder of family files of one's own (``*.json``): they are tried too, and nothing of them
is kept. All that is found is told at once, by what it is.
"""

import json
import re
import shutil
import subprocess
from collections import defaultdict
from pathlib import Path

import pytest
from ooxml_integrity import check
from openxml_audit import OpenXmlValidator

from teammeet.export import Options
from teammeet.model.readers import reader_named
from teammeet_word import plan_of_care, plan_with_changes

from .accessibility import findings
from .every_document import MANY, Document, documents, former, missing, plain, records
from .records import TODAY
from .test_changes import as_all_is_shown

pytestmark = pytest.mark.slow

SOME = 4
"""So many records are compared with a former moment of theirs: the last, those of the folder that was named before ours."""
BATCH = 100
"""So many files LibreOffice gets at once: of many hundreds it leaves some out without a word."""
MOST_PAGES = {"word": MANY, "word-changes": MANY, "what-changed": 4}
"""Pages of a record with 200 needs; every other document is a page or two."""


class Found:
    """All that was found, with the documents in which it was found."""

    def __init__(self) -> None:
        self._where: dict[str, list[str]] = defaultdict(list)

    def add(self, what: object, document: Document) -> None:
        self._where[ascii(what)[:200]].append(document.name)

    def told(self) -> list[str]:
        return sorted(f"{len(names)} x {what}: {', '.join(names[:4])}" for what, names in self._where.items())


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Document]:
    """All of them, written once."""
    folder = tmp_path_factory.mktemp("documents")
    found = {folder / f"{number:05d}.docx": document for number, document in enumerate(documents())}
    for path, document in found.items():
        path.write_bytes(document.content)
    return found


def test_no_judge_finds_anything_in_any_document(written: dict[Path, Document]) -> None:
    found, validator = Found(), OpenXmlValidator()
    for path, document in written.items():
        for what in (*findings(as_all_is_shown(document.content)), *check(path), *validator.validate(path).errors):
            found.add(what, document)
    assert not found.told(), "\n".join(found.told())


def test_every_document_says_what_it_promises_to_say_of_its_record(written: dict[Path, Document]) -> None:
    found = Found()
    for document in written.values():
        for what in missing(document):
            found.add(what, document)
    assert not found.told(), "\n".join(found.told())


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice (soffice)")
def test_libreoffice_shows_all_of_the_text_of_every_document(written: dict[Path, Document]) -> None:
    found = Found()
    converted(list(written), "txt:Text (encoded):UTF8")
    for path, document in written.items():
        text = path.with_suffix(".txt")
        if not text.exists():
            found.add("it does not open", document)
            continue
        shown = plain(text.read_text(encoding="utf-8-sig"))
        for line in document.lines:
            if line not in shown:
                found.add(f"lost: {line[:80]}", document)
    assert not found.told(), "\n".join(found.told())


@pytest.mark.skipif(shutil.which("soffice") is None or shutil.which("pdfinfo") is None, reason="needs LibreOffice, poppler")
def test_a_record_with_200_needs_has_no_more_pages_than_it_must(written: dict[Path, Document]) -> None:
    large = {p: d for p, d in written.items() if (d.record, d.layout, d.language) == ("many", "plain", "en")}
    converted(list(large), "pdf")
    pages = {document.name: _pages(path.with_suffix(".pdf")) for path, document in large.items()}
    most = {document.name: MOST_PAGES.get(document.exporter.name, 2) for document in large.values()}
    assert {name: count for name, count in pages.items() if count > most[name]} == {}


@pytest.mark.skipif(shutil.which("soffice") is None or not Path("/usr/bin/python3").exists(), reason="needs LibreOffice")
def test_accepting_all_changes_gives_the_plan_and_rejecting_them_the_former_one(tmp_path: Path) -> None:
    names = [*records()][-SOME:]
    for name in names:
        families = {"new": records()[name], "old": former(records()[name])}
        views = {which: family.seen_by(reader_named(family, "team", TODAY)) for which, family in families.items()}
        for which, view in views.items():
            (tmp_path / f"{name}-{which}.docx").write_bytes(plan_of_care.write(view, "en", Options(today=TODAY)).content)
        changes = plan_with_changes.write(views["new"], "en", Options(today=TODAY, before=views["old"])).content
        (tmp_path / f"{name}-changes.docx").write_bytes(changes)
    script, files = Path(__file__).with_name("accept_and_reject.py"), map(str, sorted(tmp_path.glob("*.docx")))
    asked = ["/usr/bin/python3", str(script), str(tmp_path / "profile"), *files]
    told = json.loads(subprocess.run(asked, check=True, capture_output=True, timeout=900).stdout)
    for name in names:
        for how, which in (("Accept", "new"), ("Reject", "old")):
            marked, is_so = told[f"{name}-changes.docx"], told[f"{name}-{which}.docx"]["text"]
            became = marked[how] if marked["changes"] else marked["text"]
            assert list(filter(None, map(plain, became))) == list(filter(None, map(plain, is_so))), (name, how)


def converted(files: list[Path], kind: str) -> None:
    """What LibreOffice makes of files, beside them: in batches, then once more one by one what it left out."""
    asked = ["soffice", f"-env:UserInstallation={(files[0].parent / 'profile').as_uri()}", "--headless", "--convert-to", kind]
    asked += ["--outdir", str(files[0].parent)]
    for start in range(0, len(files), BATCH):
        batch = files[start : start + BATCH]
        subprocess.run([*asked, *map(str, batch)], check=False, capture_output=True, timeout=900)
    for path in files:
        if not path.with_suffix(f".{kind.partition(':')[0]}").exists():
            subprocess.run([*asked, str(path)], check=False, capture_output=True, timeout=300)


def _pages(pdf: Path) -> int:
    told = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, text=True).stdout
    return int(re.search(r"Pages:\s+(\d+)", told)[1])  # type: ignore[index]  # pdfinfo always says so
