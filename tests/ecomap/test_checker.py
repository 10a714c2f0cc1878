"""The checker finds what is planted: each fault alone, in a picture that has none."""

import re

import pytest
from tests.ecomap.checker import Count, check
from tests.ecomap.families import graph

from teammeet_picture.picture import draw


@pytest.fixture(scope="module")
def clean() -> str:
    return draw(graph(18, people=4)).svg


def groups(svg: str, role: str) -> list[str]:
    return re.findall(rf'<g class="{role}[^"]*".*?</g>', svg)


def moved(group: str, dx: float, dy: float) -> str:
    """The group with every coordinate moved."""

    def shift(match: re.Match[str]) -> str:
        letter, numbers = match[1], [float(number) for number in match[2].split()]
        return letter + " ".join(f"{number + (dx, dy)[place % 2]:.2f}" for place, number in enumerate(numbers))

    group = re.sub(r' d="([^"]*)"', lambda d: f' d="{re.sub(r"([MLQ])([^MLQZ]*)", shift, d[1])}"', group)
    group = re.sub(r' (x|cx)="([^"]*)"', lambda m: f' {m[1]}="{float(m[2]) + dx:.2f}"', group)
    return re.sub(r' (y|cy)="([^"]*)"', lambda m: f' {m[1]}="{float(m[2]) + dy:.2f}"', group)


def centre(group: str) -> tuple[float, float]:
    x, y = re.findall(r'<tspan x="([^"]*)" y="([^"]*)"', group)[0]
    return float(x), float(y)


def test_a_sound_picture_has_no_fault(clean: str) -> None:
    assert check(clean).overlaps == 0


def test_a_support_on_another_is_found(clean: str) -> None:
    one, other = groups(clean, "support")[:2]
    (ax, ay), (bx, by) = centre(one), centre(other)
    found = check(clean.replace(one, moved(one, bx - ax, by - ay)))
    assert found.shape_shape >= 1
    assert found.label_label >= 1
    assert found.label_shape >= 1


def test_a_support_on_the_household_is_found(clean: str) -> None:
    support, home = groups(clean, "support")[0], groups(clean, "household")[0]
    x, y, wide = (float(found) for found in re.findall(r' (?:cx|cy|rx)="([^"]*)"', home)[:3])
    here = centre(support)
    assert check(clean.replace(support, moved(support, x - wide * 0.8 - here[0], y - here[1]))).shape_shape >= 1


def test_a_line_through_a_support_is_found(clean: str) -> None:
    tie = groups(clean, "tie")[0]
    x, y = centre(groups(clean, "support")[-1])
    through = tie.replace("</g>", f'<path d="M{x - 90} {y}L{x + 90} {y}" fill="none" stroke="#000"/></g>')
    assert check(clean.replace(tie, through)).line_shape >= 1


def test_a_line_over_a_caption_is_found(clean: str) -> None:
    tie = groups(clean, "tie")[0]
    x, y = centre(groups(clean, "caption")[0])
    over = tie.replace("</g>", f'<path d="M{x - 40} {y - 3}L{x + 40} {y - 3}" fill="none" stroke="#000"/></g>')
    assert check(clean.replace(tie, over)).line_label >= 1


def test_a_name_that_leaves_its_shape_is_found(clean: str) -> None:
    support = groups(clean, "support")[0]
    assert check(clean.replace(support, re.sub(r'textLength="[^"]*"', 'textLength="300"', support))).overflow >= 1


def test_something_off_the_page_is_found(clean: str) -> None:
    support = groups(clean, "support")[0]
    assert check(clean.replace(support, moved(support, -2000, 0))).off_page >= 1


def test_crossing_lines_are_counted(clean: str) -> None:
    one, other = groups(clean, "tie")[:2]
    crossing = clean.replace(one, one.replace("</g>", '<path d="M5 5L25 25" fill="none"/></g>'))
    crossing = crossing.replace(other, other.replace("</g>", '<path d="M25 5L5 25" fill="none"/></g>'))
    assert check(crossing).crossings == check(clean).crossings + 1


def test_crossings_alone_are_no_fault() -> None:
    assert Count(crossings=3).overlaps == 0
