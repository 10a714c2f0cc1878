"""Two moments of the map compared: changes marked on one map, in words, or both maps. Nothing is changed here."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from teammeet.tui.commands import HELP, Command
from teammeet.tui.ecomap import over_time
from teammeet.tui.ecomap.asking import one_of
from teammeet.tui.screens.base import BLANK, CANCEL, HouseModal
from teammeet.tui.widgets.footer import LeanFooter
from teammeet.tui.widgets.map_view import MapView

if TYPE_CHECKING:
    from teammeet.desk.looking_back import Moment
    from teammeet.ecomap.compared import Comparison

WAYS: Final = ("marked", "words", "beside")
WIDE: Final = 156
"""So many columns hold two maps next to each other."""
_BEYOND: Final = 10_000
"""More rows than there are."""


class OverTime(HouseModal[None]):
    """The map at ``since`` and at ``until``. Where both maps find no room next to each other, they take turns."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["../styles/ecomap.tcss", "../styles/over_time.tcss"]
    HELP_KEY: ClassVar[str] = "change.help"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("change.next-way", "m,M", footer=True),
        Command("change.turn", "space,left,right", footer=True),
        Command("change.since", "enter", footer=True),
        Command("change.until", "u,U"),
        Command("change.up", "up"),
        Command("change.down", "down"),
        Command("change.page-up", "pageup"),
        Command("change.page-down", "pagedown"),
        Command("change.top", "home"),
        Command("change.foot", "end"),
        BLANK,
        CANCEL,
        HELP,
    )

    def __init__(self, since: Moment, until: Moment) -> None:
        super().__init__()
        self._since, self._until = since, until
        self._way = WAYS[0]
        self._turned = False
        """Whether the earlier of two maps that take turns is looked at."""
        self._records: over_time.Records | None = None

    def compose(self) -> ComposeResult:
        """Which moments, one map or two, the words."""
        with Vertical(classes="dialog over-time"):
            yield Static(id="moments", classes="dialog-title")
            with Horizontal(id="maps"):
                for side in ("then", "now"):
                    with Vertical(id=side):
                        yield Static(id=f"{side}-moment", classes="moment")
                        yield MapView(id=f"{side}-map")
            with VerticalScroll(id="told"):
                yield Static(id="told-text")
        yield LeanFooter()

    def on_mount(self) -> None:
        """What those who look may see may change while this is open."""
        self.watch(self.app, "family", self._look_back)
        self.watch(self.app, "sharing", self._look_back, init=False)
        self.watch(self.app, "language_shown", self._show, init=False)

    def on_resize(self) -> None:
        """Two maps may find room now, or no longer."""
        self._show()

    def action_next_way(self) -> None:
        """The next way: marked on one map, in words, both maps."""
        self._way = WAYS[(WAYS.index(self._way) + 1) % len(WAYS)]
        self._show()

    def action_turn(self) -> None:
        """The map of the other moment, where one is looked at at a time."""
        self._turned = not self._turned if self._way == "beside" else True
        self._way = "beside"
        self._show()

    @work(group="asking")
    async def action_since(self) -> None:
        """Another moment to begin with."""
        picked = await self._picked("change.ask.since")
        if picked is not None:
            self._since = picked
            self._look_back()

    @work(group="asking")
    async def action_until(self) -> None:
        """Another moment to end with."""
        picked = await self._picked("change.ask.until")
        if picked is not None:
            self._until = picked
            self._look_back()

    def action_up(self) -> None:
        """What lies further up."""
        self._move(-1)

    def action_down(self) -> None:
        """What lies further down."""
        self._move(1)

    def action_page_up(self) -> None:
        """A page further up."""
        self._move(-self._page)

    def action_page_down(self) -> None:
        """A page further down."""
        self._move(self._page)

    def action_top(self) -> None:
        """The first line."""
        self._move(-_BEYOND)

    def action_foot(self) -> None:
        """The last line."""
        self._move(_BEYOND)

    @property
    def _page(self) -> int:
        """The rows that are seen at once, but one that is read again."""
        return max(1, self.query_one("#told" if self._way == "words" else "#maps").size.height - 1)

    async def _picked(self, question: str) -> Moment | None:
        family = self.app.family
        if family is None:
            return None
        known = over_time.moments_of(self.app, family)
        picked = await one_of(self.app, self.app.say(question), over_time.entries(self.app, known))
        return known[int(picked)] if picked is not None else None

    def _move(self, down: int) -> None:
        if self._way == "words":
            self.query_one("#told", VerticalScroll).scroll_relative(y=down, animate=False)
        else:
            for view in self.query(MapView):
                view.pan(0, down)

    def _look_back(self) -> None:
        """Read both records anew; of one that is no more, nothing is shown."""
        family = self.app.family
        first, last = sorted((self._since, self._until), key=lambda moment: moment.at)
        self._since, self._until = first, last
        self._records = over_time.records(self.app, family, first, last) if family is not None else None
        self._show()

    def _show(self) -> None:
        app, found = self.app, self._records
        since, until = (over_time.said(app, moment) for moment in (self._since, self._until))
        self.query_one("#maps").display = found is not None and self._way != "words"
        self.query_one("#told").display = found is None or self._way == "words"
        from teammeet.ecomap.compared_words import entries, heading, summary

        said = [heading(app.language, since, until)]
        if found is None:
            self.query_one("#told-text", Static).update(Content(app.say("change.told.no-record")))
        else:
            comparison = over_time.compared_for(app, found)
            said.append(summary(comparison, app.language))
            listed = "\n".join(f"- {entry}" for entry in entries(comparison, app.language))
            self.query_one("#told-text", Static).update(Content(listed))
            if self._way != "words":
                self._show_maps(comparison, since, until)
        self.query_one("#moments", Static).update(Content("\n".join(said)))

    def _show_maps(self, comparison: Comparison, since: str, until: str) -> None:
        from teammeet.ecomap.compared_maps import beside, marked
        from teammeet.ecomap.terminal import Look

        both = self._way == "beside"
        look = Look(self.app.language, ascii_only=self.app.settings.plain_signs, steady=both)
        is_wide = both and self.size.width >= WIDE
        before, after = beside(comparison) if both else (marked(comparison),) * 2
        self.query_one("#then").display = is_wide or (both and self._turned)
        self.query_one("#now").display = is_wide or not (both and self._turned)
        for side, graph, moment in (("then", before, since), ("now", after, until)):
            heading = self.query_one(f"#{side}-moment", Static)
            heading.display = both
            heading.update(Content(f"{moment[:1].upper()}{moment[1:]}"))
            self.query_one(f"#{side}-map", MapView).show(graph, look)
