"""The map in cells: rail and ring."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.cells import cell_len
from tests.ecomap.families import graph

from teammeet.ecomap.cells import Canvas
from teammeet.ecomap.graph import Claim, EcomapGraph, Home, Member, Support, Tie, marked
from teammeet.ecomap.rail import rail
from teammeet.ecomap.star import ring
from teammeet.ecomap.terminal import Look, painted


def is_whole(canvas: Canvas) -> bool:
    return len(canvas.rows) == canvas.height and all(
        sum(cell_len(run.text) for run in row) == canvas.width for row in canvas.rows
    )


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (160, 45), (40, 10), (10, 3), (1, 1), (300, 90)])
@pytest.mark.parametrize("supports", [0, 1, 25, 60, 200])
def test_every_row_is_as_wide_as_asked(size: tuple[int, int], supports: int) -> None:
    for paint in (rail, ring, painted):
        for plain in (False, True):
            canvas = paint(graph(supports, odd=True, homes=2), *size, Look(ascii_only=plain))
            assert is_whole(canvas) if canvas is not None else paint is ring


REALISTIC = (
    "formal:Harbor Bend Middle School|formal:Ms. Adeyemi, resource teacher|formal:Dr. Thorsen-Whitfield, therapist"
    "|formal:Child welfare caseworker Ms. Sato|formal:Juvenile probation officer Mr. Ruiz"
    "|formal:Riverside Pediatric Clinic nurse"
    "|formal:County Housing Authority|formal:Mobile crisis response team|formal:Care coordinator Ms. Lindqvist"
    "|community:St. Brendan's youth choir|community:Boys and Girls Club of Eastgate|community:Eastgate branch library"
    "|community:Town pool swimming lessons|community:Harbor food pantry|community:Robotics club|community:Tenants' union"
    "|natural:Great-aunt Wilhelmina|natural:Abuela Inés|natural:Grandpa Szczepan Wiśniewski|natural:Mrs. Bea next door"
    "|natural:Uncle Chidi in Yuma|natural:Best friend Kofi|natural:Coach Nakamura-Oyelaran|peer:Youth partner Max"
    "|peer:Parent partner Joy Castellanos"
)


def realistic() -> EcomapGraph:
    told = [line.split(":") for line in REALISTIC.split("|")]
    supports = tuple(Support(f"s{n}", name, kind) for n, (kind, name) in enumerate(told))
    ties = tuple(Tie(f"t{n}", f"s{n}", "h", (Claim(("strong",), "both"),)) for n in range(25))
    people = tuple(Member(f"m{n}", name, home="h", mark=name[0]) for n, name in enumerate(("Mari", "Lola", "Abuelo Tomás")))
    return EcomapGraph("Rey", (Home("h", "Lola's home"),), people, supports, ties, (), "h")


def around(many: EcomapGraph, width: int, height: int, look: Look | None = None) -> Canvas:
    """The ring, where all names find room in it."""
    canvas = ring(many, width, height, look)
    assert canvas is not None
    return canvas


def shown_as(canvas: Canvas, support: str) -> str:
    """What is written at the places of a support."""
    rows = canvas.text.split("\n")
    return " ".join(rows[spot.y][spot.x : spot.x + spot.width] for spot in canvas.spots if spot.id == support)


def is_known_again(name: str, shown: str) -> bool:
    """Whether every word of the name is there, in its order, by its first three letters at least."""
    words = [re.escape(word[:3]) for word in re.findall(r"\w+", name)]
    return re.search(r"\b" + r".*\b".join(words), shown) is not None


def test_a_name_that_lost_its_tail_is_not_known_again() -> None:
    assert is_known_again("Harbor Bend Middle School", "[Harb. Bend Mid. Sch.]")
    assert not is_known_again("Harbor Bend Middle School", "[Harbor Bend Middle …]")


@pytest.mark.parametrize("size", [(80, 24), (80, 20)])
def test_all_of_25_supports_can_be_read_at_80_by_24(size: tuple[int, int]) -> None:
    for many in (realistic(), graph(25), graph(25, seed=4)):
        canvas = rail(many, *size)
        assert canvas.hidden == 0
        lost = [support.name for support in many.supports if not is_known_again(support.name, shown_as(canvas, support.id))]
        assert lost == []


def test_at_80_by_24_most_names_and_all_of_the_household_are_whole() -> None:
    canvas = rail(realistic(), 80, 24)
    whole = [support for support in realistic().supports if support.name in shown_as(canvas, support.id)]
    assert len(whole) >= 23
    assert all(name in canvas.text for name in ("Lola's home", "Mari", "Lola", "Abuelo Tomás"))


@pytest.mark.parametrize("name", ["x" * 300, "山田太郎" * 20, "नमस्ते " * 20, "-" * 90, "A " * 90, "é" * 99])
def test_a_name_without_end_still_leaves_the_map_whole(name: str) -> None:
    supports = tuple(Support(f"s{n}", name, "formal") for n in range(9))
    ties = tuple(Tie(f"t{n}", f"s{n}", "h", (Claim(("strong",), "both"),)) for n in range(9))
    assert is_whole(rail(EcomapGraph(name, (Home("h", name),), (), supports, ties, (), "h"), 80, 24))


def test_names_are_whole_in_the_ring_of_a_wide_terminal() -> None:
    many = graph(25)
    canvas = around(many, 160, 45)
    assert all(support.name in shown_as(canvas, support.id) for support in many.supports)


def test_what_finds_no_room_is_counted_and_can_be_scrolled_to() -> None:
    many = graph(100)
    top, later = rail(many, 80, 24), rail(many, 80, 24, Look(first=20))
    assert top.hidden > 0
    assert f"+{top.hidden} more below" in top.text
    assert later.hidden < top.hidden
    assert later.text != top.text


def test_the_plain_set_is_ascii() -> None:
    for paint, size in ((rail, (80, 24)), (around, (140, 40))):
        names = EcomapGraph(
            "Rey", (Home("h", "Home"),), (Member("m", "Mara", home="h", mark="M"),), (Support("s", "School"),), (), (), "h"
        )
        assert paint(names, *size, Look(ascii_only=True)).text.isascii()


def test_selected_and_dim_are_styles_and_every_support_can_be_pointed_at() -> None:
    many = graph(12)
    chosen = many.supports[3].id
    canvas = rail(many, 100, 30, Look(selected=chosen, highlighted=frozenset({chosen})))
    styles = {run.style for row in canvas.rows for run in row}
    assert any(style.endswith(" selected") for style in styles)
    assert any(style.endswith(" dim") for style in styles)
    assert {support.id for support in many.supports} <= {spot.id for spot in canvas.spots}
    spot = next(spot for spot in canvas.spots if spot.id == chosen)
    assert canvas.at(spot.x, spot.y) == chosen


def test_a_tie_whose_kind_is_not_told_is_neutral() -> None:
    few = EcomapGraph("Rey", (Home("h", "Home"),), (), (Support("s", "School"),), (Tie("t", "s", "h"),), (), "h")
    for canvas in (rail(few, 80, 24), around(few, 130, 40)):
        styles = {run.style for row in canvas.rows for run in row if run.style.startswith("tie")}
        assert styles == {"tie-unsaid"}


def test_the_painter_chooses_by_size() -> None:
    assert painted(graph(9), 80, 24).text == rail(graph(9), 80, 24).text
    assert painted(graph(9), 150, 40).text == around(graph(9), 150, 40).text


def foster() -> EcomapGraph:
    people = marked((Member("kai", "Kai", home="h"), Member("lia", "Lia", home="f"), Member("diaz", "Mrs. Diaz", home="f")))
    hard, strong = Claim(("stressful",), said_by=("Rosa",)), Claim(("strong",), "both")
    ties = (
        Tie("1", "hall", "lia", (Claim(("ordinary",)),)),
        Tie("2", "hall", "kai", (hard,)),
        Tie("3", "dana", "h", (strong, Claim(("ordinary",), "to", ("Dana",)), hard)),
    )
    supports = (Support("hall", "Ms. Hall", "formal"), Support("dana", "Dana"))
    homes = (Home("h", "Mother's home"), Home("f", "Foster home Diaz", "foster_home"), Home("g", "Gran's home"))
    return EcomapGraph("Kai", homes, people, supports, ties, (), "h")


@pytest.mark.parametrize(("paint", "size"), [(rail, (80, 19)), (around, (160, 40))])
def test_a_further_home_is_one_place_that_lists_who_lives_there(paint: Callable[..., Canvas], size: tuple[int, int]) -> None:
    canvas = paint(foster(), *size, Look(selected="diaz"))
    assert [shown_as(canvas, id).strip() for id in ("lia", "diaz")] == ["Lia", "Mrs. Diaz"]
    assert "Foster home Diaz:" in shown_as(canvas, "f")
    assert "Lia, Mrs. Diaz‖" in canvas.text
    assert [run.text for row in canvas.rows for run in row if run.style == "kind-home selected"] == ["Mrs. Diaz"]


def test_two_lines_of_one_support_are_apart() -> None:
    row = next(row for row in rail(foster(), 80, 19).text.split("\n") if "Hall" in row)
    assert "∿K ──" in row


@pytest.mark.parametrize("size", [(80, 19), (160, 40), (40, 12)])
def test_of_many_views_of_a_line_the_hard_one_is_drawn_and_the_others_counted(size: tuple[int, int]) -> None:
    canvas = painted(foster(), *size)
    drawn = [run for row in canvas.rows for run in row]
    assert sum(run.style == "tie-stressful" for run in drawn) >= 2
    assert "+1" in canvas.text or "+2" in canvas.text


def test_where_there_is_little_room_a_further_home_is_known_by_who_lives_there() -> None:
    text = rail(foster(), 60, 5).text
    assert "⌂F Lia, Mrs. Diaz" in text
    assert "Foster" not in text


def test_a_further_home_comes_into_sight_with_somebody_who_lives_there() -> None:
    few = foster()
    many = replace(few, supports=(*few.supports, *(Support(f"x{n}", f"Friend {n}") for n in range(40))))
    seen = rail(many, 80, 10, Look(selected="x20"))
    assert "⌂F" not in seen.text
    assert "⌂F" in rail(many, 80, 10, Look(selected="lia", first=seen.first)).text
