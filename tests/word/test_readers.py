"""A copy lacks what its reader may not see: in every part of the file, and so that nobody can tell that there was anything."""

import io
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from ooxml_integrity import check
from openxml_audit import OpenXmlValidator

from teammeet.model.family import Edit, Family, drop, put
from teammeet.model.meetings import SectionRead
from teammeet.model.people import Contact, Person
from teammeet.model.plan import Need, Strength, Task
from teammeet.model.readers import reader_named
from teammeet.model.sharing import Agreement, Release
from teammeet.model.supports import Support
from teammeet.model.values import Circle, RecordKind, Words

from .accessibility import findings
from .conftest import Write
from .records import BEFORE, TODAY, demo

SECRET = "Qxsecret"
CRISIS = ("crisis_stages", "crisis_calls", "past_crises", "crisis_plans")


def hidden_edits(family: Family) -> list[Edit]:
    """Changes that the team as a whole must never notice."""
    words = Words(text=f"{SECRET} words")
    mari = next(person for person in family.people if person.used_name == "Mari")
    return [
        put(mari.changed(legal_name=f"{SECRET} legal", private_note=f"{SECRET} note", contacts=_hidden_contact())),
        put(family.header.changed(private_note=f"{SECRET} header")),
        put(Need(words=words, rank=1, record="substance_use", record_of=mari.id)),
        put(Need(words=words, rank=2, kept_from=(mari.id,))),
        put(Strength(words=words, only_for=(mari.id,))),
        put(Task(words=words, record="health")),
        put(Support(name=f"{SECRET} support", record="mental_health", record_of=mari.id)),
        put(Person(id="hidden", used_name=f"{SECRET} person", kept_from=(mari.id,))),
        put(Agreement(who=mari.id, dissent=words, dissent_shown_to="facilitator")),
    ]


def _hidden_contact() -> tuple[Contact, ...]:
    return (Contact(value=f"{SECRET} phone", shown_to="household"),)


@pytest.mark.parametrize("reader", ["team", "room", "family"])
def test_families_that_differ_only_in_what_is_hidden_give_equal_bytes(write: Write, reader: str) -> None:
    family = demo()
    edits = hidden_edits(family)
    agreement = next(edit.after for edit in edits if isinstance(edit.after, Agreement))
    without = family.with_edits([put(agreement.changed(dissent=Words()))])
    assert write(family.with_edits(edits), reader) == write(without, reader)


@pytest.mark.parametrize("reader", ["team", "room", "family", "agency"])
def test_a_dissent_from_a_part_of_the_plan_leaves_no_trace_where_it_may_not_be_read(write: Write, reader: str) -> None:
    family = demo()
    read = SectionRead(meeting=family.meetings[0].id, section="needs", answer="dissent", words=Words(text=f"{SECRET} words"))
    assert write(family.with_edits([put(read)]), reader) == write(family, reader)


@pytest.mark.parametrize("circle", ["team", "room"])
def test_a_dissent_from_a_part_is_printed_in_own_words_for_those_who_may_read_it(write: Write, circle: Circle) -> None:
    family = demo()
    mari = next(person for person in family.people if person.used_name == "Mari")
    said = Words(text=f"{SECRET} words", verbatim=True)
    read = SectionRead(
        meeting=family.meetings[0].id, section="needs", answer="dissent", who=mari.id, words=said, shown_to=circle
    )
    assert f"{SECRET} words" in "".join(parts(write(family.with_edits([put(read)]), "team")))


def test_no_part_of_the_file_holds_what_is_hidden(write: Write) -> None:
    family = demo()
    edited = family.with_edits(hidden_edits(family))
    assert SECRET in "".join(parts(write(edited, "facilitator")))
    for reader in ("team", "room", "family"):
        assert SECRET not in "".join(parts(write(edited, reader))), reader


def test_a_copy_lists_the_kinds_of_fact_that_it_leaves_out(write: Write) -> None:
    text = "".join(parts(write(demo(), "team")))
    assert "What this copy leaves out" in text
    assert "Legal names: not in this copy" in text
    assert "What this copy leaves out" not in "".join(parts(write(demo(), "facilitator")))


PART_TWO = "42 CFR part 2 prohibits unauthorized use or disclosure of these records."


def with_a_record(kind: RecordKind = "substance_use", **release: object) -> Family:
    """The demo's family with a record of Mari's, which a release opens to her therapist and to her school."""
    given: dict[str, object] = {"records": (kind,), "record_of": "mari", "to": ("lind", "school"), "signed_on": BEFORE}
    need = Need(words=Words(text="Qxopened"), whose=("mari",), record=kind, record_of="mari")
    task = Task(words=Words(text="Qxdone"), owners=("reed",), need=need.id)
    family = demo()
    return family.with_edits([put(need), put(task), put(Release.model_validate(given | release))])


@pytest.mark.parametrize(
    ("reader", "has", "tells"),
    [
        ("person:lind", True, True),
        ("school", True, True),
        ("person:mari", True, False),
        ("facilitator", True, False),
        ("person:lola", False, False),
        ("team", False, False),
        ("primary-care", False, False),
    ],
)
def test_the_notice_of_part_two_is_there_exactly_where_a_release_opens_such_records(
    write: Write, reader: str, has: bool, tells: bool
) -> None:
    family = with_a_record()
    told = "".join(parts(write(family, reader)))
    assert ("Qxopened" in told, PART_TWO in told) == (has, tells)
    assert family.seen_by(reader_named(family, reader, TODAY)).part_two is tells


def test_other_records_have_no_such_notice_unless_their_release_is_one_of_part_two(write: Write) -> None:
    assert PART_TWO not in "".join(parts(write(with_a_record("health"), "school")))
    assert PART_TWO in "".join(parts(write(with_a_record("health", law="part_2"), "school")))
    assert PART_TWO not in "".join(parts(write(with_a_record(revoked_on=BEFORE), "school")))


def test_who_gets_records_under_a_release_reads_what_it_covers(write: Write) -> None:
    said = "".join(parts(write(with_a_record(what="Qxscope", purpose="Qxwhy", signed_by="Qxsigner"), "school")))
    assert [word in said for word in ("Qxscope", "Qxwhy", "Qxsigner")] == [True, True, False]


def test_a_record_is_listed_as_left_out_where_no_release_opens_it(write: Write) -> None:
    line = "Substance use record: not in this copy"
    assert line in "".join(parts(write(demo(), "school")))
    assert line not in "".join(parts(write(with_a_record(), "school")))


def test_a_copy_for_a_school_has_no_page_to_sign_and_no_map(write: Write) -> None:
    view = demo().seen_by(reader_named(demo(), "school", TODAY))
    assert view.tasks
    names = {name.partition("<")[0] for name in parts(write(demo(), "school"))}
    assert not [name for name in names if name.startswith("word/media")]
    told = "".join(parts(write(demo(), "school")))
    for left in ("Signatures", "Vision", "Teo", "Abuela", "Who agrees"):
        assert left not in told
    closed = demo().with_edits([put(demo().fixed(datetime(2031, 5, 14, 18, tzinfo=UTC), None))])
    told = "".join(parts(write(closed, "school")))
    assert "Closed for signing" in told
    assert re.search(r"\d of \d+ signed", told) is None, "it has no signatures: a count would be false"


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("reader", ["school", "primary-care", "youth"])
def test_such_a_copy_is_as_sound_and_as_accessible_as_a_plan(write: Write, tmp_path: Path, reader: str, language: str) -> None:
    family = with_a_record()
    bare = family.with_edits([drop(item) for item in (*family.strengths, *family.needs, *family.outcomes, *family.tasks)])
    for number, shown in enumerate((family, bare)):
        file = tmp_path / f"{number}.docx"
        file.write_bytes(write(shown, reader, language))
        assert findings(file.read_bytes()) == []
        assert OpenXmlValidator().validate(str(file)).is_valid
        assert not list(check(str(file)))


def test_who_never_gets_a_crisis_plan_is_not_told_that_there_is_none(write: Write) -> None:
    family = demo()
    bare = family.with_edits([drop(item) for name in CRISIS for item in getattr(family, name)])
    assert write(family, "room") == write(bare, "room")
    assert "Crisis and safety plan" not in "".join(parts(write(bare, "room")))
    assert "Crisis and safety plan" in "".join(parts(write(bare, "team")))


def parts(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return [name + package.read(name).decode("latin-1") for name in package.namelist()]
