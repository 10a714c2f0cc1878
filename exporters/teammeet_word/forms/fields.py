"""The fields that a control of an agency's form may name: a documented, stable list (``docs/form-fields.md``).

A field belongs to a scope: what one row of a repeating section is, or the plan as a whole. No tag of this list is ever taken
out or given another meaning; new ones may be added.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from teammeet_word.forms.choices import (
    ALONE,
    AREA,
    ASPECTS,
    CAME,
    CHOICES,
    HOW,
    NEED,
    OUTCOME,
    PART,
    PEOPLE,
    PLACES,
    SIGNERS,
    SUPPORT,
    TASK,
)

Kind = Literal["text", "words", "lines", "number", "date", "time", "choice", "check", "picture", "one", "list", "by_hand"]
"""What a field is: a short text; what somebody said (:class:`teammeet.model.values.Words`); a text of several paragraphs; one
of a few values; yes or no; another scope once or a row for each. ``by_hand`` is left for a pen."""

TOP: Final = "plan"
"""The scope in which every form begins."""
LONGEST_TAG: Final = 64
"""So many characters a tag may have in Word."""
DEEPEST: Final = 8
"""So many repeating sections may stand in one another."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its ``tag``, what it is, in which ``scope`` it stands.

    ``of`` is the scope of its rows (kinds ``one`` and ``list``); ``values`` are what a choice may be, and what a check box
    compares with (``status:met``). ``narrows`` are the words by which a list may be narrowed (``stages:home``).
    """

    scope: str
    tag: str
    kind: Kind
    of: str = ""
    values: tuple[str, ...] = ()
    narrows: tuple[str, ...] = ()

    @property
    def meaning(self) -> str:
        """The key of the message that says what it is: of this scope if it has one of its own, else of every scope."""
        return f"forms.field.{self.scope}-{self.tag}" if (self.scope, self.tag) in OWN_MEANING else f"forms.field.{self.tag}"


_PLAIN: Final[Mapping[str, Mapping[Kind, str]]] = {
    "plan": {
        "text": "family_name plan_code plan_name plan_state digest check_code agency facilitator monitored_by languages"
        " rules_agreed_by confidentiality getting_help_again copy_for left_out part_2_notice map_legend",
        "number": "plan_number",
        "date": "today fixed_on enrolled_on",
        "check": "signed first_plan later_plan interim",
        "words": "vision mission",
        "lines": "story culture",
        "picture": "map",
        "by_hand": "by_hand",
    },
    "person": {
        "text": "name legal_name pronouns role languages home address phone email decides gone comes_from",
        "date": "born",
        "number": "age",
        "check": "interpreter enrolled pet",
        "lines": "note",
    },
    "household": {"text": "name address phone email", "lines": "note"},
    "way": {"text": "value note"},
    "decision": {"text": "who note", "date": "until"},
    "member": {
        "text": "name role role_on_team organisation phone email update",
        "date": "invited_on left_on",
        "check": "must_be_there present",
    },
    "support": {
        "text": "name pronouns role organisation area ties phone email note helpful",
        "date": "since until",
    },
    "tie": {"text": "who to feels flow said_by note"},
    "strength": {"words": "words", "text": "whose setting area said_by"},
    "worry": {"words": "words", "text": "whose said_by"},
    "need": {"words": "words", "number": "number", "text": "whose area said_by", "check": "gap", "lines": "note"},
    "outcome": {
        "words": "words",
        "number": "number",
        "text": "baseline target measure watched_by",
        "date": "starts_on due",
    },
    "reading": {"date": "day", "text": "value who", "number": "score"},
    "strategy": {
        "words": "words",
        "number": "number",
        "text": "leans_on carried_by scope amount frequency duration provider time_frame",
        "date": "starts_on ends_on",
    },
    "task": {
        "words": "words",
        "text": "who when note",
        "date": "due status_on moved_from from_meeting",
        "check": "done",
    },
    "option": {"words": "words", "text": "proposed_by", "check": "chosen"},
    "mandate": {"words": "words", "text": "said_by whose", "date": "until"},
    "risk": {"words": "words", "text": "backup whose watched_by"},
    "crisis_plan": {
        "words": "definition",
        "text": "whose over_when weapons_and_medicine where_siblings_go tell_police",
        "date": "written_on revised_on",
    },
    "stage": {"words": "words", "number": "intensity", "text": "who"},
    "call": {"text": "name phone when", "check": "day_and_night"},
    "past_crisis": {"date": "day", "words": "words", "text": "what_helped"},
    "moving_on": {"words": "words", "text": "support carried_by", "date": "due reached_on"},
    "meeting": {"date": "day notice_on", "time": "time", "text": "place purpose update_reason came absent"},
    "attendance": {"text": "name role interpreter update", "time": "arrived left", "check": "present"},
    "agreement": {"text": "name", "number": "degree", "words": "dissent", "date": "until day"},
    "signer": {
        "text": "name role typed_name witness interpreter language for_whom statement received_by scan note",
        "date": "signed_on received_on noted_on expected_by",
        "check": "signed saw_the_plan",
    },
    "signature": {
        "text": "name role typed_name witness interpreter language for_whom statement received_by scan note",
        "date": "signed_on received_on noted_on expected_by",
        "number": "plan_number",
        "check": "saw_the_plan",
    },
    "copy": {"text": "to", "number": "plan_number", "date": "owed_by given_on"},
    "release": {
        "text": "records whose discloser what to purpose signed_by",
        "date": "starts_on ends_on revoked_on signed_on",
    },
    "contact": {"date": "day", "text": "who by", "lines": "told"},
    "parked": {"words": "words", "check": "settled"},
    "assessment": {"text": "instrument whose by", "date": "day"},
    "rating": {"text": "area code meaning", "number": "value"},
    "other_view": {"words": "words", "text": "who part", "date": "day"},
    "line": {"text": "line"},
}
"""The fields that lead to no other scope, by scope and kind."""

_LEADS: Final[Mapping[str, Mapping[str, tuple[str, tuple[str, ...]]]]] = {
    "plan": {
        "child": ("=person", ()),
        "home": ("=household", ()),
        "meeting": ("=meeting", ()),
        "next_meeting": ("=meeting", ()),
        "crisis": ("=crisis_plan", ()),
        "children": ("person", ()),
        "caregivers": ("person", ()),
        "guardians": ("person", ()),
        "people": ("person", PEOPLE),
        "households": ("household", ()),
        "ground_rules": ("line", ()),
        "team": ("member", PART),
        "helpers": ("person", ()),
        "supports": ("support", SUPPORT),
        "map_words": ("line", ()),
        "all_ties": ("tie", ("noted",)),
        "strengths": ("strength", AREA),
        "worries": ("worry", ()),
        "needs": ("need", (*AREA, *NEED, "gap")),
        "outcomes": ("outcome", (*OUTCOME, ALONE)),
        "options": ("option", (*SUPPORT, ALONE)),
        "strategies": ("strategy", (*SUPPORT, ALONE)),
        "tasks": ("task", (*TASK, ALONE)),
        "mandates": ("mandate", ()),
        "risks": ("risk", ()),
        "crisis_plans": ("crisis_plan", ()),
        "moving_on": ("moving_on", ASPECTS),
        "meetings": ("meeting", ()),
        "coming_meetings": ("meeting", ()),
        "contacts": ("contact", ()),
        "parked": ("parked", ()),
        "assessments": ("assessment", ()),
        "agreements": ("agreement", ()),
        "other_views": ("other_view", ()),
        "signers": ("signer", SIGNERS),
        "signatures": ("signature", HOW),
        "outstanding": ("line", ()),
        "copies": ("copy", ()),
        "releases": ("release", ()),
    },
    "person": {
        "ways": ("way", ()),
        "decisions": ("decision", ()),
        "strengths": ("strength", AREA),
        "needs": ("need", (*AREA, *NEED, "gap")),
        "worries": ("worry", ()),
        "mandates": ("mandate", ()),
        "risks": ("risk", ()),
        "crisis_plans": ("crisis_plan", ()),
        "assessments": ("assessment", ()),
    },
    "household": {"ways": ("way", ()), "people": ("person", PEOPLE)},
    "member": {"ways": ("way", ()), "strengths": ("strength", AREA)},
    "support": {"ways": ("way", ()), "people": ("person", ()), "all_ties": ("tie", ())},
    "need": {
        "worries": ("worry", ()),
        "outcomes": ("outcome", OUTCOME),
        "strategies": ("strategy", SUPPORT),
        "tasks": ("task", TASK),
        "options": ("option", SUPPORT),
        "strengths": ("strength", ()),
    },
    "outcome": {
        "needs": ("need", ()),
        "strategies": ("strategy", SUPPORT),
        "tasks": ("task", TASK),
        "readings": ("reading", ()),
    },
    "strategy": {
        "needs": ("need", ()),
        "outcomes": ("outcome", ()),
        "strengths": ("strength", ()),
        "tasks": ("task", TASK),
    },
    "task": {"need": ("=need", ()), "strategy": ("=strategy", ())},
    "option": {"need": ("=need", ()), "strategies": ("strategy", ())},
    "crisis_plan": {
        "triggers": ("line", ()),
        "early_signs": ("line", ()),
        "what_helps": ("line", ()),
        "what_makes_it_worse": ("line", ()),
        "must_not_be_called": ("line", ()),
        "stages": ("stage", PLACES),
        "calls": ("call", ()),
        "past_crises": ("past_crisis", ()),
    },
    "meeting": {"attendance": ("attendance", CAME), "earlier_agreements": ("agreement", ())},
    "assessment": {"ratings": ("rating", ())},
}
"""The fields that lead to another scope: ``=`` to it once, else to a row for each, with what narrows them."""

OWN_MEANING: Final = frozenset(
    {("agreement", "until"), ("agreement", "day"), ("call", "when"), ("rating", "value"), ("support", "people")}
)
"""Fields that mean something else here than where the same tag stands in another scope."""


def _every() -> Iterator[Field]:
    for scope, kinds in _PLAIN.items():
        for kind, tags in kinds.items():
            yield from (Field(scope, tag, kind) for tag in tags.split())
        yield from (Field(scope, tag, "choice", values=values) for (home, tag), values in CHOICES.items() if home == scope)
        for tag, (target, narrows) in _LEADS.get(scope, {}).items():
            kind = "one" if target.startswith("=") else "list"
            yield Field(scope, tag, kind, of=target.removeprefix("="), narrows=narrows)
        if scope != TOP:
            yield Field(scope, "row", "number")


FIELDS: Final = tuple(_every())
"""Every field, scope by scope, the plan as a whole first."""
SCOPES: Final = tuple(_PLAIN)
"""Every scope; its name in words is the message ``forms.scope.NAME``."""
BY_SCOPE: Final[Mapping[str, Mapping[str, Field]]] = MappingProxyType(
    {scope: MappingProxyType({field.tag: field for field in FIELDS if field.scope == scope}) for scope in SCOPES}
)
"""The fields of each scope by tag."""
DATE_PARTS: Final = ("day", "month", "year")
"""Parts of a date: ``born:year``, and one figure of it where the form has a box for each: ``born:year.3``."""
WORDS_FORMS: Final = ("reworded", "translated", "all", "besides")
"""How what somebody said may be printed: in their own words unless the tag says otherwise; ``besides`` is all but those."""
IF_ANY: Final = "if_any"
"""Narrowed so, what a control holds is written only where its field says something."""
