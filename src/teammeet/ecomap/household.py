"""The household in the middle: its members around the inside of an oval, its name between them."""

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from teammeet.ecomap.geometry import at_angle
from teammeet.ecomap.graph import Member
from teammeet.ecomap.shapes import SIZE, Box, Label, Measure, Node, Point
from teammeet.ecomap.wrap import balanced, label_at, stacked
from teammeet.messages import text

SMALL: Final = SIZE * 0.82
"""The size of second lines: a role, a word such as "died"."""
_RIM: Final = SIZE * 1.75
"""Room between the members and the oval's line, in which badges lie."""
_APART: Final = SIZE * 0.9


@dataclass(frozen=True, slots=True)
class Household:
    """The oval (centred on 0, 0), where members can stand in it, and what stands there."""

    oval: Box
    slots: tuple[Point, ...]
    title: Label
    members: tuple[Node, ...]

    def seated(self, order: Sequence[str]) -> tuple[Node, ...]:
        """The members in their places, in the order of the ids given."""
        by_id = {member.id: member for member in self.members}
        return tuple(by_id[name].moved(*slot) for name, slot in zip(order, self.slots, strict=True))

    def widened(self, factor: float) -> "Household":
        """The same with a longer oval line, higher first, since pages are; members stay."""
        wide, high = self.oval.w, self.oval.h
        around = (wide + high) * factor
        high = min(around - wide, wide * 1.2)
        if factor <= 1 or high < self.oval.h:
            return self
        wide = max(wide, around - high)
        return replace(
            self, oval=Box(0, 0, max(wide, around / 2.2), max(high, around * 1.2 / 2.2) if wide > self.oval.w else high)
        )


def household(title: str, members: Sequence[Member], measure: Measure, language: str) -> Household:
    """The household's inside, as small as its names allow."""
    nodes = tuple(member_node(member, measure, language) for member in members)
    width = max((node.box.w for node in nodes), default=0.0)
    height = max((node.box.h for node in nodes), default=0.0)
    nodes = tuple(replace(node, box=Box(0, 0, max(node.box.w, width * 0.8), height)) for node in nodes)
    around = len(nodes) > 2
    size = SIZE * 1.05
    heading = label_at(balanced(title, measure, max(92.0, width * (1.3 if around else 1.6)), size, True), measure, size, True)
    heading = heading.moved(0, -heading.box.y)
    if around:
        slots = _around(len(nodes), width, height, heading.box)
    else:
        slots, heading = _under(len(nodes), width, height, heading)
    boxes = [node.box.moved(*slot) for node, slot in zip(nodes, slots, strict=True)]
    return Household(_oval([*boxes, heading.box]), slots, heading, nodes)


def member_node(member: Member, measure: Measure, language: str) -> Node:
    """A member's shape with the name in it, centred on (0, 0)."""
    form = {"deceased": "deceased", "unborn": "unborn"}.get(member.life, member.nature)
    name = f"† {member.name}" if form == "deceased" else member.name
    if member.mark and member.mark != member.name.strip()[:1].capitalize():
        name = f"{member.mark} · {name}"
    said = "" if form == "person" else text(f"ecomap.form.{form}", language)
    second = ", ".join(part for part in (member.role, said if said.casefold() != member.role.casefold() else "") if part)
    labels = [label_at(balanced(name, measure, 78, bold=member.enrolled), measure, bold=member.enrolled)]
    if second:
        labels.append(label_at(balanced(second, measure, 78, SMALL), measure, SMALL))
    placed, width, height = stacked(tuple(labels))
    box = Box(0, 0, max(width + SIZE * 1.7, SIZE * 5), height + SIZE * 0.9)
    return Node(member.id, form, box, placed, member.name, enrolled=member.enrolled, inside=True)


def _under(count: int, width: float, height: float, title: Label) -> tuple[tuple[Point, ...], Label]:
    """One or two members side by side under the title."""
    over = title.box.h + SIZE * 0.7 if title.lines and count else 0.0
    inner = over + (height if count else 0.0)
    y = inner / 2 - height / 2
    start = -(count - 1) * (width + _APART) / 2
    slots = tuple((start + number * (width + _APART), y) for number in range(count))
    return slots, title.moved(0, -inner / 2 + title.box.h / 2) if count else title


def _around(count: int, width: float, height: float, title: Box) -> tuple[Point, ...]:
    """Places around the title, the first at the upper left, as tight as boxes of that size allow."""
    scale = 0.5
    while True:
        half_w = (width * 0.9 + title.w / 2) * scale
        half_h = max(height * 1.1 + title.h / 2, half_w * 0.62) * scale
        slots = _even(Box(0, 0, half_w * 2, half_h * 2), count)
        boxes = [Box(x, y, width, height) for x, y in slots]
        room = title.grown(_APART * 0.6)
        if not any(box.meets(room) for box in boxes) and not any(
            boxes[a].meets(boxes[b], _APART) for a in range(count) for b in range(a)
        ):
            return slots
        scale *= 1.05


def _even(oval: Box, count: int) -> tuple[Point, ...]:
    """Points on an ellipse at equal distances along it; two of them share the top."""
    steps = 180
    ring = [at_angle(oval, math.tau * step / steps) for step in range(steps + 1)]
    lengths = [0.0]
    for before, after in itertools.pairwise(ring):
        lengths.append(lengths[-1] + math.dist(before, after))
    places, step = [], 0
    for number in range(count):
        wanted = lengths[-1] * ((number - 0.5) % count) / count
        step = 0
        while lengths[step + 1] < wanted:
            step += 1
        share = (wanted - lengths[step]) / (lengths[step + 1] - lengths[step])
        places.append(at_angle(oval, math.tau * (step + share) / steps))
    return tuple(places)


def _oval(boxes: Sequence[Box]) -> Box:
    """The ellipse around all boxes with a rim; wider than high."""
    corners = [(abs(box.x) + box.w / 2, abs(box.y) + box.h / 2) for box in boxes]
    wide, high = max(c[0] for c in corners), max(c[1] for c in corners)
    ratio = min(0.85, max(0.55, (high + SIZE) / (wide + SIZE)))
    half = max(math.hypot(x, y / ratio) for x, y in corners) + _RIM
    half = max(half, SIZE * 5)
    return Box(0, 0, 2 * half, 2 * half * ratio + (1 - ratio) * _RIM)
