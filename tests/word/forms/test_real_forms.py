"""The forms of five real agencies, rebuilt and filled: every field in its column, all of the text, valid files."""

import shutil
import subprocess
from pathlib import Path
from typing import Any, Final

import pytest
from lxml import etree
from ooxml_integrity import check
from openxml_audit import OpenXmlValidator
from tests.hostile import FIT
from tests.word.forms import drawn as form
from tests.word.forms.drawn import fill, said
from tests.word.forms.real_forms import BANDS, LANGUAGES, REAL
from tests.word.records import bare, demo, full

from teammeet.model.family import Family, put
from teammeet.model.people import Person
from teammeet.model.plan import Need, Task
from teammeet.model.values import Words
from teammeet_word.accessibility import checked_document, text_of
from teammeet_word.accessibility.document import W, cells_of, rows_of
from teammeet_word.forms.check import checked

OPENED = ("full", "hostile")
"""The families whose filled forms LibreOffice opens, all in one run."""


def hostile() -> Family:
    """A family each of whose needs is a text that breaks programs."""
    needs = [Need(id=f"need-{place}", words=Words(text=words)) for place, words in enumerate(FIT.values())]
    return one_youth().with_edits([put(need) for need in needs])


def one_youth() -> Family:
    """A family of which a youth is known: what is said of nobody is the youth's."""
    return bare().with_edits([put(Person(id="youth", used_name="Ona", enrolled=True))])


FAMILIES = {"full": full()[0], "demo": demo(), "empty": bare(), "hostile": hostile()}


def filled(name: str, family: Family) -> bytes:
    return fill(family, REAL[name], language=LANGUAGES[name]).content


def tables(content: bytes) -> list[list[list[str]]]:
    """The text of every table, as rows of cells."""
    return [[[_text(cell) for cell in cells_of(row)] for row in rows_of(table)] for table in checked_document(content).tables]


def _text(cell: etree._Element) -> str:
    """What a cell says, without the marks that keep words from the left whole in a cell that runs from the right."""
    said = "\n".join(text_of(paragraph) for paragraph in cell.iter(f"{W}p"))
    return said.replace("\u200e", "").strip()


def _pairs(block: list[list[str]]) -> list[tuple[str, str]]:
    return [(row[0], row[1]) for row in block]


def table_with(content: bytes, name: str) -> list[list[str]]:
    return next(table for table in tables(content) if name in table[0])


@pytest.mark.parametrize("name", REAL)
def test_a_real_form_has_nothing_that_keeps_it_from_being_filled(name: str) -> None:
    assert [finding for finding in checked(REAL[name]) if finding.weight != "hint"] == []


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("name", REAL)
def test_a_filled_form_is_a_file_that_word_takes(name: str, family: str, tmp_path: Path) -> None:
    path = tmp_path / "filled.docx"
    path.write_bytes(filled(name, FAMILIES[family]))
    assert [str(fault) for fault in OpenXmlValidator().validate(path).errors] == []
    assert check(path) == []


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice (soffice)")
def test_libreoffice_opens_all_of_them_and_shows_all_of_their_text(tmp_path: Path) -> None:
    made = {f"{name}-{family}": filled(name, FAMILIES[family]) for name in REAL for family in OPENED}
    for name, content in made.items():
        (tmp_path / f"{name}.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    asked = ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run([*asked, *(str(tmp_path / f"{name}.docx") for name in made)], check=True, capture_output=True, timeout=240)
    for name, content in made.items():
        shown = "".join((tmp_path / f"{name}.txt").read_text(encoding="utf-8-sig").split())
        for paragraph in checked_document(content).paragraphs:
            assert "".join(text_of(paragraph).split()) in shown, name


# California


def test_california_every_need_stands_in_the_band_of_its_area_and_the_rest_in_the_last() -> None:
    needs = [
        Need(id="n1", words=Words(text="a friend"), domain="social"),
        Need(id="n2", words=Words(text="a tutor"), domain="education"),
        Need(id="n3", words=Words(text="a horse"), domain="own-domain"),
        Need(id="n4", words=Words(text="something"), domain=None),
    ]
    rows = table_with(filled("california", one_youth().with_edits([put(need) for need in needs])), "NEEDS")
    bands: dict[str, list[str]] = {}
    for row in rows[1:]:
        if len(row) == 1:
            bands[row[0]] = []
        else:
            bands[list(bands)[-1]].append(row[0])
    assert list(bands) == list(BANDS)
    kept = {band: [said for said in told if said] for band, told in bands.items()}
    assert kept == {
        **{band: [] for band in BANDS},
        "SOCIALIZATION": ["a friend"],
        "MENTAL": ["a tutor"],
        "OTHER": ["a horse", "something"],
    }


def test_california_what_who_when_and_how_it_is_measured_stand_in_their_columns() -> None:
    rows = table_with(filled("california", demo()), "NEEDS")
    need = next(row for row in rows if row[0].startswith("I need one grown-up at school"))
    assert need[1].split("\n") == [
        "A signal card that lets Mari go to Ms. Reed's room",
        "Start the day at the robotics room with Sam",
    ]
    assert need[3].split("\n") == ["Ms. Reed", "Mari", "Dr. Lind"]
    assert need[4] == "Ms. Reed's day book"
    assert len(need[2].split("\n")) == 3


def test_california_says_whether_it_is_an_admission_or_an_update() -> None:
    assert "☒ ADMISSION ☐ UPDATE" in said(fill(bare(), REAL["california"]))
    assert "☐ ADMISSION ☒ UPDATE" in said(fill(demo(), REAL["california"]))


def test_everybody_has_a_line_to_sign() -> None:
    rows = table_with(filled("california", demo()), "SIGNATURE")
    assert [row[0] for row in rows[1:4]] == ["Mari", "Lola", "Teo"]
    assert all(row[1] == "" for row in rows[1:])


# England


def test_england_each_area_has_ten_numbered_rows_and_more_where_there_are_more() -> None:
    areas = [table for table in tables(filled("england", demo())) if "B – Special Educational Needs" in table[0]]
    assert [len(table) for table in areas] == [11, 11, 11, 11]
    assert [row[0] for row in areas[1][1:]] == [str(number) for number in range(1, 11)]
    many = one_youth().with_edits([put(Need(id=f"n{n}", words=Words(text=f"need {n}"), domain="education")) for n in range(14)])
    rows = [table for table in tables(filled("england", many)) if "B – Special Educational Needs" in table[0]][1]
    assert [row[1] for row in rows[1:]] == [f"need {n}" for n in range(14)]


def test_england_need_provision_and_outcome_stand_side_by_side() -> None:
    areas = [table for table in tables(filled("england", demo())) if "B – Special Educational Needs" in table[0]]
    assert areas[1][1] == [
        "1",
        "I need one grown-up at school who believes me.",
        "A signal card that lets Mari go to Ms. Reed's room\nStart the day at the robotics room with Sam",
        "Mari stays in class, or goes to Ms. Reed's room when it is too much.",
    ]


# Cambodia


def test_cambodia_the_child_and_the_family_have_a_table_each() -> None:
    content = filled("cambodia", demo())
    child, family = table_with(content, "អ្នកអនុវត្ត"), table_with(content, "លទ្ធផល")
    assert [row[0][:12] for row in child[1:]] == ["I need one g", "I need to kn"]
    assert [row[0][:12] for row in family[1:]] == ["Teo needs to", "We need a dr"]
    assert all("Noor Haddad" not in row[2] for row in child[1:])


def test_cambodia_a_long_text_is_never_cut() -> None:
    long = "long words " * 60
    family = bare().with_edits(
        [put(Need(id="n1", words=Words(text=long.strip()))), put(Task(id="t1", words=Words(text=long.strip()), need="n1"))]
    )
    exported = fill(family, REAL["cambodia"], language="en")
    child = table_with(exported.content, "អ្នកអនុវត្ត")
    assert child[1][0] == child[1][2] == long.strip()
    assert any("has room for 40 letters, and one text has 659. It was not cut" in remark for remark in exported.remarks)


def test_cambodia_a_text_that_fits_is_not_warned_of() -> None:
    family = bare().with_edits([put(Need(id="n1", words=Words(text="short")))])
    assert fill(family, REAL["cambodia"], language="en").remarks == ()


def test_every_figure_of_a_date_has_its_box() -> None:
    people = [person for person in demo().people if person.born is not None]
    text = said(fill(demo(), REAL["colombia"], language="es-CO"))
    for person in people:
        day = person.born
        assert day is not None
        boxes = ("".join(f"[{figure}]" for figure in part) for part in (f"{day:%d}", f"{day:%m}", f"{day:%Y}"))
        assert " ".join(boxes) in text
    assert "[1][4] [0][5] [2][0][3][1]" in text


# Primero


@pytest.mark.parametrize("name", ["primero", "primero-ar"])
def test_primero_every_service_has_a_row_with_its_goal(name: str) -> None:
    rows = tables(filled(name, demo()))[0]
    assert len(rows) == 1 + len(demo().strategies)
    assert rows[1][:3] == [
        "A signal card that lets Mari go to Ms. Reed's room",
        "Ms. Reed, Mari",
        "Mari stays in class, or goes to Ms. Reed's room when it is too much.",
    ]
    assert [row[3] for row in rows[1:3]] == ["Apr 9, 2031 – Jul 12, 2031", "Jul 12, 2031"]
    assert all(row[3] for row in rows[1:])
    assert [row[4] for row in rows[1:]] == ["☐"] * (len(rows) - 1)


def test_primero_the_arabic_edition_runs_from_the_right() -> None:
    document = checked_document(filled("primero-ar", demo())).document
    assert document.find(f".//{W}tblPr/{W}bidiVisual") is not None
    assert all(p.find(f"{W}pPr/{W}bidi") is not None for p in document.iter(f"{W}p"))


# Colombia


def test_colombia_every_living_member_has_a_block_and_no_animal() -> None:
    blocks = [table for table in tables(filled("colombia", demo())) if table[1:] and "Parentesco" in [row[0] for row in table]]
    assert [dict(_pairs(block))["Nombres y apellidos"] for block in blocks] == ["Mari", "Lola", "Teo", "Emeka"]


# All of them


@pytest.mark.parametrize("name", ["california", "england", "cambodia"])
def test_every_need_of_a_full_record_and_of_the_demo_stands_in_the_form_or_is_counted(name: str) -> None:
    for family in (full()[0], demo(), hostile()):
        exported = fill(family, REAL[name], language=LANGUAGES[name])
        text = "".join(said(exported).split())
        missing = [need for need in family.needs if "".join(need.words.text.split()) not in text]
        assert all(need.whose and "mari" not in need.whose for need in missing)
        assert not missing or any(remark.startswith(f"{len(missing)} needs have no place") for remark in exported.remarks)


def test_a_form_for_one_child_has_the_needs_of_that_child_alone_and_may_be_written_for_each() -> None:
    youths = [Person(id=name.lower(), used_name=name, enrolled=True, life=life) for name, life in YOUTHS.items()]
    needs = [Need(id=f"of-{name.lower()}", words=Words(text=f"need of {name}"), whose=(name.lower(),)) for name in YOUTHS]
    family = bare().with_edits([put(item) for item in (*youths, *needs, Need(id="all", words=Words(text="of nobody")))])
    one = table_with(filled("california", family), "NEEDS")
    assert [row[0] for row in one if row[0].startswith("need")] == ["need of Ona"]
    each = form.repeated("children", form.line("Child", "name") + form.repeated("needs", form.line("N", "words")))
    lines = said(fill(family, form.form(each))).split("\n")
    assert lines == [line for name in ("Ona", "Pia", "Ute") for line in (f"Child: {name}", f"N: need of {name}")]


def test_a_list_of_people_has_the_dead_and_animals_only_where_it_asks_for_them() -> None:
    found = {tag: said(fill(demo(), form.form(form.line("", tag)))).removeprefix(": ") for tag in PEOPLE}
    assert found == PEOPLE
    assert "Churro" in said(fill(demo(), form.form(form.repeated("households", form.line("", "people:everyone")))))
    assert "Churro" not in said(fill(demo(), form.form(form.repeated("households", form.line("", "people")))))


YOUTHS: Final[dict[str, Any]] = {"Ute": "deceased", "Ona": "living", "Pia": "living"}
PEOPLE: Final = {
    "people": "Mari/Lola/Teo/Emeka",
    "people:deceased": "Abuelo Tomás",
    "people:pet": "Churro",
    "people:living,deceased": "Mari/Lola/Teo/Emeka/Abuelo Tomás",
    "people:everyone": "Mari/Lola/Teo/Emeka/Abuelo Tomás/Churro",
}
