"""Reads a finished SVG as anybody's viewer would and counts what lies over what.

It knows nothing of how the picture was laid out: only groups with a class, shapes, paths and text with its length.
"""

import math
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

SVG = "{http://www.w3.org/2000/svg}"
SLACK = 0.35
"""Points by which things may touch: less than a hairline."""
Point = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass
class Thing:
    """A shape with its text, or a free text."""

    role: str
    node: str
    box: Box
    labels: list[Box] = field(default_factory=list)


@dataclass
class Tie:
    """A drawn line between two nodes."""

    start: str
    end: str
    ways: list[tuple[Point, Point]]

    @cached_property
    def around(self) -> Box:
        """What the lines take up, and a little more: an upright line has a width too."""
        xs, ys = [x for way in self.ways for x, _ in way], [y for way in self.ways for _, y in way]
        return min(xs) - 1, min(ys) - 1, max(xs) + 1, max(ys) + 1


@dataclass(frozen=True)
class Count:
    """What was found."""

    label_label: int = 0
    label_shape: int = 0
    shape_shape: int = 0
    line_shape: int = 0
    line_label: int = 0
    overflow: int = 0
    off_page: int = 0
    crossings: int = 0

    @property
    def overlaps(self) -> int:
        """Everything that must be 0."""
        return (
            self.label_label
            + self.label_shape
            + self.shape_shape
            + self.line_shape
            + self.line_label
            + self.overflow
            + self.off_page
        )


def check(svg: str) -> Count:
    """Count the faults of a picture."""
    root = ET.fromstring(svg)
    things = list(_things(root))
    ties = [_tie(group) for group in root.iter(f"{SVG}g") if group.get("class") == "tie"]
    ties = [tie for tie in ties if tie.ways]
    solid = [thing for thing in things if thing.role not in ("household", "text")]
    household = [thing for thing in things if thing.role == "household"]
    labels = [(thing, label) for thing in things for label in thing.labels]
    outer = [thing for thing in solid if thing.role == "support"]
    inner = [thing for thing in solid if thing.role not in ("support", "badge")]
    badges = [thing.box for thing in solid if thing.role == "badge"]
    outside = [thing for thing in solid if thing.role in ("support", "legend")]
    size = [float(number) for number in root.get("viewBox", "0 0 0 0").split()]
    return Count(
        label_label=_pairs([label for _, label in labels]),
        label_shape=sum(_over(label, _inside(thing)) for owner, label in labels for thing in solid if thing is not owner),
        shape_shape=_pairs([t.box for t in outer])
        + sum(_in_oval(home.box, thing.box) for home in household for thing in outer)
        + _pairs([t.box for t in inner])
        + _pairs([t.box for t in outside])
        + _discs(badges, [t.box for t in solid if t.role != "badge"]),
        line_shape=sum(_through(tie, thing, things) for tie in ties for thing in solid),
        line_label=sum(_hits(tie, label) for tie in ties for owner, label in labels if owner.role == "text"),
        overflow=sum(not _in(label, thing.box) for thing in solid if thing.role != "legend" for label in thing.labels),
        off_page=sum(not _in(box, (size[0], size[1], size[2], size[3])) for t in things for box in (t.box, *t.labels)),
        crossings=_crossings(ties),
    )


def label_size(svg: str, width: float = 468.0, height: float = 648.0) -> float:
    """The size of a support's name in points when the picture fills a page of 6.5 by 9 inches."""
    root = ET.fromstring(svg)
    _, _, wide, high = (float(number) for number in root.get("viewBox", "").split())
    sizes = [
        float(group.findall(f"{SVG}text")[0].get("font-size", "0"))
        for group in root.iter(f"{SVG}g")
        if group.get("class", "").startswith("support")
    ]
    return min(sizes) * min(width / wide, height / high)


def _things(root: ET.Element) -> Iterator[Thing]:
    for group in root.iter(f"{SVG}g"):
        role = (group.get("class") or "").split()[0]
        if role == "tie":
            continue
        labels = [box for text in group.iter(f"{SVG}text") for box in _label(text)]
        shapes = [_shape(shape) for shape in group if shape.tag in (f"{SVG}path", f"{SVG}ellipse")]
        if shapes:
            box = shapes[0] if role != "legend" else _around(shapes)
            yield Thing(role, group.get("data-node", ""), box, labels)
        elif labels:
            yield Thing("text", "", _around(labels), labels)


def _around(boxes: list[Box]) -> Box:
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def _label(text: ET.Element) -> Iterator[Box]:
    """One box a line: the size of its letters from the baseline, its said length."""
    size = float(text.get("font-size", "0"))
    for line in text.findall(f"{SVG}tspan"):
        wide = float(line.get("textLength") or line.get("data-width") or "nan")
        x, y = float(line.get("x", "nan")), float(line.get("y", "nan"))
        left = x - wide / 2 if text.get("text-anchor") == "middle" else x
        yield left, y - size * 0.74, left + wide, y + size * 0.2


def _shape(shape: ET.Element) -> Box:
    if shape.tag == f"{SVG}ellipse":
        cx, cy, rx, ry = (float(shape.get(name, "nan")) for name in ("cx", "cy", "rx", "ry"))
        return cx - rx, cy - ry, cx + rx, cy + ry
    points = [point for way in _path(shape.get("d", "")) for point in way]
    return min(x for x, _ in points), min(y for _, y in points), max(x for x, _ in points), max(y for _, y in points)


def _path(d: str) -> list[tuple[Point, ...]]:
    """The stretches of a path; curves as six straight pieces."""
    ways: list[tuple[Point, ...]] = []
    here: Point = (0.0, 0.0)
    for letter, numbers in re.findall(r"([MLQZ])([^MLQZ]*)", d):
        values = [float(number) for number in numbers.split()]
        if letter == "M":
            here = (values[0], values[1])
        elif letter == "L":
            ways.append((here, (values[0], values[1])))
            here = (values[0], values[1])
        elif letter == "Q":
            control, end, start = (values[0], values[1]), (values[2], values[3]), here
            for step in range(1, 7):
                share = step / 6
                point = tuple(
                    (1 - share) ** 2 * s + 2 * share * (1 - share) * c + share**2 * e
                    for s, c, e in zip(start, control, end, strict=True)
                )
                ways.append((here, (point[0], point[1])))
                here = (point[0], point[1])
    return ways


def _tie(group: ET.Element) -> Tie:
    ways = [way for path in group.findall(f"{SVG}path") if path.get("fill") == "none" for way in _path(path.get("d", ""))]
    return Tie(group.get("data-from", ""), group.get("data-to", ""), [(way[0], way[1]) for way in ways])


def _over(a: Box, b: Box) -> bool:
    return min(a[2], b[2]) - max(a[0], b[0]) > SLACK and min(a[3], b[3]) - max(a[1], b[1]) > SLACK


def _inside(thing: Thing) -> Box:
    return _disc(thing.box) if thing.role == "badge" else thing.box


def _discs(discs: list[Box], boxes: list[Box]) -> int:
    """Discs over discs, and discs over boxes."""
    middles = [((a + c) / 2, (b + d) / 2, (c - a) / 2) for a, b, c, d in discs]
    count = sum(
        math.dist(middles[one][:2], middles[other][:2]) < middles[one][2] + middles[other][2] - SLACK
        for one in range(len(middles))
        for other in range(one)
    )
    for x, y, radius in middles:
        for box in boxes:
            near = min(max(x, box[0]), box[2]), min(max(y, box[1]), box[3])
            count += math.dist((x, y), near) < radius - SLACK
    return count


def _in_oval(oval: Box, box: Box) -> bool:
    """Whether a box reaches into an oval: what lies in the empty corner of the oval's surroundings does not."""
    x, y = (oval[0] + oval[2]) / 2, (oval[1] + oval[3]) / 2
    near = min(max(x, box[0]), box[2]), min(max(y, box[1]), box[3])
    return math.hypot((near[0] - x) / (oval[2] - x - SLACK), (near[1] - y) / (oval[3] - y - SLACK)) < 1


def _in(inner: Box, outer: Box) -> bool:
    return (
        inner[0] >= outer[0] - SLACK
        and inner[1] >= outer[1] - SLACK
        and inner[2] <= outer[2] + SLACK
        and inner[3] <= outer[3] + SLACK
    )


def _pairs(boxes: list[Box]) -> int:
    return sum(_over(boxes[a], boxes[b]) for a in range(len(boxes)) for b in range(a))


def _through(tie: Tie, thing: Thing, things: list[Thing]) -> bool:
    """Whether a tie runs through a shape that is not one of its ends (a badge of its end is one, where it ends there)."""
    del things
    if thing.role == "badge":
        ends = thing.node == tie.end and any(_near(point, thing.box) for way in tie.ways[-1:] for point in way)
        return not ends and _hits(tie, _disc(thing.box))
    return thing.node not in (tie.start, tie.end) and _hits(tie, thing.box)


def _near(point: Point, box: Box) -> bool:
    reach = (box[2] - box[0]) * 1.6
    return abs(point[0] - (box[0] + box[2]) / 2) < reach and abs(point[1] - (box[1] + box[3]) / 2) < reach


def _disc(box: Box) -> Box:
    """The square in a disc: what a line may not touch."""
    cut = (box[2] - box[0]) * 0.147
    return box[0] + cut, box[1] + cut, box[2] - cut, box[3] - cut


def _hits(tie: Tie, box: Box) -> bool:
    """Whether a line of the tie runs through the box: only where their surroundings meet is it looked at closely."""
    return _over(tie.around, box) and any(_segment(a, b, box) for a, b in _within(tie, box))


def _segment(a: Point, b: Point, box: Box) -> bool:
    low, high = 0.0, 1.0
    for axis in (0, 1):
        least, most, step = box[axis] + SLACK, box[axis + 2] - SLACK, b[axis] - a[axis]
        if most <= least:
            return False
        if abs(step) < 1e-9:
            if not least < a[axis] < most:
                return False
            continue
        near, far = sorted(((least - a[axis]) / step, (most - a[axis]) / step))
        low, high = max(low, near), min(high, far)
        if low >= high:
            return False
    return True


def _crossings(ties: list[Tie]) -> int:
    boxes = [tie.around for tie in ties]
    return sum(
        _meet(_within(ties[one], boxes[other]), _within(ties[other], boxes[one]))
        for one in range(len(ties))
        for other in range(one)
        if _over(boxes[one], boxes[other])
    )


def _meet(ways: list[tuple[Point, Point]], others: list[tuple[Point, Point]]) -> bool:
    return any(_cross(a, b, c, d) for a, b in ways for c, d in others)


def _within(tie: Tie, box: Box) -> list[tuple[Point, Point]]:
    """The stretches of a tie that may meet what lies in a box."""
    left, top, right, bottom = box
    return [
        (a, b)
        for a, b in tie.ways
        if min(a[0], b[0]) <= right and max(a[0], b[0]) >= left and min(a[1], b[1]) <= bottom and max(a[1], b[1]) >= top
    ]


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _side(a, b, c) * _side(a, b, d) < -1e-9 and _side(c, d, a) * _side(c, d, b) < -1e-9


def _side(p: Point, q: Point, r: Point) -> float:
    return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
