"""Strengths, needs and outcomes: pure functions, no screen."""

from tests.tui.meeting_scenes import REVIEW, TEN, acted, after, deed_at, kept, scene_at, small_family, three_needs, told, words

from teammeet.model.family import Family
from teammeet.model.plan import Need, Outcome, Strategy, Strength, Worry
from teammeet.model.values import Words
from teammeet.tui.meeting.panels import PANELS
from teammeet.tui.meeting.scene import AskPick, Keep, Scene

# Strengths


def test_a_strength_is_verbatim_with_its_setting_in_the_words() -> None:
    strength = kept(scene_at("going-well"), "DA: stays calm when he draws").strengths[0]
    assert (strength.words.text, strength.words.verbatim) == ("stays calm when he draws", True)
    assert (strength.whose, strength.setting) == (("dani",), "")


def test_unknown_initials_are_told_and_stay_in_the_words() -> None:
    answer = PANELS["strengths"].kept(scene_at("going-well"), "sings with @XQ")
    assert isinstance(answer, Keep)
    assert "@XQ" in answer.said
    assert str(after(scene_at("going-well"), answer).strengths[0].words) == "sings with @XQ"


def test_strengths_change_places() -> None:
    family = kept(kept_twice(), "third")
    scene = scene_at("going-well", family, selected=family.strengths[2].id)
    assert [str(s.words) for s in after(scene, PANELS["strengths"].moved(scene, -1)).strengths] == ["first", "third", "second"]


def kept_twice() -> Scene:
    family = kept(scene_at("going-well"), "first")
    return scene_at("going-well", kept(scene_at("going-well", family), "second"))


def test_what_no_idea_leans_on_stays_in_view() -> None:
    strength = Strength(id="s1", words=Words(text="sings"))
    family = small_family(strengths=(strength,), strategies=(Strategy(id="y1"),))
    assert PANELS["strengths"].summary(scene_at("going-well", family))


# Needs


def test_a_line_with_an_exclamation_mark_is_a_worry_and_what_lies_behind_it_is_not_guessed() -> None:
    scene = scene_at("needs")
    answer = PANELS["needs"].kept(scene, "! DA: runs out of class")
    family = after(scene, answer)
    assert isinstance(answer, Keep)
    assert (str(family.worries[0].words), family.worries[0].whose) == ("runs out of class", ("dani",))
    family = kept(scene_at("needs", family, selected=answer.select), "to know he may leave")
    assert (family.needs[0].behind, family.needs[0].whose) == ((), ())


def ranks(family: Family) -> list[int | None]:
    return [need.rank for need in family.needs]


def step_need(family: Family, need: str, by: int) -> Family:
    scene = scene_at("needs", family, selected=need)
    return after(scene, PANELS["needs"].moved(scene, by))


def test_the_family_ranks_by_moving_up() -> None:
    family = step_need(three_needs(), "n2", -1)
    assert ranks(family) == [None, 1, None]
    family = step_need(step_need(family, "n3", -1), "n3", -1)
    assert ranks(family) == [None, 2, 1]
    assert words(scene_at("needs", family)) == ["need 3", "need 2", "need 1"]


def test_moving_down_from_the_last_rank_takes_the_rank_away() -> None:
    family = step_need(three_needs(), "n2", -1)
    assert ranks(step_need(family, "n2", 1)) == [None, None, None]


def test_a_need_without_a_rank_cannot_go_down() -> None:
    scene = scene_at("needs", three_needs(), selected="n1")
    assert told(PANELS["needs"].moved(scene, 1))


def test_a_figure_gives_a_rank_and_nought_takes_it() -> None:
    family = acted(scene_at("needs", three_needs(), selected="n3"), "rank-1")
    family = acted(scene_at("needs", family, selected="n1"), "rank-1")
    assert ranks(family) == [1, None, 2]
    assert ranks(acted(scene_at("needs", family, selected="n1"), "rank-0")) == [None, None, 1]
    assert ranks(acted(scene_at("needs", family, selected="n2"), "rank-9")) == [1, 3, 2]


def test_the_gap_and_met_turn_by_a_key() -> None:
    assert acted(scene_at("needs", three_needs(), selected="n1"), "gap").needs[0].gap
    assert acted(scene_at("needs", three_needs(), selected="n1"), "met").needs[0].status == "met"


def test_the_worry_behind_is_picked() -> None:
    family = small_family(needs=(Need(id="n1"),), worries=(Worry(id="w1", words=Words(text="hides")),))
    scene = scene_at("needs", family, selected="n1")
    answer = deed_at(scene, "behind")
    assert isinstance(answer, AskPick)
    assert after(scene, answer.then(("w1",))).needs[0].behind == ("w1",)


# Outcomes


def test_an_outcome_belongs_to_the_selected_need_and_takes_its_day() -> None:
    family = kept(scene_at("outcomes", three_needs(), selected="n2"), "Dani tells an adult, by next Friday")
    outcome = family.outcomes[0]
    assert (outcome.needs, str(outcome.words)) == (("n2",), "Dani tells an adult")
    assert str(outcome.due) == "2026-03-13"


def test_an_outcome_after_an_outcome_is_for_the_same_need() -> None:
    family = small_family(needs=three_needs().needs, outcomes=(Outcome(id="o1", needs=("n3",)),))
    assert kept(scene_at("outcomes", family, selected="o1"), "more").outcomes[1].needs == ("n3",)


def test_without_a_need_an_outcome_is_kept_too() -> None:
    family = kept(scene_at("outcomes"), "sleeps")
    assert family.outcomes[0].needs == ()
    assert words(scene_at("outcomes", family)) == ["sleeps"]


def test_a_reading_has_a_number_and_who_says_it() -> None:
    family = small_family(outcomes=(Outcome(id="o1", words=Words(text="sleeps")),))
    scene = scene_at("how-it-stands", family, agenda=REVIEW, selected="o1")
    reading = kept(scene, "RR: 6/10 four nights of seven").readings[0]
    assert (reading.score, reading.value, reading.by, reading.on) == (6, "four nights of seven", "rosa", TEN.date())


def test_a_reading_of_nothing_is_refused() -> None:
    assert told(PANELS["outcomes"].kept(scene_at("how-it-stands", agenda=REVIEW), "6"))


def test_a_reading_that_begins_with_a_number_keeps_its_words() -> None:
    family = small_family(outcomes=(Outcome(id="o1", words=Words(text="texts her mother")),))
    scene = scene_at("how-it-stands", family, agenda=REVIEW, selected="o1")
    reading = kept(scene, "RR: 2 nights a week she texts").readings[0]
    assert (reading.score, reading.value) == (None, "2 nights a week she texts")


def test_before_there_is_a_need_the_line_says_how_a_worry_is_typed() -> None:
    panel = PANELS["needs"]
    assert "!" in panel.line_for(scene_at("needs"))
    worried = kept(scene_at("needs"), "! hides under the bed")
    assert "!" in panel.line_for(scene_at("needs", worried))
    assert "!" not in panel.line_for(scene_at("needs", kept(scene_at("needs", worried), "to sleep")))
    assert "!" not in panel.line_for(scene_at("needs", mode="worry"))
