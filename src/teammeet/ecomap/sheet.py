"""The finished sheet: title, map, legend of what is used on it and, for a grouped map, the table of who is in each group."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from teammeet.ecomap.change_marks import MARKED, change_words
from teammeet.ecomap.graph import HOUSE, TIE_KINDS, Claim, EcomapGraph, Support
from teammeet.ecomap.grouping import MOST, groups
from teammeet.ecomap.legend_columns import in_columns
from teammeet.ecomap.seating import domain_name
from teammeet.ecomap.shapes import LEADING, SIZE, Box, Label, Layout, Line, Measure, Node
from teammeet.ecomap.strokes import (
    Group,
    Stroke,
    Words,
    badge_strokes,
    claim_strokes,
    home_strokes,
    map_groups,
    moved,
    node_strokes,
    tie_strokes,
)
from teammeet.ecomap.wrap import label_at, wrapped
from teammeet.messages import text

_LEGEND: Final = SIZE * 0.82
"""The size of the legend's words."""
_SAMPLE: Final = SIZE * 3.4
_ROW: Final = SIZE * 1.5
EDGE: Final = SIZE * 1.2
"""The margin around a sheet."""
_HEADING: Final = SIZE * 5
_WIDTH: Final = SIZE * 40
"""A sheet is at least so wide, for its heading and legend."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """All groups of strokes on a sheet of ``width`` by ``height`` points."""

    width: float
    height: float
    groups: tuple[Group, ...]


def sheet(
    graph: EcomapGraph,
    layout: Layout,
    measure: Measure,
    language: str,
    *,
    heading: bool = True,
    table: bool = True,
    most: int = MOST,
) -> Sheet:
    """Compose the sheet around a layout of ``graph``."""
    width = max(layout.width, _WIDTH) + 2 * EDGE
    parts: list[Group] = []
    y = EDGE
    if heading:
        for group in title_groups(graph, measure, width, language):
            parts.append(group)
            y = max(y, *(stroke.label.box.sides[3] for stroke in group.strokes if isinstance(stroke, Words)))
        y += SIZE * 0.4
    aside = (width - layout.width) / 2
    parts += [
        replace(group, strokes=tuple(moved(stroke, aside, y) for stroke in group.strokes)) for group in map_groups(layout)
    ]
    y += layout.height + SIZE * 0.6
    if not graph.supports:
        nobody = text("ecomap.words.nobody", language)
        label = label_at((f"{nobody[:1].upper()}{nobody[1:]}",), measure, SIZE, True, x=width / 2, top=y)
        parts.append(Group("caption", (Words(label),), nobody))
        y = label.box.sides[3] + SIZE * 0.4
    legend, y = legend_groups(layout, measure, width, y, language)
    parts += legend
    if table:
        rows, y = table_groups(graph, measure, width, y, language, most)
        parts += rows
    return Sheet(width, y + EDGE, tuple(parts))


def title_groups(graph: EcomapGraph, measure: Measure, width: float, language: str) -> Iterable[Group]:
    """What stands over the map: what it is, what must be known of it, whose it is."""
    small = SIZE * 0.95
    kind = text("ecomap.title", language).upper()
    noted = wrapped(f"{kind} · {graph.note}", measure, width - 2 * EDGE, small, True) if graph.note else (kind,)
    over = label_at(noted, measure, small, True, top=EDGE)
    yield Group("title", (_left(over, EDGE, "caption"),))
    size = SIZE * 1.9
    lines = wrapped(graph.title, measure, width - 2 * EDGE, size, True)
    if lines:
        yield Group("title", (_left(label_at(lines, measure, size, True, top=over.box.sides[3]), EDGE, "text"),), graph.title)


def _left(label: Label, x: float, ink: str) -> Words:
    return Words(label.moved(x + label.box.w / 2 - label.box.x, 0), ink, left=True)


def room_beside(graph: EcomapGraph, *, heading: bool = True) -> float:
    """About how much of a sheet's height its heading and legend take, in points, before the map is laid out."""
    claims = [claim for tie in graph.ties for claim in tie.claims]
    ties = {(claim.kinds, claim.flow != "none") for claim in claims}
    shapes = {(support.kind, support.status) for support in graph.supports} | {member.life for member in graph.members}
    return 2 * EDGE + heading * _HEADING + _ROW * (len(ties) + len(shapes) + 3) / 3


def legend_groups(layout: Layout, measure: Measure, width: float, y: float, language: str) -> tuple[list[Group], float]:
    """Samples of what the layout uses with their meaning, in columns from ``y`` on; and where they end."""
    room = width - 2 * EDGE
    entries = []
    for key, strokes in (*_samples(layout), *_changes(layout)):
        words = text(key if key.startswith("change.") else f"ecomap.{key}", language)
        lines = wrapped(words, measure, room - _SAMPLE - SIZE, _LEGEND)
        entries.append((words, strokes, label_at(lines, measure, _LEGEND)))
    places = in_columns([_SAMPLE + SIZE * 0.5 + label.box.w for _, _, label in entries], room)
    found: list[Group] = []
    for (words, strokes, label), (x, row) in zip(entries, places, strict=True):
        middle = y + (row + 0.5) * _ROW
        drawn = tuple(moved(stroke, EDGE + x, middle) for stroke in strokes)
        said = _left(label.moved(0, middle - label.box.y), EDGE + x + _SAMPLE + SIZE * 0.5, "text")
        found.append(Group("legend", (*drawn, said), words))
    return found, y + (max((row for _, row in places), default=-1) + 1) * _ROW


def _samples(layout: Layout) -> Iterable[tuple[str, tuple[Stroke, ...]]]:
    """A sample of each form that the layout uses, with the key of its meaning."""
    claims = [claim for line in layout.lines if line.form == "tie" for claim in line.claims]
    used = {kind for claim in claims for kind in claim.kinds}
    ends = ((0.0, 0.0), (_SAMPLE, 0.0))
    for kind in TIE_KINDS:
        if kind in used:
            yield f"tie.{kind}", claim_strokes(ends, Claim((kind,)))
    if any({"strong", "stressful"} <= set(claim.kinds) for claim in claims):
        yield "tie.both", claim_strokes(ends, Claim(("strong", "stressful")))
    if any(not claim.kinds for claim in claims):
        yield "tie.unsaid", claim_strokes(ends, Claim())
    if any(claim.flow != "none" for claim in claims):
        yield "tie.flow", claim_strokes(ends, Claim(("ordinary",), "to"))
    if any(len(line.claims) > 1 for line in layout.lines):
        yield "tie.differ", tie_strokes(Line("", "", ends, (Claim(("ordinary",)), Claim(("tenuous",)))))
    if any(line.form == "group" for line in layout.lines):
        yield "tie.group", tie_strokes(Line("", "", ends, (), "group"))
    if any(line.form == "shared" for line in layout.lines):
        yield "tie.shared", tie_strokes(Line("", "", ends, (), "shared"))
    yield from _badges(layout)
    yield from _homes(layout)
    yield from _shapes(layout.nodes)


def _changes(layout: Layout) -> Iterable[tuple[str, tuple[Stroke, ...]]]:
    """The signs of what became of things between two moments, where the map has any."""
    used = {claim.change for line in layout.lines for claim in line.claims} | {node.status for node in layout.nodes}
    ends = ((0.0, 0.0), (_SAMPLE, 0.0))
    for change in MARKED:
        if change in used:
            yield f"change.legend.{change}", claim_strokes(ends, Claim(("ordinary",), change=change))


def _badges(layout: Layout) -> Iterable[tuple[str, tuple[Stroke, ...]]]:
    """A badge that stands for a person, and one that stands for a home."""
    houses = [badge for badge in layout.badges if badge.label.lines[0].startswith(HOUSE)]
    people = [badge for badge in layout.badges if badge not in houses]
    for key, badges in (("tie.badge", people), ("tie.house", houses)):
        if badges:
            label, small = badges[0].label, _ROW * 0.46 / badges[0].radius
            box = Box(_SAMPLE / 2, 0, label.box.w * small, label.box.h * small)
            centred = replace(label, box=box, size=label.size * small)
            yield key, badge_strokes(replace(badges[0], label=centred, radius=_ROW * 0.46))


def _homes(layout: Layout) -> Iterable[tuple[str, tuple[Stroke, ...]]]:
    """The lines of homes in the middle that are no plain home."""
    shown = {home.kind: home for home in layout.homes if home.kind != "home"}
    for kind, home in sorted(shown.items()):
        box = Box(_SAMPLE / 2, 0, _SAMPLE * 0.9, SIZE * 1.3)
        yield f"home.{kind}", home_strokes(replace(home, box=box))


def _shapes(nodes: Sequence[Node]) -> Iterable[tuple[str, tuple[Stroke, ...]]]:
    box = Box(_SAMPLE / 2, 0, _SAMPLE * 0.8, SIZE * 1.15)
    forms = {node.form for node in nodes}
    for form in ("natural", "peer", "community", "formal", "home"):
        if form in forms:
            yield f"kind.{form}", node_strokes(Node("", form, box, ()))
    for form in ("pet", "deceased", "unborn"):
        if form in forms:
            yield f"form.{form}", node_strokes(Node("", form, box, ()))
    for status in ("possible", "ended"):
        shown = next((node.form for node in nodes if node.status == status and node.form != "caption"), None)
        if shown:
            yield f"status.{status}", node_strokes(Node("", shown, box, (), status=status))


def table_groups(
    graph: EcomapGraph, measure: Measure, width: float, y: float, language: str, most: int
) -> tuple[list[Group], float]:
    """Who is in each group of a map that is too large to draw them one by one."""
    rows: list[Group] = []
    sector = ""
    for group in groups(graph, most):
        if group.kind != sector:
            sector = group.kind
            y += SIZE * 0.8
            label = label_at((text(f"ecomap.sector.{sector}", language),), measure, SIZE, True, top=y)
            rows.append(Group("table", (_left(label, EDGE, f"caption-{sector}"),)))
            y = label.box.sides[3]
        names = "; ".join(sorted((_listed(support, language) for support in group.supports), key=str.casefold))
        lines = wrapped(f"{domain_name(group.domain, language)}: {names}", measure, width - 2 * EDGE, _LEGEND)
        rows.append(Group("table", (_left(label_at(lines, measure, _LEGEND, top=y), EDGE, "text"),)))
        y += _LEGEND * LEADING * len(lines) + SIZE * 0.25
    return rows, y


def _listed(support: Support, language: str) -> str:
    """A name in the table, with its status where it is not active, and what became of it where that is told."""
    name, mark = support.name or text("ecomap.unnamed.support", language), change_words(support.change, language)
    if support.status != "active":
        name = f"{name}, {text(f'ecomap.status.{support.status}', language)}"
    return f"{name} ({mark})" if mark else name
