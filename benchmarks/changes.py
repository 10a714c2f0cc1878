"""The number of the plan with tracked changes: woven of two views, beside building two plans of the same content.

Whoever compares files has to build both first, before the comparing begins: that alone is the anchor. The picture is ready
on both sides; each begins at the record.
"""

import time
from collections.abc import Callable
from statistics import median

from benchmarks.plan_record import TODAY, family
from benchmarks.rows import Row
from teammeet.export import Options
from teammeet.model.family import Edit, Family, drop, put
from teammeet.model.readers import facilitator
from teammeet.model.values import Words
from teammeet_word.changes import document_with_changes
from teammeet_word.drawing import drawn
from teammeet_word.exporter import document
from teammeet_word.paper import paper_for
from teammeet_word.sheet import Sheet

ROUNDS = 15
MOST = 2.0
"""So many times the anchor at most: four times one plan."""


def rows(rounds: int = ROUNDS) -> list[Row]:
    """The row of the changes."""
    now, paper = family(), paper_for("en")
    was = _former(now)
    drawing = drawn(now.seen_by(facilitator(TODAY)), "en", Options(today=TODAY), paper)

    def sheet(record: Family) -> Sheet:
        return Sheet(record.seen_by(facilitator(TODAY)), "en", paper, TODAY, True)

    def ours() -> bytes:
        return document_with_changes(sheet(was), sheet(now), drawing, drawing)

    def two_plans() -> tuple[bytes, bytes]:
        return document(sheet(was), drawing), document(sheet(now), drawing)

    turns = [tuple(map(_milliseconds, (ours, two_plans))) for _ in range(rounds + 1)][1:]
    mine, theirs = (median(turn) for turn in zip(*turns, strict=True))
    name = "plan with tracked changes, picture ready (two plans built)"
    return [Row(name, mine, theirs, "ms", f"≤ {MOST:.0f}×", mine <= MOST * theirs)]


def _former(now: Family) -> Family:
    """The record as it was: of every list a third of the items said something else, and a tenth was not there yet."""
    return now.with_edits(list(_edits(now)))


def _edits(now: Family) -> list[Edit]:
    edits: list[Edit] = []
    for name in ("strengths", "needs", "outcomes", "strategies", "tasks", "options", "risks"):
        for number, item in enumerate(getattr(now, name)):
            if number % 10 == 9:
                edits.append(drop(item))
            elif number % 3 == 0:
                edits.append(put(item.changed(words=Words(text=f"{item.words.text} as it was said before"))))
    return edits


def _milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1_000
