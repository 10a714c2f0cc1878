"""The answers of the dialog that exports: a row each; what the chosen document does not heed is not asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Select, Static

from teammeet.export import ALWAYS_COMPARE
from teammeet.tui.app import TeamMeetApp
from teammeet.tui.sign.export_choices import (
    LARGE,
    ONE,
    TEAM,
    TWO,
    USUAL,
    beside_choices,
    can_be_beside,
    known_language,
    second_choices,
    since_choices,
    size_choices,
    usual_reader,
    what_choices,
)
from teammeet.tui.sign.export_options import heeded
from teammeet.tui.sign.export_rows import ChoiceRow, PathRow
from teammeet.tui.sign.exporting import (
    NAMES,
    ROLES,
    Order,
    edition_choices,
    folder_at,
    language_choices,
    leaves_out,
    names_choices,
    reader_choices,
)
from teammeet.tui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from teammeet.model.family import Family
    from teammeet.tui.meeting.scene import Choice

_OLDER_ROWS: Final = ("what", "reader", "edition", "language", "names", "folder")
"""Rows whose labels stand with the rest of the words for signing."""


class ExportAnswers(VerticalScroll, can_focus=False):
    """What, for whom, of which edition and so on, to which folder; :meth:`order` is what they come to."""

    app = getters.app(TeamMeetApp)

    def __init__(self, family: Family, what: str, edition: int | None) -> None:
        super().__init__(id="answers")
        self._family = family
        self._what = what
        self._edition = edition
        self._reader = usual_reader(family, what)

    def compose(self) -> ComposeResult:
        """The rows: what, for whom and which plan; then what is asked for now and then; then the folder."""
        family, language = self.app.family_shown(self._family), self.app.language
        tongue = known_language(self._family, language)
        yield self._choice("what", what_choices(language), self._what)
        yield self._choice("reader", reader_choices(family, language), self._known(family, self._reader))
        yield Static(id="leaves-out", markup=False)
        yield self._choice("edition", edition_choices(family, language), str(self._edition or ""))
        yield self._choice("since", since_choices(family, self._what, language), "")
        yield self._choice("beside", beside_choices(language), ONE)
        yield self._choice("language", language_choices(language), tongue)
        yield self._choice("names", names_choices(language), NAMES)
        yield Static(Content(self.app.say("roles.read-first")), id="read-first", markup=False)
        yield self._choice("size", size_choices(language), USUAL)
        yield self._choice("second", second_choices(tongue, language), "")
        yield self._path("form", self.app.settings.form_file)
        yield self._path("key", self.app.settings.key_file)
        yield self._path("passphrase", "", password=True)
        yield self._path("folder", "~")

    def on_mount(self) -> None:
        """Only what the document heeds is asked."""
        self.query_one("#read-first").display = False
        self.query_one("#leaves-out").display = False
        self._show_asked()

    def order(self) -> Order:
        """What is to be written; an answer that is not asked for counts as not given."""
        edition, since = self._chosen("edition"), self._chosen("since") if self._is_asked("since") else ""
        return Order(
            what=self._chosen("what"),
            reader=self._chosen("reader"),
            language=self._chosen("language"),
            folder=folder_at(self._typed("folder")),
            edition=int(edition) if edition else None,
            in_roles=self._chosen("names") == ROLES,
            since=int(since) if since else None,
            beside=self._is_asked("beside") and self._chosen("beside") == TWO,
            large=self._is_asked("size") and self._chosen("size") == LARGE,
            second=self._chosen("second") if self._is_asked("second") else "",
            form=self._typed("form").strip() if self._is_asked("form") else "",
            key=self._typed("key").strip() if self._is_asked("key") else "",
        )

    def take_passphrase(self) -> str:
        """The words that open the key; the field is emptied, so that nothing keeps them."""
        field = self.query_one("#passphrase", LineInput)
        typed, field.value = field.value, ""
        return typed

    def ask_passphrase(self) -> None:
        """Go to where the words of the key are typed."""
        self.query_one("#passphrase", LineInput).focus()

    # What one answer makes of the others

    @on(Select.Changed, "#what")
    def _what_chosen(self) -> None:
        """Another document: another usual reader, if nobody chose one, and other questions."""
        what = self._chosen("what")
        if what == self._what:
            return
        if self._chosen("reader") == self._reader:
            self._reader = usual_reader(self._family, what)
            shown = self.app.family_shown(self._family)
            self.query_one("#reader", Select).value = self._known(shown, self._reader)
        if (what in ALWAYS_COMPARE) != (self._what in ALWAYS_COMPARE):
            self._offer("since", since_choices(self.app.family_shown(self._family), what, self.app.language))
        self._what = what
        self._show_asked()

    @on(Select.Changed, "#since")
    @on(Input.Changed, "#key")
    def _show_asked(self) -> None:
        what = self._chosen("what")
        heeds = heeded(what)
        asked = {
            "since": "before" in heeds and len(since_choices(self._family, what, self.app.language)) > 1,
            "size": "large" in heeds,
            "second": "second" in heeds,
            "form": "form" in heeds,
            "key": "seal" in heeds,
        }
        asked["beside"] = asked["since"] and can_be_beside(what) and bool(self._chosen("since"))
        asked["passphrase"] = asked["key"] and bool(self._typed("key").strip())
        for name, is_asked in asked.items():
            self.query_one(f"#row-{name}").display = is_asked

    @on(Select.Changed, "#language")
    def _language_chosen(self) -> None:
        """The second language is never the first."""
        self._offer("second", second_choices(self._chosen("language"), self.app.language))

    @on(Select.Changed, "#names")
    def _roles_asked(self) -> None:
        """What cannot be known is said where roles are asked for."""
        self.query_one("#read-first").display = self._chosen("names") == ROLES

    @on(Select.Changed, "#reader")
    def _reader_chosen(self) -> None:
        """What a file for another reader than the team leaves out is said before it is written."""
        reader, told = self._chosen("reader"), self.query_one("#leaves-out", Static)
        words = leaves_out(self._family, reader, self.app.today(), self.app.language) if reader != TEAM else ""
        told.display = bool(words)
        told.update(Content(words))

    @on(Input.Submitted)
    def _next_answer(self, submitted: Input.Submitted) -> None:
        """Enter goes on to the next row; nothing is written by it."""
        submitted.stop()
        self.screen.focus_next()

    # Rows

    def _choice(self, name: str, choices: tuple[Choice, ...], value: str) -> ChoiceRow:
        return ChoiceRow(name, self._label(name), choices, value)

    def _path(self, name: str, value: str, *, password: bool = False) -> PathRow:
        hint = "" if name == "folder" else self.app.say(f"papers.hint.{name}")
        return PathRow(name, self._label(name), value, hint=hint, password=password)

    def _label(self, name: str) -> str:
        return self.app.say(f"sign.export.{name}" if name in _OLDER_ROWS else f"papers.row.{name}")

    def _offer(self, name: str, choices: tuple[Choice, ...]) -> None:
        self.query_one(f"#row-{name}", ChoiceRow).offer(choices)

    def _known(self, family: Family, reader: str) -> str:
        """``reader``, if the screen may name them: others may look at it."""
        offered = {choice.id for choice in reader_choices(family, self.app.language)}
        return reader if reader in offered else TEAM

    def _is_asked(self, name: str) -> bool:
        return bool(self.query_one(f"#row-{name}").display)

    def _chosen(self, name: str) -> str:
        return str(self.query_one(f"#{name}", Select).value)

    def _typed(self, name: str) -> str:
        return self.query_one(f"#{name}", LineInput).value
