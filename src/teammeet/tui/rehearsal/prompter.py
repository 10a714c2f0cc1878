"""Where a rehearsal speaks: a line below the heading, and a place at the side where the screen is wide."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content
from textual.widgets import Static


class Prompter(Static):
    """Says what to try; it is not there at all while others look at this screen."""

    ALLOW_SELECT: ClassVar[bool] = False
    can_focus = False

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._said = Content("")

    def show(self, said: Content, *, private: bool) -> None:
        """Say it, if only the facilitator looks; repainted only when it changed."""
        self.set_class(private, "-on")
        if said != self._said:
            self._said = said
            self.update(said)


class LinePrompter(Prompter):
    """Below the heading."""


class SidePrompter(Prompter):
    """At the side."""
