"""Words wider than any line and strings that break programs, in every field of a record.

The slow part sets every document in LibreOffice, with so much memory and no more, and is run by name:

    python -m pytest -n0 -m slow tests/word/test_long_words.py
"""

import json
import random
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from tests.hostile import FIT

from teammeet.errors import TeammeetError
from teammeet.export import Options, exporters, made
from teammeet.model.family import Family, put
from teammeet.model.family_file import read_family, write_family
from teammeet.model.plan import Worry
from teammeet.model.readers import reader_named
from teammeet.model.values import Words
from teammeet.text import NAME_LIMIT

from .accessibility import W, package_of, said, text_of
from .conftest import Write
from .every_document import former, layouts
from .records import TODAY, demo, full

LONG: Final = {
    "letters": "M" * NAME_LIMIT,
    "dots": "." * NAME_LIMIT,
    "Arabic": "مريم" * 100,
    "accents": "q\u0323\u0301\u0308\u0302" * 80,
    "both ways": "aم" * 200,
    "no-break spaces": "a\u00a0" * 200,
    "emoji": "👩\u200d👧\u200d👦" * 60,
}
"""Words that nothing breaks."""
STRINGS: Final = {**FIT, **LONG}
MEMORY: Final = 4_000_000_000
"""So many bytes LibreOffice may ask for: it took 23 GB for a plan of a few pages before it was stopped."""


@pytest.mark.parametrize(("words", "room"), [("M" * 70, True), ("." * 70, True), ("مريم" * 20, True), ("Nights alone", False)])
def test_only_a_long_word_at_the_sign_of_a_list_has_a_blank_before_its_control(write: Write, words: str, room: bool) -> None:
    content = write(demo().with_edits([put(Worry(id="worry", words=Words(text=words)))]))
    entry = next(
        p for p in package_of(content).paragraphs if any(tag.get(f"{W}val") == "worry/words.text" for tag in p.iter(f"{W}tag"))
    )
    first = next(iter(entry.iter(f"{W}t")))
    assert (first.text == " ", words in text_of(entry)) == (room, True)


def test_a_table_that_is_stacked_in_one_language_only_is_told_in_both(write: Write) -> None:
    heard = {name: ("W" * 18,) for name in ("triggers", "early_signs", "what_helps", "what_makes_it_worse")}
    family = demo().with_edits([put(plan.changed(**heard)) for plan in demo().crisis_plans])
    assert "Español" in said(write(family, options=Options(today=TODAY, second="es"))).split("\n")


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice (soffice)")
@pytest.mark.parametrize("which", [*LONG, 1, 2, 3, 4])
def test_libreoffice_sets_every_document_of_such_a_record(which: str | int, tmp_path: Path) -> None:
    paths = []
    for name, content in _documents(_record(which)):
        paths.append(tmp_path / f"{name}.docx")
        paths[-1].write_bytes(content)
    _set(paths, tmp_path)
    left = [path for path in paths if not path.with_suffix(".pdf").exists()]
    for path in left:  # one that is never done keeps others from their turn
        _set([path], tmp_path)
    assert [path.stem for path in left if not path.with_suffix(".pdf").exists()] == []


def _record(which: str | int) -> Family:
    """A record with one string in every field of text, or with any by chance."""
    family, marks = full()
    chance, text = random.Random(which), write_family(family)
    for mark in marks:
        text = text.replace(
            mark, json.dumps(LONG[which] if isinstance(which, str) else chance.choice([*STRINGS.values()]))[1:-1]
        )
    return read_family(text.encode())


def _documents(family: Family) -> Iterator[tuple[str, bytes]]:
    for exporter in exporters():
        for layout, languages in layouts().items():
            for language, options in languages.items():
                if exporter.suffix != "docx" or not options.asked <= exporter.heeds:
                    continue
                then = former(family)
                try:
                    before = then.seen_by(reader_named(then, exporter.reader, TODAY)) if "before" in exporter.heeds else None
                    view = family.seen_by(reader_named(family, exporter.reader, TODAY))
                    content = made(exporter, view, language, replace(options, before=before)).content
                except TeammeetError:  # no such reader, nothing to compare with, nothing to put on a card: it says so
                    continue
                yield f"{exporter.name}-{layout}-{language}", content


def _set(files: list[Path], folder: Path) -> None:
    """What LibreOffice sets as pages, beside the files; it may neither take the machine's memory nor its time."""
    asked = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    limited = ["prlimit", f"--as={MEMORY}", "timeout", "-k", "2", str(60 + 4 * len(files)), *asked, "--outdir", str(folder)]
    subprocess.run([*limited, *map(str, files)], check=False, capture_output=True)
