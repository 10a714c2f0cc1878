"""What a document with tracked changes says once all of them are accepted or rejected: an own reading, beside LibreOffice's.

It follows ECMA-376 part 1, 17.13.5: a row, a run or the end of a paragraph is put in or struck out; a paragraph whose end
goes is one with the next.
"""

import io
import zipfile

from lxml import etree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def w(name: str) -> str:
    return f"{{{WORD}}}{name}"


def body_of(content: bytes) -> etree._Element:
    """The body of a document."""
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml"))
    body = root.find(w("body"))
    assert body is not None
    return body


def resolved(body: etree._Element, *, accept: bool) -> list[tuple[str, str]]:
    """The style and the text of each paragraph that says something, after accepting or rejecting everything."""
    gone = "del" if accept else "ins"
    assert not body.xpath("//*[local-name()='moveFrom' or local-name()='moveTo' or local-name()='sdt']")
    for row in list(body.iter(w("tr"))):
        if row.find(f"{w('trPr')}/{w(gone)}") is not None:
            _parent(row).remove(row)
    for mark in list(body.iter(w(gone))):
        if _parent(mark).tag not in (w("rPr"), w("trPr")):
            assert mark.getnext() is None or mark.tail is None
            _parent(mark).remove(mark)
    found: list[tuple[str, str]] = []
    carried = ""
    for paragraph in body.iter(w("p")):
        said = carried + _text(paragraph)
        if paragraph.find(f"{w('pPr')}/{w('rPr')}/{w(gone)}") is not None:
            carried = said
            continue
        carried = ""
        found.append((_style(paragraph, accept), said))
    assert not carried, "what is carried over has a paragraph to go to"
    return [(style, said) for style, said in found if said.strip()]


def _style(paragraph: etree._Element, accept: bool) -> str:
    properties = paragraph.find(w("pPr"))
    former = properties.find(f"{w('pPrChange')}/{w('pPr')}") if properties is not None else None
    held = properties if accept or former is None else former
    style = held.find(w("pStyle")) if held is not None else None
    return str(style.get(w("val"))) if style is not None else ""


def _text(paragraph: etree._Element) -> str:
    names = (w("t"), w("delText"), w("br"), w("tab"))
    return "".join({w("br"): "\n", w("tab"): "\t"}.get(str(e.tag), e.text or "") for e in paragraph.iter(*names))


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    assert parent is not None
    return parent
