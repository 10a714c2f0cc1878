"""The family comes first: its order, its words, the need behind a worry, ideas that nobody judges, help of its own."""

import pytest
from tests.tui.meeting_scenes import (
    FIRST,
    REVIEW,
    TEN,
    acted,
    after,
    agenda_of,
    deed_at,
    kept,
    rows,
    scene_at,
    small_family,
    three_needs,
    told,
)

from teammeet.model.family import Family, put
from teammeet.model.meetings import Attendance
from teammeet.model.people import Header, Person
from teammeet.model.plan import Need, Option, Strategy, Strength, Task, Worry
from teammeet.model.supports import Support, Tie
from teammeet.model.values import Translation, Words
from teammeet.tui.meeting.as_said import as_said, interpreter_today, languages_beside
from teammeet.tui.meeting.asked_next import turned
from teammeet.tui.meeting.needs import ranked
from teammeet.tui.meeting.panels import PANELS
from teammeet.tui.meeting.row_deeds import further_deed, row_deed, row_keys
from teammeet.tui.meeting.scene import AskLine, AskPick, Hint, Keep, Row, Scene, Turn
from teammeet.tui.meeting.side import facts_in_words, supports_heading
from teammeet.tui.meeting.stand import Stand

# The need behind a worry


def worried(**who: object) -> Family:
    return small_family(worries=(Worry.model_validate({"id": "w1", "words": Words(text="hides"), "whose": ("dani",), **who}),))


def test_what_lies_behind_a_worry_becomes_a_need_with_its_hint() -> None:
    scene = scene_at("needs", worried(), selected="w1")
    assert [key.letter for key in PANELS["needs"].keys(scene)] == ["n"]
    answer = deed_at(scene, "need-behind")
    assert isinstance(answer, AskLine)
    assert "hides" in answer.question
    keeping = answer.then("DA: to know he may leave")
    assert isinstance(keeping, Keep)
    assert keeping.hint == Hint("need", keeping.select)
    (need,) = after(scene, keeping).needs
    assert (need.words.text, need.words.verbatim, need.whose, need.behind) == ("to know he may leave", True, ("dani",), ("w1",))


@pytest.mark.parametrize(
    "who", [{"kept_from": ("carmen",)}, {"only_for": ("rosa",)}, {"record": "health"}, {"taken_back": True}]
)
def test_a_need_behind_a_worry_is_for_those_who_may_see_the_worry(who: dict[str, object]) -> None:
    scene = scene_at("needs", worried(**who), selected="w1")
    scene = Scene(scene.family, scene.meeting, scene.agenda, scene.step, TEN, mode="need", selected="w1")
    answer = deed_at(scene, "need-behind")
    assert isinstance(answer, AskLine)
    need = after(scene, answer.then("to rest")).needs[0]
    assert {name: getattr(need, name) for name in who} == who


# Others' advice


def family_ranked() -> Family:
    return acted(scene_at("needs", three_needs(), selected="n2"), "rank-1")


def dotted(family: Family, need: str, line: str) -> Family:
    scene = scene_at("needs", family, selected=need)
    answer = deed_at(scene, "dots")
    assert isinstance(answer, AskLine)
    return after(scene, answer.then(line))


def test_advice_waits_until_the_family_has_ranked() -> None:
    assert "family says first" in told(deed_at(scene_at("needs", three_needs(), selected="n1"), "dots"))
    assert isinstance(deed_at(scene_at("needs", family_ranked(), selected="n1"), "dots"), AskLine)


@pytest.mark.parametrize("line", ["OR AC", "or, ac", "@OR @AC", "Ortiz; Abuela"])
def test_initials_of_the_others_are_kept_as_advice(line: str) -> None:
    assert dotted(family_ranked(), "n3", line).needs[2].dots in (("ortiz", "carmen"),)


def test_advice_is_told_beside_the_need_and_changes_nothing_of_the_familys_order() -> None:
    before = family_ranked()
    family = dotted(dotted(before, "n3", "OR AC"), "n1", "OR")
    scene = scene_at("needs", family)
    (row,) = [row for row in rows(scene) if row.id == "n3"]
    assert "OR, AC would begin here" in row.detail
    assert [need.id for need in ranked(scene)] == [need.id for need in ranked(scene_at("needs", before))]
    assert [need.rank for need in family.needs] == [need.rank for need in before.needs]


def test_the_family_ranks_and_its_initials_are_not_advice() -> None:
    scene = scene_at("needs", family_ranked(), selected="n3")
    answer = deed_at(scene, "dots")
    assert isinstance(answer, AskLine)
    assert "RR" in told(answer.then("OR RR"))
    assert "XQ" in told(answer.then("XQ"))


def test_a_blank_answer_takes_advice_away_but_not_what_is_not_shown() -> None:
    family = dotted(family_ranked(), "n3", "OR AC")
    hidden = family.with_edits(
        [put(support.changed(kept_from=("ortiz",))) for support in family.supports if support.id == "carmen"]
    )
    scene = scene_at("needs", hidden, selected="n3")
    answer = deed_at(scene, "dots")
    assert isinstance(answer, AskLine)
    assert (answer.start, answer.may_be_blank) == ("OR", True)
    assert after(scene, answer.then("")).needs[2].dots == ("carmen",)


# The storm


def stormed() -> Family:
    needs = (Need(id="n1", words=Words(text="rest")),)
    options = (Option(id="i1", words=Words(text="kitchen"), need="n1"), Option(id="i2", words=Words(text="club"), need="n1"))
    strategies = (
        Strategy(id="y1", words=Words(text="kitchen"), option="i1", needs=("n1",), source="formal", leans_on=("s1",)),
    )
    strengths = (Strength(id="s1", words=Words(text="cooks")), Strength(id="s2", words=Words(text="sings")))
    supports = (
        Support(id="lee", name="Mr. Lee", kind="formal", domain="legal"),
        Support(id="club", name="Bike club", kind="community", domain="social"),
        Support(id="eva", name="Eva", kind="natural"),
        *small_family().supports,
    )
    return small_family(
        needs=needs,
        options=options,
        strategies=strategies,
        strengths=strengths,
        supports=supports,
        ties=(Tie(support="carmen", to="rosa"),),
    )


def test_while_the_storm_is_open_no_mark_source_or_count_judges_an_idea() -> None:
    scene = scene_at("ideas-and-tasks", stormed(), mode="idea", selected="i1")
    assert {(row.mark, row.detail) for row in rows(scene) if not row.heading} == {("·", "")}
    assert [key.id for key in PANELS["tasks"].keys(scene)] == ["end-storm"]
    assert "storm is open" in PANELS["tasks"].summary(scene)
    choosing = scene_at("ideas-and-tasks", stormed(), mode="choose")
    assert len(facts_in_words(scene)) < len(facts_in_words(choosing))
    keeping = PANELS["tasks"].kept(scene, "AC: therapy every day")
    assert isinstance(keeping, Keep)
    assert keeping.hint is None


def test_one_letter_ends_the_storm_and_says_so() -> None:
    answer = deed_at(scene_at("ideas-and-tasks", stormed(), mode="idea"), "end-storm")
    assert isinstance(answer, Turn)
    assert (answer.mode, bool(answer.said)) == ("choose", True)


@pytest.mark.parametrize(
    ("agenda", "language", "asked"),
    [
        (FIRST, "en", "Which ideas do you choose?"),
        (FIRST, "es", "¿Qué ideas eligen?"),
        (REVIEW, "en", "Who in your life could help with this"),
    ],
)
def test_once_the_storm_is_over_the_question_asks_for_no_more_ideas(agenda: str, language: str, asked: str) -> None:
    step = agenda_of(agenda).step("ideas-and-tasks")
    assert step is not None
    stand = Stand().at(step.id)
    assert turned(stand, step, "idea", language).question == 0
    choosing = turned(stand, step, "choose", language)
    assert step.prompts[choosing.question].in_language(language).startswith(asked)
    later = choosing.with_next_question()
    assert turned(later, step, "choose", language).question == later.question


def test_strengths_not_yet_used_stay_in_view_while_choosing_and_with_the_tasks() -> None:
    for mode in ("choose", "task"):
        summary = PANELS["tasks"].summary(scene_at("ideas-and-tasks", stormed(), mode=mode))
        assert "sings" in summary
        assert "cooks" not in summary


# Who could carry it


def test_who_could_carry_an_idea_lists_the_familys_own_first_and_those_on_the_map_before_others() -> None:
    scene = scene_at("ideas-and-tasks", stormed(), mode="choose", selected="i2")
    answer = deed_at(scene, "carry")
    assert isinstance(answer, AskPick)
    assert [choice.id for choice in answer.choices] == ["carmen", "eva", "club", "lee", "ortiz", "rosa", "dani"]
    assert "club" in answer.question
    assert any("Legal" in choice.words for choice in answer.choices)


def test_who_carries_a_chosen_idea_stands_beside_it() -> None:
    scene = scene_at("ideas-and-tasks", stormed(), mode="choose", selected="i1")
    answer = deed_at(scene, "carry")
    assert isinstance(answer, AskPick)
    family = after(scene, answer.then(("eva", "rosa")))
    assert (family.strategies[0].carried_by, family.strategies[0].source) == (("eva", "rosa"), "formal")
    (row,) = [row for row in rows(scene_at("ideas-and-tasks", family, mode="choose")) if row.id == "i1"]
    assert "carried by: Eva, Rosa Rivera" in row.detail


def test_saying_who_carries_an_idea_chooses_it_from_their_kind() -> None:
    scene = scene_at("ideas-and-tasks", stormed(), mode="choose", selected="i2")
    answer = deed_at(scene, "carry")
    assert isinstance(answer, AskPick)
    strategy = after(scene, answer.then(("club",))).strategies[-1]
    assert (strategy.option, strategy.source, strategy.carried_by, strategy.needs) == ("i2", "community", ("club",), ("n1",))


def test_with_the_tasks_a_strategy_has_the_letter_too() -> None:
    scene = scene_at("ideas-and-tasks", stormed(), mode="task", selected="y1")
    assert [key.id for key in PANELS["tasks"].keys(scene)] == ["carry"]
    assert isinstance(deed_at(scene, "carry"), AskPick)


def test_what_is_chosen_of_an_idea_is_for_those_who_may_see_the_idea() -> None:
    family = small_family(options=(Option(id="i1", words=Words(text="kitchen"), kept_from=("carmen",)),))
    assert acted(scene_at("ideas-and-tasks", family, mode="choose", selected="i1"), "natural").strategies[0].kept_from == (
        "carmen",
    )


def test_beside_ideas_the_supports_are_asked_for_as_help() -> None:
    assert supports_heading(scene_at("ideas-and-tasks", mode="idea")) != supports_heading(
        scene_at("ideas-and-tasks", mode="task")
    )


# Asked, not agreed


def tasked(**here: str) -> Family:
    attendances = [Attendance(id=f"a-{who}", meeting="now", who=who, how=how) for who, how in here.items()]  # type: ignore[arg-type]  # the ways to take part
    return small_family(tasks=(Task(id="k1", owners=("carmen",), meeting="now"),), attendances=tuple(attendances))


def test_somebody_who_comes_later_can_agree_then() -> None:
    scene = scene_at("ideas-and-tasks", tasked(carmen="absent"), mode="task", selected="k1")
    assert "Abuela Carmen" in told(deed_at(scene, "agreed"))
    here = acted(scene_at("welcome", tasked(carmen="absent"), selected="carmen"), "room")
    assert acted(scene_at("ideas-and-tasks", here, mode="task", selected="k1"), "agreed").tasks[0].consent == "agreed"


def test_who_has_left_can_no_longer_agree_but_what_was_agreed_stays_agreed() -> None:
    here = acted(scene_at("ideas-and-tasks", tasked(carmen="phone"), mode="task", selected="k1"), "agreed")
    left = acted(scene_at("welcome", here, selected="carmen"), "left")
    assert left.tasks[0].consent == "agreed"
    asked = acted(scene_at("welcome", tasked(carmen="phone"), selected="carmen"), "left")
    assert told(deed_at(scene_at("ideas-and-tasks", asked, mode="task", selected="k1"), "agreed"))
    assert kept(scene_at("ideas-and-tasks", asked, mode="task"), "AC: brings soup by Friday").tasks[-1].consent == "asked"


# Word for word, other words, another language


def said(words: Words, **lists: object) -> Row:
    family = small_family(strengths=(Strength(id="s1", words=words),), **lists)
    scene = scene_at("going-well", family)
    return next(row for row in as_said(scene, rows(scene)) if row.id == "s1")


def heard_in_spanish() -> dict[str, object]:
    rosa = Person(id="rosa", used_name="Rosa Rivera", languages=("es-MX",))
    here = Attendance(id="a", meeting="now", who="rosa", how="room", interpreter="Ana Luz")
    return {"people": (rosa,), "attendances": (here,)}


def test_the_familys_words_come_first_and_a_rewording_stands_beneath() -> None:
    row = said(Words(text="me canso", verbatim=True, reworded="needs rest"))
    assert (row.words, row.beneath) == ("“me canso”", ("in other words: needs rest",))
    assert (said(Words(text="rest")).words, said(Words(text="rest")).beneath) == ("rest", ())
    assert said(Words(reworded="rest")).words == "rest"


def test_a_translation_is_shown_in_the_language_of_an_interpreter_who_is_there() -> None:
    told = (Translation(language="es", text="descansar", read_back=True), Translation(language="mam", text="x"))
    words = Words(text="rest", translations=told)
    assert said(words, **heard_in_spanish()).beneath == ("es: descansar (read back)",)
    assert said(words).beneath == ()


def test_the_interpreters_name_and_language_are_taken_from_who_is_there() -> None:
    scene = scene_at("going-well", small_family(**heard_in_spanish()))
    assert (languages_beside(scene), interpreter_today(scene)) == (("es",), "Ana Luz")
    other = small_family(header=Header(id="fam", name="F", other_languages=("mam",)))
    with_one = other.with_edits([put(other.attendances[0].changed(interpreter="Ana"))])
    assert languages_beside(scene_at("going-well", with_one)) == ("mam",)


def test_the_vision_can_have_other_words_beside_it_too() -> None:
    family = small_family(header=Header(id="fam", name="F", vision=Words(text="cenar juntos", verbatim=True)))
    scene = scene_at("story-and-vision", family, selected="vision:0")
    assert {key.id for key in row_keys(scene)} == {"edit", "verbatim", "reworded", "translation", "take-back"}
    answer = row_deed(scene, "reworded")
    assert isinstance(answer, AskLine)
    vision = after(scene, answer.then("dinner together")).header.vision
    assert (vision.text, vision.reworded) == ("cenar juntos", "dinner together")


def test_a_move_says_what_stays_behind() -> None:
    family = family_ranked().with_edits([put(Option(id="i1", need="n2"))])
    scene = scene_at("needs", family, selected="n2")
    answer = further_deed(scene, "move", "worries")
    assert isinstance(answer, Keep)
    assert "the family's order" in answer.said
    assert "1 line" in answer.said


def test_many_unused_strengths_fit_one_line_and_say_how_many_more() -> None:
    strengths = tuple(Strength(id=f"s{n}", words=Words(text=f"strength number {n}")) for n in range(9))
    family = small_family(strengths=strengths, strategies=(Strategy(id="y1"),))
    summary = PANELS["tasks"].summary(scene_at("ideas-and-tasks", family, mode="task"))
    assert all(len(line) <= 78 for line in summary.splitlines())
    assert summary.endswith("+7")
