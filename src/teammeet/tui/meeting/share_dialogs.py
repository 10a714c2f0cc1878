"""The check before sharing, the code of the room's window, and the pause in which people are looked after."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from teammeet.tui.commands import HELP, Command
from teammeet.tui.meeting.scene import Row
from teammeet.tui.screens.base import BLANK, CANCEL, HouseModal

WAYS: Final = ("window", "screen", "none")


class ShareDialog(HouseModal[str]):
    """Says who is there and what will be seen, and asks how to share; the answer is ``window``, ``screen`` or ``none``."""

    CSS_PATH = "../styles/sharing.tcss"
    HELP_KEY: ClassVar[str] = "share.help.check"
    BOX_CLASSES: ClassVar[str] = "share"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("share.window", "w", footer=True),
        Command("share.screen", "t", footer=True),
        Command("share.stop", "x", footer=True),
        CANCEL,
        HELP,
    )

    def __init__(self, there: tuple[str, ...], visible: tuple[str, ...], now: str, code: str) -> None:
        super().__init__()
        self._there = there
        self._visible = visible
        self._now = now
        self._code = code

    def compose_body(self) -> ComposeResult:
        """Who, what, how."""
        say = self.app.say
        yield Static(Content(say(f"share.check.title-{self._now}")), classes="dialog-title")
        if self._code:
            yield Static(Content(say("share.code.how")))
            yield Static(Content(self._code), classes="share-code")
        for label, lines in (("there", self._there), ("visible", self._visible)):
            yield Static(Content(say(f"share.check.{label}")), classes="share-label")
            with VerticalScroll(id=label, classes="share-list", can_focus=False):
                yield Static(Content("\n").join([Content(f"  {line}") for line in lines or ("–",)]))
        with Horizontal(classes="dialog-buttons"):
            for way in self._ways():
                yield Button(Content(say(f"share.way.{way}")), id=f"way-{way}", variant="default")

    def on_mount(self) -> None:
        """The first way has the focus; the title stays in view."""
        self.set_focus(self.query(Button).first(), scroll_visible=False)
        self.call_after_refresh(self.query_one(".dialog").scroll_home, animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Stopping needs something that can be stopped."""
        return action != "stop" or self._now != "none"

    @on(Button.Pressed)
    def _pressed(self, pressed: Button.Pressed) -> None:
        self.dismiss((pressed.button.id or "").removeprefix("way-"))

    def action_window(self) -> None:
        """The room has a window of its own."""
        self.dismiss("window")

    def action_screen(self) -> None:
        """The room looks at this screen."""
        self.dismiss("screen")

    def action_stop(self) -> None:
        """The room sees nothing any more."""
        self.dismiss("none")

    def _ways(self) -> tuple[str, ...]:
        return tuple(way for way in WAYS if way != self._now)


class CodeDialog(HouseModal[None]):
    """The code that joins the room's window, and how."""

    CSS_PATH = "../styles/sharing.tcss"
    HELP_KEY: ClassVar[str] = "share.help.check"
    BOX_CLASSES: ClassVar[str] = "share"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (Command("share.go-on", "enter", footer=True), CANCEL, HELP)

    def __init__(self, code: str) -> None:
        super().__init__()
        self._code = code

    def compose_body(self) -> ComposeResult:
        """What to type in the second terminal."""
        yield Static(Content(self.app.say("share.code.title")), classes="dialog-title")
        yield Static(Content(self.app.say("share.code.how")), classes="dialog-text")
        yield Static(Content(self._code), classes="share-code")
        yield Static(Content(self.app.say("share.code.private")), classes="dialog-text")

    def action_go_on(self) -> None:
        """Back to the meeting."""
        self.dismiss(None)


class PauseDialog(HouseModal[str]):
    """People come first: the crisis plan as it may be seen, whom to call, what the agency reminds of; ``close`` ends well."""

    CSS_PATH = "../styles/sharing.tcss"
    HELP_KEY: ClassVar[str] = "share.help.pause"
    BOX_CLASSES: ClassVar[str] = "pause"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("share.resume", "escape,r", footer=True),
        Command("share.close-safely", "c", footer=True),
        BLANK,
        HELP,
    )

    def __init__(self, reminders: tuple[str, ...], calls: tuple[Row, ...], plan: tuple[Row, ...], without: str) -> None:
        super().__init__()
        self._without = without
        self._reminders = reminders
        self._calls = calls
        self._plan = plan

    def compose_body(self) -> ComposeResult:
        """Reminders, the call list, the plan, two buttons."""
        say = self.app.say
        yield Static(Content(say("share.pause.title")), classes="pause-title")
        with VerticalScroll(id="pause-text"):
            for line in self._reminders:
                yield Static(Content(f"• {line}"), classes="pause-line")
            yield Static(Content(say("share.pause.calls")), classes="pause-heading")
            for row in self._calls:
                yield Static(_line(row), classes="pause-line")
            if not self._calls:
                yield Static(Content(say("share.pause.no-calls")), classes="pause-line")
            yield Static(Content(say("share.pause.plan")), classes="pause-heading")
            for row in self._plan:
                yield Static(_line(row), classes="pause-heading" if row.heading else "pause-line")
            if not self._plan:
                yield Static(Content(self._without), classes="pause-line")
        with Horizontal(classes="dialog-buttons"):
            yield Button(Content(say("share.pause.resume")), id="resume", variant="primary")
            yield Button(Content(say("share.pause.close")), id="close")

    def on_mount(self) -> None:
        """The arrows scroll at once."""
        self.query_one("#pause-text").focus()

    @on(Button.Pressed)
    def _pressed(self, pressed: Button.Pressed) -> None:
        self.dismiss(pressed.button.id)

    def action_resume(self) -> None:
        """Back to the meeting, as it stood."""
        self.dismiss("resume")

    def action_close_safely(self) -> None:
        """Stop well here."""
        self.dismiss("close")


def _line(row: Row) -> Content:
    detail = Content.styled(f"  {row.detail}", "$quiet") if row.detail else Content("")
    return Content(f"{row.mark} {row.words}".strip()) + detail
