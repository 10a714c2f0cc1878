"""What is looked at before the room may look: who is there, and what will be on the wall."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from teammeet.model import readers
from teammeet.tui.meeting.scene import Scene

COUNTED: Final = ("strengths", "worries", "needs", "outcomes", "options", "tasks", "crisis_stages", "supports")


def who_is_there(scene: Scene) -> tuple[str, ...]:
    """Everybody present by name, with how they take part; who is not of the team is said to be so, to the facilitator alone."""
    present = [a for a in scene.family.attendances if a.meeting == scene.meeting.id and a.is_present]
    return tuple(_named(scene, each.who, scene.term(f"attendance.{each.how}").lower()) for each in present)


def what_is_visible(scene: Scene) -> tuple[str, ...]:
    """In words: what the wall will show, and how much of the record it will not."""
    return tuple(_visible(scene))


def _visible(scene: Scene) -> Iterator[str]:
    seen = scene.for_the_room().shown
    counts = [(name, len(getattr(seen, name))) for name in COUNTED]
    told = [f"{scene.say(f'counted.{name}')} {number}" for name, number in counts if number]
    yield " · ".join(told) if told else scene.said("share.check.nothing")
    hidden = len({item.id for item in scene.family.items()} - {item.id for item in seen.items()})
    if hidden and scene.private:  # where others look already, they are not told that there is more
        yield scene.count_of("share.check.hidden", hidden)
    if not scene.present:
        yield scene.said("share.check.nobody")
    elif scene.private and _outsiders(scene):
        yield scene.said("share.check.outsider")
    yield scene.said("share.check.never")


def _named(scene: Scene, who: str, how: str) -> str:
    name = scene.family.label(who) or "…"
    outside = f" · {scene.said('share.check.not-team')}" if scene.private and who in _outsiders(scene) else ""
    return f"{name} ({how}){outside}"


def _outsiders(scene: Scene) -> frozenset[str]:
    """Those present who are neither of the family nor on its team: where they are, less is shown."""
    each = ((who, readers.somebody(scene.family, who, scene.today).role) for who in scene.present)
    return frozenset(who for who, role in each if role == "recipient")
