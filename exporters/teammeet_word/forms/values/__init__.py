"""What each field of a form says for one View: the getters of every scope, and how one row of it is said in a line."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from teammeet_word.forms.values import around, plan, safety, signing, whole
from teammeet_word.sheet import Sheet

Getter = Callable[[Sheet, Any], Any]
GETTERS: Final[Mapping[tuple[str, str], Getter]] = {
    (scope, tag): getter
    for module in (whole, around, plan, safety, signing)
    for scope, getters in module.GETTERS.items()
    for tag, getter in getters.items()
}
"""By scope and tag; a field that is not here has the name of the item's own."""
IN_A_LINE: Final[Mapping[str, Getter]] = {
    scope: said for module in (around, plan, safety, signing) for scope, said in module.IN_A_LINE.items()
}
"""By scope: one row as a line, where a form has one place for a whole list."""
MARKS: Final[Mapping[str, Callable[[Sheet, Any], frozenset[str]]]] = {
    scope: marks for module in (around, plan, safety, signing) for scope, marks in module.MARKS.items()
}
"""By scope: the words by which a row is told from others where a list is narrowed."""

WORD_FOR: Final[Mapping[tuple[str, str], str]] = {
    ("plan", "phase"): "phase",
    ("person", "life"): "life",
    ("household", "kind"): "household_kind",
    ("way", "kind"): "contact_kind",
    ("decision", "about"): "decision_area",
    ("member", "kind"): "part",
    ("member", "took_part"): "attendance",
    ("support", "kind"): "support_kind",
    ("support", "status"): "support_status",
    ("need", "status"): "need_status",
    ("outcome", "status"): "outcome_status",
    ("strategy", "source"): "support_kind",
    ("option", "source"): "support_kind",
    ("task", "status"): "task_status",
    ("task", "consent"): "task_consent",
    ("stage", "where"): "crisis_place",
    ("moving_on", "aspect"): "transition_aspect",
    ("meeting", "mode"): "meeting_mode",
    ("meeting", "form"): "meeting_form",
    ("attendance", "took_part"): "attendance",
    ("agreement", "how_far"): "degree",
    ("signer", "method"): "signature_method",
    ("signer", "gives"): "gives",
    ("signature", "method"): "signature_method",
    ("signature", "gives"): "gives",
    ("copy", "what"): "copy_what",
    ("copy", "how"): "copy_how",
    ("release", "law"): "law",
    ("contact", "how"): "contact_how",
    ("parked", "goes_to"): "parked_goes_to",
}
"""By scope and tag: the enumeration whose words say a choice."""
OF_FORMS: Final = frozenset({"contact_kind", "part", "meeting_form", "law", "contact_how", "gives"})
"""Enumerations whose words stand in ``forms.word``; the others are the model's own."""


def value_of(sheet: Sheet, scope: str, tag: str, item: Any) -> Any:
    """What the field says of ``item``, a row of ``scope``; a list of rows where it leads to another scope."""
    getter = GETTERS.get((scope, tag))
    return getter(sheet, item) if getter is not None else getattr(item, tag)
