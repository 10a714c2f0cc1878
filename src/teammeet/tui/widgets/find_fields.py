"""Fields that are found by typing: people, supports, needs and other items; a life domain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from teammeet.text import NAME_LIMIT, folded
from teammeet.tui.forms.finding import Finder, Found
from teammeet.tui.forms.naming import name_of
from teammeet.tui.widgets.field import FieldRow, Setting
from teammeet.tui.widgets.line_input import LineInput
from teammeet.tui.widgets.text_fields import FieldLine

_MAKE: Final = "+"
"""What stands in the list for something new: no item has such an id."""
MOST_SHOWN: Final = 60
"""Most entries that the list shows at once; typing finds the others."""


class FindInput(FieldLine):
    """A line that says when backspace is pressed in it while it is empty."""

    class BackedOut(Message):
        """Backspace in an empty line."""

    def action_delete_left(self) -> None:
        """Delete a letter, or say that there is none."""
        if self.value:
            super().action_delete_left()
        else:
            self.post_message(self.BackedOut())


class FindRow(FieldRow):
    """What is chosen, a line to type in, and below it the list of what fits, while it is open."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "further(1)", show=False),
        Binding("up", "further(-1)", show=False),
        Binding("escape", "close_list", show=False),
    ]

    @dataclass
    class Made(Message):
        """A person wants something new of this name, and the field to refer to it."""

        row: FindRow
        name: str

    def compose_control(self) -> ComposeResult:
        """What is chosen before the line, the list below."""
        with Vertical(classes="field-control"):
            with Horizontal(classes="find-line"):
                yield Static(Content(self.chosen_words), classes="find-chosen")
                yield FindInput(limit=NAME_LIMIT, compact=True)
            list_ = OptionList(classes="find-list", compact=True, markup=False)
            list_.can_focus = False
            yield list_

    def on_mount(self) -> None:
        """Nothing is open yet."""
        self._mark_chosen()

    # What the two kinds differ in

    def fitting(self, typed: str) -> tuple[Found, ...]:
        """What fits the typed words, best first."""
        raise NotImplementedError

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids that are chosen."""
        raise NotImplementedError

    @property
    def chosen_words(self) -> str:
        """What is chosen, in words."""
        raise NotImplementedError

    def toggle(self, found: str) -> None:
        """Choose what was found, or let it go if it is chosen."""
        raise NotImplementedError

    def read_rest(self, typed: str) -> bool:
        """What words say that were typed and left, without choosing in the list; whether it was understood."""
        raise NotImplementedError

    # The control

    @property
    def control(self) -> FindInput:
        """The line."""
        return self.query_one(FindInput)

    @property
    def found(self) -> OptionList:
        """The list."""
        return self.query_one(".find-list", OptionList)

    @property
    def is_open(self) -> bool:
        """Whether the list is to be seen."""
        return self.has_class("-open")

    def show(self, value: Any) -> None:
        """Show what is chosen now."""
        super().show(value)
        self._mark_chosen()
        if self.is_open:
            self._fill()

    def take_setting(self, setting: Setting) -> None:
        """Names may have changed."""
        super().take_setting(setting)
        self._mark_chosen()

    def commit(self) -> None:
        """Understand what was typed and left, and close the list."""
        typed = self.control.value.strip()
        self._open(False)
        if not typed:
            self.remark("")
        elif self.read_rest(typed):
            self.control.value = ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Esc closes the list only while it is open; else it means what it means to the screen."""
        return self.is_open if action == "close_list" else True

    def action_close_list(self) -> None:
        """Close the list; what was typed stays in the line."""
        self._open(False)

    def action_further(self, by: int) -> None:
        """Open the list or move in it; up from a closed list is the field before."""
        if not self.is_open and by < 0:
            self.action_onward(-1)
        elif not self.is_open:
            self._open(True)
        elif by > 0:
            self.found.action_cursor_down()
        else:
            self.found.action_cursor_up()

    def on_click(self) -> None:
        """The mouse opens the list."""
        self._open(True)
        self.control.focus()

    @on(LineInput.Changed)
    def _typed(self, changed: LineInput.Changed) -> None:
        changed.stop()
        if changed.value.strip():
            self._open(True)
        elif self.is_open:
            self._fill()

    @on(LineInput.Submitted)
    def _enter(self, submitted: LineInput.Submitted) -> None:
        submitted.stop()
        if self.is_open and self.found.highlighted is not None:
            self.found.action_select()
            return
        self.commit()
        if not self.control.value:
            self.post_message(self.Onward(self))

    @on(FindInput.BackedOut)
    def _let_last_go(self, backed: FindInput.BackedOut) -> None:
        backed.stop()
        if self.chosen:
            self.toggle(self.chosen[-1])

    @on(OptionList.OptionSelected)
    def _picked(self, picked: OptionList.OptionSelected) -> None:
        picked.stop()
        typed, self.control.value = self.control.value.strip(), ""
        self._open(False)
        if picked.option_id == _MAKE:
            self.post_message(self.Made(self, typed))
        else:
            self.toggle(str(picked.option_id))

    def _open(self, wanted: bool) -> None:
        self.set_class(wanted, "-open")
        if wanted:
            self._fill()

    def _fill(self) -> None:
        fitting = self.fitting(self.control.value)
        self.found.set_options([self._option(found) for found in fitting[:MOST_SHOWN]])
        self.found.highlighted = 0 if fitting else None
        if len(fitting) > MOST_SHOWN:
            more = self.setting.say("family.find-more", number=len(fitting) - MOST_SHOWN)
            self.found.add_option(Option(Content(more), disabled=True))
        if self.can_be_made:
            name = self.setting.say("family.make-home", name=self.control.value.strip())
            self.found.add_option(Option(Content(name), id=_MAKE))
            self.found.highlighted = 0
        elif not fitting:
            self.found.add_option(Option(Content(self.nothing_fits), disabled=True))

    @property
    def can_be_made(self) -> bool:
        """Whether what was typed can become a new item that the field refers to."""
        return False

    @property
    def nothing_fits(self) -> str:
        """What the list says when nothing fits."""
        return self.setting.say("family.find-nothing")

    def _option(self, found: Found) -> Option:
        mark = "✓ " if found.id in self.chosen else "  "
        beside = Content.styled(f"  {found.beside}", "$quiet") if found.beside else Content("")
        return Option(Content(f"{mark}{found.name}") + beside, id=found.id)

    def _mark_chosen(self) -> None:
        words = self.query_one(".find-chosen", Static)
        words.update(Content(self.chosen_words))
        words.display = bool(self.chosen_words)


class ReferRow(FindRow):
    """Other items of the record, one or several."""

    def __init__(self, field: Any, setting: Setting, value: Any) -> None:
        super().__init__(field, setting, value)
        self._finder = self._new_finder()

    def take_setting(self, setting: Setting) -> None:
        """The record changed: look in the new one."""
        self.setting = setting
        self._finder = self._new_finder()
        super().take_setting(setting)

    def fitting(self, typed: str) -> tuple[Found, ...]:
        """Items that fit, those that are chosen first while nothing is typed."""
        fitting = self._finder.fitting(typed)
        return fitting if typed.strip() else tuple(sorted(fitting, key=lambda found: found.id not in self.chosen))

    @property
    def can_be_made(self) -> bool:
        """A home that is not there yet: its name is all that it needs."""
        typed, lists = self.control.value.strip(), self.setting.form.shape(self.field).lists
        return lists == ("households",) and bool(typed) and not self._finder.fitting(typed)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids that the field holds."""
        if self._many:
            return tuple(self.value)
        return (self.value,) if self.value else ()

    @property
    def chosen_words(self) -> str:
        """Their names."""
        named = (name_of(self.setting.record, one, self.setting.language) for one in self.chosen)
        return ", ".join(name for name in named if name)

    def toggle(self, found: str) -> None:
        """Add it or let it go; where there is room for one only, it takes the place of the other."""
        kept = tuple(one for one in self.chosen if one != found)
        if self._many:
            self.give(kept if found in self.chosen else (*kept, found))
        elif found in self.chosen and self.setting.form.shape(self.field).required:
            self.remark(self.setting.say("family.unreadable.needed"))
        else:
            self.give(None if found in self.chosen else found)

    def read_rest(self, typed: str) -> bool:
        """Somebody's initials or a whole name, if it is nobody else's; else it stays in the line, and that is said."""
        wanted = folded(typed)
        fitting = self._finder.fitting(typed)
        exact = [found for found in fitting if folded(found.name) == wanted] or list(fitting)
        if len(exact) != 1:
            self.remark(self.setting.say("family.find-several" if exact else "family.find-nothing"))
            return False
        if exact[0].id not in self.chosen:
            self.toggle(exact[0].id)
        return True

    @property
    def _many(self) -> bool:
        return self.setting.form.many(self.field)

    def _new_finder(self) -> Finder:
        lists = self.setting.form.shape(self.field).lists
        return Finder(self.setting.record, lists, self.setting.language)
