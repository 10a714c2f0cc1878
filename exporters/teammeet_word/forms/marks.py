"""Names of Word's markup, and how an element of a form becomes text again within what stands around it."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml import etree

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PIC: Final = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
"""The namespace of a file that was saved as "Strict Open XML"."""


def name_of(element: "etree._Element") -> str:
    """The name of an element of Word's own markup; empty for anything else."""
    tag = element.tag
    return tag[len(W) :] if isinstance(tag, str) and tag.startswith(W) else ""


def inner(element: "etree._Element", scope: dict[str | None, str]) -> str:
    """An element as text, to stand where the prefixes of ``scope`` are known: those are not said again."""
    from lxml import etree

    written = etree.tostring(element, encoding="unicode", with_tail=False)
    end = written.index(">")
    head = written[:end]
    for prefix, address in element.nsmap.items():
        if scope.get(prefix) == address:
            name = f"xmlns:{prefix}" if prefix else "xmlns"
            head = head.replace(f' {name}="{address.replace("&", "&amp;")}"', "", 1)
    return head + written[end:]
