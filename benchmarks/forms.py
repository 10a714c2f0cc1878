"""The numbers of agency forms: one form filled, warm, from the record, against docxtpl with its content ready made.

The same text and the same tables stand in both; how long it takes to read a form is printed beside it, for it is read once for
any number of plans.
"""

import io
import time
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from statistics import median
from typing import Any, Final

from benchmarks.plan_record import TODAY, family
from benchmarks.rows import Row
from teammeet.export import Options
from teammeet.model.family import Family
from teammeet.model.readers import facilitator
from teammeet.model.view import View
from teammeet_word.forms.compiled import compiled
from teammeet_word.forms.filled import filled

ROUNDS: Final = 15
_HEADS: Final = ("Task", "Who", "By when", "How it stands")


def rows(rounds: int = ROUNDS) -> list[Row]:
    """Every row of agency forms."""
    form = _form()
    record = family()
    options = Options(today=TODAY, form=form)
    ours = partial(_filled, record, options)
    reading = median(_milliseconds(partial(_read_anew, form)) for _ in range(rounds))
    read = Row("an agency's form read (once for all plans)", reading, None, "ms", "", True)
    name = "an agency's form filled, warm, from the record"
    if find_spec("docxtpl") is None:
        return [read, Row(f"{name} (docxtpl is not installed)", _middle(ours, rounds), None, "ms", "≤ 1/3", False)]
    theirs = partial(_rendered, _jinja_form(), _content(record.seen_by(facilitator(TODAY))))
    both = [(_milliseconds(ours), _milliseconds(theirs)) for _ in range(rounds + 1)][1:]
    warm, anchor = median(mine for mine, _ in both), median(other for _, other in both)
    return [read, Row(name, warm, anchor, "ms", "≤ 1/3", warm <= anchor / 3)]


def _filled(record: Family, options: Options) -> bytes:
    return filled(record.seen_by(facilitator(TODAY)), "en", options, "en-US").content


def _read_anew(form: bytes) -> None:
    compiled.cache_clear()
    compiled(form, "en-US")


def _middle(work: Callable[[], object], rounds: int) -> float:
    return median(_milliseconds(work) for _ in range(rounds))


def _milliseconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1_000


def _control(tag: str, content: str, kind: str = "<w:text/>") -> str:
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{tag}"/><w:tag w:val="{tag}"/><w:id w:val="1"/><w:showingPlcHdr/>{kind}</w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def _field(tag: str) -> str:
    return _control(tag, "<w:r><w:t>Click to enter text.</w:t></w:r>")


def _line(label: str, tag: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{label}: </w:t></w:r>{_field(tag)}</w:p>'


def _repeated(tag: str, content: str) -> str:
    item = f"<w:sdt><w:sdtPr><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    return _control(tag, item, "<w15:repeatingSection/>").replace("<w:showingPlcHdr/>", "")


def _table(heads: tuple[str, ...], rows: str) -> str:
    cells = "".join(f"<w:tc><w:tcPr/><w:p><w:r><w:t>{head}</w:t></w:r></w:p></w:tc>" for head in heads)
    grid = '<w:gridCol w:w="2000"/>' * len(heads)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid><w:tr>{cells}</w:tr>{rows}</w:tbl>"


def _form() -> bytes:
    """The form as an agency draws it, in a document of python-docx with all its styles."""
    from docx import Document

    task = "".join(f"<w:tc><w:tcPr/><w:p>{_field(tag)}</w:p></w:tc>" for tag in ("words", "who", "when", "status"))
    member = "".join(f"<w:tc><w:tcPr/><w:p>{_field(tag)}</w:p></w:tc>" for tag in ("name", "role"))
    outcome = _line("What will be different", "words") + _line("From", "baseline") + _line("To", "target")
    need = _line("Need", "words") + _line("Area", "area") + _repeated("outcomes", outcome)
    need += _table(_HEADS, _repeated("tasks", f"<w:tr>{task}</w:tr>"))
    body = _line("Family", "family_name") + _line("Our vision", "vision") + _repeated("strengths", _line("Strength", "words"))
    body += _repeated("needs", need) + _table(("Name", "Part"), _repeated("team", f"<w:tr>{member}</w:tr>"))
    return _with_body(Document(), body)


def _with_body(document: Any, body: str) -> bytes:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    spaces = f'{nsdecls("w")} xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    for element in list(parse_xml(f"<w:body {spaces}>{body}</w:body>")):
        document.element.body.insert_element_before(element, "w:sectPr")
    return _saved(document)


def _jinja_form() -> bytes:
    """The same form with docxtpl's marks."""
    from docx import Document

    document = Document()
    for line in ("Family: {{ family_name }}", "Our vision: {{ vision }}", "{%p for s in strengths %}", "Strength: {{ s }}"):
        document.add_paragraph(line)
    for line in (
        "{%p endfor %}",
        "{%p for n in needs %}",
        "Need: {{ n.words }}",
        "Area: {{ n.area }}",
        "{%p for o in n.outcomes %}",
    ):
        document.add_paragraph(line)
    for line in ("What will be different: {{ o.words }}", "From: {{ o.baseline }}", "To: {{ o.target }}", "{%p endfor %}"):
        document.add_paragraph(line)
    _jinja_table(document, _HEADS, "t in n.tasks", ("{{ t.words }}", "{{ t.who }}", "{{ t.when }}", "{{ t.status }}"))
    document.add_paragraph("{%p endfor %}")
    _jinja_table(document, ("Name", "Part"), "m in team", ("{{ m.name }}", "{{ m.role }}"))
    return _saved(document)


def _jinja_table(document: Any, heads: tuple[str, ...], loop: str, cells: tuple[str, ...]) -> None:
    table = document.add_table(rows=0, cols=len(heads))
    for texts in (heads, (f"{{%tr for {loop} %}}",), cells, ("{%tr endfor %}",)):
        for cell, said in zip(table.add_row().cells, texts, strict=False):
            cell.text = said


def _saved(document: Any) -> bytes:
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _content(view: View) -> dict[str, Any]:
    """What the anchor is given: text, ready to print."""
    strategies = {strategy.id: strategy for strategy in view.strategies}
    tasks = {need.id: [t for t in view.tasks if need.id in strategies[t.strategy or ""].needs] for need in view.needs}
    return {
        "family_name": view.header.name,
        "vision": str(view.header.vision),
        "strengths": [str(strength.words) for strength in view.strengths],
        "needs": [
            {
                "words": str(need.words),
                "area": "Family",
                "outcomes": [
                    {"words": str(o.words), "baseline": o.baseline, "target": o.target}
                    for o in view.outcomes
                    if need.id in o.needs
                ],
                "tasks": [
                    {"words": str(t.words), "who": ", ".join(view.labels(t.owners)), "when": str(t.due), "status": "Open"}
                    for t in tasks[need.id]
                ],
            }
            for need in view.needs
        ],
        "team": [{"name": view.label(member.who), "role": member.role_on_team} for member in view.team],
    }


def _rendered(form: bytes, content: dict[str, Any]) -> bytes:
    """The anchor, warm, in its sandbox and with its text escaped, as it must be for what people type."""
    from docxtpl import DocxTemplate
    from jinja2.sandbox import SandboxedEnvironment

    template = DocxTemplate(io.BytesIO(form))
    template.render(content, SandboxedEnvironment(autoescape=True), autoescape=True)
    return _saved(template)
