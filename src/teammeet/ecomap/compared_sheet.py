"""The sheet with two maps next to each other: everything at the same place in both, their moments over them, one legend."""

import math
from dataclasses import replace
from itertools import takewhile
from typing import Final

from teammeet.ecomap.compared_maps import absent
from teammeet.ecomap.graph import ABSENT, EcomapGraph
from teammeet.ecomap.grouping import MOST
from teammeet.ecomap.layout import layout
from teammeet.ecomap.shapes import SIZE, Badge, Layout, Line, Measure, Node, Places, Point
from teammeet.ecomap.sheet import EDGE, Sheet, legend_groups, table_groups, title_groups
from teammeet.ecomap.strokes import Group, Words, map_groups, moved
from teammeet.ecomap.wrap import label_at, wrapped

_BETWEEN: Final = SIZE * 3
_HEADING: Final = SIZE * 1.3


def placed_marked(
    graph: EcomapGraph, plain: EcomapGraph, measure: Measure, stored: Places | None = None, *, language: str = "en"
) -> Layout:
    """The layout of a map with changes marked, or of one side of two. ``plain`` is the map that it is of, without marks.

    Marks take room. Where with them fewer homes find theirs in the middle, the map stands as the plain one does if it can.
    """
    placed = layout(graph, measure, stored=stored, language=language)
    if len(placed.homes) < len(graph.in_middle):
        as_plain = layout(plain, measure, stored=stored, language=language)
        again = layout(graph, measure, stored=as_plain.places, language=language)
        if len(again.homes) > len(placed.homes):
            return again
    return placed


def placed_beside(
    before: EcomapGraph, after: EcomapGraph, measure: Measure, stored: Places | None = None, *,
    plain: EcomapGraph | None = None, language: str = "en",
) -> tuple[Layout, Layout]:  # fmt: skip
    """Both sides of :func:`teammeet.ecomap.compared_maps.beside`, laid out so that what is on both stands at one place.

    ``plain`` is the later map without marks.
    """
    now = placed_marked(after, plain or after, measure, stored, language=language)
    was = layout(before, measure, stored=now.places, language=language)
    if _apart(was, now):
        other = layout(before, measure, language=language)
        again = layout(after, measure, stored=other.places, language=language)
        if (len(now.homes) - len(again.homes), _apart(other, again)) < (0, _apart(was, now)):
            was, now = other, again
    return _without(was, absent(before)), _without(now, absent(after))


def sheet_beside(
    graph: EcomapGraph, maps: tuple[Layout, Layout], moments: tuple[str, str], measure: Measure, language: str
) -> Sheet:
    """The sheet for two placed maps; ``moments`` are the headings over them.

    ``graph`` is the one map with changes marked: where supports are drawn as groups, the table of it says who is in them.
    """
    wide = max(each.width for each in maps)
    width = 2 * wide + _BETWEEN + 2 * EDGE
    parts = list(title_groups(graph, measure, width, language))
    y = max(stroke.label.box.sides[3] for group in parts for stroke in group.strokes if isinstance(stroke, Words)) + SIZE
    lefts = (EDGE, EDGE + wide + _BETWEEN)
    ends = []
    for left, moment in zip(lefts, moments, strict=True):
        lines = wrapped(f"{moment[:1].upper()}{moment[1:]}", measure, wide, _HEADING, True)
        label = label_at(lines, measure, _HEADING, True, top=y)
        parts.append(Group("title", (Words(label.moved(left + wide / 2 - label.box.x, 0)),), moment))
        ends.append(label.box.sides[3])
    y = max(ends) + SIZE
    across, down = (max(getattr(each.household, side) for each in maps) for side in ("x", "y"))
    for left, each in zip(lefts, maps, strict=True):
        dx, dy = left + across - each.household.x, y + down - each.household.y
        parts += [
            replace(group, strokes=tuple(moved(stroke, dx, dy) for stroke in group.strokes)) for group in map_groups(each)
        ]
    y += max(down - each.household.y + each.height for each in maps) + SIZE
    both = replace(maps[0], **{name: getattr(maps[0], name) + getattr(maps[1], name) for name in ("nodes", "lines", "badges")})
    legend, y = legend_groups(both, measure, width, y, language)
    table, y = table_groups(graph, measure, width, y, language, MOST)
    return Sheet(width, y + EDGE, (*parts, *legend, *table))


def _apart(one: Layout, other: Layout) -> int:
    """How many places on the curve differ between two layouts."""
    if one.places.oval != other.places.oval or one.places.mode != other.places.mode:
        return len(one.places.slots)
    there = dict(other.places.slots)
    return sum(abs(share - there.get(name, share)) > 0.02 for name, share in one.places.slots)


def _without(placed: Layout, ids: frozenset[str]) -> Layout:
    """The layout with free places for what is absent, without its lines and their badges, and captions over nobody."""
    lines = tuple(line for line in placed.lines if not _is_absent(line, ids))
    captions = {node.id: _caption(node, placed, ids) for node in placed.nodes if node.form == "caption"}
    rims = [line.points[-1] for line in placed.lines if line.badge and _is_absent(line, ids)]
    return replace(
        placed,
        lines=lines,
        nodes=tuple(shown for node in placed.nodes if node.id not in ids and (shown := captions.get(node.id, node))),
        badges=tuple(badge for badge in placed.badges if not any(_reaches(rim, badge) for rim in rims)),
    )


def _caption(caption: Node, placed: Layout, ids: frozenset[str]) -> Node | None:
    """The caption of a sector beside the first who is there; it goes to a free place before them, if there is one."""
    sector = [node for node in placed.nodes if node.form == caption.status and not node.inside]
    free = tuple(takewhile(lambda node: node.id in ids, sector))
    if len(free) == len(sector):
        return None
    if not free:
        return caption
    at, here = free[-1].box, caption.box
    return caption.moved(at.x - here.x, at.y - here.y) if here.w <= at.w + SIZE and here.h <= at.h else None


def _is_absent(line: Line, ids: frozenset[str]) -> bool:
    return bool({line.start, line.end} & ids) or any(claim.change == ABSENT for claim in line.claims)


def _reaches(rim: Point, badge: Badge) -> bool:
    """Whether a line that ends there ends at the badge."""
    return math.dist(rim, (badge.label.box.x, badge.label.box.y)) < badge.radius * 1.2
