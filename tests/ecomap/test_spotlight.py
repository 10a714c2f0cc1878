"""What is talked over on the map: what stands out, and the map with nothing else."""

from teammeet.ecomap.graph import EcomapGraph, Home, Member, Support, Tie
from teammeet.ecomap.spotlight import lit, narrowed
from teammeet.model.supports import Spotlight

MAP = EcomapGraph(
    "Rey",
    (Home("h", "Home"), Home("d", "Dad's home")),
    (Member("m", "Mia", home="h", also_in=("d",)), Member("p", "Pa", home="d")),
    (
        Support("aunt", "Aunt Lu", "natural", "family"),
        Support("choir", "Choir", "community", "social"),
        Support("clinic", "Clinic", "formal", "health"),
        Support("loose", "Nobody's", "formal", "health"),
    ),
    (
        Tie("1", "aunt", "h"),
        Tie("2", "choir", "m"),
        Tie("3", "clinic", "m"),
        Tie("4", "clinic", "aunt"),
    ),
    centre="h",
)


def supports(graph: EcomapGraph) -> set[str]:
    return {support.id for support in graph.supports}


def test_a_spotlight_on_nothing_leaves_everything_in_the_light() -> None:
    assert lit(MAP, Spotlight()) == frozenset()
    assert narrowed(MAP, Spotlight(alone=True)) is MAP


def test_a_persons_ties_stand_out_with_who_they_lead_to() -> None:
    assert lit(MAP, Spotlight(of="m")) == {"m", "choir", "clinic"}


def test_a_home_stands_out_with_the_ties_of_all_who_live_in_it() -> None:
    assert lit(MAP, Spotlight(of="h")) == {"h", "m", "aunt", "choir", "clinic"}
    assert {tie.id for tie in narrowed(MAP, Spotlight(of="h", alone=True)).ties} == {"1", "2", "3"}


def test_a_support_stands_out_with_the_supports_it_is_tied_to() -> None:
    assert lit(MAP, Spotlight(of="clinic")) == {"m", "clinic", "aunt"}


def test_kinds_and_domain_narrow_together() -> None:
    assert lit(MAP, Spotlight(kinds=("formal",))) == {"h", "m", "clinic", "loose"}
    assert lit(MAP, Spotlight(kinds=("formal",), domain="social")) == {"h"}


def test_alone_leaves_out_the_rest_and_every_tie_to_it() -> None:
    natural = narrowed(MAP, Spotlight(kinds=("natural",), alone=True))
    assert supports(natural) == {"aunt"}
    assert [tie.id for tie in natural.ties] == ["1"]
    assert natural.members == MAP.members


def test_a_spotlight_that_finds_nobody_shows_nobody() -> None:
    assert supports(narrowed(MAP, Spotlight(kinds=("peer",), alone=True))) == set()
