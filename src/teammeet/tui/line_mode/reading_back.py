"""Reading the plan back in lines, one part after the other: is this what you said? Agreed, put right, or seen differently."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from teammeet.messages import text
from teammeet.model.meetings import ReadSection
from teammeet.room_window.page import RoomPage
from teammeet.tui.line_mode.editing import edit_item
from teammeet.tui.line_mode.followed import FollowedRoom
from teammeet.tui.line_mode.house import House
from teammeet.tui.line_mode.plan_read import PlanReading
from teammeet.tui.meeting import answers
from teammeet.tui.meeting.reading import Reading, read_back_page, second_language
from teammeet.tui.meeting.scene import Edited, Keep, Row, StepKey
from teammeet.tui.sheets.row import Look


class ReadBackRoom(FollowedRoom):
    """The parts of the plan as those present may see it, from the first that is not agreed as it stands."""

    commands: ClassVar[tuple[str, ...]] = (
        *("next", "back", "rows", "select", "keys", "do", "edit", "sections", "blank", "unshare"),
    )

    def __init__(self, house: House, meeting: str) -> None:
        super().__init__(house)
        self._meeting = meeting
        self._section: ReadSection | None = self.reading().first_open()
        self._selected = ""

    def reading(self) -> Reading:
        """This moment."""
        house = self.house
        second = second_language(house.open_family, self._meeting, house.language)
        return Reading(house.open_family, self._meeting, house.now(), house.language, second)

    # What deeds need

    def rows(self) -> Sequence[Row]:
        """The rows of this part."""
        return self.reading().page(self._section).rows if self._section else ()

    def keys(self) -> Sequence[StepKey]:
        """What can be answered."""
        return answers.keys(self.house.language)

    @property
    def selected(self) -> str:
        """The row that is selected: the first, before anybody selected one."""
        ids = [row.id for row in self.rows()]
        return self._selected if self._selected in ids else next(iter(ids), "")

    def select(self, row: str) -> None:
        """Select a row of this part."""
        self._selected = row

    def act(self, key: str) -> None:
        """What is answered of this part."""
        section = self._section
        if section is None:
            self.console.say(text("agree.told.nothing", self.house.language))
        elif key == answers.AGREED:
            self._agree(section)
        elif key == answers.CORRECTED:
            self.do(lambda: answers.corrected(self.reading(), section, self._item))
        elif key == answers.DISSENT:
            self.do(lambda: answers.dissents(self.reading(), section))
        else:
            self.read_plan()

    def is_kept(self, deed: Keep) -> None:
        """Say so."""
        self.console.tell("kept-short")
        self.console.say(deed.said)

    def edit(self, deed: Edited) -> None:
        """Ask for the fields of an item; when this part changed by it, it was put right."""
        section = self._section
        before = self.reading().digest(section) if section else ""
        edit_item(self.house, deed.item)
        if section and self.reading().digest(section) != before:
            self.do(lambda: answers.put_right(self.reading(), section))
            self.console.say(text("agree.told.read-again", self.house.language))

    def read_plan(self) -> None:
        """The whole plan."""
        PlanReading(Look(self.reading().shown, self.house.today(), self.house.language)).read(self.console)

    # The room

    def run(self) -> None:
        """While it is read back, the room's window shows the part instead of the step."""
        self.house.window.card = self._room_page
        self.house.window.follow()
        super().run()

    def finish(self) -> None:
        """The room's window goes back to the step."""
        self.house.window.card = None

    def _room_page(self) -> RoomPage:
        section = self._section
        if section is None:
            return RoomPage(kind="waiting", language=self.house.language)
        return read_back_page(self.reading(), section)

    def here(self) -> None:
        """The part with its answer, what stands in it, the question."""
        if self._section is None:
            self.console.say(text("agree.empty", self.house.language))
            return
        page = self.reading().page(self._section)
        mark = text(f"agree.mark.{self.reading().mark(self._section)}", self.house.language)
        number = self.reading().sections.index(self._section) + 1
        for title in page.titles:
            self.console.tell("part", number=number, all=len(self.reading().sections), name=title, mark=mark)
        self.do_rows("")
        self.console.say(*page.questions)
        self.console.tell("part-how")

    def speech(self, line: str) -> None:
        """A line is kept nowhere here."""
        self.console.tell("not-kept-here")

    def do_next(self, _: str) -> None:
        """The next part."""
        self._go(1)

    def do_back(self, _: str) -> None:
        """The part before."""
        self._go(-1)

    def do_sections(self, _: str) -> None:
        """Every part with its answer."""
        reading = self.reading()
        for number, section in enumerate(reading.sections, start=1):
            name = text(f"model.read_section.{section}", self.house.language)
            mark = text(f"agree.mark.{reading.mark(section)}", self.house.language)
            self.console.tell("choice", number=number, words=f"{name}: {mark}")

    def do_edit(self, said: str) -> None:
        """Open the selected row."""
        if said:
            self.do_select(said)
        item = self.house.open_family.get(self._item)
        if item is not None:
            self.edit(Edited(item))

    @property
    def _item(self) -> str:
        return next((row.item for row in self.rows() if row.id == self.selected), "")

    def _go(self, by: int) -> None:
        if self._section is not None:
            self._section, self._selected = self.reading().after(self._section, by), ""
        self.here()

    def _agree(self, section: ReadSection) -> None:
        self.do(lambda: answers.agreed(self.reading(), section))
        if section == self.reading().sections[-1]:
            self.console.say(text("agree.told.all-read", self.house.language))
        else:
            self._go(1)
