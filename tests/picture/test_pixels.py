"""The checker's counts held against pixels: what must lie nowhere is drawn alone where it must not be, and nothing shows.

No pixel is read: a part of the page that has nothing on it gives the same bytes as an empty one.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from html import escape

import pytest
import resvg_py
from tests.ecomap.convex import Box, around
from tests.ecomap.families import graph
from tests.ecomap.reading import SVG, read

from teammeet_picture.letters import directed, shaped
from teammeet_picture.measure import BOLD, FAMILY, REGULAR, FontMeasure
from teammeet_picture.picture import draw

FONTS = [str(REGULAR), str(BOLD)]
ET.register_namespace("", SVG.strip("{}"))


def pixels(part: Box, drawn: str) -> bytes:
    """What is seen in a part of a page."""
    wide, high = part.right - part.left, part.bottom - part.top
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" font-family="DejaVu Sans" '
        f'viewBox="{part.left:.3f} {part.top:.3f} {wide:.3f} {high:.3f}">{drawn}</svg>'
    )
    made = resvg_py.svg_to_bytes(
        svg_string=svg, width=max(8, round(wide * 3)), dpi=96, font_files=FONTS, skip_system_fonts=True, font_family=FAMILY
    )
    return bytes(made)


def shows(part: Box, drawn: str) -> bool:
    return pixels(part, drawn) != pixels(part, "")


def shapes(svg: str) -> Iterator[tuple[str, str, Box, str, list[str]]]:
    """Each support and member: its node, its outline, what that takes up, the group as SVG, and all other groups."""
    groups = [
        (group.get("data-node", ""), ET.tostring(group, encoding="unicode")) for group in ET.fromstring(svg).iter(f"{SVG}g")
    ]
    boxes = {thing.node: around(thing.shape) for thing in read(svg).things if thing.role in ("support", "member")}
    for number, (node, group) in enumerate(groups):
        if re.match(r'<g [^>]*class="(support|member)', group):
            way = re.search(r' d="([^"]*)"', group)
            assert way
            yield node, way[1], boxes[node], group, [other for place, (_, other) in enumerate(groups) if place != number]


def texts(groups: list[str]) -> str:
    return "".join(found for group in groups for found in re.findall(r"<text.*?</text>", group))


def lines(groups: list[str], node: str) -> str:
    """The ties that do not end at a node."""
    ends = f'data-from="{node}"', f'data-to="{node}"'
    return "".join(group for group in groups if 'class="tie"' in group and not any(end in group for end in ends))


def overlaid(svg: str) -> list[tuple[str, str]]:
    """The shapes in which something shows that is not theirs, and those out of which their own text shows."""
    found = []
    for node, way, box, group, others in shapes(svg):
        x, y, wide, high = (box.left + box.right) / 2, (box.top + box.bottom) / 2, box.right - box.left, box.bottom - box.top
        smaller = f"translate({x} {y}) scale({1 - 1 / wide} {1 - 1 / high}) translate({-x} {-y})"
        clip = f'<clipPath id="c"><path d="{way}" transform="{smaller}"/></clipPath><g clip-path="url(#c)">'
        found += [("line", node)] if shows(box, f"{clip}{lines(others, node)}</g>") else []
        found += [("text", node)] if shows(box, f"{clip}{texts(others)}</g>") else []
        part = Box(box.left - 40, box.top - 20, box.right + 40, box.bottom + 20)
        paper = f'<rect x="{part.left}" y="{part.top}" width="{wide + 80}" height="{high + 40}" fill="#fff"/>'
        cover = f'<path d="{way}" fill="#fff"/>'
        found += [("own", node)] if pixels(part, paper + texts([group]) + cover) != pixels(part, paper) else []
    return found


@pytest.mark.parametrize(("supports", "homes", "odd"), [(9, 2, True), (25, 1, False), (34, 0, True)])
def test_no_pixel_of_a_line_or_a_text_is_in_a_shape_that_is_not_its_own(supports: int, homes: int, odd: bool) -> None:
    assert overlaid(draw(graph(supports, homes=homes, people=6, odd=odd)).svg) == []


def test_what_is_planted_shows_in_pixels_too() -> None:
    svg = draw(graph(9, people=4)).svg
    node, _, box, _, _ = next(shapes(svg))
    group = next(found for found in re.findall(r'<g class="(?:support|member).*?</g>', svg) if f'data-node="{node}"' in found)
    y = (box.top + box.bottom) / 2
    tie = f'<g class="tie" data-from="x" data-to="y"><path d="M{box.left} {y}L{box.right} {y}" stroke="#000" fill="none"/></g>'
    note = f'<g class="caption"><text font-size="8"><tspan x="{box.left + 9}" y="{y}" textLength="9">o</tspan></text></g>'
    longer = svg.replace(group, re.sub(r'<tspan x="([^"]*)"', lambda x: f'<tspan x="{float(x[1]) + 30}"', group))
    assert overlaid(svg.replace("</svg>", f"{tie}</svg>")) == [("line", node)]
    assert overlaid(svg.replace("</svg>", f"{note}</svg>")) == [("text", node)]
    assert ("own", node) in overlaid(longer)


LINES = (
    "Maple Street School", "AVAVA Type WAWA To.", "Straße fi ffi", "Nguyễn Thị Hường", "Łukasz Żółć", "Jose\u0301 n\u0303",
    "† Tobias", "שלום מִרְיָם", "Ярослав Пономаренко", "Հայաստան", "ქართული",
    "عائلة الكريم", "جمعية الشباب", "می\u200cخواهم", "⌂2 Dad's home",
    "क्षमता", "山田太郎", "Mia 👩\u200d👧\u200d👦", "q\u0323\u0301\u0308\u0302ia",
)  # fmt: skip


@pytest.mark.parametrize("bold", [False, True])
def test_a_line_of_text_is_drawn_as_wide_as_it_is_said_to_be(bold: bool) -> None:
    """Letters that join may take less; an accent or a joined letter may stand out by a twentieth of the text's size."""
    measure, size = FontMeasure(), 40.0
    for line in LINES:
        wide = measure(line, size, bold)
        loose = shaped(line) or measure.missing(line)
        long = "" if loose else f' textLength="{wide:.2f}" lengthAdjust="spacingAndGlyphs"'
        weight = ' font-weight="bold"' if bold else ""
        drawn = f'<text font-size="{size}"{weight}><tspan x="100" y="60"{long}>{escape(directed(line))}</tspan></text>'
        assert not shows(Box(0, 0, 96.5, 120), drawn), line
        assert not shows(Box(100 + wide + 3.5, 0, 200 + wide, 120), drawn), line
        assert loose or shows(Box(100 + wide - 8, 0, 100 + wide, 120), drawn), line
