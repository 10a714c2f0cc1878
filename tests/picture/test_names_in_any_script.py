"""Names that the shipped font cannot draw, with fonts as they are installed: what is seen is held against what is said."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
import resvg_py
from tests.ecomap.checker import check
from tests.ecomap.convex import Box

from teammeet import system
from teammeet.ecomap.graph import SUPPORT_KINDS, EcomapGraph, Home, Member, Support, Tie
from teammeet_picture.measure import BOLD, FAMILY, REGULAR
from teammeet_picture.picture import Picture, draw

NOTO = Path("/usr/share/fonts/truetype/noto")
NAMES = (
    "क्षमता शर्मा", "Ana क्षमता, aunt", "राधाकृष्णन फ़ाउंडेशन का सामुदायिक केंद्र", "दादी (कमला)", "কল্পনা আক্তার", "শ্রীমতী কৃষ্ণা ২",
    "สมชาย น้ำใจดี", "Khun สมชาย", "שלום מִרְיָם", "כהן, दादी", "جمعية الشباب", "गीता-Ana",
    "ॐ◌ि", "ािे", "Ana ि", "्क", "ंंंं", "ওৌৌ",
)  # fmt: skip
"""The last ones are no words: signs without a letter to stand on get a circle, which takes room."""


@pytest.fixture(autouse=True)
def noto(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fonts of many scripts, as Debian's package fonts-noto-core installs them."""
    if not (NOTO / "NotoSansDevanagari-Regular.ttf").is_file():
        pytest.skip("the package fonts-noto-core is not installed")
    monkeypatch.setattr(system, "font_folders", lambda: (NOTO,))


def family(names: tuple[str, ...]) -> EcomapGraph:
    supports = tuple(Support(f"s{number}", name, SUPPORT_KINDS[number % 4]) for number, name in enumerate(names))
    ties = tuple(Tie(f"t{number}", f"s{number}", "m" if number % 3 else "h") for number in range(len(names)))
    members = (Member("m", names[0], "child", "h", enrolled=True), Member("n", names[1], "mother", "h"))
    return EcomapGraph(names[0], (Home("h", names[-1]),), members, supports, ties, centre="h")


def seen(part: Box, drawn: str, fonts: tuple[Path, ...]) -> bytes:
    """What is seen in a part of a page."""
    wide, high = part.right - part.left, part.bottom - part.top
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" font-family="DejaVu Sans" '
        f'viewBox="{part.left:.3f} {part.top:.3f} {wide:.3f} {high:.3f}">{drawn}</svg>'
    )
    files = [str(font) for font in (REGULAR, BOLD, *fonts)]
    made = resvg_py.svg_to_bytes(
        svg_string=svg, width=round(wide * 6), dpi=96, font_files=files, skip_system_fonts=True, font_family=FAMILY
    )
    return bytes(made)


def words(picture: Picture) -> list[tuple[str, Box, str]]:
    """Each piece of text of a picture: what it says, the room that is said of it, and the piece drawn alone."""
    found = []
    for look, inside in re.findall(r"<text ([^>]*)>(.*?)</text>", picture.svg):
        for piece, said in re.findall(r"<tspan ([^>]*)>([^<]*)</tspan>", inside):
            numbers = re.findall(r'(x|y|font-size|data-width|textLength)="([^"]*)"', f"{look} {piece}")
            sizes = {kind: float(number) for kind, number in numbers}
            wide = sizes.get("data-width", sizes.get("textLength", 0.0))
            left = sizes["x"] - (wide / 2 if 'text-anchor="middle"' in f"{look}{piece}" else 0.0)
            box = Box(left, sizes["y"] - 2 * sizes["font-size"], left + wide, sizes["y"] + sizes["font-size"])
            found.append((said, box, f"<text {look}><tspan {piece}>{said}</tspan></text>"))
    return found


@pytest.mark.parametrize("number", range(0, len(NAMES), 6))
def test_no_name_lies_over_anything_and_all_are_drawn(number: int) -> None:
    picture = draw(family(NAMES[number : number + 6]))
    assert picture.remarks == ()
    assert check(picture.svg).overlaps == 0


def test_a_map_in_all_of_them_has_no_overlap_and_is_the_same_each_time() -> None:
    picture = draw(family(NAMES))
    assert check(picture.svg).overlaps == 0
    assert (picture.svg, picture.png(500)) == (draw(family(NAMES)).svg, draw(family(NAMES)).png(500))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_a_name_stands_out_of_the_room_that_is_said_of_it(name: str) -> None:
    picture = draw(family((name, f"{name} {name}", f"7 {name}")))
    assert any(said.strip("\u200f\u202b\u202c ") in name for said, _, _ in words(picture))
    assert standing_out(picture) == []


def test_a_name_that_is_said_to_be_narrower_than_it_is_is_found() -> None:
    picture = draw(family(("क्षमता", "ि", "Ana")))
    narrower = re.sub('data-width="([^"]*)"', lambda found: f'data-width="{float(found[1]) * 0.8}"', picture.svg)
    assert {"क्षमता", "ि"} <= set(standing_out(replace(picture, svg=narrower)))


def standing_out(picture: Picture) -> list[str]:
    """What is seen beside the room that is said of it."""
    found = []
    for said, box, alone in words(picture):
        over = (box.bottom - box.top) / 3 / 20  # a letter may stand out by a twentieth of the text's size: a J does
        before = Box(box.left - 60, box.top, box.left - over, box.bottom)
        after = Box(box.right + over, box.top, box.right + 60, box.bottom)
        if any(seen(part, alone, picture.fonts) != seen(part, "", picture.fonts) for part in (before, after)):
            found.append(said)
    return found


def test_a_devanagari_name_is_drawn_with_its_joined_letters_and_no_boxes() -> None:
    alone, beside = (words(draw(EcomapGraph(name, (Home("h", "x"),), centre="h"))) for name in ("क्षमता", "Ana क्षमता, aunt"))
    fonts = (NOTO / "NotoSansDevanagari-Regular.ttf",)
    (joined,) = {found for said, _, found in alone if said == "क्षमता"}
    (between,) = {found for said, _, found in beside if said == "क्षमता"}
    x, again = (float(re.findall(r' x="([^"]*)"', found)[0]) for found in (joined, between))
    moved = f'<g transform="translate({x - again} 0)">{between}</g>'
    room = Box(0, 0, 300, 120)
    assert seen(room, joined, fonts) == seen(room, moved, fonts)
    taken_apart = joined.replace("क्ष", "क्\u200cष")
    boxes = seen(room, joined, ())
    assert len({seen(room, joined, fonts), seen(room, taken_apart, fonts), boxes, seen(room, "", fonts)}) == 4


HIGH = (
    "သူနာပြုဆရာမကြီး ဒေါ်မြင့်မြင့်ခိုင် ဒေါ်မြင့်မြင့်ကြီး",
    "मुन्नू कुम्हृ र्कैं ट्ठ्ठू हैं र्कैं",
    "ที่ปู่ญี่ปุ่น ผู้ใหญ่ ที่ปู่ญี่ปุ่น",
)


@pytest.mark.parametrize("name", HIGH)
def test_a_script_that_stacks_its_signs_stays_out_of_the_lines_above_and_below(name: str) -> None:
    picture = draw(family((f"{name} {name}",) * 3))
    texts = [found for found in re.findall(r"<text.*?</text>", picture.svg) if found.count("<tspan") > 1]
    assert len(texts) > 2
    for found in texts:
        start, *lines = re.split(r"(?=<tspan)", found.removesuffix("</text>"))
        for above, below in pairwise(line for line in lines if "data-width" in line):
            assert apart(f"{start}{above}</text>", f"{start}{below}</text>", picture.fonts), found


def apart(above: str, below: str, fonts: tuple[Path, ...]) -> bool:
    """Whether a straight line fits between two lines of text."""
    first, second = (float(re.findall(r' y="([^"]*)"', line)[0]) for line in (above, below))
    x = float(re.findall(r' x="([^"]*)"', above)[0])
    for step in range(12, 49):
        y = first + (second - first) * step / 48
        under, over = Box(x - 150, y, x + 150, y + 40), Box(x - 150, y - 40, x + 150, y)
        if seen(under, above, fonts) == seen(under, "", fonts) and seen(over, below, fonts) == seen(over, "", fonts):
            return True
    return False
