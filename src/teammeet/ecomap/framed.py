"""A finished layout in its frame: everything moved so that the sheet begins at its top left corner."""

from collections.abc import Iterator, Sequence

from teammeet.ecomap.breadth import half_breadth
from teammeet.ecomap.contour import around
from teammeet.ecomap.shapes import SIZE, Badge, Box, HomeOval, Layout, Line, Node, Places

_EDGE = SIZE * 0.2


def framed(
    homes: Sequence[HomeOval], nodes: Sequence[Node], lines: Sequence[Line], badges: Sequence[Badge], places: Places
) -> Layout:  # fmt: skip
    """The layout of what was placed anywhere, with its top left at (0, 0)."""
    whole = around(list(_taken(homes, nodes, lines, badges)))
    left, top, _, _ = whole.sides
    return Layout(
        whole.w, whole.h, tuple(home.moved(-left, -top) for home in homes), tuple(node.moved(-left, -top) for node in nodes),
        tuple(line.moved(-left, -top) for line in lines), tuple(badge.moved(-left, -top) for badge in badges), places,
    )  # fmt: skip


def _taken(
    homes: Sequence[HomeOval], nodes: Sequence[Node], lines: Sequence[Line], badges: Sequence[Badge]
) -> Iterator[Box]:  # fmt: skip
    """The room that everything takes up, with a little air."""
    yield from (home.box.grown(SIZE * 0.4) for home in homes)
    yield from (node.box.grown(_EDGE) for node in nodes)
    for badge in badges:
        yield Box(badge.label.box.x, badge.label.box.y, 2 * badge.radius, 2 * badge.radius).grown(_EDGE)
    for line in lines:
        edge = 2 * (half_breadth(line.claims) + _EDGE)
        yield from (Box(x, y, edge, edge) for x, y in line.points)
