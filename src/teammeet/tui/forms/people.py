"""Forms of the family and of those around it: header, households, people, supports, ties, team, mandates."""

from __future__ import annotations

from typing import Final

from teammeet.model.people import Header, Household, Mandate, Person
from teammeet.model.supports import Support, TeamMember, Tie
from teammeet.tui.forms.controls import (
    check,
    choice,
    day,
    domain,
    item_form,
    language,
    languages,
    line,
    lines,
    note,
    number,
    refer,
    rows,
    words,
)
from teammeet.tui.forms.form import Form
from teammeet.tui.forms.parts import CLAIM, CONTACT, DECISION_RIGHT, TRANSLATION

FORMS: Final[tuple[Form, ...]] = (
    item_form(
        Header,
        line("name", "family_name"),
        words("vision", TRANSLATION),
        words("mission", TRANSLATION),
        note("story"),
        note("culture"),
        language("language", "family_language"),
        languages("other_languages"),
        choice("phase", "model.phase"),
        day("enrolled_on"),
        line("agency"),
        line("facilitator"),
        line("monitored_by", "plan_monitored_by"),
        lines("ground_rules"),
        refer("rules_agreed_by"),
        line("confidentiality"),
        line("getting_help_again"),
        seen=(note("private_note"),),
    ),
    item_form(
        Household,
        line("name", "household_name"),
        choice("kind", "model.household_kind"),
        line("address"),
        rows("contacts", CONTACT),
        note("note"),
    ),
    item_form(
        Person,
        line("used_name"),
        line("role", "person_role"),
        line("pronouns"),
        refer("households"),
        check("enrolled"),
        day("born"),
        languages("languages"),
        check("interpreter"),
        rows("decision_rights", DECISION_RIGHT),
        rows("contacts", CONTACT),
        refer("support", "person_support"),
        choice("nature", "model.nature"),
        choice("life", "model.life"),
        note("note"),
        seen=(line("legal_name"), note("private_note")),
    ),
    item_form(
        Support,
        line("name", "support_name"),
        choice("kind", "model.support_kind", "support_kind"),
        domain(),
        line("organisation"),
        line("role", "support_role"),
        choice("status", "model.support_status"),
        number("helpfulness.score", "helpfulness_score"),
        line("helpfulness.words", "helpfulness_words"),
        day("helpfulness.on", "helpfulness_on"),
        rows("contacts", CONTACT),
        day("since"),
        day("until"),
        line("note"),
    ),
    item_form(
        Tie,
        refer("support", "tie_from"),
        refer("to", "tie_to"),
        rows("claims", CLAIM),
        line("note"),
        seen=(choice("shown_to", "model.circle", "tie_shown_to"),),
    ),
    item_form(
        TeamMember,
        refer("who", "team_who"),
        line("role_on_team"),
        check("must_be_there"),
        day("invited_on"),
        day("left_on"),
    ),
    item_form(
        Mandate,
        words("words", TRANSLATION, "mandate_words"),
        line("said_by", "mandate_said_by"),
        refer("of", "mandate_of"),
        day("until"),
    ),
)
