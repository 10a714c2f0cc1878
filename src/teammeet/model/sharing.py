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
    said_on: date | None = None
    """The day on which it was said, where that was at no meeting."""
    edition: EditionNumber | None = None
    """Of which plan it was said there: of the one that was closed, else of the one that would be closed next."""
    degree: Annotated[int | None, Field(ge=1, le=5), Seen(said_in="degree_shown_to")] = None
    degree_shown_to: Circle = "team"
    dissent: Annotated[Words, Seen(said_in="dissent_shown_to")] = Words()
    dissent_shown_to: Circle = "facilitator"
    not_yet_until: date | None = None

    def is_of(self, edition: int, meeting: str | None) -> bool:
        """Whether it was said of that edition: at the meeting at which it was closed, or at none, of that number."""
        if self.meeting is None and self.edition is not None:
            return self.edition == edition
        return self.meeting == meeting


SignatureMethod = Literal["ink", "drawn", "typed", "email", "verbal", "taken_home", "refused", "absent"]
Gives = Literal["agreement", "assent", "consent"]
"""What a signature gives: a member's own agreement; a minor's assent, beside which somebody else consents; that consent."""


class Signature(Item):
    """How somebody signed an edition of the plan. Staff never sign for somebody; ``witness`` is who heard or saw it.

    ``for_person`` and ``for_others`` are those for whom a parent or guardian consents. ``language`` is the one in which
    ``statement``, the very words that were read, was shown or read aloud; both are empty where nobody said that it was. Of
    a page that came back it is kept on which day, who saw it, and the SHA-256 of a scan; never the scan itself, nor the
    name of its file.
    """

    who: WhoRef
    edition: EditionNumber
    method: SignatureMethod
    gives: Gives = "agreement"
    signed_at: AwareDatetime | None = None
    noted_at: AwareDatetime | None = None
    """When this was written down: since when it is awaited, where it is; the day of a refusal."""
    expected_by: date | None = None
    """The day by which it comes back."""
    role: Name = ""
    typed_name: Name = ""
    for_person: PersonRef | None = None
    for_others: tuple[PersonRef, ...] = ()
    witness: Name = ""
    saw_the_plan: bool = False
    """That the person saw the plan: they signed the statement that says so, or somebody noted it. Else nobody said."""
    language: LanguageTag | None = None
    statement: Annotated[Line, Seen("team")] = ""
    interpreter: Name = ""
    received_on: date | None = None
    received_by: Annotated[Name, Seen("team")] = ""
    scan_digest: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$"), Seen("team")] = ""
    plan_digest: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$"), Seen("team")] = ""
    """Of the plan as the whole team sees it: to others it would tell that something they do not see has changed."""
    note: Annotated[Line, Seen("team")] = ""

    @property
    def is_outstanding(self) -> bool:
        """Whether a signature is still to come: taken home, or ink on a page of which nobody said that it was signed."""
        unsigned = self.signed_at is None and self.received_on is None
        return self.method in ("taken_home", "absent") or (self.method == "ink" and unsigned)

    @property
    def page_is_awaited(self) -> bool:
        """Whether somebody signed by hand, and nobody noted yet who saw the page."""
        return self.method == "ink" and self.signed_at is not None and self.received_on is None

    @property
    def is_here(self) -> bool:
        """Whether it was given and seen: a name that was typed or drawn, a yes that was heard, a page that came back."""
        return not self.is_outstanding and not self.page_is_awaited and self.method != "refused"

    @property
    def signed_for(self) -> tuple[str, ...]:
        """Ids of those for whom it is given too."""
        return tuple(dict.fromkeys([*([self.for_person] if self.for_person else []), *self.for_others]))


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
