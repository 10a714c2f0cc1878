"""The ring in cells: supports all around the household, each with a short straight tie to the nearest point of its outline."""

from rich.cells import cell_len

from teammeet.ecomap.around import Place, Plan, Wish, planned
from teammeet.ecomap.cells import Canvas, Grid
from teammeet.ecomap.further import put_label
from teammeet.ecomap.graph import EcomapGraph
from teammeet.ecomap.middle import Part, draw_middle, home_at, needed
from teammeet.ecomap.names import abbreviated
from teammeet.ecomap.order import Seat
from teammeet.ecomap.terminal import Look, Scene, legend_lines, put_legend
from teammeet.ecomap.tie_cells import columns_of, lying, needed_cells, standing
from teammeet.messages import text

_SINGLE, _DOUBLE, _MOST = 6, 12, 14
_LONGEST = 72
"""The cells of the longest name that is whole."""


def ring(graph: EcomapGraph, width: int, height: int, look: Look | None = None) -> Canvas | None:
    """The map in ``width`` by ``height`` cells; None when not all names find room around the household, and of groups."""
    scene = Scene.of(graph, look or Look())
    legend = legend_lines(scene, width, 2, upright=True)
    rows = height - len(legend)
    if width < 60 or rows < 8 or scene.look.groups:
        return None
    plan = planned(_wishes(scene), needed(scene, oval=True), width, rows, _shortest(scene))
    if plan is None:
        return None
    grid = Grid(width, height)
    parts = draw_middle(grid, scene, plan.rim, titles_inside=True)
    there = set(scene.shown())
    for seat, place in zip(scene.order, plan.places, strict=True):
        if seat not in there:
            continue
        _label(grid, scene, seat, place)
        _ties(grid, scene, seat, place, plan, parts)
    put_legend(grid, scene, legend, 0)
    return grid.canvas()


def _shortest(scene: Scene) -> int:
    """The cells that a lying tie takes at least: more where two lie side by side."""
    several = [ties for ties in map(scene.ties, scene.order) if len(ties) > 1 or (ties and len(ties[0].views) > 1)]
    most = max((needed_cells(scene, ties) for ties in several), default=0)
    return max(_DOUBLE, min(_MOST, most)) if several else _SINGLE


def _wishes(scene: Scene) -> tuple[Wish, ...]:
    wishes = []
    sector = ""
    for seat in scene.order:
        label = scene.whole_label(seat)
        if cell_len(label) > _LONGEST:
            label = scene.label(seat, _LONGEST)
        caption = text(f"ecomap.sector.{seat.sector}", scene.look.language) if seat.sector != sector else ""
        sector = seat.sector
        wishes.append(Wish(label, columns_of(scene, scene.ties(seat)), caption))
    return tuple(wishes)


def _label(grid: Grid, scene: Scene, seat: Seat, place: Place) -> None:
    wide = max(map(cell_len, place.rows))
    for below, row in enumerate(place.rows):
        x = place.x + (wide - cell_len(row)) // 2
        if place.side in ("left", "right"):
            x = place.x if place.side == "right" else place.x - cell_len(row) + 1
        put_label(grid, scene, seat, x, place.y + below, place.rows, below)
    if place.caption is not None:
        words = text(f"ecomap.sector.{seat.sector}", scene.look.language)
        room = grid.width - place.x if place.side == "right" else place.x + 1
        words = abbreviated(words, room, scene.look.glyphs.more)
        x = place.x if place.side == "right" else place.x - cell_len(words) + 1
        grid.put(x, place.caption, words, f"kind-{seat.sector} caption")


def _ties(grid: Grid, scene: Scene, seat: Seat, place: Place, plan: Plan, parts: tuple[Part, ...]) -> None:
    ties, rim = scene.ties(seat), plan.rim
    if not ties:
        return
    if place.side in ("over", "under"):
        over = place.side == "over"
        columns = range(place.dock, place.dock + columns_of(scene, ties))
        docks = [rim.upper(x) if over else rim.lower(x) for x in columns]
        rows = range(max(docks) - 1, place.y + len(place.rows) - 1, -1) if over else range(min(docks) + 1, place.y)
        standing(grid, scene, ties, place.dock, rows, docks, home_at(parts, docks[0]))
        return
    start, end = rim.ends(place.dock)
    at = end + 1 if place.side == "right" else start - plan.across
    side = 1 if place.side == "right" else -1
    lying(grid, scene, ties, (at, place.dock), plan.across, side, home_at(parts, place.dock))
