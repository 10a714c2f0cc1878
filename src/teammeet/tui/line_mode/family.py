"""A family's page in lines: who, supports, plan, meetings, history; from here to its meeting, its map, its signatures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ClassVar, Final

from teammeet.desk import Place
from teammeet.model.meetings import Meeting
from teammeet.model.readers import Reader
from teammeet.model.record import Edition
from teammeet.model.removal import touches_signed, without
from teammeet.model.values import Item
from teammeet.tui.forms.naming import kind_name, title_of
from teammeet.tui.forms.privacy import family_for_the_wall
from teammeet.tui.line_mode import answers
from teammeet.tui.line_mode.command_words import means
from teammeet.tui.line_mode.editing import add_item, edit_item
from teammeet.tui.line_mode.house import House
from teammeet.tui.line_mode.map_since import told_since
from teammeet.tui.line_mode.meeting import MeetingRoom
from teammeet.tui.line_mode.opening import hold_meeting
from teammeet.tui.line_mode.plan_read import PlanReading
from teammeet.tui.line_mode.plan_since import plan_since
from teammeet.tui.line_mode.room import Room
from teammeet.tui.line_mode.spoken_rows import chosen_row, in_words, listed, numbered
from teammeet.tui.meeting.scene import Choice
from teammeet.tui.sheets import history, meetings, plan, supports, who
from teammeet.tui.sheets.fresh import fresh, offered
from teammeet.tui.sheets.order import moved
from teammeet.tui.sheets.row import Look, Row
from teammeet.tui.sheets.taken_out import consequences

_SHEETS: Final[dict[str, tuple[Callable[[Look], Iterator[Row]], tuple[str, ...]]]] = {
    "who": (who.rows, who.KINDS),
    "supports": (supports.rows, supports.KINDS),
    "plan": (plan.rows, plan.KINDS),
    "meetings": (meetings.rows, meetings.KINDS),
}
"""The rows of each sheet, and what can be added to it."""
_BRIEF: Final = 20
"""Changes of the history that are read unless more are asked for."""


class FamilyRoom(Room):
    """One family. ``place`` is where somebody was in it when the program ended."""

    commands: ClassVar[tuple[str, ...]] = (
        *("who", "supports", "plan", "meetings", "history", "map", "figures", "read", "rows", "select", "edit", "new"),
        *("move", "remove", "private", "meet", "sign", "export"),
    )

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self._private = False
        self._sheet = "who"
        self._selected = ""
        self._section = 0

    def go_on(self, *, meeting: bool = False) -> None:
        """Be here; first in the meeting or the signing where somebody was, or in today's meeting if that was asked for."""
        place = self.house.place
        if meeting or (place is not None and place.screen == "meeting" and place.meeting):
            wanted = place.meeting if place is not None and not meeting else ""
            self.guarded(lambda: self._meet(wanted))
        elif place is not None and place.screen == "sign":
            there = place.meeting
            self.guarded(lambda: self._sign(there))
        self.run()

    def here(self) -> None:
        """Which family this is, and what can be asked."""
        family = self.house.open_family
        self.house.save_place((self.house.place or Place()).moved("family", self._sheet))
        self.console.tell("family", name=family.header.name, code=family.code)
        self.console.tell("family-how")

    def speech(self, line: str) -> None:
        """A line is kept nowhere here: it is a number or words of a row."""
        if chosen_row(self._rows(), line) is not None:
            self.do_select(line)
        else:
            self.console.tell("not-kept-here")

    def enter(self) -> None:
        """Enter alone: the next section, once a section of the plan was read."""
        if self._section:
            self.do_plan(str(self._section + 1))
        else:
            self.here()

    # Sheets

    def do_who(self, _: str) -> None:
        """Homes and people, the team, who decides."""
        self._read_sheet("who")

    def do_supports(self, _: str) -> None:
        """Supports by kind, with their ties."""
        self._read_sheet("supports")

    def do_meetings(self, _: str) -> None:
        """Meetings, and what goes around them."""
        self._read_sheet("meetings")

    def do_plan(self, said: str) -> None:
        """The sections of the plan; with a number or a name, that section; what changed in it since a signed plan."""
        if means("since", said.partition(" ")[0]):
            self.console.say(*plan_since(self.house, said.partition(" ")[2].strip()))
            return
        self._turn_to("plan")
        reading = PlanReading(self._look())
        if not said:
            reading.say_sections(self.console)
            self.console.tell("plan-how")
            self._section = 0
        elif said.isdigit() and int(said) == len(reading) + 1:
            self.console.tell("plan-end")
            self._section = 0
        else:
            self._section = reading.read(self.console, said)

    def do_read(self, _: str) -> None:
        """The whole plan."""
        self._turn_to("plan")
        PlanReading(self._look()).read(self.console)

    def do_history(self, said: str) -> None:
        """The newest changes in brief; with a number, as many."""
        most = int(said) if said.isascii() and said.isdigit() else _BRIEF
        family, desk = self.house.open_family, self.house.desk
        fault = desk.first_fault(family.header.id)
        look = self._look()
        self.console.say(look.say("chain-holds") if fault is None else look.say("chain-broken", number=fault))
        changes = desk.history(family.header.id)
        rows = [row for row in history.rows(look, changes, most) if row.key != history.OLDER]
        self.console.say(*(in_words(row, family, self.house.language) for row in rows))

    def do_map(self, said: str) -> None:
        """The map in words; with more words, what became of it since a signed plan."""
        if said:
            self.console.say(told_since(self.house, said))
            return
        from teammeet.ecomap.graph import graph_of
        from teammeet.ecomap.words import as_text

        view = self._look().family.seen_by(Reader("facilitator", self.house.today()))
        self.console.say(as_text(graph_of(view), self.house.language))

    def do_figures(self, _: str) -> None:
        """What can be counted on the map."""
        from teammeet.practice.support_figures_said import figures_as_text

        view = self._look().family.seen_by(Reader("facilitator", self.house.today()))
        self.console.say(figures_as_text(view, self.house.language))

    def do_private(self, _: str) -> None:
        """What only the facilitator sees, shown or not."""
        self._private = not self._private
        self.console.tell("private-on" if self._private else "private-off")

    def _look(self) -> Look:
        family = self.house.open_family
        shown = family if self._private else family_for_the_wall(family)
        return Look(shown, self.house.today(), self.house.language, self._private)

    def _rows(self) -> tuple[Row, ...]:
        return tuple(_SHEETS[self._sheet][0](self._look()))

    def _turn_to(self, sheet: str) -> None:
        self._sheet, self._selected, self._section = sheet, "", 0
        self.house.save_place((self.house.place or Place()).moved("family", sheet))

    def _read_sheet(self, sheet: str) -> None:
        self._turn_to(sheet)
        self.do_rows("")

    # Rows

    def do_rows(self, _: str) -> None:
        """The rows of the sheet that was read last, numbered."""
        self.console.say(*listed(self._rows(), self._look().family, self.house.language))

    def do_select(self, said: str) -> None:
        """Select a row of the sheet."""
        row = chosen_row(self._rows(), said)
        if row is None:
            self.console.tell("no-such-row", said=said)
            return
        self._selected = row.key
        number = next(number for number, each in numbered(self._rows()) if each.key == row.key)
        self.console.tell("selected", row=in_words(row, self._look().family, self.house.language, number=number))

    def do_edit(self, said: str) -> None:
        """Change what stands in a row; with none selected, what the plan says of the family as a whole."""
        if said:
            self.do_select(said)
        item = self._item(self._row())
        if isinstance(item, Edition):
            signed = self.house.open_family.as_signed(item.number)
            if signed is not None:
                look = Look(family_for_the_wall(signed), self.house.today(), self.house.language)
                PlanReading(look).read(self.console)
        else:
            edit_item(self.house, item or self.house.open_family.header)

    def do_new(self, _: str) -> None:
        """Add something to the sheet, at the selected row."""
        row, item = self._row(), self._item(self._row())
        kinds = offered(_SHEETS[self._sheet][1], row.kind if row is not None else "", item)
        choices = tuple(Choice(kind, kind_name(kind, self.house.language)) for kind in kinds)
        picked = answers.ask_choice(self.console, self.house.say("family.what-to-add"), choices, many=False)
        if picked:
            add_item(self.house, fresh(self.house.open_family, picked[0], item, self.house.today()))

    def do_move(self, said: str) -> None:
        """The selected row up or down."""
        by, row = self.direction(said), self._row()
        if not by:
            return
        edits = moved(self.house.open_family, self._rows(), row, by) if row is not None else ()
        if not edits:
            self.console.say(self.house.say("family.stays-in-place"))
        elif self.house.keep(*edits):
            self.console.tell("kept-short")

    def do_remove(self, said: str) -> None:
        """Take a row out, with what cannot be without it; what goes is told first."""
        if said:
            self.do_select(said)
        row, family = self._row(), self.house.open_family
        item = self._item(row)
        if row is None or item is None or row.field or item.id == family.header.id:
            self.console.tell("not-by-remove")
            return
        edits = without(family, item.id)
        if touches_signed(edits):
            self.console.say(self.house.say("family.signed-stays"))
            return
        name, told = title_of(family, item, self.house.language), consequences(family, item, edits, self.house.language)
        if answers.ask_yes(self.console, "family.take-out", name=name, told=told) and self.house.keep(*edits):
            self._selected = ""
            self.console.tell("removed", row=name)

    def _row(self) -> Row | None:
        return next((row for row in self._rows() if row.key == self._selected), None)

    def _item(self, row: Row | None) -> Item | None:
        return self.house.open_family.get(row.item) if row is not None else None

    # Elsewhere

    def do_meet(self, said: str) -> None:
        """Start or go on with a meeting: the selected one, else today's or a new one."""
        item = self._item(self._row())
        self._meet(item.id if isinstance(item, Meeting) else said)
        self.here()

    def _meet(self, wanted: str) -> None:
        held = hold_meeting(self.house, wanted)
        if held is not None:
            MeetingRoom(self.house, held).run()

    def do_sign(self, _: str) -> None:
        """Agreement and signatures."""
        self._sign("")
        self.here()

    def _sign(self, meeting: str) -> None:
        from teammeet.tui.line_mode.signing import SignRoom

        room = SignRoom(self.house, meeting)
        room.run()
        if room.back_to:
            self.house.save_place((self.house.place or Place()).moved("meeting", room.back_to, meeting))
            self._meet(meeting)

    def do_export(self, said: str) -> None:
        """Write a file."""
        from teammeet.tui.line_mode.exporting import export

        export(self.house, said)
