"""Every Word file that teammeet writes can be sealed, and is as good a file with its seal as without."""

from pathlib import Path

import pytest
from ooxml_integrity import check
from openxml_audit import OpenXmlValidator

from teammeet.demo import family as demo_family
from teammeet.export import Options, exporter_named, exporters, made
from teammeet.model.readers import facilitator
from teammeet_word.seal import Key, sealed, verified

from .conftest import NAME, TODAY
from .tampering import WHEN, parts_of

DOCUMENTS = [exporter.name for exporter in exporters() if exporter.suffix == "docx"]


def test_every_word_file_of_the_house_heeds_the_seal() -> None:
    assert {name for name in DOCUMENTS if "seal" not in exporter_named(name).heeds} == set()
    assert "word" in DOCUMENTS


@pytest.mark.parametrize("name", DOCUMENTS)
def test_it_is_sealed_and_nothing_is_found_against_it(name: str, key: Key, tmp_path: Path) -> None:
    family, exporter = demo_family(TODAY), exporter_named(name)
    view = family.seen_by(facilitator(TODAY))
    before = view.model_copy(update={"needs": view.needs[1:]}) if "before" in exporter.heeds else None
    options = Options(today=TODAY, before=before, seal=lambda content: sealed(content, key, WHEN))
    content = made(exporter, view, "en", options).content
    verdict = verified(content)
    assert (verdict.holds, [seal.name for seal in verdict.seals]) == (True, [NAME])
    (tmp_path / "sealed.docx").write_bytes(content)
    assert OpenXmlValidator().validate(tmp_path / "sealed.docx").errors == []
    assert check(tmp_path / "sealed.docx") == []


def test_a_seal_tells_nothing_of_the_family(sealed_plan: bytes) -> None:
    """The name of the key is all that it adds to what is in the file; here it is nobody's of the family."""
    family = demo_family(TODAY)
    added = b"".join(part for name, part in parts_of(sealed_plan).items() if name.startswith("_xmlsignatures/")).decode()
    for said in (family.header.name, family.code, *(person.used_name for person in family.people)):
        assert said not in added
