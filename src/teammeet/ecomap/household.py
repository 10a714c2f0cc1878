"""The household in the middle: its members around the inside of an oval, its name between them."""

import math
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Final

from teammeet.ecomap.change_marks import change_words
from teammeet.ecomap.graph import Member
from teammeet.ecomap.shapes import SIZE, Box, Label, Measure, Node, Point
from teammeet.ecomap.wrap import balanced, label_at, stacked
from teammeet.messages import text

SMALL: Final = SIZE * 0.82
"""The size of second lines: a role, a word such as "died"."""
_RIM: Final = SIZE * 1.35
"""Room between the members and the oval's line, in which badges lie."""
_APART: Final = SIZE * 0.9
_SHARES: Final = (0.56, 0.68, 0.85, 1.05, 1.3, 1.6, 2.0)
"""Half widths of the ring of members that are tried, in widths of a member."""
_CIRCLE: Final = tuple((math.sin(math.tau * step / 48), -math.cos(math.tau * step / 48)) for step in range(49))
_ROWS: Final = 4
"""So many members stand in rows; more stand around the title, each within reach of a straight tie."""
_TALLEST: Final = 1.7
"""How much higher than wide the line may become to make room for ties."""


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
        wide = max(wide, around / (1 + _TALLEST))
        return replace(self, oval=Box(0, 0, wide, max(high, around - wide)))


def household(
    title: str, members: Sequence[Member], measure: Measure, language: str, *, tied: Collection[str] = (), upright: bool = False
) -> Household:
    """The household's inside, as small as its names allow.

    ``tied`` members show their mark where it is not plainly their initial; ``upright`` makes the household narrow.
    """
    nodes = tuple(member_node(member, measure, language, marked=member.id in tied) for member in members)
    width = max((node.box.w for node in nodes), default=0.0)
    height = max((node.box.h for node in nodes), default=0.0)
    nodes = tuple(replace(node, box=Box(0, 0, max(node.box.w, width * 0.8), height)) for node in nodes)
    around = len(nodes) > _ROWS
    size = SIZE * 1.05
    heading = label_at(balanced(title, measure, max(92.0, width * (1.3 if around else 1.6)), size, True), measure, size, True)
    heading = heading.moved(0, -heading.box.y)
    if around:
        slots = _around(len(nodes), width, height, heading.box, upright)
    else:
        slots, heading = _under(len(nodes), width, height, heading)
    boxes = [node.box.moved(*slot) for node, slot in zip(nodes, slots, strict=True)]
    return Household(_oval([*boxes, heading.box]), slots, heading, nodes)


def member_node(member: Member, measure: Measure, language: str, *, marked: bool = True) -> Node:
    """A member's shape with the name in it, centred on (0, 0)."""
    form = {"deceased": "deceased", "unborn": "unborn"}.get(member.life, member.nature)
    name = f"† {member.name}" if form == "deceased" else member.name
    if marked and member.mark != member.name.strip()[:1].upper():
        name = f"{member.mark} · {name}"
    said = "" if form == "person" else text(f"ecomap.form.{form}", language)
    second = ", ".join(part for part in (member.role, said if said.casefold() != member.role.casefold() else "") if part)
    labels = [label_at(balanced(name, measure, 78, bold=member.enrolled), measure, bold=member.enrolled)]
    if second:
        labels.append(label_at(balanced(second, measure, 78, SMALL), measure, SMALL))
    if mark := change_words(member.change, language):
        labels.append(label_at((mark,), measure, SMALL))
    placed, width, height = stacked(tuple(labels))
    box = Box(0, 0, max(width + SIZE * 1.4, SIZE * 5), height + SIZE * 0.9)
    shown = "went" if member.change == "went" else "active"
    return Node(member.id, form, box, placed, member.name, shown, enrolled=member.enrolled, inside=True)


def _under(count: int, width: float, height: float, title: Label) -> tuple[tuple[Point, ...], Label]:
    """Up to four members in rows of two under the title."""
    rows = [range(first, min(first + 2, count)) for first in range(0, count, 2)]
    over = title.box.h + SIZE * 0.7 if title.lines and count else 0.0
    inner = over + len(rows) * (height + _APART) - _APART
    slots = []
    for number, row in enumerate(rows):
        y = -inner / 2 + over + height / 2 + number * (height + _APART)
        slots += [((place - (len(row) - 1) / 2) * (width + _APART), y) for place in range(len(row))]
    return tuple(slots), title.moved(0, -inner / 2 + title.box.h / 2) if count else title


@lru_cache(maxsize=64)
def _around(count: int, width: float, height: float, title: Box, upright: bool) -> tuple[Point, ...]:
    """Places around the title, the first at the upper left, as tight as boxes of that size allow."""
    best: tuple[float, tuple[Point, ...]] | None = None
    for share in _SHARES:
        slots = _lowest(count, width, height, title.grown(_APART * 0.6), width * share)
        oval = _oval([*(Box(x, y, width, height) for x, y in slots), title])
        cost = oval.w + oval.h * (0.12 if upright else 1.1)
        if best is None or cost < best[0] - 1e-6:
            best = cost, slots
    return best[1] if best else ()


def _lowest(count: int, width: float, height: float, title: Box, half_width: float) -> tuple[Point, ...]:
    """Places on the lowest ellipse of that half width (or a little more) on which nothing touches: doubling, then halving."""

    def tried(half_height: float) -> tuple[tuple[Point, ...], bool]:
        slots = _even(half_width, half_height, count)
        return slots, _free([Box(x, y, width, height) for x, y in slots], title)

    while True:
        low, high = height * 0.4, height * 0.8
        while not tried(high)[1] and high < width * 5:
            low, high = high, high * 1.6
        if tried(high)[1]:
            break
        half_width *= 1.15
    for _ in range(4):
        middle = (low + high) / 2
        low, high = (low, middle) if tried(middle)[1] else (middle, high)
    return tried(high)[0]


def _free(boxes: Sequence[Box], title: Box) -> bool:
    return not any(box.meets(title) for box in boxes) and not any(
        boxes[a].meets(boxes[b], _APART) for a in range(len(boxes)) for b in range(a)
    )


def _even(half_width: float, half_height: float, count: int) -> tuple[Point, ...]:
    """Points on an ellipse at equal distances along it; two of them share the top."""
    ring = [(half_width * x, half_height * y) for x, y in _CIRCLE]
    lengths = [0.0, *accumulate(math.dist(before, after) for before, after in pairwise(ring))]
    places = []
    for number in range(count):
        wanted = lengths[-1] * ((number - 0.5) % count) / count
        step = bisect_right(lengths, wanted) - 1
        share = (wanted - lengths[step]) / (lengths[step + 1] - lengths[step])
        (ax, ay), (bx, by) = ring[step], ring[step + 1]
        places.append((ax + (bx - ax) * share, ay + (by - ay) * share))
    return tuple(places)


def _oval(boxes: Sequence[Box]) -> Box:
    """The ellipse around all boxes with a rim; wider than high."""
    corners = [(abs(box.x) + box.w / 2, abs(box.y) + box.h / 2) for box in boxes]
    wide, high = max(c[0] for c in corners), max(c[1] for c in corners)
    ratio = min(1.4, max(0.55, (high + SIZE) / (wide + SIZE)))
    half = max(math.hypot(x, y / ratio) for x, y in corners) + _RIM
    half = max(half, SIZE * 5)
    return Box(0, 0, 2 * half, 2 * half * ratio + (1 - ratio) * _RIM)
