"""The program in plain lines, on the vault or on the invented family: no screen, and so no terminal is needed."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from teammeet.cli.vault import asked_passphrase
from teammeet.system import agenda_folders, spoken_language, vault_path
from teammeet.tui.system import needs_watching, watch

if TYPE_CHECKING:
    from teammeet.desk import Desk


def program(asked: argparse.Namespace) -> int:
    """Set-up at the first run, else unlock; then the families. The exit code."""
    if needs_watching() and sys.stdin.isatty():
        return watch([sys.executable, *sys.orig_argv[1:]])
    from teammeet.tui.line_mode.start import run

    return run(
        asked.store or vault_path(),
        language=asked.language or spoken_language(),
        keep_language=bool(asked.language),
        agenda_folders=agenda_folders(),
        passphrase=lambda: asked_passphrase(asked),
        ask_again=asked.passphrase_file is None,
    )


def demo(asked: argparse.Namespace, desk: Desk, family_id: str) -> int:
    """The invented family, open already. The exit code."""
    from teammeet.tui.line_mode.start import run_demo

    return run_demo(
        desk,
        family_id,
        language=asked.language or spoken_language(),
        agenda_folders=agenda_folders(),
        meeting=asked.meeting,
    )
