"""A plan with everything in it that a Word file may hold, a key, and the plan sealed with it."""

from datetime import date

import pytest

from teammeet.demo import family as demo_family
from teammeet.export import Options
from teammeet.model.readers import facilitator
from teammeet_word import plan_of_care
from teammeet_word.seal import Key, new_key, sealed

from .tampering import LINKS, OFFICE, PACKAGE, ROOT, TYPES, WHEN, parts_of, zipped

NAME = 'Río & <Delgado>, "CFT"'
TODAY = date(2031, 5, 14)


@pytest.fixture(scope="session")
def plan() -> bytes:
    """The demo's plan, with own properties and data of another program added."""
    written = plan_of_care.write(demo_family(TODAY).seen_by(facilitator(TODAY)), "en", Options(today=TODAY)).content
    parts = parts_of(written)
    property_kind = b"application/vnd.openxmlformats-officedocument.custom-properties+xml"
    kind = b'<Override PartName="/docProps/custom.xml" ContentType="' + property_kind + b'"/></Types>'
    parts[TYPES] = parts[TYPES].replace(b"</Types>", kind)
    parts[ROOT] = _linked(parts[ROOT], b"custom-properties", b"docProps/custom.xml")
    parts[LINKS] = _linked(parts[LINKS], b"customXml", b"../customXml/item9.xml")
    parts["docProps/custom.xml"] = (
        b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        b'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        b'<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="version"><vt:lpwstr>1</vt:lpwstr></property>'
        b"</Properties>"
    )
    parts["customXml/item9.xml"] = b"<state>Not started</state>"
    assert PACKAGE in parts[ROOT]
    return zipped(parts)


def _linked(links: bytes, kind: bytes, target: bytes) -> bytes:
    link = b'<Relationship Id="rIdMore" Type="' + OFFICE + b"/" + kind + b'" Target="' + target + b'"/>'
    return links.replace(b"</Relationships>", b"\n  " + link + b"\n</Relationships>")


@pytest.fixture(scope="session")
def key() -> Key:
    return new_key(NAME, WHEN)


@pytest.fixture(scope="session")
def sealed_plan(plan: bytes, key: Key) -> bytes:
    return sealed(plan, key, WHEN)
