"""What stands on the recovery sheet, and how its file is called."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from teammeet.messages import text

SHEET_NAME: Final = "teammeet-recovery-sheet.txt"


def recovery_sheet(passphrase: str, vault: Path | None, today: date, language: str) -> str:
    """The sheet as text: the words of the passphrase one below the other, and what they open."""
    words = [f"    {number}. {word}" for number, word in enumerate(passphrase.split(), start=1)]
    parts = [
        text("tui.recovery.sheet.title", language),
        text("tui.recovery.sheet.text", language),
        "\n".join(words),
        text("tui.recovery.sheet.vault", language, path=vault),
        text("tui.recovery.sheet.made", language, day=today.isoformat()),
        text("tui.recovery.sheet.care", language),
    ]
    return "\n\n".join(parts) + "\n"
