"""Which question goes with what the line adds: once the storm is over, nobody is asked for ideas any more."""

from teammeet.messages import text
from teammeet.practice.steps import Step
from teammeet.text import folded
from teammeet.tui.meeting.stand import Stand


def turned(stand: Stand, step: Step, mode: str, language: str) -> Stand:
    """The stand with another kind of line; where that is choosing, with the question that asks to choose."""
    stand = stand.with_mode(mode)
    return stand.with_question(_question_to_choose(step, language)) if mode == "choose" else stand


def _question_to_choose(step: Step, language: str) -> int:
    """The number, from 0, of the question that asks to choose; without one that of the question after those for ideas."""
    said = [folded(prompt.in_language(language)) for prompt in step.prompts]
    choosing, ideas = (text(f"capture.words.{name}", language).split() for name in ("choosing", "ideas"))
    for number, words in enumerate(said):
        if any(word in words for word in choosing):
            return number
    asking = [number for number, words in enumerate(said) if any(word in words for word in ideas)]
    return min(max(asking) + 1, len(said) - 1) if asking else 0
