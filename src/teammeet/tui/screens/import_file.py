"""A family file into the vault: its path, then what it holds or would change, then yes or no."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, Static

from teammeet.errors import TeammeetError
from teammeet.tui.screens.base import HouseModal
from teammeet.tui.taking_back import CameBack, came_back, contents_of, is_word_file
from teammeet.tui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from teammeet.desk import Incoming
    from teammeet.model.family import Edit, Family

_MOST_LINES: Final = 200
"""Changes that are shown one by one; of more the number is said."""


class ImportFile(HouseModal["Incoming | CameBack"]):
    """Asks for the path; a file that may not come in is told with its place, and the path stays to be mended."""

    HELP_KEY: ClassVar[str] = "tui.help.import"

    def compose_body(self) -> ComposeResult:
        """One field."""
        yield Static(Content(self.app.say("tui.import.title")), classes="dialog-title")
        yield Static(Content(self.app.say("tui.import.text")), classes="dialog-text")
        yield LineInput(id="path", placeholder=self.app.say("tui.import.placeholder"))

    @on(Input.Submitted)
    def _look(self, submitted: Input.Submitted) -> None:
        if not submitted.value.strip():
            return
        try:
            raw = contents_of(submitted.value.strip())
            found: Incoming | CameBack = self._plan(raw) if is_word_file(raw) else self.app.desk.look_at(raw)
            self.dismiss(found)
        except TeammeetError as error:
            self.app.tell_error(error)

    def _plan(self, raw: bytes) -> CameBack:
        return came_back(self.app.desk, raw, self.app.language)


class LookAt(HouseModal[bool]):
    """What the file holds, or each change that it would make."""

    CSS_PATH = "../styles/import_file.tcss"
    HELP_KEY: ClassVar[str] = "tui.help.import"
    BOX_CLASSES: ClassVar[str] = "look-at"

    def __init__(self, incoming: Incoming) -> None:
        super().__init__()
        self._incoming = incoming

    def compose_body(self) -> ComposeResult:
        """A sentence, a line a change, two answers."""
        family, edits = self._incoming.family, self._incoming.edits
        kind = "new" if self._incoming.is_new else ("changes" if edits else "same")
        said = {"name": family.header.name, "code": family.code, "number": len(edits)}
        yield Static(Content(self.app.say(f"tui.import.{kind}.title", **said)), classes="dialog-title")
        yield Static(Content(self.app.say(f"tui.import.{kind}.text", **said)), classes="dialog-text")
        with VerticalScroll(id="changes"):
            yield Static(Content("\n").join(self._counts() if self._incoming.is_new else self._changes()))
        with Horizontal(classes="dialog-buttons"):
            yield Button(Content(self.app.say("tui.import.no")), id="no", variant="primary")
            if edits:
                yield Button(Content(self.app.say(f"tui.import.{kind}.yes")), id="yes")

    def on_mount(self) -> None:
        """No has the focus: nothing comes in by a stray Enter."""
        self.query_one("#no").focus()

    def action_cancel(self) -> None:
        """Esc says no."""
        self.dismiss(False)

    @on(Button.Pressed)
    def _answer(self, pressed: Button.Pressed) -> None:
        self.dismiss(pressed.button.id == "yes")

    def _counts(self) -> list[Content]:
        from teammeet.tui.forms.naming import kind_name

        counts = Counter(edit.kind for edit in self._incoming.edits)
        return [Content(f"{number:4} × {kind_name(kind, self.app.language)}") for kind, number in counts.items()]

    def _changes(self) -> list[Content]:
        edits = self._incoming.edits
        before = self.app.desk.open(self._incoming.family.header.id)
        lines = [self._line(before, edit) for edit in edits[:_MOST_LINES]]
        if len(edits) > _MOST_LINES:
            lines.append(Content(self.app.say("tui.import.more", number=len(edits) - _MOST_LINES)))
        return lines

    def _line(self, before: Family, edit: Edit) -> Content:
        from teammeet.tui.forms.naming import kind_name, title_of

        language = self.app.language
        there = before.get(edit.id)
        sign, item = ("-", there) if edit.after is None else ("~" if there else "+", edit.after)
        record = before if edit.after is None else self._incoming.family
        title = title_of(record, item, language) if item is not None else ""
        return Content(f" {sign} {kind_name(edit.kind, language)}: {title}")
