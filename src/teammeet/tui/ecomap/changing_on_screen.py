"""Changing the map: one support is chosen, single keys change it, every change is kept at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.widgets import Input

from teammeet.model.supports import Tie
from teammeet.tui.commands import Command
from teammeet.tui.ecomap import changes, chosen_words
from teammeet.tui.ecomap.asking import one_of
from teammeet.tui.ecomap.held import HeldEcomap
from teammeet.tui.widgets.line_input import LineInput
from teammeet.tui.widgets.map_view import MapView

if TYPE_CHECKING:
    from teammeet.model.family import Family


class ChangesMap(HeldEcomap):
    """What is chosen is changed."""

    CHANGING = (
        Command("tui.ecomap.add", "n", footer=True),
        Command("tui.ecomap.edit", "enter", footer=True),
        *(Command(f"tui.ecomap.tie-{number}", str(number)) for number in range(1, 6)),
        Command("tui.ecomap.flow", "f"),
        Command("tui.ecomap.kind", "k"),
        Command("tui.ecomap.new-tie", "a"),
        Command("spotlight.retie", "j"),
        Command("tui.ecomap.drop-tie", "x"),
        Command("tui.ecomap.remove", "delete"),
    )

    _taken_out: tuple[str, str] = ("", "")
    """What was chosen when it was taken out, and what has been chosen in its place since."""
    _line_taken_out: str = ""

    def watch_family(self, family: Family | None) -> None:
        """What was taken out and comes back is chosen again, if nothing else was: the next key is meant for it."""
        before = self._selected
        super().watch_family(family)
        gone, instead = self._taken_out
        if family is not None and before and family.get(before) is None:
            self._taken_out = (before, self._selected)
        elif gone and self._whole is not None and any(support.id == gone for support in self._whole.supports):
            self._taken_out = ("", "")
            if self._selected == instead:
                self._select(gone)
        line = next((place for place, tie in enumerate(self._ties()) if tie.id == self._line_taken_out), None)
        if line is not None:
            self._tie, self._line_taken_out = line, ""
            self._redraw()

    @on(MapView.Chosen)
    def _choose(self, chosen: MapView.Chosen) -> None:
        if chosen.again:
            self.action_ecomap_edit()
        else:
            self._select(chosen.id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a name is typed, what these keys do elsewhere is dimmed in the footer: they are letters now, or add it."""
        typing = self.is_mounted and self.query_one("#name").has_focus
        return (
            None
            if typing and action in ("ecomap_add", "ecomap_edit", "ecomap_words")
            else super().check_action(action, parameters)
        )

    def action_ecomap_add(self) -> None:
        """A line for the name of a new support; it stays for the next one until Esc."""
        field = self.query_one("#name", LineInput)
        field.display = True
        field.focus()

    @on(Input.Submitted, "#name")
    def _add(self, submitted: Input.Submitted) -> None:
        name, kind = changes.named(submitted.value)
        if not name or self.family is None:
            return
        support, edits = changes.new_support(self.family, name, self._graph.centre if self._graph else "", kind)
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
        if self.is_group(self._selected):
            self.open_group(self._selected)
            return
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
        tie = self._tie_to_speak_of()
        if tie is not None:
            self._keep(changes.with_next_flow(tie, self.app.today(), self._voice))

    def action_ecomap_kind(self) -> None:
        """The next kind of support."""
        support = self._chosen_support()
        if support is not None:
            if self._below[0] != support.id:
                self._below = (support.id, self.map.below(support.id))
            self._keep(changes.with_next_kind(support))

    @work(group="asking")
    async def action_ecomap_new_tie(self) -> None:
        """Another tie from the chosen support: to somebody of the family, a home, another support."""
        if self._chosen_support() is None or self.family is None:
            return
        shown = self.app.family_shown(self.family)  # a tie that is there unseen is told by nothing
        ends = chosen_words.ends(self.app, shown, self._selected)
        end = await one_of(self.app, self.app.say("tui.ecomap.to-whom"), ends)
        tie = changes.tie_to(shown, self._selected, end) if end else None
        if tie is not None and self._keep(tie):
            self._show_tie(tie)

    @work(group="asking")
    async def action_retie(self) -> None:
        """The chosen tie leads from what is chosen to somebody else; what is said of it stays."""
        tie, selected = self._chosen_tie(), self._selected
        if tie is None or self.family is None:
            self._tell_no_tie()
            return
        shown = self.app.family_shown(self.family)
        begins = tie in changes.ties_from(self.family, selected)
        ends = (chosen_words.ends if begins else chosen_words.starts)(self.app, shown, selected)
        name = chosen_words.label(self.app, shown, selected)
        end = await one_of(self.app, self.app.say("spotlight.ask.retie", name=name), ends)
        moved = changes.retied(shown, tie, selected, end) if end else None
        if moved is not None and self._keep(moved):
            self._show_tie(moved)

    def _show_tie(self, tie: Tie) -> None:
        self._tie = next((place for place, each in enumerate(self._ties()) if each.id == tie.id), 0)
        self._redraw()

    def action_ecomap_drop_tie(self) -> None:
        """Take the chosen tie out; undo brings it back."""
        tie = self._chosen_tie()
        if tie is None:
            self._tell_no_tie()
        else:
            self._take_out(tie.id)
            self._line_taken_out = tie.id if self.family is None or self.family.get(tie.id) is None else ""

    def action_ecomap_remove(self) -> None:
        """Take the chosen support out, with its ties; undo brings them back."""
        support = self._chosen_support()
        if support is not None:
            self._take_out(support.id)

    def _take_out(self, id: str) -> None:
        from teammeet.model.removal import touches_signed, without

        edits = without(self.family, id) if self.family is not None else ()
        if touches_signed(edits):
            self.app.tell("family.signed-stays")
        elif self._kept(*edits):
            self.app.tell("tui.ecomap.taken-out")

    def _turn(self, number: int) -> None:
        tie = self._tie_to_speak_of()
        if tie is not None:
            self._keep(changes.with_kind(tie, changes.TIE_KINDS[number], self.app.today(), self._voice))

    def _tie_to_speak_of(self) -> Tie | None:
        """The chosen tie, if this screen shows what is said of it: what is not seen is not changed.

        Why not is told the same whether anything is said of the tie or not.
        """
        tie = self._chosen_tie()
        if tie is None:
            self._tell_no_tie()
        elif not self.may_see_kind(tie):
            self.app.tell("spotlight.told.kind-unseen")
            return None
        return tie
