"""A copy for one youth's school, doctor or court has nothing of the other youth of the family: in no part of any file."""

import io
import logging
import re
import zipfile
from datetime import UTC, datetime
from functools import cache
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.model.drawn import values
from tests.siblings import COPIES, SIBLING, of_tyrone, siblings
from tests.word.records import TODAY

from teammeet.errors import ExportRefused
from teammeet.export import Exporter, Options, exporters, file_name, made
from teammeet.model.extract import LeftOut
from teammeet.model.family import Family, put
from teammeet.model.family_file import write_family
from teammeet.model.people import Header, Household, Person
from teammeet.model.readers import reader_named
from teammeet.model.record import ITEM_KINDS
from teammeet.model.removal import without
from teammeet.model.since import plan_seen_by
from teammeet.model.values import Item
from teammeet.model.view import View

OWN: Final = ("Own strength", "Own need", "Own outcome", "Own reading", "Own strategy", "Own task", "Own mandate", "Own record")
SIBLINGS_OWN: Final = re.compile(r"\b(people|supports|needs|tasks|households|strengths|crisis-plans)-[12]\b")
"""Ids of what is the sibling's."""


def everything_in(content: bytes) -> str:
    """All text of a file: of each part of a package with its name, with and without its markup."""
    parts = [content]
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = [*(name.encode() for name in package.namelist()), *map(package.read, package.namelist())]
    texts = [part.decode("utf-8", "replace") for part in parts]
    return "\n".join([*texts, *(re.sub(r"<[^>]*>", "", one) for one in texts)])


def told_by(exporter: Exporter, view: View, before: View | None = None) -> str:
    """All that one exporter makes of a view: the file, its name, the remarks; nothing where it refuses such a reader."""
    options = Options(today=TODAY, before=before if "before" in exporter.heeds else None, moments=("then", "now"))
    try:
        exported = made(exporter, view, "en", options)
    except ExportRefused as refusal:
        return str(refusal)
    return "\n".join((everything_in(exported.content), file_name(exporter, view), *exported.remarks))


@cache
def family_of_two() -> tuple[Family, dict[str, str]]:
    return siblings()


def seen(family: Family, copy: str) -> View:
    return family.seen_by(reader_named(family, copy, TODAY))


@pytest.mark.parametrize("copy", COPIES)
def test_no_part_of_any_file_has_anything_of_the_sibling(copy: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    family, marks = family_of_two()
    view = seen(family, copy)
    told = {exporter.name: told_by(exporter, view, view) for exporter in exporters()}
    told |= {"log": caplog.text, "view": write_family(view), "dump": view.model_dump_json(exclude={"left_out"})}
    told = {name: said.casefold() for name, said in told.items()}
    assert [(name, place) for name, said in told.items() for mark, place in marks.items() if mark.casefold() in said] == []
    assert {name: SIBLINGS_OWN.findall(said) for name, said in told.items() if SIBLINGS_OWN.search(said)} == {}
    assert {name for name, said in told.items() if "little sister" in said} == set()
    assert "own task" in told["word"]


def test_the_siblings_school_has_nothing_of_tyrone() -> None:
    family, marks = family_of_two()
    view = seen(family, f"school:supports-1:{SIBLING}")
    told = "\n".join(told_by(exporter, view, view) for exporter in exporters()).replace("Own need of both", "")
    assert any(place == "strengths.words.text" for mark, place in marks.items() if mark in told)
    assert [word for word in (*OWN, "Tyrone", "tyrone", "Hill School", "Mx. Vale", "Dr. Wen") if word in told] == []


def test_a_planted_leak_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    family, marks = family_of_two()
    monkeypatch.setattr("teammeet.model.view.narrowed", lambda lists, header, extract: (lists, header, LeftOut()))
    told = write_family(seen(family, COPIES[0]))
    assert [place for mark, place in marks.items() if mark in told]


NONSENSE: Final = st.sampled_from(("Zorvabal", "Quexidon Marr", "Brankovine", "Tildorane"))
ELSEWHERE: Final = {name: [f"{name.replace('_', '-')}-1"] for name in ITEM_KINDS} | {"meetings": ["meetings-1", "meetings-2"]}
LEFT_ALONE: Final = ("editions", "releases", "team", "header")


def redrawn(draw: st.DrawFn, item: Item) -> Item:
    """An item of the sibling's with everything in it drawn anew, so that it is still the sibling's or of nobody said."""
    names: dict[type[Item], tuple[str, ...]] = {Person: ("used_name", "legal_name"), Household: ("address",)}
    given: dict[str, Any] = {name: draw(NONSENSE) for name in names.get(type(item), ())}
    if isinstance(item, Person):
        given |= {"support": item.support, "role": draw(st.sampled_from(("", "sister", "cousin", "Tyrone's twin")))}
    drawn: Item = draw(values(type(item), ELSEWHERE, id=item.id, **given))
    return drawn


@st.composite
def twins(draw: st.DrawFn) -> Family:
    """The family with other facts of the sibling, of the family as a whole, and of everybody else's help."""
    family, _ = family_of_two()
    own = {item.id for item in of_tyrone()}
    others = [item for item in family.items() if item.id not in own and not item.id.startswith(("named", "kin", "said", "tie"))]
    edits = [put(redrawn(draw, item)) for item in others if not isinstance(item, Header)]
    edits = [edit for edit in edits if edit.kind not in LEFT_ALONE]
    header = draw(values(Header, ELSEWHERE, id="h", name=draw(NONSENSE), **_told(family.header)))
    return family.with_edits([*edits, put(header.changed(id=family.header.id))])


def _told(header: Header) -> dict[str, str]:
    return {"language": header.language, "agency": header.agency, "facilitator": header.facilitator}


@settings(max_examples=20, suppress_health_check=list(HealthCheck), phases=(Phase.explicit, Phase.generate), deadline=None)
@given(other=twins(), copy=st.sampled_from(COPIES), exporter=st.sampled_from([e.name for e in exporters()]))
def test_other_facts_of_the_sibling_give_equal_bytes(other: Family, copy: str, exporter: str) -> None:
    family, _ = family_of_two()
    one = without_names(family)
    first, second = seen(one, copy), seen(without_names(other), copy)
    assert first.digest == second.digest
    writes = next(each for each in exporters() if each.name == exporter)
    assert bytes_of(writes, first) == bytes_of(writes, second)


def without_names(family: Family) -> Family:
    """The family without the lines that name the sibling by the name of the first of the twins."""
    named = {item.id for item in family.items() if item.id.startswith(("named", "kin", "said"))}
    return Family.of_items([item for item in family.items() if item.id not in named])


def bytes_of(exporter: Exporter, view: View) -> tuple[bytes | str, str]:
    options = Options(today=TODAY, before=view if "before" in exporter.heeds else None)
    try:
        return exporter.write(view, "en", options).content, file_name(exporter, view)
    except ExportRefused as refusal:
        return str(refusal), ""


def test_a_name_of_former_times_is_found_in_what_is_said_today() -> None:
    family, _ = siblings(used_name="Zorvabal")
    then = family.with_edits([put(family.fixed(moment(), None))])
    sister = next(person for person in then.people if person.id == SIBLING)
    task = next(task for task in then.tasks if task.id == "task")
    now = then.with_edits([put(sister.changed(used_name="Brankovine")), put(task.changed(due_said="after zorvabal's"))])
    assert "task" in {item.id for item in seen(family, COPIES[0]).items()}
    assert "task" not in {item.id for item in seen(now, COPIES[0]).items()}


def test_the_name_of_somebody_who_is_gone_is_found_in_a_signed_plan() -> None:
    family, _ = siblings(used_name="Zorvabal")
    task = next(task for task in family.tasks if task.id == "task")
    family = family.with_edits([put(task.changed(due_said="after Tildorane's day"))])
    signed = family.with_edits([put(family.fixed(moment(), None))])
    gone = Person(id="gone", used_name="Tildorane")
    now = signed.with_edits(without(signed, SIBLING))
    reader = reader_named(now, COPIES[0], TODAY)
    views = [plan_seen_by(now, reader, 1, left) for left in ((), (gone,))]
    assert ["task" in {item.id for item in view.items()} for view in views if view] == [True, False]


def moment() -> datetime:
    return datetime(2031, 5, 8, 9, tzinfo=UTC)
