"""Which meeting is held: the one that is on, the one that was planned, or a new one of a kind that is asked for."""

from __future__ import annotations

from teammeet.desk import CLOCK
from teammeet.model.meetings import Meeting
from teammeet.practice.agenda import Agenda
from teammeet.practice.left_open import closed_as_of, last_change, left_open, still_goes_on
from teammeet.tui.line_mode import answers
from teammeet.tui.line_mode.held_meeting import HeldMeeting
from teammeet.tui.line_mode.house import House
from teammeet.tui.meeting import start
from teammeet.tui.meeting.clock import with_seconds_beside
from teammeet.tui.meeting.days import day_words
from teammeet.tui.meeting.scene import Choice


def hold_meeting(house: House, wanted: str = "") -> HeldMeeting | None:
    """Begin a meeting, or go on with it; ``None`` if none was chosen, or it could not be kept that it began."""
    wanted, goes_on = _left_open(house, wanted)
    if not goes_on:
        return None
    found = start.meeting_to_hold(house.open_family, wanted, house.now())
    if found is None:
        planned = start.planned_for_another_day(house.open_family, house.now())
        found = planned if planned is not None and _is_meant(house, planned) else None
    agenda = start.agenda_of(found.agenda, house.agenda_folders) if found else None
    if agenda is None:
        agenda = _asked_agenda(house)
        if agenda is None:
            return None
        found = found.changed(agenda=agenda.id) if found else start.new_meeting(agenda)
    assert found is not None, "a meeting was found or made"
    under_way = with_seconds_beside(start.begun(found, house.now()), house.place)
    if under_way != house.open_family.get(under_way.id) and not house.hold(under_way):
        return None
    if who := start.run_by(house.open_family, under_way, house.settings.facilitator, house.settings.agency):
        house.keep(*who)
    return HeldMeeting(house, under_way, agenda)


def _left_open(house: House, wanted: str) -> tuple[str, bool]:
    """A meeting of another day without an end is asked about first: which one to hold, and whether one is held now."""
    family, now = house.open_family, house.now()
    meeting = next((each for each in left_open(family, now) if wanted in ("", each.id)), None)
    if meeting is None:
        return wanted, True
    moments = (change.at for change in house.desk.history(family.header.id) if change.actor != CLOCK)
    last = (last_change(family, meeting, moments) or now).astimezone(now.tzinfo)
    if still_goes_on(last, now):
        return meeting.id, True
    began = (meeting.started_at or last).astimezone(now.tzinfo)
    when = f"{day_words(last.date(), house.language, now.date())}, {last:%H:%M}"
    choices = tuple(Choice(way, house.say(f"ending.open.{way}", when=when)) for way in ("on", "close", "leave"))
    title = house.say("ending.open.title", day=day_words(began.date(), house.language, now.date()), when=when)
    picked = answers.ask_choice(house.console, title, choices, many=False)
    if picked == ("on",):
        return meeting.id, True
    if picked == ("close",) and house.keep(*closed_as_of(family, with_seconds_beside(meeting, house.place), last)):
        house.console.say(house.say("ending.told.closed-as-of"))
        return "", wanted != meeting.id
    return "", False


def _is_meant(house: House, planned: Meeting) -> bool:
    """The team may have met on another day than it had planned to."""
    day = day_words(planned.on, house.language) if planned.on else ""
    return answers.ask_yes(house.console, "meeting.planned", yes_first=True, day=day)


def _asked_agenda(house: House) -> Agenda | None:
    """The kind of meeting; Enter alone takes the one that fits best."""
    agendas = start.known_agendas(house.agenda_folders)
    fitting = start.fitting_agenda(house.open_family, agendas)
    choices = tuple(Choice(agenda.id, _about(house, agenda)) for agenda in agendas)
    best = next((choice.words for choice in choices if choice.id == fitting), "")
    picked = answers.ask_choice(house.console, house.say("meeting.start.title"), choices, many=False, usual=best)
    wanted = picked[0] if picked else fitting
    return next((agenda for agenda in agendas if agenda.id == wanted), None)


def _about(house: House, agenda: Agenda) -> str:
    name = agenda.title.in_language(house.language)
    about = agenda.for_whom.in_language(house.language)
    return f"{name}. {about} {house.say('meeting.start.minutes', minutes=agenda.minutes, steps=len(agenda.steps))}"
