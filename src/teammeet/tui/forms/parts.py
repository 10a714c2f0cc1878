"""The forms of small values that stand in items: contacts, decision rights, claims, translations."""

from __future__ import annotations

from typing import Final

from teammeet.model.people import Contact, DecisionRight
from teammeet.model.supports import Claim
from teammeet.model.values import Translation
from teammeet.tui.forms.controls import check, choice, day, language, line, refer, several
from teammeet.tui.forms.form import Form

TRANSLATION: Final = Form(
    Translation,
    (language("language"), line("text", "translated"), line("by", "translated_by"), check("read_back")),
)
CONTACT: Final = Form(
    Contact,
    (
        choice("kind", "family.contact_kind", "contact_kind"),
        line("value", "contact_value"),
        line("note"),
        choice("shown_to", "model.circle"),
    ),
)
DECISION_RIGHT: Final = Form(
    DecisionRight,
    (choice("area", "model.decision_area"), refer("held_by"), line("held_by_name"), day("until"), line("note")),
)
CLAIM: Final = Form(
    Claim,
    (refer("said_by"), several("kinds", "model.tie_kind", "tie_kinds"), choice("flow", "model.flow"), day("said_on")),
)
