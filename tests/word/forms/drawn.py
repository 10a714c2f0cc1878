"""Forms as an agency would draw them in Word, for the tests: pieces of markup and the package around them."""

import io
import zipfile
from datetime import date as Date
from importlib.resources import files
from typing import Any, Final

from lxml import etree

from teammeet.export import Exported, Options
from teammeet.model.family import Family
from teammeet.model.readers import reader_named
from teammeet_word.exporter import word_language
from teammeet_word.forms.filled import filled

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES: Final = (
    f'xmlns:w="{_W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14 w15"'
)
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPES: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ASIDE: Final = {"settings": "settings.xml", "fontTable": "fontTable.xml", "theme": "theme/theme1.xml"}
"""Parts without which a checker takes the file for damaged, by their relations."""
PIXEL: Final = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
TODAY: Final = Date(2031, 5, 14)
SAYS_NOTHING: Final = "Click or tap here to enter text."


def control(tag: str, content: str, kind: str = "", *, number: int = 7, more: str = "") -> str:
    """A control around ``content``; ``kind`` is what its properties end with."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{tag}"/><w:tag w:val="{tag}"/><w:id w:val="{number}"/>{more}{kind}</w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def run(said: str = SAYS_NOTHING, look: str = '<w:rStyle w:val="PlaceholderText"/>') -> str:
    """A run, as Word shows a control that is still empty."""
    return f"<w:r><w:rPr>{look}</w:rPr><w:t>{said}</w:t></w:r>"


def field(tag: str, kind: str = "<w:text/>", look: str = '<w:rStyle w:val="PlaceholderText"/>') -> str:
    """A control in a line, still empty."""
    return control(tag, run(look=look), kind, more="<w:showingPlcHdr/>")


def paragraph(*content: str, properties: str = "") -> str:
    """A paragraph."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(content)}</w:p>"


def words(said: str) -> str:
    """Words of the form itself."""
    return f'<w:r><w:t xml:space="preserve">{said}</w:t></w:r>'


def line(label: str, tag: str, kind: str = "<w:text/>") -> str:
    """A label and a control after it."""
    return paragraph(words(f"{label}: "), field(tag, kind))


def repeated(tag: str, content: str) -> str:
    """A repeating section with one item."""
    properties = '<w:sdtPr><w:id w:val="7"/><w15:repeatingSectionItem/></w:sdtPr>'
    item = f"<w:sdt>{properties}<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    return control(tag, item, "<w15:repeatingSection/>")


def box(tag: str) -> str:
    """A check box."""
    kind = (
        '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
    )
    return control(tag, run("\u2610", '<w:rFonts w:ascii="MS Gothic" w:hint="eastAsia"/>'), kind)


def date(tag: str, form: str = "M/d/yyyy") -> str:
    """A date picker."""
    kind = (
        f'<w:date><w:dateFormat w:val="{form}"/><w:lid w:val="en-US"/><w:storeMappedDataAs w:val="dateTime"/>'
        '<w:calendar w:val="gregorian"/></w:date>'
    )
    return control(tag, run("Click to enter a date."), kind, more="<w:showingPlcHdr/>")


def table(*rows: str, columns: int = 2) -> str:
    """A table of rows."""
    grid = '<w:gridCol w:w="3000"/>' * columns
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row(*cells: str, heads: bool = False) -> str:
    """A row of a table; cells are as :func:`cell` or a control around one makes them."""
    return f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if heads else ''}{''.join(cells)}</w:tr>"


def cell(*content: str) -> str:
    """A cell with one paragraph, or with the blocks that are given."""
    inside = "".join(content)
    blocks = inside if inside.startswith(("<w:p>", "<w:sdt><w:sdtPr>BLOCK")) else paragraph(inside)
    return f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{blocks}</w:tc>'


def picture(tag: str, width: int = 3_000_000, height: int = 2_000_000) -> str:
    """A picture control in a line, with a picture of one pixel in it."""
    drawing = (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        '<wp:docPr id="1" name="Picture 1" descr="a grey box"/><wp:cNvGraphicFramePr/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        '<pic:cNvPr id="1" name="Picture 1"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId8"/>'
        '<a:srcRect l="1000"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    return control(tag, drawing, "<w:picture/>")


def form(*body: str, header: str = "", footer: str = "", extra: dict[str, bytes] | None = None) -> bytes:
    """The package around a body, a header and a footer."""
    parts: dict[str, bytes] = {
        "[Content_Types].xml": _types().encode(),
        "_rels/.rels": _relations(
            ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
            ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", f"{_OFFICE}/extended-properties", "docProps/app.xml"),
        ).encode(),
        "docProps/core.xml": _core().encode(),
        "docProps/app.xml": b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        b"<Company>CANARY-COMPANY</Company></Properties>",
        "word/document.xml": _document("".join(body)).encode(),
        "word/_rels/document.xml.rels": _relations(
            ("rId1", f"{_OFFICE}/styles", "styles.xml"),
            ("rId5", f"{_OFFICE}/header", "header1.xml"),
            ("rId6", f"{_OFFICE}/footer", "footer1.xml"),
            ("rId8", f"{_OFFICE}/image", "media/image1.png"),
            *((f"rId1{place}", f"{_OFFICE}/{name}", target) for place, (name, target) in enumerate(_ASIDE.items())),
        ).encode(),
        "word/styles.xml": _styles().encode(),
        "word/header1.xml": f"<w:hdr {NAMESPACES}>{header or paragraph()}</w:hdr>".encode(),
        "word/footer1.xml": f"<w:ftr {NAMESPACES}>{footer or paragraph()}</w:ftr>".encode(),
        "word/media/image1.png": PIXEL,
        **{f"word/{target}": _of_our_template(target) for target in _ASIDE.values()},
    }
    return zipped(parts | (extra or {}))


def zipped(parts: dict[str, bytes]) -> bytes:
    """Parts as a zip."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()


def fill(family: Family, form: bytes, reader: str = "facilitator", language: str = "en", **options: Any) -> Exported:
    """The form filled for a reader of the family."""
    view = family.seen_by(reader_named(family, reader, TODAY))
    return filled(view, language, Options(today=TODAY, form=form, **options), word_language(language))


def said(exported: Exported, part: str = "word/document.xml") -> str:
    """The text of a filled part, its paragraphs and cells as lines."""
    return "\n".join(
        "".join(_letters(element) for element in paragraph.iter())
        for paragraph in etree.fromstring(parts_of(exported.content)[part]).iter(f"{{{_W}}}p")
    )


def _letters(element: etree._Element) -> str:
    names = {f"{{{_W}}}br": "/", f"{{{_W}}}tab": " "}
    return element.text or "" if element.tag == f"{{{_W}}}t" else names.get(str(element.tag), "")


def parts_of(content: bytes) -> dict[str, bytes]:
    """The parts of a finished file."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _of_our_template(target: str) -> bytes:
    return files("teammeet_word").joinpath("template", "word", *target.split("/")).read_bytes()


def _document(body: str) -> str:
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:footerReference w:type="default" r:id="rId6"/>'
        '<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" '
        'w:footer="720" w:gutter="0"/></w:sectPr>'
    )
    return f"<w:document {NAMESPACES}><w:body>{body}{section}</w:body></w:document>"


def _styles() -> str:
    return (
        f'<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'
        '<w:sz w:val="22"/><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/>'
        '<w:rPr><w:color w:val="666666"/></w:rPr></w:style></w:styles>'
    )


def _core() -> str:
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>CANARY-TITLE</dc:title><dc:creator>CANARY-AUTHOR</dc:creator>'
        "</cp:coreProperties>"
    )


def _relations(*arrows: tuple[str, str, str]) -> str:
    said = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in arrows)
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{said}</Relationships>'


def _types() -> str:
    overrides = {
        "word/document.xml": f"{_TYPES}.document.main+xml",
        "word/styles.xml": f"{_TYPES}.styles+xml",
        "word/header1.xml": f"{_TYPES}.header+xml",
        "word/footer1.xml": f"{_TYPES}.footer+xml",
        "word/settings.xml": f"{_TYPES}.settings+xml",
        "word/fontTable.xml": f"{_TYPES}.fontTable+xml",
        "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    said = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f"{said}</Types>"
    )
