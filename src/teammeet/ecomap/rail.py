"""The rail: supports in a column on each side, a row each, the household between; nothing crosses."""

from collections.abc import Sequence

from rich.cells import cell_len

from teammeet.ecomap.cells import Canvas, Grid
from teammeet.ecomap.columns import shared
from teammeet.ecomap.glyphs import tie_style
from teammeet.ecomap.graph import EcomapGraph, Tie
from teammeet.ecomap.order import Seat
from teammeet.ecomap.terminal import Look, Scene, draw_household, legend_lines, put_legend


def rail(graph: EcomapGraph, width: int, height: int, look: Look | None = None) -> Canvas:
    """The map in ``width`` by ``height`` cells; ``look.first`` says how many rows of supports are passed over."""
    scene = Scene.of(graph, look or Look())
    grid = Grid(width, height)
    half = (len(scene.order) + 1) // 2
    legend = legend_lines(scene, width, 2 if half + 2 <= height else 1)
    rows = height - len(legend)
    if width < 30 or rows < 3:
        return grid.canvas(len(scene.order))
    right, left = scene.order[:half], scene.order[half:][::-1]
    columns = shared(scene, left, right, width, rows)
    draw_household(grid, scene, columns.left + columns.left_tie, 0, columns.middle, rows)
    first = max(0, min(scene.look.first, half - rows))
    hidden = 0
    for side, column, label, tie in ((1, right, columns.right, columns.right_tie), (-1, left, columns.left, columns.left_tie)):
        shown = column[first : first + rows]
        hidden += len(column) - first - len(shown)
        labels = _labels(scene, shown, label, rows)
        for seat, words, y in zip(shown, labels, _tops([len(words) for words in labels], rows), strict=True):
            _seat(grid, scene, seat, words, y, side, label, tie)
    put_legend(grid, scene, legend, hidden)
    return grid.canvas(hidden)


def _labels(scene: Scene, shown: Sequence[Seat], width: int, rows: int) -> list[tuple[str, ...]]:
    """The labels of a column: the longest names that do not fit take a second row, as long as rows are free."""
    lengths = {seat.id: cell_len(scene.whole_label(seat)) for seat in shown}
    long = sorted((name for name in lengths if lengths[name] > width), key=lambda name: -lengths[name])
    broken = set(long[: max(0, rows - len(shown))])
    return [scene.label_rows(seat, width) if seat.id in broken else (scene.label(seat, width),) for seat in shown]


def _tops(heights: Sequence[int], rows: int) -> list[int]:
    """The first row of each label, spread over the height from the first row to the last."""
    if len(heights) == 1:
        return [max(0, (rows - heights[0] + 1) // 2)]
    free = rows - sum(heights)
    return [sum(heights[:number]) + round(number * free / (len(heights) - 1)) for number in range(len(heights))]


def _seat(grid: Grid, scene: Scene, seat: Seat, words: tuple[str, ...], y: int, side: int, label: int, tie: int) -> None:
    style = scene.look.style(f"kind-{seat.sector}", seat.id)
    for below, row in enumerate(words):
        grid.put(grid.width - label if side > 0 else label - cell_len(row), y + below, row, style, seat.id)
    ties = scene.ties(seat)
    if not ties:
        return
    start = grid.width - label - tie if side > 0 else label
    for text_, run_style, at in _tie_runs(scene, ties, tie, side, start):
        grid.put(at, y, text_, run_style)


def _tie_runs(scene: Scene, ties: Sequence[Tie], length: int, side: int, start: int) -> list[tuple[str, str, int]]:
    """The ties of a support side by side in its row, from the household outwards: mark, line, mark, line."""
    glyphs = scene.look.glyphs
    shown = ties[:2] if len(ties) > 2 else ties
    more = f"+{len(ties) - len(shown)}" if len(shown) < len(ties) else ""
    room = length - len(more)
    parts: list[tuple[str, str]] = []
    for number, tie in enumerate(shown):
        own = room // len(shown) + (number < room % len(shown))
        mark = scene.mark(tie.to)
        style = "member"
        parts.append((mark, scene.look.style(style, tie.to)))
        views = tie.views[:2]
        left = own - len(mark) - (len(views) - 1)
        for place, view in enumerate(views):
            if place:
                parts.append((glyphs.differ, "legend"))
            long = left // len(views) + (place < left % len(views))
            parts.append(
                (
                    _line(scene, view.flow, glyphs.filling(view, long), side),
                    scene.look.style(tie_style(view), tie.support, tie.to),
                )
            )
    parts.append((more, "legend"))
    placed, x = [], start
    for words, style in parts if side > 0 else parts[::-1]:
        placed.append((words, style, x))
        x += len(words)
    return placed


def _line(scene: Scene, flow: str, drawn: str, side: int) -> str:
    """The line with its arrow heads: ``to`` points at the household."""
    glyphs = scene.look.glyphs
    left = flow == "both" or flow == ("to" if side > 0 else "from")
    right = flow == "both" or flow == ("from" if side > 0 else "to")
    if left and drawn:
        drawn = glyphs.left + drawn[1:]
    if right and drawn:
        drawn = drawn[:-1] + glyphs.right
    return drawn
