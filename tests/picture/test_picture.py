"""The picture as a file: what is in it, what is not, and what is said of it."""

import re
import struct
import xml.etree.ElementTree as ET
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.ecomap.checker import SVG
from tests.ecomap.families import graph, view

import teammeet_picture
from teammeet.ecomap.graph import EcomapGraph, Home, Support
from teammeet.ecomap.kept import places_of
from teammeet.errors import ExportRefused
from teammeet.export import Exporter, Options, exporter_named
from teammeet_picture.letters import directed
from teammeet_picture.make_widths import table
from teammeet_picture.measure import BOLD, FOLDER, REGULAR, FontMeasure
from teammeet_picture.palette import INKS
from teammeet_picture.picture import draw, drawing, png_bytes, svg_text
from teammeet_picture.truetype import Advances

ATTRIBUTES = {
    *("viewBox", "width", "height", "lang", "{http://www.w3.org/XML/1998/namespace}lang", "role", "aria-labelledby", "id"),
    *("font-family", "font-size", "font-weight", "text-anchor", "textLength", "lengthAdjust", "class", "data-width"),
    *("fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "d", "x", "y", "cx", "cy", "rx", "ry"),
    *("data-node", "data-from", "data-to"),
}
"""All that may be said of anything in a picture: form, colour, words, and plain numbers for who is tied to whom."""


def named(name: str) -> EcomapGraph:
    return EcomapGraph(name, (Home("h", name),), (), (Support("s", name, "formal"),), centre="h")


def test_the_svg_has_a_title_a_description_and_text_as_text() -> None:
    root = ET.fromstring(svg_text(view(9)))
    assert (root.findtext(f"{SVG}title") or "").startswith("Ecomap: The Vega-Okoro family")
    assert "Ties:" in (root.findtext(f"{SVG}desc") or "")
    assert len(list(root.iter(f"{SVG}tspan"))) > 9
    assert root.get("lang") == "en"


def test_two_maps_on_one_page_of_a_browser_have_ids_of_their_own() -> None:
    found = [re.findall(r' id="([^"]*)"', draw(graph(supports)).svg) for supports in (5, 6)]
    assert len(set(found[0]) | set(found[1])) == len(found[0]) + len(found[1]) == 4
    for ids, supports in zip(found, (5, 6), strict=True):
        assert f'aria-labelledby="{" ".join(ids)}"' in draw(graph(supports)).svg


def test_nothing_in_the_svg_runs_or_comes_from_outside() -> None:
    svg = svg_text(view(25, odd=True))
    root = ET.fromstring(svg)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg", "title", "desc", "g", "rect", "path", "ellipse", "text", "tspan"
    }  # fmt: skip
    assert {name for element in root.iter() for name in element.attrib} <= ATTRIBUTES
    assert "url(" not in svg
    assert not re.search(r"<[!?]|&(?!amp;|lt;|gt;|quot;|#x27;)|https?://(?!www\.w3\.org/2000/svg)", svg)
    assert "p0" not in svg
    assert "s12" not in svg


@pytest.mark.parametrize("name", ["</text><script>alert(1)</script>", "A & B", '"><g onload="x"', "]]>", "&#27;", "[/]"])
def test_a_name_is_never_markup(name: str) -> None:
    root = ET.fromstring(draw(named(name)).svg)
    assert not list(root.iter(f"{SVG}script"))
    text = "".join(element.text or "" for element in root.iter(f"{SVG}tspan"))
    assert name.replace(" ", "") in text.replace(" ", "")


def test_the_legend_tells_what_is_used_and_nothing_else() -> None:
    legend = [line for line in draw(graph(25)).svg.split("<g ") if line.startswith('class="legend"')]
    assert any("strong" in line for line in legend)
    assert not any("another home" in line or "possible" in line or "lives in both" in line for line in legend)


def test_the_png_is_as_wide_as_asked_and_the_same_each_time() -> None:
    first = png_bytes(view(12), width=900)
    assert first[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">I", first[16:20]) == (900,)
    assert first == png_bytes(view(12), width=900)


def test_a_png_says_its_size_in_print_its_title_and_its_description() -> None:
    picture = drawing(view(5), "es")
    chunks = dict(reversed(list(chunks_of(picture.png()))))
    across, down, unit = struct.unpack(">IIB", chunks[b"pHYs"])
    assert (across, down, unit) == (11811, 11811, 1)  # 300 dots an inch, in dots a metre
    said = [body.split(b"\0", 5) for kind, body in chunks_of(picture.png()) if kind == b"iTXt"]
    assert [(key, tag) for key, _, _, tag, *_ in said] == [(b"Title", b"es"), (b"Description", b"es")]
    assert [words.decode() for *_, words in said] == [picture.title, picture.alt]


def chunks_of(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The parts of a PNG, whose checks must be right (PNG specification, chunk layout)."""
    place = 8
    while place < len(png):
        length, kind = struct.unpack(">I4s", png[place : place + 8])
        body, check = png[place + 8 : place + 8 + length], png[place + 8 + length : place + 12 + length]
        assert struct.unpack(">I", check) == (zlib.crc32(kind + body),)
        yield kind, body
        place += 12 + length


def test_both_are_exporters_for_the_team() -> None:
    for name, suffix in (("ecomap-svg", "svg"), ("ecomap-png", "png")):
        exporter = exporter_named(name)
        assert isinstance(exporter, Exporter)
        assert (exporter.name, exporter.suffix, exporter.reader) == (name, suffix, "team")
        for language in ("en", "es"):
            assert exporter.describe(language)
        assert exporter.write(view(5), "es", Options(today=date(2026, 3, 1))).content
    assert teammeet_picture.svg.write(view(5), "en", Options()).content.startswith(b"<svg")


def test_letters_that_no_font_draws_are_said() -> None:
    picture = draw(named("Familie 山田"))
    assert len(picture.remarks) == 1
    assert "山 田" in picture.remarks[0]
    assert draw(named("Familie Yamada, Ярослав, عائلة")).remarks == ()


def test_a_file_that_is_no_font_is_refused_by_name(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.ttf"
    wrong.write_bytes(b"not a font")
    with pytest.raises(ExportRefused, match=r"wrong\.ttf"):
        drawing(view(2), fonts=(wrong,))
    with pytest.raises(ExportRefused, match=r"none\.ttf"):
        drawing(view(2), fonts=(tmp_path / "none.ttf",))


def test_the_width_table_is_that_of_the_fonts_beside_it() -> None:
    pytest.importorskip("fontTools", reason="the table is made with fontTools")
    assert table() == (FOLDER / "widths.txt").read_text(encoding="ascii")


def test_a_font_of_ones_own_is_measured_as_the_table_is() -> None:
    measure = FontMeasure()
    letters = [chr(point) for point in (*range(32, 0xD800), *range(0xE000, 0x20000))]
    for font in (REGULAR, BOLD):
        advances = Advances(font)
        wide = {letter: advance for letter in letters if (advance := advances[letter]) is not None}
        assert len(wide) > 5000
        assert {letter: measure(letter, 1, font is BOLD) for letter in wide} == pytest.approx(wide)
        assert font is BOLD or measure.missing("".join(wide)) == ()


def test_widths_add_up() -> None:
    measure = FontMeasure()
    assert measure("Ana", 10) == pytest.approx(measure("A", 10) + measure("n", 10) + measure("a", 10))
    assert measure("Ana", 20, True) > measure("Ana", 20)
    assert measure("山", 10) == pytest.approx(10)


def test_every_ink_that_strokes_name_is_in_the_palette() -> None:
    for supports in (3, 25, 90):
        draw(graph(supports, homes=3, people=9, odd=True))
    kinds = ("formal", "community", "natural", "peer", "home")
    assert {f"{part}-{kind}" for part in ("outline", "fill", "caption") for kind in kinds} <= set(INKS)


def test_the_picture_can_leave_out_its_heading_for_a_page_that_has_one() -> None:
    whole, bare = (drawing(view(9), page=(468.0, 420.0), heading=heading) for heading in (True, False))
    assert bare.height < whole.height
    assert bare.alt == whole.alt


@pytest.mark.parametrize("exporter", ["ecomap-svg", "ecomap-png", "word"])
def test_what_an_export_gives_places_the_next_one(exporter: str) -> None:
    shown = view(9)
    first = exporter_named(exporter).write(shown, "en", Options(today=date(2026, 3, 1)))
    assert first.places
    again = exporter_named(exporter).write(shown, "en", Options(today=date(2026, 3, 1), places=first.places))
    assert (again.content, again.places) == (first.content, first.places)


def test_places_that_nobody_can_read_are_no_places() -> None:
    sound = drawing(view(7)).kept["map"]
    for body in (
        "",
        "{",
        "[]",
        '{"half_width": 1}',
        re.sub(r'"power":[^,]*', '"power":NaN', sound),
        sound.replace("ring", "star"),
    ):
        assert drawing(view(5), kept={"map": body}).svg == drawing(view(5)).svg


def test_a_picture_keeps_places_only_of_what_is_on_it() -> None:
    whole = view(9)
    first = drawing(whole)
    fewer = whole.changed(
        supports=whole.supports[1:], ties=tuple(tie for tie in whole.ties if tie.support != whole.supports[0].id)
    )
    later = drawing(fewer, kept=first.kept)
    before, after = places_of(first.kept["map"]), places_of(later.kept["map"])
    assert before is not None
    assert after is not None
    assert {name for name, _ in before.slots} - {name for name, _ in after.slots} == {whole.supports[0].id}
    assert set(after.slots) <= set(before.slots)


def test_what_cannot_be_turned_into_pixels_is_refused_without_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**told: object) -> bytes:
        raise ValueError(f"cannot read {told['svg_string']}")

    monkeypatch.setattr("resvg_py.svg_to_bytes", refuse)
    for language in ("en", "es"):
        with pytest.raises(ExportRefused) as refused:
            teammeet_picture.png.write(view(3), language, Options())
        assert "svg" not in refused.value.sentence(language)


def test_a_line_that_begins_from_the_right_keeps_its_comma_at_its_end() -> None:
    assert directed("أديمي،") == "‏أديمي،‏"
    assert directed("Adeyemi, أديمي،") == "Adeyemi, أديمي،"
    assert directed("7, (3)") == "7, (3)"


def test_more_letters_than_can_be_listed_are_said_to_be_more() -> None:
    (remark,) = draw(named("".join(chr(0x4E00 + number) for number in range(40)))).remarks
    assert "…" in remark


def test_a_letter_without_a_font_does_not_stretch_the_letters_beside_it() -> None:
    lines = [found for found in re.findall(r"<tspan ([^>]*)>([^<]*)", draw(named("\u26bdclub")).svg) if "club" in found[1]]
    assert lines
    assert not any("textLength" in look for look, _ in lines)
    assert 'textLength="' in draw(named("Chess club")).svg
