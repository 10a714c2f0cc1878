"""The sheet with two maps next to each other: everything at the same place in both, their moments over them, one legend."""

import math
from dataclasses import replace
from typing import Final

from teammeet.ecomap.compared_maps import absent
from teammeet.ecomap.graph import ABSENT, EcomapGraph
from teammeet.ecomap.grouping import MOST
from teammeet.ecomap.layout import layout
from teammeet.ecomap.shapes import SIZE, Badge, Layout, Line, Measure, Places, Point
from teammeet.ecomap.sheet import EDGE, Sheet, legend_groups, table_groups, title_groups
from teammeet.ecomap.strokes import Group, Words, map_groups, moved
from teammeet.ecomap.wrap import label_at, wrapped

_BETWEEN: Final = SIZE * 3
_HEADING: Final = SIZE * 1.3


def placed_beside(
    before: EcomapGraph, after: EcomapGraph, measure: Measure, stored: Places | None = None, *, language: str = "en"
) -> tuple[Layout, Layout]:
    """Both sides of :func:`teammeet.ecomap.compared_maps.beside`, laid out so that what is on both stands at one place."""
    now = layout(after, measure, stored=stored, language=language)
    was = layout(before, measure, stored=now.places, language=language)
    if _apart(was, now):
        other = layout(before, measure, language=language)
        again = layout(after, measure, stored=other.places, language=language)
        if _apart(other, again) < _apart(was, now):
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
    nodes = tuple(node for node in placed.nodes if node.id not in ids)
    sectors = {node.form for node in nodes if not node.inside}
    rims = [line.points[-1] for line in placed.lines if line.badge and _is_absent(line, ids)]
    return replace(
        placed,
        lines=lines,
        nodes=tuple(node for node in nodes if node.form != "caption" or node.status in sectors),
        badges=tuple(badge for badge in placed.badges if not any(_reaches(rim, badge) for rim in rims)),
    )


def _is_absent(line: Line, ids: frozenset[str]) -> bool:
    return bool({line.start, line.end} & ids) or any(claim.change == ABSENT for claim in line.claims)


def _reaches(rim: Point, badge: Badge) -> bool:
    """Whether a line that ends there ends at the badge."""
    return math.dist(rim, (badge.label.box.x, badge.label.box.y)) < badge.radius * 1.2
