"""The title block, the vision and mission, and the family's story."""

from collections.abc import Iterator
from datetime import time

from teammeet.messages import text
from teammeet.model.meetings import Meeting
from teammeet.model.people import Person
from teammeet.practice.phase_said import phase_said
from teammeet.practice.signed_so_far import signed_so_far
from teammeet_word.markup import Span, paragraph
from teammeet_word.sections.agreement import signers
from teammeet_word.sheet import Sheet


def title(sheet: Sheet) -> Iterator[str]:
    """Whose plan it is, which edition, from which meeting, and who stands for it."""
    header = sheet.view.header
    yield paragraph(sheet.kind, "DocumentKind")
    yield paragraph(header.name, "Title")
    yield paragraph(edition(sheet), "Subtitle")
    if whose := _own_copy_of(sheet):
        yield paragraph(Span(sheet.say("yours", name=whose), "Strong"))
    phase = phase_said(sheet.view)
    tongues = ", ".join(map(sheet.tongue, (header.language, *header.other_languages)))
    yield sheet.facts(
        ("for", youths(sheet)),
        ("meeting", place_and_time(sheet, sheet.held[-1]) if sheet.held else ""),
        ("next_meeting", Span(place_and_time(sheet, sheet.to_come[0]), "Strong") if sheet.to_come else ""),
        ("phase", sheet.word("phase", phase) if phase else ""),
        ("facilitator", header.facilitator),
        ("agency", header.agency),
        ("monitored_by", header.monitored_by),
        ("language", tongues),
        ("fixed_on", _fixed_on(sheet)),
        ("enrolled_on", sheet.day(header.enrolled_on) if header.enrolled_on else ""),
        ("copy_for", "" if whose else sheet.view.label(sheet.view.reader) or sheet.word("circle", sheet.view.role)),
        ("made_on", sheet.day(sheet.today)),
    )


def _own_copy_of(sheet: Sheet) -> str:
    """The youth whose own copy this is; empty in every other copy."""
    reader = sheet.view.get(sheet.view.reader)
    return reader.label if isinstance(reader, Person) and reader.enrolled else ""


def edition(sheet: Sheet) -> str:
    """Which plan this is: its number and the family's code, or, for a plan from a file, the code of its contents.

    With roles in place of names it is said that it is no signed plan; a code or a number would lead to the family.
    """
    if sheet.view.in_roles:
        return text("roles.printed", sheet.language)
    if not sheet.in_vault:
        return sheet.say("from_file", digest=sheet.view.digest_code)
    named = sheet.say("edition", number=sheet.view.plan_number, code=sheet.view.code)
    return sheet.join(named, _state(sheet))


def edition_in_short(sheet: Sheet) -> str:
    """The same for the foot of every page: the number and the code; that a plan is a draft is said on each."""
    if sheet.view.in_roles or not sheet.in_vault:
        return edition(sheet)
    named = sheet.say("edition", number=sheet.view.plan_number, code=sheet.view.code)
    return named if sheet.view.signed else sheet.join(named, sheet.say("draft_in_short"))


def _state(sheet: Sheet) -> str:
    """How far it is: a plan is signed when everybody has signed who is asked to, and not before; a yes aloud is told apart.

    An extract has only some of the team and no signatures, so it counts none: its count would be false.
    """
    if not sheet.view.signed:
        return sheet.say("draft")
    if sheet.view.service is not None:
        return sheet.say("fixed")
    so_far = signed_so_far(sheet.view, sheet.view.plan_number, signers(sheet), sheet.view.on)
    if so_far.is_whole and not so_far.said:
        return sheet.say("signed")
    said = sheet.say("said_yes", number=so_far.said) if so_far.said else ""
    return sheet.join(sheet.say("signed_of", signed=so_far.signed, asked=so_far.asked), said)


def _fixed_on(sheet: Sheet) -> str:
    """The day from which a signed plan stands as it is."""
    number = sheet.view.plan_number if sheet.view.signed else None
    fixed = next((held.fixed_at for held in sheet.view.editions if held.number == number), None)
    return sheet.day(fixed.date()) if fixed else ""


def place_and_time(sheet: Sheet, meeting: Meeting) -> str:
    """When and where a meeting is, as far as it is known."""
    return sheet.join(
        sheet.day(meeting.on) if meeting.on else "",
        _hour(sheet, meeting, meeting.at) if meeting.at else "",
        meeting.place,
        sheet.word("meeting_mode", meeting.mode),
    )


def _hour(sheet: Sheet, meeting: Meeting, at: time) -> str:
    """The time; with its zone where not everybody is in the same room."""
    if meeting.mode == "in_person" or not meeting.zone:
        return sheet.hour(at)
    zone = meeting.zone.rpartition("/")[2].replace("_", " ")
    return sheet.say("place_time", time=sheet.hour(at), zone=zone)


def vision(sheet: Sheet) -> Iterator[str]:
    """The family's vision, set off as what they said, and the team's mission under it (Maine family team meetings)."""
    header = sheet.view.header
    yield sheet.heading(1, sheet.say("heading.vision"))
    if header.vision.text or header.vision.reworded:
        yield paragraph(sheet.own(header.vision), "Quote")
        for line in sheet.beside(header.vision):
            yield paragraph(line, "OwnWords")
    else:
        yield sheet.placeholder("vision")
    yield sheet.heading(2, sheet.say("heading.mission"))
    if header.mission.text or header.mission.reworded:
        for line in sheet.spoken(header.mission):
            yield paragraph(line)
    else:
        yield sheet.placeholder("mission")


def story(sheet: Sheet) -> Iterator[str]:
    """What the family carries with it from meeting to meeting: its story, its culture."""
    for name, told in (("story", sheet.view.header.story), ("culture", sheet.view.header.culture)):
        if told.strip():
            yield sheet.heading(1, sheet.say(f"heading.{name}"))
            yield sheet.note(told, of=(sheet.view.header, name))


def youths(sheet: Sheet) -> str:
    """For whom the plan is made."""
    return ", ".join(person.label for person in sheet.view.people if person.enrolled and person.label)
