"""What every page that stands alone is made with: a sheet with narrow margins, and the file around it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from teammeet.export import Exported, Options
from teammeet.model.view import View
from teammeet_word.direction import running
from teammeet_word.exporter import word_language
from teammeet_word.package import Frame, packaged
from teammeet_word.paper import paper_for
from teammeet_word.remarks import page_remarks
from teammeet_word.sheet import Sheet

_MARGINS: Final = {"side": 907, "top": 652}
"""Narrower than those of a plan, in twentieths of a point; every printer still reaches them."""


def page_sheet(view: View, language: str, options: Options) -> Sheet:
    """What a page is written on; in large print it is several pages where one does not hold it."""
    paper = replace(paper_for(language, options.paper), **_MARGINS)
    return Sheet(view, language, paper, options.today, options.in_vault, large=options.large)


def single_page(sheet: Sheet, title: str, body: Iterable[str], below: str) -> Exported:
    """The file, and what must be said of it: ``title`` goes into its properties, ``below`` is its footer.

    ``body`` is best a generator: it is used up here, where it is known which way the page runs
    (:func:`teammeet_word.direction.running`); ready fragments must have been made under that too.
    """
    with running(sheet.language):
        made = list(body)
    frame = Frame(title, word_language(sheet.language), sheet.paper, sheet.today, below, one_page=True, large=sheet.large)
    return Exported(packaged(frame, made, None), tuple(page_remarks(sheet, "".join(made))))
