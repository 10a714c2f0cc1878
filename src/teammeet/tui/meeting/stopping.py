"""Stopping well: the three parts of a meeting's early end as panels, the safety steps, the next date, and what waits."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from teammeet.model.family import put
from teammeet.model.meetings import Meeting, Parked
from teammeet.model.removal import without
from teammeet.model.values import Words
from teammeet.practice.agenda import Step
from teammeet.practice.next_date import proposed
from teammeet.tui.meeting import next_date
from teammeet.tui.meeting.clock import A_WHILE, seconds_of
from teammeet.tui.meeting.crisis import Crisis
from teammeet.tui.meeting.days import day_words
from teammeet.tui.meeting.next_date import Said
from teammeet.tui.meeting.parked import parked_act, parked_keys, parked_lines, parked_rows
from teammeet.tui.meeting.pausing import crisis_plan
from teammeet.tui.meeting.scene import Deed, Edited, Keep, Row, Scene, StepKey, StepPanel, Tell

Part = Literal["safety", "next", "waits"]
PARTS: Final[tuple[Part, ...]] = ("safety", "next", "waits")
STEP: Final = "step:"
CLOSE: Final = "close"
_OFFER: Final = "offer:"


class SafetySteps(Crisis):
    """The crisis plan as those present may see it: what says nothing is left out, and every line can be corrected."""

    def rows(self, scene: Scene) -> tuple[Row, ...]:
        """The sections that say something; the one that the line adds to is always there."""
        told = crisis_plan(scene)
        return told or super().rows(scene)

    def first(self, scene: Scene) -> str:
        """The first line: Enter corrects it at once."""
        return next((row.id for row in self.rows(scene) if not row.heading), "")


class NextDate(StepPanel):
    """When the team goes on: typed, or one of the days that are offered."""

    def modes(self, scene: Scene) -> tuple[str, ...]:
        """The line says the day."""
        return ("next",)

    def rows(self, scene: Scene) -> tuple[Row, ...]:
        """What is planned, then days to choose from, each with what the limits say of it."""
        return tuple(self._rows(scene))

    def first(self, scene: Scene) -> str:
        """The first day that is offered, until one is planned."""
        held = next_date.next_meeting(scene, scene.shown)
        return held.id if held is not None else f"{_OFFER}{proposed(scene.meeting, scene.today)[0][0].isoformat()}"

    def kept(self, scene: Scene, line: str) -> Deed:
        """The next meeting."""
        return next_date.kept(scene, line)

    def opened(self, scene: Scene) -> Deed:
        """A day that is offered is taken; what is planned opens in the editor."""
        for day, at in proposed(scene.meeting, scene.today):
            if scene.selected == f"{_OFFER}{day.isoformat()}":
                return next_date.planned(scene, Said(day, at))
        item = scene.family.get(scene.selected)
        return Edited(item) if isinstance(item, Meeting) else Tell(scene.said("ending.told.type-day"))

    def removed(self, scene: Scene) -> Deed:
        """The next meeting is off."""
        item = scene.family.get(scene.selected)
        return Keep(without(scene.family, item.id)) if isinstance(item, Meeting) else Tell(scene.say("told.stays-in-place"))

    def _rows(self, scene: Scene) -> Iterator[Row]:
        held = next_date.next_meeting(scene, scene.shown)
        if held is not None and held.on is not None:
            yield Row("planned", scene.said("ending.heading.planned"), heading=True)
            yield self._row(scene, held.id, Said(held.on, held.at, held.place), "»")
        yield Row("offers", scene.said("ending.heading.offers"), heading=True)
        for day, at in proposed(scene.meeting, scene.today):
            yield self._row(scene, f"{_OFFER}{day.isoformat()}", Said(day, at), "·")

    def _row(self, scene: Scene, row: str, said: Said, mark: str) -> Row:
        day = said.day or date.max
        rest = next_date.told(scene, said).removeprefix(day_words(day, scene.language, scene.today)).removeprefix(" · ")
        words = f"{day_words(day, scene.language, scene.today)} · {rest}"
        return Row(row, words, mark, next_date.limits_told(scene, day), level=1, item=row)


@dataclass(frozen=True)
class Waits(StepPanel):
    """What waits: the steps that were not done, unless people say otherwise, and the parked lines, each with a destination."""

    done: frozenset[str] = frozenset()
    turned: frozenset[str] = frozenset()
    """Ids of the steps of which people said the opposite of what was proposed."""

    def modes(self, scene: Scene) -> tuple[str, ...]:
        """One more line that waits."""
        return ("parked",)

    def steps_left(self, scene: Scene) -> tuple[str, ...]:
        """Ids of the steps that wait."""
        return tuple(step.id for step in _open_to_wait(scene) if self._waits(scene, step))

    def rows(self, scene: Scene) -> tuple[Row, ...]:
        """Steps, parked lines, and the end."""
        return tuple(self._rows(scene))

    def first(self, scene: Scene) -> str:
        """The end: everything before it may be left as it is."""
        return CLOSE

    def keys(self, scene: Scene) -> tuple[StepKey, ...]:
        """Where a parked line goes, whether it is settled; whether a step waits."""
        return (StepKey("waits", "w", scene.said("ending.key.waits")), *parked_keys(scene))

    def kept(self, scene: Scene, line: str) -> Deed:
        """A line for the next agenda."""
        parked = Parked(words=Words(text=line), meeting=scene.meeting.id, goes_to="next_agenda")
        return Keep((put(parked),), parked.id)

    def act(self, scene: Scene, key: str) -> Deed:
        """A parked line goes somewhere else, or is settled."""
        return parked_act(scene, key)

    def removed(self, scene: Scene) -> Deed:
        """A parked line."""
        item = scene.family.get(scene.selected)
        return Keep(without(scene.family, item.id)) if isinstance(item, Parked) else Tell(scene.say("told.stays-in-place"))

    def with_turned(self, step: str) -> "Waits":
        """With the opposite said of a step."""
        return Waits(self.done, self.turned ^ {step})

    def _waits(self, scene: Scene, step: Step) -> bool:
        proposed_to_wait = step.id not in self.done and seconds_of(scene.meeting, step.id) < A_WHILE
        return proposed_to_wait != (step.id in self.turned)

    def _rows(self, scene: Scene) -> Iterator[Row]:
        left = self.steps_left(scene)
        yield Row("steps", scene.said("ending.heading.steps"), detail=str(len(left)), heading=True)
        for step in _open_to_wait(scene):
            told = scene.said("ending.said.waits" if step.id in left else "ending.said.done")
            mark = "□" if step.id in left else "✓"
            yield Row(f"{STEP}{step.id}", step.name.in_language(scene.language), mark, told, level=1)
        yield Row("parked", scene.say("heading.parked"), detail=str(len(parked_lines(scene))), heading=True)
        yield from parked_rows(scene)
        yield Row("end", scene.said("ending.heading.end"), heading=True)
        yield Row(CLOSE, scene.said("ending.said.close"), "»", level=1)


def _open_to_wait(scene: Scene) -> tuple[Step, ...]:
    """The steps that can wait: the closing is what happens now."""
    return tuple(step for step in scene.agenda.steps if step.phase != "closing")
