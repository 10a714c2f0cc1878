"""The map in the room's window: as it came, painted for this window's own size. Nothing on it can be chosen here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import events

from teammeet.tui.widgets.map_view import MapView

if TYPE_CHECKING:
    from teammeet.ecomap.cells import Canvas
    from teammeet.ecomap.graph import EcomapGraph
    from teammeet.ecomap.grouping import Group
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
        from teammeet.ecomap.grouping import grouped

        graph, look = graph_of(page.map), look_of(page.map, page.language)
        groups = groups_of(graph)
        self.show(grouped(graph, groups) if groups else graph, with_groups(look, groups))

    def forget(self) -> None:
        """Nothing of a map stays behind what is shown."""
        self._graph = self._look = self._whole = self._canvas = None
        self.refresh()

    def move(self, key: str) -> None:
        """Scroll as the key of this name does."""
        page = max(1, self.size.height - 2)
        by = {"up": -1, "down": 1, "pageup": -page, "pagedown": page, "home": -_BEYOND, "end": _BEYOND}
        if self._look is not None:
            self._look = replace(self._look, first=max(0, self._look.first + by[key]), follow=False)
            self._paint()

    def _painted(self, graph: EcomapGraph, look: Look) -> Canvas:
        """In a narrow window one column of names, so that they can be read."""
        from teammeet.ecomap.strip import NARROW, strip

        if self.size.width >= NARROW:
            return super()._painted(graph, look)
        self._whole = strip(graph, *self.size, look)
        self._look = replace(look, first=self._whole.first)
        return self._whole

    def on_click(self, event: events.Click) -> None:
        """The room points with a finger."""
        event.prevent_default()


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


def groups_of(graph: EcomapGraph) -> tuple[Group, ...]:
    """The groups in place of very many supports; where all would be one, they were asked for one by one."""
    from teammeet.ecomap.grouping import groups

    found = groups(graph)
    return found if len(found) > 1 else ()


def with_groups(look: Look, groups: tuple[Group, ...]) -> Look:
    """The same look at a map with ``groups``: one stands out where a support of it does."""
    group_of = {support.id: group.id for group in groups for support in group.supports}
    lit = look.highlighted | {group_of[id] for id in look.highlighted if id in group_of}
    return replace(look, selected=group_of.get(look.selected, look.selected), highlighted=lit, groups=groups)


def _id(told: RoomMap, thing: int) -> str:
    return _home(told, thing) if thing < len(told.homes) else str(thing)


def _home(told: RoomMap, number: int) -> str:
    """The painters know the home of which nothing is said by an empty id."""
    return str(number) if told.homes[number].is_said else ""
