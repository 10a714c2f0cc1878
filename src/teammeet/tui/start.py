"""How the program with its screens is begun and ended; the commands call this and nothing else of the screens."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from teammeet.tui.system import START_AGAIN, close_side_doors, needs_watching, start_anew, watch

if TYPE_CHECKING:
    from teammeet.desk import Desk


def watch_where_needed() -> None:
    """Where a process cannot replace itself: become the small parent that starts the program anew each time it is locked."""
    if needs_watching():
        sys.exit(watch([sys.executable, *sys.orig_argv[1:]]))


def run(
    path: Path | None = None,
    *,
    desk: Desk | None = None,
    open_family: str | None = None,
    start_meeting: bool = False,
    language: str = "en",
    agenda_folders: tuple[Path, ...] = (),
) -> int:
    """Show the screens until they are left; the exit code, or :data:`START_AGAIN` when they were locked."""
    close_side_doors()
    from teammeet.tui.app import TeamMeetApp

    app = TeamMeetApp(
        path,
        desk=desk,
        open_family=open_family,
        start_meeting=start_meeting,
        language=language,
        agenda_folders=agenda_folders,
    )
    app.run()
    return START_AGAIN if app.lock_wanted else app.return_code or 0


def finish(code: int) -> None:
    """End the process with ``code``; a locked program becomes a new one that has read nothing yet."""
    sys.exit(start_anew() if code == START_AGAIN else code)
