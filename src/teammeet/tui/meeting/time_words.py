"""The time of a meeting in words, for the facilitator alone; and a neutral mark that a room may see."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final

from teammeet.messages import text
from teammeet.practice.pacing import Pace, StepPace, pace, planned_end, to_minutes
from teammeet.practice.waiting import TO_GO, Leaver, MustNot, leavers, what_waits
from teammeet.tui.meeting.clock import LONGEST, StepClock
from teammeet.tui.meeting.scene import Scene
from teammeet.tui.meeting.stand import Stand

DOTS: Final = 5
"""How many dots the neutral mark has: one is full for each part of the meeting that is gone."""
_STILL_LEAVING: Final = 300
"""Seconds after which it is no longer said that somebody has to leave now."""


def pace_of(scene: Scene, stand: Stand, clock: StepClock) -> Pace | None:
    """The time of the meeting as it stands; none for one that is over, or that was left open for a night."""
    if scene.meeting.started_at is None or scene.meeting.ended_at is not None or not clock.step:
        return None
    found = pace(
        scene.agenda,
        scene.meeting,
        scene.step.id,
        scene.now,
        running=clock.running(scene.now),
        done=stand.done,
        leave_at=(leaver.at for leaver in leavers(scene.shown, scene.meeting)),
    )
    return found if found.left > -LONGEST else None


def say(scene: Scene, key: str, **values: object) -> str:
    """The message ``pace.KEY`` in the language of the screen."""
    return text(f"pace.{key}", scene.language, **values)


def step_in_words(scene: Scene, step: StepPace) -> str:
    """The minutes of a step: "4 of 8 min", "3 min over"; for one that is to come, as re-planned."""
    spent = int(step.spent // 60)
    if step.state == "here":
        if step.over >= 60:
            return say(scene, "step.over", over=int(step.over // 60))
        return say(scene, f"step.{step.level}", spent=spent, minutes=step.minutes)
    if step.state == "skipped":
        return say(scene, "step.skipped", minutes=step.planned)
    if step.state == "done" or spent:
        return say(scene, "step.enough", spent=spent, minutes=step.planned if step.state == "done" else step.minutes)
    key = "step.to-come" if step.minutes == step.planned else "step.re-planned"
    return say(scene, key, minutes=step.minutes, planned=step.planned)


def meeting_in_words(scene: Scene, found: Pace) -> str:
    """The whole meeting: whether it is ahead or behind, and the minutes left."""
    if found.left <= 0:
        return say(scene, "meeting.past", minutes=int(-found.left // 60))
    leaver = next((one for one in leavers(scene.shown, scene.meeting) if one.at == found.aim != found.ends_at), None)
    if leaver is None:
        left = say(scene, "meeting.left", minutes=minutes_left(found.left))
    else:
        left = say(scene, "meeting.left-with", minutes=minutes_left(found.to_aim), who=scene.shown.label(leaver.who))
    return f"{ahead_in_words(scene, found)} · {left}"


def ahead_in_words(scene: Scene, found: Pace) -> str:
    """Ahead of the agenda, behind it, or neither."""
    ahead = to_minutes(abs(found.ahead))
    if not ahead:
        return say(scene, "meeting.on-time")
    return say(scene, "meeting.ahead" if found.ahead > 0 else "meeting.behind", minutes=ahead)


def minutes_left(seconds: float) -> int:
    """Minutes until something: a minute that has begun counts."""
    return max(0, int(-(-seconds // 60)))


def hour(at: datetime, now: datetime) -> str:
    """A time of day, where the meeting is."""
    return at.astimezone(now.tzinfo).strftime("%H:%M")


def to_go_in_words(scene: Scene, found: Pace) -> str:
    """What can wait and what must not, each with its reason."""
    waits = what_waits(scene.shown, scene.agenda, scene.meeting, found)
    later = [_name(scene, each.step) for each in waits.can_wait if each.why != "skipped"]
    sentences = [say(scene, "remark.to-go", minutes=minutes_left(found.left))]
    sentences.append(say(scene, "remark.can-wait", steps=_listed(later)) if later else say(scene, "remark.nothing-waits"))
    must = tuple(_must_in_words(scene, waits.must_not))
    if must:
        sentences.append(say(scene, "remark.must-not", what="; ".join(must)))
    return " ".join(sentences)


def leaver_in_words(scene: Scene, found: Pace, leaver: Leaver) -> str:
    """Who has to leave when, and what has to come before that."""
    who, at = scene.shown.label(leaver.who), hour(leaver.at, found.now)
    if leaver.at <= found.now:
        return say(scene, "remark.leaves-now", who=who, at=at)
    must = tuple(_must_in_words(scene, what_waits(scene.shown, scene.agenda, scene.meeting, found).must_not, reasons=False))
    told = say(scene, "remark.leaves", who=who, at=at)
    return (
        f"{told} {say(scene, 'remark.before', what='; '.join(must), by=hour(found.begin_reserved_by, found.now))}"
        if must
        else told
    )


def short_in_words(scene: Scene, found: Pace) -> str:
    """That the time left does not reach for the steps that keep their minutes."""
    steps = [_name(scene, step.id) for step in (found.here, *found.to_come) if step.reserved]
    return say(scene, "remark.short", steps=_listed(steps), minutes=minutes_left(found.short))


def remarks(scene: Scene, pace: Pace) -> Iterator[tuple[tuple[object, ...], str]]:
    """What is to be said about time at this moment, what presses most first; the keys tell what was said already."""
    for leaver in leavers(scene.shown, scene.meeting):
        left = (leaver.at - pace.now).total_seconds()
        if -_STILL_LEAVING < left <= TO_GO:
            yield ("leaves", leaver.who, leaver.at, left <= 0), leaver_in_words(scene, pace, leaver)
    if pace.short >= 60 and pace.left > 0:
        yield ("short", pace.aim), short_in_words(scene, pace)
    if 0 < pace.left <= TO_GO:
        yield ("to-go", pace.ends_at), to_go_in_words(scene, pace)


def time_mark(scene: Scene) -> str:
    """A calm bar for how far the meeting is, the same for everybody: no figures, no red. Empty before and after a meeting."""
    began = scene.meeting.started_at
    if began is None or scene.meeting.ended_at is not None:
        return ""
    length = (planned_end(scene.agenda, scene.meeting, scene.now) - began).total_seconds()
    gone = (scene.now - began).total_seconds() / length if length > 0 else 1.0
    full = max(0, min(DOTS, int(gone * DOTS)))
    return "●" * full + "○" * (DOTS - full)


def _must_in_words(scene: Scene, must: Iterable[MustNot], *, reasons: bool = True) -> Iterator[str]:
    must = tuple(must)
    reserved = [_name(scene, each.step) for each in must if each.why == "reserved"]
    if reserved:
        yield _with_reason(scene, _listed(reserved), "reserved" if reasons else "")
    for each in must:
        if each.why == "tasks_without_owner":
            number = "one" if each.number == 1 else "many"
            told = say(scene, f"must.tasks-without-owner.{number}", number=each.number)
            yield _with_reason(scene, told, "tasks-without-owner" if reasons else "")
        elif each.why == "next_date":
            yield _with_reason(scene, say(scene, "must.next-date"), "next-date" if reasons else "")


def _listed(steps: Iterable[str]) -> str:
    """Names of steps one after the other: with dots, for a name may hold a comma."""
    return " · ".join(steps)


def _with_reason(scene: Scene, told: str, reason: str) -> str:
    return f"{told} ({say(scene, f'because.{reason}')})" if reason else told


def _name(scene: Scene, step_id: str) -> str:
    step = scene.agenda.step(step_id)
    return step.name.in_language(scene.language) if step else step_id
