"""A sheet as a list: one line a row, painted in plain text, with the cursor kept where it was when the rows change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from textual import on
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from teammeet.tui.sheets.row import Row

NARROW: Final = "◑"
"""The sign of a row that is not for everybody."""
_HANGING: Final = 2
"""Columns by which the further lines of a heading are set in."""
_NARROWEST: Final = 12
"""Columns below which lines break as they come."""


class Sheet(OptionList):
    """Shows rows and says which one is under the cursor, and which one was opened."""

    ALLOW_SELECT = False

    @dataclass
    class Looked(Message):
        """The cursor came to a row (or there is none)."""

        row: Row | None

    @dataclass
    class Opened(Message):
        """Enter or the mouse opened a row."""

        row: Row

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._rows: tuple[Row, ...] = ()
        self._painted_for = 0
        self.is_opening = False
        """Whether something is being opened over the sheet: what is typed meanwhile is not for the screen below."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """What it shows."""
        return self._rows

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self._rows[self.highlighted] if self._rows and self.highlighted is not None else None

    def show(self, rows: tuple[Row, ...], go_to: str = "") -> None:
        """Show ``rows``. The cursor goes to the item ``go_to``, else stays on its row, else near the place where it was."""
        held, place = self.row, self.highlighted or 0
        if rows == self._rows and not go_to:
            return
        self._rows = rows
        self._fill(go_to, held, place)
        self.post_message(self.Looked(self.row))

    def on_resize(self) -> None:
        """Lines break anew at another width."""
        if self._rows and self._room != self._painted_for:
            self._fill("", self.row, self.highlighted or 0)

    @property
    def _room(self) -> int:
        return self.scrollable_content_region.width

    def _fill(self, go_to: str, held: Row | None, place: int) -> None:
        self._painted_for = self._room
        with self.prevent(OptionList.OptionHighlighted):
            self.set_options(Option(_painted(row, self._painted_for), id=str(n)) for n, row in enumerate(self._rows))
            self.highlighted = self._place_of(go_to, held, place)

    def _place_of(self, go_to: str, held: Row | None, place: int) -> int | None:
        wanted = [n for n, row in enumerate(self._rows) if go_to and row.item == go_to]
        wanted += [n for n, row in enumerate(self._rows) if held is not None and row.key == held.key]
        if wanted:
            return wanted[0]
        return min(place, len(self._rows) - 1) if self._rows else None

    def action_select(self) -> None:
        """Open the row; keys that follow are held off until it is open."""
        self.is_opening = self.row is not None
        super().action_select()

    @on(OptionList.OptionHighlighted)
    def _came(self, highlighted: OptionList.OptionHighlighted) -> None:
        highlighted.stop()
        self.post_message(self.Looked(self.row))

    @on(OptionList.OptionSelected)
    def _opened(self, selected: OptionList.OptionSelected) -> None:
        selected.stop()
        self.post_message(self.Opened(self._rows[selected.option_index]))


def _painted(row: Row, width: int) -> Content:
    """Mark, words, details; lines that do not fit go on below the first word, not below the mark."""
    detail = Content.styled(f"  {row.detail}", "$quiet") if row.detail else Content("")
    if row.heading:
        mark, body = Content("  " * row.level), Content.styled(f"{NARROW} " * row.narrow + row.words, "bold $primary") + detail
    else:
        mark = Content.styled(f"{'  ' * (row.level - 1)}{row.mark or ' '} ", "$accent")
        sign = Content.styled(f"{NARROW} ", "$accent") if row.narrow else Content("")
        body = sign + Content(row.words) + detail
    indent = mark.cell_length if not row.heading else mark.cell_length + _HANGING
    if body.cell_length <= width - mark.cell_length or width - indent < _NARROWEST:
        return mark + body
    return mark + Content(f"\n{' ' * indent}").join(body.wrap(width - indent))
