"""The editor: a form over the open family, which keeps an item field by field and asks when it becomes narrower."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar

from textual import on

from teammeet.model.family import Family, put
from teammeet.model.leaning import as_narrow_as, is_narrower, leaning_on
from teammeet.model.people import Household
from teammeet.model.plan import Task
from teammeet.model.record import LIST_OF
from teammeet.model.removal import without
from teammeet.model.values import Item, Value
from teammeet.practice.consent import asked_anew
from teammeet.tui.commands import HELP, Command
from teammeet.tui.forms import form_of
from teammeet.tui.forms.form import Draft, Form
from teammeet.tui.forms.naming import kind_name, lines_in_words, title_of
from teammeet.tui.screens.dialogs import Question
from teammeet.tui.widgets.field import FieldRow
from teammeet.tui.widgets.find_fields import FindRow
from teammeet.tui.widgets.form_screen import NEXT, FormScreen


class EditItem(FormScreen):
    """Edits one item of the open family, new or not. Without ``on_commit`` each committed field is kept by the app."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("family.done", "escape", footer=True),
        NEXT,
        Command("tui.undo", "ctrl+z", footer=True),
        Command("tui.redo", "ctrl+y", footer=True),
        HELP,
    )

    def __init__(
        self,
        item: Item | Draft,
        *,
        on_commit: Callable[[Any], bool] | None = None,
        title: str = "",
        focus: str = "",
    ) -> None:
        self._begun = item if isinstance(item, Draft) else Draft.of(form_of(type(item)), item)
        self._form: Form = self._begun.form
        super().__init__(self._begun, title, on_commit or self._keep_item, focus)
        self._present: Item | None = None
        self._is_new = False
        self._made: tuple[Item, ...] = ()

    def on_mount(self) -> None:
        """Name the kind of item."""
        if not self._title:
            self._title = self._called()
            self._say_missing()
        self._present = self._in(self.app.family)
        self._is_new = self._present is None

    def leave(self) -> None:
        """Close; a new item of which nothing was said after all, or all was taken back, is not left behind."""
        if self._is_new and self.kept is not None and self._says_nothing(self.kept) and self._in(self.app.family):
            self.app.keep(*without(self._family, self._form_id))
            self.kept = None
        super().leave()

    def _says_nothing(self, value: Value) -> bool:
        return not self._begun.missing and value == self._begun.built()

    @property
    def _family(self) -> Family:
        assert self.app.family is not None, "a form is of an open family"
        return self.app.family

    @property
    def _form_id(self) -> str:
        return str(self.draft.held["id"])

    @on(FindRow.Made)
    def _make_home(self, made: FindRow.Made) -> None:
        """Make the home that was typed, and let the field refer to it: one change."""
        made.stop()
        home = Household(name=made.name)
        self._made = (home,)
        self._take(made.row, (*made.row.value, home.id))
        self._made = ()

    def action_undo(self) -> None:
        """Take back the last change."""
        self.app.undo()

    def action_redo(self) -> None:
        """Bring it back."""
        self.app.redo()

    def _called(self) -> str:
        """The kind of item, and what tells this one from others if it stands in the family."""
        kind = kind_name(LIST_OF[self._form.item_kind], self.app.language)
        family = self.app.family_shown(self.app.family) if self.app.family is not None else None
        item = self._in(family)
        name = title_of(family, item, self.app.language) if family is not None and item is not None else ""
        return f"{kind}: {name}" if name not in ("", kind) else kind

    def _keep_item(self, item: Item) -> bool:
        before = self._in(self.app.family)
        if isinstance(item, Task) and isinstance(before, Task):
            item = asked_anew(before, item)
        return self.app.keep(*map(put, self._made), put(item))

    def _take(self, row: FieldRow, value: Any) -> bool:
        """Keep a field; when fewer people may see the item now, ask about the lines that lean on it."""
        before = self._in(self.app.family)
        kept = super()._take(row, value)
        after = self._in(self.app.family)
        if kept and before is not None and after is not None and is_narrower(after, before):
            self._ask_of_leaning(after.id)
        return kept

    def _ask_of_leaning(self, *narrow: str) -> None:
        """Offer to hide the lines that lean on these items from the same people, then those that lean on them in turn."""
        family, language = self.app.family, self.app.language
        for item in filter(None, map(family.get, narrow) if family is not None else ()):
            assert family is not None, "an item is of a family"
            leaning = leaning_on(family, item.id)
            if leaning:
                told = lines_in_words(family, leaning, language)
                asked = Question("family.leaning", number=len(leaning), told=told)
                self.app.push_screen(asked, partial(self._hide_leaning, item, leaning))

    def _hide_leaning(self, item: Item, leaning: tuple[Item, ...], wanted: bool | None) -> None:
        if wanted and self.app.keep(*as_narrow_as(item, leaning)):
            self._ask_of_leaning(*(one.id for one in leaning))

    def _in(self, family: Family | None) -> Item | None:
        """The item as it stands in ``family``."""
        return family.get(self.draft.held.get("id")) if family is not None else None

    def _take_family(self, family: Family | None) -> None:
        """Show what undo, redo or somebody else made of the item."""
        super()._take_family(family)
        before, self._present = self._present, self._in(family)
        if self._present == before or self._present == self.kept:
            return
        self.kept = self._present
        self.show_draft(Draft.of(self._form, self._present) if self._present is not None else self._begun)
