"""How people get from screen to screen: which screen a name stands for, and what lies below it."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from itertools import count
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
PRIVATE: Final = ("caseload", "family")
"""Screens that are for the facilitator alone, whoever is in the room."""
_LEVELS: Final = {"caseload": 0, "family": 1, "meeting": 2, "ecomap": 2, "sign": 2, "unlock": 9, "setup": 9}
"""What lies below what: a screen never stands on one of a higher level; before the vault is open nothing stands on anything."""
LEAST_SIZE: Final = (60, 16)
"""Columns and rows below which nothing can be read."""


_modes = count(1)

FIRST_MODE: Final = "house"
"""The mode in which the program begins. A mode's first screen cannot be switched for another (``Screen`` keeps no result
for it), so another bottom screen is another mode; and a mode's first screen gets its styles, the default screen does not."""


def made(name: str, where: dict[str, str]) -> Screen[Any]:
    """The screen called ``name``, imported when it is first wanted."""
    screen: Screen[Any] = getattr(import_module(f"teammeet.tui.screens.{name}"), _SCREENS[name])(**where)
    return screen


def first_screen(app: TeamMeetApp) -> Screen[Any]:
    """What the program begins with."""
    if app.unlocked:
        app.take_desk(app.desk)
        return made(*start(app))
    exists = app.path is not None and app.path.exists()
    return made("unlock" if exists else "setup", {})


def start(app: TeamMeetApp) -> tuple[str, dict[str, str]]:
    """Where an unlocked vault leads: the family that was asked for, else where somebody was, else the caseload.

    After a fault it leads to the page before the one that failed.
    """
    from teammeet.tui.faults import comes_up_before

    asked, before = app.open_at_start, comes_up_before(app)
    wanted = asked or ("" if before == "caseload" else app.settings.last_family)
    if not wanted:
        return "caseload", {}
    try:
        open_family(app, wanted)
    except TeammeetError as error:
        if asked:
            app.call_after_refresh(app.tell_error, error)
        return "caseload", {}
    if before:
        return "family", {}
    place = app.place
    if place is not None and place.screen in ("meeting", "sign"):
        app.room.look_as_before(place.meeting)
    if app.meeting_at_start:
        return "meeting", {}
    if place is not None and place.screen == "ecomap":
        return "ecomap", {"chosen": place.step}
    if place is None or place.screen not in ("meeting", "sign"):
        return "family", {}
    return place.screen, {"meeting": place.meeting} if place.meeting else {}


def go(app: TeamMeetApp, name: str, where: dict[str, str]) -> None:
    """Show ``name``: come back to it if it lies below, else put it on top, or instead of what may not lie below it.

    Raises:
        TeammeetError: the family could not be opened.
    """
    where = dict(where)
    if name == "family" and "family" in where:
        open_family(app, where.pop("family"))
    names = [name_of(screen) for screen in app.screen_stack]
    if name in names and not where:
        _pop_to(app, names.index(name))
    elif _LEVELS[name] < _LEVELS.get(names[0], 0) or names == [name]:
        _replace_all(app, name, where)
    elif names[-1] == name:
        instead(app, name, where)
    else:
        app.push_screen(made(name, where))
    if name == "caseload" and app.family is not None:
        close_family(app)


def instead(app: TeamMeetApp, name: str, where: dict[str, str]) -> None:
    """Show ``name`` in place of the screen on top, also where that one is the only one."""
    if len(app.screen_stack) > 1:
        app.switch_screen(made(name, where))
    else:
        _replace_all(app, name, where)


def leads_to(app: TeamMeetApp) -> str:
    """The name of the screen that :func:`back` shows; empty where there is none, or it has none."""
    if len(app.screen_stack) > 1:
        return name_of(app.screen_stack[-2])
    level = _LEVELS.get(name_of(app.screen), 0)
    return ("caseload" if level == 1 else "family") if level else ""


def back(app: TeamMeetApp) -> None:
    """One screen down: to the one below, else from work on a family to the family, from there to the caseload."""
    app.places.flush()
    level = _LEVELS.get(name_of(app.screen), 0)
    if len(app.screen_stack) > 1:
        app.pop_screen()
        if name_of(app.screen_stack[-1]) == "caseload":
            close_family(app)
    elif level:
        go(app, leads_to(app), {})


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


def finish_screens(app: TeamMeetApp) -> None:
    """The program ends: each screen keeps what it holds still, such as the minutes of a step."""
    from teammeet.tui.screens.base import HouseScreen

    for screen in app.screen_stack:
        if isinstance(screen, HouseScreen):
            screen.finish()


def name_of(screen: Screen[Any]) -> str:
    """The name by which :func:`go` knows ``screen``; empty for a dialog."""
    kind = type(screen).__name__
    return next((name for name, made_by in _SCREENS.items() if made_by == kind), "")


def mind_the_size(app: TeamMeetApp, width: int, height: int) -> None:
    """Cover everything with one line while the terminal is too small, and uncover it when it has grown."""
    from teammeet.tui.screens.too_small import TooSmall

    small = width < LEAST_SIZE[0] or height < LEAST_SIZE[1]
    covered = isinstance(app.screen, TooSmall)
    if small and not covered:
        app.push_screen(TooSmall())
    elif covered and not small:
        app.pop_screen()


def _pop_to(app: TeamMeetApp, index: int) -> None:
    """Take away what lies above."""
    for _ in app.screen_stack[index + 1 :]:
        app.pop_screen()


def _replace_all(app: TeamMeetApp, name: str, where: dict[str, str]) -> None:
    """Let ``name`` be the only screen."""
    before = app.current_mode
    mode = f"{FIRST_MODE}-{next(_modes)}"
    app.add_mode(mode, partial(made, name, where))
    app.switch_mode(mode)
    app.remove_mode(before)
