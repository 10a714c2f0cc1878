"""What the map says: its figures in a list under it, each line lighting up those of whom it speaks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from teammeet.tui.commands import Command
from teammeet.tui.ecomap.held import HeldEcomap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teammeet.ecomap.terminal import Look
    from teammeet.model.view import View


class SaysOfMap(HeldEcomap):
    """The list of figures, counted from what those who look may see."""

    SAYING = (Command("figures.map-says", "i"),)

    pointed: frozenset[str] = frozenset()
    """Of whom on the map the chosen line speaks; empty lights nothing apart."""
    _told: tuple[tuple[Content, tuple[str, ...] | None], ...] = ()

    @property
    def figures(self) -> OptionList:
        """The list of figures."""
        return self.query_one("#figures", OptionList)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the list Enter goes to who is spoken of: what it does on the map is dimmed in the footer."""
        listed = self.is_mounted and self.figures.has_focus
        return None if listed and action == "ecomap_edit" else super().check_action(action, parameters)

    def action_map_says(self) -> None:
        """The figures under the map, or no longer."""
        self._open_figures(not self.figures.display)

    def action_back(self) -> None:
        """Esc closes the list first, then puts the lights of its line out."""
        if self.figures.display:
            self._open_figures(False)
        elif self.pointed:
            self._point(())
        else:
            super().action_back()

    @on(OptionList.OptionHighlighted, "#figures")
    def _light(self, marked: OptionList.OptionHighlighted) -> None:
        if self.figures.display:
            self._point(self._told[marked.option_index][1] or ())

    @on(OptionList.OptionSelected, "#figures")
    def _go_there(self, chosen: OptionList.OptionSelected) -> None:
        """Back to the map; who was spoken of stays lit, and the first of them is chosen."""
        spoken_of = self._told[chosen.option_index][1] or ()
        self._open_figures(False)
        if spoken_of:
            self._point(spoken_of)
            self._select(spoken_of[0])

    def _open_figures(self, shown: bool) -> None:
        self.figures.display = shown
        self.pointed = frozenset()
        (self.figures if shown else self.query_one("#words") if self.query_one("#words").display else self.map).focus()
        self._redraw()

    def _point(self, spoken_of: tuple[str, ...]) -> None:
        """Light up who is spoken of; a home only where it is alone, for every line to it would be lit too."""
        homes = frozenset(home.id for home in self._whole.homes) if self._whole is not None else frozenset()
        self.pointed = frozenset(spoken_of) - homes or frozenset(spoken_of)
        if self._drawn is not None:
            self.map.show(self._drawn, self._look())

    def _look(self) -> Look:
        from teammeet.ecomap.folding import lit_groups

        look = super()._look()
        if not self.pointed:
            return look
        return replace(look, highlighted=lit_groups(self._groups, self.pointed))

    def _redraw(self) -> None:
        super()._redraw()
        if self.figures.display:
            self._write_figures()

    def _write_figures(self) -> None:
        """The list anew where it says something else; the mark stays at its line."""
        told = tuple(self._lines())
        if told == self._told and self.figures.option_count == len(told):
            return
        marked = self.figures.highlighted
        self._told = told
        self.figures.set_options(Option(words, disabled=spoken_of is None) for words, spoken_of in told)
        lines = [place for place, (_, spoken_of) in enumerate(told) if spoken_of is not None]
        self.figures.highlighted = min(lines, key=lambda place: abs(place - (marked or 0)), default=None)

    def _lines(self) -> Iterator[tuple[Content, tuple[str, ...] | None]]:
        """Each row with those of whom it speaks; ``None`` for one that cannot be chosen."""
        from teammeet.practice.support_figures_said import counted_from, figures_said

        view, language = self._seen_now(), self.app.language
        if view is None:
            return
        counted = counted_from(view, language)
        if counted:
            yield Content.styled(counted, "$quiet"), None
        found = figures_said(view, language)
        for figure in found:
            yield Content.styled(figure.heading, "bold $primary"), None
            yield Content.styled(figure.meaning, "$quiet"), None
            yield from ((Content(f"• {line.words}"), line.of) for line in figure.lines)
            yield Content.styled(f"{figure.ask}\n" if figure.ask else "", "italic $secondary"), None
        if not found:
            yield Content(self.app.say("figures.nothing")), ()

    def _seen_now(self) -> View | None:
        """What those who look at this screen may see."""
        from teammeet.tui.wall import looking_at

        if self.family is None:
            return None
        return self.family.seen_by(looking_at(self.family, self.app.sharing, self.app.today()))
