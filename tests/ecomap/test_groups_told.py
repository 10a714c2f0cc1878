"""What is said of supports that are drawn as a group."""

import xml.etree.ElementTree as ET

from tests.ecomap.checker import check

from teammeet.ecomap.graph import EcomapGraph, Home, Support
from teammeet.ecomap.grouping import groups
from teammeet.ecomap.seating import counted_supports
from teammeet_picture.picture import draw


def _large(ended: int, possible: int) -> EcomapGraph:
    status = ("ended",) * ended + ("possible",) * possible + ("active",) * 61
    supports = tuple(Support(f"s{n}", f"Club {n}", "community", "social", status[n]) for n in range(61))
    return EcomapGraph("A family", (Home("h", "Home"),), (), supports, centre="h")


def test_a_group_says_how_many_of_it_have_ended_or_are_only_possible() -> None:
    assert counted_supports(groups(_large(0, 0))[0], "en") == "61 supports"
    assert counted_supports(groups(_large(1, 2))[0], "en") == "61 supports (1 ended, 2 possible)"
    assert counted_supports(groups(_large(2, 0))[0], "es") == "61 apoyos (2 terminados)"


def test_the_label_of_a_group_and_its_table_say_what_has_ended() -> None:
    svg = draw(_large(1, 2)).svg
    said = " ".join(" ".join(ET.fromstring(svg).itertext()).split())
    assert check(svg).overlaps == 0
    assert "(1 ended, 2 possible)" in said
    assert "Club 0, ended;" in said
    assert "Club 1, possible;" in said
    assert "Club 3;" in said
