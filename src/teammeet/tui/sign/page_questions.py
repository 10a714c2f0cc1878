"""Questions that somebody answers alone, one at a time, as values: on a page of their own, or in lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from teammeet.tui.meeting.scene import Choice

Answers: TypeAlias = Mapping[str, str]
"""What was answered, by the id of the question; empty where somebody had nothing to add."""


@dataclass(frozen=True, slots=True)
class PageQuestion:
    """One question. Without ``choices`` it is answered by a line, which may stay empty."""

    id: str
    asked: str
    choices: tuple[Choice, ...] = ()


NextQuestion: TypeAlias = Callable[[Answers], PageQuestion | None]
"""The question that comes after these answers; ``None`` when all was asked."""


def numbered(words: tuple[tuple[str, str], ...]) -> tuple[Choice, ...]:
    """Answers (id and words) with the figures that give them: 1, 2, 3; one whose id is empty has 0."""
    return tuple(Choice(id, f"{n if id else 0}  {said}") for n, (id, said) in enumerate(words, start=1))
