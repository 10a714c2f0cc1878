"""What belongs together stays on one page: a need with all that hangs on it, if it will fit on one."""

import re
from collections.abc import Iterable
from typing import Final

from teammeet.model.plan import Need
from teammeet_word.arrangement import Arrangement
from teammeet_word.paper import Paper

_STARTS: Final = re.compile(r"<w:p>(?:<w:pPr>(<w:pStyle [^>]*/>)?(?:<w:keepNext/>)?|)")
_LINE: Final = 345
"""How high a line is with what stands between paragraphs, in twentieths of a point, at 12 points."""
_LETTERS: Final = 75
"""How many letters a line has at 12 points."""
_SHARE: Final = 0.6
_LARGE_SHARE: Final = 0.4
"""How much of a page a need may take that is kept on one: in large print there are fewer places where a page can end."""
_TITLE, _OUTCOME, _STRATEGY, _TASK, _OPTION, _READING = 3.5, 8.5, 4.5, 2.8, 1.3, 1.4
"""How many lines each takes in plans that were looked at: with its facts, its notes and its heading."""


def together(fragments: Iterable[str]) -> str:
    """The fragments, each paragraph and each row kept on the page of the next one."""
    whole = "".join(fragments)
    last = whole.rfind("<w:tr>" if whole.endswith("</w:tbl>") else "<w:p>")
    return _STARTS.sub(_kept, whole[:last]) + whole[last:] if last > 0 else whole


def fits_on_a_page(plan: Arrangement, need: Need, paper: Paper, *, large: bool = False) -> bool:
    """Whether a need with all that is told under it takes little enough of a page to be kept on one, as far as is known.

    What takes most of a page is not held back for the next one: half of a page would stay empty. It breaks between its
    outcomes and strategies, never inside one.
    """
    scale, share = (1.5, _LARGE_SHARE) if large else (1.0, _SHARE)
    return _lines(plan, need, _LETTERS / scale) <= share * paper.text_height / (_LINE * scale)


def _lines(plan: Arrangement, need: Need, letters: float) -> float:
    outcomes, tasks = plan.outcomes.get(need.id, ()), plan.tasks.get(need.id, ())
    options = plan.options.get(need.id, ())
    words = [need.words, *(o.words for o in outcomes), *(t.words for t in tasks), *(o.words for o in options)]
    said = (need.note, *map(str, words))
    return (
        _TITLE
        + sum(max(0.0, len(text) / letters - 1) for text in said)
        + len(need.behind) * _OPTION
        + len(outcomes) * _OUTCOME
        + sum(len(plan.readings.get(outcome.id, ())) for outcome in outcomes) * _READING
        + len(plan.strategies.get(need.id, ())) * _STRATEGY
        + (2 + len(tasks) * _TASK if tasks else 0)
        + (2 + len(options) * _OPTION if options else 0)
        + len(plan.mentioned.get(need.id, ())) * _OPTION
    )


def _kept(start: re.Match[str]) -> str:
    if start[0] == "<w:p>":
        return "<w:p><w:pPr><w:keepNext/></w:pPr>"
    return f"<w:p><w:pPr>{start[1] or ''}<w:keepNext/>"
