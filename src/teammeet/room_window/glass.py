"""The room's side: joins by the code, and tells what is to be seen whenever that has changed."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Final, Self

from teammeet.errors import TeammeetError
from teammeet.room_window.code import as_typed
from teammeet.room_window.page import RoomPage
from teammeet.room_window.sealed import MOST_BYTES, SUFFIX, file_name, key_of, opened, salt_of
from teammeet.system import own_folder, read_privately, room_folder

ALIVE_SECONDS: Final = 5.0
"""How long after the last sign of life a page stays."""
MOST_LINKS: Final = 16
"""Files that are tried: each costs about 0.1 s."""
_GONE: Final = (0, 0, 0)
_NEVER: Final = float("-inf")


class RoomGlass:
    """What the room sees of one link. It keeps nothing but the last page, in memory."""

    def __init__(self, key: bytes, salt: bytes, folder: Path) -> None:
        self._key = key
        self._salt = salt
        self._path = folder / file_name(salt)
        self._mark = _GONE
        self._counter = 0
        self._heard = _NEVER
        self._plain = b""
        self._page = RoomPage(kind="waiting")
        self._given: RoomPage | None = None

    @classmethod
    def join(cls, code: str, folder: Path | None = None) -> Self:
        """The glass on the link with this code, as somebody typed it. Takes about 0.1 s.

        Raises:
            TeammeetError: ``room-code-wrong``, ``room-none`` (nobody shows anything here), ``room-too-many``,
                ``room-folder-refused``.
        """
        place = own_folder(folder or room_folder())
        found = sorted(place.glob(f"*{SUFFIX}"))
        if not found:
            raise TeammeetError("room-none")
        if len(found) > MOST_LINKS:
            raise TeammeetError("room-too-many")
        meant = as_typed(code)
        for path in found if meant else ():
            sealed = _read(path)
            salt = salt_of(sealed)
            if salt is None or path.name != file_name(salt):
                continue
            key = key_of(meant, salt)
            if opened(key, salt, sealed):
                return cls(key, salt, place)
        raise TeammeetError("room-code-wrong")

    def look(self, now: float | None = None) -> RoomPage | None:
        """The page to show when it is another than the last time, else ``None``.

        It is a waiting page while the facilitator's window is gone, and the page again when it has come back. Cheap enough to
        call 25 times a second. ``now`` is in seconds of ``time.monotonic``.
        """
        now = time.monotonic() if now is None else now
        self._read_what_changed(now)
        page = self._page if self.is_alive(now) else self._blank()
        if page == self._given:
            return None
        self._given = page
        return page

    def is_alive(self, now: float) -> bool:
        """Whether the facilitator's window gave a sign of life within the last five seconds."""
        return now - self._heard <= ALIVE_SECONDS

    def _blank(self) -> RoomPage:
        return RoomPage(kind="waiting", language=self._page.language)

    def _read_what_changed(self, now: float) -> None:
        """Take up the file if it is another one; what was tampered with, or is older than the last, changes nothing."""
        try:
            stat = self._path.stat(follow_symlinks=False)
        except FileNotFoundError:
            self._mark, self._heard = _GONE, _NEVER  # closed: it counts as gone at once
            return
        except OSError:
            return  # it is being replaced: the next look sees it
        mark = (stat.st_ino, stat.st_mtime_ns, stat.st_size)
        if mark == self._mark:
            return
        sealed = _read(self._path)
        if sealed:
            self._mark = mark
            self._take(sealed, now)

    def _take(self, sealed: bytes, now: float) -> None:
        found = opened(self._key, self._salt, sealed)
        if found is None or found.counter <= self._counter:
            return
        age = 0.0 if self._counter else max(0.0, (time.time_ns() - found.counter) / 1e9)  # the first may be a dead man's
        self._heard = now - age
        self._counter = found.counter
        if found.plain != self._plain:
            self._plain = found.plain
            self._page = _page(found.plain)


def _page(plain: bytes) -> RoomPage:
    """The page in ``plain``; from another version of the program nothing can be read, so nothing is shown."""
    try:
        return RoomPage.from_json(plain)
    except ValueError:
        return RoomPage(kind="waiting")


def _read(path: Path) -> bytes:
    """The file; nothing if it is not there any more, or no file of ours."""
    try:
        return read_privately(path, MOST_BYTES)
    except OSError:
        return b""
