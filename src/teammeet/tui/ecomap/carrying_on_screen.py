"""Who could carry this? The map shows who could, of the family's own life first; one key makes it theirs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import work
from textual.content import Content
from textual.widgets import Static

from teammeet.ecomap.carriers import could_carry, people
from teammeet.ecomap.folding import lit_groups
from teammeet.model.family import put
from teammeet.model.plan import Option
from teammeet.tui.commands import Command
from teammeet.tui.ecomap import carrying_words, chosen_words
from teammeet.tui.ecomap.asking import one_of
from teammeet.tui.ecomap.carried_there import may_carry, strategy_carried_by
from teammeet.tui.ecomap.changing_on_screen import ChangesMap
from teammeet.tui.ecomap.talking_on_screen import TalksOverMap

if TYPE_CHECKING:
    from teammeet.ecomap.terminal import Look
    from teammeet.model.family import Family


class AsksWhoCarries(ChangesMap, TalksOverMap):
    """The idea with the id ``carry`` looks for somebody who carries it; without one the map is as ever."""

    CARRYING = (Command("spotlight.carry", "c"),)

    def __init__(self, carry: str = "") -> None:
        super().__init__()
        self._asked = carry

    def watch_family(self, family: Family | None) -> None:
        """A question that was brought from the meeting chooses who stands nearest to it."""
        first = self._whole is None
        super().watch_family(family)
        if first and self.idea is not None:
            self._ask(self._asked)

    @property
    def idea(self) -> Option | None:
        """The idea that is asked about, as those who look may see it."""
        shown = self.app.family_shown(self.family).get(self._asked) if self.family is not None and self._asked else None
        return shown if isinstance(shown, Option) else None

    def action_carry(self) -> None:
        """While an idea is asked about, what is chosen carries it; else which idea is it?"""
        if self.idea is None:
            self._ask_which()
        elif self.query_one("#words").display:
            self._ask_from_list()
        else:
            self._carry(self._selected)

    def action_ecomap_edit(self) -> None:
        """Enter is the same while an idea is asked about; what stands as one is opened first."""
        if self.idea is None or self.is_group(self._selected):
            super().action_ecomap_edit()
        else:
            self.action_carry()

    def action_back(self) -> None:
        """Esc leaves the idea as it is first."""
        if self.idea is not None and not self.query_one("#name").display:
            self._ask("")
        else:
            super().action_back()

    def told_of(self) -> Content:
        """The question, what Enter does, who stands nearest."""
        if self.idea is None or self._graph is None or self.family is None:
            return super().told_of()
        shown = self.app.family_shown(self.family)
        who = self._selected if may_carry(shown, self._selected) else ""
        return carrying_words.line(self.app, shown, self._graph, self.idea, who)

    @work(group="asking")
    async def _ask_which(self) -> None:
        if self.family is None:
            return
        entries = carrying_words.ideas(self.app, self.app.family_shown(self.family))
        if not entries:
            self.app.tell("spotlight.told.no-ideas")
            return
        self._ask(await one_of(self.app, self.app.say("spotlight.ask.idea"), entries) or "")

    @work(group="asking")
    async def _ask_from_list(self) -> None:
        """Who reads the map in words answers from a list."""
        if self._graph is None or self.family is None or self.idea is None:
            return
        shown = self.app.family_shown(self.family)
        entries = carrying_words.carriers(self.app, shown, self._graph, self.idea)
        who = await one_of(self.app, carrying_words.question(self.app, self.idea), entries)
        if who is not None:
            self._carry(who)

    def _ask(self, idea: str) -> None:
        """Ask who could carry ``idea``: the nearest is chosen to begin with. No idea ends the question."""
        self._asked = idea
        if self.idea is not None and self._graph is not None and self.family is not None:
            domain = carrying_words.domain_of(self.app.family_shown(self.family), self.idea)
            nearest = could_carry(self._graph, domain)
            if nearest:
                self._select(nearest[0].id)
        self._redraw()

    def _carry(self, who: str) -> None:
        """``who`` carries the idea: it is chosen now, if it was not."""
        if self.family is None or self.idea is None:
            return
        shown = self.app.family_shown(self.family)
        name = chosen_words.label(self.app, shown, who)
        if not may_carry(shown, who):
            self.app.tell("spotlight.told.cannot-carry")
            return
        strategy = strategy_carried_by(self.family, shown, self.idea.id, who)
        if strategy is None:
            self.app.tell("spotlight.told.carries-already", name=name)
        elif self._kept(put(strategy)):
            self._ask("")
            self.app.tell("spotlight.told.carries", name=name)

    def _look(self) -> Look:
        look = super()._look()
        if self.idea is None or self._graph is None:
            return look
        could = {support.id for support in could_carry(self._graph)} | {person.id for person in people(self._graph)}
        return replace(look, highlighted=lit_groups(self._groups, frozenset({self._graph.centre, *could})))

    def _write_words(self) -> None:
        if self.idea is None or self._graph is None or self.family is None:
            super()._write_words()
            return
        shown = self.app.family_shown(self.family)
        self.query_one("#words-text", Static).update(Content(carrying_words.as_text(self.app, shown, self._graph, self.idea)))
