"""The ecomap: supports around the household, changed by single keys while the family talks."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from teammeet.model.supports import Support, Tie
from teammeet.text import NAME_LIMIT
from teammeet.tui import map_words, mapping
from teammeet.tui.commands import Command
from teammeet.tui.screens.base import BACK, BLANK, HouseScreen
from teammeet.tui.widgets.line_input import LineInput
from teammeet.tui.widgets.map_view import MapView

if TYPE_CHECKING:
    from teammeet.ecomap.graph import EcomapGraph
    from teammeet.model.family import Edit, Family


class EcomapScreen(HouseScreen):
    """The facilitator's map: one support is chosen, keys change it, every change is kept at once."""

    CSS_PATH = "../styles/ecomap.tcss"
    HELP_KEY: ClassVar[str] = "tui.help.ecomap"
    PLACE_KEY: ClassVar[str] = "tui.ecomap.place"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("tui.ecomap.add", "n", footer=True),
        Command("tui.ecomap.edit", "enter", footer=True),
        Command("tui.ecomap.words", "l", footer=True),
        *(Command(f"tui.ecomap.tie-{number}", str(number)) for number in range(1, 6)),
        Command("tui.ecomap.flow", "f"),
        Command("tui.ecomap.kind", "k"),
        Command("tui.ecomap.next-tie", "t"),
        Command("tui.ecomap.new-tie", "a"),
        Command("tui.ecomap.drop-tie", "x"),
        Command("tui.ecomap.remove", "delete"),
        Command("tui.ecomap.home", "h"),
        Command("tui.ecomap.plain", "p"),
        *(Command(f"tui.ecomap.go-{way}", way) for way in ("up", "down", "left", "right")),
        BLANK,
        BACK,
    )

    def __init__(self) -> None:
        super().__init__()
        self._graph: EcomapGraph | None = None
        self._selected = ""
        self._tie = 0
        self._centre = ""

    def compose_body(self) -> ComposeResult:
        """The map or its words, what is chosen, and the line for a new support."""
        yield MapView(id="map")
        with VerticalScroll(id="words"):
            yield Static(id="words-text")
        yield Static(id="chosen")
        yield LineInput(limit=NAME_LIMIT, each_line=True, id="name", placeholder=self.app.say("tui.ecomap.name"))

    def on_mount(self) -> None:
        """The map has the keys."""
        self.query_one("#words").display = False
        self.query_one("#name").display = False
        self.map.focus()
        self.watch(self.app, "language_shown", self._redraw, init=False)

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
        graph = graph_of(family.seen_by(reader))
        self._graph = graph.centred_on(self._centre) if self._centre else graph
        if family.get(self._selected) is None:
            self._selected = graph.supports[0].id if graph.supports else ""
        self._redraw()

    def _redraw(self) -> None:
        if self._graph is None or self.family is None:
            return
        from teammeet.ecomap.terminal import Look

        app = self.app
        self.map.show(self._graph, Look(app.language, self._selected, ascii_only=app.settings.plain_signs))
        shown = app.family_shown(self.family)
        ties = mapping.ties_of(shown, self._selected)
        self._tie = min(self._tie, max(0, len(ties) - 1))
        said = map_words.chosen(app, shown, self._selected, ties, self._tie)
        self.query_one("#chosen", Static).update(said, layout=False)
        if self.query_one("#words").display:
            self._write_words()

    def _write_words(self) -> None:
        from teammeet.ecomap.words import as_text

        if self._graph is not None:
            self.query_one("#words-text", Static).update(Content(as_text(self._graph, self.app.language)))

    # Choosing

    @on(MapView.Chosen)
    def _choose(self, chosen: MapView.Chosen) -> None:
        if chosen.again:
            self.action_ecomap_edit()
        else:
            self._select(chosen.id)

    def _select(self, id: str) -> None:
        if id and id != self._selected:
            self._selected, self._tie = id, 0
            self._redraw()

    def action_ecomap_go_up(self) -> None:
        """Choose what lies above."""
        self._select(self.map.step("up"))

    def action_ecomap_go_down(self) -> None:
        """Choose what lies below."""
        self._select(self.map.step("down"))

    def action_ecomap_go_left(self) -> None:
        """Choose what lies to the left."""
        self._select(self.map.step("left"))

    def action_ecomap_go_right(self) -> None:
        """Choose what lies to the right."""
        self._select(self.map.step("right"))

    def action_ecomap_next_tie(self) -> None:
        """Of several ties of the chosen support, the next."""
        if self.family is not None:
            self._tie = (self._tie + 1) % max(1, len(self._ties()))
            self._redraw()

    def action_ecomap_home(self) -> None:
        """The next household in the middle."""
        if self._graph is None or self.family is None or len(self._graph.homes) < 2:
            self.app.tell("tui.ecomap.one-home")
            return
        homes = [home.id for home in self._graph.homes]
        self._centre = homes[(homes.index(self._graph.centre) + 1) % len(homes)]
        self.watch_family(self.family)

    def action_ecomap_words(self) -> None:
        """The list in words instead of the picture, and back."""
        words = self.query_one("#words")
        words.display = not words.display
        self.map.display = not words.display
        (words if words.display else self.map).focus()
        self._redraw()

    def action_ecomap_plain(self) -> None:
        """Plain signs instead of drawn lines, and back."""
        self.app.save_settings(plain_signs=not self.app.settings.plain_signs)
        self._redraw()

    # Changing

    def action_ecomap_add(self) -> None:
        """A line for the name of a new support; it stays for the next one until Esc."""
        field = self.query_one("#name", LineInput)
        field.display = True
        field.focus()

    @on(Input.Submitted, "#name")
    def _add(self, submitted: Input.Submitted) -> None:
        name = submitted.value.strip()
        if not name or self.family is None:
            return
        support, edits = mapping.new_support(self.family, name, self._graph.centre if self._graph else "")
        if self._kept(*edits):
            self.query_one("#name", LineInput).clear()
            self._select(support.id)

    def action_back(self) -> None:
        """Esc closes the line for a new support first."""
        field = self.query_one("#name", LineInput)
        if field.display:
            field.forget_waiting()
            field.clear()
            field.display = False
            self.map.focus()
        else:
            super().action_back()

    def action_ecomap_edit(self) -> None:
        """Everything about what is chosen, in its form."""
        item = self.family.get(self._selected) if self.family else None
        if item is not None:
            from teammeet.tui.widgets.editor import EditItem

            self.app.push_screen(EditItem(item))

    def action_ecomap_tie_1(self) -> None:
        """Strong, or not."""
        self._turn(0)

    def action_ecomap_tie_2(self) -> None:
        """Ordinary, or not."""
        self._turn(1)

    def action_ecomap_tie_3(self) -> None:
        """Thin, or not."""
        self._turn(2)

    def action_ecomap_tie_4(self) -> None:
        """Stressful, or not."""
        self._turn(3)

    def action_ecomap_tie_5(self) -> None:
        """Cut off, or not."""
        self._turn(4)

    def action_ecomap_flow(self) -> None:
        """The next direction of energy."""
        tie = self._chosen_tie()
        if tie is not None:
            self._keep(mapping.with_next_flow(tie))

    def action_ecomap_kind(self) -> None:
        """The next kind of support."""
        support = self.family.get(self._selected) if self.family else None
        if isinstance(support, Support):
            self._keep(mapping.with_next_kind(support))

    @work(group="asking")
    async def action_ecomap_new_tie(self) -> None:
        """Another tie from the chosen support: to somebody of the family, a home, another support."""
        if self.family is None or not isinstance(self.family.get(self._selected), Support):
            return
        from teammeet.tui.screens.choose import Choose

        ends = map_words.ends(self.app.family_shown(self.family), self._selected)
        end = await self.app.push_screen_wait(Choose(self.app.say("tui.ecomap.to-whom"), ends))
        tie = mapping.tie_to(self.family, self._selected, end) if end else None
        if tie is not None and self._keep(tie):
            self._tie = len(self._ties()) - 1
            self._redraw()

    def action_ecomap_drop_tie(self) -> None:
        """Take the chosen tie out; undo brings it back."""
        tie = self._chosen_tie()
        if tie is not None:
            self._take_out(tie.id)

    def action_ecomap_remove(self) -> None:
        """Take the chosen support out, with its ties; undo brings them back."""
        if self.family is not None and isinstance(self.family.get(self._selected), Support):
            self._take_out(self._selected)

    def _take_out(self, id: str) -> None:
        from teammeet.model.removal import touches_signed, without

        edits = without(self.family, id) if self.family is not None else ()
        if touches_signed(edits):
            self.app.tell("family.signed-stays")
        elif self._kept(*edits):
            self.app.tell("tui.ecomap.taken-out")

    def _turn(self, number: int) -> None:
        tie = self._chosen_tie()
        if tie is None:
            self.app.tell("tui.ecomap.no-tie")
        else:
            self._keep(mapping.with_kind(tie, mapping.TIE_KINDS[number]))

    def _chosen_tie(self) -> Tie | None:
        """The tie as it stands in the record, to be changed."""
        ties = self._ties()
        held = self.family.get(ties[self._tie].id) if self.family is not None and self._tie < len(ties) else None
        return held if isinstance(held, Tie) else None

    def _ties(self) -> tuple[Tie, ...]:
        """The ties of what is chosen, as this screen may show them."""
        return mapping.ties_of(self.app.family_shown(self.family), self._selected) if self.family is not None else ()

    def _keep(self, item: Tie | Support) -> bool:
        from teammeet.model.family import put

        return self._kept(put(item))

    def _kept(self, *edits: Edit) -> bool:
        return self.app.keep(*edits)
