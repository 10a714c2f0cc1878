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
    from teammeet.ecomap.grouping import Group
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
        self._drawn: EcomapGraph | None = None
        """The same with ``_groups`` in place of very many supports."""
        self._groups: tuple[Group, ...] = ()
        self._selected = ""
        self._tie = 0
        self._centre = ""
        self._voice: changes.Voice | None = None
        """Whose claim of the chosen tie the keys change; nobody's in particular is the first."""
        self.spotlight: Spotlight | None = None
        self._below = ("", "")
        """A support that a change of its kind moves, and what lay below it before: Down goes there, as the eye does."""

    @property
    def map(self) -> MapView:
        """The picture."""
        return self.query_one("#map", MapView)

    def watch_family(self, family: Family | None) -> None:
        """Another family: the same widgets, another picture."""
        if family is None:
            return
        from teammeet.ecomap.graph import graph_of
        from teammeet.tui.wall import looking_at

        self._whole = graph_of(family.seen_by(looking_at(family, self.app.sharing, self.app.today())))
        if family.get(self._selected) is None and not self.is_group(self._selected):
            self._selected = self._whole.supports[0].id if self._whole.supports else ""
        self._look_anew()

    def _look_anew(self) -> None:
        """Another home in the middle, or another spotlight: the picture anew."""
        if self._whole is None:
            return
        from teammeet.ecomap.folding import folded
        from teammeet.ecomap.spotlight import narrowed

        graph = self._whole.centred_on(self._centre) if self._centre else self._whole
        self._graph = narrowed(graph, self.spotlight) if self.spotlight is not None else graph
        self._drawn, self._groups = folded(self._graph, self.spotlight)
        self._redraw()

    def _look(self) -> Look:
        """How the map is looked at now."""
        from teammeet.ecomap.folding import holding, lit_groups
        from teammeet.ecomap.spotlight import lit
        from teammeet.ecomap.terminal import Look

        app = self.app
        bright = lit(self._graph, self.spotlight) if self._graph is not None and self.spotlight is not None else frozenset()
        group = holding(self._groups, self._selected)
        return Look(
            app.language,
            group.id if group else self._selected,
            lit_groups(self._groups, bright) if bright else bright,
            ascii_only=app.settings.plain_signs,
            groups=self._groups,
        )

    def _redraw(self) -> None:
        if self._drawn is None or self.family is None:
            return
        app = self.app
        self.map.show(self._drawn, self._look())
        shown = app.family_shown(self.family)
        ties = changes.ties_of(shown, self._selected)
        self._tie = min(self._tie, max(0, len(ties) - 1))
        said = chosen_words.chosen(app, shown, self._selected, ties, self._tie, self._voice_shown(ties))
        self.query_one("#chosen", Static).update(self._group_words() or said, layout=False)
        if self.query_one("#words").display:
            self._write_words()

    def _write_words(self) -> None:
        from teammeet.ecomap.words import as_text

        if self._graph is not None:
            self.query_one("#words-text", Static).update(Content(as_text(self._graph, self.app.language)))

    def is_group(self, id: str) -> bool:
        """Whether ``id`` is that of several supports that stand as one."""
        return any(group.id == id for group in self._groups)

    def open_group(self, id: str) -> None:
        """Show what stands as one, one by one, and nothing else; Esc goes back."""
        from teammeet.ecomap.folding import opened

        group = next((group for group in self._groups if group.id == id), None)
        if group is not None:
            self._selected, self.spotlight = group.supports[0].id, opened(group)
            self._look_anew()

    def _group_words(self) -> Content | None:
        group = next((group for group in self._groups if group.id == self._selected), None)
        if group is None:
            return None
        from teammeet.ecomap.seating import counted_supports, domain_name

        kind = self.app.say(f"ecomap.sector.{group.kind}")
        name = Content.styled(f" {kind}, {domain_name(group.domain, self.app.language)}", "bold $primary")
        return name + Content(f"\n {self.app.say('look.group.chosen', supports=counted_supports(group, self.app.language))}")

    def _select(self, id: str) -> None:
        if id and id != self._selected:
            self._selected, self._tie, self._below = id, 0, ("", "")
            self._redraw()

    def _chosen_tie(self) -> Tie | None:
        """The tie as it stands in the record, to be changed."""
        ties = self._ties()
        held = self.family.get(ties[self._tie].id) if self.family is not None and self._tie < len(ties) else None
        return held if isinstance(held, Tie) else None

    def _voice_shown(self, ties: tuple[Tie, ...]) -> changes.Voice | None:
        """The same claim as the keys change, called as this screen may call who says it."""
        held = self._chosen_tie()
        if self._voice is None or held is None or held.id != self._voice.tie:
            return self._voice
        at, shown = changes.place_of(held, self._voice), ties[self._tie].claims
        return changes.Voice(held.id, at, shown[at].said_by) if at < len(shown) else self._voice

    def _ties(self) -> tuple[Tie, ...]:
        """The ties of what is chosen, as this screen may show them."""
        return changes.ties_of(self.app.family_shown(self.family), self._selected) if self.family is not None else ()

    def may_see_kind(self, tie: Tie) -> bool:
        """Whether this screen shows what is said of ``tie``, a tie of the record: to a room only where that was released."""
        return self.app.sharing.private or tie.shown_to == "room"

    def _tell_no_tie(self) -> None:
        """Why there is no tie to change: nothing is on the map yet, no support is chosen, or it has none."""
        if self._whole is not None and not self._whole.supports:
            self.app.tell("tui.ecomap.empty")
        elif self.family is None or isinstance(self.family.get(self._selected), Support):
            self.app.tell("tui.ecomap.no-tie")
        else:
            self.app.tell("spotlight.told.choose-support")

    def _chosen_support(self) -> Support | None:
        """The support that is chosen, as it stands in the record; where none is, why is told."""
        item = self.family.get(self._selected) if self.family is not None else None
        if isinstance(item, Support):
            return item
        self._tell_no_tie()
        return None

    def _keep(self, item: Tie | Support) -> bool:
        from teammeet.model.family import put

        return self._kept(put(item))

    def _kept(self, *edits: Edit) -> bool:
        return self.app.keep(*edits)
