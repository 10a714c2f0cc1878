"""A part of the plan to be read aloud: what was said stands large and apart, what belongs to it quieter below."""

from __future__ import annotations

from typing import Final

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from teammeet.tui.meeting.scene import Row
from teammeet.tui.widgets.record_list import RecordList

_STEP_IN: Final = 3
"""Cells by which a row stands further in than what it belongs to."""
_NARROWEST: Final = 20


class ReadingList(RecordList):
    """Rows with an empty line after each."""

    def _paint(self) -> None:
        self._painted_for = self._width()
        shown = [Option(_spaced(row, self._painted_for), id=row.id) for row in self._rows]
        with self.prevent(OptionList.OptionHighlighted):
            self.set_options(shown or [Option(Content.styled(self._empty, "$quiet"), disabled=True)])


def _spaced(row: Row, width: int) -> Content:
    """The words, whatever else was worded of them, the details, an empty line."""
    indent = _STEP_IN * (row.level - 1)
    mark = f"{' ' * indent} {row.mark or ' '}  "
    room = max(_NARROWEST, width - cell_len(mark))
    said, *more = row.words.split("\n")
    lines = list(Content.styled(said, "bold").wrap(room))
    for words in (*more, *filter(None, (row.detail,))):
        lines += Content.styled(words, "$quiet").wrap(room)
    below = Content("\n" + " " * cell_len(mark))
    return Content.styled(mark, "$accent") + below.join(lines) + Content("\n")
