"""The map in words says what the picture shows."""

import pytest
from tests.ecomap.families import graph

from teammeet.ecomap.graph import TIE_KINDS, Claim, EcomapGraph, Home, Member, Support, Tie
from teammeet.ecomap.words import as_text, sections, summary
from teammeet.messages import text

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


def with_ties(*kinds: str) -> EcomapGraph:
    """A support for each kind, and a tie of that kind from it to Mara."""
    supports = tuple(Support(f"s{n}", f"Apoyo {n}") for n, _ in enumerate(kinds))
    ties = tuple(Tie(f"t{n}", f"s{n}", "m", (Claim((kind,)),)) for n, kind in enumerate(kinds))
    return EcomapGraph("Rey", (Home("h", "Casa"),), (Member("m", "Mara", "", "h"),), supports, ties)


LAZOS = {
    "strong": "lazo fuerte con Mara",
    "ordinary": "lazo normal con Mara",
    "tenuous": "lazo débil con Mara",
    "stressful": "lazo tenso con Mara",
    "cut_off": "lazo cortado con Mara",
}


@pytest.mark.parametrize("kind", TIE_KINDS)
def test_in_spanish_each_kind_of_tie_agrees_with_the_word_for_a_tie(kind: str) -> None:
    assert f": {LAZOS[kind]}" in as_text(with_ties(kind), "es")


def test_in_spanish_ties_of_two_kinds_agree_too() -> None:
    assert "Mara dice: lazo fuerte y tenso con Mara" in as_text(SMALL, "es")
    assert text("ecomap.tie.both", "es") == "fuerte y tenso"


def test_in_spanish_counted_ties_agree_in_number() -> None:
    one, two = summary(with_ties(*TIE_KINDS), "es"), summary(with_ties(*TIE_KINDS, *TIE_KINDS), "es")
    assert "Lazos: 1 fuerte, 1 normal, 1 débil, 1 tenso, 1 cortado." in one
    assert "Lazos: 2 fuertes, 2 normales, 2 débiles, 2 tensos, 2 cortados." in two
