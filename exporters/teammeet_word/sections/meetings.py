"""The meeting that made this plan, and those before it; contacts in between; assessments."""

from collections.abc import Iterator
from typing import Final

from teammeet.model.meetings import Attendance, ContactBetween, Meeting, Parked
from teammeet.model.plan import Assessment
from teammeet_word.markup import Line, Row, Span, paragraph
from teammeet_word.sections.agreement import earlier_agreement
from teammeet_word.sections.beginning import place_and_time
from teammeet_word.sections.team import part_of
from teammeet_word.sheet import Sheet

_KNOW_CODES: Final = ("team", "agency", "facilitator", "recipient")
"""Roles in which people read a plan for their work."""


def meeting(sheet: Sheet) -> Iterator[str]:
    """How we meet: ground rules, confidentiality, who took part last time, and what was kept for later."""
    header = sheet.view.header
    if header.ground_rules or header.confidentiality or sheet.held or sheet.view.parked:
        yield sheet.heading(1, sheet.say("heading.meeting"))
    if header.ground_rules:
        yield sheet.heading(2, sheet.say("heading.ground_rules"))
        yield sheet.bullets(sheet.kept_lines(header, "ground_rules"))
    if header.confidentiality:
        yield sheet.heading(2, sheet.say("heading.confidentiality"))
        yield paragraph(sheet.kept(header, "confidentiality"))
    if sheet.held:
        yield sheet.heading(2, sheet.say("heading.attendance"))
    for held in _recent(sheet):
        yield from _attended(sheet, held)
    yield from _parked(sheet)


def so_far(sheet: Sheet) -> Iterator[str]:
    """What came before: earlier meetings, contacts between them, assessments."""
    earlier = [held for held in sheet.held if held not in _recent(sheet)]
    told = list(earlier_agreement(sheet))
    if earlier or told or sheet.view.contacts or sheet.view.assessments:
        yield sheet.heading(1, sheet.say("heading.so_far"))
    if earlier:
        yield sheet.heading(2, sheet.say("heading.earlier_meetings"))
        rows = [_meeting_row(sheet, held) for held in reversed(earlier)]
        yield sheet.table(sheet.say("heading.earlier_meetings"), (("meeting", 5), ("took_part", 5)), rows)
    if sheet.view.contacts:
        yield sheet.heading(2, sheet.say("heading.contacts"))
        rows = [_contact_row(sheet, contact) for contact in sorted(sheet.view.contacts, key=lambda c: c.on)]
        yield sheet.table(sheet.say("heading.contacts"), (("day", 2), ("who", 3), ("what", 5)), rows)
    yield from told
    for assessment in sheet.view.assessments:
        yield from _assessment(sheet, assessment)


def _recent(sheet: Sheet) -> tuple[Meeting, ...]:
    """The latest meeting; and, until it is noted who took part in it, the last one of which that is noted."""
    noted = {attendance.meeting for attendance in sheet.view.attendances if attendance.how != "expected"}
    latest = sheet.held[-1:]
    before = [held for held in sheet.held[:-1] if held.id in noted]
    return latest if noted.issuperset(held.id for held in latest) else (*latest, *before[-1:])


def _attended(sheet: Sheet, held: Meeting) -> Iterator[str]:
    first, *others = meeting_lines(sheet, held)
    yield sheet.heading(3, first)
    yield paragraph(sheet.join(*others), "Quiet", keep_next=True) if others else ""
    there = [attendance for attendance in sheet.view.attendances if attendance.meeting == held.id]
    rows = [_attendance_row(sheet, held, attendance) for attendance in there]
    yield sheet.table(sheet.say("heading.attendance"), (("name", 2.4), ("role", 4.2), ("took_part", 3.4)), rows)
    yield "" if rows else sheet.placeholder("attendance")


def meeting_lines(sheet: Sheet, held: Meeting) -> list[str]:
    """What is known of a meeting, line by line: when and where, what for, how long."""
    times = [sheet.hour(at.timetz()) for at in (held.started_at, held.ended_at) if at]
    minutes = sum(step.seconds for step in held.steps) // 60
    lines = [
        place_and_time(sheet, held),
        sheet.join("–".join(times), sheet.count("minutes", minutes) if minutes else ""),
        held.purpose,
        sheet.say(held.form, reason=held.update_reason) if held.form != "planning" else held.update_reason,
        sheet.say("notice_given", day=sheet.day(held.notice_given_on)) if held.notice_given_on else "",
    ]
    return [line for line in lines if line]


def who_took_part(sheet: Sheet, meeting: Meeting) -> Iterator[Line]:
    """How each person took part in a meeting, or will, a line each."""
    for attendance in sheet.view.attendances:
        if attendance.meeting == meeting.id:
            name = sheet.called(attendance.who)
            yield (f"{name}: ", Span("; ".join(_took_part(sheet, meeting, attendance)), "Soft"))


def _attendance_row(sheet: Sheet, meeting: Meeting, attendance: Attendance) -> Row:
    name = Span(sheet.called(attendance.who), "Strong")
    return ((name,), (part_of(sheet, attendance.who),), tuple(_took_part(sheet, meeting, attendance)))


def _took_part(sheet: Sheet, meeting: Meeting, attendance: Attendance) -> Iterator[str]:
    """How somebody took part. Who was there from beginning to end needs no times: the meeting's are said."""
    yield sheet.word("attendance", attendance.how)
    came = attendance.arrived_at if attendance.arrived_at != meeting.started_at else None
    left = attendance.left_at if attendance.left_at != meeting.ended_at else None
    times = sheet.join(
        sheet.say("came", time=sheet.hour(came.timetz())) if came else "",
        sheet.say("left", time=sheet.hour(left.timetz())) if left else "",
        sheet.say("interpreter", name=attendance.interpreter) if attendance.interpreter else "",
    )
    yield from filter(None, (times, attendance.update))


def _parked(sheet: Sheet) -> Iterator[str]:
    if sheet.view.parked:
        yield sheet.heading(2, sheet.say("heading.parked"))
    for parked in sheet.view.parked:
        yield from _parked_line(sheet, parked)


def _parked_line(sheet: Sheet, parked: Parked) -> Iterator[str]:
    state = sheet.join(sheet.word("parked_goes_to", parked.goes_to), sheet.say("settled") if parked.settled else "")
    yield paragraph((sheet.own(parked.words), Span(f" ({state})", "Soft")), "ListBullet")
    yield "".join(paragraph(line, "ListContinue") for line in sheet.beside(parked.words))


def _meeting_row(sheet: Sheet, held: Meeting) -> Row:
    return (tuple(meeting_lines(sheet, held)), tuple(who_took_part(sheet, held)))


def _contact_row(sheet: Sheet, contact: ContactBetween) -> Row:
    who = sheet.names(contact.who)
    by = (sheet.say("noted_by", name=contact.by),) if contact.by else ()
    said = tuple(line for line in contact.words.split("\n") if line.strip())
    return ((sheet.short_day(contact.on), sheet.say(f"contact_how.{contact.how}")), (who,), (*said, *by))


def _assessment(sheet: Sheet, assessment: Assessment) -> Iterator[str]:
    title = assessment.instrument or sheet.say("heading.assessment")
    facts = sheet.join(
        sheet.names(assessment.of),
        sheet.day(assessment.on) if assessment.on else "",
        sheet.say("done_by", name=assessment.by) if assessment.by else "",
    )
    yield sheet.heading(2, title)
    yield paragraph(facts, "Quiet", keep_next=True) if facts else ""
    ratings = [rating for rating in sheet.view.ratings if rating.assessment == assessment.id]
    rows: list[Row] = [((r.domain,), (_item(sheet, r.code),), (sheet.say(f"rating.{r.polarity}.{r.value}"),)) for r in ratings]
    yield sheet.table(title, (("domain", 3.4), ("item", 2.6), ("rating", 5)), rows)


def _item(sheet: Sheet, code: str) -> str:
    """What was rated. A bare code, in capitals, says nothing to a family: it is for those whose work it is."""
    return code if sheet.view.role in _KNOW_CODES or any(map(str.islower, code)) else ""
