"""The package around the body: the filled template with its page set, as the bytes of a file that are always the same.

No library stands between: what must be said of the page and of the file is a handful of attributes, and to have every part
parsed and written again took longer than to make them all. Every element is written whole, with its end, by one of the
functions of :mod:`teammeet_word.markup` and :mod:`teammeet_word.tables`, and all text goes through
:func:`teammeet_word.markup.escaped`: so what is left that could make a part no XML are characters that XML does not know at
all. A body that holds one never leaves: see :func:`packaged`.
"""

import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from teammeet_word.markup import escaped
from teammeet_word.paper import Paper
from teammeet_word.template import DOCUMENT, NO_PLAN, PROPERTIES, Look, parts_of

AUTHOR: Final = "teammeet"
FORMER_PICTURE: Final = "rId8"
"""The relation from the body to the map of a former plan, if there is one."""
_FORMER_PART: Final = "word/media/former-ecomap.png"
_FORMER_RELATION: Final = (
    f'<Relationship Id="{FORMER_PICTURE}" Target="media/former-ecomap.png" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/>'
)
_RELATIONS: Final = "word/_rels/document.xml.rels"
_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
"""The time that every part of the zip carries: the first that a zip can say."""
_FOOTER: Final = 624
_LOW_FOOTER: Final = 397
"""How far the footer stands from the edge of the paper, in twentieths of a point: 11 mm, and 7 on a single page."""
_NO_CHARACTERS: Final = bytes(set(range(0x20)) - {0x09, 0x0A, 0x0D})
_NO_CHARACTERS_ABOVE: Final = ("\ufffe", "\uffff")
"""What is no character to XML (XML 1.0, production 2), besides the halves of characters."""
_FAST: Final = 3
"""How hard the text is squeezed: harder takes three times as long and saves a tenth."""
_SMALL: Final = 2_048
"""Parts of fewer bytes are not squeezed: together they are 8 kB, and to make ready for each takes longer than its text."""


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


def packaged(
    frame: Frame, body: Iterable[str], picture: bytes | None, plan: Mapping[str, str] = NO_PLAN, former: bytes | None = None
) -> bytes:
    """The finished file: the fragments of ``body``, and the PNG that they show.

    They refer to it as :data:`teammeet_word.template.PICTURE`, and to that of a ``former`` plan as :data:`FORMER_PICTURE`.
    ``plan`` are the parts that carry the plan itself.

    Raises:
        ValueError: the body holds a character that XML does not know, so that no program could open the file. No record may
            hold one: a fault of the program.
    """
    look = Look(frame.language, frame.one_page, frame.large)
    parts = dict(parts_of(look, "".join(body), frame.footer, picture, plan))
    document = str(parts[DOCUMENT])
    start = document.rindex("<w:pgSz ")
    parts[DOCUMENT] = _encoded(
        document[:start] + _page(frame.paper, frame.one_page) + document[document.index("<w:cols", start) :]
    )
    if former is not None:
        parts[_RELATIONS] = str(parts[_RELATIONS]).replace("</Relationships>", f"{_FORMER_RELATION}</Relationships>")
        parts[_FORMER_PART] = former
    parts[PROPERTIES] = str(parts[PROPERTIES]).removesuffix("\n").removesuffix("/>") + _properties(frame)
    return _zipped(parts)


def _encoded(content: str) -> bytes:
    """``content`` as UTF-8, which knows no halves of characters; refused if it holds what XML does not know."""
    encoded = content.encode()
    if len(encoded.translate(None, _NO_CHARACTERS)) < len(encoded) or any(none in content for none in _NO_CHARACTERS_ABOVE):
        raise ValueError("the body holds a character that XML does not know")
    return encoded


@cache
def _page(paper: Paper, one_page: bool) -> str:
    """The size of the page and its margins (ECMA-376 17.6.13 and 17.6.11)."""
    return (
        f'<w:pgSz w:w="{paper.width}" w:h="{paper.height}"/><w:pgMar w:top="{paper.top}" w:right="{paper.side}" '
        f'w:bottom="{paper.top}" w:left="{paper.side}" w:header="{_FOOTER}" w:footer="{_LOW_FOOTER if one_page else _FOOTER}" '
        'w:gutter="0"/>'
    )


def _properties(frame: Frame) -> str:
    """The properties of the file (ECMA-376 part 2, core properties)."""
    day = f"{frame.made_on.isoformat()}T00:00:00Z"
    return (
        f"><dc:title>{escaped(frame.title)}</dc:title><dc:creator>{AUTHOR}</dc:creator>"
        f"<cp:lastModifiedBy>{AUTHOR}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{day}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{day}</dcterms:modified>'
        f"<dc:language>{escaped(frame.language)}</dc:language></cp:coreProperties>"
    )


def _zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """The package as bytes: parts in the order of their names, no time of the clock, pictures not squeezed twice."""
    stored = {name for name, content in parts.items() if len(content) < _SMALL or name.endswith(".png")}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name in sorted(parts):
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            package.writestr(entry, parts[name], compresslevel=_FAST)
    return made.getvalue()
