"""Closing: what is read back, what was parked and where it goes, the next date with the agenda's time limits, the minutes."""

from collections.abc import Iterator
from typing import Final

from teammeet.model.family import Edit, Family, put
from teammeet.model.meetings import Meeting, Parked
from teammeet.model.plan import TransitionStep
from teammeet.model.removal import without
from teammeet.model.values import Words
from teammeet.tui.meeting.clock import minutes_of
from teammeet.tui.meeting.days import cut_day, cut_time, day_words
from teammeet.tui.meeting.scene import Deed, Keep, ReadPlan, Row, Scene, StepKey, StepPanel, Tell, heading
from teammeet.tui.meeting.strengths import moved_in

COUNTED: Final = ("strengths", "needs", "outcomes", "options", "strategies", "tasks", "crisis_stages", "crisis_calls")
_GOES: Final = ("undecided", "next_agenda", "private_follow_up", "somebody_else")
REVIEW: Final = "review-meeting"
READ_BACK: Final = "read-back"


class Closing(StepPanel):
    """The last step, whenever the family comes to it."""

    def modes(self, scene: Scene) -> tuple[str, ...]:
        """The next date, how help will fade, one more parked line."""
        return ("next", "transition", "parked")

    def rows(self, scene: Scene) -> tuple[Row, ...]:
        """Read back, next meeting, parked, needing the team less, minutes."""
        return (
            *_read_back(scene),
            *_next_rows(scene),
            *_parked_rows(scene),
            *_transition_rows(scene),
            *_minutes_rows(scene),
        )

    def keys(self, scene: Scene) -> tuple[StepKey, ...]:
        """Where a parked line goes, whether it is settled."""
        return (StepKey("goes", "g", scene.say("key.goes")), StepKey("settled", "d", scene.say("key.settled")))

    def kept(self, scene: Scene, line: str) -> Deed:
        """The next meeting ("in two weeks at 4 pm, library"), a transition step, or a parked line."""
        if scene.mode == "next":
            return _next_kept(scene, line)
        if scene.mode == "parked":
            parked = Parked(words=Words(text=line), meeting=scene.meeting.id)
            return Keep((put(parked),), parked.id)
        step = TransitionStep(words=Words(text=line))
        return Keep((put(step),), step.id)

    def act(self, scene: Scene, key: str) -> Deed:
        """A parked line goes somewhere else, or is settled."""
        parked = scene.family.get(scene.selected)
        if not isinstance(parked, Parked):
            return Tell(scene.say("told.select-parked"))
        if key == "settled":
            return Keep((put(parked.changed(settled=not parked.settled)),), parked.id)
        goes = _GOES[(_GOES.index(parked.goes_to) + 1) % len(_GOES)]
        return Keep((put(parked.changed(goes_to=goes)),), parked.id)

    def moved(self, scene: Scene, by: int) -> Deed:
        """Parked lines and transition steps change places."""
        item = scene.family.get(scene.selected)
        if isinstance(item, Parked):
            return moved_in(scene, "parked", by, tuple(each.id for each in scene.shown.parked if _is_shown(scene, each)))
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


def next_meeting(scene: Scene, family: Family) -> Meeting | None:
    """The meeting that is planned next in ``family``, whole or as it is shown."""
    planned = [m for m in family.meetings if m.id != scene.meeting.id and m.on and not m.started_at and not m.ended_at]
    return min((m for m in planned if m.on and m.on >= scene.today), key=lambda m: str(m.on), default=None)


def _next_kept(scene: Scene, line: str) -> Deed:
    at, rest = cut_time(line)
    day, place = cut_day(rest, scene.today, scene.language)
    if day is None:
        return Tell(scene.say("told.no-day", said=line))
    if day < scene.today:
        return Tell(scene.say("told.day-past", day=day_words(day, scene.language)))
    held = next_meeting(scene, scene.family)
    agenda = scene.agenda.id if any(step.id == "earlier-tasks" for step in scene.agenda.steps) else REVIEW
    planned = held or Meeting(agenda=agenda, mode=scene.meeting.mode, zone=scene.meeting.zone)
    planned = planned.changed(on=day, at=at or planned.at, place=place or planned.place)
    edits: tuple[Edit, ...] = (put(planned),)
    return Keep(edits, planned.id, said=_limit_told(scene, (day - scene.today).days))


def _limit_told(scene: Scene, days: int) -> str:
    limit = scene.agenda.limits.days_between_meetings
    if limit and days > limit:
        return scene.say("said.later-than", days=days, limit=limit)
    notice = scene.agenda.limits.notice_days
    return scene.say("said.short-notice", days=days, limit=notice) if notice and days < notice else ""


def _next_rows(scene: Scene) -> Iterator[Row]:
    yield heading(scene, "next")
    held = next_meeting(scene, scene.shown)
    if held is None or held.on is None:
        return
    days = (held.on - scene.today).days
    told = [
        held.at.strftime("%H:%M") if held.at else "",
        held.place,
        scene.count("said.in-days", days),
        _limit_told(scene, days),
    ]
    yield Row(held.id, day_words(held.on, scene.language), "»", " · ".join(p for p in told if p), level=1, item=held.id)


def _is_shown(scene: Scene, parked: Parked) -> bool:
    return parked.meeting == scene.meeting.id or not parked.settled


def _parked_rows(scene: Scene) -> Iterator[Row]:
    shown = [parked for parked in scene.shown.parked if _is_shown(scene, parked)]
    yield heading(scene, "parked", len(shown))
    for parked in shown:
        goes = scene.term(f"parked_goes_to.{parked.goes_to}")
        yield Row(parked.id, str(parked.words), "✓" if parked.settled else "□", goes, level=1, item=parked.id)


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
