"""The crisis and safety plan (PRACTICE.md section 2): it comes out whole, and as a page of its own."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from teammeet.model.values import Circle, Item, ItemId, Line, Name, PersonRef, RefersTo, Seen, WhoRef, Words

CrisisPlanRef = Annotated[ItemId, RefersTo(("crisis_plans",))]


class CrisisPlan(Item):
    """What the family calls a crisis and all that holds for it; its stages, calls and past crises are items of their own."""

    least_circle: ClassVar[Circle] = "team"

    whose: tuple[PersonRef, ...] = ()
    definition: Annotated[Words, Seen("team")] = Words()
    triggers: Annotated[tuple[Line, ...], Seen("team")] = ()
    early_signs: Annotated[tuple[Line, ...], Seen("team")] = ()
    what_helps: Annotated[tuple[Line, ...], Seen("team")] = ()
    what_makes_it_worse: Annotated[tuple[Line, ...], Seen("team")] = ()
    over_when: Annotated[Line, Seen("team")] = ""
    weapons_and_medicine: Annotated[Line, Seen("team")] = ""
    where_siblings_go: Annotated[Line, Seen("team")] = ""
    must_not_be_called: Annotated[tuple[Line, ...], Seen("team")] = ()
    tell_police_or_crisis_line: Annotated[Line, Seen("team")] = ""
    written_on: date | None = None
    revised_on: date | None = None


class CrisisStage(Item):
    """One thing to do, at home, school or in the community; ``intensity`` 1 is the least, 9 the most restrictive."""

    least_circle: ClassVar[Circle] = "team"

    plan: CrisisPlanRef
    place: Literal["home", "school", "community", "anywhere"] = "anywhere"
    intensity: Annotated[int, Field(ge=1, le=9)] = 1
    words: Annotated[Words, Seen("team")] = Words()
    who: Annotated[tuple[WhoRef, ...], Seen("team")] = ()
    who_said: Annotated[Name, Seen("team")] = ""


class CrisisCall(Item):
    """Somebody to call: when, at which number. ``day_and_night`` says that there is an answer at any hour."""

    least_circle: ClassVar[Circle] = "team"

    plan: CrisisPlanRef
    who: Annotated[WhoRef | None, Seen("team")] = None
    name: Annotated[Name, Seen("team")] = ""
    phone: Annotated[Name, Seen("team")] = ""
    when: Annotated[Line, Seen("team")] = ""
    day_and_night: bool = False


class PastCrisis(Item):
    """What happened before, and what helped then."""

    least_circle: ClassVar[Circle] = "team"

    plan: CrisisPlanRef
    on: Annotated[date | None, Seen("team")] = None
    words: Annotated[Words, Seen("team")] = Words()
    what_helped: Annotated[Line, Seen("team")] = ""
