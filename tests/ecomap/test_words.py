"""The map in words says what the picture shows."""

from dataclasses import replace

import pytest
from tests.ecomap.families import graph

from teammeet.ecomap.graph import TIE_KINDS, Claim, EcomapGraph, Home, Member, Support, Tie
from teammeet.ecomap.words import LONGEST_SUMMARY, as_text, sections, summary
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
    assert summary(SMALL) == (
        "Ecomap of Rey: 2 supports (1 community, 1 formal). 1 is only possible. Ties: 1 strong, 1 tenuous, 1 stressful."
    )


def test_both_claims_are_said_with_who_says_them() -> None:
    said = as_text(SMALL)
    assert "- School (School and work): Ms. Ode: a tie with Mara, people see it differently." in said
    assert "Mara says: strong and stressful, gives energy. Ms. Ode says: tenuous." in said


def test_two_claims_by_nobody_named_are_still_two() -> None:
    claims = (Claim(("strong",)), Claim(("cut_off",), "from"))
    said = as_text(EcomapGraph("Rey", (Home("h", ""),), (), (Support("s", "School"),), (Tie("t", "s", "h", claims),)))
    assert "people see it differently. Somebody says: strong. Somebody says: cut off, takes energy." in said


def test_two_of_the_family_with_one_name_are_told_apart_where_a_tie_is_with_one() -> None:
    family = (Member("a", "Ada", "", "h"), Member("b", "Ada", "aunt", "h"), Member("c", "Ben", "son", "h"))
    ties = tuple(Tie(f"t{end}", "s", end, (Claim(("strong",)),)) for end in "abc")
    said = as_text(EcomapGraph("Rey", (Home("h", ""),), family, (Support("s", "Sam"),), ties))
    assert "- Sam: strong tie with Ada. Strong tie with Ada (aunt). Strong tie with Ben." in said
    assert "Living in the home: Ada, Ada (aunt), Ben (son)." in said


def test_two_who_say_the_same_of_a_tie_say_it_together() -> None:
    claims = (Claim(("strong",), "none", ("Ana", "Bo")), Claim(("cut_off",), "none", ("Cy",)))
    graph = EcomapGraph("Rey", (Home("h", ""),), (), (Support("s", "School"),), (Tie("t", "s", "h", claims),))
    assert "Ana and Bo say: strong. Cy says: cut off." in as_text(graph)
    assert "Ana y Bo dicen: fuerte." in as_text(graph, "es")


def test_a_tie_between_supports_is_said_at_each_of_them_and_energy_from_there() -> None:
    supports = (Support("a", "Aunt"), Support("c", "Club", "community"))
    said = as_text(EcomapGraph("Rey", (), (), supports, (Tie("t", "a", "c", (Claim(("strong",), "to"),)),)))
    assert "- Aunt: strong tie with Club, gives energy." in said
    assert "- Club: strong tie with Aunt, gets energy." in said


def test_who_lives_in_two_homes_is_said_in_both() -> None:
    homes = (Home("h", "Mum's"), Home("f", "Dad's"))
    said = as_text(EcomapGraph("Rey", homes, (Member("m", "Mara", "youth", "h", ("f",)),)))
    assert "Living in Mum's: Mara (youth, also in Dad's)." in said
    assert "Living in Dad's: Mara (youth, also in Mum's)." in said


def test_ages_are_said_where_they_are_known() -> None:
    people = (
        Member("m", "Mara", "youth", "h", age=13),
        Member("n", "Nilo", "", "h", age=0),
        Member("g", "Goyo", "grandfather", "h", life="deceased", age=80),
        Member("k", "Kids", "twins of 9", "h", age=9),
    )
    said = as_text(EcomapGraph("Rey", (Home("h", "Home"),), people))
    assert "Living in Home: Mara (youth, age 13), Nilo (under 1), Goyo (grandfather, died), Kids (twins of 9)." in said


def test_who_has_no_line_comes_last() -> None:
    people = (Member("m", "Mara", "", "h"), Member("n", "Nilo", "", "h"), Member("g", "Goyo", "", "h", life="deceased"))
    supports = (Support("s", "School", "formal", "education"), Support("a", "Aunt"))
    said = as_text(EcomapGraph("Rey", (Home("h", ""),), people, supports, (Tie("t", "a", "m"),)))
    assert said.endswith("No line yet\n- School (School and work), formal support.\n- With no line of their own: Nilo.")


def test_ties_inside_the_family_are_said_too() -> None:
    people = (Member("m", "Mara", "", "h"), Member("d", "Dad", "", "f"))
    said = as_text(
        EcomapGraph("Rey", (Home("h", "A"), Home("f", "B")), people, (), (Tie("t", "d", "m", (Claim(("strong",)),)),))
    )
    assert "- Dad: strong tie with Mara." in said
    assert "- Mara: strong tie with Dad." in said


def test_a_large_map_begins_with_counts_and_goes_by_parts_of_life() -> None:
    supports = tuple(Support(f"s{n}", f"Helper {n}", "natural", ("social", "family")[n % 2]) for n in range(62))
    ties = tuple(Tie(f"t{n}", f"s{n}", "h") for n in range(62))
    found = sections(EcomapGraph("Rey", (Home("h", ""),), (), supports, ties))
    assert found[1].entries == ("62 natural: Family 31, Friends and fun 31.",)
    assert [entry.partition(" (")[2][:6] for entry in found[2].entries] == ["Family"] * 31 + ["Friend"] * 31
    assert as_text(graph(60)).count("In short") == 0


def test_a_summary_is_never_longer_than_anybody_listens() -> None:
    long = graph(200, odd=True)
    for title in ("Rey", "Rey " * 200):
        for language in ("en", "es"):
            assert len(summary(replace(long, title=title), language)) <= LONGEST_SUMMARY
    assert "…: 200 supports" in summary(replace(long, title="Rey " * 200))


def test_a_tie_without_a_kind_is_only_a_tie() -> None:
    assert "Choir (Faith and spirit, possible): a tie with Home" in as_text(SMALL)


def test_a_loop_and_an_untied_support_are_said() -> None:
    assert "Noted with a tie to itself." in as_text(SMALL)
    assert "No line yet\n- School, natural support." in as_text(EcomapGraph("Rey", (), (), (Support("s", "School"),)))


def test_every_name_is_in_the_words() -> None:
    large = graph(80, homes=3, odd=True)
    said = as_text(large)
    assert all(thing.name in said for thing in large.things)


def test_spanish_says_the_same() -> None:
    assert summary(SMALL, "es").startswith("Ecomapa de Rey: 2 apoyos")
    assert [section.heading for section in sections(SMALL, "es")] == [
        "Quién vive dónde",
        "Apoyos de la comunidad",
        "Apoyos formales",
    ]


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
    assert "Mara dice: fuerte y tenso, da energía." in as_text(SMALL, "es")
    assert text("ecomap.tie.both", "es") == "fuerte y tenso"


def test_in_spanish_counted_ties_agree_in_number() -> None:
    one, two = summary(with_ties(*TIE_KINDS), "es"), summary(with_ties(*TIE_KINDS, *TIE_KINDS), "es")
    assert "Lazos: 1 fuerte, 1 normal, 1 débil, 1 tenso, 1 cortado." in one
    assert "Lazos: 2 fuertes, 2 normales, 2 débiles, 2 tensos, 2 cortados." in two
