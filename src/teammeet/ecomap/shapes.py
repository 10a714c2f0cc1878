"""The values that a layout is made of. Lengths are points at the nominal text size; y grows downwards."""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import Final, Protocol, TypeAlias

from teammeet.ecomap.graph import Claim

Point: TypeAlias = tuple[float, float]

SIZE: Final = 8.0
"""The nominal size of a name."""
LEADING: Final = 1.2
"""Line to line, in text sizes."""


class Measure(Hashable, Protocol):
    """The width of one line of text in points."""

    def __call__(self, text: str, size: float, bold: bool = False) -> float:
        """The width of ``text`` at ``size``."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its centre and size."""

    x: float
    y: float
    w: float
    h: float

    @property
    def sides(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        return self.x - self.w / 2, self.y - self.h / 2, self.x + self.w / 2, self.y + self.h / 2

    def grown(self, by: float) -> "Box":
        """The box with a margin of ``by`` on every side."""
        return Box(self.x, self.y, self.w + 2 * by, self.h + 2 * by)

    def moved(self, dx: float, dy: float) -> "Box":
        """The box elsewhere."""
        return Box(self.x + dx, self.y + dy, self.w, self.h)

    def meets(self, other: "Box", gap: float = 0.0) -> bool:
        """Whether the two come nearer than ``gap`` in both directions."""
        return abs(self.x - other.x) < (self.w + other.w) / 2 + gap and abs(self.y - other.y) < (self.h + other.h) / 2 + gap


@dataclass(frozen=True, slots=True)
class Label:
    """Lines of text, centred one under the other in ``box``."""

    lines: tuple[str, ...]
    box: Box
    size: float = SIZE
    bold: bool = False

    def moved(self, dx: float, dy: float) -> "Label":
        """The label elsewhere."""
        return replace(self, box=self.box.moved(dx, dy))


@dataclass(frozen=True, slots=True)
class Node:
    """A thing with an outline and text in it.

    ``form``: a kind of support, ``home`` (another household), ``person``, ``pet``, ``deceased``, ``unborn``, or
    ``caption`` (text without outline). ``inside`` says that it lies in the household's outline.
    """

    id: str
    form: str
    box: Box
    labels: tuple[Label, ...]
    name: str = ""
    status: str = "active"
    enrolled: bool = False
    inside: bool = False

    def moved(self, dx: float, dy: float) -> "Node":
        """The node elsewhere."""
        return replace(self, box=self.box.moved(dx, dy), labels=tuple(label.moved(dx, dy) for label in self.labels))


@dataclass(frozen=True, slots=True)
class Badge:
    """A small disc with a mark: where a tie to a member ends, on the household's outline."""

    node: str
    label: Label
    radius: float

    def moved(self, dx: float, dy: float) -> "Badge":
        """The badge elsewhere."""
        return replace(self, label=self.label.moved(dx, dy))


@dataclass(frozen=True, slots=True)
class Line:
    """A tie as drawn: from the box of ``start`` to ``end`` along ``points``; ``claims`` has two entries when people differ.

    ``form`` is ``tie``, or ``shared`` between another home and a member who lives in both. ``badge`` says that the line
    ends at a badge instead of in the member's shape.
    """

    start: str
    end: str
    points: tuple[Point, ...]
    claims: tuple[Claim, ...]
    form: str = "tie"
    badge: bool = False

    def moved(self, dx: float, dy: float) -> "Line":
        """The line elsewhere."""
        return replace(self, points=tuple((x + dx, y + dy) for x, y in self.points))


@dataclass(frozen=True, slots=True)
class Places:
    """Where things lay, to be kept so that the next layout moves little: see :func:`teammeet.ecomap.layout.layout`.

    ``slots`` are places on the curve by id, as shares of a turn clockwise from the top; ``members`` the order around the
    household's inside; ``ovals`` are the homes in the middle (x, y, width, height; ``oval`` the size of all of it) and
    ``middle`` says in which shape they are set; the rest is the size and shape of the curve.
    """

    half_width: float
    half_height: float
    power: float
    text_width: float
    width: float
    height: float
    oval: Point
    mode: str
    slots: tuple[tuple[str, float], ...]
    members: tuple[str, ...]
    ovals: tuple[tuple[float, float, float, float], ...] = ()
    middle: str = ""


@dataclass(frozen=True, slots=True)
class HomeOval:
    """A home in the middle: its oval, its name where it has one, and the ids of who is drawn in it."""

    id: str
    kind: str
    box: Box
    title: Label | None = None
    people: tuple[str, ...] = ()

    def moved(self, dx: float, dy: float) -> "HomeOval":
        """The oval elsewhere."""
        title = self.title.moved(dx, dy) if self.title else None
        return replace(self, box=self.box.moved(dx, dy), title=title)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything lies on a sheet of ``width`` by ``height``: one home in the middle or two, the centre first."""

    width: float
    height: float
    homes: tuple[HomeOval, ...]
    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    badges: tuple[Badge, ...]
    places: Places

    @property
    def household(self) -> Box:
        """The room that the homes in the middle take up."""
        sides = [home.box.sides for home in self.homes]
        left, top = min(side[0] for side in sides), min(side[1] for side in sides)
        right, bottom = max(side[2] for side in sides), max(side[3] for side in sides)
        return Box((left + right) / 2, (top + bottom) / 2, right - left, bottom - top)

    def node(self, name: str) -> Node | None:
        """The node with that id."""
        return next((node for node in self.nodes if node.id == name), None)
