"""The family: its header, its households and its people."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, field_validator

from teammeet.model.values import (
    Circle,
    HouseholdRef,
    Item,
    LanguageTag,
    Line,
    Name,
    Note,
    PersonRef,
    Seen,
    SupportRef,
    Value,
    WhoRef,
    Words,
)


class Contact(Value):
    """A way to reach somebody. It belongs to their own household until ``shown_to`` says otherwise."""

    kind: Literal["phone", "email", "address", "other"] = "phone"
    value: Annotated[Name, Seen(said_in="shown_to")]
    note: Annotated[Name, Seen(said_in="shown_to")] = ""
    shown_to: Circle = "household"


Phase = Literal["engagement", "initial_plan", "implementation", "transition"]
"""Wraparound's phases (PRACTICE.md section 4)."""


class Header(Item):
    """What the plan of care says of the family as a whole. Only ``name``, a way to call the family, is compulsory."""

    name: Name = Field(min_length=1)
    language: LanguageTag = "en"
    other_languages: tuple[LanguageTag, ...] = ()
    phase: Phase = "engagement"
    enrolled_on: date | None = None
    agency: Name = ""
    facilitator: Name = ""
    monitored_by: Name = ""
    story: Annotated[Note, Seen("team")] = ""
    culture: Annotated[Note, Seen("team")] = ""
    vision: Words = Words()
    mission: Words = Words()
    ground_rules: tuple[Line, ...] = ()
    rules_agreed_by: tuple[WhoRef, ...] = ()
    confidentiality: Line = ""
    getting_help_again: Line = ""
    private_note: Annotated[Note, Seen("facilitator")] = ""

    @field_validator("name")
    @classmethod
    def _is_not_blank(cls, name: str) -> str:
        if not name.strip():
            raise ValueError("a family needs a way to be called")
        return name


class Household(Item):
    """People who live together: a home, a foster home, a facility. A family can have several."""

    name: Name = ""
    kind: Literal["home", "foster_home", "kinship_home", "facility", "other"] = "home"
    address: Annotated[Name, Seen("household")] = ""
    contacts: tuple[Contact, ...] = ()
    note: Annotated[Note, Seen("family")] = ""

    @property
    def label(self) -> str:
        """How the household is called."""
        return self.name


class DecisionRight(Value):
    """Who decides for a youth, in what, until when."""

    area: Literal["medical", "education", "placement", "other"]
    held_by: WhoRef | None = None
    held_by_name: Name = ""
    note: Line = ""
    until: date | None = None


class Person(Item):
    """A member of the family, or a person of a support (``support`` set). A pet or an unborn child counts."""

    used_name: Name = ""
    pronouns: Name = ""
    role: Name = ""
    legal_name: Annotated[Name, Seen("agency")] = ""
    nature: Literal["person", "pet"] = "person"
    life: Literal["living", "deceased", "unborn"] = "living"
    born: Annotated[date | None, Seen("team")] = None
    languages: tuple[LanguageTag, ...] = ()
    interpreter: bool = False
    enrolled: bool = False
    households: tuple[HouseholdRef, ...] = ()
    support: SupportRef | None = None
    decision_rights: Annotated[tuple[DecisionRight, ...], Seen("team")] = ()
    contacts: tuple[Contact, ...] = ()
    note: Annotated[Note, Seen("team")] = ""
    private_note: Annotated[Note, Seen("facilitator")] = ""

    @property
    def label(self) -> str:
        """How the person is called: the used name, else the role."""
        return self.used_name or self.role

    @property
    def in_family(self) -> bool:
        """Whether the person is of the family, not of a support."""
        return self.support is None

    def age_on(self, day: date) -> int | None:
        """Whole years on ``day``, if the day of birth is known and not after it."""
        if self.born is None or self.born > day:
            return None
        return day.year - self.born.year - ((day.month, day.day) < (self.born.month, self.born.day))


class Mandate(Item):
    """What must happen whatever the team decides: who says so, until when (PRACTICE.md section 1)."""

    words: Words = Words()
    said_by: Name = ""
    of: tuple[PersonRef, ...] = ()
    until: date | None = None
