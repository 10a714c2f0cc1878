"""Where this machine keeps things, and what its terminal can do: the differences between systems stand here alone."""

import os
import sys
from pathlib import Path

from teammeet.errors import TeammeetError


def data_folder() -> Path:
    """The folder in which this machine keeps a program's data for the person who is logged in."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "teammeet"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "teammeet"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "teammeet"


def vault_path() -> Path:
    """Where the vault is unless ``--store`` says otherwise."""
    return data_folder() / "families.vault"


def agenda_folders() -> tuple[Path, ...]:
    """The folder for an agency's own agendas, if there is one."""
    folder = data_folder() / "agendas"
    return (folder,) if folder.is_dir() else ()


def spoken_language() -> str:
    """The language of this machine's settings, as a tag such as ``es``; English where none is set."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            base = value.split(".")[0].split("_")[0].lower()
            return base if base.isalpha() and base not in ("c", "posix") else "en"
    return "en"


def need_a_terminal() -> None:
    """Refuse to show screens where there is no terminal, or one that would print garbage.

    Raises:
        TeammeetError: ``terminal-missing`` or ``terminal-not-utf8``.
    """
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):  # the screens are written to stderr
        raise TeammeetError("terminal-missing")
    if (sys.stdout.encoding or "").lower().replace("-", "") != "utf8":
        raise TeammeetError("terminal-not-utf8")
