"""The family screen: who, supports, plan, meetings, history, each as one sheet; every row opens in the editor."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static, Tab, Tabs

from teammeet.desk import Place
from teammeet.model.family import Family
from teammeet.model.record import Edition
from teammeet.model.removal import touches_signed, without
from teammeet.model.values import Item
from teammeet.tui.beginning import BeginsMeetings
from teammeet.tui.commands import Command
from teammeet.tui.forms import field_named
from teammeet.tui.forms.naming import kind_name, title_of
from teammeet.tui.forms.privacy import family_for_the_wall
from teammeet.tui.left_open import MindsLeftOpen
from teammeet.tui.screens.base import BACK
from teammeet.tui.screens.dialogs import Question
from teammeet.tui.sheets import history, meetings, plan, supports, who
from teammeet.tui.sheets.beginning import with_beginning
from teammeet.tui.sheets.beside import beside
from teammeet.tui.sheets.fresh import fresh, keys_of, offered
from teammeet.tui.sheets.order import moved
from teammeet.tui.sheets.row import Look, Row, marked
from teammeet.tui.sheets.taken_out import consequences
from teammeet.tui.widgets.deed_bar import DeedBar
from teammeet.tui.widgets.menu import Entry, Menu
from teammeet.tui.widgets.sheet import Sheet

TABS: Final = ("who", "supports", "plan", "meetings", "history")
_ROWS: Final[dict[str, Callable[[Look], Iterator[Row]]]] = {
    "who": who.rows,
    "supports": supports.rows,
    "plan": plan.rows,
    "meetings": meetings.rows,
}
_KINDS: Final = {"who": who.KINDS, "supports": supports.KINDS, "plan": plan.KINDS, "meetings": meetings.KINDS, "history": ()}
_DEEDS: Final = (
    "family.take-out",
    "family.move-up",
    "family.move-down",
    "family.about-family",
    "family.sign",
    "tui.undo",
    "tui.redo",
    "tui.palette",
)
"""Commands that stand as buttons below the sheet, for the mouse: those that the footer has no room for."""


class FamilyScreen(MindsLeftOpen, BeginsMeetings):
    """One family. ``tab`` is what it begins with."""

    CSS_PATH = "../styles/family.tcss"
    HELP_KEY: ClassVar[str] = "family.help.screen"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("family.new", "n,insert", footer=True),
        Command("family.take-out", "delete"),
        Command("family.meeting", "m", footer=True),
        Command("family.ecomap", "e", footer=True),
        Command("family.sign", "s"),
        Command("family.move-up", "plus,shift+up"),
        Command("family.move-down", "minus,shift+down"),
        *(Command(f"family.tab-{name}", str(number)) for number, name in enumerate(TABS, start=1)),
        Command("family.about-family", "f2"),
        Command("family.private", "v"),
        BACK,
    )

    def __init__(self, tab: str = "who") -> None:
        super().__init__()
        self._tab = tab if tab in TABS else "who"
        self._told = history.MOST_SHOWN
        self._go_to = ""
        self._private = False

    def compose_body(self) -> ComposeResult:
        """Tabs, the sheet with what stands in the row beside it, buttons."""
        say = self.app.say
        names = [Tab(f"{number} {say(f'family.tab.{name}')}", id=name) for number, name in enumerate(TABS, start=1)]
        yield Tabs(*names, active=self._tab)
        with Horizontal(id="leaf"):
            yield Sheet(id="sheet")
            with VerticalScroll(id="beside", can_focus=False):
                yield Static(id="facts")
        yield DeedBar(_DEEDS, id="deeds")

    def on_mount(self) -> None:
        """The sheet has the focus; the tab of the last time comes back."""
        place = self.app.place
        if place is not None and place.screen == "family" and place.step in TABS:
            self.query_one(Tabs).active = place.step
        self.sheet.focus()

    @property
    def sheet(self) -> Sheet:
        """The list."""
        return self.query_one(Sheet)

    # Showing

    def watch_family(self, family: Family | None) -> None:
        """Whatever changed, the sheet shows it."""
        if family is not None:
            self._show_sheet()

    @on(Tabs.TabActivated)
    def _turned(self, activated: Tabs.TabActivated) -> None:
        activated.stop()
        self._tab = activated.tab.id or "who"
        self.show_place(self.app.say(f"family.tab.{self._tab}"))
        self._show_sheet()
        if self.app.family is not None:
            self.app.save_place((self.app.place or Place()).moved("family", self._tab))

    def _look(self) -> Look | None:
        if (family := self.app.family) is None:
            return None
        shown = family if self._private else family_for_the_wall(family)
        return Look(shown, self.app.today(), self.app.language, self._private)

    def _show_sheet(self) -> None:
        look = self._look()
        if look is None:
            return
        go_to, self._go_to = self._go_to, ""
        self.sheet.show(tuple(marked(row, self._item_of(row)) for row in self._rows(look)), go_to)

    def _rows(self, look: Look) -> Iterable[Row]:
        if self._tab == "history":
            return history.sheet(look, self.app.desk, self._told)
        return with_beginning(look, self._tab, _KINDS[self._tab], _ROWS[self._tab](look))

    @on(Sheet.Looked)
    def _show_beside(self, looked: Sheet.Looked) -> None:
        looked.stop()
        self._read(looked.row)

    def _read(self, row: Row | None) -> None:
        look, item = self._look(), self._item_of(row)
        told = beside(look, item, self._private) if look is not None and item is not None else Content("")
        self.query_one("#facts", Static).update(told)

    def action_private(self) -> None:
        """Show what only the facilitator sees, or hide it again."""
        self._private = not self._private
        self._show_sheet()
        self._read(self.sheet.row)
        self.app.tell("family.private-shown" if self._private else "family.private-hidden")

    # Opening, adding

    @on(Sheet.Opened)
    def _opened(self, opened: Sheet.Opened) -> None:
        opened.stop()
        row, item = opened.row, self._item_of(opened.row)
        if row.key == history.OLDER:
            self._told += history.MOST_SHOWN
            self._show_sheet()
        elif isinstance(item, Edition):
            from teammeet.tui.screens.signed_plan import SignedPlan

            self.app.push_screen(SignedPlan(item.number), self._uncovered)
        elif item is not None:
            self.edit_item(item, self._uncovered, focus=field_named(type(item), row.field))
        elif row.kind:
            self._edit_new(None, row.kind)
        if self.is_current:
            self._uncovered()

    def _uncovered(self, _: object = None) -> None:
        self.sheet.is_opening = False
        self.refresh_bindings()
        self.app.release_keys()

    def on_screen_resume(self) -> None:
        """However it was uncovered, keys are for the sheet again once it is to be seen."""
        self.call_after_refresh(self._uncovered)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is done while something opens over the sheet: what is typed then is not for the sheet."""
        return None if self.is_mounted and self.sheet.is_opening else True

    def action_new(self) -> None:
        """Add something: what the row suggests is under the cursor."""
        row, item = self.sheet.row, self._item_of(self.sheet.row)
        kinds = offered(_KINDS[self._tab], row.kind if row is not None else "", item)
        if not kinds:
            self.app.tell("family.nothing-to-add")
            return
        self.sheet.is_opening = True
        keys = keys_of(_KINDS[self._tab])
        entries = tuple(Entry(kind, kind_name(kind, self.app.language), sign) for kind, sign in keys.items() if kind in kinds)
        self.app.push_screen(Menu(self.app.say("family.what-to-add"), entries, kinds[0]), partial(self._edit_new, item))

    def _edit_new(self, at: Item | None, kind: str | None) -> None:
        family = self.app.family
        if not kind or family is None:
            self._uncovered()
            return
        draft = fresh(family, kind, at, self.app.today())
        self._go_to = ""
        title = self.app.say("family.new-item", kind=kind_name(kind, self.app.language))
        self.edit_item(draft, self._show_new, title)

    def _show_new(self, item: object) -> None:
        self._uncovered()
        if isinstance(item, Item):
            self._go_to = item.id
            self._show_sheet()

    def action_about_family(self) -> None:
        """Edit what the plan says of the family as a whole."""
        if self.app.family is not None:
            self.edit_item(self.app.family.header)

    # Taking out, moving

    @work(exclusive=True, group="take-out")
    async def action_take_out(self) -> None:
        """Take the item out, with what cannot be without it; what goes is told first, and it can be undone."""
        row, item, family = self.sheet.row, self._item_of(self.sheet.row), self.app.family
        if row is None or item is None or family is None or row.field or item.id == family.header.id:
            self.app.tell("family.not-by-delete")
            return
        edits = without(family, item.id)
        if touches_signed(edits):
            self.app.tell("family.signed-stays")
            return
        name, told = title_of(family, item, self.app.language), consequences(family, item, edits, self.app.language)
        if await self.app.push_screen_wait(Question("family.take-out", name=name, told=told)):
            self.app.keep(*edits)

    def action_move_up(self) -> None:
        """One place up."""
        self._move(-1)

    def action_move_down(self) -> None:
        """One place down."""
        self._move(1)

    def _move(self, by: int) -> None:
        row, family = self.sheet.row, self.app.family
        edits = moved(family, self.sheet.rows, row, by) if row is not None and family is not None else ()
        if edits:
            self.app.keep(*edits)
        else:
            self.app.tell("family.stays-in-place")

    # Going elsewhere

    def action_meeting(self) -> None:
        """Start or go on with a meeting: the one under the cursor, else today's or a new one."""
        self.begin_meeting(self._item_of(self.sheet.row))

    def action_ecomap(self) -> None:
        """The map of supports."""
        self.app.go("ecomap")

    def action_sign(self) -> None:
        """Sign and export."""
        self.app.go("sign")

    def action_tab_who(self) -> None:
        """Who."""
        self._turn_to("who")

    def action_tab_supports(self) -> None:
        """Supports."""
        self._turn_to("supports")

    def action_tab_plan(self) -> None:
        """Plan."""
        self._turn_to("plan")

    def action_tab_meetings(self) -> None:
        """Meetings."""
        self._turn_to("meetings")

    def action_tab_history(self) -> None:
        """History."""
        self._turn_to("history")

    def _turn_to(self, tab: str) -> None:
        self.query_one(Tabs).active = tab
        self.sheet.focus()

    def _item_of(self, row: Row | None) -> Item | None:
        family = self.app.family
        return family.get(row.item) if row is not None and family is not None else None
