"""How a rehearsal is begun: the invented family in a vault that is thrown away, on the day it is, at three in the afternoon."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Final

from teammeet import demo
from teammeet.desk import Incoming
from teammeet.model.family import Family, put
from teammeet.model.meetings import Meeting
from teammeet.tui.rehearsal.faster_clock import STOPPED, FasterClock

if TYPE_CHECKING:
    from teammeet.desk import Desk

BEGINS_AT: Final = time(15)
"""Early enough that a fast clock does not come to midnight."""


def move_in(desk: Desk, day: date, ticks: Callable[[], float] = monotonic) -> tuple[Family, FasterClock]:
    """Put the family into ``desk``, with its meeting on ``day``, and stop the clock of ``desk`` at its beginning.

    ``ticks`` are the seconds that the clock is driven by.
    """
    clock = FasterClock(datetime.combine(day, BEGINS_AT).astimezone(), STOPPED, ticks)
    desk.clock = clock
    family = demo.family(day)
    planned = family.get(demo.MEETING)
    assert isinstance(planned, Meeting), "the family has a meeting today"
    family = family.with_edits((put(planned.changed(at=BEGINS_AT)),))
    return desk.accept(Incoming(family, True, tuple(put(item) for item in family.items()))), clock


def on_screens(desk: Desk, folder: Path, *, factor: int, language: str) -> int:
    """The rehearsal on the screens until it is left; the exit code."""
    from teammeet.tui.rehearsal.app import RehearsalApp
    from teammeet.tui.system import START_AGAIN

    begun, clock = move_in(desk, date.today())
    app = RehearsalApp(desk, begun, meeting=demo.MEETING, clock=clock, factor=factor, folder=folder, language=language)
    app.run()
    return START_AGAIN if app.lock_wanted else app.return_code or 0


def in_lines(desk: Desk, *, factor: int, language: str) -> int:
    """The rehearsal in plain lines: what there is to try is said first, what was tried at the end; the exit code."""
    from teammeet.tui.line_mode.start import run_demo
    from teammeet.tui.rehearsal import lines

    begun, clock = move_in(desk, date.today())
    lines.begin(factor, language)
    clock.run(factor)
    code = run_demo(desk, begun.header.id, language=language, agenda_folders=(), meeting=True)
    lines.end(begun, desk.open(begun.header.id), desk.clock(), language)
    return code
