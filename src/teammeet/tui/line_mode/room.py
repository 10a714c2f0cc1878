"""A room of the mode: it reads a line, and does what the line says. The family's page, a meeting, the signing are rooms."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final

from teammeet.errors import TeammeetError
from teammeet.messages import LANGUAGES
from teammeet.tui.line_mode.answers import Closed
from teammeet.tui.line_mode.command_words import SLASH, command_named, means, word_of
from teammeet.tui.line_mode.console import Leave, Lock
from teammeet.tui.line_mode.house import House

EVERYWHERE: Final = ("help", "here", "undo", "redo", "language", "leave", "lock", "quit")
"""Commands of every room."""


class Room:
    """Reads lines until it is left. A command ``x`` of ``commands`` is done by the method ``do_x``."""

    commands: ClassVar[tuple[str, ...]] = ()

    def __init__(self, house: House) -> None:
        self.house = house
        self.console = house.console
        self._left = False

    # What a room says of itself

    def here(self) -> None:
        """Say where we are and what a line does here."""
        raise NotImplementedError

    def speech(self, line: str) -> None:
        """A line that is no command."""
        raise NotImplementedError

    def letter(self, said: str) -> bool:
        """Whether ``/said`` was a letter that does something here; then it is done."""
        return False

    def finish(self) -> None:
        """The room is left, or the program with it."""

    # Reading

    def run(self) -> None:
        """Be here until it is left."""
        try:
            self.here()
            while not self._left:
                self.guarded(lambda: self.take(self.console.ask()))
        finally:
            self.finish()

    @property
    def is_left(self) -> bool:
        """Whether the room is left once this line is done."""
        return self._left

    def leave_room(self) -> None:
        """Go back to the room before, once this line is done."""
        self._left = True

    def guarded(self, do: Callable[[], None]) -> None:
        """Do something; what goes wrong with it is told, and one goes on here."""
        try:
            do()
        except Closed:
            return  # it was told, and the command that closed the question is the next line
        except KeyboardInterrupt:
            self.console.confirm_leaving()
        except TeammeetError as error:
            self.house.tell_error(error)

    def take(self, line: str) -> None:
        """Do what a line says: Enter alone tells where we are, one slash begins a command, two are a slash that is meant."""
        if not line:
            self.enter()
        elif line.startswith(SLASH) and not line.startswith(SLASH * 2):
            self._command(line[1:].strip())
        else:
            self.speech(line[1:] if line.startswith(SLASH) else line)

    def enter(self) -> None:
        """Enter alone."""
        self.here()

    def _command(self, said: str) -> None:
        word, _, rest = said.partition(" ")
        command = command_named(word)
        if command in (*self.commands, *EVERYWHERE):
            getattr(self, f"do_{command}")(rest.strip())
        elif command:
            self.console.tell("not-here", word=word_of(command, self.house.language))
        elif not self.letter(said):
            self.console.tell("no-command", said=f"{SLASH}{said}")

    def direction(self, said: str) -> int:
        """-1 for up, 1 for down; 0 if neither was said, which is told."""
        if not (means("up", said) or means("down", said)):
            self.console.tell("up-or-down")
            return 0
        return -1 if means("up", said) else 1

    # Commands of every room

    def do_help(self, _: str) -> None:
        """Every command that works here, a line each."""
        self.console.tell("help-first")
        for command in (*self.commands, *EVERYWHERE):
            word = word_of(command, self.house.language)
            self.console.say(f"{SLASH}{word}: {self.house.say(f'plain.does.{command}')}")

    def do_here(self, _: str) -> None:
        """Where we are."""
        self.here()

    def do_undo(self, _: str) -> None:
        """Take back one's own last change."""
        if self.house.family is not None:
            self.house.undo()

    def do_redo(self, _: str) -> None:
        """Bring it back."""
        if self.house.family is not None:
            self.house.redo()

    def do_language(self, said: str) -> None:
        """Go on in another language."""
        if said.lower() in LANGUAGES:
            self.house.speak(said.lower())
            self.here()
        else:
            self.console.tell("which-language", tags=", ".join(LANGUAGES))

    def do_leave(self, _: str) -> None:
        """Back to the room before."""
        self.leave_room()

    def do_lock(self, _: str) -> None:
        """Close the vault; on a terminal the program begins anew."""
        raise Lock if self.console.by_hand else Leave

    def do_quit(self, _: str) -> None:
        """End the program."""
        raise Leave
