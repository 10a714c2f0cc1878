"""The package around the body: the filled template opened by python-docx, its page set, the bytes always the same."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Final

from teammeet_word.paper import Paper
from teammeet_word.template import NO_PLAN, Look, filled

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part

AUTHOR: Final = "teammeet"
_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
"""The time that every part of the zip carries: the first that a zip can say."""
_LOW_FOOTER: Final = 397
"""How far the footer of a single page stands from the edge of the paper, in twentieths of a point (7 mm)."""
_FAST: Final = 3
"""How hard the text is squeezed: harder takes three times as long and saves a tenth."""
_CONTENT_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS: Final = "application/vnd.openxmlformats-package.relationships+xml"


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds the body. ``title`` and ``language`` go into the file's properties, so they say nothing of a family.

    ``one_page`` sets everything closer, for a page that hangs alone; ``large`` is large print.
    """

    title: str
    language: str
    paper: Paper
    made_on: date
    footer: str
    one_page: bool = False
    large: bool = False


def packaged(frame: Frame, body: Iterable[str], picture: bytes | None, plan: Mapping[str, str] = NO_PLAN) -> bytes:
    """The finished file: the fragments of ``body`` parsed once, and the PNG that they show.

    They refer to it as :data:`teammeet_word.template.PICTURE`. ``plan`` are the parts that carry the plan itself.
    """
    import docx

    look = Look(frame.language, frame.one_page, frame.large)
    document = docx.Document(io.BytesIO(filled(look, "".join(body), frame.footer, picture, plan)))
    _set_page(document, frame)
    _set_properties(document, frame)
    return _zipped(document)


def _set_page(document: "Document", frame: Frame) -> None:
    from docx.shared import Twips

    section, paper = document.sections[0], frame.paper
    section.page_width, section.page_height = Twips(paper.width), Twips(paper.height)
    section.left_margin = section.right_margin = Twips(paper.side)
    section.top_margin = section.bottom_margin = Twips(paper.top)
    if frame.one_page:
        section.footer_distance = Twips(_LOW_FOOTER)


def _set_properties(document: "Document", frame: Frame) -> None:
    properties = document.core_properties
    day = datetime.combine(frame.made_on, time())
    properties.title, properties.language = frame.title, frame.language
    properties.author = properties.last_modified_by = AUTHOR
    properties.created = properties.modified = day
    properties.revision = 1


def _zipped(document: "Document") -> bytes:
    """The package as bytes: parts in the order of their names, no time of the clock, pictures not squeezed twice."""
    parts = sorted(document.part.package.iter_parts(), key=lambda part: part.partname)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        _write(package, "[Content_Types].xml", _content_types(parts))
        _write(package, "_rels/.rels", document.part.package.rels.xml)
        for part in parts:
            _write(package, part.partname.membername, part.blob)
            if part.rels:
                _write(package, part.partname.rels_uri.membername, part.rels.xml)
    return made.getvalue()


def _write(package: zipfile.ZipFile, name: str, content: bytes | str) -> None:
    entry = zipfile.ZipInfo(name, _NO_TIME)
    entry.compress_type = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
    package.writestr(entry, content, compresslevel=_FAST)


def _content_types(parts: "Iterable[Part]") -> str:
    overrides = "".join(
        f'<Override PartName="{part.partname}" ContentType="{part.content_type}"/>'
        for part in parts
        if part.partname.ext != "png"
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="{_CONTENT_TYPES}">'
        f'<Default Extension="png" ContentType="image/png"/><Default Extension="rels" ContentType="{_RELATIONSHIPS}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
