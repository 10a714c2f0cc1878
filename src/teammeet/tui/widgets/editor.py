"""The editor: one panel that edits one item, or one small value that stands in it, by its declared form.

A field is kept as soon as it is left: the editor calls back with the whole item, and shows what the journal took.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar, Final

from pydantic import ValidationError
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import DescendantFocus
from textual.widgets import Collapsible, Static

from teammeet.model.family import Family, put
from teammeet.model.leaning import as_narrow_as, is_narrower, leaning_on
from teammeet.model.record import LIST_OF
from teammeet.model.values import Item, Value
from teammeet.tui.commands import HELP, Command
from teammeet.tui.forms import form_of
from teammeet.tui.forms.form import Draft, Field, Form
from teammeet.tui.forms.naming import kind_name, lines_in_words, title_of
from teammeet.tui.screens.base import HouseModal
from teammeet.tui.screens.dialogs import Question
from teammeet.tui.widgets.choice_fields import CheckRow, ChoiceRow, ChoicesRow
from teammeet.tui.widgets.domain_field import DomainRow
from teammeet.tui.widgets.field import FieldRow, Setting
from teammeet.tui.widgets.find_fields import ReferRow
from teammeet.tui.widgets.footer import LeanFooter
from teammeet.tui.widgets.part_fields import PartsRow
from teammeet.tui.widgets.text_fields import AreaRow, LineRow

_ROWS: Final[dict[str, type[FieldRow]]] = {
    "note": AreaRow,
    "lines": AreaRow,
    "choice": ChoiceRow,
    "choices": ChoicesRow,
    "check": CheckRow,
    "refer": ReferRow,
    "domain": DomainRow,
    "rows": PartsRow,
}
"""The rows of controls that are not one typed line."""


class FormScreen(HouseModal[Value | None]):
    """Edits a draft. ``on_commit`` gets the whole value after each field and says whether it was kept.

    The answer is the value as it was kept last, or ``None`` if nothing was.
    """

    CSS_PATH = "../styles/editor.tcss"
    HELP_KEY: ClassVar[str] = "family.help.editor"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("family.done", "escape", footer=True),
        HELP,
    )

    def __init__(self, draft: Draft, title: str, on_commit: Callable[[Any], bool], focus: str = "") -> None:
        super().__init__()
        self.draft = draft
        self.kept: Value | None = None
        self._title = title
        self._on_commit = on_commit
        self._focus_first = focus

    def compose(self) -> ComposeResult:
        """Title, fields, who may see it, a line of help, the footer."""
        setting = self._setting()
        with Vertical(classes="editor"):
            yield Static(Content(self._title), classes="editor-title")
            with VerticalScroll(classes="editor-fields", can_focus=False):
                for field in self.draft.form.fields:
                    yield self._row(field, setting)
                if self.draft.form.seen:
                    with Collapsible(title=self._folded_title(), classes="editor-seen"):
                        for field in self.draft.form.seen:
                            yield self._row(field, setting)
            yield Static(classes="editor-help")
        yield LeanFooter()

    def on_mount(self) -> None:
        """Begin in the first field, or where the caller wants, and mirror the family."""
        wanted = self._focus_first or next((field.name for field in self.draft.missing), self.draft.form.fields[0].name)
        self.query_one(f"#field-{wanted}", FieldRow).control.focus()
        self.watch(self.app, "family", self._take_family, init=False)
        self._say_missing()

    def _folded_title(self) -> str:
        """What stands in the folded part: who may see the item, with private fields where it has such."""
        has_notes = any(self.draft.form.circle(field) and field.control in ("note", "line") for field in self.draft.form.seen)
        return self.app.say("family.private-and-who" if has_notes else "family.who-may-see")

    # Fields

    @on(FieldRow.Given)
    def _given(self, given: FieldRow.Given) -> None:
        given.stop()
        self._take(given.row, given.value)

    @on(FieldRow.Onward)
    def _onward(self, onward: FieldRow.Onward) -> None:
        onward.stop()
        if self.focused is onward.row.control:
            self.focus_next()

    @on(PartsRow.Opened)
    def _open_part(self, opened: PartsRow.Opened) -> None:
        """Edit a small value in a panel of its own; each of its fields is kept at once, too."""
        opened.stop()
        row, form = opened.row, opened.row.field.rows
        if form is None:
            return
        held = row.value[opened.place] if opened.place < len(row.value) else None
        draft = Draft.of(form, held) if held else Draft.new(form)

        def keep_part(value: Value) -> bool:
            return self._take(row, (*row.value[: opened.place], value, *row.value[opened.place + 1 :]))

        self.app.push_screen(FormScreen(draft, self.app.say(row.field.label), keep_part))

    def _take(self, row: FieldRow, value: Any) -> bool:
        """Keep the item with ``value`` in a field. What cannot be kept stays in the field, with the reason below it."""
        try:
            draft = self.draft.with_value(row.field, value)
            whole = None if draft.missing else draft.built()
        except ValidationError:
            row.remark(self.app.say("family.unreadable.unfit"))
            return False
        if whole is not None and not self._keep(whole):
            row.remark(self.app.say("family.not-kept"))
            return False
        self.draft = draft
        row.show(value)
        self._say_missing()
        return True

    def _keep(self, whole: Value) -> bool:
        before, self.kept = self.kept, whole
        if self._on_commit(whole):
            return True
        self.kept = before
        return False

    def _row(self, field: Field, setting: Setting) -> FieldRow:
        return _ROWS.get(field.control, LineRow)(field, setting, self.draft.get(field))

    def _rows(self) -> tuple[FieldRow, ...]:
        return tuple(self.query(FieldRow))

    # The family changes

    def _take_family(self, family: Family | None) -> None:
        if family is not None:
            setting = self._setting()
            for row in self._rows():
                row.take_setting(setting)

    def show_draft(self, draft: Draft) -> None:
        """Show ``draft`` in every field in place of what stands there."""
        self.draft = draft
        for row in self._rows():
            if row.value != draft.get(row.field):
                row.show(draft.get(row.field))

    def _setting(self) -> Setting:
        family = self.app.family
        assert family is not None, "a form is of an open family"
        return Setting(self.draft.form, family, self.app.language, self.app.clock())

    # Help

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Say what the field is for, and who sees what stands in it."""
        row = next((node for node in event.widget.ancestors_with_self if isinstance(node, FieldRow)), None)
        hint = self.app.say("family.hint.seen") if row is None else self._hint(row.field)
        self.query_one(".editor-help", Static).update(Content(hint))

    def _hint(self, field: Field) -> str:
        form = self.draft.form
        seen = form.circle(field)
        said = self.app.say(field.hint)
        return f"{said} {self.app.say(f'family.seen.{seen}')}" if seen else said

    def _say_missing(self) -> None:
        """Say in the title what is still needed before anything can be kept."""
        missing = ", ".join(self.app.say(field.label) for field in self.draft.missing)
        needs = Content.styled(f"  {self.app.say('family.needed', fields=missing)}", "$warning") if missing else Content("")
        self.query_one(".editor-title", Static).update(Content(self._title) + needs)

    # Commands

    def action_done(self) -> None:
        """Keep what was typed in the field that has the focus, then close. What cannot be kept keeps the panel open once."""
        row = next((row for row in self._rows() if row.has_focus_within), None)
        if row is None:
            self.dismiss(self.kept)
        else:
            row.finish()

    @on(FieldRow.Finished)
    def _close(self, finished: FieldRow.Finished) -> None:
        finished.stop()
        if finished.was_unfit or not finished.row.is_unfit:
            self.dismiss(self.kept)


class EditItem(FormScreen):
    """Edits one item of the open family, new or not. Without ``on_commit`` each committed field is kept by the app."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("family.done", "escape", footer=True),
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

    def on_mount(self) -> None:
        """Name the kind of item."""
        if not self._title:
            self._title = self._called()
            self._say_missing()
        self._present = self._in(self.app.family)

    def action_undo(self) -> None:
        """Take back the last change."""
        self.app.undo()

    def action_redo(self) -> None:
        """Bring it back."""
        self.app.redo()

    def _called(self) -> str:
        """The kind of item, and what tells this one from others if it stands in the family."""
        kind = kind_name(LIST_OF[self._form.item_kind], self.app.language)
        family, item = self.app.family, self._in(self.app.family)
        name = title_of(family, item, self.app.language) if family is not None and item is not None else ""
        return f"{kind}: {name}" if name not in ("", kind) else kind

    def _keep_item(self, item: Item) -> bool:
        return self.app.keep(put(item))

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
