"""Forms as data: no field of an item is forgotten, every label is there, what is typed is understood."""

from datetime import UTC, date, datetime, time

import pytest

from teammeet import demo
from teammeet.messages import LANGUAGES, keys, text
from teammeet.model.people import Header, Person
from teammeet.model.plan import Need
from teammeet.model.record import ITEM_KINDS, Edition
from teammeet.model.supports import Support, Tie
from teammeet.model.values import Value, Words
from teammeet.tui.forms import form_of, forms
from teammeet.tui.forms.facts import facts
from teammeet.tui.forms.finding import Finder
from teammeet.tui.forms.form import Draft, Field, Form
from teammeet.tui.forms.naming import title_of
from teammeet.tui.forms.typed import Unreadable, read, typed_again

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
NOT_BY_HAND = {"id", "position", "steps", "digest", "plan_digest", "scan_digest", "statement"}
"""Fields that nobody types: made by the program."""


def all_forms() -> list[Form]:
    """The forms of items and of the small values in them."""
    return [*forms(), *{field.rows.kind: field.rows for form in forms() for field in form.all_fields if field.rows}.values()]


def field(form: Form, name: str) -> Field:
    return next(one for one in form.all_fields if one.name == name)


@pytest.mark.parametrize("kind", [kind for kind in ITEM_KINDS.values() if kind is not Edition])
def test_every_field_of_every_kind_of_item_can_be_edited(kind: type[Value]) -> None:
    edited = {one.path[0] for one in form_of(kind).all_fields}

    assert set(kind.model_fields) - edited <= NOT_BY_HAND


def test_a_planted_gap_would_be_found() -> None:
    assert set(Need.model_fields) - {one.path[0] for one in Form(Need, ()).all_fields} - NOT_BY_HAND


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", all_forms(), ids=lambda form: form.kind.__name__)
def test_every_label_hint_and_choice_has_words_in_both_languages(form: Form, language: str) -> None:
    held = keys(language)
    for one in form.all_fields:
        wanted = {one.label, one.hint, *(f"{one.choices}.{value}" for value in form.options(one) if one.choices)}
        assert wanted <= held


@pytest.mark.parametrize("form", all_forms(), ids=lambda form: form.kind.__name__)
def test_no_form_says_two_things_by_the_same_label(form: Form) -> None:
    for language in LANGUAGES:
        labels = [text(one.label, language) for one in form.fields if len(one.path) == 1]
        assert len(labels) == len(set(labels))


def test_both_languages_hold_the_same_messages_of_the_family() -> None:
    english, spanish = ({key for key in keys(language) if key.startswith("family.")} for language in LANGUAGES)

    assert english == spanish


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.kind.__name__)
def test_what_stands_in_a_line_reads_back_as_the_same_value(form: Form) -> None:
    """All items of an invented family, field by field."""
    family = demo.family(date(2026, 3, 2))
    for item in family.items():
        if type(item) is not form.kind:
            continue
        draft = Draft.of(form, item)
        for one in form.all_fields:
            if one.control in ("choice", "choices", "check", "refer", "rows"):
                continue
            for language in LANGUAGES:
                again = read(form, one, typed_again(one, draft.get(one), language), NOW, language)
                held = draft.get(one)
                assert _to_the_minute(again) == _to_the_minute(held), one.name


def _to_the_minute(value: object) -> object:
    return value.astimezone().replace(second=0, microsecond=0) if isinstance(value, datetime) else value


@pytest.mark.parametrize(
    ("name", "typed", "means"),
    [
        ("rank", " 2 ", 2),
        ("rank", "", None),
        ("domain", "School and work", "education"),
        ("domain", "Horse riding", "horse_riding"),
        ("note", "One\nTwo", "One\nTwo"),
        ("words-language", "es-MX", "es-MX"),
    ],
)
def test_a_typed_line_is_understood(name: str, typed: str, means: object) -> None:
    form = form_of(Need)

    assert read(form, field(form, name), typed, NOW, "en") == means


@pytest.mark.parametrize(
    ("kind", "name", "typed"),
    [
        (Need, "rank", "0"),
        (Need, "rank", "1e999"),
        (Need, "rank", "٣"),
        (Need, "rank", "-0"),
        (Need, "words-language", "not a language"),
        (Need, "domain", "!!!"),
        (Person, "born", "2026-02-30"),
        (Person, "languages", "en; es"),
        (Tie, "support", ""),
    ],
)
def test_what_cannot_be_understood_is_told_and_never_guessed(kind: type[Value], name: str, typed: str) -> None:
    form = form_of(kind)
    with pytest.raises(Unreadable) as told:
        read(form, field(form, name), typed, NOW, "en")

    assert text(told.value.key, "es", **told.value.values)


@pytest.mark.parametrize(
    ("typed", "means"),
    [("3pm", time(15)), ("3:30 p.m.", time(15, 30)), ("12 am", time(0)), ("9", time(9)), ("4", time(16)), ("04:00", time(4))],
)
def test_a_time_is_read_as_people_say_it(typed: str, means: time) -> None:
    from teammeet.model.meetings import Meeting

    form = form_of(Meeting)

    assert read(form, field(form, "at"), typed, NOW, "en") == means


def test_a_draft_is_not_built_while_it_lacks_what_it_needs() -> None:
    form = form_of(Tie)
    draft = Draft.new(form, support="gym")

    assert [one.name for one in draft.missing] == ["to"]
    whole = draft.with_value(field(form, "to"), "home").built()
    assert isinstance(whole, Tie)
    assert whole.id == draft.held["id"]


def test_a_value_inside_an_item_goes_when_nothing_is_left_in_it() -> None:
    form = form_of(Support)
    draft = Draft.of(form, Support(name="Gym")).with_value(field(form, "helpfulness-score"), 7)
    helpful = draft.built()
    assert isinstance(helpful, Support)
    assert helpful.helpfulness is not None
    assert helpful.helpfulness.score == 7

    emptied = draft.with_value(field(form, "helpfulness-score"), None).built()
    assert isinstance(emptied, Support)
    assert emptied.helpfulness is None


def test_somebody_is_found_by_initials_by_the_start_of_a_word_and_without_accents() -> None:
    family = demo.family(date(2026, 3, 2))
    finder = Finder(family, ("people", "supports"), "en")
    ines = next(one for one in (*family.people, *family.supports) if "Inés" in family.label(one.id))

    assert finder.fitting("ines")[0].id == ines.id
    assert ines.id in {found.id for found in finder.fitting("abu")}
    assert len(finder.fitting("")) == len(family.people) + len(family.supports)
    assert finder.fitting("zzz") == ()


def test_everything_in_the_demo_has_a_title_and_can_be_told_in_words() -> None:
    family = demo.family(date(2026, 3, 2))
    for language in LANGUAGES:
        for item in family.items():
            assert title_of(family, item, language)
            if type(item) is not Edition:
                assert all(fact.label and fact.words for fact in facts(form_of(type(item)), item, family, language))


def test_words_that_only_look_like_something_are_told_as_they_are() -> None:
    form = form_of(Header)
    told = facts(form, Header(name="Rivers", vision=Words(text="[/] {0} $who")), demo.family(date(2026, 3, 2)), "en")

    assert [fact.words for fact in told] == ["Rivers", "[/] {0} $who"]
