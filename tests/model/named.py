"""A family in which every field that may hold a name holds a nonsense word of its own, and all words name everybody.

It reads the declarations, never a list of fields, so that a new field is looked into from the day it is declared.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import product
from typing import Annotated, Any, Final, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from teammeet.model.family import Family
from teammeet.model.family_file import write_family
from teammeet.model.people import Person
from teammeet.model.readers import reader_named
from teammeet.model.record import ITEM_KINDS
from teammeet.model.roles import KEPT_AS_WORDS
from teammeet.model.supports import Support
from teammeet.model.values import Item, Value
from teammeet.model.view import View
from teammeet.text import NAME_LIMIT

DAY: Final = date(2026, 3, 2)
ROLES: Final = frozenset({(Person, "role"), (Support, "role")})
IDS: Final[Mapping[str, str]] = {name: f"zid-{name.replace('_', '-')}" for name in ITEM_KINDS} | {"header": "zid-family"}
REFERENCES: Final[Mapping[str, Mapping[str, Any]]] = {
    "ties": {"support": IDS["supports"], "to": IDS["households"], "shown_to": "room"},
    "team": {"who": IDS["supports"]},
    "people": {"households": (IDS["households"],), "enrolled": True},
    "readings": {"outcome": IDS["outcomes"]},
    "crisis_stages": {"plan": IDS["crisis_plans"]},
    "crisis_calls": {"plan": IDS["crisis_plans"]},
    "past_crises": {"plan": IDS["crisis_plans"]},
    "attendances": {"meeting": IDS["meetings"], "who": IDS["people"]},
    "agreements": {"who": IDS["people"]},
    "sections_read": {"meeting": IDS["meetings"], "section": "needs", "shown_to": "room"},
    "meeting_ratings": {"meeting": IDS["meetings"]},
    "signatures": {"who": IDS["people"], "edition": 1, "method": "typed"},
    "ratings": {"assessment": IDS["assessments"], "value": 1},
    "meetings": {"on": DAY, "cut_short": True},
    "crisis_plans": {"whose": (IDS["people"],)},
}


class _Names:
    """Nonsense words, each given once."""

    def __init__(self) -> None:
        self._words = (f"Zorv{''.join(letters)}" for letters in product("aeiou", "bdfgklmnprst", "aeiou"))
        self.given: list[str] = []

    def next(self) -> str:
        self.given.append(next(self._words))
        return self.given[-1]


def canary_family(*, in_words: Sequence[str] = ()) -> tuple[Family, tuple[str, ...]]:
    """The family, and every name in it with the ids of its items. What people said holds the names ``in_words``."""
    names = _Names()
    said = "Told by " + ", ".join(f"{name}'s" for name in in_words)
    items = [_item(name, names, said) for name in _kinds()]
    return Family.of_items(items), (*names.given, *IDS.values())


def canary_view(reader: str) -> tuple[View, tuple[str, ...]]:
    """What a reader sees of it, and the names that stand in fields of that: all of them stand in what people said, too."""
    bare, names = canary_family()
    seen = said_in(write_family(bare.seen_by(reader_named(bare, reader, DAY))), names)
    family, _ = canary_family(in_words=[name for name in seen if name not in IDS.values()])
    return family.seen_by(reader_named(family, reader, DAY)), tuple(seen)


def said_in(written: str, names: Sequence[str]) -> list[str]:
    """The names that stand in what was written, in whatever case."""
    small = written.casefold()
    return [name for name in names if name.casefold() in small]


def _kinds() -> Iterator[str]:
    yield from (name for name in ITEM_KINDS if name != "editions")


def _item(name: str, names: _Names, said: str) -> Item:
    kind = ITEM_KINDS[name]
    return kind(**{**_filled(kind, names, said), **REFERENCES.get(name, {}), "id": IDS[name]})


def _filled(kind: type[Value], names: _Names, said: str) -> dict[str, Any]:
    """Values for the fields in which text stands, and for those that must be there."""
    fields: dict[str, Any] = {}
    for name, info in kind.model_fields.items():
        if name == "id":
            continue
        value = _value(kind, name, info.annotation, info, names, said)
        if value is not None:
            fields[name] = value
    return fields


def _value(kind: type[Value], name: str, annotation: Any, info: FieldInfo, names: _Names, said: str) -> Any:
    if get_origin(annotation) is tuple:
        part = _value(kind, name, get_args(annotation)[0], info, names, said)
        return None if part is None else (part,)
    if isinstance(annotation, type) and issubclass(annotation, Value):
        return annotation(**_filled(annotation, names, said))
    limit = _limit(annotation, info)
    if limit is None:
        return _needed(annotation, info)
    if limit != NAME_LIMIT:
        return said
    if (kind, name) in ROLES:
        return ""
    return "weekly" if (kind, name) in KEPT_AS_WORDS else names.next()


def _needed(annotation: Any, info: FieldInfo) -> Any:
    """What a field that must be there holds, apart from references."""
    if not info.is_required():
        return None
    if get_origin(annotation) is Literal:
        return get_args(annotation)[0]
    if annotation is date:
        return DAY
    return {int: 1, str: "es"}.get(annotation) if not _refers(info) else None


def _refers(info: FieldInfo) -> bool:
    return any(hasattr(mark, "lists") for mark in info.metadata)


def _limit(annotation: Any, info: FieldInfo) -> int | None:
    marks = [*info.metadata, *(get_args(annotation)[1:] if get_origin(annotation) is Annotated else ())]
    flat = [part for mark in marks for part in (mark, *(mark.metadata if isinstance(mark, FieldInfo) else ()))]
    return next((limit for mark in flat if isinstance(limit := getattr(mark, "max_length", None), int)), None)
