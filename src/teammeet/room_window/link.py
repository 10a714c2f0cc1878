"""The facilitator's side: puts a page where the room's window finds it, and says now and then that it is still there."""

from __future__ import annotations

import secrets
import time
from contextlib import suppress
from pathlib import Path
from typing import Final, Self

from teammeet.errors import TeammeetError
from teammeet.room_window.code import as_typed, new_code, spelled
from teammeet.room_window.page import RoomPage
from teammeet.room_window.sealed import MOST_BYTES, SALT_BYTES, SUFFIX, file_name, key_of, opened, seal
from teammeet.system import own_folder, read_privately, room_folder, write_privately

BEAT_SECONDS: Final = 2.0
"""How often :meth:`RoomLink.beat` wants to be called."""
_STALE_SECONDS: Final = 60.0
"""A file that nobody has touched for so long belongs to a process that is gone. One that only slept writes it again."""
_BLANK: Final = RoomPage(kind="waiting")


class RoomLink:
    """One link to the room's window. It begins blank.

    ``code`` is what is typed there. ``secret`` makes the same link again after a restart (:meth:`resume`): it opens what the
    room sees, so keep it in the vault and nowhere else.
    """

    def __init__(self, code: str, salt: bytes, folder: Path | None = None) -> None:
        self._code = code
        self._salt = salt
        self._key = key_of(code, salt)
        self._folder = own_folder(folder or room_folder())
        self._path = self._folder / file_name(salt)
        self._plain = _BLANK.as_json()
        self._open = True
        _sweep(self._folder)
        self._counter = self._last_counter()
        self.show(_BLANK)

    @classmethod
    def begin(cls, folder: Path | None = None) -> Self:
        """A new link with a fresh code, and files that dead processes left swept away. Takes about 0.1 s.

        Raises:
            TeammeetError: ``room-folder-refused``: somebody else could read there; ``room-unwritten``: the disk is full.
        """
        return cls(new_code(), secrets.token_bytes(SALT_BYTES), folder)

    @classmethod
    def resume(cls, secret: str, folder: Path | None = None) -> Self:
        """The link that had this ``secret``, with its code: a window that joined it follows again.

        Raises:
            ValueError: ``secret`` is not one.
            TeammeetError: as :meth:`begin`.
        """
        code, _, salt = secret.partition(".")
        if as_typed(code) != code or len(salt) != 2 * SALT_BYTES:
            raise ValueError("not the secret of a link")
        return cls(code, bytes.fromhex(salt), folder)

    @property
    def code(self) -> str:
        """What is typed in the room's window, such as ``K7QF-2M9X``."""
        return spelled(self._code)

    @property
    def secret(self) -> str:
        """What makes this link again. It holds the code."""
        return f"{self._code}.{self._salt.hex()}"

    def show(self, page: RoomPage) -> None:
        """Let the room see ``page``, now. Nothing happens once the link is closed.

        Raises:
            TeammeetError: ``room-unwritten``: it could not be written; the room sees nothing of what stood there before.
                ``room-folder-refused``: the folder has become somebody else's.
        """
        self._plain = page.as_json()
        self.beat()

    def beat(self) -> None:
        """Say that the facilitator's window is still there: without it the room's window goes blank after five seconds.

        Raises:
            TeammeetError: as :meth:`show`.
        """
        if not self._open:
            return
        self._counter = max(self._counter + 1, time.time_ns())
        own_folder(self._folder)  # whoever clears away old temporary files may have taken it
        try:
            write_privately(self._path, seal(self._key, self._salt, self._counter, self._plain))
        except OSError:
            with suppress(OSError):  # the window goes blank by itself when nothing comes any more
                self._path.unlink(missing_ok=True)
            raise TeammeetError("room-unwritten") from None

    def close(self) -> None:
        """Take everything away: the room's window goes blank at once. May be called again."""
        if self._open:
            self._open = False
            self._plain = b""
            with suppress(OSError):  # what cannot be taken away is sealed, and goes blank by itself
                self._path.unlink(missing_ok=True)

    def _last_counter(self) -> int:
        """The counter of the file that a process before this one left: the next has to be above it."""
        try:
            found = opened(self._key, self._salt, read_privately(self._path, MOST_BYTES))
        except OSError:
            return 0
        return found.counter if found else 0


def _sweep(folder: Path) -> None:
    """Take away what dead processes left in ``folder``."""
    for path in folder.iterdir():
        with suppress(OSError):  # it went while we looked, or cannot be taken away: it is sealed and harms nobody
            if path.suffix in (SUFFIX, ".part") and time.time() - path.lstat().st_mtime > _STALE_SECONDS:
                path.unlink()
