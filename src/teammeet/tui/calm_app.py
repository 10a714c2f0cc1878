"""What both applications have in common: a fault ends them in one plain sentence, and the terminal's clipboard gets nothing."""

from __future__ import annotations

import asyncio
from typing import Any, ClassVar

from rich.text import Text
from textual.app import App

from teammeet.errors import TeammeetError
from teammeet.tui.read_once import ReadOnceStylesheet


class CalmApp(App[None]):
    """Textual's own way with a fault prints local variables, and so what somebody said of a family."""

    FAULT_KEY: ClassVar[str] = "unexpected"
    """The error whose sentence is the last thing that is said."""

    def __init__(self) -> None:
        super().__init__()
        self.stylesheet = ReadOnceStylesheet(variables=self.get_css_variables())

    def language_of_faults(self) -> str:
        """The language of that sentence."""
        return "en"

    def save_what_stands(self) -> None:
        """A fault ends the program: keep what can be kept still."""

    async def on_load(self) -> None:
        """Faults outside any handler end like those inside: in one sentence."""
        asyncio.get_running_loop().set_exception_handler(self._on_stray_fault)

    def _on_stray_fault(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, Exception):
            self._handle_exception(error)

    def _handle_exception(self, error: Exception) -> None:
        """End in one plain sentence."""
        self._return_code = 1
        if self._exception is None:
            self._exception = error  # a test's pilot raises it again
            self._exception_event.set()
            self.save_what_stands()
            sentence = TeammeetError(self.FAULT_KEY).sentence(self.language_of_faults())
            self._exit_renderables.append(Text(sentence))
        self._close_messages_no_wait()

    def copy_to_clipboard(self, text: str) -> None:
        """Copy within the program only: the terminal's clipboard is open to every other program."""
        self._clipboard = text
