"""Why this is not a planning meeting, told to the facilitator alone; another date, an update with its reason, or going on."""

from dataclasses import replace
from typing import Final

from teammeet.model.family import put
from teammeet.model.meetings import Meeting
from teammeet.practice.who_must_be_there import Needed, attendance_is_taken, who_is_missing
from teammeet.tui.meeting import next_date
from teammeet.tui.meeting.expected import expected_at
from teammeet.tui.meeting.scene import AskLine, AskPick, Choice, Deed, Keep, Scene, Tell

WAYS: Final = ("date", "update", "on")


def missing(scene: Scene) -> tuple[Needed, ...]:
    """Who must be there and is not; nobody where that is settled: an update, or a meeting that is over."""
    if scene.meeting.form != "planning" or scene.meeting.ended_at is not None:
        return ()
    return who_is_missing(scene.family, scene.meeting.id)


def is_taken(scene: Scene) -> bool:
    """Whether of everybody who may come it was said how they take part."""
    return attendance_is_taken(scene.family, scene.meeting.id, expected_at(scene.family, scene.meeting.id))


def was_begun(scene: Scene) -> bool:
    """Whether anybody was marked at all: else nobody has looked who is there."""
    return any(a.meeting == scene.meeting.id and a.how != "expected" for a in scene.family.attendances)


def why_not(scene: Scene) -> str:
    """Who is missing, in a sentence; empty where it is a planning meeting."""
    found = missing(scene)
    return scene.said("arrive.planning.why", who="; ".join(_who(scene, each) for each in found)) if found else ""


def ask(scene: Scene) -> Deed:
    """What becomes of the meeting: the reason with its source, and three ways on. None of them is forced."""
    why = why_not(scene)
    if not why:
        return Tell(scene.said("arrive.planning.complete"))
    sources = "; ".join(dict.fromkeys(source for each in missing(scene) for source in each.sources))
    told = scene.said("arrive.planning.source", sources=sources) if sources else scene.said("arrive.planning.family-said")
    choices = tuple(Choice(way, scene.said(f"arrive.planning.{way}")) for way in WAYS)
    return AskPick(f"{why}\n{told}", choices, lambda ids: _taken(scene, ids[0]), many=False)


def _taken(scene: Scene, way: str) -> Deed:
    if way == "date":
        return AskLine(scene.said("arrive.planning.ask-date"), lambda line: _another_date(scene, line))
    if way == "update":
        return AskLine(scene.said("arrive.planning.ask-reason"), lambda line: _update(scene, line))
    return Keep((), said=scene.said("arrive.planning.goes-on"))


def _update(scene: Scene, reason: str) -> Deed:
    update = scene.meeting.changed(form="update_only", update_reason=reason)
    return Keep((put(update),), said=scene.said("arrive.planning.is-update"))


def _another_date(scene: Scene, line: str) -> Deed:
    """The next meeting as the closing step notes it; this one was not held."""
    over = not_held(scene)
    planned = next_date.kept(replace(scene, meeting=over), line)
    if not isinstance(planned, Keep):
        return planned
    return Keep((*planned.edits, put(over)), said=planned.said)


def not_held(scene: Scene) -> Meeting:
    """The meeting, over before it began: nothing was planned in it, and it says why."""
    names = ", ".join(_names(scene, each) for each in missing(scene))
    reason = scene.said("arrive.planning.not-held", who=names)
    return scene.meeting.changed(form="not_held", update_reason=reason, ended_at=scene.now)


def _who(scene: Scene, needed: Needed) -> str:
    return scene.said(f"arrive.planning.who-{needed.why}", who=_names(scene, needed))


def _names(scene: Scene, needed: Needed) -> str:
    return scene.said("arrive.planning.or").join(filter(None, map(scene.family.label, needed.anyone_of)))
