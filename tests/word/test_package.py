"""The file is what it says it is: for those who check packages, and for those who read with their ears."""

from pathlib import Path

import pytest
from ooxml_integrity import check
from openxml_audit import OpenXmlValidator

from teammeet.model.family import Family, put
from teammeet.model.plan import Need
from teammeet.model.values import Words
from teammeet_word.markup import paragraph
from teammeet_word.package import Frame, packaged
from teammeet_word.paper import paper_for

from .accessibility import findings
from .conftest import Write
from .records import TODAY, bare, demo, full


def many_scripts() -> Family:
    """A family whose words run both ways, in several scripts."""
    words = (
        "\u0645\u0627\u064a\u0627 (Maya) 3",
        "\u05d4\u05d9\u05d0 needs \u05e9\u05d9\u05e0\u05d4",
        "\u7389\u8389 \u30de\u30e4",
    )
    family = demo()
    header = family.header.changed(vision=Words(text=words[0], language="ar", verbatim=True))
    return family.with_edits([put(header), *(put(Need(words=Words(text=line))) for line in words)])


FAMILIES = {"full": full()[0], "demo": demo(), "bare": bare(), "many scripts": many_scripts()}


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("reader", ["facilitator", "team", "room"])
@pytest.mark.parametrize("name", FAMILIES)
def test_nothing_is_found_against_accessibility(write: Write, name: str, reader: str, language: str) -> None:
    assert findings(write(FAMILIES[name], reader, language)) == []


@pytest.mark.parametrize("name", FAMILIES)
def test_the_checkers_of_packages_find_nothing(write: Write, name: str, tmp_path: Path) -> None:
    file = tmp_path / "plan.docx"
    file.write_bytes(write(FAMILIES[name]))
    assert OpenXmlValidator().validate(file).errors == []
    assert check(file) == []


def test_python_docx_opens_it(write: Write, tmp_path: Path) -> None:
    import io

    import docx

    opened = docx.Document(io.BytesIO(write(demo(), "team")))
    assert opened.core_properties.title == "Plan of care"
    assert len(opened.inline_shapes) == 1


@pytest.mark.parametrize("hostile", ["\x00", "\x0b", "\x1b[2J", "\x1f", "\ufffe", "\uffff", "\ud83d"])
def test_a_body_with_what_xml_does_not_know_never_leaves(hostile: str) -> None:
    frame = Frame("Plan of care", "en-US", paper_for("en"), TODAY, "")
    with pytest.raises(ValueError, match=r"XML|surrogates"):
        packaged(frame, [paragraph(f"Mia{hostile}")], None)
