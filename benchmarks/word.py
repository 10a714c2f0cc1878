"""The numbers of the Word file: one plan against docxtpl and python-docx with the same content, then a thousand in one call.

The anchors get their content ready made (see :mod:`benchmarks.plan_anchors`); ours begins at the record: its View, that
View's digest and the file. The picture is ready on all sides.
"""

import resource
import sys
import time
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from statistics import median

from benchmarks.plan_anchors import blocks_of, jinja_template, rendered, written_plainly
from benchmarks.plan_record import TODAY, family
from benchmarks.rows import Row
from teammeet.export import Options
from teammeet.model.family import Family
from teammeet.model.readers import facilitator
from teammeet_word.drawing import Drawing, drawn
from teammeet_word.exporter import document
from teammeet_word.paper import Paper, paper_for
from teammeet_word.sheet import Sheet

ROUNDS = 15
MANY = 1_000
MOST_GROWTH = 8.0
"""Megabytes by which the peak may grow once the collector of garbage has found its pace: what counts as flat."""


def rows(rounds: int = ROUNDS, many: int = MANY) -> list[Row]:
    """Every row of the Word file."""
    record, paper = family(), paper_for("en")
    drawing = drawn(record.seen_by(facilitator(TODAY)), "en", Options(today=TODAY), paper)
    ours = partial(_plan, record, paper, drawing)
    warm, found = _one_plan(ours, drawing, rounds)
    return [*found, *_many_plans(ours, warm, many)]


def _plan(record: Family, paper: Paper, drawing: Drawing | None) -> bytes:
    return document(Sheet(record.seen_by(facilitator(TODAY)), "en", paper, TODAY, True, keeps=True), drawing)


def _one_plan(ours: Callable[[], bytes], drawing: Drawing | None, rounds: int) -> tuple[float, list[Row]]:
    """All of them in turns, so that what else the machine does falls on each; the middle of ``rounds``."""
    name, blocks, picture = "plan of care to Word, warm, picture ready", blocks_of(ours()), drawing.content if drawing else b""
    makers: dict[str, Callable[[], object]] = {"python-docx": partial(written_plainly, blocks, picture)}
    if find_spec("docxtpl") is not None:
        makers = {"docxtpl": partial(rendered, jinja_template(), blocks, picture), **makers}
    turns = [[_milliseconds(ours), *map(_milliseconds, makers.values())] for _ in range(rounds + 1)][1:]
    warm, *theirs = (median(turn) for turn in zip(*turns, strict=True))
    found = [
        Row(f"{name} ({maker})", warm, anchor, "ms", "≤ 1/3", warm <= anchor / 3)
        for maker, anchor in zip(makers, theirs, strict=True)
    ]
    missing = [] if "docxtpl" in makers else [Row(f"{name} (docxtpl is not installed)", warm, None, "ms", "≤ 1/3", False)]
    return warm, [*missing, *found]


def _many_plans(ours: Callable[[], bytes], warm: float, many: int) -> list[Row]:
    started, peak = time.perf_counter(), 0.0
    for number in range(many):
        ours()
        if number == many // 2:
            peak = _peak()
    took, grown = (time.perf_counter() - started) * 1_000, _peak() - peak
    return [
        Row(f"{many} plans in one call", took, warm * many, "ms", "≤ 1.2×", took <= 1.2 * warm * many),
        Row(f"memory grown, second half of {many} plans", grown, None, "MB", f"≤ {MOST_GROWTH:.0f}", grown <= MOST_GROWTH),
    ]


def _milliseconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1_000


def _peak() -> float:
    """The peak memory of this process so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1_048_576 if sys.platform == "darwin" else 1_024)
