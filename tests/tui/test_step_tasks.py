"""Ideas, tasks and earlier tasks: pure functions, no screen."""

import pytest
from tests.tui.meeting_scenes import (
    REVIEW,
    TEN,
    acted,
    after,
    deed_at,
    kept,
    rows,
    scene_at,
    small_family,
    three_needs,
    told,
    words,
)

from teammeet.model.family import Family, put
from teammeet.model.meetings import Meeting
from teammeet.model.plan import Option, Strategy, Strength, Task
from teammeet.model.supports import Support
from teammeet.model.values import Words
from teammeet.tui.meeting.panels import PANELS
from teammeet.tui.meeting.scene import AskLine, AskPick, Keep

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
    answer = deed_at(scene, "leans")
    assert isinstance(answer, AskPick)
    assert after(scene, answer.then(("s1",))).strategies[0].leans_on == ("s1",)


def test_a_task_has_owner_day_and_strategy_and_is_asked_first() -> None:
    scene = scene_at("ideas-and-tasks", chosen(), mode="task", selected="y1")
    task = kept(scene, "Call the school @OR by next Tuesday").tasks[0]
    assert (str(task.words), task.owners, task.strategy, task.need) == ("Call the school", ("ortiz",), "y1", "n1")
    assert (str(task.due), task.due_said, task.consent, task.meeting) == ("2026-03-10", "by next Tuesday", "asked", "now")


def _team_of_names() -> Family:
    """LS is Luis Soto, AR Ana Rios; Ms. Tran; two are called Kim; DO is a word, and so is Will."""
    names = ("Luis Soto", "Ana Rios", "Ms. Tran", "Kim Abe", "Kim Ito", "Dana Olsen", "Will Price")
    return small_family(
        supports=tuple(Support(id=name.lower().replace(" ", "-").replace(".", ""), name=name) for name in names),
        team=(),
        attendances=(),
    )


@pytest.mark.parametrize(
    ("line", "owner", "words"),
    [
        ("LS calls the bus office tomorrow", "luis-soto", "LS calls the bus office"),
        ("ls calls the bus office tomorrow", "luis-soto", "ls calls the bus office"),
        ("Ms. Tran emails the school by Friday", "ms-tran", "Ms. Tran emails the school"),
        ("Luis Soto drives Dani", "luis-soto", "Luis Soto drives Dani"),
        ("Ana cooks on Sunday", "ana-rios", "Ana cooks"),
        ("ar: cooks on Sunday", "ana-rios", "cooks"),
        ("Ana llama a la escuela", "ana-rios", "Ana llama a la escuela"),
        ("Dani cooks", "dani", "Dani cooks"),
        ("Will writes to the judge", "will-price", "Will writes to the judge"),
    ],
)
def test_a_task_that_begins_with_somebody_and_what_they_do_is_theirs_and_the_words_stay(
    line: str, owner: str, words: str
) -> None:
    task = kept(scene_at("ideas-and-tasks", _team_of_names(), mode="task"), line).tasks[0]
    assert (task.owners, str(task.words)) == ((owner,), words)


@pytest.mark.parametrize(
    "line",
    [
        "DO calls to the office",
        "Kim calls the school",
        "Will call the school",
        "will call the school",
        "ana cooks",
        "Ana needs a ride",
        "Ana and Luis cook together",
        "LS forms to the office",
        "Ana's calls to the clinic",
        "Calls to the clinic",
        "LS",
    ],
)
def test_where_it_is_in_doubt_whose_task_it_is_nobody_has_it(line: str) -> None:
    assert kept(scene_at("ideas-and-tasks", _team_of_names(), mode="task"), line).tasks[0].owners == ()


def test_who_is_named_with_a_sign_has_the_task_whoever_it_begins_with() -> None:
    task = kept(scene_at("ideas-and-tasks", _team_of_names(), mode="task"), "Ana asks @LS for the form").tasks[0]
    assert task.owners == ("luis-soto",)


def test_only_somebody_who_is_here_can_agree() -> None:
    tasks = (Task(id="k1", owners=("ortiz",)), Task(id="k2", owners=("carmen",)), Task(id="k3"))
    family = small_family(tasks=tasks)
    assert acted(scene_at("ideas-and-tasks", family, mode="task", selected="k1"), "agreed").tasks[0].consent == "agreed"
    assert "Abuela Carmen" in told(deed_at(scene_at("ideas-and-tasks", family, mode="task", selected="k2"), "agreed"))
    assert told(deed_at(scene_at("ideas-and-tasks", family, mode="task", selected="k3"), "agreed"))


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
    answer = deed_at(scene, "done")
    assert isinstance(answer, Keep)
    assert answer.select == "k3"
    family = after(scene, answer)
    assert isinstance(family.get("k2"), Task)
    assert words(scene_at("earlier-tasks", family, agenda=REVIEW))[0] == "by the teacher"


def test_a_moved_task_asks_its_new_day_and_is_not_done() -> None:
    scene = scene_at("earlier-tasks", review(), agenda=REVIEW, selected="k1")
    answer = deed_at(scene, "moved")
    assert isinstance(answer, AskLine)
    assert told(answer.then("some day"))
    task = after(scene, answer.then("in two weeks")).get("k1")
    assert isinstance(task, Task)
    assert (task.status, str(task.due), task.is_open) == ("moved", "2026-03-16", True)


def test_a_new_day_is_a_new_promise_and_for_somebody_away_it_is_asked() -> None:
    promised = review().with_edits([put(task.changed(consent="agreed")) for task in review().tasks])
    for who, consent in ((("ortiz",), "agreed"), (("carmen",), "asked"), (("ortiz", "carmen"), "asked")):
        family = promised.with_edits([put(promised.tasks[0].changed(owners=who))])
        answer = deed_at(scene_at("earlier-tasks", family, agenda=REVIEW, selected=family.tasks[0].id), "moved")
        assert isinstance(answer, AskLine)
        moved = answer.then("in two weeks")
        assert isinstance(moved, Keep)
        assert after(scene_at("earlier-tasks", family, agenda=REVIEW), moved).tasks[0].consent == consent
        assert ("not here" in moved.said) == (consent == "asked")


def test_something_done_besides_is_kept_as_done() -> None:
    family = kept(scene_at("earlier-tasks", review(), agenda=REVIEW), "AC: mended the bike")
    assert (family.tasks[-1].status, family.tasks[-1].owners) == ("done", ("carmen",))
