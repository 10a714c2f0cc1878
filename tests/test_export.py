"""Exported files: their names tell copies apart and nobody's name; they are whole, private, and never written over unasked."""

import stat
from datetime import date
from pathlib import Path

import pytest

from teammeet import demo
from teammeet.errors import ExportRefused, TeammeetError
from teammeet.export import Exported, Exporter, Options, exporter_named, exporters, file_name, save
from teammeet.model.readers import facilitator, household, reader_named, team

TODAY = date(2026, 3, 2)


def test_two_copies_that_differ_have_names_that_differ() -> None:
    family = demo.family(TODAY)
    word = exporter_named("word")
    readers = [
        "team",
        "family",
        "facilitator",
        "agency",
        "person:reed",
        "person:lind",
        "household:home-lola",
        "household:home-emeka",
    ]
    names = {file_name(word, family.seen_by(reader_named(family, r, TODAY)), tag) for r in readers for tag in ("en", "es")}
    assert len(names) == 2 * len(readers)
    assert "plan-F-VSPC-2.docx" in names


def test_the_name_tells_layouts_apart() -> None:
    word, view = exporter_named("word"), demo.family(TODAY).seen_by(team(demo.family(TODAY), TODAY))
    asked = (Options(), Options(large=True), Options(second="es"), Options(form=b""), Options(seal=bytes))
    told = [file_name(word, view, options=options).removeprefix("plan-F-VSPC-2").removesuffix(".docx") for options in asked]
    assert told == ["", "-large", "-en-es", "-form", "-sealed"]


def test_a_file_name_holds_no_name() -> None:
    family = demo.family(TODAY)
    name = file_name(exporter_named("word"), family.seen_by(household(family, "home-lola", TODAY)), "es")
    assert "lola" not in name
    assert name.startswith("plan-F-VSPC-2-home-")
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.ABCDEFGHJKMNPQRSTVWXYZ")


def test_the_same_copy_has_the_same_name_again() -> None:
    family = demo.family(TODAY)
    for exporter in exporters():
        view = family.seen_by(team(family, TODAY))
        assert file_name(exporter, view) == file_name(exporter, family.seen_by(team(family, TODAY)))


def test_every_exporter_is_what_the_contract_says() -> None:
    found = list(exporters())
    built_in = ["word", "ecomap-svg", "ecomap-png", "ecomap-words", "family-file", "crisis-page", "rating-sheet"]
    assert [e.name for e in found][:7] == built_in
    assert all(isinstance(e, Exporter) for e in found)
    with pytest.raises(TeammeetError):
        exporter_named("no-such-thing")


def test_a_family_file_for_the_facilitator_holds_everything() -> None:
    from teammeet.export import Options
    from teammeet.model.family_file import read_family

    family = demo.family(TODAY)
    exported = exporter_named("family-file").write(family.seen_by(facilitator(TODAY)), "en", Options(today=TODAY))
    assert read_family(exported.content) == family


def test_a_saved_file_is_the_owners_alone_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    save(Exported(b"plan"), tmp_path / "plan.docx")
    assert stat.S_IMODE((tmp_path / "plan.docx").stat().st_mode) == 0o600
    assert [p.name for p in tmp_path.iterdir()] == ["plan.docx"]


def test_a_file_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    save(Exported(b"first"), path)
    with pytest.raises(TeammeetError):
        save(Exported(b"second"), path)
    assert path.read_bytes() == b"first"
    save(Exported(b"second"), path, overwrite=True)
    assert path.read_bytes() == b"second"


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(ExportRefused):
        save(Exported(b"plan"), tmp_path / "nowhere" / "plan.docx")
