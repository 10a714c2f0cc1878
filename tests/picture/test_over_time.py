"""Pictures and words of two moments: both dates, the change in words, and nothing of what the reader may not see."""

import xml.etree.ElementTree as ET
from datetime import date

import pytest
from tests.ecomap.checker import SVG, check

from teammeet import demo
from teammeet.export import Options, exporter_named, file_name
from teammeet.model.family import Family, put
from teammeet.model.readers import team
from teammeet.model.since import seen_since
from teammeet.model.view import View
from teammeet_picture.over_time import over_time

TODAY = date(2026, 3, 2)
MOMENTS = ("plan 1 (January 19, 2026)", "now (March 2, 2026)")


@pytest.fixture(scope="module")
def family() -> Family:
    return demo.family(TODAY)


def both(family: Family) -> tuple[View, View]:
    """What the team sees of the signed plan, and of the record as it is."""
    signed = family.as_signed(1)
    assert signed is not None
    reader = team(family, TODAY)
    return seen_since(signed, family, reader), family.seen_by(reader)


def words_of(svg: str) -> str:
    return " ".join(ET.fromstring(svg).itertext())


def test_one_map_says_both_moments_and_what_became(family: Family) -> None:
    picture = over_time(*both(family), "en", moments=MOMENTS)
    root = ET.fromstring(picture.svg)
    title, desc = (root.findtext(f"{SVG}{name}") or "" for name in ("title", "desc"))
    assert all(moment in title and moment in desc for moment in MOMENTS)
    assert "Uncle Chidi: closer (was tenuous, now ordinary); now: Gives rides to the pool" in desc
    assert picture.alt == "What is new: 1 came, 2 changed."
    drawn = words_of(picture.svg)
    assert all(mark in drawn for mark in ("+ new", "~ changed", "new since then", "changed since then"))
    assert not picture.kept
    assert check(picture.svg).overlaps == 0
    assert picture.svg.count('class="household"') == 2  # both homes stay in the middle, as on the plain map


def test_two_maps_have_their_moments_over_them_and_one_legend(family: Family) -> None:
    picture = over_time(*both(family), "es", moments=("el plan 1", "ahora"), side_by_side=True)
    texts = [element.text for element in ET.fromstring(picture.svg).iter(f"{SVG}tspan")]
    assert {"El plan 1", "Ahora", "+ nuevo", "~ cambió"} <= set(texts)
    assert picture.svg.count('class="household"') == 4
    assert texts.count("fuerte") == 1
    assert texts.count("Sam") == 2
    assert sum("pantry" in (text or "") for text in texts) == 1
    assert picture.svg == over_time(*both(family), "es", moments=("el plan 1", "ahora"), side_by_side=True).svg


@pytest.mark.parametrize("side_by_side", [False, True])
def test_what_the_reader_may_not_see_today_is_in_no_picture(family: Family, side_by_side: bool) -> None:
    chidi = family.get("chidi")
    assert chidi is not None
    now = family.with_edits([put(chidi.changed(kept_from=("lola",)))])
    picture = over_time(*both(now), "en", moments=MOMENTS, side_by_side=side_by_side)
    assert "Chidi" not in picture.svg
    assert "rides" not in picture.svg


@pytest.mark.parametrize("name", ["ecomap-svg", "ecomap-png", "ecomap-words"])
def test_the_exporters_heed_another_moment_and_the_files_name_says_so(family: Family, name: str) -> None:
    before, view = both(family)
    exporter = exporter_named(name)
    compared = exporter.write(view, "en", Options(today=TODAY, before=before, moments=MOMENTS))
    assert compared.content != exporter.write(view, "en", Options(today=TODAY)).content
    assert not compared.places
    plain, since = (file_name(exporter, view, "en", since) for since in ("", "1"))
    assert since == plain.replace(f".{exporter.suffix}", f"-since-1.{exporter.suffix}")
    if name == "ecomap-words":
        assert compared.content.decode().startswith("The map from plan 1 (January 19, 2026) to now (March 2, 2026)")
