"""The file that holds the vault: made private, never over anything, told apart from what is no vault."""

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path
from typing import Final

from teammeet.errors import VaultExists, VaultForeign, VaultFull, VaultMissing

_PAGE: Final = 4096
# SQLite's names for what it keeps beside a file. A log that an older file left would be played into the new one.
_BESIDE: Final = ("-wal", "-shm", "-journal")
# Of 256 byte values, not one in a million pages of random bytes lacks even two; text and tables lack many.
_RANDOM_VALUES: Final = 250
_SYNC_FOLDER: Final = os.name == "posix"  # Windows has no such call, and keeps a folder's entries by itself


def refuse_what_is_no_file(path: Path) -> None:
    """Look before anything is opened: SQLite would make a database of an empty file, and wait for ever at a pipe.

    Raises:
        VaultMissing: nothing is there.
        VaultForeign: an empty file, or no file at all.
        VaultFull: the folder may not be looked into.
    """
    with _told():
        try:
            found = path.stat()
        except (FileNotFoundError, NotADirectoryError):
            raise VaultMissing from None
    if not stat.S_ISREG(found.st_mode) or not found.st_size:
        raise VaultForeign


def refuse_what_is_taken(path: Path) -> None:
    """Raise ``VaultExists`` where anything bears this name, or one that SQLite would use beside it."""
    if any(os.path.lexists(f"{path}{ending}") for ending in ("", *_BESIDE)):
        raise VaultExists


def looks_encrypted(path: Path) -> bool:
    """Whether this could be a vault under another key: whole pages of bytes without a pattern.

    Not to be asked of a vault that this process has open: to close the file again would drop SQLite's locks on it.
    """
    with _told(), path.open("rb") as file:
        page = file.read(_PAGE)
    return not path.stat().st_size % _PAGE and len(set(page)) >= _RANDOM_VALUES


@contextmanager
def draft_of(path: Path) -> Iterator[Path]:
    """A private, empty file beside ``path`` that takes its name when the block ends well, and is gone otherwise.

    Raises:
        VaultExists: something bears the name already.
        VaultFull: the folder may not be written to, or the disk is full.
    """
    with _told():
        _make_folder(path.parent)
        draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
        reserve(draft)
    try:
        yield draft
        with _told():
            _give_name(draft, path)
    finally:
        _remove(draft)


def copy_beside(path: Path, version: int) -> Path:
    """A new name for a copy of the vault as it was at a schema version."""
    return path.with_name(f"{path.name}.before-{version + 1}.{secrets.token_hex(4)}")


def remove_copies(path: Path) -> None:
    """Remove every copy that ``copy_beside`` named."""
    with _told():
        for copy in path.parent.glob(f"{escape(path.name)}.before-*"):
            copy.unlink()


def reserve(path: Path) -> None:
    """Make an empty file that only its owner may read; SQLite gives its log the same mode.

    Raises:
        VaultExists: something bears the name already.
    """
    with _told():
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _make_folder(folder: Path) -> None:
    with suppress(FileExistsError):
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700)


def _give_name(draft: Path, path: Path) -> None:
    refuse_what_is_taken(path)
    try:
        os.link(draft, path)  # the one way to give a name that fails where the name is taken
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links (FAT, some shares): take the name first, then fill it
        reserve(path)
        os.replace(draft, path)
    if _SYNC_FOLDER:
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _remove(draft: Path) -> None:
    for ending in ("", *_BESIDE):
        Path(f"{draft}{ending}").unlink(missing_ok=True)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except FileExistsError:
        raise VaultExists from None
    except OSError:
        raise VaultFull from None
