"""The file around a filled form: the map in its box, no names of the form's maker, whole for checkers and for LibreOffice."""

import shutil
import struct
import subprocess
from pathlib import Path

import pytest
from lxml import etree
from ooxml_integrity import check
from openxml_audit import OpenXmlValidator
from tests.word.forms import drawn as form
from tests.word.forms.drawn import fill, parts_of, said
from tests.word.records import bare, demo, full

from teammeet.model.family import Family, put
from teammeet.model.values import Words
from teammeet_word.back.compared import read_back

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_MAP = "word/media/teammeet-map.png"


def agency_form() -> bytes:
    """A form with every sort of control."""
    task = form.row(form.control("words", form.cell(form.run())), form.cell(form.field("who")), form.cell(form.box("done")))
    heads = form.row(*(form.cell(form.words(name)) for name in ("Task", "Who", "Done")), heads=True)
    goals = form.repeated("outcomes", form.line("Goal", "words") + form.line("Until", "due"))
    tasks = form.table(heads, form.repeated("tasks", task), columns=3)
    boxes = form.paragraph(form.box("first_plan"), form.words(" first "), form.box("first_plan:no"), form.words(" later"))
    return form.form(
        form.line("Child", "child.name"),
        form.paragraph(
            form.words("Born "), form.date("child.born"), *(form.field(f"child.born:year.{n}") for n in (1, 2, 3, 4))
        ),
        boxes,
        form.control("vision", form.paragraph(form.run())),
        form.control("story", form.paragraph(form.run())),
        form.paragraph(form.picture("map")),
        form.repeated("needs", form.line("Need", "words") + goals + tasks),
        form.line("Sex", "by_hand:sex"),
        header=form.line("Plan", "plan_name"),
        footer=form.line("Agency", "agency"),
    )


def many_scripts() -> Family:
    """A family whose words run both ways."""
    family = demo()
    arabic = Words(text="\u0628\u064a\u062a \u0647\u0627\u062f\u0626 (Maya) 3", language="ar")
    return family.with_edits([put(family.header.changed(vision=arabic, name="\u7389\u8389"))])


FAMILIES = {"full": full()[0], "demo": demo(), "bare": bare(), "many scripts": many_scripts()}


@pytest.mark.parametrize("family", FAMILIES)
def test_nothing_is_found_by_those_who_check_packages(family: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(fill(FAMILIES[family], agency_form(), language="es" if family == "demo" else "en").content)
    assert [str(fault) for fault in OpenXmlValidator().validate(path).errors] == []
    assert check(path) == []


def test_the_map_takes_the_place_of_the_picture_in_its_box_with_its_own_words() -> None:
    body = form.form(
        form.paragraph(form.picture("map", 3_000_000, 2_000_000)), form.paragraph(form.picture("map", 900_000, 4_000_000))
    )
    parts = parts_of(fill(demo(), body).content)
    width, height = struct.unpack(">II", parts[_MAP][16:24])
    document = etree.fromstring(parts["word/document.xml"])
    boxes = [(int(found.attrib["cx"]), int(found.attrib["cy"])) for found in document.iter(f"{_WP}extent")]
    assert len(boxes) == 2
    for (shown_wide, shown_high), (wide, high) in zip(boxes, ((3_000_000, 2_000_000), (900_000, 4_000_000)), strict=True):
        assert shown_wide <= wide
        assert shown_high <= high
        assert shown_wide / shown_high == pytest.approx(width / height, rel=0.01)
    named = [found.get("descr") for found in document.iter(f"{_WP}docPr")]
    assert named[0] == named[1] != "a grey box"
    assert b"srcRect" not in parts["word/document.xml"]
    assert "word/media/image1.png" not in parts


def test_a_map_may_stand_in_the_header_and_where_no_picture_was_yet() -> None:
    empty = form.control("map", form.run("Click to add a picture"), "<w:picture/>", more="<w:showingPlcHdr/>")
    exported = fill(demo(), form.form(form.paragraph(empty), header=form.paragraph(empty)))
    parts = parts_of(exported.content)
    assert _MAP in parts
    assert all(b"rIdTeammeetMap" in parts[f"word/_rels/{name}.xml.rels"] for name in ("document", "header1"))
    assert "Click" not in said(exported) + said(exported, "word/header1.xml")


def test_where_there_is_no_map_the_place_of_the_picture_is_empty() -> None:
    parts = parts_of(fill(bare(), form.form(form.paragraph(form.picture("map")))).content)
    assert not [name for name in parts if name.endswith(".png")]
    assert b"w:drawing" not in parts["word/document.xml"]
    assert b"rIdTeammeetMap" not in parts["word/_rels/document.xml.rels"]


def test_the_forms_title_and_its_maker_are_not_in_the_filled_file() -> None:
    labels = (
        b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        b'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{a}" pid="2" '
        b'name="MSIP_Label_1_Owner"><vt:lpwstr>CANARY-OWNER</vt:lpwstr></property><property fmtid="{a}" pid="3" '
        b'name="Form number"><vt:lpwstr>KEPT-NUMBER</vt:lpwstr></property></Properties>'
    )
    number = form.paragraph('<w:fldSimple w:instr=" DOCPROPERTY  &quot;Form number&quot; "/>')
    blank = parts_of(form.form(form.line("C", "child.name"), number))
    kind = b"application/vnd.openxmlformats-officedocument.custom-properties+xml"
    override = b'<Override PartName="/docProps/custom.xml" ContentType="' + kind + b'"/></Types>'
    types = blank["[Content_Types].xml"].replace(b"</Types>", override)
    relation = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
    arrow = b'<Relationship Id="rIdCustom" Type="' + relation + b'" Target="docProps/custom.xml"/></Relationships>'
    arrows = blank["_rels/.rels"].replace(b"</Relationships>", arrow)
    more = {"docProps/custom.xml": labels, "[Content_Types].xml": types, "_rels/.rels": arrows}
    parts = parts_of(fill(demo(), form.zipped(blank | more)).content)
    assert not [name for name, content in parts.items() if b"CANARY" in content]
    assert b"<dc:title>Plan of care</dc:title>" in parts["docProps/core.xml"]
    assert b"KEPT-NUMBER" in parts["docProps/custom.xml"]


def test_a_filled_form_is_read_back_and_a_changed_word_is_found() -> None:
    content = fill(demo(), agency_form()).content
    assert len(read_back(content).said) > 10
    assert read_back(content).differences == ()
    pictures = (form.paragraph(form.picture(tag)) for tag in ("logo", "map"))
    of_two_pictures = fill(demo(), form.form(form.line("V", "vision"), *pictures)).content
    assert read_back(of_two_pictures).pictures == 0
    parts = parts_of(content)
    changed = parts["word/document.xml"].replace(b"I need one grown-up at school", b"I need two grown-ups at school")
    differences = read_back(form.zipped(parts | {"word/document.xml": changed})).differences
    assert [(item, path) for item, path, _, _ in differences] == [("ne-1", "words.text")]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice (soffice)")
def test_libreoffice_opens_filled_forms_and_shows_all_their_text(tmp_path: Path) -> None:
    filled = {name: fill(family, agency_form()) for name, family in FAMILIES.items()}
    for name, exported in filled.items():
        (tmp_path / f"{name.replace(' ', '-')}.docx").write_bytes(exported.content)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    asked = ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run([*asked, *map(str, sorted(tmp_path.glob("*.docx")))], check=True, capture_output=True, timeout=180)
    for name, exported in filled.items():
        shown = " ".join((tmp_path / f"{name.replace(' ', '-')}.txt").read_text(encoding="utf-8-sig").split())
        for line in said(exported).replace("/", "\n").split("\n"):
            assert " ".join(line.split()) in shown, (name, line)
