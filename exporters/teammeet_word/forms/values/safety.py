"""The crisis and safety plan; the meetings and what came between them; assessments."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from teammeet.model.crisis import CrisisCall, CrisisPlan, CrisisStage, PastCrisis
from teammeet.model.meetings import Attendance, ContactBetween, Meeting
from teammeet.model.plan import Assessment, Rating
from teammeet.model.sharing import Agreement
from teammeet.practice.crisis_calls import calls_in_order, told_call
from teammeet_word.forms.values.around import role_of
from teammeet_word.forms.values.plan import said
from teammeet_word.sections.agreement import current
from teammeet_word.sections.beginning import place_and_time, youths
from teammeet_word.sheet import Sheet


def _stages(sheet: Sheet, plan: CrisisPlan) -> tuple[CrisisStage, ...]:
    """The least restrictive first."""
    return tuple(sorted((s for s in sheet.view.crisis_stages if s.plan == plan.id), key=lambda stage: stage.intensity))


def _calls(sheet: Sheet, plan: CrisisPlan) -> tuple[CrisisCall, ...]:
    """Emergency numbers first, then those who answer day and night."""
    return tuple(told.call for told in calls_in_order(sheet.view, plan.id))


def _done_by(sheet: Sheet, stage: CrisisStage) -> str:
    return ", ".join(filter(None, (sheet.names(stage.who), stage.who_said)))


def _stage(sheet: Sheet, stage: CrisisStage) -> str:
    who = _done_by(sheet, stage)
    return f"{said(stage.words)} ({who})" if who else said(stage.words)


def _called(sheet: Sheet, call: CrisisCall) -> str:
    return told_call(sheet.view, call).name


def _call_when(sheet: Sheet, call: CrisisCall) -> str:
    told = told_call(sheet.view, call)
    return sheet.join(sheet.say("day_and_night") if told.day_and_night else "", told.when)


def _call(sheet: Sheet, call: CrisisCall) -> str:
    phone = told_call(sheet.view, call).phone
    return sheet.join(_called(sheet, call), phone if phone != _called(sheet, call) else "", _call_when(sheet, call))


def _past(sheet: Sheet, past: PastCrisis) -> str:
    return sheet.join(sheet.short_day(past.on) if past.on else "", said(past.words), past.what_helped)


def _attendance(sheet: Sheet, meeting: Meeting) -> tuple[Attendance, ...]:
    return tuple(one for one in sheet.view.attendances if one.meeting == meeting.id)


def _earlier(sheet: Sheet, meeting: Meeting) -> tuple[Agreement, ...]:
    """How far people agreed at a meeting, without what they say of the plan as it stands."""
    now = {held.id for held in current(sheet)}
    return tuple(held for held in sheet.view.agreements if held.meeting == meeting.id and held.id not in now)


def _names(sheet: Sheet, meeting: Meeting, *, came: bool) -> str:
    settled = (one for one in _attendance(sheet, meeting) if one.how != "expected")
    return ", ".join(sheet.called(one.who) for one in settled if one.was_present == came)


def _day(meeting: Meeting) -> Any:
    return meeting.on or (meeting.started_at.date() if meeting.started_at else None)


def _on_team(sheet: Sheet, who: str) -> str:
    return next((member.role_on_team for member in sheet.view.team if member.who == who), "")


def _attended(sheet: Sheet, one: Attendance) -> str:
    return f"{sheet.called(one.who)}: {sheet.word('attendance', one.how)}"


def _contact(sheet: Sheet, contact: ContactBetween) -> str:
    return sheet.join(sheet.short_day(contact.on), sheet.names(contact.who), " ".join(contact.words.split("\n")))


def _ratings(sheet: Sheet, assessment: Assessment) -> Iterator[Rating]:
    return (rating for rating in sheet.view.ratings if rating.assessment == assessment.id)


def _assessment(sheet: Sheet, assessment: Assessment) -> str:
    day = sheet.short_day(assessment.on) if assessment.on else ""
    return sheet.join(assessment.instrument, sheet.names(assessment.of), day, assessment.by)


def _meaning(sheet: Sheet, rating: Rating) -> str:
    return sheet.say(f"rating.{rating.polarity}.{rating.value}")


GETTERS: Final[Mapping[str, Mapping[str, Callable[[Sheet, Any], Any]]]] = {
    "crisis_plan": {
        "whose": lambda sheet, plan: sheet.names(plan.whose) or youths(sheet),
        "tell_police": lambda sheet, plan: plan.tell_police_or_crisis_line,
        "stages": _stages,
        "calls": _calls,
        "past_crises": lambda sheet, plan: tuple(past for past in sheet.view.past_crises if past.plan == plan.id),
    },
    "stage": {"who": _done_by, "where": lambda sheet, stage: stage.place},
    "call": {
        "name": _called,
        "phone": lambda sheet, call: told_call(sheet.view, call).phone,
        "when": _call_when,
        "day_and_night": lambda sheet, call: told_call(sheet.view, call).day_and_night,
    },
    "past_crisis": {"day": lambda sheet, past: past.on},
    "meeting": {
        "day": lambda sheet, meeting: _day(meeting),
        "notice_on": lambda sheet, meeting: meeting.notice_given_on,
        "time": lambda sheet, meeting: meeting.at,
        "came": lambda sheet, meeting: _names(sheet, meeting, came=True),
        "absent": lambda sheet, meeting: _names(sheet, meeting, came=False),
        "attendance": _attendance,
        "earlier_agreements": _earlier,
    },
    "attendance": {
        "name": lambda sheet, one: sheet.called(one.who),
        "role": lambda sheet, one: role_of(sheet, one.who, _on_team(sheet, one.who)),
        "took_part": lambda sheet, one: one.how,
        "present": lambda sheet, one: one.was_present,
        "arrived": lambda sheet, one: one.arrived_at.timetz() if one.arrived_at else None,
        "left": lambda sheet, one: one.left_at.timetz() if one.left_at else None,
    },
    "contact": {
        "day": lambda sheet, contact: contact.on,
        "who": lambda sheet, contact: sheet.names(contact.who),
        "told": lambda sheet, contact: contact.words,
    },
    "assessment": {
        "whose": lambda sheet, assessment: sheet.names(assessment.of),
        "day": lambda sheet, assessment: assessment.on,
        "ratings": lambda sheet, assessment: tuple(_ratings(sheet, assessment)),
    },
    "rating": {"area": lambda sheet, rating: rating.domain, "meaning": _meaning},
}
IN_A_LINE: Final[Mapping[str, Callable[[Sheet, Any], Any]]] = {
    "crisis_plan": lambda sheet, plan: plan.definition,
    "stage": _stage,
    "call": _call,
    "past_crisis": _past,
    "meeting": place_and_time,
    "attendance": _attended,
    "contact": _contact,
    "parked": lambda sheet, parked: parked.words,
    "assessment": _assessment,
    "rating": lambda sheet, rating: sheet.join(rating.domain, rating.code, _meaning(sheet, rating)),
}
MARKS: Final[Mapping[str, Callable[[Sheet, Any], frozenset[str]]]] = {
    "stage": lambda sheet, stage: frozenset({stage.place}),
    "attendance": lambda sheet, one: frozenset({one.how}),
}
