"""How people get from screen to screen: which screen a name stands for, and what lies below it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from textual.screen import Screen

from teammeet.errors import TeammeetError

if TYPE_CHECKING:
    from teammeet.tui.app import TeamMeetApp

_SCREENS: Final = {
    "unlock": "UnlockScreen",
    "setup": "SetupScreen",
    "caseload": "CaseloadScreen",
    "family": "FamilyScreen",
    "meeting": "MeetingScreen",
    "ecomap": "EcomapScreen",
    "sign": "SignScreen",
}
_BASES: Final = ("unlock", "setup", "caseload")
"""Screens that nothing lies below."""


def made(name: str, where: dict[str, str]) -> Screen[Any]:
    """The screen called ``name``, imported when it is first wanted."""
    screen: Screen[Any] = getattr(import_module(f"teammeet.tui.screens.{name}"), _SCREENS[name])(**where)
    return screen


def first_screen(app: TeamMeetApp) -> Screen[Any]:
    """What the program begins with."""
    if app.unlocked:
        app.take_desk(app.desk)
        app.call_after_refresh(app.resume)
        return made("caseload", {})
    exists = app.path is not None and app.path.exists()
    return made("unlock" if exists else "setup", {})


def go(app: TeamMeetApp, name: str, where: dict[str, str]) -> None:
    """Show ``name``: come back to it if it lies below, else put it on top (a base screen instead of all others).

    Raises:
        TeammeetError: the family could not be opened.
    """
    where = dict(where)
    if name == "family" and "family" in where:
        open_family(app, where.pop("family"))
    if name in _BASES:
        _leave_all(app, name, where)
        return
    below = [i for i, screen in enumerate(app.screen_stack) if name_of(screen) == name]
    if below and not where:
        for _ in app.screen_stack[below[-1] + 1 :]:
            app.pop_screen()
    elif below and below[-1] == len(app.screen_stack) - 1:
        app.switch_screen(made(name, where))
    else:
        app.push_screen(made(name, where))


def back(app: TeamMeetApp) -> None:
    """One screen down; the caseload closes the family."""
    if len(app.screen_stack) > 1:
        app.places.flush()
        app.pop_screen()
    if name_of(app.screen_stack[-1]) == "caseload":
        close_family(app)


def resume(app: TeamMeetApp, family: str | None, start_meeting: bool) -> None:
    """From the caseload on to where somebody was, or to the family that was asked for."""
    if name_of(app.screen) != "caseload":
        app.go("caseload")
    wanted = family or app.settings.last_family
    if not wanted:
        return
    try:
        open_family(app, wanted)
    except TeammeetError as error:
        if family:
            app.tell_error(error)
        return
    app.go("family")
    place = app.place
    if start_meeting:
        app.go("meeting")
    elif place is not None and place.screen in ("meeting", "ecomap", "sign"):
        app.go(place.screen, **({"meeting": place.meeting} if place.meeting else {}))


def open_family(app: TeamMeetApp, family_id: str) -> None:
    """Open the family with this id, or this code; who opened it when is written down.

    Raises:
        TeammeetError: it cannot be opened.
    """
    if family_id.upper().startswith("F-"):
        family_id = app.desk.id_of(family_id)
    family = app.desk.open(family_id)
    app.desk.note_access(family_id, "open")
    app.places.take(app.desk.place(family_id))
    app.family = family
    if app.settings.last_family != family_id:
        app.save_settings(last_family=family_id)


def close_family(app: TeamMeetApp) -> None:
    """No family is open any more."""
    app.places.take(None)
    app.family = None
    if app.settings.last_family:
        app.save_settings(last_family="")


def name_of(screen: Screen[Any]) -> str:
    """The name by which :func:`go` knows ``screen``; empty for a dialog."""
    kind = type(screen).__name__
    return next((name for name, made_by in _SCREENS.items() if made_by == kind), "")


def mind_the_size(app: TeamMeetApp, width: int, height: int) -> None:
    """Cover everything with one line while the terminal is too small, and uncover it when it has grown."""
    from teammeet.tui.app import LEAST_SIZE
    from teammeet.tui.screens.too_small import TooSmall

    small = width < LEAST_SIZE[0] or height < LEAST_SIZE[1]
    covered = isinstance(app.screen, TooSmall)
    if small and not covered:
        app.push_screen(TooSmall())
    elif covered and not small:
        app.pop_screen()


def _leave_all(app: TeamMeetApp, name: str, where: dict[str, str]) -> None:
    """Down to the bottom, and make that ``name``."""
    for _ in app.screen_stack[1:]:
        app.pop_screen()
    if name_of(app.screen_stack[0]) != name:
        app.switch_screen(made(name, where))
    if name == "caseload" and app.family is not None:
        close_family(app)
