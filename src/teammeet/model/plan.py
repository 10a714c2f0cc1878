"""The plan of care: strengths, worries, needs, outcomes, options, strategies, tasks, transition (PRACTICE.md section 2)."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from teammeet.model.supports import SupportKind
from teammeet.model.values import (
    Circle,
    Domain,
    Item,
    ItemId,
    Line,
    Name,
    Note,
    RefersTo,
    Seen,
    SupportRef,
    WhoRef,
    WhoseRef,
    Words,
)

StrengthRef = Annotated[ItemId, RefersTo(("strengths",))]
WorryRef = Annotated[ItemId, RefersTo(("worries",))]
NeedRef = Annotated[ItemId, RefersTo(("needs",))]
OutcomeRef = Annotated[ItemId, RefersTo(("outcomes",))]
OptionRef = Annotated[ItemId, RefersTo(("options",))]
StrategyRef = Annotated[ItemId, RefersTo(("strategies",))]
MeetingRef = Annotated[ItemId, RefersTo(("meetings",))]


class Strength(Item):
    """A functional strength: it says where and when it works, so that a strategy can lean on it."""

    words: Words = Words()
    whose: tuple[WhoseRef, ...] = ()
    setting: Line = ""
    domain: Domain | None = None
    said_by: WhoRef | None = None


class Worry(Item):
    """A behaviour that people worry about. It is not the need: the need is what lies behind it."""

    words: Words = Words()
    whose: tuple[WhoseRef, ...] = ()
    said_by: WhoRef | None = None


class Need(Item):
    """An underlying need, in the family's words. ``rank`` is the family's own order, 1 first; never the team's."""

    words: Words = Words()
    whose: tuple[WhoseRef, ...] = ()
    domain: Domain | None = None
    rank: Annotated[int | None, Field(ge=1, le=1_000)] = None
    behind: tuple[WorryRef, ...] = ()
    status: Literal["open", "met", "set_aside"] = "open"
    gap: bool = False
    """No service can meet it yet: it goes on the list of supports to be built."""
    dots: tuple[WhoRef, ...] = ()
    """Who of the others would begin with it: advice beside the family's rank, never summed with it."""
    said_by: WhoRef | None = None
    note: Annotated[Note, Seen("team")] = ""


class Outcome(Item):
    """What will be different, as a stranger could see it: from ``baseline`` to ``target``, by ``due``."""

    words: Words = Words()
    needs: tuple[NeedRef, ...] = ()
    baseline: Line = ""
    target: Line = ""
    measure: Line = ""
    starts_on: date | None = None
    due: date | None = None
    monitored_by: tuple[WhoRef, ...] = ()
    status: Literal["open", "reached", "partly", "set_aside"] = "open"


class Reading(Item):
    """How an outcome stood on a day, as one person sees it. ``score`` 0–10 is for drawing only."""

    outcome: OutcomeRef
    on: date
    value: Line = ""
    score: Annotated[int | None, Field(ge=0, le=10)] = None
    by: WhoRef | None = None


class Option(Item):
    """Something that the team brainstormed: kept whole, with who proposed it, whether chosen or not."""

    words: Words = Words()
    need: NeedRef | None = None
    outcome: OutcomeRef | None = None
    proposed_by: WhoRef | None = None
    source: SupportKind | None = None


class Strategy(Item):
    """An option that the team chose: its source, the strengths it leans on, who carries it.

    Scope, amount, frequency, duration and provider are what services rules ask of a formal one (42 CFR 441.468).
    """

    words: Words = Words()
    option: OptionRef | None = None
    needs: tuple[NeedRef, ...] = ()
    outcomes: tuple[OutcomeRef, ...] = ()
    source: SupportKind | None = None
    leans_on: tuple[StrengthRef, ...] = ()
    carried_by: tuple[WhoRef, ...] = ()
    scope: Line = ""
    amount: Name = ""
    frequency: Name = ""
    duration: Name = ""
    provider: Name = ""
    starts_on: date | None = None
    ends_on: date | None = None


class Task(Item):
    """A team task: who does what by when. Somebody who is not there is *asked*; only the person can make it *agreed*.

    A moved task has a new date and is never counted as done.
    """

    words: Words = Words()
    owners: tuple[WhoRef, ...] = ()
    strategy: StrategyRef | None = None
    need: NeedRef | None = None
    meeting: MeetingRef | None = None
    due: date | None = None
    due_said: Name = ""
    consent: Literal["asked", "agreed"] = "asked"
    status: Literal["open", "done", "moved", "still_hard", "no_longer_needed"] = "open"
    status_on: date | None = None
    moved_from: date | None = None
    note: Annotated[Line, Seen("team")] = ""

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do it."""
        return self.status in ("open", "moved", "still_hard")


class Risk(Item):
    """A risk, and what is done if the help falls away (42 CFR 441.301(c)(2))."""

    words: Words = Words()
    backup: Line = ""
    whose: tuple[WhoseRef, ...] = ()
    watched_by: tuple[WhoRef, ...] = ()


class TransitionStep(Item):
    """How the family goes on without formal help, thought of from the first meeting on."""

    aspect: Literal["benchmark", "fading", "help_again", "celebration"] = "benchmark"
    words: Words = Words()
    support: SupportRef | None = None
    carried_by: tuple[WhoRef, ...] = ()
    due: date | None = None
    reached_on: date | None = None


class Rating(Item):
    """One rating of an assessment item: its code and 0–3, never the licensed text (PRACTICE.md section 9).

    Needs: 0 no evidence, 1 watch, 2 act, 3 act now. Strengths run the other way: 0 is a centrepiece, 3 none found yet.
    """

    least_circle: ClassVar[Circle] = "team"

    assessment: Annotated[ItemId, RefersTo(("assessments",))]
    domain: Name = ""
    code: Name
    value: Annotated[int, Field(ge=0, le=3)]
    polarity: Literal["need", "strength"] = "need"


class Assessment(Item):
    """An assessment that was done: which instrument, of whom, when, by whom."""

    least_circle: ClassVar[Circle] = "team"

    instrument: Annotated[Name, Seen("team")] = ""
    of: tuple[WhoseRef, ...] = ()
    on: date | None = None
    by: Annotated[Name, Seen("team")] = ""
