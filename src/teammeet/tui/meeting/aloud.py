"""What the facilitator and the room are reminded of: somebody on the phone sees nothing, so it is said aloud."""

from typing import Final

from teammeet.practice.steps import StepPhase
from teammeet.tui.meeting.scene import Scene

_ON_THE_SCREEN: Final[dict[StepPhase, str]] = {
    "needs": "order",
    "outcomes": "marks",
    "tasks": "list",
    "crisis": "list",
    "closing": "read-back",
}
"""Steps in which something is to be seen that nobody hears unless it is said."""


def say_aloud(scene: Scene) -> str:
    """Who takes part by phone, and what to say aloud in this step; empty where there is nobody, or nothing to see."""
    what = _ON_THE_SCREEN.get(scene.step.phase) or ("map" if _is_about_the_map(scene) else "")
    names = on_the_phone(scene)
    if not what or not names:
        return ""
    return scene.said("arrive.aloud.cue", who=", ".join(names), what=scene.said(f"arrive.aloud.{what}"))


def _is_about_the_map(scene: Scene) -> bool:
    """Whether people speak of who helps; while it is asked who is here, nobody looks at the map."""
    return bool({"ties", "people"} & set(scene.step.works_on)) and scene.mode != "who"


def on_the_phone(scene: Scene) -> tuple[str, ...]:
    """How those are called who take part by phone now, of those whom the screen may show."""
    by_phone = (a.who for a in scene.shown.attendances if a.meeting == scene.meeting.id and a.is_present and a.how == "phone")
    return scene.shown.labels(tuple(by_phone))


def in_view(scene: Scene, summary: str) -> str:
    """What stays in view above the record: whom to say it aloud for, the opening card at the first step, then ``summary``."""
    first = scene.private and scene.step.id == scene.agenda.steps[0].id and scene.meeting.ended_at is None
    card = scene.said("arrive.opening.offered") if first else ""
    return "\n".join(filter(None, (say_aloud(scene), " · ".join(filter(None, (card, summary))))))
