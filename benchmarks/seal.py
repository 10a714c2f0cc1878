"""The numbers of the seal: sealing and verifying one plan against building that very file, the picture ready."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from statistics import median

from benchmarks.plan_record import TODAY, family
from benchmarks.rows import Row
from teammeet.export import Options
from teammeet.model.readers import facilitator
from teammeet_word.drawing import drawn
from teammeet_word.exporter import document
from teammeet_word.paper import paper_for
from teammeet_word.seal import new_key, sealed, verified
from teammeet_word.sheet import Sheet

ROUNDS = 31
_WHEN = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)


def rows(rounds: int = ROUNDS) -> list[Row]:
    """Both rows, all three pieces of work in turns, so that what else the machine does falls on each."""
    paper, record = paper_for("en"), family()
    drawing = drawn(record.seen_by(facilitator(TODAY)), "en", Options(today=TODAY), paper)

    def build() -> bytes:
        return document(Sheet(record.seen_by(facilitator(TODAY)), "en", paper, TODAY, True), drawing)

    key = new_key("Riverbend Family Partnership", _WHEN)
    content = build()
    with_seal = sealed(content, key, _WHEN)
    works = (build, partial(sealed, content, key, _WHEN), partial(verified, with_seal))
    turns = [[_milliseconds(work) for work in works] for _ in range(rounds + 1)][1:]
    building, sealing, verifying = (median(turn) for turn in zip(*turns, strict=True))
    return [
        Row("sealing a plan, the file ready", sealing, building, "ms", "≤ 1×", sealing <= building),
        Row("verifying a sealed plan", verifying, building, "ms", "≤ 0.6×", verifying <= 0.6 * building),
    ]


def _milliseconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1_000
