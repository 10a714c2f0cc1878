"""A family file into the vault: its path, then what it holds or would change, then yes or no."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, Static

from teammeet.errors import FileRefused, TeammeetError
from teammeet.messages import count
from teammeet.tui.screens.base import HouseModal
from teammeet.tui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from teammeet.desk import Incoming
    from teammeet.desk.taking_back import ComingBack
    from teammeet.model.family import Edit, Family

_MOST_LINES: Final = 200
"""Changes that are shown one by one; of more the number is said."""
_WORD: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How a Word file begins, of today and of before; a family file begins otherwise."""


@dataclass(frozen=True, slots=True)
class CameBack:
    """A plan of care in a Word file that was looked at, with what must be known of the file."""

    coming: ComingBack
    remarks: tuple[str, ...]


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
            raw = _contents(submitted.value.strip())
            self.dismiss(self._come_back(raw) if raw.startswith(_WORD) else self.app.desk.look_at(raw))
        except TeammeetError as error:
            self.app.tell_error(error)

    def _come_back(self, raw: bytes) -> CameBack:
        from teammeet_word.back import read_back, told

        back = read_back(raw)
        coming = self.app.desk.look_at_copy(back.plan.raw, back.said)
        remarks = [*told(back, self.app.language)]
        remarks += [count("back.signed", coming.signed, self.app.language)] if coming.signed else []
        return CameBack(coming, tuple(remarks))


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


def _contents(path: str) -> bytes:
    """The bytes of a file of a person's own; what is not there or too large is refused before it is read."""
    from teammeet.model.family_file import MOST_BYTES

    try:
        with Path(path).expanduser().open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError:
        raise FileRefused("file-missing") from None
