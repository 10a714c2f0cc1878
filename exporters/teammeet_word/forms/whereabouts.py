"""Where something stands in a Word file, in words that its maker finds it by: the heading, the table, the row."""

import re
from typing import TYPE_CHECKING, Final

from teammeet.messages import Message
from teammeet.text import mended
from teammeet_word.accessibility.document import Checked, W, rows_of, text_of
from teammeet_word.forms.opening import safe

if TYPE_CHECKING:
    from lxml import etree

_LONGEST: Final = 50
_EDGES: Final = {"header": "header", "footer": "footer", "footnotes": "notes", "endnotes": "notes"}


def place_of(document: Checked, element: "etree._Element | None", part: str) -> Message:
    """The place of an element of ``part``; without one, the part itself. Words of the form are shown as plain text, cut."""
    edge = _EDGES.get(re.sub(r"\d*\.xml$", "", part.rpartition("/")[2]), "")
    if edge:
        return Message(f"formcheck.place.{edge}")
    if element is None or element.getroottree().getroot() is not document.document:
        return Message("formcheck.place.part", {"part": safe(part)}) if part else Message("formcheck.whole-file")
    heading, (table, row) = _heading_above(document, element), _row(document, element)
    values = {"heading": heading, "table": table, "row": row}
    if heading and table:
        return Message("formcheck.place.heading-table", values)
    if table:
        return Message("formcheck.place.table", values)
    return Message("formcheck.place.heading", values) if heading else _paragraph(document, element)


def _heading_above(document: Checked, element: "etree._Element") -> str:
    """What the nearest heading before an element says; its own words if it is one."""
    above = _numbered(document, element)
    for paragraph in reversed(document.paragraphs[: above + 1]):
        if document.level(paragraph) and text_of(paragraph).strip():
            return _shown(text_of(paragraph))
    return ""


def _numbered(document: Checked, element: "etree._Element") -> int:
    """The number, from 0, of the paragraph that an element stands in, begins with, or stands behind."""
    own = element if element.tag == f"{W}p" else next(element.iterancestors(f"{W}p"), element.find(f".//{W}p"))
    if own is None:
        own = next(element.itersiblings(f"{W}p", preceding=True), None)
    return document.paragraphs.index(own) if own is not None else -1


def _row(document: Checked, element: "etree._Element") -> tuple[int, int]:
    """The numbers of the outermost table and of its row, from 1; 0 where there is none."""
    around = [element, *element.iterancestors()]
    tables = [each for each in around if each.tag == f"{W}tbl"]
    if not tables:
        return 0, 0
    rows = list(rows_of(tables[-1]))
    row = next((number for number, each in enumerate(rows, start=1) if each in around), 0)
    inner = element.find(f".//{W}tr") if not row else None
    if inner is not None and inner in rows:
        row = rows.index(inner) + 1
    return document.tables.index(tables[-1]) + 1, row or 1


def _paragraph(document: Checked, element: "etree._Element") -> Message:
    return Message("formcheck.place.paragraph", {"number": max(0, _numbered(document, element)) + 1})


def _shown(said: str) -> str:
    plain = mended(" ".join(said.split()))[0]
    return f"{plain[:_LONGEST]}…" if len(plain) > _LONGEST else plain
