"""No reader finds a mark of what they may not see: in every field of every kind of item, hidden in each way there is."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

import pytest
from tests.every_mark import READERS, WAYS, bereft, family_of_marks, may_see, otherwise
from tests.test_copies_of_siblings import everything_in
from tests.word.records import TODAY

from teammeet.errors import ExportRefused
from teammeet.export import Options, exporter_named, exporters, file_name, made
from teammeet.model.family import Family
from teammeet.model.readers import reader_named
from teammeet.model.record import ITEM_KINDS
from teammeet.model.since import seen_since
from teammeet.model.values import Circle
from teammeet.model.view import View
from teammeet_word.forms.ours import new_form
from teammeet_word.seal import Key, new_key, sealed

MOMENT = datetime(2031, 5, 14, 15, 30, tzinfo=UTC)
USUAL = Options(today=TODAY, moments=("then", "now"))
NARROW = ("team", "household:dads", "school:school:ty")


def seen(family: Family, reader: str) -> View:
    return family.seen_by(reader_named(family, reader, TODAY))


def signed(family: Family, reader: str) -> View:
    then = family.as_signed(1)
    assert then is not None
    return seen_since(then, family, reader_named(family, reader, TODAY))


def marks_in(said: str) -> set[str]:
    return set(re.findall(r"Zq\d{4}x", said))


@pytest.mark.parametrize("told", ["room", "team", "facilitator"])
def test_no_reader_can_tell_of_what_is_hidden_whether_there_is_other_or_none(told: Circle) -> None:
    family, places = family_of_marks(told)
    for reader in READERS:
        if reader == "facilitator":
            continue
        other, without = otherwise(family, places, reader), bereft(family, reader)
        assert seen(family, reader) == seen(other, reader) == seen(without, reader), reader
        assert signed(family, reader) == signed(other, reader), reader


def test_every_field_of_text_of_every_kind_has_a_mark_that_the_facilitator_sees() -> None:
    family, places = family_of_marks()
    without_text = {"editions", "header", "ties", "sections_read"}
    held = {(kind, way) for kind in ITEM_KINDS if kind not in without_text for way in WAYS}
    assert held - {(place.kind, place.way) for place in places.values()} == set()
    assert marks_in(seen(family, "facilitator").lists_written) == set(places)


@cache
def layouts() -> dict[str, Options]:
    return {
        "plain": USUAL,
        "large": replace(USUAL, large=True),
        "beside": replace(USUAL, second="es"),
        "form": replace(USUAL, form=new_form("en")),
        "sealed": replace(USUAL, seal=lambda content: sealed(content, _key(), MOMENT)),
    }


@cache
def _key() -> Key:
    return new_key("Río Delgado", MOMENT)


def told_by(name: str, family: Family, reader: str, layout: str) -> tuple[bytes | str, Any]:
    """The file, with its name and all that is said of it; why there is none, where the reader gets none."""
    exporter, view = exporter_named(name), seen(family, reader)
    options = replace(layouts()[layout], before=signed(family, reader) if "before" in exporter.heeds else None)
    try:
        exported = made(exporter, view, "en", options)
    except ExportRefused as refusal:
        return str(refusal), None
    return exported.content, (file_name(exporter, view, "en", "", options), exported.remarks)


@pytest.mark.parametrize("reader", NARROW)
def test_no_file_of_any_exporter_has_a_mark_that_its_reader_may_not_see(reader: str) -> None:
    family, places = family_of_marks()
    found: dict[str, set[str]] = {}
    for exporter in exporters():
        content, beside = told_by(exporter.name, family, reader, "plain")
        said = content if isinstance(content, str) else everything_in(content)
        found[exporter.name] = marks_in(f"{said}{beside}")
    leaks = [(name, places[mark]) for name, marks in found.items() for mark in marks if not may_see(reader, places[mark])]
    assert leaks == []
    assert found["word"]


@pytest.mark.parametrize("layout", ["large", "beside", "form", "sealed"])
def test_every_layout_of_the_plan_is_the_same_whatever_is_hidden(layout: str) -> None:
    family, places = family_of_marks()
    for reader in NARROW[1:]:
        one, other = (told_by("word", each, reader, layout) for each in (family, otherwise(family, places, reader)))
        assert _unsigned(one[0]) == _unsigned(other[0]), reader
        assert one[1] == other[1]


def _unsigned(content: bytes | str) -> dict[str, bytes]:
    """Every part of a package, without what chance adds to a signature."""
    assert isinstance(content, bytes)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: re.sub(rb"<SignatureValue.*?</SignatureValue>", b"", package.read(name)) for name in package.namelist()}


def test_a_planted_leak_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    family, places = family_of_marks()
    monkeypatch.setattr("teammeet.model.readers.Reader.sees_item", lambda reader, item: True)
    shown = marks_in(seen(family, "team").lists_written)
    assert any(not may_see("team", places[mark]) for mark in shown)
