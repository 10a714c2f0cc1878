"""Two languages at once: where an interpreter is at work, what is asked stands in both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teammeet.practice.steps import Wording
from teammeet.tui.meeting.as_said import base, languages_beside
from teammeet.tui.meeting.scene import Scene

if TYPE_CHECKING:
    from textual.content import Content


def languages_shown(scene: Scene) -> tuple[str, ...]:
    """The screen's language, then that of those who are there with an interpreter, if the step is worded in it.

    Two at most: the room reads, it does not search. Languages in which the agenda asks nothing here are left out.
    """
    first = scene.language
    worded = frozenset.intersection(*(_worded(prompt) for prompt in scene.step.prompts))
    others = [tongue for tongue in languages_beside(scene) if tongue != base(first) and tongue in worded]
    return (first, *others[:1])


def in_languages(scene: Scene, wording: Wording) -> tuple[str, ...]:
    """A text of the agenda in each language that is shown."""
    first, *others = languages_shown(scene)
    beside = (wording.in_language(tongue) for tongue in others if tongue in _worded(wording))
    return (wording.in_language(first), *beside)


def in_lines(scene: Scene, label: str, wording: Wording) -> Content:
    """The same for the screen: the label and the words, the other language on a line of its own."""
    from textual.content import Content  # late: plain lines ask in two languages too, and load no screen

    first, *others = in_languages(scene, wording)
    told = Content.styled(f"{label} ", "bold $accent") + Content(first)
    for tongue, words in zip(languages_shown(scene)[1:], others, strict=False):
        told += Content.styled(f"\n{tongue.upper()}: ", "bold $accent") + Content(words)
    return told


def _worded(wording: Wording) -> frozenset[str]:
    return frozenset(base(tongue) for tongue in wording.languages)
