"""The rules themselves: each gives the places of a document where it is broken."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from teammeet_word.accessibility.document import (
    CORE,
    DRAWING,
    Checked,
    Place,
    W,
    cell_of,
    cells_of,
    checked_document,
    rows_of,
    text_of,
)
from teammeet_word.accessibility.looks import colours_can_be_read, letters_are_large_enough

if TYPE_CHECKING:
    from lxml import etree

_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff]")
_LETTER: Final = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u052f\u0590-\u08ff]")


def the_file_has_a_title(document: Checked) -> Iterator[Place]:
    """Title in the file's properties: what a screen reader says first."""
    if document.core is None or not (document.core.findtext(f"{CORE}title") or "").strip():
        yield Place("core")


def the_file_says_its_language(document: Checked) -> Iterator[Place]:
    """Language, without which words are read aloud in the wrong voice."""
    default = document.styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    if default is None or not default.get(f"{W}val"):
        yield Place("styles")
    if document.core is None or not document.core.findtext(f"{CORE}language"):
        yield Place("core")


def headings_follow_each_other(document: Checked) -> Iterator[Place]:
    """Levels of headings, none of them passed over."""
    last = 0
    for paragraph in document.paragraphs:
        level = document.level(paragraph)
        if level:
            if level > last + 1:
                yield Place(f"{last} → {level}: {text_of(paragraph)[:30]}", paragraph)
            last = level
    if not last:
        yield Place("there is none")


def headings_say_something(document: Checked) -> Iterator[Place]:
    """Headings without words."""
    for paragraph in document.paragraphs:
        if document.level(paragraph) and not text_of(paragraph).strip():
            yield Place(document.style_of(paragraph), paragraph)


def headings_stay_with_what_follows(document: Checked) -> Iterator[Place]:
    """Headings that may stand alone at the foot of a page."""
    for name in sorted({document.style_of(p) for p in document.paragraphs if document.level(p)}):
        if document.inherited(name, f"{W}pPr/{W}keepNext") is None:
            yield Place(name)


def every_style_is_there(document: Checked) -> Iterator[Place]:
    """Paragraphs in a style that the file lacks."""
    for name in sorted({document.style_of(p) for p in document.paragraphs}):
        if document.style(name) is None:
            yield Place(name)


def no_paragraph_is_spacing(document: Checked) -> Iterator[Place]:
    """Empty paragraphs in the place of a distance: a screen reader says "blank" for each."""
    for paragraph in document.paragraphs:
        if text_of(paragraph).strip() or paragraph.find(f".//{W}drawing") is not None or _holds_a_control(paragraph):
            continue
        parent = paragraph.getparent()
        if cell_of(paragraph) is None:
            yield Place(document.style_of(paragraph), paragraph)
        elif parent is not None and parent.tag == f"{W}tc" and len(parent.findall(f"{W}p")) > 1:
            yield Place("in a cell", paragraph)


def _holds_a_control(paragraph: "etree._Element") -> bool:
    """Whether an empty paragraph is a place to write: a control stands in it, or around it."""
    return paragraph.find(f".//{W}sdt") is not None or next(paragraph.iterancestors(f"{W}sdt"), None) is not None


def no_list_is_typed(document: Checked) -> Iterator[Place]:
    """Lists whose signs were typed."""
    for paragraph in document.paragraphs:
        if re.match(r"\s*[•·*]\s", text_of(paragraph)):
            yield Place(text_of(paragraph)[:30], paragraph)


def no_heading_is_only_bold(document: Checked) -> Iterator[Place]:
    """Lines that look like a heading and are none."""
    for paragraph in document.paragraphs:
        runs = [run for run in paragraph.iter(f"{W}r") if text_of(run).strip()]
        bold = [run.find(f"{W}rPr/{W}b") is not None for run in runs]
        if bold and all(bold) and not document.level(paragraph) and cell_of(paragraph) is None:
            yield Place(text_of(paragraph)[:30], paragraph)


def tables_have_a_header_row(document: Checked) -> Iterator[Place]:
    """Tables whose columns have no names that a screen reader can say."""
    for number, table in enumerate(document.tables, start=1):
        first = next(rows_of(table), None)
        if first is None or first.find(f"{W}trPr/{W}tblHeader") is None:
            yield Place(f"table {number}", table)
        elif any(not text_of(cell).strip() for cell in cells_of(first)):
            yield Place(f"table {number}, a cell of it is empty", table)


def tables_are_simple(document: Checked) -> Iterator[Place]:
    """Merged cells and tables in tables, in which one gets lost."""
    for number, table in enumerate(document.tables, start=1):
        if table.find(f".//{W}gridSpan") is not None or table.find(f".//{W}vMerge") is not None:
            yield Place(f"table {number} has merged cells", table)
        if table.find(f".//{W}tbl") is not None:
            yield Place(f"table {number} holds a table", table)


def tables_are_described(document: Checked) -> Iterator[Place]:
    """Tables without a title and a description."""
    for number, table in enumerate(document.tables, start=1):
        for name in ("tblCaption", "tblDescription"):
            found = table.find(f"{W}tblPr/{W}{name}")
            if found is None or not found.get(f"{W}val"):
                yield Place(f"table {number}: {name}", table)


def tables_do_not_touch(document: Checked) -> Iterator[Place]:
    """Tables right behind each other, which are read as one."""
    for number, table in enumerate(document.tables, start=1):
        following = table.getnext()
        if following is not None and following.tag == f"{W}tbl":
            yield Place(f"table {number}", table)


def rows_stay_whole(document: Checked) -> Iterator[Place]:
    """Rows that may be cut by the end of a page."""
    for number, row in enumerate(document.document.iter(f"{W}tr"), start=1):
        if row.find(f"{W}trPr/{W}cantSplit") is None:
            yield Place(f"row {number}", row)


def pictures_have_words(document: Checked) -> Iterator[Place]:
    """Pictures without words for who cannot see them."""
    for root in document.shown:
        for drawing in root.iter(f"{DRAWING}docPr"):
            said = (drawing.get("descr") or "").strip()
            if not said or re.search(r"\.(png|jpe?g|svg|gif)$", said, re.IGNORECASE):
                yield Place(drawing.get("name") or "picture", drawing)


def pictures_stand_in_the_line(document: Checked) -> Iterator[Place]:
    """Floating pictures, which a screen reader may not meet."""
    for drawing in document.document.iter(f"{DRAWING}anchor"):
        yield Place("a floating picture", drawing)


def ids_are_unique(document: Checked) -> Iterator[Place]:
    """Ids of controls and pictures that are there twice: Word mends such a file, or will not open it."""
    for path, tag in ((f"{W}sdtPr/{W}id", f"{W}sdt"), ("", f"{DRAWING}docPr")):
        known: Counter[str] = Counter()
        for element in (found for root in document.shown for found in root.iter(tag)):
            named = element.find(path) if path else element
            key = (named.get(f"{W}val") if path else named.get("id")) if named is not None else None
            if key is not None and known[key]:
                yield Place(f"id {key[:12]}", element)
            known[key or ""] += 1


def right_to_left_is_marked(document: Checked) -> Iterator[Place]:
    """Words from the right that are not marked so: their order on the page is wrong."""
    for run in document.document.iter(f"{W}r"):
        if _RIGHT_TO_LEFT.search(text_of(run)) and run.find(f"{W}rPr/{W}rtl") is None:
            yield Place(ascii(text_of(run)[:20]), run)
    for paragraph in document.paragraphs:
        first = _LETTER.search(text_of(paragraph))
        if first and _RIGHT_TO_LEFT.match(first.group()) and paragraph.find(f"{W}pPr/{W}bidi") is None:
            yield Place("a paragraph", paragraph)


Rule = Callable[[Checked], Iterator[Place]]
RULES: Final[dict[str, Rule]] = {
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
        ids_are_unique,
        colours_can_be_read,
        letters_are_large_enough,
        right_to_left_is_marked,
    )
}
"""Every rule by its name."""


def broken(document: Checked) -> Iterator[tuple[str, Place]]:
    """Every rule that a document breaks, with where."""
    for name, rule in RULES.items():
        for place in rule(document):
            yield name, place


def findings(content: bytes) -> list[tuple[str, str]]:
    """Every rule that a file of teammeet's own breaks, with where in a few words."""
    return [(name, place.where) for name, place in broken(checked_document(content))]
