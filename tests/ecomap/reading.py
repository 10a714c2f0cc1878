"""Reads a finished SVG as anybody's viewer would: shapes with their text, ties with their strokes, heads of arrows.

It knows nothing of how the picture was laid out, and refuses what it does not know, so that nothing lies there unseen.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from tests.ecomap.convex import SLACK, Box, Ellipse, Point, Polygon, around

SVG = "{http://www.w3.org/2000/svg}"
ROLES = ("household", "household-title", "tie", "support", "member", "badge", "caption", "legend", "title", "table")
_ABOVE, _BELOW = 0.76, 0.236
"""From the baseline up to the top of a capital and down to the foot of a g, in text sizes."""
_KNOWN = {
    "svg": {"viewBox", "width", "height", "lang", "role", "aria-labelledby", "font-family", "{http://www.w3.org/XML/1998/namespace}lang"},
    "title": {"id"},
    "desc": {"id"},
    "rect": {"class", "width", "height", "fill"},
    "g": {"class", "data-node", "data-from", "data-to"},
    "path": {"d", "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin"},
    "ellipse": {"cx", "cy", "rx", "ry", "fill", "stroke", "stroke-width", "stroke-dasharray"},
    "text": {"font-size", "fill", "font-weight", "text-anchor"},
    "tspan": {"x", "y", "textLength", "lengthAdjust", "data-width", "text-anchor", "font-size"},
}  # fmt: skip


@dataclass(frozen=True)
class Stroke:
    """A straight piece of a line with half its breadth."""

    ends: Polygon
    half: float

    @cached_property
    def box(self) -> Box:
        """What it takes up."""
        return around(self.ends, max(self.half, SLACK))


@dataclass
class Thing:
    """A shape with its text, or a text without a shape. ``samples`` are the strokes and heads of an entry of the legend."""

    role: str
    node: str
    name: str = ""
    shape: Polygon = ()
    oval: Ellipse | None = None
    labels: list[Box] = field(default_factory=list)
    samples: list[Stroke] = field(default_factory=list)

    @cached_property
    def box(self) -> Box:
        """What it takes up, text and all."""
        corners = [corner for label in self.labels for corner in label.corners]
        return around((*self.shape, *corners, *(end for stroke in self.samples for end in stroke.ends)))


@dataclass
class Tie:
    """What is drawn between two nodes: the middle of its lines, and their breadth; the heads of its arrows and its signs."""

    start: str
    end: str
    strokes: list[Stroke]
    heads: list[Polygon]

    @cached_property
    def box(self) -> Box:
        """What it takes up."""
        boxes = [stroke.box for stroke in self.strokes] + [around(head) for head in self.heads]
        return around(corner for box in boxes for corner in box.corners)

    @cached_property
    def pieces(self) -> tuple[tuple[Polygon, float, Box], ...]:
        """All of it: strokes with half their breadth, heads with none."""
        strokes = [(stroke.ends, stroke.half, stroke.box) for stroke in self.strokes]
        return (*strokes, *((head, 0.0, around(head)) for head in self.heads))


@dataclass
class Read:
    """A picture that has been read."""

    page: Box
    things: list[Thing]
    ties: list[Tie]


def read(svg: str) -> Read:
    """Read a picture.

    Raises:
        ValueError: something in it cannot be read.
    """
    root = ET.fromstring(svg)
    for element in root.iter():
        _know(element)
    left, top, wide, high = (float(number) for number in root.get("viewBox", "").split())
    groups = list(root.iter(f"{SVG}g"))
    ties = [_tie(group) for group in groups if _role(group) == "tie"]
    things = [_thing(group) for group in groups if _role(group) != "tie"]
    return Read(
        Box(left, top, left + wide, top + high),
        [thing for thing in things if thing.shape or thing.labels or thing.samples],
        [tie for tie in ties if tie.strokes],
    )


def _know(element: ET.Element) -> None:
    name = element.tag.removeprefix(SVG)
    strange = set(element.attrib) - _KNOWN.get(name, set())
    if name not in _KNOWN or strange or (name == "g" and _role(element) not in ROLES):
        raise ValueError(f"the checker does not know <{name} {element.attrib}>")


def _role(group: ET.Element) -> str:
    return (group.get("class") or " ").split(" ")[0]


def _thing(group: ET.Element) -> Thing:
    thing = Thing(_role(group), group.get("data-node", ""), group.findtext(f"{SVG}title") or "")
    thing.labels = [box for text in group.iter(f"{SVG}text") for box in _label(text)]
    shapes = [shape for shape in group if shape.tag in (f"{SVG}path", f"{SVG}ellipse")]
    if thing.role == "legend":
        thing.samples = [stroke for shape in shapes for stroke in _strokes(shape)]
    elif shapes:
        first = shapes[0]
        if first.tag == f"{SVG}ellipse":
            thing.oval = _ellipse(first)
            thing.shape = thing.oval.polygon
        else:
            thing.shape = tuple(dict.fromkeys(stroke.ends[0] for stroke in _strokes(first)))
    return thing


def _tie(group: ET.Element) -> Tie:
    lines = [path for path in group.findall(f"{SVG}path") if path.get("fill") == "none"]
    heads = [path for path in group.findall(f"{SVG}path") if path.get("fill") != "none"]
    signs = [_ellipse(disc).polygon for disc in group.findall(f"{SVG}ellipse")]
    return Tie(
        group.get("data-from", ""),
        group.get("data-to", ""),
        [stroke for path in lines for stroke in _strokes(path)],
        [*(tuple(stroke.ends[0] for stroke in _strokes(path)) for path in heads), *signs],
    )


def _label(text: ET.Element) -> Iterator[Box]:
    """One box a line: the size of its letters from the baseline, its said length."""
    for line in text.findall(f"{SVG}tspan"):
        size = float(line.get("font-size") or text.get("font-size") or "nan")
        wide = float(line.get("textLength") or line.get("data-width") or "nan")
        x, y = float(line.get("x", "nan")), float(line.get("y", "nan"))
        anchor = line.get("text-anchor") or text.get("text-anchor")
        left = x - wide / 2 if anchor == "middle" else x
        yield Box(left, y - size * _ABOVE, left + wide, y + size * _BELOW)


def _ellipse(shape: ET.Element) -> Ellipse:
    x, y, wide, high = (float(shape.get(name, "nan")) for name in ("cx", "cy", "rx", "ry"))
    return Ellipse(x, y, wide, high, float(shape.get("stroke-width", "0")) / 2)


def _strokes(shape: ET.Element) -> list[Stroke]:
    half = float(shape.get("stroke-width", "1")) / 2 if shape.get("stroke") else 0.0
    if shape.tag == f"{SVG}ellipse":
        corners = _ellipse(shape).polygon
        return [Stroke(pair, half) for pair in pairwise((*corners, corners[0]))]
    return [Stroke(pair, half) for pair in _path(shape.get("d", ""))]


def _path(way: str) -> list[tuple[Point, Point]]:
    """The pieces of a path; curves as six straight ones."""
    pieces: list[tuple[Point, Point]] = []
    start = here = (0.0, 0.0)
    for letter, numbers in re.findall(r"([A-Za-z])([^A-Za-z]*)", way):
        values = [float(number) for number in numbers.split()]
        if letter == "M":
            start = here = (values[0], values[1])
            continue
        if letter not in "LQZ":
            raise ValueError(f"the checker does not know the path {letter}{numbers}")
        corners = {"L": _line, "Q": _curve}[letter](here, values) if letter != "Z" else [start]
        for corner in corners:
            pieces.append((here, corner))
            here = corner
    return pieces


def _line(_: Point, values: list[float]) -> list[Point]:
    return [(values[0], values[1])]


def _curve(here: Point, values: list[float]) -> list[Point]:
    ax, ay, bx, by = values
    shares = [step / 6 for step in range(1, 7)]
    return [
        ((1 - s) ** 2 * here[0] + 2 * s * (1 - s) * ax + s**2 * bx, (1 - s) ** 2 * here[1] + 2 * s * (1 - s) * ay + s**2 * by)
        for s in shares
    ]
