"""Which homes stand in the middle, who lives in which of them, and how they are set and called."""

from collections.abc import Sequence
from typing import Final

from teammeet.ecomap.graph import HOUSE, EcomapGraph, Home, Member
from teammeet.ecomap.household import Household, household
from teammeet.ecomap.pair import two_homes
from teammeet.ecomap.shapes import Measure, Point
from teammeet.messages import text

WIDE: Final = "wide"
UPRIGHT: Final = "upright"
STACKED: Final = "stacked"
BESIDE: Final = "beside"
_WIDTH: Final = 468.0


def rooms_of(graph: EcomapGraph, middle: Sequence[str]) -> tuple[tuple[Member, ...], ...]:
    """The members in the middle: of one home, or of the first only, of both, of the second only."""
    if len(middle) == 1:
        return (graph.living_in(middle[0]),)
    first, second = middle
    both = tuple(member for member in graph.members if {first, second} <= set(member.homes))
    return (
        tuple(member for member in graph.living_in(first) if member not in both),
        both,
        tuple(member for member in graph.living_in(second) if member not in both),
    )


def middle_of(
    graph: EcomapGraph, middle: Sequence[str], rooms: Sequence[Sequence[Member]], measure: Measure, language: str, shape: str,
    page: Point,
) -> Household:  # fmt: skip
    """The homes in the middle with their members, in one of the shapes, for a page."""
    tied = {tie.to for tie in graph.ties}
    if len(middle) == 1:
        title = _heading(graph, language)
        return household(title, rooms[0], measure, language, tied=tied, upright=shape == UPRIGHT)
    homes = {home.id: home for home in graph.homes}
    titles = [_called(homes[name], language) for name in middle]
    if any(graph.home_mark(name)[-1] != homes[name].name.strip()[:1].upper() for name in middle):
        titles = [f"{graph.home_mark(name)} {title}" for name, title in zip(middle, titles, strict=True)]
    same = _WIDTH, float(round(_WIDTH * page[1] / page[0]))
    return two_homes(titles, rooms, measure, language, tied=tied, page=same, stacked=shape == STACKED)


def home_marks(graph: EcomapGraph, middle: Sequence[str]) -> dict[str, str]:
    """What stands on a badge for each home in the middle; the only one there is plain."""
    return {middle[0]: HOUSE} if len(middle) == 1 else {name: graph.home_mark(name) for name in middle}


def _heading(graph: EcomapGraph, language: str) -> str:
    """What is written in the only home in the middle: its name if that is not the map's title, and a kind that is not plain."""
    home = graph.home
    name = "" if home.name.strip().casefold() == graph.title.strip().casefold() else home.name
    return _with_kind(name, home, language)


def _called(home: Home, language: str) -> str:
    """The name of one of two homes."""
    return _with_kind(home.name, home, language) or text("ecomap.unnamed.home", language)


def _with_kind(name: str, home: Home, language: str) -> str:
    kind = "" if home.kind == "home" else text(f"ecomap.home.{home.kind}", language)
    return name if kind.casefold() in name.casefold() else f"{name} ({kind})" if name else kind
