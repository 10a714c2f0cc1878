"""Agreement, signatures, copies and releases (PRACTICE.md section 8)."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from teammeet.model.plan import MeetingRef
from teammeet.model.values import Circle, Item, LanguageTag, Line, Name, PersonRef, RecordKind, Seen, WhoRef, Words

EditionNumber = Annotated[int, Field(ge=1, le=10_000)]


class Agreement(Item):
    """How far a member stands behind the plan: 1 cannot, to 5 wholly. A dissent is in the member's own words.

    Degrees are the gradients of agreement (Kaner, as read by PRACTICE.md section 2). Who reads a dissent is asked.
    """

    who: WhoRef
    meeting: MeetingRef | None = None
    degree: Annotated[int | None, Field(ge=1, le=5), Seen(said_in="degree_shown_to")] = None
    degree_shown_to: Circle = "team"
    dissent: Annotated[Words, Seen(said_in="dissent_shown_to")] = Words()
    dissent_shown_to: Circle = "facilitator"
    not_yet_until: date | None = None


SignatureMethod = Literal["ink", "drawn", "typed", "email", "verbal", "taken_home", "refused", "absent"]


class Signature(Item):
    """How somebody signed an edition of the plan. Staff never sign for somebody; ``witness`` is who heard or saw it."""

    who: WhoRef
    edition: EditionNumber
    method: SignatureMethod
    signed_at: AwareDatetime | None = None
    role: Name = ""
    typed_name: Name = ""
    for_person: PersonRef | None = None
    witness: Name = ""
    saw_the_plan: bool = False
    language: LanguageTag | None = None
    interpreter: Name = ""
    plan_digest: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$"), Seen("team")] = ""
    """Of the plan as the whole team sees it: to others it would tell that something they do not see has changed."""
    note: Annotated[Line, Seen("team")] = ""

    @property
    def is_outstanding(self) -> bool:
        """Whether a signature is still to come: taken home, or ink on a page that nobody has seen back."""
        return self.method in ("taken_home", "absent") or (self.method == "ink" and self.signed_at is None)


class Copy(Item):
    """A copy of the plan that somebody got or is owed."""

    to: WhoRef | None = None
    to_name: Name = ""
    edition: EditionNumber | None = None
    what: Literal["plan", "crisis_page", "share_sheet", "other"] = "plan"
    how: Literal["paper", "email", "portal", "post", "other"] = "paper"
    owed_by: date | None = None
    given_on: date | None = None


class Release(Item):
    """A written permission to share records: who discloses what to whom, why, until when.

    The program asks for what the laws ask for; it does not decide.
    """

    records: tuple[RecordKind, ...] = ()
    record_of: Annotated[PersonRef | None, Seen("team")] = None
    law: Literal["hipaa", "part_2", "ferpa", "other"] = "other"
    discloser: Annotated[Name, Seen("team")] = ""
    what: Annotated[Line, Seen("team")] = ""
    to: Annotated[tuple[WhoRef, ...], Seen("team")] = ()
    purpose: Annotated[Line, Seen("team")] = ""
    starts_on: Annotated[date | None, Seen("team")] = None
    ends_on: Annotated[date | None, Seen("team")] = None
    revoked_on: Annotated[date | None, Seen("team")] = None
    signed_by: Annotated[Name, Seen("team")] = ""
    signed_on: Annotated[date | None, Seen("team")] = None

    def is_in_force(self, day: date) -> bool:
        """Whether it is signed and holds on ``day``. An unsigned, ended or revoked release opens nothing."""
        return (
            self.signed_on is not None
            and max(self.signed_on, self.starts_on or self.signed_on) <= day
            and (self.ends_on is None or day <= self.ends_on)
            and (self.revoked_on is None or day < self.revoked_on)
        )
