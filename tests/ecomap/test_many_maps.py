"""Nothing lies over anything on maps of every size and with every name; the same input gives the same picture anywhere."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ecomap.checker import check
from tests.ecomap.families import graph
from tests.hostile import FIT

from teammeet.ecomap.graph import Claim, EcomapGraph, Home, Member, Support, Tie, marked
from teammeet_picture.picture import draw

ROOT = Path(__file__).parents[2]
LONG = {
    "Latin": "x" * 500,
    "hyphens": "Straßen-" * 62,
    "Arabic": "عائلة الكريم " * 38,
    "Chinese": "山田太郎" * 125,
    "Cyrillic": "Анна " * 100,
    "Hindi": "क्षमता " * 80,
}


def all_called(name: str) -> EcomapGraph:
    """A family in which everybody and everything has one name: two people of one home, two homes, eight supports."""
    members = marked(
        (
            Member("m", name, home="h"),
            Member("n", name, role=name, home="h"),
            Member("o", name, home="k"),
            Member("q", "Ren", home="h", also_in=("k",), enrolled=True),
        )
    )
    kinds, domains = ("formal", "natural", "community", "peer") * 2, ("family", "health", "social", "") * 2
    supports = tuple(Support(f"s{n}", name, kinds[n], domain=domains[n]) for n in range(8))
    ends = ("m", "n", "h", "k", "o", "s0", "q", "s1")
    ties = tuple(Tie(f"t{n}", f"s{n}", ends[n], (Claim(("strong", "stressful"), "both"),)) for n in range(8))
    return EcomapGraph(name, (Home("h", name), Home("k", name, "foster_home")), members, supports, ties, centre="h")


@pytest.mark.parametrize(
    "name", [*FIT.values(), *LONG.values(), "", " "], ids=[*FIT, *(f"long {name}" for name in LONG), "", " "]
)
def test_any_name_may_be_everybodys(name: str) -> None:
    found = check(draw(all_called(name)).svg)
    assert found.overlaps == 0, found


@pytest.mark.parametrize("supports", [61, 200, 1000])
def test_large_maps_are_grouped_and_nothing_lies_over_anything(supports: int) -> None:
    found = check(draw(graph(supports, homes=3, people=9, odd=True)).svg)
    assert found.overlaps == 0, found


@pytest.mark.slow
@settings(max_examples=600, deadline=None)
@given(
    supports=st.integers(0, 200),
    seed=st.integers(0, 9999),
    homes=st.integers(0, 3),
    people=st.integers(0, 12),
    links=st.sampled_from((0.0, 0.15, 0.6)),
    odd=st.booleans(),
)
def test_nothing_lies_over_anything_on_hundreds_of_maps(
    supports: int, seed: int, homes: int, people: int, links: float, odd: bool
) -> None:
    found = check(draw(graph(supports, seed=seed, homes=homes, people=people, links=links, odd=odd)).svg)
    assert found.overlaps == 0, found


def test_the_picture_does_not_hang_on_the_order_of_a_set() -> None:
    code = (
        "import hashlib; from tests.ecomap.families import graph; from teammeet_picture.picture import draw\n"
        "print(hashlib.sha256(draw(graph(30, homes=2, odd=True)).svg.encode()).hexdigest())"
    )
    path = os.pathsep.join(str(ROOT / folder) for folder in ("", "src", "exporters"))
    made = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(made) == 1
