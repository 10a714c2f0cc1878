"""The parts of a plan that are read back one by one: what is in each, and whether it is still what was read."""

import hashlib
import json
from collections.abc import Callable
from datetime import date, time
from typing import Final, get_args

from teammeet.model.meetings import Meeting, ReadSection
from teammeet.model.record import Record
from teammeet.model.values import Value

SECTIONS: Final[tuple[ReadSection, ...]] = get_args(ReadSection)
"""Every part, in the order in which it is read."""

_CRISIS: Final = ("crisis_plans", "crisis_stages", "crisis_calls", "past_crises")


def sections_with_something(record: Record, meeting: str, today: date) -> tuple[ReadSection, ...]:
    """The parts that hold anything. ``meeting`` is the id of the one that is held: it is not the next one."""
    return tuple(section for section in SECTIONS if values_of(record, section, meeting, today))


def values_of(record: Record, section: ReadSection, meeting: str, today: date) -> tuple[Value, ...]:
    """What stands in a part of the plan, in the record's order; the needs in the family's."""
    if section == "next_meeting":
        planned = next_meeting(record, meeting, today)
        return (planned,) if planned else ()
    return _VALUES[section](record)


def next_meeting(record: Record, meeting: str, today: date) -> Meeting | None:
    """The meeting that is planned next, other than the one with the id ``meeting``."""
    planned = [m for m in record.meetings if m.id != meeting and m.on and not m.started_at and not m.ended_at]
    return min((m for m in planned if m.on and m.on >= today), key=lambda m: (str(m.on), str(m.at or "")), default=None)


def to_come_after(record: Record, day: date) -> tuple[Meeting, ...]:
    """The meetings that a plan read on ``day`` tells as still to come: the next one first, not the day's own.

    Those without a day are the last.
    """
    later = [meeting for meeting in record.meetings if not meeting.started_at and (meeting.on is None or meeting.on > day)]
    return tuple(sorted(later, key=lambda meeting: (meeting.on or date.max, meeting.at or time.max)))


def section_digest(record: Record, section: ReadSection, meeting: str, today: date) -> str:
    """SHA-256 (64 hex digits) of what stands in a part: another one when anything in it is not as it was read."""
    said = [value.model_dump(mode="json", exclude_defaults=True) for value in values_of(record, section, meeting, today)]
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _vision(record: Record) -> tuple[Value, ...]:
    said = (record.header.vision, record.header.mission)
    return said if any(str(words).strip() for words in said) else ()


def _needs(record: Record) -> tuple[Value, ...]:
    return tuple(sorted(record.needs, key=lambda need: (need.rank is None, need.rank or 0)))


def _crisis(record: Record) -> tuple[Value, ...]:
    return tuple(value for name in _CRISIS for value in getattr(record, name))


_VALUES: Final[dict[str, Callable[[Record], tuple[Value, ...]]]] = {
    "vision": _vision,
    "strengths": lambda record: record.strengths,
    "needs": _needs,
    "outcomes": lambda record: record.outcomes,
    "strategies": lambda record: record.strategies,
    "tasks": lambda record: record.tasks,
    "crisis": _crisis,
    "transition": lambda record: record.transition,
}
