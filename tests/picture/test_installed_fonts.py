"""Fonts of the machine for letters that the shipped font lacks: which are taken, and that they are what is seen."""

import random
import re
from pathlib import Path

import pytest
from tests.ecomap.checker import check
from tests.ecomap.families import graph, view
from tests.picture.made_fonts import UNITS, make_collection, make_font
from tests.picture.test_picture import named

from teammeet import system
from teammeet.ecomap.graph import EcomapGraph, Home, Member, Support, Tie
from teammeet.errors import ExportRefused
from teammeet.export import Options, exporter_named
from teammeet_picture.installed_fonts import fonts_for
from teammeet_picture.measure import FontMeasure
from teammeet_picture.over_time import over_time
from teammeet_picture.picture import draw, drawing
from teammeet_picture.truetype import Advances

MOUNTAIN, FIELD, TIGER = "山田虎"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The one folder in which fonts are installed."""
    installed = tmp_path / "fonts"
    installed.mkdir()
    monkeypatch.setattr(system, "font_folders", lambda: (tmp_path / "none", installed))
    return installed


def test_an_installed_font_draws_what_ours_cannot(folder: Path) -> None:
    font = make_font(folder / "deep" / "Mountains.ttf", {MOUNTAIN: 1000, FIELD: 900})
    picture = draw(named(f"{MOUNTAIN}{FIELD}"))
    assert (picture.fonts, picture.remarks) == ((font,), ())
    assert check(picture.svg).overlaps == 0
    assert f">{MOUNTAIN}{FIELD}</tspan>" in picture.svg


@pytest.mark.parametrize("kind", ["ttf", "otf", "ttc"])
def test_what_is_seen_is_the_installed_fonts_letter_and_no_box(folder: Path, kind: str) -> None:
    boxes = draw(named(MOUNTAIN)).png(600)
    seen = []
    for blank in (True, False):
        outlines, suffix = ("CFF", "otf") if kind == "otf" else ("glyf", "ttf")
        font = make_font(folder / f"{blank}.{suffix}", {MOUNTAIN: 1000}, outlines=outlines, blank=blank)
        if kind == "ttc":
            single, font = font, make_collection(folder / f"{blank}.ttc", [font])
            single.unlink()
        picture = draw(named(MOUNTAIN))
        assert picture.fonts == (font,)
        seen.append((picture.svg, picture.png(600)))
        font.unlink()
    (svg_of_blank, blank_one), (svg_of_black, black_one) = seen
    assert svg_of_blank == svg_of_black
    assert len({blank_one, black_one, boxes}) == 3


@pytest.mark.parametrize(("suffix", "outlines"), [("ttf", "glyf"), ("otf", "CFF")])
def test_widths_are_read_from_fonts_of_either_sort_and_of_collections(tmp_path: Path, suffix: str, outlines: str) -> None:
    widths = {MOUNTAIN: 1000, "k": 480, "\U0001f9d1": 1250, "\u0915": 730}
    font = make_font(tmp_path / f"font.{suffix}", widths, outlines=outlines)
    collection = make_collection(tmp_path / "fonts.ttc", [font, make_font(tmp_path / "other.ttf", {"k": 100})])
    for file in (font, collection):
        advances = Advances(file)
        assert {letter: advances[letter] for letter in widths} == {letter: width / UNITS for letter, width in widths.items()}
        assert [advances[letter] for letter in "jl\u0914\u0916\uffff\U0001f9d0\U0010ffff"] == [None] * 7


def test_the_plainest_font_is_taken_and_few_of_them(folder: Path) -> None:
    both = {MOUNTAIN: 1000, FIELD: 1000}
    for name in ("A-Bold", "A-Light", "B Serif", "LastResort", "Unifont"):
        make_font(folder / f"{name}.ttf", {**both, TIGER: 1000})
    assert [font.stem for font in fonts_for(MOUNTAIN)] == ["B Serif"]
    make_font(folder / "Mountain.ttf", {MOUNTAIN: 1000})
    make_font(folder / "Plain.ttf", both)
    assert [font.stem for font in fonts_for(MOUNTAIN + FIELD)] == ["Plain"]
    make_font(folder / "NotoSansFields-Regular.ttf", {FIELD: 1000})
    assert [font.stem for font in fonts_for(FIELD)] == ["NotoSansFields-Regular"]
    assert [font.stem for font in fonts_for(MOUNTAIN + FIELD + TIGER)] == ["NotoSansFields-Regular", "Mountain", "B Serif"]


def test_a_file_that_is_no_font_is_passed_over(folder: Path, tmp_path: Path) -> None:
    sound = make_font(folder / "z.ttf", {MOUNTAIN: 1000})
    whole = sound.read_bytes()
    (folder / "a.ttf").write_bytes(b"not a font")
    (folder / "b.otf").write_bytes(b"")
    (folder / "c.ttc").write_bytes(b"ttcf" + whole[4:])
    (folder / "d.ttf").mkdir()
    (folder / "e.ttf").symlink_to(tmp_path / "nowhere")
    make_font(folder / "nameless.ttf", {MOUNTAIN: 1000, FIELD: 1000}, named_for_printers=False)
    for number, length in enumerate(range(1, len(whole), 97)):
        (folder / f"f{number}.ttf").write_bytes(whole[:length])
    picture = draw(named(f"{MOUNTAIN}{FIELD}"))
    assert picture.fonts
    assert len(picture.remarks) == 1
    assert MOUNTAIN not in picture.remarks[0]
    assert FIELD in picture.remarks[0]
    with pytest.raises(ExportRefused, match=r"a\.ttf"):
        draw(named(MOUNTAIN), fonts=(folder / "a.ttf",))


def test_a_damaged_font_is_refused_or_read_and_never_crashes(tmp_path: Path) -> None:
    font = make_font(tmp_path / "font.ttf", {MOUNTAIN: 1000, "\U0001f9d1": 1250, "k": 400})
    whole, chance = font.read_bytes(), random.Random(7)
    for _ in range(500):
        damaged = bytearray(whole)
        for _ in range(chance.randint(1, 40)):
            damaged[chance.randrange(min(len(damaged), 700))] = chance.randrange(256)
        font.write_bytes(damaged)
        for chosen in (True, False):
            try:
                advances = Advances(font, chosen=chosen)
                found = [advances[letter] for letter in f"{MOUNTAIN}k\U0001f9d1\uffff"]
            except ExportRefused:
                continue
            assert all(width is None or width >= 0 for width in found)


def test_the_font_that_somebody_names_comes_first(folder: Path, tmp_path: Path) -> None:
    found = make_font(folder / "found.ttf", {MOUNTAIN: 1000, FIELD: 1000})
    mine = make_font(tmp_path / "mine.ttf", {MOUNTAIN: 500})
    assert draw(named(MOUNTAIN), fonts=(mine,)).fonts == (mine,)
    assert draw(named(MOUNTAIN + FIELD), fonts=(mine,)).fonts == (mine, found)
    both = FontMeasure((mine,), (found,))
    assert (both(MOUNTAIN, 10), both(FIELD, 10), both("A", 10)) == (5, 10, FontMeasure()("A", 10))


def test_nothing_is_looked_for_where_no_letter_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = [draw(graph(supports, people=4, odd=True)).svg for supports in (3, 25, 90)]

    def refuse() -> tuple[Path, ...]:
        raise AssertionError("fonts were looked for")

    monkeypatch.setattr(system, "font_folders", refuse)
    assert [draw(graph(supports, people=4, odd=True)).svg for supports in (3, 25, 90)] == before
    assert draw(named("Ярослав, عائلة, שלום")).remarks == ()
    with pytest.raises(AssertionError):
        draw(named(MOUNTAIN))


def test_a_font_that_is_taken_away_or_added_is_noticed(folder: Path) -> None:
    assert fonts_for(TIGER) == ()
    first = make_font(folder / "b.ttf", {TIGER: 1000})
    assert fonts_for(TIGER) == (first,)
    make_font(folder / "a.ttf", {TIGER: 1000})
    assert fonts_for(TIGER) == (first,), "what was chosen stays chosen while the program runs"
    first.unlink()
    assert [font.name for font in fonts_for(TIGER)] == ["a.ttf"]


@pytest.mark.parametrize("exporter", ["ecomap-svg", "ecomap-png", "word"])
def test_every_export_of_a_map_takes_them(folder: Path, exporter: str) -> None:
    family = view(5)
    family = family.changed(supports=tuple(support.model_copy(update={"name": MOUNTAIN}) for support in family.supports))
    said = exporter_named(exporter).write(family, "en", Options())
    assert any(MOUNTAIN in remark for remark in said.remarks)
    make_font(folder / "found.ttf", {MOUNTAIN: 1000})
    found = exporter_named(exporter).write(family, "en", Options())
    assert not any(MOUNTAIN in remark for remark in found.remarks)
    assert found.content != said.content


def test_a_map_over_time_takes_them_too(folder: Path) -> None:
    family = view(5)
    later = family.changed(supports=tuple(support.model_copy(update={"name": MOUNTAIN}) for support in family.supports))
    font = make_font(folder / "found.ttf", {MOUNTAIN: 1000})
    for side_by_side in (False, True):
        picture = over_time(family, later, moments=("then", "now"), side_by_side=side_by_side)
        assert (picture.fonts, picture.remarks) == ((font,), ())
    assert drawing(family).fonts == ()


def test_a_word_between_two_of_another_font_is_placed_on_its_own(folder: Path) -> None:
    make_font(folder / "found.ttf", {MOUNTAIN: 1000, " ": 300, "-": 300})
    svg = draw(named(f"Ana {MOUNTAIN} {MOUNTAIN}-{MOUNTAIN}, aunt")).svg
    said = "".join(re.findall(r"<tspan [^>]*>([^<]*)", svg))
    assert f"Ana {MOUNTAIN} {MOUNTAIN}-{MOUNTAIN}, aunt" in said
    assert f">{MOUNTAIN} {MOUNTAIN}-{MOUNTAIN}<" in svg
    assert check(svg).overlaps == 0


def test_a_line_from_the_right_has_its_pieces_from_the_right(folder: Path) -> None:
    make_font(folder / "found.ttf", {MOUNTAIN: 1000})
    places = {
        text.strip("\u202b\u202c\u200f"): float(x)
        for x, text in re.findall(r'<tspan x="([^"]*)"[^>]*>([^<]*)', draw(named(f"כהן {MOUNTAIN} 12")).svg)
    }
    assert places["כהן "] > places[MOUNTAIN] > places[" 12"]


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_each_system_has_its_folders(platform: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.undo()
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setenv("WINDIR", str(tmp_path / "windows"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "own"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    monkeypatch.setenv("HOME", str(tmp_path / "own"))
    folders = system.font_folders()
    assert len(set(folders)) == len(folders) >= 2
    assert tmp_path / "own" in folders[-1].parents
    assert all("font" in folder.name.lower() for folder in folders)


def test_a_map_full_of_such_names_has_no_overlap_and_is_the_same_each_time(folder: Path) -> None:
    make_font(folder / "found.ttf", {MOUNTAIN: 1000, FIELD: 800})
    supports = tuple(Support(f"s{number}", (MOUNTAIN + FIELD) * (1 + number % 9), "natural") for number in range(30))
    ties = tuple(Tie(f"t{number}", f"s{number}", "h") for number in range(30))
    family = EcomapGraph(MOUNTAIN, (Home("h", FIELD),), (Member("m", MOUNTAIN, "mother", "h"),), supports, ties, centre="h")
    picture = draw(family)
    assert picture.remarks == ()
    assert check(picture.svg).overlaps == 0
    assert picture == draw(family)
