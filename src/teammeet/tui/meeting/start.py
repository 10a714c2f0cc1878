"""Which meeting is held now: the one that was asked for, one that is under way, one planned for today, or a new one."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from teammeet.desk import Place
from teammeet.model.family import Edit, Family, put
from teammeet.model.meetings import Meeting
from teammeet.practice.agenda import Agenda, agendas
from teammeet.tui.meeting.clock import A_WHILE

FIRST = "first-wraparound-meeting"
REVIEW = "review-meeting"


def meeting_to_hold(family: Family, wanted: str, now: datetime) -> Meeting | None:
    """The meeting of that id; else one that began today and is not over; else one planned for today; else none."""
    asked = family.get(wanted)
    if isinstance(asked, Meeting):
        return asked
    open_now = [m for m in family.meetings if m.ended_at is None]
    begun = [m for m in open_now if m.started_at and m.started_at.astimezone(now.tzinfo).date() == now.date()]
    planned = [m for m in open_now if m.started_at is None and m.on == now.date()]
    return next(iter([*begun, *planned]), None)


def planned_for_another_day(family: Family, now: datetime) -> Meeting | None:
    """The meeting that was planned for the day nearest to today and was not held."""
    planned = [m for m in family.meetings if m.on and m.started_at is None and m.ended_at is None]
    return min(planned, key=lambda m: abs((m.on - now.date()).days) if m.on else 0, default=None)


def begun(meeting: Meeting, now: datetime) -> Meeting:
    """The meeting under way: it began now, on this day, unless it had begun before. One that was over stays as it is."""
    if meeting.started_at is not None:
        return meeting
    zone = str(now.tzinfo) if "/" in str(now.tzinfo) else ""
    return meeting.changed(started_at=now, on=now.date(), zone=meeting.zone or zone)


def run_by(family: Family, meeting: Meeting, facilitator: str, agency: str) -> tuple[Edit, ...]:
    """The edit that names who runs a meeting and for which agency, where the record of the family does not say yet.

    A name may come into the settings after the family came into the vault: its plan still says whom to call. A plan that is
    closed for signing stays as it was closed.
    """
    header, last = family.header, family.last_edition
    if meeting.ended_at or (last is not None and family.plan_number == last.number):
        return ()
    named = header.changed(facilitator=header.facilitator or facilitator, agency=header.agency or agency)
    return (put(named),) if named != header else ()


def ended(meeting: Meeting, now: datetime) -> Meeting:
    """The meeting, over now; never before it began, whatever a clock says that went back."""
    return meeting.changed(ended_at=max(now, meeting.started_at or now))


def ended_early(meeting: Meeting, now: datetime, steps_left: tuple[str, ...]) -> Meeting:
    """The meeting, over before its agenda was: its plan is an interim one, and ``steps_left`` wait for the next."""
    return ended(meeting, now).changed(cut_short=True, steps_left=steps_left)


def fitting_agenda(family: Family, shelf: tuple[Agenda, ...]) -> str:
    """The id of the agenda that fits best: a review where a plan is, else a first meeting."""
    wanted = REVIEW if any(m.ended_at and m.form != "not_held" for m in family.meetings) or family.editions else FIRST
    known = [agenda.id for agenda in shelf]
    return wanted if wanted in known else (known[0] if known else "")


def known_agendas(folders: Sequence[Path]) -> tuple[Agenda, ...]:
    """The house's agendas and the agency's."""
    return agendas(folders)


def agenda_of(agenda_id: str, folders: Sequence[Path]) -> Agenda | None:
    """The agenda with that id, if it is still on the shelf."""
    return next((agenda for agenda in agendas(folders) if agenda.id == agenda_id), None) if agenda_id else None


def new_meeting(agenda: Agenda) -> Meeting:
    """A meeting of this kind that nobody had planned."""
    return Meeting(agenda=agenda.id)


def worked_on(place: Place | None, meeting: Meeting) -> frozenset[str]:
    """The steps that were worked on before: for a while, or so that something was kept there."""
    remembered = place.done if place is not None and place.done_in == meeting.id else ()
    return frozenset(each.step for each in meeting.steps if each.seconds >= A_WHILE).union(remembered)


def where_it_stood(place: Place | None, meeting: Meeting, agenda: Agenda) -> tuple[str, str, str]:
    """Step, mode and unfinished line to go on with; the first step if this meeting was not on the screen before."""
    if place is not None and place.meeting == meeting.id:
        if agenda.step(place.step) is not None:
            return place.step, place.field, place.unfinished
        return agenda.steps[0].id, "", place.unfinished
    been = [step.step for step in meeting.steps if agenda.step(step.step) is not None]
    return (been[-1] if been and meeting.ended_at is None else agenda.steps[0].id), "", ""
