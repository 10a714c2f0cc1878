"""A terminal without a window, for timing programs from outside: it says what came and when (POSIX only).

It answers what Textual asks a modern terminal at the start, so that no program waits for a silent one.
"""

import errno
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final, Self

import pyte

_ANSWERS: Final = (
    (re.compile(rb"\x1b\[\?2026\$p"), b"\x1b[?2026;2$y"),
    (re.compile(rb"\x1b\[\?2048\$p"), b"\x1b[?2048;0$y"),
    (re.compile(rb"\x1b\[0?c"), b"\x1b[?62;22c"),
    (re.compile(rb"\x1b\[6n"), b"\x1b[1;1R"),
)
_NOT_FOR_PYTE: Final = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1b_G.*?\x1b\\|\x1bP.*?\x1b\\", re.S)
FRAME_END: Final = b"\x1b[?2026l"
"""What ends a frame: the screen may be shown."""


class Terminal:
    """Runs ``command`` in a terminal of ``size`` (columns, rows). Times are ``time.perf_counter`` seconds."""

    def __init__(self, command: Sequence[str], size: tuple[int, int], environment: Mapping[str, str]) -> None:
        self.chunks: list[tuple[float, bytes]] = []
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._fed = 0
        self._tail = b""
        self.began = time.perf_counter()
        self.pid, self._file = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
            os.execvpe(command[0], list(command), dict(environment))
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def read(self, seconds: float) -> float | None:
        """Read what comes within ``seconds``; when it came, or None."""
        ready, _, _ = select.select([self._file], [], [], max(0.0, seconds))
        if not ready:
            return None
        now = time.perf_counter()
        try:
            data = os.read(self._file, 1 << 16)
        except OSError as error:
            if error.errno == errno.EIO:  # the program has ended
                return None
            raise
        self.chunks.append((now, data))
        seen = self._tail + data
        for question, answer in _ANSWERS:
            for found in question.finditer(seen):
                if found.end() > len(self._tail):
                    os.write(self._file, answer)
        self._tail = seen[-16:]
        return now

    def wait_for(self, words: str, seconds: float = 20.0) -> float:
        """Read until ``words`` are on the screen; when that was.

        Raises:
            TimeoutError: they did not come.
        """
        return self.wait_until(lambda: words in self.text(), seconds)

    def wait_until(self, done: Callable[[], bool], seconds: float = 20.0) -> float:
        """Read until ``done``; when that was, at once if it is already."""
        if done():
            return time.perf_counter()
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            now = self.read(left)
            if now is not None and done():
                return now
        raise TimeoutError("the screen did not show what was waited for:\n" + self.text())

    def settle(self, quiet: float = 0.3, seconds: float = 5.0) -> None:
        """Read until nothing has come for ``quiet`` seconds."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end and self.read(quiet) is not None:
            pass

    def type(self, keys: str) -> float:
        """Send ``keys``; when."""
        now = time.perf_counter()
        os.write(self._file, keys.encode())
        return now

    def key_to_frame(self, keys: str, quiet: float = 0.05) -> float:
        """Seconds from a key to the end of the first frame after it."""
        while self.read(0) is not None:
            pass
        seen = len(self.chunks)
        sent = self.type(keys)
        self.wait_until(lambda: FRAME_END in b"".join(data for _, data in self.chunks[seen:]), 3.0)
        frame = self.chunks[-1][0] - sent
        self.settle(quiet, 1.0)
        return frame

    def text(self) -> str:
        """The screen as it stands."""
        for _, data in self.chunks[self._fed :]:
            self._stream.feed(_NOT_FOR_PYTE.sub(b"", data))
        self._fed = len(self.chunks)
        return "\n".join(self._screen.display)

    def processor_seconds(self) -> float:
        """Processor time of all its threads so far."""
        spent = (Path(task, "schedstat").read_text().split()[0] for task in Path(f"/proc/{self.pid}/task").iterdir())
        return sum(map(int, spent)) / 1e9

    def memory(self, kind: str) -> float:
        """Megabytes: ``VmHWM`` the most so far, ``VmRSS`` now."""
        found = re.search(rf"{kind}:\s+(\d+)", Path(f"/proc/{self.pid}/status").read_text())
        return int(found[1]) / 1024 if found else 0.0

    def end(self) -> None:
        """End the program that was started here."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._file)
