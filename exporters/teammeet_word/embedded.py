"""The plan inside the file: the reader's own view as a family file, in a custom XML part of the document.

Word and LibreOffice carry such a part along without showing it. It holds nothing that the reader of the copy may not see.
Its SHA-256, over the plan and all marks beside it, finds damage. It is no seal: whoever has the file can make another.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from teammeet import __version__
from teammeet.errors import FileRefused
from teammeet.model.family_file import FORMAT, VERSION, CopyFor, copy_marks
from teammeet.model.readers import Role
from teammeet.model.view import View
from teammeet_word.markup import escaped

if TYPE_CHECKING:
    from lxml import etree

    from teammeet_word.forms.opening import Package

NAMESPACE: Final = "urn:teammeet:plan:1"
ITEM: Final = "customXml/item1.xml"
PROPERTIES: Final = "customXml/itemProps1.xml"
_ITEM_ID: Final = "{6E1B6F0C-52B2-4D0C-9C1E-7A2C5A9F3B11}"
"""By this number Word knows the part; the same in each document, so that it says nothing of it."""
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
RELATION: Final = f'<Relationship Id="rIdPlan" Target="../{ITEM}" Type="{_OFFICE}/relationships/customXml"/>'
"""How the document refers to the part."""
CONTENT_TYPE: Final = (
    f'<Override PartName="/{PROPERTIES}" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>'
)
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Printed:
    """How the document was written around its plan: it is written so again, in memory, when it is read back."""

    language: str
    today: date
    in_vault: bool = True
    large: bool = False
    is_plain: bool = True
    """Whether it is our own layout; else its text is only found by its controls, or word for word."""
    second: str = ""
    """The language of the second column; empty where there is one."""


@dataclass(frozen=True, slots=True)
class EmbeddedPlan:
    """The plan that a document carries. ``raw`` is a family file."""

    raw: bytes
    copy_for: CopyFor | None
    """The role that the copy is for; ``None`` if nothing is left out."""
    on: date
    number: int
    signed: bool
    reader: str
    """The person or home whose own copy it is, by id; empty for a role's."""
    printed: Printed
    is_of_another_version: bool = False
    """Whether another teammeet wrote it, which may word some lines otherwise."""

    @property
    def role(self) -> Role:
        """Who sees all that is in it."""
        return self.copy_for or "facilitator"


def plan_parts(view: View, printed: Printed) -> dict[str, str]:
    """The parts that carry the plan, by their names in the package; the same view gives the same parts.

    None for a copy with roles in place of names, nor for an extract: what goes to a school or a court is not to be taken back.
    """
    if view.in_roles or view.service is not None:
        return {}
    held = canonical(view)
    said = {
        "on": view.on.isoformat(),
        "number": str(view.plan_number),
        "signed": str(int(view.signed)),
        "language": printed.language,
        "today": printed.today.isoformat(),
        "vault": str(int(printed.in_vault)),
        "large": str(int(printed.large)),
        "plain": str(int(printed.is_plain)),
        "second": printed.second,
        "written_by": __version__,
        "reader": view.reader or "",
    }
    said["sha256"] = _sum(said, held)
    marks = "".join(f' {name}="{value}"' for name, value in said.items())
    item = f'<plan xmlns="{NAMESPACE}"{marks}>{escaped(held)}</plan>'
    properties = (
        f'<ds:datastoreItem xmlns:ds="{_OFFICE}/customXml" ds:itemID="{_ITEM_ID}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        f'Target="itemProps1.xml" Type="{_OFFICE}/relationships/customXmlProps"/></Relationships>'
    )
    return {
        ITEM: _HEAD + item,
        PROPERTIES: _HEAD + properties,
        "customXml/_rels/item1.xml.rels": _HEAD + relations,
    }


def _sum(marks: Mapping[str, str], held: str) -> str:
    """The SHA-256 over every mark by its name, and the plan."""
    beside = json.dumps(sorted(marks.items()), ensure_ascii=False)
    return hashlib.sha256(f"{beside}\n{held}".encode()).hexdigest()


def with_plan(plan: Mapping[str, str], parts: Mapping[str, str | bytes]) -> dict[str, str | bytes]:
    """The parts of ``plan``, and those of a document's package that lead to them, changed."""
    types, relations = "[Content_Types].xml", "word/_rels/document.xml.rels"
    return {
        types: str(parts[types]).replace("</Types>", f"{CONTENT_TYPE}</Types>"),
        relations: str(parts[relations]).replace("</Relationships>", f"{RELATION}</Relationships>"),
        **plan,
    }


def canonical(view: View) -> str:
    """The view as a family file in one line: what is at its default left out, former editions of the plan without content."""
    copy_for = "".join(f',"{name}":"{value}"' for name, value in copy_marks(view).items())
    bare = view.model_copy(update={"editions": tuple(e.model_copy(update={"record_kept": None}) for e in view.editions)})
    editions = bare.model_dump_json(by_alias=True, exclude_defaults=True, include={"editions"})
    shown = ",".join(filter(None, (view.lists_written[1:-1], editions[1:-1])))
    return f'{{"format":"{FORMAT}","version":{VERSION}{copy_for},{shown}}}'


def embedded_plan(package: "Package") -> EmbeddedPlan:
    """The plan inside a document, wherever a program that saved it again has put the part.

    Raises:
        FileRefused: ``plan-not-inside``: the document carries none; ``plan-altered``: it is not as teammeet wrote it.
        DocumentRefused: a part is no XML, or would cost more than a part may.
    """
    names = (name for name in package.xml_names if name.startswith("customXml/"))
    roots = [root for name in names if (root := _plan_in(package, name)) is not None]
    if not roots:
        raise FileRefused("plan-not-inside")
    found = {root.get("sha256", ""): root for root in roots}
    if len(found) > 1:
        raise FileRefused("plan-altered")
    return _read(roots[0])


def _plan_in(package: "Package", name: str) -> "etree._Element | None":
    root = package.xml(name)
    return root if root.tag == f"{{{NAMESPACE}}}plan" else None


def _read(root: "etree._Element") -> EmbeddedPlan:
    from teammeet.model.family_file import read_file

    held = root.text or ""
    marks = {str(name): str(value) for name, value in root.attrib.items()}
    if marks.pop("sha256", "") != _sum(marks, held):
        raise FileRefused("plan-altered")
    raw = held.encode()
    try:
        days = [date.fromisoformat(root.get(name, "")) for name in ("on", "today")]
        number = int(root.get("number", ""))
    except ValueError:
        raise FileRefused("plan-altered") from None
    said = {name: root.get(name) == "1" for name in ("signed", "vault", "large", "plain")}
    languages = root.get("language", ""), root.get("second", "")
    printed = Printed(languages[0], days[1], said["vault"], said["large"], said["plain"], languages[1])
    copy_for = read_file(raw).copy_for
    other = root.get("written_by", "") != __version__
    return EmbeddedPlan(raw, copy_for, days[0], number, said["signed"], root.get("reader", ""), printed, other)
