"""Rules for layouts of our own: documents from the right, in many scripts, in large print. Each gives where it is broken."""

from collections.abc import Callable, Iterator

from teammeet_word.accessibility import Checked, text_of
from teammeet_word.accessibility.document import W
from teammeet_word.fonts import MARKED, WRITINGS, writing_of

LARGE = 36
"""From this size on, in half points, a document is in large print: then nothing in it is smaller."""
TEXT, HEADINGS = "1F2A30", "1D5B66"
"""The two colours of letters that are dark enough for it: 14 to 1 and 7 to 1 on white."""


def runs_from_the_right(package: Checked) -> bool:
    return package.document.find(f"{W}body/{W}sectPr/{W}bidi") is not None


def tables_run_as_the_page_does(package: Checked) -> Iterator[str]:
    for number, table in enumerate(package.tables, start=1):
        if (table.find(f"{W}tblPr/{W}bidiVisual") is not None) != runs_from_the_right(package):
            yield f"table {number}"


def paragraphs_run_as_the_page_does(package: Checked) -> Iterator[str]:
    """But not those of the other language in a document of two: all of their runs say which it is."""
    if runs_from_the_right(package):
        for paragraph in package.paragraphs:
            runs = list(paragraph.iter(f"{W}r"))
            other = runs and all(run.find(f"{W}rPr/{W}lang") is not None for run in runs)
            is_picture = paragraph.find(f".//{W}drawing") is not None
            if paragraph.find(f"{W}pPr/{W}bidi") is None and not other and not is_picture:
                yield ascii(text_of(paragraph)[:20])


def runs_say_their_language(package: Checked) -> Iterator[str]:
    for run in package.document.iter(f"{W}r"):
        found = MARKED.search(text_of(run))
        if found and found[0] != "\u200f" and run.find(f"{W}rPr/{W}lang") is None:
            yield ascii(text_of(run)[:20])


def letters_have_a_font(package: Checked) -> Iterator[str]:
    for run in package.document.iter(f"{W}r"):
        found = MARKED.search(text_of(run))
        if found and (font := WRITINGS[writing_of(found[0]) or ""].font):
            named = run.find(f"{W}rPr/{W}rFonts")
            if named is None or font not in named.attrib.values():
                yield ascii(text_of(run)[:20])


def large_print_is_neither_small_nor_grey(package: Checked) -> Iterator[str]:
    sizes = [int(size.get(f"{W}val", "0")) for size in package.styles.iter(f"{W}sz")]
    default = package.styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz")
    if default is not None and int(default.get(f"{W}val", "0")) >= LARGE:
        yield from (f"{size} half points" for size in sizes if size < LARGE)
        yield from (str(grey) for c in package.styles.iter(f"{W}color") if (grey := c.get(f"{W}val")) not in {TEXT, HEADINGS})


LAYOUT_RULES: dict[str, Callable[[Checked], Iterator[str]]] = {
    rule.__name__: rule
    for rule in (
        tables_run_as_the_page_does,
        paragraphs_run_as_the_page_does,
        runs_say_their_language,
        letters_have_a_font,
        large_print_is_neither_small_nor_grey,
    )
}
