"""Hints about tasks as they stand in the record."""

from datetime import date

from teammeet.model.family import Family, put
from teammeet.model.people import Header, Person
from teammeet.model.plan import Task
from teammeet.model.supports import Support
from teammeet.model.values import Item, Words
from teammeet.practice.coach import Hint
from teammeet.practice.task_hints import sharing_hints, task_hints

DAY = date(2026, 3, 2)


def family_of(*tasks: Item) -> Family:
    people = (
        Person(id="nan", used_name="Nan"),
        Person(id="ty", used_name="Ty"),
        Support(id="bell", name="Dr. Bell", kind="formal"),
    )
    return Family.of_items([Header(id="fam", name="Rivers"), *people, *tasks])


def rules(hints: tuple[Hint, ...]) -> list[str]:
    return [hint.rule for hint in hints]


def test_a_task_is_asked_for_its_owner_and_its_day() -> None:
    words = Words(text="call the school")
    assert rules(task_hints(Task(id="t", words=words))) == ["task-owner", "task-date"]
    assert rules(task_hints(Task(id="t", words=words, owners=("nan",)))) == ["task-date"]
    assert rules(task_hints(Task(id="t", words=words, owners=("nan",), due=DAY))) == []
    assert rules(task_hints(Task(id="t", words=Words(text="talk to the unfit parent"), owners=("nan",), due=DAY))) == [
        "any-deficit"
    ]


def test_a_task_that_nobody_has_to_do_any_more_is_asked_nothing() -> None:
    assert task_hints(Task(id="t", status="done")) == ()


def test_the_team_is_asked_when_the_family_has_all_the_tasks() -> None:
    tasks = [Task(id="1", owners=("nan",)), Task(id="2", owners=("ty", "nan")), Task(id="3")]
    found = sharing_hints(family_of(*tasks), "es")
    assert [(hint.rule, hint.phrase) for hint in found] == [("task-family-alone", "Nan, Ty")]
    assert found[0].ask == "¿Quién más puede tomar una?"


def test_shared_work_single_tasks_and_done_tasks_are_asked_nothing() -> None:
    both = [Task(id="1", owners=("nan",)), Task(id="2", owners=("ty",))]
    assert rules(sharing_hints(family_of(*both))) == ["task-family-alone"]
    assert sharing_hints(family_of(*both).with_edits([put(Task(id="2", owners=("ty", "bell")))])) == ()
    assert sharing_hints(family_of(both[0])) == ()
    assert sharing_hints(family_of(both[0], Task(id="2", owners=("ty",), status="done"))) == ()
    assert sharing_hints(family_of()) == ()
