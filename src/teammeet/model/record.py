"""The record of a family: one list for each kind of item. Family and View are both records; only Views leave the house."""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Any, Final, Self, cast

from pydantic import AwareDatetime, ConfigDict, Field

from teammeet.model.codes import code_of
from teammeet.model.crisis import CrisisCall, CrisisPlan, CrisisStage, PastCrisis
from teammeet.model.meetings import (
    Attendance,
    ContactBetween,
    Meeting,
    MeetingRating,
    Parked,
    PrivateNote,
    SectionRead,
)
from teammeet.model.people import Header, Household, Mandate, Person
from teammeet.model.plan import (
    Assessment,
    MeetingRef,
    Need,
    Option,
    Outcome,
    Rating,
    Reading,
    Risk,
    Strategy,
    Strength,
    Task,
    TransitionStep,
    Worry,
)
from teammeet.model.sharing import Agreement, Copy, EditionNumber, Release, Signature
from teammeet.model.supports import Spotlight, Support, TeamMember, Tie
from teammeet.model.values import Item, Seen, Whole


class Record(Whole):
    """Everything that is known of one family, as lists of items in the order in which people want them."""

    model_config = ConfigDict(defer_build=True)  # its checker is large and only family files need it: made when first used

    header: Header = Field(alias="family")
    households: tuple[Household, ...] = ()
    people: tuple[Person, ...] = ()
    supports: tuple[Support, ...] = ()
    ties: tuple[Tie, ...] = ()
    spotlights: tuple[Spotlight, ...] = ()
    team: tuple[TeamMember, ...] = ()
    mandates: tuple[Mandate, ...] = ()
    strengths: tuple[Strength, ...] = ()
    worries: tuple[Worry, ...] = ()
    needs: tuple[Need, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    readings: tuple[Reading, ...] = ()
    options: tuple[Option, ...] = ()
    strategies: tuple[Strategy, ...] = ()
    tasks: tuple[Task, ...] = ()
    risks: tuple[Risk, ...] = ()
    crisis_plans: tuple[CrisisPlan, ...] = ()
    crisis_stages: tuple[CrisisStage, ...] = ()
    crisis_calls: tuple[CrisisCall, ...] = ()
    past_crises: tuple[PastCrisis, ...] = ()
    transition: tuple[TransitionStep, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    attendances: tuple[Attendance, ...] = ()
    parked: tuple[Parked, ...] = ()
    notes: tuple[PrivateNote, ...] = ()
    contacts: tuple[ContactBetween, ...] = ()
    sections_read: tuple[SectionRead, ...] = ()
    meeting_ratings: tuple[MeetingRating, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    signatures: tuple[Signature, ...] = ()
    copies: tuple[Copy, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    ratings: tuple[Rating, ...] = ()
    releases: tuple[Release, ...] = ()

    @property
    def code(self) -> str:
        """The code by which files and commands name the family, such as ``F-7K2M``."""
        return code_of(self.header.id)

    def items(self) -> Iterator[Item]:
        """Every item, the header first, then list by list."""
        yield self.header
        for name in self.list_names():
            yield from getattr(self, name)

    def get(self, item_id: str | None) -> Item | None:
        """The item with this id, if it is here."""
        return self._by_id.get(item_id) if item_id else None

    def label(self, item_id: str | None) -> str:
        """How the person, household or support with this id is called; empty if it is not here."""
        item = self.get(item_id)
        return item.label if isinstance(item, (Person, Household, Support)) else ""

    def labels(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """How those with these ids are called, without the ones that are not here."""
        return tuple(label for label in map(self.label, ids) if label)

    @classmethod
    def list_names(cls) -> tuple[str, ...]:
        """The names of the lists, in the order of the family file."""
        return tuple(name for name in cls.model_fields if name in ITEM_KINDS and name != "header")

    @cached_property
    def _by_id(self) -> dict[str, Item]:
        return {item.id: item for item in self.items()}

    def _with_lists(self, lists: dict[str, Any]) -> Self:
        """A copy with other lists of items that were checked before (nothing cached goes along)."""
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        return cast(Self, type(self).model_construct(**{**fields, **lists}))


class Edition(Item):
    """A plan of care as it was signed: its number, when it was fixed, and the whole record of that moment."""

    model_config = ConfigDict(defer_build=True)

    number: EditionNumber
    fixed_at: AwareDatetime
    meeting: MeetingRef | None = None
    record_kept: Annotated[Record | None, Seen("facilitator")] = None


ITEM_KINDS: Final[dict[str, type[Item]]] = {
    "header": Header,
    "households": Household,
    "people": Person,
    "supports": Support,
    "ties": Tie,
    "spotlights": Spotlight,
    "team": TeamMember,
    "mandates": Mandate,
    "strengths": Strength,
    "worries": Worry,
    "needs": Need,
    "outcomes": Outcome,
    "readings": Reading,
    "options": Option,
    "strategies": Strategy,
    "tasks": Task,
    "risks": Risk,
    "crisis_plans": CrisisPlan,
    "crisis_stages": CrisisStage,
    "crisis_calls": CrisisCall,
    "past_crises": PastCrisis,
    "transition": TransitionStep,
    "meetings": Meeting,
    "attendances": Attendance,
    "parked": Parked,
    "notes": PrivateNote,
    "contacts": ContactBetween,
    "sections_read": SectionRead,
    "meeting_ratings": MeetingRating,
    "agreements": Agreement,
    "signatures": Signature,
    "copies": Copy,
    "assessments": Assessment,
    "ratings": Rating,
    "releases": Release,
    "editions": Edition,
}
"""The name of each list, which is also the kind of its items in the journal, and the items' type."""

LIST_OF: Final[dict[type[Item], str]] = {kind: name for name, kind in ITEM_KINDS.items()}
