"""The map is found again after a restart: what was chosen on it, and the name that was being typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input

from teammeet.tui.ecomap.held import HeldEcomap
from teammeet.tui.going import leads_to
from teammeet.tui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from teammeet.desk import Place


class KeepsPlaceOnMap(HeldEcomap):
    """The place of a map that was opened from the family's page. One above a meeting leaves the meeting's place as it is."""

    _below_it: Place | None = None
    """Where the family's page was left."""
    _keeps = False

    def begin_at(self, chosen: str) -> None:
        """Begin where a former run of the program was left."""
        self._selected = chosen

    def on_mount(self) -> None:
        """The name that was being typed is in its line again."""
        from teammeet.desk import Place

        place = self.app.place or Place()
        self._keeps = leads_to(self.app) == "family"
        if not self._keeps:
            return
        if place.screen != "ecomap":
            self._below_it = place
        elif place.unfinished:
            field = self.query_one("#name", LineInput)
            field.value = place.unfinished
            field.display = True
            self.call_after_refresh(field.focus)

    def _redraw(self) -> None:
        super()._redraw()
        self._remember()

    @on(Input.Changed, "#name")
    def _remember(self) -> None:
        if self._keeps:
            self.app.save_place_soon(self._place_now)

    def _place_now(self) -> Place | None:
        if not self.is_attached:
            return None
        from teammeet.desk import Place

        field = self.query_one("#name", LineInput)
        place = (self._below_it or Place()).moved("ecomap", self._selected)
        return place.changed(unfinished=field.value if field.display else "")

    def action_back(self) -> None:
        """The family's page has its own place again."""
        super().action_back()
        if self._keeps and self._below_it is not None and self not in self.app.screen_stack:
            self.app.save_place(self._below_it)
