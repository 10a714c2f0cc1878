"""The exporter of the page in plain words that says what changed in a plan: to read together, before anybody signs anew."""

from collections.abc import Iterator

from teammeet.ecomap.compared_for_plan import around_the_family
from teammeet.export import Exported, Heeded, Options
from teammeet.messages import text
from teammeet.model.view import View
from teammeet.practice.what_changed_said import Chapter, Told, what_changed_said
from teammeet_word.direction import running
from teammeet_word.exporter import footer, word_language
from teammeet_word.markup import Span, paragraph, stays_with_next
from teammeet_word.package import Frame, packaged
from teammeet_word.paper import paper_for
from teammeet_word.remarks import page_remarks
from teammeet_word.sheet import Sheet


class WhatChanged:
    """What is new, done, gone, or reads differently, as a Word document in the order of the plan."""

    name = "what-changed"
    suffix = "docx"
    reader = "team"
    heeds: frozenset[Heeded] = frozenset({"before", "large", "seal"})

    def describe(self, language: str) -> str:
        """What it writes, in one line."""
        return text("changed.describe.page", language)

    def write(self, view: View, language: str, options: Options) -> Exported:
        """The page: what became of ``options.before``; where there is none, one sentence that no plan was signed yet."""
        paper = paper_for(language, options.paper)
        sheet = Sheet(view, language, paper, options.today, options.in_vault, large=options.large)
        title = text("changed.title", language)
        frame = Frame(title, word_language(language), paper, options.today, footer(sheet), large=options.large)
        with running(language):
            body = (*_title(sheet, title, options), *_body(sheet, options))
        return Exported(packaged(frame, body, None), tuple(page_remarks(sheet, "".join(body))))


def _title(sheet: Sheet, title: str, options: Options) -> Iterator[str]:
    yield paragraph(title, "DocumentKind")
    yield paragraph(sheet.view.header.name, "Title")
    since, until = options.moments
    if since and until:
        yield paragraph(text("changed.since", sheet.language, since=since, until=until), "Subtitle")


def _body(sheet: Sheet, options: Options) -> Iterator[str]:
    if options.before is None:
        yield sheet.heading(1, text("changed.none-signed", sheet.language))
        return
    around = around_the_family(options.before, sheet.view, sheet.language)
    chapters = what_changed_said(options.before, sheet.view, sheet.language, around)
    if not chapters:
        yield sheet.heading(1, text("changed.nothing", sheet.language))
        return
    yield paragraph(text("changed.how-to-read", sheet.language), "Quiet")
    for chapter in chapters:
        yield from _chapter(sheet, chapter)


def _chapter(sheet: Sheet, chapter: Chapter) -> Iterator[str]:
    yield sheet.heading(1, chapter.heading)
    for told in chapter.told:
        yield from _told(sheet, told, in_needs=chapter.part == "needs")


def _told(sheet: Sheet, told: Told, *, in_needs: bool) -> Iterator[str]:
    """A need is a heading, for the rest hangs on it; anything else is a line with what became of it."""
    if told.title and in_needs and not told.under:
        yield sheet.heading(2, told.title)
    elif told.title:
        yield paragraph(Span(told.title, "Strong"), keep_next=True)
    for number, line in enumerate(told.lines, start=1):
        yield paragraph(line, "ListBullet", keep_next=stays_with_next(number, len(told.lines)))
