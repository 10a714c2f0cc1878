"""The one-line field that every screen uses: what is typed or pasted is made fit to keep, and it says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from textual import events
from textual.message import Message
from textual.widgets import Input

from teammeet.text import LINE_LIMIT, mended


class LineInput(Input):
    """An Input whose value is always clean text of at most ``limit`` characters.

    What may not be kept becomes U+FFFD and ``Said`` is posted, which the screen shows. Several pasted lines become one,
    joined by blanks; with ``each_line`` the first goes in and the others wait: each comes when the field is emptied.
    """

    @dataclass
    class Said(Message):
        """Something about the text that the person should know: a message key with its values."""

        field: LineInput
        key: str
        values: dict[str, object]

        @property
        def control(self) -> LineInput:
            """The field."""
            return self.field

    def __init__(self, value: str = "", *, limit: int = LINE_LIMIT, each_line: bool = False, **options: Any) -> None:
        super().__init__(value, **options)
        self.limit = limit
        self._each_line = each_line
        self._waiting: list[str] = []

    @property
    def waiting(self) -> tuple[str, ...]:
        """Pasted lines that come next."""
        return tuple(self._waiting)

    def replace(self, text: str, start: int, end: int) -> None:
        """Put ``text`` in the place of what stands between ``start`` and ``end``, made fit."""
        fit, changed = mended(text, limit=len(text) + 1)
        start, end = sorted((max(0, start), min(len(self.value), end)))
        room = self.limit - (len(self.value) - (end - start))
        if len(fit) > room:
            fit, changed = fit[: max(0, room)], False
            self.post_message(self.Said(self, "tui.line.too-long", {"limit": self.limit}))
        if changed:
            self.post_message(self.Said(self, "tui.line.mended", {}))
        before = self.value[:start]
        self.value = mended(f"{before}{fit}{self.value[end:]}", limit=self.limit)[0]
        self.cursor_position = start + len(fit)

    def clear(self) -> None:
        """Empty the field; a pasted line that waits comes in."""
        super().clear()
        if self._waiting:
            self.call_after_refresh(self._next_line)

    def forget_waiting(self) -> None:
        """Let the pasted lines go that wait."""
        self._waiting.clear()

    def _on_paste(self, event: events.Paste) -> None:
        """All of the paste, where the stock field keeps its first line only."""
        event.stop()
        event.prevent_default()
        lines = [line for line in event.text.splitlines() if line.strip()]
        if not lines:
            return
        if self._each_line and len(lines) > 1:
            self._waiting.extend(lines[1:])
            self.post_message(self.Said(self, "tui.line.waiting", {"number": len(self._waiting)}))
            lines = lines[:1]
        self.replace(" ".join(lines), *self.selection)

    def _next_line(self) -> None:
        if self._waiting and not self.value:
            self.replace(self._waiting.pop(0), 0, 0)
