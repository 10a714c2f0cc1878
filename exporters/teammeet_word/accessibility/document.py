"""A Word file as the rules look at it: its text, its styles, its properties, and what follows from a style."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml import etree

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
CORE: Final = "{http://purl.org/dc/elements/1.1/}"
_MOST_BASES: Final = 20
"""So many styles may be based on each other; Word allows 11."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a rule is broken: a few words, and the element if it is in the text."""

    where: str
    element: "etree._Element | None" = None


@dataclass(frozen=True)
class Checked:
    """The parts that the rules look at; ``edges`` are headers and footers, ``core`` the properties if there are any."""

    document: "etree._Element"
    styles: "etree._Element"
    core: "etree._Element | None" = None
    edges: Mapping[str, "etree._Element"] = field(default_factory=dict)

    @cached_property
    def paragraphs(self) -> "list[etree._Element]":
        """Every paragraph of the body."""
        return list(self.document.iter(f"{W}p"))

    @cached_property
    def tables(self) -> "list[etree._Element]":
        """Every table of the body, those within others too."""
        return list(self.document.iter(f"{W}tbl"))

    @property
    def shown(self) -> "tuple[etree._Element, ...]":
        """The body, the headers and the footers."""
        return (self.document, *self.edges.values())

    @cached_property
    def _by_name(self) -> "dict[str, etree._Element]":
        return {style.get(f"{W}styleId", ""): style for style in self.styles.iter(f"{W}style")}

    @cached_property
    def plain(self) -> str:
        """The style of a paragraph that names none."""
        for style in self.styles.iter(f"{W}style"):
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on"):
                return style.get(f"{W}styleId", "Normal")
        return "Normal"

    def style(self, name: str) -> "etree._Element | None":
        """A style by its id."""
        return self._by_name.get(name)

    def inherited(self, name: str, path: str) -> "etree._Element | None":
        """The element at ``path`` in a style or in the styles that it is based on."""
        style = self.style(name)
        for _ in range(_MOST_BASES):
            if style is None:
                break
            found = style.find(path)
            if found is not None:
                return found
            base = style.find(f"{W}basedOn")
            style = self.style(base.get(f"{W}val", "")) if base is not None else None
        return None

    def level(self, paragraph: "etree._Element") -> int | None:
        """Which heading a paragraph is, if it is one."""
        own = paragraph.find(f"{W}pPr/{W}outlineLvl")
        found = own if own is not None else self.inherited(self.style_of(paragraph), f"{W}pPr/{W}outlineLvl")
        said = found.get(f"{W}val", "9") if found is not None else "9"
        return int(said) + 1 if said.isdecimal() and int(said) < 9 else None

    def style_of(self, paragraph: "etree._Element") -> str:
        """The id of a paragraph's style."""
        return style_of(paragraph, self.plain)


def checked_document(content: bytes) -> Checked:
    """A file that teammeet wrote itself, for the rules."""
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(content)) as file:
        names = ("word/document.xml", "word/styles.xml", "docProps/core.xml")
        document, styles, core = (etree.fromstring(file.read(name)) for name in names)
        edges = {
            name: etree.fromstring(file.read(name))
            for name in file.namelist()
            if name.startswith(("word/header", "word/footer")) and name.endswith(".xml")
        }
    return Checked(document, styles, core, edges)


def text_of(element: "etree._Element") -> str:
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
    return "\n".join(text_of(paragraph) for paragraph in checked_document(content).paragraphs)


def style_of(paragraph: "etree._Element", plain: str = "Normal") -> str:
    """The id of a paragraph's style; ``plain`` if it names none."""
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return found.get(f"{W}val", "") if found is not None else plain


def cell_of(element: "etree._Element") -> "etree._Element | None":
    """The cell of a table that an element stands in, directly or within controls."""
    return next(element.iterancestors(f"{W}tc"), None)


def rows_of(table: "etree._Element") -> "Iterator[etree._Element]":
    """The rows of a table, also those within controls, never those of a table in it."""
    yield from _within(table, f"{W}tr")


def cells_of(row: "etree._Element") -> "Iterator[etree._Element]":
    """The cells of a row, also those within controls."""
    yield from _within(row, f"{W}tc")


def _within(element: "etree._Element", tag: str) -> "Iterator[etree._Element]":
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"):
            yield from _within(child, tag)
