"""What the coach says of a line that was kept: only what the item does not answer already."""

from typing import cast

from teammeet.model.family import Family
from teammeet.model.plan import Outcome, Strength, Task
from teammeet.model.values import Words
from teammeet.practice import coach
from teammeet.practice.coach import HintKind
from teammeet.practice.task_hints import task_hints
from teammeet.tui.meeting.scene import Hint


def hints_for(family: Family, hint: Hint | None, language: str) -> tuple[coach.Hint, ...]:
    """Hints about the item that was just kept, the first ones first."""
    item = family.get(hint.item) if hint is not None else None
    words = getattr(item, "words", None)
    if isinstance(item, Task):
        return task_hints(item, language)
    if hint is None or not isinstance(words, Words):
        return ()
    found = coach.hints(cast(HintKind, hint.kind), words.text, language)
    answered = {rule for rule, holds in _answers(item).items() if holds}
    return tuple(one for one in found if one.rule not in answered)


def _answers(item: object) -> dict[str, bool]:
    """Rules that ask for something that stands in another field of the item."""
    if isinstance(item, Strength):
        return {"strength-bare": bool(item.setting)}
    if isinstance(item, Outcome):
        return {"outcome-unseen": bool(item.measure)}
    return {}
