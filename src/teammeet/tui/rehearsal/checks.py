"""Whether a thing was tried: pure functions on the family as it was and as it is, and on what the screens show."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from teammeet.model.family import Family
from teammeet.model.meetings import Attendance, Meeting
from teammeet.model.plan import Need, Worry
from teammeet.model.values import Item
from teammeet.practice.agenda import Agenda
from teammeet.practice.coach import hints
from teammeet.practice.pacing import planned_end
from teammeet.tui.sharing import Sharing

TO_GO: Final = 20 * 60
"""Seconds before the end at which the program says what can wait."""
SEVERAL: Final = 3
SERVICE: Final = "need-service"
"""The hint that a line names a service, not a need."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of a rehearsal: the family as it began and as it is, the clock, and what is on the screens.

    ``open_screens`` are the names of the screens and dialogs that lie one over the other; ``files`` is how many were written.
    """

    begun: Family
    family: Family
    agenda: Agenda
    meeting_id: str
    now: datetime
    language: str = "en"
    sharing: Sharing = field(default_factory=Sharing)
    open_screens: frozenset[str] = frozenset()
    files: int = 0

    @property
    def meeting(self) -> Meeting | None:
        """The meeting that is rehearsed."""
        meeting = self.family.get(self.meeting_id)
        return meeting if isinstance(meeting, Meeting) else None

    @property
    def attendances(self) -> tuple[Attendance, ...]:
        """How people take part in it."""
        return tuple(held for held in self.family.attendances if held.meeting == self.meeting_id)

    def is_new(self, item: Item) -> bool:
        """Whether an item came in the rehearsal."""
        return self.begun.get(item.id) is None

    def is_changed(self, item: Item) -> bool:
        """Whether it came, or was changed, in the rehearsal."""
        return self.begun.get(item.id) != item


Check = Callable[[Moment], bool]


def _came(moment: Moment) -> bool:
    return sum(held.was_present for held in moment.attendances) >= SEVERAL


def _phone(moment: Moment) -> bool:
    return any(held.how == "phone" for held in moment.attendances)


def _away(moment: Moment) -> bool:
    return any(held.how in ("sent_word", "absent") for held in moment.attendances)


def _leaves(moment: Moment) -> bool:
    return any(held.must_leave_at is not None for held in moment.attendances)


def _newcomer(moment: Moment) -> bool:
    team = {member.who for member in moment.begun.team}
    family = {person.id for person in moment.begun.people if person.in_family}
    return any(held.was_present and held.who not in team | family for held in moment.attendances)


def _strengths(moment: Moment) -> bool:
    return sum(moment.is_new(each) and bool(each.whose) for each in moment.family.strengths) >= SEVERAL


def _earlier(moment: Moment) -> bool:
    today = moment.now.date()
    return any(not moment.is_new(task) and moment.is_changed(task) and task.status_on == today for task in moment.family.tasks)


def _reading(moment: Moment) -> bool:
    return any(map(moment.is_new, moment.family.readings))


def _worry(moment: Moment) -> bool:
    return any(map(moment.is_new, moment.family.worries))


def _behind(moment: Moment) -> bool:
    """A need lies behind a worry that it did not lie behind before."""
    known = {need.id: need.behind for need in moment.begun.needs}
    found = (worry for need in moment.family.needs for worry in need.behind if worry not in known.get(need.id, ()))
    return any(isinstance(moment.family.get(worry), Worry) for worry in found)


def _service(moment: Moment) -> bool:
    return any(_names_a_service(need, moment.language) for need in moment.family.needs if moment.is_new(need))


def _names_a_service(need: Need, language: str) -> bool:
    return any(hint.rule == SERVICE for hint in hints("need", need.words.text, language))


def _rank(moment: Moment) -> bool:
    before = {need.id: need.rank for need in moment.begun.needs}
    return any(need.rank is not None and before.get(need.id) != need.rank for need in moment.family.needs)


def _storm(moment: Moment) -> bool:
    return sum(map(moment.is_new, moment.family.options)) >= SEVERAL


def _choose(moment: Moment) -> bool:
    return any(moment.is_new(strategy) and strategy.option is not None for strategy in moment.family.strategies)


def _carry(moment: Moment) -> bool:
    before = {strategy.id: strategy.carried_by for strategy in moment.begun.strategies}
    return any(set(each.carried_by) - set(before.get(each.id, ())) for each in moment.family.strategies)


def _task(moment: Moment) -> bool:
    """Somebody who is not there is asked, and has not agreed."""
    there = {held.who for held in moment.attendances if held.is_present}
    asked = (task for task in moment.family.tasks if moment.is_new(task) and task.consent == "asked")
    return any(set(task.owners) - there for task in asked)


def _park(moment: Moment) -> bool:
    return any(map(moment.is_new, moment.family.parked))


def _share(moment: Moment) -> bool:
    return moment.sharing.is_on


def _blank(moment: Moment) -> bool:
    return moment.sharing.blank or "BlankScreen" in moment.open_screens


def _take_back(moment: Moment) -> bool:
    return any(item.taken_back and moment.is_changed(item) for item in moment.family.items())


def _twenty(moment: Moment) -> bool:
    meeting = moment.meeting
    if meeting is None or meeting.started_at is None or meeting.ended_at is not None:
        return False
    return (planned_end(moment.agenda, meeting, moment.now) - moment.now).total_seconds() <= TO_GO


def _crisis(moment: Moment) -> bool:
    family = moment.family
    items = (*family.crisis_plans, *family.crisis_stages, *family.crisis_calls, *family.past_crises, *family.risks)
    return any(map(moment.is_changed, items))


def _next_date(moment: Moment) -> bool:
    """Another meeting has a day that was not known before."""
    before = {meeting.id: (meeting.on, meeting.at) for meeting in moment.begun.meetings}
    others = (meeting for meeting in moment.family.meetings if meeting.id != moment.meeting_id and meeting.on is not None)
    return any(before.get(meeting.id) != (meeting.on, meeting.at) for meeting in others)


def _read_back(moment: Moment) -> bool:
    answers = (read for read in moment.family.sections_read if moment.is_changed(read))
    return any(read.answer in ("agreed", "corrected") for read in answers)


def _dissent(moment: Moment) -> bool:
    read = any(read.answer == "dissent" for read in moment.family.sections_read if moment.is_changed(read))
    return read or any(said.dissent.text for said in moment.family.agreements if moment.is_changed(said))


def _stop_well(moment: Moment) -> bool:
    return moment.meeting is not None and moment.meeting.cut_short


def _degree(moment: Moment) -> bool:
    return any(said.degree is not None for said in moment.family.agreements if moment.is_new(said))


def _hand_over(moment: Moment) -> bool:
    return any(signed.method == "typed" for signed in moment.family.signatures if moment.is_new(signed))


def _rate(moment: Moment) -> bool:
    return any(map(moment.is_new, moment.family.meeting_ratings))


def _copies(moment: Moment) -> bool:
    return moment.files > 0


def _seen(screen: str) -> Check:
    """That screen, or dialog, was opened."""
    return lambda moment: screen in moment.open_screens


CHECKS: Final[Mapping[str, Check]] = {
    "card": _seen("OpeningCard"),
    "came": _came,
    "phone": _phone,
    "away": _away,
    "leaves": _leaves,
    "newcomer": _newcomer,
    "strengths": _strengths,
    "share": _share,
    "blank": _blank,
    "earlier": _earlier,
    "time": _seen("TimeDialog"),
    "reading": _reading,
    "worry": _worry,
    "behind": _behind,
    "service": _service,
    "rank": _rank,
    "storm": _storm,
    "choose": _choose,
    "carry": _carry,
    "task": _task,
    "park": _park,
    "take-back": _take_back,
    "pause": _seen("PauseDialog"),
    "twenty": _twenty,
    "crisis": _crisis,
    "next-date": _next_date,
    "read-back": _read_back,
    "dissent": _dissent,
    "stop-well": _stop_well,
    "degree": _degree,
    "hand-over": _hand_over,
    "rate": _rate,
    "copies": _copies,
}
"""The check of each thing to try, by its id."""
