"""The ecomap's screen as it is held: the map that those who look may see, what is chosen on it, and how a change is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from teammeet.model.supports import Support, Tie
from teammeet.tui.ecomap import changes, chosen_words
from teammeet.tui.screens.base import HouseScreen
from teammeet.tui.widgets.map_view import MapView

if TYPE_CHECKING:
    from teammeet.ecomap.graph import EcomapGraph
    from teammeet.ecomap.terminal import Look
    from teammeet.model.family import Edit, Family
    from teammeet.model.supports import Spotlight


class HeldEcomap(HouseScreen):
    """The state of the map's screen. A subclass paints it."""

    def __init__(self) -> None:
        super().__init__()
        self._whole: EcomapGraph | None = None
        """All that those who look may see, before the spotlight leaves anything out."""
        self._graph: EcomapGraph | None = None
        self._selected = ""
        self._tie = 0
        self._centre = ""
        self._voice: changes.Voice | None = None
        """Whose claim of the chosen tie the keys change; nobody's in particular is the first."""
        self.spotlight: Spotlight | None = None

    @property
    def map(self) -> MapView:
        """The picture."""
        return self.query_one("#map", MapView)

    def watch_family(self, family: Family | None) -> None:
        """Another family: the same widgets, another picture."""
        if family is None:
            return
        from teammeet.ecomap.graph import graph_of
        from teammeet.model.readers import facilitator
        from teammeet.tui.wall import present_at, reader_of_the_room

        sharing, today = self.app.sharing, self.app.today()
        there = present_at(family, sharing.meeting)
        reader = facilitator(today) if sharing.private else reader_of_the_room(family, there, today)
        self._whole = graph_of(family.seen_by(reader))
        if family.get(self._selected) is None:
            self._selected = self._whole.supports[0].id if self._whole.supports else ""
        self._look_anew()

    def _look_anew(self) -> None:
        """Another home in the middle, or another spotlight: the picture anew."""
        if self._whole is None:
            return
        from teammeet.ecomap.spotlight import narrowed

        graph = self._whole.centred_on(self._centre) if self._centre else self._whole
        self._graph = narrowed(graph, self.spotlight) if self.spotlight is not None else graph
        self._redraw()

    def _look(self) -> Look:
        """How the map is looked at now."""
        from teammeet.ecomap.spotlight import lit
        from teammeet.ecomap.terminal import Look

        app = self.app
        bright = lit(self._graph, self.spotlight) if self._graph is not None and self.spotlight is not None else frozenset()
        return Look(app.language, self._selected, bright, ascii_only=app.settings.plain_signs)

    def _redraw(self) -> None:
        if self._graph is None or self.family is None:
            return
        app = self.app
        self.map.show(self._graph, self._look())
        shown = app.family_shown(self.family)
        ties = changes.ties_of(shown, self._selected)
        self._tie = min(self._tie, max(0, len(ties) - 1))
        said = chosen_words.chosen(app, shown, self._selected, ties, self._tie, self._voice)
        self.query_one("#chosen", Static).update(said, layout=False)
        if self.query_one("#words").display:
            self._write_words()

    def _write_words(self) -> None:
        from teammeet.ecomap.words import as_text

        if self._graph is not None:
            self.query_one("#words-text", Static).update(Content(as_text(self._graph, self.app.language)))

    def _select(self, id: str) -> None:
        if id and id != self._selected:
            self._selected, self._tie = id, 0
            self._redraw()

    def _chosen_tie(self) -> Tie | None:
        """The tie as it stands in the record, to be changed."""
        ties = self._ties()
        held = self.family.get(ties[self._tie].id) if self.family is not None and self._tie < len(ties) else None
        return held if isinstance(held, Tie) else None

    def _ties(self) -> tuple[Tie, ...]:
        """The ties of what is chosen, as this screen may show them."""
        return changes.ties_of(self.app.family_shown(self.family), self._selected) if self.family is not None else ()

    def may_see_kind(self, tie: Tie) -> bool:
        """Whether this screen shows what is said of ``tie``, a tie of the record: to a room only where that was released."""
        return self.app.sharing.private or tie.shown_to == "room"

    def _keep(self, item: Tie | Support) -> bool:
        from teammeet.model.family import put

        return self._kept(put(item))

    def _kept(self, *edits: Edit) -> bool:
        return self.app.keep(*edits)
