"""A filled form has what its reader may see and nothing else: of the record, and of what the form's makers left in it."""

import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.model.test_non_interference import DAY, READERS, twins
from tests.siblings import COPIES, siblings
from tests.test_copies_of_siblings import SIBLINGS_OWN, everything_in
from tests.word.forms import drawn as form
from tests.word.forms.drawn import fill, parts_of, said
from tests.word.forms.every_field import every_field
from tests.word.forms.used_form import hidden_otherwise, styled, used_before
from tests.word.records import BEFORE, TODAY, demo, full

from teammeet.export import Options
from teammeet.model.family import Family, put
from teammeet.model.family_file import write_family
from teammeet.model.plan import Need
from teammeet.model.readers import Reader, reader_named
from teammeet.model.sharing import Release
from teammeet.model.values import Words
from teammeet_word.forms.check import checked
from teammeet_word.forms.filled import filled


@settings(max_examples=10, suppress_health_check=list(HealthCheck), phases=(Phase.generate,), deadline=None)
@given(data=st.data(), reader_of=st.sampled_from(list(READERS.values())))
def test_what_a_reader_may_not_see_changes_no_byte_of_a_filled_form(
    data: st.DataObject, reader_of: Callable[[Family], Reader]
) -> None:
    options = Options(today=DAY, form=every_field())
    one, other = (filled(each.seen_by(reader_of(each)), "en", options, "en-US") for each in data.draw(twins(reader_of)))
    assert one == other


@pytest.mark.parametrize("reader", ["team", "family", "agency", "room", "person:people-2", "household:households-1"])
def test_every_text_of_a_filled_form_is_one_that_its_reader_sees(reader: str) -> None:
    family, marks = full()
    seen = write_family(family.seen_by(reader_named(family, reader, TODAY)))
    told = everything_in(fill(family, every_field(), reader).content)
    assert [place for mark, place in marks.items() if mark in told and mark not in seen] == []
    assert not [place for mark, place in marks.items() if "private_note" in place and mark in told]


@pytest.mark.parametrize("copy", COPIES)
def test_a_form_for_a_school_a_doctor_or_a_court_has_nothing_of_the_sibling(copy: str) -> None:
    family, marks = siblings()
    exported = fill(family, every_field(), copy)
    told = "\n".join((everything_in(exported.content), *exported.remarks)).casefold()
    assert [place for mark, place in marks.items() if mark.casefold() in told] == []
    assert SIBLINGS_OWN.findall(told) == []
    assert "own task" in told


def test_a_form_without_a_place_for_the_notice_of_part_2_or_for_what_is_left_out_says_so() -> None:
    need = Need(id="drink", words=Words(text="Record"), whose=("tyrone",), record="substance_use", record_of="tyrone")
    opened = Release(id="r2", records=("substance_use",), record_of="tyrone", to=("clinic",), law="part_2", signed_on=BEFORE)
    family = siblings()[0].with_edits([put(need), put(opened)])
    without = fill(family, form.form(form.line("N", "needs.words")), COPIES[1])
    assert [("42 CFR part 2" in remark, "leaves out" in remark) for remark in without.remarks[:2]] == [
        (True, False),
        (False, True),
    ]
    body = form.form(form.line("N", "needs.words"), form.line("P", "part_2_notice"), form.line("L", "left_out"))
    assert "P: 42 CFR part 2 prohibits" in said(fill(family, body, COPIES[1]))
    assert not [remark for remark in fill(family, body, COPIES[1]).remarks if "no place" in remark]


def test_nothing_that_the_makers_of_a_form_left_in_it_unseen_is_in_a_filled_file() -> None:
    blank = used_before()
    assert b"CANARY" in b"".join(parts_of(blank).values())
    exported = fill(demo(), blank)
    parts = parts_of(exported.content)
    assert {name: re.findall(rb"CANARY-\w", part) for name, part in parts.items() if b"CANARY" in part} == {}
    assert not {"word/comments.xml", "word/people.xml", "word/glossary/document.xml", "word/footer9.xml"} & set(parts)
    assert [line for line in said(exported).split("\n") if line.strip()][:5] == ["A", "B", "C", "D", "Mari"]
    assert b"SEEN-G" in parts["word/footnotes.xml"]
    assert parts["customXml/item1.xml"] != b"<a>CANARY-S</a>"
    told = {finding.key for finding in checked(blank)}
    assert {"comments", "changes", "hidden", "properties", "bound"} <= told


def test_a_property_that_a_field_of_the_form_prints_is_kept() -> None:
    asks = '<w:fldSimple w:instr=" DOCPROPERTY &quot;Client&quot; "><w:r><w:t>x</w:t></w:r></w:fldSimple>'
    kept = parts_of(fill(demo(), used_before(form.paragraph(asks))).content)
    assert b"CANARY-Q" in kept["docProps/custom.xml"]


@pytest.mark.parametrize("way", hidden_otherwise())
def test_each_way_to_hide_words_in_a_form_is_told_before_it_is_used(way: str) -> None:
    assert "hidden" in {finding.key for finding in checked(styled(hidden_otherwise()[way]))}


def test_words_and_fields_that_are_seen_stay_in_a_filled_form() -> None:
    field = [f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>' for mark in ("begin", "separate", "end")]
    page = (
        field[0],
        "<w:r><w:rPr><w:vanish/></w:rPr><w:instrText> PAGE </w:instrText></w:r>",
        field[1],
        form.words("5"),
        field[2],
    )
    own = form.run("Seen", '<w:rStyle w:val="Gone"/><w:vanish w:val="0"/>')
    blank = styled(form.paragraph(own, form.run(" on paper ", "<w:webHidden/>"), *page))
    filled_in = fill(demo(), blank)
    assert "Seen on paper 5" in said(filled_in)
    assert b" PAGE " in parts_of(filled_in.content)["word/document.xml"]
    assert "hidden" not in {finding.key for finding in checked(blank)}


def test_a_form_all_of_whose_words_are_hidden_by_default_says_none_of_them() -> None:
    parts = parts_of(form.form(form.paragraph(form.words("CANARY"))))
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b"<w:rPrDefault><w:rPr>", b"<w:rPrDefault><w:rPr><w:vanish/>")
    assert "CANARY" not in said(fill(demo(), form.zipped(parts)))
