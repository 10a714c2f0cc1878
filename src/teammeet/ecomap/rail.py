"""The rail: supports in a column on each side, a row each, the household between; nothing crosses."""

from collections.abc import Sequence
from typing import Final

from rich.cells import cell_len

from teammeet.ecomap.cells import Canvas, Grid
from teammeet.ecomap.columns import shared
from teammeet.ecomap.further import put_label
from teammeet.ecomap.graph import EcomapGraph
from teammeet.ecomap.middle import draw_middle, home_at
from teammeet.ecomap.names import in_rows, widest_piece
from teammeet.ecomap.order import Seat
from teammeet.ecomap.rim import box
from teammeet.ecomap.terminal import Look, Scene, legend_lines, put_legend
from teammeet.ecomap.tie_cells import counted, lying

_MOST_ROWS: Final = 4
"""So many rows one name takes at most."""


def rail(graph: EcomapGraph, width: int, height: int, look: Look | None = None) -> Canvas:
    """The map in ``width`` by ``height`` cells; ``look.first`` says how many rows of supports are passed over."""
    scene = Scene.of(graph, look or Look())
    grid = Grid(width, height)
    half = (len(scene.order) + 1) // 2
    most = 2 if half + 2 <= height else 1
    legend = legend_lines(scene, width, most)
    rows = height - (most if scene.look.steady else len(legend))
    if width < 30 or rows < 3:
        return grid.canvas(len(scene.order))
    right, left = scene.order[:half], scene.order[half:][::-1]
    columns = shared(scene, left, right, width, rows)
    middle = box(columns.left + columns.left_tie, 0, columns.middle, rows)
    parts = draw_middle(grid, scene, middle, titles_inside=False)
    first = max(0, min(_followed(scene, left, right, rows), half - rows))
    hidden, there = 0, set(scene.shown())
    for side, column, label, tie in ((1, right, columns.right, columns.right_tie), (-1, left, columns.left, columns.left_tie)):
        shown = column[first : first + rows]
        hidden += len(column) - first - len(shown)
        labels = _labels(scene, shown, label, rows)
        steady = scene.look.steady and 2 * len(shown) <= rows
        heights = [2 if steady else len(words) for words in labels]
        for seat, words, y in zip(shown, labels, _tops(heights, rows), strict=True):
            if seat not in there:
                continue
            _label(grid, scene, seat, words, y, side, label)
            start = grid.width - label - tie if side > 0 else label
            group = scene.group(seat)
            if group is not None and group.kinds:
                counted(grid, scene, group, (start, y), tie, side)
            else:
                lying(grid, scene, scene.ties(seat), (start, y), tie, side, home_at(parts, y))
    put_legend(grid, scene, legend, hidden)
    return grid.canvas(hidden, first, middle.ends(0))


def _followed(scene: Scene, left: Sequence[Seat], right: Sequence[Seat], rows: int) -> int:
    """From which row on the supports are shown, so that what is selected is among them."""
    look = scene.look
    wanted = {look.selected, *(member.home for member in scene.graph.members if member.id == look.selected)}
    place = next((number for side in (left, right) for number, seat in enumerate(side) if seat.id in wanted), None)
    if place is None or not look.follow or look.first <= place < look.first + rows:
        return look.first
    return place if place < look.first else place - rows + 1


def _labels(scene: Scene, shown: Sequence[Seat], width: int, rows: int) -> list[tuple[str, ...]]:
    """The labels of a column: the longest names that do not fit take a second row, or a third, as long as rows are free."""
    lengths = {seat.id: cell_len(scene.whole_label(seat)) for seat in shown}
    long = sorted((name for name in lengths if lengths[name] > width), key=lambda name: -lengths[name])
    broken = set(long[: max(0, rows - len(shown))])
    labels = [scene.label_rows(seat, width) if seat.id in broken else (scene.label(seat, width),) for seat in shown]
    spare, most = rows - sum(map(len, labels)), 2 if scene.look.steady else _MOST_ROWS
    for number, seat in enumerate(shown):
        whole = scene.whole_label(seat)
        if spare > 0 and not _is_whole(labels[number], whole) and widest_piece(whole) <= width:
            more = in_rows(whole, width)
            if len(more) <= most and len(more) - len(labels[number]) <= spare:
                spare -= len(more) - len(labels[number])
                labels[number] = more
    return labels


def _is_whole(rows: Sequence[str], label: str) -> bool:
    return "".join(rows).replace(" ", "") == label.replace(" ", "")


def _tops(heights: Sequence[int], rows: int) -> list[int]:
    """The first row of each label, spread over the height from the first row to the last."""
    if len(heights) == 1:
        return [max(0, (rows - heights[0] + 1) // 2)]
    free = rows - sum(heights)
    return [sum(heights[:number]) + round(number * free / (len(heights) - 1)) for number in range(len(heights))]


def _label(grid: Grid, scene: Scene, seat: Seat, words: tuple[str, ...], y: int, side: int, label: int) -> None:
    for below, row in enumerate(words):
        put_label(grid, scene, seat, grid.width - label if side > 0 else label - cell_len(row), y + below, words, below)
