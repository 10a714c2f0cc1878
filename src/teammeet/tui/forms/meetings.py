"""Forms of meetings and of what goes around them: attendance, parked lines, notes, contacts, agreement, copies, releases."""

from __future__ import annotations

from typing import Final

from teammeet.model.meetings import Attendance, ContactBetween, Meeting, Parked, PrivateNote
from teammeet.model.sharing import Agreement, Copy, Release, Signature
from teammeet.tui.forms.controls import (
    check,
    choice,
    day,
    item_form,
    language,
    line,
    moment,
    note,
    number,
    refer,
    several,
    time_of_day,
    words,
)
from teammeet.tui.forms.form import Form
from teammeet.tui.forms.parts import TRANSLATION

FORMS: Final[tuple[Form, ...]] = (
    item_form(
        Meeting,
        day("on", "meeting_on"),
        time_of_day("at"),
        line("place"),
        choice("mode", "model.meeting_mode"),
        line("purpose"),
        day("notice_given_on"),
        choice("form", "family.meeting_form", "meeting_form"),
        line("update_reason"),
        line("zone"),
        line("agenda"),
        moment("started_at"),
        moment("ended_at"),
    ),
    item_form(
        Attendance,
        refer("who", "attendance_who"),
        choice("how", "model.attendance", "attendance_how"),
        moment("arrived_at"),
        moment("left_at"),
        line("interpreter", "interpreter_name"),
        line("update"),
        refer("meeting"),
    ),
    item_form(
        Parked,
        words("words", TRANSLATION, "parked_words"),
        choice("goes_to", "model.parked_goes_to"),
        check("settled"),
        refer("meeting"),
    ),
    item_form(
        PrivateNote,
        note("text", "private_text"),
        day("on", "note_on"),
        refer("meeting"),
        line("step", "note_step"),
    ),
    item_form(
        ContactBetween,
        day("on", "contact_on"),
        refer("who", "contact_who"),
        choice("how", "family.contact_how", "contact_how"),
        note("words", "contact_words"),
        line("by", "contact_by"),
    ),
    item_form(
        Agreement,
        refer("who", "agreement_who"),
        number("degree"),
        words("dissent", TRANSLATION),
        day("not_yet_until"),
        refer("meeting"),
        seen=(
            choice("degree_shown_to", "model.circle"),
            choice("dissent_shown_to", "model.circle"),
        ),
    ),
    item_form(
        Signature,
        refer("who", "signature_who"),
        number("edition"),
        choice("method", "model.signature_method", "signature_method"),
        moment("signed_at"),
        line("role", "signature_role"),
        line("typed_name"),
        refer("for_person"),
        line("witness"),
        check("saw_the_plan"),
        language("language", "signature_language"),
        line("interpreter", "interpreter_name"),
        line("note"),
    ),
    item_form(
        Copy,
        refer("to", "copy_to"),
        line("to_name"),
        choice("what", "model.copy_what", "copy_what"),
        choice("how", "model.copy_how", "copy_how"),
        number("edition"),
        day("owed_by"),
        day("given_on"),
    ),
    item_form(
        Release,
        several("records", "model.record_kind", "release_records"),
        refer("record_of", "release_of"),
        line("discloser"),
        line("what", "release_what"),
        refer("to", "release_to"),
        line("purpose", "release_purpose"),
        choice("law", "family.law", "law"),
        day("starts_on"),
        day("ends_on"),
        day("revoked_on"),
        line("signed_by"),
        day("signed_on"),
    ),
)
