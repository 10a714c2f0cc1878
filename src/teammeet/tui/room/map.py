"""The map in the room's window: as it came, painted for this window's own size. Nothing on it can be chosen here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import events

from teammeet.tui.widgets.map_view import MapView

if TYPE_CHECKING:
    from teammeet.ecomap.graph import EcomapGraph
    from teammeet.ecomap.terminal import Look
    from teammeet.room_window.page import RoomPage
    from teammeet.room_window.room_map import RoomMap

_BEYOND = 1_000
"""Rows to the other end of any map."""


class RoomMapView(MapView, can_focus=False):
    """Follows the map of a page; what is spoken of is in sight, and who looks may scroll where there is more."""

    def follow(self, page: RoomPage) -> None:
        """Show the map of ``page``."""
        if page.map is None:
            self.forget()
            return
        chosen = self._look.selected if self._look is not None else ""
        graph, look = graph_of(page.map), look_of(page.map, page.language)
        self.show(graph, look)
        if look.selected != chosen:
            self._bring_into_sight(look.selected)

    def forget(self) -> None:
        """Nothing of a map stays behind what is shown."""
        self._graph = self._look = self._canvas = None
        self.refresh()

    def move(self, key: str) -> None:
        """Scroll as the key of this name does."""
        page = max(1, self.size.height - 2)
        by = {"up": -1, "down": 1, "pageup": -page, "pagedown": page, "home": -_BEYOND, "end": _BEYOND}
        if self._look is not None:
            self._begin_at(self._look.first + by[key])

    def on_resize(self) -> None:
        """What is spoken of stays in sight at another size too."""
        self._paint()
        if self._look is not None:
            self._bring_into_sight(self._look.selected)

    def on_click(self, event: events.Click) -> None:
        """The room points with a finger."""
        event.prevent_default()

    def _bring_into_sight(self, chosen: str) -> None:
        """Scroll by pages until ``chosen`` is seen, or stay where it is nowhere."""
        if self._canvas is None or self._look is None or not chosen or self._is_seen(chosen):
            return
        first = self._look.first
        self._begin_at(0)
        while not self._is_seen(chosen) and self._canvas.hidden > 0 and self._look.first < _BEYOND:
            self._begin_at(self._look.first + max(1, self.size.height - 2))
        if not self._is_seen(chosen):
            self._begin_at(first)

    def _is_seen(self, chosen: str) -> bool:
        return self._canvas is not None and any(spot.id == chosen for spot in self._canvas.spots)

    def _begin_at(self, first: int) -> None:
        """Begin at this row, but never beyond the last: ``hidden`` counts what is below on both sides."""
        if self._look is None or self._canvas is None:
            return
        last = self._look.first + (self._canvas.hidden + 1) // 2
        self._look = replace(self._look, first=max(0, min(first, last)))
        self._paint()


def graph_of(told: RoomMap) -> EcomapGraph:
    """The map as the painters know it; the places of things in it are their ids."""
    from teammeet.ecomap import graph

    homes = tuple(graph.Home(_home(told, n), home.name) for n, home in enumerate(told.homes))
    members = tuple(
        graph.Member(
            id=str(n),
            name=member.name,
            home=homes[member.home].id,
            also_in=tuple(homes[home].id for home in member.also_in),
            life=member.life,
            nature=member.nature,
            enrolled=member.enrolled,
            mark=member.mark,
        )
        for n, member in enumerate(told.members, start=len(homes))
    )
    supports = tuple(
        graph.Support(str(n), support.name, support.kind, support.domain, support.status)
        for n, support in enumerate(told.supports, start=len(homes) + len(members))
    )
    ties = tuple(
        graph.Tie(
            f"tie-{n}",
            _id(told, tie.start),
            _id(told, tie.end),
            tuple(graph.Claim(claim.kinds, claim.flow) for claim in tie.claims),
        )
        for n, tie in enumerate(told.ties)
    )
    return graph.EcomapGraph(told.title, homes, members, supports, ties, centre=homes[told.centre].id)


def look_of(told: RoomMap, language: str) -> Look:
    """How the map is looked at."""
    from teammeet.ecomap.terminal import Look

    chosen = _id(told, told.chosen) if told.chosen is not None else ""
    return Look(language, chosen, frozenset(_id(told, thing) for thing in told.lit), ascii_only=told.plain)


def _id(told: RoomMap, thing: int) -> str:
    return _home(told, thing) if thing < len(told.homes) else str(thing)


def _home(told: RoomMap, number: int) -> str:
    """The painters know the home of which nothing is said by an empty id."""
    return str(number) if told.homes[number].is_said else ""
