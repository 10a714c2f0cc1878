"""The ring in cells: names all around the household, each with a short straight tie to the nearest point of its outline."""

from collections.abc import Callable

import pytest
from rich.cells import cell_len
from tests.ecomap.families import graph
from tests.ecomap.test_terminal import around, is_whole, realistic, shown_as
from tests.hostile import FIT

from teammeet.ecomap.cells import Canvas, Run, Spot, window
from teammeet.ecomap.glyphs import DRAWN, PLAIN
from teammeet.ecomap.graph import SUPPORT_KINDS, TIE_KINDS, Claim, EcomapGraph, Home, Member, Support, Tie
from teammeet.ecomap.rail import rail
from teammeet.ecomap.star import ring
from teammeet.ecomap.terminal import Look

SIZES = [(120, 31), (160, 40)]
LONGEST = 16
"""No tie is longer, in cells."""


def strong(many: int) -> EcomapGraph:
    """So many supports of all kinds, each with one strong line to the home."""
    names = ("Aunt Bea", "Parent partner Joy Castellanos", "Harbor food pantry", "Riverside Pediatric Clinic nurse", "Kofi")
    supports = tuple(Support(f"s{n}", f"{names[n % 5]} {n}", SUPPORT_KINDS[n * 4 // many]) for n in range(many))
    ties = tuple(Tie(f"t{n}", f"s{n}", "h", (Claim(("strong",)),)) for n in range(many))
    people = tuple(Member(f"m{n}", name, home="h", mark=name[0]) for n, name in enumerate(("Mari", "Lola", "Teo")))
    return EcomapGraph("Rey", (Home("h", "Lola's home"),), people, supports, ties, (), "h")


def tie_cells(canvas: Canvas, support: str) -> int:
    """How many cells lie between a name and the outline, all of its line; 0 when its line does not come there."""
    rows = canvas.text.split("\n")

    def walked(x: int, y: int, step: tuple[int, int], line: str) -> int:
        far = 0
        while 0 <= y < len(rows) and 0 <= x < len(rows[y]) and rows[y][x] == line:
            x, y, far = x + step[0], y + step[1], far + 1
        return far if far and 0 <= y < len(rows) and rows[y][x] in "│╭╮╰╯├┤─" else 0

    spots = [spot for spot in canvas.spots if spot.id == support]
    found = [walked(spot.x + spot.width, spot.y, (1, 0), "━") for spot in spots]
    found += [walked(spot.x - 1, spot.y, (-1, 0), "━") for spot in spots]
    for spot in spots:
        for x in range(spot.x, spot.x + spot.width):
            found += [walked(x, spot.y + 1, (0, 1), "┃"), walked(x, spot.y - 1, (0, -1), "┃")]
    return max(found, default=0)


def overlapping(spots: tuple[Spot, ...]) -> list[tuple[Spot, Spot]]:
    return [
        (one, other)
        for number, one in enumerate(spots)
        for other in spots[:number]
        if one.y == other.y and one.x < other.x + other.width and other.x < one.x + one.width
    ]


def test_a_gap_and_an_overlap_are_found() -> None:
    broken = Canvas(12, 1, ((Run("(Bea)━━ ━│  "),),), (Spot("s", 0, 0, 5), Spot("t", 4, 0, 3)))
    assert tie_cells(broken, "s") == 0
    assert tie_cells(Canvas(12, 1, ((Run("(Bea)━━━━│  "),),), (Spot("s", 0, 0, 5),)), "s") == 4
    assert overlapping(broken.spots)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("many", [1, 2, 8, 25, 40])
def test_each_tie_is_short_and_straight_and_touches_the_household(size: tuple[int, int], many: int) -> None:
    family = strong(many)
    canvas = around(family, *size)
    lengths = {support.name: tie_cells(canvas, support.id) for support in family.supports}
    assert {name for name, length in lengths.items() if not 0 < length <= LONGEST} == set()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("family", [realistic(), graph(25, odd=True), graph(25, odd=True, homes=2), graph(25, seed=5, homes=3)])
def test_all_of_25_names_are_whole_and_none_lies_over_another(size: tuple[int, int], family: EcomapGraph) -> None:
    canvas = around(family, *size)
    names = {support.name: shown_as(canvas, support.id) for support in family.supports}
    assert [name for name, shown in names.items() if name not in shown] == []
    assert overlapping(canvas.spots) == []


def test_all_of_60_names_find_room_in_a_large_terminal() -> None:
    assert all(support.name in shown_as(around(graph(60), 200, 54), support.id) for support in graph(60).supports)


def two_homes() -> EcomapGraph:
    people = (
        Member("mari", "Mari", home="a", also_in=("b",), mark="M", enrolled=True),
        Member("lola", "Lola", home="a", mark="L"),
        Member("emeka", "Emeka", home="b", mark="E"),
    )
    supports = tuple(Support(f"s{n}", f"Friend {n}", SUPPORT_KINDS[n % 4]) for n in range(8))
    ties = tuple(Tie(f"t{n}", f"s{n}", "ab"[n // 4], (Claim(("strong",)),)) for n in range(8))
    homes = (Home("a", "Lola's"), Home("b", "Emeka's", "foster_home"))
    return EcomapGraph("Rey", homes, people, supports, ties, (), "a")


@pytest.mark.parametrize(("paint", "size"), [(rail, (80, 19)), (around, (120, 31))])
def test_two_homes_stand_in_the_middle_and_between_them_who_lives_in_both(
    paint: Callable[..., Canvas], size: tuple[int, int]
) -> None:
    canvas = paint(two_homes(), *size)
    row = {spot.id: spot.y for spot in canvas.spots}
    assert row["a"] < row["lola"] < row["mari"] < row["emeka"] < row["b"]
    assert "foster home" in canvas.text
    line = canvas.text.split("\n")[row["mari"]]
    assert "├" in line
    assert "┤" in line


@pytest.mark.parametrize(("paint", "size"), [(rail, (80, 19)), (around, (120, 31))])
def test_a_tie_to_the_other_home_says_so_where_it_comes_to_the_first(
    paint: Callable[..., Canvas], size: tuple[int, int]
) -> None:
    canvas = paint(two_homes(), *size)
    rows, row = canvas.text.split("\n"), {spot.id: spot.y for spot in canvas.spots}
    for tie in two_homes().ties:
        spot = next(spot for spot in canvas.spots if spot.id == tie.support)
        dock = rows[spot.y]
        beside = dock[: dock.index("│")] if spot.x < dock.find("│") else dock[dock.rindex("│") :] if "│" in dock else ""
        if beside and "━" in beside and spot.y != row["mari"]:
            upper = spot.y < row["mari"]
            assert ("⌂" in beside) == (upper != (tie.to == "a"))


def test_ages_are_said_where_there_is_room_for_all_of_them() -> None:
    people = (Member("m", "Mari", home="h", age=13, mark="M"), Member("l", "L" * 60, home="h", age=41, mark="L"))
    one = EcomapGraph("Rey", (Home("h", "Home"),), people[:1], (), (), (), "h")
    both = EcomapGraph("Rey", (Home("h", "Home"),), people, (), (), (), "h")
    assert "Mari 13" in rail(one, 80, 19).text
    assert "Mari 13" not in rail(both, 80, 19).text
    assert "Mari" in rail(both, 80, 19).text


def test_the_home_of_a_dead_or_of_nobody_does_not_stand_in_the_middle() -> None:
    people = (Member("m", "Mari", home="a", mark="M"), Member("t", "Tomás", home="b", life="deceased", mark="T"))
    few = EcomapGraph("Rey", (Home("a", "Lola's"), Home("b", "Old house")), people, (), (), (), "a")
    assert "‖⌂ Old house: †Tomás‖" in rail(few, 80, 19).text


def test_every_kind_of_tie_has_a_form_of_its_own_lying_and_upright() -> None:
    for glyphs in (DRAWN, PLAIN):
        for upright in (False, True):
            forms = {glyphs.filling(Claim((kind,)), 4, upright) for kind in TIE_KINDS}
            forms |= {glyphs.filling(Claim(), 4, upright), glyphs.filling(Claim(("strong", "stressful")), 4, upright)}
            assert len(forms) == len(TIE_KINDS) + 2


@pytest.mark.parametrize("size", [(80, 19), *SIZES])
def test_names_in_any_script_keep_every_row_as_wide_as_it_should_be(size: tuple[int, int]) -> None:
    names = [
        *FIT.values(),
        "مركز الدعم",
        "山田太郎さんの家",
        "Zoe\u0308",
        "👩\u200d👩\u200d👧 club",
        "नमस्ते",
        "x" * 500,
        "Åsa-" * 90,
    ]
    names = [name[:500] for name in names]
    for first in range(0, len(names), 9):
        some = names[first : first + 9]
        supports = tuple(Support(f"s{n}", name, SUPPORT_KINDS[n % 4]) for n, name in enumerate(some))
        people = tuple(Member(f"m{n}", name, home="hb"[n % 2], mark=str(n)) for n, name in enumerate(some[:4]))
        ties = tuple(Tie(f"t{n}", f"s{n}", ("h", "m1")[n % 2], (Claim(("strong",), "both"),)) for n in range(len(some)))
        family = EcomapGraph(some[0], (Home("h", some[0]), Home("b", some[-1])), people, supports, ties, (), "h")
        for canvas in (rail(family, *size), ring(family, *size)):
            assert canvas is None or is_whole(canvas)


def test_a_window_on_a_picture_is_as_wide_as_it_should_be_also_through_a_wide_letter() -> None:
    picture = Canvas(10, 1, ((Run("ab山", "one"), Run("田c", "two"), Run(" end")),), (Spot("s", 2, 0, 4),))
    for x in range(12):
        part = window(picture, x, 0, 4, 2)
        assert [sum(cell_len(run.text) for run in row) for row in part.rows] == [4, 4]
    assert window(picture, 3, 0, 4, 1).text == " 田c"
    assert window(picture, 2, 0, 4, 1).at(0, 0) == "s"


def test_the_ring_in_plain_signs_is_ascii() -> None:
    assert around(strong(25), 120, 31, Look(ascii_only=True)).text.isascii()
