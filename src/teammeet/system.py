"""Where this machine keeps things, and what its terminal can do: the differences between systems stand here alone."""

import os
import secrets
import stat
import sys
import time
from pathlib import Path
from typing import Final

from teammeet.errors import TeammeetError

_TRIES: Final = 50
"""How often a file is put in its place again where another program's reading it stands in the way (Windows)."""
_PAUSE: Final = 0.005
"""Seconds between them."""


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


def font_folders() -> tuple[Path, ...]:
    """Where fonts are installed: for everybody first, then for the person who is logged in. Some may not be there."""
    if sys.platform == "win32":
        windows = Path(os.environ.get("WINDIR") or "C:/Windows")
        own = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "Microsoft" / "Windows"
        return windows / "Fonts", own / "Fonts"
    if sys.platform == "darwin":
        return Path("/System/Library/Fonts"), Path("/Library/Fonts"), Path.home() / "Library" / "Fonts"
    own = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), own / "fonts", Path.home() / ".fonts"


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


def room_folder() -> Path:
    """Where the facilitator's window and the room's meet: of whoever is logged in, and empty again after a restart."""
    if sys.platform != "win32":
        if (runtime := os.environ.get("XDG_RUNTIME_DIR")) and os.path.isabs(runtime) and os.path.isdir(runtime):
            return Path(runtime) / "teammeet"
        return _temporary() / f"teammeet-{os.geteuid()}"
    return _temporary() / "teammeet-room"  # its folder for temporary files is each person's own


def own_folder(path: Path) -> Path:
    """``path`` as a folder that nobody else can look into; it is made if it is not there.

    Raises:
        TeammeetError: ``room-folder-refused``: it is somebody else's, a link to elsewhere, or cannot be made.
    """
    try:
        path.mkdir(mode=0o700, exist_ok=True)
        found = path.lstat()
        if not stat.S_ISDIR(found.st_mode):
            raise TeammeetError("room-folder-refused")
        if sys.platform != "win32":
            if found.st_uid != os.geteuid():
                raise TeammeetError("room-folder-refused")
            if stat.S_IMODE(found.st_mode) != 0o700:
                path.chmod(0o700)
    except OSError:
        raise TeammeetError("room-folder-refused") from None
    return path


def write_privately(path: Path, content: bytes) -> None:
    """Put ``content`` into ``path`` in one go, readable for its owner only: whoever reads it gets the old or the new.

    Raises:
        OSError: it could not be written; ``path`` is as it was.
    """
    beside = path.with_name(f"{secrets.token_hex(8)}.part")
    try:
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600), "wb") as file:
            file.write(content)
        _put_in_place(beside, path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def read_privately(path: Path, most: int) -> bytes:
    """The first ``most`` bytes and one of a plain file: a link or a pipe in its place is not followed.

    Raises:
        OSError: there is no such file, or it is none.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError("not a plain file")
        with open(handle, "rb", closefd=False) as file:
            return file.read(most + 1)
    finally:
        os.close(handle)


def _put_in_place(beside: Path, path: Path) -> None:
    """Rename; on Windows a file cannot be replaced while somebody reads it, which takes a moment."""
    for left in reversed(range(_TRIES)):
        try:
            os.replace(beside, path)
            return
        except PermissionError:
            if sys.platform != "win32" or not left:
                raise
            time.sleep(_PAUSE)


def _temporary() -> Path:
    import tempfile

    return Path(tempfile.gettempdir())
