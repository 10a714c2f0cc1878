"""The map as the room's window shows it: made of what everybody now present may see, whatever the facilitator looks at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from teammeet.messages import count, text
from teammeet.room_window.page import RoomPage

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from teammeet.ecomap.graph import EcomapGraph, Tie
    from teammeet.model.family import Family
    from teammeet.model.supports import Spotlight
    from teammeet.room_window.room_map import MapTie, RoomMap

_WITHOUT_FORMAL: Final = frozenset({"natural", "peer", "community"})


@dataclass(frozen=True, slots=True)
class Glance:
    """How somebody looks at the map: the home in the middle, what stands out, what is chosen, plain signs or drawn ones."""

    centre: str = ""
    spotlight: Spotlight | None = None
    selected: str = ""
    plain: bool = False


@dataclass(frozen=True, slots=True)
class RoomSight:
    """The map that the room may see of a family at a moment, and the names of the kept spotlights that it may know of."""

    graph: EcomapGraph
    kept: Mapping[str, str]

    @classmethod
    def of(cls, family: Family, meeting: str, on: date) -> RoomSight:
        """What everybody who is at ``meeting`` now may see; nobody's own view is asked for."""
        from teammeet.ecomap.graph import graph_of
        from teammeet.tui.wall import present_at, reader_of_the_room

        view = family.seen_by(reader_of_the_room(family, present_at(family, meeting), on))
        return cls(graph_of(view), {spotlight.id: spotlight.name for spotlight in view.spotlights})

    def page(self, glance: Glance, language: str) -> RoomPage:
        """The page of the room's window for a glance. What the room does not see can neither stand out nor be chosen."""
        from teammeet.ecomap.spotlight import lit, narrowed

        spotlight = self._spotlight_of(glance.spotlight)
        graph = self.graph.centred_on(glance.centre)
        lights = lit(graph, spotlight) if spotlight is not None else frozenset()
        graph = narrowed(graph, spotlight) if spotlight is not None else graph
        return RoomPage(
            kind="map",
            language=language,
            title=text("release.room.title", language),
            summary=self._caption(spotlight, language) if spotlight is not None else "",
            map=_map_of(graph, lights, replace(glance, selected=self._chosen(glance.selected))),
        )

    def _spotlight_of(self, spotlight: Spotlight | None) -> Spotlight | None:
        """``spotlight`` where the room sees what it is on; else none, and the whole map is shown.

        A part of life in which the room sees nobody can only be chosen because there is somebody in it, unless it is that of
        a kept view of which the room knows.
        """
        if spotlight is None or not spotlight.narrows:
            return None
        seen = {thing.id for thing in self.graph.things}
        domains = {support.domain for support in self.graph.supports}
        sees_of = not spotlight.of or spotlight.of in seen
        sees_domain = not spotlight.domain or spotlight.domain in domains or spotlight.id in self.kept
        return spotlight if sees_of and sees_domain else None

    def _caption(self, spotlight: Spotlight, language: str) -> str:
        """What stands out, in words, and plainly what is gone: the name of one that the room knows, else what it is on."""
        parts = [self.kept.get(spotlight.id, "")] if self.kept.get(spotlight.id) else self._in_words(spotlight, language)
        return " · ".join([*parts, *self._gone(spotlight, language)])

    def _in_words(self, spotlight: Spotlight, language: str) -> list[str]:
        from teammeet.ecomap.seating import domain_name

        parts = []
        if spotlight.of:
            name = self.graph.name_of(spotlight.of) or text("ecomap.unnamed.support", language)
            parts.append(text("spotlight.line.of", language, name=name))
        if spotlight.domain:
            parts.append(domain_name(spotlight.domain, language))
        if set(spotlight.kinds) == _WITHOUT_FORMAL:
            parts.append(text("spotlight.line.without-services", language))
        else:
            parts += [text(f"ecomap.sector.{kind}", language) for kind in spotlight.kinds]
        return parts

    def _gone(self, spotlight: Spotlight, language: str) -> list[str]:
        """What the room loses sight of; only where nothing but the kinds narrows the map, for else more than that is gone."""
        from teammeet.ecomap.spotlight import left_out

        if not (spotlight.alone and spotlight.kinds) or spotlight.of or spotlight.domain:
            return []
        gone, services = left_out(self.graph, spotlight), set(spotlight.kinds) == _WITHOUT_FORMAL
        told = [count(f"spotlight.gone.{'services' if services else 'supports'}", len(gone.supports), language)]
        return [*told, count("spotlight.gone.untied", len(gone.untied), language)] if gone.untied else told

    def held_to(self, glance: Glance, before: Glance) -> Glance:
        """``glance``, but where it is at something that the room does not see, what the room saw ``before`` stays.

        Else the choice or the light on the wall would go out for as long as somebody unseen is looked at, and tell that there
        is one.
        """
        homes, things = {home.id for home in self.graph.homes}, {thing.id for thing in self.graph.things if thing.id}
        first = next((support.id for support in self.graph.supports), "")
        chosen = (id for id in (glance.selected, before.selected) if self._chosen(id) in things)
        centre = (id for id in (glance.centre, before.centre) if not id or id in homes)
        unseen = glance.spotlight is not None and glance.spotlight.narrows and self._spotlight_of(glance.spotlight) is None
        light = before.spotlight if unseen else glance.spotlight
        selected = next(chosen, first) if glance.selected else ""
        return replace(glance, selected=selected, centre=next(centre, ""), spotlight=light)

    def _chosen(self, selected: str) -> str:
        """The id of what is chosen; of several supports that stand as one, the first that the room sees."""
        kind, stands_for_several, domain = selected.partition("/")
        if not stands_for_several:
            return selected
        return next((one.id for one in self.graph.supports if (one.kind, one.domain) == (kind, domain)), "")


def _map_of(graph: EcomapGraph, lights: frozenset[str], glance: Glance) -> RoomMap:
    """The graph with numbers in place of ids; where it is larger than any map that can be looked at, its first part."""
    from teammeet.room_window import room_map as told

    graph = _bounded(graph)
    number_of = {thing.id: number for number, thing in enumerate(graph.things)}
    members = tuple(
        told.MapMember.model_validate(
            {
                **{name: getattr(member, name) for name in ("name", "life", "nature", "enrolled", "mark")},
                "home": number_of[member.home],
                "also_in": tuple(number_of[home] for home in member.also_in if home in number_of),
            }
        )
        for member in graph.members
    )
    supports = tuple(
        told.MapSupport.model_validate({name: getattr(support, name) for name in ("name", "kind", "domain", "status")})
        for support in graph.supports
    )
    return told.RoomMap(
        title=graph.title,
        homes=tuple(told.MapHome(name=home.name, is_said=bool(home.id)) for home in graph.homes),
        members=members,
        supports=supports,
        ties=tuple(_tie_of(tie, number_of) for tie in graph.ties),
        centre=number_of[graph.centre],
        lit=tuple(sorted(number_of[id] for id in lights if id in number_of)),
        chosen=number_of.get(glance.selected) if glance.selected else None,
        plain=glance.plain,
    )


def _tie_of(tie: Tie, number_of: Mapping[str, int]) -> MapTie:
    """A line as it is drawn: each thing that is said of it once, and not who said it."""
    from teammeet.room_window.room_map import MOST_CLAIMS, MapClaim, MapTie

    claims = tuple(MapClaim.model_validate({"kinds": view.kinds, "flow": view.flow}) for view in tie.views[:MOST_CLAIMS])
    return MapTie(start=number_of[tie.support], end=number_of[tie.to], claims=claims)


def _bounded(graph: EcomapGraph) -> EcomapGraph:
    """No more of anything than a page holds; the home in the middle stays."""
    from teammeet.room_window import room_map as most

    homes = graph.homes[: most.MOST_HOMES]
    if graph.home not in homes:
        homes = (*homes[:-1], graph.home)
    known = {home.id for home in homes}
    members = tuple(member for member in graph.members if member.home in known)[: most.MOST_MEMBERS]
    supports = graph.supports[: most.MOST_SUPPORTS]
    there = known | {member.id for member in members} | {support.id for support in supports}
    ties = tuple(tie for tie in graph.ties if tie.support in there and tie.to in there)[: most.MOST_TIES]
    return replace(graph, homes=homes, members=members, supports=supports, ties=ties)
