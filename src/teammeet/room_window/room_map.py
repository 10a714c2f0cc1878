"""The map in the room's window: what is drawn and nothing else. Who is who is told by numbers, never by an id of the record."""

from __future__ import annotations

from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from teammeet.room_window.values import Named, PageValue

MOST_HOMES: Final = 100
MOST_MEMBERS: Final = 500
MOST_SUPPORTS: Final = 2_000
MOST_TIES: Final = 6_000
MOST_CLAIMS: Final = 20
"""Most of each that a map holds: with the longest names it still fits the file that the window reads."""
_MOST_THINGS: Final = MOST_HOMES + MOST_MEMBERS + MOST_SUPPORTS

Thing = Annotated[int, Field(ge=0, lt=_MOST_THINGS)]
"""A home, a member or a support, by its place among all of them, in this order, counted from 0."""
LineKind = Literal["strong", "ordinary", "tenuous", "stressful", "cut_off"]
Energy = Literal["none", "to", "from", "both"]


class MapHome(PageValue):
    """A household. ``is_said`` is false for the one that stands for people of whom no home is said."""

    name: Named = ""
    is_said: bool = True


class MapMember(PageValue):
    """Somebody who lives in ``home``, and in ``also_in``; ``mark`` stands for the name at the end of a line."""

    name: Named = ""
    home: Thing = 0
    also_in: Annotated[tuple[Thing, ...], Field(max_length=MOST_HOMES)] = ()
    life: Literal["living", "deceased", "unborn"] = "living"
    nature: Literal["person", "pet"] = "person"
    enrolled: bool = False
    mark: Named = ""


class MapSupport(PageValue):
    """A support around the family; ``domain`` is the id of a part of life."""

    name: Named = ""
    kind: Literal["natural", "peer", "community", "formal"] = "natural"
    domain: Annotated[str, Field(pattern=r"^([a-z0-9][a-z0-9_-]{0,39})?$")] = ""
    status: Literal["possible", "active", "ended"] = "active"


class MapClaim(PageValue):
    """What somebody says of a line. Without kinds it is drawn as one of which nothing is said."""

    kinds: Annotated[tuple[LineKind, ...], Field(max_length=5)] = ()
    flow: Energy = "none"


class MapTie(PageValue):
    """A line between two things."""

    start: Thing
    end: Thing
    claims: Annotated[tuple[MapClaim, ...], Field(max_length=MOST_CLAIMS)] = ()


class RoomMap(PageValue):
    """A map. ``lit`` stands out while the rest is dim (all alike if it is empty); ``chosen`` is what is spoken of.

    ``plain`` asks for signs that every terminal has.
    """

    title: Named = ""
    homes: Annotated[tuple[MapHome, ...], Field(min_length=1, max_length=MOST_HOMES)]
    members: Annotated[tuple[MapMember, ...], Field(max_length=MOST_MEMBERS)] = ()
    supports: Annotated[tuple[MapSupport, ...], Field(max_length=MOST_SUPPORTS)] = ()
    ties: Annotated[tuple[MapTie, ...], Field(max_length=MOST_TIES)] = ()
    centre: Thing = 0
    lit: Annotated[tuple[Thing, ...], Field(max_length=_MOST_THINGS)] = ()
    chosen: Thing | None = None
    plain: bool = False

    @model_validator(mode="after")
    def _all_are_there(self) -> Self:
        """Every number is that of a thing on the map."""
        homes = len(self.homes)
        things = homes + len(self.members) + len(self.supports)
        of_homes = [self.centre, *(home for member in self.members for home in (member.home, *member.also_in))]
        ends = [end for tie in self.ties for end in (tie.start, tie.end)]
        pointed = [*ends, *self.lit, *([self.chosen] if self.chosen is not None else [])]
        if max(of_homes) >= homes or max(pointed, default=0) >= things:
            raise ValueError("a number of nothing on the map")
        if sum(not home.is_said for home in self.homes) > 1:
            raise ValueError("more than one home of which nothing is said")
        return self
