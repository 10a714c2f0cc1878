"""The rail: supports in a column on each side, a row each, the household between; nothing crosses."""

from collections.abc import Sequence

from rich.cells import cell_len

from teammeet.ecomap.cells import Canvas, Grid
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
    middle = max(14, min(24, width // 6))
    tie = max(7, min(16, (width - middle) // 2 - 26))
    label = (width - middle - 2 * tie) // 2
    draw_household(grid, scene, label + tie, 0, width - 2 * (label + tie), rows)
    first = max(0, min(scene.look.first, half - rows))
    hidden = 0
    for side, column in ((1, right), (-1, left)):
        shown = column[first : first + rows]
        hidden += len(column) - first - len(shown)
        for number, seat in enumerate(shown):
            y = _row(number, len(shown), rows)
            _seat(grid, scene, seat, y, side, label, tie)
    put_legend(grid, scene, legend, hidden)
    return grid.canvas(hidden)


def _row(number: int, count: int, rows: int) -> int:
    """Rows spread over the height, from the first to the last."""
    if count >= rows or count < 2:
        return number if count >= rows else rows // 2
    return round(number * (rows - 1) / (count - 1))


def _seat(grid: Grid, scene: Scene, seat: Seat, y: int, side: int, label: int, tie: int) -> None:
    words = scene.label(seat, label)
    style = scene.look.style(f"kind-{seat.sector}", seat.id)
    x = grid.width - label if side > 0 else label - cell_len(words)
    grid.put(x, y, words, style, seat.id)
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
