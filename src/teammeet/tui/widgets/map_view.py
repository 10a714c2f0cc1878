"""The ecomap in cells: painted anew for each family that it is shown, on one widget that stays."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Final

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from teammeet.ecomap.cells import Canvas, Run
    from teammeet.ecomap.graph import EcomapGraph
    from teammeet.ecomap.terminal import Look
    from teammeet.ecomap.zoom import Zoom

_STYLES: Final = (
    *("title", "household", "member", "legend", "caption", "selected", "chosen-tie", "dim"),
    *(f"kind-{kind}" for kind in ("natural", "peer", "community", "formal", "home")),
    *(f"tie-{kind}" for kind in ("strong", "ordinary", "tenuous", "stressful", "cut_off", "unsaid")),
)
_WHEEL: Final = (8, 3)
"""By so many cells the wheel moves a map that is larger than the screen."""


class MapView(Widget, can_focus=True):
    """Shows a graph; arrows and the mouse choose what lies on it."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"map--{style}" for style in _STYLES}

    @dataclass
    class Chosen(Message):
        """Something on the map was chosen; ``again`` when it had been before (a second click)."""

        id: str
        again: bool = False

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._graph: EcomapGraph | None = None
        self._look: Look | None = None
        self._whole: Canvas | None = None
        """The map, which may be larger than the widget."""
        self._canvas: Canvas | None = None
        self._zoom: Zoom | None = None
        self._style_of: dict[str, Style] = {}

    def show(self, graph: EcomapGraph, look: Look) -> None:
        """Paint ``graph``; how far it is moved stays unless something else is selected, which would be out of sight."""
        before = self._look
        follow = before is None or before.selected != look.selected
        self._graph, self._look = graph, replace(look, first=before.first if before else 0, follow=follow)
        self._paint()

    @property
    def canvas(self) -> Canvas | None:
        """The picture as it stands, as much of it as is seen."""
        return self._canvas

    @property
    def levels(self) -> int:
        """How many pictures larger than the widget there are."""
        from teammeet.ecomap.zoom import levels

        return levels(*self.size)

    def step(self, direction: str) -> str:
        """The id of what lies next in ``direction`` (up, down, left, right) of what is selected; scrolls when nothing does.

        After the last comes the first: no key is without an effect where there is more than one thing.
        """
        if self._whole is None or self._look is None:
            return ""
        from teammeet.ecomap.steps import WAYS, is_at_side, next_on

        here = self._standing(self._look.selected)
        found = next_on(self._whole, here, direction)
        if not found and is_at_side(self._whole, here) and self._scrolled(WAYS[direction][1]):
            found = next_on(self._whole, here, direction)
        return found or next_on(self._whole, here, direction, around=True)

    def below(self, id: str) -> str:
        """What lies below ``id`` now, as far as it is seen."""
        from teammeet.ecomap.steps import next_on

        return next_on(self._whole, id, "down") if self._whole is not None else ""

    def _standing(self, id: str) -> str:
        """The same, or the home in whose list somebody has no place of their own."""
        if self._whole is None or self._graph is None or any(spot.id == id for spot in self._whole.spots):
            return id
        return next((member.home for member in self._graph.members if member.id == id), id)

    def zoom(self, by: int) -> None:
        """Show it larger or smaller by so many levels; smaller than what fits it never is."""
        from teammeet.ecomap.zoom import Zoom

        level = max(0, min(self.levels, (self._zoom.level if self._zoom else 0) + by))
        self._zoom = Zoom(level) if level else None
        self._followed()

    def pan(self, right: int, down: int) -> None:
        """Move what is seen of a larger picture; a picture that fits is only scrolled where rows of it are hidden."""
        from teammeet.ecomap.zoom import moved

        if self._zoom is None or self._whole is None:
            self._scrolled(down)
            return
        self._zoom = moved(self._zoom, self._whole, (right, down), *self._window)
        if self._look is not None:
            self._look = replace(self._look, follow=False)
        self._paint()

    def on_resize(self) -> None:
        """Another size, another picture."""
        if self._zoom is not None:
            self.zoom(0)
        else:
            self._followed()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves the map, sideways with Shift; with Ctrl it makes it larger."""
        self._turned(event, -1)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the map, sideways with Shift; with Ctrl it makes it smaller."""
        self._turned(event, 1)

    def notify_style_update(self) -> None:
        """Other colours."""
        super().notify_style_update()
        self._style_of.clear()

    def render_line(self, y: int) -> Strip:
        """One row of the picture."""
        if self._canvas is None or y >= len(self._canvas.rows):
            return Strip.blank(self.size.width, self.rich_style)
        return Strip([Segment(run.text, self._style(run)) for run in self._canvas.rows[y]], self._canvas.width)

    def on_click(self, event: events.Click) -> None:
        """What lies under the mouse is chosen."""
        if self._canvas is not None and self._look is not None:
            found = self._canvas.at(event.x, event.y)
            if found:
                self.post_message(self.Chosen(found, found == self._look.selected))

    def _paint(self) -> None:
        if self._graph is None or self._look is None or not self.size:
            return
        before, canvas = self._canvas, self._painted(self._graph, self._look)
        self._canvas = canvas
        if before is None or len(before.rows) != len(canvas.rows) or before.width != canvas.width:
            self.refresh()
            return
        rows = enumerate(zip(before.rows, canvas.rows, strict=True))
        changed = [_difference(old, new, y, canvas.width) for y, (old, new) in rows if old != new]
        if changed:
            self.refresh(*changed)

    def _painted(self, graph: EcomapGraph, look: Look) -> Canvas:
        """What is seen of the picture; of a larger one a window, with a line that says where one is."""
        from teammeet.ecomap.terminal import painted
        from teammeet.ecomap.zoom import following, magnified, noted

        larger = magnified(graph, *self.size, look, self._zoom.level) if self._zoom else None
        if larger is None or self._zoom is None:
            self._zoom = None
            self._whole = painted(graph, *self.size, look)
            self._look = replace(look, first=self._whole.first)
            return self._whole
        self._whole = larger
        if look.follow:
            self._zoom = following(self._zoom, larger, look.selected, *self._window)
        return noted(larger, self._zoom, self.size, self.levels, look.language)

    @property
    def _window(self) -> Size:
        """How much is seen of a larger picture: all but one row."""
        return Size(self.size.width, max(1, self.size.height - 1))

    @property
    def _zoomed(self) -> bool:
        return self._zoom is not None

    def _followed(self) -> None:
        """Paint so that what is selected is seen."""
        if self._look is not None:
            self._look = replace(self._look, follow=True)
        self._paint()

    def _turned(self, event: events.MouseScrollUp | events.MouseScrollDown, by: int) -> None:
        event.stop()
        if event.ctrl:
            self.zoom(-by)
        elif event.shift:
            self.pan(by * _WHEEL[0], 0)
        else:
            self.pan(0, by * (_WHEEL[1] if self._zoomed else 1))

    def _scrolled(self, by: int) -> bool:
        """Whether there was anything more that way."""
        if self._look is None or self._canvas is None or not by:
            return False
        if (by > 0 and not self._canvas.hidden) or (by < 0 and not self._look.first):
            return False
        self._look = replace(self._look, first=self._look.first + by, follow=False)
        self._paint()
        return True

    def _style(self, run: Run) -> Style:
        style = self._style_of.get(run.style)
        if style is None:
            style = self.rich_style
            base, *more = run.style.split() or [""]
            marks = ["chosen-tie" if mark == "selected" and base.startswith("tie-") else mark for mark in more]
            for name in (base, *marks):
                if name in _STYLES:
                    style += self.get_component_rich_style(f"map--{name}", partial=True)
            self._style_of[run.style] = style
        return style


def _difference(old: tuple[Run, ...], new: tuple[Run, ...], y: int, width: int) -> Region:
    """The part of a row that has to be painted again: what lies between the runs that are the same at both ends."""
    fewer = min(len(old), len(new))
    first = next((place for place in range(fewer) if old[place] != new[place]), fewer)
    last = next((place for place in range(fewer - first) if old[-1 - place] != new[-1 - place]), fewer - first)
    start = sum(cell_len(run.text) for run in new[:first])
    end = width - sum(cell_len(run.text) for run in new[len(new) - last :])
    return Region(start, y, max(1, end - start), 1)
