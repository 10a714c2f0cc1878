"""The limits: the smallest Textual programs that do the same kind of thing.

python benchmarks/bare.py hello|input|modes
"""

import sys

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import DataTable, Footer, Header, Input, OptionList, Static, TextArea

STEPS = ("engagement", "strengths", "needs", "outcomes", "tasks")


class Hello(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("Hello world, this is the bare minimum")


class Typing(App[None]):
    """One field."""

    def compose(self) -> ComposeResult:
        """Between the stock header and footer."""
        yield Header()
        yield Input(placeholder="Hello world, type here")
        yield Footer()


class Step(Screen[None]):
    """A step as a mode: a list, two fields, a table."""

    def compose(self) -> ComposeResult:
        """The step's name is on the screen."""
        yield Header()
        yield Static(f"Hello {self.app.current_mode}")
        yield OptionList(*STEPS)
        yield Input()
        yield TextArea()
        yield DataTable()
        yield Footer()


class Steps(App[None]):
    """Five steps; F2 goes on."""

    MODES = {step: Step for step in STEPS}  # noqa: RUF012  # as Textual's own documents write it
    DEFAULT_MODE = STEPS[0]
    BINDINGS = [Binding("f2", "on", "Next step")]  # noqa: RUF012  # as Textual's own documents write it

    def action_on(self) -> None:
        """To the next step."""
        self.switch_mode(STEPS[(STEPS.index(self.current_mode) + 1) % len(STEPS)])


if __name__ == "__main__":
    {"hello": Hello, "input": Typing, "modes": Steps}[sys.argv[1]]().run()
