"""Who must be there for a meeting to be a planning meeting, and who of them is missing. It tells; it never blocks.

Without the youth or a caregiver a meeting is not a planning meeting: propose another date, or record an update with the reason
(Milwaukee Wraparound: Plan of Care policy; Bridges4Kids: Wraparound). A family sets it for itself: whoever stands on the team
may be marked as one without whom it does not meet, a youth or a caregiver as one who need not come.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from teammeet.model.meetings import Meeting
from teammeet.model.people import Person
from teammeet.model.record import Record
from teammeet.model.supports import TeamMember
from teammeet.practice.meeting_facts import caregivers

Why = Literal["youth", "caregiver", "named"]
"""The plan is theirs; somebody who cares for them; the family does not meet without this person."""

SOURCES: Final = ("Milwaukee Wraparound: Plan of Care policy", "Bridges4Kids: Wraparound")
"""Where the rule on youth and caregiver comes from."""


@dataclass(frozen=True, slots=True)
class Needed:
    """Somebody who must be there: any one of ``anyone_of`` (ids) is enough."""

    why: Why
    anyone_of: tuple[str, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """Where it is written; nothing where the family itself has said so."""
        return () if self.why == "named" else SOURCES


def who_must_be_there(record: Record, day: date | None = None) -> tuple[Needed, ...]:
    """Each youth whom the plan is for and one caregiver, unless the family set it otherwise; then everybody whom it named."""
    said = {member.who: member.must_be_there for member in record.team if _is_on_it(member, day)}
    named = [who for who, must in said.items() if must]
    young = [who for who in _youths(record) if said.get(who) is not False]
    caring = caregivers(record, day)
    found = [Needed("youth", (who,)) for who in young]
    if any(said.get(who) is not False for who in caring) and not set(caring) & set(named):
        found.append(Needed("caregiver", tuple(caring)))
    found += [Needed("named", (who,)) for who in named if who not in young]
    return tuple(found)


def who_is_missing(record: Record, meeting_id: str) -> tuple[Needed, ...]:
    """Those who must be there and did not come. A support is there when a person of it is."""
    meeting = record.get(meeting_id)
    here = frozenset(_came(record, meeting_id))
    needed = who_must_be_there(record, meeting.on if isinstance(meeting, Meeting) else None)
    return tuple(each for each in needed if not here & set(each.anyone_of))


def attendance_is_taken(record: Record, meeting_id: str, expected: tuple[str, ...]) -> bool:
    """Whether of everybody ``expected`` it was said how they take part: until then people may still be coming in."""
    said = {a.who for a in record.attendances if a.meeting == meeting_id and a.how != "expected"}
    return bool(expected) and said.issuperset(expected)


def _youths(record: Record) -> Iterator[str]:
    for person in record.people:
        if person.enrolled and person.in_family and person.nature == "person" and person.life == "living":
            yield person.id


def _is_on_it(member: TeamMember, day: date | None) -> bool:
    return member.left_on is None or (day is not None and member.left_on > day)


def _came(record: Record, meeting_id: str) -> Iterator[str]:
    for attendance in record.attendances:
        if attendance.meeting == meeting_id and attendance.was_present:
            yield attendance.who
            item = record.get(attendance.who)
            if isinstance(item, Person) and item.support:
                yield item.support
