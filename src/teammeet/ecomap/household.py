"""What stands in the middle: the members of a home around the inside of an oval, its name between them."""

import math
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Final

from teammeet.ecomap.change_marks import change_words
from teammeet.ecomap.contour import Contour, around
from teammeet.ecomap.graph import Member
from teammeet.ecomap.shapes import SIZE, Box, Label, Measure, Node, Point
from teammeet.ecomap.wrap import balanced, label_at, stacked
from teammeet.messages import text

SMALL: Final = SIZE * 0.82
"""The size of second lines: a role, a word such as "died"."""
RIM: Final = SIZE * 1.35
"""Room between the members and the oval's line, in which badges lie."""
APART: Final = SIZE * 0.9
_SHARES: Final = (0.56, 0.68, 0.85, 1.05, 1.3, 1.6, 2.0)
"""Half widths of the ring of members that are tried, in widths of a member."""
_CIRCLE: Final = tuple((math.sin(math.tau * step / 48), -math.cos(math.tau * step / 48)) for step in range(49))
_ROWS: Final = 4
"""So many members stand in rows; more stand around the title, each within reach of a straight tie."""
_OUTWARDS: Final = 0.4
"""By this share of its oval's growth a home's own members move away from the other home."""
_TALLEST: Final = 1.7
"""How much higher than wide the line may become to make room for ties."""


@dataclass(frozen=True, slots=True)
class Household:
    """The ovals in the middle (together centred on 0, 0), where members can stand in them, and what stands there.

    Two homes have two ovals, which share the members who live in both: ``rooms`` says how many of the slots lie in the
    first only, in both, in the second only. ``pole`` lies in all ovals.
    """

    ovals: tuple[Box, ...]
    slots: tuple[Point, ...]
    titles: tuple[Label, ...]
    members: tuple[Node, ...]
    rooms: tuple[int, ...] = ()
    pole: Point = (0.0, 0.0)
    stacked: bool = True

    @property
    def contour(self) -> Contour:
        """The line around all of it."""
        return contour_of(self.ovals, self.pole)

    def seated(self, order: Sequence[str]) -> tuple[Node, ...]:
        """The members in their places, in the order of the ids given."""
        by_id = {member.id: member for member in self.members}
        return tuple(by_id[name].moved(*slot) for name, slot in zip(order, self.slots, strict=True))

    def room_of(self, place: int) -> tuple[int, ...]:
        """The numbers of the ovals in which the slot with that number lies."""
        if len(self.ovals) == 1:
            return (0,)
        first, both, _ = self.rooms
        return (0,) if place < first else (0, 1) if place < first + both else (1,)

    def moved(self, dx: float, dy: float) -> "Household":
        """The same elsewhere."""
        return replace(
            self,
            ovals=tuple(oval.moved(dx, dy) for oval in self.ovals),
            slots=tuple((x + dx, y + dy) for x, y in self.slots),
            titles=tuple(title.moved(dx, dy) for title in self.titles),
            pole=(self.pole[0] + dx, self.pole[1] + dy),
        )

    def widened(self, factor: float) -> "Household":
        """The same with a longer line; members stay, and what lies in two ovals stays in both.

        One oval becomes higher first, since pages are.
        """
        if len(self.ovals) == 1:
            wide, high = self.ovals[0].w, self.ovals[0].h
            length = (wide + high) * factor
            wide = max(wide, length / (1 + _TALLEST))
            return replace(self, ovals=(Box(0, 0, wide, max(high, length - wide)),))
        wider = []
        for number, oval in enumerate(self.ovals):
            more = (oval.w * (factor - 1), oval.h * (factor - 1))
            turn = -0.5 if number == 0 else 0.5
            middle = (oval.x, oval.y + turn * more[1]) if self.stacked else (oval.x + turn * more[0], oval.y)
            wider.append(Box(*middle, oval.w + more[0], oval.h + more[1]))
        return self._in(tuple(wider)).centred()

    def _in(self, ovals: tuple[Box, ...]) -> "Household":
        """The same in longer ovals: those who live in one home only move outwards with its end, its name too."""
        if len(ovals) == 1:
            return replace(self, ovals=ovals)
        shifts = []
        for number, (oval, own) in enumerate(zip(ovals, self.ovals, strict=True)):
            more = ((oval.h - own.h) if self.stacked else (oval.w - own.w)) * _OUTWARDS * (-1 if number == 0 else 1)
            shifts.append((0.0, more) if self.stacked else (more, 0.0))
        rooms = [self.room_of(place) for place in range(len(self.slots))]
        slots = tuple(
            (x + shifts[room[0]][0], y + shifts[room[0]][1]) if len(room) == 1 else (x, y)
            for (x, y), room in zip(self.slots, rooms, strict=True)
        )
        titles = tuple(title.moved(*shift) for title, shift in zip(self.titles, shifts, strict=True))
        return replace(self, ovals=ovals, slots=slots, titles=titles)

    def centred(self) -> "Household":
        """The same with the middle of all ovals at (0, 0)."""
        whole = around(self.ovals)
        return self.moved(-whole.x, -whole.y)

    def within(self, ovals: Sequence[Box]) -> "Household | None":
        """The same in ovals that were kept; None when they are too small for it or lie otherwise to each other."""
        if len(ovals) != len(self.ovals):
            return None
        side = 3 if self.stacked else 2
        step = ovals[0].sides[side] - self.ovals[0].sides[side] if len(ovals) > 1 else 0.0
        there = self.moved(0, step) if self.stacked else self.moved(step, 0)
        if any(not _holds(oval, own) for oval, own in zip(ovals, there.ovals, strict=True)):
            return None
        if len(ovals) > 1 and abs(ovals[1].sides[side - 2] - there.ovals[1].sides[side - 2]) > 1e-6:
            return None
        return there._in(tuple(ovals))


@lru_cache(maxsize=64)
def contour_of(ovals: tuple[Box, ...], pole: Point) -> Contour:
    """The contour of such ovals."""
    return Contour(ovals, pole)


def _holds(oval: Box, inner: Box) -> bool:
    """Whether an oval is at least as large as another one that touches it at an end or lies in its middle."""
    left, top, right, bottom = oval.grown(1e-6).sides
    sides = inner.sides
    return left <= sides[0] and top <= sides[1] and sides[2] <= right and sides[3] <= bottom


def household(
    title: str, members: Sequence[Member], measure: Measure, language: str, *, tied: Collection[str] = (), upright: bool = False
) -> Household:
    """The household's inside, as small as its names allow.

    ``tied`` members show their mark where it is not plainly their initial; ``upright`` makes the household narrow.
    """
    nodes, width, height = member_nodes(members, measure, language, tied)
    around_title = len(nodes) > _ROWS
    heading = title_label(title, measure, width * (1.3 if around_title else 1.6))
    if around_title:
        slots = _around(len(nodes), width, height, heading.box, upright)
    else:
        slots, heading = _under(len(nodes), width, height, heading, 1 if upright else 2)
    boxes = [node.box.moved(*slot) for node, slot in zip(nodes, slots, strict=True)]
    titles = (heading,) if heading.lines else ()
    return Household((_oval([*boxes, heading.box]),), slots, titles, nodes)


def member_nodes(
    members: Sequence[Member], measure: Measure, language: str, tied: Collection[str]
) -> tuple[tuple[Node, ...], float, float]:
    """The members' shapes, about as large as each other, with the largest width and height."""
    nodes = tuple(member_node(member, measure, language, marked=member.id in tied) for member in members)
    width = max((node.box.w for node in nodes), default=0.0)
    height = max((node.box.h for node in nodes), default=0.0)
    return tuple(replace(node, box=Box(0, 0, max(node.box.w, width * 0.8), height)) for node in nodes), width, height


def title_label(title: str, measure: Measure, width: float) -> Label:
    """The name of a home in the middle, about (0, 0)."""
    size = SIZE * 1.05
    heading = label_at(balanced(title, measure, max(92.0, width), size, True), measure, size, True)
    return heading.moved(0, -heading.box.y)


def member_node(member: Member, measure: Measure, language: str, *, marked: bool = True) -> Node:
    """A member's shape with the name in it, centred on (0, 0)."""
    form = {"deceased": "deceased", "unborn": "unborn"}.get(member.life, member.nature)
    name = f"† {member.name}" if form == "deceased" else member.name
    if marked and member.mark != member.name.strip()[:1].upper():
        name = f"{member.mark} · {name}"
    said = "" if form == "person" else text(f"ecomap.form.{form}", language)
    said = "" if said.casefold() == member.role.casefold() else said
    second = ", ".join(part for part in (member.role, _age(member, language), said) if part)
    labels = [label_at(balanced(name, measure, 78, bold=member.enrolled), measure, bold=member.enrolled)]
    if second:
        labels.append(label_at(balanced(second, measure, 78, SMALL), measure, SMALL))
    if mark := change_words(member.change, language):
        labels.append(label_at((mark,), measure, SMALL))
    placed, width, height = stacked(tuple(labels))
    box = Box(0, 0, max(width + SIZE * 1.4, SIZE * 5), height + SIZE * 0.9)
    shown = "went" if member.change == "went" else "active"
    return Node(member.id, form, box, placed, member.name, shown, enrolled=member.enrolled, inside=True)


def _age(member: Member, language: str) -> str:
    """The age in words; nothing when it is not known, or when the role already says a number."""
    if member.age is None or member.life != "living" or any(letter.isdigit() for letter in member.role):
        return ""
    if member.age == 0:
        return text("ecomap.age.baby", language)
    return text("ecomap.age.with-role" if member.role else "ecomap.age.alone", language, age=member.age)


def _under(count: int, width: float, height: float, title: Label, columns: int) -> tuple[tuple[Point, ...], Label]:
    """Up to four members in rows under the title."""
    rows = [range(first, min(first + columns, count)) for first in range(0, count, columns)]
    over = title.box.h + SIZE * 0.7 if title.lines and count else 0.0
    inner = over + len(rows) * (height + APART) - APART
    slots = []
    for number, row in enumerate(rows):
        y = -inner / 2 + over + height / 2 + number * (height + APART)
        slots += [((place - (len(row) - 1) / 2) * (width + APART), y) for place in range(len(row))]
    return tuple(slots), title.moved(0, -inner / 2 + title.box.h / 2) if count else title


@lru_cache(maxsize=64)
def _around(count: int, width: float, height: float, title: Box, upright: bool) -> tuple[Point, ...]:
    """Places around the title, the first at the upper left, as tight as boxes of that size allow."""
    best: tuple[float, tuple[Point, ...]] | None = None
    for share in _SHARES:
        slots = _lowest(count, width, height, title.grown(APART * 0.6), width * share)
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
        boxes[a].meets(boxes[b], APART) for a in range(len(boxes)) for b in range(a)
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
    half = max(math.hypot(x, y / ratio) for x, y in corners) + RIM
    half = max(half, SIZE * 5)
    return Box(0, 0, 2 * half, 2 * half * ratio + (1 - ratio) * RIM)
