"""One mark for a home, on paper and in cells."""

import re
import xml.etree.ElementTree as ET

import pytest

from teammeet.ecomap.graph import EcomapGraph, Home, Member, Support, Tie
from teammeet.ecomap.rail import rail
from teammeet_picture.picture import draw


def _homes(*names: str) -> EcomapGraph:
    homes = tuple(Home(f"h{number}", name) for number, name in enumerate(names))
    people = (Member("m", "Mari", home="h0", also_in=("h1",), mark="M", enrolled=True), Member("z", "Zoe", home="h0", mark="Z"))
    supports = tuple(Support(f"s{number}", f"Pantry {number}") for number in range(6))
    ties = tuple(Tie(f"t{number}", f"s{number}", homes[number % len(homes)].id) for number in range(6))
    return EcomapGraph("Rey", homes, people, supports, ties, centre="h0")


@pytest.mark.parametrize(
    ("names", "marks"),
    [
        (("Lola's", "Emeka's"), ["⌂L", "⌂E"]),
        (("Lola's", "Lind"), ["⌂A", "⌂B"]),
        (("Lola's", ""), ["⌂A", "⌂B"]),
        (("Lola's", "Emeka's", "Harbor house"), ["⌂L", "⌂E", "⌂H"]),
        (("Lola's", "Emeka's", "Lind"), ["⌂A", "⌂B", "⌂C"]),
    ],
)
def test_homes_have_the_first_letter_of_their_name_or_letters_in_their_order(names: tuple[str, ...], marks: list[str]) -> None:
    homes = _homes(*names)
    assert [homes.home_mark(home.id) for home in homes.homes] == marks
    cells = rail(homes, 100, 24).text
    assert all(mark in cells for mark in marks)
    paper = " ".join(ET.fromstring(draw(homes).svg).itertext())
    assert set(re.findall(r"⌂\w?", paper)) <= set(marks)
    assert all(mark in paper for mark in marks[2:])


def test_one_other_home_has_no_letter() -> None:
    homes = EcomapGraph("Rey", (Home("a", "One"), Home("b", "Two")), (), (), (), centre="a")
    assert homes.home_mark("b") == "⌂"
