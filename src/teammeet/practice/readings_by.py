"""How an outcome stood, side by side by who said so: people see a change in different ways, and all those views count."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from teammeet.model.plan import Reading
from teammeet.model.record import Record


@dataclass(frozen=True, slots=True)
class SideBySide:
    """One person's readings of an outcome in the order of their days; ``by`` is empty where nobody was named.

    ``scores`` has a place for each day on which anybody gave a reading, so that people's lines stand under each other;
    ``None`` where this person gave no score.
    """

    by: str
    readings: tuple[Reading, ...]
    scores: tuple[int | None, ...]

    @property
    def last(self) -> Reading:
        """What was said last."""
        return self.readings[-1]

    @property
    def has_scores(self) -> bool:
        """Whether there is anything to draw."""
        return any(score is not None for score in self.scores)


def side_by_side(record: Record, outcome_id: str) -> tuple[SideBySide, ...]:
    """Everybody who gave a reading of the outcome, with a score or without, in the order of their first word."""
    held = sorted((r for r in record.readings if r.outcome == outcome_id), key=lambda reading: reading.on)
    days = tuple(dict.fromkeys(reading.on for reading in held))
    givers = dict.fromkeys(reading.by or "" for reading in held)
    return tuple(_of(by, [r for r in held if (r.by or "") == by], days) for by in givers)


def _of(by: str, readings: Iterable[Reading], days: tuple[date, ...]) -> SideBySide:
    mine = tuple(readings)
    scores = {reading.on: reading.score for reading in mine if reading.score is not None}
    return SideBySide(by, mine, tuple(scores.get(day) for day in days))
