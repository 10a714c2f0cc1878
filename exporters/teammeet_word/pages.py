"""Single pages that go home or round the table: the crisis and safety plan to pin up, and a sheet to say how it was."""

from collections.abc import Iterator
from typing import Final

from teammeet.errors import ExportRefused
from teammeet.export import Exported, Heeded, Options
from teammeet.messages import Message, text
from teammeet.model.view import View
from teammeet_word.direction import running
from teammeet_word.exporter import footer
from teammeet_word.markup import Column, Row, Span, paragraph
from teammeet_word.sections.beginning import edition
from teammeet_word.sections.crisis import for_the_wall
from teammeet_word.sheet import Sheet
from teammeet_word.single_page import page_sheet, single_page

_QUESTIONS: Final = ("heard", "mattered", "fits")
"""What is asked of a meeting: the answers that ``MeetingRating`` keeps."""
_BOX: Final = 1985
"""How high a box is that is crossed with a thick pen, in twentieths of a point (35 mm)."""
_OWN_WORDS: Final = 3000
"""How high the box for one's own words is."""


class CrisisPage:
    """The crisis and safety plan as one page that can hang alone (PRACTICE: it must come out as a stand-alone page)."""

    name = "crisis-page"
    suffix = "docx"
    reader = "team"
    heeds: frozenset[Heeded] = frozenset({"seal", "large"})

    def describe(self, language: str) -> str:
        """What it writes, in one line."""
        return text("word.alone.describe-crisis", language)

    def write(self, view: View, language: str, options: Options) -> Exported:
        """A page for each crisis plan that ``view`` shows; what the first one will hold while there is none.

        Raises:
            ExportRefused: this reader never gets a crisis plan.
        """
        if "crisis-plans" in view.withheld:
            raise ExportRefused(why=Message("word.alone.no-crisis-plan"))
        sheet = page_sheet(view, language, options)
        with running(language):
            body = list(for_the_wall(sheet)) or [*_title(sheet, "heading.crisis"), sheet.placeholder("crisis")]
        return single_page(sheet, sheet.say("heading.crisis"), body, footer(sheet))


class RatingSheet:
    """One page on which somebody says what they thought of a meeting, in private and without a name."""

    name = "rating-sheet"
    suffix = "docx"
    reader = "room"
    heeds: frozenset[Heeded] = frozenset({"seal", "large"})

    def describe(self, language: str) -> str:
        """What it writes, in one line."""
        return text("word.alone.describe-rating", language)

    def write(self, view: View, language: str, options: Options) -> Exported:
        """The page: three questions with a box for each of five answers, and room for one's own words."""
        sheet = page_sheet(view, language, options)
        with running(language):
            body, below = list(_rating(sheet)), _rating_footer(sheet)
        return single_page(sheet, sheet.say("alone.rating"), body, below)


def _title(sheet: Sheet, key: str) -> Iterator[str]:
    yield sheet.heading(1, sheet.say(key))


def _rating(sheet: Sheet) -> Iterator[str]:
    """The questions, the boxes, room for more."""
    yield from _title(sheet, "alone.rating")
    yield paragraph(sheet.say("alone.rating-why"))
    yield paragraph(sheet.say("alone.rating-how"), keep_next=True)
    answers = (Column(sheet.say(f"alone.answer.{n}"), 1) for n in range(1, 6))
    columns = (Column(sheet.say("alone.question"), 2.6), *answers)
    rows: list[Row] = [((Span(sheet.say(f"alone.asked.{name}"), "Number"),), (), (), (), (), ()) for name in _QUESTIONS]
    yield sheet.table_under(sheet.say("alone.rating"), columns, rows, "BoxTable", _BOX)
    yield sheet.heading(2, sheet.say("alone.more"))
    more = (Column(sheet.say("alone.more-how"), 1),)
    yield sheet.table_under(sheet.say("alone.more"), more, [((),)], "BoxTable", _OWN_WORDS)
    yield paragraph(sheet.say("alone.where-to"), "Answer")


def _rating_footer(sheet: Sheet) -> str:
    """The family's code and the day of the meeting: nothing that says whose sheet it is."""
    held = sheet.held[-1].on if sheet.held else None
    code = edition(sheet) if sheet.view.in_roles else sheet.view.code if sheet.in_vault else ""
    return paragraph(sheet.join(code, sheet.day(held or sheet.today)), "Footer")
