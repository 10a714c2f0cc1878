"""A form that was filled for others by hand, talked about, and then emptied as far as its makers saw."""

from typing import Final

from tests.word.forms import drawn as form

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPES: Final = "application/vnd.openxmlformats-officedocument"
_STORE: Final = "{11111111-1111-1111-1111-111111111111}"
_KINDS: Final = {
    "word/comments.xml": "wordprocessingml.comments",
    "word/people.xml": "wordprocessingml.people",
    "customXml/itemProps1.xml": "customXmlProperties",
    "docProps/custom.xml": "custom-properties",
    "word/glossary/document.xml": "wordprocessingml.document.glossary",
    "word/glossary/header1.xml": "wordprocessingml.header",
    "word/footer9.xml": "wordprocessingml.footer",
    "word/footnotes.xml": "wordprocessingml.footnotes",
}
_ARROWS: Final = {"comments": "comments.xml", "people": "people.xml", "customXml": "../customXml/item1.xml"} | {
    "glossaryDocument": "glossary/document.xml",
    "footnotes": "footnotes.xml",
}
_HIDDEN: Final = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>CANARY-H</w:t></w:r>"
_STYLES: Final = {"Gone": ("character", ""), "GoneP": ("paragraph", ""), "GoneQ": ("paragraph", '<w:basedOn w:val="GoneP"/>')}
_BY: Final = 'w:author="CANARY-B"'


def used_before(*more: str) -> bytes:
    """The form; every word of it that nobody sees on the page begins with ``CANARY``."""
    parts = form.parts_of(styled(*more, *_body()))
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{_TYPES}.{kind}+xml"/>' for name, kind in _KINDS.items())
    arrows = "".join(_arrow(f"m{kind}", kind, target) for kind, target in _ARROWS.items())
    variables = '<w:docVars><w:docVar w:name="a" w:val="CANARY-V"/></w:docVars>'
    for name, ending, put_in in (
        ("[Content_Types].xml", "</Types>", overrides),
        ("_rels/.rels", "</Relationships>", _arrow("mProperties", "custom-properties", "docProps/custom.xml")),
        ("word/settings.xml", "</w:settings>", variables),
        ("word/_rels/document.xml.rels", "</Relationships>", arrows),
    ):
        parts[name] = parts[name].replace(ending.encode(), f"{put_in}{ending}".encode())
    return form.zipped(parts | {name: part.encode() for name, part in _aside().items()})


def styled(*body: str) -> bytes:
    """A form with styles that hide what is written in them."""
    parts = form.parts_of(form.form(*body))
    styles = "".join(_style(name, *kind) for name, kind in _STYLES.items())
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b"</w:styles>", f"{styles}</w:styles>".encode())
    return form.zipped(parts)


def _body() -> list[str]:
    deleted = f'<w:del w:id="4" {_BY}><w:r><w:delText>CANARY-D</w:delText></w:r></w:del>'
    chosen = '<w:comboBox w:lastValue="CANARY-L"><w:listItem w:displayText="a" w:value="b"/></w:comboBox>'
    bound = f'<w:dataBinding w:xpath="/a" w:storeItemID="{_STORE}"/><w:text/>'
    row = form.row(form.cell(form.words("CANARY-R")))
    row = row.replace("<w:tr>", f'<w:tr><w:trPr><w:del w:id="5" {_BY}/></w:trPr>')
    return [
        form.paragraph('<w:commentRangeStart w:id="0"/>', form.words("A"), '<w:r><w:commentReference w:id="0"/></w:r>'),
        form.paragraph(deleted, f'<w:ins w:id="3" {_BY}>{form.words("B")}</w:ins>'),
        form.paragraph(deleted, properties=f'<w:rPr><w:del w:id="6" {_BY}/></w:rPr>'),
        form.paragraph(_HIDDEN, form.words("C"), properties=f'<w:pPrChange w:id="7" {_BY}><w:pPr/></w:pPrChange>'),
        form.table(form.row(form.cell(form.words("D"))), row, columns=1),
        form.table(row, columns=1),
        form.paragraph(form.control("child.name", _HIDDEN + form.run("CANARY-E"), bound)),
        form.paragraph(form.control("home.phone", form.run("CANARY-F"), chosen)),
        form.paragraph(_hidden('<w:footnoteReference w:id="2"/>'), '<w:r><w:footnoteReference w:id="3"/></w:r>'),
        *hidden_otherwise().values(),
        form.paragraph(form.control("vision", form.run("CANARY-W", "<w:vanish/>"))),
        form.paragraph(form.picture("map").replace('name="Picture 1"', 'name="CANARY-P"')),
    ]


def hidden_otherwise() -> dict[str, str]:
    """What nobody sees, by how it is hidden, each in a paragraph."""
    entry = '<w:fldSimple w:instr=" XE &quot;CANARY-x&quot; "/>'
    code = ["<w:instrText> T</w:instrText>", '<w:instrText>C "CANARY-y" </w:instrText>']
    shown = '<w:fldChar w:fldCharType="separate"/>', "<w:t>CANARY-z</w:t>"
    return {
        "style": form.paragraph(form.run("CANARY-r", '<w:rStyle w:val="Gone"/>')),
        "paragraph style": form.paragraph(form.words("CANARY-p"), properties='<w:pStyle w:val="GoneQ"/>'),
        "beside the end of a page": form.paragraph(_hidden("<w:lastRenderedPageBreak/><w:t>CANARY-b</w:t>")),
        "special": form.paragraph(form.run("CANARY-s", "<w:specVanish/>")),
        "entry": form.paragraph(entry),
        "entry in runs": form.paragraph(*_field(*(f"<w:r>{each}</w:r>" for each in code))),
        "field": form.paragraph(*map(_hidden, _field('<w:instrText> IF 1=1 "CANARY-i" </w:instrText>', *shown, run="{}"))),
        "half a field": form.paragraph(_hidden('<w:fldChar w:fldCharType="begin"/><w:instrText> PAGE CANARY-h</w:instrText>')),
    }


def _field(*inside: str, run: str = "<w:r>{}</w:r>") -> list[str]:
    begin, end = (run.format(f'<w:fldChar w:fldCharType="{mark}"/>') for mark in ("begin", "end"))
    return [begin, *inside, end]


def _hidden(inside: str) -> str:
    return f"<w:r><w:rPr><w:vanish/></w:rPr>{inside}</w:r>"


def _style(name: str, kind: str, based_on: str) -> str:
    look = "" if based_on else "<w:rPr><w:vanish/></w:rPr>"
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{based_on}{look}</w:style>'


def _aside() -> dict[str, str]:
    said = f'<w:comment w:id="0" w:author="CANARY-A"><w:p>{form.words("CANARY-C")}</w:p></w:comment>'
    block = f'<w:p xmlns:w="{form._W}">{form.words("CANARY-G")}</w:p>'
    to_store = _arrow("r", "customXmlProps", "itemProps1.xml")
    return {
        "word/comments.xml": f'<w:comments xmlns:w="{form._W}">{said}</w:comments>',
        "word/people.xml": '<p author="CANARY-A"/>',
        "word/glossary/document.xml": f"<glossaryDocument>{block}</glossaryDocument>",
        "word/glossary/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{_arrow('r', 'header', 'header1.xml')}</Relationships>",
        "word/glossary/header1.xml": f'<w:hdr xmlns:w="{form._W}">{block}</w:hdr>',
        "word/footnotes.xml": f'<w:footnotes xmlns:w="{form._W}"><w:footnote w:id="2">{block}</w:footnote><w:footnote w:id="3">'
        f"{block.replace('CANARY', 'SEEN')}</w:footnote></w:footnotes>",
        "word/footer9.xml": f'<w:ftr xmlns:w="{form._W}">{block}</w:ftr>',
        "customXml/item1.xml": "<a>CANARY-S</a>",
        "customXml/itemProps1.xml": f'<i:datastoreItem i:itemID="{_STORE}" xmlns:i="{_OFFICE}/customXml"/>',
        "customXml/_rels/item1.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{to_store}</Relationships>',
        "docProps/custom.xml": f'<Properties xmlns="{_OFFICE}/custom-properties"><property name="Client">CANARY-Q</property>'
        "</Properties>",
    }


def _arrow(name: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{name}" Type="{_OFFICE}/relationships/{kind}" Target="{target}"/>'
