"""The page on the screen: heading, question, lines, whole at any size from 40×12."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from teammeet.messages import text
from teammeet.room_window.page import RoomPage
from teammeet.tui.room.map import RoomMapView
from teammeet.tui.room.painting import LEAST_WIDTH, Painted, asked, card, heading, lines, map_heading, sentence, summed_up

_AIRY_FROM: Final = 18
"""Rows from which there is room between things."""
_AIR: Final = 4
"""Rows that the styles then put between them."""
_MOST_FOR_THE_QUESTION: Final = 0.45
"""The part of the height that a question may keep for itself; a longer one scrolls with the lines."""
_MOST_FOR_BOTH: Final = 0.3
"""The part that question and summary may keep where there is little room."""
_CARD: Final = 72
"""Cells of a card's lines: wider ones are hard to read."""
_SCROLL_BAR: Final = 1


class RoomView(Vertical):
    """Shows a page, or one calm sentence where there is none to see."""

    def __init__(self) -> None:
        super().__init__(id="page")
        self._page = RoomPage(kind="waiting")
        self.blank = False

    def compose(self) -> ComposeResult:
        """Heading and question stay; what is below scrolls. ``#calm`` stands in their place when there is nothing to see."""
        yield Static(id="title", markup=False)
        yield Static(id="asked", markup=False)
        with VerticalScroll(id="scroll", can_focus=False):
            yield Static(id="lines", markup=False)
        yield RoomMapView(id="map")
        yield Static(id="calm", markup=False)

    def show(self, page: RoomPage, *, blank: bool = False) -> None:
        """Show ``page``, or nothing of it while this window is ``blank``."""
        elsewhere = (page.kind, page.title, page.step) != (self._page.kind, self._page.title, self._page.step)
        self._page, self.blank = page, blank
        self._paint(to_top=elsewhere)

    def on_resize(self) -> None:
        """Everything wraps anew."""
        self._paint(to_top=False)

    def move(self, key: str) -> None:
        """Scroll as the key of this name does."""
        if self._page.kind == "map":
            self.query_one(RoomMapView).move(key)
            return
        scroll = self.query_one("#scroll", VerticalScroll)
        page, line = scroll.size.height - 1, 1
        by = {
            "up": -line,
            "down": line,
            "pageup": -page,
            "pagedown": page,
            "home": -scroll.max_scroll_y,
            "end": scroll.max_scroll_y,
        }
        scroll.scroll_relative(y=by[key], animate=False)

    @property
    def is_calm(self) -> bool:
        """Whether nothing of the meeting is to be seen."""
        return self.blank or self._page.kind == "waiting"

    def _paint(self, to_top: bool) -> None:
        width, height = self.content_size.width, self.content_size.height
        if not width or not height:
            return
        width = max(width, LEAST_WIDTH + 2 + _SCROLL_BAR)
        self.set_class(height >= _AIRY_FROM, "-airy")
        calm, is_map = self.is_calm, not self.is_calm and self._page.kind == "map"
        self.set_class(is_map, "-map")
        for name in ("#title", "#asked", "#scroll"):
            self.query_one(name).display = not calm and not is_map
        self.query_one("#calm").display = calm
        if not is_map:
            self.query_one(RoomMapView).forget()
        if calm:
            self._paint_calm(width)
        elif is_map:
            self._paint_map(width, height)
        elif self._page.kind == "page":
            self._paint_page(width, height, to_top)
        else:
            self._paint_card(width, height, to_top)

    def _paint_map(self, width: int, height: int) -> None:
        """The map, whole; above it what stands out on it, and where there is room what it is."""
        self._forget_words()
        if height >= _AIRY_FROM or self._page.summary:
            self._put("#title", map_heading(self._page, width - 2))
        self.query_one(RoomMapView).follow(self._page)

    def _forget_words(self) -> None:
        for name in ("#title", "#asked", "#lines"):  # nothing of the meeting stays behind what is shown
            self.query_one(name, Static).update("")

    def _paint_calm(self, width: int) -> None:
        self._forget_words()
        words = text("show.blank" if self.blank else "show.waiting", self._page.language)
        self.query_one("#calm", Static).update(sentence(words, width))

    def _paint_page(self, width: int, height: int, to_top: bool) -> None:
        airy = height >= _AIRY_FROM
        title = heading(self._page, width - 2)
        room = height - len(title.rows) - (_AIR if airy else 0)
        stays, scrolls = self._parted(width, room, airy)
        self._put("#title", title)
        self._put("#asked", stays)
        left = room - len(stays.rows) - len(scrolls.rows)
        painted = _loosest(lambda loose: lines(self._page, width - 2 - _SCROLL_BAR, loose), airy, left)
        self._paint_lines(_below(scrolls, painted) if scrolls.rows else painted, to_top)

    def _parted(self, width: int, room: int, airy: bool) -> tuple[Painted, Painted]:
        """What stays above the lines, and what scrolls with them: the summary first, then the question, where room is short."""
        question, summary = asked(self._page, width - 2, airy), summed_up(self._page, width - 2)
        both = _below(question, summary, airy) if question.rows and summary.rows else Painted((*question.rows, *summary.rows))
        if len(both.rows) <= (_MOST_FOR_THE_QUESTION if airy else _MOST_FOR_BOTH) * room:
            return both, Painted(())
        return (question, summary) if len(question.rows) <= _MOST_FOR_THE_QUESTION * room else (Painted(()), both)

    def _put(self, name: str, painted: Painted) -> None:
        self.query_one(name, Static).update(painted.whole)
        self.query_one(name).display = bool(painted.whole.plain.strip())

    def _paint_card(self, width: int, height: int, to_top: bool) -> None:
        for name in ("#title", "#asked"):
            self.query_one(name).display = False
        wide = min(width - 2 - _SCROLL_BAR, _CARD)
        painted = _loosest(lambda loose: card(self._page, wide, loose), True, height - (2 if height >= _AIRY_FROM else 0))
        left = " " * ((width - 2 - _SCROLL_BAR - wide) // 2)
        above = max(0, (height - len(painted.rows)) // 3) if height >= _AIRY_FROM else 0
        rows = (*(Content("") for _ in range(above)), *(Content(left) + row for row in painted.rows))
        here = (painted.here[0] + above, painted.here[1] + above) if painted.here else None
        self._paint_lines(Painted(rows, here), to_top)

    def _paint_lines(self, painted: Painted, to_top: bool) -> None:
        self.query_one("#lines", Static).update(painted.whole)
        scroll = self.query_one("#scroll", VerticalScroll)
        if to_top:
            scroll.scroll_to(y=0, animate=False)
        if painted.here is not None:
            begins, ends = painted.here
            self.call_after_refresh(_bring_into_view, scroll, begins, ends)


def _loosest(paint: Callable[[bool], Painted], airy: bool, height: int) -> Painted:
    """With room between the lines where all of it fits so."""
    loose = paint(True) if airy else None
    return loose if loose is not None and len(loose.rows) <= height else paint(False)


def _below(first: Painted, then: Painted, apart: bool = True) -> Painted:
    above = (*first.rows, *((Content(""),) if apart else ()))
    here = (then.here[0] + len(above), then.here[1] + len(above)) if then.here else None
    return Painted((*above, *then.rows), here)


def _bring_into_view(scroll: VerticalScroll, begins: int, ends: int) -> None:
    """Scroll no further than needed: the row that is spoken of, and one beside it where there is one."""
    height, top = scroll.size.height, scroll.scroll_offset.y
    if begins - 1 < top:
        scroll.scroll_to(y=max(0, begins - 1), animate=False)
    elif ends + 1 > top + height:
        scroll.scroll_to(y=min(begins, ends + 1 - height), animate=False)
