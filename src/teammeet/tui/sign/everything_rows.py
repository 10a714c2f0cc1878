"""The rows of the dialog that writes everything for everybody: what goes to whom, and what became of it."""

from typing import Final

from textual.content import Content

from teammeet.messages import text
from teammeet.model.family import Family
from teammeet.tui.sign.everything import PLAN, Outcome, Sending, for_whom, withheld_told, would_see

EXISTS: Final = "export-exists"
"""The error that says that there is such a file already."""


def entry(family: Family, sending: Sending | None, language: str, *, is_marked: bool) -> Content:
    """Marked or not, by a sign; what it is and for whom; under it the name, what they would see, and what it leaves out.

    Without a ``sending`` it is the row that says whether each copy is noted as given.
    """
    mark = Content.styled("✓ " if is_marked else "· ", "$accent")
    if sending is None:
        return mark + Content(text("ending.all.given", language))
    what = text(f"ending.all.{'plan' if sending.order.what == PLAN else sending.order.what}", language)
    tongue = text(f"tui.language.{sending.order.language}", language)
    first = " · ".join((what, for_whom(family, sending, language), tongue))
    there = text("ending.all.is-there", language) if sending.path.exists() else ""
    beside = (sending.name, there, would_see(sending, language), withheld_told(sending, language))
    return mark + Content(first) + Content.styled(f"\n  {' · '.join(filter(None, beside))}", "$quiet")


def handed_out(family: Family, outcome: Outcome, language: str) -> Content:
    """The name of a file, and for whom it is; under it what must be told, or why it was not written."""
    sending, error = outcome.sending, outcome.error
    first = Content(f"{sending.name} → {for_whom(family, sending, language)}")
    if error is None:
        remarks = outcome.written.remarks if outcome.written is not None else ()
        told, mark = remarks, Content.styled("✓ ", "$accent")
    elif error.message_key == EXISTS:
        told, mark = (text("ending.all.is-there", language),), Content("· ")
    else:
        why = error.what(language)
        told, mark = (text("ending.all.failed", language, file=sending.name, why=why),), Content.styled("✗ ", "$warning")
    return Content("\n").join([mark + first, *(Content.styled(f"  {words}", "$quiet") for words in told)])
