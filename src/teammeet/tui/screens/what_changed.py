"""What changed in the plan since a former moment, in plain words: to read together before anybody signs anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from teammeet.tui.commands import HELP, Command
from teammeet.tui.ecomap import over_time
from teammeet.tui.ecomap.asking import one_of
from teammeet.tui.plan_changes import at_moment, told_since
from teammeet.tui.screens.base import CANCEL, HouseModal
from teammeet.tui.wall import looking_at
from teammeet.tui.widgets.footer import LeanFooter

if TYPE_CHECKING:
    from teammeet.desk.looking_back import Moment

_BEYOND = 10_000
"""More rows than there are."""


class WhatChangedSince(HouseModal[None]):
    """What is otherwise now than at a former moment, as those who look may see both; another moment can be picked."""

    CSS_PATH = "../styles/family.tcss"
    HELP_KEY: ClassVar[str] = "changed.help"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("changed.since", "enter", footer=True),
        Command("changed.up", "up"),
        Command("changed.down", "down"),
        Command("changed.page-up", "pageup"),
        Command("changed.page-down", "pagedown"),
        Command("changed.top", "home"),
        Command("changed.foot", "end"),
        CANCEL,
        HELP,
    )

    def __init__(self, since: Moment) -> None:
        super().__init__()
        self._since = since

    def compose(self) -> ComposeResult:
        """Which two moments, and what changed between them."""
        with Vertical(classes="dialog signed-plan"):
            yield Static(id="moments", classes="dialog-title")
            with VerticalScroll(id="changes", can_focus=False):
                yield Static(id="told")
        yield LeanFooter()

    def on_mount(self) -> None:
        """What those who look may see may change while this is open."""
        self.watch(self.app, "family", self._show)
        self.watch(self.app, "sharing", self._show, init=False)
        self.watch(self.app, "language_shown", self._show, init=False)

    @work(group="asking")
    async def action_since(self) -> None:
        """Another moment to compare with: a signed plan, the end of a meeting, the day the record began."""
        family = self.app.family
        if family is None:
            return
        known = over_time.moments_of(self.app, family)[:-1]
        picked = await one_of(self.app, self.app.say("changed.ask.since"), over_time.entries(self.app, known))
        if picked is not None:
            self._since = known[int(picked)]
            self._show()
            self._move(-_BEYOND)

    def action_up(self) -> None:
        """A line further up."""
        self._move(-1)

    def action_down(self) -> None:
        """A line further down."""
        self._move(1)

    def action_page_up(self) -> None:
        """A page further up."""
        self._move(1 - self._sheet.size.height)

    def action_page_down(self) -> None:
        """A page further down."""
        self._move(self._sheet.size.height - 1)

    def action_top(self) -> None:
        """The first line."""
        self._move(-_BEYOND)

    def action_foot(self) -> None:
        """The last line."""
        self._move(_BEYOND)

    @property
    def _sheet(self) -> VerticalScroll:
        return self.query_one("#changes", VerticalScroll)

    def _move(self, down: int) -> None:
        self._sheet.scroll_relative(y=down, animate=False)

    def _show(self) -> None:
        family = self.app.family
        then = at_moment(self.app.desk, family, self._since, self.app.language) if family is not None else None
        if family is None:
            return
        if then is None:
            self.query_one("#moments", Static).update(Content(self.app.say("changed.title")))
            self.query_one("#told", Static).update(Content(self.app.say("change.told.no-record")))
            return
        reader = looking_at(family, self.app.sharing, self.app.today())
        told = told_since(family, then, reader, self.app.desk.gone(family.header.id), self.app.language)
        self.query_one("#moments", Static).update(Content(f"{self.app.say('changed.title')}. {told.moments}"))
        self.query_one("#told", Static).update(Content("\n".join(told.lines)))
