"""The live record of a step as a list: rows of people's words, never read as markup; letters work while it has the focus."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.content import Content
from textual.message import Message
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from teammeet.tui.meeting.scene import Row

_WIDEST_MARK: Final = 12
"""Cells that the marks may take beside the words."""
_NARROWEST: Final = 20
MENU_KEY: Final = "ctrl+e"
"""After it keys are held back for the menu, which takes a moment to open: nothing typed fast goes astray."""
POINTER: Final = "▸"
_GUTTER: Final = "  "
_RIGHT: Final = 3
"""The number of the right mouse button."""


@dataclass
class StepBy(Message):
    """Page up (-1) or down (1): to another step."""

    by: int


@dataclass
class HeldKey(Message):
    """A key that was typed before what it is meant for was there."""

    key: str
    character: str


@dataclass
class MenuWanted(Message):
    """The right mouse button on a row, which is selected by it, or the menu's key: what can be done with it?"""


@dataclass
class LetterPressed(Message):
    """A letter of the step, meant for the selected row."""

    letter: str


class RecordList(OptionList):
    """Shows rows; keeps the selection by id when they change."""

    ALLOW_SELECT = False

    def __init__(self, empty: str) -> None:
        super().__init__(id="record", markup=False)
        self._empty = empty
        self._rows: tuple[Row, ...] = ()
        self._letters: frozenset[str] = frozenset()
        self.holds_keys = False
        self._painted_for = 0

    @property
    def selected(self) -> str:
        """The id of the selected row; empty if none is."""
        return self._rows[self.highlighted].id if self._rows and self.highlighted is not None else ""

    def show(self, rows: tuple[Row, ...], selected: str, letters: Iterable[str] = ()) -> None:
        """Show these rows with that one selected."""
        self.take_letters(letters)
        if rows != self._rows or not self.option_count:
            self._rows = rows
            self._paint()
        self.select_row(selected)

    def take_letters(self, letters: Iterable[str]) -> None:
        """The letters that act on the row that is selected now."""
        self._letters = frozenset(letters)

    def on_resize(self) -> None:
        """Rows wrap anew; when a remark beside the line takes room, the selected row stays in view."""
        if self._width() != self._painted_for and self._rows:
            selected = self.selected
            self._paint()
            self.select_row(selected)
        self.call_after_refresh(self.scroll_to_highlight)

    def _paint(self) -> None:
        self._painted_for = self._width()
        columns: dict[int, int] = {}
        for row in self._rows:
            if not row.heading:
                columns[row.level] = min(_WIDEST_MARK, max(columns.get(row.level, 0), cell_len(row.mark)))
        shown = [
            Option(_beside(_painted(row, columns.get(row.level, 0), self._painted_for)), id=row.id, disabled=_is_bare(row))
            for row in self._rows
        ]
        with self.prevent(OptionList.OptionHighlighted):
            self.set_options(shown or [Option(Content.styled(self._empty, "$quiet"), disabled=True)])

    def _width(self) -> int:
        """Cells for a row, without the border, the room for the pointer and the scroll bar."""
        return max(_NARROWEST, (self.size.width or 78) - 3 - len(_GUTTER))

    def select_row(self, selected: str) -> None:
        """Select the row with this id, without a word; none if it is not there."""
        place = next((n for n, row in enumerate(self._rows) if row.id == selected), None)
        if place != self.highlighted:
            with self.prevent(OptionList.OptionHighlighted):
                self.highlighted = place

    def render_line(self, y: int) -> Strip:
        """A line of the list; before the selected row stands a pointer: no colour alone says which it is."""
        strip = super().render_line(y)
        number = self.scroll_offset.y + y
        if number >= len(self._lines) or self._lines[number] != (self.highlighted, 0):
            return strip
        style = self.get_visual_style("option-list--option", "option-list--option-highlighted").rich_style
        return Strip.join([Strip([Segment(POINTER, style + Style(bold=True))], 1), strip.crop(1)])

    def step(self, by: int) -> None:
        """The next row down (1) or up (-1) that can be selected."""
        if self.highlighted is None and by > 0:
            self.action_first()
        elif by > 0:
            self.action_cursor_down()
        else:
            self.action_cursor_up()

    def action_page_up(self) -> None:
        """The step before."""
        self.post_message(StepBy(-1))

    def action_page_down(self) -> None:
        """The next step."""
        self.post_message(StepBy(1))

    async def _on_click(self, event: events.Click) -> None:
        """A click selects a row, another one opens it; the right button asks what can be done with it."""
        place = event.style.meta.get("option")
        is_menu = event.button == _RIGHT
        if place is None or self.get_option_at_index(place).disabled or not (is_menu or place != self.highlighted):
            return
        event.prevent_default()
        self.highlighted = place
        if is_menu:
            self.post_message(MenuWanted())

    async def _on_key(self, event: events.Key) -> None:
        """A letter of the step is for the selected row; with Alt too, as in the line."""
        if self.holds_keys or event.key == MENU_KEY:
            event.stop()
            event.prevent_default()
            self.post_message(HeldKey(event.key, event.character or "") if self.holds_keys else MenuWanted())
            self.holds_keys = True
            return
        letter = (event.character or event.key.removeprefix("alt+")).lower()
        if letter in self._letters:
            event.stop()
            event.prevent_default()
            self.post_message(LetterPressed(letter))


def _is_bare(row: Row) -> bool:
    """A heading that nothing can be done with is passed over."""
    return row.heading and not row.mode and not row.item


def _beside(painted: Content) -> Content:
    """A row beside the room for the pointer."""
    return Content("\n").join([Content(_GUTTER) + line for line in painted.split("\n", allow_blank=True)])


def _painted(row: Row, column: int, width: int) -> Content:
    """Mark in a column of its own, words and detail beside it; what does not fit goes on below the words."""
    if row.heading:
        words = f"{row.mark} {row.words}" if row.mark else row.words
        return Content.styled(words, "bold $primary") + Content.styled(f"  {row.detail}" if row.detail else "", "$quiet")
    indent = 2 * (row.level - 1)
    room = " " * max(0, column - cell_len(row.mark))
    mark = Content.styled(f"{' ' * indent}{row.mark}{room} ", "$accent")
    detail = Content.styled(f"  {row.detail}", "$quiet") if row.detail else Content("")
    room_for_words = max(_NARROWEST, width - mark.cell_length)
    lines = list((Content(row.words) + detail).wrap(room_for_words))
    for other in row.beneath:
        lines += Content.styled(other, "$quiet").wrap(room_for_words)
    below = Content("\n" + " " * min(mark.cell_length, indent + column + 1))
    return mark + below.join(lines)
