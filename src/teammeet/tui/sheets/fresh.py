"""What a new item begins with: what the row it is added at says, and very little else."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from teammeet.model.crisis import CrisisPlan
from teammeet.model.family import Family
from teammeet.model.meetings import Meeting
from teammeet.model.people import Household, Person
from teammeet.model.plan import Assessment, Need, Option, Outcome, Strategy, Worry
from teammeet.model.record import ITEM_KINDS
from teammeet.model.supports import Support
from teammeet.model.values import Item
from teammeet.tui.forms import form_of
from teammeet.tui.forms.form import Draft

_SUGGESTED: dict[type[Item], tuple[str, ...]] = {
    Worry: ("needs",),
    Need: ("outcomes", "options", "strategies", "tasks"),
    Outcome: ("readings", "options", "strategies"),
    Option: ("strategies",),
    Strategy: ("tasks",),
    Support: ("ties", "people", "team"),
    Household: ("people",),
    Person: ("team",),
    Meeting: ("attendances", "parked", "notes"),
    CrisisPlan: ("crisis_stages", "crisis_calls", "past_crises"),
    Assessment: ("ratings",),
}
"""What most likely comes next at an item, before the rest of what the sheet offers."""


_KEYS: Final = "123456789abcdefghijklmnopqrstuvwxyz"


def offered(kinds: tuple[str, ...], kind_of_row: str, selected: Item | None) -> tuple[str, ...]:
    """What can be added here, the likeliest first."""
    likely = _SUGGESTED.get(type(selected), ()) if selected is not None else ()
    return tuple(dict.fromkeys((*filter(None, (kind_of_row,)), *likely, *kinds)))


def keys_of(kinds: tuple[str, ...]) -> dict[str, str]:
    """The key of each kind in the menu of a sheet that offers ``kinds``: always the same, wherever the cursor is."""
    return dict(zip(dict.fromkeys((*kinds, *ITEM_KINDS)), _KEYS, strict=False))


def fresh(family: Family, kind: str, selected: Item | None, today: date) -> Draft:
    """The draft of a new item of the list ``kind``, added at ``selected``."""
    given: dict[str, Any] = {**_dated(kind, today), **_belonging(kind, selected), **_only_plan(family, kind)}
    youths = tuple(person.id for person in family.people if person.enrolled)
    if kind == "needs" and len(youths) == 1:
        given["whose"] = youths
    known = ITEM_KINDS[kind].model_fields
    return Draft.new(form_of(ITEM_KINDS[kind]), **{name: value for name, value in given.items() if name in known})


def _dated(kind: str, today: date) -> dict[str, Any]:
    """What happened is written down on the day: an observation, a contact, a note."""
    return {"on": today} if kind in ("readings", "contacts", "notes") else {}


def _only_plan(family: Family, kind: str) -> dict[str, Any]:
    """Where there is one crisis plan, its parts belong to it."""
    if kind in ("crisis_stages", "crisis_calls", "past_crises") and len(family.crisis_plans) == 1:
        return {"plan": family.crisis_plans[0].id}
    return {}


def _belonging(kind: str, selected: Item | None) -> dict[str, Any]:
    """How a new item belongs to the one it is added at."""
    match selected:
        case Worry():
            return {"behind": (selected.id,)} if kind == "needs" else {}
        case Need():
            return {"needs": (selected.id,), "need": selected.id}
        case Outcome():
            return {"outcomes": (selected.id,), "outcome": selected.id, "needs": selected.needs}
        case Option():
            needs = (selected.need,) if selected.need else ()
            outcomes = (selected.outcome,) if selected.outcome else ()
            chosen = {"option": selected.id, "needs": needs, "outcomes": outcomes, "source": selected.source}
            return {**chosen, "words": selected.words} if kind == "strategies" else {}
        case Strategy():
            return {"strategy": selected.id} if kind == "tasks" else {}
        case Support():
            return {"support": selected.id, "who": selected.id} if kind in ("ties", "people", "team") else {}
        case Person():
            return {"who": selected.id} if kind == "team" else _from_person(kind, selected)
        case Household():
            return {"households": (selected.id,)} if kind == "people" else {}
        case Meeting():
            return {"meeting": selected.id}
        case CrisisPlan():
            return {"plan": selected.id}
        case Assessment():
            return {"assessment": selected.id}
    return {}


def _from_person(kind: str, person: Person) -> dict[str, Any]:
    """Somebody new at a person lives where that person lives, or belongs to the same support; a tie begins at a helper."""
    if kind == "people":
        return {"households": person.households, "support": person.support}
    return {"support": person.id} if kind == "ties" and person.support else {}
