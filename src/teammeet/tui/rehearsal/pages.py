"""The three pages of a rehearsal: what it is, all there is to try, and, at its end, what was tried. No page gives a grade."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from teammeet.tui.commands import HELP, Command
from teammeet.tui.rehearsal.things import Rehearsal, Thing
from teammeet.tui.rehearsal.told import speed_told
from teammeet.tui.screens.base import CANCEL, HouseModal


class Welcome(HouseModal[None]):
    """Says that nothing is kept, and which keys there are."""

    HELP_KEY: ClassVar[str] = "rehearse.help.welcome"
    BOX_CLASSES: ClassVar[str] = "rehearsal"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (Command("rehearse.begin", "enter,escape", footer=True), HELP)

    def __init__(self, factor: int) -> None:
        super().__init__()
        self._factor = factor

    def compose_body(self) -> ComposeResult:
        """Some sentences, and one button."""
        speed = speed_told(self._factor, self.app.language)
        yield Static(Content(self.app.say("rehearse.welcome.title")), classes="dialog-title")
        for part in ("what", "kept", "how", "speed", "keys"):
            yield Static(Content(self.app.say(f"rehearse.welcome.{part}", speed=speed)), classes="dialog-text")
        with Horizontal(classes="dialog-buttons"):
            yield Button(Content(self.app.say("rehearse.welcome.begin")), variant="primary")

    @on(Button.Pressed)
    def action_begin(self) -> None:
        """Begin."""
        self.dismiss(None)


class ThingsToTry(HouseModal[str]):
    """All there is to try; the answer is the id of what shall be tried now."""

    HELP_KEY: ClassVar[str] = "rehearse.help.things"
    BOX_CLASSES: ClassVar[str] = "rehearsal"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (Command("rehearse.pick", "enter", footer=True), CANCEL, HELP)

    def __init__(self, rehearsal: Rehearsal) -> None:
        super().__init__()
        self._rehearsal = rehearsal

    def compose_body(self) -> ComposeResult:
        """What the signs mean, then one row a thing."""
        yield Static(Content(self.app.say("rehearse.list.title")), classes="dialog-title")
        yield Static(Content(self.app.say("rehearse.list.how")), classes="quiet")
        yield OptionList(*(Option(self._row(each), id=each.id) for each in self._rehearsal.things), id="things", markup=False)

    def on_mount(self) -> None:
        """What is to be tried now is selected."""
        listed, now = self.query_one(OptionList), self._rehearsal.now
        listed.highlighted = self._rehearsal.things.index(now) if now is not None else 0
        listed.focus()

    def action_pick(self) -> None:
        """Try the selected thing; in the list Enter does it by itself."""
        self.query_one(OptionList).action_select()

    @on(OptionList.OptionSelected)
    def _picked(self, picked: OptionList.OptionSelected) -> None:
        self.dismiss(picked.option_id)

    def _row(self, thing: Thing) -> Content:
        """Its sign, its name, its keys."""
        state = self._state(thing)
        sign = Content.styled(f"{self.app.say(f'rehearse.list.{state}')} ", "$success" if state == "tried" else "$accent")
        keys = Content.styled(f"  {' · '.join(thing.keys)}", "$quiet")
        return sign + Content.styled(thing.title(self.app.language), "bold" if state == "now" else "") + keys

    def _state(self, thing: Thing) -> str:
        if thing.id in self._rehearsal.tried:
            return "tried"
        if thing == self._rehearsal.now:
            return "now"
        return "later" if thing.id in self._rehearsal.later else "open"


class Ending(HouseModal[bool]):
    """What was tried and what was not; the answer is whether the rehearsal ends."""

    HELP_KEY: ClassVar[str] = "rehearse.help.end"
    BOX_CLASSES: ClassVar[str] = "rehearsal"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("rehearse.finish", "enter,ctrl+q", footer=True),
        Command("rehearse.go-on", "escape", footer=True),
        HELP,
    )

    def __init__(self, rehearsal: Rehearsal) -> None:
        super().__init__()
        self._rehearsal = rehearsal

    def compose_body(self) -> ComposeResult:
        """Two lists, that nothing is kept, two buttons."""
        yield Static(Content(self.app.say("rehearse.end.title")), classes="dialog-title")
        yield from self._list("tried", self._rehearsal.listed(tried=True), "none")
        yield from self._list("not-tried", self._rehearsal.listed(tried=False), "all")
        yield Static(Content(self.app.say("rehearse.end.kept")), classes="rehearsal-heading")
        with Horizontal(classes="dialog-buttons"):
            yield Button(Content(self.app.say("rehearse.end.finish")), id="finish", variant="primary")
            yield Button(Content(self.app.say("rehearse.end.go-on")), id="go-on")

    def on_mount(self) -> None:
        """From the top, whatever has the focus."""
        self.call_after_refresh(self.query_one(".dialog").scroll_home, animate=False)

    def action_finish(self) -> None:
        """It ends; with the other button under the cursor it goes on."""
        self.dismiss(not self.query_one("#go-on").has_focus)

    def action_go_on(self) -> None:
        """It goes on."""
        self.dismiss(False)

    @on(Button.Pressed)
    def _answered(self, pressed: Button.Pressed) -> None:
        self.dismiss(pressed.button.id == "finish")

    def _list(self, key: str, things: tuple[Thing, ...], empty: str) -> ComposeResult:
        yield Static(Content(self.app.say(f"rehearse.end.{key}")), classes="rehearsal-heading")
        names = " · ".join(thing.title(self.app.language) for thing in things)
        yield Static(Content(names or self.app.say(f"rehearse.end.{empty}")))
