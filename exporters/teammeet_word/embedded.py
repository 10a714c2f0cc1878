"""The plan inside the file: the reader's own view as a family file, with its SHA-256, in a custom XML part of the document.

Word and LibreOffice carry such a part along without showing it. It holds nothing that the reader of the copy may not see.
"""

import hashlib
from collections.abc import Mapping
from typing import Final

from teammeet.model.family import Family
from teammeet.model.family_file import FORMAT, VERSION
from teammeet.model.view import View
from teammeet_word.markup import escaped

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


def plan_parts(view: View, language: str) -> dict[str, str]:
    """The parts that carry the plan, by their names in the package; the same view gives the same parts."""
    held = canonical(view)
    digest = hashlib.sha256(held.encode()).hexdigest()
    seen = f'role="{view.role}" on="{view.on.isoformat()}" number="{view.plan_number}" signed="{int(view.signed)}"'
    item = f'<plan xmlns="{NAMESPACE}" sha256="{digest}" language="{language}" {seen}>{escaped(held)}</plan>'
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
    copy_for = "" if view.role == "facilitator" else f',"copy_for":"{view.role}"'
    bare = view.model_copy(update={"editions": tuple(e.model_copy(update={"record_kept": None}) for e in view.editions)})
    shown = bare.model_dump_json(by_alias=True, exclude_defaults=True, include=set(Family.model_fields))
    return f'{{"format":"{FORMAT}","version":{VERSION}{copy_for},{shown[1:]}'
