"""What the keys of the map do to a tie: each claim by itself, and where it leads."""

from datetime import date
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teammeet.model.family import Family
from teammeet.model.people import Header, Household, Person
from teammeet.model.supports import Claim, Support, Tie
from teammeet.tui.ecomap import changes
from teammeet.tui.ecomap.changes import Voice

TODAY = date(2026, 3, 2)
BEA_SAYS = Claim(kinds=("strong",), said_by="bea", said_on=date(2026, 1, 5))
TIE = Tie(id="t", support="coach", to="ana", claims=(Claim(kinds=("ordinary",), said_by="ana"), BEA_SAYS))
FAMILY = Family(
    header=Header(name="Rivera family"),
    households=(Household(id="home", name="Rivera home"),),
    people=(
        Person(id="ana", used_name="Ana", households=("home",)),
        Person(id="luis", used_name="Luis", households=("home",)),
        Person(id="ms-lee", used_name="Ms. Lee", support="school"),
    ),
    supports=(Support(id="coach", name="Coach Ray"), Support(id="bea", name="Aunt Bea"), Support(id="school", name="School")),
    ties=(TIE, Tie(id="u", support="bea", to="luis"), Tie(id="v", support="ms-lee", to="ana")),
)


def test_keys_change_the_first_claim_until_somebody_else_is_heard() -> None:
    changed = changes.with_kind(TIE, "stressful", TODAY)
    assert changed.claims == (Claim(kinds=("ordinary", "stressful"), said_by="ana", said_on=TODAY), BEA_SAYS)


def test_what_the_second_says_is_theirs_alone() -> None:
    voice = changes.voice_of(TIE, "bea")
    changed = changes.with_next_flow(changes.with_kind(TIE, "tenuous", TODAY, voice), TODAY, voice)
    assert changed.claims == (TIE.claims[0], Claim(kinds=("strong", "tenuous"), flow="to", said_by="bea", said_on=TODAY))


def test_somebody_new_says_it_anew_and_two_claims_stay_two() -> None:
    voice = changes.voice_of(TIE, "luis")
    changed = changes.with_kind(TIE, "ordinary", TODAY, voice)
    assert changed.claims == (*TIE.claims, Claim(kinds=("ordinary",), said_by="luis", said_on=TODAY))
    assert changes.place_of(changed, voice) == 2


def test_a_second_claim_that_says_nothing_is_gone_and_its_keys_still_are_theirs() -> None:
    voice = changes.voice_of(TIE, "bea")
    without = changes.with_kind(TIE, "strong", TODAY, voice)
    assert without.claims == TIE.claims[:1]
    again = changes.with_kind(without, "cut_off", TODAY, voice)
    assert again.claims == (TIE.claims[0], Claim(kinds=("cut_off",), said_by="bea", said_on=TODAY))


def test_a_first_claim_that_says_nothing_stays_for_else_keys_would_change_the_others() -> None:
    without = changes.with_kind(TIE, "ordinary", TODAY)
    assert without.claims == (Claim(said_by="ana"), BEA_SAYS)


def test_b_goes_through_the_claims_and_then_asks_who_else() -> None:
    second = changes.next_voice(TIE, None)
    assert second == Voice("t", 1, "bea")
    assert changes.next_voice(TIE, second) is None


def test_a_voice_of_another_tie_or_of_a_claim_that_is_gone_is_not_heard() -> None:
    other = Tie(support="school", to="ana", claims=TIE.claims)
    assert changes.place_of(other, Voice("t", 1, "bea")) == 0
    assert changes.place_of(TIE.changed(claims=()), Voice("t", 1)) == 0
    assert changes.place_of(TIE.changed(claims=(BEA_SAYS,)), Voice("t", 1, "bea")) == 0


def test_the_first_word_on_a_tie_is_that_of_who_was_picked() -> None:
    bare = Tie(support="bea", to="luis")
    assert changes.with_kind(bare, "strong", TODAY, changes.voice_of(bare, "luis")).claims == (
        Claim(kinds=("strong",), said_by="luis", said_on=TODAY),
    )


@settings(max_examples=25)
@given(st.lists(st.tuples(st.sampled_from(["ana", "bea", "luis", ""]), st.integers(0, 5)), max_size=12))
def test_whatever_is_pressed_nobody_speaks_for_another(pressed: list[tuple[str, int]]) -> None:
    tie = TIE
    for who, key in pressed:
        voice = changes.voice_of(tie, who) if who else None
        kept = [c for place, c in enumerate(tie.claims) if place != changes.place_of(tie, voice)]
        tie = (
            changes.with_next_flow(tie, TODAY, voice)
            if key == 5
            else changes.with_kind(tie, changes.TIE_KINDS[key], TODAY, voice)
        )
        assert all(claim in tie.claims for claim in kept)
        assert len({claim.said_by for claim in tie.claims}) == len(tie.claims)


@pytest.mark.parametrize("end", ["luis", "home", "school"])
def test_a_line_leads_elsewhere_and_keeps_what_is_said(end: Literal["luis", "home", "school"]) -> None:
    assert changes.retied(FAMILY, TIE, "coach", end) == TIE.changed(to=end)


def test_seen_from_its_other_end_another_support_holds_it() -> None:
    assert changes.retied(FAMILY, TIE, "ana", "bea") == TIE.changed(support="bea")


@pytest.mark.parametrize(
    ("stays", "end"),
    [
        ("coach", "coach"),  # to itself
        ("coach", "ana"),  # where it leads already
        ("ana", "luis"),  # a line cannot begin at somebody of the family
        ("ana", "home"),
        ("ana", "ms-lee"),  # she has one to Ana
        ("ana", "nobody"),
    ],
)
def test_a_line_to_itself_to_nobody_or_twice_is_not_made(stays: str, end: str) -> None:
    assert changes.retied(FAMILY, TIE, stays, end) is None


def test_a_line_of_a_persons_moves_with_their_support_chosen() -> None:
    tie = FAMILY.ties[2]
    assert changes.retied(FAMILY, tie, "school", "luis") == tie.changed(to="luis")
    assert changes.retied(FAMILY, tie, "school", "ms-lee") is None


@pytest.mark.parametrize(
    ("said", "name", "kind"),
    [
        ("Grandma Rosa", "Grandma Rosa", "natural"),
        ("[School", "School", "formal"),
        ("[ School ]", "School", "formal"),
        ("<Choir>", "Choir", "community"),
        ("{Joy", "Joy", "peer"),
        ("(Nan)", "Nan", "natural"),
        ("[Clinic [north]", "Clinic [north]", "formal"),
        ("(Great) Aunt Jo", "(Great) Aunt Jo", "natural"),
        ("[", "", "formal"),
    ],
)
def test_the_first_sign_of_a_new_support_says_its_kind(said: str, name: str, kind: str) -> None:
    assert changes.named(said) == (name, kind)
