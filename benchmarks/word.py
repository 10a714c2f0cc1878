"""The numbers of the Word file: one plan against docxtpl in its sandbox with the same content, then a thousand in one call.

The anchor gets its content ready made, as paragraphs and tables of text with the names of their styles; ours begins at the
record: its View, that View's digest and the file. The picture is ready on both sides.
"""

import io
import resource
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from importlib.util import find_spec
from statistics import median
from typing import Any, Final

from lxml import etree

from benchmarks.rows import Row
from teammeet.export import Options
from teammeet.model.family import Family, put
from teammeet.model.meetings import Attendance, Meeting
from teammeet.model.people import Header, Person
from teammeet.model.plan import Need, Outcome, Strategy, Strength, Task
from teammeet.model.readers import facilitator
from teammeet.model.sharing import Agreement
from teammeet.model.supports import Support, TeamMember
from teammeet.model.values import Item, Words
from teammeet_word.drawing import Drawing, drawn
from teammeet_word.exporter import document
from teammeet_word.paper import Paper, paper_for
from teammeet_word.sheet import Sheet
from teammeet_word.template import filled

ROUNDS = 15
MANY = 1_000
MOST_GROWTH = 8.0
"""Megabytes by which the peak may grow once the collector of garbage has found its pace: what counts as flat."""
_TODAY = date(2031, 5, 14)
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH_STYLES: Final = ("Normal", "Title", "Heading1", "Heading2", "Heading3", "Quote", "ListBullet", "Quiet", "Fact")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a table of the anchor's document."""

    kind: str
    label: str = ""
    text: str = ""
    rows: tuple[tuple[tuple[str, ...], ...], ...] = ()


def rows(rounds: int = ROUNDS, many: int = MANY) -> list[Row]:
    """Every row of the Word file."""
    record, paper = family(), paper_for("en")
    drawing = drawn(record.seen_by(facilitator(_TODAY)), "en", Options(today=_TODAY), paper)
    ours = partial(_plan, record, paper, drawing)
    warm, row = _one_plan(ours, drawing, rounds)
    return [row, *_many_plans(ours, warm, many)]


def family() -> Family:
    """Ten needs, twenty outcomes, thirty strategies, sixty tasks, fifteen members of the team."""
    supports = [Support(id=f"s{n}", name=f"Helper {n}", role="mentor", kind="natural") for n in range(12)]
    people = [Person(id=f"p{n}", used_name=f"Person {n}", role="daughter", enrolled=n == 0) for n in range(3)]
    header = Header(
        id="bench", name="The Delgado-Ruiz family", vision=Words(text="We want to eat together and laugh.", verbatim=True)
    )
    meeting = Meeting(id="meeting", on=_TODAY, place="Library, room 2")
    items: list[Item] = [*supports, *people, meeting]
    for who in (*(support.id for support in supports), *(person.id for person in people)):
        items.append(TeamMember(who=who, role_on_team="team member"))
        items.append(Attendance(meeting="meeting", who=who, how="room"))
        items.append(Agreement(who=who, meeting="meeting", degree=4))
        items.append(Strength(id=f"strength-{who}", words=Words(text="Keeps showing up, every week."), whose=(who,)))
    return Family(header=header).with_edits(map(put, (*items, *_needs())))


def _needs() -> Iterator[Item]:
    for n in range(10):
        yield Need(id=f"n{n}", words=Words(text=f"Need {n}: to know that the adults will stay."), rank=n + 1, domain="family")
    for n in range(20):
        words = Words(text=f"Both say that it gets better on 4 of 7 days ({n}).")
        yield Outcome(id=f"o{n}", words=words, needs=(f"n{n // 2}",), baseline="2 days", target="4 days", due=_TODAY)
    for n in range(30):
        words = Words(text=f"Build on the love of drumming: one small success a day ({n}).")
        yield Strategy(id=f"t{n}", words=words, needs=(f"n{n // 3}",), leans_on=("strength-p0",), carried_by=("p1",))
    for n in range(60):
        words, due = Words(text=f"Call the coach and tell the team how it went ({n})."), _TODAY + timedelta(days=n)
        yield Task(words=words, owners=(f"s{n % 12}",), strategy=f"t{n // 2}", due=due, consent="agreed")


def _plan(record: Family, paper: Paper, drawing: Drawing | None) -> bytes:
    return document(Sheet(record.seen_by(facilitator(_TODAY)), "en", paper, _TODAY, True), drawing)


def _one_plan(ours: Callable[[], bytes], drawing: Drawing | None, rounds: int) -> tuple[float, Row]:
    """Both in turns, so that what else the machine does falls on both; the middle of ``rounds``."""
    name = "plan of care to Word, warm, picture ready"
    if find_spec("docxtpl") is None:
        warm = median(_milliseconds(ours) for _ in range(rounds))
        return warm, Row(f"{name} (docxtpl is not installed)", warm, None, "ms", "≤ 1/3", False)
    theirs = partial(_rendered, _jinja_template(), _blocks(ours()), drawing.content if drawing else b"")
    both = [(_milliseconds(ours), _milliseconds(theirs)) for _ in range(rounds + 1)][1:]
    warm, anchor = median(mine for mine, _ in both), median(other for _, other in both)
    return warm, Row(name, warm, anchor, "ms", "≤ 1/3", warm <= anchor / 3)


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


def _blocks(content: bytes) -> list[Block]:
    """Our document as the anchor gets it: every paragraph and table, in order."""
    import zipfile

    body = etree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml"))[0]
    return [_block(element) for element in body if element.tag != f"{_W}sectPr"]


def _block(element: etree._Element) -> Block:
    if element.tag == f"{_W}tbl":
        told = tuple(tuple(_lines(cell) for cell in row.iter(f"{_W}tc")) for row in element.iter(f"{_W}tr"))
        return Block(f"table{len(told[0])}", rows=told)
    if element.find(f".//{_W}drawing") is not None:
        return Block("picture")
    style = element.find(f"{_W}pPr/{_W}pStyle")
    kind = style.get(f"{_W}val", "") if style is not None else "Normal"
    label, tab, text = _said(element).partition("\t")
    return Block(kind if kind in _PARAGRAPH_STYLES else "Normal", *((label, text) if tab else ("", label)))


def _lines(cell: etree._Element) -> tuple[str, ...]:
    return tuple(_said(paragraph) for paragraph in cell.iter(f"{_W}p"))


def _said(element: etree._Element) -> str:
    return "".join("\t" if part.tag == f"{_W}tab" else part.text or "" for part in element.iter(f"{_W}t", f"{_W}tab"))


def _jinja_template() -> bytes:
    """A Word file with Jinja in it that prints any block; its styles are our own."""
    import docx

    made = docx.Document(io.BytesIO(filled("en-US", "", "", None)))
    styles = {style.style_id: style for style in made.styles}
    made.add_paragraph("{%p for b in blocks %}")
    for name in _PARAGRAPH_STYLES:
        _only_if(made, name, partial(_paragraph, made, styles[name], styles["Label"]))
    _only_if(made, "picture", lambda: made.add_paragraph("{{ picture }}"))
    for columns in (2, 3, 4):
        _only_if(made, f"table{columns}", partial(_table, made, columns, styles["PlanTable"], styles["TableText"]))
    made.add_paragraph("{%p endfor %}")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _only_if(made: Any, kind: str, add: Callable[[], object]) -> None:
    made.add_paragraph(f"{{%p if b.kind == '{kind}' %}}")
    add()
    made.add_paragraph("{%p endif %}")


def _paragraph(made: Any, style: Any, label: Any) -> None:
    """A paragraph; of a fact, its label in a look of its own."""
    paragraph = made.add_paragraph("", style)
    if style.style_id == "Fact":
        paragraph.add_run("{{ b.label }}", label)
        paragraph.add_run("\t")
    paragraph.add_run("{{ b.text }}")


def _table(made: Any, columns: int, style: Any, text_style: Any) -> None:
    table = made.add_table(rows=3, cols=columns)
    table.style = style
    table.rows[0].cells[0].text = "{%tr for row in b.rows %}"
    for number in range(columns):
        cell = table.rows[1].cells[number]
        cell.text = f"{{%p for line in row[{number}] %}}"
        cell.add_paragraph("{{ line }}", text_style)
        cell.add_paragraph("{%p endfor %}")
    table.rows[2].cells[0].text = "{%tr endfor %}"


def _rendered(form: bytes, blocks: list[Block], picture: bytes) -> bytes:
    from docx.shared import Inches
    from docxtpl import DocxTemplate, InlineImage
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    made = DocxTemplate(io.BytesIO(form))
    shown = InlineImage(made, io.BytesIO(picture), width=Inches(6))
    made.render({"blocks": blocks, "picture": shown}, ImmutableSandboxedEnvironment(autoescape=True), autoescape=True)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()
