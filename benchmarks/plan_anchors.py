"""The same plan as others make it: docxtpl in its sandbox, and plain python-docx as its tutorial has it.

Both get the content ready made, as paragraphs and tables of text with the names of their styles.
"""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from lxml import etree

from teammeet_word.template import Look, filled

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH_STYLES: Final = ("Normal", "Title", "Heading1", "Heading2", "Heading3", "Quote", "ListBullet", "Quiet", "Fact")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a table of the anchor's document."""

    kind: str
    label: str = ""
    text: str = ""
    rows: tuple[tuple[tuple[str, ...], ...], ...] = ()


def blocks_of(content: bytes) -> list[Block]:
    """Our document as the anchor gets it: every paragraph and table, in order."""
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


def jinja_template() -> bytes:
    """A Word file with Jinja in it that prints any block; its styles are our own."""
    import docx

    made = docx.Document(io.BytesIO(filled(Look("en-US"), "", "", None)))
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


def rendered(form: bytes, blocks: list[Block], picture: bytes) -> bytes:
    """``form`` filled with the blocks by docxtpl, as safely as it can be asked to: in the sandbox, everything escaped."""
    from docx.shared import Inches
    from docxtpl import DocxTemplate, InlineImage
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    made = DocxTemplate(io.BytesIO(form))
    shown = InlineImage(made, io.BytesIO(picture), width=Inches(6))
    made.render({"blocks": blocks, "picture": shown}, ImmutableSandboxedEnvironment(autoescape=True), autoescape=True)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def written_plainly(blocks: list[Block], picture: bytes) -> bytes:
    """The blocks with python-docx alone, a paragraph and a cell at a time; its styles are our own."""
    import docx
    from docx.shared import Inches

    made = docx.Document(io.BytesIO(filled(Look("en-US"), "", "", None)))
    styles = {style.style_id: style for style in made.styles}
    for block in blocks:
        if block.kind == "picture":
            made.add_picture(io.BytesIO(picture), width=Inches(6))
        elif block.rows:
            _add_table(made, block, styles)
        else:
            paragraph = made.add_paragraph("", styles[block.kind])
            if block.label:
                paragraph.add_run(block.label, styles["Label"])
                paragraph.add_run("\t")
            paragraph.add_run(block.text)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _add_table(made: Any, block: Block, styles: Any) -> None:
    table = made.add_table(rows=len(block.rows), cols=len(block.rows[0]))
    table.style = styles["PlanTable"]
    for number, row in enumerate(block.rows):
        for column, lines in enumerate(row):
            cell = table.cell(number, column)
            cell.text = lines[0] if lines else ""
            for line in lines[1:]:
                cell.add_paragraph(line, styles["TableText"])
