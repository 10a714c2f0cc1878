"""Fields that are chosen from a few words: one of them, any of them, yes or no."""

from __future__ import annotations

from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Checkbox, Select, SelectionList
from textual.widgets.selection_list import Selection

from teammeet.tui.widgets.field import FieldRow


class ChoiceRow(FieldRow):
    """One of some words, or nothing where the model allows it."""

    def compose_control(self) -> ComposeResult:
        """The closed list."""
        form, field = self.setting.form, self.field
        options = [(self._word(value), value) for value in form.options(field)]
        may_be_empty = form.may_be_empty(field) or self.value is None
        yield Select[str](
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


class ChoicesRow(FieldRow):
    """Any of some words: a tie may be strong and stressful."""

    def compose_control(self) -> ComposeResult:
        """The words, each with a mark."""
        options = [value for value in self.setting.form.options(self.field) if value != "none"]
        marks = [Selection(self._word(value), value, value in self.value) for value in options]
        yield SelectionList[str](*marks, compact=True, classes="field-control")

    @property
    def control(self) -> SelectionList[str]:
        """The list."""
        return self.query_one(SelectionList)

    def show(self, value: Any) -> None:
        """Mark what ``value`` holds."""
        super().show(value)
        with self.control.prevent(SelectionList.SelectedChanged):
            self.control.deselect_all()
            for one in value:
                self.control.select(one)

    @on(SelectionList.SelectedChanged)
    def _marked(self, changed: SelectionList.SelectedChanged[str]) -> None:
        changed.stop()
        marked = set(self.control.selected)
        self.give(tuple(value for value in self.setting.form.options(self.field) if value in marked))

    def _word(self, value: str) -> Content:
        return Content(self.setting.say(f"{self.field.choices}.{value}"))


class CheckRow(FieldRow):
    """Yes or no."""

    def compose_control(self) -> ComposeResult:
        """The mark."""
        yield Checkbox(self._word(self.value), value=bool(self.value), compact=True, classes="field-control")

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
