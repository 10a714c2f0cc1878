"""A family that has, of every kind, an item for each way in which one can be hidden, with a mark in every field of text.

It walks the model's declarations, so that a new field, a new kind of item and a new list are in it from the day they are
declared. Who may see a mark is worked out anew from the rule as it is written down, not by the code that makes Views.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any, Final, get_args, get_origin

from tests.model.test_non_interference import MAY_SEE, seen_mark
from tests.word.records import BEFORE, Filler

from teammeet.model.family import Family, put
from teammeet.model.family_file import read_family, write_family
from teammeet.model.people import Household, Person
from teammeet.model.record import ITEM_KINDS, Edition
from teammeet.model.sharing import Release
from teammeet.model.supports import Support, TeamMember
from teammeet.model.values import Circle, Item, Value

WAYS: Final[dict[str, dict[str, Any]]] = {
    "open": {},
    "kept": {"kept_from": ("dad",)},
    "only": {"only_for": ("mom",)},
    "drugs": {"record": "substance_use", "record_of": "ty"},
    "health": {"record": "health", "record_of": "mom"},
    "back": {"taken_back": True},
}
"""Each way in which an item may be hidden: from whom is said in :data:`_SEE`."""
_NOT_DAD: Final = ("household:moms", "person:mom", "youth:ty", "person:aide", "person:club", "agency")
_SERVICES: Final = ("school:school:ty", "primary-care:clinic:ty", "court:bench:ty", "child-welfare:office:ty")
_SEE: Final[dict[str, tuple[str, ...]]] = {
    "kept": (*_NOT_DAD, *_SERVICES),
    "only": ("person:mom", "household:moms"),
    "drugs": ("youth:ty", "primary-care:clinic:ty"),
    "health": ("person:mom", "household:moms"),
    "back": (),
}
"""Which readers may see what is hidden so, beside the facilitator."""
READERS: Final[dict[str, str]] = {
    "facilitator": "facilitator",
    "agency": "agency",
    "team": "team",
    "family": "family",
    "room": "room",
    "household:moms": "family",
    "household:dads": "family",
    "person:mom": "family",
    "person:dad": "family",
    "youth:ty": "family",
    "person:aide": "team",
    "person:club": "recipient",
    "school:school:ty": "recipient",
    "primary-care:clinic:ty": "recipient",
    "court:bench:ty": "recipient",
    "child-welfare:office:ty": "recipient",
}
"""Readers as commands name them, each with its role. Ty lives in neither home: homes are those of one grown-up each."""
_ALONE: Final = ("header", "editions")
SIGNED_AT: Final = datetime(2031, 5, 8, 9, tzinfo=UTC)


@dataclass(frozen=True)
class Place:
    """Where a mark stands: in which item, of which list, hidden in which way, and through which circles it is seen."""

    item: str
    kind: str
    way: str
    circles: tuple[Circle, ...]
    owners: tuple[str, ...]


class _Marks(Filler):
    """Makes items in which every circle that somebody may choose is ``told``."""

    told: Circle = "room"

    def _value(self, kind: Any, metadata: tuple[Any, ...], place: str) -> Any:
        if get_origin(kind) is not None and set(get_args(kind)) == set(MAY_SEE):
            return self.told
        return super()._value(kind, metadata, place)


def _who() -> tuple[Item, ...]:
    """Those who read; they have no marks of their own."""
    formal: dict[str, Any] = {"kind": "formal", "serves": ("ty",), "status": "active"}
    return (
        Household(id="moms", name="Maple"),
        Household(id="dads", name="Birch"),
        Person(id="mom", used_name="Ama", role="mother", households=("moms",)),
        Person(id="dad", used_name="Kofi", role="father", households=("dads",)),
        Person(id="ty", used_name="Tyrone", role="son", enrolled=True),
        Person(id="aide", used_name="Mx. Vale", role="aide", support="school"),
        Support(id="school", name="Hill School", service="school", **formal),
        Support(id="clinic", name="Dr. Wen", service="primary_care", **formal),
        Support(id="bench", name="Judge Ames", service="court", **formal),
        Support(id="office", name="County office", service="child_welfare", **formal),
        Support(id="club", name="Chess club", kind="community"),
        TeamMember(id="seat", who="aide"),
        Release(id="release", records=("substance_use",), record_of="ty", to=("clinic",), signed_on=BEFORE),
    )


@cache
def family_of_marks(told: Circle = "room") -> tuple[Family, dict[str, Place]]:
    """The family, signed once, and where each mark stands."""
    filler = _Marks()
    filler.told = told
    places: dict[str, Place] = {}
    items: list[Item] = [*_who(), _header(filler, places, told)]
    for kind in ITEM_KINDS:
        if kind in _ALONE:
            continue
        for way, hidden in WAYS.items():
            item = filler.item(kind, **(_given(kind, way) | hidden))
            items.append(item)
            places |= {mark: _place(item, kind, way, at, told) for mark, at in filler.marks.items() if mark not in places}
    family = Family.of_items(items)
    return _signed(family), places


def _signed(family: Family) -> Family:
    return family.with_edits([put(family.fixed(SIGNED_AT, None).model_copy(update={"id": "signed"}))])


def _header(filler: _Marks, places: dict[str, Place], told: Circle) -> Item:
    header = filler.item("header")
    places |= {mark: _place(header, "header", "open", at, told) for mark, at in filler.marks.items()}
    return header


def _given(kind: str, way: str) -> dict[str, Any]:
    """What is not as the filler would have it, so that the plan has something to show to each reader."""
    given: dict[str, Any] = {"id": f"{kind.replace('_', '-')}-{1 if way == 'open' else way}"}
    fields = ITEM_KINDS[kind].model_fields
    own: dict[str, Any] = {
        "whose": ("ty",),
        "owners": ("aide", "clinic", "bench", "office", "mom"),
        "carried_by": ("aide", "clinic", "bench", "office"),
        "monitored_by": ("aide", "clinic", "bench", "office"),
        "by": "aide" if kind == "readings" else None,
        "of": ("ty",) if kind == "mandates" else None,
        "households": ("moms",),
        "taken_back": False,
    }
    given |= {name: value for name, value in own.items() if name in fields and value is not None}
    if kind == "people":
        given |= {"support": None, "enrolled": False, "nature": "person", "life": "living", "born": None}
    if kind == "releases":
        given |= {"records": ("legal",)}
    if kind == "supports":
        given |= {"service": None, "serves": ()}
    if kind == "meetings":
        given |= {"started_at": None, "ended_at": None}
    return given


def _place(item: Item, kind: str, way: str, at: str, told: Circle) -> Place:
    circles: list[Circle] = [ITEM_KINDS[kind].least_circle]
    held: Any = ITEM_KINDS[kind]
    for name in at.split(".")[1:]:
        seen = seen_mark(held, name)
        circles.append(told if seen.said_in else seen.circle)
        held = _value_in(held.model_fields[name].annotation)
    owners = (item.id,) if kind == "households" else getattr(item, "households", ()) if kind == "people" else ()
    return Place(item.id, kind, way, tuple(circles), owners)


def _value_in(annotation: Any) -> Any:
    """The kind of value that stands in a field, however it stands there."""
    if isinstance(annotation, type) and get_origin(annotation) is None and issubclass(annotation, Value):
        return annotation
    return next(filter(None, map(_value_in, get_args(annotation))), None)


def may_see(reader: str, place: Place) -> bool:
    """Whether the rule lets a reader see what stands there; an extract may lack it all the same."""
    role = READERS[reader]
    if role != "facilitator" and place.way != "open" and reader not in _SEE[place.way]:
        return False
    named = (("health", "person:mom"), ("drugs", "youth:ty"))
    if place.kind == "releases" and role not in ("facilitator", "agency") and (place.way, reader) not in named:
        return False
    home = (
        reader.removeprefix("household:")
        if reader.startswith("household:")
        else {"person:mom": "moms", "person:dad": "dads"}.get(reader)
    )
    return all(role in MAY_SEE[circle] or (circle == "household" and home in place.owners) for circle in place.circles)


def otherwise(family: Family, places: dict[str, Place], reader: str) -> Family:
    """The family with every mark that the reader may not see put as another."""
    hidden = {mark for mark, place in places.items() if not may_see(reader, place)}
    changed = re.sub(
        r"Zq\d{4}x", lambda mark: mark[0].replace("Zq", "Yk") if mark[0] in hidden else mark[0], write_family(family)
    )
    return read_family(changed.encode())


def bereft(family: Family, reader: str) -> Family:
    """The family as it would be if what the reader may not see as a whole had never been in it."""
    hidden = [way for way, who in _SEE.items() if reader not in who]
    left = [item for item in family.items() if not item.id.endswith(tuple(f"-{way}" for way in hidden))]
    bare = Family.of_items([item for item in left if not isinstance(item, Edition)])
    return _signed(bare)
