"""What an earlier meeting left for this one: the steps that it did not reach, and the lines that were parked for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from teammeet.errors import TeammeetError
from teammeet.model.family import Family
from teammeet.model.meetings import Meeting, Parked
from teammeet.model.view import View
from teammeet.practice.agenda import agenda_named


@dataclass(frozen=True, slots=True)
class Carried:
    """``steps`` are ids of steps of the agenda ``agenda``; ``parked`` are lines that nobody settled yet."""

    agenda: str = ""
    steps: tuple[str, ...] = ()
    parked: tuple[Parked, ...] = ()

    @property
    def is_anything(self) -> bool:
        """Whether something waits."""
        return bool(self.steps or self.parked)


def carried_into(shown: Family | View, meeting: Meeting) -> Carried:
    """What waits for ``meeting``. Steps come from the last planning meeting before it: what waited longer was told there."""
    before = _before(shown, meeting)
    parked = (each for each in shown.parked if each.goes_to == "next_agenda" and each.meeting != meeting.id)
    open_lines = tuple(each for each in parked if not each.settled)
    if before is None or not before.cut_short:
        return Carried(parked=open_lines)
    return Carried(before.agenda, before.steps_left, open_lines)


def says_what_waits(meeting: Meeting) -> bool:
    """Whether ``meeting`` settled what waited before, or told it anew: not one that was not held, or that told news alone."""
    return meeting.form == "planning" or meeting.cut_short


def step_name(agenda: str, step: str, language: str, folders: Sequence[Path] = ()) -> str:
    """What an agenda calls a step; one that is not known here is called by its id, in plain words."""
    try:
        known = agenda_named(agenda, folders).step(step)
    except TeammeetError:
        known = None
    return known.name.in_language(language) if known else step.replace("-", " ").capitalize()


def _before(shown: Family | View, meeting: Meeting) -> Meeting | None:
    """The meeting that was held last before this one, and that planned."""
    began = meeting.started_at
    held = [(m.started_at, m) for m in shown.meetings if m.id != meeting.id and says_what_waits(m)]
    earlier = [(at, m) for at, m in held if at is not None and (began is None or at < began)]
    return max(earlier, key=lambda one: one[0], default=(None, None))[1]
