"""A copy lacks what its reader may not see: in every part of the file, and so that nobody can tell that there was anything."""

import io
import zipfile

import pytest

from teammeet.model.family import Edit, Family, drop, put
from teammeet.model.meetings import SectionRead
from teammeet.model.people import Contact, Person
from teammeet.model.plan import Need, Strength, Task
from teammeet.model.sharing import Agreement
from teammeet.model.supports import Support
from teammeet.model.values import Circle, Words

from .conftest import Write
from .records import demo

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
    assert "legal names" in text
    assert "What this copy leaves out" not in "".join(parts(write(demo(), "facilitator")))


def test_who_never_gets_a_crisis_plan_is_not_told_that_there_is_none(write: Write) -> None:
    family = demo()
    bare = family.with_edits([drop(item) for name in CRISIS for item in getattr(family, name)])
    assert write(family, "room") == write(bare, "room")
    assert "Crisis and safety plan" not in "".join(parts(write(bare, "room")))
    assert "Crisis and safety plan" in "".join(parts(write(bare, "team")))


def parts(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return [name + package.read(name).decode("latin-1") for name in package.namelist()]
