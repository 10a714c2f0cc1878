"""Where everything on an ecomap lies.

Supports hang outside one convex curve around the household and every tie to the household runs inside it, so none can run
through a support. Ties between supports run on tracks outside. Every layout is checked; one with a fault gives way to a
plainer one, at the end to two columns, which cannot have any.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from teammeet.ecomap.breadth import half_breadth
from teammeet.ecomap.docks import inner_lines, room_needed
from teammeet.ecomap.geometry import oval_angle
from teammeet.ecomap.graph import EcomapGraph, Member, Tie
from teammeet.ecomap.grouping import MOST, Group, grouped, groups
from teammeet.ecomap.household import Household, household
from teammeet.ecomap.nudge import nudged
from teammeet.ecomap.order import Seat, seats
from teammeet.ecomap.ring import Ring, columns, smallest_ring
from teammeet.ecomap.seating import standing
from teammeet.ecomap.settle import settled
from teammeet.ecomap.shapes import SIZE, Badge, Box, Layout, Line, Measure, Node, Places, Point
from teammeet.ecomap.stubs import stub_lines
from teammeet.ecomap.tracks import outer_lines
from teammeet.messages import text

_LEAST: Final = 0.72
"""The smallest scale of a page: names of a small map are not printed larger than that makes them."""
_UPRIGHT_FROM: Final = 16
"""With more around it, the household is drawn upright: pages are higher than wide."""
SHARED: Final = "shared"
"""The form of a line to a member who lives in another home too."""
GROUP: Final = "group"
"""The form of a line that stands for all ties of a group."""


@dataclass(frozen=True, slots=True)
class _Mode:
    """A way to lay out: ``straight`` member ties, wider ``spacing``, a larger ``outline``, ``in_columns``."""

    straight: bool = True
    spacing: float = 1.0
    outline: float = 1.0
    in_columns: bool = False


_MODES: Final = (
    _Mode(),
    *(_Mode(False, spacing, outline) for spacing, outline in ((1, 1), (1.7, 1.25), (3, 1.2), (2.2, 1), (2.2, 1.3), (3, 1.6))),
    *(_Mode(False, spacing, outline, True) for spacing, outline in ((1.6, 1.5), (2, 1.5), (2.5, 1.5), (4, 2.2))),
)
"""From the finest to the plainest. Rings that differ a little are worth their time: one tie in the way is seldom in the way
again, and columns print names at half the size."""


def layout(
    graph: EcomapGraph, measure: Measure, page: Point | None = None, stored: Places | None = None, *, language: str = "en",
    most: int = MOST,
) -> Layout:  # fmt: skip
    """Lay the map out for a page of that shape (width and height in points; chosen by the number of supports if None).

    ``stored`` are the places of the map before a change: what was there moves as little as can be. More than ``most``
    supports are drawn as groups of one kind and domain.
    """
    job = _Job(graph, measure, page, language, most)
    if stored is not None:
        kept = job.kept(stored)
        if kept is not None:
            return kept
    return job.fresh()


class _Job:
    """One map on its way to a layout."""

    def __init__(self, graph: EcomapGraph, measure: Measure, page: Point | None, language: str, most: int) -> None:
        self.groups: tuple[Group, ...] = groups(graph, most)
        self.graph = grouped(graph, self.groups) if self.groups else graph
        self.measure, self.language = measure, language
        self.order: tuple[Seat, ...] = seats(self.graph)
        self.page = page or _page(len(self.order))
        inside = self.graph.living_in(self.graph.centre)
        self.inside = {member.id: member for member in inside}
        self.home: Household = household(
            _heading(self.graph, language),
            inside,
            measure,
            language,
            tied={tie.to for tie in self.graph.ties},
            upright=len(self.order) > _UPRIGHT_FROM,
        )
        around = {seat.id for seat in self.order}
        ties = [self._towards_centre(tie, around) for tie in self.graph.ties]
        shared = [
            Tie(f"{SHARED}:{member.id}:{home}", home, member.id)
            for member in inside
            for home in member.also_in
            if home in around
        ]
        within = {self.graph.centre, *self.inside}
        self.inner = [tie for tie in (*ties, *shared) if tie.support in around and tie.to in within]
        self.outer = [tie for tie in ties if tie.support in around and tie.to in around and tie.support != tie.to]
        homes = {seat.id: graph.home_mark(seat.id) for seat in self.order if seat.sector == "home" and seat.item is None}
        self.marks = homes | {seat.id: seat.item.mark for seat in self.order if isinstance(seat.item, Member)}
        self.forms = {tie.id: SHARED for tie in shared} | ({tie.id: GROUP for tie in ties} if self.groups else {})

    def _towards_centre(self, tie: Tie, around: set[str]) -> Tie:
        """A tie to a member of another home who does not stand alone goes to that home."""
        if tie.to in around or tie.to in self.inside:
            return tie
        home = next((member.home for member in self.graph.members if member.id == tie.to), tie.to)
        return replace(tie, to=home)

    def nodes(self, width: float) -> tuple[Node, ...]:
        """What stands around the household, with names set to that width."""
        return standing(self.graph, self.order, self.groups, self.measure, width, self.language)

    def fresh(self) -> Layout:
        """The first layout without a fault, from the finest way to the plainest."""
        tried: list[tuple[int, int, Layout]] = []
        widths = _text_widths(len(self.order))
        choices = {width: self.nodes(width) for width in widths}
        grow = room_needed(self.inner, self.home.oval, self._seats_by_id())
        for mode in _MODES:
            home = self.home.widened(grow * mode.outline)
            if mode.in_columns:
                width, ring = widths[0], columns(choices[widths[0]], home.oval, SIZE * mode.spacing)
            else:
                width, ring = smallest_ring(choices, home.oval, self.page, _LEAST, mode.spacing)
            found, wrong = nudged(self.drawn(home, ring, width, self._members_by_ties(home, ring), mode))
            if not wrong.any:
                return found
            tried.append((wrong.boxes + wrong.lines_through, len(tried), found))
        return min(tried)[2]

    def kept(self, stored: Places) -> Layout | None:
        """The layout with everything that was there as near to its place as it can be; None when it does not work."""
        ring = settled(self.nodes(stored.text_width), stored, {seat.id: seat.rank for seat in self.order})
        home = replace(self.home, oval=Box(0, 0, *stored.oval))
        if ring is None or self.home.oval.w > stored.oval[0] + 1e-6 or self.home.oval.h > stored.oval[1] + 1e-6:
            return None
        if sorted(stored.members) != sorted(self.inside):
            return None
        for mode in _MODES[:2]:
            found, wrong = nudged(self.drawn(home, ring, stored.text_width, stored.members, mode))
            if not wrong.any:
                return found
        return None

    def _seats_by_id(self) -> Mapping[str, Node]:
        return {node.id: node for node in self.home.members}

    def _members_by_ties(self, home: Household, ring: Ring) -> tuple[str, ...]:
        """The members in the order that keeps each nearest to its own ties; without ties, in the family's order."""
        names = list(self.inside)
        if len(names) < 2:
            return tuple(names)
        angles = [oval_angle(Box(0, 0, 2, 2), slot) for slot in home.slots]
        wanted = {
            name: [oval_angle(Box(0, 0, 2, 2), ring.starts[tie.support]) for tie in self.inner if tie.to == name]
            for name in names
        }
        best = tuple(names)
        cost = _cost(best, angles, wanted)
        improved = True
        while improved:
            improved = False
            for tried in _swaps(best):
                tried_cost = _cost(tried, angles, wanted)
                if tried_cost < cost - 1e-6:
                    best, cost, improved = tried, tried_cost, True
        return best

    def _outside(self, home: Household, ring: Ring, lines: list[Line], badges: list[Badge]) -> tuple[list[Line], list[Badge]]:
        """The lines between what stands around: to other homes by badge where there is room, the rest on tracks."""
        form = GROUP if self.groups else "tie"
        left = [tie for tie in self.outer if tie.to in self.marks]
        beside = [tie for tie in self.outer if tie.to not in self.marks]
        for outwards in (False, True):
            stubs, more, left = stub_lines(
                left, ring.nodes, ring.starts, home.oval, lines, badges, self.marks, self.measure,
                outwards=outwards, form=form,
            )  # fmt: skip
            lines, badges = lines + stubs, badges + more
            tracks = left if outwards else beside
            lines = lines + outer_lines(tracks, ring.nodes, lines, badges, home.oval, form)
        return lines, badges

    def drawn(self, home: Household, ring: Ring, width: float, members: tuple[str, ...], mode: _Mode) -> Layout:
        """The layout of a placed ring with its lines, moved so that its top left is (0, 0)."""
        seated = {node.id: node for node in home.seated(members)}
        by_id = {node.id: node for node in ring.nodes}
        lines, badges = inner_lines(
            self.inner, by_id, ring.starts, home.oval, home.title, seated, self.inside, self.measure,
            straight=mode.straight, forms=self.forms,
        )  # fmt: skip
        lines, badges = self._outside(home, ring, lines, badges)
        places = Places(
            *ring.half, ring.power, width, *ring.size, (home.oval.w, home.oval.h), "columns" if mode.in_columns else "ring",
            tuple((node.id, step / ring.count) for node, step in zip(ring.nodes, ring.steps, strict=False)), members,
        )  # fmt: skip
        return _framed(home, (*seated.values(), *ring.nodes), lines, badges, places, self.graph)


def _heading(graph: EcomapGraph, language: str) -> str:
    """What is written in the household: its name if that is not the map's title, and its kind if it is no plain home."""
    home = graph.home
    name = "" if home.name.strip().casefold() == graph.title.strip().casefold() else home.name
    kind = "" if home.kind == "home" else text(f"ecomap.home.{home.kind}", language)
    return name if kind.casefold() in name.casefold() else f"{name} ({kind})" if name else kind


def _swaps(order: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for one in range(len(order)):
        for other in range(one + 1, len(order)):
            swapped = list(order)
            swapped[one], swapped[other] = swapped[other], swapped[one]
            yield tuple(swapped)


def _cost(order: tuple[str, ...], angles: list[float], wanted: Mapping[str, list[float]]) -> float:
    """How far members stand from where their ties come from, in turns."""
    return sum(
        abs((angles[place] - angle + 3.141592653589793) % 6.283185307179586 - 3.141592653589793)
        for place, name in enumerate(order)
        for angle in wanted[name]
    )


def _page(count: int) -> Point:
    """The shape of the page by how much stands on it."""
    return (468.0, 420.0) if count <= 16 else (468.0, 630.0) if count <= 32 else (468.0, 640.0)


def _text_widths(count: int) -> tuple[float, ...]:
    return (88.0,) if count <= 14 else (58.0, 74.0, 88.0) if count <= 32 else (80.0, 100.0) if count <= 46 else (100.0, 125.0)


def _framed(
    home: Household, nodes: tuple[Node, ...], lines: list[Line], badges: list[Badge], places: Places, graph: EcomapGraph
) -> Layout:
    """Everything moved so that the sheet begins at (0, 0)."""
    left, top, right, bottom = home.oval.grown(SIZE).sides
    for node in nodes:
        sides = node.box.grown(SIZE * 0.2).sides
        left, top, right, bottom = min(left, sides[0]), min(top, sides[1]), max(right, sides[2]), max(bottom, sides[3])
    for badge in badges:
        sides = Box(badge.label.box.x, badge.label.box.y, 2 * badge.radius, 2 * badge.radius).grown(SIZE * 0.2).sides
        left, top, right, bottom = min(left, sides[0]), min(top, sides[1]), max(right, sides[2]), max(bottom, sides[3])
    for line in lines:
        edge = half_breadth(line.claims) + SIZE * 0.2
        for x, y in line.points:
            left, top, right, bottom = min(left, x - edge), min(top, y - edge), max(right, x + edge), max(bottom, y + edge)
    return Layout(
        right - left, bottom - top, home.oval.moved(-left, -top), home.title.moved(-left, -top),
        tuple(node.moved(-left, -top) for node in nodes), tuple(line.moved(-left, -top) for line in lines),
        tuple(badge.moved(-left, -top) for badge in badges), places, graph.centre, graph.home.kind,
    )  # fmt: skip
