"""The family file: what is written is read back the same, and nothing is read that is not written as it should be."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from tests.model.drawn import families

from teammeet.errors import FileRefused
from teammeet.messages import LANGUAGES
from teammeet.model.family import Family, put
from teammeet.model.family_file import MOST_BYTES, read_family, schema, write_family
from teammeet.model.people import Header, Household, Person
from teammeet.model.plan import Need, Task
from teammeet.model.readers import facilitator, team
from teammeet.model.values import Words

SLOW_TO_DRAW = settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much], max_examples=50
)
VALIDATOR = Draft202012Validator(schema())
BARE = {"format": "teammeet-family", "version": 1, "family": {"id": "fam", "name": "Rivera"}}
KEPT = {"id": "e1", "number": 1, "fixed_at": "2026-03-02T17:00:00-06:00", "record_kept": {"family": BARE["family"]}}


def read(**parts: Any) -> Family:
    return read_family(json.dumps({**BARE, **parts}).encode())


def refused(raw: bytes) -> str:
    """The sentence that a refused file gets."""
    with pytest.raises(FileRefused) as refusal:
        read_family(raw)
    assert "{" not in refusal.value.sentence("es")
    return refusal.value.sentence("en")


def edition_family() -> Family:
    family = Family.of_items([Header(id="fam", name="Rivera"), Person(id="ana", used_name="Ana"), Need(id="n", whose=("ana",))])
    family = family.with_edits([put(family.fixed(datetime(2026, 3, 2, 17, tzinfo=UTC), None))])
    return family.with_edits([put(Need(id="n", words=Words(text="a quiet place")))])


@SLOW_TO_DRAW
@given(families())
def test_a_family_is_read_back_as_it_was_written(family: Family) -> None:
    assert read_family(write_family(family).encode()) == family


@SLOW_TO_DRAW
@given(families())
def test_writing_what_was_read_gives_the_same_bytes(family: Family) -> None:
    written = write_family(family)
    assert write_family(read_family(written.encode())) == written


@SLOW_TO_DRAW
@given(families())
def test_the_schema_holds_for_every_file_that_is_written(family: Family) -> None:
    assert list(VALIDATOR.iter_errors(json.loads(write_family(family)))) == []


def test_signed_editions_go_along() -> None:
    family = edition_family()
    again = read_family(write_family(family).encode())
    assert again == family
    assert again.plan_state == "draft"
    assert again.as_signed(1) == family.as_signed(1)
    VALIDATOR.validate(json.loads(write_family(family)))


@SLOW_TO_DRAW
@given(families())
def test_what_a_reader_sees_can_be_written_and_read(family: Family) -> None:
    for reader in (facilitator(date(2026, 3, 2)), team(family, date(2026, 3, 2))):
        seen = family.seen_by(reader)
        again = read_family(write_family(seen).encode())
        assert list(again.items()) == list(seen.items())


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())
    assert schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_a_byte_order_mark_is_allowed() -> None:
    assert read_family(b"\xef\xbb\xbf" + json.dumps(BARE).encode()).header.name == "Rivera"


def test_a_pair_of_surrogate_escapes_is_one_character() -> None:
    assert read(family={"id": "fam", "name": "\U0001f600"}).header.name == "😀"


STRUCTURE: dict[str, dict[str, Any]] = {
    "an unknown field": {"peopel": []},
    "an unknown field of an item": {"people": [{"id": "p", "used_nam": "Ana"}]},
    "an unknown field of a value in an item": {"needs": [{"id": "n", "words": {"txt": "x"}}]},
    "another version": {"version": -1},
    "a version as text": {"version": "1"},
    "a version as a truth value": {"version": True},
    "another format": {"format": "teammeet-vault"},
    "no family": {"family": None},
    "a family without an id": {"family": {"name": "Rivera"}},
    "a family without a name": {"family": {"id": "fam"}},
    "a family with an empty name": {"family": {"id": "fam", "name": ""}},
    "an item without an id": {"people": [{"used_name": "Ana"}]},
    "an object for a list": {"people": {"id": "p"}},
    "a text for an item": {"people": ["Ana"]},
    "null for a list": {"people": None},
    "a number for a text": {"people": [{"id": "p", "used_name": 5}]},
    "a number for a truth value": {"people": [{"id": "p", "interpreter": 1}]},
    "a fraction for a number": {"needs": [{"id": "n", "rank": 1.5}]},
    "a number out of range": {"needs": [{"id": "n", "rank": 0}]},
    "a huge number": {"needs": [{"id": "n", "rank": 10**400}]},
    "a number for a date": {"people": [{"id": "p", "born": 0}]},
    "an id of somebody for a copy that is none": {"copy_for": "team", "copy_for_id": "The team"},
    "a value that is no choice": {"people": [{"id": "p", "life": "asleep"}]},
    "an id with capitals": {"people": [{"id": "Ana"}]},
    "an id that is too long": {"people": [{"id": "a" * 41}]},
    "a language that is none": {"family": {"id": "fam", "name": "x", "language": "in English"}},
    "a name that is too long": {"family": {"id": "fam", "name": "x" * 501}},
    "a reading without its outcome": {"readings": [{"id": "r", "on": "2026-03-02"}]},
    "an item without an id in an edition": {"editions": [{**KEPT, "record_kept": {"family": {"name": "Rivera"}}}]},
    "the header by another name": {"header": {"id": "fam", "name": "Rivera"}},
}


@pytest.mark.parametrize("parts", STRUCTURE.values(), ids=STRUCTURE)
def test_what_is_built_in_another_way_is_refused_by_the_reader_and_by_the_schema(parts: dict[str, Any]) -> None:
    written = {**BARE, **parts}
    assert list(VALIDATOR.iter_errors(written))
    assert refused(json.dumps(written).encode())


MEANING: dict[str, tuple[dict[str, Any], str]] = {
    "a version to come": ({"version": 999}, "newer teammeet (version 999)"),
    "a version of a thousand digits": ({"version": 10**1000}, "newer teammeet (version ?)"),
    "a blank name": ({"family": {"id": "fam", "name": "  "}}, "at family.name"),
    "a control character": ({"family": {"id": "fam", "name": "A\x1b[2J"}}, "U+001B"),
    "a line break in a name": ({"people": [{"id": "p", "used_name": "a\nb"}]}, "at people[0].used_name: the text holds U+000A"),
    "half a character": ({"family": {"id": "fam", "name": "\ud800"}}, "half a character"),
    "a direction override": ({"people": [{"id": "p", "note": "a\u202eb"}]}, "at people[0].note: the text holds U+202E"),
    "a date in seconds": ({"people": [{"id": "p", "born": "0"}]}, "at people[0].born: it is no date"),
    "a moment in seconds": ({"editions": [{**KEPT, "fixed_at": "1700000000"}]}, "at editions[0].fixed_at: it is no date"),
    "a moment without a zone": ({"editions": [{**KEPT, "fixed_at": "2026-03-02T17:00:00"}]}, "the time has no zone"),
    "a day that is not": ({"people": [{"id": "p", "born": "2026-02-30"}]}, "at people[0].born: it is no date"),
    "a reference that leads nowhere": (
        {"tasks": [{"id": "t", "owners": ["nobody"]}]},
        "at tasks[0].owners[0]: there is no such item in people",
    ),
    "a reference to another kind": (
        {"needs": [{"id": "n"}], "tasks": [{"id": "t", "owners": ["n"]}]},
        "at tasks[0].owners[0]: there is no such item",
    ),
    "a reference of the header": (
        {"family": {"id": "fam", "name": "x", "rules_agreed_by": ["nobody"]}},
        "at family.rules_agreed_by[0]",
    ),
    "a copy for nobody in it": ({"copy_for": "team", "copy_for_id": "nobody"}, "at copy_for_id: there is no such item"),
    "a copy for a task": ({"copy_for": "team", "copy_for_id": "t", "tasks": [{"id": "t"}]}, "at copy_for_id"),
    "a copy for all who get one": ({"copy_for": "recipient", "copy_for_id": "fam"}, "at copy_for_id"),
    "an agency's copy for a person": ({"copy_for": "agency", "copy_for_id": "p", "people": [{"id": "p"}]}, "at copy_for_id"),
    "a record for a person": ({"copy_for_id": "p", "people": [{"id": "p"}]}, "at copy_for_id"),
    "an id that stands twice": ({"people": [{"id": "p"}, {"id": "p"}]}, "at people[1].id: this id stands twice"),
    "an id in two lists": ({"people": [{"id": "p"}], "needs": [{"id": "p"}]}, "at needs[0].id: this id stands twice"),
    "the id of the family once more": ({"people": [{"id": "fam"}]}, "at people[0].id: this id stands twice"),
    "two editions of one number": ({"editions": [KEPT, {**KEPT, "id": "e2"}]}, "at editions[1].number"),
    "an edition of another family": (
        {"editions": [{**KEPT, "record_kept": {"family": {"id": "other", "name": "x"}}}]},
        "at editions[0].record_kept.family.id",
    ),
    "a dangling reference in an edition": (
        {"editions": [{**KEPT, "record_kept": {"family": BARE["family"], "tasks": [{"id": "t", "need": "n"}]}}]},
        "at editions[0].record_kept.tasks[0].need",
    ),
}


@pytest.mark.parametrize(("parts", "said"), MEANING.values(), ids=MEANING)
def test_what_cannot_be_meant_is_refused_naming_the_place(parts: dict[str, Any], said: str) -> None:
    assert said in refused(json.dumps({**BARE, **parts}).encode())


HEAD = json.dumps(BARE)[:-1]
BYTES: dict[str, tuple[bytes, str]] = {
    "a doubled key": (b'{"name": "a", "name": "b"}', "at name: this key stands twice"),
    "a doubled key inside": ((HEAD + ', "people": [{"id": "p", "id": "q"}]}').encode(), "at id: this key stands twice"),
    "a doubled key of half a character": (b'{"\\ud800": 1, "\\ud800": 2}', "at ?: this key stands twice"),
    "no number": ((HEAD + ', "n": NaN}').encode(), "at NaN: this is not a number"),
    "infinity": ((HEAD + ', "n": -Infinity}').encode(), "at -Infinity"),
    "a number beyond all": ((HEAD + ', "n": 1e999}').encode(), "it is too large"),
    "a number of five thousand digits": ((HEAD + ', "n": ' + "9" * 5000 + "}").encode(), "too many digits"),
    "a hundred thousand levels": (b"[" * 100_000, "nested too deeply"),
    "three hundred levels": ((HEAD + ', "n": ' + "[" * 300 + "]" * 300 + "}").encode(), "nested too deeply"),
    "UTF-16": (json.dumps(BARE).encode("utf-16"), "Save it as UTF-8"),
    "Latin 1": (json.dumps({"name": "José"}, ensure_ascii=False).encode("latin-1"), "not UTF-8"),
    "half a file": (json.dumps(BARE).encode()[:40], "line 1, column"),
    "nothing": (b"", "not JSON"),
    "a list": (b"[]", "one JSON object"),
    "null": (b"null", "one JSON object"),
    "two values": ((json.dumps(BARE) + "{}").encode(), "not JSON"),
    "a zero byte at the end": ((json.dumps(BARE) + "\0").encode(), "not JSON"),
    "too many bytes": (b" " * (MOST_BYTES + 1), "More than 67108864 are not read"),
}


@pytest.mark.parametrize(("raw", "said"), BYTES.values(), ids=BYTES)
def test_bytes_that_are_no_strict_json_are_refused(raw: bytes, said: str) -> None:
    assert said in refused(raw)


@pytest.mark.parametrize("levels", [190, 205, 500, 900, 980, 995, 1000, 1100])
def test_no_depth_of_nesting_ends_in_a_fault_of_the_program(levels: int) -> None:
    refused((HEAD + ', "n": ' + '{"a":' * levels + "1" + "}" * levels + "}").encode())


def test_a_refusal_never_shows_what_stands_in_the_file() -> None:
    secret = "Methadone\x1b[2J"
    for language in LANGUAGES:
        with pytest.raises(FileRefused) as refusal:
            read(people=[{"id": "p", secret: secret, "born": secret}])
        assert "Methadone\x1b" not in refusal.value.sentence(language)
        with pytest.raises(FileRefused) as refusal:
            read(people=[{"id": "p", "born": secret}])
        assert "Methadone" not in refusal.value.sentence(language)


def test_a_file_may_be_cut_anywhere_and_is_then_refused() -> None:
    whole = write_family(edition_family()).encode().rstrip()
    for end in range(0, len(whole), 7):
        refused(whole[:end])


def test_decomposed_letters_are_composed() -> None:
    assert read(people=[{"id": "p", "used_name": "Jose\u0301"}]).people[0].used_name == "José"


def test_ids_of_equal_look_in_family_and_edition_are_no_clash() -> None:
    family = edition_family()
    assert family.editions[0].record_kept is not None
    assert {item.id for item in family.editions[0].record_kept.items()} >= {"fam", "ana", "n"}
    read_family(write_family(family).encode())


def test_fields_at_their_default_are_left_out() -> None:
    family = Family.of_items([Header(id="fam", name="Rivera"), Household(id="home"), Task(id="t")])
    assert json.loads(write_family(family)) == {
        "format": "teammeet-family",
        "version": 1,
        "family": {"id": "fam", "name": "Rivera"},
        "households": [{"id": "home"}],
        "tasks": [{"id": "t"}],
    }
