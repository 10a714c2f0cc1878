"""Two lines that become one, one that becomes two, and lines that move: no words are lost and no reference leads nowhere."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from tests.model.drawn import families
from tests.tui.meeting_app import Time, demo_desk
from tests.tui.meeting_scenes import TEN, small_family

from teammeet.model.family import Edit, Family
from teammeet.model.family_file import read_family, write_family
from teammeet.model.meetings import Parked
from teammeet.model.plan import Need, Option, Outcome, Reading, Strategy, Strength, Task
from teammeet.model.readers import Reader, agency, somebody
from teammeet.model.record import LIST_OF
from teammeet.model.shapes import references
from teammeet.model.values import Item, Translation, Words
from teammeet.text import LINE_LIMIT
from teammeet.tui.meeting.merging import can_merge, merged, words_of_both
from teammeet.tui.meeting.moving import KINDS, moved_to
from teammeet.tui.meeting.same_kind import SPOKEN, Spoken, same_readers
from teammeet.tui.meeting.splitting import cut_at_mark, split, with_mark

LISTS = ("strengths", "worries", "needs", "outcomes", "readings", "options", "strategies", "tasks", "transition", "parked")
OTHERS = [name for name in LIST_OF.values() if name not in LISTS and name not in ("header", "editions", "people", "supports")]


def spoken(family: Family) -> list[Spoken]:
    return [item for item in family.items() if isinstance(item, SPOKEN)]


def said_in(item: Item | None) -> Iterator[str]:
    """Every text that people said in an item."""
    assert item is not None
    for name in type(item).model_fields:
        held = getattr(item, name)
        if isinstance(held, Words):
            yield from (text for text in (held.text, held.reworded, *(told.text for told in held.translations)) if text)
        elif name in ("setting", "baseline", "target", "measure", "note", "scope", "amount", "frequency", "provider") and held:
            yield held


def lead_somewhere(family: Family) -> bool:
    known = {item.id for item in family.items()}
    return all(named in known for item in family.items() for _, named, _ in references(item))


def is_right(family: Family) -> bool:
    """Whether the family can be written and read again as it is: a strict check of every field and every reference."""
    return lead_somewhere(family) and write_family(read_family(write_family(family).encode())) == write_family(family)


def readers(family: Family) -> list[Reader]:
    day = TEN.date()
    return [agency(day), *(somebody(family, who.id, day) for who in (*family.people, *family.supports))]


def ranks(family: Family) -> list[str]:
    return [need.id for need in sorted(family.needs, key=lambda need: need.rank or 0) if need.rank]


@st.composite
def plans(draw: st.DrawFn) -> Family:
    """Families of which most is lines of the plan, two or more of the chosen kinds."""
    return draw(families(without=OTHERS, most=10))


# Two that are one


@settings(max_examples=60)
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


@settings(max_examples=60)
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


# One that was two


@given(st.text(alphabet="ab c,;.|", min_size=1, max_size=30), st.data())
def test_a_line_is_cut_where_the_mark_stands_and_nothing_is_lost(words: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(words)))
    parts = cut_at_mark(words, f"{words[:place]}|{words[place:]}")
    if words[:place].strip() and words[place:].strip():
        assert parts is not None
        assert "".join("".join(parts).split()) == "".join(words.split())
    else:
        assert parts is None or all(parts)


@pytest.mark.parametrize("typed", ["cooks and sings", "cooks | and dances", "| cooks and sings", "cooks | and | sings", ""])
def test_a_cut_changes_nothing_but_the_mark(typed: str) -> None:
    assert cut_at_mark("cooks and sings", typed) is None


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("He cooks. He sings", "He cooks. |He sings"),
        ("cooks and sings", "cooks | and sings"),
        ("cocina y canta", "cocina | y canta"),
        ("one two three four", "one two | three four"),
    ],
)
def test_the_mark_stands_where_people_mostly_cut(words: str, marked: str) -> None:
    assert "".join(with_mark(words).split()) == "".join(marked.split())
    assert cut_at_mark(words, with_mark(words)) is not None


@settings(max_examples=60)
@given(plans(), st.data())
def test_splitting_keeps_whose_links_and_readers_in_both_parts(family: Family, data: st.DataObject) -> None:
    lines = [item for item in spoken(family) if len(item.words.text.strip()) > 1]
    assume(lines)
    item = data.draw(st.sampled_from(lines))
    edits, second = split(family, item.id, "first", "second")
    after = family.with_edits(edits)
    first_part, second_part = after.get(item.id), after.get(second)
    assert first_part is not None
    assert isinstance(second_part, type(item))
    assert (first_part.words.text, second_part.words.text) == ("first", "second")  # type: ignore[attr-defined]  # a line of words
    assert first_part.words.reworded == item.words.reworded  # type: ignore[attr-defined]  # the same
    assert same_readers(item, first_part)
    assert same_readers(item, second_part)
    assert [named for _, named, _ in references(second_part)] == [named for _, named, _ in references(item)]
    assert lead_somewhere(after)
    assert set(ranks(family)) == set(ranks(after)) - {second}


def test_the_second_part_stands_below_the_first_in_the_list_and_in_the_familys_order() -> None:
    needs = tuple(Need(id=f"n{n}", rank=n, words=Words(text="to rest and to play")) for n in (1, 2))
    family = small_family(needs=needs, outcomes=(Outcome(id="o1", needs=("n1",)),))
    edits, second = split(family, "n1", "to rest", "and to play")
    after = family.with_edits(edits)
    assert ranks(after) == ["n1", second, "n2"]
    assert [need.id for need in after.needs] == ["n1", second, "n2"]
    assert after.outcomes[0].needs == ("n1", second)


def test_what_says_the_whole_is_not_read_back_any_more() -> None:
    words = Words(text="a b", reworded="both", translations=(Translation(language="es", text="los dos", read_back=True),))
    family = small_family(strengths=(Strength(id="s1", words=words),))
    after = family.with_edits(split(family, "s1", "a", "b")[0])
    assert (after.strengths[0].words.reworded, after.strengths[0].words.translations[0].read_back) == ("both", False)
    assert after.strengths[1].words == Words(text="b")


# Moved


@settings(max_examples=60)
@given(plans(), st.sampled_from(list(KINDS)), st.data())
def test_a_moved_line_keeps_its_words_and_its_readers_or_stays(family: Family, kind: str, data: st.DataObject) -> None:
    assume(spoken(family))
    item = data.draw(st.sampled_from(spoken(family)))
    moved = moved_to(family, item.id, kind)
    after = family.with_edits(moved.edits)
    assert lead_somewhere(after)
    there = after.get(moved.id)
    if there is None:
        assert moved.edits == ()
        assert moved.left or moved.leaning or isinstance(item, KINDS[kind])
        return
    assert isinstance(there, KINDS[kind])
    assert there.words == item.words
    assert same_readers(there, item)
    assert after.get(item.id) is None
    assert sorted(said_in(there)) == sorted(said_in(item))
    assert len(tuple(after.items())) == len(tuple(family.items()))


def test_a_strength_that_was_a_need_takes_whose_it_is_and_who_may_see_it_along() -> None:
    strength = Strength(id="s1", words=Words(text="to be heard", verbatim=True), whose=("dani",), kept_from=("ortiz",))
    family = small_family(strengths=(strength,), strategies=(Strategy(id="y1", leans_on=("s1",)),))
    moved = moved_to(family, "s1", "needs")
    after = family.with_edits(moved.edits)
    (need,) = after.needs
    assert (need.words, need.whose, need.kept_from) == (strength.words, ("dani",), ("ortiz",))
    assert after.strategies[0].leans_on == ()
    assert moved.left == ()


def test_an_idea_that_is_a_task_stays_with_its_need() -> None:
    family = small_family(needs=(Need(id="n1"),), options=(Option(id="i1", words=Words(text="call"), need="n1"),))
    (task,) = family.with_edits(moved_to(family, "i1", "tasks", "now").edits).tasks
    assert (task.words.text, task.need, task.meeting, task.consent) == ("call", "n1", "now", "asked")


def test_words_that_have_no_place_there_keep_the_line_where_it_is() -> None:
    family = small_family(outcomes=(Outcome(id="o1", measure="by the clock", target="8 hours"),))
    moved = moved_to(family, "o1", "needs")
    assert (moved.edits, set(moved.left)) == ((), {"measure", "target"})


def test_what_other_lines_cannot_be_without_stays() -> None:
    day = TEN.date()
    family = small_family(outcomes=(Outcome(id="o1"),), readings=(Reading(id="r1", outcome="o1", on=day),))
    assert moved_to(family, "o1", "needs").leaning == ("r1",)
    chosen = small_family(
        options=(Option(id="i1"),), strategies=(Strategy(id="y1", option="i1"),), tasks=(Task(id="k", strategy="y1"),)
    )
    assert moved_to(chosen, "i1", "tasks").leaning == ("y1",)
    assert moved_to(chosen, "y1", "tasks").leaning == ("k",)


def test_a_need_that_goes_leaves_the_familys_order_without_a_gap_and_that_is_said() -> None:
    needs = tuple(Need(id=f"n{n}", rank=n) for n in (1, 2, 3))
    family = small_family(needs=needs)
    moved = moved_to(family, "n1", "worries")
    assert ranks(family.with_edits(moved.edits)) == ["n2", "n3"]
    assert [need.rank for need in family.with_edits(moved.edits).needs] == [1, 2]
    assert moved.left == ("rank",)


def test_a_parked_line_can_go_to_any_step() -> None:
    family = small_family(parked=(Parked(id="p1", words=Words(text="bus passes"), goes_to="next_agenda"),))
    for kind in set(KINDS) - {"parked"}:
        moved = moved_to(family, "p1", kind)
        assert getattr(family.with_edits(moved.edits), kind)[-1].words.text == "bus passes"


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
