"""The parts of a plan that are read back: which there are, what is in each, and whether it is still what was read."""

from datetime import date
from typing import Any

import pytest

from teammeet.model.crisis import CrisisPlan, CrisisStage
from teammeet.model.family import Family
from teammeet.model.meetings import Meeting
from teammeet.model.people import Header
from teammeet.model.plan import Need, Outcome, Strategy, Strength, Task, TransitionStep
from teammeet.model.values import Words
from teammeet.practice.plan_sections import SECTIONS, next_meeting, section_digest, sections_with_something, values_of

TODAY = date(2026, 3, 2)


def family(**lists: Any) -> Family:
    return Family(**{"header": Header(id="fam", name="Rivera family"), **lists})


def whole() -> Family:
    return family(
        header=Header(id="fam", name="Rivera family", vision=Words(text="Calm mornings")),
        strengths=(Strength(words=Words(text="They laugh")),),
        needs=(Need(id="b", words=Words(text="Sleep"), rank=2), Need(id="a", words=Words(text="To be heard"), rank=1)),
        outcomes=(Outcome(words=Words(text="Five hours")),),
        strategies=(Strategy(words=Words(text="A quiet room")),),
        tasks=(Task(words=Words(text="Ask the landlord")),),
        crisis_plans=(CrisisPlan(id="crisis"),),
        crisis_stages=(CrisisStage(plan="crisis", intensity=1),),
        transition=(TransitionStep(words=Words(text="Carmen hosts")),),
        meetings=(Meeting(id="now", on=TODAY), Meeting(id="next", on=date(2026, 3, 16))),
    )


def test_only_parts_that_hold_something_are_read() -> None:
    assert sections_with_something(family(), "now", TODAY) == ()
    assert sections_with_something(whole(), "now", TODAY) == SECTIONS


@pytest.mark.parametrize("section", SECTIONS)
def test_a_part_is_another_one_when_anything_in_it_changes_and_only_then(section: Any) -> None:
    before = whole()
    empty = section_digest(family(), section, "now", TODAY)
    held = section_digest(before, section, "now", TODAY)
    assert held != empty
    assert held == section_digest(whole_again(before), section, "now", TODAY)
    others = [one for one in SECTIONS if one != section]
    changed = changed_in(before, section)
    assert section_digest(changed, section, "now", TODAY) != held
    for other in others:
        assert section_digest(changed, other, "now", TODAY) == section_digest(before, other, "now", TODAY)


def test_the_needs_are_read_in_the_familys_order() -> None:
    said = values_of(whole(), "needs", "now", TODAY)
    assert [need.id for need in said if isinstance(need, Need)] == ["a", "b"]


def test_the_next_meeting_is_the_first_one_that_is_to_come() -> None:
    later = family(
        meetings=(
            Meeting(id="now", on=TODAY),
            Meeting(id="late", on=date(2026, 5, 1)),
            Meeting(id="soon", on=date(2026, 3, 16)),
            Meeting(id="past", on=date(2026, 1, 5)),
        )
    )
    found = next_meeting(later, "now", TODAY)
    assert found is not None
    assert found.id == "soon"
    assert next_meeting(family(), "now", TODAY) is None


def whole_again(before: Family) -> Family:
    """The same family, made anew."""
    return Family.model_validate(before.model_dump(by_alias=True))


def changed_in(before: Family, section: str) -> Family:
    """Something of that part is not as it was."""
    if section == "vision":
        return before.model_copy(update={"header": before.header.changed(mission=Words(text="We help"))})
    name = {"crisis": "crisis_plans", "next_meeting": "meetings"}.get(section, section)
    *first, last = getattr(before, name)
    more: dict[str, Any] = {"place": "library"} if section == "next_meeting" else {"words": Words(text="other words")}
    if section == "crisis":
        more = {"over_when": "she sleeps"}
    return Family(**{**lists_of(before), name: (*first, last.changed(**more))})


def lists_of(before: Family) -> dict[str, Any]:
    return {"header": before.header, **{name: getattr(before, name) for name in Family.list_names()}}
