"""What changed between two moments of a plan: told in its order, each thing as what it is, nothing twice."""

from datetime import date

import pytest

from teammeet import demo
from teammeet.ecomap.compared_for_plan import around_the_family
from teammeet.messages import text
from teammeet.model.family import Edit, Family, drop, put
from teammeet.model.meetings import Meeting
from teammeet.model.people import Header
from teammeet.model.plan import Need, Outcome, Reading, Strategy, Task
from teammeet.model.readers import facilitator
from teammeet.model.sharing import Agreement
from teammeet.model.supports import Support, TeamMember
from teammeet.model.values import Words
from teammeet.model.view import View
from teammeet.practice.signed_before import signed_before
from teammeet.practice.what_changed import PARTS, what_changed
from teammeet.practice.what_changed_said import as_lines, what_changed_said

DAY = date(2031, 5, 14)
PLAN = Family(
    header=Header(id="f", name="Ferrin"),
    needs=(Need(id="n1", words=Words(text="Sleep"), rank=1), Need(id="n2", words=Words(text="Rest"), rank=2)),
    outcomes=(Outcome(id="o1", words=Words(text="Five hours"), needs=("n1",), due=date(2031, 6, 1)),),
    strategies=(Strategy(id="s1", words=Words(text="Aunt comes"), needs=("n1",), carried_by=("aunt",)),),
    tasks=(
        Task(id="t1", words=Words(text="Ask her"), need="n1", owners=("aunt",)),
        Task(id="t2", words=Words(text="Bed"), need="n2"),
    ),
    supports=(Support(id="aunt", name="Aunt Ora"), Support(id="bo", name="Bo")),
    team=(TeamMember(id="m1", who="aunt"),),
)  # fmt: skip


def seen(family: Family) -> View:
    return family.seen_by(facilitator(DAY))


def told(*edits: Edit, language: str = "en") -> str:
    before, view = seen(PLAN), seen(PLAN.with_edits(edits))
    return "\n".join(as_lines(what_changed_said(before, view, language, around_the_family(before, view, language))))


def test_a_need_that_moved_says_its_place_and_one_that_only_makes_room_says_nothing() -> None:
    first, second = PLAN.needs
    moved = told(put(first.changed(rank=2)), put(second.changed(rank=1)))
    assert "Need 1: Rest\n  - Place in the family's order: 2 → 1\nNeed 2: Sleep\n" in moved
    before_both = put(Need(id="n0", words=Words(text="Eat"), rank=1))
    for edits in ([drop(first)], [before_both, put(first.changed(rank=2)), put(second.changed(rank=3))]):
        assert "Place in" not in told(*edits)


def test_nothing_is_told_where_nothing_changed() -> None:
    assert what_changed(seen(PLAN), seen(PLAN)) == ()
    assert told() == ""


def test_the_next_meeting_is_the_one_that_the_plan_names_and_not_the_one_of_the_day() -> None:
    today, later = Meeting(id="a", on=DAY, place="Kitchen"), Meeting(id="b", on=date(2031, 6, 11), place="Library")
    assert "- Next meeting: June 11, 2031" in told(put(today), put(later))
    assert "Next meeting" not in told(put(today))
    assert told(put(Meeting(id="c"))) == "", "a meeting of which nothing is said yet"
    assert told(put(Meeting(id="c", place="Library"))).endswith("- The next meeting is set.\n- Place: Library")


@pytest.mark.parametrize(
    ("edit", "line"),
    [
        (put(PLAN.tasks[0].changed(status="done", status_on=date(2031, 5, 2))), "- This is done. (May 2, 2031)"),
        (put(PLAN.tasks[0].changed(status="still_hard")), "- This is still hard. The plan needs a new look."),
        (put(PLAN.tasks[0].changed(status="no_longer_needed")), "- This is not needed any more."),
        (drop(PLAN.tasks[0]), "- Taken out of the plan."),
        (put(PLAN.needs[0].changed(status="met")), "- This need is met."),
        (put(PLAN.needs[0].changed(status="set_aside")), "- This need is set aside for now."),
        (put(PLAN.outcomes[0].changed(due=date(2031, 7, 1))), "- By when: June 1, 2031 → July 1, 2031"),
        (put(PLAN.outcomes[0].changed(baseline="none")), "- Where we began: none (new)"),
        (put(PLAN.strategies[0].changed(carried_by=("bo",))), "- Who carries it: Bo (new)"),
        (put(PLAN.strategies[0].changed(carried_by=("bo",))), "- Who carries it: Aunt Ora (no more)"),
        (put(PLAN.team[0].changed(left_on=date(2031, 5, 3))), "- Left the team. (May 3, 2031)"),
        (put(TeamMember(who="bo")), "- New on the team."),
        (put(Reading(outcome="o1", on=DAY, score=0, by="aunt")), "- May 14, 2031, Aunt Ora: 0 out of 10"),
        (put(Agreement(who="aunt", degree=4)), "- How far: I like it"),
        (put(PLAN.supports[1].changed(status="ended")), "- Bo: ended"),
        (put(PLAN.header.changed(ground_rules=("One talks.",))), "- Ground rule: One talks. (new)"),
        (put(PLAN.header.changed(phase="transition")), "- Where we are: Moving on (new)"),
        (put(PLAN.tasks[0].changed(consent="agreed")), "- What they said to it: Agreed (new)"),
    ],
)
def test_each_thing_is_told_as_what_it_is(edit: Edit, line: str) -> None:
    lines = [each.strip() for each in told(edit).splitlines()]
    assert lines.count(line) == 1


def test_what_hangs_on_a_need_stands_under_it_with_the_numbers_of_the_plan() -> None:
    first = put(Need(id="n0", words=Words(text="Eat"), rank=1))
    moved = [put(PLAN.needs[0].changed(rank=2)), put(PLAN.needs[1].changed(rank=3))]
    lines = told(first, *moved, put(PLAN.tasks[0].changed(status="done"))).splitlines()
    new, old, task = (
        next(n for n, line in enumerate(lines) if words in line) for words in ("Need 1: Eat", "Need 2: Sleep", "Ask")
    )
    assert new < old < task


def test_what_hung_on_a_need_that_is_gone_is_told_under_it_still() -> None:
    lines = told(drop(PLAN.needs[1]), drop(PLAN.tasks[1])).splitlines()
    assert lines[-4:] == ["Need 2: Rest", "  - Taken out of the plan.", "  Task: Bed", "    - Taken out of the plan."]


def test_parts_come_in_the_order_of_the_plan_and_in_two_languages() -> None:
    changes = what_changed(*demo_views())
    places = [PARTS.index(changed.part) for changed in changes]
    assert places == sorted(places)
    before, view = demo_views()
    english, spanish = (what_changed_said(before, view, language) for language in ("en", "es"))
    assert [chapter.part for chapter in english] == [chapter.part for chapter in spanish]
    assert all(one.heading != other.heading for one, other in zip(english, spanish, strict=True))


def test_long_words_stand_below_each_other() -> None:
    long = "so that nobody has to wake up at night any more, not even once, and all of us are fit when school begins in fall"
    lines = told(put(PLAN.outcomes[0].changed(words=Words(text=long)))).splitlines()
    assert [line.strip() for line in lines if "Words" in line] == ["- Words, before: Five hours", f"- Words, now: {long}"]


def test_the_last_signed_plan_that_differs_is_the_one_compared_with() -> None:
    family = demo.family(DAY)
    reader = facilitator(DAY)
    assert signed_before(family, reader, family.seen_by(reader)) == 1
    assert signed_before(PLAN, reader, seen(PLAN)) is None
    again = family.with_edits([put(family.fixed(family.editions[0].fixed_at, None))])
    assert signed_before(again, reader, again.seen_by(reader)) == 1, "the second is the plan as it stands"
    assert signed_before(again, reader, again.seen_by(reader), edition=1) is None


def demo_views() -> tuple[View, View]:
    family = demo.family(DAY)
    signed = family.as_signed(1)
    assert signed is not None
    return seen(signed), seen(family)


@pytest.mark.parametrize(
    ("changed", "plan"), [("part.map", "word.heading.map"), ("became.tasks.still_hard", "model.task_status.still_hard")]
)
def test_the_spanish_page_has_the_words_of_the_spanish_plan(changed: str, plan: str) -> None:
    assert text(f"changed.{changed}", "es").startswith(text(plan, "es"))


def test_an_outcome_is_called_the_same_in_spanish_everywhere() -> None:
    outcome = text("word.outcome", "es", number=1)
    assert text("changed.kind.outcomes", "es", number=1, name="x").startswith(outcome)
    assert outcome.startswith(text("meeting.mode.outcome", "es"))
