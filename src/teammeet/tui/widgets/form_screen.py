"""A form on the screen: one panel that edits one value by its declared form.

A field is kept as soon as it is left: the editor calls back with the whole item, and shows what the journal took.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Final

from pydantic import ValidationError
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import DescendantFocus, Key
from textual.widgets import Collapsible, Static

from teammeet.model.family import Family
from teammeet.model.values import Value
from teammeet.tui.commands import HELP, Command
from teammeet.tui.forms.facts import fixed_facts
from teammeet.tui.forms.form import Draft, Field
from teammeet.tui.screens.base import HouseModal
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
NEXT: Final = Command("family.next-field", "tab", footer=True, priority=True)
"""At once: what is typed right after it is for the next field, though letters before it are still on their way."""


class FormScreen(HouseModal[Value | None]):
    """Edits a draft. ``on_commit`` gets the whole value after each field and says whether it was kept.

    The answer is the value as it was kept last, or ``None`` if nothing was.
    """

    AUTO_FOCUS = ""
    CSS_PATH = "../styles/editor.tcss"
    HELP_KEY: ClassVar[str] = "family.help.editor"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("family.done", "escape", footer=True),
        NEXT,
        HELP,
    )

    def __init__(self, draft: Draft, title: str, on_commit: Callable[[Any], bool], focus: str = "") -> None:
        super().__init__()
        self.draft = draft
        self.kept: Value | None = None
        self._title = title
        self._on_commit = on_commit
        self._focus_first = focus
        self.is_ready = False
        """Whether a field has the focus; until then keys wait."""
        self._told_unfit: set[FieldRow] = set()

    def compose(self) -> ComposeResult:
        """Title, fields, who may see it, a line of help, the footer."""
        setting = self._setting()
        with Vertical(classes="editor"):
            yield Static(Content(self._title), classes="editor-title")
            if self.draft.form.fixed:
                yield Static(Content(self._as_it_stands()), classes="editor-fixed")
            with VerticalScroll(classes="editor-fields", can_focus=False):
                for field in self._fields:
                    yield self._row(field, setting)
                if self.draft.form.seen and self.app.sharing.private:
                    with Collapsible(title=self._folded_title(), classes="editor-seen"):
                        for field in self.draft.form.seen:
                            yield self._row(field, setting)
            yield Static(classes="editor-help")
        yield LeanFooter()

    def _as_it_stands(self) -> str:
        """What is not edited, and why; what it says only where nobody else looks at the screen."""
        told = [self.app.say("family.fixed")]
        form, family = self.draft.form, self.app.family
        if self.app.sharing.private and family is not None:
            said = fixed_facts(form, self.draft.built(), family, self.app.language)
            told += [f"{fact.label}: {fact.words}" for fact in said]
        return "\n".join(told)

    def on_mount(self) -> None:
        """Begin in the first field, or where the caller wants, and mirror the family."""
        self.call_after_refresh(self._begin)
        self.watch(self.app, "family", self._take_family, init=False)
        self._say_missing()

    def _folded_title(self) -> str:
        """What stands in the folded part: who may see the item, with private fields where it has such."""
        has_notes = any(self.draft.form.circle(field) and field.control in ("note", "line") for field in self.draft.form.seen)
        return self.app.say("family.private-and-who" if has_notes else "family.who-may-see")

    def _begin(self) -> None:
        """The first field has the focus, and gets what was typed before it was there."""
        shown = [row.field.name for row in self._rows()]
        wanted = [self._focus_first, *(field.name for field in self.draft.missing), *shown]
        first = next((name for name in wanted if name in shown), "")
        if first:
            self.set_focus(self.query_one(f"#field-{first}", FieldRow).control)
        self.is_ready = True
        self.refresh_bindings()
        self.app.release_keys()

    # Fields

    @on(FieldRow.Given)
    def _given(self, given: FieldRow.Given) -> None:
        given.stop()
        self._take(given.row, given.value)

    @on(FieldRow.Onward)
    def _onward(self, onward: FieldRow.Onward) -> None:
        onward.stop()
        if self.focused is onward.row.control:
            self.focus_next() if onward.by > 0 else self.focus_previous()

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
        before, self.draft = self.draft, draft
        if whole is not None and not self._keep(whole):
            self.draft = before
            row.remark(self.app.say("family.not-kept"))
            return False
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

    @property
    def _fields(self) -> tuple[Field, ...]:
        """The fields that may be on this screen: all, or what those present may see where they look too."""
        family, sharing = self.app.family, self.app.sharing
        if sharing.private or family is None:
            return self.draft.form.editable
        from teammeet.tui.forms.privacy import fields_for_the_room
        from teammeet.tui.wall import present_at, reader_of_the_room

        room = reader_of_the_room(family, present_at(family, sharing.meeting), self.app.today())
        seen = {item.id for item in self.app.family_shown(family).items()}
        return fields_for_the_room(self.draft, room, seen)

    def _setting(self) -> Setting:
        family = self.app.family
        assert family is not None, "a form is of an open family"
        return Setting(self.draft.form, self.app.family_shown(family), self.app.language, self.app.clock())

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

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No field is left before there is one."""
        return None if action == "next_field" and not self.is_ready else super().check_action(action, parameters)

    def action_next_field(self) -> None:
        """The field after this one."""
        self.focus_next()

    def on_key(self, event: Key) -> None:
        """What is typed while the form is being opened waits for its first field."""
        if not self.is_ready:
            self.app.take_key(event)

    def action_done(self) -> None:
        """Keep what was typed in the field that has the focus, then close. What cannot be kept keeps the panel open once."""
        row = next((row for row in self._rows() if row.has_focus_within), None)
        if row is None:
            self.leave()
        else:
            row.finish()

    @on(FieldRow.Finished)
    def _close(self, finished: FieldRow.Finished) -> None:
        finished.stop()
        if finished.was_unfit:
            self._told_unfit.add(finished.row)
        self.leave()

    def leave(self) -> None:
        """Close, unless a field holds what cannot be kept and nobody was told when they wanted to close."""
        untold = next((row for row in self._rows() if row.is_unfit and row not in self._told_unfit), None)
        if untold is None:
            self.dismiss(self.kept)
        else:
            self._told_unfit.add(untold)
            untold.control.focus()
