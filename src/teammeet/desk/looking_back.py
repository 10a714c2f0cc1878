"""The record as it stood: at a moment of the journal, or as it was signed; and which moments there are to look back to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from teammeet.desk.bodies import family_of, item_of

if TYPE_CHECKING:
    from teammeet.model.family import Family
    from teammeet.model.record import Record
    from teammeet.model.values import Item
    from teammeet.store.journal import Journal


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment to look back to: an ``edition`` as it was signed, the end of a ``meeting``, when the record ``began``, ``now``.

    ``number`` is the edition's; ``meeting`` is the id of the meeting, also of the one at which an edition was fixed.
    """

    kind: Literal["began", "meeting", "edition", "now"]
    at: datetime
    number: int = 0
    meeting: str = ""


def moments(record: Record, editions: Family, began: datetime | None, now: datetime) -> tuple[Moment, ...]:
    """The moments of which there is a record, the oldest first, ``now`` last.

    ``record`` has the meetings that may be told of. A meeting at which an edition was fixed is that edition's; one from
    before the journal ``began`` (its family was imported) has no record of its own. One that is still open is ``now``.
    """
    held = {meeting.id: meeting for meeting in record.meetings if meeting.started_at is not None}
    found = [
        Moment("edition", edition.fixed_at, edition.number, edition.meeting if edition.meeting in held else "")
        for edition in editions.editions
        if edition.record_kept is not None
    ]
    found += _meetings(record, {moment.meeting for moment in found}, began, now)
    if began is not None:
        found.append(Moment("began", began))
    return (*sorted(found, key=lambda moment: moment.at), Moment("now", now))


def _meetings(record: Record, with_edition: set[str], began: datetime | None, now: datetime) -> Iterator[Moment]:
    for meeting in record.meetings:
        end = meeting.ended_at
        if end is not None and began is not None and began <= end <= now and meeting.id not in with_edition:
            yield Moment("meeting", end, meeting=meeting.id)


class LooksBack:
    """What a desk tells of former moments. Nothing here writes."""

    _journal: Journal

    def began(self, family_id: str) -> datetime | None:
        """When the family's record in this vault began."""
        first = self._journal.began(family_id)
        return datetime.fromisoformat(first) if first else None

    def as_it_stood(self, family_id: str, at: datetime) -> Family | None:
        """The family as it stood at a moment; ``None`` before its record began. What was withheld since is not in it.

        Raises:
            VaultNewer: its record holds something that only a newer teammeet can read.
        """
        version = self._journal.version_at(family_id, at)
        items = self._journal.state(family_id, version) if version else ()
        return family_of(items) if any(kind == "header" for kind, _, _ in items) else None

    def at_moment(self, family: Family, moment: Moment) -> Family | None:
        """The open ``family`` as it stood then."""
        if moment.kind == "now":
            return family
        if moment.kind == "edition":
            return family.as_signed(moment.number)
        return self.as_it_stood(family.header.id, moment.at)

    def gone(self, family_id: str) -> tuple[Item, ...]:
        """What is no more in the family's record, each as it stood last: it tells who might see it."""
        return tuple(item_of(kind, body) for kind, _, body in self._journal.gone(family_id))
