"""What stands in a Word file beside the text of the plan: comments, notes at the foot, heads and feet of pages, pictures."""

import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from teammeet_word.back.document import read_document
from teammeet_word.forms.opening import Package

if TYPE_CHECKING:
    from lxml import etree

Kind = Literal["comment", "footnote", "page"]
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BLIP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_EMBED: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_NOTES: Final[dict[str, tuple[Kind, str]]] = {
    "comments": ("comment", f"{_W}comment"),
    "footnotes": ("footnote", f"{_W}footnote"),
    "endnotes": ("footnote", f"{_W}endnote"),
}
_PAGES: Final = ("header", "footer")
_TAG: Final = re.compile("<[^>]*>")
_CODE: Final = re.compile(r"\b[A-Z0-9]{1,6}-[A-Z0-9]{2,6}\b|\W+|[\d_]+")
"""What a foot says otherwise each time: the code of the plan, numbers of pages; and what is no letter."""
_OURS: Final = 1
"""So many pictures our plan has at most: the map."""


class Besides(NamedTuple):
    """One such text: what it is, who wrote it if that is said, what it says."""

    kind: Kind
    by: str
    text: str


def besides(package: Package, foot: str | None) -> Iterator[Besides]:
    """All that stands beside the text; ``foot`` is the foot of the pages as it was written, ``None`` if nobody knows."""
    for relation in package.relations(package.main):
        if relation.outside or relation.part not in package.parts:
            continue
        if relation.kind in _NOTES:
            kind, name = _NOTES[relation.kind]
            for note in package.xml(relation.part).iter(name):
                if said := _text_of(note):
                    yield Besides(kind, note.get(f"{_W}author") or "", said)
        elif relation.kind in _PAGES and foot is not None:
            said = _text_of(package.xml(relation.part))
            if _letters(said) not in ("", _letters(unescape(_TAG.sub(" ", foot)))):
                yield Besides("page", "", said)


def pictures_put_in(package: Package, is_plain: bool) -> int:
    """How many more pictures stand in the text than the map; none where nobody knows, for a form has pictures of its own."""
    if not is_plain:
        return 0
    held = {blip.get(_EMBED) for blip in package.xml(package.main).iter(_BLIP)}
    return max(0, len(held) - _OURS)


def _text_of(part: "etree._Element") -> str:
    return "\n".join(read_document(part).texts)


def _letters(said: str) -> str:
    return _CODE.sub("", said)
