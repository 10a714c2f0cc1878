"""Content controls as markup, and the package of a form around them: what ``teammeet form new`` is written with."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from teammeet_word.direction import FROM_THE_LEFT, from_the_right
from teammeet_word.forms.looks import Look
from teammeet_word.markup import escaped
from teammeet_word.package import Frame, packaged
from teammeet_word.paper import EMU, Paper
from teammeet_word.template import PICTURE

_NAMES: Final = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)
_W14: Final = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_W15: Final = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
_W: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MADE: Final = date(2026, 1, 1)
"""The day in a form's properties: always the same, so that the same form has the same bytes."""
_PLACEHOLDER: Final = (
    '<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:semiHidden/>'
    '<w:rPr><w:color w:val="595959"/></w:rPr></w:style></w:styles>'
)
_HEADER: Final = "word/header1.xml"
_HEADER_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_HEADER_KIND: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"


@dataclass(slots=True)
class Maker:
    """Makes controls, each with an id of its own."""

    _last: int = field(default=0, repr=False)

    def text(self, tag: str, title: str, *, kind: str = '<w:text w:multiLine="1"/>') -> str:
        """A control for text, within a paragraph; its title stands in it until it is filled."""
        shown = f'<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>{escaped(title)}</w:t></w:r>'
        return f"<w:sdt>{self._head(tag, title, f'<w:showingPlcHdr/>{kind}')}<w:sdtContent>{shown}</w:sdtContent></w:sdt>"

    def day(self, tag: str, title: str, form: str = "yyyy-MM-dd") -> str:
        """A control for a date, shown as Word's ``form`` says."""
        kind = f'<w:date><w:dateFormat w:val="{escaped(form)}"/><w:storeMappedDataAs w:val="dateTime"/></w:date>'
        return self.text(tag, title, kind=kind)

    def box(self, tag: str, title: str) -> str:
        """A check box."""
        kind = (
            f'<w14:checkbox {_W14}><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
            '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
        )
        return (
            f"<w:sdt>{self._head(tag, title, kind)}<w:sdtContent><w:r><w:rPr>"
            '<w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic"/></w:rPr>'
            "<w:t>\u2610</w:t></w:r></w:sdtContent></w:sdt>"
        )

    def section(self, tag: str, title: str, content: str) -> str:
        """A repeating section around whole paragraphs, tables or rows: ``content`` once for each row of the list."""
        item = f'<w:sdtPr><w:id w:val="{self._number()}"/><w15:repeatingSectionItem {_W15}/></w:sdtPr>'
        return (
            f"<w:sdt>{self._head(tag, title, f'<w15:repeatingSection {_W15}/>')}<w:sdtContent>"
            f"<w:sdt>{item}<w:sdtContent>{content}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>"
        )

    def around(self, tag: str, title: str, content: str) -> str:
        """A plain control around whole paragraphs, tables or rows that have the fields of one thing."""
        return f"<w:sdt>{self._head(tag, title, '')}<w:sdtContent>{content}</w:sdtContent></w:sdt>"

    def picture(self, tag: str, title: str, width: int, height: int) -> str:
        """A control for a picture in the line; ``width`` and ``height`` in twentieths of a point."""
        number, size = self._number(), f'cx="{width * EMU}" cy="{height * EMU}"'
        drawing = (
            f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
            f'<wp:docPr id="{number}" name="{escaped(title)}" descr="{escaped(title)}"/><wp:cNvGraphicFramePr>'
            '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
            f'<pic:cNvPr id="{number}" name="{escaped(title)}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
            f'<a:blip r:embed="{PICTURE}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
            f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
            "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )
        return f"<w:sdt>{self._head(tag, title, '<w:picture/>')}<w:sdtContent>{drawing}</w:sdtContent></w:sdt>"

    def _head(self, tag: str, title: str, kind: str) -> str:
        named = f'<w:alias w:val="{escaped(title)}"/><w:tag w:val="{escaped(tag)}"/><w:id w:val="{self._number()}"/>'
        return f"<w:sdtPr>{named}{kind}</w:sdtPr>"

    def _number(self) -> int:
        self._last += 1
        return self._last


def line(*parts: str, style: str = "", keep_next: bool = False) -> str:
    """A paragraph; a part that begins with ``<`` is markup, any other text."""
    runs = "".join(part if part.startswith("<") else words(part) for part in parts)
    properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + ("<w:keepNext/>" if keep_next else "")
    properties += "<w:bidi/>" if from_the_right() else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>" if properties else f"<w:p>{runs}</w:p>"


def words(said: str, look: str = "") -> str:
    """Text as a run; ``look`` is the id of a character style. Where the form runs from the right, other words are islands."""
    properties = f'<w:rStyle w:val="{look}"/>' if look else ""
    if from_the_right():
        core = said.rstrip(" ")
        style = Look((("rStyle", properties),) if look else ())
        return style.among(core, "", True) + (style.runs(said[len(core) :], "", True) if core != said else "")
    properties = properties and f"<w:rPr>{properties}</w:rPr>"
    return f'<w:r>{properties}<w:t xml:space="preserve">{escaped(said)}</w:t></w:r>'


def island(field: str) -> str:
    """A field that counts: where the form runs from the right, marks on both sides keep it in line with the words beside it."""
    return f"{FROM_THE_LEFT}{field}{FROM_THE_LEFT}" if from_the_right() else field


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: a header row with ``names`` of its columns, ``widths`` in twentieths of a point, and what it is for."""

    caption: str
    names: Sequence[str]
    widths: Sequence[int]
    style: str = "PlanTable"

    def table(self, rows: str) -> str:
        """The table around ``rows``."""
        said = escaped(self.caption)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self.widths)
        head = "".join(self._cell(line(name, style="TableHeading"), place) for place, name in enumerate(self.names))
        direction = "<w:bidiVisual/>" if from_the_right() else ""
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self.style}"/>{direction}<w:tblW w:w="{sum(self.widths)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            f'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="{said}"/><w:tblDescription w:val="{said}"/>'
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"
            f"{rows}</w:tbl>"
        )

    def row(self, *cells: str, height: int = 0) -> str:
        """One row: each cell a run of controls and text, or whole paragraphs; ``height`` is the least."""
        properties = "<w:cantSplit/>" + (f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else "")
        made = "".join(
            self._cell(
                cell if cell.startswith("<w:p>") else line(cell, style="TableText") if cell else line(style="TableText"), at
            )
            for at, cell in enumerate(cells)
        )
        return f"<w:tr><w:trPr>{properties}</w:trPr>{made}</w:tr>"

    def _cell(self, content: str, place: int) -> str:
        return f'<w:tc><w:tcPr><w:tcW w:w="{self.widths[place]}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def form_of(title: str, language: str, paper: Paper, body: str, edges: tuple[str, str], picture: bytes | None) -> bytes:
    """The finished form; ``edges`` are the paragraphs of its header and of its footer. The same form has the same bytes."""
    header, footer = edges
    made = packaged(Frame(title, language, paper, _MADE, footer), [body], picture)
    done = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as plain, zipfile.ZipFile(done, "w") as form:
        for entry in plain.infolist():
            content = plain.read(entry)
            if entry.filename in _CHANGES:
                content = _changed(entry.filename, content.decode()).encode()
            form.writestr(entry, content)
        entry = zipfile.ZipInfo(_HEADER, (1980, 1, 1, 0, 0, 0))
        form.writestr(entry, f'{_XML}<w:hdr {_W} {_NAMES} mc:Ignorable="w14 w15">{header}</w:hdr>', zipfile.ZIP_DEFLATED)
    return done.getvalue()


_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CHANGES: Final = {
    "[Content_Types].xml": ("</Types>", f'<Override PartName="/{_HEADER}" ContentType="{_HEADER_TYPE}"/></Types>'),
    "word/_rels/document.xml.rels": (
        "</Relationships>",
        f'<Relationship Id="rIdHeader" Type="{_HEADER_KIND}" Target="header1.xml"/></Relationships>',
    ),
    "word/document.xml": (
        "<w:footerReference",
        '<w:headerReference w:type="default" r:id="rIdHeader"/><w:footerReference',
    ),
    "word/styles.xml": ("</w:styles>", _PLACEHOLDER),
    "word/footer1.xml": ("", ""),
}
"""What is put into each part: in the place of what."""


def _changed(name: str, content: str) -> str:
    old, new = _CHANGES[name]
    content = content.replace(old, new, 1) if old else content
    if name in ("word/document.xml", "word/footer1.xml"):
        for own in (f" {_W14}", f" {_W15}"):
            content = content.replace(own, "")
        root = "<w:document " if name == "word/document.xml" else "<w:ftr "
        content = content.replace(root, f'{root}{_NAMES} mc:Ignorable="w14 w15" ', 1)
    return content
