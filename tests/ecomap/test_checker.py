"""The checker finds what is planted: each fault alone, in a picture that has none, or in a page with nothing else on it."""

import re

import pytest
from tests.ecomap.checker import Count, check, homes_of
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
    assert check(clean.replace(support, moved(support, x - wide * 0.8 - here[0], y - here[1]))).overlaps >= 1


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


def page(*groups: str) -> str:
    """A page of 300 by 200 points with nothing on it but these groups."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">{"".join(groups)}</svg>'


def shape(way: str, node: str = "n1", role: str = "support", inside: str = "") -> str:
    return f'<g class="{role}" data-node="{node}"><path d="{way}" fill="#fff" stroke="#000" stroke-width="1"/>{inside}</g>'


def text(x: float, y: float, wide: float, size: float = 10) -> str:
    """A line that begins at a point of its baseline."""
    return f'<text font-size="{size}"><tspan x="{x}" y="{y}" textLength="{wide}">words</tspan></text>'


def oval(x: float, y: float, wide: float, high: float, node: str = "h1", role: str = "household", inside: str = "") -> str:
    look = f'cx="{x}" cy="{y}" rx="{wide}" ry="{high}" stroke="#000" stroke-width="2"'
    return f'<g class="{role}" data-node="{node}"><ellipse {look}/>{inside}</g>'


def tie(*ways: str, ends: tuple[str, str] = ("a", "b"), breadth: float = 1, heads: str = "") -> str:
    lines = "".join(f'<path d="{way}" fill="none" stroke="#000" stroke-width="{breadth}"/>' for way in ways)
    return f'<g class="tie" data-from="{ends[0]}" data-to="{ends[1]}">{lines}{heads}</g>'


def free(role: str, x: float, y: float, wide: float = 40) -> str:
    return f'<g class="{role}">{text(x, y, wide)}</g>'


def rectangle(left: float, top: float, right: float, bottom: float) -> str:
    return f"M{left} {top}L{right} {top}L{right} {bottom}L{left} {bottom}Z"


def head(x: float, y: float) -> str:
    """The head of an arrow that points to the right, its tip at a point."""
    return f'<path d="M{x} {y}L{x - 8} {y - 4}L{x - 8} {y + 4}Z" fill="#000"/>'


def found(*groups: str) -> dict[str, int]:
    """What is found on such a page, without zeros."""
    return {kind: number for kind, number in vars(check(page(*groups))).items() if number}


HEXAGON = "M40 50L100 50L130 80L100 110L40 110L10 80Z"


def test_shapes_are_taken_as_they_are_drawn_and_not_as_the_boxes_around_them() -> None:
    assert found(shape(HEXAGON), shape(rectangle(118, 40, 160, 60), "n2")) == {}
    assert found(shape(HEXAGON), shape(rectangle(112, 40, 160, 72), "n2")) == {"shape_shape": 1}
    assert found(shape(HEXAGON), tie("M112 30L140 62")) == {}
    assert found(shape(HEXAGON), tie("M100 52L130 86")) == {"line_shape": 1}


def test_the_corner_of_a_text_may_not_leave_a_slanted_side() -> None:
    assert found(shape(HEXAGON, inside=text(30, 84, 80))) == {}
    assert found(shape(HEXAGON, inside=text(15, 64, 60))) == {"overflow": 1}


@pytest.mark.parametrize(("breadth", "faults"), [(2, {}), (7, {"line_shape": 1})])
def test_a_line_has_its_breadth(breadth: float, faults: dict[str, int]) -> None:
    assert found(shape(rectangle(100, 100, 150, 120)), tie("M50 97L200 97", breadth=breadth)) == faults


def test_a_wave_reaches_aside_of_its_line() -> None:
    flat, wave = "M50 96L200 96", "M50 96Q75 96 100 96Q112 108 125 96Q160 96 200 96"
    assert found(shape(rectangle(100, 100, 150, 120)), tie(flat)) == {}
    assert found(shape(rectangle(100, 100, 150, 120)), tie(wave)) == {"line_shape": 1}


def test_each_line_of_a_tie_on_which_people_differ_is_seen() -> None:
    one, other = "M50 90L200 90", "M50 98L200 98"
    assert found(free("caption", 100, 112), tie(one, other)) == {}
    assert found(free("caption", 100, 100), tie(one, other)) == {"line_label": 1}


def test_the_head_of_an_arrow_is_seen_and_so_is_a_sign_on_a_tie() -> None:
    sign = '<ellipse cx="120" cy="96" rx="5" ry="5" fill="#fff" stroke="#000" stroke-width="1"/>'
    assert found(free("caption", 100, 107), tie("M50 96L180 96")) == {}
    assert found(free("caption", 100, 107), tie("M50 96L180 96", heads=head(120, 96))) == {"line_label": 1}
    assert found(free("caption", 100, 107), tie("M50 96L180 96", heads=sign)) == {"line_label": 1}


def test_the_tip_of_an_arrow_under_the_shape_that_it_points_at_is_found() -> None:
    target = shape(rectangle(100, 80, 150, 120), "b")
    assert found(target, tie("M50 100L92 100", heads=head(100, 100))) == {}
    assert found(target, tie("M50 100L96 100", heads=head(104, 100))) == {"hidden_head": 1}


def test_a_badge_over_a_line_that_is_not_its_own_is_found() -> None:
    badge = oval(150, 100, 8, 8, "b", "badge")
    assert found(badge, tie("M50 100L142 100")) == {}
    assert found(badge, tie("M50 104L250 104", ends=("a", "c"))) == {"line_shape": 1}
    near = oval(130, 100, 8, 8, "b", "badge")
    assert found(badge, near, tie("M50 100L142 100")) == {"line_shape": 1}


def test_discs_are_round() -> None:
    badge = oval(100, 100, 10, 10, "b", "badge")
    assert found(badge, shape(rectangle(108, 108, 140, 140))) == {}
    assert found(badge, shape(rectangle(106, 106, 140, 140))) == {"shape_shape": 1}


@pytest.mark.parametrize("role", ["caption", "title", "legend", "table"])
def test_free_text_lies_on_nothing_and_on_the_page(role: str) -> None:
    words = free(role, 100, 100)
    assert found(words) == {}
    assert found(words, free("caption", 120, 104)) == {"label_label": 1}
    assert found(words, shape(rectangle(90, 90, 120, 120))) == {"label_shape": 1}
    assert found(words, oval(100, 100, 8, 8, "b", "badge")) == {"label_shape": 1}
    assert found(words, oval(150, 100, 80, 60))["label_shape"] == 1
    assert found(words, tie("M50 97L200 97")) == {"line_label": 1}
    assert found(free(role, 280, 100)) == {"off_page": 1}
    assert found(free(role, 100, 199)) == {"off_page": 1}


def test_a_tie_off_the_page_is_found() -> None:
    assert found(tie("M50 100L320 100")) == {"off_page": 1}


def test_a_sample_of_the_legend_lies_on_nothing_and_under_no_text() -> None:
    sample = '<path d="M20 180L60 180" fill="none" stroke="#000" stroke-width="1"/>'
    assert found(f'<g class="legend">{sample}{text(70, 184, 40)}</g>') == {}
    assert found(f'<g class="legend">{sample}{text(50, 184, 40)}</g>') == {"label_shape": 1}
    assert found(f'<g class="legend">{sample}</g>', shape(rectangle(30, 170, 50, 190))) == {"shape_shape": 1}
    assert found(f'<g class="legend">{sample}</g>', tie("M40 150L40 190")) == {"line_shape": 1}


MEMBER = '<g class="member person" data-node="m"><title>Ren</title><path d="{}" fill="#fff" stroke="#000"/></g>'


def test_nothing_lies_on_the_line_of_a_household() -> None:
    home = oval(150, 100, 100, 70)
    assert found(home, MEMBER.format(rectangle(130, 90, 170, 110))) == {}
    assert found(home, MEMBER.format(rectangle(220, 90, 260, 110)))["on_home_line"] >= 1
    assert found(home, MEMBER.format(rectangle(260, 90, 290, 110))) == {"on_home_line": 1}
    assert found(home, free("household-title", 130, 100)) == {}
    assert found(home, free("household-title", 230, 100))["on_home_line"] >= 1
    assert found(home, oval(250, 100, 8, 8, "b", "badge")) == {}
    assert found(home, shape(rectangle(240, 20, 290, 60))) == {}
    assert found(home, shape(rectangle(200, 20, 290, 60))) == {"on_home_line": 1, "shape_shape": 1}
    assert found(home, shape(rectangle(130, 90, 170, 110))) == {"shape_shape": 1}


def test_who_lives_in_two_homes_stands_in_both_and_on_neither_line() -> None:
    two = (oval(110, 100, 80, 60), oval(190, 100, 80, 60, "h2"))
    middle, left = (MEMBER.format(rectangle(x, 90, x + 20, 110)) for x in (140, 50))
    assert homes_of(page(*two, middle)) == {"Ren": {"h1", "h2"}}
    assert homes_of(page(*two, left)) == {"Ren": {"h1"}}
    assert found(*two, middle) == {}
    assert found(*two, MEMBER.format(rectangle(100, 90, 120, 110)))["on_home_line"] >= 1
    assert found(*two, free("household-title", 90, 104)) == {"on_home_line": 1}


def test_a_tie_runs_into_no_home_but_that_of_the_member_it_goes_to() -> None:
    two = (oval(90, 100, 70, 60), oval(220, 100, 50, 60, "h2"))
    member = MEMBER.format(rectangle(70, 90, 110, 110))
    assert found(*two, member, tie("M90 10L90 90", ends=("a", "m"))) == {}
    assert found(*two, member, tie("M90 10L90 40", ends=("a", "h1"))) == {}
    assert found(*two, member, tie("M90 10L90 60", ends=("a", "h1"))) == {"line_home": 1}
    assert found(*two, member, tie("M280 20L110 100", ends=("a", "m"))) == {"line_home": 1}
    assert found(*two, member, tie("M160 10L160 190", ends=("a", "b"))) == {"line_home": 1}


def test_a_badge_at_a_home_that_is_not_its_own_is_found() -> None:
    two = (oval(90, 100, 70, 60), oval(220, 100, 50, 60, "h2"))
    member = MEMBER.format(rectangle(70, 90, 110, 110))
    for node in ("m", "h1"):
        own, other, free_ = (oval(x, y, 8, 8, node, "badge") for x, y in ((90, 40), (220, 40), (220, 25)))
        assert found(*two, member, own, tie("M90 10L90 32", ends=("a", node))) == {}
        assert found(*two, member, other, tie("M220 10L220 32", ends=("a", node))) == {"wrong_home": 1}
        assert found(*two, member, free_, tie("M220 5L220 17", ends=("a", node))) == {}
        assert found(*two, member, other, tie("M220 10L220 40", ends=("a", node))) == {"wrong_home": 1, "line_home": 1}


@pytest.mark.parametrize(
    "strange",
    [
        "<circle cx='5' cy='5' r='5'/>",
        "<g class='ornament'><path d='M1 1L2 2'/></g>",
        "<g class='tie' transform='scale(2)'/>",
        "<g class='tie'><path d='M1 1C2 2 3 3 4 4' fill='none' stroke='#000'/></g>",
        "<g class='caption'><text font-size='9' style='font-size:40px'/></g>",
    ],
)
def test_what_the_checker_cannot_read_is_refused_and_not_passed_over(strange: str) -> None:
    with pytest.raises(ValueError, match="does not know"):
        check(page(strange))
