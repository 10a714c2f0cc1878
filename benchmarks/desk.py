"""The numbers of the desk: a line kept, a long journal opened, the caseload listed, a code found, the vault unlocked."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.rows import Row
from benchmarks.store import append_and_sync, milliseconds
from teammeet import demo
from teammeet.desk import Desk, Incoming
from teammeet.model.family import Family, put
from teammeet.model.family_file import read_family, write_family
from teammeet.model.meetings import Meeting
from teammeet.model.people import Header
from teammeet.model.plan import Task
from teammeet.model.values import Item, Words, new_id

LINES = 500
EVENTS = 10_000
FAMILIES = 2_000
_TODAY = date(2026, 3, 2)
_PASSPHRASE = "six words for the benchmark only"
_TIMES = 9


def rows() -> list[Row]:
    """Every row of the desk."""
    return [change_row(), open_row(), *caseload_rows(), unlock_row(), file_row()]


def change_row() -> Row:
    """One line more in the demo's family, acknowledged, against 512 bytes appended and synced, taken in turns."""
    ours, plain = [], []
    with TemporaryDirectory() as folder, Path(folder, "log").open("ab") as log:
        desk = Desk.throw_away(Path(folder, "vault"))
        family_id = _accepted(desk, demo.family(_TODAY)).header.id
        for number in range(LINES):
            plain.append(milliseconds(partial(append_and_sync, log.fileno())))
            edits = [put(_task(number))]
            ours.append(milliseconds(partial(desk.change, family_id, edits)))
        desk.close()
    return _at_most("one line of a family kept through the desk, p50", ours, plain, 3)


def open_row() -> Row:
    """A family of which 10,000 changes were written down against one with 100, each opened after an unlock."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "vault"
        desk = Desk.create(path, _PASSPHRASE)
        long, short = _family_with(desk, EVENTS, items=300), _family_with(desk, 100, items=60)
        desk.close()
        ours, anchor = [_opened(path, long) for _ in range(_TIMES)], [_opened(path, short) for _ in range(_TIMES)]
    met = median(ours) <= 10 * median(anchor) and median(ours) < 100
    name = f"a family with {EVENTS:,} events opened at the desk, after unlock"
    return Row(name, median(ours), median(anchor), "ms", "≤ 10× and < 100 ms", met)


def caseload_rows() -> list[Row]:
    """The caseload of 2,000 families listed, and one of them found by its code."""
    with TemporaryDirectory() as folder:
        desk = Desk.throw_away(Path(folder) / "vault")
        families = [_accepted(desk, _small_family()) for _ in range(FAMILIES)]
        listed = _median(lambda: desk.families(_TODAY))
        found = _median(lambda: desk.id_of(families[FAMILIES // 2].code))
        desk.close()
    return [
        Row(f"the caseload of {FAMILIES:,} families listed", listed, None, "ms", "< 100 ms", listed < 100),
        Row(f"a family among {FAMILIES:,} found by its code", found, None, "ms", "within one frame (16 ms)", found < 16),
    ]


def unlock_row() -> Row:
    """A vault opened with its passphrase: the time goes into making every guess slow."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "vault"
        Desk.create(path, _PASSPHRASE).close()
        ours = _median(lambda: Desk.unlock(path, _PASSPHRASE).close())
    return Row("a vault unlocked", ours, None, "ms", "< 500 ms", ours < 500)


def file_row() -> Row:
    """The demo's family file read with every check, against its bytes made from the same family."""
    family = demo.family(_TODAY)
    raw = write_family(family).encode()
    ours, anchor = _median(lambda: read_family(raw)), _median(lambda: write_family(family).encode())
    return Row(
        "the demo's family file read strictly", ours, anchor, "ms", "≤ 10× and < 100 ms", ours <= 10 * anchor and ours < 100
    )


def _family_with(desk: Desk, events: int, items: int) -> str:
    """A family whose tasks were written again and again, a hundred in a change."""
    family_id = desk.start_family("Bench").header.id
    for start in range(1, events, 100):
        desk.change(family_id, [put(_task(number % items, family_id)) for number in range(start, min(start + 100, events))])
    return family_id


def _opened(path: Path, family_id: str) -> float:
    desk = Desk.unlock(path, _PASSPHRASE)
    took = milliseconds(lambda: desk.open(family_id))
    desk.close()
    return took


def _small_family() -> Family:
    items: Iterable[Item] = (
        Header(id=new_id(), name="The Ash family"),
        Meeting(on=_TODAY, place="At home"),
        *(Task(words=Words(text="Ask the school for a quiet room."), due=_TODAY) for _ in range(8)),
    )
    return Family.of_items(items)


def _accepted(desk: Desk, family: Family) -> Family:
    return desk.accept(Incoming(family, True, tuple(put(item) for item in family.items())))


def _task(number: int, family_id: str = "") -> Task:
    return Task(id=f"t-{family_id}{number}", words=Words(text="z" * 200, verbatim=True), due=_TODAY)


def _median(work: Callable[[], object]) -> float:
    return median(milliseconds(work) for _ in range(_TIMES))


def _at_most(name: str, ours: list[float], anchor: list[float], times: float) -> Row:
    met = median(ours) <= times * median(anchor)
    return Row(name, median(ours), median(anchor), "ms", f"≤ {times:g}×", met)
