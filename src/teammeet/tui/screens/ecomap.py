"""The ecomap: supports around the household, changed by single keys while the family talks."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import OptionList, Static

from teammeet.text import NAME_LIMIT
from teammeet.tui.commands import Command
from teammeet.tui.ecomap.carrying_on_screen import AsksWhoCarries
from teammeet.tui.ecomap.changing_on_screen import ChangesMap
from teammeet.tui.ecomap.choosing_on_screen import ChoosesOnMap
from teammeet.tui.ecomap.claiming_on_screen import HearsBoth
from teammeet.tui.ecomap.figures_on_screen import SaysOfMap
from teammeet.tui.ecomap.keeping_views_on_screen import KeepsViews
from teammeet.tui.ecomap.over_time_on_screen import LooksBackOnMap
from teammeet.tui.ecomap.part_of_life_on_screen import SetsPartOfLife
from teammeet.tui.ecomap.picture_on_screen import WritesPicture
from teammeet.tui.ecomap.placed_on_screen import KeepsPlaceOnMap
from teammeet.tui.ecomap.releasing_on_screen import ReleasesTies
from teammeet.tui.ecomap.talking_on_screen import TalksOverMap
from teammeet.tui.screens.base import BACK, BLANK
from teammeet.tui.widgets.line_input import LineInput
from teammeet.tui.widgets.map_view import MapView


class EcomapScreen(
    KeepsPlaceOnMap,
    SaysOfMap,
    AsksWhoCarries,
    KeepsViews,
    HearsBoth,
    ChoosesOnMap,
    SetsPartOfLife,
    ReleasesTies,
    LooksBackOnMap,
    WritesPicture,
):
    """The facilitator's map: one support is chosen, keys change it, every change is kept at once.

    ``carry`` is the id of an idea that looks for somebody who carries it, ``chosen`` of what is chosen at first.
    """

    CSS_PATH = "../styles/ecomap.tcss"
    HELP_KEY: ClassVar[str] = "tui.help.ecomap"
    PLACE_KEY: ClassVar[str] = "tui.ecomap.place"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        *ChangesMap.CHANGING,
        *SetsPartOfLife.LIFE,
        *HearsBoth.CLAIMING,
        *TalksOverMap.TALKING,
        *KeepsViews.VIEWING,
        *AsksWhoCarries.CARRYING,
        *ChoosesOnMap.CHOOSING,
        *ReleasesTies.RELEASING,
        *SaysOfMap.SAYING,
        *LooksBackOnMap.OVER_TIME,
        *WritesPicture.PICTURING,
        BLANK,
        BACK,
    )

    def __init__(self, carry: str = "", chosen: str = "") -> None:
        super().__init__(carry)
        self.begin_at(chosen)

    def compose_body(self) -> ComposeResult:
        """The map or its words, what it says, what is looked at on it, what is chosen, the line for a new support."""
        yield MapView(id="map")
        with VerticalScroll(id="words"):
            yield Static(id="words-text")
        yield OptionList(id="figures")
        yield Static(id="lit")
        yield Static(id="chosen")
        yield LineInput(limit=NAME_LIMIT, each_line=True, id="name", placeholder=self.app.say("tui.ecomap.name"))

    def on_mount(self) -> None:
        """The map has the keys."""
        self.query_one("#words").display = False
        self.query_one("#name").display = False
        self.figures.display = False
        self.query_one("#lit").display = False
        self.map.focus()
        self.watch(self.app, "language_shown", self._redraw, init=False)
