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
_NUMBER: Final = re.compile("<w:fldSimple[^>]*>.*?</w:fldSimple>", re.DOTALL)
_PAGE: Final = r"\d{1,4}"
"""The number of a page, which is another on each."""
_CODE: Final = r"[A-Z0-9]{4}-[A-Z0-9]{4}"
"""The code of what a plan says: former editions, which the plan in a file does not have, count in it."""
_GAP: Final = re.compile("<w:(?:tab|br)/>")
_MARKS: Final = re.compile("[\u200e\u200f]")
"""Which say which way the text around them runs, and are not seen."""
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
            if _bare(said) and not _as_written(foot).fullmatch(_bare(said)):
                yield Besides("page", "", said)


def pictures_put_in(package: Package, is_plain: bool) -> int:
    """How many more pictures stand in the text than the map; none where nobody knows, for a form has pictures of its own."""
    if not is_plain:
        return 0
    held = {blip.get(_EMBED) for blip in package.xml(package.main).iter(_BLIP)}
    return max(0, len(held) - _OURS)


def _text_of(part: "etree._Element") -> str:
    return "\n".join(read_document(part).texts)


def _bare(said: str) -> str:
    return " ".join(_MARKS.sub("", said).split())


def _as_written(foot: str) -> re.Pattern[str]:
    """Our foot, with any number of a page and any code of a plan: every other letter and digit in it is somebody's."""
    told = _bare(unescape(_TAG.sub("", _GAP.sub(" ", _NUMBER.sub("\0", foot)))))
    return re.compile(_PAGE.join(_CODE.join(map(re.escape, re.split(_CODE, piece))) for piece in told.split("\0")))
