"""The list of families: it paints only the lines that are seen, so that a hundred thousand are as quick as ten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual import events, getters
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from teammeet.text import folded

if TYPE_CHECKING:
    from teammeet.desk import FamilyLine
    from teammeet.tui.app import TeamMeetApp

_CODE: Final = 8
_DAY: Final = 16
_TASKS: Final = 14
_LONGEST_NAME: Final = 60


def _app() -> type[TeamMeetApp]:
    from teammeet.tui.app import TeamMeetApp

    return TeamMeetApp


class FamilyList(ScrollView):
    """Families under a search. It never has the focus: the search field keeps it, and the screen moves the cursor."""

    app = getters.app(_app)
    ALLOW_SELECT = False
    can_focus = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"family--code", "family--quiet", "family--cursor", "family--overdue"}

    cursor: reactive[int] = reactive(0, repaint=False)

    @dataclass
    class Chosen(Message):
        """A family was asked for."""

        family: str

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._all: tuple[FamilyLine, ...] = ()
        self._folded: tuple[str, ...] = ()
        self._shown: list[int] = []
        self._query = ""

    def put(self, lines: tuple[FamilyLine, ...]) -> None:
        """Show ``lines`` under the search that stands; the cursor stays on its family."""
        held = self.chosen
        self._all = lines
        self._folded = tuple(f"{_folded(line.name)}\n{line.code.lower()}" for line in lines)
        self.find(self._query, anew=True)
        if held is not None:
            place = next((at for at, index in enumerate(self._shown) if lines[index].id == held.id), 0)
            self.cursor = place

    def find(self, query: str, *, anew: bool = False) -> None:
        """Show the families whose name or code holds ``query``, whatever its case and accents."""
        wanted = _folded(query.strip())
        narrower = not anew and wanted.startswith(self._query) and self._query != ""
        among = self._shown if narrower else range(len(self._all))
        texts = self._folded
        self._shown = [index for index in among if wanted in texts[index]] if wanted else list(range(len(self._all)))
        self._query = wanted
        self.virtual_size = Size(0, len(self._shown))
        self.cursor = 0
        self.scroll_to(y=0, animate=False)
        self.refresh()

    @property
    def shown(self) -> int:
        """How many families are found."""
        return len(self._shown)

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self._all)

    @property
    def chosen(self) -> FamilyLine | None:
        """The family under the cursor."""
        return self._all[self._shown[self.cursor]] if self._shown else None

    def move(self, by: int) -> None:
        """Move the cursor; a page is the height of the list."""
        self.cursor += by

    def validate_cursor(self, cursor: int) -> int:
        """Inside the list."""
        return max(0, min(cursor, len(self._shown) - 1))

    def watch_cursor(self, before: int, now: int) -> None:
        """Repaint two lines, and bring the cursor into view."""
        for line in (before, now):
            self.refresh(Region(0, line - self.scroll_offset.y, self.size.width, 1))
        self.scroll_to_region(Region(0, now, 1, 1), animate=False, force=True)

    def on_click(self, event: events.Click) -> None:
        """The family under the mouse is asked for."""
        place = event.get_content_offset_capture(self).y + self.scroll_offset.y
        if 0 <= place < len(self._shown):
            self.cursor = place
            self.post_message(self.Chosen(self._all[self._shown[place]].id))

    def render_line(self, y: int) -> Strip:
        """One family, or nothing."""
        place = y + self.scroll_offset.y
        width = self.size.width
        if place >= len(self._shown):
            return Strip.blank(width, self.rich_style)
        line = self._all[self._shown[place]]
        base = self.rich_style
        here = place == self.cursor
        if here:
            base = self.get_component_rich_style("family--cursor")
        code, quiet, overdue = (
            base if here else base + self.get_component_rich_style(f"family--{part}", partial=True)
            for part in ("code", "quiet", "overdue")
        )
        return Strip(
            [
                Segment("▸ " if here else "  ", base),
                Segment(_fit(line.name, _name_width(width)), base),
                Segment("  " + _fit(line.code, _CODE), code),
                Segment(_fit(self._day(line), _DAY), quiet),
                Segment(_fit(self._tasks(line), _TASKS), overdue if line.overdue_tasks else quiet),
            ]
        ).adjust_cell_length(width, base)

    def _day(self, line: FamilyLine) -> str:
        day = line.next_meeting
        if line.is_held:
            return f"◐ {self.app.say('ending.still-open')}"
        if day is None:
            return "—"
        if day == self.app.today():
            return self.app.say("tui.caseload.today")
        return f"{day.day} {self.app.say(f'tui.month.{day.month}')} {day.year}"

    def _tasks(self, line: FamilyLine) -> str:
        if line.overdue_tasks:
            return self.app.say("tui.caseload.overdue", number=line.overdue_tasks)
        return self.app.say("tui.caseload.open", number=line.open_tasks) if line.open_tasks else "—"


class FamilyHead(Widget):
    """What stands in the columns of the list."""

    app = getters.app(_app)
    ALLOW_SELECT = False

    def render(self) -> Content:
        """One line."""
        say = self.app.say
        name = _fit(say("tui.caseload.column.name"), _name_width(self.size.width))
        code = _fit(say("tui.caseload.column.code"), _CODE)
        day = _fit(say("tui.caseload.column.meeting"), _DAY)
        return Content(f"  {name}  {code}{day}{say('tui.caseload.column.tasks')}")


def _name_width(width: int) -> int:
    return max(8, min(_LONGEST_NAME, width - _CODE - _DAY - _TASKS - 4))


def _folded(name: str) -> str:
    return name.casefold() if name.isascii() else folded(name)


def _fit(text: str, width: int) -> str:
    """``text`` in exactly ``width`` cells, cut with a sign where it is too long."""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(set_cell_size(text, width - 1).rstrip() + "…", width)
