"""The interim plan: a meeting ended early; the first page says what is agreed so far, what waits, and when the team goes on."""

from collections.abc import Iterator

from teammeet.model.meetings import Meeting
from teammeet.practice.carried import step_name
from teammeet_word.markup import Line, Span, paragraph
from teammeet_word.sections.beginning import place_and_time
from teammeet_word.sheet import Sheet


def interim(sheet: Sheet) -> Iterator[str]:
    """Set off on the first page; nothing when the meeting came to its end."""
    stopped = sheet.cut_short
    if stopped is None:
        return
    yield sheet.heading(1, sheet.say("interim.heading"))
    day = sheet.day(stopped.on) if stopped.on else ""
    yield paragraph(sheet.say("interim.ended", day=day) if day else sheet.say("interim.ended-some-day"))
    waits = tuple(_waits(sheet, stopped))
    yield paragraph(sheet.say("interim.waits" if waits else "interim.waits-nothing"), keep_next=bool(waits))
    yield sheet.bullets(waits)
    goes_on = place_and_time(sheet, sheet.to_come[0]) if sheet.to_come else ""
    yield paragraph((Span(sheet.say("interim.goes-on"), "Strong"), " ", goes_on or sheet.say("interim.no-date")))


def _waits(sheet: Sheet, stopped: Meeting) -> Iterator[Line]:
    """The steps that were not reached, then the lines that were parked for the next agenda."""
    yield from (step_name(stopped.agenda, step, sheet.language) for step in stopped.steps_left)
    for parked in sheet.view.parked:
        if parked.goes_to == "next_agenda" and not parked.settled:
            yield sheet.own(parked.words)
