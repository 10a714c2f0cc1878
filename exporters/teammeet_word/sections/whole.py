"""What holds for the plan as a whole: mandates, gaps, risks; and the facilitator's own notes, in the facilitator's copy."""

from collections.abc import Iterator

from teammeet.model.people import Mandate
from teammeet.model.plan import Risk
from teammeet_word.markup import Row, Span, paragraph
from teammeet_word.sheet import Sheet


def mandates(sheet: Sheet) -> Iterator[str]:
    """What must happen whatever the team decides."""
    if sheet.view.mandates:
        yield sheet.heading(1, sheet.say("heading.mandates"))
        rows = [_mandate_row(sheet, mandate) for mandate in sheet.view.mandates]
        yield sheet.table(sheet.say("heading.mandates"), (("what", 5), ("said_by", 3), ("until", 2)), rows)


def gaps(sheet: Sheet) -> Iterator[str]:
    """Needs that no service can meet yet: to build new supports is part of the job."""
    unmet = [need for need in sheet.plan.needs if need.gap]
    if unmet:
        yield sheet.heading(1, sheet.say("heading.gaps"))
        yield paragraph(sheet.say("gaps_why"), "Quiet", keep_next=True)
        for need in unmet:
            label = sheet.say("need", number=sheet.plan.number[need.id])
            yield paragraph((Span(f"{label}: ", "Strong"), sheet.own(need.words)), "ListBullet")


def risks(sheet: Sheet) -> Iterator[str]:
    """Risks, with what is done if help falls away (42 CFR 441.301(c)(2))."""
    if sheet.view.risks:
        yield sheet.heading(1, sheet.say("heading.risks"))
        rows = [_risk_row(sheet, risk) for risk in sheet.view.risks]
        yield sheet.table(sheet.say("heading.risks"), (("risk", 3.8), ("backup", 3.7), ("watched_by", 2.5)), rows)


def private(sheet: Sheet) -> Iterator[str]:
    """The notes that only the facilitator sees; no other copy has them."""
    notes = list(_private_notes(sheet))
    if notes:
        yield sheet.heading(1, sheet.say("heading.private"), new_page=True)
        yield from notes


def _mandate_row(sheet: Sheet, mandate: Mandate) -> Row:
    of = sheet.names(mandate.of)
    about = (sheet.say("about", names=of),) if of else ()
    until = (sheet.fact(mandate, "until", sheet.short_day(mandate.until)),) if mandate.until else ()
    return ((*sheet.spoken(mandate.words), *about), (sheet.kept(mandate, "said_by"),), until)


def _risk_row(sheet: Sheet, risk: Risk) -> Row:
    whose = sheet.names(risk.whose)
    about = (sheet.say("about", names=whose),) if whose else ()
    return ((*sheet.spoken(risk.words), *about), (sheet.kept(risk, "backup"),), (sheet.names(risk.watched_by),))


def _private_notes(sheet: Sheet) -> Iterator[str]:
    yield from filter(None, [sheet.note(sheet.view.header.private_note, of=(sheet.view.header, "private_note"))])
    for person in sheet.view.people:
        if person.private_note.strip():
            yield sheet.heading(2, person.label or sheet.say("somebody"))
            yield sheet.note(person.private_note, of=(person, "private_note"))
    for note in sheet.view.notes:
        day = sheet.day(note.on) if note.on else ""
        yield paragraph(sheet.join(day, note.step), "Quiet", keep_next=True) if day or note.step else ""
        yield sheet.note(note.text, of=(note, "text"))
    yield from _said_of_meetings(sheet)


def _said_of_meetings(sheet: Sheet) -> Iterator[str]:
    """What people added to their private ratings; no grades."""
    days = {meeting.id: sheet.day(meeting.on) for meeting in sheet.view.meetings if meeting.on}
    said = [rating for rating in sheet.view.meeting_ratings if rating.words]
    if said:
        yield sheet.heading(2, sheet.say("heading.said_of_meetings"))
    for rating in said:
        about = sheet.join(days.get(rating.meeting, ""), sheet.view.label(rating.who))
        yield paragraph(about, "Quiet", keep_next=True) if about else ""
        yield paragraph(sheet.kept(rating, "words"))
