"""What each member said last of how far they stand behind the plan: at the latest meeting, or at none and since."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time

from teammeet.model.meetings import Meeting
from teammeet.model.record import Record
from teammeet.model.sharing import Agreement


def said_last(agreements: Sequence[Agreement], held: Iterable[Meeting]) -> Mapping[str, tuple[Agreement, ...]]:
    """By who said it, the newest first: the last degree that is seen, and what they added since without one.

    It is taken from the latest of the meetings that were ``held`` (the latest last) at which anybody said something, from
    what was said at no meeting on that day or since, and from what belongs to no day.
    """
    agreed = {said.meeting for said in agreements}
    latest = next((meeting for meeting in reversed(tuple(held)) if meeting.id in agreed), None)
    since = day_of(latest)
    now = [said for said in agreements if _counts(said, latest, since)]
    now.sort(key=lambda said: since if said.meeting else said.said_on or date.min)
    found: dict[str, tuple[Agreement, ...]] = {}
    for said in reversed(now):
        before = found.get(said.who, ())
        if all(later.degree is None for later in before):
            found[said.who] = (*before, said)
    return found


def held_by(shown: Record, day: date) -> tuple[Meeting, ...]:
    """The meetings that were held by ``day``, the latest last."""
    begun_or_over = (m for m in shown.meetings if m.started_at is not None or (m.on is not None and m.on <= day))
    return tuple(sorted(begun_or_over, key=_when))


def day_of(meeting: Meeting | None) -> date:
    """The day of a meeting: the one that was set, else that on which it began; before all others where neither is known."""
    begun = meeting.started_at if meeting else None
    return (meeting.on if meeting else None) or (begun.date() if begun else date.min)


def _when(meeting: Meeting) -> tuple[date, time]:
    begun = meeting.started_at
    return day_of(meeting), meeting.at or (begun.time() if begun else time.max)


def _counts(said: Agreement, latest: Meeting | None, since: date) -> bool:
    if said.meeting is not None:
        return latest is not None and said.meeting == latest.id
    return said.said_on is None or said.said_on >= since
