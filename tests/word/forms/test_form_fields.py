"""The list of fields: each has a meaning and a value, each tag leads somewhere, and what a form shows is complete."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from tests.word.forms.drawn import fill, said
from tests.word.forms.every_field import every_field
from tests.word.records import TODAY, bare, demo, full

from teammeet.messages import LANGUAGES, text
from teammeet.model.family import Family
from teammeet.model.readers import facilitator
from teammeet_word.forms.fields import FIELDS, LONGEST_TAG, SCOPES, TOP, Field
from teammeet_word.forms.reader import word_for
from teammeet_word.forms.tags import find
from teammeet_word.forms.values import IN_A_LINE, MARKS, WORD_FOR
from teammeet_word.paper import paper_for
from teammeet_word.sheet import Sheet

ROOT = Path(__file__).parents[3]
NEVER_FILLED = {"map", "by_hand"}


def test_every_field_and_every_scope_is_said_in_words() -> None:
    for language in LANGUAGES:
        for each in FIELDS:
            assert text(each.meaning, language)
        assert all(text(f"forms.scope.{scope}", language) for scope in SCOPES)


def test_a_tag_stands_once_in_its_scope_and_is_short_enough_for_word() -> None:
    assert len({(each.scope, each.tag) for each in FIELDS}) == len(FIELDS)
    longest = max(len(each.tag) for each in FIELDS)
    assert longest * 3 < LONGEST_TAG


@pytest.mark.parametrize("family", [full()[0], demo(), bare()], ids=["full", "demo", "bare"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_is_filled_and_none_is_unknown(family: Family, language: str) -> None:
    said = fill(family, every_field(), language=language).remarks
    assert [remark for remark in said if "no words in" not in remark and "no tienen palabras" not in remark] == []


def test_a_form_with_every_field_shows_every_text_of_the_record() -> None:
    family, marks = full()
    shown = said(fill(family, every_field()))
    left = {place for mark, place in marks.items() if mark not in shown}
    assert sorted(place for place in left if not place.startswith(NOT_IN_FORMS) and not place.endswith("translations.by")) == []


def test_every_choice_has_a_word_for_each_of_its_values() -> None:
    choices = [each for each in FIELDS if each.kind == "choice"]
    assert {(each.scope, each.tag) for each in choices} == set(WORD_FOR)
    for language in LANGUAGES:
        sheet = Sheet(bare().seen_by(facilitator(TODAY)), language, paper_for(language), TODAY, True)
        assert all(word_for(sheet, each, value) for each in choices for value in each.values)


def test_every_row_can_be_said_in_a_line_and_every_narrowed_list_told_apart() -> None:
    rows = {each.of for each in FIELDS if each.of}
    assert rows <= set(IN_A_LINE)
    assert {each.of for each in FIELDS if set(each.narrows) - {"AREA", "other"}} <= set(MARKS)


def test_what_narrows_a_list_is_part_of_its_tag() -> None:
    assert all(_tags_that_lead(each) for each in FIELDS)


NOWHERE = (
    *("", "needs.0.words", "needs..words", "Needs words", "needs:1-0", "needs:9-3", "child.born:day.3", "child.born:week"),
    *("vision.words", "needs.words.words", "status:met", "needs:", "first_plan:maybe", "child.born.1", "needs.1000.words"),
    *("x" * 65, "{{x}}", "n1/words.text"),
)


@pytest.mark.parametrize("tag", NOWHERE)
def test_a_tag_that_leads_nowhere_is_unknown(tag: str) -> None:
    assert find(tag) is None


def test_a_tag_is_read_from_the_innermost_section_outwards() -> None:
    inside = ("plan", "need", "outcome", "task")
    places = {
        tag: path.level for tag in ("words", "need.words", "baseline", "vision", "outcome.words") if (path := find(tag, inside))
    }
    assert places == {"words": 3, "need.words": 1, "baseline": 2, "vision": 0, "outcome.words": 2}
    assert find(" Child.Name ") is not None


def test_the_page_of_fields_is_of_today() -> None:
    page = _page_maker().page()
    assert page == (ROOT / "docs/form-fields.md").read_text(encoding="utf-8"), "run: python docs/make_form_fields.py"
    assert all(f"`{each.tag}`" in page for each in FIELDS)


def _tags_that_lead(each: Field) -> bool:
    words = [word for word in each.narrows if word != "AREA"]
    return (
        all(find(f"{each.tag}:{word}", (TOP, each.scope)) for word in words) and find(each.tag, (TOP, each.scope)) is not None
    )


def _page_maker() -> ModuleType:
    loader = importlib.util.spec_from_file_location("make_form_fields", ROOT / "docs/make_form_fields.py")
    assert loader is not None
    assert loader.loader is not None
    module = importlib.util.module_from_spec(loader)
    loader.loader.exec_module(module)
    return module


NOT_IN_FORMS = (
    *("header.private_note", "people.private_note", "notes.", "meeting_ratings.", "spotlights."),  # private
    *("meetings.agenda", "meetings.steps", "meetings.zone"),  # for the program
    "agreements.dissent",  # those of earlier meetings
)
"""Beginnings of the places of texts that no form of a plan asks for."""
