"""A screen that is one list, what the letters do to its selected row, and a line for questions: signing, and reading back."""

from __future__ import annotations

from textual import on
from textual.widgets import OptionList

from teammeet.tui.meeting.deeds import DoesDeeds
from teammeet.tui.meeting.scene import Keep
from teammeet.tui.widgets.capture import CoachLine, Entered


class ListWithDeeds(DoesDeeds):
    """The line is there while a question is asked; else the list has the focus. A subclass paints, and says what F2 opens."""

    def __init__(self) -> None:
        super().__init__()
        self._selected = ""

    def select(self, row: str) -> None:
        """Select a row."""
        self._selected = row
        self.show_all()

    def is_kept(self, deed: Keep) -> None:
        """Say what came of it; the list has the focus again."""
        super().is_kept(deed)
        self.query_one("#record").focus()

    def action_edit(self) -> None:
        """Open the selected row."""
        raise NotImplementedError

    @on(Entered)
    def _enter(self, entered: Entered) -> None:
        if self.asking is not None:
            self.answer(self.asking, entered.line.strip())

    @on(OptionList.OptionHighlighted, "#record")
    def _highlighted(self, highlighted: OptionList.OptionHighlighted) -> None:
        self._selected = highlighted.option_id or ""

    @on(OptionList.OptionSelected, "#record")
    def _opened(self) -> None:
        self.action_edit()

    @on(CoachLine.Dismissed)
    def _read(self) -> None:
        self.tell("")
