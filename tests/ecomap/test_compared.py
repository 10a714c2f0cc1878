"""Two maps compared: hand-worked maps, and what is said of them in words."""

import math
from dataclasses import replace

import pytest
from tests.ecomap.families import graph as drawn

from teammeet.ecomap.compared import Comparison, Facts, compared
from teammeet.ecomap.compared_claims import moves, nearness
from teammeet.ecomap.compared_maps import beside, marked
from teammeet.ecomap.compared_sheet import placed_beside
from teammeet.ecomap.compared_words import as_text, entries, moment_words, summary
from teammeet.ecomap.graph import ABSENT, UNNAMED_HOME, Claim, EcomapGraph, Home, Member, Support, Tie
from teammeet.ecomap.layout import layout
from teammeet.ecomap.sheet import sheet
from teammeet.ecomap.terminal import Look, painted

HOME = Home("h", "Home")
REN = Member("ren", "Ren", "youth", "h", enrolled=True)
LOTTE = Support("lotte", "Aunt Lotte", "natural", "family")
CLUB = Support("club", "Chess club", "community", "social")
COURT = Support("court", "Court", "formal", "legal")


def measure(text: str, size: float, bold: bool = False) -> float:
    return len(text) * size * (0.62 if bold else 0.56)


def tied(support: str, *kinds: str, to: str = "h", flow: str = "none", by: tuple[str, ...] = (), id: str = "") -> Tie:
    return Tie(id or f"t-{support}-{to}", support, to, (Claim(kinds, flow, by),))


def a_map(*supports: Support, ties: tuple[Tie, ...] = (), members: tuple[Member, ...] = (REN,)) -> EcomapGraph:
    return EcomapGraph("The Vega family", (HOME,), members, supports, ties, centre="h")


def told(before: EcomapGraph, after: EcomapGraph, language: str = "en", **facts: dict[str, Facts]) -> tuple[str, ...]:
    return entries(compared(before, after, **facts), language)  # type: ignore[arg-type]  # by the names of its parameters


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        (("tenuous",), ("strong",), "closer (was tenuous, now strong)"),
        (("strong",), ("cut_off",), "farther away (was strong, now cut off)"),
        (("ordinary",), ("ordinary", "stressful"), "stress came (was ordinary, now ordinary and stressful)"),
        (("strong", "stressful"), ("strong",), "stress went (was strong and stressful, now strong)"),
        (("tenuous",), ("strong", "stressful"), "closer and stress came (was tenuous, now strong and stressful)"),
        (("ordinary",), ("stressful",), "stress came (was ordinary, now stressful)"),
        (("stressful",), ("cut_off",), "was stressful, now cut off"),
        ((), ("strong",), "now strong"),
        (("strong",), (), "kind no longer said (was strong)"),
    ],
)
def test_a_tie_comes_closer_or_goes_and_stress_is_said_apart(was: tuple[str, ...], now: tuple[str, ...], said: str) -> None:
    before, after = a_map(LOTTE, ties=(tied("lotte", *was),)), a_map(LOTTE, ties=(tied("lotte", *now),))
    assert told(before, after) == (f"Aunt Lotte: {said}",)
    assert told(after, after) == ()


def test_nearness_is_known_of_one_kind_alone() -> None:
    assert [nearness([kind]) for kind in ("cut_off", "tenuous", "ordinary", "strong")] == [0, 1, 2, 3]
    assert nearness(["stressful"]) is None
    assert nearness(["strong", "tenuous"]) is None
    assert moves(("strong", "tenuous"), ("cut_off",)) == ()
    assert moves((), ("stressful",)) == ()


def test_what_came_and_went_and_ended_is_told_with_its_ties() -> None:
    before = a_map(COURT, LOTTE, ties=(tied("court", "stressful"), tied("lotte", "strong")))
    ended = Support("court", "Court", "formal", "legal", "ended")
    after = a_map(ended, CLUB, ties=(tied("court", "stressful"), tied("club", "ordinary", to="ren", flow="to")))
    found = compared(before, after)
    assert entries(found) == (
        "Aunt Lotte: no longer on the map",
        "Chess club: new on the map; with Ren: ordinary, gives energy",
        "Court: ended",
    )
    assert summary(found) == "What is new: 1 came, 1 went, 1 changed."
    assert entries(found, "es")[2] == "Court: terminó"


def test_a_map_drawn_from_nothing_has_lost_no_home_and_says_what_is_only_a_hope_or_over() -> None:
    """A family whose home was not said: what stands for it was never anybody's home, so it is neither told nor drawn."""
    before = EcomapGraph("The Vega family", (Home(UNNAMED_HOME, ""),), (), ())
    pool, court = (replace(LOTTE, id=id, name=id, status=status) for id, status in (("pool", "possible"), ("court", "ended")))
    after = a_map(LOTTE, pool, court)
    found = compared(before, after)
    assert found.count("went") == 0
    assert entries(found)[:3] == (
        "Aunt Lotte: new on the map",
        "pool: new on the map, a hope",
        "court: new on the map, already ended",
    )
    for drawn_map in (marked(found), *beside(found)):
        assert [home.id for home in drawn_map.homes] == ["h"]
        assert drawn_map.centre == "h"


def test_which_tie_is_named_only_where_there_are_several() -> None:
    before = a_map(LOTTE, ties=(tied("lotte", "tenuous"), tied("lotte", "ordinary", to="ren")))
    after = a_map(LOTTE, ties=(tied("lotte", "strong"), tied("lotte", "ordinary", to="ren", flow="both")))
    assert told(before, after) == (
        "Aunt Lotte: with Home: closer (was tenuous, now strong); with Ren: energy now goes both ways",
    )
    new_line = a_map(LOTTE, ties=(*before.ties[:1], tied("lotte", "ordinary", to="ren", by=("Ren",))))
    assert told(a_map(LOTTE, ties=before.ties[:1]), new_line)[0].startswith("Aunt Lotte: line to Ren: new")
    assert told(new_line, a_map(LOTTE, ties=before.ties[:1])) == ("Aunt Lotte: line to Ren: gone",)


def test_two_claims_by_two_people_are_each_followed_by_who_said_it() -> None:
    def seen(ren: str, mother: str) -> EcomapGraph:
        return a_map(
            COURT, ties=(Tie("t", "court", "h", (Claim((ren,), "none", ("Ren",)), Claim((mother,), "none", ("Mom",)))),)
        )

    assert told(seen("ordinary", "ordinary"), seen("strong", "stressful")) == (
        "Court: closer (was ordinary, now strong) (Ren says); stress came (was ordinary, now stressful) (Mom says)",
    )
    assert told(seen("ordinary", "strong"), seen("strong", "ordinary")) != ()
    only_ren = a_map(COURT, ties=(tied("court", "ordinary", by=("Ren",), id="t"),))
    assert told(only_ren, seen("ordinary", "stressful")) == ("Court: still ordinary (Ren says); stressful (Mom says)",)
    assert told(seen("ordinary", "stressful"), only_ren) == (
        "Court: still ordinary (Ren says); no longer said: stressful (Mom says)",
    )


def test_a_tie_that_was_turned_is_the_same_tie() -> None:
    before = a_map(COURT, CLUB, ties=(Tie("a", "court", "club", (Claim(("strong",), "to"),)),))
    after = a_map(COURT, CLUB, ties=(Tie("b", "club", "court", (Claim(("strong",), "from"),)),))
    assert told(before, after) == ()


def test_a_person_of_a_support_who_is_called_otherwise_holds_the_same_tie() -> None:
    before = a_map(COURT, ties=(Tie("t", "court", "ren", (Claim(("ordinary",)),), "Ms. Ito"),))
    after = a_map(COURT, ties=(Tie("t", "court", "ren", (Claim(("strong",)),), "Ms. Ito-Lang"),))
    assert told(before, after) == ("Court: Ms. Ito-Lang: closer (was ordinary, now strong)",)


def test_what_the_map_does_not_draw_is_told_after_it() -> None:
    before, after = a_map(LOTTE, ties=(tied("lotte", "tenuous"),)), a_map(LOTTE, ties=(tied("lotte", "strong"),))
    said = told(before, after, facts_before={"lotte": Facts(helpful=4)}, facts_after={"lotte": Facts("", "gives rides", 8)})
    assert said == ("Aunt Lotte: closer (was tenuous, now strong); now: gives rides; how much it helps: now 8 of 10, was 4",)


def test_names_kinds_domains_members_and_homes_are_told() -> None:
    before = a_map(LOTTE, members=(REN, Member("opa", "Opa", "grandfather", "h"), Member("sib", "Sol", "brother", "h")))
    moved = EcomapGraph(
        "The Vega family",
        (HOME, Home("f", "Lind", "foster_home")),
        (REN, Member("opa", "Opa", "grandfather", "h", life="deceased"), Member("sib", "Sol", "brother", "f")),
        (Support("lotte", "Lotte", "peer", ""),),
        centre="h",
    )
    assert told(before, moved) == (
        "Lotte: was called Aunt Lotte; now peer support (was natural support); part of life: no longer Family",
        "Opa: has died",
        "Sol: now lives in Lind",
        "Lind: a new home on the map",
    )


def test_the_text_says_which_moments_are_compared_in_both_languages() -> None:
    same = compared(a_map(LOTTE), a_map(LOTTE))
    assert as_text(same, since="plan 1", until="now") == "The map from plan 1 to now\nNothing on the map is different."
    assert as_text(same, "es", since="el plan 1", until="ahora").startswith("El mapa, desde el plan 1 hasta ahora")


def comparison() -> Comparison:
    before = a_map(COURT, LOTTE, ties=(tied("court", "stressful"), tied("lotte", "strong")))
    after = a_map(COURT, CLUB, ties=(tied("court", "ordinary"), tied("club", "ordinary", to="ren")))
    return compared(before, after)


def test_one_map_marks_what_came_went_and_changed() -> None:
    one = marked(comparison())
    assert {support.id: support.change for support in one.supports} == {"court": "changed", "club": "came", "lotte": "went"}
    assert {tie.support: tie.change for tie in one.ties} == {"court": "changed", "club": "came", "lotte": "went"}
    screen = painted(one, 80, 20, Look()).text
    assert "(- Aunt Lotte)" in screen
    assert "<+ Chess club>" in screen
    assert "[~ Court]" in screen
    assert "+ new" in screen
    assert "- gone" in screen
    made = sheet(one, layout(one, measure), measure, "en")
    words = [line for group in made.groups for line in group.words]
    assert {"+ new", "- gone", "~ changed", "new since then", "no longer on the map"} <= set(words)


def test_two_maps_say_what_is_new_on_the_later_and_what_is_gone_since_on_the_former() -> None:
    before, after = beside(comparison())
    assert {support.id: support.change for support in before.supports} == {"court": "changed", "club": ABSENT, "lotte": "left"}
    assert {support.id: support.change for support in after.supports} == {"court": "changed", "club": "came", "lotte": ABSENT}
    assert {tie.support: tie.change for tie in before.ties} == {"court": "changed", "club": ABSENT, "lotte": "left"}
    made = [sheet(side, layout(side, measure), measure, "en") for side in (before, after)]
    words = [{line for group in one.groups for line in group.words} for one in made]
    assert {"- gone", "~ changed", "gone since then"} <= words[0]
    assert {"+ new", "~ changed", "new since then"} <= words[1]
    assert "- gone" not in words[1]


def test_a_caption_moves_to_a_free_place_when_the_first_of_its_sector_is_on_the_other_map_only() -> None:
    club, pool = (Support(id, f"{id} of the whole old town", "community", "social") for id in ("club", "pool"))
    ties = tuple(tied(name, "ordinary", to="ren") for name in ("club", "pool"))
    sides = beside(compared(a_map(pool, ties=ties[1:]), a_map(club, pool, ties=ties)))
    before, after = placed_beside(*sides, measure)
    was, now = ({node.id: node.box for node in side.nodes} for side in (before, after))
    assert "club" not in was
    there, here = (math.dist(*((side[id].x, side[id].y) for id in ("caption:community", "pool"))) for side in (was, now))
    assert there < here


def test_a_tie_whose_end_was_moved_is_two_ties() -> None:
    before, after = (
        a_map(LOTTE, ties=(tied("lotte", "strong", id="t"),)),
        a_map(LOTTE, ties=(tied("lotte", "strong", to="ren", id="t"),)),
    )
    one = marked(compared(before, after))
    assert sorted((tie.to, tie.change) for tie in one.ties) == [("h", "went"), ("ren", "came")]
    assert len({tie.id for tie in one.ties}) == 2


@pytest.mark.parametrize("count", [3, 12, 25])
def test_what_is_on_both_maps_stands_at_one_place(count: int) -> None:
    """Three supports are taken out of the later map, and three others are new on it."""
    whole = drawn(count + 3, links=0.0)
    out, new = (frozenset(support.id for support in whole.supports[part]) for part in (slice(0, 2), slice(-3, None)))

    def without(gone: frozenset[str]) -> EcomapGraph:
        left = tuple(support for support in whole.supports if support.id not in gone)
        return EcomapGraph(
            whole.title,
            whole.homes,
            whole.members,
            left,
            tuple(t for t in whole.ties if t.support not in gone),
            centre=whole.centre,
        )

    sides = beside(compared(without(new), without(out)))
    was, now = placed_beside(*sides, measure)
    there = {node.id: node.box for node in was.nodes if node.form != "caption"}
    here = {node.id: node.box for node in now.nodes if node.form != "caption"}
    assert not there.keys() & new
    assert not here.keys() & out
    for name in there.keys() & here.keys():
        a, b = there[name], here[name]
        assert (a.x - was.household.x, a.y - was.household.y) == pytest.approx((b.x - now.household.x, b.y - now.household.y))


def test_a_place_is_kept_free_in_the_terminal() -> None:
    before, after = (painted(side, 80, 20, Look(steady=True)) for side in beside(comparison()))
    spots = [{spot.id: (spot.y, spot.x) for spot in canvas.spots} for canvas in (before, after)]
    assert spots[0].keys() - spots[1].keys() == {"lotte"}
    assert spots[1].keys() - spots[0].keys() == {"club"}
    assert spots[0]["court"] == spots[1]["court"]
    assert "Chess club" not in before.text
    assert "Aunt Lotte" not in after.text
    assert ABSENT not in before.text + after.text


def test_moments_have_words_in_both_languages() -> None:
    from datetime import date

    day = date(2026, 1, 19)
    assert moment_words("edition", day, "en", 2) == "plan 2 (January 19, 2026)"
    assert moment_words("now", day, "es") == "ahora (19 de enero de 2026)"


def test_a_tie_between_supports_is_told_and_counted_once() -> None:
    before = a_map(COURT, CLUB, ties=(tied("court", "tenuous", to="club"),))
    after = a_map(COURT, CLUB, ties=(tied("court", "strong", to="club"),))
    found = compared(before, after)
    assert entries(found) == ("Court: closer (was tenuous, now strong)",)
    assert summary(found) == "What is new: 1 changed."
    assert {support.change for support in marked(found).supports} == {"changed"}


def test_who_is_called_otherwise_says_the_same_unless_two_had_the_name() -> None:
    def seen(*names: str) -> EcomapGraph:
        members = tuple(Member(f"m{number}", name, "", "h") for number, name in enumerate(names))
        claims = tuple(Claim((kind,), "none", (name,)) for kind, name in zip(("strong", "stressful"), names, strict=True))
        return a_map(COURT, ties=(Tie("t", "court", "h", claims),), members=members)

    assert told(seen("Alex", "Bo"), seen("Sasha", "Bo")) == ("Sasha: was called Alex",)
    said = told(seen("Alex", "Alex"), seen("Sasha", "Alex"))
    assert said[0].startswith("Court: strong (Sasha says); stress came (was strong, now stressful) (Alex says); no longer said")


@pytest.mark.parametrize("name", ["</text><script>", "{was}", "A & B", "‮txet", "名前がとても長いサポート", "x" * 500, ""])
def test_any_name_is_told_as_it_is(name: str) -> None:
    strange = Support("s", name)
    (said,) = told(a_map(), a_map(strange))
    assert said.startswith(name or "(no name yet)")
    assert painted(marked(compared(a_map(strange), a_map())), 80, 24).text


def test_what_may_only_have_been_hidden_is_not_told_as_a_change() -> None:
    """On a wall a tie of which nothing is shown may have been strong all along: it was released since."""
    before, after = a_map(LOTTE, ties=(Tie("t", "lotte", "h"),)), a_map(LOTTE, ties=(tied("lotte", "strong", id="t"),))
    assert entries(compared(before, after, may_be_hidden=True)) == ()
    assert entries(compared(before, after)) == ("Aunt Lotte: now strong",)
