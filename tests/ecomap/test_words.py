"""The map in words says what the picture shows."""

from tests.ecomap.families import graph

from teammeet.ecomap.graph import Claim, EcomapGraph, Home, Member, Support, Tie
from teammeet.ecomap.words import as_text, sections, summary

SMALL = EcomapGraph(
    "Rey",
    (Home("h", "Home"), Home("f", "Lind", "foster_home")),
    (Member("m", "Mara", "mother", "h", mark="M"), Member("g", "Goyo", "", "h", life="deceased", mark="G")),
    (Support("s", "School", "formal", "education"), Support("c", "Choir", "community", "spiritual", "possible")),
    (
        Tie(
            "t",
            "s",
            "m",
            (Claim(("strong", "stressful"), "to", ("Mara",)), Claim(("tenuous",), "none", ("Ms. Ode",))),
            "Ms. Ode",
        ),
        Tie("u", "c", "h", (Claim(),)),
    ),
    (Tie("l", "s", "s"),),
    "h",
)


def test_the_summary_counts_supports_and_ties() -> None:
    assert summary(SMALL) == ("Ecomap of Rey: 2 supports (1 community, 1 formal). Ties: 1 strong, 1 tenuous, 1 stressful.")


def test_both_claims_are_said_with_who_says_them() -> None:
    said = as_text(SMALL)
    assert "Mara says: strong and stressful tie with Mara, gives energy to Mara" in said
    assert "Ms. Ode says: tenuous tie with Mara" in said
    assert "people see it differently" in said


def test_a_tie_without_a_kind_is_only_a_tie() -> None:
    assert "Choir (Faith and spirit, possible): a tie with Home" in as_text(SMALL)


def test_a_loop_and_an_untied_support_are_said() -> None:
    assert "noted with a tie to itself" in as_text(SMALL)
    assert "no line yet" in as_text(EcomapGraph("Rey", (), (), (Support("s", "School"),)))


def test_every_name_is_in_the_words() -> None:
    large = graph(80, homes=3, odd=True)
    said = as_text(large)
    assert all(thing.name in said for thing in large.things)


def test_spanish_says_the_same() -> None:
    assert summary(SMALL, "es").startswith("Ecomapa de Rey: 2 apoyos")
    assert [section.heading for section in sections(SMALL, "es")] == ["Rey", "Apoyos de la comunidad", "Apoyos formales"]
