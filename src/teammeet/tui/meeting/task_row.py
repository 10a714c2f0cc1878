"""A task as one row: who does it, by when, asked or agreed."""

from collections.abc import Iterator

from teammeet.model.plan import Task
from teammeet.tui.meeting.days import day_words
from teammeet.tui.meeting.scene import Row, Scene


def task_row(scene: Scene, task: Task, level: int = 1) -> Row:
    """A task with who does it, by when, and whether it is asked or agreed."""
    mark = {"done": "✓", "no_longer_needed": "–", "moved": "»", "still_hard": "~"}.get(task.status, "□")
    return Row(task.id, str(task.words), mark, " · ".join(_told(scene, task)), level=level, item=task.id)


def owners_away(scene: Scene, task: Task) -> tuple[str, ...]:
    """How those are called who own it and are not here: only they themselves can agree. Dots for a name that is not shown."""
    return tuple(scene.shown.label(who) or "…" for who in task.owners if who not in scene.present)


def _told(scene: Scene, task: Task) -> Iterator[str]:
    yield ", ".join(filter(None, map(scene.shown.label, task.owners))) or scene.say("said.nobody-yet")
    if task.due is not None:
        yield scene.say("said.by-day", day=day_words(task.due, scene.language))
    elif task.due_said:
        yield task.due_said
    if task.owners and task.is_open:
        yield scene.term(f"task_consent.{task.consent}")
    if task.status != "open":
        yield scene.term(f"task_status.{task.status}")
