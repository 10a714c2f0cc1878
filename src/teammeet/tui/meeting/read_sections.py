"""The screen that reads the plan back: one part at a time, "is this what you said?", and what people answer."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from teammeet.messages import count, text
from teammeet.model.meetings import ReadSection
from teammeet.tui.commands import Command
from teammeet.tui.meeting import answers
from teammeet.tui.meeting.list_with_deeds import ListWithDeeds
from teammeet.tui.meeting.reading import PLAIN_SIGNS, SETTLED, SIGNS, Reading, read_back_page, second_language
from teammeet.tui.meeting.scene import Edited, Row
from teammeet.tui.screens.base import BLANK
from teammeet.tui.widgets.capture import CaptureLine, CoachLine, KeyStrip
from teammeet.tui.widgets.reading_list import ReadingList
from teammeet.tui.widgets.record_list import LetterPressed, StepBy

if TYPE_CHECKING:
    from teammeet.model.family import Family

_STYLES: Final = {
    "agreed": "$success",
    "corrected": "$warning",
    "dissent": "$warning",
    "changed": "$warning",
    "unread": "$quiet",
    "heard": "$success",
}

_A_WHILE: Final = timedelta(minutes=1)
"""How long a look at what those present see holds, if nothing changes."""
_UNBROKEN: Final = "\N{NO-BREAK SPACE}"


class ReadSections(ListWithDeeds):
    """Parts of the plan as those present may see it. ``meeting`` is the id of the meeting, ``section`` where it begins."""

    CSS_PATH = "../styles/agree.tcss"
    HELP_KEY: ClassVar[str] = "agree.help.read"
    PLACE_KEY: ClassVar[str] = "agree.place"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("agree.next", "pagedown", footer=True),
        Command("agree.previous", "pageup", footer=True),
        Command("agree.edit", "f2"),
        BLANK,
        Command("agree.leave", "escape", footer=True),
    )

    def __init__(self, meeting: str, section: ReadSection | None = None) -> None:
        super().__init__()
        self._meeting_id = meeting
        self.section: ReadSection | None = section
        self._changing = ""
        self._eyes: Reading | None = None

    def compose_body(self) -> ComposeResult:
        """The parts with their marks, the question, the part itself, what the letters do, the line for answers."""
        with Vertical(id="reading"):
            yield Static(id="parts", markup=False)
            yield Static(id="asked", markup=False)
            yield ReadingList(self.app.say("agree.empty"))
            yield KeyStrip()
            yield CoachLine()
            yield CaptureLine()

    def on_mount(self) -> None:
        """The first part that is not agreed as it stands."""
        self.line.display = False
        self.query_one(ReadingList).focus()

    def on_unmount(self) -> None:
        """The room's window goes back to the step."""
        self.app.room.show_card(None)

    def watch_family(self, family: Family | None) -> None:
        """Whatever changed is read as it is now."""
        if family is None:
            return
        if self.section is None or self.section not in self.reading().sections:
            self.section = self.reading().first_open()
        self.show_all()

    def on_screen_resume(self) -> None:
        """The editor is closed: what was changed in it is put right, and read again."""
        section, before = self.section, self._changing
        self._changing = ""
        if section is not None and before and self.reading().digest(section) != before:
            self.do(lambda: answers.put_right(self.reading(), section))
            self.tell(self.app.say("agree.told.read-again"))

    def reading(self) -> Reading:
        """This moment. The same one as long as nothing changed: what those present see is not worked out at each key."""
        family, now = self.app.family, self.app.clock()
        assert family is not None, "a family is open"
        held, sharing, language = self._eyes, self.app.sharing, self.app.language
        eyes = (language, sharing.is_on or not sharing.private, sharing.private)
        looked = held is not None and held.family is family and now - held.now < _A_WHILE
        if held is None or not looked or (held.language, held.on_wall, held.marks_all) != eyes:
            second = second_language(family, self._meeting_id, language)
            held = Reading(family, self._meeting_id, now, language, second, on_wall=eyes[1], marks_all=eyes[2])
            self._eyes = held
        return held

    def show_all(self) -> None:
        """Everything, from the record as it stands."""
        reading = self.reading()
        section = self.section
        keys = answers.keys(self.app.language)
        listed = self.query_one(ReadingList)
        rows: tuple[Row, ...] = ()
        if section is not None:
            page = reading.page(section)
            rows = page.rows
            self.query_one("#parts", Static).update(self._parts(reading))
            self.query_one("#asked", Static).update(_asked(page.titles, page.questions))
            if self.app.sharing.wall == "window":
                self.app.room.show_card(read_back_page(reading, section))
        ids = [row.id for row in rows]
        self._selected = self._selected if self._selected in ids else next(iter(ids), "")
        listed.show(rows, self._selected, frozenset(key.letter for key in keys))
        self.query_one(KeyStrip).show(keys, "")
        self.line.display = self.asking is not None
        if self.asking is not None:
            self.line.ask(self.asking.question, "", answers=True)
        elif self.focused is self.line:
            listed.focus()

    def _parts(self, reading: Reading) -> Content:
        """Each part with the sign of its answer; the one that is read now stands out, its answer in words."""
        parts: list[Content] = []
        signs = PLAIN_SIGNS if self.app.settings.plain_signs else SIGNS
        for section in reading.sections:
            mark = reading.mark(section)
            name = text(f"model.read_section.{section}", self.app.language).replace(" ", _UNBROKEN)
            sign = Content.styled(f"{signs[mark]}{_UNBROKEN}", _STYLES[mark])
            if section == self.section:
                told = self._told(reading, section)
                parts.append(sign + Content.styled(f" {name}: {told} ", "bold $chosen-text on $chosen"))
            else:
                parts.append(sign + Content.styled(name, "$quiet"))
        return Content("  ").join(parts)

    def _told(self, reading: Reading, section: ReadSection) -> str:
        """The answer in words; to the facilitator alone, how many see it differently."""
        mark = reading.mark(section)
        if mark == "dissent" and reading.marks_all:
            return count("agree.heard-differs", reading.differing(section), self.app.language)
        return text(f"agree.mark.{mark}", self.app.language)

    def family_to_read(self) -> Family | None:
        """The plan as those present may see it."""
        return self.reading().shown

    def go_to(self, section: ReadSection) -> None:
        """Read that part."""
        if section != self.section:
            self.section, self._selected = section, ""
            self.tell("")
            self.show_all()
            self.query_one(ReadingList).scroll_home(animate=False)

    def _by(self, by: int) -> None:
        if self.section is not None and self.asking is None:
            self.go_to(self.reading().after(self.section, by))

    # What is asked for

    @on(StepBy)
    def _step_by(self, wanted: StepBy) -> None:
        self._by(wanted.by)

    @on(LetterPressed)
    def _letter(self, pressed: LetterPressed) -> None:
        key = next((key.id for key in answers.keys(self.app.language) if key.letter == pressed.letter), "")
        section = self.section
        if section is None:
            self.tell(self.app.say("agree.told.nothing"))
        elif key == answers.AGREED:
            self._agree()
        elif key == answers.CORRECTED:
            self._correct(section)
        elif key == answers.DISSENT:
            self.do(lambda: answers.dissents(self.reading(), section))
        elif key == answers.WHOLE:
            self._show_whole()

    def _agree(self) -> None:
        """They agree: it is kept, and the next part comes."""
        section = self.section
        if section is None or self.asking is not None:
            return
        self.do(lambda: answers.agreed(self.reading(), section))
        if self.reading().mark(section) in SETTLED:
            self._by(1)
            if section == self.reading().sections[-1]:
                self.tell(self.app.say("agree.told.all-read"))

    def _show_whole(self) -> None:
        from teammeet.tui.meeting.read_back import ReadBack

        self.app.push_screen(ReadBack(self.reading().shown, self.app.say("meeting.heading.read-back")))

    def _correct(self, section: ReadSection) -> None:
        item = self._item
        deed = answers.corrected(self.reading(), section, item)
        if isinstance(deed, Edited):
            self.action_edit()
        else:
            self.do(lambda: deed)

    @property
    def _item(self) -> str:
        """The id of what the selected row shows."""
        rows = self.reading().page(self.section).rows if self.section else ()
        return next((row.item for row in rows if row.id == self._selected), "")

    # Commands

    def action_edit(self) -> None:
        """Open the selected row; when something of this part has changed, it was put right."""
        if self.asking is not None:
            return
        item = self.reading().family.get(self._item)
        if item is None:
            self.tell(self.app.say("agree.told.select"))
            return
        self._changing = self.reading().digest(self.section) if self.section else ""
        field = self._selected.partition("/")[2] if self._selected.startswith("header/") else ""
        self._open_editor(item.id, field)

    def _open_editor(self, item_id: str, field: str) -> None:
        from teammeet.tui.widgets.editor import EditItem

        item = self.reading().family.get(item_id)
        if item is not None:
            self.app.push_screen(EditItem(item, focus=field))

    def action_next(self) -> None:
        """The next part."""
        self._by(1)

    def action_previous(self) -> None:
        """The part before."""
        self._by(-1)

    def action_leave(self) -> None:
        """Close a question or a remark first; then go back."""
        if self.asking is not None:
            self.end_asking()
        elif self.query_one(CoachLine).display:
            self.tell("")
        else:
            self.app.back()


def _asked(titles: tuple[str, ...], questions: tuple[str, ...]) -> Content:
    """The title and the question, in one language or in two."""
    lines = [
        Content.styled(title, "bold $primary") + Content("   ") + Content.styled(question, "bold")
        for title, question in zip(titles, questions, strict=True)
    ]
    return Content("\n").join(lines)
