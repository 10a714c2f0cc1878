"""What the map says: its figures in a list under it, each line lighting up those of whom it speaks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from teammeet.tui.commands import Command
from teammeet.tui.ecomap.carrying_on_screen import AsksWhoCarries
from teammeet.tui.ecomap.changing_on_screen import ChangesMap
from teammeet.tui.ecomap.claiming_on_screen import HearsBoth
from teammeet.tui.ecomap.held import HeldEcomap
from teammeet.tui.ecomap.part_of_life_on_screen import SetsPartOfLife
from teammeet.tui.ecomap.releasing_on_screen import ReleasesTies
from teammeet.tui.screens.base import BACK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teammeet.ecomap.terminal import Look
    from teammeet.model.view import View

_CHANGES: Final = frozenset(
    command.action
    for command in (
        *ChangesMap.CHANGING,
        *SetsPartOfLife.LIFE,
        *HearsBoth.CLAIMING,
        *ReleasesTies.RELEASING,
        *AsksWhoCarries.CARRYING,
    )
)
"""What changes the record, or begins to."""


class SaysOfMap(HeldEcomap):
    """The list of figures, counted from what those who look may see."""

    SAYING = (Command("figures.map-says", "i"),)
    IN_LIST: ClassVar[tuple[Command, ...]] = (
        Command("look.figure-next", "down", footer=True),
        Command("look.figure-shown", "enter", footer=True),
    )
    """The keys of the list itself, which the footer shows while it has the focus."""

    pointed: frozenset[str] = frozenset()
    """Of whom on the map the chosen line speaks; empty lights nothing apart."""
    _told: tuple[tuple[Content, tuple[str, ...] | None], ...] = ()

    @property
    def figures(self) -> OptionList:
        """The list of figures."""
        return self.query_one("#figures", OptionList)

    def commands(self) -> tuple[Command, ...]:
        """While the list has the focus, its own keys come first, and in the footer no others but the way back."""
        every = super().commands()
        if not self._list_has_keys:
            return every
        return (*self.IN_LIST, *(each if each is BACK else replace(each, footer=False) for each in every))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the list has the focus, no key changes the map: it would change what is not looked at."""
        return None if action in _CHANGES and self._list_has_keys else super().check_action(action, parameters)

    @property
    def _list_has_keys(self) -> bool:
        return self.is_mounted and self.figures.has_focus

    def action_figure_next(self) -> None:
        """The next line of the list."""
        self.figures.action_cursor_down()

    def action_figure_shown(self) -> None:
        """To the map with the line that is marked."""
        self.figures.action_select()

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
