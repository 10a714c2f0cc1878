"""Where everything on an ecomap lies.

Supports hang outside one convex curve around the household and every tie to the household runs inside it, so none can run
through a support. Ties between supports run on tracks outside. Every layout is checked; one with a fault gives way to a
plainer one, at the end to two columns, which cannot have any.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from teammeet.ecomap.docks import inner_lines, room_needed
from teammeet.ecomap.faults import Faults
from teammeet.ecomap.framed import framed
from teammeet.ecomap.free_discs import free_discs
from teammeet.ecomap.graph import EcomapGraph, Member, Tie
from teammeet.ecomap.grouping import MOST, Group, grouped, groups
from teammeet.ecomap.homes import BESIDE, STACKED, UPRIGHT, WIDE, home_marks, middle_of, rooms_of
from teammeet.ecomap.household import Household
from teammeet.ecomap.inside import Inside, members_by_ties
from teammeet.ecomap.modes import KEPT_MODES, MODES, PAIR_MODES, Mode
from teammeet.ecomap.nudge import nudged
from teammeet.ecomap.order import Seat, seats
from teammeet.ecomap.ring import Fit, Ring, columns, smallest_fit
from teammeet.ecomap.seating import standing
from teammeet.ecomap.settle import settled
from teammeet.ecomap.shapes import SIZE, Badge, Box, HomeOval, Layout, Line, Measure, Node, Places, Point
from teammeet.ecomap.stubs import stub_lines
from teammeet.ecomap.tracks import outer_lines
from teammeet.ecomap.turned import turned

PAGE: Final = (468.0, 648.0)
"""A page of 6.5 by 9 inches in points: what a letter page leaves inside its margins."""
PAGES: Final = tuple((PAGE[0], high) for high in (640.0, 560.0, 490.0, 420.0))
"""The shapes of the map that are tried, the highest first."""
_LEAST: Final = 0.72
"""The smallest scale of a page: names of a small map are not printed larger than that makes them."""
_FEW: Final = 16
"""With more around it, the household is drawn upright first: pages are higher than wide."""
_WORST: Final = 40.0
_AS_LARGE: Final = 1 + 1e-9
"""Names that are smaller by no more count as large as before."""
_BETTER: Final = 0.99
"""Another shape of the middle must be so much better to be taken."""
_NEARLY: Final = 1.05
"""A shape of two homes that prints names smaller by no more is taken when fewer ties come in at a wrong home."""
SHARED: Final = "shared"
"""The form of a line to a member who lives in another home too."""
GROUP: Final = "group"
"""The form of a line that stands for all ties of a group."""


@dataclass(frozen=True, slots=True)
class _Way:
    """What stands in the middle, its shape, the shape of the page, and what fits on it: see :func:`smallest_fit`."""

    home: Household
    shape: str
    page: Point
    found: tuple[float, float, Fit]


def layout(
    graph: EcomapGraph, measure: Measure, page: Point | None = None, stored: Places | None = None, *, language: str = "en",
    most: int = MOST, beside: float = 0.0,
) -> Layout:  # fmt: skip
    """Lay the map out for a page of that shape (width and height in points).

    Without a ``page`` the shape is found that prints names largest on 6.5 by 9 inches, of which ``beside`` points (in the
    map's own measure) are taken by what stands over and under the map. ``stored`` are the places of the map before a
    change: what was there moves as little as can be. More than ``most`` supports are drawn as groups of one kind and domain.
    """
    middle = graph.in_middle
    job = partial(_Job, graph, measure, page, language, most, beside)
    if stored is not None and (count := len(stored.ovals) or len(middle)) <= len(middle):
        kept = job(middle[:count]).kept(stored)
        if kept is not None:
            return kept
    if len(middle) > 1:
        found, wrong = job(middle).fresh(PAIR_MODES)
        if not wrong.any:
            return found
    return job(middle[:1]).fresh(MODES)[0]


class _Job:
    """One map on its way to a layout, with the homes in the ``middle``."""

    def __init__(
        self, graph: EcomapGraph, measure: Measure, page: Point | None, language: str, most: int, beside: float,
        middle: tuple[str, ...],
    ) -> None:  # fmt: skip
        self.groups: tuple[Group, ...] = groups(graph, most)
        self.graph = grouped(graph, self.groups) if self.groups else graph
        self.measure, self.language, self.middle = measure, language, middle
        self.order: tuple[Seat, ...] = seats(self.graph, middle)
        self.pages = (page,) if page else PAGES
        self.page_high, self.beside = (page[1], 0.0) if page else (PAGE[1], beside)
        self.rooms = rooms_of(self.graph, middle)
        self.inside = {member.id: member for room in self.rooms for member in room}
        around = {seat.id for seat in self.order}
        ties = [self._towards_home(tie, around) for tie in self.graph.ties]
        shared = [
            Tie(f"{SHARED}:{member.id}:{home}", home, member.id)
            for member in self.inside.values()
            for home in member.also_in
            if home in around
        ]
        within = {*middle, *self.inside}
        self.inner = [tie for tie in (*ties, *shared) if tie.support in around and tie.to in within]
        self.outer = [tie for tie in ties if tie.support in around and tie.to in around and tie.support != tie.to]
        homes = {seat.id: graph.home_mark(seat.id) for seat in self.order if seat.sector == "home" and seat.item is None}
        self.marks = homes | {seat.id: seat.item.mark for seat in self.order if isinstance(seat.item, Member)}
        self.forms = {tie.id: SHARED for tie in shared} | ({tie.id: GROUP for tie in ties} if self.groups else {})

    def _towards_home(self, tie: Tie, around: set[str]) -> Tie:
        """A tie to a member of another home who does not stand alone goes to that home."""
        if tie.to in around or tie.to in self.inside:
            return tie
        home = next((member.home for member in self.graph.members if member.id == tie.to), tie.to)
        return replace(tie, to=home)

    def nodes(self, width: float) -> tuple[Node, ...]:
        """What stands around the household, with names set to that width."""
        return standing(self.graph, self.order, self.groups, self.measure, width, self.language)

    def home(self, shape: str, page: Point) -> Household:
        """What stands in the middle, in one of its shapes."""
        return middle_of(self.graph, self.middle, self.rooms, self.measure, self.language, shape, page)

    @property
    def shapes(self) -> tuple[str, ...]:
        """The shapes of the middle that are tried."""
        return (STACKED, BESIDE) if len(self.middle) > 1 else (UPRIGHT, WIDE) if len(self.order) > _FEW else (WIDE, UPRIGHT)

    def fresh(self, modes: Sequence[Mode]) -> tuple[Layout, Faults]:
        """The first layout without a fault, from the finest way to the plainest; else the least bad."""
        tried: list[tuple[int, int, Layout, Faults]] = []
        widths = _text_widths(len(self.order))
        choices: dict[float, Sequence[Node]] = {width: self.nodes(width) for width in widths}
        shapes = self.shapes
        if len(self.middle) > 1:
            shapes, choices = self._turned(choices)
        ways = self._ways(choices, shapes)
        for mode, way in (*((modes[0], way) for way in ways[:2]), *((mode, ways[0]) for mode in modes[1:])):
            found, wrong = nudged(self._drawn_in(mode, way, choices))
            if not wrong.any:
                return found, wrong
            tried.append((wrong.boxes + wrong.lines_through, len(tried), found, wrong))
        return min(tried, key=lambda one: one[:2])[2:]

    def _drawn_in(self, mode: Mode, way: _Way, choices: Mapping[float, Sequence[Node]]) -> Layout:
        home = way.home.widened(mode.outline)
        if mode.in_columns:
            width = min(choices)
            ring = columns(choices[width], home.contour.box, SIZE * mode.spacing)
        else:
            plain = mode.spacing == 1 and mode.outline == 1
            scale, width, fit = way.found if plain else smallest_fit(choices, home.contour, way.page, _LEAST, mode.spacing)
            ring = fit.spread(scale)
        return self.drawn(
            home, ring, width, members_by_ties(tuple(self.inside), home, ring.starts, self.inner), mode, way.shape
        )

    def _turned(self, choices: Mapping[float, Sequence[Node]]) -> tuple[tuple[str, ...], dict[float, Sequence[Node]]]:
        """The shape of two homes, and the nodes turned around them, with which fewest ties come in at a wrong home."""
        rooms = {member.id: number for number in (0, 1) for member in self.rooms[2 * number]}
        rooms |= {name: number for number, name in enumerate(self.middle)}
        sides: dict[str, list[int]] = {}
        for tie in self.inner:
            if tie.to in rooms:
                sides.setdefault(tie.support, []).append(rooms[tie.to])
        domains = {seat.id: seat.domain for seat in self.order}
        tied = [(tie.support, tie.to) for tie in self.outer]
        found = []
        for shape in self.shapes:
            way = self._ways(choices, (shape,))[0]
            order, wrong = turned(way.found[2], way.found[0], sides, domains, tied)
            found.append((self._cost(way.page, way.found[0]), wrong, shape, order))
        near = min(cost for cost, *_ in found) * _NEARLY
        _, _, shape, order = min((one for one in found if one[0] <= near), key=lambda one: (one[1], one[0]))
        place = {name: number for number, name in enumerate(order)}
        return (shape,), {width: sorted(nodes, key=lambda node: place[node.id]) for width, nodes in choices.items()}

    def _cost(self, page: Point, scale: float) -> float:
        """How small a page of that shape at that scale prints names."""
        return max(scale, (page[1] * scale + self.beside) / self.page_high)

    def _ways(self, choices: Mapping[float, Sequence[Node]], shapes: tuple[str, ...]) -> list[_Way]:
        """Shapes of the middle and of the page, each better than those after it.

        A flatter page needs at least the scale of a higher one: it is taken where it prints names larger, since the height
        said how large they are, or as large while there is little on it; the room of a full one is for newcomers.
        """
        found: list[_Way] = []
        best = _WORST
        for page in self.pages:
            before = len(found)
            best *= (_AS_LARGE if len(self.order) <= _FEW else _BETTER) if found else 1.0
            for shape in shapes:
                home = self.home(shape, page)
                home = home.widened(room_needed(self.inner, home.contour, self.inside))
                most = min(best, (best * self.page_high - self.beside) / page[1])
                fit = smallest_fit(choices, home.contour, page, _LEAST, most=max(most, _LEAST))
                cost = self._cost(page, fit[0])
                if not found or cost <= best * (_BETTER if page == found[-1].page else 1.0):
                    found.append(_Way(home, shape, page, fit))
                    best = cost
            if len(found) == before:
                break
        return found[::-1]

    def kept(self, stored: Places) -> Layout | None:
        """The layout with everything that was there as near to its place as it can be; None when it does not work."""
        ring = settled(self.nodes(stored.text_width), stored, {seat.id: seat.rank for seat in self.order})
        shape = stored.middle or (self.shapes[0])
        if ring is None or shape not in self.shapes or not self._same_members(stored.members):
            return None
        ovals = [Box(*oval) for oval in stored.ovals] or [Box(0, 0, *stored.oval)]
        home = self.home(shape, (stored.width, stored.height)).within(ovals)
        if home is None:
            return None
        for mode in KEPT_MODES:
            found, wrong = nudged(self.drawn(home, ring, stored.text_width, stored.members, mode, shape))
            if not wrong.any:
                return found
        return None

    def _same_members(self, members: tuple[str, ...]) -> bool:
        """Whether the same people live in each home as were drawn there."""
        first = 0
        for room in self.rooms:
            if sorted(members[first : first + len(room)]) != sorted(member.id for member in room):
                return False
            first += len(room)
        return first == len(members)

    def _outside(self, home: Household, ring: Ring, lines: list[Line], badges: list[Badge]) -> tuple[list[Line], list[Badge]]:
        """The lines between what stands around: to other homes by badge where there is room, the rest on tracks."""
        form = GROUP if self.groups else "tie"
        left = [tie for tie in self.outer if tie.to in self.marks]
        beside = [tie for tie in self.outer if tie.to not in self.marks]
        for outwards in (False, True):
            stubs, more, left = stub_lines(
                left, ring.nodes, ring.starts, home.contour, lines, badges, self.marks, self.measure,
                outwards=outwards, form=form,
            )  # fmt: skip
            lines, badges = lines + stubs, badges + more
            tracks = left if outwards else beside
            lines = lines + outer_lines(tracks, ring.nodes, lines, badges, home.contour, form)
        return lines, badges

    def drawn(
        self, home: Household, ring: Ring, width: float, members: tuple[str, ...], mode: Mode, shape: str
    ) -> Layout:  # fmt: skip
        """The layout of a placed ring with its lines, moved so that its top left is (0, 0)."""
        seated = home.seated(members)
        rooms = {name: home.room_of(place) for place, name in enumerate(members)}
        rooms |= {name: (number,) for number, name in enumerate(self.middle)}
        marks = {member.id: member.mark for member in self.inside.values()} | home_marks(self.graph, self.middle)
        inside = Inside(home.contour, home.titles, {node.id: node for node in seated}, rooms, marks)
        by_id = {node.id: node for node in ring.nodes}
        lines, badges, strange = inner_lines(
            self.inner, by_id, ring.starts, inside, self.measure, straight=mode.straight, forms=self.forms
        )  # fmt: skip
        if strange:
            free, discs = free_discs(
                strange, ring.nodes, ring.starts, home.contour, lines, badges, marks, self.measure, self.forms,
                outwards=mode.outwards,
            )  # fmt: skip
            lines, badges = lines + free, badges + discs
        lines, badges = self._outside(home, ring, lines, badges)
        box = home.contour.box
        places = Places(
            *ring.half, ring.power, width, *ring.size, (box.w, box.h), "columns" if mode.in_columns else "ring",
            tuple((node.id, step / ring.count) for node, step in zip(ring.nodes, ring.steps, strict=False)), members,
            tuple((oval.x, oval.y, oval.w, oval.h) for oval in home.ovals), shape,
        )  # fmt: skip
        return framed(self._ovals(home, rooms), (*seated, *ring.nodes), lines, badges, places)

    def _ovals(self, home: Household, rooms: Mapping[str, tuple[int, ...]]) -> tuple[HomeOval, ...]:
        kinds = {known.id: known.kind for known in self.graph.homes}
        titles = home.titles or (None,) * len(home.ovals)
        return tuple(
            HomeOval(name, kinds.get(name, "home"), oval, title, tuple(who for who in self.inside if number in rooms[who]))
            for number, (name, oval, title) in enumerate(zip(self.middle, home.ovals, titles, strict=True))
        )


def _text_widths(count: int) -> tuple[float, ...]:
    return (88.0,) if count <= 14 else (58.0, 74.0, 88.0) if count <= 32 else (80.0, 100.0) if count <= 46 else (100.0, 125.0)
