"""The wallet card: the crisis plan in brief, to be cut out and folded; two of them, one to carry and one to give away."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from teammeet.errors import ExportRefused
from teammeet.export import Exported, Heeded, Options
from teammeet.messages import Message, text
from teammeet.model.view import View
from teammeet_word.crisis_essentials import Entry, Essentials, essentials
from teammeet_word.direction import running
from teammeet_word.exporter import footer
from teammeet_word.markup import Column, Line, Listed, Row, Span, paragraph
from teammeet_word.sheet import Sheet
from teammeet_word.single_page import page_sheet, single_page

_WIDE, _HIGH = 2 * 4853, 3061
"""Two panels across and the height of one, in twentieths of a point: each is as large as a bank card (ISO/IEC 7810, ID-1)."""
_PANELS: Final = (("what_helps", "what_makes_it_worse"), ("steps",), ("must_not_be_called", "tell"))
"""What stands on the panels after the first."""
_COPIES: Final = 2
_TO_WRITE_ON: Final = "_" * 12
"""Room for a number that is not known yet."""


class WalletCard:
    """A card for the wallet: four panels that fold to the size of a bank card (PRACTICE: it must stand alone too)."""

    name = "wallet-card"
    suffix = "docx"
    reader = "team"
    heeds: frozenset[Heeded] = frozenset({"seal", "large"})

    def describe(self, language: str) -> str:
        """What it writes, in one line."""
        return text("pages.card.describe", language)

    def write(self, view: View, language: str, options: Options) -> Exported:
        """A page of cards for each crisis plan that ``view`` shows.

        Raises:
            ExportRefused: this reader never gets a crisis plan, or there is none yet.
        """
        plans = essentials_for(view, language)
        sheet = page_sheet(view, language, options)
        sheet = replace(sheet, paper=replace(sheet.paper, side=(sheet.paper.width - _WIDE) // 2))
        with running(language):
            body = [part for plan in plans for part in _cards(sheet, plan)]
        return single_page(sheet, text("pages.card.title", language), body, footer(sheet))


def essentials_for(view: View, language: str) -> tuple[Essentials, ...]:
    """What goes on the cards of a reader.

    Raises:
        ExportRefused: this reader never gets a crisis plan, there is none yet, or it says nothing that goes on a card.
    """
    if "crisis-plans" in view.withheld:
        raise ExportRefused(why=Message("word.alone.no-crisis-plan"))
    plans = essentials(view, language)
    if not plans:
        raise ExportRefused(why=Message("pages.card.nothing-for-it" if view.crisis_plans else "pages.card.nothing-yet"))
    return plans


def _cards(sheet: Sheet, plan: Essentials) -> Iterator[str]:
    title, whose = _say(sheet, "title"), plan.whose or sheet.say("somebody")
    yield sheet.heading(1, sheet.join(title, plan.whose), new_page=True)
    columns = (Column(title, 1), Column(whose, 1))
    for copy in range(_COPIES):
        cut = "cut-large" if sheet.large else "cut"
        yield paragraph(_say(sheet, "another" if copy else cut), "Quiet", keep_next=True)
        yield sheet.table_under(title, columns, _panels(sheet, plan), "BoxTable", _HIGH)


def _panels(sheet: Sheet, plan: Essentials) -> list[Row]:
    """Four panels, two by two: whom to call first, the lists in the order in which they are needed."""
    lists = {entry.name: entry for entry in plan.lists}
    helps, steps, tell = (
        tuple(line for name in names if name in lists for line in _lines(sheet, lists[name])) for names in _PANELS
    )
    return [(tuple(_calls(sheet, plan)), helps), (steps, tell)]


def _calls(sheet: Sheet, plan: Essentials) -> Iterator[Line | Listed]:
    yield Span(_say(sheet, "front"), "Strong")
    for name, number in plan.calls[: plan.calls_on_paper]:
        told = Span(number or (_TO_WRITE_ON if plan.has_numbers else ""), "Strong")
        yield Listed((f"{name}: ", told) if name and told.text else name or told)
    if more := len(plan.calls) - plan.calls_on_paper:
        yield Listed(_more(sheet, more))


def _lines(sheet: Sheet, entry: Entry) -> Iterator[Line | Listed]:
    yield Span(entry.heading, "Strong")
    yield from map(Listed, entry.lines)
    if entry.more:
        yield Listed(_more(sheet, entry.more))


def _more(sheet: Sheet, number: int) -> str:
    return text("pages.card.more", sheet.language, number=number)


def _say(sheet: Sheet, key: str) -> str:
    return text(f"pages.card.{key}", sheet.language)


wallet_card: Final = WalletCard()
"""What the entry point ``wallet-card`` leads to."""
