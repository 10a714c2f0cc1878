"""Fields that are chosen from a few words: one of them, any of them, yes or no."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Checkbox, OptionList, Select
from textual.widgets.option_list import Option

from teammeet.tui.widgets.field import DOWN, ENTER, UP, FieldRow


class ChoiceList(Select[str], inherit_bindings=False):
    """A closed list that Space or Down opens: the stock one takes Enter and Up, too, and nobody gets past it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space,down", "show_overlay", show=False)]


class ChoiceRow(FieldRow):
    """One of some words, or nothing where the model allows it."""

    BINDINGS: ClassVar[list[BindingType]] = [ENTER, UP]

    def compose_control(self) -> ComposeResult:
        """The closed list."""
        form, field = self.setting.form, self.field
        options = [(self._word(value), value) for value in form.options(field)]
        may_be_empty = form.may_be_empty(field) or self.value is None
        yield ChoiceList(
            options,
            prompt=self.setting.say("family.nothing-chosen"),
            allow_blank=may_be_empty,
            value=self._as_chosen(self.value),
            compact=True,
            classes="field-control",
        )

    @property
    def control(self) -> Select[str]:
        """The list."""
        return self.query_one(Select)

    def show(self, value: Any) -> None:
        """Choose ``value`` in the list."""
        super().show(value)
        self.control.value = self._as_chosen(value)

    @on(Select.Changed)
    def _chosen(self, changed: Select.Changed) -> None:
        changed.stop()
        self.give(None if changed.value is Select.NULL else changed.value)

    def _word(self, value: str) -> str:
        return self.setting.say(f"{self.field.choices}.{value}")

    @staticmethod
    def _as_chosen(value: Any) -> Any:
        return Select.NULL if value is None else value


class MarkList(OptionList, inherit_bindings=False):
    """A list in which Space marks and Enter goes on to the next field."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor_up", show=False),
        Binding("down", "cursor_down", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
    ]


class ChoicesRow(FieldRow):
    """Any of some words: a tie may be strong and stressful. The mark is a sign, not a colour alone."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "mark", show=False), ENTER]

    def compose_control(self) -> ComposeResult:
        """The words, each with a mark."""
        yield MarkList(*self._marked(), compact=True, markup=False, classes="field-control")

    @property
    def control(self) -> OptionList:
        """The list."""
        return self.query_one(OptionList)

    def show(self, value: Any) -> None:
        """Mark what ``value`` holds."""
        super().show(value)
        place = self.control.highlighted
        self.control.set_options(self._marked())
        self.control.highlighted = place

    def action_mark(self) -> None:
        """Mark what is under the cursor, or take its mark away."""
        self.control.action_select()

    @on(OptionList.OptionSelected)
    def _toggled(self, selected: OptionList.OptionSelected) -> None:
        selected.stop()
        marked = set(self.value) ^ {selected.option_id}
        self.give(tuple(value for value in self.setting.form.options(self.field) if value in marked))

    def _marked(self) -> list[Option]:
        options = (value for value in self.setting.form.options(self.field) if value != "none")
        return [Option(_mark(value in self.value, self._word(value)), id=value) for value in options]

    def _word(self, value: str) -> str:
        return self.setting.say(f"{self.field.choices}.{value}")


class Mark(Checkbox, inherit_bindings=False):
    """A Checkbox whose state is a sign: the stock one shows the same letter in two colours. Space sets it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "toggle_button", show=False)]

    def render(self) -> Content:
        """The sign and the word."""
        return _mark(self.value, str(self.label))


def _mark(is_marked: bool, word: str) -> Content:
    return Content(f"[{'✓' if is_marked else ' '}] {word}")


class CheckRow(FieldRow):
    """Yes or no."""

    BINDINGS: ClassVar[list[BindingType]] = [ENTER, UP, DOWN]

    def compose_control(self) -> ComposeResult:
        """The mark."""
        yield Mark(self._word(self.value), value=bool(self.value), compact=True, classes="field-control")

    @property
    def control(self) -> Checkbox:
        """The mark."""
        return self.query_one(Checkbox)

    def show(self, value: Any) -> None:
        """Set the mark."""
        super().show(value)
        self.control.value = bool(value)
        self.control.label = self._word(value)

    @on(Checkbox.Changed)
    def _marked(self, changed: Checkbox.Changed) -> None:
        changed.stop()
        self.give(changed.value)

    def _word(self, value: Any) -> Content:
        return Content(self.setting.say("family.yes" if value else "family.no"))
