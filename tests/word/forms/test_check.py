"""``form check``: everything that keeps a form from being filled well is named, with its place and what to do."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.word.forms.drawn import fill, parts_of, said
from tests.word.forms.packing import document, packed, with_part
from tests.word.records import TODAY, bare, demo, full

from teammeet.cli.parser import parse
from teammeet.export import Options, made
from teammeet.messages import Message, text
from teammeet.model.family import put as put_item
from teammeet.model.plan import Option, Outcome, Strategy, Task
from teammeet.model.readers import reader_named
from teammeet.model.values import Words
from teammeet_word import plan_of_care
from teammeet_word.accessibility import findings
from teammeet_word.forms import check as checking
from teammeet_word.forms.check import checked
from teammeet_word.forms.making import Grid, Maker, form_of, line
from teammeet_word.forms.ours import new_form
from teammeet_word.paper import paper_for

PAPER = paper_for("en-US")
HEADING = line("Our plan", style="Heading1")


def form(body: str, footer: str = "") -> bytes:
    return form_of("A form", "en-US", PAPER, HEADING + body, ("<w:p/>", footer or "<w:p/>"), None)


def found(raw: bytes, weight: str = "fault") -> list[tuple[str, str]]:
    """Key and place of what was found."""
    return [(one.key, str(one.place)) for one in checked(raw) if one.weight == weight]


def sentences(raw: bytes) -> list[str]:
    return [str(one.sentence) for one in checked(raw)]


def put(tag: str, title: str = "Title") -> str:
    return line(Maker().text(tag, title))


Planted = Callable[[Maker], str]
FAULTS: dict[str, tuple[str, Planted]] = {
    "a tag that is no field": ("unknown-field", lambda make: line(make.text("shoe_size", "x"))),
    "a field of a section that stands outside it": ("outside-section", lambda make: line(make.text("baseline", "x"))),
    "a part that a field has not": ("bad-narrowing", lambda make: line(make.text("child.born:hour", "x"))),
    "a tag that Word would cut": ("tag-too-long", lambda make: line(make.text("needs:" + "health," * 12, "x"))),
    "a control without a tag": ("no-tag", lambda make: line(make.text("", "x"))),
    "a section that is no list": ("no-list", lambda make: make.section("vision", "x", line("y"))),
    "a section without a row": (
        "no-row",
        lambda make: make.section("needs", "x", line("y")).replace("repeatingSectionItem", "repeatingSectionItems"),
    ),
    "a picture control for text": ("wrong-kind", lambda make: line(make.text("vision", "x", kind="<w:picture/>"))),
    "a text control for the map": ("wrong-kind", lambda make: line(make.text("map", "x"))),
    "a date control for text": ("wrong-kind", lambda make: line(make.day("vision", "x"))),
    "a date control for part of a date": ("wrong-kind", lambda make: line(make.day("child.born:year", "x"))),
    "a control of a strange kind": ("wrong-kind", lambda make: line(make.text("vision", "x", kind="<w:equation/>"))),
    "one text around other controls": ("unfit", lambda make: make.around("vision", "x", line(make.text("mission", "y")))),
    "an id that is there twice": ("ids-are-unique", lambda make: put("vision") + put("mission")),
    "a table without a header row": (
        "tables-have-a-header-row",
        lambda make: Grid("x", ["a"], [900]).table("").replace("<w:tblHeader/>", "") + line("y"),
    ),
}
HINTS: dict[str, tuple[str, Planted]] = {
    "a control without a title": ("no-title", lambda make: line(make.text("vision", ""))),
    "a box that is always ticked": ("always-ticked", lambda make: line(make.box("vision", "x"))),
    "a control that is bound": ("bound", lambda make: line(make.text("vision", "x", kind='<w:dataBinding w:xpath="/a"/>'))),
    "merged cells": (
        "tables-are-simple",
        lambda make: Grid("x", ["a"], [900]).table("").replace("</w:tcPr>", '<w:gridSpan w:val="1"/></w:tcPr>') + line("y"),
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found(name: str) -> None:
    key, planted = FAULTS[name]
    assert key in dict(found(form(planted(Maker()) + line(Maker().text("story", "z")))))


@pytest.mark.parametrize("name", HINTS)
def test_a_planted_weakness_is_hinted_at(name: str) -> None:
    key, planted = HINTS[name]
    assert key in dict(found(form(planted(Maker()) + line(Maker().text("story", "z"))), "hint"))


def test_nine_sections_in_each_other_are_too_many() -> None:
    make = Maker()
    body = line(make.text("words", "x"))
    for number in range(9):
        body = make.section("outcomes" if number % 2 else "needs", "x", body)
    assert "sections-too-deep" in dict(found(form(body)))


def test_five_lists_in_each_other_have_too_many_rows() -> None:
    make = Maker()
    body = line(make.text("words", "x"))
    for number in range(5):
        body = make.section("needs" if number % 2 else "outcomes", "x", body)
    assert "too-many-rows" in dict(found(form(body)))


def test_of_many_findings_of_one_kind_the_rest_are_counted() -> None:
    lost = [one for one in checked(form(put("nonsense") * 70)) if one.key == "unknown-field"]
    assert len(lost) == 51
    assert str(lost[-1].sentence) == "20 more of this kind."


def test_a_field_of_a_field_is_told_what_was_meant() -> None:
    assert any("child.pronouns" in said for said in sentences(form(put("child.pronuons"))))


def test_what_is_no_word_file_is_said_of_the_whole_file() -> None:
    assert [str(one.place) for one in checked(b"plain text")] == ["the whole file"]


def test_our_form_says_who_has_died() -> None:
    lines = said(fill(demo(), new_form("en"))).split("\n")
    assert lines[lines.index("Abuelo Tomás") + 1] == "Has died"
    assert "Living" not in lines


def test_a_form_without_controls_says_so() -> None:
    assert ("no-controls", "the whole file") in found(form(line("plain")))


def test_a_misspelt_field_is_told_what_was_meant() -> None:
    assert any("Did you mean “vision”?" in said for said in sentences(form(put("vison"))))
    assert any("must lie in a section such as: " in said and "outcomes" in said for said in sentences(form(put("baseline"))))


def test_a_field_inside_its_section_is_no_fault() -> None:
    make = Maker()
    assert found(form(make.section("outcomes", "Goals", line(make.text("baseline", "Before"))))) == []


def test_the_place_is_the_heading_the_table_and_the_row() -> None:
    make = Maker()
    grid = Grid("A table", ["One"], [4000])
    body = line("Needs", style="Heading2") + grid.table(
        grid.row(make.text("vision", "V")) + grid.row(make.text("nonsense", "N"))
    )
    assert ("unknown-field", "under “Needs”, table 1, row 3") in found(form(body))
    assert ("unknown-field", "a footer") in found(form(put("vision"), footer=put("nonsense")))
    assert ("unknown-field", "under “Our plan”") in found(form(put("nonsense")))


def test_what_a_plan_should_have_a_place_for_is_a_hint_with_its_reason() -> None:
    keys = [one.key for one in checked(form(put("vision"))) if one.key.startswith("missing-")]
    assert {"missing-needs", "missing-signatures", "missing-strengths", "missing-crisis"} <= set(keys)
    assert "missing-vision" not in keys
    assert any("Who agreed should be on paper." in said for said in sentences(form(put("vision"))))


def test_a_danger_is_named_first_and_an_unreadable_form_is_one_danger() -> None:
    raw = with_part("word/vbaProject.bin", b"x", form(put("nonsense")))
    assert [one.weight for one in checked(raw)][:2] == ["danger", "fault"]
    assert [(one.weight, one.key) for one in checked(b"PK nonsense")] == [("danger", "no-word-file")]
    assert [one.key for one in checked(with_part("word/document.xml", b"<a", document()))] == ["not-xml"]
    assert [one.weight for one in checked(packed({"a": b"x"}))] == ["danger"]


def test_a_strict_file_is_told_to_be_saved_anew() -> None:
    raw = with_part(
        "word/document.xml", b'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>', document()
    )
    assert ("strict", "the whole file") in found(raw)


def test_a_form_that_was_filled_already_is_told_so_and_nothing_else() -> None:
    assert [one.key for one in checked(fill(demo(), new_form("en")).content)] == ["filled"]


def test_words_of_the_form_are_shown_without_what_steers_a_terminal() -> None:
    raw = form(put("no\u202esuch\u202cfield"))
    assert not any("\u202e" in said for said in sentences(raw))


def test_a_rule_that_is_broken_all_over_is_told_a_few_times_then_counted() -> None:
    raw = form(put("vision") + "<w:p/>" * 40)
    gaps = [one for one in checked(raw) if one.key == "no-paragraph-is-spacing"]
    assert len(gaps) == 6
    assert str(gaps[-1].sentence).startswith("35 more places.")


def test_what_is_found_is_told_in_both_languages() -> None:
    for one in checked(form(put("nonsense"))):
        for told in (one.place, one.sentence):
            assert isinstance(told, Message)
            assert text(told.key, "es", **told.values) != text(told.key, "en", **told.values)


# The command


def run(*arguments: str) -> None:
    asked = parse(arguments)
    asked.run(asked)


def test_the_command_says_a_line_for_each_and_ends_with_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "form.docx"
    path.write_bytes(form(put("nonsense")))
    with pytest.raises(SystemExit) as ended:
        run("form", "check", str(path), "--language", "en")
    assert ended.value.code == 1
    assert "fault: under “Our plan”: No field is called “nonsense”. It stays as it is." in capsys.readouterr().out
    with pytest.raises(SystemExit):
        run("form", "check", str(path), "--json")
    assert {"weight", "key", "place", "sentence"} == set(json.loads(capsys.readouterr().out)[0])


def test_a_form_with_hints_alone_ends_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "form.docx"
    path.write_bytes(form(put("vision")))
    run("form", "check", str(path), "--language", "en")
    assert all(one.startswith("hint: ") for one in capsys.readouterr().out.splitlines())


def test_the_new_form_is_written_and_nothing_is_found_in_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "new.docx"
    run("form", "new", "-o", str(path), "--language", "es")
    run("form", "check", str(path), "--language", "en")
    assert capsys.readouterr().out.splitlines()[-1] == "Nothing was found. This form can be filled."


# Our own layout


@pytest.mark.parametrize("language", ["en", "es", "he"])
def test_our_form_has_nothing_that_is_to_be_said_of_it(language: str) -> None:
    raw = new_form(language)
    assert checked(raw) == ()
    assert findings(raw) == []
    assert new_form(language) == raw


@pytest.mark.parametrize("reader", ["facilitator", "team"])
def test_our_form_carries_all_that_the_plan_carries(reader: str) -> None:
    family, marks = full()
    family = family.with_edits([put_item(item.changed(taken_back=False)) for item in family.items()])
    view = family.seen_by(reader_named(family, reader, TODAY))
    plan = all_text(made(plan_of_care, view, "en", Options(today=TODAY)).content)
    form = all_text(fill(family, new_form("en"), reader).content)
    lacking = {place for mark, place in marks.items() if mark in plan and mark not in form}
    assert [place for place in lacking if not place.startswith(FOR_THE_FACILITATOR)] == []
    assert "has no place" not in "".join(fill(demo(), new_form("en"), reader).remarks)


FOR_THE_FACILITATOR = (
    *("header.private_note", "people.private_note", "notes.", "meeting_ratings."),
    *("meetings.steps_left", "meetings.zone"),
)


def all_text(content: bytes) -> str:
    """What stands on paper, and the markup around it; not the plan inside the file."""
    parts = {name: part for name, part in parts_of(content).items() if name.startswith("word/") and name.endswith(".xml")}
    return "".join(map(bytes.decode, parts.values()))


def test_our_form_filled_for_an_empty_family_keeps_its_places() -> None:
    exported = fill(bare(), new_form("en"))
    assert "word/document.xml" in parts_of(exported.content)
    assert findings(exported.content) == []


def test_the_rules_that_are_faults_are_rules_that_there_are() -> None:
    from teammeet_word.accessibility import RULES

    assert RULES.keys() >= checking.FAULTY_RULES


def test_our_form_has_a_place_for_what_hangs_on_no_need_once() -> None:
    alone = (
        Outcome(id="o9", words=Words(text="A quiet evening")),
        Strategy(id="g9", words=Words(text="Paint together")),
        Option(id="p9", words=Words(text="Ask the library")),
        Task(id="t9", words=Words(text="Buy paint")),
    )
    text = said(fill(bare().with_edits(map(put_item, alone)), new_form("en")))
    assert [text.count(item.words.text) for item in alone] == [1, 1, 1, 1]
