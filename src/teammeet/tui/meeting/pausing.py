"""Pause and look after people: what the agency reminds of, whom to call, the crisis plan, and the calm card for the room."""

from __future__ import annotations

from teammeet.practice.crisis_calls import calls_in_order, numbers_of
from teammeet.room_window.page import RoomLine, RoomPage
from teammeet.tui.meeting.panels import PANELS
from teammeet.tui.meeting.scene import Row, Scene


def reminders(scene: Scene) -> tuple[str, ...]:
    """The reminders of the agenda, which an agency may write; the house's own where it has none."""
    own = tuple(line.in_language(scene.language) for line in scene.agenda.pause)
    return own or tuple(scene.said(f"share.pause.reminder-{number}") for number in (1, 2, 3, 4))


def calls(scene: Scene) -> tuple[Row, ...]:
    """Whom to call: emergency numbers, then those who answer at any hour, then the others."""
    rows = []
    for told in calls_in_order(scene.shown):
        always = told.day_and_night
        phone, when = (numbers_of(told), scene.said("share.pause.any-hour")) if always else (told.phone, told.when)
        named = dict.fromkeys(filter(None, (told.name, phone)))
        rows.append(Row(told.call.id, " ".join(named), "☎", when))
    return tuple(rows)


def crisis_plan(scene: Scene) -> tuple[Row, ...]:
    """The crisis plan's sections that say something."""
    rows = PANELS["crisis"].rows(scene)
    kept: list[Row] = []
    for row, after in zip(rows, (*rows[1:], None), strict=True):
        if not row.heading or (after is not None and not after.heading):
            kept.append(row)
    return tuple(kept)


def without_plan(scene: Scene) -> str:
    """What is said where no plan is shown: to the facilitator that there is none; to the room not whether there is."""
    return scene.said("share.pause.no-plan-yet" if scene.private else "share.pause.no-plan")


def room_card(scene: Scene) -> RoomPage:
    """What the room's window shows meanwhile: that there is a pause, and nothing of the family."""
    lines = (RoomLine(words=scene.said("share.pause.room-text")),)
    return RoomPage(kind="pause", language=scene.language, title=scene.said("share.pause.room-title"), lines=lines)
