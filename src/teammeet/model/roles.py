"""Roles in place of names: a View in which nobody is named, for a picture or a document that is given away.

It is made of what a reader sees (:func:`teammeet.model.view.view_of`), never of more: a name that the reader does not see
cannot be found in words, for that it was found would tell of it. What is nowhere noted as a name, such as a nickname in a
line or a place, stays: whoever asks for roles is told to read the document first.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any, Final, TypeVar, get_args

from pydantic.fields import FieldInfo

from teammeet.messages import text
from teammeet.model.crisis import CrisisCall, CrisisPlan, CrisisStage
from teammeet.model.domains import DOMAINS
from teammeet.model.known_names import FreeName, Roles, role_in, roles_of
from teammeet.model.meetings import Attendance, ContactBetween, Meeting, PrivateNote, StepMinutes
from teammeet.model.names_in_words import words_of
from teammeet.model.people import Contact, DecisionRight, Header, Household, Mandate, Person
from teammeet.model.plan import Assessment, Rating, Strategy, Task
from teammeet.model.shapes import shape_of
from teammeet.model.sharing import Copy, Release, Signature
from teammeet.model.spelled_names import says_no_name
from teammeet.model.supports import Support, TeamMember
from teammeet.model.values import Translation, Value
from teammeet.model.view import View
from teammeet.text import NAME_LIMIT

V = TypeVar("V", bound=Value)

KEPT_AS_WORDS: Final[frozenset[tuple[type[Value], str]]] = frozenset(
    {
        (Person, "pronouns"),
        (Support, "pronouns"),
        (TeamMember, "role_on_team"),
        (Strategy, "amount"),
        (Strategy, "frequency"),
        (Strategy, "duration"),
        (Task, "due_said"),
        (Signature, "role"),
        (Assessment, "instrument"),
        (Rating, "domain"),
        (Rating, "code"),
        (Meeting, "agenda"),
        (Meeting, "steps_left"),
        (StepMinutes, "step"),
        (PrivateNote, "step"),
    }
)
"""Short fields that say no name of anybody: they stay, with the names in them replaced. Any other short field is a name."""

STAND_INS: Final[Mapping[tuple[type[Value], str], str]] = {
    (Header, "agency"): "agency",
    (Header, "facilitator"): "facilitator",
    (Header, "monitored_by"): "somebody",
    (DecisionRight, "held_by_name"): "somebody",
    (Mandate, "said_by"): "somebody",
    (Strategy, "provider"): "provider",
    (Assessment, "by"): "somebody",
    (Attendance, "interpreter"): "interpreter",
    (ContactBetween, "by"): "somebody",
    (CrisisStage, "who_said"): "somebody",
    (CrisisCall, "name"): "somebody",
    (CrisisPlan, "must_not_be_called"): "somebody",
    (Signature, "witness"): "somebody",
    (Signature, "interpreter"): "interpreter",
    (Signature, "received_by"): "somebody",
    (Copy, "to_name"): "somebody",
    (Release, "discloser"): "somebody",
    (Release, "signed_by"): "somebody",
    (Translation, "by"): "somebody",
}
"""Names without an item of their own, with what is said instead (``roles.*``). A name that is neither here nor above goes."""

_OF_PEOPLE: Final = ("facilitator", "somebody", "interpreter")
_MOST_WORDS_OF_A_NAME: Final = 4
"""A line that holds a name is one only if it is short; else it is what somebody said."""

_GO_WHOLE: Final = ("signatures", "editions", "spotlights")
"""What was signed is the plan with its names; views of the map that were kept are called by names."""
_OF_THE_VIEW: Final = ("role", "on", "withheld", "service", "part_two", "left_out")
_BEARERS: Final = (Person, Support, Household)


def with_roles(view: View, language: str) -> View:
    """``view`` with a role where a name stood, in every field, and with ids that lead nowhere; it is no signed plan.

    Days of birth, addresses, telephone numbers and other ways to reach somebody, time zones and signatures go.
    """
    return _all_in_roles((view,), language)[0]


def both_in_roles(view: View, before: View, language: str) -> tuple[View, View]:
    """The same for two moments of one family as one reader sees them: who stands in both has one role and one id in both."""
    now, then = _all_in_roles((view, before), language)
    return now, then


def _all_in_roles(views: tuple[View, ...], language: str) -> tuple[View, ...]:
    free = (name for view in views for name in _free_names(view, language))
    roles = roles_of(views, language, free)
    lists = tuple(_lists_in_roles(view, roles, language) for view in views)
    ids = _new_ids(lists)
    return tuple(_with_lists(view, made, ids) for view, made in zip(views, lists, strict=True))


def _lists_in_roles(view: View, roles: Roles, language: str) -> dict[str, Any]:
    lists = {name: tuple(getattr(view, name)) for name in type(view).list_names() if name not in _GO_WHOLE}
    made: dict[str, Any] = {name: tuple(_in_roles(item, roles, language) for item in items) for name, items in lists.items()}
    return {"header": _in_roles(view.header, roles, language), **made}


def _with_lists(view: View, lists: Mapping[str, Any], ids: Mapping[str, str]) -> View:
    """A copy of ``view`` that holds ``lists``, with the new ids."""
    told: dict[str, Any] = {
        name: _with_ids(held, ids) if isinstance(held, Value) else tuple(_with_ids(item, ids) for item in held)
        for name, held in lists.items()
    }
    reader = ids.get(view.reader) if view.reader else None
    rest: dict[str, Any] = {name: getattr(view, name) for name in _OF_THE_VIEW}
    rest |= {"reader": reader, "about": ids.get(view.about) if view.about else None}
    return View.model_construct(**told, **rest, plan_number=view.plan_number, signed=False, in_roles=True)


@dataclass(frozen=True, slots=True)
class _Use:
    """What a field of text holds: a name or words."""

    name: str
    is_name: bool


@cache
def _texts(kind: type[Value]) -> tuple[_Use, ...]:
    """The fields of ``kind`` in which people's text stands; ids, tags and choices are none."""
    limits = ((name, _limit(info)) for name, info in kind.model_fields.items())
    return tuple(_Use(name, limit == NAME_LIMIT or (kind, name) in STAND_INS) for name, limit in limits if limit is not None)


def _limit(info: FieldInfo) -> int | None:
    """How long a field's text may be, as it is declared; nothing where it is no text."""
    marks = [*info.metadata, *_marks(info.annotation)]
    return next((limit for mark in marks if isinstance(limit := getattr(mark, "max_length", None), int)), None)


def _marks(annotation: Any) -> Iterator[Any]:
    for mark in getattr(annotation, "__metadata__", ()):
        yield from (mark, *getattr(mark, "metadata", ()))
    for argument in get_args(annotation):
        yield from _marks(argument)


def _values_in(value: Value) -> Iterator[Value]:
    """``value`` and every value in it."""
    yield value
    for name in type(value).model_fields:
        held = getattr(value, name)
        for part in held if isinstance(held, tuple) else (held,):
            if isinstance(part, Value):
                yield from _values_in(part)


def _free_names(view: View, language: str) -> Iterator[FreeName]:
    """The names that stand in fields without an item, with what is said instead in words."""
    left_out = text("roles.left-out", language)
    for value in (value for item in view.items() for value in _values_in(item)):
        if isinstance(value, _BEARERS):
            continue
        for use in _texts(type(value)):
            held = getattr(value, use.name)
            for said in held if isinstance(held, tuple) else (held,):
                if _is_a_name(value, use, said):
                    person = STAND_INS.get((type(value), use.name)) in _OF_PEOPLE
                    yield FreeName(said, _stand_in(value, use, said, language) or left_out, person)
    for home in view.households:
        yield from (FreeName(part, left_out, person=False) for part in (home.address, *home.address.split(",")))


def _is_a_name(value: Value, use: _Use, said: str) -> bool:
    """Whether a text is a name that stands without an item, not words; the family's own name is known otherwise."""
    place = (type(value), use.name)
    if not said or not use.is_name or place in KEPT_AS_WORDS or place == (Header, "name") or says_no_name(said):
        return False
    return place != (CrisisPlan, "must_not_be_called") or len(words_of(said)) <= _MOST_WORDS_OF_A_NAME


def _stand_in(value: Value, use: _Use, said: str, language: str) -> str:
    """What is said instead of such a name: what it says itself ("judge" of "Judge Ames"), else in general; nothing: it goes."""
    key = STAND_INS.get((type(value), use.name))
    if key is None:
        return ""
    return (role_in(said) if key == "somebody" else "") or text(f"roles.{key}", language)


def _in_roles(value: V, roles: Roles, language: str) -> V:
    """``value`` with a role for each name in it."""
    changes: dict[str, Any] = {}
    for use in _texts(type(value)):
        held = getattr(value, use.name)
        said = _texts_in_roles(value, use, held, roles, language)
        if said != held:
            changes[use.name] = said
    changes |= {name: part for name, part in _nested(value, roles, language) if part != getattr(value, name)}
    return value.model_copy(update=changes | _of_itself(value, roles, language))


def _texts_in_roles(value: Value, use: _Use, held: Any, roles: Roles, language: str) -> Any:
    if isinstance(held, tuple):
        return tuple(_text_in_roles(value, use, one, roles, language) for one in held)
    return _text_in_roles(value, use, held, roles, language)


def _text_in_roles(value: Value, use: _Use, said: str, roles: Roles, language: str) -> str:
    if not _is_a_name(value, use, said):
        return roles.names.replaced(said)
    instead = _stand_in(value, use, said, language)
    return (roles.names.of(said) or instead) if instead else ""


def _nested(value: Value, roles: Roles, language: str) -> Iterator[tuple[str, Any]]:
    """The fields that hold values, those in roles; ways to reach somebody are left out."""
    for name in type(value).model_fields:
        held = getattr(value, name)
        if isinstance(held, tuple) and held and isinstance(held[0], Value):
            yield name, tuple(_in_roles(part, roles, language) for part in held if not isinstance(part, Contact))
        elif isinstance(held, Value):
            yield name, _in_roles(held, roles, language)
        elif name == "domain" and type(value) is not Rating and held and held not in DOMAINS:
            words = held.replace("_", " ").replace("-", " ").title()  # an id has no capitals by which names are known
            yield name, held if roles.names.replaced(words) == words else None


def _of_itself(value: Value, roles: Roles, language: str) -> dict[str, Any]:
    """What a person, a support, a home and the family are called by now."""
    if isinstance(value, Person):
        return {"used_name": "", "legal_name": "", "born": None, "role": roles.of[value.id]}
    if isinstance(value, Support):
        return {"name": "", "organisation": "", "role": roles.of[value.id]}
    if isinstance(value, Household):
        return {"name": roles.of[value.id], "address": ""}
    if isinstance(value, Header):
        return {"name": text("roles.the-family", language)}
    if isinstance(value, CrisisCall):
        return {"phone": ""}
    if isinstance(value, Meeting):
        return {"place": "", "zone": ""}
    return {}


def _new_ids(views: tuple[Mapping[str, Any], ...]) -> dict[str, str]:
    """Ids in the order of the lists; the family's own comes of what its copy says, so that no two families have one."""
    ids: dict[str, str] = {}
    for name in views[0]:
        items = dict.fromkeys(item.id for lists in views for item in lists[name]) if name != "header" else ()
        ids |= {id: f"{name.replace('_', '-')}-{number}" for number, id in enumerate(items, start=1)}
    header = views[0]["header"]
    said = repr([header.model_copy(update={"id": "x"}), len(ids)])
    return {**ids, header.id: f"roles-{sha256(said.encode()).hexdigest()[:16]}"}


def _with_ids(value: V, ids: Mapping[str, str]) -> V:
    """``value`` with the new ids in every reference, and its own."""
    changes: dict[str, Any] = {}
    for field in shape_of(type(value)):
        held = getattr(value, field.name)
        if field.name == "id" or field.lists:
            many = isinstance(held, tuple)
            changes[field.name] = tuple(ids.get(one, one) for one in held) if many else ids.get(held, held)
        elif field.nested and held:
            many = isinstance(held, tuple)
            changes[field.name] = tuple(_with_ids(one, ids) for one in held) if many else _with_ids(held, ids)
    return value.model_copy(update=changes)
