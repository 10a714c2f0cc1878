"""Two lines that become one: no words are lost, no reference leads nowhere, one undo gives back the same family."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from tests.tui.lines_of_words import is_right, lead_somewhere, plans, readers, said_in, spoken
from tests.tui.meeting_app import Time, demo_desk
from tests.tui.meeting_scenes import TEN, small_family

from teammeet.model.family import Edit, Family
from teammeet.model.family_file import write_family
from teammeet.model.plan import Need, Option, Outcome, Reading, Strategy, Strength, Task
from teammeet.model.shapes import references
from teammeet.model.values import Translation, Words
from teammeet.text import LINE_LIMIT
from teammeet.tui.meeting.merging import can_merge, merged, words_of_both
from teammeet.tui.meeting.moving import moved_to
from teammeet.tui.meeting.splitting import split

# Two that are one


@settings(max_examples=60, suppress_health_check=[HealthCheck.filter_too_much])
@given(plans(), st.data())
def test_merging_loses_no_words_and_every_reference_leads_somewhere(family: Family, data: st.DataObject) -> None:
    pairs = [(a, b) for a in spoken(family) for b in spoken(family) if can_merge(family, a.id, b.id)]
    assume(pairs)
    kept, other = data.draw(st.sampled_from(pairs))
    after = family.with_edits(merged(family, kept.id, other.id))
    one = after.get(kept.id)
    assert after.get(other.id) is None
    assert lead_somewhere(after)
    held = "\n".join(said_in(one))
    assert all(text in held for item in (kept, other) for text in said_in(item))
    named = {(place.partition("[")[0], each) for place, each, _ in references(kept) if "[" in place}
    named |= {(place.partition("[")[0], each) for place, each, _ in references(other) if "[" in place}
    assert one is not None
    assert named <= {(place.partition("[")[0], each) for place, each, _ in references(one)}


@settings(max_examples=60, suppress_health_check=[HealthCheck.filter_too_much])
@given(plans(), st.data())
def test_nobody_sees_more_or_less_lines_of_words_after_merging(family: Family, data: st.DataObject) -> None:
    pairs = [(a, b) for a in spoken(family) for b in spoken(family) if can_merge(family, a.id, b.id)]
    assume(pairs)
    kept, other = data.draw(st.sampled_from(pairs))
    after = family.with_edits(merged(family, kept.id, other.id))
    for reader in readers(family):
        assert reader.sees_item(after.get(kept.id) or kept) == reader.sees_item(kept) == reader.sees_item(other)


def narrow(**how: Any) -> Family:
    return small_family(
        strengths=(Strength(id="s1", words=Words(text="cooks"), **how), Strength(id="s2", words=Words(text="sings")))
    )


@pytest.mark.parametrize(
    "how",
    [{"kept_from": ("rosa",)}, {"only_for": ("dani",)}, {"record": "school"}, {"taken_back": True}],
    ids=lambda how: next(iter(how)),
)
def test_what_is_for_fewer_people_is_never_joined_with_what_is_for_all(how: dict[str, Any]) -> None:
    family = narrow(**how)
    assert merged(family, "s1", "s2") == merged(family, "s2", "s1") == ()
    assert not can_merge(family, "s2", "s1")


def test_lines_of_two_kinds_or_one_with_itself_are_not_joined() -> None:
    family = small_family(strengths=(Strength(id="s1"),), needs=(Need(id="n1"),))
    assert not can_merge(family, "s1", "n1")
    assert not can_merge(family, "s1", "s1")
    assert not can_merge(family, "s1", "nobody")
    assert not can_merge(family, "rosa", "dani")


def test_both_words_stand_in_one_line_with_whose_they_are() -> None:
    strengths = (
        Strength(id="s1", words=Words(text="cooks", verbatim=True), whose=("rosa",), setting="on Sundays"),
        Strength(id="s2", words=Words(text="makes soup", verbatim=True), whose=("dani", "rosa"), setting="when it rains"),
    )
    family = small_family(
        strengths=strengths, strategies=(Strategy(id="y", leans_on=("s2", "s1")), Strategy(id="z", leans_on=("s2",)))
    )
    after = family.with_edits(merged(family, "s1", "s2"))
    (one,) = after.strengths
    assert (one.words.text, one.words.verbatim, one.whose) == ("cooks / makes soup", True, ("rosa", "dani"))
    assert one.setting == "on Sundays / when it rains"
    assert [strategy.leans_on for strategy in after.strategies] == [("s1",), ("s1",)]


def test_what_was_word_for_word_stays_in_quotes_beside_what_was_not() -> None:
    both = words_of_both(Words(text="me gusta", verbatim=True), Words(text="likes bikes"))
    assert (both.text, both.verbatim) == ("“me gusta” / likes bikes", False)
    assert words_of_both(Words(text="me gusta", verbatim=True), Words()) == Words(text="me gusta", verbatim=True)


def test_a_rewording_of_one_stands_beside_the_words_of_the_other() -> None:
    both = words_of_both(Words(text="no me grites", reworded="calm voices"), Words(text="quiet"))
    assert (both.text, both.reworded) == ("no me grites / quiet", "calm voices / quiet")


def test_a_translation_is_read_back_only_if_the_whole_was() -> None:
    told = Words(text="quiet", translations=(Translation(language="es", text="calma", by="Ana", read_back=True),))
    assert words_of_both(told, told.changed(text="peace")).translations[0].read_back
    (half,) = words_of_both(told, Words(text="peace")).translations
    assert (half.text, half.read_back, half.by) == ("calma / peace", False, "Ana")


def test_the_familys_order_has_no_gap_after_two_needs_are_one() -> None:
    needs = tuple(Need(id=f"n{n}", rank=n, words=Words(text=str(n))) for n in (1, 2, 3, 4))
    family = small_family(needs=needs, outcomes=(Outcome(id="o1", needs=("n3",)),))
    after = family.with_edits(merged(family, "n3", "n1"))
    assert [(need.id, need.rank) for need in after.needs] == [("n2", 2), ("n3", 1), ("n4", 3)]
    assert after.outcomes[0].needs == ("n3",)


def test_two_promises_of_different_people_are_asked_anew_for_nobody_agreed_to_the_part_of_another() -> None:
    tasks = (
        Task(id="k1", owners=("carmen", "rosa"), consent="agreed"),
        Task(id="k2", owners=("carmen",), consent="agreed"),
        Task(id="k3", owners=("rosa", "carmen"), consent="agreed"),
    )
    family = small_family(tasks=tasks)
    assert family.with_edits(merged(family, "k1", "k3")).tasks[0].consent == "agreed"
    for kept, other in (("k1", "k2"), ("k2", "k1")):
        one = family.with_edits(merged(family, kept, other)).get(kept)
        assert isinstance(one, Task)
        assert (set(one.owners), one.consent) == ({"carmen", "rosa"}, "asked")


def test_a_task_of_two_is_agreed_only_if_both_were() -> None:
    tasks = (Task(id="k1", owners=("ortiz",), consent="agreed"), Task(id="k2", owners=("carmen",)))
    (one,) = small_family(tasks=tasks).with_edits(merged(small_family(tasks=tasks), "k1", "k2")).tasks
    assert (one.owners, one.consent) == (("ortiz", "carmen"), "asked")


def test_nobody_is_said_to_have_said_what_two_said() -> None:
    options = (Option(id="i1", proposed_by="rosa"), Option(id="i2", proposed_by="carmen"))
    assert small_family().with_edits(merged(small_family(options=options), "i1", "i2")).options[0].proposed_by is None


def test_two_chosen_ideas_become_one_choice_with_the_tasks_of_both() -> None:
    family = small_family(
        options=(Option(id="i1", words=Words(text="a")), Option(id="i2", words=Words(text="b"))),
        strategies=(
            Strategy(id="y1", words=Words(text="a"), option="i1", source="natural", carried_by=("rosa",)),
            Strategy(id="y2", words=Words(text="b"), option="i2", source="natural", carried_by=("carmen",)),
        ),
        tasks=(Task(id="k1", strategy="y1"), Task(id="k2", strategy="y2")),
    )
    after = family.with_edits(merged(family, "i2", "i1"))
    assert [(s.id, s.option, s.carried_by, s.words.text) for s in after.strategies] == [
        ("y2", "i2", ("carmen", "rosa"), "b / a")
    ]
    assert {task.strategy for task in after.tasks} == {"y2"}


def test_readings_of_both_outcomes_stay() -> None:
    day = TEN.date()
    readings = tuple(Reading(id=f"r{n}", outcome=f"o{n}", on=day) for n in (1, 2))
    family = small_family(outcomes=(Outcome(id="o1"), Outcome(id="o2")), readings=readings)
    after = family.with_edits(merged(family, "o1", "o2"))
    assert [reading.outcome for reading in after.readings] == ["o1", "o1"]


def test_words_that_do_not_fit_in_one_line_are_refused_before_anything_is_kept() -> None:
    strengths = tuple(Strength(id=f"s{n}", words=Words(text=str(n) * LINE_LIMIT)) for n in (1, 2))
    with pytest.raises(ValidationError):
        merged(small_family(strengths=strengths), "s1", "s2")


# One change


def every_change(family: Family) -> Iterator[tuple[str, tuple[Edit, ...]]]:
    strengths, needs = family.strengths, family.needs
    yield "merge", merged(family, strengths[0].id, strengths[1].id)
    yield "merge needs", merged(family, needs[1].id, needs[0].id)
    yield "split", split(family, needs[0].id, "one", "two")[0]
    yield "move", moved_to(family, needs[0].id, "worries").edits


def test_one_undo_gives_back_the_same_family(tmp_path: Path) -> None:
    desk, code = demo_desk(tmp_path, Time())
    family = desk.open(code)
    before = write_family(family)
    for name, edits in every_change(family):
        changed = desk.change(code, edits)
        assert write_family(changed) != before, name
        assert is_right(changed), name
        assert write_family(desk.undo(code)) == before, name


def test_the_signed_plan_stays_as_it_was_signed(tmp_path: Path) -> None:
    desk, code = demo_desk(tmp_path, Time())
    desk.fix_edition(code, None)
    signed = desk.open(code).as_signed(1)
    family = desk.open(code)
    after = desk.change(code, merged(family, family.strengths[0].id, family.strengths[1].id))
    assert after.as_signed(1) == signed
    assert after.plan_state == "draft"
