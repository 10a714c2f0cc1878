"""A way round a fault: who comes up again at the place where the program failed may only see it fail again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from teammeet.errors import TeammeetError
from teammeet.tui import going

if TYPE_CHECKING:
    from teammeet.desk import Place
    from teammeet.tui.app import TeamMeetApp

BEFORE_ANY: Final = "start"
"""Stands for a fault before there was a screen."""
ON_A_FAMILY: Final = ("meeting", "ecomap", "sign")
"""Screens that stand on that of a family."""


def remember(app: TeamMeetApp) -> None:
    """A fault ends the program: write down at which screen, so that the next start comes up before it."""
    if not app.unlocked:
        return
    names = (going.name_of(screen) for screen in reversed(app.screen_stack))
    at = next(filter(None, names), BEFORE_ANY)
    try:
        app.desk.save_settings(app.settings.changed(fault_at=at))
    except TeammeetError:  # the sentence about the first fault is still to be said, and nothing that was kept hangs on this
        app.status = app.say("tui.status.place-not-kept")


def forget(app: TeamMeetApp) -> None:
    """The program is left well: the next start goes on where it was."""
    if app.unlocked and app.settings.fault_at:
        app.save_settings(fault_at="")


def comes_up_before(app: TeamMeetApp) -> str:
    """The screen with which to begin after a fault; empty where there was none."""
    at = app.settings.fault_at
    if not at:
        return ""
    return "family" if at in ON_A_FAMILY else "caseload"


def keeps_its_place(app: TeamMeetApp, last: Place | None, place: Place) -> bool:
    """Whether ``last`` stays the place though the family is looked at: after a fault its line waits in the meeting."""
    return bool(app.settings.fault_at) and place.screen == "family" and last is not None and last.screen in ON_A_FAMILY
