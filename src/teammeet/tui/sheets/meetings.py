"""Meetings, past and planned, and what goes around them: attendance, parked lines, contacts, releases, copies, editions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from teammeet.messages import text
from teammeet.model.meetings import Meeting
from teammeet.model.sharing import Release, Signature
from teammeet.tui.sheets.row import Look, Row, joined

KINDS = ("meetings", "attendances", "parked", "notes", "contacts", "agreements", "copies", "releases")
"""What can be added here. Signatures are given on the screen for signing."""
_HERE: Final = {"room": "●", "phone": "●", "video": "●", "sent_word": "○", "absent": "–", "expected": "·"}


def rows(look: Look) -> Iterator[Row]:
    """Planned meetings first, then held ones, the newest first."""
    family = look.family
    planned = [meeting for meeting in family.meetings if not _is_over(meeting, look.today)]
    held = [meeting for meeting in family.meetings if _is_over(meeting, look.today)]
    yield from look.section("planned", "meetings", _meetings(look, sorted(planned, key=_when)))
    yield from look.section("held", "", _meetings(look, sorted(held, key=_when, reverse=True)))
    yield from look.section("parked", "parked", _parked(look))
    yield from look.section("contacts", "contacts", _contacts(look))
    yield from look.section("editions", "", _editions(look))
    yield from look.section("agreements", "agreements", _agreements(look))
    yield from look.section("copies", "copies", _copies(look))
    yield from look.section("releases", "releases", _releases(look))
    yield from look.section("notes", "notes", (look.row(note, "✎", note.text) for note in family.notes))


def _is_over(meeting: Meeting, today: date) -> bool:
    return meeting.ended_at is not None or (meeting.on is not None and meeting.on < today)


def _when(meeting: Meeting) -> tuple[date, str]:
    return meeting.on or date.max, str(meeting.at or "")


def _meetings(look: Look, meetings: list[Meeting]) -> Iterator[Row]:
    for meeting in meetings:
        yield Row(meeting.id, _title(look, meeting), "•", _about(look, meeting), 1, item=meeting.id)
        for attendance in look.family.attendances:
            if attendance.meeting == meeting.id:
                how = look.term(f"attendance.{attendance.how}")
                yield look.row(attendance, _HERE[attendance.how], how, attendance.update, level=2)
        yield from _ratings(look, meeting)


def _ratings(look: Look, meeting: Meeting) -> Iterator[Row]:
    """For the facilitator alone: how many rated the meeting, and how many said what; then what they added, in their words."""
    rated = [rating for rating in look.family.meeting_ratings if rating.meeting == meeting.id]
    if not look.private or not rated:
        return
    from teammeet.tui.sign.rating import in_words  # late: it brings what a meeting's screen needs, and few meetings are rated

    title = text("agree.summary.heading", look.language)
    yield Row(f"{meeting.id}/ratings", title, "◑", joined(in_words(look.family, meeting.id, look.language)), 2)
    yield from (look.row(rating, "·", look.name(rating.who), level=3) for rating in rated if rating.words)


def _title(look: Look, meeting: Meeting) -> str:
    if meeting.on is None:
        return look.say("no-date")
    when = look.say("today") if meeting.on == look.today else look.day(meeting.on)
    return joined((when, meeting.at.strftime("%H:%M") if meeting.at else ""))


def _about(look: Look, meeting: Meeting) -> str:
    minutes = sum(step.seconds for step in meeting.steps) // 60
    update = look.say(f"meeting_form.{meeting.form}") if meeting.form != "planning" else ""
    still_open = text("ending.still-open", look.language) if meeting.started_at and not meeting.ended_at else ""
    mode = look.term(f"meeting_mode.{meeting.mode}")
    spent = look.say("minutes", number=minutes) if minutes else ""
    return joined((still_open, meeting.place or mode, meeting.purpose, update, spent))


def _parked(look: Look) -> Iterator[Row]:
    for parked in look.family.parked:
        goes = look.term(f"parked_goes_to.{parked.goes_to}")
        yield look.row(parked, "☑" if parked.settled else "☐", look.say("field.settled") if parked.settled else goes)


def _contacts(look: Look) -> Iterator[Row]:
    for contact in sorted(look.family.contacts, key=lambda one: one.on, reverse=True):
        how = look.say(f"contact_how.{contact.how}")
        yield look.row(contact, "•", look.day(contact.on), how, look.names(contact.who), contact.by)


def _editions(look: Look) -> Iterator[Row]:
    family = look.family
    for edition in sorted(family.editions, key=lambda one: one.number, reverse=True):
        fixed = look.day(edition.fixed_at.astimezone().date())
        yield look.row(edition, "✓", fixed, look.say("edition-hint"))
        for signature in family.signatures:
            if signature.edition == edition.number:
                method = look.term(f"signature_method.{signature.method}")
                mark = "–" if signature.is_outstanding else "✓"
                yield look.row(signature, mark, method, *_of_the_page(look, signature), level=2)


def _agreements(look: Look) -> Iterator[Row]:
    for agreement in look.family.agreements:
        degree = look.say("degree", number=agreement.degree) if agreement.degree is not None else ""
        meeting = look.family.get(agreement.meeting) if agreement.meeting else None
        on = meeting.on if isinstance(meeting, Meeting) else agreement.said_on
        yield look.row(agreement, "≈", degree, str(agreement.dissent), look.day(on) if on else "")


def _of_the_page(look: Look, signature: Signature) -> Iterator[str]:
    """By which day the page comes back, whether that day is over; on which day it came."""
    due = signature.expected_by if signature.is_outstanding else None
    if due is not None:
        yield look.say("by-day", day=look.day(due))
        yield look.say("overdue") if due < look.today else ""
    if signature.received_on is not None:
        yield text("signed.told.received", look.language, day=look.day(signature.received_on))


def _copies(look: Look) -> Iterator[Row]:
    for copy in look.family.copies:
        given = look.say("given-day", day=look.day(copy.given_on)) if copy.given_on else ""
        owed = look.say("by-day", day=look.day(copy.owed_by)) if copy.owed_by and not copy.given_on else ""
        late = look.say("overdue") if owed and copy.owed_by and copy.owed_by < look.today else ""
        yield look.row(copy, "☑" if copy.given_on else "☐", look.term(f"copy_how.{copy.how}"), given, owed, late)


def _releases(look: Look) -> Iterator[Row]:
    for release in look.family.releases:
        force = look.say("in-force" if release.is_in_force(look.today) else _why_not(release, look.today))
        yield look.row(release, "•", look.names(release.to), release.what, force)


def _why_not(release: Release, today: date) -> str:
    if release.signed_on is None:
        return "not-signed"
    if release.revoked_on is not None and release.revoked_on <= today:
        return "taken-back"
    return "not-in-force"
