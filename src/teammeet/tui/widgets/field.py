"""What every field of a form is: a label, a control, and a remark below while something is not right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from teammeet.messages import text
from teammeet.model.record import Record
from teammeet.tui.forms.form import Field, Form


@dataclass(frozen=True, slots=True)
class Setting:
    """What a field is shown in: its form, the record whose items it may refer to, the language, the moment."""

    form: Form
    record: Record
    language: str
    now: datetime

    def say(self, key: str, **values: object) -> str:
        """The message ``key`` in the language of the screen."""
        return text(key, self.language, **values)


ENTER: Final = Binding("enter", "onward(1)", show=False)
UP: Final = Binding("up", "onward(-1)", show=False)
DOWN: Final = Binding("down", "onward(1)", show=False)
"""Keys that leave a field, for those whose control has no use of its own for them."""


class FieldRow(Vertical):
    """One field. It posts :class:`Given` when a person gave it a value; the editor answers by ``show`` or ``remark``."""

    ALLOW_MAXIMIZE: ClassVar[bool | None] = False

    @dataclass
    class Given(Message):
        """A person gave a field this value."""

        row: FieldRow
        value: Any

    @dataclass
    class Onward(Message):
        """A person is done with a field and goes on to the next, or back to the one before (``by`` = -1)."""

        row: FieldRow
        by: int = 1

    @dataclass
    class Finished(Message):
        """All that a field had to give was given: the editor may close. ``was_unfit``: it could not be kept before either."""

        row: FieldRow
        was_unfit: bool

    def __init__(self, field: Field, setting: Setting, value: Any) -> None:
        super().__init__(id=f"field-{field.name}", classes=f"field -{field.control}")
        self.field = field
        self.setting = setting
        self.value = value

    def compose(self) -> ComposeResult:
        """The label on the left, the control on the right."""
        with Horizontal(classes="field-line"):
            yield Static(Content(self.setting.say(self.field.label)), classes="field-label")
            yield from self.compose_control()

    def compose_control(self) -> ComposeResult:
        """The control."""
        raise NotImplementedError

    @property
    def control(self) -> Widget:
        """What takes the focus."""
        raise NotImplementedError

    def show(self, value: Any) -> None:
        """Show ``value``, which is what stands in the item now."""
        self.value = value
        self.remark("")

    def take_setting(self, setting: Setting) -> None:
        """The record changed: what can be referred to may be called otherwise now."""
        self.setting = setting

    def commit(self) -> None:
        """Give what was typed and not given yet; a control that gives at once has nothing left."""

    def finish(self) -> None:
        """Commit, then say so: messages of one widget arrive in their order."""
        was_unfit = self.is_unfit
        self.commit()
        self.post_message(self.Finished(self, was_unfit))

    @property
    def is_unfit(self) -> bool:
        """Whether what stands in the control is not kept, and a remark says why."""
        return self.has_class("-unfit")

    def on_descendant_focus(self) -> None:
        """The label says which field has the focus."""
        self.add_class("-here")

    def on_descendant_blur(self) -> None:
        """Leaving a field commits it."""
        self.remove_class("-here")
        self.commit()

    def action_onward(self, by: int) -> None:
        """Commit, and go to the field after (1) or before (-1)."""
        self.commit()
        self.post_message(self.Onward(self, by))

    def give(self, value: Any) -> None:
        """Ask the editor to take ``value``, if it is another one."""
        if value != self.value:
            self.post_message(self.Given(self, value))
        else:
            self.remark("")

    def remark(self, words: str) -> None:
        """Say below the field what is not right with it; nothing takes the remark away."""
        self.set_class(bool(words), "-unfit")
        found = self.query(".field-remark")
        if found:
            said = found.first(Static)
            said.update(Content(words))
            said.display = bool(words)
        elif words:
            self.mount(Static(Content(words), classes="field-remark"))
