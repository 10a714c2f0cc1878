"""How the program with its screens is begun and ended; the commands call this and nothing else of the screens."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from teammeet.tui.system import START_AGAIN, close_side_doors, needs_watching, start_anew, watch

if TYPE_CHECKING:
    from teammeet.desk import Desk


def make_ready() -> None:
    """Before anything heavy is imported: shut Textual's side doors, and let no collector run until the first paint.

    Where a process cannot replace itself, this one becomes the small parent that starts the program anew when it is locked.
    What is read in at the start lives as long as the program, so that looking through it for garbage only costs time.
    """
    if needs_watching():
        sys.exit(watch([sys.executable, *sys.orig_argv[1:]]))
    close_side_doors()
    gc.disable()


def run(
    path: Path | None = None,
    *,
    desk: Desk | None = None,
    open_family: str | None = None,
    start_meeting: bool = False,
    passphrase: str = "",
    language: str = "en",
    keep_language: bool = False,
    agenda_folders: tuple[Path, ...] = (),
) -> int:
    """Show the screens until they are left; the exit code, or :data:`START_AGAIN` when they were locked.

    A ``passphrase`` that was given opens the vault unasked. The screens speak ``language`` until a vault is unlocked, and
    after that too if they are to ``keep_language``.
    """
    from teammeet.tui.app import TeamMeetApp

    app = TeamMeetApp(
        path,
        desk=desk,
        open_family=open_family,
        start_meeting=start_meeting,
        passphrase=passphrase,
        language=language,
        keep_language=keep_language,
        agenda_folders=agenda_folders,
    )
    app.run()
    return START_AGAIN if app.lock_wanted else app.return_code or 0


def finish(code: int) -> None:
    """End the process with ``code``; a locked program becomes a new one that has read nothing yet."""
    sys.exit(start_anew() if code == START_AGAIN else code)
