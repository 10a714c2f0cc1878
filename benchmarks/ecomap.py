"""The numbers of the ecomap, against graphviz's neato and twopi with overlap removed, on the same boxes and ties.

A label's size is that of a support's name when the drawing fills a page of 6.5 by 9 inches. Crossings and overlaps of all
sides are counted by one function over the same kind of geometry. networkx with matplotlib, which places points and writes
names over them, is taken with the boxes of its own text as it draws them.
"""

import json
import math
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from shutil import which
from statistics import median
from typing import Final

from tests.ecomap.families import graph

from benchmarks.rows import Row
from teammeet.ecomap.geometry import cross, runs_through
from teammeet.ecomap.graph import Claim, EcomapGraph, Support, Tie
from teammeet.ecomap.layout import layout
from teammeet.ecomap.order import seats
from teammeet.ecomap.seating import standing
from teammeet.ecomap.shapes import SIZE, Box, Layout, Point
from teammeet_picture.measure import FontMeasure

ROUNDS: Final = 9
SEEDS: Final = 30
_PAGE: Final = (468.0, 648.0)
_ROOT: Final = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing in the one form that both sides are counted in."""

    width: float
    height: float
    boxes: dict[str, Box]
    ways: list[tuple[str, str, tuple[Point, ...]]]
    middle: Point

    @property
    def label(self) -> float:
        """Points of a name on the page."""
        return SIZE * min(_PAGE[0] / self.width, _PAGE[1] / self.height)

    @property
    def crossings(self) -> int:
        """Pairs of lines that cross."""
        found = 0
        for number, (_, _, one) in enumerate(self.ways):
            for _, _, other in self.ways[:number]:
                found += any(cross(a, b, c, d) for a, b in _stretches(one) for c, d in _stretches(other))
        return found

    @property
    def overlaps(self) -> int:
        """Boxes over boxes, and lines through boxes that are not theirs."""
        boxes = list(self.boxes.items())
        over = sum(one.meets(other, -0.3) for number, (_, one) in enumerate(boxes) for _, other in boxes[:number])
        return over + sum(
            any(runs_through(a, b, box.grown(-0.3)) for a, b in _stretches(points))
            for start, end, points in self.ways
            for name, box in boxes
            if name not in (start, end)
        )


def _stretches(points: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    return pairwise(points)


def rows(rounds: int = ROUNDS, seeds: int = SEEDS) -> list[Row]:
    """Every row of the ecomap."""
    if which("neato") is None:
        return [Row("ecomap (graphviz is not installed)", 0.0, None, "ms", "beside neato", False), *_picture(rounds)]
    found = []
    for supports, reach in ((25, Reach(1.0, 1.8, 1.0)), (60, Reach(0.5, 1.5, 1 / 8))):
        map_ = graph(supports)
        found += _layout_rows(f"ecomap of {supports} supports", map_, rounds, seeds, reach)
        found += _others(f"ecomap of {supports} supports", map_, max(3, seeds // 3))
    by_chance = graph(25, seed=7, links=0.6)
    found += _layout_rows("ecomap of 25 supports and 15 links by chance", by_chance, rounds, seeds, Reach(1.0, 1.2, 1.0))
    return [*found, *_newcomer(rounds), *_picture(rounds)]


@dataclass(frozen=True, slots=True)
class Reach:
    """What is to be reached beside neato: at most so much of its time and crossings, at least so much of its names' size."""

    time: float
    label: float
    crossings: float


def _layout_rows(name: str, map_: EcomapGraph, rounds: int, seeds: int, reach: Reach) -> list[Row]:
    source = _source(map_)
    ours = median(_milliseconds(lambda: layout(map_, FontMeasure())) for _ in range(rounds))
    theirs = median(_milliseconds(lambda: _graphviz("neato", source, 1)) for _ in range(rounds))
    mine = _drawn(layout(map_, FontMeasure()))
    others = [_read(_graphviz("neato", source, seed)) for seed in range(1, seeds + 1)]
    label, crossings = median(other.label for other in others), median(other.crossings for other in others)
    few = mine.crossings <= crossings * reach.crossings
    return [
        Row(f"{name}: layout", ours, theirs, "ms", f"≤ {reach.time:g}×", ours <= theirs * reach.time),
        Row(f"{name}: size of a name", mine.label, label, "pt", f"≥ {reach.label:g}×", mine.label >= label * reach.label),
        Row(f"{name}: crossings", mine.crossings, crossings, "", f"≤ {reach.crossings:g}×", few),
        Row(f"{name}: overlaps", mine.overlaps, median(other.overlaps for other in others), "", "0", mine.overlaps == 0),
    ]


def _others(name: str, map_: EcomapGraph, seeds: int) -> list[Row]:
    """The same map by twopi, overlap removed, and by networkx and matplotlib with its names in boxes."""
    mine = _drawn(layout(map_, FontMeasure()))
    found = []
    source = _source(map_)
    sides = {"twopi": [_read(_graphviz("twopi", source, seed)) for seed in range(1, seeds + 1)]}
    if find_spec("matplotlib") is not None:
        sides["networkx + matplotlib"] = [_plotted(map_, seed) for seed in range(1, seeds + 1)]
    for side, drawn in sides.items():
        label, crossings, overlaps = (
            median(getattr(other, kind) for other in drawn) for kind in ("label", "crossings", "overlaps")
        )
        found += [
            Row(f"{name}, {side}: size of a name", mine.label, label, "pt", "≥ 1×", mine.label >= label),
            Row(f"{name}, {side}: crossings", mine.crossings, crossings, "", "≤ 1×", mine.crossings <= crossings),
            Row(f"{name}, {side}: overlaps", mine.overlaps, overlaps, "", "0", mine.overlaps == 0),
        ]
    return found


def _plotted(map_: EcomapGraph, seed: int) -> Drawn:
    """networkx's spring layout as matplotlib draws it on a page of 6.5 by 9 inches, names of 6 points in boxes.

    Its width and height are such that a name is said to be of 6 points, as it is.
    """
    import matplotlib
    import networkx

    matplotlib.use("Agg")
    from matplotlib import pyplot

    names = {thing.id: thing.name for thing in map_.things}
    network = networkx.Graph([(member.home, member.id) for member in map_.members])
    network.add_nodes_from(thing.id for thing in map_.things)
    network.add_edges_from((tie.support, tie.to) for tie in map_.ties)
    figure = pyplot.figure(figsize=(_PAGE[0] / 72, _PAGE[1] / 72), dpi=72)
    places = networkx.spring_layout(network, seed=seed)
    texts = networkx.draw_networkx_labels(network, places, names, font_size=6, bbox={"pad": 1.5}, clip_on=False)
    axes = figure.gca()
    axes.update_datalim(list(places.values()))
    axes.autoscale_view()
    figure.canvas.draw()
    points = {name: _point(axes.transData.transform(place)) for name, place in places.items()}
    boxes = {}
    for name, text in texts.items():
        extent = text.get_window_extent()
        boxes[name] = Box(points[name][0], points[name][1], extent.width + 3, extent.height + 3)
    pyplot.close(figure)
    ways: list[tuple[str, str, tuple[Point, ...]]] = [(a, b, (points[a], points[b])) for a, b in network.edges()]
    return Drawn(_PAGE[0] * SIZE / 6, _PAGE[1] * SIZE / 6, boxes, ways, points[map_.centre])


def _point(place: Iterable[float]) -> Point:
    x, y = place
    return float(x), float(y)


def _newcomer(rounds: int) -> list[Row]:
    """One support is added to stored positions, against neato afresh."""
    map_ = graph(25)
    more = replace(
        map_,
        supports=(*map_.supports, Support("new", "Cousin Aurelio", "natural", "family")),
        ties=(*map_.ties, Tie("tie-new", "new", map_.centre, (Claim(("strong",), "to"),))),
    )
    measure = FontMeasure()
    places = layout(map_, measure).places
    ours = median(_milliseconds(lambda: layout(more, measure, stored=places)) for _ in range(rounds))
    before, after = _source(map_), _source(more)
    theirs = median(_milliseconds(lambda: _graphviz("neato", after, 1)) for _ in range(rounds))
    mine = _moved(_drawn(layout(map_, measure)), _drawn(layout(more, measure, stored=places)))
    other = _moved(_read(_graphviz("neato", before, 1)), _read(_graphviz("neato", after, 1)))
    return [
        Row("ecomap: one support added, layout", ours, theirs, "ms", "≤ 0.2×", ours <= theirs * 0.2),
        Row("ecomap: one support added, the others move", mine, other, "% of the diagonal", "≤ 0.5 %", mine <= 0.5),
    ]


def _picture(rounds: int) -> list[Row]:
    """A PNG from a cold process, against networkx and matplotlib on the same graph."""
    ours = median(_milliseconds(lambda: _python(_OURS)) for _ in range(rounds))
    if find_spec("matplotlib") is None:
        return [Row("ecomap: PNG at 1950 px, cold (matplotlib is not installed)", ours, None, "ms", "≤ 0.8×", False)]
    theirs = median(_milliseconds(lambda: _python(_THEIRS)) for _ in range(rounds))
    return [Row("ecomap: PNG at 1950 px, cold", ours, theirs, "ms", "≤ 0.8×", ours <= theirs * 0.8)]


_MAP: Final = (
    "import sys; sys.path[:0] = ['.', 'src', 'exporters']\nfrom tests.ecomap.families import graph\nmap_ = graph(25)\n"
)
_OURS: Final = _MAP + "from teammeet_picture.picture import draw\ndraw(map_).png(1950)\n"
_THEIRS: Final = (
    _MAP
    + """
import io, matplotlib, networkx
matplotlib.use("Agg")
import matplotlib.pyplot as plot
network = networkx.Graph([(member.home, member.id) for member in map_.members])
network.add_nodes_from(thing.id for thing in map_.things)
network.add_edges_from((tie.support, tie.to) for tie in map_.ties)
figure = plot.figure(figsize=(6.5, 8))
names = {thing.id: thing.name for thing in map_.things}
networkx.draw_networkx(network, networkx.spring_layout(network, seed=1), labels=names, font_size=6)
figure.savefig(io.BytesIO(), format="png", dpi=300)
"""
)


def _python(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], cwd=_ROOT, check=True, capture_output=True)


def _milliseconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1_000


def _drawn(made: Layout) -> Drawn:
    boxes = {node.id: node.box for node in made.nodes if not node.inside and node.form != "caption"}
    ways = [(line.start, line.end, line.points) for line in made.lines]
    return Drawn(made.width, made.height, boxes, ways, (made.household.x, made.household.y))


def _source(map_: EcomapGraph) -> str:
    """The same graph for graphviz: the same boxes, of fixed size, and every tie as an edge; members hang on their home."""
    measure = FontMeasure()
    nodes = {node.id: node.box for node in standing(map_, seats(map_), (), measure, 84.0, "en") if node.form != "caption"}
    for name, words in ((map_.centre, map_.home.name), *((member.id, member.name) for member in map_.members)):
        nodes[name] = Box(0, 0, measure(words, SIZE) + SIZE * 1.5, SIZE * 2.4)
    lines = [f'"{name}" [label="" width={box.w / 72:.4f} height={box.h / 72:.4f}];' for name, box in nodes.items()]
    lines += [f'"{member.home}" -- "{member.id}";' for member in map_.members]
    lines += [f'"{tie.support}" -- "{tie.to}";' for tie in map_.ties]
    return "node [shape=box fixedsize=true margin=0];\n" + "\n".join(lines)


def _graphviz(program: str, source: str, seed: int) -> bytes:
    text = f"graph G {{ graph [overlap=false splines=true start={seed}];\n{source}\n}}"
    return subprocess.run([program, "-Tjson"], input=text.encode(), capture_output=True, check=True).stdout


def _read(made: bytes) -> Drawn:
    """Graphviz's answer in our terms; its splines as short straight stretches."""
    answer = json.loads(made)
    left, bottom, right, top = (float(number) for number in answer["bb"].split(","))
    names = {item["_gvid"]: item["name"] for item in answer["objects"]}
    boxes = {}
    for item in answer["objects"]:
        x, y = (float(number) for number in item["pos"].split(","))
        boxes[item["name"]] = Box(x - left, top - y, float(item["width"]) * 72, float(item["height"]) * 72)
    ways = []
    for edge in answer.get("edges", ()):
        points = [(float(x) - left, top - float(y)) for x, y in (pair.split(",") for pair in edge["pos"].split())]
        ways.append((names[edge["tail"]], names[edge["head"]], tuple(_flat(points))))
    home = boxes["h0"]
    return Drawn(right - left, top - bottom, boxes, ways, (home.x, home.y))


def _flat(points: Sequence[Point]) -> Iterator[Point]:
    yield points[0]
    for number in range(0, len(points) - 3, 3):
        a, b, c, d = points[number : number + 4]
        for step in range(1, 9):
            s = step / 8
            r = 1 - s
            yield (
                r**3 * a[0] + 3 * r * r * s * b[0] + 3 * r * s * s * c[0] + s**3 * d[0],
                r**3 * a[1] + 3 * r * r * s * b[1] + 3 * r * s * s * c[1] + s**3 * d[1],
            )


def _moved(before: Drawn, after: Drawn) -> float:
    """How far the supports of both moved on average, from the household, in hundredths of the page's diagonal."""
    shared = [name for name in before.boxes if name in after.boxes and name.startswith("s")]
    return 100 * sum(math.dist(_place(before, name), _place(after, name)) for name in shared) / len(shared)


def _place(drawn: Drawn, name: str) -> Point:
    diagonal = math.hypot(drawn.width, drawn.height)
    box = drawn.boxes[name]
    return (box.x - drawn.middle[0]) / diagonal, (box.y - drawn.middle[1]) / diagonal
