"""The attendance sheet: who came, and how; kept apart from the signatures under the plan (Missouri's family support teams)."""

from collections.abc import Iterator
from typing import Final

from teammeet.export import Exported, Heeded, Options
from teammeet.messages import text
from teammeet.model.meetings import Attendance, Meeting
from teammeet.model.view import View
from teammeet_word.exporter import footer
from teammeet_word.markup import Cell, Column, Row, Span, paragraph
from teammeet_word.sections.beginning import place_and_time
from teammeet_word.sections.team import part_of
from teammeet_word.sheet import Sheet
from teammeet_word.single_page import page_sheet, single_page

_FREE_LINES: Final = 4
"""Lines for whoever else comes."""
_LINE: Final = 560
"""How high a line is on which somebody writes, in twentieths of a point."""
_COLUMNS: Final = (("name", 3.2), ("how", 3.1), ("signature", 3.2), ("time", 1.4))


class AttendanceSheet:
    """Who takes part in the next meeting, or took part in the last one, with room to sign in."""

    name = "attendance-sheet"
    suffix = "docx"
    reader = "team"
    heeds: frozenset[Heeded] = frozenset({"seal", "large"})

    def describe(self, language: str) -> str:
        """What it writes, in one line."""
        return text("pages.attendance.describe", language)

    def write(self, view: View, language: str, options: Options) -> Exported:
        """The sheet of the meeting that is held, else of the next one, else of the last."""
        sheet = page_sheet(view, language, options)
        title = _say(sheet, "title")
        return single_page(sheet, title, _body(sheet, title), footer(sheet))


def _body(sheet: Sheet, title: str) -> Iterator[str]:
    meeting = _meeting(sheet)
    yield sheet.heading(1, title)
    yield sheet.facts(
        ("meeting", place_and_time(sheet, meeting) if meeting else ""),
        ("facilitator", sheet.view.header.facilitator),
        ("agency", sheet.view.header.agency),
    )
    yield paragraph(sheet.view.header.confidentiality or _say(sheet, "confidentiality"), "Answer")
    yield paragraph(_say(sheet, "only-here"), "Quiet", keep_next=True)
    columns = tuple(Column(_say(sheet, f"column.{name}"), share) for name, share in _COLUMNS)
    yield sheet.table_under(title, columns, [*_rows(sheet, meeting), *_free()], "InkTable", _LINE)


def _meeting(sheet: Sheet) -> Meeting | None:
    """The meeting that began and has not ended; else the next one; else the last."""
    open_now = [meeting for meeting in sheet.held if meeting.started_at is not None and meeting.ended_at is None]
    return next(iter((*open_now[-1:], *sheet.to_come[:1], *sheet.held[-1:])), None)


def _rows(sheet: Sheet, meeting: Meeting | None) -> Iterator[Row]:
    came = {a.who: a for a in sheet.view.attendances if meeting is not None and a.meeting == meeting.id}
    family = [p.id for p in sheet.view.people if p.in_family and p.nature == "person" and p.life == "living"]
    team = [m.who for m in sheet.view.team if m.left_on is None or m.left_on > sheet.view.on]
    for who in dict.fromkeys([*family, *team, *came]):
        if label := sheet.view.label(who):
            part = part_of(sheet, who)
            name: Cell = (Span(label, "Strong"), *([part] if part else []))
            yield (name, _how(sheet, came.get(who)), (), _arrived(sheet, came.get(who)))


def _how(sheet: Sheet, attendance: Attendance | None) -> Cell:
    """A box for each way to take part; the way that is known is crossed."""
    ways = ("room", "phone", "video")
    if attendance is not None and attendance.how in ("sent_word", "absent"):
        return (sheet.word("attendance", attendance.how),)
    known = attendance.how if attendance is not None else ""
    return (" ".join(f"{'☒' if way == known else '☐'} {_say(sheet, f'way.{way}')}" for way in ways),)


def _arrived(sheet: Sheet, attendance: Attendance | None) -> Cell:
    at = attendance.arrived_at if attendance is not None else None
    return (sheet.hour(at.time()),) if at is not None else ()


def _free() -> Iterator[Row]:
    for _ in range(_FREE_LINES):
        yield ((), (), (), ())


def _say(sheet: Sheet, key: str) -> str:
    return text(f"pages.attendance.{key}", sheet.language)


attendance_sheet: Final = AttendanceSheet()
"""What the entry point ``attendance-sheet`` leads to."""
