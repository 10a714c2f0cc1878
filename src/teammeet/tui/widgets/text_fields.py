"""Fields that are typed: one line of any kind, and areas of several lines."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from teammeet.text import LINE_LIMIT, NOTE_LIMIT, mended
from teammeet.tui.forms.typed import Unreadable, read, typed_again
from teammeet.tui.widgets.field import DOWN, UP, FieldRow
from teammeet.tui.widgets.line_input import LineInput


class TypedRow(FieldRow):
    """A field whose value is what a typed text says."""

    @property
    def typed(self) -> str:
        """What stands in the control."""
        raise NotImplementedError

    def commit(self) -> None:
        """Read what was typed and give it; what cannot be read stays, with the reason below."""
        typed = self.typed
        if typed == self.as_typed(self.value):
            self.remark("")
            return
        try:
            value = read(self.setting.form, self.field, typed, self.setting.now, self.setting.language)
        except Unreadable as unreadable:
            self.remark(self.setting.say(unreadable.key, **unreadable.values))
            return
        self.give(value)

    def as_typed(self, value: Any) -> str:
        """How ``value`` looks when it is typed."""
        return typed_again(self.field, value, self.setting.language)


class FieldLine(LineInput):
    """A line in a form. Its width is the form's, so that a key lays nothing out anew: that took half the time of a key."""

    virtual_size = Reactive(Size(0, 0))


class LineRow(TypedRow):
    """One typed line: words, a date, a number, languages. Enter and the arrows go on, leaving the field commits."""

    BINDINGS: ClassVar[list[BindingType]] = [UP, DOWN]

    def compose_control(self) -> ComposeResult:
        """The line."""
        limit = self.setting.form.limit(self.field) if self.field.control == "line" else LINE_LIMIT
        yield FieldLine(self.as_typed(self.value), limit=limit, compact=True, select_on_focus=False, classes="field-control")

    @property
    def control(self) -> LineInput:
        """The line."""
        return self.query_one(LineInput)

    @property
    def typed(self) -> str:
        """What stands in the line."""
        return self.control.value

    def show(self, value: Any) -> None:
        """Put ``value`` into the line."""
        super().show(value)
        self.control.value = self.as_typed(value)

    @on(LineInput.Submitted)
    def _go_on(self, submitted: LineInput.Submitted) -> None:
        submitted.stop()
        self.action_onward(1)


class NoteArea(TextArea):
    """A TextArea whose text is always clean and at most ``limit`` characters long."""

    def __init__(self, text: str, *, limit: int = NOTE_LIMIT, **options: Any) -> None:
        super().__init__(text, tab_behavior="focus", compact=True, highlight_cursor_line=False, **options)
        self.limit = limit

    def edit(self, edit: Edit) -> EditResult:
        """Every change of the text, typed or pasted, goes through here and is made fit."""
        held = len(self.text) - len(self.document.get_text_range(*sorted((edit.from_location, edit.to_location))))
        fit, changed = mended(edit.text, lines=True, limit=max(0, self.limit - held))
        if changed:
            too_long = len(edit.text) > len(fit)
            self.post_message(LineInput.Said(self, *self._reason(too_long)))  # type: ignore[arg-type]  # said of an area too
        edit.text = fit
        return super().edit(edit)

    def _reason(self, too_long: bool) -> tuple[str, dict[str, object]]:
        return ("tui.line.too-long", {"limit": self.limit}) if too_long else ("tui.line.mended", {})


class AreaRow(TypedRow):
    """Several typed lines: a note, or a list with one entry a line. Leaving the field commits."""

    def compose_control(self) -> ComposeResult:
        """The area."""
        yield NoteArea(self.as_typed(self.value), classes="field-control")

    @property
    def control(self) -> NoteArea:
        """The area."""
        return self.query_one(NoteArea)

    @property
    def typed(self) -> str:
        """What stands in the area."""
        return self.control.text

    def show(self, value: Any) -> None:
        """Put ``value`` into the area, unless it stands there."""
        super().show(value)
        if self.control.text != self.as_typed(value):
            self.control.load_text(self.as_typed(value))
