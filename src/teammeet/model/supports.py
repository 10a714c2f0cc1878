"""The ecomap's facts: supports around the family, and the ties between them (PRACTICE.md section 7)."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from teammeet.model.people import Contact
from teammeet.model.values import Circle, Domain, Item, ItemId, Line, Name, PersonRef, RefersTo, Seen, Value, WhoRef

SupportKind = Literal["formal", "community", "natural", "peer"]
"""Paid or mandated; open to everybody; unpaid by relationship; a parent or youth support partner."""
TieKind = Literal["strong", "ordinary", "tenuous", "stressful", "cut_off"]
Flow = Literal["to", "from", "both", "none"]
"""Who gives energy: to the family, from it, both, or nobody says."""


Service = Literal["school", "primary_care", "court", "child_welfare"]
"""What a support is to those whom it serves, where a copy of its own is made for it: see :mod:`teammeet.model.extract`."""


class Helpfulness(Value):
    """How helpful the family finds a support, 0 not at all to 10, in their words too."""

    score: Annotated[int | None, Field(ge=0, le=10)] = None
    words: Line = ""
    on: date | None = None


class Support(Item):
    """Somebody or something that helps or could help: a person, a service, a place."""

    name: Name = ""
    pronouns: Name = ""
    kind: SupportKind = "natural"
    domain: Domain | None = None
    organisation: Name = ""
    role: Name = ""
    status: Literal["possible", "active", "ended"] = "active"
    since: date | None = None
    until: date | None = None
    service: Service | None = None
    serves: tuple[PersonRef, ...] = ()
    """Whose school, doctor or court it is; nobody said: that of the one youth, where there is but one."""
    contacts: tuple[Contact, ...] = ()
    helpfulness: Annotated[Helpfulness | None, Seen("family")] = None
    note: Annotated[Line, Seen("team")] = ""

    @property
    def label(self) -> str:
        """How the support is called: its name, else its role, else its organisation."""
        return self.name or self.role or self.organisation


class Claim(Value):
    """What somebody says of a tie. Two people may differ: both claims stand."""

    kinds: tuple[TieKind, ...] = ()
    flow: Flow = "none"
    said_by: WhoRef | None = None
    said_on: date | None = None


class Tie(Item):
    """A line of the ecomap: from a support, or a person of it, to a household, one member or another support.

    What kind of tie it is stays with the team until ``shown_to`` is ``room``: nobody reads on a wall that he is a stress.
    """

    support: WhoRef
    to: Annotated[ItemId, RefersTo(("households", "people", "supports"))]
    claims: Annotated[tuple[Claim, ...], Seen(said_in="shown_to")] = ()
    shown_to: Circle = "team"
    note: Annotated[Line, Seen("team")] = ""


class TeamMember(Item):
    """Somebody whom the family chose for its team."""

    who: WhoRef
    role_on_team: Name = ""
    must_be_there: bool | None = None
    """Whether the family does not meet without this person; ``None`` where nobody said: then good practice says it."""
    invited_on: date | None = None
    left_on: date | None = None


class Spotlight(Item):
    """A part of the ecomap that people talk over: what stands out while the rest is dim, or, ``alone``, is left out.

    Whatever is not said does not narrow it: no ``kinds`` are all kinds. One with a ``name`` is kept for the next time.
    """

    least_circle: ClassVar[Circle] = "team"

    name: Name = ""
    of: Annotated[ItemId | None, RefersTo(("households", "people", "supports"))] = None
    """Somebody, a home or a support: with those who have ties to them."""
    domain: Domain | None = None
    kinds: tuple[SupportKind, ...] = ()
    alone: bool = False

    @property
    def narrows(self) -> bool:
        """Whether it leaves anything in the dark."""
        return bool(self.of or self.domain or self.kinds)
