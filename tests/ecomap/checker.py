"""Counts what lies over what in a finished SVG.

Shapes are taken as they are drawn, not as the boxes around them; lines with their breadth, waves and heads; text by its
said length, which another test holds against what is drawn.
"""

import math
import xml.etree.ElementTree as ET
from dataclasses import asdict, dataclass

from tests.ecomap.convex import SLACK, Box, Ellipse, Polygon, around, cross, deep, holds
from tests.ecomap.reading import SVG, Read, Stroke, Thing, Tie, read

__all__ = ["SVG", "Count", "check", "homes_of", "label_size"]

_SUNK = 2.4
"""So many points of a line or of the head of an arrow may be under the shape that it points at: a third of a head."""


@dataclass(frozen=True)
class Count:
    """What was found."""

    label_label: int = 0
    label_shape: int = 0
    shape_shape: int = 0
    line_shape: int = 0
    line_label: int = 0
    line_home: int = 0
    wrong_home: int = 0
    on_home_line: int = 0
    hidden_head: int = 0
    overflow: int = 0
    off_page: int = 0
    crossings: int = 0

    @property
    def overlaps(self) -> int:
        """Everything that must be 0."""
        found: dict[str, int] = asdict(self)
        return sum(found.values()) - self.crossings


def check(svg: str) -> Count:
    """Count the faults of a picture."""
    found = read(svg)
    households = [thing for thing in found.things if thing.role == "household"]
    homes = [thing.oval for thing in households if thing.oval]
    things = [thing for thing in found.things if thing.role != "household"]
    solid = [thing for thing in things if thing.shape]
    labels = [(thing, label) for thing in things for label in thing.labels]
    ends = [(tie, _badge_of(tie, found)) for tie in found.ties]
    return Count(
        label_label=_pairs([label for _, label in labels]),
        label_shape=sum(_covers(owner, label, thing) for owner, label in labels for thing in things)
        + sum(home.meets(label.corners) for owner, label in labels if _free(owner) for home in homes),
        shape_shape=_shapes(solid)
        + _samples(things, homes)
        + sum(home.meets(thing.shape) for thing in solid if thing.role == "support" for home in homes),
        line_shape=sum(_through(tie, thing) for tie, own in ends for thing in things if thing is not own),
        line_label=sum(_over(tie, label) for tie in found.ties for owner, label in labels if not owner.shape),
        line_home=sum(_enters(tie, own, home, solid) for tie, own in ends for home in households),
        wrong_home=sum(_misleads(tie, own, home, solid) for tie, own in ends if own for home in households),
        on_home_line=sum(_astride(thing, homes) for thing in things),
        hidden_head=sum(_sunk(tie, thing) for tie in found.ties for thing in solid),
        overflow=sum(not holds(thing.shape, label.corners) for thing in solid for label in thing.labels),
        off_page=sum(not found.page.holds(thing.box) for thing in found.things)
        + sum(not found.page.holds(tie.box) for tie in found.ties),
        crossings=_crossings(found.ties),
    )


def homes_of(svg: str) -> dict[str, frozenset[str]]:
    """In which households' outlines each member lies, by name; in the part that two share he lies in both."""
    found = read(svg)
    homes = [thing for thing in found.things if thing.role == "household"]
    return {
        thing.name: frozenset(home.node for home in homes if home.oval and home.oval.holds(thing.shape))
        for thing in found.things
        if thing.role == "member"
    }


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


def _free(thing: Thing) -> bool:
    """Whether it stands outside all households."""
    return thing.role in ("caption", "legend", "title", "table")


def _pairs(boxes: list[Box]) -> int:
    return sum(boxes[a].meets(boxes[b]) for a in range(len(boxes)) for b in range(a))


def _covers(owner: Thing, label: Box, thing: Thing) -> bool:
    """Whether a text lies on a shape that is not its own, or on a sample of the legend, its own too."""
    if not thing.box.meets(label):
        return False
    if any(deep(stroke.ends, label.corners, 0.0 if thing is owner else stroke.half) > SLACK for stroke in thing.samples):
        return True
    return thing is not owner and bool(thing.shape) and _meet(thing, label.corners)


def _meet(thing: Thing, shape: Polygon) -> bool:
    return thing.oval.meets(shape, 0.0) if thing.oval else deep(thing.shape, shape) > SLACK


def _shapes(solid: list[Thing]) -> int:
    return sum(
        one.box.meets(other.box) and (_meet(one, other.shape) if one.oval or not other.oval else _meet(other, one.shape))
        for number, one in enumerate(solid)
        for other in solid[:number]
    )


def _samples(things: list[Thing], homes: list[Ellipse]) -> int:
    """What lies on a sample of the legend."""
    samples = [(thing, stroke) for thing in things for stroke in thing.samples]
    return sum(
        any(home.meets(stroke.ends) for home in homes)
        + sum(
            other.box.meets(stroke.box)
            and (
                bool(other.shape and deep(other.shape, stroke.ends, stroke.half) > SLACK)
                or any(deep(more.ends, stroke.ends, stroke.half + more.half) > SLACK for more in other.samples)
            )
            for other in things
            if other is not thing
        )
        for thing, stroke in samples
    )


def _touches(tie: Tie, shape: Polygon, box: Box) -> bool:
    return tie.box.meets(box) and any(
        where.meets(box) and deep(piece, shape, half) > SLACK for piece, half, where in tie.pieces
    )


def _over(tie: Tie, label: Box) -> bool:
    return _touches(tie, label.corners, label)


def _through(tie: Tie, thing: Thing) -> bool:
    """Whether a tie runs through a shape, or a sample of the legend, that is not one of its ends."""
    if thing.samples:
        return any(_touches(tie, stroke.ends, stroke.box) for stroke in thing.samples)
    if not thing.shape or (thing.node in (tie.start, tie.end) and thing.role != "badge"):
        return False
    if thing.oval is None:
        return _touches(tie, thing.shape, thing.box)
    box = thing.oval.box
    return tie.box.meets(box) and any(where.meets(box) and thing.oval.meets(piece, half) for piece, half, where in tie.pieces)


def _badge_of(tie: Tie, found: Read) -> Thing | None:
    """The badge that a tie ends at: the nearest that stands for its end, when the tie touches it."""
    points = [point for piece, _, _ in tie.pieces for point in piece]
    far = [
        (min(math.dist(point, (badge.oval.x, badge.oval.y)) for point in points) / badge.oval.wide, number)
        for number, badge in enumerate(found.things)
        if badge.role == "badge" and badge.oval and badge.node == tie.end and badge.box.meets(tie.box)
    ]
    nearest = min(far, default=(9.0, -1))
    return found.things[nearest[1]] if nearest[0] < 1.3 else None


def _enters(tie: Tie, badge: Thing | None, home: Thing, solid: list[Thing]) -> bool:
    """Whether a tie touches a household in which neither of its ends lies; one that ends on the line may reach over it."""
    ends = (thing for thing in solid if thing.role == "member" and thing.node in (tie.start, tie.end))
    if home.oval is None or any(home.oval.holds(thing.shape) and any(_touching(tie, thing)) for thing in ends):
        return False
    lives = any(thing.role == "member" and thing.node == tie.end and home.oval.holds(thing.shape) for thing in solid)
    over = home.oval.line + _SUNK if home.node in (tie.start, tie.end) or (badge and lives) else 0.0
    return any(home.oval.meets(piece, half - over) for piece, half, _ in tie.pieces)


def _misleads(tie: Tie, badge: Thing, home: Thing, solid: list[Thing]) -> bool:
    """Whether the badge that a tie ends at touches a home that is not what it stands for, nor where that person lives."""
    if home.oval is None or home.node == tie.end:
        return False
    if any(thing.role == "member" and thing.node == tie.end and home.oval.holds(thing.shape) for thing in solid):
        return False
    return home.oval.meets(badge.shape, home.oval.line)


def _touching(tie: Tie, thing: Thing) -> tuple[bool, ...]:
    """For each piece of a tie, whether it comes to the outline of its end."""
    return tuple(deep(piece, thing.shape, half + 6) > 0 for piece, half, _ in tie.pieces)


def _astride(thing: Thing, homes: list[Ellipse]) -> int:
    """How many lines of households run under a shape or a text (a badge sits on one), or miss what belongs inside."""
    if thing.role == "badge":
        return 0
    parts = [part for part in (thing.shape, *(label.corners for label in thing.labels)) if part]
    count = sum(home.meets(part) and not home.holds(part) for home in homes for part in parts)
    belongs = thing.role in ("member", "household-title")
    return count + (belongs and not any(home.holds(part) for home in homes for part in parts))


def _sunk(tie: Tie, thing: Thing) -> int:
    """Heads that lie under the shape that they point at."""
    if thing.node not in (tie.start, tie.end) or thing.role == "badge":
        return 0
    near = [head for head in tie.heads if around(head).meets(thing.box)]
    return sum(deep(head, thing.shape) > _SUNK for head in near)


def _crossings(ties: list[Tie]) -> int:
    return sum(
        _cross(_within(ties[one], ties[other].box), _within(ties[other], ties[one].box))
        for one in range(len(ties))
        for other in range(one)
        if ties[one].box.meets(ties[other].box)
    )


def _cross(strokes: list[Stroke], others: list[Stroke]) -> bool:
    return any(cross(a.ends[0], a.ends[1], b.ends[0], b.ends[1]) for a in strokes for b in others)


def _within(tie: Tie, box: Box) -> list[Stroke]:
    """The strokes of a tie that may meet what lies in a box."""
    return [stroke for stroke in tie.strokes if stroke.box.meets(box)]
