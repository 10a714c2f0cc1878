"""What a form may do wrong: it is refused by name and place, or filled as far as it goes and said what was left."""

from dataclasses import replace
from typing import Final

import pytest
from lxml import etree
from tests.hostile import FIT
from tests.word.forms import drawn as form
from tests.word.forms.drawn import fill, parts_of, said
from tests.word.records import TODAY, bare, demo

from teammeet.errors import DocumentRefused, ExportRefused, TeammeetError
from teammeet.export import Options, made
from teammeet.model.family import put
from teammeet.model.plan import Need, Outcome, Task
from teammeet.model.readers import facilitator
from teammeet.model.values import Words
from teammeet_word import plan_of_care
from teammeet_word.forms.compiled import compiled


def nested(deep: int) -> bytes:
    """A form with sections that stand in one another: a need in its outcomes in their needs, and so on."""
    content = form.line("N", "words")
    for level in reversed(range(deep)):
        content = form.repeated("outcomes" if level % 2 else "needs", content)
    return form.form(content)


def test_a_form_without_controls_is_left_as_it_is_and_that_is_said() -> None:
    exported = fill(demo(), form.form(form.paragraph(form.words("Nothing here"))))
    assert said(exported) == "Nothing here"
    assert ["no content controls" in remark for remark in exported.remarks] == [True]


def test_unknown_tags_are_left_as_they_are_and_named() -> None:
    exported = fill(
        demo(), form.form(form.line("A", "childs.name"), form.line("B", "childs.name"), form.line("C", "child.name"))
    )
    assert said(exported).split("\n")[:2] == [f"A: {form.SAYS_NOTHING}", f"B: {form.SAYS_NOTHING}"]
    assert [remark.endswith("childs.name (did you mean child.name?)") for remark in exported.remarks] == [True]
    body = form.repeated("needs", form.line("A", "wordz") + form.line("B", "zzzzz")) + form.line("C", "baseline")
    assert [remark.partition(": ")[2] for remark in fill(demo(), form.form(body)).remarks if "no fields" in remark] == [
        "wordz (did you mean words?), zzzzz, baseline (it belongs in a section such as outcomes)"
    ]


def test_a_control_without_a_tag_is_left_and_what_stands_in_it_is_filled() -> None:
    alone = form.line("C", "child.name").replace('<w:tag w:val="child.name"/>', "")
    wrapped = form.control("", form.line("C", "child.name")).replace('<w:tag w:val=""/>', "")
    exported = fill(demo(), form.form(alone, wrapped))
    assert said(exported).split("\n") == [f"C: {form.SAYS_NOTHING}", "C: Mari"]
    assert exported.remarks == ()


def test_a_control_that_cannot_hold_its_field_is_left_and_named() -> None:
    around_a_row = form.table(form.control("vision", form.row(form.cell(form.words("R")))))
    around_others = form.control("story", form.line("C", "child.name"))
    exported = fill(demo(), form.form(around_a_row, around_others))
    assert "C: Mari" in said(exported)
    assert ["vision" in remark and "story" in remark for remark in exported.remarks] == [True]


def test_what_has_no_place_in_the_form_is_counted() -> None:
    remarks = fill(demo(), form.form(form.repeated("needs:1-3", form.line("N", "words")))).remarks
    assert remarks == ("1 need has no place in this form.",)
    assert fill(demo(), form.form(form.line("N", "needs.1.words"))).remarks[0].startswith("3 needs")
    told = {tag: fill(demo(), form.form(form.repeated(tag, form.line("P", "name")))).remarks for tag in _FAMILY}
    assert {tag: [remark[:15] for remark in remarks] for tag, remarks in told.items()} == _FAMILY


_FAMILY: Final = {"people": ["2 of the family"], "people:everyone": [], "caregivers": []}


@pytest.mark.parametrize("deep", [5, 8])
def test_sections_stand_in_one_another_up_to_eight_deep(deep: int) -> None:
    family = bare().with_edits(
        [put(Need(id="n1", words=Words(text="A need"))), put(Outcome(id="o1", words=Words(text="A change"), needs=("n1",)))]
    )
    assert said(fill(family, nested(deep))) == ("N: A need" if deep % 2 else "N: A change")


def test_sections_deeper_than_that_are_refused() -> None:
    with pytest.raises(ExportRefused, match="more than 8 sections"):
        fill(demo(), nested(9))


def test_sections_that_lead_back_to_each_other_do_not_run_away() -> None:
    needs = [put(Need(id=f"n{n}", words=Words(text="x"))) for n in range(40)]
    outcomes = [put(Outcome(id=f"o{n}", needs=tuple(f"n{m}" for m in range(40)))) for n in range(40)]
    with pytest.raises(ExportRefused, match="more than 50,000 rows"):
        fill(bare().with_edits([*needs, *outcomes]), nested(6))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "no Word file"),
        (b"PK\x03\x04 and then nothing", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old"),
        (form.form(form.line("C", "child.name"))[:-200], "damaged"),
        (form.form(extra={"word/vbaProject.bin": b"\0"}), "macro"),
        (form.form(extra={"word/header1.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), "entit"),
    ],
    ids=["empty", "zip that ends", "old Word", "damaged zip", "macro", "entity"],
)
def test_what_is_no_form_or_may_do_harm_is_refused(content: bytes, why: str) -> None:
    with pytest.raises(TeammeetError) as refusal:
        fill(demo(), content)
    assert isinstance(refusal.value, DocumentRefused)
    assert all(refusal.value.sentence(language) for language in ("en", "es"))


def test_a_filled_form_is_no_form_again() -> None:
    once = fill(demo(), form.form(form.line("C", "child.name")))
    with pytest.raises(ExportRefused, match="take the blank form"):
        fill(bare(), once.content)


def test_a_form_saved_as_strict_open_xml_is_refused_with_what_to_do() -> None:
    parts = parts_of(form.form())
    parts["word/document.xml"] = b'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'
    with pytest.raises(ExportRefused, match="Strict Open XML"):
        fill(demo(), form.zipped(parts))


def test_hostile_strings_as_tags_and_names_stay_what_they_are() -> None:
    from teammeet_word.markup import escaped

    body = [form.line("L", escaped(words[:64])) for words in FIT.values()]
    exported = fill(demo(), form.form(*body))
    assert said(exported).count(form.SAYS_NOTHING) == len(FIT)
    assert all(remark.isprintable() for remark in exported.remarks)


def test_two_hundred_needs_and_an_empty_record_are_filled() -> None:
    needs = [put(Need(id=f"n{n}", words=Words(text=f"Need number {n}"))) for n in range(200)]
    tasks = [put(Task(id=f"t{n}", words=Words(text=f"Task number {n}"), need=f"n{n % 200}")) for n in range(600)]
    body = form.form(form.repeated("needs", form.line("N", "words") + form.repeated("tasks", form.line("T", "words"))))
    shown = said(fill(bare().with_edits([*needs, *tasks]), body)).split("\n")
    assert len(shown) == 800
    assert said(fill(bare(), body)).replace("\u2002", "").split("\n") == ["N: ", "T: "]


def test_a_form_of_twenty_megabytes_is_squeezed_once() -> None:
    import random

    noise = random.Random(7).randbytes(20_000_000)
    logo = form.paragraph(form.picture("logo"))
    large = form.form(form.line("C", "child.name"), logo, extra={"word/media/image1.png": noise})
    first = fill(demo(), large)
    assert parts_of(first.content)["word/media/image1.png"] == noise
    assert compiled(large, "en-US") is compiled(large, "en-US")


def test_every_option_is_heeded_or_remarked() -> None:
    view = demo().seen_by(facilitator(TODAY))
    options = Options(today=TODAY, form=form.form(form.line("C", "child.name")))
    assert made(plan_of_care, view, "en", options).remarks == ()
    for changed in (replace(options, large=True), replace(options, second="es")):
        assert len(made(plan_of_care, view, "en", changed).remarks) == 1


def test_a_form_with_any_of_its_markup_missing_or_moved_is_refused_or_filled_into_a_whole_file() -> None:
    tasks = form.table(
        form.repeated("tasks", form.row(form.control("words", form.cell(form.run())), form.cell(form.box("done"))))
    )
    needs = form.repeated("needs", form.line("N", "words") + tasks)
    parts = parts_of(
        form.form(needs, form.paragraph(form.date("child.born"), form.picture("map")), form.line("C", "child.name"))
    )
    many = len(list(etree.fromstring(parts["word/document.xml"]).iter("{*}*")))
    for place in range(1, many, 3):
        root = etree.fromstring(parts["word/document.xml"])
        taken = list(root.iter("{*}*"))[place]
        parent = taken.getparent()
        assert parent is not None
        parent.remove(taken)
        if place % 2 and len(root):
            root[0].append(taken)
        try:
            filled = fill(bare(), form.zipped(parts | {"word/document.xml": etree.tostring(root)}))
        except TeammeetError:
            continue
        assert all(
            etree.fromstring(part) is not None for name, part in parts_of(filled.content).items() if name.endswith(".xml")
        )


def test_a_form_that_gives_words_own_prefix_to_something_else_is_refused() -> None:
    parts = parts_of(form.form(form.line("C", "child.name")))
    other = parts["word/document.xml"].replace(b"<w:p>", b'<w:p xmlns:w="urn:other">', 1)
    with pytest.raises(DocumentRefused):
        fill(demo(), form.zipped(parts | {"word/document.xml": other}))


def test_controls_in_a_text_box_are_filled() -> None:
    box = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:100pt;height:50pt"><v:textbox>'
        f"<w:txbxContent>{form.line('C', 'child.name')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    assert "C: Mari" in said(fill(demo(), form.form(box)))
