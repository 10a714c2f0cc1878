"""Where a meeting stands on the screen: the step, and for each step what the line adds, what is selected, which question."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType


@dataclass(frozen=True)
class Stand:
    """A value: going somewhere makes another. ``done`` are the ids of the steps where
    something was kept, or where the meeting stayed a while: paging past a step does not do it.
    """

    step: str = ""
    modes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    rows: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    questions: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    done: frozenset[str] = frozenset()

    @property
    def mode(self) -> str:
        """What the line adds at this step; empty before anybody chose."""
        return self.modes.get(self.step, "")

    @property
    def selected(self) -> str:
        """The row that is selected at this step."""
        return self.rows.get(self.step, "")

    @property
    def question(self) -> int:
        """Which of the step's questions is shown, counted on without end."""
        return self.questions.get(self.step, 0)

    def at(self, step: str) -> "Stand":
        """At another step."""
        return replace(self, step=step)

    def with_done(self, step: str) -> "Stand":
        """With another step that is done."""
        return replace(self, done=self.done | {step})

    def with_mode(self, mode: str) -> "Stand":
        """With another mode at this step."""
        return replace(self, modes=MappingProxyType({**self.modes, self.step: mode}))

    def with_row(self, row: str) -> "Stand":
        """With another row selected at this step."""
        return replace(self, rows=MappingProxyType({**self.rows, self.step: row}))

    def with_next_question(self) -> "Stand":
        """With the next question of this step."""
        return replace(self, questions=MappingProxyType({**self.questions, self.step: self.question + 1}))

    def with_question(self, number: int) -> "Stand":
        """With that question of this step, counted from 0, unless a later one is shown already."""
        if number <= self.question:
            return self
        return replace(self, questions=MappingProxyType({**self.questions, self.step: number}))
