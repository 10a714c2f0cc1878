"""The exporter of the plan of care: a view goes in, the bytes of a Word file come out."""

from collections.abc import Iterator

from teammeet.export import Exported, Heeded, Options
from teammeet.messages import text
from teammeet.model.view import View
from teammeet_word.drawing import MOST_OF_A_PAGE, Drawing, drawn
from teammeet_word.markup import TAB, Field, paragraph, picture
from teammeet_word.package import Frame, packaged
from teammeet_word.paper import EMU, paper_for
from teammeet_word.sections import AFTER_THE_MAP, BEFORE_THE_MAP
from teammeet_word.sections.beginning import edition
from teammeet_word.sheet import Sheet
from teammeet_word.template import PICTURE


class PlanOfCare:
    """The plan of care as a Word document (PRACTICE: what the plan of care holds)."""

    name = "word"
    suffix = "docx"
    reader = "team"
    heeds: frozenset[Heeded] = frozenset()

    def describe(self, language: str) -> str:
        """What it writes, in one line."""
        return text("word.describe", language)

    def write(self, view: View, language: str, options: Options) -> Exported:
        """The plan of care as ``view`` shows it; the same view, language and options give the same bytes.

        Raises:
            ExportRefused: a font of ``options`` is not a font, or the map cannot be drawn.
        """
        paper = paper_for(language, options.paper)
        drawing = drawn(view, language, options, paper)
        sheet = Sheet(view, language, paper, options.today, options.in_vault)
        content = document(sheet, drawing)
        return Exported(content, drawing.remarks, drawing.places) if drawing else Exported(content)


def document(sheet: Sheet, drawing: Drawing | None) -> bytes:
    """The finished file, with the map if there is one to show."""
    frame = Frame(sheet.kind, word_language(sheet.language), sheet.paper, sheet.today, footer(sheet))
    return packaged(frame, body_of(sheet, drawing), drawing.content if drawing else None)


def body_of(sheet: Sheet, drawing: Drawing | None) -> list[str]:
    """What the document says, in fragments."""
    body = [part for section in BEFORE_THE_MAP for part in section(sheet)]
    body += _map(sheet, drawing)
    body += [part for section in AFTER_THE_MAP for part in section(sheet)]
    return body


def word_language(language: str) -> str:
    """The tag that Word knows a language by: teammeet's own two are those of the United States."""
    return {"en": "en-US", "es": "es-US"}.get(language, language)


def _map(sheet: Sheet, drawing: Drawing | None) -> Iterator[str]:
    yield sheet.heading(1, sheet.say("heading.map"))
    if drawing is None:
        return
    width, height = drawing.size
    most_wide, most_high = sheet.paper.text_width * EMU, int(sheet.paper.text_height * EMU * MOST_OF_A_PAGE)
    scale = min(most_wide / width, most_high / height)
    yield picture(PICTURE, sheet.say("heading.map"), drawing.alternative, int(width * scale), int(height * scale))
    yield paragraph(sheet.say("map_caption"), "Caption")


def footer(sheet: Sheet) -> str:
    """Which plan this page belongs to, and its number among all pages."""
    pages = (sheet.say("page"), " ", Field("PAGE"), " ", sheet.say("of_pages"), " ", Field("NUMPAGES"))
    return paragraph((edition(sheet), TAB, *pages), "Footer", right_tab=sheet.paper.text_width)
