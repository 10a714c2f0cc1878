"""The map in a terminal: *rail* (a row a support, the household between; from 80×24) and *ring* (from 120×36).

Both are pure: cells in named styles for a width and height. Styles: ``title``, ``household``, ``member``, ``caption-KIND``,
``kind-KIND``, ``tie-KIND``, ``link``, ``legend``; with ``selected`` or ``dim`` behind them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from teammeet.ecomap.cells import Canvas, Grid
from teammeet.ecomap.glyphs import DRAWN, PLAIN, Glyphs, person_form
from teammeet.ecomap.graph import SUPPORT_KINDS, EcomapGraph, Member, Support, Tie
from teammeet.ecomap.names import abbreviated, in_two_rows
from teammeet.ecomap.order import Seat, seats
from teammeet.messages import text

RING_FROM = (120, 36)
"""The least width and height at which the ring is the better picture."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a map is looked at: what is ``selected``, what stands out (``highlighted``; all if empty), from which row on."""

    language: str = "en"
    selected: str = ""
    highlighted: frozenset[str] = frozenset()
    first: int = 0
    ascii_only: bool = False

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


@dataclass(frozen=True, slots=True)
class Scene:
    """What both painters need of a graph."""

    graph: EcomapGraph
    look: Look
    order: tuple[Seat, ...]
    links: dict[str, tuple[int, ...]]
    inwards: dict[str, list[Tie]]

    @classmethod
    def of(cls, graph: EcomapGraph, look: Look) -> "Scene":
        """The scene of a graph."""
        order = seats(graph)
        ids = {seat.id for seat in order}
        links: dict[str, tuple[int, ...]] = {}
        between = [tie for tie in graph.ties if tie.support in ids and tie.to in ids and not _to_home(tie, order)]
        for number, tie in enumerate(between, 1):
            for end in (tie.support, tie.to):
                links[end] = (*links.get(end, ()), number)
        people = {member.id for member in graph.members} | {home.id for home in graph.homes}
        inwards: dict[str, list[Tie]] = {}
        for tie in graph.ties:
            if tie.to in people:
                inwards.setdefault(tie.support, []).append(tie)
        return cls(graph, look, order, links, inwards)

    def name(self, seat: Seat) -> str:
        """What a seat is called, with the numbers of its ties to other supports."""
        glyphs = self.look.glyphs
        if isinstance(seat.item, Support):
            name = seat.item.name or text("ecomap.unnamed.support", self.look.language)
            if seat.item.status != "active":
                name = f"{name}, {text(f'ecomap.status.{seat.item.status}', self.look.language)}"
        elif seat.item is not None:
            name = f"{glyphs.people[person_form(seat.item)]} {seat.item.name}"
        else:
            home = next(home for home in self.graph.homes if home.id == seat.id)
            unnamed = text("ecomap.unnamed.home" if home.id else "ecomap.unnamed.no-home", self.look.language)
            name = f"{self.mark(seat.id)} {home.name or unnamed}"
        return name

    def numbers(self, seat: Seat) -> str:
        """The small numbers of a seat's ties to other supports."""
        return "".join(self.look.glyphs.number(number) for number in self.links.get(seat.id, ())[:3])

    def mark(self, end: str) -> str:
        """What stands for the end of a tie: nothing for the household, an initial, a house."""
        member = next((member for member in self.graph.members if member.id == end), None)
        if member is not None:
            return member.mark
        if end == self.graph.centre:
            return ""
        return self.graph.home_mark(end).replace("\u2302", self.look.glyphs.house)

    def ties(self, seat: Seat) -> list[Tie]:
        """The ties of a seat to homes and members."""
        return self.inwards.get(seat.id, [])

    def whole_label(self, seat: Seat) -> str:
        """Name, numbers and brackets, however long."""
        before, after = self.look.glyphs.kinds[seat.sector]
        return f"{before}{self.name(seat)}{self.numbers(seat)}{after}"

    def label(self, seat: Seat, width: int) -> str:
        """Name and brackets in at most ``width`` cells."""
        before, after = self.look.glyphs.kinds[seat.sector]
        numbers = self.numbers(seat)
        return (
            f"{before}{abbreviated(self.name(seat), max(1, width - 2 - len(numbers)), self.look.glyphs.more)}{numbers}{after}"
        )

    def label_rows(self, seat: Seat, width: int) -> tuple[str, ...]:
        """The label in two rows of at most ``width`` cells; in one where that is enough or it cannot be broken."""
        before, after = self.look.glyphs.kinds[seat.sector]
        found = in_two_rows(before, self.name(seat), self.numbers(seat) + after, width)
        return found or (self.label(seat, width),)

    def member_words(self, member: Member) -> str:
        """What a member of the household is called in its box: the mark only where it is not the first letter."""
        words = f"{self.look.glyphs.people[person_form(member)]} {member.name}"
        return words if member.mark == member.name.strip()[:1].upper() else f"{member.mark} {words}"


def _to_home(tie: Tie, order: Sequence[Seat]) -> bool:
    return any(seat.id == tie.to and seat.sector == "home" for seat in order)


def painted(graph: EcomapGraph, width: int, height: int, look: Look | None = None) -> Canvas:
    """The better of the two pictures for a terminal of that size."""
    from teammeet.ecomap.rail import rail
    from teammeet.ecomap.star import ring

    wide_enough = width >= RING_FROM[0] and height >= RING_FROM[1]
    return (ring if wide_enough else rail)(graph, width, height, look)


def household_width(scene: Scene) -> int:
    """The cells that the household's box takes when all its names are whole."""
    names = [scene.member_words(member) for member in scene.graph.living_in(scene.graph.centre)]
    return max(map(cell_len, [scene.graph.home.name or scene.graph.title, *names])) + 4


def draw_household(grid: Grid, scene: Scene, x: int, top: int, width: int, height: int) -> dict[str, int]:
    """The household's box with its members; gives the row of each member that found room."""
    glyphs, look = scene.look.glyphs, scene.look
    corners = glyphs.corners
    style = look.style("household", scene.graph.centre)
    grid.put(x, top, corners[0] + glyphs.flat * (width - 2) + corners[1], style)
    for y in range(top + 1, top + height - 1):
        grid.put(x, y, glyphs.upright, style)
        grid.put(x + width - 1, y, glyphs.upright, style)
    grid.put(x, top + height - 1, corners[2] + glyphs.flat * (width - 2) + corners[3], style)
    home = scene.graph.home.name or scene.graph.title
    name = abbreviated(home, width - 4, glyphs.more)
    if name:
        grid.put(x + 2, top, f" {name} "[: width - 2], look.style("title", scene.graph.centre), scene.graph.centre)
    members = scene.graph.living_in(scene.graph.centre)
    room = height - 2
    apart = 2 if 2 * len(members) <= room else 1
    shown = members if len(members) <= room else members[: max(0, room - 1)]
    rows = {}
    y = top + 1 + max(0, (room - apart * len(shown)) // 2)
    for member in shown:
        words = abbreviated(scene.member_words(member), width - 4, glyphs.more)
        grid.put(x + 2, y, words, look.style("member", member.id), member.id)
        rows[member.id] = y
        y += apart
    if len(shown) < len(members):
        grid.put(x + 2, top + room, f"+{len(members) - len(shown)}", "legend")
    return rows


def legend_lines(scene: Scene, width: int, most: int) -> list[str]:
    """What the characters mean, in at most so many lines: only what the map uses."""
    lines: list[str] = []
    for part in _legend_parts(scene):
        if lines and len(lines[-1]) + 2 + len(part) <= width:
            lines[-1] = f"{lines[-1]}  {part}"
        elif len(lines) < most:
            lines.append(part[:width])
    return lines or [""]


def _legend_parts(scene: Scene) -> Iterator[str]:
    glyphs, language = scene.look.glyphs, scene.look.language
    views = [view for tie in scene.graph.ties for view in tie.views]
    used = {kind for view in views for kind in (view.kinds or ("unsaid",))}
    for kind in ("strong", "ordinary", "tenuous", "stressful", "cut_off", "unsaid"):
        if kind in used:
            sample = glyphs.cut if kind == "cut_off" else glyphs.lines[kind].strip() * 2
            yield f"{sample} {text(f'ecomap.tie.{kind}', language)}"
    if any(view.flow != "none" for view in views):
        yield f"{glyphs.left}{glyphs.right} {text('ecomap.screen.flow', language)}"
    kinds = {support.kind for support in scene.graph.supports}
    for kind in SUPPORT_KINDS:
        if kind in kinds:
            before, after = glyphs.kinds[kind]
            yield f"{before}{text(f'ecomap.screen.{kind}', language)}{after}"


def put_legend(grid: Grid, scene: Scene, lines: list[str], hidden: int) -> None:
    """Write the legend at the foot, and how many supports found no room."""
    top = grid.height - len(lines)
    for number, line in enumerate(lines):
        grid.put(0, top + number, line, "legend")
    if hidden > 0:
        more = text("ecomap.screen.more", scene.look.language, number=hidden)
        grid.put(grid.width - len(more) - 1, grid.height - 1, f" {more}", "legend")
