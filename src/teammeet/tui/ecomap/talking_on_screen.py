"""Talking over the map: one person's ties, a part of life, natural supports only, or all without paid services."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.content import Content
from textual.widgets import Static

from teammeet.ecomap import spotlight as light
from teammeet.model.supports import Spotlight
from teammeet.tui.commands import Command
from teammeet.tui.ecomap import spotlight_words
from teammeet.tui.ecomap.asking import one_of
from teammeet.tui.ecomap.held import HeldEcomap

if TYPE_CHECKING:
    from teammeet.ecomap.graph import EcomapGraph
    from teammeet.model.family import Family


class TalksOverMap(HeldEcomap):
    """A spotlight on a part of the map; a line says what is looked at, what is gone and how to get back."""

    TALKING = (
        Command("spotlight.light", "s"),
        Command("spotlight.domain", "d"),
        Command("spotlight.natural-only", "o"),
        Command("spotlight.without-services", "w"),
    )

    def action_light(self) -> None:
        """What is chosen and its ties stand out; again, nothing else is left; again, everything."""
        if self.is_group(self._selected):
            self.open_group(self._selected)
        elif self._graph is not None and self._is_on_map(self._selected):
            self.turn_light(light.on(self.spotlight, self._selected))
        else:
            self.app.tell("spotlight.told.choose-first")

    @work(group="asking")
    async def action_domain(self) -> None:
        """One part of life, of those that the map shows; the same one again leaves nothing else."""
        if self._whole is None:
            return
        lit = self.spotlight.domain if self.spotlight is not None else None
        entries = spotlight_words.domains(self.app, self._whole, bool(lit))
        if not entries:
            self.app.tell("spotlight.told.no-domains")
            return
        picked = await one_of(self.app, self.app.say("spotlight.ask.domain"), entries)
        if picked is not None:
            self.turn_light(light.on_domain(self.spotlight, "" if picked == spotlight_words.ALL else picked))

    def action_natural_only(self) -> None:
        """Natural supports alone, or all again."""
        self.turn_light(light.only(self.spotlight, "natural"))

    def action_without_services(self) -> None:
        """What is left without paid services, or all again."""
        self.turn_light(light.only(self.spotlight, *spotlight_words.UNPAID))

    def turn_light(self, spotlight: Spotlight | None) -> None:
        """Look at the map through ``spotlight``; at all of it without one."""
        self.spotlight = spotlight
        self._look_anew()

    def action_back(self) -> None:
        """Esc turns the spotlight off first."""
        if self.spotlight is not None:
            self.turn_light(None)
        else:
            super().action_back()

    def told_of(self) -> Content:
        """What the line between the map and what is chosen says; empty when all of the map is looked at."""
        if self.spotlight is None or self._whole is None:
            return Content()
        spotlight = self._in_words(self.spotlight) if self.query_one("#words").display else self.spotlight
        return Content(spotlight_words.line(self.app, self._whole, spotlight))

    def watch_family(self, family: Family | None) -> None:
        """What is chosen stays chosen though a change took it out of the light: the next key would change another."""
        chosen = self._selected
        super().watch_family(family)
        if chosen != self._selected and self._whole is not None and _holds(self._whole, chosen):
            self._select(chosen)

    def _select(self, id: str) -> None:
        """What is not in the light is chosen by turning the spotlight off."""
        if self.spotlight is not None and not self._is_on_map(id) and self._whole is not None and _holds(self._whole, id):
            self.turn_light(None)
        super()._select(id)

    def _look_anew(self) -> None:
        """What left the map is neither lit nor chosen."""
        if self._whole is not None:
            self.spotlight = light.held_to(self.spotlight, self._whole)
        super()._look_anew()
        if self._graph is not None and not self._is_on_map(self._selected):
            lit = self.spotlight.of if self.spotlight is not None else None
            first = lit or next((support.id for support in self._graph.supports), self._graph.centre)
            self._select(first)

    def _redraw(self) -> None:
        told = self.told_of()
        line = self.query_one("#lit", Static)
        if line.content != told:
            line.update(told)
            line.display = bool(told.plain)
        super()._redraw()

    def _write_words(self) -> None:
        if self.spotlight is None or self._graph is None or self._whole is None:
            super()._write_words()
            return
        spotlight = self._in_words(self.spotlight)
        said = spotlight_words.as_text(self.app, self._whole, light.narrowed(self._graph, spotlight), spotlight)
        self.query_one("#words-text", Static).update(Content(said))

    def _in_words(self, spotlight: Spotlight) -> Spotlight:
        """In words nothing can be dim: what does not stand out is left out."""
        return spotlight.changed(alone=True)

    def _is_on_map(self, id: str) -> bool:
        return bool(id) and (self.is_group(id) or (self._graph is not None and _holds(self._graph, id)))


def _holds(graph: EcomapGraph, id: str) -> bool:
    return any(thing.id == id for thing in graph.things)
