"""Ties whose place in the middle is at the line of a home that is not theirs: they end at a disc that stands free before it.

Who looks at a map looks at the ring that a line comes to before the letter there, so no disc lies on a strange ring.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Final

from teammeet.ecomap.breadth import half_breadth
from teammeet.ecomap.contour import Contour
from teammeet.ecomap.docks import RADIUS, badge_label
from teammeet.ecomap.geometry import pairs
from teammeet.ecomap.graph import Tie
from teammeet.ecomap.outline import crossing, inset
from teammeet.ecomap.shapes import SIZE, Badge, Line, Measure, Node, Point
from teammeet.ecomap.stubs import clear, outward_places

FREE: Final = SIZE * 0.5
"""The gap that is seen between a disc and the line of a home that it does not belong to."""
_SHORTEST: Final = (SIZE * 2.2, SIZE * 1.3)
"""The shortest lines to a free disc: one on which kind and arrow are seen well; where there is no room for it, another."""
_TURNS: Final = tuple(turn * side for turn in (0.0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 1.05, 1.2) for side in (1, -1))
_LONGEST: Final = SIZE * 6
_STEP: Final = SIZE * 0.4


def free_discs(
    ties: Sequence[tuple[Tie, Point]], ring: Sequence[Node], starts: Mapping[str, Point], contour: Contour,
    laid: Sequence[Line], badges: Sequence[Badge], marks: Mapping[str, str], measure: Measure, forms: Mapping[str, str],
    *, outwards: bool = False,
) -> tuple[list[Line], list[Badge]]:  # fmt: skip
    """Lines and discs of ``ties``, which come with the place on the strange line that they would end at.

    One that finds no room before the ring may stand ``outwards`` of its support.
    """
    nodes = {node.id: node for node in ring}
    ways = [(*pair, half_breadth(line.claims)) for line in laid for pair in pairs(line.points)]
    lines: list[Line] = []
    found: list[Badge] = []
    for tie, at in ties:
        node, broad = nodes[tie.support], half_breadth(tie.views)
        port = starts[tie.support]
        places = list(_places(node, port, at, contour, broad))
        places += outward_places(node, port, len(tie.views) > 1) if outwards else ()
        free = (place for place in places if clear(*place, node, ring, contour, ways, [*badges, *found], broad))
        start, middle = next(free, places[0])
        far = math.dist(start, middle) or 1.0
        rim = middle[0] + (start[0] - middle[0]) * RADIUS / far, middle[1] + (start[1] - middle[1]) * RADIUS / far
        found.append(Badge(tie.to, badge_label(marks[tie.to], middle, measure), RADIUS))
        ways.append((start, rim, broad))
        lines.append(Line(tie.support, tie.to, (start, rim), tie.views, forms.get(tie.id, "tie"), badge=True))
    return lines, found


def _places(node: Node, port: Point, at: Point, contour: Contour, broad: float) -> Iterator[tuple[Point, Point]]:
    """Where the line may begin and its disc stand: as near to ``at`` as the gap allows, first straight, then slanting."""
    towards = math.atan2(at[1] - port[1], at[0] - port[0])
    begun = False
    for shortest, turn in product((short + broad for short in _SHORTEST), _TURNS):
        reach, most = shortest + RADIUS, min(_LONGEST, max(math.dist(port, at), shortest + SIZE)) + RADIUS
        way = math.cos(towards + turn), math.sin(towards + turn)
        found: Point | None = None
        while reach <= most:
            middle = port[0] + way[0] * reach, port[1] + way[1] * reach
            if contour.enters(middle, middle, RADIUS + FREE):
                break
            found = middle
            reach += _STEP
        if found:
            begun = True
            yield crossing(node.form, node.box, inset(node.box, port), found), found
    if not begun:
        far = _SHORTEST[-1] + broad + RADIUS
        middle = port[0] + math.cos(towards) * far, port[1] + math.sin(towards) * far
        yield crossing(node.form, node.box, inset(node.box, port), middle), middle
