"""The ring in cells: supports around the household, lines in braille (or plain letters) between them."""

import math
from typing import Final

from rich.cells import cell_len

from teammeet.ecomap.cells import Canvas, Grid, steps
from teammeet.ecomap.glyphs import person_form, tie_style
from teammeet.ecomap.graph import Claim, EcomapGraph, Tie
from teammeet.ecomap.order import Seat
from teammeet.ecomap.terminal import Look, Scene, draw_household, legend_lines, put_legend

_ROUND: Final = 2.4
"""The power of the superellipse on which names begin."""
_STUB: Final = 7
"""Cells of a line to the mark of another home."""


def ring(graph: EcomapGraph, width: int, height: int, look: Look | None = None) -> Canvas:
    """The map in ``width`` by ``height`` cells."""
    scene = Scene.of(graph, look or Look())
    grid = Grid(width, height)
    legend = legend_lines(scene, width, 2)
    rows = height - len(legend)
    if width < 60 or rows < 8:
        return grid.canvas(len(scene.order))
    box = _box(scene, width, rows)
    places, hidden = _places(scene, width, rows, box)
    marks = draw_household(grid, scene, *box)
    for seat in scene.order:
        if seat.id in places:
            for tie in scene.ties(seat):
                _tie(grid, scene, tie, places[seat.id], box, marks)
    for seat in scene.order:
        if seat.id in places:
            _label(grid, scene, seat, places[seat.id])
    put_legend(grid, scene, legend, hidden)
    return grid.canvas(hidden)


def _box(scene: Scene, width: int, rows: int) -> tuple[int, int, int, int]:
    """Left, top, width and height of the household."""
    members = scene.graph.living_in(scene.graph.centre)
    glyphs = scene.look.glyphs
    widest = max((cell_len(f"{glyphs.people[person_form(member)]} {member.name}") for member in members), default=8)
    wide = min(max(16, widest + 6, cell_len(scene.graph.home.name) + 6), width // 4)
    high = min(max(5, 2 * len(members) + 3), rows - 4)
    return (width - wide) // 2, (rows - high) // 2, wide, high


def _places(scene: Scene, width: int, rows: int, box: tuple[int, int, int, int]) -> tuple[dict[str, tuple[int, int, int]], int]:
    """Side, column and row where each name begins, clockwise from the top: down the right side, up the left."""
    count = len(scene.order)
    half = (count + 1) // 2
    longest = max((cell_len(scene.label(seat, 60)) for seat in scene.order), default=10)
    reach = width / 2 - min(longest, (width - box[2]) // 2 - 14) - 1
    middle = (rows - 1) / 2
    places = {}
    for side, column in ((1, scene.order[:half]), (-1, scene.order[half:][::-1])):
        shown = column[:rows]
        for number, seat in enumerate(shown):
            y = round((number + 0.5) * rows / len(shown) - 0.5)
            inner: float = (1 - abs((y - middle) / (middle + 1.5)) ** _ROUND) ** (1 / _ROUND)
            places[seat.id] = (side, round(width / 2 + side * max(box[2] / 2 + 5, reach * inner)), y)
    return places, count - len(places)


def _label(grid: Grid, scene: Scene, seat: Seat, place: tuple[int, int, int]) -> None:
    side, x, y = place
    words = scene.label(seat, grid.width - x if side > 0 else x + 1)
    start = x if side > 0 else x + 1 - cell_len(words)
    grid.put(start, y, words, scene.look.style(f"kind-{seat.sector}", seat.id), seat.id)


def _tie(
    grid: Grid, scene: Scene, tie: Tie, place: tuple[int, int, int], box: tuple[int, int, int, int], marks: dict[str, int]
) -> None:
    """A tie from a name to the edge of the box, level with its member; to another home, a short line to its mark."""
    side, x, y = place
    left, top, wide, high = box
    start_x, end_x = x - side, left + wide if side > 0 else left - 1
    mark = ""
    if tie.to in marks:
        end_y = marks[tie.to]
    elif tie.to == scene.graph.centre:
        end_y = max(top, min(top + high - 1, round(top + high / 2 + (y - grid.height / 2) * high / grid.height)))
    else:
        mark, end_x, end_y = scene.mark(tie.to), start_x - side * _STUB, y
        grid.put(end_x - side * len(mark) if side > 0 else end_x + 1, y, mark, scene.look.style("member", tie.to))
    for number, view in enumerate(tie.views[:2]):
        style = scene.look.style(tie_style(view), tie.support, tie.to)
        _line(grid, scene, (start_x, y + number * 0.4), (end_x, end_y + number * 0.4), view, style)
    flows = {view.flow for view in tie.views}
    towards, away = (scene.look.glyphs.left, scene.look.glyphs.right)[::side]
    style = scene.look.style(tie_style(tie.views[0]), tie.support, tie.to)
    if flows & {"to", "both"}:
        grid.put(end_x, end_y, towards, style)
    if flows & {"from", "both"}:
        grid.put(start_x, y, away, style)


def _line(grid: Grid, scene: Scene, start: tuple[float, float], end: tuple[float, float], view: Claim, style: str) -> None:
    if scene.look.glyphs.braille:
        _braille(grid, start, end, view, style)
        return
    filling = scene.look.glyphs.filling(view, 400)
    for number, (x, y, _) in enumerate(steps(*start, *end)):
        grid.under(round(x), round(y), filling[number % 300], style)


def _braille(grid: Grid, start: tuple[float, float], end: tuple[float, float], view: Claim, style: str) -> None:
    """Dots: doubled when strong, broken when tenuous, a zigzag when stressful, a gap with a cross when cut off."""
    x0, y0, x1, y1 = start[0] * 2 + 1, start[1] * 4 + 2, end[0] * 2 + 1, end[1] * 4 + 2
    far = math.hypot(x1 - x0, y1 - y0) or 1.0
    ux, uy = (x1 - x0) / far, (y1 - y0) / far
    flat = abs(ux) > abs(uy)
    for x, y, at in steps(x0, y0, x1, y1):
        if "cut_off" in view.kinds and abs(at - far / 2) < 5:
            continue
        if "tenuous" in view.kinds and int(at / 4) % 2:
            continue
        if not view.kinds and int(at) % 4:
            continue
        if "strong" in view.kinds:
            grid.dot(x, y, style)
            grid.dot(x + (not flat), y + flat, style)
        if "stressful" in view.kinds:
            swing = (abs(((at / 9) % 1) - 0.5) * 4 - 1) * 2.4
            grid.dot(x - uy * swing, y + ux * swing, style)
        elif "strong" not in view.kinds:
            grid.dot(x, y, style)
    if "cut_off" in view.kinds:
        grid.put(int((x0 + x1) / 4), int((y0 + y1) / 8), "╳", style)
