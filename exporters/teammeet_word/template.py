"""Our own slim template: the parts in ``template/`` as one package, made once for each language.

They are kept as XML, one file a part, so that a change of style can be read in a comparison.
"""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from teammeet_word.embedded import with_plan
from teammeet_word.fonts import WRITINGS
from teammeet_word.scripts import base_of, runs_from_the_right

PARTS: Final = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "_rels/package.rels.xml",
    "docProps/core.xml": "docProps/core.xml",
    "word/document.xml": "word/document.xml",
    "word/_rels/document.xml.rels": "word/_rels/document.rels.xml",
    "word/styles.xml": "word/styles.xml",
    "word/numbering.xml": "word/numbering.xml",
    "word/settings.xml": "word/settings.xml",
    "word/fontTable.xml": "word/fontTable.xml",
    "word/theme/theme1.xml": "word/theme/theme1.xml",
    "word/footer1.xml": "word/footer1.xml",
}
"""The name of each part in the package, and the file that it is read from."""

Parts = dict[str, str | bytes]
"""The parts of a package by their names."""
PICTURE: Final = "rId7"
"""The relation from the body to its picture, if there is one."""
DOCUMENT: Final = "word/document.xml"
PROPERTIES: Final = "docProps/core.xml"
_STYLES: Final = "word/styles.xml"
_PAGE_STYLES: Final = "word/page_styles.xml"
"""The styles that differ where everything must fit on one page, at the size that is read at arm's length."""
_LARGE_STYLES: Final = "word/large_styles.xml"
"""The styles that differ in large print besides their size and colour: room between lines, and for a thick pen."""
NO_PLAN: Final[Mapping[str, str]] = MappingProxyType({})
"""No plan inside: for single pages, and for copies with roles."""
_STYLE: Final = re.compile(r'[ ]*<w:style [^>]*w:styleId="(\w+)".*?</w:style>\n', re.DOTALL)
_SIZE: Final = re.compile(r'<w:(sz|szCs) w:val="(\d+)"/>')
_SIDE: Final = re.compile(r'(<w:pBdr>.*?)<w:left (w:val="single" w:sz="\d\d"[^>]*)/>(.*?)</w:pBdr>')
_DEFAULT_LANGUAGE: Final = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
_GREY, _DARK = 'w:val="4F5B63"', 'w:val="1F2A30"'
"""The colour of what stands back, and that of the text: in large print nothing is grey."""
_TEXT: Final = 24
_LARGE_TEXT: Final = 36
"""The size of the text, in half points: 12 and 18 points (American Printing House for the Blind, large print)."""
_PICTURE_PART: Final = "word/media/ecomap.png"
_PICTURE_RELATION: Final = (
    f'<Relationship Id="{PICTURE}" Target="media/ecomap.png" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/>'
)


@dataclass(frozen=True, slots=True)
class Look:
    """How the styles are made. ``language`` is a tag that Word knows, such as ``es-US``: it decides which way pages run.

    ``one_page`` sets everything closer; ``large`` is large print: every style at 18 points or more.
    """

    language: str
    one_page: bool = False
    large: bool = False


def parts_of(look: Look, body: str, footer: str, picture: bytes | None, plan: Mapping[str, str] = NO_PLAN) -> Parts:
    """The template with content: the parts of the package by their names; ``body`` and ``footer`` are fragments.

    ``plan`` are the parts that carry the plan itself (:func:`teammeet_word.embedded.plan_parts`).
    """
    empty = template(look)
    parts: Parts = dict(empty)
    parts[DOCUMENT] = empty[DOCUMENT].replace("<w:sectPr>", f"{body}<w:sectPr>")
    parts["word/footer1.xml"] = empty["word/footer1.xml"].replace("</w:ftr>", f"{footer}</w:ftr>")
    if picture is not None:
        relations = empty["word/_rels/document.xml.rels"]
        parts["word/_rels/document.xml.rels"] = relations.replace("</Relationships>", f"{_PICTURE_RELATION}</Relationships>")
        parts[_PICTURE_PART] = picture
    if plan:
        parts |= with_plan(plan, parts)
    return parts


def filled(look: Look, body: str, footer: str, picture: bytes | None) -> bytes:
    """The same as a package, for others to open and go on from."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, content in parts_of(look, body, footer, picture).items():
            package.writestr(name, content)
    return made.getvalue()


@cache
def template(look: Look) -> Mapping[str, str]:
    """Every part of the empty document, its styles made for ``look``."""
    parts = {name: _part(file) for name, file in PARTS.items()}
    parts[_STYLES] = _styles(look, parts[_STYLES])
    if runs_from_the_right(look.language):
        parts[DOCUMENT] = parts[DOCUMENT].replace("</w:sectPr>", "<w:bidi/></w:sectPr>")
    return parts


def style_language(language: str) -> str:
    """What the styles say of the language, by the kind of its script: Word keeps three languages beside each other."""
    base = base_of(language)
    kind = next((writing.kind for writing in WRITINGS.values() if base in writing.languages), "plain")
    plain, eastern, complex_ = "en-US", "zh-CN", "ar-SA"
    if kind == "east_asian":
        eastern = language
    elif kind in ("complex", "right_to_left"):
        complex_ = language
    else:
        plain = language
    return f'<w:lang w:val="{plain}" w:eastAsia="{eastern}" w:bidi="{complex_}"/>'


def _styles(look: Look, styles: str) -> str:
    styles = styles.replace(_DEFAULT_LANGUAGE, style_language(look.language))
    if look.one_page:
        styles = _with_others(styles, _part(_PAGE_STYLES))
    if look.large:
        styles = styles if look.one_page else _with_others(styles, _part(_LARGE_STYLES))
        styles = _SIZE.sub(_larger, styles.replace(_GREY, _DARK))
    return _SIDE.sub(_on_the_other_side, styles) if runs_from_the_right(look.language) else styles


def _with_others(styles: str, others: str) -> str:
    """The styles, with ``others`` in the place of those of the same name, and besides them."""
    left = {found[1]: found[0] for found in _STYLE.finditer(others)}
    both = _STYLE.sub(lambda found: left.pop(found[1], found[0]), styles)
    return both.replace("</w:styles>", f"{''.join(left.values())}</w:styles>")


def _larger(size: re.Match[str]) -> str:
    """The text at 18 points and nothing under it; headings grow less, or a long one would fill the page."""
    above = max(0, int(size[2]) - _TEXT)
    return f'<w:{size[1]} w:val="{_LARGE_TEXT + above}"/>'


def _on_the_other_side(border: re.Match[str]) -> str:
    """The line beside a quotation stands where its words begin: Word turns indents around, but no borders."""
    return f"{border[1]}{border[3]}<w:right {border[2]}/></w:pBdr>"


def _part(file: str) -> str:
    return files(__package__).joinpath("template", *file.split("/")).read_text(encoding="utf-8")
