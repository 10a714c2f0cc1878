"""The single pages: the crisis plan to pin up, and the sheet to say how a meeting was. Each is for its reader, on one page."""

import shutil
import subprocess
from pathlib import Path

import pytest
from ooxml_integrity import check
from openxml_audit import OpenXmlValidator

from teammeet.errors import ExportRefused
from teammeet.export import Exporter, Options, exporter_named, file_name
from teammeet.model.crisis import CrisisCall, CrisisPlan, PastCrisis
from teammeet.model.family import Family, put
from teammeet.model.readers import reader_named
from teammeet.model.values import Words
from teammeet_word import crisis_page, rating_sheet
from teammeet_word.untold import untold

from .accessibility import W, findings, package_of, said
from .records import TODAY, bare, demo, full
from .test_readers import SECRET, hidden_edits

PAGES: tuple[Exporter, ...] = (crisis_page, rating_sheet)
FAMILIES = {"full": full()[0], "demo": demo(), "bare": bare()}


def page(exporter: Exporter, family: Family, reader: str = "", language: str = "en") -> bytes:
    view = family.seen_by(reader_named(family, reader or exporter.reader, TODAY))
    return exporter.write(view, language, Options(today=TODAY)).content


@pytest.mark.parametrize("exporter", PAGES, ids=lambda one: one.name)
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", FAMILIES)
def test_nothing_is_found_against_accessibility_nor_by_the_checkers_of_packages(
    exporter: Exporter, name: str, language: str, tmp_path: Path
) -> None:
    content = page(exporter, FAMILIES[name], language=language)
    assert findings(content) == []
    (tmp_path / "page.docx").write_bytes(content)
    assert OpenXmlValidator().validate(tmp_path / "page.docx").errors == []
    assert check(tmp_path / "page.docx") == []


@pytest.mark.parametrize("exporter", PAGES, ids=lambda one: one.name)
def test_they_are_exporters_that_the_house_knows(exporter: Exporter) -> None:
    assert exporter_named(exporter.name) is exporter
    assert exporter.describe("en") != exporter.describe("es")


def test_their_names_are_not_that_of_the_plan() -> None:
    family = demo()
    view = family.seen_by(reader_named(family, "team", TODAY))
    assert file_name(crisis_page, view) == "crisis-page-F-VSPC-2.docx"
    assert file_name(rating_sheet, view).startswith("rating-sheet-F-VSPC-2")


def test_the_crisis_page_has_all_that_is_needed_when_it_happens() -> None:
    text = said(page(crisis_page, demo()))
    order = (
        "The Okonjo-Reyes family · For Mari",
        "Who to call",
        "Day and night",
        "Please do not call",
        "What a crisis is for us",
        "Early signs",
        "step by step",
        "At home",
        "What to tell the police",
        "Weapons and medicine",
        "Where brothers and sisters go",
        "How we know that it is over",
    )
    assert [text.index(part) for part in order] == sorted(text.index(part) for part in order)


def test_the_crisis_page_leaves_the_past_out() -> None:
    family = demo()
    plan = family.crisis_plans[0]
    told = family.with_edits([put(PastCrisis(plan=plan.id, words=Words(text="Long ago")))])
    assert "Long ago" not in said(page(crisis_page, told))


def test_its_text_is_12_points_everywhere_but_in_the_footer() -> None:
    package = package_of(page(crisis_page, demo()))
    for style in package.styles.findall(f"{W}style"):
        size = style.find(f"{W}rPr/{W}sz")
        if style.get(f"{W}styleId") in ("TableText", "TableBullet", "TableHeading", "Quiet", "Answer", "Quote"):
            assert size is None, style.get(f"{W}styleId")


def test_its_footer_says_whose_it_is_and_of_which_plan() -> None:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(page(crisis_page, demo()))) as opened:
        footer = opened.read("word/footer1.xml").decode()
    assert "Plan 2, code F-VSPC" in footer


def test_before_there_is_a_crisis_plan_the_page_says_what_will_stand_on_it() -> None:
    assert "will go here" in said(page(crisis_page, bare()))


def test_who_never_gets_a_crisis_plan_is_told_the_same_whether_there_is_one_or_not() -> None:
    for family in (demo(), bare(), bare().with_edits([put(CrisisPlan(id="plan"))])):
        with pytest.raises(ExportRefused):
            page(crisis_page, family, "room")


@pytest.mark.parametrize("exporter", PAGES, ids=lambda one: one.name)
def test_families_that_differ_only_in_what_is_hidden_give_equal_pages(exporter: Exporter) -> None:
    family = demo()
    edited = family.with_edits(hidden_edits(family))
    kept_from = family.crisis_plans[0].changed(id="other", kept_from=(family.people[0].id,), over_when=f"{SECRET} over")
    edited = edited.with_edits([put(kept_from)])
    assert page(exporter, edited) == page(exporter, family)


def test_the_rating_sheet_asks_three_things_with_a_box_for_each_answer_and_names_nobody() -> None:
    family = demo()
    content = page(rating_sheet, family)
    boxes = package_of(content).tables[0]
    assert [len(row.findall(f"{W}tc")) for row in boxes.findall(f"{W}tr")] == [6, 6, 6, 6]
    text = said(content)
    assert "need not write your name" in text
    assert not any(person.label in text for person in family.people if person.label)


@pytest.mark.skipif(shutil.which("soffice") is None or shutil.which("pdfinfo") is None, reason="needs LibreOffice and poppler")
def test_each_fits_one_page_for_the_family_of_the_demo(tmp_path: Path) -> None:
    for exporter in PAGES:
        for language in ("en", "es"):
            (tmp_path / f"{exporter.name}-{language}.docx").write_bytes(page(exporter, demo(), language=language))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = sorted(tmp_path.glob("*.docx"))
    asked = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, files)]
    subprocess.run(asked, check=True, capture_output=True, timeout=180)
    for file in files:
        told = subprocess.run(["pdfinfo", str(file.with_suffix(".pdf"))], check=True, capture_output=True, text=True).stdout
        assert "Pages:           1" in told, file.name


@pytest.mark.parametrize("name", ["crisis-page", "wallet-card", "wallet-card-png", "share-sheet", "what-changed"])
def test_a_page_in_another_language_says_how_many_of_its_texts_are_not_translated(name: str) -> None:
    family, exporter = demo(), exporter_named(name)
    view = family.seen_by(reader_named(family, exporter.reader, TODAY))
    before = family.with_edits([put(family.needs[0].changed(words=Words(text="Rest")))])
    options = Options(today=TODAY, before=before.seen_by(reader_named(before, exporter.reader, TODAY)))
    told = exporter.write(view, "es", options).remarks
    assert any("de aquí todavía no tiene" in remark for remark in told)
    assert not any("no words in" in remark for remark in exporter.write(view, "en", options).remarks)


def test_the_count_is_of_texts_that_the_page_shows_and_that_have_no_translation() -> None:
    plan = CrisisPlan(id="c", definition=Words(text="Three nights"), what_helps=("A long walk", "Music"))
    view = Family(header=demo().header, crisis_plans=(plan,)).seen_by(reader_named(demo(), "team", TODAY))
    assert untold(view, "es", "<w:t>Three nights</w:t><w:t>A long walk</w:t><w:t>Music</w:t>") == 2
    assert untold(view, "es", "<w:t>Three nights</w:t>") == 1
    assert untold(view, "en", "<w:t>Three nights</w:t>") == 0


def test_somebody_to_call_of_whom_nothing_is_noted_yet_is_no_fault() -> None:
    family = bare().with_edits(map(put, (CrisisPlan(id="plan", triggers=("Noise",)), CrisisCall(plan="plan"))))
    assert "Noise" in said(page(crisis_page, family))
