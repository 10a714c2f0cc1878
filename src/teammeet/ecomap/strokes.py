"""What any painter draws: paths with a named ink, and lines of text. No colour is said here."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from teammeet.ecomap.breadth import APART, BOTH, WAVE
from teammeet.ecomap.change_marks import LEFT
from teammeet.ecomap.geometry import entry
from teammeet.ecomap.graph import Claim
from teammeet.ecomap.outline import crossing, inset, outline
from teammeet.ecomap.shapes import SIZE, Badge, Box, HomeOval, Label, Layout, Line, Node, Point
from teammeet.ecomap.ways import beside, length, part_of, reach, wave

THICK: Final = SIZE * 0.4
THIN: Final = SIZE * 0.14
FAINT: Final = SIZE * 0.09
_HEAD: Final = SIZE * 0.95
_GAP: Final = SIZE * 0.5


@dataclass(frozen=True, slots=True)
class Path:
    """A polyline, or, if ``curved``, quadratic curves (each second point a control). ``ink`` and ``fill`` name colours."""

    points: tuple[Point, ...]
    ink: str = ""
    width: float = THIN
    fill: str = ""
    closed: bool = False
    curved: bool = False
    dash: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Oval:
    """An ellipse that fills ``box``."""

    box: Box
    ink: str = ""
    width: float = THIN
    fill: str = ""
    dash: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of text, centred in the label's box or set from its left edge."""

    label: Label
    ink: str = "text"
    left: bool = False


Stroke: TypeAlias = Path | Oval | Words


@dataclass(frozen=True, slots=True)
class Group:
    """Strokes that belong together. ``role`` says what they are, ``name`` is its full name for who cannot see the picture."""

    role: str
    strokes: tuple[Stroke, ...]
    name: str = ""
    ends: tuple[str, str] = ("", "")
    node: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """All lines of text in it."""
        return tuple(line for stroke in self.strokes if isinstance(stroke, Words) for line in stroke.label.lines)


def map_groups(layout: Layout) -> tuple[Group, ...]:
    """The strokes of a layout, from the back to the front."""
    homes = tuple(
        Group("household", home_strokes(home, "" if number else "paper"), node=home.id)
        for number, home in enumerate(layout.homes)
    )
    labels = [home.title for home in layout.homes if home.title]
    titles = tuple(Group("household-title", (Words(label),), " ".join(label.lines)) for label in labels)
    ties = tuple(Group("tie", tie_strokes(line, layout), ends=(line.start, line.end)) for line in layout.lines)
    nodes = tuple(Group(_role(node), node_strokes(node), node.name, node=node.id) for node in layout.nodes)
    badges = tuple(Group("badge", badge_strokes(badge), node=badge.node) for badge in layout.badges)
    return (*homes, *ties, *titles, *nodes, *badges)


def home_strokes(home: HomeOval, fill: str = "paper") -> tuple[Stroke, ...]:
    """The line of a home in the middle: dashed for a foster home, with a second line for another that is no plain home."""
    broad = SIZE * 0.22
    if home.kind == "foster_home":
        return (Oval(home.box, "household", broad, fill, (SIZE * 1.1, SIZE * 0.5)),)
    inner = home.box.grown(-SIZE * 0.4)
    if home.kind == "kinship_home":
        dots = SIZE * 0.15, SIZE * 0.4
        return Oval(home.box, "household", broad, fill), Oval(inner, "household", SIZE * 0.15, "", dots)
    if home.kind in ("facility", "other"):
        return Oval(home.box, "household", broad, fill), Oval(inner, "household", THIN)
    return (Oval(home.box, "household", broad, fill),)


def _role(node: Node) -> str:
    if node.form == "caption":
        return "caption"
    return f"{'member' if node.inside else 'support'} {node.form} {node.status}"


def badge_strokes(badge: Badge) -> tuple[Stroke, ...]:
    """A disc with a mark."""
    box = Box(badge.label.box.x, badge.label.box.y, badge.radius * 2, badge.radius * 2)
    return Oval(box, "household", THIN, "paper"), Words(badge.label)


def node_strokes(node: Node) -> tuple[Stroke, ...]:
    """A node's outline and its text."""
    if node.form == "caption":
        return tuple(Words(label, f"caption-{node.status}") for label in node.labels)
    ended = node.status in ("ended", "went")
    ink = "ended" if ended else f"outline-{node.form}"
    dash = (SIZE * 0.5, SIZE * 0.35) if node.status == "possible" or node.form == "unborn" else None
    dash = (SIZE * 0.14, SIZE * 0.3) if ended else dash
    width = SIZE * (0.26 if node.enrolled else 0.13)
    fill = "paper" if node.status in ("possible", "went") else "fill-ended" if ended else f"fill-{node.form}"
    strokes: list[Stroke] = [Path(outline(node.form, node.box), ink, width, fill, closed=True, dash=dash)]
    if node.form == "home":
        strokes.append(Path(outline("home", node.box.grown(-SIZE * 0.28)), ink, width, "", closed=True))
    left, top, right, bottom = node.box.sides
    cut = SIZE * 0.7
    if node.form == "deceased":
        strokes.append(Path(((left, top + cut), (left + cut, top)), ink, width))
        strokes.append(Path(((right - cut, bottom), (right, bottom - cut)), ink, width))
    return (*strokes, *(Words(label, "text-ended" if ended else "text") for label in node.labels))


def tie_strokes(line: Line, layout: Layout | None = None) -> tuple[Stroke, ...]:
    """A tie: one line for each thing that is said of it, side by side, from outline to outline on ``layout``."""
    if line.form == "shared":
        return tuple(Path(beside(line.points, aside), "outline-home", FAINT) for aside in (-SIZE * 0.16, SIZE * 0.16))
    if line.form == "group":
        return (Path(line.points, "tie-unsaid", FAINT),)
    count = len(line.claims)
    strokes: list[Stroke] = []
    for number, claim in enumerate(line.claims):
        points = beside(line.points, (number - (count - 1) / 2) * APART)
        strokes += claim_strokes(_trimmed(points, line, layout) if layout and count > 1 else points, claim)
    return tuple(strokes)


def _trimmed(points: Sequence[Point], line: Line, layout: Layout) -> tuple[Point, ...]:
    """A line aside of the middle from outline to outline: the tip of an arrow is neither hidden nor far from its shape."""
    start, end = layout.node(line.start), None if line.badge else layout.node(line.end)
    first = _met(start, points[0], points[1]) if start else points[0]
    last = _met(end, points[-1], points[-2]) if end else points[-1]
    for home in layout.homes:
        if home.id == line.end and not line.badge:
            last = entry(points[-2], last, home.box)
    return (first, *points[1:-1], last)


def _met(node: Node, point: Point, towards: Point) -> Point:
    """Where a line that ends at a point in a node's outline, or near it, meets the outline."""
    out = crossing(node.form, node.box, point, towards)
    return out if out != point else crossing(node.form, node.box, inset(node.box, point), point)


def claim_strokes(points: Sequence[Point], claim: Claim) -> tuple[Stroke, ...]:
    """One line in the form of its kinds, with arrow heads for its flow."""
    if claim.change == "went":
        return (Path(tuple(points), "ended", THIN, dash=(SIZE * 0.14, SIZE * 0.3)),)
    heads: list[Stroke] = []
    whole = length(points)
    ink = _ink(claim)
    head = min(_HEAD * (1.25 if "strong" in claim.kinds else 1.0), whole * 0.4)
    first, last = 0.0, whole
    if claim.flow in ("to", "both"):
        heads.append(_arrow(points, whole, whole - head, ink))
        last -= head * 0.8
    if claim.flow in ("from", "both"):
        heads.append(_arrow(points, 0.0, head, ink))
        first += head * 0.8
    return (*_body(part_of(points, first, last), claim), *heads, *change_sign(points, claim))


def change_sign(points: Sequence[Point], claim: Claim) -> tuple[Stroke, ...]:
    """A small disc on a line, off the gap where it is cut: a plus where it came, a minus where it is gone since, or a wave."""
    change = claim.change
    if change not in ("came", "changed", LEFT):
        return ()
    (x, y), _ = reach(points, length(points) / (4 if "cut_off" in claim.kinds else 2))
    arm = SIZE * 0.34
    disc = Oval(Box(x, y, SIZE * 1.25, SIZE * 1.25), "household", FAINT, "paper")
    flat = ((x - arm, y), (x + arm, y))
    if change == "changed":
        return disc, Path(wave(flat, SIZE * 0.3, arm * 2), "household", THIN, curved=True)
    upright = (Path(((x, y - arm), (x, y + arm)), "household", THIN),) if change == "came" else ()
    return (disc, Path(flat, "household", THIN), *upright)


def _ink(claim: Claim) -> str:
    order = ("strong", "stressful", "cut_off", "tenuous", "ordinary")
    return next((f"tie-{kind}" for kind in order if kind in claim.kinds), "tie-unsaid")


def _body(points: Sequence[Point], claim: Claim) -> list[Stroke]:
    parts: list[Sequence[Point]] = [points]
    strokes: list[Stroke] = []
    whole = length(points)
    if "cut_off" in claim.kinds:
        gap = min(_GAP, whole / 4)
        parts = [part_of(points, 0, whole / 2 - gap), part_of(points, whole / 2 + gap, whole)]
        strokes += [_bar(points, whole / 2 + side * gap) for side in (-1, 1)]
    for part in parts:
        strokes += _stretch(tuple(part), claim)
    return strokes


def _stretch(points: tuple[Point, ...], claim: Claim) -> list[Stroke]:
    kinds = claim.kinds
    strokes: list[Stroke] = []
    dash = (SIZE * 0.45, SIZE * 0.4) if "tenuous" in kinds else None
    if "strong" in kinds:
        strokes.append(Path(points, "tie-strong", THICK))
    if "stressful" in kinds:
        high = BOTH if "strong" in kinds else WAVE
        strokes.append(Path(wave(points, high, SIZE * 1.1), "tie-stressful", THIN * 1.15, curved=True, dash=dash))
    if not strokes:
        ink = _ink(claim)
        strokes.append(Path(points, ink, FAINT if ink == "tie-unsaid" else THIN, dash=dash))
    return strokes


def _bar(points: Sequence[Point], at: float) -> Path:
    (x, y), (dx, dy) = reach(points, at)
    side_x, side_y = -dy * SIZE * 0.5 + dx * SIZE * 0.2, dx * SIZE * 0.5 + dy * SIZE * 0.2
    return Path(((x - side_x, y - side_y), (x + side_x, y + side_y)), "tie-cut_off", THIN * 1.2)


def _arrow(points: Sequence[Point], tip: float, foot: float, ink: str) -> Path:
    (x, y), _ = reach(points, tip)
    (foot_x, foot_y), _ = reach(points, foot)
    far = math.dist((x, y), (foot_x, foot_y)) or 1.0
    side_x, side_y = -(foot_y - y) / far * abs(tip - foot) * 0.45, (foot_x - x) / far * abs(tip - foot) * 0.45
    corners = ((x, y), (foot_x + side_x, foot_y + side_y), (foot_x - side_x, foot_y - side_y))
    return Path(corners, "", 0, ink, closed=True)


def moved(stroke: Stroke, dx: float, dy: float) -> Stroke:
    """The stroke elsewhere."""
    if isinstance(stroke, Path):
        return replace(stroke, points=tuple((x + dx, y + dy) for x, y in stroke.points))
    if isinstance(stroke, Oval):
        return replace(stroke, box=stroke.box.moved(dx, dy))
    return replace(stroke, label=stroke.label.moved(dx, dy))
