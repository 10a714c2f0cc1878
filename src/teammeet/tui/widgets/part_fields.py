"""A field that is a list of small values, each with a form of its own: contacts, decision rights, claims, translations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from teammeet.tui.forms.facts import row_in_words
from teammeet.tui.widgets.field import FieldRow, Setting

_NEW: Final = "new"


class PartsRow(FieldRow):
    """One line a value and one more to add another. Enter opens, Del takes out."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("delete,backspace", "take_out", show=False)]

    @dataclass
    class Opened(Message):
        """A person wants to see or change the value at ``place`` (after the last: a new one)."""

        row: PartsRow
        place: int

    def compose_control(self) -> ComposeResult:
        """The list."""
        yield OptionList(*self._options(), compact=True, markup=False, classes="field-control")

    @property
    def control(self) -> OptionList:
        """The list."""
        return self.query_one(OptionList)

    def show(self, value: Any) -> None:
        """Show the values, the cursor where it was."""
        super().show(value)
        self._fill()

    def take_setting(self, setting: Setting) -> None:
        """Names in the values may have changed."""
        super().take_setting(setting)
        self._fill()

    def action_take_out(self) -> None:
        """Take the value under the cursor out of the list."""
        place = self.control.highlighted
        if place is not None and place < len(self.value):
            self.give((*self.value[:place], *self.value[place + 1 :]))

    @on(OptionList.OptionSelected)
    def _selected(self, selected: OptionList.OptionSelected) -> None:
        selected.stop()
        self.post_message(self.Opened(self, selected.option_index))

    def _fill(self) -> None:
        place = self.control.highlighted
        self.control.set_options(self._options())
        if place is not None:
            self.control.highlighted = min(place, len(self.value))

    def _options(self) -> list[Option]:
        rows = [Option(Content(words)) for words in map(self._words, self.value)]
        return [*rows, Option(Content.styled(self.setting.say("family.add"), "$quiet"), id=_NEW)]

    def _words(self, value: Any) -> str:
        form = self.field.rows
        return (row_in_words(form, value, self.setting.record, self.setting.language) if form else "") or "–"
