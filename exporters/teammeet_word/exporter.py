"""The exporter of the plan of care: a view goes in, the bytes of a Word file come out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from teammeet.errors import ExportRefused
from teammeet.export import Exported, Heeded, Options
from teammeet.messages import Message, text
from teammeet.model.view import View
from teammeet_word.direction import running
from teammeet_word.drawing import MOST_OF_A_PAGE, Drawing, drawn
from teammeet_word.embedded import Printed, plan_parts
from teammeet_word.kept import apart, numbered_anew
from teammeet_word.markup import TAB, Field, escaped, paragraph, picture
from teammeet_word.package import FORMER_PICTURE, Frame, packaged
from teammeet_word.paper import EMU, paper_for
from teammeet_word.remarks import remarks
from teammeet_word.scripts import base_of
from teammeet_word.sections import AFTER_THE_MAP, BEFORE_THE_MAP
from teammeet_word.sections.beginning import edition_in_short
from teammeet_word.sections.extract import extract
from teammeet_word.sections.untranslated import untranslated_in_short
from teammeet_word.sheet import Sheet
from teammeet_word.side_by_side import Languages, both, side_by_side
from teammeet_word.template import PICTURE

_SECOND_CAPTION: Final = 0.08
_LONGEST_CAPTION: Final = 0.3
"""What a longer heading and caption take of a page's height: in two languages, or in large print; and in both."""


class PlanOfCare:
    """The plan of care as a Word document (PRACTICE: what the plan of care holds)."""

    name = "word"
    suffix = "docx"
    reader = "team"
    heeds: frozenset[Heeded] = frozenset({"seal", "large", "second", "form"})

    def describe(self, language: str) -> str:
        """What it writes, in one line."""
        return text("word.describe", language)

    def write(self, view: View, language: str, options: Options) -> Exported:
        """The plan of care as ``view`` shows it; the same view, language and options give the same bytes.

        Raises:
            ExportRefused: a font of ``options`` is not a font, the map cannot be drawn, or both languages are the same; or the
                agency's form cannot be filled.
            DocumentRefused: the form is no Word file, or may do harm.
        """
        if options.second and base_of(options.second) == base_of(language):
            raise ExportRefused(why=Message("word.same-language"))
        if options.form is not None:
            from teammeet_word.forms.filled import filled  # the agency's own form: most plans are made without one

            return filled(view, language, options, word_language(language))
        paper = paper_for(language, options.paper)
        drawing = drawn(view, language, options, paper) if view.service is None else None
        sheet = Sheet(
            apart(view), language, paper, options.today, options.in_vault,
            keeps=not (view.in_roles or view.service), large=options.large, beside_language=options.second,
        )  # fmt: skip
        content, said = _written(sheet, drawing)
        return Exported(content, (*drawing.remarks, *said), drawing.places) if drawing else Exported(content, said)


def document(sheet: Sheet, drawing: Drawing | None) -> bytes:
    """The finished file, with the map if there is one to show."""
    return _written(sheet, drawing)[0]


def _written(sheet: Sheet, drawing: Drawing | None) -> tuple[bytes, tuple[str, ...]]:
    """The file, and what must be said of it."""
    sheets = (sheet, *_beside(sheet))
    body = _told(sheets, drawing)
    return _file(sheets, body, drawing), tuple(remarks(sheets, body))


def whole_body(sheet: Sheet, drawing: Drawing | None) -> str:
    """All that the document says, in one language or two."""
    return _told((sheet, *_beside(sheet)), drawing)


def whole_footer(sheet: Sheet) -> str:
    """The foot of each page, in one language or two."""
    below = footer(sheet)
    for other in _beside(sheet):
        below = both(below, footer(other), word_language(other.language))
    return below


def _beside(sheet: Sheet) -> Iterator[Sheet]:
    """The sheet of the other language, where the document has two."""
    if sheet.beside_language:
        yield replace(sheet, language=sheet.beside_language, beside_language=sheet.language, is_second=True)


def _told(sheets: Sequence[Sheet], drawing: Drawing | None) -> str:
    """The body, in one language or two."""
    first, *others = ("".join(body_of(sheet, drawing)) for sheet in sheets)
    if not others:
        return first
    names = [sheet.tongue(sheet.language) for sheet in sheets]
    titles = (names[0][:1].upper() + names[0][1:], names[1][:1].upper() + names[1][1:])
    languages = Languages(
        titles, word_language(sheets[1].language), sheets[0].paper.text_width, escaped(sheets[0].say("untranslated.heading"))
    )
    with running(sheets[0].language):
        return numbered_anew(side_by_side(first, others[0], languages))


def _file(sheets: Sequence[Sheet], body: str, drawing: Drawing | None) -> bytes:
    """The package: the body, its foot, the map, and the plan itself inside, but not in a copy with roles."""
    sheet = sheets[0]
    frame = Frame(sheet.kind, word_language(sheet.language), sheet.paper, sheet.today, whole_footer(sheet), large=sheet.large)
    printed = Printed(sheet.language, sheet.today, sheet.in_vault, sheet.large, second=sheet.beside_language)
    plan = plan_parts(sheet.view, printed)
    return packaged(frame, (body,), drawing.content if drawing else None, plan)


def body_of(sheet: Sheet, drawing: Drawing | None) -> list[str]:
    """What the document says, in fragments."""
    with running(sheet.language):
        if sheet.view.service is not None:
            return list(extract(sheet))
        beginning, *others = (list(section(sheet)) for section in BEFORE_THE_MAP)
        body = [part for parts in others for part in parts]
        body += _map(sheet, drawing)
        body += [part for section in AFTER_THE_MAP for part in section(sheet)]
        return [*beginning, *untranslated_in_short(sheet), *body]


def word_language(language: str) -> str:
    """The tag that Word knows a language by: teammeet's own two are those of the United States."""
    return {"en": "en-US", "es": "es-US"}.get(language, language)


def _map(sheet: Sheet, drawing: Drawing | None) -> Iterator[str]:
    yield sheet.heading(1, sheet.say("heading.map"))
    if drawing is None:
        return
    width, height = drawing.size
    share = MOST_OF_A_PAGE - (0, _SECOND_CAPTION, _LONGEST_CAPTION)[bool(sheet.beside_language) + sheet.large]
    most_wide, most_high = sheet.paper.text_width * EMU, int(sheet.paper.text_height * EMU * share)
    scale = min(most_wide / width, most_high / height)
    relation, number = (FORMER_PICTURE, 2) if drawing.is_former else (PICTURE, 1)
    yield picture(relation, sheet.say("heading.map"), drawing.alternative, int(width * scale), int(height * scale), number)
    yield paragraph(_caption(sheet), "Caption")


def _caption(sheet: Sheet) -> str:
    """What the lines of the map mean; in large print where its small letters are told again."""
    if sheet.large:
        return f"{sheet.say('map_caption')} {sheet.say('map_in_large', family=sheet.say('heading.family'))}"
    return sheet.say("map_caption")


def footer(sheet: Sheet) -> str:
    """Which plan this page belongs to, and its number among all pages."""
    pages = (sheet.say("page"), " ", Field("PAGE"), " ", sheet.say("of_pages"), " ", Field("NUMPAGES"))
    with running(sheet.language):
        return paragraph((edition_in_short(sheet), TAB, *pages), "Footer", right_tab=sheet.paper.text_width)
