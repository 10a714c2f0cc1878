"""What makes a Word file readable for everybody, as rules that a machine can check: each gives the places where it is broken.

They follow what Word's own checker and WCAG 2.2 ask of a document; every rule is proved by a planted fault.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
CORE = "{http://purl.org/dc/elements/1.1/}"
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
LETTER = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u052f\u0590-\u08ff]")
LEAST_CONTRAST = 4.5
LEAST_SIZE = 19
"""In half points: 9.5 pt, for the footer; the text itself has 12."""


@dataclass(frozen=True)
class Package:
    """The parts that the rules look at."""

    document: etree._Element
    styles: etree._Element
    core: etree._Element

    @property
    def paragraphs(self) -> list[etree._Element]:
        return list(self.document.iter(f"{W}p"))

    @property
    def tables(self) -> list[etree._Element]:
        return list(self.document.iter(f"{W}tbl"))

    def style(self, name: str) -> etree._Element | None:
        return next((style for style in self.styles.iter(f"{W}style") if style.get(f"{W}styleId") == name), None)

    def inherited(self, name: str, path: str) -> etree._Element | None:
        """The element at ``path`` in a style or in the styles that it is based on."""
        style = self.style(name)
        while style is not None:
            found = style.find(path)
            if found is not None:
                return found
            base = style.find(f"{W}basedOn")
            style = self.style(base.get(f"{W}val", "")) if base is not None else None
        return None

    def level(self, paragraph: etree._Element) -> int | None:
        """Which heading a paragraph is, if it is one."""
        found = self.inherited(style_of(paragraph), f"{W}pPr/{W}outlineLvl")
        return int(found.get(f"{W}val", "9")) + 1 if found is not None else None


def package_of(content: bytes) -> Package:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        names = ("word/document.xml", "word/styles.xml", "docProps/core.xml")
        document, styles, core = (etree.fromstring(file.read(name)) for name in names)
    return Package(document, styles, core)


def findings(content: bytes) -> list[tuple[str, str]]:
    """Every rule that is broken, with where."""
    package = package_of(content)
    return [(name, where) for name, rule in RULES.items() for where in rule(package)]


def text_of(element: etree._Element) -> str:
    """What an element says: text, tabs and line breaks, as Word shows them."""
    marks = {f"{W}tab": "\t", f"{W}br": "\n"}
    said = (
        part.text or "" if part.tag == f"{W}t" else marks[str(part.tag)]
        for part in element.iter(f"{W}t", f"{W}tab", f"{W}br")
        if (parent := part.getparent()) is not None and parent.tag == f"{W}r"
    )
    return "".join(said)


def said(content: bytes) -> str:
    """What the body of a file says, a paragraph a line."""
    return "\n".join(text_of(paragraph) for paragraph in package_of(content).paragraphs)


def style_of(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return found.get(f"{W}val", "") if found is not None else "Normal"


def _in_cell(paragraph: etree._Element) -> bool:
    parent = paragraph.getparent()
    return parent is not None and parent.tag == f"{W}tc"


def the_file_has_a_title(package: Package) -> Iterator[str]:
    if not package.core.findtext(f"{CORE}title"):
        yield "core"


def the_file_says_its_language(package: Package) -> Iterator[str]:
    default = package.styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    if default is None or not default.get(f"{W}val"):
        yield "styles"
    if not package.core.findtext(f"{CORE}language"):
        yield "core"


def headings_follow_each_other(package: Package) -> Iterator[str]:
    last = 0
    for paragraph in package.paragraphs:
        level = package.level(paragraph)
        if level:
            if level > last + 1:
                yield f"{last} → {level}: {text_of(paragraph)[:30]}"
            last = level
    if not last:
        yield "there is none"


def headings_say_something(package: Package) -> Iterator[str]:
    yield from (style_of(p) for p in package.paragraphs if package.level(p) and not text_of(p).strip())


def headings_stay_with_what_follows(package: Package) -> Iterator[str]:
    for name in {style_of(p) for p in package.paragraphs if package.level(p)}:
        if package.inherited(name, f"{W}pPr/{W}keepNext") is None:
            yield name


def every_style_is_there(package: Package) -> Iterator[str]:
    yield from {style_of(p) for p in package.paragraphs if package.style(style_of(p)) is None}


def no_paragraph_is_spacing(package: Package) -> Iterator[str]:
    for paragraph in package.paragraphs:
        if not text_of(paragraph).strip() and not _in_cell(paragraph) and paragraph.find(f".//{W}drawing") is None:
            yield style_of(paragraph)
        if _in_cell(paragraph) and not text_of(paragraph).strip():
            parent = paragraph.getparent()
            if parent is not None and len(parent.findall(f"{W}p")) > 1:
                yield "in a cell"


def no_list_is_typed(package: Package) -> Iterator[str]:
    for paragraph in package.paragraphs:
        if re.match(r"\s*[•·*]\s", text_of(paragraph)):
            yield text_of(paragraph)[:30]


def no_heading_is_only_bold(package: Package) -> Iterator[str]:
    for paragraph in package.paragraphs:
        runs = [run for run in paragraph.iter(f"{W}r") if text_of(run).strip()]
        bold = [run.find(f"{W}rPr/{W}b") is not None for run in runs]
        if bold and all(bold) and not package.level(paragraph) and not _in_cell(paragraph):
            yield text_of(paragraph)[:30]


def tables_have_a_header_row(package: Package) -> Iterator[str]:
    for number, table in enumerate(package.tables, start=1):
        rows = table.findall(f"{W}tr")
        if not rows or rows[0].find(f"{W}trPr/{W}tblHeader") is None:
            yield f"table {number}"
        elif any(not text_of(cell).strip() for cell in rows[0].findall(f"{W}tc")):
            yield f"table {number}, a cell of it is empty"


def tables_are_simple(package: Package) -> Iterator[str]:
    for number, table in enumerate(package.tables, start=1):
        if table.find(f".//{W}gridSpan") is not None or table.find(f".//{W}vMerge") is not None:
            yield f"table {number} has merged cells"
        if table.find(f".//{W}tbl") is not None:
            yield f"table {number} holds a table"


def tables_are_described(package: Package) -> Iterator[str]:
    for number, table in enumerate(package.tables, start=1):
        for name in ("tblCaption", "tblDescription"):
            found = table.find(f"{W}tblPr/{W}{name}")
            if found is None or not found.get(f"{W}val"):
                yield f"table {number}: {name}"


def tables_do_not_touch(package: Package) -> Iterator[str]:
    for number, table in enumerate(package.tables, start=1):
        following = table.getnext()
        if following is not None and following.tag == f"{W}tbl":
            yield f"table {number}"


def rows_stay_whole(package: Package) -> Iterator[str]:
    for number, row in enumerate(package.document.iter(f"{W}tr"), start=1):
        if row.find(f"{W}trPr/{W}cantSplit") is None:
            yield f"row {number}"


def pictures_have_words(package: Package) -> Iterator[str]:
    for drawing in package.document.iter(f"{DRAWING}docPr"):
        said = (drawing.get("descr") or "").strip()
        if not said or re.search(r"\.(png|jpe?g|svg)$", said):
            yield drawing.get("name") or "picture"


def pictures_stand_in_the_line(package: Package) -> Iterator[str]:
    yield from ("a floating picture" for _ in package.document.iter(f"{DRAWING}anchor"))


def colours_can_be_read(package: Package) -> Iterator[str]:
    fills = {"FFFFFF", *(s.get(f"{W}fill", "") for s in package.styles.iter(f"{W}shd"))}
    roots = (package.document, package.styles)
    for colour in {c.get(f"{W}val", "") for root in roots for c in root.iter(f"{W}color")} - {"auto"}:
        for fill in fills:
            if contrast(colour, fill) < LEAST_CONTRAST:
                yield f"{colour} on {fill}"


def letters_are_large_enough(package: Package) -> Iterator[str]:
    default = package.styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz")
    if default is None or int(default.get(f"{W}val", "0")) < 24:
        yield "the text"
    sizes = (size for root in (package.styles, package.document) for size in root.iter(f"{W}sz"))
    yield from (f"{s.get(f'{W}val')} half points" for s in sizes if int(s.get(f"{W}val", "0")) < LEAST_SIZE)


def right_to_left_is_marked(package: Package) -> Iterator[str]:
    for run in package.document.iter(f"{W}r"):
        if RIGHT_TO_LEFT.search(text_of(run)) and run.find(f"{W}rPr/{W}rtl") is None:
            yield ascii(text_of(run)[:20])
    for paragraph in package.paragraphs:
        first = LETTER.search(text_of(paragraph))
        if first and RIGHT_TO_LEFT.match(first.group()) and paragraph.find(f"{W}pPr/{W}bidi") is None:
            yield "a paragraph"


def contrast(colour: str, ground: str) -> float:
    """How well two colours are told apart (WCAG 2.2, contrast ratio)."""
    light, dark = sorted((_luminance(colour), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


RULES: dict[str, Callable[[Package], Iterator[str]]] = {
    rule.__name__: rule
    for rule in (
        the_file_has_a_title,
        the_file_says_its_language,
        headings_follow_each_other,
        headings_say_something,
        headings_stay_with_what_follows,
        every_style_is_there,
        no_paragraph_is_spacing,
        no_list_is_typed,
        no_heading_is_only_bold,
        tables_have_a_header_row,
        tables_are_simple,
        tables_are_described,
        tables_do_not_touch,
        rows_stay_whole,
        pictures_have_words,
        pictures_stand_in_the_line,
        colours_can_be_read,
        letters_are_large_enough,
        right_to_left_is_marked,
    )
}
