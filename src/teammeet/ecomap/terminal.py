"""The map in a terminal: *rail* (a row a support, the household between; from 80×24) and *ring* (from 120×36).

Both are pure: cells in named styles for a width and height. Styles: ``title``, ``household``, ``member``, ``caption-KIND``,
``kind-KIND``, ``tie-KIND``, ``link``, ``legend``; with ``selected`` or ``dim`` behind them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from rich.cells import cell_len

from teammeet.ecomap.cells import Canvas, Grid, fitted
from teammeet.ecomap.change_marks import LEFT
from teammeet.ecomap.further import people_in
from teammeet.ecomap.glyphs import CHANGE_SIGNS, DRAWN, PLAIN, Glyphs, person_form
from teammeet.ecomap.graph import ABSENT, HOUSE, SUPPORT_KINDS, EcomapGraph, Home, Member, Support, Tie
from teammeet.ecomap.grouping import Group
from teammeet.ecomap.names import abbreviated, in_two_rows, two_rows
from teammeet.ecomap.order import Seat, seats
from teammeet.ecomap.seating import domain_name
from teammeet.messages import text

RING_FROM = (110, 28)
"""The least width and height at which the ring is the better picture."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a map is looked at: what is ``selected``, what stands out (``highlighted``; all if empty), from which row on.

    With ``follow`` that row gives way when what is selected would be out of sight. ``groups`` stand for many supports each.
    ``steady``: where a name stands does not hang on how long it is, so that two maps agree.
    """

    language: str = "en"
    selected: str = ""
    highlighted: frozenset[str] = frozenset()
    first: int = 0
    ascii_only: bool = False
    follow: bool = True
    groups: tuple[Group, ...] = ()
    steady: bool = False

    @property
    def glyphs(self) -> Glyphs:
        """The set of characters."""
        return PLAIN if self.ascii_only else DRAWN

    def style(self, base: str, *ids: str) -> str:
        """The style of something that belongs to ``ids``."""
        if self.selected and self.selected in ids:
            return f"{base} selected"
        if self.highlighted and not self.highlighted.intersection(ids):
            return f"{base} dim"
        return base

    def of_tie(self, base: str, tie: Tie) -> str:
        """The style of the line of a tie: it stands out where both its ends do."""
        if self.selected and self.selected in (tie.support, tie.to):
            return f"{base} selected"
        return base if self._is_lit(tie) else f"{base} dim"

    def of_mark(self, tie: Tie) -> str:
        """The style of the mark that says whom a tie is with."""
        style = self.style("member", tie.to)
        return style if self._is_lit(tie) or self.selected == tie.to else "member dim"

    def _is_lit(self, tie: Tie) -> bool:
        return not self.highlighted or {tie.support, tie.to} <= self.highlighted


@dataclass(frozen=True, slots=True)
class Scene:
    """What both painters need of a graph. ``homes`` are the one or two that stand in the middle."""

    graph: EcomapGraph
    look: Look
    order: tuple[Seat, ...]
    links: dict[str, tuple[int, ...]]
    inwards: dict[str, list[Tie]]
    homes: tuple[Home, ...]
    _labels: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, graph: EcomapGraph, look: Look) -> "Scene":
        """The scene of a graph."""
        homes = tuple(home for id in graph.in_middle for home in graph.homes if home.id == id) or (graph.home,)
        inside = {home.id for home in homes}
        ends = tuple((tie.support, tie.to) for tie in graph.ties)
        order = tuple(
            seat
            for seat in _order(graph.centre, graph.homes, graph.members, graph.supports, ends)
            if seat.id not in inside and not isinstance(seat.item, Member)
        )
        people = {member.id for member in graph.members} | {home.id for home in graph.homes}
        ids = {seat.id for seat in order} - people
        links: dict[str, tuple[int, ...]] = {}
        inwards: dict[str, list[Tie]] = {}
        ties = [tie for tie in graph.ties if tie.change != ABSENT]
        for tie in ties:
            if tie.to in people:
                inwards.setdefault(tie.support, []).append(tie)
        between = [tie for tie in ties if tie.support in ids and tie.to in ids]
        for number, tie in enumerate(between, 1):
            for end in (tie.support, tie.to):
                links[end] = (*links.get(end, ()), number)
        return cls(graph, look, order, links, inwards, homes)

    def only_in(self, home: str) -> tuple[Member, ...]:
        """The members who live in a home of the middle, and not in the other one too."""
        both = {member.id for member in self.in_both()}
        return tuple(member for member in self.graph.living_in(home) if member.id not in both and member.change != ABSENT)

    def in_both(self) -> tuple[Member, ...]:
        """The members who live in both homes of the middle."""
        inside = {home.id for home in self.homes}
        here = (member for member in self.graph.members if member.change != ABSENT)
        return tuple(member for member in here if len(inside) > 1 and inside <= {member.home, *member.also_in})

    def shown(self) -> tuple[Seat, ...]:
        """The order without those of whom only the place is kept free."""
        return tuple(seat for seat in self.order if seat.item is None or seat.item.change != ABSENT)

    def house(self, home: str) -> str:
        """A little house for a home, with its letter where there are several: the mark that it has on paper."""
        return self.graph.home_mark(home).replace(HOUSE, self.look.glyphs.house)

    def name(self, seat: Seat) -> str:
        """What a seat is called, with the numbers of its ties to other supports."""
        glyphs = self.look.glyphs
        group = self.group(seat)
        if group is not None:
            domain = domain_name(group.domain, self.look.language)
            return text("look.group.label", self.look.language, domain=domain, number=len(group.supports))
        if isinstance(seat.item, Support):
            name = _signed(seat.item, seat.item.name or text("ecomap.unnamed.support", self.look.language))
            if seat.item.status != "active":
                name = f"{name}, {text(f'ecomap.status.{seat.item.status}', self.look.language)}"
        else:
            home = next(home for home in self.graph.homes if home.id == seat.id)
            unnamed = text("ecomap.unnamed.home" if home.id else "ecomap.unnamed.no-home", self.look.language)
            people = people_in(self.graph, home.id, glyphs)
            name = f"{self.mark(seat.id)} {home.name or unnamed}{': ' if people else ''}{people}"
        return name

    def numbers(self, seat: Seat) -> str:
        """The small numbers of a seat's ties to other supports."""
        return "".join(self.look.glyphs.number(number) for number in self.links.get(seat.id, ())[:3])

    def group(self, seat: Seat) -> Group | None:
        """The supports for which a seat stands, when it is one for many."""
        return next((group for group in self.look.groups if group.id == seat.id), None) if self.look.groups else None

    def mark(self, end: str, at: str = "") -> str:
        """What stands for the end of a tie that comes to the home ``at``: nothing for that home, an initial, a house."""
        member = next((member for member in self.graph.members if member.id == end), None)
        if member is not None:
            return member.mark
        return "" if end == (at or self.graph.centre) else self.house(end)

    def ties(self, seat: Seat) -> list[Tie]:
        """The ties of a seat to homes and members."""
        return self.inwards.get(seat.id, [])

    def whole_label(self, seat: Seat) -> str:
        """Name, numbers and brackets, however long."""
        label = self._labels.get(seat.id)
        if label is None:
            before, after = self.look.glyphs.kinds[seat.sector]
            label = self._labels[seat.id] = f"{before}{self.name(seat)}{self.numbers(seat)}{after}"
        return label

    def label(self, seat: Seat, width: int) -> str:
        """Name and brackets in at most ``width`` cells."""
        whole = self.whole_label(seat)
        if cell_len(whole) <= width:
            return whole
        before, after = self.look.glyphs.kinds[seat.sector]
        numbers = self.numbers(seat)
        name = abbreviated(self._brief(seat), max(1, width - 2 - len(numbers)), self.look.glyphs.more)
        return f"{before}{name}{numbers}{after}"

    def label_rows(self, seat: Seat, width: int) -> tuple[str, ...]:
        """The label in two rows of at most ``width`` cells; in one where that is enough or it cannot be broken."""
        before, after = self.look.glyphs.kinds[seat.sector]
        whole = two_rows(self.whole_label(seat))
        if whole is not None and max(map(cell_len, whole)) <= width:
            return whole
        found = in_two_rows(before, self._brief(seat), self.numbers(seat) + after, width)
        return found or (self.label(seat, width),)

    def _brief(self, seat: Seat) -> str:
        """The name where there is little room: a home is known by who lives there."""
        people = people_in(self.graph, seat.id, self.look.glyphs) if seat.sector == "home" else ""
        return f"{self.mark(seat.id)} {people}" if people else self.name(seat)

    def member_words(self, member: Member) -> str:
        """What a member of the household is called in its box: the mark only where it is not the first letter."""
        words = _signed(member, f"{self.look.glyphs.people[person_form(member)]} {member.name}")
        return words if member.mark == member.name.strip()[:1].upper() else f"{member.mark} {words}"


def _signed(thing: Support | Member, name: str) -> str:
    """A name with the sign of what became of it, if anything did; a place that is kept free is as long as the other map's."""
    return f"{CHANGE_SIGNS.get(thing.change, ' ')} {name}" if thing.change else name


@lru_cache(maxsize=32)
def _order(
    centre: str,
    homes: tuple[Home, ...],
    members: tuple[Member, ...],
    supports: tuple[Support, ...],
    ends: tuple[tuple[str, str], ...],
) -> tuple[Seat, ...]:
    """The order around the household: what is said of a tie does not change it."""
    ties = tuple(Tie(str(number), *pair) for number, pair in enumerate(ends))
    return seats(EcomapGraph("", homes, members, supports, ties, (), centre))


def painted(graph: EcomapGraph, width: int, height: int, look: Look | None = None) -> Canvas:
    """The better of the two pictures for a terminal of that size."""
    from teammeet.ecomap.rail import rail
    from teammeet.ecomap.star import ring

    wide_enough = width >= RING_FROM[0] and height >= RING_FROM[1]
    around = ring(graph, width, height, look) if wide_enough else None
    return around or rail(graph, width, height, look)


def legend_lines(scene: Scene, width: int, most: int, *, upright: bool = False) -> list[str]:
    """What the characters mean, in at most so many lines: only what the map uses. ``upright``: it has upright lines too."""
    lines = list(_legend_lines(tuple(_legend_parts(scene, upright)), width, most))
    return lines + [""] * (most - len(lines)) if scene.look.steady else lines


@lru_cache(maxsize=64)
def _legend_lines(parts: tuple[str, ...], width: int, most: int) -> tuple[str, ...]:
    lines: list[str] = []
    for part in parts:
        if lines and cell_len(lines[-1]) + 2 + cell_len(part) <= width:
            lines[-1] = f"{lines[-1]}  {part}"
        elif len(lines) < most:
            lines.append(fitted(part, width))
    return tuple(lines) or ("",)


def _legend_parts(scene: Scene, upright: bool) -> Iterator[str]:
    glyphs, language = scene.look.glyphs, scene.look.language
    ties = [tie for tie in scene.graph.ties if tie.change != ABSENT]
    views = [view for tie in ties for view in tie.views if view.change != "went"]
    used = {kind for view in views for kind in (view.kinds or ("unsaid",))}
    used = {kind for group in scene.look.groups for kind, _ in group.kinds} or used
    for kind in ("strong", "ordinary", "tenuous", "stressful", "cut_off", "unsaid"):
        if kind in used:
            sample = glyphs.cut if kind == "cut_off" else glyphs.lines[kind].strip() * 2
            sample += glyphs.stands[kind][:1] if upright and kind not in ("cut_off", "unsaid") else ""
            yield f"{sample} {text(f'ecomap.tie.{kind}', language)}"
    if scene.look.groups:
        yield f"3{glyphs.sample('strong')} {text('look.group.count', language)}"
    if any(view.flow != "none" for view in views):
        yield f"{glyphs.left}{glyphs.right} {text('ecomap.screen.flow', language)}"
    changes = {tie.change for tie in ties} | {support.change for support in scene.graph.supports}
    changes |= {member.change for member in scene.graph.members}
    changes |= {"came", "changed", LEFT} if scene.look.steady and changes - {""} else set()
    yield from (text(f"change.mark.{change}", language) for change in CHANGE_SIGNS if change in changes)
    kinds = {support.kind for support in scene.graph.supports if support.change != ABSENT}
    for kind in SUPPORT_KINDS:
        if kind in kinds:
            before, after = glyphs.kinds[kind]
            yield f"{before}{text(f'ecomap.screen.{kind}', language)}{after}"
    if scene.in_both():
        yield f"{glyphs.forks} {text('ecomap.tie.shared', language)}"
    badge = next((scene.mark(tie.to) for tie in ties if tie.to in {m.id for m in scene.graph.members}), "")
    if badge:
        yield f"{badge} {text('look.badge', language)}"
    if any(len(tie.views) > 1 for tie in scene.graph.ties):
        yield f"{glyphs.differ} {text('look.differ', language)}"


def put_legend(grid: Grid, scene: Scene, lines: list[str], hidden: int) -> None:
    """Write the legend at the foot, and how many supports found no room."""
    top = grid.height - len(lines)
    for number, line in enumerate(lines):
        grid.put(0, top + number, line, "legend")
    if hidden > 0:
        more = text("ecomap.screen.more", scene.look.language, number=hidden)
        grid.put(grid.width - len(more) - 1, grid.height - 1, f" {more}", "legend")
