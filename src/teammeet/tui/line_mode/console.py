"""Lines in, lines out: nothing but text and line breaks, nothing drawn anew."""

from __future__ import annotations

import getpass
import warnings
from collections import deque
from typing import Final, TextIO

from teammeet.messages import text
from teammeet.text import LINE_LIMIT, NOTE_LIMIT, mended
from teammeet.tui.line_mode.command_words import means

PROMPT: Final = "> "
"""Stands before what is typed on a terminal; a script that writes into a pipe gets none."""


class Leave(Exception):
    """Somebody leaves the program: the input has ended, or that was asked for."""


class Lock(Leave):
    """The vault is closed, and the program begins anew."""


class Console:
    """The two streams. ``by_hand`` says that a person types on a terminal.

    A line is read by the terminal itself: it is edited there, and no history of it is kept anywhere.
    """

    def __init__(self, source: TextIO, out: TextIO, *, by_hand: bool, language: str = "en") -> None:
        self.by_hand = by_hand
        self.language = language
        self._source = source
        self._out = out
        self._waiting: deque[str] = deque()

    def say(self, *lines: str) -> None:
        """Append lines, each whole, without anything that a terminal would obey."""
        for line in lines:
            for part in line.split("\n"):
                if part.strip():
                    self._out.write(mended(part.strip(), limit=NOTE_LIMIT)[0] + "\n")
        self._out.flush()

    def tell(self, key: str, **values: object) -> None:
        """Append the message ``plain.KEY``."""
        self.say(text(f"plain.{key}", self.language, **values))

    def ask(self) -> str:
        """The next line, fit to keep; what had to be replaced or left out is said.

        Raises:
            Leave: the input has ended, or Ctrl+C was pressed and leaving is meant.
        """
        if self._waiting:
            return self._waiting.popleft()
        raw = self._read()
        line, changed = mended(raw)
        if changed:
            self.tell("line-cut" if len(raw) > LINE_LIMIT else "line-mended", limit=LINE_LIMIT)
        return line.strip()

    def ask_hidden(self, question: str) -> str:
        """Words that are not shown while a person types them, and not told again; empty if that cannot be."""
        if not self.by_hand:
            self.say(question)
            return self._read()
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error", getpass.GetPassWarning)  # it would be shown while it is typed
                return getpass.getpass(f"{question} ")
        except KeyboardInterrupt:
            self.confirm_leaving()
            return ""
        except (EOFError, getpass.GetPassWarning):
            return ""

    def give_back(self, line: str) -> None:
        """``line`` was no answer to what was asked: it is read again by whoever asks next."""
        self._waiting.append(line)

    def confirm_leaving(self) -> None:
        """Ctrl+C was pressed: ask whether to leave.

        Raises:
            Leave: yes, or Ctrl+C or the end of the input again.
        """
        if self.by_hand:
            self._out.write("\n")  # the terminal has written ^C into the line
        self.tell("sure-to-leave")
        try:
            answer = self._line()
        except KeyboardInterrupt:
            raise Leave from None
        if means("yes", answer):
            raise Leave
        self.tell("stays")

    def _read(self) -> str:
        while True:
            try:
                return self._line()
            except KeyboardInterrupt:
                self.confirm_leaving()

    def _line(self) -> str:
        if self.by_hand:
            self._out.write(PROMPT)
            self._out.flush()
        line = self._source.readline()
        if not line:
            raise Leave
        return line.rstrip("\n")
