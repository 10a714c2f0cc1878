"""Non-interference: two families that differ only in what a reader may not see look the same to that reader, byte by byte.

What a reader may not see is worked out here anew, from the declarations of the fields and from the rule as it is written down,
not with the code that makes Views.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, get_args

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.model.drawn import families, fields_of, values

from teammeet.model import readers
from teammeet.model.crisis import CrisisCall, CrisisPlan, CrisisStage, PastCrisis
from teammeet.model.family import Family
from teammeet.model.family_file import write_family
from teammeet.model.meetings import ContactBetween, MeetingRating
from teammeet.model.people import Header, Household, Person
from teammeet.model.plan import Assessment, Rating
from teammeet.model.readers import Reader
from teammeet.model.record import ITEM_KINDS
from teammeet.model.values import Circle, Item, Seen, Value
from teammeet.model.view import View

DAY: Final = date(2026, 3, 2)
PATIENT: Final = settings(suppress_health_check=list(HealthCheck), max_examples=20)
MAY_SEE: Final[Mapping[str, set[str]]] = {
    "room": {"room", "family", "team", "facilitator", "agency", "recipient"},
    "family": {"family", "facilitator"},
    "team": {"family", "team", "facilitator", "agency"},
    "facilitator": {"facilitator"},
    "agency": {"facilitator", "agency"},
    "household": {"facilitator"},
}
"""The rule, written down once more."""
TEAM_ONLY: Final = (Assessment, ContactBetween, CrisisCall, CrisisPlan, CrisisStage, PastCrisis, Rating)
"""Kinds of which others may not even know that there are any."""
LEFT_ALONE: Final = ("releases", "team", "editions")
"""Lists that decide who a reader is; they have tests of their own."""
AS_HIDDEN_AS_BEFORE: Final = ("id", "record", "record_of", "kept_from", "only_for", "taken_back", "position")
WHO_THEY_ARE: Final[Mapping[type[Item], tuple[str, ...]]] = {Person: ("support", "households", "nature", "life")}


@dataclass(frozen=True)
class Rule:
    """What the rule says of one reader: its role, its households, and the ids of each person that it stands for."""

    role: str
    households: frozenset[str]
    people: tuple[frozenset[str], ...]
    on_wall: bool = False

    def hides(self, item: Item) -> bool:
        """Whether the item as a whole is hidden."""
        if isinstance(item, TEAM_ONLY) and self.role not in MAY_SEE["team"]:
            return True
        if self.role == "facilitator" or isinstance(item, Header):
            return False
        if isinstance(item, MeetingRating) or item.taken_back:
            return True
        if self.role == "agency":
            return bool(item.only_for) or item.record != "none"
        return any(self._hides_from(ids, item) for ids in self.people or (frozenset[str](),))

    @staticmethod
    def _hides_from(ids: frozenset[str], item: Item) -> bool:
        named = ids & set(item.only_for) if item.only_for else not (ids & set(item.kept_from) if ids else item.kept_from)
        return not named or (item.record != "none" and item.record_of not in ids)

    def hides_field(self, value: Value, seen: Seen, owners: frozenset[str]) -> bool:
        """Whether a field is hidden, by its own circle or the one that its value names."""
        circle = getattr(value, seen.said_in) if seen.said_in else seen.circle
        if seen.said_in and self.on_wall:
            return bool(circle != "room")
        return self.role not in MAY_SEE[circle] and not (circle == "household" and self.households & owners)


def rule_of(reader: Reader) -> Rule:
    members = reader.members or ((reader,) if reader.ids else ())
    return Rule(reader.role, reader.households, tuple(member.ids for member in members), reader.on_wall)


def seen_mark(kind: type[Value], name: str) -> Seen:
    info = kind.model_fields[name]
    return next((mark for mark in info.metadata if isinstance(mark, Seen)), Seen())


READERS: Final[dict[str, Callable[[Family], Reader]]] = {
    "the room of two": lambda family: readers.room(family, ("people-0", "supports-0"), DAY),
    "an empty room": lambda family: readers.room(family, (), DAY),
    "the team": lambda family: readers.team(family, DAY),
    "the family": lambda family: readers.family(family, DAY),
    "a person": lambda family: readers.somebody(family, "people-0", DAY),
    "a support": lambda family: readers.somebody(family, "supports-0", DAY),
    "a household": lambda family: readers.household(family, "households-0", DAY),
    "the agency": lambda family: readers.agency(DAY),
}


def other_hidden(draw: st.DrawFn, value: Any, rule: Rule, owners: frozenset[str], ids: Mapping[str, list[str]]) -> Any:
    """``value`` with everything that the rule hides in it drawn anew, and nothing else changed."""
    if isinstance(value, tuple):
        return tuple(other_hidden(draw, part, rule, owners, ids) for part in value)
    if not isinstance(value, Value):
        return value
    drawn = fields_of(type(value), ids)
    changes: dict[str, Any] = {}
    for name in type(value).model_fields:
        seen = seen_mark(type(value), name)
        if name in ("kept_from", "only_for", "record_of", "taken_back"):
            continue
        if rule.hides_field(value, seen, owners):
            changes[name] = draw(drawn[name]) if name in drawn else getattr(value, name)
        else:
            changes[name] = other_hidden(draw, getattr(value, name), rule, owners, ids)
    if "position" in changes:
        changes["position"] = value.position  # type: ignore[attr-defined]  # the order of a list is seen, its numbers are not
    return value.changed(**changes)


def owners_of(item: Item) -> frozenset[str]:
    if isinstance(item, Household):
        return frozenset({item.id})
    return frozenset(item.households) if isinstance(item, Person) else frozenset()


@st.composite
def twins(draw: st.DrawFn, reader_of: Callable[[Family], Reader]) -> tuple[Family, Family]:
    """Two families that differ only in what the reader may not see: hidden fields, hidden items, more hidden items."""
    family = draw(families(without=LEFT_ALONE))
    rule = rule_of(reader_of(family))
    ids = {name: [item.id for item in getattr(family, name)] for name in Family.list_names()}
    items: list[Item] = []
    for item in family.items():
        if rule.hides(item):
            kept = {name: getattr(item, name) for name in AS_HIDDEN_AS_BEFORE}
            kept |= {name: getattr(item, name) for name in WHO_THEY_ARE.get(type(item), ())}
            items.append(draw(values(type(item), ids, **kept)))
        else:
            items.append(other_hidden(draw, item, rule, owners_of(item), ids))
    if rule.role != "agency":
        items += _more_for_the_team(draw, rule, ids)
        kinds = ("needs", "tasks", "strengths", "worries", "parked", "risks")
        for number in range(draw(st.integers(0, 2))):
            kind = ITEM_KINDS[draw(st.sampled_from(kinds))]
            items.append(draw(values(kind, ids, id=f"more-{number}", record="legal", record_of=None)))
    return family, Family.of_items(items)


def _more_for_the_team(draw: st.DrawFn, rule: Rule, ids: Mapping[str, list[str]]) -> list[Item]:
    """More items of the kinds that the team alone may know of, for a reader who is not of it."""
    if rule.role in MAY_SEE["team"]:
        return []
    kinds: list[type[Item]] = draw(st.lists(st.sampled_from((Assessment, CrisisPlan, ContactBetween)), max_size=2))
    return [draw(values(kind, ids, id=f"team-{number}")) for number, kind in enumerate(kinds)]


def looks(view: View) -> Iterator[object]:
    yield from (view.digest, write_family(view), view.withheld, view.plan_number, view.signed)
    yield tuple(view.items())


@pytest.mark.parametrize("reader_of", READERS.values(), ids=READERS)
@PATIENT
@given(data=st.data())
def test_what_a_reader_may_not_see_changes_nothing_in_the_view(
    reader_of: Callable[[Family], Reader], data: st.DataObject
) -> None:
    one, other = data.draw(twins(reader_of))
    first, second = one.seen_by(reader_of(one)), other.seen_by(reader_of(other))
    assert list(looks(first)) == list(looks(second))


@PATIENT
@given(data=st.data())
def test_the_facilitator_sees_every_difference(data: st.DataObject) -> None:
    one, other = data.draw(twins(READERS["the room of two"]))
    assume(one != other)
    assert list(looks(one.seen_by(readers.facilitator(DAY)))) != list(looks(other.seen_by(readers.facilitator(DAY))))


def test_a_planted_leak_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(readers.CIRCLES, "facilitator", frozenset({"facilitator", "team"}))
    one = Family.of_items([Header(id="fam", name="Rivera", private_note="one")])
    other = Family.of_items([Header(id="fam", name="Rivera", private_note="two")])
    first, second = (family.seen_by(readers.team(family, DAY)) for family in (one, other))
    assert list(looks(first)) != list(looks(second))


def canary(kind: type[Value], place: str, circle: Circle) -> Any:
    """A value of ``kind`` whose every text says where it stands and who may see it, told by ``circle`` where it is told."""
    fields: dict[str, Any] = {}
    for name, info in kind.model_fields.items():
        seen = seen_mark(kind, name)
        may_see = circle if seen.said_in else seen.circle
        where = f"canary {place}.{name} for {may_see}"
        if info.annotation is str and not any(getattr(mark, "pattern", None) for mark in info.metadata):
            fields[name] = where
        elif str(info.annotation).startswith("tuple[") and _is_text(info.annotation):
            fields[name] = (where,)
        elif isinstance(info.annotation, type) and issubclass(info.annotation, Value) and not issubclass(info.annotation, Item):
            fields[name] = canary(info.annotation, f"{place}.{name} for {may_see}", circle)
        elif name.endswith("shown_to"):
            fields[name] = circle
    return kind(**fields) if not issubclass(kind, Item) else fields


def _is_text(annotation: Any) -> bool:
    part = get_args(annotation)[0]
    return hasattr(part, "__metadata__") and get_args(part)[0] is str and "pattern" not in str(part)


@pytest.mark.parametrize("circle", ["room", "family", "team", "facilitator", "agency", "household"])
@pytest.mark.parametrize("role", ["the room of two", "the team", "the family", "the agency", "a support", "a person"])
def test_no_canary_sings_where_its_circle_ends(role: str, circle: Circle) -> None:
    family = canary_family(circle)
    reader = READERS[role](family)
    written = write_family(family.seen_by(reader))
    places = [piece.split('"')[0] for piece in written.split("canary ")[1:]]
    singing = {circle for piece in places for circle in MAY_SEE if f" for {circle}" in piece}
    assert all(reader.role in MAY_SEE[one] for one in singing)
    assert "room" in singing
    everything = write_family(family.seen_by(readers.facilitator(DAY)))
    assert {one for one in MAY_SEE if f" for {one}" in everything} >= {"room", "team", "family", "facilitator", "agency"}


def canary_family(circle: Circle) -> Family:
    """A family with one item of every kind, each full of canaries."""
    ids = {name: f"{name.replace('_', '-')}-0" for name in ITEM_KINDS} | {"header": "fam"}
    required: dict[str, dict[str, Any]] = {
        "ties": {"support": ids["supports"], "to": ids["households"]},
        "team": {"who": ids["supports"]},
        "readings": {"outcome": ids["outcomes"], "on": DAY},
        "crisis_stages": {"plan": ids["crisis_plans"]},
        "crisis_calls": {"plan": ids["crisis_plans"]},
        "past_crises": {"plan": ids["crisis_plans"]},
        "attendances": {"meeting": ids["meetings"], "who": ids["people"]},
        "contacts": {"on": DAY},
        "agreements": {"who": ids["people"]},
        "sections_read": {"meeting": ids["meetings"], "section": "needs"},
        "meeting_ratings": {"meeting": ids["meetings"]},
        "signatures": {"who": ids["people"], "edition": 1, "method": "typed"},
        "ratings": {"assessment": ids["assessments"], "value": 1},
    }
    items = [
        kind(**{**canary(kind, name, circle), **required.get(name, {}), "id": ids[name]})
        for name, kind in ITEM_KINDS.items()
        if name != "editions"
    ]
    return Family.of_items(items)


def test_every_text_of_every_kind_carries_a_canary() -> None:
    written = write_family(canary_family("room").seen_by(readers.facilitator(DAY)))
    for place in (
        "header.private_note",
        "people.legal_name",
        "households.address",
        "needs.words for room.text",
        "crisis_plans.triggers",
    ):
        assert f"canary {place}" in written
