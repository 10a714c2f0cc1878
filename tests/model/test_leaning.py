"""What leans on something that is not for everybody: it is found, and can be kept from the same people."""

from datetime import date

import pytest

from teammeet.model.family import Family
from teammeet.model.leaning import as_narrow_as, is_narrow, is_narrower, leaning_on
from teammeet.model.people import Header, Person
from teammeet.model.plan import Need, Strategy, Task
from teammeet.model.readers import somebody
from teammeet.model.sharing import Signature
from teammeet.model.values import Item, Words

DAY = date(2026, 3, 2)


def family_with(need: Need, *more: Item) -> Family:
    people = (Person(id="mom", used_name="Mom"), Person(id="dad", used_name="Dad"))
    strategy = Strategy(id="plan", words=Words(text="relapse plan"), needs=("need",))
    return Family.of_items([Header(id="fam", name="Rivers"), *people, need, strategy, Task(id="loose"), *more])


@pytest.mark.parametrize(
    "narrow", [{"record": "substance_use"}, {"kept_from": ("dad",)}, {"only_for": ("mom",)}, {"taken_back": True}]
)
def test_what_refers_to_a_narrow_item_is_found_and_made_as_narrow(narrow: dict[str, object]) -> None:
    need = Need(id="need", **narrow)  # type: ignore[arg-type]  # one field of several kinds
    family = family_with(need)
    leaning = leaning_on(family, "need")
    assert [item.id for item in leaning] == ["plan"]
    after = family.with_edits(as_narrow_as(need, leaning))
    assert leaning_on(after, "need") == ()
    hidden = after.get("plan")
    assert hidden is not None
    assert is_narrow(hidden)
    assert "plan" not in {item.id for item in after.seen_by(somebody(after, "dad", DAY)).items()}


def test_nothing_leans_on_what_everybody_sees() -> None:
    assert leaning_on(family_with(Need(id="need")), "need") == ()
    assert leaning_on(family_with(Need(id="need")), "gone") == ()


def test_those_whom_something_is_kept_from_do_not_lean_on_it() -> None:
    dad = Person(id="dad", used_name="Dad", kept_from=("mom",))
    family = family_with(Need(id="need", kept_from=("dad",)), dad)
    assert "need" not in {item.id for item in leaning_on(family, "dad")}


def test_what_was_signed_is_left_as_it_is() -> None:
    mom = Person(id="mom", used_name="Mom", kept_from=("dad",))
    family = family_with(Need(id="need"), mom, Signature(id="s", who="mom", edition=1, method="ink"))
    assert "s" not in {item.id for item in leaning_on(family, "mom")}


def test_a_record_of_its_own_stays_and_lists_of_people_are_joined() -> None:
    need = Need(id="need", record="legal", kept_from=("dad",))
    task = Task(id="task", need="need", record="school", kept_from=("mom",))
    family = family_with(need, task)
    after = family.with_edits(as_narrow_as(need, leaning_on(family, "need")))
    held = after.get("task")
    assert held is not None
    assert (held.record, held.kept_from) == ("school", ("mom", "dad"))


def test_narrower_is_only_what_somebody_sees_no_more() -> None:
    wide, one, two = Need(id="n"), Need(id="n", kept_from=("dad",)), Need(id="n", kept_from=("dad", "mom"))
    assert is_narrower(one, wide)
    assert is_narrower(two, one)
    assert not is_narrower(one, two)
    assert not is_narrower(wide, one)


def test_a_task_of_somebody_unseen_is_nobody_s_promise() -> None:
    counselor = Person(id="counselor", used_name="Ms. Bell", kept_from=("dad",))
    owned = Task(id="owned", owners=("counselor",), consent="agreed")
    shared = Task(id="shared", owners=("counselor", "mom"), consent="agreed")
    family = family_with(Need(id="need"), counselor, owned, shared)
    told = {task.id: (task.owners, task.consent) for task in family.seen_by(somebody(family, "dad", DAY)).tasks}
    assert told["owned"] == ((), "asked")
    assert told["shared"] == (("mom",), "agreed")
