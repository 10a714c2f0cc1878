"""What a copy that comes back may bring in: a list of kinds and fields, and nothing beside it.

Anybody who has a file can rewrite the plan in it. So no file makes anything that lets somebody see more (releases, the team,
supports, homes, who may see a line), and none speaks for somebody (signatures, agreements, "agreed" to a task).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Annotated, Final, Literal, get_args, get_origin

from teammeet.desk.bounded import OfACopy, narrowed
from teammeet.model.family import Family
from teammeet.model.record import ITEM_KINDS, LIST_OF, Edition
from teammeet.model.shapes import references, shape_of
from teammeet.model.sharing import Agreement, Release, Signature
from teammeet.model.supports import TeamMember
from teammeet.model.values import Item, Words

_CRISIS: Final = (
    "definition", "triggers", "early_signs", "what_helps", "what_makes_it_worse", "over_when", "weapons_and_medicine",
    "where_siblings_go", "must_not_be_called", "tell_police_or_crisis_line",
)  # fmt: skip
FIELDS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "mandates": ("words", "said_by", "of", "until"),
        "strengths": ("words", "whose", "setting", "domain", "said_by"),
        "worries": ("words", "whose", "said_by"),
        "needs": ("words", "whose", "domain", "behind", "gap", "said_by", "note"),
        "outcomes": ("words", "needs", "baseline", "target", "measure", "starts_on", "due", "monitored_by"),
        "readings": ("outcome", "on", "value", "score", "by"),
        "options": ("words", "need", "outcome", "proposed_by", "source"),
        "strategies": (
            "words", "option", "needs", "outcomes", "source", "leans_on", "carried_by", "scope", "amount", "frequency",
            "duration", "provider", "starts_on", "ends_on",
        ),
        "tasks": ("words", "owners", "strategy", "need", "due", "due_said", "note"),
        "risks": ("words", "backup", "whose", "watched_by"),
        "crisis_plans": ("whose", *_CRISIS),
        "crisis_stages": ("plan", "place", "intensity", "words", "who", "who_said"),
        "crisis_calls": ("plan", "who", "name", "phone", "when", "day_and_night"),
        "past_crises": ("plan", "on", "words", "what_helped"),
        "transition": ("aspect", "words", "support", "carried_by", "due"),
    }
)  # fmt: skip
"""By list, the fields of an item that comes in new. How far it has come, who agreed and its rank are for the family to say."""
_TEXTS_ALONE: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "header": ("vision", "mission", "story", "culture", "ground_rules", "confidentiality", "getting_help_again"),
        "people": ("used_name",),
        "supports": ("note",),
        "ties": ("note",),
        "parked": ("words",),
    }
)
"""Lists of which no item comes in, but of which these texts may be another."""
_TEXT_IN_A_FIELD: Final = re.compile(r"(\.text|\.reworded|\.translations\.\d+\.text|\.\d+)?")
NARROWING: Final = ("record", "record_of", "kept_from", "only_for", "taken_back")
"""Fields that keep an item from somebody: what a file says in them is heeded where it narrows."""

Why = Literal["sees", "signed", "said", "beside", "leans", "text", "field", "other"]
_WHY: Final[Mapping[str, Why]] = MappingProxyType(
    {
        **dict.fromkeys(("releases", "team", "supports", "households", "people", "ties", "spotlights"), "sees"),
        **dict.fromkeys(("signatures", "editions"), "signed"),
        **dict.fromkeys(("agreements", "sections_read", "meeting_ratings", "attendances", "copies"), "said"),
    }
)
UNFIT_FOR_A_NEW_FAMILY: Final = ("releases", "signatures", "editions", "agreements", "sections_read", "copies")
"""What of a family that is new here a file does not bring either: it would be in force, and nobody here saw it done."""
BOUND: Final = frozenset(ITEM_KINDS) - {"header", "households", "team", "meetings", "attendances"}
"""Lists of which, in a family that is new, only those see anything whom the copy was for: it may have been for them alone."""


@dataclass(frozen=True, slots=True)
class NotTaken:
    """Something that the file has and that is not taken: what it is, how it is called, why (``back.why.*``).

    ``field`` is the part of it that is meant; empty where it is all of it.
    """

    kind: str
    title: str
    why: Why
    field: str = ""


def why_not(kind: str, other: Why) -> Why:
    """Why nothing of items of this kind is taken; ``other`` if it is for no reason of the kind."""
    return _WHY.get(kind, other)


def admits_text(kind: str, path: str) -> bool:
    """Whether a text of an item that is in the record may come from a file."""
    field, _, rest = path.partition(".")
    fields = (*FIELDS.get(kind, ()), *_TEXTS_ALONE.get(kind, ()))
    return field in fields and _holds_text(kind, field) and _TEXT_IN_A_FIELD.fullmatch(f".{rest}" if rest else "") is not None


@cache
def _holds_text(kind: str, field: str) -> bool:
    """Whether people's words stand in a field: no id, no choice, no day."""
    if any(shape.lists for shape in shape_of(ITEM_KINDS[kind]) if shape.name == field):
        return False
    held = ITEM_KINDS[kind].model_fields[field].annotation
    inner = get_args(held)[0] if get_origin(held) is tuple else held
    return inner in (Words, str) or (get_origin(inner) is Annotated and get_args(inner)[0] is str)


def new_items(
    family: Family, present: Family, gone: Mapping[str, Item | None], bounds: OfACopy
) -> tuple[tuple[Item, ...], tuple[NotTaken, ...]]:
    """What the record does not have: the items as they may come in, and those that may not.

    Each is for nobody who may not see what it leans on, nor for anybody outside ``bounds``; what is ``gone`` from the record
    is as narrow as it was.
    """
    fresh: dict[str, Item] = {}
    left_out: list[NotTaken] = []
    for item in family.items():
        kind = LIST_OF[type(item)]
        if kind == "header" or present.get(item.id) is not None:
            continue
        if kind not in FIELDS:
            left_out.append(NotTaken(kind, title_in(family, item), _WHY.get(kind, "beside")))
            continue
        bare = _as_admitted(item)
        leans_on = {to: fresh.get(to) or present.get(to) for _, to, _ in references(bare)}
        if None in leans_on.values():
            left_out.append(NotTaken(kind, title_in(family, item), "leans"))
            continue
        others = [on for on in leans_on.values() if on and LIST_OF[type(on)] in FIELDS]
        before = [gone[item.id] or OfACopy(taken_back=True)] if item.id in gone else []
        fresh[item.id] = narrowed(bare, (*others, *before, bounds))
    return tuple(fresh.values()), tuple(left_out)


def fit_for_a_new_family(family: Family, bounds: OfACopy) -> tuple[Family, tuple[NotTaken, ...]]:
    """A family that is not here, without what a file may not put in force; and what that was. The plan is for ``bounds``.

    A task is asked of somebody again: that they agreed to it they say here.
    """
    gone = tuple(item for name in UNFIT_FOR_A_NEW_FAMILY for item in getattr(family, name))
    left_out = [NotTaken(kind := LIST_OF[type(item)], title_in(family, item), _WHY.get(kind, "sees")) for item in gone]
    left_out += [NotTaken("tasks", title_in(family, task), "said") for task in family.tasks if task.consent == "agreed"]
    ids = {item.id for item in gone}
    kept = (_asked_again(item) for item in family.items() if item.id not in ids)
    return bounded(Family.of_items(kept), bounds), tuple(left_out)


def bounded(family: Family, bounds: OfACopy) -> Family:
    """A family that is new here from a copy: of what the copy tells, nobody sees more than those whom it was made for."""
    if bounds == OfACopy():
        return family
    return Family.of_items(narrowed(item, (bounds,)) if LIST_OF[type(item)] in BOUND else item for item in family.items())


def title_in(family: Family, item: Item | None) -> str:
    """What an item says first of itself; of one that is somebody's, who that is. Empty for one that only ties others."""
    if item is None:
        return ""
    if isinstance(item, (TeamMember, Agreement, Signature)):
        return family.label(item.who)
    if isinstance(item, Release):
        return ", ".join(filter(None, (item.what, *family.labels(item.to))))
    if isinstance(item, Edition):
        return str(item.number)
    words = getattr(item, "words", None)
    said = str(words) if isinstance(words, (Words, str)) else ""
    return said or family.label(item.id) or family.label(getattr(item, "who", None)) or str(getattr(item, "name", ""))


def fields_that_say(item: Item) -> Iterator[str]:
    """The fields of an item that comes in new which are not blank, also those that keep it from somebody."""
    shape = {field.name: field for field in shape_of(type(item))}
    for name in (*FIELDS[LIST_OF[type(item)]], *NARROWING):
        if getattr(item, name) != shape[name].blank:
            yield name


def fields_left_off(item: Item) -> Iterator[str]:
    """The fields of an item that say something and that a new one does not bring."""
    for field in shape_of(type(item)):
        kept = ("id", "position", *FIELDS[LIST_OF[type(item)]], *NARROWING)
        if field.name not in kept and getattr(item, field.name) != field.blank:
            yield field.name


def _as_admitted(item: Item) -> Item:
    """``item`` with nothing in the fields that no file fills."""
    kept = {"id", *FIELDS[LIST_OF[type(item)]], *NARROWING}
    return item.model_copy(update={field.name: field.blank for field in shape_of(type(item)) if field.name not in kept})


def _asked_again(item: Item) -> Item:
    if isinstance(item, ITEM_KINDS["tasks"]):
        return item.model_copy(update={"consent": "asked"})
    return item.model_copy(update={"rules_agreed_by": ()}) if isinstance(item, ITEM_KINDS["header"]) else item
