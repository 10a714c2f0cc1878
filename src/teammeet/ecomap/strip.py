"""The strip: the map in a window too narrow for two columns of names, such as a wall's with large letters.

The people of the homes stand on top, below them each support in a row, its ties leading to the edge that is their home.
"""

from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len

from teammeet.ecomap.cells import Canvas, Grid, fitted
from teammeet.ecomap.graph import EcomapGraph
from teammeet.ecomap.terminal import Look, Scene, legend_lines, put_legend
from teammeet.ecomap.tie_cells import cells_of_counts, counted, lying

NARROW: Final = 60
"""Columns below which names of the rail are cut to a few letters."""
_TIE: Final = 8
_GAP: Final = 2
_FEW_ROWS: Final = 16
_LEAST: Final = (20, 4)


def strip(graph: EcomapGraph, width: int, height: int, look: Look | None = None) -> Canvas:
    """The map in ``width`` by ``height`` cells; ``look.first`` says how many supports are passed over."""
    scene = Scene.of(graph, look or Look())
    grid = Grid(width, height)
    order = scene.shown()
    if width < _LEAST[0] or height < _LEAST[1]:
        return grid.canvas(len(order))
    legend = legend_lines(scene, width, 1 if height < _FEW_ROWS else 2)
    top = _people(grid, scene, 2 if height < _FEW_ROWS else 3)
    rows = max(1, height - len(legend) - top)
    first = max(0, min(_followed(scene, rows), len(order) - rows))
    edge = scene.look.style("household", graph.centre)
    groups = [group for group in map(scene.group, order) if group is not None]
    tie = max([_TIE, *(cells_of_counts(scene, group) for group in groups)])
    label = width - 1 - tie
    for y, seat in enumerate(order[first : first + rows], start=top):
        words = scene.label(seat, label)
        grid.put(label - cell_len(words), y, words, scene.look.style(f"kind-{seat.sector}", seat.id), seat.id)
        group = scene.group(seat)
        if group is not None and group.kinds:
            counted(grid, scene, group, (label, y), tie, -1)
        else:
            lying(grid, scene, scene.ties(seat), (label, y), tie, -1, graph.centre)
    for y in range(top, top + rows):
        grid.put(width - 1, y, scene.look.glyphs.upright, edge)
    hidden = len(order) - first - min(rows, len(order) - first)
    put_legend(grid, scene, legend, hidden)
    return grid.canvas(hidden, first)


def _followed(scene: Scene, rows: int) -> int:
    """From which support on they are shown, so that what is selected is among them."""
    look = scene.look
    place = next((number for number, seat in enumerate(scene.shown()) if seat.id == look.selected), None)
    if place is None or not look.follow or look.first <= place < look.first + rows:
        return look.first
    return place if place < look.first else place - rows + 1


def _people(grid: Grid, scene: Scene, most: int) -> int:
    """Write the homes and who lives in them, in at most so many rows; gives how many it took."""
    names = list(_named(scene))
    x = y = 0
    for number, (words, style, id) in enumerate(names):
        words = fitted(words, grid.width, scene.look.glyphs.more)
        left = len(names) - number
        reserve = len(f"+{left}") if y == most - 1 and left > 1 else 0
        if x and x + cell_len(words) + reserve > grid.width:
            if y == most - 1:
                grid.put(x, y, f"+{left}", "legend")
                break
            x, y = 0, y + 1
        grid.put(x, y, words, scene.look.style(style, id), id)
        x += cell_len(words) + _GAP
    return y + 1


def _named(scene: Scene) -> Iterator[tuple[str, str, str]]:
    """Words, style and id of whom the plan is for, of each home in the middle and its people, and of who lives in both."""
    both = scene.in_both()
    alone = {home.id: scene.only_in(home.id) for home in scene.homes}
    everybody = [*both, *(member for members in alone.values() for member in members)]
    enrolled = [member for member in everybody if member.enrolled]
    for member in enrolled:
        yield scene.member_words(member), "member", member.id
    for home in scene.homes:
        house = scene.house(home.id) if len(scene.homes) > 1 else scene.look.glyphs.house
        yield f"{house} {home.name or scene.graph.title}".strip(), "title", home.id
        yield from ((scene.member_words(one), "member", one.id) for one in alone[home.id] if one not in enrolled)
    yield from ((scene.member_words(one), "member", one.id) for one in both if one not in enrolled)
