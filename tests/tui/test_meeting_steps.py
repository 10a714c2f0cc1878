"""What each step of a meeting makes of lines and keys: pure functions, no screen."""

from collections.abc import Iterator

import pytest
from pydantic import ValidationError
from tests.hostile import FIT
from tests.tui.meeting_scenes import FIRST, REVIEW, TEN, acted, after, kept, rows, scene_at, small_family, words

from teammeet.model.crisis import CrisisCall, CrisisPlan, CrisisStage
from teammeet.model.family import Family, put
from teammeet.model.meetings import Attendance, Meeting, StepMinutes
from teammeet.model.people import Person
from teammeet.model.plan import Need, Option, Outcome, Strategy, Strength, Task, Worry
from teammeet.model.supports import Support
from teammeet.model.values import Words
from teammeet.practice.agenda import agendas
from teammeet.text import LINE_LIMIT
from teammeet.tui.meeting import start
from teammeet.tui.meeting.clock import StepClock, minutes_of
from teammeet.tui.meeting.hints import hints_for
from teammeet.tui.meeting.panels import PANELS
from teammeet.tui.meeting.scene import AskLine, AskPick, Deed, Edited, Hint, Keep, ReadPlan, Scene, Tell, Turn


def deed(scene: Scene, key: str) -> Deed:
    return PANELS[scene.step.phase].act(scene, key)


def told(answer: Deed) -> str:
    assert isinstance(answer, Tell)
    return answer.words


# Every step


def every_step() -> Iterator[tuple[str, str, str]]:
    for agenda in agendas():
        for step in agenda.steps:
            scene = scene_at(step.id, agenda=agenda.id)
            for mode in PANELS[step.phase].modes(scene):
                yield agenda.id, step.id, mode


@pytest.mark.parametrize(("agenda", "step", "mode"), every_step())
def test_every_mode_has_its_words_in_both_languages(agenda: str, step: str, mode: str) -> None:
    scene = scene_at(step, agenda=agenda, mode=mode)
    panel = PANELS[scene.step.phase]
    for language in ("en", "es"):
        there = Scene(scene.family, scene.meeting, scene.agenda, scene.step, TEN, language, mode)
        assert panel.line_for(there)
        assert "{" not in panel.example(there)
        assert panel.rows(there) is not None
        assert all(key.letter for key in panel.keys(there))
        panel.summary(there)


@pytest.mark.parametrize(("agenda", "step", "mode"), every_step())
def test_row_ids_differ_and_letters_of_a_step_differ(agenda: str, step: str, mode: str) -> None:
    scene = scene_at(step, agenda=agenda, mode=mode)
    ids = [row.id for row in rows(scene)]
    letters = [key.letter for key in PANELS[scene.step.phase].keys(scene)]
    assert len(ids) == len(set(ids))
    assert len(letters) == len(set(letters))


@pytest.mark.parametrize(("agenda", "step", "mode"), every_step())
def test_any_line_is_kept_or_refused_in_words(agenda: str, step: str, mode: str) -> None:
    scene = scene_at(step, agenda=agenda, mode=mode)
    for said in FIT.values():
        answer = PANELS[scene.step.phase].kept(scene, said)
        if isinstance(answer, Keep):
            family = scene.family.with_edits(answer.edits)
            assert len(tuple(family.items())) >= len(tuple(scene.family.items()))
        else:
            assert isinstance(answer, Tell)


@pytest.mark.parametrize("step", ["welcome", "needs", "outcomes", "ideas-and-tasks", "if-things-get-hard", "closing"])
def test_keys_without_a_selected_row_say_what_to_do(step: str) -> None:
    scene = scene_at(step, selected="nothing")
    for key in PANELS[scene.step.phase].keys(scene):
        assert told(deed(scene, key.id))
    assert isinstance(PANELS[scene.step.phase].removed(scene), Tell)
    assert isinstance(PANELS[scene.step.phase].moved(scene, 1), Tell)
    assert isinstance(PANELS[scene.step.phase].opened(scene), Tell)


# Who is here


def test_one_key_says_how_somebody_takes_part_and_goes_on_to_the_next() -> None:
    scene = scene_at("welcome", selected="rosa")
    answer = deed(scene, "room")
    assert isinstance(answer, Keep)
    here = next(a for a in after(scene, answer).attendances if a.who == "rosa")
    assert (here.how, here.arrived_at) == ("room", TEN)
    assert answer.select == "dani"


def test_leaving_has_a_time_and_can_be_taken_back() -> None:
    gone = acted(scene_at("welcome", selected="ortiz"), "left")
    assert gone.attendances[0].left_at == TEN
    assert acted(scene_at("welcome", gone, selected="ortiz"), "left").attendances[0].left_at is None


def test_somebody_who_is_not_there_has_no_arrival() -> None:
    absent = acted(scene_at("welcome", selected="ortiz"), "absent")
    assert (absent.attendances[0].how, absent.attendances[0].arrived_at) == ("absent", None)


def test_a_word_that_was_sent_is_asked_for() -> None:
    scene = scene_at("welcome", selected="carmen")
    answer = deed(scene, "sent_word")
    assert isinstance(answer, AskLine)
    family = after(scene, answer.then("I am with you"))
    assert next(a.update for a in family.attendances if a.who == "carmen") == "I am with you"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Mr. Lee, probation officer", "formal"),
        ("Joe, neighbor", "natural"),
        ("Eva, vecina", "natural"),
        ("Kim, peer partner", "peer"),
        ("Pat, library", "community"),
        ("Sam", "natural"),
        ("Grace Lin, parent partner", "peer"),
        ("Ana, parent peer support", "peer"),
        ("Luz, compañera de apoyo", "peer"),
        ("Teo, apoyo entre pares", "peer"),
        ("Bo, former foster dad", "natural"),
        ("Kai, family friend", "natural"),
        ("Uma, family therapist", "formal"),
        ("Ty, foster care worker", "formal"),
    ],
)
def test_a_new_name_becomes_a_support_on_the_team_and_here(line: str, kind: str) -> None:
    family = kept(scene_at("welcome"), line)
    support = family.supports[-1]
    assert isinstance(support, Support)
    assert (support.kind, family.team[-1].who) == (kind, support.id)
    assert family.attendances[-1].is_present


def test_a_new_relative_of_the_house_becomes_a_person() -> None:
    family = kept(scene_at("welcome"), "Leo, brother")
    assert isinstance(family.people[-1], Person)
    assert (family.people[-1].label, family.people[-1].role) == ("Leo", "brother")


def test_what_is_said_besides_a_relationship_is_kept_and_seen() -> None:
    scene = scene_at("welcome")
    answer = PANELS["engagement"].kept(scene, "Marisol Harlan, sister, 9")
    assert isinstance(answer, Keep)
    family = after(scene, answer)
    assert family.people[-1].role == "sister, 9"
    assert any("9" in row.detail for row in rows(scene_at("welcome", family)) if row.words == "Marisol Harlan")


def test_what_is_said_of_somebody_known_is_kept_too() -> None:
    family = kept(scene_at("welcome"), "Rosa Rivera, works nights")
    assert next(p for p in family.people if p.id == "rosa").note == "works nights"
    assert kept(scene_at("welcome", family), "Rosa Rivera, mother").people == family.people


def _nobodys_plan() -> Family:
    held = small_family()
    return held.with_edits(put(person.changed(enrolled=False)) for person in held.people)


@pytest.mark.parametrize("line", ["Ben, youth", "Ben, joven", "Ben, teenager, 15"])
def test_the_first_youth_is_whom_the_plan_is_for_and_that_is_said(line: str) -> None:
    scene = scene_at("welcome", _nobodys_plan())
    answer = PANELS["engagement"].kept(scene, line)
    assert isinstance(answer, Keep)
    assert "Ben" in answer.said
    assert after(scene, answer).people[-1].enrolled


def test_the_plan_is_not_given_to_another_by_a_word() -> None:
    first = kept(scene_at("welcome", _nobodys_plan()), "Ben, youth")
    assert not kept(scene_at("welcome", first), "Leo, child").people[-1].enrolled
    assert not any(person.enrolled for person in kept(scene_at("welcome", _nobodys_plan()), "Sam, youth pastor").people)


def test_a_key_says_whom_the_plan_is_for_and_takes_it_back() -> None:
    family = acted(scene_at("welcome", _nobodys_plan(), selected="rosa"), "enrolled")
    assert [person.id for person in family.people if person.enrolled] == ["rosa"]
    assert not any(person.enrolled for person in acted(scene_at("welcome", family, selected="rosa"), "enrolled").people)
    assert told(deed(scene_at("welcome", selected="ortiz"), "enrolled"))


def test_a_known_name_only_arrives() -> None:
    family = kept(scene_at("welcome"), "abuela carmen")
    assert len(family.supports) == 2
    assert {a.who for a in family.attendances} == {"ortiz", "carmen"}


def test_the_kind_of_a_support_turns_by_a_key() -> None:
    assert acted(scene_at("welcome", selected="ortiz"), "kind").supports[1].kind == "natural"


def test_a_key_turns_family_into_each_kind_of_support_and_back() -> None:
    family = kept(scene_at("welcome"), "Grace Lin, sister")
    family = family.with_edits([put(Strength(id="s", words=Words(text="calm"), whose=(family.people[-1].id,)))])
    seen = []
    for _ in range(5):
        grace = next(each for each in (*family.people, *family.supports) if family.label(each.id) == "Grace Lin")
        seen.append(grace.kind if isinstance(grace, Support) else "family")
        assert [a.who for a in family.attendances if a.is_present][-1] == grace.id
        assert family.strengths[0].whose == (grace.id,)
        assert [member.who == grace.id for member in family.team].count(True) == isinstance(grace, Support)
        assert sum(family.label(each.id) == "Grace Lin" for each in (*family.people, *family.supports)) == 1
        family = acted(scene_at("welcome", family, selected=grace.id), "kind")
    assert seen == ["family", "natural", "community", "peer", "formal"]
    assert family.people[-1].label == "Grace Lin"


def test_who_has_more_than_another_kind_can_hold_stays_what_they_are() -> None:
    assert told(deed(scene_at("welcome", selected="dani"), "kind"))


def test_taking_somebody_off_the_list_leaves_them_in_the_record() -> None:
    scene = scene_at("welcome", selected="ortiz")
    family = after(scene, PANELS["engagement"].removed(scene))
    assert family.get("ortiz") is not None
    assert all(member.who != "ortiz" for member in family.team)


# The header


def test_the_vision_is_verbatim_and_told_in_pieces() -> None:
    family = kept(scene_at("story-and-vision", mode="vision"), "Dinner together")
    family = kept(scene_at("story-and-vision", family, mode="vision"), "without shouting")
    assert (family.header.vision.text, family.header.vision.verbatim) == ("Dinner together without shouting", True)


def test_ground_rules_change_places_and_go() -> None:
    family = kept(scene_at("welcome", mode="rule"), "One at a time")
    family = kept(scene_at("welcome", family, mode="rule"), "We may pass")
    scene = scene_at("welcome", family, mode="rule", selected="rule:1")
    assert after(scene, PANELS["engagement"].moved(scene, -1)).header.ground_rules == ("We may pass", "One at a time")
    assert after(scene, PANELS["engagement"].removed(scene)).header.ground_rules == ("One at a time",)
    assert isinstance(PANELS["engagement"].moved(scene, 1), Tell)


def test_a_line_of_the_header_is_corrected_in_place() -> None:
    family = kept(scene_at("story-and-vision", mode="story"), "We came by ferry")
    scene = scene_at("story-and-vision", family, selected="story:0")
    answer = PANELS["engagement"].opened(scene)
    assert isinstance(answer, AskLine)
    assert answer.start == "We came by ferry"
    assert after(scene, answer.then("We came by train")).header.story == "We came by train"


def test_the_story_step_begins_with_the_story_and_the_welcome_with_who_is_here() -> None:
    assert scene_at("story-and-vision").mode == "story"
    assert scene_at("welcome").mode == "who"


def test_a_text_that_grows_too_long_is_refused_before_anything_is_kept() -> None:
    family = kept(scene_at("welcome", mode="vision"), "v" * LINE_LIMIT)
    with pytest.raises(ValidationError):
        PANELS["engagement"].kept(scene_at("welcome", family, mode="vision"), "more")


def test_enter_on_an_empty_heading_lets_the_line_add_to_it() -> None:
    assert PANELS["engagement"].opened(scene_at("welcome", selected="mode:mission")) == Turn("mission")


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


def three_needs() -> Family:
    return small_family(needs=tuple(Need(id=f"n{n}", words=Words(text=f"need {n}")) for n in (1, 2, 3)))


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
    answer = deed(scene, "behind")
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


# Ideas and tasks


def test_an_idea_says_who_had_it_and_choosing_makes_a_strategy() -> None:
    family = kept(scene_at("ideas-and-tasks", three_needs(), selected="n2"), "AC: my kitchen after school")
    option = family.options[0]
    assert (option.need, option.proposed_by) == ("n2", "carmen")
    scene = scene_at("ideas-and-tasks", family, mode="choose", selected=option.id)
    strategy = acted(scene, "natural").strategies[0]
    assert (strategy.option, strategy.source, strategy.needs) == (option.id, "natural", ("n2",))
    assert str(strategy.words) == "my kitchen after school"


def chosen() -> Family:
    option = Option(id="i1", words=Words(text="kitchen"), need="n1")
    strategy = Strategy(id="y1", words=Words(text="kitchen"), option="i1", needs=("n1",), source="natural")
    strengths = (Strength(id="s1", words=Words(text="cooks")),)
    return small_family(needs=three_needs().needs, options=(option,), strategies=(strategy,), strengths=strengths)


def test_the_same_letter_takes_the_choice_back_and_another_changes_it() -> None:
    scene = scene_at("ideas-and-tasks", chosen(), mode="choose", selected="i1")
    assert acted(scene, "natural").strategies == ()
    assert acted(scene, "formal").strategies[0].source == "formal"
    assert len(acted(scene, "natural").options) == 1


def test_while_ideas_come_none_is_marked_as_chosen() -> None:
    marks = {row.mark for row in rows(scene_at("ideas-and-tasks", chosen(), mode="idea")) if not row.heading}
    assert marks == {"·"}


def test_a_strategy_leans_on_picked_strengths() -> None:
    scene = scene_at("ideas-and-tasks", chosen(), mode="choose", selected="i1")
    answer = deed(scene, "leans")
    assert isinstance(answer, AskPick)
    assert after(scene, answer.then(("s1",))).strategies[0].leans_on == ("s1",)


def test_a_task_has_owner_day_and_strategy_and_is_asked_first() -> None:
    scene = scene_at("ideas-and-tasks", chosen(), mode="task", selected="y1")
    task = kept(scene, "Call the school @OR by next Tuesday").tasks[0]
    assert (str(task.words), task.owners, task.strategy, task.need) == ("Call the school", ("ortiz",), "y1", "n1")
    assert (str(task.due), task.due_said, task.consent, task.meeting) == ("2026-03-10", "by next Tuesday", "asked", "now")


def test_only_somebody_who_is_here_can_agree() -> None:
    tasks = (Task(id="k1", owners=("ortiz",)), Task(id="k2", owners=("carmen",)), Task(id="k3"))
    family = small_family(tasks=tasks)
    assert acted(scene_at("ideas-and-tasks", family, mode="task", selected="k1"), "agreed").tasks[0].consent == "agreed"
    assert "Abuela Carmen" in told(deed(scene_at("ideas-and-tasks", family, mode="task", selected="k2"), "agreed"))
    assert told(deed(scene_at("ideas-and-tasks", family, mode="task", selected="k3"), "agreed"))


def test_who_owns_how_many_tasks_stays_in_view() -> None:
    tasks = (Task(owners=("ortiz",)), Task(owners=("ortiz", "rosa")), Task())
    shown = PANELS["tasks"].summary(scene_at("ideas-and-tasks", small_family(tasks=tasks), mode="task"))
    assert all(part in shown for part in ("OR 2", "RR 1", "nobody 1"))


# Earlier tasks


def review() -> Family:
    tasks = (
        Task(id="k1", words=Words(text="by Rosa"), owners=("rosa",), meeting="before"),
        Task(id="k2", words=Words(text="by the teacher"), owners=("ortiz",), meeting="before"),
        Task(id="k3", words=Words(text="by Carmen"), owners=("carmen",), meeting="before"),
        Task(id="k4", words=Words(text="settled long ago"), status="done", meeting="before"),
    )
    before = Meeting(id="before", on=TEN.date())
    return small_family(tasks=tasks, meetings=(before, *small_family().meetings))


def test_professionals_tell_first_and_settled_tasks_are_gone() -> None:
    assert words(scene_at("earlier-tasks", review(), agenda=REVIEW)) == ["by the teacher", "by Carmen", "by Rosa"]


def test_one_key_settles_a_task_and_goes_on_to_the_next() -> None:
    scene = scene_at("earlier-tasks", review(), agenda=REVIEW, selected="k2")
    answer = deed(scene, "done")
    assert isinstance(answer, Keep)
    assert answer.select == "k3"
    family = after(scene, answer)
    assert isinstance(family.get("k2"), Task)
    assert words(scene_at("earlier-tasks", family, agenda=REVIEW))[0] == "by the teacher"


def test_a_moved_task_asks_its_new_day_and_is_not_done() -> None:
    scene = scene_at("earlier-tasks", review(), agenda=REVIEW, selected="k1")
    answer = deed(scene, "moved")
    assert isinstance(answer, AskLine)
    assert told(answer.then("some day"))
    task = after(scene, answer.then("in two weeks")).get("k1")
    assert isinstance(task, Task)
    assert (task.status, str(task.due), task.is_open) == ("moved", "2026-03-16", True)


def test_something_done_besides_is_kept_as_done() -> None:
    family = kept(scene_at("earlier-tasks", review(), agenda=REVIEW), "AC: mended the bike")
    assert (family.tasks[-1].status, family.tasks[-1].owners) == ("done", ("carmen",))


# The crisis plan


def test_the_first_line_of_a_crisis_plan_makes_the_plan() -> None:
    family = kept(scene_at("if-things-get-hard", mode="sign"), "goes quiet")
    assert family.crisis_plans[0].early_signs == ("goes quiet",)
    family = kept(scene_at("if-things-get-hard", family, mode="sign"), "paces")
    assert [plan.early_signs for plan in family.crisis_plans] == [("goes quiet", "paces")]


def test_steps_of_a_place_go_up_a_ladder() -> None:
    family = kept(scene_at("if-things-get-hard", mode="home"), "breathe @RR")
    family = kept(scene_at("if-things-get-hard", family, mode="home"), "headphones")
    family = kept(scene_at("if-things-get-hard", family, mode="home"), "9. call 988")
    assert [(s.intensity, str(s.words)) for s in family.crisis_stages] == [(1, "breathe"), (2, "headphones"), (9, "call 988")]
    assert family.crisis_stages[0].who == ("rosa",)
    scene = scene_at("if-things-get-hard", family, mode="home", selected=family.crisis_stages[1].id)
    moved = after(scene, PANELS["crisis"].moved(scene, -1))
    assert {str(s.words): s.intensity for s in moved.crisis_stages} == {"headphones": 1, "breathe": 2, "call 988": 9}


def test_twelve_steps_of_one_place_stay_on_the_ladder() -> None:
    plan = CrisisPlan(id="c")
    stages = tuple(CrisisStage(id=f"g{n}", plan="c", place="home", intensity=9) for n in range(12))
    scene = scene_at("if-things-get-hard", small_family(crisis_plans=(plan,), crisis_stages=stages), mode="home", selected="g5")
    assert all(1 <= s.intensity <= 9 for s in after(scene, PANELS["crisis"].moved(scene, -1)).crisis_stages)


def test_a_call_knows_its_person_number_and_hours() -> None:
    family = kept(scene_at("if-things-get-hard", mode="call"), "Abuela Carmen, 555 0101, after school")
    call = family.crisis_calls[0]
    assert isinstance(call, CrisisCall)
    assert (call.who, call.name, call.phone, call.when) == ("carmen", "", "555 0101", "after school")
    bare = kept(scene_at("if-things-get-hard", mode="call"), "Theo Banks 555-0177").crisis_calls[0]
    assert (bare.name, bare.phone) == ("Theo Banks", "555-0177")
    scene = scene_at("if-things-get-hard", family, mode="call", selected=call.id)
    assert acted(scene, "any-hour").crisis_calls[0].day_and_night


def test_what_is_still_open_is_said_and_goes_when_it_is_covered() -> None:
    scene = scene_at("if-things-get-hard")
    assert "At school" in PANELS["crisis"].summary(scene)
    family = kept(scene_at("if-things-get-hard", mode="school"), "go to the office")
    assert "At school" not in PANELS["crisis"].summary(scene_at("if-things-get-hard", family))


# Closing


def test_the_next_meeting_is_typed_as_people_say_it() -> None:
    family = kept(scene_at("closing"), "in two weeks at 4 pm, library")
    meeting = family.meetings[-1]
    assert (str(meeting.on), str(meeting.at), meeting.place, meeting.agenda) == ("2026-03-16", "16:00:00", "library", REVIEW)
    again = kept(scene_at("closing", family), "Friday")
    assert [str(m.on) for m in again.meetings if m.id != "now"] == ["2026-03-06"]


def test_a_date_beyond_the_agendas_limit_is_told() -> None:
    answer = PANELS["closing"].kept(scene_at("closing"), "in two months")
    assert isinstance(answer, Keep)
    assert "30" in answer.said


@pytest.mark.parametrize("line", ["some day", "yesterday", "3/1/2026"])
def test_no_day_or_a_past_day_is_refused(line: str) -> None:
    assert told(PANELS["closing"].kept(scene_at("closing"), line))


def test_a_parked_line_goes_somewhere_by_a_key() -> None:
    family = kept(scene_at("closing", mode="parked"), "bus passes")
    parked = family.parked[0].id
    assert acted(scene_at("closing", family, selected=parked), "goes").parked[0].goes_to == "next_agenda"
    assert acted(scene_at("closing", family, selected=parked), "settled").parked[0].settled


def test_enter_on_the_counts_reads_the_plan_back() -> None:
    assert isinstance(PANELS["closing"].opened(scene_at("closing", selected="counts")), ReadPlan)


def test_enter_on_an_item_opens_the_editor() -> None:
    answer = PANELS["needs"].opened(scene_at("needs", three_needs(), selected="n1"))
    assert isinstance(answer, Edited)
    assert answer.item.id == "n1"


# Time, beginning, hints


def test_time_is_added_to_the_step_and_a_night_is_not() -> None:
    from datetime import timedelta

    clock = StepClock().at("needs", TEN)
    meeting = Meeting(steps=(StepMinutes(step="needs", seconds=60),))
    assert minutes_of(clock.counted(meeting, TEN + timedelta(minutes=4)), "needs") == 5
    assert clock.counted(meeting, TEN + timedelta(hours=11)) == meeting
    assert clock.counted(meeting, TEN - timedelta(minutes=1)) == meeting


def test_the_meeting_of_today_is_found_and_begins_once() -> None:
    planned = Meeting(id="planned", on=TEN.date())
    found = start.meeting_to_hold(small_family(meetings=(planned,), attendances=()), "", TEN)
    assert found == planned
    began = start.begun(planned, TEN)
    assert began.started_at == TEN
    assert start.begun(began, TEN.replace(hour=11)) == began
    assert start.meeting_to_hold(small_family(meetings=(start.ended(began, TEN),), attendances=()), "", TEN) is None


def test_a_first_meeting_is_offered_first_and_then_reviews() -> None:
    shelf = agendas()
    assert start.fitting_agenda(small_family(meetings=(), attendances=()), shelf) == FIRST
    over = Meeting(id="over", ended_at=TEN)
    assert start.fitting_agenda(small_family(meetings=(over,), attendances=()), shelf) == REVIEW


def test_hints_leave_out_what_the_item_answers() -> None:
    bare = Task(id="k1", words=Words(text="Call the school"))
    whole = bare.changed(owners=("rosa",), due=TEN.date())
    family = small_family(tasks=(bare,))
    assert {hint.rule for hint in hints_for(family, Hint("task", "k1"), "en")} >= {"task-owner", "task-date"}
    assert hints_for(family.with_edits([put(whole)]), Hint("task", "k1"), "en") == ()


def test_attendance_of_another_meeting_is_left_alone() -> None:
    other = Attendance(id="a2", meeting="before", who="rosa", how="room")
    family = small_family(meetings=(Meeting(id="before"), *small_family().meetings), attendances=(other,))
    assert other in acted(scene_at("welcome", family, selected="rosa"), "room").attendances
