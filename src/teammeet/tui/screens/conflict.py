"""What somebody else wrote beside one's own words: people choose which stand."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from teammeet.tui.conflicts import Beside, Clash
from teammeet.tui.screens.base import HouseModal


class ConflictDialog(HouseModal[bool]):
    """Gives whether one's own is put on top. Esc leaves theirs, and theirs has the focus: nothing goes by a stray Enter."""

    HELP_KEY: ClassVar[str] = "tui.help.conflict"
    BOX_CLASSES: ClassVar[str] = "conflict"

    def __init__(self, clashes: tuple[Clash, ...]) -> None:
        super().__init__()
        self._clashes = clashes

    def compose_body(self) -> ComposeResult:
        """What happened, both texts side by side for each field, two buttons."""
        say = self.app.say
        yield Static(Content(say("tui.conflict.title")), classes="dialog-title")
        yield Static(Content(say("tui.conflict.text")), classes="dialog-text")
        with VerticalScroll(id="both"):
            for clash in self._clashes:
                yield Static(Content.styled(clash.title, "bold $primary"), classes="conflict-title")
                for row in clash.rows:
                    yield from self._side_by_side(row)
        with Horizontal(classes="dialog-buttons"):
            yield Button(Content(say("tui.conflict.keep-theirs")), id="theirs", variant="primary")
            yield Button(Content(say("tui.conflict.keep-mine")), id="mine")

    def on_mount(self) -> None:
        """Theirs has the focus; the texts are scrolled with Tab and the arrows."""
        self.query_one("#theirs").focus()

    def _side_by_side(self, row: Beside) -> ComposeResult:
        if row.label:
            yield Static(Content.styled(row.label, "$quiet"))
        with Horizontal(classes="conflict-row"):
            for name, words in (("theirs", row.theirs), ("mine", row.mine)):
                heading = Content.styled(self.app.say(f"tui.conflict.{name}"), "bold $accent")
                yield Static(Content("\n").join((heading, Content(words))), classes=f"conflict-{name}")

    def action_cancel(self) -> None:
        """Esc leaves theirs."""
        self.dismiss(False)

    @on(Button.Pressed)
    def _answer(self, pressed: Button.Pressed) -> None:
        self.dismiss(pressed.button.id == "mine")
