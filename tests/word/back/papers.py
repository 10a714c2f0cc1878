"""Plans in Word as people change them: with their controls, and without any."""

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Callable, Mapping

from lxml import etree
from tests.word.accessibility import W
from tests.word.records import TODAY

from teammeet.export import Options
from teammeet.model.family import Family
from teammeet.model.readers import reader_named
from teammeet_word import plan_of_care

MAIN = "word/document.xml"
ITEM = "customXml/item1.xml"
_CONTROLS = re.compile(rb"<w:sdt>.*?<w:sdtContent>|</w:sdtContent></w:sdt>", re.DOTALL)


def plan(family: Family, reader: str = "team", language: str = "en", options: Options | None = None) -> bytes:
    """The plan of care for a reader."""
    view = family.seen_by(reader_named(family, reader, TODAY))
    return plan_of_care.write(view, language, options or Options(today=TODAY)).content


def changed(content: bytes, change: Callable[[bytes], bytes], name: str = MAIN) -> bytes:
    """The file with one part changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for entry in old.infolist():
            part = old.read(entry)
            new.writestr(entry, change(part) if entry.filename == name else part)
    return made.getvalue()


def without(content: bytes, *names: str) -> bytes:
    """The file without some of its parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for entry in old.infolist():
            if entry.filename not in names:
                new.writestr(entry, old.read(entry))
    return made.getvalue()


def bare(content: bytes) -> bytes:
    """The file as a program leaves it that drops content controls."""
    return changed(content, lambda part: _CONTROLS.sub(b"", part))


def retyped(content: bytes, texts: Mapping[str, str]) -> bytes:
    """The file with other words in the controls of these tags."""

    def change(part: bytes) -> bytes:
        root = etree.fromstring(part)
        for control in root.iter(f"{W}sdt"):
            mark = control.find(f"{W}sdtPr/{W}tag")
            text = texts.get(mark.get(f"{W}val", "")) if mark is not None else None
            if text is not None:
                first, *others = control.iter(f"{W}t")
                first.text = text
                for other in others:
                    other.text = ""
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    return changed(content, change)


def marked(content: bytes, **marks: str) -> bytes:
    """The file with other marks beside its plan, and with the sum that is right for them: anybody can do so."""

    def change(part: bytes) -> bytes:
        plan = etree.fromstring(part)
        for name, value in marks.items():
            plan.set(name, value)
        beside = sorted((str(name), str(value)) for name, value in plan.attrib.items() if name != "sha256")
        plan.set("sha256", hashlib.sha256(f"{json.dumps(beside, ensure_ascii=False)}\n{plan.text}".encode()).hexdigest())
        return etree.tostring(plan, xml_declaration=True, encoding="UTF-8", standalone=True)

    return changed(content, change, ITEM)


def every_tag(content: bytes) -> list[str]:
    """The tags of all controls, in order."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        root = etree.fromstring(package.read(MAIN))
    return [mark.get(f"{W}val", "") for mark in root.iter(f"{W}tag")]
