"""Closing: what is read back, what was parked and where it goes, the next date with the agenda's time limits, the minutes."""

from collections.abc import Iterator
from typing import Final

from teammeet.model.family import put
from teammeet.model.meetings import Meeting, Parked
from teammeet.model.plan import TransitionStep
from teammeet.model.removal import without
from teammeet.model.values import Words
from teammeet.tui.meeting import next_date
from teammeet.tui.meeting.clock import minutes_of
from teammeet.tui.meeting.days import day_words
from teammeet.tui.meeting.parked import parked_act, parked_keys, parked_lines, parked_rows
from teammeet.tui.meeting.scene import Deed, Keep, Rate, ReadPlan, Row, Scene, StepKey, StepPanel, Tell, heading
from teammeet.tui.meeting.strengths import moved_in

COUNTED: Final = ("strengths", "needs", "outcomes", "options", "strategies", "tasks", "crisis_stages", "crisis_calls")
READ_BACK: Final = "read-back"
RATE: Final = "rate"


class Closing(StepPanel):
    """The last step, whenever the family comes to it."""

    def modes(self, scene: Scene) -> tuple[str, ...]:
        """The next date, how help will fade, one more parked line."""
        return ("next", "transition", "parked")

    def rows(self, scene: Scene) -> tuple[Row, ...]:
        """Read back, next meeting, parked, needing the team less, minutes."""
        return (
            *_update_only(scene),
            *_read_back(scene),
            *_next_rows(scene),
            heading(scene, "parked", len(parked_lines(scene))),
            *parked_rows(scene),
            *_transition_rows(scene),
            *(_minutes_rows(scene) if scene.private else ()),
        )

    def keys(self, scene: Scene) -> tuple[StepKey, ...]:
        """Days to choose from for the next meeting; where a parked line goes, whether it is settled; the rating."""
        return (
            StepKey("days", "w", scene.said("ending.key.days")),
            *parked_keys(scene),
            StepKey(RATE, "m", scene.said("agree.key.rate")),
        )

    def kept(self, scene: Scene, line: str) -> Deed:
        """The next meeting ("in two weeks at 4 pm, library"), a transition step, or a parked line."""
        if scene.mode == "next":
            return next_date.kept(scene, line)
        if scene.mode == "parked":
            parked = Parked(words=Words(text=line), meeting=scene.meeting.id)
            return Keep((put(parked),), parked.id)
        step = TransitionStep(words=Words(text=line))
        return Keep((put(step),), step.id)

    def act(self, scene: Scene, key: str) -> Deed:
        """Days to choose from; a parked line goes somewhere else, or is settled; the meeting is rated."""
        if key == "days":
            return next_date.offers(scene)
        if key == RATE:
            return Rate()
        return parked_act(scene, key)

    def moved(self, scene: Scene, by: int) -> Deed:
        """Parked lines and transition steps change places."""
        item = scene.family.get(scene.selected)
        if isinstance(item, Parked):
            return moved_in(scene, "parked", by, tuple(each.id for each in parked_lines(scene)))
        if isinstance(item, TransitionStep):
            return moved_in(scene, "transition", by)
        return Tell(scene.say("told.stays-in-place"))

    def removed(self, scene: Scene) -> Deed:
        """A parked line, a transition step, or the next meeting."""
        item = scene.family.get(scene.selected)
        if not isinstance(item, Parked | TransitionStep | Meeting):
            return Tell(scene.say("told.stays-in-place"))
        return Keep(without(scene.family, item.id))

    def opened(self, scene: Scene) -> Deed:
        """A count opens the whole plan, to be read back."""
        if scene.selected in (READ_BACK, "counts"):
            return ReadPlan(scene.say("heading.read-back"))
        return super().opened(scene)

    def summary(self, scene: Scene) -> str:
        """How soon the agenda wants the team to meet again."""
        limit = scene.agenda.limits.days_between_meetings
        return scene.say("summary.next-limit", days=limit) if limit else ""


def _update_only(scene: Scene) -> Iterator[Row]:
    """That nothing was planned today, and why."""
    if scene.meeting.form != "planning":
        form = scene.said(f"family.meeting_form.{scene.meeting.form}")
        yield Row("update-only", form, detail=scene.meeting.update_reason, heading=True)


def _next_rows(scene: Scene) -> Iterator[Row]:
    yield heading(scene, "next")
    held = next_date.next_meeting(scene, scene.shown)
    if held is None or held.on is None:
        return
    days = (held.on - scene.today).days
    told = [
        held.at.strftime("%H:%M") if held.at else "",
        held.place,
        scene.count("said.in-days", days),
        next_date.missed_told(scene, held.on),
    ]
    yield Row(held.id, day_words(held.on, scene.language), "»", " · ".join(p for p in told if p), level=1, item=held.id)


def _transition_rows(scene: Scene) -> Iterator[Row]:
    yield heading(scene, "transition", len(scene.shown.transition))
    for step in scene.shown.transition:
        aspect = scene.term(f"transition_aspect.{step.aspect}")
        yield Row(step.id, str(step.words), "✓" if step.reached_on else "·", aspect, level=1, item=step.id)


def _read_back(scene: Scene) -> Iterator[Row]:
    yield Row(READ_BACK, scene.say("heading.read-back"), detail=scene.say("said.enter-reads"), heading=True, item=READ_BACK)
    counts = (f"{scene.say(f'counted.{name}')} {len(getattr(scene.shown, name))}" for name in COUNTED)
    yield Row("counts", " · ".join(counts), level=1, item=READ_BACK)


def _minutes_rows(scene: Scene) -> Iterator[Row]:
    yield Row("minutes", scene.say("heading.minutes"), heading=True)
    for step in scene.agenda.steps:
        spent = minutes_of(scene.meeting, step.id)
        name = step.name.in_language(scene.language)
        told = scene.say("said.minutes-of", spent=spent, planned=step.minutes)
        yield Row(f"minutes:{step.id}", name, f"{spent:>3}", told, level=1)
