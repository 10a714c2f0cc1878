"""What every item is made of: clean text, references to other items, and the circle that may see a field."""

import secrets
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Final, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from teammeet import text
from teammeet.errors import TextRefused

Circle = Literal["room", "family", "team", "facilitator", "agency", "household"]
"""The least circle that may see a field: see :data:`teammeet.model.readers.CIRCLES`."""

_ID_LETTERS: Final = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32: no letter that is taken for another."""


_ID_PAIRS: Final = tuple(first + second for first in _ID_LETTERS for second in _ID_LETTERS)
"""Two letters at a time: pydantic asks for an id of every item that it writes without defaults, only to compare."""


def new_id() -> str:
    """A fresh item id: twelve letters and digits by chance, which say nothing."""
    chance, pairs = secrets.randbits(60), _ID_PAIRS
    return (
        f"{pairs[chance >> 50]}{pairs[chance >> 40 & 1023]}{pairs[chance >> 30 & 1023]}"
        f"{pairs[chance >> 20 & 1023]}{pairs[chance >> 10 & 1023]}{pairs[chance & 1023]}"
    )


@dataclass(frozen=True, slots=True)
class Seen:
    """Who may see a field: a fixed circle, or the circle that the sibling field ``said_in`` names."""

    circle: Circle = "room"
    said_in: str | None = None


@dataclass(frozen=True, slots=True)
class RefersTo:
    """A field holds ids of items in these lists of the record."""

    lists: tuple[str, ...]


def _clean(limit: int, lines: bool = False) -> AfterValidator:
    def clean(value: str) -> str:
        try:
            return text.refuse_unless_clean(value, "", lines=lines, limit=limit)
        except TextRefused as refusal:
            found = refusal.values.get("what") or f"more than {limit} characters"
            raise PydanticCustomError("text_refused", "holds {found}", {"found": str(found)}) from None

    return AfterValidator(clean)


Name = Annotated[str, _clean(text.NAME_LIMIT), Field(max_length=text.NAME_LIMIT)]
Line = Annotated[str, _clean(text.LINE_LIMIT), Field(max_length=text.LINE_LIMIT)]
Note = Annotated[str, _clean(text.NOTE_LIMIT, lines=True), Field(max_length=text.NOTE_LIMIT)]
ItemId = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]
LanguageTag = Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
Domain = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")]
"""A life domain: one of :data:`teammeet.model.domains.DOMAINS`, or an agency's own."""

PersonRef = Annotated[ItemId, RefersTo(("people",))]
HouseholdRef = Annotated[ItemId, RefersTo(("households",))]
SupportRef = Annotated[ItemId, RefersTo(("supports",))]
WhoRef = Annotated[ItemId, RefersTo(("people", "supports"))]
"""Somebody who can speak, own a task, or sit at the table: a person, or a support that is one."""
WhoseRef = Annotated[ItemId, RefersTo(("people", "households", "supports"))]
"""Whose strength, need or worry it is."""


class Value(BaseModel):
    """Anything that a record holds: never changed in place, nothing unknown in it, nothing bent to fit."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", allow_inf_nan=False, validate_by_name=True)

    def changed(self, **fields: Any) -> Self:
        """A checked copy with ``fields`` in place of the old ones.

        Raises:
            pydantic.ValidationError: a field is unknown or its value is not fit.
        """
        return type(self).model_validate({**{name: getattr(self, name) for name in type(self).model_fields}, **fields})


class Whole(Value):
    """A value that is looked into by its own rules, not as part of the value that it stands in."""


class Translation(Value):
    """The same words in another language."""

    language: LanguageTag
    text: Line
    by: Name = ""
    read_back: bool = False


class Words(Value):
    """What somebody said: their own words first, a rewording or translation beside them, never instead.

    ``verbatim`` says that ``text`` is word for word; ``reworded`` is the team's plainer or fuller wording, if any.
    """

    text: Line = ""
    verbatim: bool = False
    reworded: Line = ""
    language: LanguageTag | None = None
    translations: tuple[Translation, ...] = ()

    def __str__(self) -> str:
        return self.reworded or self.text

    def in_language(self, language: str) -> str:
        """The translation for ``language`` if there is one, else the words as they stand."""
        wanted = language.split("-")[0].lower()
        return next((t.text for t in self.translations if t.language.split("-")[0].lower() == wanted), str(self))


RecordKind = Literal["none", "substance_use", "school", "health", "mental_health", "legal"]
"""A kind of record that is only seen under a release in force (45 CFR 164.508, 42 CFR 2.31, 34 CFR 99.30)."""


class Item(Value):
    """One small fact of the record, with its id and with who may see it.

    ``record`` keeps it to those who hold a release; ``record_of`` is whose record it is; ``kept_from`` and ``only_for`` name
    people; what was ``taken_back`` is kept for the facilitator alone. ``position`` orders a list that people have sorted; 0 is
    the order of arrival.
    """

    least_circle: ClassVar[Circle] = "room"
    """The least circle that may know that there is such an item at all: where it ends, no item of the kind is in a View."""

    id: ItemId = Field(default_factory=new_id)
    position: Annotated[int, Field(ge=0, le=1_000_000), Seen("facilitator")] = 0
    record: RecordKind = "none"
    record_of: Annotated[PersonRef | None, Seen("facilitator")] = None
    kept_from: Annotated[tuple[WhoRef, ...], Seen("facilitator")] = ()
    only_for: Annotated[tuple[WhoRef, ...], Seen("facilitator")] = ()
    taken_back: Annotated[bool, Seen("facilitator")] = False
