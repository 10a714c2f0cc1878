"""The crisis plan in brief as a picture for a telephone: large letters, the numbers first, nothing that needs a network."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from teammeet.ecomap.shapes import LEADING, Box, Label
from teammeet.ecomap.sheet import Sheet
from teammeet.ecomap.strokes import Group, Path, Words
from teammeet.ecomap.wrap import wrapped
from teammeet.export import Exported, Heeded, Options
from teammeet.messages import text
from teammeet.model.view import View
from teammeet_picture.measure import FAMILY, FontMeasure, measured
from teammeet_picture.paint import paint
from teammeet_picture.picture import Picture, checked_png
from teammeet_word.crisis_essentials import Essentials
from teammeet_word.markup import escaped
from teammeet_word.remarks import language_remarks
from teammeet_word.wallet import essentials_for
from teammeet_word.wording import Wording

WIDTH: Final = 1080
"""Pixels across: what a telephone's screen has, or more."""
_WIDE: Final = 360.0
"""The same in points of the drawing."""
_LEAST_HIGH: Final = 640.0
_EDGE: Final = 20.0
_TITLE: Final = 26.0
_HEADING: Final = 19.0
_TEXT: Final = 17.0
_NUMBER: Final = 24.0
_GAP: Final = 8.0


@dataclass(frozen=True, slots=True)
class _Block:
    """Words of one size, set from the left in lines; ``ruled`` has a line above."""

    words: str
    size: float
    bold: bool = False
    ruled: bool = False
    before: float = 0.0


class PhoneCard:
    """The wallet card as a PNG."""

    name = "wallet-card-png"
    suffix = "png"
    reader = "team"
    heeds: frozenset[Heeded] = frozenset()

    def describe(self, language: str) -> str:
        """What it writes, in one line."""
        return text("pages.card.describe-picture", language)

    def write(self, view: View, language: str, options: Options) -> Exported:
        """One picture with every crisis plan that ``view`` shows, one under the other.

        Raises:
            ExportRefused: this reader never gets a crisis plan, or there is none yet; a font is none.
        """
        blocks = [block for plan in essentials_for(view, language) for block in _blocks(plan, language)]
        if view.in_roles:
            blocks.append(_Block(text("roles.printed", language), _TEXT, ruled=True, before=_GAP * 2))
        sheet, measure = measured(lambda measure: _sheet(blocks, measure), options.fonts)
        title = text("pages.card.title", language)
        said = "\n".join(block.words for block in blocks)
        svg = paint(sheet, measure, title=title, desc=said, language=language, family=FAMILY)
        letters = measure.missing(said)
        told = tuple(language_remarks(Wording(view, language), escaped(said)))
        remarks = (*told, text("ecomap.words.font", language, letters=" ".join(letters[:24]))) if letters else told
        picture = Picture(svg, sheet.width, sheet.height, said, remarks, {}, measure.fonts, title, language)
        return Exported(checked_png(picture, WIDTH), remarks)


def _blocks(plan: Essentials, language: str) -> Iterator[_Block]:
    yield _Block(text("pages.card.title", language), _HEADING, bold=True, before=_GAP)
    if plan.whose:
        yield _Block(plan.whose, _TITLE, bold=True)
    if plan.calls:
        yield _Block(text("pages.card.front", language), _HEADING, bold=True, ruled=True, before=_GAP * 2)
    for name, number in plan.calls:
        if name:
            yield _Block(name, _TEXT, before=_GAP)
        if number:
            yield _Block(number, _NUMBER, bold=True, before=0 if name else _GAP)
        elif plan.has_numbers:
            yield _Block(text("pages.card.no-number", language), _TEXT)
    for entry in plan.lists:
        yield _Block(entry.heading, _HEADING, bold=True, ruled=True, before=_GAP * 2)
        yield from (_Block(f"• {line}", _TEXT, before=_GAP / 2) for line in entry.lines)
        if entry.more:
            yield _Block(text("pages.card.more", language, number=entry.more), _TEXT, before=_GAP / 2)


def _sheet(blocks: list[_Block], measure: FontMeasure) -> Sheet:
    """The blocks one under the other."""
    groups: list[Group] = []
    down, wide = _EDGE, _WIDE - 2 * _EDGE
    for block in blocks:
        down += block.before
        if block.ruled:
            groups.append(Group("rule", (Path(((_EDGE, down), (_WIDE - _EDGE, down)), "household", 1.0),)))
            down += _GAP
        lines = wrapped(block.words, measure, wide, block.size, block.bold)
        high = len(lines) * block.size * LEADING
        label = Label(lines, Box(_WIDE / 2, down + high / 2, wide, high), block.size, block.bold)
        groups.append(Group("words", (Words(label, left=True),)))
        down += high
    return Sheet(_WIDE, max(down + _EDGE, _LEAST_HIGH), tuple(groups))


phone_card: Final = PhoneCard()
"""What the entry point ``wallet-card-png`` leads to."""
