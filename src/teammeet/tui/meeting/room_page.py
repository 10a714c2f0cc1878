"""The page that the room's window shows of a moment of a meeting: made of what everybody now present may see, and no more."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from teammeet.room_window.page import MOST_LINES, RoomLine, RoomPage
from teammeet.tui.meeting.as_said import as_said
from teammeet.tui.meeting.closing import READ_BACK
from teammeet.tui.meeting.panels import PANELS
from teammeet.tui.meeting.scene import Row, Scene
from teammeet.tui.meeting.stand import Stand
from teammeet.tui.meeting.tongues import in_languages

_KEPT_IN_VIEW: Final = frozenset({"needs", "tasks"})
"""Steps whose summary is for everybody: the family's order, the storm, strengths not used yet, who has how many tasks. The
others remind the facilitator of something."""


def page_of(scene: Scene, stand: Stand, *, time_mark: str = "") -> RoomPage:
    """The step as the room sees it: its name, the question, what stays in view, and the rows; the one spoken of is marked.

    The scene may be the facilitator's, who sees more: it is looked at anew with the eyes of the room.
    """
    seen = seen_by_the_room(scene)
    panel = PANELS[seen.step.phase]
    steps = seen.agenda.steps
    return RoomPage(
        kind="page",
        language=seen.language,
        title=seen.step.name.in_language(seen.language),
        step=next((n for n, step in enumerate(steps, start=1) if step.id == seen.step.id), 0),
        steps=len(steps),
        questions=questions(seen, stand),
        summary=panel.summary(seen) if seen.step.phase in _KEPT_IN_VIEW else "",
        lines=lines_of(as_said(seen, panel.rows(seen)), seen.selected),
        time_mark=time_mark,
    )


def seen_by_the_room(scene: Scene) -> Scene:
    """The same moment as the room sees it; nothing is selected that it does not see."""
    seen = scene.for_the_room()
    panel = PANELS[seen.step.phase]
    return seen if panel.selected(seen) is not None else replace(seen, selected="")


def questions(scene: Scene, stand: Stand) -> tuple[str, ...]:
    """The question that is asked now, in two languages where an interpreter is at work."""
    prompts = scene.step.prompts
    return in_languages(scene, prompts[stand.question % len(prompts)])


def lines_of(rows: Iterable[Row], selected: str = "") -> tuple[RoomLine, ...]:
    """Rows as lines of the room's window."""
    lines = (
        RoomLine(
            words=row.words,
            mark=row.mark,
            detail=" · ".join(filter(None, ("" if row.id == READ_BACK else row.detail, *row.beneath))),
            level=row.level,
            heading=row.heading,
            here=bool(selected) and row.id == selected,
        )
        for row in rows
    )
    return tuple(line for _, line in zip(range(MOST_LINES), lines, strict=False))
